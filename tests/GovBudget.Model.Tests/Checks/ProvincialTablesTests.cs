namespace GovBudget.Model.Tests.Checks;

/// <summary>Tables that are right in the way of another province: nothing in them may be accused. With one figure wrong they must be.</summary>
public class ProvincialTablesTests
{
    internal static readonly Dictionary<string, (string Table, string Before, string After)> Cases = new()
    {
        ["a source printed beside its kinds, not above them"] = ("""
            预算 2024 江城市医疗保障局
            # Projects
            合计: 合计=30.00 财政拨款=28.00 一般公共预算=18.00 政府性基金=10.00 其他资金=2.00
            4201 业务经费: 合计=20.00 财政拨款=18.00 一般公共预算=18.00 其他资金=2.00
            4202 征地补偿: 合计=10.00 财政拨款=10.00 政府性基金=10.00
            """, "4202 征地补偿: 合计=10.00", "4202 征地补偿: 合计=11.00"),
        ["a part named below the column it is part of"] = ("""
            决算 2023 青山区医疗保障局
            # Income
            合计: 合计=128.00 财政拨款收入=120.00 事业收入=5.00 教育收费=2.00 其他收入=3.00
            208 社会保障和就业支出: 合计=28.00 财政拨款收入=20.00 事业收入=5.00 教育收费=2.00 其他收入=3.00
            210 卫生健康支出: 合计=100.00 财政拨款收入=100.00
            """, "210 卫生健康支出: 合计=100.00 财政拨款收入=100.00", "210 卫生健康支出: 合计=100.00 财政拨款收入=90.00"),
        ["classes that print their names alone"] = ("""
            决算 2023 青山区医疗保障局
            # Basic
            301 工资福利支出:
            30101 基本工资: 30.00
            30108 机关事业单位基本养老保险缴费: 30.00
            302 商品和服务支出: 19.00
            30201 办公费: 15.50
            30217 公务接待费: 3.50
            """, "30217 公务接待费: 3.50", "30217 公务接待费: 3.05"),
        ["income with the reserves used and without the carry-over"] = ("""
            预算 2024 江城市医疗保障局
            # Summary
            收 一、一般公共预算拨款收入: 90.00
            收 本年收入合计: 90.00
            收 用事业基金弥补收支差额: 2.00
            收 上年结转: 5.00
            收 收入总计: 97.00
            支 一、卫生健康支出: 97.00
            支 本年支出合计: 97.00
            支 支出总计: 97.00
            # Income
            合计: 合计=92.00 本年收入/小计=92.00
            """, "合计: 合计=92.00 本年收入/小计=92.00", "合计: 合计=93.00 本年收入/小计=93.00"),
        ["appropriations of the year beside a summary with the carry-over"] = ("""
            预算 2025 国家某局
            # FiscalSummary
            收 一、本年收入: 90.00
            收 （一）一般公共预算拨款: 90.00
            收 二、上年结转: 15.00
            收 （一）一般公共预算拨款: 15.00
            收 收入总计: 105.00
            支 一、本年支出: 支出/合计=105.00 支出/一般公共预算财政拨款=105.00
            支 （一）卫生健康支出: 支出/合计=105.00 支出/一般公共预算财政拨款=105.00
            支 支出总计: 支出/合计=105.00 支出/一般公共预算财政拨款=105.00
            # GeneralPublic
            合计: 2024年执行数=80.00 合计=90.00 基本支出=60.00 项目支出=30.00
            210 卫生健康支出: 2024年执行数=80.00 合计=90.00 基本支出=60.00 项目支出=30.00
            # 正文
            第三部分 国家某局2025年部门预算情况说明
            五、关于2025年一般公共预算支出表的说明
            （一）一般公共预算当年拨款规模变化情况
            国家某局2025年一般公共预算当年拨款90.00万元，比2024年执行数增加10.00万元，主要是工作任务增加。
            """, "比2024年执行数增加10.00万元", "比2024年执行数减少10.00万元"),
        ["a change against the figure that the table prints for last year"] = ("""
            预算 2025 国家某局
            # GeneralPublic
            合计: 2024年执行数=80.00 合计=90.00 基本支出=60.00 项目支出=30.00
            210 卫生健康支出: 2024年执行数=80.00 合计=90.00 基本支出=60.00 项目支出=30.00
            # 正文
            第三部分 国家某局2025年部门预算情况说明
            五、关于2025年一般公共预算支出表的说明
            （一）一般公共预算当年拨款规模变化情况
            国家某局2025年一般公共预算当年拨款90.00万元，比2024年执行数增加10.00万元，主要是工作任务增加。
            """, "增加10.00万元", "增加12.00万元"),
        ["projects of one fund"] = ("""
            决算 2022 青溪县石板滩镇人民政府
            # Expenditure
            合计: 合计=100.00 基本支出=60.00 项目支出=40.00
            210 卫生健康支出: 合计=70.00 基本支出=60.00 项目支出=10.00
            212 城乡社区支出: 合计=30.00 项目支出=30.00
            # GeneralPublic
            合计: 合计=70.00 基本支出=60.00 项目支出=10.00
            210 卫生健康支出: 合计=70.00 基本支出=60.00 项目支出=10.00
            # Projects
            @标题 一般公共预算财政拨款项目支出决算表
            合计: 金额=10.00
            健康宣传: 金额=10.00
            """, "合计: 金额=10.00", "合计: 金额=40.00"),
        ["a share that fits the table where the amount beside it does"] = ("""
            决算 2023 青山区医疗保障局
            # GeneralPublic
            合计: 合计=100.00 基本支出=100.00
            210 卫生健康支出: 合计=80.00 基本支出=80.00
            221 住房保障支出: 合计=20.00 基本支出=20.00
            # 正文
            第三部分 青山区医疗保障局2023年度部门决算情况说明
            五、一般公共预算财政拨款支出决算情况说明
            （二）一般公共预算财政拨款支出决算结构情况。
            2023年度一般公共预算财政拨款支出100.00万元，主要用于以下方面：卫生健康支出80.00万元，占80.00%；住房保障支出20.00万元，占20.00%。
            （三）一般公共预算财政拨款支出决算具体情况。
            1.卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）：支出决算为80.00万元，完成预算100%，决算数等于预算数。
            """, "完成预算100%", "完成预算90.5%"),
        ["the expenditure of the year's money alone"] = ("""
            预算 2024 江城市医疗保障局
            # Summary
            收 一、一般公共预算拨款收入: 90.00
            收 本年收入合计: 90.00
            收 上年结转: 15.00
            收 收入总计: 105.00
            支 一、社会保障和就业支出: 25.00
            支 二、卫生健康支出: 80.00
            支 支出总计: 105.00
            # Income
            合计: 合计=90.00 本年收入/小计=90.00
            """, "收 上年结转: 15.00", "收 上年结转: 16.00"),
        ["lines under 其中 that are not all"] = ("""
            决算 2023 青山区医疗保障局
            # Summary
            收 一、财政拨款收入: 125.00
            收 其中：政府性基金预算财政拨款: 20.00
            收 二、其他收入: 3.00
            收 本年收入合计: 128.00
            收 总计: 128.00
            支 一、社会保障和就业支出: 128.00
            支 本年支出合计: 128.00
            支 总计: 128.00
            """, "收 其中：政府性基金预算财政拨款: 20.00", "收 其中：政府性基金预算财政拨款: 220.00"),
        ["a fund's carry-over counted as its income"] = ("""
            预算 2024 江城市医疗保障局
            # Summary
            收 一、一般公共预算拨款收入: 95.00
            收 收入总计: 95.00
            支 一、卫生健康支出: 95.00
            支 支出总计: 95.00
            # FiscalSummary
            收 一、本年收入: 90.00
            收 （一）一般公共预算拨款: 90.00
            收 二、上年结转: 5.00
            收 （一）一般公共预算拨款: 5.00
            收 收入总计: 95.00
            支 一、本年支出: 支出/合计=95.00 支出/一般公共预算财政拨款=95.00
            支 （一）卫生健康支出: 支出/合计=95.00 支出/一般公共预算财政拨款=95.00
            支 支出总计: 支出/合计=95.00 支出/一般公共预算财政拨款=95.00
            """, "收 一、一般公共预算拨款收入: 95.00\n收 收入总计: 95.00", "收 一、一般公共预算拨款收入: 96.00\n收 收入总计: 96.00"),
        ["last year's figures beside this year's"] = ("""
            预算 2024 江城市医疗保障局
            # GeneralPublic
            合计: 2023年预算数/合计=88.00 合计=95.00 基本支出=75.00 项目支出=20.00 2024年预算数比2023年预算数/增减额=7.00
            208 社会保障和就业支出: 2023年预算数/合计=24.00 合计=25.00 基本支出=25.00 2024年预算数比2023年预算数/增减额=1.00
            210 卫生健康支出: 2023年预算数/合计=64.00 合计=70.00 基本支出=50.00 项目支出=20.00 2024年预算数比2023年预算数/增减额=6.00
            """, "210 卫生健康支出: 2023年预算数/合计=64.00 合计=70.00", "210 卫生健康支出: 2023年预算数/合计=64.00 合计=71.00"),
        ["units with their subjects below them"] = ("""
            预算 2024 江城市医疗保障局
            # Expenditure
            合计: 合计=90.00 基本支出=70.00 项目支出=20.00
            043001 江城市医疗保障局（本级）: 合计=60.00 基本支出=45.00 项目支出=15.00
            2101501 行政运行: 合计=45.00 基本支出=45.00
            2101502 一般行政管理事务: 合计=15.00 项目支出=15.00
            043002 江城市医保服务中心: 合计=30.00 基本支出=25.00 项目支出=5.00
            2101501 行政运行: 合计=25.00 基本支出=25.00
            2101502 一般行政管理事务: 合计=5.00 项目支出=5.00
            """, "043002 江城市医保服务中心: 合计=30.00", "043002 江城市医保服务中心: 合计=32.00"),
    };

    /// <summary>Excerpts of documents: what is not there is another rule's.</summary>
    private static readonly string[] OfWholeDocuments = ["complete.tables", "heading.unit", "codes.missing-parent", "names.fund"];

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_right_table_is_not_accused_and_a_wrong_one_is(string name)
    {
        var (table, before, after) = Cases[name];
        table = table.ReplaceLineEndings("\n");
        Assert.Empty(Check(table));
        Assert.Contains(before, table, StringComparison.Ordinal);
        Assert.NotEmpty(Check(table.Replace(before, after, StringComparison.Ordinal)));
    }

    /// <summary>A wrong amount is accused once: the share beside it, which fits the table's, is not.</summary>
    [Fact]
    public void A_share_of_the_right_amount_is_not_accused_with_the_wrong_one()
    {
        var (table, _, _) = Cases["a share that fits the table where the amount beside it does"];
        var findings = Check(table.ReplaceLineEndings("\n").Replace("住房保障支出20.00万元", "住房保障支出25.00万元", StringComparison.Ordinal));
        Assert.Equal(["narrative.amount"], findings.Select(f => f.Rule.Id).Distinct());
    }

    /// <summary>增加（减少）31.00万元，增长（下降）23.66%: the choice is accused, not the rate that one of the choices makes right.</summary>
    [Theory]
    [InlineData("23.66", false)]
    [InlineData("31.00", false)]
    [InlineData("44.93", false)]
    [InlineData("12.00", true)]
    public void A_rate_of_an_undecided_change_may_be_of_either(string rate, bool accused)
    {
        var findings = Check($"""
            决算 2022 青山区医疗保障局
            # 正文
            第三部分 青山区医疗保障局2022年度部门决算情况说明
            四、财政拨款收入支出决算总体情况说明
            2022年度财政拨款收、支总计均为100.00万元。与2021年度相比，财政拨款收、支总计各增加（减少）31.00万元，增长（下降）{rate}%。
            """);
        Assert.Equal(accused || rate == "31.00", findings.Any(f => f.Rule.Id == "narrative.growth"));
    }

    /// <summary>A table whose total column is not the sum of the others in any row is of another form; it is said so, once, instead of a row at a
    /// time.</summary>
    [Fact]
    public void A_table_of_another_shape_is_not_accused_row_by_row()
    {
        var report = Checker.Default.Check(Notation.Parse("""
            决算 2023 青山区医疗保障局
            # GeneralPublic
            合计: 合计=1000.00 基本支出=75.00 项目支出=20.00
            208 社会保障和就业支出: 合计=400.00 基本支出=25.00
            210 卫生健康支出: 合计=350.00 基本支出=50.00 项目支出=20.00
            221 住房保障支出: 合计=250.00
            """));
        var columns = report.Coverage.Single(c => c.Rule.Id == "general.columns");
        Assert.Equal((0, 1), (columns.Violated, columns.NotEvaluated));
        Assert.DoesNotContain(report.Findings, f => f.Rule.Id == "general.columns");
    }

    private static List<Finding> Check(string table) =>
        [.. Checker.Default.Check(Notation.Parse(table)).Findings.Where(f => f.Severity > Severity.Info && !OfWholeDocuments.Contains(f.Rule.Id))];
}
