namespace GovBudget.Model.Tests.Checks;

/// <summary>Projects named in the text, what was inspected, and what basic expenditure changed by: sentences that only together are wrong.</summary>
public sealed class ProjectTextTests
{
    private const string Tables = """
        # Income
        合计: 合计=101.00
        21015 医疗保障管理事务: 合计=101.00
        2101501 行政运行: 合计=40.00
        2101502 一般行政管理事务: 合计=51.00
        2101506 医疗保障经办事务: 合计=10.00
        # GeneralPublic
        合计: 合计=93.40 基本支出=40.00 项目支出=53.40
        21015 医疗保障管理事务: 合计=93.40 基本支出=40.00 项目支出=53.40
        2101501 行政运行: 合计=40.00 基本支出=40.00
        2101502 一般行政管理事务: 合计=49.92 项目支出=49.92
        2101506 医疗保障经办事务: 合计=3.48 项目支出=3.48
        """;

    [Theory]
    [InlineData("医保基金监管宣传项目支出9.70万元", "医保基金监管宣传项目决算支出9.70万元", null)]
    [InlineData("医保基金监管宣传项目支出9.70万元", "医保基金监管宣传项目决算支出9.71万元", "Rounded 9.70 9.71")]
    [InlineData("医保基金监管宣传预算支出9.70万元", "医保基金监管宣传项目决算支出9.71万元", "Rounded 9.71 9.70")]
    [InlineData("医保基金监管宣传项目支出9.70万元", "医保基金监管宣传项目决算支出9.80万元", "Violated 9.70 9.80")]
    [InlineData("医保基金监管宣传预算支出9.70万元", "医保基金监管宣传项目决算支出9.80万元", null)] // a budget may be any other figure
    [InlineData("宣传项目支出9.70万元", "宣传项目决算支出9.80万元", null)] // too short a name to be one project's
    public void A_project_is_stated_alike(string item, string performance, string? finding) =>
        Assert.Equal(finding, Check("narrative.restated-project", "", "五、一般公共预算财政拨款支出决算情况说明", "（三）一般公共预算财政拨款支出决算具体情况。", $"（1）{item}，主要用于宣传。",
            "十三、预算绩效情况说明", $"（1）{performance}，资金使用占拨款总额的97%。"));

    [Theory]
    [InlineData("（1）医保基金监管宣传项目9.70万元。", "（2）医保基金监管宣传项目9.80万元。", "", null)] // items of one list
    [InlineData("（1）医保基金监管宣传项目9.70万元。", "（2）医保基金监管宣传项目决算支出9.80万元。", "", "Violated 9.70 9.80")]
    [InlineData("（1）医保基金监管宣传项目决算支出9.70万元。", "（2）医保基金监管宣传项目9.80万元。", "", "Violated 9.70 9.80")]
    [InlineData("（1）医保基金监管宣传项目9.70万元。", "", "（1）医保基金监管宣传项目执行数9.80万元。", "Violated 9.70 9.80")]
    [InlineData("项目支出主要用于医保基金监管宣传9.70万元。", "", "（1）医保基金监管宣传项目执行数9.80万元。", "Violated 9.70 9.80")]
    [InlineData("（1）2022年医保基金监管宣传项目支出9.70万元。", "", "（1）医保基金监管宣传项目执行数9.80万元。", null)] // of another year
    public void A_project_is_stated_alike_in_lists_and_sentences(string item, string other, string performance, string? finding) =>
        Assert.Equal(finding, Check("narrative.restated-project", "", "五、一般公共预算财政拨款支出决算情况说明", "（三）一般公共预算财政拨款支出决算具体情况。", item, other,
            "十三、预算绩效情况说明", performance));

    [Theory]
    [InlineData("10.00", null)]
    [InlineData("10", null)]
    [InlineData("9.99", "Rounded 10.00 9.99")]
    [InlineData("5", "Violated 10.00 5")]
    public void A_project_that_spends_as_one_subject_receives_as_it(string received, string? finding) =>
        Assert.Equal(finding, Check("narrative.project-income", Tables, "十三、预算绩效情况说明", $"（1）定点机构监督项目预算收入{received}万元，我局决算支出3.48万元。"));

    [Theory]
    [InlineData("4.00")] // no subject spent that
    [InlineData("40.00")] // one did, but not on projects
    public void A_project_that_spends_as_no_subject_is_not_judged(string spent) =>
        Assert.Null(Check("narrative.project-income", Tables, "十三、预算绩效情况说明", $"（1）定点机构监督项目预算收入5万元，我局决算支出{spent}万元。"));

    [Fact]
    public void Two_projects_that_spent_alike_are_not_told_apart() =>
        Assert.Null(Check("narrative.project-income", Tables, "十三、预算绩效情况说明", "（1）定点机构监督项目预算收入5.00万元，我局决算支出3.48万元。",
            "（2）办公设备购置项目预算收入6.00万元，我局决算支出3.48万元。"));

    [Theory]
    [InlineData("（", "6.00", "Violated 61.00 57.00")]
    [InlineData("0", "6.00", "Violated 61.00 57.00")] // a number of any digit
    [InlineData("9", "6.00", "Violated 61.00 57.00")]
    [InlineData("其中", "6.00", null)] // no item of the list
    public void An_item_with_one_amount_spent_what_it_received(string number, string last, string? finding) =>
        Assert.Equal(finding, Check("narrative.project-income", Tables, "十三、预算绩效情况说明",
            "（1）定点机构监督项目预算收入10.00万元，我局决算支出3.48万元。", "（2）办公设备购置项目预算收入41.00万元，我局决算支出43.92万元。",
            number + (number == "（" ? "3）" : number.Length == 1 ? "." : "：") + $"不可预见项目因机构改革，弥补人员经费{last}万元。"));

    [Theory]
    [InlineData("45.00", "6.00", null)]
    [InlineData("44.99", "6.00", "Rounded 61.00 60.99")]
    [InlineData("41.00", "6.00", "Violated 61.00 57.00")]
    [InlineData("41.00", "5.00", null)] // the projects are not all: they spent less than all did
    public void All_projects_receive_what_their_subjects_do(string received, string last, string? finding) =>
        Assert.Equal(finding, Check("narrative.project-income", Tables, "十三、预算绩效情况说明",
            "（1）定点机构监督项目预算收入10.00万元，我局决算支出3.48万元。", $"（2）办公设备购置项目预算收入{received}万元，我局决算支出43.92万元。",
            $"（3）不可预见项目因机构改革，弥补人员经费{last}万元。"));

    [Theory]
    [InlineData(551, 551, "完成定点医药机构全覆盖检查。", null)]
    [InlineData(551, 600, "完成定点医药机构全覆盖检查。", null)]
    [InlineData(551, 361, "完成定点医药机构全覆盖检查。", "Violated 65.52% 100%")]
    [InlineData(551, 361, "完成定点医药机构检查。", null)]
    [InlineData(551, 361, "完成社区卫生服务中心全覆盖检查。", null)] // of something else
    [InlineData(551, 361, "宣传活动全覆盖。", null)]
    public void All_are_covered_where_the_text_says_so(int all, int inspected, string said, string? finding) =>
        Assert.Equal(finding, Check("narrative.coverage", "", "十三、预算绩效情况说明", $"我辖区定点医药机构{all}家。全年抽查定点医药机构{inspected}家。{said}"));

    [Theory]
    [InlineData("增加6.00", "比上年增加2.00万元", null)]
    [InlineData("增加8.00", "比上年增加2.00万元", "Violated 6.00 8.00")]
    [InlineData("增加8.00", "比上年减少2.00万元", "Violated 10.00 8.00")]
    [InlineData("增加8.00", "比上年持平", null)]
    [InlineData("增加7.00", "比上年增加2.00万元", null)] // another scope, perhaps
    [InlineData("增加8.00", "比上年增加52.00万元，统计口径不同，上下年无可比性", null)]
    [InlineData("增加8.00", "比上年增加52.00万元，统计口径不同，上下年无可比性。按与上年统计口径一致相比，本年比上年减少2.00万元", "Violated 10.00 8.00")]
    public void Basic_expenditure_changes_by_personnel_and_operations(string personnel, string operating, string? finding) =>
        Assert.Equal(finding, Check("narrative.basic-change", "", "三、支出决算情况说明", $"与2022年度相比，基本支出增加8.00万元，主要原因是人员经费{personnel}万元。",
            "十、机关运行经费支出情况", $"2023年度机关运行经费支出19.00万元，{operating}。"));

    private static string? Check(string rule, string tables, params string[] text)
    {
        var document = Notation.Parse($"决算 2023 青山区医疗保障局\n{tables}\n# 正文\n第三部分 青山区医疗保障局2023年度部门决算情况说明\n{string.Join('\n', text)}");
        var findings = new Checker([RuleCatalog.Find(rule)]).Check(document).Findings;
        return findings.Count == 0 ? null : string.Join('；', findings.Select(f => $"{f.Verdict} {f.Expected} {f.Actual}"));
    }
}
