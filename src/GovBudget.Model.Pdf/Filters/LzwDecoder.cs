namespace GovBudget.Model.Pdf.Filters;

/// <summary>LZW with codes of 9 to 12 bits, as in TIFF.</summary>
internal static class LzwDecoder
{
    private const int Clear = 256;
    private const int Stop = 257;
    private const int Size = 4096;

    public static void Decode(ReadOnlySpan<byte> data, bool earlyChange, ByteBuffer output)
    {
        var prefix = new ushort[Size];
        var suffix = new byte[Size];
        var length = new ushort[Size];
        Span<byte> word = new byte[Size];
        for (int i = 0; i < 256; i++) (suffix[i], length[i]) = ((byte)i, 1);
        int next = 258, width = 9, previous = -1, bits = 0, early = earlyChange ? 1 : 0;
        uint window = 0;
        foreach (byte b in data)
        {
            window = (window << 8) | b;
            bits += 8;
            if (bits < width) continue;
            bits -= width;
            int code = (int)((window >> bits) & ((1u << width) - 1));
            if (code == Stop || output.IsFull) return;
            if (code == Clear)
            {
                (next, width, previous) = (258, 9, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0) || code >= Size) return; // damaged: nothing after it can be trusted
            int from = code < next && length[code] > 0 ? code : previous;
            if (from < 0) return;
            int count = length[from];
            for (int i = count - 1, walk = from; i >= 0; i--, walk = prefix[walk]) word[i] = suffix[walk];
            byte first = word[0];
            if (from != code) word[count++] = first;
            output.Add(word[..count]);
            if (previous >= 0 && next < Size)
            {
                (prefix[next], suffix[next], length[next]) = ((ushort)previous, first, (ushort)Math.Min(length[previous] + 1, Size - 1));
                next++;
            }

            if (next + early >= 1 << width && width < 12) width++;
            previous = code;
        }
    }
}
