using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Checks;

/// <summary>Documents that belong together: each rule on documents that agree, and on the same with one thing changed.</summary>
public class AcrossTests
{
    private const string Last = """
        决算 2022 青山区医疗保障局
        # Summary
        收 本年收入合计: 114.00
        收 年初结转和结余: 6.00
        收 总计: 120.00
        支 本年支出合计: 114.00
        支 年末结转和结余: 6.00
        支 总计: 120.00
        # GeneralPublic
        合计: 合计=98.00 基本支出=80.00 项目支出=18.00
        208 社会保障和就业支出: 合计=28.00 基本支出=28.00
        """;

    private const string Budget = """
        预算 2023 青山区医疗保障局
        # GeneralPublic
        合计: 合计=110.00 基本支出=90.00 项目支出=20.00
        208 社会保障和就业支出: 合计=32.00 基本支出=32.00
        # ThreePublic
        : 预算数/合计=6.00 预算数/公务用车运行维护费=5.00 预算数/公务接待费=1.00
        """;

    private const string This = """
        决算 2023 青山区医疗保障局
        # Summary
        收 本年收入合计: 129.00
        收 年初结转和结余: 6.00
        收 总计: 135.00
        支 本年支出合计: 128.00
        支 年末结转和结余: 7.00
        支 总计: 135.00
        # Income
        合计: 合计=129.00 财政拨款收入=129.00
        # GeneralPublic
        合计: 合计=101.00 基本支出=81.00 项目支出=20.00
        # ThreePublic
        : 预算数/合计=6.00 预算数/公务用车运行维护费=5.00 预算数/公务接待费=1.00 决算数/合计=4.50
        # 正文
        第一部分 青山区医疗保障局概况
        二、机构设置情况
        纳入决算编制范围的单位包括：青山区医保服务中心。
        第三部分 青山区医疗保障局2023年度部门决算情况说明
        一、收入支出决算总体情况说明
        2022年度收、支总计均为120.00万元。2023年度收入总计135.00万元，支出总计135.00万元。与2022年度相比，收入总计增加15.00万元，增长12.5%。
        五、一般公共预算财政拨款支出决算情况说明
        2023年度一般公共预算财政拨款支出年初预算为110.00万元，支出决算为101.00万元，完成年初预算的91.8%。
        """;

    private const string Next = """
        预算 2024 青山区医疗保障局
        # GeneralPublic
        合计: 2023年预算数/合计=110.00 合计=112.00 基本支出=92.00 项目支出=20.00
        208 社会保障和就业支出: 2023年预算数/合计=32.00 合计=33.00 基本支出=33.00
        """;

    private const string OfUnit = """
        决算 2023 青山区医保服务中心
        # Income
        合计: 合计=50.00 财政拨款收入=50.00
        """;

    internal static readonly Dictionary<string, (string Before, string After)> Changes = new()
    {
        ["across.opening-balance"] = ("收 年初结转和结余: 6.00\n收 总计: 135.00", "收 年初结转和结余: 6.50\n收 总计: 135.00"),
        ["across.last-year-columns"] = ("2023年预算数/合计=32.00", "2023年预算数/合计=23.00"),
        ["across.quoted-last-year"] = ("2022年度收、支总计均为120.00万元", "2022年度收、支总计均为121.00万元"),
        ["across.change"] = ("收入总计增加15.00万元", "收入总计增加15.30万元"),
        ["across.quoted-budget"] = ("年初预算为110.00万元", "年初预算为101.00万元"),
        ["across.three-public-budget"] = ("预算数/公务接待费=1.00 决算数", "预算数/公务接待费=1.50 决算数"),
        ["across.units"] = ("合计: 合计=50.00 财政拨款收入=50.00", "合计: 合计=150.00 财政拨款收入=150.00"),
    };

    /// <summary>Changes that rounding explains or not, that other years mean, that other columns and rows bear.</summary>
    internal static readonly (string Before, string After)[] Others =
    [
        ("收入总计增加15.00万元，增长12.5%", "收入总计减少15.00万元"),
        ("收入总计增加15.00万元", "收入总计增加15.01万元"),
        ("收入总计增加15.00万元", "收入总计增加15.02万元"),
        ("收入总计增加15.00万元", "收入总计增加15.1万元"),
        ("与2022年度相比", "与2021年度相比"),
        ("2022年度收、支总计均为120.00万元", "2022年度收、支总计均为120.01万元"),
        ("合计: 合计=50.00 财政拨款收入=50.00", "合计: 合计=129.01 财政拨款收入=129.01"),
        ("合计: 合计=50.00 财政拨款收入=50.00", "合计: 合计=129.02 财政拨款收入=129.02"),
        ("收 年初结转和结余: 6.00\n收 总计: 135.00", "收 年初结转和结余: 6.01\n收 总计: 135.00"),
        ("2023年预算数/合计=110.00 合计", "2023年预算数/合计=110.00 2023年预算数/基本支出=91.00 合计"),
        ("2023年预算数/合计=110.00", "2023年预算数=110.50"),
        ("208 社会保障和就业支出: 合计=32.00 基本支出=32.00", "208 社会保障和就业支出: 合计=32.00\n208 社会保障和就业支出: 合计=33.00"),
        ("预算 2023 青山区医疗保障局\n", "预算 2023 青山区医疗保障局\n# Summary\n收 年初结转和结余: 9.00\n"), // a budget's opening balance is no account
        ("# Summary\n", "# GovernmentFund\n合计: 年初结转和结余=1.00 本年收入=2.00 年末结转和结余=2.00\n# Summary\n"),
        ("合计: 2023年预算数/合计=110.00 合计=112.00 基本支出=92.00 项目支出=20.00\n", ""),
        ("2023年预算数/合计=110.00", "2023年预算数/机关事业单位=1.00 2023年预算数/合计=110.00"),
        ("2022年度收、支总计均为120.00万元。", "2022年度机关运行经费支出3.00万元，2022年度收、支总计均为121.00万元。"),
        ("收 总计: 120.00", "收 总计: 119.00"), // the other side agrees
        ("收入总计增加15.00万元", "机关运行经费增加15.00万元"),
        ("支出决算为101.00万元，完成", "支出决算为101.00万元，比2022年度增加4.00万元，完成"),
        ("合计: 合计=50.00 财政拨款收入=50.00", "合计: 合计=129.01 财政拨款收入=129.01\n# Expenditure\n合计: 合计=1.00 基本支出=1.00"),
        ("# ThreePublic\n: 预算数/合计=6.00", "# ThreePublic\n合计: 预算数/合计=6.50\n本级: 预算数/合计=6.00"),
        ("# ThreePublic\n: 预算数/合计=6.00", "# ThreePublic\n本级: 预算数/合计=6.50\n下属: 预算数/合计=6.00"),
    ];

    public static TheoryData<string> Ids => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_passes_where_it_holds_and_reports_where_it_does_not(string id)
    {
        var passing = Checker.Default.CheckTogether(Documents(t => t));
        Assert.Empty(passing.Findings);
        Assert.True(passing.Coverage.Single(c => c.Rule.Id == id).Exact > 0, "the rule does not run on its passing example");

        var (before, after) = Changes[id];
        var changed = 0;
        var failing = Checker.Default.CheckTogether(Documents(t =>
        {
            if (!t.Contains(before, StringComparison.Ordinal)) return t;
            changed++;
            return t.Replace(before, after, StringComparison.Ordinal);
        }));
        Assert.Equal(1, changed);
        var finding = Assert.Single(failing.Findings, f => f.Rule.Id == id);
        Assert.Equal((Verdict.Violated, RuleCategory.AcrossDocuments), (finding.Verdict, finding.Rule.Category));
        Assert.NotEqual(finding.Expected, finding.Actual);
        Assert.InRange(finding.Document!.Value, 0, 4);
        Assert.True(finding.Message.Length > 0 && finding.EnglishMessage.Length > 0);
    }

    [Fact]
    public void Every_rule_across_documents_has_an_example() =>
        Assert.Equal(RuleCatalog.All.Where(r => r.Category == RuleCategory.AcrossDocuments).Select(r => r.Id).Order(), Changes.Keys.Order());

    [Fact]
    public void What_belongs_together_is_told_by_department_year_and_kind()
    {
        var report = Checker.Default.CheckTogether(Documents(t => t));
        Assert.Equal(
            [
                (DocumentRelationKind.BudgetAndAccounts, 1, 2), // budget 2023 → accounts 2023
                (DocumentRelationKind.YearBefore, 0, 1), // accounts 2022 → budget 2023
                (DocumentRelationKind.YearBefore, 0, 2), // accounts 2022 → accounts 2023
                (DocumentRelationKind.YearBefore, 1, 3), // budget 2023 → budget 2024
                (DocumentRelationKind.YearBefore, 2, 3), // accounts 2023 → budget 2024
                (DocumentRelationKind.DepartmentAndUnit, 2, 4),
            ],
            report.Relations.Select(r => (r.Kind, r.First, r.Second)).Order());
    }

    [Fact]
    public void Of_two_copies_one_is_compared() => Assert.Equal(
        [new DocumentRelation(DocumentRelationKind.YearBefore, 0, 2)],
        Checker.Default.CheckTogether([Notation.Parse(Last), Notation.Parse(Last), Notation.Parse(This)]).Relations);

    [Theory]
    [InlineData("决算 2023 青山区医保服务中心", true)]
    [InlineData("决算 2023 医保服务中心", true)]
    [InlineData("决算 2022 青山区医保服务中心", false)] // another year
    [InlineData("预算 2023 青山区医保服务中心", false)] // another document
    [InlineData("决算 2023 医疗保障局", false)] // the department itself
    [InlineData("决算 2023 青山区", false)]
    [InlineData("决算 2023 中心", false)]
    [InlineData("决算 2023 青山区医保稽查大队", false)] // named elsewhere in the text
    [InlineData("决算 2023 青山区医保信息中心", true)] // named in another paragraph of the section
    public void A_unit_is_one_that_the_department_names_of_its_year_and_kind(string head, bool unit)
    {
        var department = This.Replace("青山区医保服务中心。", "青山区医保服务中心。\n青山区医保信息中心于本年划入。", StringComparison.Ordinal) + "\n青山区医保稽查大队的支出增加。";
        var report = Checker.Default.CheckTogether([Notation.Parse(department), Notation.Parse(head + "\n# Income\n合计: 合计=50.00 财政拨款收入=50.00")]);
        Assert.Equal(unit ? [new DocumentRelation(DocumentRelationKind.DepartmentAndUnit, 0, 1)] : [], report.Relations);
    }

    [Theory]
    [InlineData(64.50, 64.51, 1, 0)] // 0.01 above, three figures: 0.015
    [InlineData(64.50, 64.52, 0, 1)]
    [InlineData(100.00, 1.00, 1, 0)]
    [InlineData(129.00, 1.00, 0, 1)]
    public void Units_are_added_up(decimal first, decimal second, int exact, int violated)
    {
        var department = This.Replace("青山区医保服务中心。", "青山区医保服务中心、青山区医保信息中心。", StringComparison.Ordinal);
        string Unit(string name, decimal income) => $"决算 2023 {name}\n# Income\n合计: 合计={income:F2} 财政拨款收入={income:F2}";
        var report = Checker.Default.CheckTogether([.. new[] { department, Unit("青山区医保服务中心", first), Unit("青山区医保信息中心", second) }.Select(Notation.Parse)]);
        var coverage = report.Coverage.Single(c => c.Rule.Id == "across.units");
        Assert.Equal((exact, violated), (coverage.Exact, coverage.Violated));
    }

    [Fact]
    public void Coverage_adds_up_what_each_pair_of_documents_gave()
    {
        // neither last year's nor this year's document says what the text of the next quotes
        const string quoting = "# 正文\n第三部分 某局部门决算情况说明\n十、机关运行经费支出情况\n上年机关运行经费支出3.00万元。";
        BudgetDocument[] documents = [.. new[] { Last, This.Split("# 正文")[0] + quoting, "决算 2024 青山区医疗保障局\n" + quoting }.Select(Notation.Parse)];
        var coverage = Checker.Default.CheckTogether(documents).Coverage.Single(c => c.Rule.Id == "across.quoted-last-year");
        Assert.Equal((2, [KeyValuePair.Create("另一文件没有可以确定对应的数字", 2)]), (coverage.NotEvaluated, coverage.Reasons));
    }

    [Fact]
    public void Findings_do_not_depend_on_the_order_of_documents()
    {
        string Break(string text) =>
            text.Replace("收 年初结转和结余: 6.00\n收 总计: 135.00", "收 年初结转和结余: 6.50\n收 总计: 135.00",
                StringComparison.Ordinal).Replace("2023年预算数/合计=32.00", "2023年预算数/合计=23.00", StringComparison.Ordinal);
        var documents = Documents(Break);
        var messages = Checker.Default.CheckTogether(documents).Findings.Select(f => f.Message).Order(StringComparer.Ordinal);
        Assert.Equal(messages, Checker.Default.CheckTogether([.. documents.Reverse()]).Findings.Select(f => f.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unrelated_documents_are_left_alone()
    {
        var report = Checker.Default.CheckTogether([Notation.Parse(This), Notation.Parse(Last.Replace("青山区医疗保障局", "江夏区水务局", StringComparison.Ordinal)),
            Notation.Parse(Budget.Replace("预算 2023", "预算 2021", StringComparison.Ordinal))]);
        Assert.Empty(report.Relations);
        Assert.Empty(report.Findings);
        Assert.All(report.Coverage, c => Assert.Equal(Verdict.NotApplicable, c.Verdict));
    }

    [Fact]
    public void A_rounding_difference_across_documents_is_a_remark()
    {
        var report = Checker.Default.CheckTogether(Documents(t => t.Replace("2022年度收、支总计均为120.00万元", "2022年度收、支总计均为120.01万元", StringComparison.Ordinal)));
        var finding = Assert.Single(report.Findings);
        Assert.Equal((Verdict.Rounded, Severity.Info), (finding.Verdict, finding.Severity));
        Assert.False(report.HasErrors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Generated_years_of_a_department_agree(bool inYuan)
    {
        var compared = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var style = PrintStyle.Whole with { Unit = inYuan ? Unit.Yuan : Unit.WanYuan, Wording = seed, LastYearColumns = seed % 2 == 0 };
            BudgetDocument[] documents = [.. Generate.Years(seed, 2021,
                3).SelectMany(b => new BudgetDocument[] { Generate.PrintBudget(b, style), Generate.PrintFinalAccounts(b, style) })];
            var report = Checker.Default.CheckTogether(documents);
            Assert.Empty(report.Findings.Where(f => f.Severity > Severity.Info).Select(f => $"{seed}: {f}"));
            Assert.Equal(3 + 2 + 2 + 2, report.Relations.Count); // budget and accounts; budgets, accounts, accounts and the next budget
            compared += report.Coverage.Sum(c => c.Exact + c.Rounded);
        }
        Assert.True(compared > 12 * 10, $"{compared}");
    }

    internal static BudgetDocument[] Documents(Func<string, string> change) =>
        [.. new[] { Last, Budget, This, Next, OfUnit }.Select(t => Notation.Parse(change(t.ReplaceLineEndings("\n"))))];
}
