using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>The goal tables that go with a budget: one of the department, one of every project of its project table.</summary>
internal static class GoalForms
{
    /// <summary>The forms, the department's first.</summary>
    /// <param name="budget">The budget, with its project table.</param>
    /// <param name="ledger">The plan behind it.</param>
    /// <param name="say">Decides what is aimed at.</param>
    public static ValueList<PerformanceForm> Of(DepartmentBudget budget, Ledger ledger, Wording say)
    {
        var projects = budget.Projects.Lines.Where(l => l.Code is { Length: > 5 } && l.Texts.Count > 0).ToList();
        if (projects.Count == 0) return default;
        return [Department(ledger, say, projects), .. projects.Select((p, i) => Project(ledger, say, p, i))];
    }

    private static Amount Wan(decimal yuan) => new Amount(yuan, Unit.Yuan).In(Unit.WanYuan).RoundTo(2);

    private static Amount Total(StatementLine line) => Wan(line.Figures["合计"] is { } total ? total.Yuan : 0);

    private static DepartmentGoals Department(Ledger ledger, Wording say, List<ProjectLine> projects)
    {
        var (fiscal, own) = (GeneralText.Fiscal.Sum(f => ledger.Spent(s => s.Source == f)), ledger.Spent(s => !GeneralText.Fiscal.Contains(s.Source)));
        var (basic, project) = (ledger.Spent(s => s.Kind == SpendingKind.Basic), ledger.Spent(s => s.Kind != SpendingKind.Basic));
        return new DepartmentGoals(ledger.Organisation)
        {
            Year = ledger.Year,
            Title = $"{Text(ledger.Year)}年部门整体支出绩效目标表",
            Funds =
            [
                new GoalFundLine("收入构成", "财政拨款", Wan(fiscal)), new GoalFundLine("收入构成", "其他资金", Wan(own)), new GoalFundLine("收入构成", "合计", Wan(fiscal + own)),
                new GoalFundLine("支出构成", "人员类项目支出", Wan(basic)), new GoalFundLine("支出构成", "特定目标类项目支出", Wan(project)), new GoalFundLine("支出构成", "合计", Wan(basic + project)),
            ],
            Tasks = $"推进{Text(ledger.Year)}年重点工作，落实{Text(ledger.Year)}年各项任务。",
            Projects = [.. projects.Select(p => new GoalProjectLine(p.Label, "特定目标类", Total(p), Total(p), $"用于{p.Label}"))],
            Goals =
            [
                new Goal(GoalTerm.LongTerm, "长期目标1", "持续提升服务水平") { Indicators = [.. IndicatorPlan.LongTerm()] },
                new Goal(GoalTerm.Annual, "年度目标1", "完成年度各项任务") { Indicators = [.. IndicatorPlan.Goals(projects.Select((_, i) => IndicatorPlan.Times(say, i)).Sum(), ledger.Year)] },
            ],
        };
    }

    private static ProjectGoals Project(Ledger ledger, Wording say, ProjectLine project, int number)
    {
        var total = Total(project);
        return new ProjectGoals(project.Label)
        {
            Year = ledger.Year,
            Title = $"{Text(ledger.Year)}年项目支出绩效目标表",
            ProjectCode = project.Code,
            Department = ledger.Organisation,
            YearBudget = total,
            Funds = [new GoalFundLine("", "合计", total), new GoalFundLine("", "1.财政资金", total), new GoalFundLine("", "其中：申请当年预算拨款", total)],
            Spending = [new GoalFundLine("", "合计", total), new GoalFundLine("", $"{project.Label}经费", total)],
            Goals = [new Goal(GoalTerm.Annual, "年度目标1", $"完成{project.Label}任务") { Indicators = [.. IndicatorPlan.Goals(IndicatorPlan.Times(say, number), ledger.Year)] }],
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
