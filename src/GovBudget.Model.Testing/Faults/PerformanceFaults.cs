using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>Faults of performance forms.</summary>
internal static class PerformanceFaults
{
    public static IEnumerable<Fault> All =>
    [
        Scored("performance.weights-sum", "分值之和不是 100", i => i.Weight is not null, i => i with { Weight = new Amount(i.Weight!.Value.Value + 5m, Unit.None) }),
        Scored("performance.score-within-weight", "得分大于分值", i => i.Weight is not null,
            i => i with { Score = new Amount(i.Weight!.Value.Value + 1m, Unit.None) }),
        Scored("performance.score-by-rule", "得分不合计分规则", i => i.Target is { IsQuantity: true }, i => i with { Score = new Amount(1m, Unit.None) }),
        Form<SelfEvaluation>("performance.total", "总分不等于各项得分之和", f => f.Total is not null,
            f => f with { Total = new Amount(f.Total!.Value.Value - 7m, Unit.None) }),
        Row("performance.execution-rate", "执行率算错", r => r with { Rate = new Amount(r.Rate!.Value.Value - 12.34m, Unit.Percent).RoundTo(2) }),
        Row("performance.execution-within-budget", "执行数大于预算数",
            r => r with { Budget = new Amount(Math.Round(r.Executed!.Value.Value * 0.8m, 2), r.Executed.Value.Unit).RoundTo(2) }),
        Form<SelfEvaluation>("performance.grade", "等级与总分不符", f => f.Grade is not null, f => f with { Grade = f.Grade == "差" ? "优" : "差" }),
        Scored("performance.missed-target", "没有达到目标值仍得满分",
            i => i.Target is { IsQuantity: true, Figure.Unit: var unit } && unit == Unit.Percent && i.Weight is not null,
            i => i with { Achieved = Target.Parse("50%"), Score = i.Weight }),
        Scored("performance.achieved-figure", "实际完成值照抄目标值", i => i.Target is Target.AtLeast, i => i with { Achieved = i.Target }),
        Aimed<PerformanceForm>("performance.target-direction", "满意度的目标值方向写反", i => i.Name == "服务对象满意度" && i.Achieved is null,
            i => i with { Target = Target.Parse("≤50%") }),
        Aimed<PerformanceForm>("performance.percent-sign", "百分比指标值缺百分号", i => i.Name == "服务对象满意度" && i.Achieved is null,
            i => i with { Target = Target.Parse("0.9") }),
        Aimed<ProjectGoals>("performance.same-target", "项目与部门的同名指标目标值不同", i => i.Name == "服务对象满意度", i => i with { Target = Target.Parse("≥97%") }),
        Aimed<ProjectGoals>("performance.same-other-years", "项目与部门的同名指标往年值不同", i => i.OtherYears.Count > 0,
            i => i with { OtherYears = [.. i.OtherYears.Take(1), i.OtherYears[1] with { Value = Target.Parse("77%") }] }),
        Aimed<ProjectGoals>("performance.same-level", "同名指标列在不同的二级指标下", i => i.Level2 == "社会效益指标", i => i with { Level2 = "经济效益指标" }),
        Aimed<ProjectGoals>("performance.whole-part", "一个项目的数量大于部门的数量", i => i.Level2 == "数量指标", i => i with { Target = Target.Parse("≥99999次") }),
        Aimed<DepartmentGoals>("performance.annual-long-term", "长期目标高于年度目标", i => i.Name == "服务对象满意度" && i.OtherYears.Count == 0,
            i => i with { Target = Target.Parse("≥99%") }),
        Form<DepartmentGoals>("performance.funds-sum", "支出构成的合计写错", f => f.Funds.Any(IsTotal),
            f => f with { Funds = f.Funds.Select(l => IsTotal(l) && l.Group == "支出构成" ? l with { Amount = Plus(l.Amount!.Value, 1.37m) } : l).ToValueList() }),
        Form<ProjectGoals>("performance.funds-blank", "资金合计没有填写", f => f.Spending.Any(IsTotal),
            f => f with { Spending = f.Spending.Select(l => IsTotal(l) ? l with { Amount = null } : l).ToValueList() }),
        Form<ProjectGoals>("performance.past-years", "一个项目写的上年预算大于部门同类支出的上年数", f => f is { BudgetHistory: not null, Year: not null },
            f => f with { BudgetHistory = $"{Text(f.Year!.Value - 1)}年预算9999999.00万元。" }),
        Form<ProjectGoals>("performance.funds-section", "一张项目绩效目标表没有资金来源", f => f.Funds.Count > 0, f => f with { Funds = default }, least: 2),
        Form<ProjectGoals>("performance.project-code", "没有填写项目代码", f => f.ProjectCode is not null, f => f with { ProjectCode = null }, IsOnly),
        Form<ProjectGoals>("performance.project-name", "项目名称与项目支出表不同", _ => true, f => f with { Subject = $"{f.Subject}补充经费" }, IsOnlyOfItsSize),
        Form<ProjectGoals>("performance.project-amount", "项目当年预算与项目支出表不符", f => f.YearBudget is not null,
            f => f with { YearBudget = Plus(f.YearBudget!.Value, 13.7m) }, IsOnly),
        Form<DepartmentGoals>("performance.project-category", "项目类别与支出构成的分类不一致", f => f.Projects.Count > 0,
            f => f with { Projects = [f.Projects[0] with { Category = "特殊目标类" }, .. f.Projects.Skip(1)] }),
        new("performance.project-count", "文字所称的项目绩效目标个数与表数不符", FaultReach.Document, document =>
            from p in Enumerable.Range(0, document.Paragraphs.Count)
            let count = document.Performance.Count(f => f is ProjectGoals)
            let said = $"{Text(count)}个项目支出绩效目标"
            where count > 0 && document.Paragraphs[p].Contains(said, StringComparison.Ordinal)
            select (Func<BudgetDocument>)(() => Edits.WithParagraph(document, p,
                document.Paragraphs[p].Replace(said, $"{Text(count + 1)}个项目支出绩效目标", StringComparison.Ordinal)))),
        Form<DepartmentSelfEvaluation>("performance.department-amount", "整体自评表的基本支出与支出决算表不符", f => f.BasicTotal is { Value: not 0 },
            f => f with { BasicTotal = Plus(f.BasicTotal!.Value, 13.7m) }),
        Aimed<PerformanceForm>("performance.first-level", "指标没有一级指标", i => i.Level2 == "数量指标", i => i with { Level1 = "" }),
        Scored("performance.score-words", "得分栏填写文字", i => i.Score is not null, i => i with { Score = null, ScoreText = "满分" }),
        Form<SelfEvaluation>("performance.explanation", "没有填写偏差原因和改进措施", f => f.DeviationReason is not null,
            f => f with { DeviationReason = null, Improvement = null }),
        Form<DepartmentGoals>("performance.stale-year", "年度工作任务的年份没有更新", f => f is { Tasks: not null, Year: not null },
            f => f with { Tasks = f.Tasks!.Replace(Text(f.Year!.Value), Text(f.Year.Value - 1), StringComparison.Ordinal) }),
        new("performance.missing-form", "只有绩效表的标题，没有表", FaultReach.Document,
            document => document.Performance.Any(f => f is SelfEvaluation) && document.Paragraphs.Count > 0
            ? [() => document with { Performance = default, Paragraphs = [.. document.Paragraphs, "附件：项目支出绩效自评表"] }]
            : []),
    ];

    private static bool IsTotal(GoalFundLine line) => line.Name == "合计" && line.Amount is not null;

    private static Amount Plus(Amount amount, decimal more) => new Amount(amount.Value + more, amount.Unit).RoundTo(amount.Decimals);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the project table lists one project of that name.</summary>
    private static bool IsOnly(BudgetDocument document, ProjectGoals form) => Projects(document).Count(l => l.Label == form.Subject) == 1;

    /// <summary>Whether it also lists one project of that size.</summary>
    private static bool IsOnlyOfItsSize(BudgetDocument document, ProjectGoals form) =>
        IsOnly(document, form)
            && form.YearBudget is { Value: > 1 } budget
            && Projects(document).Count(l => l.Figures["合计"] is { } total && Math.Abs(total.Yuan - budget.Yuan) < 200) == 1;

    private static IEnumerable<StatementLine> Projects(BudgetDocument document) =>
        document.Statements.OfType<ProjectStatement>().SelectMany(s => s.AllLines).Where(l => l.Code is { Length: > 5 });

    private static Fault Form<T>(string rule, string name, Func<T, bool> fits, Func<T, T> change, Func<BudgetDocument, T, bool>? of = null, int least = 1)
        where T : PerformanceForm =>
        new(rule, name, FaultReach.Document, document =>
        {
            var forms = Enumerable.Range(0, document.Performance.Count)
                .Where(i => document.Performance[i] is T form && fits(form) && (of is null || of(document, form)))
                .ToList();
            return forms.Count < least ? [] : forms.Select(i => (Func<BudgetDocument>)(() => Edits.WithForm(document, i, change((T)document.Performance[i]))));
        });

    private static Fault Row(string rule, string name, Func<ExecutionRow, ExecutionRow> change) =>
        Form<SelfEvaluation>(rule, name, f => f.ExecutionTotal is { Executed: { Value: > 1 }, Rate: { Value: > 20 } },
            f => f with { Execution = f.Execution.Select(r => r == f.ExecutionTotal ? change(r) : r).ToValueList() });

    private static Fault Scored(string rule, string name, Func<Indicator, bool> fits,
        Func<Indicator, Indicator> change) => Aimed<SelfEvaluation>(rule, name, fits, change);

    /// <summary>One indicator of a form is changed.</summary>
    private static Fault Aimed<T>(string rule, string name, Func<Indicator, bool> fits, Func<Indicator, Indicator> change)
        where T : PerformanceForm => new(rule, name, FaultReach.Document, document =>
        from f in Enumerable.Range(0, document.Performance.Count)
        where document.Performance[f] is T
        from g in Enumerable.Range(0, document.Performance[f].Goals.Count)
        from i in Enumerable.Range(0, document.Performance[f].Goals[g].Indicators.Count)
        where fits(document.Performance[f].Goals[g].Indicators[i])
        select (Func<BudgetDocument>)(() =>
        {
            var form = document.Performance[f];
            var goals = form.Goals.Select((goal,
                n) => n != g ? goal : goal with { Indicators = goal.Indicators.Select((own, k) => k == i ? change(own) : own).ToValueList() });
            return Edits.WithForm(document, f, form with { Goals = goals.ToValueList() });
        }));
}
