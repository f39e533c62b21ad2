using System.Globalization;
using GovBudget.Model.Tests.Forms;

namespace GovBudget.Model.Tests.Checks;

/// <summary>Every rule about performance forms: a document in which it holds, one in which it does not.</summary>
public class PerformanceRulesTests
{
    private static readonly DepartmentSelfEvaluation Whole = new("某局")
    {
        BasicTotal = Amount.OfWan(80.00m),
        ProjectTotal = Amount.OfWan(20.00m),
        Execution = [new ExecutionRow(
            "部门整体支出总额") { Budget = Amount.OfWan(100.00m), Executed = Amount.OfWan(95.00m), Rate = new Amount(95m, Unit.Percent), Weight = Points(20m),
                Score = Points(19m) }],
        Goals = [new Goal(GoalTerm.Annual, "年度目标1",
            "检查") { Weight = Points(80m),
                Indicators = [new Indicator("产出指标", "数量指标",
                    "检查完成率") { Target = Target.Parse("≥100次"), Achieved = Target.Parse("100次"), Score = Points(80m) }] }],
        Total = Points(99m),
        Grade = "优",
        DeviationReason = "压减支出。",
    };

    private static readonly DepartmentGoals Goals = new("某局")
    {
        Funds =
        [
            new GoalFundLine("支出构成", "运转类项目支出", Amount.OfWan(10.00m)), new GoalFundLine("支出构成", "特定目标类项目支出", Amount.OfWan(20.00m)),
            new GoalFundLine("支出构成", "合计", Amount.OfWan(30.00m)),
        ],
        Tasks = "推进2024年改革。",
        Projects = [new GoalProjectLine("医疗救助", "特定目标类", Amount.OfWan(20.00m), Amount.OfWan(20.00m), "救助")],
        Goals =
        [
            new Goal(GoalTerm.LongTerm, "长期目标1", "服务群众") { Indicators = [Line("≥90%")] },
            new Goal(GoalTerm.Annual, "年度目标",
                "服务群众") { Indicators = [Line("≥90%", "96%"), new Indicator("产出指标", "数量指标", "宣传次数") { Target = Target.Parse("≥8次") }] },
        ],
    };

    private static readonly ProjectGoals Project = new("医疗救助")
    {
        ProjectCode = "42011124043T000000101",
        YearBudget = new Amount(20m, Unit.None),
        Funds = [new GoalFundLine("", "合计", Amount.OfWan(20m)), new GoalFundLine("", "1.一般公共预算财政拨款收入", Amount.OfWan(20m)),
            new GoalFundLine("", "其中：申请当年预算拨款", Amount.OfWan(20m))],
        Spending = [new GoalFundLine("", "合计", Amount.OfWan(20m)), new GoalFundLine("", "救助金", Amount.OfWan(20m))],
        Goals = [new Goal(GoalTerm.Annual, "年度绩效目标",
            "") { Indicators = [Line("≥90%", "96%"), new Indicator("产出指标", "数量指标", "宣传次数") { Target = Target.Parse("≥5次") }] }],
    };

    private static readonly FinalAccounts Accounts = new()
    {
        Year = 2024,
        Statements = [new ExpenditureStatement { Unit = Unit.WanYuan, Columns = ["合计", "基本支出", "项目支出"],
            Lines = [new ExpenditureLine { Label = "合计", Total = Amount.OfWan(100.00m), Basic = Amount.OfWan(80.00m), Project = Amount.OfWan(20.00m) }] }],
        Performance = [Whole],
    };

    private static readonly DepartmentBudget Budget = new()
    {
        Year = 2024,
        Paragraphs = ["设置了1个整体支出绩效目标、2个一级项目支出绩效目标。"],
        Statements = [new ProjectStatement { Unit = Unit.WanYuan, Columns = ["合计"],
            Lines = [new ProjectLine { Code = "42011124043T000000101", Label = "医疗救助", Figures = default(Figures).With("合计", Amount.OfWan(20.00m)) }] }],
        Performance = [Goals, Project, Project with { Subject = "其他", ProjectCode = "X", YearBudget = null }],
    };

    internal static readonly Dictionary<string, (BudgetDocument Holds, BudgetDocument Fails)> Examples = new()
    {
        ["performance.weights-sum"] = (Accounts, Self(Whole with { Goals = [Whole.Goals[0] with { Weight = Points(90m) }] })),
        ["performance.score-within-weight"] = (Accounts, Self(Scored(Points(81m)))),
        ["performance.score-by-rule"] = (Accounts, Self(Scored(Points(60m)))),
        ["performance.total"] = (Accounts, Self(Whole with { Total = Points(80m) })),
        ["performance.execution-rate"] = (Accounts, Self(Row(r => r with { Rate = new Amount(92m, Unit.Percent) }))),
        ["performance.execution-within-budget"] = (Accounts, Self(Row(r => r with { Budget = Amount.OfWan(90.00m) }))),
        ["performance.grade"] = (Accounts, Self(Whole with { Grade = "良" })),
        ["performance.missed-target"] = (Accounts, Self(Achieved("50次"))),
        ["performance.achieved-figure"] = (Accounts, Self(Achieved("≥100次"))),
        ["performance.target-direction"] = (Budget, Of(Annual(Line("≤50%")))),
        ["performance.percent-sign"] = (Budget, Of(Annual(Line("0.9")))),
        ["performance.same-target"] = (Budget, Of(Annual(Line("≥95%")))),
        ["performance.same-other-years"] = (Budget, Of(Annual(Line("≥90%", "98%")))),
        ["performance.same-level"] = (Budget, Of(Annual(Line("≥90%") with { Level2 = "社会效益指标" }))),
        ["performance.whole-part"] = (Budget, Of(Annual(new Indicator("产出指标", "数量指标", "宣传次数") { Target = Target.Parse("≥2次") }))),
        ["performance.annual-long-term"] = (Budget, Of(Annual(Line("≥80%")))),
        [
            "performance.funds-sum"] = (Budget,
                Of(Goals with { Funds = [Goals.Funds[0], Goals.Funds[1], Goals.Funds[2] with { Amount = Amount.OfWan(31.00m) }] })),
        ["performance.funds-blank"] = (Budget, Of(Project with { Spending = [Project.Spending[0] with { Amount = null }, Project.Spending[1]] })),
        ["performance.funds-section"] = (Budget, Of(Project with { Funds = default })),
        ["performance.project-code"] = (Budget, Of(Project with { ProjectCode = null })),
        ["performance.project-name"] = (Budget, Of(Project with { Subject = "城乡医疗救助" })),
        ["performance.project-amount"] = (Budget, Of(Project with { YearBudget = new Amount(21m, Unit.None) })),
        ["performance.project-category"] = (Budget, Of(Goals with { Projects = [Goals.Projects[0] with { Category = "特殊目标类" }] })),
        ["performance.project-count"] = (Budget, Budget with { Paragraphs = ["设置了1个项目支出绩效目标。"] }),
        ["performance.department-amount"] = (Accounts, Self(Whole with { BasicTotal = new Amount(810_000.00m, Unit.None) })),
        [
            "performance.first-level"] = (Budget,
                Of(
                    Goals with
                    {
                        Goals = [Goals.Goals[0],
                        Goals.Goals[1] with { Indicators = [Goals.Goals[1].Indicators[0] with { Level1 = "" }, Goals.Goals[1].Indicators[1]] }]
                    })),
        ["performance.score-words"] = (Accounts, Self(Scored(null, "得分"))),
        ["performance.explanation"] = (Accounts, Self(Whole with { DeviationReason = null })),
        ["performance.stale-year"] = (Budget, Of(Goals with { Tasks = "推进2023年改革。" })),
        ["performance.evaluated-funds"] = (Evaluated("100.00"), Evaluated("110.00")),
        ["performance.past-years"] = (Past("2023年预算为15万元；2024年预算为20万元。"), Past("2023年预算为25万元；2024年预算为20万元。")),
        ["performance.missing-form"] = (Accounts, Accounts with { Performance = default, Paragraphs = ["附件：项目支出绩效自评表"] }),
    };

    /// <summary>Forms filled in otherwise: nothing printed, figures of several units, sums within other years, blanks.</summary>
    internal static IEnumerable<BudgetDocument> Others =>
    [
        Self(Whole with { Subject = "" }),
        Self(Row(r => r with { Rate = new Amount(0.95m, Unit.None) })),
        Self(Row(r => r with { Rate = new Amount(94.9m, Unit.Percent) })),
        Self(Row(r => r with { Budget = null })),
        Self(Row(r => r with { Budget = Amount.OfWan(0m), Executed = Amount.OfWan(0m) })),
        Self(Row(r => r with { Score = Points(18m) })),
        Self(Row(r => r with { Score = Points(19.005m) })),
        Self(Scored(Points(79.6m))),
        Self(Scored(Points(79.59m))),
        Self(Achieved("99次")),
        Self(Achieved("完成")),
        Self(Whole with { Total = null, Grade = null }),
        Self(Whole with { Total = Points(99.01m) }),
        Self(Whole with { Grade = "优秀", Total = Points(90m) }),
        Self(Weighted(Points(80m)) with { DeviationReason = "  " }),
        Self(Weighted(Points(70m)) with { DeviationReason = null }),
        Self(Whole with { BasicTotal = Amount.OfWan(80.01m) }),
        Self(Whole with { BasicTotal = null, ProjectTotal = new Amount(200_000.00m, Unit.Yuan) }),
        Of(Goals with { Funds = [.. Goals.Funds.Take(2), Goals.Funds[2] with { Amount = Amount.OfWan(30.01m) }] }),
        Of(Goals with { Funds = [Goals.Funds[0] with { Amount = new Amount(10.00m, Unit.Vehicle) }, .. Goals.Funds.Skip(1)] }),
        Of(Goals with { Funds = [.. Goals.Funds.Select((f, i) => f with
            { OtherYears = [new YearAmount("2023年", Amount.OfWan(i == 2 ? 16.00m : 5.00m)), new YearAmount("2022年", null)] })] }),
        Of(Goals with { Funds = [.. Goals.Funds.Select(f => f with { Amount = null })] }),
        Of(Goals with { Funds = [Goals.Funds[0] with { Amount = new Amount(decimal.MaxValue / 2, Unit.WanYuan) }, .. Goals.Funds.Skip(1)] }),
        Of(Goals with { Tasks = null }),
        Of(Goals with { Tasks = "推进2025年改革，落实2020年规划。" }),
        Of(Goals with { Projects = default }),
        Of(Goals with { Projects = [Goals.Projects[0] with { YearBudget = null }, Goals.Projects[0] with { Name = "宣传", Category = "运转类" }] }),
        Of(Annual(Line("=100%"))),
        Of(Annual(Line("≥90%", "90%"))),
        Of(Annual(Line("≥85%", "80%"))),
        Of(Annual(new Indicator("产出指标", "数量指标", "宣传次数") { Target = Target.Parse("≥9次") })),
        Of(Annual(new Indicator("", "", "") { Target = null })),
        Of(Annual(new Indicator("产出指标", "成本指标", "成本节约率") { Target = Target.Parse("≤5%") })),
        Of(Annual(new Indicator("效益指标", "社会效益指标", "投诉率") { Target = Target.Parse("≥5%") })),
        Of(Project with { ProjectCode = "42011124043T000000999" }),
        Of(Project with { YearBudget = Amount.OfWan(20.004m) }),
        Of(Project with { YearBudget = new Amount(200_000.00m, Unit.Yuan) }),
        Of(Project with { Spending = [Project.Spending[0], Project.Spending[1] with { Amount = null }] }),
        Of(Project with { Spending = [Project.Spending[0], Project.Spending[1] with { Amount = Amount.OfWan(19m) }] }),
        Of(Project with { Funds = [Project.Funds[0], Project.Funds[1] with { Amount = null }, Project.Funds[2]] }),
        Of(Project with { Funds = [.. Project.Funds, new GoalFundLine("", "2.上年结转", Amount.OfWan(1m)), new GoalFundLine("", "其中：其他", Amount.OfWan(2m))] }),
        Of(Project with { Funds = [Project.Funds[0], Project.Funds[1], Project.Funds[2] with { Amount = null }] }),
        Of(Project with { Funds = [Project.Funds[0], Project.Funds[1], Project.Funds[2] with { Amount = null },
            new GoalFundLine("", "其中：上年结转", Amount.OfWan(5m))] }),
        Of(Project with { Funds = [Project.Funds[0], Project.Funds[1], Project.Funds[2] with { Amount = null }, new GoalFundLine("", "其中：上年结转", null),
            new GoalFundLine("", "2.政府性基金", Amount.OfWan(3m)), Project.Funds[0]] }),
        Of(Project with { Spending = [Project.Spending[0], .. Enumerable.Repeat(
            Project.Spending[1] with { Amount = new Amount(decimal.MaxValue, Unit.WanYuan) }, 2)] }),
        Short(r => r),
        Short(r => r with { Weight = null }),
        Short(r => r with { Weight = null, Score = null }),
        Short(r => r, score: 80m),
        Short(r => r, target: null),
        Short(r => r with { Executed = r.Budget, Rate = new Amount(100m, Unit.Percent) }),
        Short(r => r with { DeviationReason = "压减支出。" }),
        Past("2023年预算为15.02万元；2024年预算为20万元。"),
        Past("2023年预算为15.01万元；2024年预算为20万元。"),
        Past("以前年度没有预算。"),
        Evaluated("100.01"),
        Evaluated("100.02"),
        Evaluated("0"),
        Evaluated("100.00") with { Performance = default },
        Evaluated("100.00") with { Performance = [new ProjectSelfEvaluation("甲")] },
        Evaluated("150.00") with { Performance = [new ProjectSelfEvaluation("甲") { Execution = [Whole.Execution[0]] },
            new ProjectSelfEvaluation("乙") { Execution = [Whole.Execution[0] with { Budget = Amount.OfWan(50.00m), Executed = Amount.OfWan(50.00m) }] }] },
        Budget with { Paragraphs = ["设置了1个整体支出绩效目标、3个一级项目支出绩效目标。"] },
        Budget with { Year = null },
        Budget with { Performance = [Goals, Project, Project] },
    ];

    public static TheoryData<string> Ids => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_passes_where_it_holds_and_reports_where_it_does_not(string id)
    {
        var checker = new Checker([RuleCatalog.Find(id)]);
        var (holds, fails) = Examples[id];
        var passing = checker.Check(holds);
        Assert.Empty(passing.Findings);
        Assert.True(passing.Coverage[0].Exact > 0, "the rule does not run on its passing example");

        var findings = checker.Check(fails).Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.Equal(Verdict.Violated, f.Verdict));
        Assert.All(findings, f => Assert.True(f.Message.Length > 0 && f.EnglishMessage.Length > 0));
    }

    [Fact]
    public void Every_rule_has_an_example() =>
        Assert.Equal(RuleCatalog.All.Select(r => r.Id)
            .Where(id => id.StartsWith("performance.", StringComparison.Ordinal) && id != "performance.header-twice")
            .Order(), Examples.Keys.Order());

    [Fact]
    public void A_header_printed_twice_is_seen_on_the_page()
    {
        var checker = new Checker([RuleCatalog.Find("performance.header-twice")]);
        const string Once = "单位名称 | 某局 | <\n二级指标 | 指标名称 | 指标值\n数量指标 | 甲 | 1次";
        Assert.Equal(1, checker.Check(DocumentReader.Read(Tables.Layout("整体支出绩效目标表", Once))).Coverage[0].Exact);
        var twice = Once.Replace("数量指标", "二级指标 | 指标名称 | 绩效标准\n数量指标", StringComparison.Ordinal);
        Assert.Contains("绩效标准", Assert.Single(checker.Check(DocumentReader.Read(Tables.Layout("整体支出绩效目标表", twice))).Findings).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_printed_as_its_quotient_rounds_is_right_and_one_off_by_the_last_digit_is_rounding()
    {
        var checker = new Checker([RuleCatalog.Find("performance.execution-rate")]);
        ExecutionRow Rate(ExecutionRow row,
            decimal rate) => row with { Budget = Amount.OfWan(63.8m), Executed = Amount.OfWan(55.29m), Rate = new Amount(rate, Unit.Percent) };
        Assert.Empty(checker.Check(Self(Row(r => Rate(r, 86.66m)))).Findings);
        Assert.Equal((Verdict.Rounded, "86.66%"),
            Assert.Single(checker.Check(Self(Row(r => Rate(r, 86.67m)))).Findings) is var f ? (f.Verdict, f.Expected) : default);
    }

    [Theory]
    [InlineData("2023年预算为15万元；2024年预算为20万元。", null)]
    [InlineData("2023年预算为15.02万元；2024年预算为20万元。", null)]
    [InlineData("2023年预算为15.03万元；2024年预算为20万元。", "15.03")]
    [InlineData("2023年区级预算为10万元，预计上级转移支付5万元；2024年预算为20万元。", null)]
    [InlineData("2023年区级预算为10万元，预计上级转移支付8万元；2024年预算为20万元。", "18.00")]
    [InlineData("2023年县级预算10万，上级补助8.5万，实际执行12万；2024年预算为20万元。", "18.50")]
    [InlineData("2022年预算为30万元；2024年预算为20万元。", null)]
    public void Past_budgets_add_the_level_s_own_money_and_the_transfers_from_above(string history, string? sum)
    {
        var findings = new Checker([RuleCatalog.Find("performance.past-years")]).Check(Past(history)).Findings;
        if (sum is null) Assert.Empty(findings);
        else
            Assert.Equal((decimal.Parse(sum, CultureInfo.InvariantCulture), "15.00"),
                Assert.Single(findings) is var f ? (decimal.Parse(f.Expected!, CultureInfo.InvariantCulture), f.Actual) : default);
    }

    private static Amount Points(decimal points) => new(points, Unit.None);

    private static Indicator Line(string target, string? year = null) => new("满意度指标", "服务对象满意度指标", "群众满意度")
    {
        Target = Target.Parse(target),
        OtherYears = year is null ? default : [new YearValue("上年", Target.Parse(year))],
    };

    private static FinalAccounts Evaluated(string funds) => Accounts with
    {
        Performance = [new ProjectSelfEvaluation("甲") { Execution = [Whole.Execution[0]] }],
        Paragraphs = ["第三部分 某局2024年度部门决算情况说明", "十三、预算绩效情况说明", $"项目绩效自评个数1个，涉及资金{funds}万元。"],
    };

    private static DepartmentBudget Past(string history) => Budget with
    {
        Performance = [Goals with { Funds = [new GoalFundLine("支出构成", "特定目标类项目支出",
            Amount.OfWan(20.00m)) { OtherYears = [new YearAmount("2023年", Amount.OfWan(15.00m))] }] }, Project with { BudgetHistory = history }],
    };

    private static FinalAccounts Self(DepartmentSelfEvaluation form) => Accounts with { Performance = [form] };

    private static DepartmentSelfEvaluation Row(Func<ExecutionRow, ExecutionRow> change) => Whole with { Execution = [change(Whole.Execution[0])] };

    private static DepartmentSelfEvaluation Scored(Amount? score, string? text = null) =>
        Whole with { Goals = [Whole.Goals[0] with { Indicators = [Whole.Goals[0].Indicators[0] with { Score = score, ScoreText = text }] }] };

    private static DepartmentSelfEvaluation Weighted(Amount score) => Whole with
    {
        Goals = [Whole.Goals[0] with { Indicators = [Whole.Goals[0].Indicators[0] with { Weight = Points(80m), Score = score }] }],
    };

    /// <summary>A form without boxes for reasons, one of whose indicators fell short.</summary>
    private static FinalAccounts Short(Func<ExecutionRow, ExecutionRow> row, decimal score = 70m, string? target = "≥100次") => Self(Whole with
    {
        DeviationReason = null,
        Execution = [row(Whole.Execution[0] with { Weight = Points(10m), Score = Points(9.5m) })],
        Goals = [Whole.Goals[0] with { Indicators = [
            Whole.Goals[0].Indicators[0] with { Weight = Points(80m), Score = Points(score), Target = target is null ? null : Target.Parse(target) }] }],
    });

    private static DepartmentSelfEvaluation Achieved(string achieved) =>
        Whole with { Goals = [Whole.Goals[0] with { Indicators = [Whole.Goals[0].Indicators[0] with { Achieved = Target.Parse(achieved) }] }] };

    private static DepartmentGoals Annual(Indicator first) => Goals with { Goals = [Goals.Goals[0], Goals.Goals[1] with { Indicators = [first] }] };

    private static DepartmentBudget Of(PerformanceForm form) =>
        Budget with { Performance = form is DepartmentGoals ? [form, .. Budget.Performance.Skip(1)] : [Goals, form, Budget.Performance[2]] };
}
