using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Reads an inline image's entries and steps over its bytes.</summary>
internal static class InlineImage
{
    /// <summary>Reads from after <c>BI</c> to after <c>EI</c>; gives the dictionary with the short keys written out.</summary>
    public static PdfDictionary Read(ReadOnlySpan<byte> data, ref int position, NameTable names)
    {
        var parser = new PdfParser(data, position, null, names);
        var entries = new Dictionary<string, PdfObject>();
        while (true)
        {
            var token = parser.Lexer.Next();
            if (token == PdfToken.End || (token == PdfToken.Keyword && parser.Lexer.Is("ID"u8))) break;
            if (token != PdfToken.Name) continue;
            string key = names.Get(parser.Lexer.Bytes);
            key = key switch
            {
                "W" =>
                "Width",
                "H" =>
                    "Height",
                "IM" =>
                        "ImageMask",
                "BPC" => "BitsPerComponent",
                "CS" => "ColorSpace",
                "F" => "Filter",
                "DP" => "DecodeParms",
                "D" => "Decode",
                _ => key
            };
            entries[key] = parser.Parse();
        }

        position = End(data, Math.Min(parser.Lexer.Position + 1, data.Length));
        return new PdfDictionary(entries);
    }

    /// <summary>The place after the <c>EI</c> that ends the image: one between white space, with text, not image bytes, after it.</summary>
    private static int End(ReadOnlySpan<byte> data, int start)
    {
        for (int p = start; p + 1 < data.Length; p++)
        {
            int next = data[p..].IndexOf("EI"u8);
            if (next < 0) return data.Length;
            p += next;
            bool before = p == start || PdfLexer.IsWhite(data[p - 1]) || data[p - 1] == '>';
            bool after = p + 2 >= data.Length || PdfLexer.IsWhite(data[p + 2]);
            if (before && after && LooksLikeContent(data[(p + 2)..])) return p + 2;
        }

        return data.Length;
    }

    private static bool LooksLikeContent(ReadOnlySpan<byte> data)
    {
        foreach (byte b in data[..Math.Min(data.Length, 16)])
        {
            if (b > 126 || (b < 32 && !PdfLexer.IsWhite(b)) || b == 0) return false;
        }

        return true;
    }
}
