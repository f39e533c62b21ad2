using System.Text;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>What text needs of a compact font (CFF): the names or CIDs of its glyphs and its built-in encoding. Never throws on damaged data.</summary>
internal sealed class CffProgram
{
    private const int StandardStrings = 391;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly List<(int Offset, int Length)> _strings;
    private int[] _charset = [];
    private Dictionary<int, int>? _glyphOfCid;

    private CffProgram(ReadOnlyMemory<byte> data, List<(int Offset, int Length)> strings) => (_data, _strings) = (data, strings);

    /// <summary>Whether glyphs have CIDs instead of names.</summary>
    public bool IsCidKeyed { get; private set; }

    /// <summary>Of a font with names: the glyph name of each code of its built-in encoding, where it has one of its own; null for Adobe's standard
    /// encoding.</summary>
    public string?[]? Encoding { get; private set; }

    /// <summary>Reads a font; null where it is too damaged.</summary>
    public static CffProgram? Read(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < 4) return null;
        int at = span[2];
        if (ReadIndex(span, ref at) is null || ReadIndex(span, ref at) is not { Count: > 0 } tops || ReadIndex(span, ref at) is not { } strings) return null;
        var top = ReadDictionary(span.Slice(tops[0].Offset, tops[0].Length));
        var font = new CffProgram(data, strings) { IsCidKeyed = top.ContainsKey(1230) };
        int glyphs = 0;
        if (top.TryGetValue(17, out var charStrings) && charStrings.Count > 0)
        {
            int index = (int)charStrings[0];
            if (index > 0 && index < span.Length) glyphs = ReadIndex(span, ref index)?.Count ?? 0;
        }

        font.ReadCharset(top.TryGetValue(15, out var charset) && charset.Count > 0 ? (int)charset[0] : 0, glyphs);
        if (!font.IsCidKeyed && top.TryGetValue(16, out var encoding) && encoding.Count > 0 && encoding[0] > 1) font.ReadEncoding((int)encoding[0]);
        return font;
    }

    /// <summary>The name of a glyph; null where it has none.</summary>
    public string? GlyphName(int glyph) => IsCidKeyed || (uint)glyph >= (uint)_charset.Length ? null : Name(_charset[glyph]);

    /// <summary>The glyph of a CID; 0 where there is none.</summary>
    public int GlyphOfCid(int cid)
    {
        if (_glyphOfCid is null)
        {
            var map = new Dictionary<int, int>();
            for (int i = 0; i < _charset.Length; i++) map.TryAdd(_charset[i], i);
            _glyphOfCid = map;
        }

        return _glyphOfCid.GetValueOrDefault(cid);
    }

    private static List<(int Offset, int Length)>? ReadIndex(ReadOnlySpan<byte> data, ref int at)
    {
        var items = new List<(int, int)>();
        int count = U16(data, at);
        if (count == 0)
        {
            at += 2;
            return items;
        }

        if (at + 3 > data.Length) return null;
        int size = data[at + 2];
        long offsets = at + 3, start = offsets + ((count + 1L) * size) - 1;
        if (size is < 1 or > 4 || start >= data.Length) return null;
        long end = start + 1;
        for (int i = 0; i < count; i++)
        {
            long from = start + Number(data, offsets + ((long)i * size), size), to = start + Number(data, offsets + ((i + 1L) * size), size);
            if (from < 0 || to < from || to > data.Length) return null;
            items.Add(((int)from, (int)(to - from)));
            end = to;
        }

        at = (int)end;
        return items;
    }

    private static int U16(ReadOnlySpan<byte> data, long at) => at >= 0 && at + 2 <= data.Length ? (data[(int)at] << 8) | data[(int)at + 1] : 0;

    private static long Number(ReadOnlySpan<byte> data, long at, int size)
    {
        long value = 0;
        for (int i = 0; i < size; i++) value = (value << 8) | (at + i < data.Length ? data[(int)at + i] : (byte)0);
        return value;
    }

    /// <summary>Operands by operator; two-byte operators are 1200 and their second byte.</summary>
    private static Dictionary<int, List<double>> ReadDictionary(ReadOnlySpan<byte> data)
    {
        var entries = new Dictionary<int, List<double>>();
        var operands = new List<double>();
        for (int i = 0; i < data.Length;)
        {
            int b = data[i++];
            if (b <= 21)
            {
                int key = b == 12 && i < data.Length ? 1200 + data[i++] : b;
                entries.TryAdd(key, operands);
                operands = [];
            }
            else if (b == 28)
            {
                operands.Add((short)U16(data, i));
                i += 2;
            }
            else if (b == 29)
            {
                operands.Add((int)Number(data, i, 4));
                i += 4;
            }
            else if (b == 30)
            {
                while (i < data.Length && (data[i] & 15) != 15 && (data[i] >> 4) != 15) i++;
                i++;
                operands.Add(0); // a real number: none of the entries looked at has one
            }
            else if (b is >= 32 and <= 246) operands.Add(b - 139);
            else if (b is >= 247 and <= 250) operands.Add(((b - 247) * 256) + (i < data.Length ? data[i++] : 0) + 108);
            else if (b is >= 251 and <= 254) operands.Add((-(b - 251) * 256) - (i < data.Length ? data[i++] : 0) - 108);
        }

        return entries;
    }

    private void ReadCharset(int offset, int glyphs)
    {
        var span = _data.Span;
        _charset = new int[glyphs];
        if (offset <= 2)
        {
            for (int i = 0; i < glyphs; i++) _charset[i] = i; // ISOAdobe; the two expert sets are not told apart
            return;
        }

        int format = offset < span.Length ? span[offset] : -1;
        long at = offset + 1L;
        for (int glyph = 1; glyph < glyphs && at < span.Length;)
        {
            int first = U16(span, at), left = format switch { 1 => (int)Number(span, at + 2, 1), 2 => U16(span, at + 2), _ => 0 };
            at += format switch { 1 => 3, 2 => 4, _ => 2 };
            for (int i = 0; i <= left && glyph < glyphs; i++) _charset[glyph++] = first + i;
        }
    }

    private void ReadEncoding(int offset)
    {
        var span = _data.Span;
        if (offset + 2 > span.Length) return;
        var names = new string?[256];
        int format = span[offset], count = span[offset + 1], glyph = 1;
        long at = offset + 2L;
        for (int i = 0; i < count && at < span.Length; i++)
        {
            int code = span[(int)at], left = (format & 127) == 1 && at + 1 < span.Length ? span[(int)at + 1] : 0;
            at += (format & 127) == 1 ? 2 : 1;
            for (int k = 0; k <= left && code + k < 256; k++) names[code + k] = GlyphName(glyph++);
        }

        if ((format & 128) != 0 && at < span.Length)
        {
            int extra = span[(int)at++];
            for (int i = 0; i < extra && at + 3 <= span.Length; i++, at += 3) names[span[(int)at]] = Name(U16(span, at + 1));
        }

        Encoding = names;
    }

    private string? Name(int id)
    {
        if (id < StandardStrings) return CffStrings.Name(id);
        if (id - StandardStrings >= _strings.Count) return null;
        var (offset, length) = _strings[id - StandardStrings];
        return System.Text.Encoding.Latin1.GetString(_data.Span.Slice(offset, length));
    }
}
