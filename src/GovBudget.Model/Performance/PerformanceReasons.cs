namespace GovBudget.Model;

/// <summary>Why a check of a performance form could not judge, in words that fit every figure.</summary>
internal static class PerformanceReasons
{
    public const string NoScore = "没有得分";

    public const string NotByRule = "目标值与实际完成值不能按计分规则计算";

    /// <summary>Each reason with its English.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>
    {
        ["数字过大，不能计算"] = "figures too large to be added",
        ["有指标没有分值，不能合计"] = "an indicator has no points: no sum",
        ["没有分值"] = "no points are printed",
        ["预算执行情况没有印分值，不能合计"] = "the points of budget execution are not printed: no sum",
        ["预算执行情况不在表中，不能合计"] = "budget execution is not in the table: no sum",
        ["总分大于读到的分值之和，可能有指标没有读到"] = "the total is above the points that were read: an indicator may be missing",
        [NoScore] = "no score is printed",
        [NotByRule] = "target and achievement cannot be scored by the rule",
        ["没有总分"] = "no total is printed",
        ["没有得分，不能合计"] = "no scores: no sum",
        ["有指标没有得分，不能合计"] = "an indicator has no score: no sum",
        ["没有执行率"] = "no rate is printed",
        ["预算数为 0 或没有填写，没有执行率"] = "the budget is 0 or blank: no rate",
        ["执行率不是百分比"] = "the rate is no percentage",
        ["预算数或执行数没有填写"] = "budget or executed amount is blank",
        ["没有等级"] = "no grade is printed",
        ["印的不是等级"] = "what is printed is no grade",
        ["目标值没有方向"] = "the target has no direction",
        ["指标名称看不出方向"] = "the indicator's name shows no direction",
        ["没有得分或分值"] = "score or points are not printed",
        ["目标值或实际完成值不是数量"] = "target or achievement is no quantity",
        ["分值不是正数"] = "the points are not positive",
        ["实际完成值不是数量"] = "the achievement is no quantity",
        ["不是百分比指标"] = "the indicator is no rate",
    };

    public static Wording Of(string reason) => new(reason, Known.GetValueOrDefault(reason, reason));
}
