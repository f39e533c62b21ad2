using System.Globalization;
using System.Text;

namespace GovBudget.Model;

/// <summary>How figures are printed: digits (half or full width), commas every three digits, a sign before or round brackets around, a unit behind.</summary>
/// <remarks>Understood: <c>1202.95</c>, <c>1,202.95</c>, <c>１２．５</c>, <c>-3</c>, <c>−3</c>, <c>△3</c> (minus three), <c>+3</c>, <c>（1.00）</c> (minus one),
/// <c>1,202.95万元</c>, <c>12 %</c>. White space counts for nothing.
/// Refused: commas elsewhere than every three digits, two decimal points, anything before the number, more than 28 digits.</remarks>
internal static class AmountPattern
{
    public static ParseResult<Amount> Parse(string? text, Unit unit)
    {
        if (string.IsNullOrWhiteSpace(text)) return ParseResult<Amount>.Fail("空白不是数字：应为例如 1,202.95。");
        var compact = Compact(text);
        var body = compact;
        if (SuffixUnits.FirstOrDefault(u => body.EndsWith(u.Name, StringComparison.Ordinal)) is { Name.Length: > 0 } suffix)
        {
            unit = suffix;
            body = body[..^suffix.Name.Length];
        }
        else if (unit != Unit.None && Compact(unit.Name) is var own && body.EndsWith(own, StringComparison.Ordinal))
        {
            body = body[..^own.Length];
        }
        var negative = false;
        if (body.Length > 2 && body[0] == '(' && body[^1] == ')')
        {
            negative = true;
            body = body[1..^1];
        }
        else if (body.Length > 1 && body[0] is ('-' or '+'))
        {
            negative = body[0] == '-';
            body = body[1..];
        }
        if (Fault(body) is { } fault) return ParseResult<Amount>.Fail($"“{Excerpt(text)}”不是数字：{fault}；应为例如 1,202.95、-3.50、（1.00）。");
        var value = decimal.Parse(body.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return ParseResult<Amount>.Of(new Amount(negative && value != 0 ? -value : value, unit));
    }

    private static readonly Unit[] SuffixUnits = [.. Unit.Money, Unit.Percent];

    private static string Excerpt(string text) => text.Trim() is { Length: > 40 } t ? t[..40] + "…" : text.Trim();

    private static string? Fault(string body)
    {
        var point = body.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? body : body[..point];
        var digits = 0;
        foreach (var c in body)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is not (',' or '.')) return $"含有“{c}”";
        }
        if (digits == 0) return "没有数字";
        if (digits > 28) return "超过 28 位";
        if (whole.Length == 0) return "小数点前没有数字";
        if (point >= 0 && (point == body.Length - 1 || body.IndexOfAny(['.', ','], point + 1) >= 0)) return "小数点有误";
        if (whole.Contains(',', StringComparison.Ordinal))
        {
            var groups = whole.Split(',');
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3)) return "千分位逗号不在每三位之间";
        }
        return null;
    }

    private static string Compact(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF') continue;
            builder.Append(c switch
            {
                >= '０' and <= '９' => (char)('0' + (c - '０')),
                '．' => '.',
                '，' => ',',
                '（' => '(',
                '）' => ')',
                '－' or '−' or '–' or '‐' or '﹣' or '△' or '▲' => '-',
                '％' => '%',
                _ => c,
            });
        }
        return builder.ToString();
    }
}
