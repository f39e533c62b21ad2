namespace GovBudget.Model.Pdf.Objects;

internal enum EntryKind : byte
{
    /// <summary>Deleted, or never written.</summary>
    Free,

    /// <summary>Stands at an offset of the file.</summary>
    Offset,

    /// <summary>Stands in an object stream.</summary>
    Packed,
}

/// <summary>Where an object stands: at an offset, or as the n-th of an object stream.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Location">The offset in the file, or the number of the object stream.</param>
/// <param name="Index">The index in the object stream.</param>
internal readonly record struct CrossReference(EntryKind Kind, int Location, int Index = 0);

/// <summary>Where every object stands, and the trailer.</summary>
internal sealed record CrossReferences(Dictionary<int, CrossReference> Entries, PdfDictionary Trailer);

/// <summary>Reads cross-reference tables and streams, newest first: what a newer section says of an object, older sections cannot change.</summary>
internal sealed class CrossReferenceReader(byte[] data, int headerOffset, PdfObjectStore store)
{
    private const int Tail = 4096;
    private const int HighestObject = 8_388_607;
    private readonly Dictionary<int, CrossReference> _entries = [];
    private PdfDictionary? _trailer;

    /// <summary>The tables, or null where they are missing, damaged or point elsewhere.</summary>
    public CrossReferences? Read()
    {
        int from = Math.Max(0, data.Length - Tail);
        int found = data.AsSpan(from).LastIndexOf("startxref"u8);
        if (found < 0) return null;
        var lexer = new PdfLexer(data, from + found + 9);
        if (lexer.Next() != PdfToken.Number) return null;

        var seen = new HashSet<long>();
        var queue = new Queue<double>([lexer.Number]);
        while (queue.TryDequeue(out double offset))
        {
            if (!(offset >= 0 && offset < data.Length) || !seen.Add((long)offset)) continue;
            if (ReadSection((int)offset) is not { } trailer) return null;
            _trailer = _trailer is null ? trailer : _trailer.Merge(trailer);
            if (trailer.Raw("Prev") is PdfNumber previous) queue.Enqueue(previous.Value);
        }

        return _trailer?.Raw("Root") is not null && PointsAtObjects() ? new CrossReferences(_entries, _trailer) : null;
    }

    /// <summary>A section at an offset counted from the header, or, as many writers do, from the file's first byte.</summary>
    private PdfDictionary? ReadSection(int offset)
    {
        if (headerOffset > 0 && offset + headerOffset < data.Length && ReadSectionAt(offset + headerOffset, headerOffset) is { } section) return section;
        return ReadSectionAt(offset, 0);
    }

    private PdfDictionary? ReadSectionAt(int offset, int shift)
    {
        var lexer = new PdfLexer(data, offset);
        var token = lexer.Next();
        if (token == PdfToken.Keyword && lexer.Is("xref"u8)) return ReadTable(lexer.Position, shift);
        return token == PdfToken.Number ? ReadStream(offset, shift, skipFree: false) : null;
    }

    private PdfDictionary? ReadTable(int position, int shift)
    {
        var rows = new List<(int Number, CrossReference Entry)>();
        var lexer = new PdfLexer(data, position);
        while (true)
        {
            var token = lexer.Next();
            if (token == PdfToken.Keyword && lexer.Is("trailer"u8)) break;
            if (token != PdfToken.Number) return null;
            double start = lexer.Number;
            if (lexer.Next() != PdfToken.Number || start < 0 || start > HighestObject) return null;
            double count = lexer.Number;
            for (int i = 0; i < count; i++)
            {
                int before = lexer.Position;
                if (lexer.Next() != PdfToken.Number)
                {
                    lexer.Position = before;
                    break;
                }

                double offset = lexer.Number;
                if (lexer.Next() != PdfToken.Number) return null;
                double generation = lexer.Number;
                if (lexer.Next() != PdfToken.Keyword) return null;
                bool used = lexer.Is("n"u8);
                if (!used && !lexer.Is("f"u8)) return null;
                if (i == 0 && start == 1 && !used && generation == 65535) start = 0; // a common writer's off-by-one
                if (start + i > HighestObject) return null;
                rows.Add(((int)start + i, used && offset > 0 && offset + shift < data.Length ? new(EntryKind.Offset, (int)offset + shift) : default));
            }
        }

        var parser = new PdfParser(data, lexer.Position, store, store.Names);
        if (parser.Parse() is not PdfDictionary trailer) return null;

        // A hybrid file hides objects from old readers: free in the table, present in this stream.
        if (trailer.Raw("XRefStm") is PdfNumber hybrid && hybrid.Value > 0 && hybrid.Value + shift < data.Length)
            ReadStream((int)hybrid.Value + shift, shift, skipFree: true);
        foreach (var (number, entry) in rows) _entries.TryAdd(number, entry);
        return trailer;
    }

    private PdfDictionary? ReadStream(int offset, int shift, bool skipFree)
    {
        if (store.ReadIndirect(offset, expected: null, encrypted: false) is not PdfStream stream || stream.Dictionary.Name("Type") != "XRef") return null;
        if (stream.Dictionary.Numbers("W", 3) is not { } widths) return null;
        var bytes = store.DecodePlain(stream).Span;
        Span<int> width = [Width(widths[0]), Width(widths[1]), Width(widths[2])];
        int record = width[0] + width[1] + width[2];
        if (record == 0) return null;
        var index = stream.Dictionary.Array("Index");
        int sections = index is null ? 1 : index.Count / 2, at = 0;
        for (int s = 0; s < sections; s++)
        {
            double first = index?.Number(2 * s) ?? 0, count = index?.Number((2 * s) + 1) ?? stream.Dictionary.Number("Size", 0);
            for (int i = 0; i < count && at + record <= bytes.Length; i++, at += record)
            {
                if (!(first + i >= 0 && first + i <= HighestObject)) continue;
                var fields = bytes.Slice(at, record);
                long kind = width[0] == 0 ? 1 : Field(fields[..width[0]]);
                long a = Field(fields.Slice(width[0], width[1])), b = Field(fields[(width[0] + width[1])..]);
                var entry = kind switch
                {
                    1 when a > 0 && a + shift < data.Length => new CrossReference(EntryKind.Offset, (int)a + shift),
                    2 when a <= HighestObject && b <= int.MaxValue => new CrossReference(EntryKind.Packed, (int)a, (int)b),
                    _ => default,
                };
                if (entry.Kind != EntryKind.Free || !skipFree) _entries.TryAdd((int)first + i, entry);
            }
        }

        return stream.Dictionary;
    }

    private static int Width(double width) => width is >= 0 and <= 8 ? (int)width : 0;

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (byte b in bytes) value = (value << 8) | b;
        return value < 0 ? long.MaxValue / 2 : Math.Min(value, long.MaxValue / 2);
    }

    /// <summary>Looks at some of the entries: a table that was shifted by an editor or a mail gateway is worse than none.</summary>
    private bool PointsAtObjects()
    {
        const int Sample = 50;
        int looked = 0, wrong = 0;
        foreach (var (number, entry) in _entries)
        {
            if (entry.Kind != EntryKind.Offset) continue;
            if (!store.IsObjectAt(entry.Location, number)) wrong++;
            if (++looked == Sample) break;
        }

        return wrong * 2 <= looked;
    }
}
