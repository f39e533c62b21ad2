using System.Globalization;
using System.Text;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>Reads the built-in encoding in the readable part of a Type 1 font program.</summary>
internal static class Type1Program
{
    /// <summary>The glyph name of each code; null where the font uses Adobe's standard encoding or tells nothing.</summary>
    public static string?[]? ReadEncoding(ReadOnlySpan<byte> data)
    {
        int end = data.IndexOf("eexec"u8);
        if (end >= 0) data = data[..end];
        int start = data.IndexOf("/Encoding"u8);
        if (start < 0) return null;
        string text = Encoding.Latin1.GetString(data.Slice(start, Math.Min(data.Length - start, 64 * 1024)));
        string[] words = text.Replace("/", " /", StringComparison.Ordinal).Split([' ', '\t', '\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && words[1] == "StandardEncoding") return null;
        var names = new string?[256];
        bool any = false;
        for (int i = 1; i + 3 < words.Length; i++)
        {
            if (words[i] is "readonly" or "def" && any) break;
            if (words[i] == "dup" && Code(words[i + 1]) is { } code && words[i + 2].StartsWith('/'))
            {
                names[code] = words[i + 2][1..];
                any = true;
            }
        }

        return any ? names : null;
    }

    private static int? Code(string word)
    {
        if (word.StartsWith("8#", StringComparison.Ordinal))
        {
            int octal = 0;
            foreach (char c in word.AsSpan(2)) octal = (octal * 8) + (c - '0');
            return octal is >= 0 and < 256 ? octal : null;
        }

        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code < 256 ? code : null;
    }
}
