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
        else if (fontName.StartsWith("Symbol", StringComparison.Ordinal) && descriptor?.Stream("FontFile2") is null) Fill(codes, SimpleEncodings.Symbol, UnicodeSource.Standard);
        else if (fontName.Contains("Dingbats", StringComparison.Ordinal)) Fill(codes, SimpleEncodings.ZapfDingbats, UnicodeSource.Standard);
        else if (subtype == "Type3") { }
        else if (subtype == "TrueType") Fill(codes, SimpleEncodings.WinAnsi, symbolic ? UnicodeSource.Guessed : UnicodeSource.Standard);
        else Fill(codes, SimpleEncodings.Standard, symbolic ? UnicodeSource.Guessed : UnicodeSource.Standard);

        if (stated is null || symbolic) ReadBuiltIn(codes, descriptor, stated is not null);
        if (details?.Array("Differences") is { } differences) Apply(codes, differences);
        return codes;
    }

    private static void Fill((string? Text, UnicodeSource Source)[] codes, string table, UnicodeSource source)
    {
        for (int code = 0; code < 256; code++)
        {
            if (table[code] != '\0') codes[code] = (table[code].ToString(), source);
        }
    }

    /// <summary>Takes what the font program says. A symbolic TrueType font shows glyphs by its own map, whatever encoding is stated; its answer counts only where it knows characters.</summary>
    private static void ReadBuiltIn((string? Text, UnicodeSource Source)[] codes, PdfDictionary? descriptor, bool stated)
    {
        if (descriptor?.Stream("FontFile2") is { } trueType)
        {
            if (stated) return; // producers mark Latin subsets symbolic and state WinAnsi: the statement is right
            var font = new TrueTypeProgram(trueType.Decode());
            for (int code = 0; code < 256; code++)
            {
                if (font.SymbolGlyph(code) is > 0 and var glyph && font.Character(glyph) is { } text) codes[code] = (text, UnicodeSource.Standard);
            }
        }
        else if (!stated && descriptor?.Stream("FontFile") is { } type1)
        {
            Name(codes, Type1Program.ReadEncoding(type1.Decode().Span));
        }
        else if (!stated && descriptor?.Stream("FontFile3") is { } compact)
        {
            var data = compact.Decode();
            if (data.Span.StartsWith("OTTO"u8)) data = new TrueTypeProgram(data).Cff;
            Name(codes, CffProgram.Read(data)?.Encoding);
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

    private static void Apply((string? Text, UnicodeSource Source)[] codes, PdfArray differences)
    {
        int code = 0;
        for (int i = 0; i < differences.Count; i++)
        {
            switch (differences[i])
            {
                case PdfNumber number:
                    code = (int)Math.Clamp(number.Value, -1, 256);
                    break;
                case PdfName name when code is >= 0 and < 256:
                    codes[code] = TextOf(name.Value, code);
                    code++;
                    break;
            }
        }
    }

    /// <summary>Names like g65 or c65 number a producer's own glyphs: where such a number is the code itself, the code is the best guess.</summary>
    private static (string? Text, UnicodeSource Source) TextOf(string name, int code)
    {
        if (GlyphNames.Text(name) is { } text) return (text, UnicodeSource.Standard);
        bool guess = name.Length > 1 && int.TryParse(name.AsSpan(1), out int number) && number == code && code is > 32 and < 127;
        return guess ? (((char)code).ToString(), UnicodeSource.Guessed) : (null, UnicodeSource.Unknown);
    }
}
