using System.Text;

namespace GovBudget.Model;

/// <summary>How printed labels are compared: spacing, brackets, quotes, full-width forms and leading ordinals count for nothing.</summary>
public static class Label
{
    private const string ChineseDigits = "一二三四五六七八九十廿卅百零〇";

    /// <summary>The text without white space and quotes, its full-width letters and digits made half-width, its brackets full-width.</summary>
    /// <param name="text">A printed text.</param>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = 0; // most labels are printed as they are compared
        while (clean < text.Length && Folded(text[clean]) == text[clean]) clean++;
        if (clean == text.Length) return text;
        var builder = new StringBuilder(text, 0, clean, text.Length);
        foreach (var c in text.AsSpan(clean))
        {
            if (Folded(c) is var folded and not '\0') builder.Append(folded);
        }
        return builder.ToString();
    }

    /// <summary>What a letter is compared as; NUL where it counts for nothing.</summary>
    private static char Folded(char c) => c switch
    {
        >= '\u4E00' and <= '\u9FFF' => c,
        '\u200B' or '\uFEFF' or '“' or '”' or '"' or '＂' or '‘' or '’' or '\'' or '「' or '」' => '\0',
        '(' or '﹙' or '〔' or '[' or '［' => '（',
        ')' or '﹚' or '〕' or ']' or '］' => '）',
        ':' => '：',
        '／' => '/',
        ',' => '，',
        '．' => '.',
        >= '０' and <= '９' => (char)('0' + (c - '０')),
        >= 'Ａ' and <= 'Ｚ' => (char)('A' + (c - 'Ａ')),
        >= 'ａ' and <= 'ｚ' => (char)('a' + (c - 'ａ')),
        _ => char.IsWhiteSpace(c) ? '\0' : c,
    };

    /// <summary>The label's own words: white space and leading ordinals (一、 （一） 1. 廿一、 ①) removed, nothing else changed.</summary>
    /// <param name="label">A printed label.</param>
    public static string Name(string? label)
    {
        var text = Squeeze(label);
        while (OrdinalLength(text) is var length and > 0 && length < text.Length) text = text[length..];
        return text;
    }

    /// <summary>Whether both labels have the same words.</summary>
    public static bool Same(string? left, string? right) => Fold(Name(left)) == Fold(Name(right));

    /// <summary>Whether the label begins with an ordinal.</summary>
    internal static bool HasOrdinal(string? label) => OrdinalLength(Squeeze(label)) > 0;

    internal static string Squeeze(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        foreach (var c in text) if (IsSpace(c)) return string.Concat(text.Where(c => !IsSpace(c)));
        return text;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    private static int OrdinalLength(string text)
    {
        if (text.Length < 2) return 0;
        if (text[0] is >= '①' and <= '⑳') return 1;
        var open = text[0] is '（' or '(';
        var start = open ? 1 : 0;
        var i = start;
        var chinese = ChineseDigits.Contains(text[i], StringComparison.Ordinal);
        while (i < text.Length
            && (chinese ? ChineseDigits.Contains(text[i], StringComparison.Ordinal) : char.IsAsciiDigit(text[i]) || text[i] is >= '０' and <= '９'))
            i++;
        if (i == start || i >= text.Length || (!chinese && i - start > 2)) return 0;
        if (open) return text[i] is '）' or ')' ? i + 1 : 0;
        if (text[i] is '、') return i + 1;
        if (text[i] is '）' or ')' && !chinese) return i + 1;
        return text[i] is '.' or '．' && !(i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) ? i + 1 : 0;
    }
}
