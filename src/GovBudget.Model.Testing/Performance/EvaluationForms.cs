using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>The self-evaluations that go with final accounts, scored by the rule of their province: one of the department, one of every project of the general
/// public budget.</summary>
internal static class EvaluationForms
{
    /// <summary>The forms, the department's first.</summary>
    /// <param name="books">The books.</param>
    /// <param name="rule">The rule that scores them.</param>
    /// <param name="say">Decides what was achieved.</param>
    public static ValueList<PerformanceForm> Of(Books books, ScoringRule rule, Wording say)
    {
        var (plan, actual) = (books.Plan, books.Actual);
        var department = new DepartmentSelfEvaluation(books.Organisation)
        {
            BasicTotal = Wan(actual.Spent(s => s.Kind == SpendingKind.Basic)),
            ProjectTotal = Wan(actual.Spent(s => s.Kind == SpendingKind.Project)),
        };
        var spent = actual.Spent(_ => true);
        var budget = Math.Max(spent, plan.Spent(_ => true));
        if (Wan(budget).Value == 0) return default; // nothing to evaluate
        return
        [
            Scored(department, "部门整体支出总额", "部门整体支出绩效自评表", books.Year, budget, spent, rule, say, 0),
            .. GeneralText.Projects(actual).Where(p => Wan(p.Yuan).Value != 0).Select((p, i) => Scored(
                new ProjectSelfEvaluation(p.Name) { Department = books.Organisation }, "年度财政资金总额", "项目支出绩效自评表", books.Year,
                Math.Max(p.Yuan, plan.Spent(s => s.Source == FundSource.GeneralPublic && s.Project == p.Name)), p.Yuan, rule, say, i + 1)),
        ];
    }

    private static Amount Wan(decimal yuan) => new Amount(yuan, Unit.Yuan).In(Unit.WanYuan).RoundTo(2);

    private static SelfEvaluation Scored(SelfEvaluation form, string row, string title, int year, decimal budget, decimal executed, ScoringRule rule,
        Wording say, int number)
    {
        var (planned, done) = (Wan(budget), Wan(executed));
        var weight = new Amount(rule.ExecutionWeight, Unit.None);
        var score = IndicatorPlan.Points(rule.ExecutionWeight * done.Value / planned.Value);
        var indicators = IndicatorPlan.Achieved(say, number, rule).ToValueList();
        var total = IndicatorPlan.Points(score.Value + indicators.Sum(i => i.Score!.Value.Value));
        var full = total.Value == 100;
        return form with
        {
            Title = $"{year.ToString(CultureInfo.InvariantCulture)}年度{title}",
            Year = year,
            Execution = [new ExecutionRow(
                row) { Budget = planned, Executed = done,
                    Rate = new Amount(Math.Round(done.Value / planned.Value * 100, 2, MidpointRounding.AwayFromZero), Unit.Percent).RoundTo(2),
                    Weight = weight, Score = score }],
            Goals = [new Goal(GoalTerm.Annual, "年度绩效目标1", "完成年度各项任务") { Indicators = indicators }],
            Total = total,
            Grade = total.Value switch { >= 90 => "优", >= 80 => "良", >= 60 => "中", _ => "差" },
            DeviationReason = full && done == planned ? null : "部分工作跨年实施。",
            Improvement = full && done == planned ? null : "加快执行进度。",
        };
    }
}
