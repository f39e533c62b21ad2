namespace GovBudget.Model;

/// <summary>What is asked of a performance form.</summary>
public enum PerformanceCheck
{
    /// <summary>分值合计为 100.</summary>
    WeightsSum,

    /// <summary>得分不超过分值.</summary>
    ScoreWithinWeight,

    /// <summary>得分符合计分规则.</summary>
    ScoreByRule,

    /// <summary>总分等于各项得分之和.</summary>
    Total,

    /// <summary>执行率 = 执行数 ÷ 预算数.</summary>
    ExecutionRate,

    /// <summary>执行数不超过（调整后）预算数.</summary>
    ExecutionWithinBudget,

    /// <summary>等级与总分一致.</summary>
    Grade,

    /// <summary>指标方向（≥、≤）与指标含义一致.</summary>
    TargetDirection,

    /// <summary>未达目标不得满分.</summary>
    FullScoreMissedTarget,

    /// <summary>实际完成值应为实际数值，不重复目标值.</summary>
    AchievedIsFigure,

    /// <summary>百分比指标值带 %.</summary>
    PercentSign,

    /// <summary>部门与项目的同名相对指标目标值一致.</summary>
    SameIndicatorTarget,

    /// <summary>部门与项目的同名相对指标往年值一致.</summary>
    SameIndicatorOtherYears,

    /// <summary>同名指标的二级指标一致.</summary>
    SameIndicatorLevel,

    /// <summary>部门整体的绝对值不小于其中一个项目.</summary>
    WholeNotBelowPart,

    /// <summary>年度目标不低于同表长期目标.</summary>
    AnnualNotBelowLongTerm,
}

/// <summary>What one check of a performance form gave.</summary>
/// <param name="Check">What was asked.</param>
/// <param name="Where">The indicator's path, the goal's or the row's name, or 总分.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Message">The arithmetic behind it, in Chinese.</param>
/// <param name="EnglishMessage">The same in English; names and what is printed stay Chinese.</param>
public sealed record PerformanceResult(PerformanceCheck Check, string Where, PerformanceVerdict Verdict, string Message, string EnglishMessage)
{
    internal PerformanceResult(PerformanceCheck check, string where, PerformanceVerdict verdict, Wording message)
        : this(check, where, verdict, message.Chinese, message.English)
    {
    }

    /// <summary>Why it was not judged, in words that fit every figure.</summary>
    internal string Reason { get; init; } = Message;

    /// <summary>What the printed figure should be, where that is a number.</summary>
    public AmountInterval? Expected { get; init; }

    /// <summary>The printed figure, where there is one.</summary>
    public Amount? Actual { get; init; }
}
