namespace GovBudget.Model.Pdf.Writing;

/// <summary>An entry of a CFF dictionary, its operands as they stand in the file.</summary>
/// <param name="Operator">Two-byte operators are 1200 and their second byte.</param>
/// <param name="Operands">The operands' bytes.</param>
/// <param name="Values">Their values; reals count as 0.</param>
internal sealed record CffEntry(int Operator, byte[] Operands, List<int> Values);

/// <summary>A part of a CFF font with a private dictionary and subroutines of its own.</summary>
internal sealed record CffPart(List<CffEntry> Font, List<CffEntry> Private, List<Range> Subroutines);

/// <summary>Reads the structures of a compact font (CFF) that a subset is made of.</summary>
internal sealed class CffReader
{
    private const int Private = 18, LocalSubroutines = 19, FontArray = 1236, FontSelect = 1237;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly string _name;
    private int _select = -1;

    public CffReader(ReadOnlyMemory<byte> data, string name)
    {
        (_data, _name) = (data, name);
        if (data.Length < 4 || data.Span[0] != 1) throw Damaged();
    }

    public int HeaderLength => _data.Span[2];

    public PdfFontException Damaged() => new($"字体“{_name}”的 CFF 轮廓读不出；请换用其他字体。");

    public ReadOnlyMemory<byte> Slice(Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(_data.Length);
        return _data.Slice(offset, length);
    }

    /// <summary>The items of an index; afterwards the position stands behind it.</summary>
    public List<Range> Index(ref int at)
    {
        int count = Number(at, 2);
        if (count == 0)
        {
            at += 2;
            return [];
        }
        int width = Number(at + 2, 1), offsets = at + 3, start = offsets + ((count + 1) * width) - 1;
        if (width is < 1 or > 4) throw Damaged();
        var items = new List<Range>(count);
        int from = start + Number(offsets, width);
        for (int i = 1; i <= count; i++)
        {
            int to = start + Number(offsets + (i * width), width);
            if (from < start || to < from || to > _data.Length) throw Damaged();
            items.Add(from..to);
            from = to;
        }
        at = from;
        return items;
    }

    /// <summary>The entries of a dictionary.</summary>
    public List<CffEntry> Dictionary(Range range)
    {
        var (at, length) = range.GetOffsetAndLength(_data.Length);
        int end = at + length, first = at;
        var entries = new List<CffEntry>();
        var values = new List<int>();
        var data = _data.Span;
        while (at < end)
        {
            int b = data[at];
            if (b <= 21)
            {
                byte[] operands = data[first..at].ToArray();
                entries.Add(new CffEntry(b == 12 ? 1200 + Number(at + 1, 1) : b, operands, values));
                at += b == 12 ? 2 : 1;
                (first, values) = (at, []);
                continue;
            }
            switch (b)
            {
                case 28:
                    values.Add((short)Number(at + 1, 2));
                    at += 3;
                    break;
                case 29:
                    values.Add(Number(at + 1, 4));
                    at += 5;
                    break;
                case 30:
                    for (at++; at < end && (data[at] & 15) != 15 && data[at] >> 4 != 15; at++)
                    {
                    }
                    at++;
                    values.Add(0);
                    break;
                case <= 246:
                    values.Add(b - 139);
                    at++;
                    break;
                default:
                    values.Add(b <= 250 ? ((b - 247) * 256) + Number(at + 1, 1) + 108 : (-(b - 251) * 256) - Number(at + 1, 1) - 108);
                    at += 2;
                    break;
            }
        }
        return entries;
    }

    /// <summary>The offset that an entry states.</summary>
    public int Offset(List<CffEntry> dictionary, int key) =>
        dictionary.Find(entry => entry.Operator == key) is { Values: [.., var offset] } && offset > 0 && offset < _data.Length ? offset : throw Damaged();

    /// <summary>The parts of a CID-keyed font; of a font with names the one that it is.</summary>
    public List<CffPart> Parts(List<CffEntry> top)
    {
        if (!top.Exists(entry => entry.Operator == FontArray)) return [PartOf([], top)];
        _select = Offset(top, FontSelect);
        int at = Offset(top, FontArray);
        return Index(ref at).ConvertAll(range => Dictionary(range)).ConvertAll(font => PartOf(font, font));
    }

    /// <summary>The part that a glyph belongs to.</summary>
    public int PartOf(int glyph)
    {
        if (_select < 0) return 0;
        if (Number(_select, 1) == 0) return Number(_select + 1 + glyph, 1);
        if (Number(_select, 1) != 3) throw Damaged();
        int low = 0, high = Number(_select + 1, 2) - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Number(_select + 3 + (3 * middle), 2) <= glyph) low = middle;
            else high = middle - 1;
        }
        return Number(_select + 5 + (3 * low), 1);
    }

    private CffPart PartOf(List<CffEntry> font, List<CffEntry> holder)
    {
        if (holder.Find(entry => entry.Operator == Private) is not { Values: [var size, var at] }) return new CffPart(font, [], []);
        if (size < 0 || at < 0 || at > _data.Length - size) throw Damaged();
        var entries = Dictionary(at..(at + size));
        if (entries.Find(entry => entry.Operator == LocalSubroutines) is not { Values: [var offset] }) return new CffPart(font, entries, []);
        int subroutines = at + offset;
        return new CffPart(font, entries, Index(ref subroutines));
    }

    private int Number(int at, int width)
    {
        if (at < 0 || at > _data.Length - width) throw Damaged();
        int value = 0;
        foreach (byte b in _data.Span.Slice(at, width)) value = (value << 8) | b;
        return value;
    }
}
