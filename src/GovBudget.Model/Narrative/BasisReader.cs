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
        if (At(text, at, "同比") && !At(text, at, "同比例")) return Whole(text, at) ?? (ComparisonBasis.LastYear(), 2);
        var i = at + 1;
        int? year = null;
        var previous = false;
        if (i + 5 <= text.Length
            && int.TryParse(text.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && text[i + 4] is '年' or '度'
            && number is >= 1990 and <= 2099)
        {
            year = number;
            i += At(text, i + 4, "年度") ? 6 : 5;
        }
        else if (PreviousYear.FirstOrDefault(w => At(text, i, w)) is { } word)
        {
            previous = true;
            i += word.Length;
        }
        // 2019年（疫情前）
        if ((year is not null || previous)
            && i < text.Length
            && text[i] == '（'
            && text.IndexOf('）', i) is var close and > 0
            && close - i <= 12
            && !Lexicon.IsDirection(text[(i + 1)..close]))
            i = close + 1;
        if (i < text.Length && text[i] == '的') i++;
        var measure = Lexicon.Measures.FirstOrDefault(m => At(text, i, m.Words));
        if (measure.Words is not null) i += measure.Words.Length;
        else if (At(text, i, "支出") && (year is not null || previous) && EndsAt(text, i + 2)) i += 2;
        if (measure.Words is null && (year is not null || previous) && NamedMeasure(text, i) is { } named) (measure, i) = named;
        if (i < text.Length && text[i] == '数') i++;
        if (i < text.Length && text[i] == '字' && text[i - 1] == '数') i++; // 预算数字
        if (measure.Words is not null && At(text, i, "年相比")) i++;
        var basis = new ComparisonBasis(year, previous, measure.Measure);
        var end = Ends.FirstOrDefault(w => At(text, i, w));
        if (end is not null) i += end.Length;
        if (basis.IsOtherYear) return text[at] is '和' && end is null ? null : (basis, i - at);
        return measure.Words is not null
            && (end is not null || EndsAt(text, i) || (i < text.Length && char.IsAsciiDigit(text[i]) && (text[at] is '比' or '较' || FigureCompared(text, i))))
            ? (basis, i - at)
            : null;
    }

    /// <summary>同比2022年, 同比上年度: the year said again; null where none is.</summary>
    private static (ComparisonBasis Basis, int Length)? Whole(string text, int at) =>
        Read(string.Concat("比", text.AsSpan(at + 2, Math.Min(10, text.Length - at - 2))), 0) is ({ IsOtherYear: true } basis, var length)
            ? (basis, length + 1)
            : null;

    /// <summary>与年初预算120.00万元相比: a figure stands before the end of the comparison.</summary>
    private static bool FigureCompared(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ',' or '万' or '亿' or '元')) at++;
        return At(text, at, "相比") || At(text, at, "比较") || At(text, at, "对比");
    }

    /// <summary>比2023年“三公”经费财政拨款年初预算数6.00万元…: words, a measure and then the figure itself; null where they do not stand so.</summary>
    private static ((string Words, FigureMeasure Measure), int End)? NamedMeasure(string text, int at)
    {
        var figure = at;
        while (figure < text.Length && figure - at <= 30 && text[figure] is not ('，' or '。' or '；' or '：' or '、') && !char.IsAsciiDigit(text[figure])) figure++;
        if (figure >= text.Length || !char.IsAsciiDigit(text[figure])) return null;
        var end = text[figure - 1] == '数' ? figure - 1 : figure;
        foreach (var measure in Lexicon.Measures)
        {
            if (end - measure.Words.Length < at || !At(text, end - measure.Words.Length, measure.Words)) continue;
            return Lexicon.Words.Any(w => w.Kind is TokenKind.Direction or TokenKind.Flat or TokenKind.Order
                && text.AsSpan(at, end - at).Contains(w.Word, StringComparison.Ordinal))
                ? null
                : (measure, end);
        }
        return null;
    }

    private static bool EndsAt(string text, int at) =>
        At(text, at, "分别") || Lexicon.Words.Any(w => w.Kind is TokenKind.Direction or TokenKind.Flat && At(text, at, w.Word))
        || Lexicon.ShortDirections.Any(w => At(text, at, w)
            && at + w.Length < text.Length
            && (char.IsAsciiDigit(text[at + w.Length])
                || (text[at + w.Length] == '了' && at + w.Length + 1 < text.Length && char.IsAsciiDigit(text[at + w.Length + 1]))));

    private static bool At(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
