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
