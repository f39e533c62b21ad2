namespace GovBudget.Model;

/// <summary>The arithmetic of self-evaluations (绩效自评表): pure functions from a form to what each check gave.</summary>
public static class PerformanceChecks
{
    /// <summary>All checks of a self-evaluation.</summary>
    /// <param name="form">The form.</param>
    /// <param name="rule">The rule to score by.</param>
    public static IEnumerable<PerformanceResult> Check(SelfEvaluation form, ScoringRule rule)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(rule);
        return
        [
            WeightsSum(form, rule),
            .. ScoresWithinWeights(form, rule),
            .. ScoresByRule(form, rule),
            Total(form),
            .. form.Execution.Select(ExecutionRate),
            .. form.Execution.Select(ExecutionWithinBudget),
            Grade(form, rule.Grades),
            .. form.Goals.SelectMany(g => g.Indicators.SelectMany(i => IndicatorChecks.Check(i, g.WeightOf(i)))),
        ];
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
        return new PerformanceResult(PerformanceCheck.WeightsSum, "分值", sum == full ? PerformanceVerdict.Exact : PerformanceVerdict.Violated, $"{Terms(terms)} = {Show(sum)}，应为 {Show(full)}")
        {
            Expected = AmountInterval.Exactly(full),
            Actual = new Amount(sum, Unit.None),
        };
    }

    /// <summary>Whether no score exceeds its points: budget execution's, each indicator's, and of a goal whose indicators have no points of their own, their sum.</summary>
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
        return rule.Evaluate(form).Steps.Select(step => new PerformanceResult(PerformanceCheck.ScoreByRule, step.Name, step.Verdict, Message(step))
        {
            Expected = step.Outcome.Admits,
            Actual = step.Printed,
        });

        static string Message(ScoreStep step) => $"{step.Outcome.Explanation}；{(step.Printed is { } printed ? $"印 {printed.Format()}" : "没有得分")}";
    }

    /// <summary>Whether the total is the sum of the scores printed above it.</summary>
    /// <remarks>A score printed whole is taken as given; one with decimals, that of budget execution, and the total with their rounding.</remarks>
    public static PerformanceResult Total(SelfEvaluation form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Total is not { } total) return Unjudged(PerformanceCheck.Total, "总分", "没有总分");
        var missing = form.Indicators.Where(i => i.Score is null).Select(i => i.Name).ToArray();
        if (missing.Length > 0) return Unjudged(PerformanceCheck.Total, "总分", $"没有得分，不能合计：{string.Join('、', missing)}");
        if (form.ExecutionTotal is { Score: null }) return Unjudged(PerformanceCheck.Total, "总分", "预算执行情况没有得分，不能合计");
        var scores = form.Indicators.Select(i => i.Score!.Value.Value).ToList();
        var admits = scores.Select(s => s.Scale == 0 ? AmountInterval.Exactly(s) : AmountInterval.Of(new Amount(s, Unit.None))).ToList();
        if (form.ExecutionTotal is { Score: { } execution })
        {
            scores.Insert(0, execution.Value);
            admits.Add(AmountInterval.Of(new Amount(execution.Value, Unit.None)));
        }
        if (scores.Count == 0) return Unjudged(PerformanceCheck.Total, "总分", "没有得分");
        var expected = AmountInterval.Sum(admits);
        var verdict = scores.Sum() == total.Value ? PerformanceVerdict.Exact
            : expected.Meets(AmountInterval.Of(new Amount(total.Value, Unit.None))) ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        return new PerformanceResult(PerformanceCheck.Total, "总分", verdict, $"{Terms(scores)} = {Show(scores.Sum())}，印 {total.Format()}") { Expected = expected, Actual = total };
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
                PerformanceCheck.ExecutionRate, row.Name, nothing ? PerformanceVerdict.Violated : PerformanceVerdict.NotEvaluated, $"{ExecutionScoring.WhyNot(row)}；印 {rate.Format()}%")
            { Actual = rate };
        }
        var printed = ExecutionScoring.PrintedRates(rate).ToArray();
        var exact = ExecutionScoring.PrintedRates(rate).Any(p => (p.Low + p.High) / 2 * row.Budget.Value.Yuan == row.Executed.Value.Yuan);
        var verdict = exact ? PerformanceVerdict.Exact : printed.Any(expected.Meets) ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        var percent = Show((expected.Low + expected.High) / 2 * 100);
        return new PerformanceResult(
            PerformanceCheck.ExecutionRate, row.Name, verdict, $"{row.Executed.Value.Format()} ÷ {row.Budget.Value.Format()} = {percent}%，印 {rate.Format()}%")
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
        return new PerformanceResult(PerformanceCheck.ExecutionWithinBudget, row.Name, verdict, $"执行数 {executed}，预算数（调整后）{budget}") { Actual = executed };
    }

    /// <summary>Whether the printed grade is that of the printed total.</summary>
    public static PerformanceResult Grade(SelfEvaluation form, GradeScale scale)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(scale);
        if (GradeScale.Parse(form.Grade) is not { } grade) return Unjudged(PerformanceCheck.Grade, "等级", form.Grade is null ? "没有等级" : $"“{form.Grade}”不是等级");
        if (form.Total is not { } total) return Unjudged(PerformanceCheck.Grade, "等级", "没有总分");
        var expected = scale.Of(total.Value);
        var fits = scale.TotalsOf(grade, Math.Max(100m, total.Value)).Meets(AmountInterval.Of(new Amount(total.Value, Unit.None)));
        var verdict = expected == grade ? PerformanceVerdict.Exact : fits ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        return new PerformanceResult(PerformanceCheck.Grade, "等级", verdict, $"总分 {total.Format()} 应为“{GradeScale.NameOf(expected)}”，印“{form.Grade}”") { Actual = total };
    }

    private static PerformanceResult Within(string where, Amount score, decimal weight) =>
        new(PerformanceCheck.ScoreWithinWeight, where, score.Value <= weight ? PerformanceVerdict.Exact : PerformanceVerdict.Violated, $"得分 {score.Format()}，分值 {Show(weight)}")
        {
            Expected = weight < 0 ? null : AmountInterval.Between(0m, weight),
            Actual = score,
        };

    private static PerformanceResult Unjudged(PerformanceCheck check, string where, string why) => new(check, where, PerformanceVerdict.NotEvaluated, why);

    private static string Terms(IEnumerable<decimal> terms) => string.Join(" + ", terms.Select(Show));

    private static string Show(decimal number) => ScoreOutcome.Show(number);
}
