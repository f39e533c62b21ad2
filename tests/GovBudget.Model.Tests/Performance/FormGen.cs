using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Performance;

/// <summary>Draws performance forms of every kind and shape that an official form can show.</summary>
internal static class FormGen
{
    private static readonly string[] Phrases =
    [
        "保障机关正常运转", "完成年度检查任务。", "1.做好医疗救助工作；\n2.加强基金监管。", "按照有关文件要求，推进重点工作（第二批）", "预算追加专项经费21.10万元，执行率偏低",
        "提高资金使用效益，群众满意度达到90%以上，全年开展宣传活动不少于5次，覆盖全部街道和社区，及时处理群众来信来访，切实维护群众利益。",
    ];

    private static readonly (string Level1, string[] Level2)[] Levels =
    [
        ("产出指标", ["数量指标", "质量指标", "时效指标"]), ("成本指标", ["经济成本指标", "社会成本指标"]), ("效益指标", ["社会效益指标", "可持续影响指标"]), ("满意度指标", ["服务对象满意度指标"]),
    ];

    public static readonly Gen<PerformanceForm> Form = Gen.OneOf(
        DepartmentEvaluation().Select(f => (PerformanceForm)f), ProjectEvaluation().Select(f => (PerformanceForm)f),
        DepartmentGoals().Select(f => (PerformanceForm)f), ProjectGoals().Select(f => (PerformanceForm)f));

    /// <summary>A document that holds a few forms, and a table or none.</summary>
    public static readonly Gen<BudgetDocument> Document =
        from drawn in Form.ListOf().Resize(3)
        let forms = drawn.DistinctBy(f => (f.Kind, f.Subject)).ToList() // two of one title and subject would read as one that goes on over the page
        from accounts in Bool
        from paragraphs in Gen.Elements("本年度工作完成情况较好。", "第三部分 情况说明", "一、总体情况").ListOf().Resize(3)
        from at in Gen.Choose(0, paragraphs.Count)
        let year = 2023
        let document = accounts ? (BudgetDocument)new FinalAccounts { Title = "2023年度清江市财政局部门决算" } : new DepartmentBudget { Title = "2023年清江市财政局部门预算" }
        select document with
        {
            Organisation = "清江市财政局",
            Year = year,
            Paragraphs = [.. paragraphs],
            TablesAt = forms.Count == 0 ? paragraphs.Count : at,
            Performance = [.. forms]
        };

    private static Gen<bool> Bool => Gen.Elements(true, false);

    private static Gen<string> Words => Gen.Elements(Phrases);

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.Frequency((2, gen.Select(x => (T?)x)), (1, Gen.Constant((T?)null)));

    private static Gen<Amount?> MaybeOf(Gen<Amount> gen) => Gen.Frequency((3, gen.Select(x => (Amount?)x)), (1, Gen.Constant((Amount?)null)));

    private static Gen<Amount> Money(Unit unit) =>
        from cents in Gen.Choose(0,
            9_999_999)
        from decimals in Gen.Choose(0,
                2)
        select new Amount(Math.Round(cents / 100m, decimals) + new decimal(0, 0, 0, false, (byte)decimals), unit);

    private static Gen<Amount> Points =>
        Gen.OneOf(from n in Gen.Choose(0, 100) select new Amount(n, Unit.None),
            from n in Gen.Choose(0, 1000) select new Amount(new decimal(n, 0, 0, false, 1), Unit.None));

    private static Gen<Unit> MoneyUnit => Gen.Elements(Unit.WanYuan, Unit.Yuan);

    private static Gen<T> WithHead<T>(Gen<T> form) where T : PerformanceForm =>
        from f in form
        from organisation in Gen.Elements("清江市财政局", "清江市财政局国库支付中心", null)
        from date in Maybe(Gen.Elements("2024.6.21", "2024年6月21日"))
        from contact in Maybe(Gen.Elements("张三", "李四"))
        from phone in Maybe(Gen.Elements("027-83668123", "87569960"))
        from analysis in Analysis
        from notes in Maybe(Gen.Elements("备注：\n1.预算数为调整后预算。\n2.执行数为实际支出数。", "注：本表公开。", "定性指标按三档计分，分值区间为100-80%（含80%）、80-50%（含50%）、50-0%，汇总时以资金额度为权重。"))
        select f with { Organisation = organisation, Year = 2023, ReportDate = date, Contact = contact, Phone = phone, Analysis = analysis, Notes = notes };

    private static Gen<ValueList<NamedText>> Analysis =>
        from n in Gen.Choose(0, 3)
        from texts in Words.ListOf(n)
        select texts.Select((t, i) => new NamedText(new[] { "产出情况分析", "存在的问题及原因", "下一步改进计划" }[i], t)).ToValueList();

    private static Gen<DepartmentSelfEvaluation> DepartmentEvaluation() => WithHead(
        from unit in MoneyUnit
        from basic in MaybeOf(Money(unit))
        from project in MaybeOf(Money(unit))
        from evaluation in Evaluated(new DepartmentSelfEvaluation("清江市财政局") { Title = "2023年度清江市财政局部门整体绩效自评表", BasicTotal = basic, ProjectTotal = project })
        from goals in Goals(true)
        select evaluation with { Goals = goals });

    private static Gen<ProjectSelfEvaluation> ProjectEvaluation() => WithHead(
        from subject in Gen.Elements("数据中心运维经费", "老旧小区改造（二期）", "医疗救助专项")
        from code in Maybe(Gen.Constant("420100231234567"))
        from department in Maybe(Gen.Elements("清江市财政局", "060-清江市医疗保障局"))
        from title in Gen.Elements("项目支出绩效自评表", "2023年度项目自评表")
        from categories in Categories
        from stated in Maybe(Words)
        from achieved in stated is null ? Gen.Constant((string?)null) : Maybe(Words)
        from evaluation in Evaluated(
            new ProjectSelfEvaluation(
                subject)
            { Title = title, ProjectCode = code, Department = department, Categories = categories, AnnualGoal = stated, Achievement = achieved })
        from goals in stated is null ? Goals(true) : Unnamed(GoalTerm.Annual, true)
            // that would be the project's own goal in words
        where stated is not null || goals is not [{ Term: GoalTerm.Annual, Weight: null, IsNumbered: false, Text.Length: > 0 }]
        select evaluation with { Goals = goals });

    private static Gen<DepartmentGoals> DepartmentGoals() => WithHead(
        from unit in MoneyUnit
        from duties in Maybe(Words)
        from tasks in Maybe(Words)
        from years in Years
        from income in Funds("收入构成", unit, 3, years)
        from spending in Funds("支出构成", unit, 3, years)
        from projects in Projects(unit)
        from goals in Goals(false)
        select new DepartmentGoals(
            "清江市财政局")
        {
            Title = "部门整体支出绩效目标表",
            Duties = duties,
            Tasks = tasks,
            Funds = [.. income, .. income.Count == 0 ? [] : spending],
            Projects = projects,
            Goals = goals
        });

    private static Gen<ProjectGoals> ProjectGoals() => WithHead(
        from unit in Gen.Elements(Unit.WanYuan, Unit.None)
        from code in Maybe(Gen.Constant("420100231234567"))
        from department in Maybe(Gen.Constant("清江市财政局"))
        from categories in Categories
        from reason in Maybe(Words)
        from content in Maybe(Words)
        from total in Maybe(Gen.Constant("资金来源：本级一般公共预算17.00万元"))
        from year in MaybeOf(Money(unit))
        from history in Maybe(Words)
        from named in Bool
        from funds in Funds(named ? "项目资金来源" : "", unit, 4, [])
        from spending in Funds(named ? "项目支出明细预算" : "", unit, 4, [])
        from overall in Maybe(Words)
        from goals in Goals(false)
        select new ProjectGoals("一般机构运转")
        {
            Title = "项目支出绩效目标表",
            ProjectCode = code,
            Department = department,
            Categories = categories,
            Reason = reason,
            Content = content,
            TotalBudget = total,
            YearBudget = year,
            BudgetHistory = history,
            Funds = funds,
            Spending = spending,
            OverallGoal = overall,
            Goals = goals,
        });

    private static Gen<T> Evaluated<T>(T form) where T : SelfEvaluation =>
        from unit in MoneyUnit
        from rows in Execution(unit)
        from total in MaybeOf(Points)
        from grade in Maybe(Gen.Elements("优", "良", "合格"))
        from reason in Maybe(Words)
        from improvement in Maybe(Words)
        select form with { Execution = rows, Total = total, Grade = grade, DeviationReason = reason, Improvement = improvement };

    private static Gen<ValueList<ExecutionRow>> Execution(Unit unit) =>
        from n in Gen.Choose(1, 3)
        from asked in Bool
        from carried in Bool
        from weighed in Gen.Choose(0, 2)
        from reasons in Bool
        from rows in (
            from budget in Money(unit)
            from executed in MaybeOf(Money(unit))
            from other in MaybeOf(Money(unit))
            from rate in Gen.Elements("96.95%", "100%", "59.4")
            from weight in Points
            from score in MaybeOf(Points)
            from reason in Words
            select new ExecutionRow("")
            {
                InitialBudget = asked ? other : null,
                RequestedBudget = asked && carried ? budget : null,
                Budget = budget,
                Executed = executed,
                Remaining = carried ? other : null,
                Rate = Amount.Parse(rate),
                Weight = weighed == 0 ? null : weight,
                Score = score,
                DeviationReason = reasons ? reason : null,
            }).ListOf(n)
        select rows.Select((r,
            i) => r with { Name = new[] { "年度资金总额", "其中：当年财政拨款", "其他资金" }[i], Weight = weighed == 1 && i > 0 ? null : r.Weight }).ToValueList();

    private static Gen<string[]> Years => Gen.Elements<string[]>(["2021年", "2022年"], []);

    private static Gen<ValueList<GoalFundLine>> Funds(string block, Unit unit, int most, string[] years) =>
        from n in Gen.Choose(0, most)
        from shared in Bool
        from lines in (
            from amount in MaybeOf(Money(unit))
            from share in Gen.Elements("21.72%", "100%", "0.00%")
            from others in MaybeOf(Money(unit)).ListOf(years.Length)
            select new GoalFundLine(block, "",
                amount)
            { Share = shared ? Amount.Parse(share) : null, OtherYears = years.Zip(others, (y, a) => new YearAmount(y, a)).ToValueList() }).ListOf(n)
        select lines.Select((l, i) => l with { Name = new[] { "合计", "1.一般公共预算财政拨款收入", "其中：申请当年预算拨款", "2.其他收入" }[i] }).ToValueList();

    private static Gen<ValueList<GoalProjectLine>> Projects(Unit unit) =>
        from n in Gen.Choose(0, 3)
        from lines in (
            from category in Maybe(Gen.Elements("特殊目标类", "一般目标类"))
            from total in MaybeOf(Money(unit))
            from year in MaybeOf(Money(unit))
            from purpose in Maybe(Gen.Elements("机构运转", "医疗救助"))
            select new GoalProjectLine("", category, total, year, purpose)).ListOf(n)
        select lines.Select((l, i) => l with { Name = $"第{"一二三"[i]}个项目" }).ToValueList();

    private static Gen<ValueList<CheckBoxGroup>> Categories =>
        from n in Gen.Choose(0, 2)
        from ticks in Gen.Choose(0, 2).ListOf(n)
        select ticks.Select((t, i) => i == 0
            ? new CheckBoxGroup("项目类别", [new("部门预算项目", t == 0), new("财政专项资金", t == 1)])
            : new CheckBoxGroup("项目类型", [new("常年性项目", t == 0), new("延续性项目", t == 1), new("一次性项目", t == 2)])).ToValueList();

    private static Gen<ValueList<Goal>> Goals(bool evaluated) =>
        Gen.OneOf(Numbered(evaluated), Unnamed(GoalTerm.Annual, evaluated), ByTerm(evaluated), Gen.Constant(default(ValueList<Goal>)));

    private static Gen<ValueList<Goal>> Unnamed(GoalTerm term, bool evaluated) =>
        from lines in Indicators(evaluated, 6)
        select (ValueList<Goal>)[new Goal(term, "", "") { Indicators = lines }];

    private static Gen<ValueList<Goal>> Numbered(bool evaluated) =>
        from n in Gen.Choose(1, 4)
        from stated in Bool
        from goals in (
            from text in Words
            from weight in MaybeOf(Points)
            from lines in Indicators(evaluated, 3)
            select new Goal(GoalTerm.Annual, "", stated ? text : "") { Weight = weight, Indicators = lines }).ListOf(n)
        select goals.Select((g, i) => g with { Label = $"年度目标{i + 1}" }).ToValueList();

    private static Gen<ValueList<Goal>> ByTerm(bool evaluated) =>
        from longTerm in Words
        from annual in Words
        from first in Indicators(evaluated, 4)
        from second in Indicators(evaluated, 4)
        select (ValueList<Goal>)
        [
            new Goal(GoalTerm.LongTerm, "长期目标", longTerm), new Goal(GoalTerm.Annual, "年度目标", annual),
            new Goal(GoalTerm.LongTerm, "长期目标1", longTerm) { Indicators = first }, new Goal(GoalTerm.Annual, "年度目标1", annual) { Indicators = second },
        ];

    private static Gen<ValueList<Indicator>> Indicators(bool evaluated, int most) =>
        from n in Gen.Choose(1, most)
        from years in Gen.Elements(0, evaluated ? 0 : 2)
        from adjusted in Gen.Elements(false, evaluated)
        from weighed in Bool
        from basis in Gen.Elements(false, !evaluated)
        from reasons in Gen.Elements(false, evaluated)
        from lines in (
            from level in Gen.Elements(Levels)
            from second in Gen.Elements(level.Level2)
            from target in PerformanceGen.Target
            from achieved in PerformanceGen.Target
            from weight in MaybeOf(Points)
            from score in MaybeOf(Points)
            from reason in Maybe(Words)
            from others in PerformanceGen.Target.ListOf(years)
            select new Indicator(level.Level1, second, "")
            {
                Target = target,
                AdjustedTarget = adjusted ? target : null,
                Achieved = evaluated ? achieved : null,
                Weight = weighed ? weight : null,
                Score = evaluated ? score : null,
                ScoreText = evaluated && score is null ? "优" : null,
                DeviationReason = reasons ? reason : null,
                Basis = basis ? "计划标准" : null,
                OtherYears = others.Select((t, i) => new YearValue(i == 0 ? "前年" : "上年", t)).ToValueList(),
            }).ListOf(n)
        select lines.OrderBy(l => Array.FindIndex(Levels, x => x.Level1 == l.Level1))
            .Select((l, i) => l with { Name = $"第{"一二三四五六"[i]}项工作完成情况" })
            .ToValueList();
}
