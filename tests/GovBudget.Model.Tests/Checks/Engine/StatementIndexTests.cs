using GovBudget.Model.Checks;

namespace GovBudget.Model.Tests.Checks;

/// <summary>What is found in a statement before any rule looks at it: names, columns, the row of totals, the order of its codes, its outline.</summary>
public class StatementIndexTests
{
    [Fact]
    public void Names_are_without_ordinals_spaces_and_widths()
    {
        var index = Of("# Other\n一、 财政拨款 收入: 1.00\n（二）事业收入(本级): 1.00\n３．其他: 1.00\n④捐赠: 1.00\n百货: 1.00\n0: 1.00\n合 计: 1.00");
        Assert.Equal(["财政拨款收入", "事业收入（本级）", "其他", "捐赠", "百货", "", "合计"], Enumerable.Range(0, 7).Select(index.Name));
    }

    [Fact]
    public void Printed_columns_come_first_in_their_order_then_the_filled_ones()
    {
        var index = Of("# Other\n@栏 乙 空 合计 乙\n201 甲: 庚=1.00 乙=1.00\n202 乙: 丙=— 合计=1.00 己=1.00");
        Assert.Equal(["乙", "空", "合计", "丙", "己", "庚"], index.Columns);
        Assert.True(index.HasColumn("乙"));
        Assert.False(index.HasColumn("丁"));
    }

    [Theory]
    [InlineData("合计: 合计=1.00\n201 甲: 合计=1.00\n总计: 合计=2.00", 0)]
    [InlineData("201 甲: 合计=1.00\n总 计: 合计=2.00\n合计: 合计=1.00", 1)]
    [InlineData("201 合计: 合计=1.00\n202 总计: 合计=1.00", -1)]
    [InlineData("201 甲: 合计=1.00\n小计: 合计=1.00", -1)]
    public void The_row_of_totals_is_the_first_without_code(string rows, int total) => Assert.Equal(total, Of("# Other\n" + rows).Total);

    [Fact]
    public void A_total_within_a_group_is_not_the_table_s()
    {
        var statement = new OtherTable
        {
            Lines =
            [
                new StatementLine { Label = "合计", Path = ["甲单位"], Figures = default(Figures).With("合计", Amount.OfWan(1.00m)) },
                new StatementLine { Label = "总计", Path = ["乙单位"], Figures = default(Figures).With("合计", Amount.OfWan(1.00m)) },
                new StatementLine { Label = "合计", Figures = default(Figures).With("合计", Amount.OfWan(2.00m)) },
            ],
        };
        Assert.Equal(2, new DocumentIndex(new FinalAccounts { Statements = [statement] }, null).Statements[0].Total);
    }

    [Theory]
    [InlineData("201", "Functional")]
    [InlineData("20101", "Functional")]
    [InlineData("2010101", "Functional")]
    [InlineData("301", "Economic")]
    [InlineData("30101", "Economic")]
    [InlineData("3010101", "Other")]
    [InlineData("501", "GovernmentEconomic")]
    [InlineData("50101", "GovernmentEconomic")]
    [InlineData("20", "Other")]
    [InlineData("2010", "Other")]
    [InlineData("401", "Other")]
    [InlineData("20A", "Other")]
    public void A_code_tells_its_classification_by_length_and_first_digit(string code, string scheme) =>
        Assert.Equal(scheme, Of($"# Other\n{code} 甲: 合计=1.00").Schemes[0].ToString());

    [Fact]
    public void Codes_are_put_in_order_by_unit_and_each_below_its_nearest_printed_ancestor()
    {
        var codes = Of("""
            # Other
            2010102 丁: 合计=1.00
            20101 乙: 合计=3.00
            2010101 丙: 合计=2.00
            201 甲: 合计=3.00
            合计: 合计=4.00
            本级: 合计=1.00
            2080505 己: 合计=1.00
            208 戊: 合计=1.00
            2080505 庚: 合计=1.00
            """).Codes;
        Assert.Equal([3, 1, 2, 0, 7, 6, 8], codes.Ordered);
        Assert.Equal([1, 3, 1, -1, -1, -1, 7, -1, 7], codes.Parent);
        Assert.Equal([5], codes.Units);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1], codes.Segment);
        Assert.Equal((1, 2, 0, -1), (codes.FirstChild(3), codes.FirstChild(1), codes.NextSibling(2), codes.NextSibling(0)));
        Assert.Equal([6, 8], Enumerable.Range(0, 9).Where(i => codes.Duplicate[i]));
        Assert.True(codes.HasDuplicates);
    }

    [Fact]
    public void A_child_printed_first_is_added_up_too()
    {
        var text = "决算 2023 某局\n# Expenditure\n20101 乙: 合计=3.00 基本支出=3.00\n201 甲: 合计=4.00 基本支出=4.00";
        var findings = new Checker([RuleCatalog.Find("codes.functional-roll-up")]).Check(Notation.Parse(text)).Findings;
        Assert.Equal([("201", "合计", "3.00", "4.00"), ("201", "基本支出", "3.00", "4.00")], findings.Select(f => (f.Code, f.Column, f.Expected, f.Actual)));
    }

    [Fact]
    public void A_table_without_codes_has_no_tree()
    {
        var codes = Of("# Other\n合计: 合计=1.00\n小计: 合计=1.00").Codes;
        Assert.Empty(codes.Ordered);
        Assert.False(codes.HasDuplicates);
        Assert.Equal([-1, -1], codes.Parent);
    }

    [Fact]
    public void Lines_are_found_by_code_and_by_name_and_side()
    {
        var index = Of("# Summary\n收 201 甲: 1.00\n支 甲: 1.00\n支 202 乙: 1.00\n支 203 丙: 1.00\n支 203 丁: 1.00");
        Assert.Equal([0, 2, -1, -1], ((string[])["201", "202", "203", "204"]).Select(index.LineOf));
        Assert.Equal((0, 1, -1), (index.LineNamed("甲", LineSide.Income), index.LineNamed("甲", LineSide.Expenditure), index.LineNamed("甲")));
    }

    [Theory]
    [InlineData("收 一、甲: 1.00\n收 （一）乙: 1.00\n收 1.丙: 1.00\n收 （1）丁: 1.00\n收 ①戊: 1.00\n收 （２）己: 1.00\n收 ２．庚: 1.00\n收 二、辛: 1.00", "1234543 1", "项明明明明明明项")]
    [InlineData("收 甲: 1.00\n收 一、乙: 1.00\n收 其中：丙: 1.00\n收 本年收入合计: 1.00\n收 年初结转和结余: 1.00\n收 总计: 1.00", "010000", "散项明年余总")]
    [InlineData("收 甲: 1.00\n收 乙: 1.00\n收 本年收入合计: 1.00\n收 本年收入合计: 1.00", "0000", "项项年项")]
    public void An_outline_tells_depth_and_role_by_ordinals(string rows, string depths, string roles)
    {
        var outline = Of("# Summary\n" + rows).OutlineOf(LineSide.Income);
        Assert.Equal(depths.Replace(" ", "", StringComparison.Ordinal), string.Concat(outline.Depths));
        Assert.Equal(roles, string.Concat(outline.Roles.Select(r => r switch
        {
            LineRole.Item => '项',
            LineRole.Detail => '明',
            LineRole.Loose => '散',
            LineRole.YearTotal => '年',
            LineRole.Balance => '余',
            _ => '总',
        })));
    }

    [Theory]
    [InlineData("收 甲: 1.00\n收 乙: 1.00\n收 本年收入合计: 1.00", 2, 0, 2)] // before it
    [InlineData("收 一、本年收入合计: 1.00\n收 （一）甲: 1.00\n收 （二）乙: 1.00\n收 二、年初结转和结余: 1.00", 0, 1, 3)] // below it
    [InlineData("收 一、甲: 1.00\n收 二、本年收入合计: 1.00\n收 三、年初结转和结余: 1.00", 1, 0, 1)] // none below it
    [InlineData("收 本年收入合计: 1.00\n收 一、甲: 1.00", 0, 0, 0)]
    public void The_parts_of_a_total_stand_before_it_or_below_it(string rows, int total, int from, int to) =>
        Assert.Equal((from, to), Of("# Summary\n" + rows).OutlineOf(LineSide.Income).ItemsOf(total));

    private static StatementIndex Of(string table) => new DocumentIndex(Notation.Parse("决算 2023 某局\n" + table), null).Statements[0];
}
