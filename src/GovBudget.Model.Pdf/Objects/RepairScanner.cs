namespace GovBudget.Model.Pdf.Objects;

/// <summary>Rebuilds the cross-references of a damaged file by looking for <c>N G obj</c>; of several, the last counts.</summary>
internal sealed class RepairScanner(byte[] data, PdfObjectStore store)
{
    private const int HighestObject = 8_388_607;
    private const int LongestTrailer = 65_536;
    private const int MostTrailers = 200;
    private readonly Dictionary<int, CrossReference> _entries = [];
    private readonly List<int> _objectStreams = [];
    private readonly List<int> _trailers = [];
    private PdfDictionary _trailer = PdfDictionary.Empty;

    /// <summary>The objects found, without those in object streams: these need decryption, which needs the trailer.</summary>
    public CrossReferences Scan()
    {
        var span = data.AsSpan();
        for (int i = 0; i < data.Length;)
        {
            int step = span[i..].IndexOfAny("obj"u8[0], "trailer"u8[0]);
            if (step < 0) break;
            i += step;
            if (span[i..].StartsWith("obj"u8))
            {
                if (i + 3 >= data.Length || !char.IsAsciiLetter((char)data[i + 3])) AddObject(i);
                i += 3;
            }
            else if (span[i..].StartsWith("trailer"u8))
            {
                i += 7;
                _trailers.Add(i);
            }
            else
            {
                i++;
            }
        }

        for (int i = Math.Max(0, _trailers.Count - MostTrailers); i < _trailers.Count; i++) AddTrailer(_trailers[i]);
        return new CrossReferences(_entries, _trailer);
    }

    /// <summary>Numbers of the object streams found, in the order of the file.</summary>
    public IReadOnlyList<int> ObjectStreams => _objectStreams;

    private void AddTrailer(int at)
    {
        var window = data.AsSpan(0, Math.Min(data.Length, at + LongestTrailer));
        if (new PdfParser(window, at, store, store.Names).Parse() is PdfDictionary trailer
            && (trailer.Raw("Root") is PdfReference || trailer.Raw("Encrypt") is not null))
            _trailer = trailer.Merge(_trailer);
    }

    /// <summary>Takes the object whose keyword stands at a place, reading its numbers backwards.</summary>
    private void AddObject(int keyword)
    {
        int p = keyword - 1;
        if (!Backwards(ref p, out _) || !Backwards(ref p, out int number)) return;
        _entries[number] = new CrossReference(EntryKind.Offset, p + 1);
        var head = data.AsSpan(keyword, Math.Min(data.Length - keyword, 400));
        int end = head.IndexOf("stream"u8);
        if (end < 0) return;
        head = head[..end];
        if (head.IndexOf("/ObjStm"u8) >= 0) _objectStreams.Add(number);
        else if (head.IndexOf("/XRef"u8) >= 0) _trailers.Add(keyword + 3);
    }

    private bool Backwards(ref int p, out int number)
    {
        number = 0;
        while (p >= 0 && PdfLexer.IsWhite(data[p])) p--;
        int last = p;
        while (p >= 0 && last - p < 9 && char.IsAsciiDigit((char)data[p])) p--;
        for (int i = p + 1; i <= last; i++) number = (number * 10) + data[i] - '0';
        return last > p && number <= HighestObject;
    }
}
