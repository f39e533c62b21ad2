using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace GovBudget.Model;

/// <summary>How targets are printed: a sign or words before a number with its unit, or words after it; else words alone.</summary>
internal static partial class TargetPattern
{
    private enum Sign
    {
        Equal,
        AtLeast,
        MoreThan,
        AtMost,
        LessThan,
    }

    private static readonly SearchValues<char> NoUnit = SearchValues.Create("前后底，。；、：:,;≥≤><=");

    // Longer before shorter: ≥ written >=, 不低于 before 低于.
    private static readonly (string Text, Sign Sign)[] Before =
    [
        (">=", Sign.AtLeast), ("<=", Sign.AtMost), ("=>", Sign.AtLeast), ("=<", Sign.AtMost),
        ("≥", Sign.AtLeast), ("≤", Sign.AtMost), (">", Sign.MoreThan), ("<", Sign.LessThan), ("=", Sign.Equal),
        ("大于等于", Sign.AtLeast), ("大于或等于", Sign.AtLeast), ("小于等于", Sign.AtMost), ("小于或等于", Sign.AtMost),
        ("不低于", Sign.AtLeast), ("不少于", Sign.AtLeast), ("不小于", Sign.AtLeast), ("至少", Sign.AtLeast), ("达到", Sign.AtLeast),
        ("不超过", Sign.AtMost), ("不高于", Sign.AtMost), ("不大于", Sign.AtMost), ("不多于", Sign.AtMost), ("最多", Sign.AtMost), ("控制在", Sign.AtMost),
        ("大于", Sign.MoreThan), ("超过", Sign.MoreThan), ("高于", Sign.MoreThan), ("多于", Sign.MoreThan),
        ("小于", Sign.LessThan), ("低于", Sign.LessThan), ("少于", Sign.LessThan), ("等于", Sign.Equal),
    ];

    // 民法典 art. 1259: 以上、以下、以内 include the number itself, 不满、超过、以外 do not.
    private static readonly (string Text, Sign Sign)[] After =
    [
        ("(含)以上", Sign.AtLeast), ("(含)以下", Sign.AtMost), ("及以上", Sign.AtLeast), ("及以下", Sign.AtMost), ("及以内", Sign.AtMost),
        ("以上", Sign.AtLeast), ("以下", Sign.AtMost), ("以内", Sign.AtMost), ("之内", Sign.AtMost),
    ];

    public static ParseResult<Target> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ParseResult<Target>.Fail("空白不是指标值：应为例如 ≥90%、5次、应保尽保。");
        var printed = text.Trim();
        var folded = Fold(printed);
        return ParseResult<Target>.Of(
            (Target?)Range(printed, folded) ?? Quantity(printed, folded) ?? (Target?)Choice(printed, folded) ?? new Target.Words(printed));
    }

    public static string Join(string? nature, string? value, string? unit)
    {
        var (sign, body) = (nature?.Trim() ?? "", value?.Trim() ?? "");
        if (Fold(sign) is "定性" or "定性指标" || body.Length == 0 || !char.IsAsciiDigit(Fold(body)[0])) return body;
        var known = Before.Any(b => b.Text == Fold(sign));
        var suffix = unit?.Trim() ?? "";
        return (known ? sign : "") + body + (suffix is "无" or "/" or "—" || body.EndsWith(suffix, StringComparison.Ordinal) ? "" : suffix);
    }

    /// <summary>A sign and a quantity as forms print them.</summary>
    /// <exception cref="ArgumentException">What would be printed would not be read as that quantity.</exception>
    public static string Canonical(string sign, Amount quantity)
    {
        var text = sign + Print(quantity);
        return Parse(text).TryGetValue(out var target) && target.Figure == quantity
            ? text
            : throw new ArgumentException($"“{text}” does not read as a quantity: its unit is none that a form prints behind a number.", nameof(quantity));
    }

    /// <summary>A range as forms print it.</summary>
    /// <exception cref="ArgumentException">What would be printed would not be read as that range.</exception>
    public static string Canonical(Amount low, Amount high)
    {
        var text = $"{Print(low)}-{Print(high)}";
        return Parse(text).TryGetValue(out var target) && target is Target.Between range && range.Low == low && range.High == high
            ? text
            : throw new ArgumentException($"“{text}” does not read as a range.", nameof(high));
    }

    private static string Print(Amount quantity) => quantity.Format() + quantity.Unit;

    /// <summary>The text in which two cells that say the same are the same: half-width, one sign for one meaning, no white space.</summary>
    public static string Fold(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF') continue;
            builder.Append(c switch
            {
                >= '！' and <= '～' when c is not ('～' or '，' or '；') => (char)(c - '！' + '!'),
                '≧' or '⩾' or '≽' => '≥',
                '≦' or '⩽' or '≼' => '≤',
                '﹥' => '>',
                '﹤' => '<',
                '﹦' => '=',
                '﹪' => '%',
                '−' => '-',
                _ => c,
            });
        }
        return builder.ToString();
    }

    private static Target.Between? Range(string printed, string folded)
    {
        if (RangeText().Match(folded) is { Success: true } range)
        {
            var (lowUnit, highUnit) = (range.Groups["lowUnit"].Value, range.Groups["unit"].Value);
            if (lowUnit.Length > 0 && lowUnit != highUnit) return null;
            return Both(printed, range.Groups["low"].Value, range.Groups["high"].Value, highUnit);
        }
        if (BothSigns().Match(folded) is { Success: true } both && both.Groups["lowUnit"].Value == both.Groups["unit"].Value)
        {
            return Both(printed, both.Groups["low"].Value, both.Groups["high"].Value, both.Groups["unit"].Value);
        }
        return null;
    }

    private static Target.Between? Both(string printed, string low, string high, string unit) =>
        UnitOf(unit, bare: true) is { } u && Number(low, u) is { } a && Number(high, u) is { } b && a.Value <= b.Value
            ? new Target.Between(printed, a, b)
            : null;

    private static Target? Quantity(string printed, string folded)
    {
        var sign = default(Sign?);
        var body = folded;
        // 满意度≥90%: the name of what is measured may stand before the sign.
        var at = folded.AsSpan().IndexOfAny("≥≤><=");
        if (at > 0 && !folded.AsSpan(0, at).ContainsAnyInRange('0', '9')) body = folded[at..];
        foreach (var (prefix, meaning) in Before)
        {
            if (!body.StartsWith(prefix, StringComparison.Ordinal)) continue;
            (sign, body) = (meaning, body[prefix.Length..]);
            break;
        }
        foreach (var (suffix, meaning) in After)
        {
            // 控制在17万元以内 says the same twice; ≥90%以下 contradicts itself and stays words.
            if (!body.EndsWith(suffix, StringComparison.Ordinal)) continue;
            if (sign is { } already && already != meaning) return null;
            (sign, body) = (meaning, body[..^suffix.Length]);
            break;
        }
        if (NumberText().Match(body) is not { Success: true } match) return null;
        if (UnitOf(match.Groups["unit"].Value, bare: sign is null) is not { } unit || Number(match.Groups["number"].Value, unit) is not { } quantity)
            return null;
        if (sign is null && unit.Name == "年" && quantity.Value is > 1900 and < 2200) return null;
        return sign switch
        {
            Sign.AtLeast => new Target.AtLeast(printed, quantity),
            Sign.MoreThan => new Target.MoreThan(printed, quantity),
            Sign.AtMost => new Target.AtMost(printed, quantity),
            Sign.LessThan => new Target.LessThan(printed, quantity),
            _ => new Target.Equal(printed, quantity),
        };
    }

    private static Target.OneOf? Choice(string printed, string folded)
    {
        var parts = folded.Split(folded.Contains('/', StringComparison.Ordinal) ? '/' : '或');
        var plain = parts.Length > 1 && parts.All(p => p.Length is > 0 and <= 6 && !p.Any(char.IsAsciiDigit)) && parts.Distinct().Count() == parts.Length;
        return plain ? new Target.OneOf(printed, [.. parts]) : null;
    }

    // A unit is short and names no point in time (12月底前) and no sentence (100%完成整改).
    private static Unit? UnitOf(string text, bool bare)
    {
        if (text.Length > 8 || text.AsSpan().ContainsAny(NoUnit) || text.StartsWith("月份", StringComparison.Ordinal)) return null;
        if (bare && text is "月" or "日" or "号" or "点") return null;
        if (text.StartsWith('%') && text.Length > 1) return null;
        return text is "百分比" or "百分点" ? Unit.Percent : Unit.Of(text);
    }

    private static Amount? Number(string text, Unit unit) => Amount.TryParse(text, unit, out var amount) ? amount : null;

    [GeneratedRegex(@"^(?<number>[+-]?\d[\d,]*(\.\d+)?)(?<unit>m2|m3|km2|\D*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^(?<low>\d[\d,]*(\.\d+)?)(?<lowUnit>m2|m3|km2|[^\d\-~～—–至到]*)(-|~|～|—|——|–|至|到)(?<high>\d[\d,]*(\.\d+)?)(?<unit>m2|m3|km2|\D*)$", RegexOptions.CultureInvariant)]
    private static partial Regex RangeText();

    [GeneratedRegex(@"^≥(?<low>\d[\d,]*(\.\d+)?)(?<lowUnit>m2|m3|km2|[^\d且，,、;；≤]*)(且|，|,|、|;|；)?≤(?<high>\d[\d,]*(\.\d+)?)(?<unit>m2|m3|km2|\D*)$", RegexOptions.CultureInvariant)]
    private static partial Regex BothSigns();
}
