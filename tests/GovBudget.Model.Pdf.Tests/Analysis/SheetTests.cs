using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Two pages a sheet, and numbers of pages that are set smaller than their sheet.</summary>
public sealed class SheetTests
{
    private static readonly string[] Header = ["编码", "名称", "预算数"];

    private static double[] Xs(double left) => [left + 50, left + 100, left + 250, left + 350];

    private static PageSketch Sheet(int number, string title) => new PageSketch(number, 840, 595)
        .Center(200, 60, title, 14).Table(Xs(0), 100, Header, ["201", "一般公共服务支出", "1.00"])
        .Table(Xs(420), 100, ["202", "外交支出", "2.00"], ["203", "国防支出", "3.00"]);

    [Fact]
    public void ASheetOfTwoPagesIsReadPageByPage()
    {
        var layout = PageSketch.Layout(Sheet(1, "收入决算表"), Sheet(2, "支出决算表"));
        var grids = layout.Blocks.OfType<Grid>().ToList();
        Assert.Equal(2, grids.Count);
        Assert.All(grids, grid => Assert.Equal(["编码", "201", "202", "203"], Enumerable.Range(0, grid.RowCount).Select(row => grid.At(row, 0)!)));
        Assert.Equal(["收入决算表", "支出决算表"], layout.Paragraphs().Select(paragraph => paragraph.Text));
        var last = grids[1].CellAt(3, 2)!;
        Assert.Equal((2, new Box(670, 120, 770, 140)), (last.Place.Page, last.Place.Box!.Value));
        Assert.Equal([1, 2], layout.Pages.Select(page => page.Number));
        Assert.All(layout.Pages, page => Assert.Equal(840, page.Width));
    }

    [Fact]
    public void ATableThatCrossesTheMiddleKeepsItsPage()
    {
        PageSketch Page(int number) => Sheet(number, "收入决算表").Across(300, 50, 800);
        Assert.Equal(4, PageSketch.Layout(Page(1), Page(2)).Blocks.OfType<Grid>().Count());
    }

    [Fact]
    public void ASingleSheetAmongPagesIsAPage()
    {
        var layout = PageSketch.Layout(Sheet(1, "收入决算表"), new PageSketch(2).Text(50, 100, "第二部分情况说明"), new PageSketch(3).Text(50, 100, "第三部分名词解释"));
        Assert.Equal(2, layout.Blocks.OfType<Grid>().Count());
    }

    [Fact]
    public void PageNumbersFarFromTheEdgeOfTheSheetPartNoTable()
    {
        double[] xs = Xs(0);
        PageSketch Page(int number, params string[][] rows) => new PageSketch(number).Table(xs, 200, rows).Center(300, 500, $"{number + 7}");
        var layout = PageSketch.Layout(
            Page(1, Header, ["201", "一般公共服务支出", "1.00"]),
            Page(2, ["202", "外交支出", "2.00"], ["203", "国防支出", "3.00"]),
            Page(3, ["204", "公共安全支出", "4.00"], ["205", "教育支出", "5.00"]));
        Assert.Equal(6, layout.Grid().RowCount);
        Assert.Equal(3, layout.Paragraphs().Count(paragraph => paragraph.Role == ParagraphRole.PageNumber));
    }
}
