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
        ["subjects named with their codes behind them"] = ("""
            预算 2021 秦川县城关小学
            # GeneralPublic
            合计: 合计=100.00 基本支出/人员经费=80.00 基本支出/公用经费=20.00
            205 教育支出: 合计=80.00 基本支出/人员经费=60.00 基本支出/公用经费=20.00
            20502 普通教育: 合计=80.00 基本支出/人员经费=60.00 基本支出/公用经费=20.00
            2050202 小学教育: 合计=80.00 基本支出/人员经费=60.00 基本支出/公用经费=20.00
            221 住房保障支出: 合计=20.00 基本支出/人员经费=20.00
            # Other
            @标题 2021年部门综合预算一般公共预算支出明细表（按支出经济分类科目）
            合计: 合计=100.00 人员经费支出=80.00 公用经费支出=20.00
            301 工资福利支出: 合计=80.00 人员经费支出=80.00
            302 商品和服务支出: 合计=20.00 公用经费支出=20.00
            # 正文
            第二部分 收支情况
            五、2021年部门预算收支说明
            （三）一般公共预算拨款支出明细情况
            2、支出按功能科目分类的明细情况
            2021年本部门一般公共预算支出100.00万元，其中：
            （1）小学教育（2050202）80.00万元，较上年增加5.12万元，原因是政策性增支；
            3、支出按经济科目分类的明细情况
            工资福利支出（301）80.00万元，较上年增加20.12万元，原因是教师增资；
            """, "小学教育（2050202）80.00万元", "小学教育（2050202）88.00万元"),
        ["economic subjects named with their codes"] = ("""
            预算 2021 秦川县城关小学
            # Other
            @标题 2021年部门综合预算一般公共预算支出明细表（按支出经济分类科目）
            合计: 合计=100.00 人员经费支出=80.00 公用经费支出=20.00
            301 工资福利支出: 合计=80.00 人员经费支出=80.00
            302 商品和服务支出: 合计=20.00 公用经费支出=20.00
            # 正文
            第二部分 收支情况
            3、支出按经济科目分类的明细情况
            工资福利支出（301）80.00万元，较上年增加20.12万元，原因是教师增资；
            """, "工资福利支出（301）80.00万元", "工资福利支出（301）88.00万元"),
        ["codes before the names in the text"] = ("""
            预算 2022 中共榕海市委组织部
            # GeneralPublic
            合计: 合计=100.00 基本支出=100.00
            201 一般公共服务支出: 合计=100.00 基本支出=100.00
            20132 组织事务: 合计=100.00 基本支出=100.00
            2013201 行政运行: 合计=100.00 基本支出=100.00
            # 正文
            第二部分 2022年度部门预算说明
            二、一般公共预算拨款支出情况
            （一）2013201-行政运行100.00万元。主要用于行政运行方面的支出。
            """, "2013201-行政运行100.00万元", "2013201-行政运行101.00万元"),
        ["income and expenditure of the budget, and changes behind their parts"] = ("""
            预算 2021 秦川县城关小学
            # Summary
            收 一、一般公共预算拨款: 100.00
            收 本年收入合计: 100.00
            收 收入总计: 100.00
            支 一、教育支出: 100.00
            支 本年支出合计: 100.00
            支 支出总计: 100.00
            # 正文
            第二部分 收支情况
            五、2021年部门预算收支说明
            （一）收支预算总体情况
            2021年本部门预算收入100.00万元，其中一般公共预算拨款收入100.00万元、政府性基金拨款收入0万元，较上年增加35.20万元，主要原因是教师增资；2021年本部门预算支出100.00万元，其中一般公共预算拨款支出100.00万元、政府性基金拨款支出0万元，2021年本部门预算支出较上年增加35.20万元，主要原因是教师增资。
            """, "2021年本部门预算支出100.00万元", "2021年本部门预算支出120.00万元"),
        ["三公 as rows of a table of other things"] = ("""
            决算 2024 重庆市嘉岭区公共就业服务中心
            # Other
            @标题 机构运行信息表
            三公经费支出: 预算数=— 决算统计数=—
            支出合计: 预算数=35.00 决算统计数=29.00
            公务用车购置及运行维护费: 预算数=30.00 决算统计数=25.00
            公务用车运行维护费: 预算数=30.00 决算统计数=25.00
            公务接待费: 预算数=5.00 决算统计数=4.00
            # 正文
            一、单位决算情况说明
            三、财政拨款“三公”经费情况说明
            （一）“三公”经费分项支出情况
            4.公务接待费4.00万元，主要用于接待兄弟区县考察学习。
            """, "4.公务接待费4.00万元", "4.公务接待费5.35万元"),
        ["a direction against the degree of completion of the initial budget"] = ("""
            决算 2019 平川县妇女联合会
            # 正文
            第二部分 2019年部门决算情况说明
            四、财政拨款收入支出决算情况说明
            （二）财政拨款收支与年初预算数对比情况
            本部门2019年度财政拨款本年支出132.86万元，完成年初预算的107.3%，比年初预算增加9.00万元，决算数大于预算数主要原因是追加人员经费。
            """, "决算数大于预算数", "决算数小于预算数"),
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

    /// <summary>205 above 205023 is a department, no 教育支出.</summary>
    [Fact]
    public void A_department_s_own_code_of_three_digits_is_no_subject() => Assert.Empty(Check("""
        预算 2021 秦川县城关小学
        # Income
        合计: 合计=100.00 一般公共预算拨款=100.00
        205 秦川县教育局: 合计=100.00 一般公共预算拨款=100.00
        205023 秦川县城关小学: 合计=100.00 一般公共预算拨款=100.00
        """));

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
