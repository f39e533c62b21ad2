using System.Text.RegularExpressions;

namespace GovBudget.Model;

/// <summary>What can be asked of one line of a performance form: pure functions.</summary>
public static partial class IndicatorChecks
{
    /// <summary>All checks of a line that has something to check.</summary>
    /// <param name="indicator">The line.</param>
    /// <param name="weight">Its points; see <see cref="Goal.WeightOf"/>.</param>
    public static IEnumerable<PerformanceResult> Check(Indicator indicator, Amount? weight)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        IEnumerable<PerformanceResult> goal =
        [
            .. PerformanceChecks.Guarded(PerformanceCheck.TargetDirection, indicator.Path, () => [Direction(indicator)]),
            .. PerformanceChecks.Guarded(PerformanceCheck.PercentSign, indicator.Path, () => [PercentSign(indicator)]),
        ];
        return indicator.Achieved is null
            ? goal
            : [.. goal, .. PerformanceChecks.Guarded(PerformanceCheck.FullScoreMissedTarget, indicator.Path, () => [FullScoreMissedTarget(indicator, weight)]),
                AchievedIsFigure(indicator)];
    }

    /// <summary>Whether ≥ and ≤ go the way the indicator's name means: no 满意度 of at most 90 %, no 投诉率 of at least 5 %.</summary>
    /// <exception cref="OverflowException">The target needs more than 28 digits.</exception>
    public static PerformanceResult Direction(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var target = indicator.EffectiveTarget;
        if (target is not (Target.AtLeast or Target.MoreThan or Target.AtMost or Target.LessThan))
            return Unjudged(PerformanceCheck.TargetDirection, indicator, "目标值没有方向");
        var name = TargetPattern.Fold(indicator.Name);
        TargetDirection? expected = Undesired().IsMatch(name) || Limit().IsMatch(name) ? TargetDirection.Negative
            : Desired().IsMatch(name) ? TargetDirection.Positive : null;
        if (expected is null) return Unjudged(PerformanceCheck.TargetDirection, indicator, "指标名称看不出方向");
        // 预算完成率≤100% bounds a rate from above and means no harm.
        var bound = expected == TargetDirection.Positive
            && Quantities.Align(target.Figure!.Value, new Amount(100m, Unit.Percent)) is { } aligned
            && aligned.Left.High >= 1m;
        var right = target.Direction == expected || bound;
        return new PerformanceResult(
            PerformanceCheck.TargetDirection,
            indicator.Path,
            right ? PerformanceVerdict.Exact : PerformanceVerdict.Violated,
            right
                ? new($"“{target}”方向与指标一致", $"“{target}” goes the way of the indicator")
                : expected == TargetDirection.Negative
                    ? new($"“{indicator.Name}”越低越好，目标值却是“{target}”", $"the lower “{indicator.Name}” the better, but the target is “{target}”")
                    : new($"“{indicator.Name}”越高越好，目标值却是“{target}”", $"the higher “{indicator.Name}” the better, but the target is “{target}”"));
    }

    /// <summary>Whether a line that missed its target, rounding aside, did not get all its points.</summary>
    /// <remarks>An “=” target is missed from below; of a cost indicator also from above.</remarks>
    /// <param name="indicator">The line.</param>
    /// <param name="weight">Its points; see <see cref="Goal.WeightOf"/>.</param>
    /// <exception cref="OverflowException">The figures need more than 28 digits.</exception>
    public static PerformanceResult FullScoreMissedTarget(Indicator indicator, Amount? weight)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        const PerformanceCheck Check = PerformanceCheck.FullScoreMissedTarget;
        if (indicator.Score is not { } score || weight is not { } points) return Unjudged(Check, indicator, "没有得分或分值");
        if (indicator.EffectiveTarget is not { IsQuantity: true } target || indicator.Achieved is not { IsQuantity: true } achieved)
        {
            return Unjudged(Check, indicator, "目标值或实际完成值不是数量");
        }
        if (points.Value <= 0) return Unjudged(Check, indicator, "分值不是正数");
        var outcome = QuantityScoring.Score(target, achieved, points.Value, indicator.IsCost);
        if (outcome.Admits is not { } admits) return PerformanceChecks.Unjudged(Check, indicator.Path, outcome.Why, PerformanceReasons.NotByRule);
        var missed = admits.High < points.Value;
        var verdict = missed && score.Value >= points.Value ? PerformanceVerdict.Violated : PerformanceVerdict.Exact;
        return new PerformanceResult(Check, indicator.Path, verdict,
            outcome.Why + new Wording($"；印 {score.Format()}，分值 {points.Format()}", $"; printed {score.Format()} of {points.Format()}"))
        { Expected = admits, Actual = score };
    }

    /// <summary>Whether 实际完成值 is what was achieved and not the target said again (≥90%) or another inequality, from which no score can be computed.</summary>
    public static PerformanceResult AchievedIsFigure(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.Achieved is not { IsQuantity: true } achieved) return Unjudged(PerformanceCheck.AchievedIsFigure, indicator, "实际完成值不是数量");
        if (achieved is Target.Equal)
            return new PerformanceResult(PerformanceCheck.AchievedIsFigure, indicator.Path, PerformanceVerdict.Exact,
                $"实际完成值“{achieved}”是数值", $"“{achieved}” is a figure");
        var repeats = indicator.EffectiveTarget is { } target && TargetPattern.Fold(target.Text) == TargetPattern.Fold(achieved.Text);
        return new PerformanceResult(
            PerformanceCheck.AchievedIsFigure,
            indicator.Path,
            PerformanceVerdict.Violated,
            repeats
                ? new($"实际完成值“{achieved}”只是重复目标值，不是实际数值", $"achieved “{achieved}” only repeats the target")
                : new($"实际完成值“{achieved}”是范围，不是实际数值", $"achieved “{achieved}” is a range"));
    }

    /// <summary>Whether a rate is printed as one: 98% and not 0.98 or 1.</summary>
    public static PerformanceResult PercentSign(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.EffectiveTarget?.Figure is not { } figure || !Rate().IsMatch(TargetPattern.Fold(indicator.Name)))
        {
            return Unjudged(PerformanceCheck.PercentSign, indicator, "不是百分比指标");
        }
        var bare = figure.Unit == Unit.None && figure.Value is > 0 and <= 1;
        var percent = ScoreOutcome.Show(figure.Value * 100);
        return new PerformanceResult(PerformanceCheck.PercentSign, indicator.Path, bare ? PerformanceVerdict.Violated : PerformanceVerdict.Exact,
            bare
                ? new Wording($"百分比指标值印成“{indicator.EffectiveTarget}”，应为 {percent}%", $"a rate printed as “{indicator.EffectiveTarget}”, should be {percent}%")
                : new Wording($"“{indicator.EffectiveTarget}”", $"“{indicator.EffectiveTarget}”"))
        { Actual = figure };
    }

    private static PerformanceResult Unjudged(PerformanceCheck check, Indicator indicator, string why) => PerformanceChecks.Unjudged(check, indicator.Path, why);

    // What one wants little of, and nothing behind it that turns it round (投诉办结率).
    [GeneratedRegex("(投诉|事故|差错|违规|违纪|失误|返工|空置|死亡|浪费|不满意|超时|逾期|错误)(发生|案件|事件)?(率|度|次数|起数|件数|数量|数)?$")]
    private static partial Regex Undesired();

    [GeneratedRegex("(限额|成本|费用)(控制|控制数|总额)?$")]
    private static partial Regex Limit();

    [GeneratedRegex("(?<!不)(满意|完成|覆盖|合格|及时|达标|参与|参保|兑现|准确|办结|知晓|验收|执行)(率|度)$|^受益.*(人数|人次|户数|群众|学生数?)$")]
    private static partial Regex Desired();

    [GeneratedRegex("(率|满意度|比例|占比|比重)$")]
    private static partial Regex Rate();
}
