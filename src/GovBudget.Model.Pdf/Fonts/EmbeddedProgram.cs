using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>The font program embedded for a CID font, asked for the character of a CID.</summary>
internal sealed class EmbeddedProgram
{
    private readonly TrueTypeProgram? _trueType;
    private readonly CffProgram? _cff;
    private readonly ReadOnlyMemory<byte>? _glyphOfCid;

    private EmbeddedProgram(TrueTypeProgram? trueType, CffProgram? cff, ReadOnlyMemory<byte>? glyphOfCid) =>
        (_trueType, _cff, _glyphOfCid) = (trueType, cff, glyphOfCid);

    public static EmbeddedProgram? Read(PdfDictionary? descriptor, PdfDictionary descendant)
    {
        ReadOnlyMemory<byte>? map = descendant.Stream("CIDToGIDMap")?.DecodeForFont();
        if (descriptor?.Stream("FontFile2") is { } trueType) return new EmbeddedProgram(new TrueTypeProgram(trueType.DecodeForFont()), null, map);
        if (descriptor?.Stream("FontFile3") is not { } compact) return null;
        var data = compact.DecodeForFont();
        if (!data.Span.StartsWith("OTTO"u8) && !data.Span.StartsWith("\0\u0001\0\0"u8)) return new EmbeddedProgram(null, CffProgram.Read(data), map);
        var openType = new TrueTypeProgram(data);
        return new EmbeddedProgram(openType, openType.Cff.IsEmpty ? null : CffProgram.Read(openType.Cff), map);
    }

    /// <summary>The character that a CID shows; null where the font does not tell.</summary>
    public string? Character(int cid)
    {
        int glyph = GlyphOf(cid);
        if (glyph <= 0) return null;
        return _trueType?.Character(glyph) ?? (_cff?.GlyphName(glyph) is { } name ? GlyphNames.Text(name) : null);
    }

    /// <summary>Whether a CID paints nothing, as a space does; false where the font does not tell.</summary>
    public bool IsBlank(int cid) => _trueType?.IsBlank(GlyphOf(cid)) ?? false;

    private int GlyphOf(int cid)
    {
        if (_glyphOfCid is { } map) return 2L * cid + 1 < map.Length ? (map.Span[2 * cid] << 8) | map.Span[(2 * cid) + 1] : 0;
        return _cff is { IsCidKeyed: true } ? _cff.GlyphOfCid(cid) : cid;
    }
}
