using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>How the running text says things: one of several phrasings by a number, amounts in 万元, changes and percentages of the amounts as printed.</summary>
/// <remarks>Percentages are computed from what the text prints, as a reader would: they agree with it and, within rounding, with the tables.</remarks>
/// <param name="number">Any number: the same one words alike.</param>
internal sealed class Wording(int number)
{
    private readonly int _decimals = (number & 1) + 1;
    private readonly Dictionary<decimal, decimal> _changes = [];

    /// <summary>One of the phrasings, the same one for the same question.</summary>
    /// <param name="question">Any number that tells questions apart.</param>
    /// <param name="phrasings">At least one.</param>
    public string Of(int question, params ReadOnlySpan<string> phrasings) => phrasings[(int)((uint)HashCode(question) % phrasings.Length)];

    /// <summary>A number from 0 up to below the bound.</summary>
    public int Below(int question, int bound) => (int)((uint)HashCode(question) % bound);

    /// <summary>An amount in 元 as 万元 with two decimals, without its unit.</summary>
    public static decimal Wan(decimal yuan) => Math.Round(yuan / 10_000m, 2, MidpointRounding.AwayFromZero);

    /// <summary>An amount in 元 as it stands in a sentence.</summary>
    public static string Money(decimal yuan) => $"{Plain(Wan(yuan))}万元";

    /// <summary>A figure of two decimals.</summary>
    public static string Plain(decimal wan) => wan.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>How much of the whole the part is; null where the whole is printed as nothing.</summary>
    public string? Share(decimal part, decimal whole) => Wan(whole) == 0 ? null : Percent(Wan(part) / Wan(whole));

    /// <summary>By how much an amount differs from another one: 增加1.00万元，增长5.0%; 与…持平.</summary>
    /// <param name="now">In 元.</param>
    /// <param name="before">In 元.</param>
    /// <param name="lead">What stands before 增加 and 减少: 收入总计, 各.</param>
    public string Change(decimal now, decimal before, string lead = "")
    {
        var by = Wan(now) - Wan(before);
        if (by == 0) return $"{lead}持平";
        var (more, rise) = by > 0 ? ("增加", "增长") : ("减少", "下降");
        var rate = Wan(before) == 0 ? "" : $"，{rise}{Percent(Math.Abs(by) / Wan(before))}";
        return $"{lead}{more}{Plain(Math.Abs(by))}万元{rate}";
    }

    /// <summary>Whether a total may be compared with last year's: false where another total of the same size was said to change otherwise, which a reader would
    /// take for a slip.</summary>
    public bool MayCompare(decimal now, decimal before)
    {
        var by = Wan(now) - Wan(before);
        return _changes.TryAdd(Wan(now), by) || _changes[Wan(now)] == by;
    }

    /// <summary>A reason that fits the direction of a change, or any.</summary>
    public string Reason(int question, decimal now, decimal before) => Wan(now).CompareTo(Wan(before)) switch
    {
        > 0 => Of(question, "项目经费增加", "人员调入，工资标准调整", "当年新增工作任务", "上级安排的项目支出增加"),
        < 0 => Of(question, "项目经费减少", "厉行节约，压减一般性开支", "部分项目跨年实施", "人员退休"),
        _ => "",
    };

    private string Percent(decimal ratio) =>
        Math.Round(ratio * 100, _decimals, MidpointRounding.AwayFromZero).ToString(_decimals == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture) + "%";

    private int HashCode(int question)
    {
        unchecked
        {
            var hash = ((uint)number * 2654435761u) ^ ((uint)question * 40503u);
            hash ^= hash >> 15;
            hash *= 2246822519u;
            return (int)(hash ^ (hash >> 13));
        }
    }
}
