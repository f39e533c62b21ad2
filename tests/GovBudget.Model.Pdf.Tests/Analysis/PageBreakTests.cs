using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Which tables go on over a page break, and what happens to the rows at the seam.</summary>
public sealed class PageBreakTests
{
    private static readonly double[] Xs = [50, 100, 300, 400, 500];
    private static readonly string[] Header = ["编码", "名称", "预算数", "决算数"];

    private static PageSketch First(double top = 700) => new PageSketch(1).Center(300, top - 30, "支出决算表", 14)
        .Table(Xs, top, Header, ["201", "一般公共服务", "1.00", "2.00"], ["202", "外交", "3.00", "4.00"]);

    private static string[] Codes(Grid grid) => [.. Enumerable.Range(0, grid.RowCount).Select(row => grid.At(row, 0)!)];

    [Fact]
    public void BothHalvesRuledWithoutHeader()
    {
        var grid = PageSketch.Layout(First(), new PageSketch(2).Table(Xs, 50, ["203", "国防", "5.00", "6.00"])).Grid();
        Assert.Equal(["编码", "201", "202", "203"], Codes(grid));
        Assert.Equal(2, grid.CellAt(3, 2)!.Place.Page);
        Assert.Equal(new Box(300, 50, 400, 70), grid.CellAt(3, 2)!.Place.Box);
        Assert.Equal(1, grid.CellAt(1, 2)!.Place.Page);
        Assert.Equal(1, grid.Place.Page);
    }

    [Fact]
    public void NoRuleAtTheBreak()
    {
        var second = new PageSketch(2).Rows(Xs, 50, ["203", "国防", "5.00", "6.00"], ["204", "公安", "7.00", "8.00"]);
        foreach (double x in Xs) second.Vertical(x, 50, 90);
        second.Across(70, 50, 500).Across(90, 50, 500);
        Assert.Equal(["编码", "201", "202", "203", "204"], Codes(PageSketch.Layout(First(), second).Grid()));
    }

    [Fact]
    public void ARepeatedHeaderIsDropped()
    {
        var second = new PageSketch(2).Table(Xs, 50, Header, ["203", "国防", "5.00", "6.00"]);
        Assert.Equal(["编码", "201", "202", "203"], Codes(PageSketch.Layout(First(), second).Grid()));
    }

    [Fact]
    public void ARepeatedTitleWithItsHeaderIsDropped()
    {
        var second = new PageSketch(2).Center(300, 40, "支出决算表", 14).Table(Xs, 60, Header, ["203", "国防", "5.00", "6.00"]);
        var layout = PageSketch.Layout(First(), second);
        Assert.Equal(["编码", "201", "202", "203"], Codes(layout.Grid()));
        Assert.Equal(ParagraphRole.RunningHeader, layout.Paragraphs()[^1].Role);
    }

    [Theory]
    [InlineData("支出决算表（续）")]
    [InlineData("支出决算表(续表1)")]
    [InlineData("支出决算表 续表")]
    [InlineData("续表：支出决算表")]
    [InlineData("续支出决算表")]
    [InlineData("（接上页）")]
    [InlineData("续表二")]
    public void ATitleThatSaysThatTheTableGoesOn(string title)
    {
        var second = new PageSketch(2).Center(300, 40, title, 14).Table(Xs, 60, ["203", "国防", "", ""], ["204", "公安", "7.00", "8.00"]);
        Assert.Equal(["编码", "201", "202", "203", "204"], Codes(PageSketch.Layout(First(), second).Grid()));
    }

    [Fact]
    public void ATitleRepeatedWithoutItsHeader()
    {
        var second = new PageSketch(2).Center(300, 40, "支出决算表", 14).Table(Xs, 60, ["203", "国防", "5.00", "6.00"]);
        Assert.Equal(["编码", "201", "202", "203"], Codes(PageSketch.Layout(First(), second).Grid()));
    }

    [Fact]
    public void ATableOfTheSameTitleThatBeginsAsTheFirstIsAnother()
    {
        PageSketch Form(int page, string name) => new PageSketch(page).Center(300, 670, "项目支出绩效目标表", 14)
            .Table(Xs, 700, ["项目名称", name, "金额", "100.00"], ["数量指标", "次数", "10", "90"]);
        Assert.Equal(2, PageSketch.Layout(Form(1, "维修"), Form(2, "培训")).Grids().Count);
    }

    [Fact]
    public void AWordBelowThatTheTableGoesOnDoesNotPartIt()
    {
        var first = First(650).Right(500, 725, "（转下页）");
        Assert.Equal(["编码", "201", "202", "203"], Codes(PageSketch.Layout(first, new PageSketch(2).Table(Xs, 50, ["203", "国防", "5.00", "6.00"])).Grid()));
    }

    [Fact]
    public void ColumnsMayBeSomewhatWiderOnTheNextPage()
    {
        double[] wider = [50, 104, 306, 405, 507];
        var grid = PageSketch.Layout(First(), new PageSketch(2).Table(wider, 50, ["203", "国防", "5.00", "6.00"])).Grid();
        Assert.Equal(["203", "国防", "5.00", "6.00"], grid.Row(3));
        // another table of as many columns begins with its header
        Assert.Equal(2, PageSketch.Layout(First(), new PageSketch(2).Table(wider, 50, ["编号", "项目", "上年", "本年"], ["1", "国防", "5.00", "6.00"])).Grids().Count);
    }

    [Fact]
    public void ColumnsMayBeShifted()
    {
        double[] shifted = [.. Xs.Select(x => x + 12)];
        double[] crooked = [50, 101.5, 298.4, 400.9, 501];
        Assert.Equal(4, PageSketch.Layout(First(), new PageSketch(2).Table(shifted, 50, ["203", "国防", "5.00", "6.00"])).Grid().ColumnCount);
        var grid = PageSketch.Layout(First(), new PageSketch(2).Table(crooked, 50, ["203", "国防", "5.00", "6.00"])).Grid();
        Assert.Equal(["203", "国防", "5.00", "6.00"], grid.Row(3));
    }

    [Fact]
    public void ATitleBetweenPartsTables()
    {
        var layout = PageSketch.Layout(First(), new PageSketch(2).Center(300, 40, "收入决算表", 14).Table(Xs, 60, Header, ["203", "国防", "5.00", "6.00"]));
        Assert.Equal(2, layout.Grids().Count);
    }

    [Fact]
    public void TextAfterTheTablePartsTables()
    {
        var layout = PageSketch.Layout(First(650).Text(60, 730, "注：本表反映支出情况。"), new PageSketch(2).Table(Xs, 50, ["203", "国防", "5.00", "6.00"]));
        Assert.Equal(2, layout.Grids().Count);
    }

    [Fact]
    public void OtherColumnsPartTables()
    {
        Assert.Equal(2, PageSketch.Layout(First(), new PageSketch(2).Table([50, 150, 220, 500], 50, ["甲", "5.00", "6.00"])).Grids().Count);
        Assert.Equal(2, PageSketch.Layout(First(), new PageSketch(2).Table([50, 100, 300, 400], 50, ["编号", "项目", "上年"], ["1", "国防", "5.00"])).Grids().Count);
    }

    [Fact]
    public void AnOwnTitleRowPartsTables()
    {
        double[] ys = [700, 720, 740];
        var first = new PageSketch(1).Rules(Xs, [720, 740])
            .Across(700, 50, 500)
            .Vertical(50, 700, 720)
            .Vertical(500, 700, 720)
            .Text(250, ys[0] + 13, "表一")
            .Rows(Xs, 720, ["201", "服务", "1.00", "2.00"]);
        var second = new PageSketch(2).Rules(Xs, [70, 90])
            .Across(50, 50, 500)
            .Vertical(50, 50, 70)
            .Vertical(500, 50, 70)
            .Text(250, 63, "表二")
            .Rows(Xs, 70, ["201", "服务", "3.00", "4.00"]);
        Assert.Equal(2, PageSketch.Layout(first, second).Grids().Count);
    }

    [Fact]
    public void ARowCutWithoutItsRuleIsOneRow()
    {
        var first = new PageSketch(1).Rows(Xs, 700, Header, ["201", "一般公共服务支出及其", "1.00", "2.00"]);
        first.Across(700, 50, 500).Across(720, 50, 500);
        foreach (double x in Xs) first.Vertical(x, 700, 745);
        var second = new PageSketch(2).Text(103, 62, "他支出").Rows(Xs, 70, ["202", "外交", "3.00", "4.00"]);
        foreach (double x in Xs) second.Vertical(x, 50, 90);
        second.Across(70, 50, 500).Across(90, 50, 500);
        var grid = PageSketch.Layout(first, second).Grid();
        Assert.Equal(["201", "一般公共服务支出及其他支出", "1.00", "2.00"], grid.Row(1));
        Assert.Equal(["202", "外交", "3.00", "4.00"], grid.Row(2));
        Assert.Equal(3, grid.RowCount);
    }

    [Fact]
    public void ARowSplitBetweenRulesIsOneRowAndKeepsItsNumbersPage()
    {
        double[] xs = [50, 100, 160, 260, 360];
        var first = new PageSketch(1).Table(xs, 700, Header, ["20805", "行政事业", "1.00", "2.00"]);
        var second = new PageSketch(2).Table(xs, 50, ["", "单位养老", "", ""], ["210", "卫生", "3.00", "4.00"]);
        var grid = PageSketch.Layout(first, second).Grid();
        Assert.Equal(["20805", "行政事业单位养老", "1.00", "2.00"], grid.Row(1));
        Assert.Equal(3, grid.RowCount);
        Assert.Equal(1, grid.CellAt(1, 2)!.Place.Page);
    }

    [Theory]
    [InlineData("985.604", "100", "985.604100")]
    [InlineData("1,234.5", "6", "1,234.56")]
    public void AFigureBrokenByThePageBreakIsOneFigure(string upper, string lower, string whole)
    {
        double[] xs = [50, 100, 300, 306 + PageSketch.Width(upper, 10), 500];
        var first = new PageSketch(1).Center(300, 670, "支出决算表", 14)
            .Table(xs, 700, Header, ["201", "一般公共服务", "1.00", "2.00"], ["202", "外交", upper, "4.00"]);
        var grid = PageSketch.Layout(first, new PageSketch(2).Table(xs, 50, ["", "", lower, ""], ["203", "国防", "5.00", "6.00"])).Grid();
        Assert.Equal(["编码", "201", "202", "203"], Codes(grid));
        Assert.Equal(["202", "外交", whole, "4.00"], grid.Row(2));
    }

    [Fact]
    public void AFigureThatHasRoomIsNotBroken()
    {
        var grid = PageSketch.Layout(First(), new PageSketch(2).Table(Xs, 50, ["", "", "100", ""], ["203", "国防", "5.00", "6.00"])).Grid();
        Assert.Equal(["", "", "100", ""], grid.Row(3));
    }

    [Fact]
    public void ALabelWithoutNumberIsARowOfItsOwn()
    {
        double[] xs = [50, 100, 160, 260, 360];
        var first = new PageSketch(1).Table(xs, 700, Header, ["20805", "行政事业", "1.00", "2.00"]);
        var second = new PageSketch(2).Table(xs, 50, ["", "二、其他", "", ""], ["210", "卫生", "3.00", "4.00"]);
        Assert.Equal(4, PageSketch.Layout(first, second).Grid().RowCount);
        var third = new PageSketch(2).Table(xs, 50, ["21001", "其他", "", ""], ["210", "卫生", "3.00", "4.00"]);
        Assert.Equal(4, PageSketch.Layout(first, third).Grid().RowCount);
    }

    [Fact]
    public void AnEmptyRowBeforeTheContinuationIsDropped()
    {
        var first = new PageSketch(1).Table(Xs, 700, Header, ["201", "服务", "1.00", "2.00"], ["", "", "", ""]);
        var second = new PageSketch(2).Table(Xs, 50, ["203", "国防", "5.00", "6.00"]);
        Assert.Equal(["编码", "201", "203"], Codes(PageSketch.Layout(first, second).Grid()));
    }

    [Fact]
    public void AnEmptyPageAndAnEmptyRowBeforeTheContinuation()
    {
        var second = new PageSketch(3).Table(Xs, 50, ["", "", "", ""], ["203", "国防", "5.00", "6.00"]);
        var grid = PageSketch.Layout(First(), new PageSketch(2), second).Grid();
        Assert.Equal(["编码", "201", "202", "203"], Codes(grid));
        Assert.Equal(3, grid.CellAt(3, 0)!.Place.Page);
    }

    [Fact]
    public void ATotalAloneOnTheNextPageWithOnlyItsOuterColumnLines()
    {
        var second = new PageSketch(2).Across(50, 50, 500).Across(70, 50, 500).Vertical(50, 50, 70).Vertical(500, 50, 70)
            .Text(103, 63, "合计").Right(397, 63, "4.00").Right(497, 63, "6.00");
        var grid = PageSketch.Layout(First(), second).Grid();
        Assert.Equal("合计", grid.At(3, 0));
        Assert.Equal("4.00", grid.At(3, 2));
        Assert.Equal("6.00", grid.At(3, 3));
    }

    [Fact]
    public void AMergedCellCutByTheBreakReachesOver()
    {
        double[] xs = [50, 150, 250, 350];
        var first = new PageSketch(1).Table(xs, 700, ["来源", "项目", "金额"], ["其他资金", "小计", "1.00"]);
        var second = new PageSketch(2).Rows(xs, 50, ["", "事业收入", "2.00"], ["", "经营收入", "3.00"]);
        second.Across(70, 150, 350).Across(90, 50, 350);
        foreach (double x in xs) second.Vertical(x, 50, 90);
        var grid = PageSketch.Layout(first, second).Grid();
        Assert.Equal("其他资金", grid.At(3, 0));
        Assert.Equal(3, grid.CellAt(1, 0)!.RowSpan);
    }

    [Fact]
    public void FurtherColumnsOnTheNextPageBelongToTheTable()
    {
        var first = new PageSketch(
            1).Center(300, 40, "项目支出表", 14).Table([50, 150, 400, 500], 100, ["编码", "名称", "合计"], ["201", "服务", "3.00"], ["202", "外交", "7.00"]);
        var second = new PageSketch(2).Table([50, 150, 250], 100, ["本年", "上年"], ["1.00", "2.00"], ["3.00", "4.00"]);
        var grid = PageSketch.Layout(first, second).Grid();
        Assert.Equal((3, 5), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["编码", "名称", "合计", "本年", "上年"], grid.Row(0));
        Assert.Equal(["202", "外交", "7.00", "3.00", "4.00"], grid.Row(2));
        Assert.Equal(2, grid.CellAt(2, 4)!.Place.Page);
    }

    [Fact]
    public void FurtherColumnsOfATableOverTwoPages()
    {
        double[] left = [50, 150, 400, 500], right = [50, 150, 250];
        var grid = PageSketch.Layout(
            new PageSketch(1).Table(left, 700, ["编码", "名称", "合计"], ["201", "服务", "3.00"], ["202", "外交", "7.00"]),
            new PageSketch(2).Table(left, 50, ["203", "国防", "1.00"], ["204", "公安", "5.00"]),
            new PageSketch(3).Table(right, 700, ["本年", "上年"], ["1.00", "2.00"], ["3.00", "4.00"]),
            new PageSketch(4).Table(right, 50, ["0.50", "0.50"], ["2.00", "3.00"])).Grid();
        Assert.Equal(["204", "公安", "5.00", "2.00", "3.00"], grid.Row(4));
    }

    [Fact]
    public void ATableWithItsOwnLabelsAtTheSameHeightsIsAnother()
    {
        var first = new PageSketch(1).Table([50, 150, 400, 500], 100, ["编码", "名称", "合计"], ["201", "服务", "3.00"], ["202", "外交", "7.00"]);
        var second = new PageSketch(2).Table([50, 150, 250], 100, ["名称", "上年"], ["收入", "2.00"], ["支出", "4.00"]);
        Assert.Equal(2, PageSketch.Layout(first, second).Grids().Count);
    }

    [Fact]
    public void AUnitLineThatIsTheLastTextOutsideTheTableIsNoFooter()
    {
        string[] titles = ["收入决算表", "支出决算表", "财政拨款收入支出决算总表", "国有资本经营预算财政拨款支出决算表"];
        var pages = titles.Select((title,
            n) => new PageSketch(n + 1).Center(300, 40, title, 14).Text(60, 60, "单位：万元", 9).Table(Xs, 80, Header, ["201", "服务", "1.00", "2.00"])).ToArray();
        var lines = PageSketch.Layout(pages).Paragraphs().Where(paragraph => paragraph.Text == "单位：万元").ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, line => Assert.Equal(ParagraphRole.Body, line.Role));
    }

    [Fact]
    public void RunningLinesDoNotPartATable()
    {
        var pages = Enumerable.Range(1, 4).Select(n => new PageSketch(n).Text(60, 30, "某某局2024年度部门决算", 9).Center(300, 780, $"- {n} -", 9)
            .Table(Xs, n == 1 ? 600 : 60, n == 1 ? [Header, ["200", "服务", "1.00", "2.00"]] : [[$"20{n}", "服务", "1.00", "2.00"]])).ToArray();
        var layout = PageSketch.Layout(pages);
        Assert.Equal(["编码", "200", "202", "203", "204"], Codes(layout.Grid()));
        Assert.Equal(4, layout.Paragraphs().Count(paragraph => paragraph.Role == ParagraphRole.RunningHeader));
        Assert.Equal(4, layout.Paragraphs().Count(paragraph => paragraph.Role == ParagraphRole.PageNumber));
    }
}
