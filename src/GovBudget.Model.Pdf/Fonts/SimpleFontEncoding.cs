using System.Globalization;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>Finds the text of a simple font's 256 codes: stated encoding and differences, else what the font program has built in.</summary>
internal static class SimpleFontEncoding
{
    private const int Symbolic = 4;

    public static (string? Text, UnicodeSource Source)[] Read(PdfDictionary dictionary, PdfDictionary? descriptor, string subtype, string fontName)
    {
        var encoding = dictionary.Get("Encoding");
        var details = encoding as PdfDictionary;
        string? stated = SimpleEncodings.Find((encoding as PdfName)?.Value ?? details?.Name("BaseEncoding"));
        bool symbolic = (descriptor?.Integer("Flags") & Symbolic) != 0 && descriptor is not null;

        var codes = new (string? Text, UnicodeSource Source)[256];
        if (stated is not null) Fill(codes, stated, UnicodeSource.Standard);
        else if (fontName.StartsWith("Symbol", StringComparison.Ordinal) && descriptor?.Stream("FontFile2") is null)
            Fill(codes, SimpleEncodings.Symbol, UnicodeSource.Standard);
        else if (fontName.Contains("Dingbats", StringComparison.Ordinal)) Fill(codes, SimpleEncodings.ZapfDingbats, UnicodeSource.Standard);
        else if (subtype == "Type3") { }
        else if (subtype == "TrueType") Fill(codes, SimpleEncodings.WinAnsi, symbolic ? UnicodeSource.Guessed : UnicodeSource.Standard);
        else Fill(codes, SimpleEncodings.Standard, symbolic ? UnicodeSource.Guessed : UnicodeSource.Standard);

        if (stated is null || symbolic) ReadBuiltIn(codes, descriptor, stated is not null);
        if (details?.Array("Differences") is { } differences)
            Apply(codes, differences, fontName.Contains("Dingbats", StringComparison.Ordinal), new(() =>
                descriptor?.Stream("FontFile2") is { } program ? new TrueTypeProgram(program.DecodeForFont()) : null));
        return codes;
    }

    private static void Fill((string? Text, UnicodeSource Source)[] codes, string table, UnicodeSource source)
    {
        for (int code = 0; code < 256; code++)
        {
            if (table[code] != '\0') codes[code] = (table[code].ToString(), source);
        }
    }

    /// <summary>Takes what the font program says. A symbolic TrueType font shows glyphs by its own map, whatever encoding is stated; its answer counts only
    /// where it knows characters.</summary>
    private static void ReadBuiltIn((string? Text, UnicodeSource Source)[] codes, PdfDictionary? descriptor, bool stated)
    {
        if (descriptor?.Stream("FontFile2") is { } trueType)
        {
            if (stated) return; // producers mark Latin subsets symbolic and state WinAnsi: the statement is right
            var font = new TrueTypeProgram(trueType.DecodeForFont());
            for (int code = 0; code < 256; code++)
            {
                if (font.SymbolGlyph(code) is > 0 and var glyph && font.Character(glyph) is { } text) codes[code] = (text, UnicodeSource.Standard);
            }
        }
        else if (!stated && descriptor?.Stream("FontFile") is { } type1)
        {
            Name(codes, Type1Program.ReadEncoding(type1.DecodeForFont().Span));
        }
        else if (!stated && descriptor?.Stream("FontFile3") is { } compact)
        {
            var data = compact.DecodeForFont();
            if (data.Span.StartsWith("OTTO"u8)) data = new TrueTypeProgram(data).Cff;
            if (CffProgram.Read(data) is not { } program) return;
            if (program.Encoding is null) Fill(codes, SimpleEncodings.Standard, UnicodeSource.Standard);
            Name(codes, program.Encoding);
        }
    }

    private static void Name((string? Text, UnicodeSource Source)[] codes, string?[]? names)
    {
        if (names is null) return;
        for (int code = 0; code < 256; code++)
        {
            if (names[code] is { } name) codes[code] = TextOf(name, code);
        }
    }

    private static void Apply((string? Text, UnicodeSource Source)[] codes, PdfArray differences, bool dingbats, Lazy<TrueTypeProgram?> program)
    {
        int code = 0;
        bool numbered = NumbersItsCodes(differences);
        for (int i = 0; i < differences.Count; i++)
        {
            switch (differences[i])
            {
                case PdfNumber number:
                    code = (int)Math.Clamp(number.Value, -1, 256);
                    break;
                case PdfName name when code is >= 0 and < 256:
                    codes[code] = NumberedGlyph(name.Value) is { } glyph && program.Value?.Character(glyph) is { } shown
                        ? (shown, UnicodeSource.Standard)
                        : numbered && IsNumber(name.Value, code) ? ("\uFFFD", UnicodeSource.Unknown)
                        : !dingbats && IsDingbat(name.Value) ? (null, UnicodeSource.Unknown)
                        : TextOf(name.Value, code);
                    code++;
                    break;
            }
        }
    }

    /// <summary>Whether names merely number the codes (a0 a1 a2 …, from before the printable ones on): then no number is a character.</summary>
    private static bool NumbersItsCodes(PdfArray differences)
    {
        int code = 0;
        for (int i = 0; i < differences.Count; i++)
        {
            if (differences[i] is PdfNumber number) code = (int)Math.Clamp(number.Value, -1, 256);
            else if (differences[i] is PdfName name)
            {
                if (code is >= 0 and <= 32 or >= 127 && IsNumber(name.Value, code)) return true;
                code++;
            }
        }

        return false;
    }

    private static bool IsNumber(string name, int code) =>
        name.Length > 1 && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number == code;

    /// <summary>Names that mean a sign in ZapfDingbats and nothing elsewhere.</summary>
    private static bool IsDingbat(string name) => name is "a8" or "a20";

    /// <summary>The glyph that names such as g12, gid12, glyph12, cid12 number; null for other names.</summary>
    private static int? NumberedGlyph(string name)
    {
        foreach (string prefix in (ReadOnlySpan<string>)["glyph", "index", "gid", "cid", "g"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int glyph))
                return glyph;
        }

        return null;
    }

    /// <summary>Names like g65 or c65 number a producer's own glyphs: where such a number is the code itself, the code is the best guess.</summary>
    private static (string? Text, UnicodeSource Source) TextOf(string name, int code)
    {
        if (GlyphNames.Text(name) is { } text) return (text, UnicodeSource.Standard);
        bool guess = code is > 32 and < 127 && IsNumber(name, code);
        return guess ? (((char)code).ToString(), UnicodeSource.Guessed) : (null, UnicodeSource.Unknown);
    }
}
