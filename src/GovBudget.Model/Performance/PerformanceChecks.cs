namespace GovBudget.Model;

/// <summary>The arithmetic of self-evaluations (绩效自评表): pure functions from a form to what each check gave.</summary>
public static class PerformanceChecks
{
    /// <summary>All checks of a self-evaluation. Figures too large to calculate with (more than 28 digits in between) make a check not evaluated.</summary>
    /// <remarks>The single checks throw <see cref="OverflowException"/> there.</remarks>
    /// <param name="form">The form.</param>
    /// <param name="rule">The rule to score by.</param>
    public static IEnumerable<PerformanceResult> Check(SelfEvaluation form, ScoringRule rule)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rule);
        return
        [
            .. Guarded(PerformanceCheck.WeightsSum, "分值", () => [WeightsSum(form, rule)]),
            .. Guarded(PerformanceCheck.ScoreWithinWeight, "得分", () => ScoresWithinWeights(form, rule)),
            .. Guarded(PerformanceCheck.ScoreByRule, "得分", () => ScoresByRule(form, rule)),
            .. Guarded(PerformanceCheck.Total, "总分", () => [Total(form)]),
            .. form.Execution.SelectMany(row => Guarded(PerformanceCheck.ExecutionRate, row.Name, () => [ExecutionRate(row)])),
            .. form.Execution.SelectMany(row => Guarded(PerformanceCheck.ExecutionWithinBudget, row.Name, () => [ExecutionWithinBudget(row)])),
            .. Guarded(PerformanceCheck.Grade, "等级", () => [Grade(form, rule.Grades)]),
            .. form.Goals.SelectMany(g => g.Indicators.SelectMany(i => IndicatorChecks.Check(i, g.WeightOf(i)))),
        ];
    }

    internal static PerformanceResult[] Guarded(PerformanceCheck check, string where, Func<IEnumerable<PerformanceResult>> results)
    {
        try
        {
            return [.. results()];
        }
        catch (OverflowException)
        {
            return [Unjudged(check, where, "数字过大，不能计算")];
        }
    }

    /// <summary>Whether the points add up: budget execution, and every goal's own points or those of its indicators.</summary>
    /// <param name="form">The form.</param>
    /// <param name="rule">Says the points of budget execution where the form does not.</param>
    /// <param name="full">What they should add up to.</param>
    public static PerformanceResult WeightsSum(SelfEvaluation form, ScoringRule rule, decimal full = 100m)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rule);
        var terms = new List<decimal>();
        if (form.ExecutionTotal is { } row) terms.Add(row.Weight?.Value ?? rule.ExecutionWeight);
        foreach (var goal in form.Goals)
        {
            if (goal.Indicators.Count > 0 && goal.Indicators.All(i => i.Weight is not null)) terms.AddRange(goal.Indicators.Select(i => i.Weight!.Value.Value));
            else if (goal.Weight is { } weight) terms.Add(weight.Value);
            else return Unjudged(PerformanceCheck.WeightsSum, "分值", "有指标没有分值，不能合计");
        }
        if (terms.Count == 0) return Unjudged(PerformanceCheck.WeightsSum, "分值", "没有分值");
        var sum = terms.Sum();
        // points of budget execution that are not printed but assumed: the form may give it none, or others
        if (form.ExecutionTotal is { Weight: null } && sum != full) return Unjudged(PerformanceCheck.WeightsSum, "分值", "预算执行情况没有印分值，不能合计");
        // 90 of indicators and, by the forms, 10 (Hubei: 20) of a budget execution that this table does not print
        if (form.ExecutionTotal is null && ScoringRule.Known.Any(r => sum + r.ExecutionWeight == full))
            return Unjudged(PerformanceCheck.WeightsSum, "分值", "预算执行情况不在表中，不能合计");
        if (sum < full && form.Total is { } total && total.Value > sum) return Unjudged(PerformanceCheck.WeightsSum, "分值", "总分大于读到的分值之和，可能有指标没有读到");
        return new PerformanceResult(PerformanceCheck.WeightsSum, "分值", sum == full ? PerformanceVerdict.Exact : PerformanceVerdict.Violated,
            $"{Terms(terms)} = {Show(sum)}，应为 {Show(full)}", $"{Terms(terms)} = {Show(sum)}, should be {Show(full)}")
        {
            Expected = AmountInterval.Exactly(full),
            Actual = new Amount(sum, Unit.None),
        };
    }

    /// <summary>Whether no score exceeds its points: budget execution's, each indicator's, and of a goal whose indicators have no points of their own, their
    /// sum.</summary>
    public static IEnumerable<PerformanceResult> ScoresWithinWeights(SelfEvaluation form, ScoringRule rule)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rule);
        if (form.ExecutionTotal is { Score: { } score } row) yield return Within("预算执行情况", score, row.Weight?.Value ?? rule.ExecutionWeight);
        foreach (var goal in form.Goals)
        {
            foreach (var indicator in goal.Indicators)
            {
                if (indicator.Score is { } points && goal.WeightOf(indicator) is { } weight) yield return Within(indicator.Path, points, weight.Value);
            }
            if (goal is { Indicators.Count: > 1, Weight: { } whole } && goal.Indicators.All(i => i.Weight is null && i.Score is not null))
            {
                yield return Within(goal.Label, new Amount(goal.Indicators.Sum(i => i.Score!.Value.Value), Unit.None), whole.Value);
            }
        }
    }

    /// <summary>Whether every printed score is one that the rule gives, rounding included.</summary>
    public static IEnumerable<PerformanceResult> ScoresByRule(SelfEvaluation form, ScoringRule rule)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Evaluate(
            form).Steps.Select(step => new PerformanceResult(PerformanceCheck.ScoreByRule, step.Name, step.Verdict, step.Outcome.Why + Printed(step))
            {
                Expected = step.Outcome.Admits,
                Actual = step.Printed,
                Reason = step.Printed is null ? PerformanceReasons.NoScore : PerformanceReasons.NotByRule,
            });

        static Wording Printed(ScoreStep step) =>
            step.Printed is { } printed ? new($"；印 {printed.Format()}", $"; printed {printed.Format()}") : new($"；{PerformanceReasons.NoScore}", "; no score is printed");
    }

    /// <summary>Whether the total is the sum of the scores printed above it.</summary>
    /// <remarks>A score printed whole is taken as given; one with decimals, that of budget execution, and the total with their rounding. Where a score is
    /// missing, anything up to its points may stand for it: the total then is judged only if it fits nothing.</remarks>
    public static PerformanceResult Total(SelfEvaluation form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Total is not { } total) return Unjudged(PerformanceCheck.Total, "总分", "没有总分");
        var (scores, admits, missing) = (new List<decimal>(), new List<AmountInterval>(), new List<string>());
        var least = false;
        if (form.ExecutionTotal is { } row) Count("预算执行情况", row.Score, row.Weight, rounded: true);
        foreach (var goal in form.Goals)
        {
            foreach (var indicator in goal.Indicators) Count(indicator.Name, indicator.Score, goal.WeightOf(indicator) ?? goal.Weight, rounded: false);
        }
        if (scores.Count == 0) return Unjudged(PerformanceCheck.Total, "总分", "没有得分，不能合计");
        var expected = AmountInterval.Sum(admits);
        var printed = AmountInterval.Of(Points(total));
        var fits = least ? expected.Low <= printed.High : expected.Meets(printed);
        var verdict = !fits ? PerformanceVerdict.Violated
            : missing.Count > 0 ? PerformanceVerdict.NotEvaluated
            : scores.Sum() == total.Value ? PerformanceVerdict.Exact : PerformanceVerdict.Rounded;
        var (sum, names) = ($"{Terms(scores)} = {Show(scores.Sum())}", string.Join('、', missing));
        return new PerformanceResult(PerformanceCheck.Total, "总分", verdict,
            $"{sum}{(missing.Count > 0 ? $"（没有得分：{names}）" : "")}，印 {total.Format()}",
            $"{sum}{(missing.Count > 0 ? $" (no score: {names})" : "")}, printed {total.Format()}")
        {
            Reason = "有指标没有得分，不能合计",
            Expected = least ? null : expected,
            Actual = total,
        };

        void Count(string name, Amount? score, Amount? weight, bool rounded)
        {
            if (score is { } points)
            {
                scores.Add(points.Value);
                admits.Add(rounded || points.Decimals > 0 ? AmountInterval.Of(Points(points)) : AmountInterval.Exactly(points.Value));
                return;
            }
            missing.Add(name);
            if (weight is { Value: >= 0 } most) admits.Add(AmountInterval.Between(0m, most.Value));
            else least = true;
        }
    }

    /// <summary>Whether a printed 执行率 is 执行数 ÷ 预算数. A rate of a budget of 0 is not a number: printed as 0 it is usual wording, otherwise wrong.</summary>
    public static PerformanceResult ExecutionRate(ExecutionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Rate is not { } rate) return Unjudged(PerformanceCheck.ExecutionRate, row.Name, "没有执行率");
        if (row.Budget is null || row.Executed is null || ExecutionScoring.RateOf(row) is not { } expected)
        {
            var nothing = row.Budget is { Value: 0 } && row.Executed is not null && rate.Value != 0;
            return new PerformanceResult(
                PerformanceCheck.ExecutionRate, row.Name, nothing ? PerformanceVerdict.Violated : PerformanceVerdict.NotEvaluated,
                ExecutionScoring.WhyNot(row)
                + (row.Executed is { } spent ? new($"，执行数 {spent}", $", executed {spent}") : default)
                + new Wording($"；印 {rate.Format()}%", $"; printed {rate.Format()}%"))
            { Actual = rate, Reason = "预算数为 0 或没有填写，没有执行率" };
        }
        var printed = ExecutionScoring.PrintedRates(rate);
        if (printed.Count == 0) return Unjudged(
            PerformanceCheck.ExecutionRate, row.Name, new Wording($"执行率“{rate}”不是百分比", $"“{rate}” is no percentage"), "执行率不是百分比");
        var exact = printed.Any(p => (p.Low + p.High) / 2 * row.Budget.Value.Yuan == row.Executed.Value.Yuan);
        var verdict = exact ? PerformanceVerdict.Exact : printed.Any(expected.Meets) ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        var percent = Show((expected.Low + expected.High) / 2 * 100);
        return new PerformanceResult(
            PerformanceCheck.ExecutionRate, row.Name, verdict, $"{row.Executed.Value.Format()} ÷ {row.Budget.Value.Format()} = {percent}%，印 {rate.Format()}%",
            $"{row.Executed.Value.Format()} ÷ {row.Budget.Value.Format()} = {percent}%, printed {rate.Format()}%")
        { Expected = expected, Actual = rate };
    }

    /// <summary>Whether no more was spent than budgeted: 预算数 is the adjusted budget, so it cannot be.</summary>
    public static PerformanceResult ExecutionWithinBudget(ExecutionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Budget is not { Unit.IsMoney: true } budget || row.Executed is not { Unit.IsMoney: true } executed)
        {
            return Unjudged(PerformanceCheck.ExecutionWithinBudget, row.Name, "预算数或执行数没有填写");
        }
        var verdict = executed <= budget ? PerformanceVerdict.Exact
            : AmountInterval.Of(executed).Meets(AmountInterval.Of(budget)) ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        return new PerformanceResult(PerformanceCheck.ExecutionWithinBudget, row.Name, verdict,
            new Wording($"执行数 {executed}，预算数（调整后）{budget}", $"executed {executed}, (adjusted) budget {budget}")
            + (row.Rate is { } rate ? new($"，执行率 {rate.Format()}%", $", rate {rate.Format()}%") : default))
        { Actual = executed };
    }

    /// <summary>Whether the printed grade is that of the printed total.</summary>
    public static PerformanceResult Grade(SelfEvaluation form, GradeScale scale)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(scale);
        if (form.Grade is not { } said) return Unjudged(PerformanceCheck.Grade, "等级", "没有等级");
        if (GradeScale.Parse(said) is not { } grade)
            return Unjudged(PerformanceCheck.Grade, "等级", new Wording($"“{said}”不是等级", $"“{said}” is no grade"), "印的不是等级");
        if (form.Total is not { } total) return Unjudged(PerformanceCheck.Grade, "等级", "没有总分");
        var expected = scale.Of(total.Value);
        var fits = scale.TotalsOf(grade, Math.Max(100m, total.Value)).Meets(AmountInterval.Of(Points(total)));
        var verdict = expected == grade ? PerformanceVerdict.Exact : fits ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        return new PerformanceResult(PerformanceCheck.Grade, "等级", verdict,
            $"总分 {total.Format()} 应为“{GradeScale.NameOf(expected)}”，印“{said}”",
            $"a total of {total.Format()} is “{GradeScale.NameOf(expected)}”, printed “{said}”")
        { Actual = total };
    }

    private static PerformanceResult Within(string where, Amount score, decimal weight) =>
        new(PerformanceCheck.ScoreWithinWeight, where, score.Value <= weight ? PerformanceVerdict.Exact : PerformanceVerdict.Violated,
            $"得分 {score.Format()}，分值 {Show(weight)}", $"score {score.Format()}, points {Show(weight)}")
        {
            Expected = weight < 0 ? null : AmountInterval.Between(0m, weight),
            Actual = score,
        };

    // Points have no unit, whether 分 is printed behind them or not.
    private static Amount Points(Amount score) => new(score.Value, Unit.None);

    internal static PerformanceResult Unjudged(PerformanceCheck check, string where,
        string why) => Unjudged(check, where, PerformanceReasons.Of(why), why);

    internal static PerformanceResult Unjudged(PerformanceCheck check, string where, Wording why, string reason) =>
        new(check, where, PerformanceVerdict.NotEvaluated, why) { Reason = reason };

    private static string Terms(IEnumerable<decimal> terms) => string.Join(" + ", terms.Select(Show));

    private static string Show(decimal number) => ScoreOutcome.Show(number);
}
