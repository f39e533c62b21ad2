using System.Buffers.Binary;
using System.Text;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>What text needs of an embedded TrueType or OpenType font: which glyph a code has and which character a glyph shows. Never throws on damaged
/// tables.</summary>
internal sealed class TrueTypeProgram
{
    private const int MostMappings = 200_000;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Platform, int Encoding), Dictionary<int, int>> _maps = [];
    private Dictionary<int, int>? _characters;
    private List<string>? _names;

    public TrueTypeProgram(ReadOnlyMemory<byte> data)
    {
        _data = data;
        int start = U32(0) == 0x74746366 ? Clamp(U32(12)) : 0;
        int count = U16(start + 4);
        for (int i = 0; i < count; i++)
        {
            int row = start + 12 + (16 * i);
            if (row + 16 > data.Length) break;
            _tables.TryAdd(Encoding.Latin1.GetString(data.Span.Slice(row, 4)), (Clamp(U32(row + 8)), Clamp(U32(row + 12))));
        }

        ReadMaps();
    }

    /// <summary>The CFF table of an OpenType font; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Cff => _tables.TryGetValue("CFF ", out var table) && table.Offset + (long)table.Length <= _data.Length
        ? _data.Slice(table.Offset, table.Length)
        : ReadOnlyMemory<byte>.Empty;

    /// <summary>Whether the font says itself which characters its glyphs show.</summary>
    public bool HasUnicodeMap
    {
        get
        {
            foreach (var (platform, encoding) in _maps.Keys)
            {
                if (platform == 0 || (platform == 3 && encoding is 1 or 10)) return true;
            }

            return false;
        }
    }

    /// <summary>The glyph of a simple font's code: by the symbol map, else the Macintosh map; 0 where there is none.</summary>
    public int SymbolGlyph(int code)
    {
        if (_maps.TryGetValue((3, 0), out var symbols))
        {
            foreach (int page in (ReadOnlySpan<int>)[0xF000, 0, 0xF100, 0xF200])
            {
                if (symbols.TryGetValue(page + code, out int glyph)) return glyph;
            }
        }

        return _maps.TryGetValue((1, 0), out var mac) ? mac.GetValueOrDefault(code) : 0;
    }

    /// <summary>The character that a glyph shows, by the Unicode map, else by its name; null where unknown. Of several, an ideograph comes before a radical or
    /// private character.</summary>
    public string? Character(int glyph)
    {
        _characters ??= Reverse();
        return _characters.TryGetValue(glyph, out int value) ? char.ConvertFromUtf32(value) : GlyphName(glyph) is { } name ? GlyphNames.Text(name) : null;
    }

    /// <summary>Whether a glyph paints nothing; false where the font does not tell.</summary>
    public bool IsBlank(int glyph)
    {
        if (glyph < 0 || !_tables.TryGetValue("loca", out var places) || !_tables.TryGetValue("head", out var head) || !_tables.ContainsKey("glyf")) return false;
        int size = U16(head.Offset + 50L) == 0 ? 2 : 4;
        if ((glyph + 2L) * size > places.Length || places.Offset + (glyph + 2L) * size > _data.Length) return false;
        return Place(glyph) == Place(glyph + 1L);

        uint Place(long number) => size == 2 ? (uint)U16(places.Offset + (2 * number)) : U32(places.Offset + (4 * number));
    }

    private static int Clamp(uint value) => (int)Math.Min(value, int.MaxValue / 2);

    private int U16(long at) => at >= 0 && at + 2 <= _data.Length ? BinaryPrimitives.ReadUInt16BigEndian(_data.Span[(int)at..]) : 0;

    private uint U32(long at) => at >= 0 && at + 4 <= _data.Length ? BinaryPrimitives.ReadUInt32BigEndian(_data.Span[(int)at..]) : 0;

    private Dictionary<int, int> Reverse()
    {
        var characters = new Dictionary<int, int>();
        foreach (var (key, map) in _maps)
        {
            if (key.Platform != 0 && (key.Platform != 3 || key.Encoding is not (1 or 10))) continue;
            foreach (var (character, glyph) in map)
            {
                if (character is 0 or > 0x10FFFF or (>= 0xD800 and < 0xE000)) continue;
                if (!characters.TryGetValue(glyph, out int known) || Rank(character) < Rank(known)) characters[glyph] = character;
            }
        }

        return characters;
    }

    private static int Rank(int character) => character switch
    {
        0xA0 or 0xAD => 2,
        >= 0xE000 and <= 0xF8FF or >= 0xF0000 => 4,
        >= 0x2E80 and <= 0x2FDF => 3,
        >= 0xF900 and <= 0xFAFF => 2,
        _ => 1,
    };

    private void ReadMaps()
    {
        if (!_tables.TryGetValue("cmap", out var cmap)) return;
        int count = Math.Min(U16(cmap.Offset + 2), 64), mappings = 0;
        for (int i = 0; i < count; i++)
        {
            int row = cmap.Offset + 4 + (8 * i);
            var key = (U16(row), U16(row + 2));
            if (_maps.ContainsKey(key)) continue;
            var map = new Dictionary<int, int>();
            long table = cmap.Offset + (long)U32(row + 4);
            switch (U16(table))
            {
                case 0:
                    for (int code = 0; code < 256; code++) Add(map, code, table + 6 + code < _data.Length ? _data.Span[(int)table + 6 + code] : 0);
                    break;
                case 4:
                    ReadSegments(map, table);
                    break;
                case 6:
                    for (int k = 0; k < U16(table + 8); k++) Add(map, U16(table + 6) + k, U16(table + 10 + (2L * k)));
                    break;
                case 12:
                    ReadGroups(map, table);
                    break;
            }

            if (map.Count > 0) _maps[key] = map;
            mappings += map.Count;
            if (mappings > MostMappings) break;
        }
    }

    private void ReadSegments(Dictionary<int, int> map, long table)
    {
        int segments = U16(table + 6) / 2;
        long ends = table + 14, starts = ends + (2L * segments) + 2, deltas = starts + (2L * segments), offsets = deltas + (2L * segments);
        for (int s = 0; s < segments && map.Count < MostMappings; s++)
        {
            int end = U16(ends + (2 * s)), delta = U16(deltas + (2 * s)), offset = U16(offsets + (2 * s)), start = U16(starts + (2 * s));
            for (int code = start; code <= end && code != 0xFFFF; code++)
            {
                int glyph = offset == 0 ? code : U16(offsets + (2 * s) + offset + (2L * (code - start)));
                if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
                Add(map, code, glyph);
            }
        }
    }

    private void ReadGroups(Dictionary<int, int> map, long table)
    {
        uint groups = Math.Min(U32(table + 12), 50_000);
        for (uint g = 0; g < groups && map.Count < MostMappings; g++)
        {
            long row = table + 16 + (12L * g);
            long first = U32(row), last = Math.Min(U32(row + 4), 0x10FFFF), glyph = U32(row + 8);
            for (long code = first; code <= last && map.Count < MostMappings && glyph < 65536; code++) Add(map, (int)code, (int)glyph++);
        }
    }

    private static void Add(Dictionary<int, int> map, int code, int glyph)
    {
        if (glyph != 0) map.TryAdd(code, glyph);
    }

    private string? GlyphName(int glyph)
    {
        if (!_tables.TryGetValue("post", out var post) || U32(post.Offset) != 0x00020000 || glyph >= U16(post.Offset + 32)) return null;
        int index = U16(post.Offset + 34 + (2L * glyph)) - 258;
        _names ??= ReadNames(post.Offset + 34 + (2L * U16(post.Offset + 32)), Math.Min(_data.Length, post.Offset + (long)post.Length));
        return index >= 0 && index < _names.Count ? _names[index] : null;
    }

    /// <summary>The names of the post table, each led by its length.</summary>
    private List<string> ReadNames(long at, long end)
    {
        var names = new List<string>();
        while (at < end && names.Count < 65536)
        {
            int length = _data.Span[(int)at++];
            if (at + length > end) break;
            names.Add(Encoding.Latin1.GetString(_data.Span.Slice((int)at, length)));
            at += length;
        }

        return names;
    }
}
