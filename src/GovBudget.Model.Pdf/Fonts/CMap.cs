namespace GovBudget.Model.Pdf.Fonts;

/// <summary>Codes of a given length from low to high, byte by byte.</summary>
internal readonly record struct CodeSpace(int Length, uint Low, uint High)
{
    public bool Holds(int length, uint code)
    {
        if (length != Length) return false;
        for (int shift = 0; shift < 8 * length; shift += 8)
        {
            uint b = (code >> shift) & 255;
            if (b < ((Low >> shift) & 255) || b > ((High >> shift) & 255)) return false;
        }

        return true;
    }
}

/// <summary>A run of codes that map to consecutive CIDs.</summary>
internal readonly record struct CidRange(int Length, uint Low, uint High, int Cid);

/// <summary>A run of codes that map to text whose last character counts up.</summary>
internal readonly record struct TextRange(uint Low, uint High, string Text);

/// <summary>Maps the codes of a string to CIDs (a font's encoding) or to text (ToUnicode). Immutable once built.</summary>
internal sealed class CMap
{
    /// <summary>Two bytes each, which are the CID.</summary>
    public static readonly CMap IdentityHorizontal = new() { Name = "Identity-H", Spaces = [new(2, 0, 0xFFFF)], IsIdentity = true };

    /// <summary>The same, written downwards.</summary>
    public static readonly CMap IdentityVertical = new() { Name = "Identity-V", Spaces = [new(2, 0, 0xFFFF)], IsIdentity = true, IsVertical = true };

    public string Name { get; init; } = "";

    public bool IsVertical { get; init; }

    public bool IsIdentity { get; init; }

    public IReadOnlyList<CodeSpace> Spaces { get; init; } = [];

    /// <summary>By length, then low end.</summary>
    public CidRange[] Ranges { get; init; } = [];

    public Dictionary<uint, string> Texts { get; init; } = [];

    public IReadOnlyList<TextRange> TextRanges { get; init; } = [];

    /// <summary>The map that this one adds to.</summary>
    public CMap? Base { get; init; }

    public bool HasCids => IsIdentity || Ranges.Length > 0 || Base is { HasCids: true };

    /// <summary>The next code of a string; moves on by at least one byte. A code of no known range is as long as the shortest.</summary>
    public uint Next(ReadOnlySpan<byte> text, ref int position, out int length)
    {
        uint code = 0;
        for (length = 1; length <= 4 && position + length <= text.Length; length++)
        {
            code = (code << 8) | text[position + length - 1];
            if (!InSpace(length, code)) continue;
            position += length;
            return code;
        }

        length = Math.Min(ShortestCode(), text.Length - position);
        code = 0;
        for (int i = 0; i < length; i++) code = (code << 8) | text[position + i];
        position += length;
        return code;
    }

    /// <summary>The CID of a code; 0 where it has none.</summary>
    public int Cid(int length, uint code)
    {
        for (var map = this; map is not null; map = map.Base)
        {
            if (map.IsIdentity) return (int)Math.Min(code, int.MaxValue);
            if (Find(map.Ranges, length, code) is { } cid) return cid;
        }

        return 0;
    }

    /// <summary>The text of a code; null where it has none.</summary>
    public string? Text(uint code)
    {
        for (var map = this; map is not null; map = map.Base)
        {
            if (map.Texts.TryGetValue(code, out string? text)) return text;
            foreach (var range in map.TextRanges)
            {
                if (code >= range.Low && code <= range.High) return CountUp(range.Text, code - range.Low);
            }
        }

        return null;
    }

    /// <summary>The text with its last character moved on.</summary>
    public static string CountUp(string text, uint by)
    {
        if (by == 0 || text.Length == 0) return text;
        bool pair = text.Length > 1 && char.IsSurrogatePair(text[^2], text[^1]);
        long last = (pair ? char.ConvertToUtf32(text[^2], text[^1]) : text[^1]) + (long)by;
        if (last > 0x10FFFF || last is >= 0xD800 and < 0xE000) return "";
        return string.Concat(text.AsSpan(0, text.Length - (pair ? 2 : 1)), char.ConvertFromUtf32((int)last));
    }

    private static int? Find(CidRange[] ranges, int length, uint code)
    {
        int low = 0, high = ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            ref readonly var range = ref ranges[middle];
            if (range.Length < length || (range.Length == length && range.High < code)) low = middle + 1;
            else if (range.Length > length || range.Low > code) high = middle - 1;
            else return (int)Math.Min(range.Cid + (long)(code - range.Low), int.MaxValue);
        }

        return null;
    }

    private bool InSpace(int length, uint code)
    {
        for (var map = this; map is not null; map = map.Base)
        {
            foreach (var space in map.Spaces)
            {
                if (space.Holds(length, code)) return true;
            }
        }

        return false;
    }

    private int ShortestCode()
    {
        int shortest = 4;
        bool any = false;
        for (var map = this; map is not null; map = map.Base)
        {
            foreach (var space in map.Spaces) (shortest, any) = (Math.Min(shortest, space.Length), true);
        }

        return any ? shortest : 1;
    }
}
