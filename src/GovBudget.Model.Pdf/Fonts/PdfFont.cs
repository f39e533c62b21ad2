using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>What a code of a string shows.</summary>
/// <param name="Text">Its Unicode text, folded; U+FFFD where unknown.</param>
/// <param name="Source">How the text was found.</param>
/// <param name="Width">Its advance in units of the font size.</param>
/// <param name="IsSpaceCode">Whether it is the one-byte code 32, which word spacing widens.</param>
internal sealed record Glyph(string Text, UnicodeSource Source, double Width, bool IsSpaceCode)
{
    /// <summary>In vertical writing: the advance downwards (negative), in units of the font size.</summary>
    public double VerticalAdvance { get; init; }

    /// <summary>In vertical writing: the vector from the horizontal to the vertical origin.</summary>
    public (double X, double Y) VerticalOrigin { get; init; }
}

/// <summary>A font as content uses it: codes to glyphs. Safe for concurrent use: what is remembered is only a cache of immutable glyphs.</summary>
internal abstract class PdfFont
{
    private const double UsualAscent = 0.88;
    private const double UsualDescent = -0.12;
    private readonly Glyph?[]?[] _glyphs = new Glyph?[256][];
    private readonly List<string> _diagnostics = [];

    protected PdfFont(PdfDictionary dictionary, PdfDictionary? descriptor)
    {
        string raw = dictionary.Name("BaseFont") ?? descriptor?.Name("FontName") ?? dictionary.Name("Name") ?? "";
        RawName = raw;
        Name = FontNames.Read(raw);
        int flags = descriptor?.Integer("Flags") ?? 0;
        IsBold = FontNames.SaysBold(Name) || (flags & (1 << 18)) != 0 || descriptor?.Number("FontWeight", 0) >= 600;
        (Ascent, Descent) = Extent(descriptor);
    }

    /// <summary>The name, without subset prefix.</summary>
    public string Name { get; }

    public bool IsBold { get; }

    /// <summary>Above the baseline, in units of the font size.</summary>
    public double Ascent { get; protected init; }

    /// <summary>Below the baseline (negative), in units of the font size.</summary>
    public double Descent { get; protected init; }

    /// <summary>Whether text runs downwards, letters upright.</summary>
    public virtual bool IsVertical => false;

    /// <summary>What could not be read of the font.</summary>
    public IReadOnlyList<string> Diagnostics => _diagnostics;

    /// <summary>The name's bytes as Latin-1 characters, prefix and all.</summary>
    protected string RawName { get; }

    /// <summary>The next glyph of a string; moves on by at least one byte.</summary>
    public Glyph Next(ReadOnlySpan<byte> text, ref int position)
    {
        uint code = NextCode(text, ref position, out int length);
        if (length > 2 || code > 0xFFFF) return Create(code, length);
        // One- and two-byte codes share the table: a font that has both never has the same value in both lengths with other text.
        var row = _glyphs[code >> 8] ??= new Glyph?[256];
        ref var glyph = ref row[code & 255];
        if (glyph is not null && glyph.IsSpaceCode == (length == 1 && code == 32)) return glyph;
        return glyph = Create(code, length);
    }

    /// <summary>Splits the next code off a string.</summary>
    protected abstract uint NextCode(ReadOnlySpan<byte> text, ref int position, out int length);

    /// <summary>Makes the glyph of a code.</summary>
    protected abstract Glyph Create(uint code, int length);

    protected void Report(string message) => _diagnostics.Add($"字体“{Name}”：{message}");

    /// <summary>Whether text says something: maps to nothing, to control characters or to U+FFFD do not.</summary>
    protected static bool Says(string? text) =>
        text is { Length: > 0 } && text[0] is not ('\uFFFD' or < ' ' or (>= '\u007F' and < '\u00A0')) && IsWellFormed(text);

    /// <summary>Whether text is in the private use area, where only the font knows what it shows.</summary>
    protected static bool IsPrivate(string text) => text[0] is >= '\uE000' and <= '\uF8FF';

    /// <summary>A dictionary's ToUnicode map; null where there is none.</summary>
    protected static CMap? ReadToUnicode(PdfDictionary dictionary, NameTable names)
    {
        switch (dictionary.Get("ToUnicode"))
        {
            case PdfName { Value: "Identity-H" or "Identity-V" }:
                return new CMap { TextRanges = [new(1, 0xD7FF, "\u0001"), new(0xE000, 0xFFFF, "\uE000")] };
            case PdfStream stream:
                return CMapParser.Parse(stream.DecodeForFont().Span, PredefinedCMaps.Find, names);
            default:
                return null;
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static (double Ascent, double Descent) Extent(PdfDictionary? descriptor)
    {
        double ascent = (descriptor?.Number("Ascent", 0) ?? 0) / 1000, descent = (descriptor?.Number("Descent", 0) ?? 0) / 1000;
        if (descent > 0) descent = -descent;
        return ascent is > 0.4 and < 1.6 && descent is <= 0 and > -0.8 ? (ascent, descent) : (UsualAscent, UsualDescent);
    }
}
