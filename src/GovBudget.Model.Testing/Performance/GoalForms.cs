using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>The goal tables that go with a budget: one of the department, one of every project of its project table.</summary>
internal static class GoalForms
{
    /// <summary>The forms, the department's first.</summary>
    /// <param name="budget">The budget, with its project table.</param>
    /// <param name="books">The books behind it.</param>
    /// <param name="say">Decides what is aimed at.</param>
    public static ValueList<PerformanceForm> Of(DepartmentBudget budget, Books books, Wording say)
    {
        var projects = budget.Projects.Lines.Where(l => l.Code is { Length: > 5 } && l.Texts.Count > 0)
            .Select(l => new Project(l, Total(l), Past(books, l)))
            .ToList();
        if (projects.Count == 0) return default;
        return [Department(books, say, projects), .. projects.Select((p, i) => Form(books, say, p, i))];
    }

    /// <summary>A project of the project table with its budget this year and last, in 万元.</summary>
    private sealed record Project(ProjectLine Line, Amount Now, Amount Before)
    {
        public string Name => Line.Label;
    }

    private static Amount Wan(decimal yuan) => new Amount(yuan, Unit.Yuan).In(Unit.WanYuan).RoundTo(2);

    private static Amount Total(StatementLine line) => Wan(line.Figures["合计"] is { } total ? total.Yuan : 0);

    /// <summary>What the unit's project was given a year before; nothing where it is new.</summary>
    private static Amount Past(Books books, StatementLine line) => Wan(books.Last?.Plan.Spent(s => s.Kind == SpendingKind.Project && s.Project == line.Label
        && line.Texts.Any(t => t.Value == books.Plan.Units[s.Unit].Name)) ?? 0);

    private static GoalFundLine Line(int year, string group, string name, Amount now, Amount before) =>
        new(group, name, now) { OtherYears = [new YearAmount($"{Text(year - 1)}年", before)] };

    private static Amount Sum(IEnumerable<Amount> amounts) => new Amount(amounts.Sum(a => a.Value), Unit.WanYuan).RoundTo(2);

    private static IEnumerable<GoalFundLine> Block(int year, string group, params (string Name, Amount Now, Amount Before)[] lines) =>
        [.. lines.Select(l => Line(year, group, l.Name, l.Now, l.Before)),
            Line(year, group, "合计", Sum(lines.Select(l => l.Now)), Sum(lines.Select(l => l.Before)))];

    private static DepartmentGoals Department(Books books, Wording say, List<Project> projects)
    {
        var year = books.Year;
        (Amount Now, Amount Before) Both(Func<Spending, bool> where) => (Wan(books.Plan.Spent(where)), Wan(books.Last?.Plan.Spent(where) ?? 0));
        var (fiscal, own, basic) = (Both(s => GeneralText.Fiscal.Contains(s.Source)), Both(s => !GeneralText.Fiscal.Contains(s.Source)),
            Both(s => s.Kind == SpendingKind.Basic));
        var others = Both(s => s.Kind is not (SpendingKind.Basic or SpendingKind.Project));
        return new DepartmentGoals(books.Organisation)
        {
            Year = year,
            Title = $"{Text(year)}年部门整体支出绩效目标表",
            Funds =
            [
                .. Block(year, "收入构成", ("财政拨款", fiscal.Now, fiscal.Before), ("其他资金", own.Now, own.Before)),
                .. Block(
                    year, "支出构成", ("人员类项目支出", basic.Now, basic.Before), ("运转类项目支出", others.Now, others.Before),
                    ("特定目标类项目支出", Sum(projects.Select(p => p.Now)), Sum(projects.Select(p => p.Before)))),
            ],
            Tasks = $"推进{Text(year)}年重点工作，落实{Text(year)}年各项任务。",
            Projects = [.. projects.Select(p => new GoalProjectLine(p.Name, "特定目标类", p.Now, p.Now, $"用于{p.Name}"))],
            Goals =
            [
                new Goal(GoalTerm.LongTerm, "长期目标1", "持续提升服务水平") { Indicators = [.. IndicatorPlan.LongTerm()] },
                new Goal(GoalTerm.Annual, "年度目标1",
                    "完成年度各项任务") { Indicators = [.. IndicatorPlan.Goals(projects.Select((_, i) => IndicatorPlan.Times(say, i)).Sum(), year)] },
            ],
        };
    }

    private static ProjectGoals Form(Books books, Wording say, Project project, int number) => new(project.Name)
    {
        Year = books.Year,
        Title = $"{Text(books.Year)}年项目支出绩效目标表",
        ProjectCode = project.Line.Code,
        Department = books.Organisation,
        YearBudget = project.Now,
        BudgetHistory = $"{Text(books.Year - 1)}年预算{project.Before.Format()}万元。",
        Funds = [new GoalFundLine("", "合计", project.Now), new GoalFundLine("", "1.财政资金", project.Now), new GoalFundLine("", "其中：申请当年预算拨款", project.Now)],
        Spending = [new GoalFundLine("", "合计", project.Now), new GoalFundLine("", $"{project.Name}经费", project.Now)],
        Goals = [new Goal(GoalTerm.Annual, "年度目标1",
            $"完成{project.Name}任务") { Indicators = [.. IndicatorPlan.Goals(IndicatorPlan.Times(say, number), books.Year)] }],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
