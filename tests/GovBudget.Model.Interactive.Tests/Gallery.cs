using GovBudget.Model.Testing;

namespace GovBudget.Model.Interactive.Tests;

/// <summary>One of everything that shows itself.</summary>
internal static class Gallery
{
    public static Reading Read(string path) => DocumentFile.Read(path, cancellationToken: TestContext.Current.CancellationToken);

    public static FinalAccounts Accounts { get; } = (FinalAccounts)Read(Repository.Sample("final-accounts-2023.xlsx")).Document;

    public static DepartmentBudget Budget { get; } = (DepartmentBudget)Read(Repository.Sample("budget-2024.xlsx")).Document;

    public static ProjectSelfEvaluation Form { get; } = new("信息化运维<一期>")
    {
        Total = new Amount(95.5m, Unit.None),
        WeightTotal = new Amount(100m, Unit.None),
        Execution = [new(
            "年度资金总额") { Budget = Amount.OfWan(20.00m), Executed = Amount.OfWan(18.00m), Rate = new Amount(90m, Unit.Percent),
                Weight = new Amount(10m, Unit.None), Score = new Amount(9m, Unit.None) }],
        Goals =
        [
            new Goal(GoalTerm.Annual, "年度目标1", "系统稳定运行")
            {
                Indicators =
                [
                    new("产出指标", "数量指标",
                        "巡检次数") { Target = Target.Parse("≥12次"), Achieved = Target.Parse("12次"), Weight = new Amount(40m, Unit.None),
                            Score = new Amount(40m, Unit.None) },
                    new("产出指标", "质量指标",
                        "故障处理率") { Target = Target.Parse("100%"), Achieved = Target.Parse("90%"), Weight = new Amount(20m, Unit.None),
                            Score = new Amount(20m, Unit.None) },
                    new("满意度指标", "服务对象满意度指标",
                        "用户满意度") { Target = Target.Parse("较好"), Achieved = Target.Parse("较好"), Weight = new Amount(30m, Unit.None),
                            Score = new Amount(26.5m, Unit.None) },
                ],
            },
        ],
    };

    /// <summary>Rows of every kind of cell: a figure, 0.00, blank, —, and a label that HTML and Markdown would misread.</summary>
    public static ExpenditureStatement Cells { get; } = new()
    {
        Title = "支出决算表",
        Unit = Unit.WanYuan,
        Columns = ["合计", "基本支出", "项目支出"],
        Lines =
        [
            new() { Code = "2010101", Label = "a<b>|*&\"c\"",
                Figures = default(Figures).With("合计", Amount.OfWan(1234.50m)).With("基本支出", Amount.OfWan(0.00m)).WithDash("项目支出") },
            new() { Code = "2010102", Label = "空白行", Figures = default(Figures).With("合计", Amount.OfWan(-7.1m)) },
        ],
    };

    public static IEnumerable<BudgetDocument> Documents =>
        [Accounts, Budget,
            .. Enumerable.Range(1, 12).Select(seed => seed % 2 == 0 ? (BudgetDocument)Generate.Budget(seed, 2024) : Generate.FinalAccounts(seed, 2023))];

    /// <summary>The document with one figure of 支出决算表 raised.</summary>
    public static FinalAccounts Broken { get; } = Accounts with
    {
        Statements = Accounts.Statements.Select(s => s is ExpenditureStatement e
            ? e with { Lines = e.Lines.Select(l => l.Code == "2101501" ? l with { Basic = l.Basic!.Value + Amount.OfWan(10.00m) } : l).ToValueList() }
            : s).ToValueList(),
    };
}
