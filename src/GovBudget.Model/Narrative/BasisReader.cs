using System.Globalization;

namespace GovBudget.Model;

/// <summary>What something is compared with: 与2022年度相比, 比上年, 较2022年决算, 比年初预算.</summary>
internal static class BasisReader
{
    private static readonly string[] PreviousYear = ["上一年度", "上年度", "上年同期", "上一度", "上一年", "上年", "去年同期", "去年"];

    private static readonly string[] Ends = ["相比较", "相比", "比较", "对比", "比", "相较", "同比"];

    /// <summary>The basis that begins there and its length; null where none does.</summary>
    public static (ComparisonBasis Basis, int Length)? Read(string text, int at)
    {
        if (At(text, at, "同比") && !At(text, at, "同比例")) return (ComparisonBasis.LastYear(), 2);
        var i = at + 1;
        int? year = null;
        var previous = false;
        if (i + 5 <= text.Length && int.TryParse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text[i + 4] is '年' or '度' && number is >= 1990 and <= 2099)
        {
            year = number;
            i += At(text, i + 4, "年度") ? 6 : 5;
        }
        else if (PreviousYear.FirstOrDefault(w => At(text, i, w)) is { } word)
        {
            previous = true;
            i += word.Length;
        }
        if (i < text.Length && text[i] == '的') i++;
        var measure = Lexicon.Measures.FirstOrDefault(m => At(text, i, m.Words));
        if (measure.Words is not null) i += measure.Words.Length;
        else if (At(text, i, "支出") && (year is not null || previous) && EndsAt(text, i + 2)) i += 2;
        if (i < text.Length && text[i] == '数') i++;
        var basis = new ComparisonBasis(year, previous, measure.Measure);
        var end = Ends.FirstOrDefault(w => At(text, i, w));
        if (end is not null) i += end.Length;
        if (basis.IsOtherYear) return text[at] is '和' && end is null ? null : (basis, i - at);
        return measure.Words is not null && (end is not null || EndsAt(text, i)) ? (basis, i - at) : null;
    }

    private static bool EndsAt(string text, int at) =>
        Lexicon.Words.Any(w => w.Kind is TokenKind.Direction or TokenKind.Flat && At(text, at, w.Word));

    private static bool At(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
