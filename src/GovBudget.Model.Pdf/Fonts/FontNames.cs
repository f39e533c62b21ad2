using System.Text;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>Reads font names. Chinese producers write them as raw bytes of GBK, which a PDF name carries as Latin-1 characters.</summary>
internal static class FontNames
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>The name for people: subset prefix removed, bytes decoded.</summary>
    public static string Read(string raw)
    {
        if (raw.Length > 7 && raw[6] == '+') raw = raw[7..];
        bool ascii = true;
        foreach (char c in raw) ascii &= c < 0x80;
        if (ascii) return raw;
        byte[] bytes = Encoding.Latin1.GetBytes(raw);
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return s_gbk.GetString(bytes);
        }
    }

    /// <summary>Whether a name consists, in part, of bytes that only GBK makes sense of.</summary>
    public static bool IsRawGbk(string raw)
    {
        int high = 0;
        foreach (char c in raw) high += c is >= '\u0081' and <= '\u00FE' ? 1 : 0;
        return high >= 2;
    }

    /// <summary>Whether a name says bold.</summary>
    public static bool SaysBold(string name) =>
        name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || name.Contains("Black", StringComparison.OrdinalIgnoreCase)
        || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase) || name.Contains('粗', StringComparison.Ordinal);
}
