using System.Text;
using GovBudget.Model.Pdf.Fonts;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>A TrueType or OpenType font to print with: what glyph a character has, how wide it is, and the part of the font that a file needs. Immutable; safe
/// for concurrent use.</summary>
internal sealed class FontProgram
{
    private const int RestrictedLicence = 0x0002, NoSubsetting = 0x0100;
    private readonly FontTables _tables;
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int _hmtx, _metrics, _glyphCount, _loca, _glyf;
    private readonly bool _longLoca;

    private FontProgram(FontTables tables, string family)
    {
        _tables = tables;
        Family = family;
        int head = tables.Offset("head"), hhea = tables.Offset("hhea");
        UnitsPerEm = Math.Max(1, tables.U16(head + 18));
        _longLoca = tables.U16(head + 50) == 1;
        _glyphCount = tables.U16(tables.Offset("maxp") + 4);
        _metrics = tables.U16(hhea + 34);
        (_hmtx, _loca, _glyf) = (tables.Offset("hmtx"), tables.Offset("loca"), tables.Offset("glyf"));
        Box = [.. Enumerable.Range(0, 4).Select(i => Scale(tables.I16(head + 36 + (2 * i))))];
        (Ascent, Descent) = (Scale(tables.I16(hhea + 4)), Scale(tables.I16(hhea + 6)));
        int os2 = tables.Offset("OS/2");
        CapHeight = os2 >= 0 && tables.U16(os2) >= 2 ? Scale(tables.I16(os2 + 88)) : Ascent * 0.7;
        ReadMap();
    }

    /// <summary>The family's name.</summary>
    public string Family { get; }

    public int UnitsPerEm { get; }

    /// <summary>The box around all glyphs, in thousandths of an em.</summary>
    public double[] Box { get; }

    /// <summary>In thousandths of an em.</summary>
    public double Ascent { get; }

    /// <summary>In thousandths of an em, negative.</summary>
    public double Descent { get; }

    /// <summary>In thousandths of an em.</summary>
    public double CapHeight { get; }

    /// <summary>The font's tables.</summary>
    public FontTables Tables => _tables;

    public int GlyphCount => _glyphCount;

    /// <summary>Whether its outlines are compact ones (CFF) and not TrueType.</summary>
    public bool IsCompact => _tables.Has("CFF ");

    /// <summary>Opens one font of a file.</summary>
    /// <exception cref="PdfFontException">It is no font, its outlines vary (CFF2), or it forbids embedding.</exception>
    public static FontProgram Open(byte[] data, int index, string file)
    {
        var tables = new FontTables(data, index);
        var families = tables.Families();
        string family = families.FirstOrDefault(name => name.All(char.IsAscii)) ?? (families.Count > 0 ? families[0] : Path.GetFileNameWithoutExtension(file));
        if (tables.Has("CFF2"))
            throw new PdfFontException($"字体“{family}”（{file}）是可变的 CFF2 轮廓，不能嵌入；请换用固定字重的 .otf、.ttc 或 .ttf。");
        string[] outlines = tables.Has("CFF ") ? ["CFF "] : ["loca", "glyf"];
        if (!new[] { "head", "hhea", "maxp", "hmtx", "cmap" }.Concat(outlines).All(tables.Has))
            throw new PdfFontException($"{file} 不是完整的 TrueType 或 OpenType 字体（缺少必要的表）；请换用 .ttf、.otf 或 .ttc。");
        int rights = tables.Has("OS/2") ? tables.U16(tables.Offset("OS/2") + 8) : 0;
        if ((rights & 0xF) == RestrictedLicence || (rights & NoSubsetting) != 0)
            throw new PdfFontException($"字体“{family}”（{file}）的许可不允许嵌入或取子集；请换用其他字体。");
        return new FontProgram(tables, family);
    }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public int Glyph(int character) => _glyphs.GetValueOrDefault(character);

    /// <summary>The advance width of a glyph, in thousandths of an em.</summary>
    public double Advance(int glyph) => _metrics == 0 ? 0 : Scale(AdvanceUnits(glyph));

    public int AdvanceUnits(int glyph) => _tables.U16(_hmtx + (4L * Math.Min(glyph, _metrics - 1)));

    public int SideBearing(int glyph) => _tables.I16(glyph < _metrics ? _hmtx + (4L * glyph) + 2 : _hmtx + (4L * _metrics) + (2L * (glyph - _metrics)));

    /// <summary>Where a glyph's outline lies in the file; empty where it has none.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        if (glyph < 0 || glyph >= _glyphCount) return default;
        long from = _longLoca ? _tables.U32(_loca + (4L * glyph)) : 2L * _tables.U16(_loca + (2L * glyph));
        long to = _longLoca ? _tables.U32(_loca + (4L * glyph) + 4) : 2L * _tables.U16(_loca + (2L * glyph) + 2);
        return to > from && to <= _tables.Length("glyf") ? _tables.Slice(_glyf + (int)from, (int)(to - from)) : default;
    }

    private double Scale(int units) => units * 1000.0 / UnitsPerEm;

    /// <summary>Reads the Unicode map: the full one where there is one, else that of the basic plane.</summary>
    private void ReadMap()
    {
        int cmap = _tables.Offset("cmap"), count = _tables.U16(cmap + 2);
        var maps = new List<(int Rank, long At)>();
        for (int i = 0; i < count; i++)
        {
            int row = cmap + 4 + (8 * i);
            int rank = (_tables.U16(row), _tables.U16(row + 2)) switch { (3, 10) => 4, (0, 4 or 6) => 3, (3, 1) => 2, (0, 0 or 1 or 2 or 3) => 1, _ => 0 };
            if (rank > 0) maps.Add((rank, cmap + (long)_tables.U32(row + 4)));
        }
        foreach (var (_, at) in maps.OrderByDescending(map => map.Rank))
        {
            if (_tables.U16(at) == 12) ReadGroups(at);
            else if (_tables.U16(at) == 4) ReadSegments(at);
            if (_glyphs.Count > 0) return;
        }
    }

    private void ReadGroups(long at)
    {
        uint groups = Math.Min(_tables.U32(at + 12), 50_000);
        for (uint g = 0; g < groups; g++)
        {
            long row = at + 16 + (12L * g), first = _tables.U32(row), last = Math.Min(_tables.U32(row + 4), 0x10FFFF), glyph = _tables.U32(row + 8);
            for (long c = first; c <= last && glyph < _glyphCount; c++, glyph++) Map((int)c, (int)glyph);
        }
    }

    private void ReadSegments(long at)
    {
        int segments = _tables.U16(at + 6) / 2;
        long ends = at + 14, starts = ends + (2L * segments) + 2, deltas = starts + (2L * segments), offsets = deltas + (2L * segments);
        for (int s = 0; s < segments; s++)
        {
            int end = _tables.U16(
                ends + (2 * s)), start = _tables.U16(starts + (2 * s)), delta = _tables.U16(deltas + (2 * s)), offset = _tables.U16(offsets + (2 * s));
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                int glyph = offset == 0 ? c : _tables.U16(offsets + (2 * s) + offset + (2L * (c - start)));
                if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
                Map(c, glyph);
            }
        }
    }

    private void Map(int character, int glyph)
    {
        if (glyph != 0 && glyph < _glyphCount) _glyphs.TryAdd(character, glyph);
    }
}
