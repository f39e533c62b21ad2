using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Checks;

public class PrintedRulesTests
{
    internal static IEnumerable<(string Name, DocumentLayout Layout)> Examples =>
    [
        ("他表的表头", StateCapital("本年政府性基金预算支出")),
        ("本表的表头", StateCapital("本年国有资本经营预算支出")),
        ("款的编码一位", Sections("2")),
        ("款的编码两位", Sections("02")),
        .. new[] { "########", "#REF!", "1.202.95", "见附件", "5.00" }.Select(t => (t, Expenditure(t))),
        ("空表，表下有说明", Empty(1, Absent)),
        ("空表，说明在下一页", Empty(2, Absent)),
        ("空表，说明在别的标题之后", Empty(1, "机关运行经费支出预算表", Absent)),
        ("空表，说明在几段话之后", Empty(1, [.. Enumerable.Repeat("本表金额单位转换时可能存在尾数误差。", 12), Absent])),
    ];

    [Fact]
    public void A_header_copied_from_another_fund_is_reported()
    {
        var report = Checker.Default.Check(DocumentReader.Read(StateCapital("本年政府性基金预算支出")));
        var finding = Assert.Single(report.Findings, f => f.Rule.Id == "printed.fund-header");
        Assert.Equal("本年国有资本经营预算支出", finding.Expected);
        Assert.Equal("本年政府性基金预算支出", finding.Actual);
        Assert.Equal(1, finding.Page);
    }

    [Fact]
    public void A_header_of_the_table_s_own_fund_is_not()
    {
        var report = Checker.Default.Check(DocumentReader.Read(StateCapital("本年国有资本经营预算支出")));
        Assert.DoesNotContain(report.Findings, f => f.Rule.Id == "printed.fund-header");
        Assert.True(report.Coverage.Single(c => c.Rule.Id == "printed.fund-header").Exact > 0);
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("02", false)]
    public void A_section_code_of_one_digit_is_reported(string printed, bool reported)
    {
        var report = Checker.Default.Check(DocumentReader.Read(Sections(printed)));
        var findings = report.Findings.Where(f => f.Rule.Id == "printed.code").ToList();
        Assert.Equal(reported ? 1 : 0, findings.Count);
        if (reported) Assert.Equal(("30102", "301 2"), (findings[0].Expected, findings[0].Actual));
        else Assert.True(report.Coverage.Single(c => c.Rule.Id == "printed.code").Exact > 0);
    }

    [Theory]
    [InlineData("########", Severity.Error, "列宽不足")]
    [InlineData("#REF!", Severity.Error, "公式出错")]
    [InlineData("1.202.95", Severity.Error, "不是数字")]
    [InlineData("见附件", Severity.Warning, "不是数字")]
    public void A_cell_that_prints_no_figure_is_reported_and_nothing_is_concluded_from_it(string printed, Severity severity, string why)
    {
        var report = Checker.Default.Check(DocumentReader.Read(Expenditure(printed)));
        var finding = Assert.Single(report.Findings, f => f.Severity > Severity.Info);
        Assert.Equal(("printed.figure", severity, printed, "合计"), (finding.Rule.Id, finding.Severity, finding.Actual, finding.Column));
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
        Assert.Contains(report.Coverage, c => c.Rule.Id == "expenditure.columns" && c.NotEvaluated == 1);
        Assert.Contains(report.Coverage, c => c.Rule.Id == "codes.functional-roll-up" && c.NotEvaluated > 0);
    }

    [Fact]
    public void Cells_that_print_figures_are_not()
    {
        var report = Checker.Default.Check(DocumentReader.Read(Expenditure("5.00")));
        Assert.True(report.Coverage.Single(c => c.Rule.Id == "printed.figure") is { Exact: 1, Violated: 0 });
        Assert.DoesNotContain(report.Findings, f => f.Severity > Severity.Info);
    }

    /// <summary>支出总表 whose class prints that text as its 合计.</summary>
    private static DocumentLayout Expenditure(string total) => Layout(
        "支出预算总表",
        [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["", "合计", "5.00", "3.00", "2.00"], ["201", "一般公共服务支出", total, "3.00", "2.00"],
            ["20106", "财政事务", "5.00", "3.00", "2.00"], ["2010601", "行政运行", "5.00", "3.00", "2.00"]]);

    private const string Absent = "江城市医疗保障局2024年没有使用政府性基金预算拨款安排的支出，故本表无数据。";

    /// <summary>政府性基金预算支出表 without figures, and what stands below it.</summary>
    private static DocumentLayout Empty(int page, params string[] below)
    {
        var layout = Layout("政府性基金预算支出表", [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["", "", "", "", ""], ["", "", "", "", ""]]);
        return layout with
        {
            Pages = [new LayoutPage(1), new LayoutPage(2)],
            Blocks = [.. layout.Blocks, .. below.Select(t => new Paragraph(t, new Place(page)))],
        };
    }

    private static DocumentLayout Sections(string code) => Layout(
        "一般公共预算基本支出表",
        [["科目编码", "", "科目名称", "合计"], ["类", "款", "", ""], ["301", "", "工资福利支出", "5.00"], ["301", code, "津贴补贴", "5.00"]]);

    private static DocumentLayout StateCapital(string header) => Layout(
        "国有资本经营预算支出表", [["科目编码", "科目名称", header, "", ""], ["", "", "合计", "基本支出", "项目支出"], ["223", "国有资本经营预算支出", "5.00", "0.00", "5.00"]], (0, 2, 3));

    private static DocumentLayout Layout(string title, string[][] rows, params (int Row, int Column, int Span)[] spans)
    {
        var place = new Place(1);
        var cells = new List<GridCell>();
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                var span = spans.FirstOrDefault(s => s.Row == r && s.Column <= c && c < s.Column + s.Span);
                if (span.Span > 0 && c > span.Column) continue;
                cells.Add(new GridCell(r, c, rows[r][c], place) { ColumnSpan = Math.Max(span.Span, 1) });
            }
        }
        return new DocumentLayout
        {
            Pages = [new LayoutPage(1)],
            Blocks = [new Paragraph("2024年部门预算", place), new Paragraph(title, place), new Paragraph("单位：万元", place),
                new Grid(cells.ToValueList(), rows.Length, rows[0].Length, place)],
        };
    }
}
