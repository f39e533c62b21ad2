using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>A Type 0 font: codes to CIDs by a CMap, CIDs to glyphs and widths by its descendant.</summary>
internal sealed class CompositeFont : PdfFont
{
    private readonly CMap _encoding;
    private readonly CMap? _toUnicode;
    private readonly UnicodeCodes _codes;
    private readonly string _collection;
    private readonly GlyphMetrics _metrics;
    private readonly Lazy<EmbeddedProgram?> _program;

    private CompositeFont(PdfDictionary dictionary, PdfDictionary descendant, PdfDictionary? descriptor, NameTable names) : base(dictionary, descriptor)
    {
        _encoding = ReadEncoding(dictionary, names, out _codes);
        _toUnicode = ReadToUnicode(dictionary, names);
        _metrics = new GlyphMetrics(descendant);
        _collection = (descendant.Dictionary("CIDSystemInfo")?.Get("Ordering") as PdfString)?.Text ?? "";
        _program = new(() => EmbeddedProgram.Read(descriptor, descendant));
    }

    public override bool IsVertical => _encoding.IsVertical;

    public static CompositeFont Create(PdfDictionary dictionary, NameTable names)
    {
        var descendant = (dictionary.Array("DescendantFonts") is { Count: > 0 } fonts ? fonts[0] as PdfDictionary : dictionary.Dictionary("DescendantFonts"))
            ?? PdfDictionary.Empty;
        return new CompositeFont(dictionary, descendant, descendant.Dictionary("FontDescriptor"), names);
    }

    protected override uint NextCode(ReadOnlySpan<byte> text, ref int position, out int length) => _encoding.Next(text, ref position, out length);

    protected override Glyph Create(uint code, int length)
    {
        int cid = _encoding.Cid(length, code);
        double width = _metrics.Width(cid) / 1000;
        var (text, source) = Text(code, length, cid);
        bool space = length == 1 && code == 32;
        if (!IsVertical) return new Glyph(UnicodeFolding.Fold(text), source, width, space);
        var (advance, x, y) = _metrics.Vertical(cid);
        return new Glyph(UnicodeFolding.Fold(text), source, width, space) { VerticalAdvance = advance / 1000, VerticalOrigin = (x / 1000, y / 1000) };
    }

    private (string Text, UnicodeSource Source) Text(uint code, int length, int cid)
    {
        string? stated = _toUnicode?.Text(code);
        if (Says(stated) && !IsPrivate(stated!)) return (stated!, UnicodeSource.Stated);
        string? found = PredefinedCMaps.Decode(_codes, code, length);
        if (Says(found)) return (found!, UnicodeSource.Standard);
        if (_collection == "GB1" && PredefinedCMaps.Gb1Text(cid) is { } collected && Says(collected)) return (collected, UnicodeSource.Standard);
        if (_program.Value?.Character(cid) is { } shown && Says(shown)) return (shown, UnicodeSource.Standard);
        if (Says(stated)) return (stated!, UnicodeSource.Stated);
        return _program.Value?.IsBlank(cid) == true ? (" ", UnicodeSource.Standard) : ("\uFFFD", UnicodeSource.Unknown);
    }

    private CMap ReadEncoding(PdfDictionary dictionary, NameTable names, out UnicodeCodes codes)
    {
        codes = UnicodeCodes.No;
        switch (dictionary.Get("Encoding"))
        {
            case PdfName name:
                codes = PredefinedCMaps.CodesOf(name.Value);
                if (PredefinedCMaps.Find(name.Value) is { } known) return known;
                Report($"编码“{name.Value}”未知，按两字节编码读取。");
                return name.Value.EndsWith('V') ? CMap.IdentityVertical : CMap.IdentityHorizontal;
            case PdfStream stream:
                var given = stream.Dictionary.Get("UseCMap") switch
                {
                    PdfName used => PredefinedCMaps.Find(used.Value),
                    PdfStream used when used != stream => CMapParser.Parse(used.DecodeForFont().Span, PredefinedCMaps.Find, names),
                    _ => null,
                };
                bool? vertical = stream.Dictionary.Number("WMode") is { } mode ? mode == 1 : null;
                var map = CMapParser.Parse(stream.DecodeForFont().Span, PredefinedCMaps.Find, names, (given, vertical));
                if (map.HasCids) return map;
                Report("内嵌编码没有任何映射，按两字节编码读取。");
                return map.IsVertical ? CMap.IdentityVertical : CMap.IdentityHorizontal;
            default:
                Report("缺少编码，按两字节编码读取。");
                return CMap.IdentityHorizontal;
        }
    }
}
