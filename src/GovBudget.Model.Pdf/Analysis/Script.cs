using System.Text.RegularExpressions;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>What kind of writing a character belongs to, as far as spacing and wrapping care.</summary>
internal static partial class Script
{
    /// <summary>Whether the text paints nothing.</summary>
    public static bool IsBlank(string text)
    {
        foreach (char c in text)
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD') && !char.IsControl(c)) return false;
        return true;
    }

    /// <summary>Ideographs, full-width forms and Chinese punctuation.</summary>
    public static bool IsChinese(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFFEF'
            or '“' or '”' or '‘' or '’' or '…' or '—' or '⸺' or '⸻' or '·' || char.IsSurrogate(c);

    /// <summary>An ideograph proper.</summary>
    public static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' || char.IsSurrogate(c);

    /// <summary>Whether no line begins with it.</summary>
    public static bool NeverBegins(char c) => "，。、；：？！）》」』】〕”’％,.;:?!)%".Contains(c, StringComparison.Ordinal);

    /// <summary>A character that figures are made of.</summary>
    public static bool IsFigure(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '%' or '，' or '．' or '－' or '+';

    /// <summary>A whole printed figure: digits, properly grouped or not at all, with or without sign, decimals and per cent.</summary>
    public static bool IsNumber(string text) => NumberPattern().IsMatch(text);

    /// <summary>Something that stands in a column of figures: a number or a dash for none.</summary>
    public static bool IsNumberOrDash(string text) => IsNumber(text) || DashPattern().IsMatch(text);

    /// <summary>An ordinal such as 十六、 or （一） or 1. at the beginning.</summary>
    public static bool BeginsWithOrdinal(string text) => OrdinalPattern().IsMatch(text);

    [GeneratedRegex(@"^[-－−△▲+(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[)）]?[%％]?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[-－—–⸺⸻─/]+$")]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^\s*(?:[（(]?[一二三四五六七八九十廿]{1,4}[、）).．]|[（(]?\d{1,2}[、）).．](?!\d)|第[一二三四五六七八九十\d]+[部章节条])")]
    private static partial Regex OrdinalPattern();
}
