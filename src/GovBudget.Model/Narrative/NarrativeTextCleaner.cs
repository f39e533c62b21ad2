using System.Text;

namespace GovBudget.Model;

/// <summary>Brings text to one way of writing: no white space but between Latin words, digits and % half width, brackets and punctuation full width.</summary>
internal static class NarrativeTextCleaner
{
    public static string Clean(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                if (builder.Length > 0 && IsLatin(builder[^1]) && NextVisible(text, i) is { } next && IsLatin(next)) builder.Append(' ');
                continue;
            }
            builder.Append(Fold(c));
        }
        for (var i = 0; i < builder.Length; i++)
        {
            builder[i] = builder[i] switch
            {
                ',' when !IsGroupComma(builder, i) => '，',
                '，' when IsGroupComma(builder, i) => ',',
                '.' when i + 1 == builder.Length && i > 0 && !char.IsAsciiLetterOrDigit(builder[i - 1]) => '。',
                var c => c,
            };
        }
        return builder.ToString();
    }

    private static char Fold(char c) => c switch
    {
        >= '０' and <= '９' => (char)('0' + (c - '０')),
        >= 'Ａ' and <= 'Ｚ' => (char)('A' + (c - 'Ａ')),
        >= 'ａ' and <= 'ｚ' => (char)('a' + (c - 'ａ')),
        '％' or '﹪' => '%',
        '．' => '.',
        '(' or '﹙' => '（',
        ')' or '﹚' => '）',
        ':' or '∶' or '﹕' => '：',
        ';' or '﹔' => '；',
        '﹐' => '，',
        '－' or '−' or '﹣' or '‐' or '–' => '-',
        '〝' or '＂' or '„' => '“',
        '〞' or '‟' => '”',
        _ => c,
    };

    /// <summary>A comma between groups of three digits: 1,202.95 — also where it was set full width.</summary>
    private static bool IsGroupComma(StringBuilder text, int at)
    {
        if (at == 0 || at + 3 >= text.Length) return false;
        for (var i = at + 1; i <= at + 3; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
        }
        if (at + 4 < text.Length && char.IsAsciiDigit(text[at + 4])) return false;
        var digits = 0;
        while (at - 1 - digits >= 0 && char.IsAsciiDigit(text[at - 1 - digits])) digits++;
        if (digits is 0 or > 3) return false;
        return at - 1 - digits < 0 || text[at - 1 - digits] != '.';
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static char? NextVisible(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
        return from < text.Length ? Fold(text[from]) : null;
    }
}
