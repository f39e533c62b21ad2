using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Sheets printed wider than the paper: a table's further columns stand on the next page, with what the cut left of its heading.</summary>
public sealed class PagesBesideTests
{
    private static readonly double[] Left = [50, 150, 450, 590];
    private static readonly double[] Right = [10, 110, 210];

    private static PageSketch First() => new PageSketch(1).Text(300, 60, "二〇二三年度部门支出决算批复情况", 18).Text(50, 85, "部门：某局")
        .Table(Left, 100, ["科目编码", "科目名称", "合计"], ["201", "一般公共服务支出", "3.00"], ["202", "外交支出", "7.00"], ["203", "国防支出", "9.00"]);

    private static PageSketch Second() => new PageSketch(2)
        .Table(Right, 100, ["基本支出", "项目支出"], ["1.00", "2.00"], ["3.00", "4.00"], ["", "9.00"]);

    [Fact]
    public void TheRestOfTheHeadingIsNoBarAndIsKept()
    {
        var layout = PageSketch.Layout(First(), Second().Text(12, 60, "总表", 18).Right(210, 75, "公开03表").Right(210, 90, "金额单位：万元"));
        var grid = layout.Grid();
        Assert.Equal(["201", "一般公共服务支出", "3.00", "1.00", "2.00"], grid.Row(1));
        Assert.Equal(["203", "国防支出", "9.00", "", "9.00"], grid.Row(3));
        Assert.Equal(2, grid.CellAt(1, 4)!.Place.Page);
        Assert.Equal(["部门：某局", "公开03表", "金额单位：万元", "二〇二三年度部门支出决算批复情况总表"], layout.Texts());
    }

    [Fact]
    public void NotesBelowTheFirstColumnsAreNoBar()
    {
        var layout = PageSketch.Layout(First().Text(50, 220, "注：本表反映支出。"), Second());
        Assert.Equal(5, layout.Grid().ColumnCount);
    }

    [Fact]
    public void AMergedHeaderCellMayHideARow()
    {
        var first = new PageSketch(
            1).Text(50, 85,
                "部门：某局").Table(Left, 80, ["项目", "", "支出"], ["科目编码", "科目名称", "合计"], ["201", "一般公共服务支出", "3.00"], ["202", "外交支出", "7.00"],
                    ["203", "国防支出", "9.00"]);
        var grid = PageSketch.Layout(first, Second()).Grid();
        Assert.Equal(["科目编码", "科目名称", "合计", "基本支出", "项目支出"], grid.Row(1));
        Assert.Equal(["202", "外交支出", "7.00", "3.00", "4.00"], grid.Row(3));
    }

    [Fact]
    public void ATableWithItsOwnHeadingIsAnother()
    {
        var second = Second().Center(110, 60, "部门经费情况表", 14).Right(210, 90, "金额单位：万元");
        Assert.Equal(2, PageSketch.Layout(First().Right(590, 90, "金额单位：万元"), second).Grids().Count);
    }

    [Fact]
    public void ATwinOnTheNextPageIsAnother()
    {
        double[] xs = [50, 150, 450, 590];
        string[][] rows = [["科目编码", "科目名称", "合计"], .. Enumerable.Range(201, 7).Select(code => new[] { $"{code}", "一般公共服务支出", "3.00" })];
        PageSketch Page(int number,
            string title) => new PageSketch(number).Center(320, 60, title, 14).Text(50, 85, "部门：某局").Right(590, 85, "金额单位：万元").Table(xs, 100, rows);
        Assert.Equal(2, PageSketch.Layout(Page(1, "收入决算表"), Page(2, "支出决算总表").Vertical(520, 100, 260)).Grids().Count);
    }

    [Fact]
    public void RowsAtOtherHeightsAreAnother()
    {
        var second = new PageSketch(2).Table(Right, 110, ["基本支出", "项目支出"], ["1.00", "2.00"], ["3.00", "4.00"], ["", "9.00"]);
        Assert.Equal(2, PageSketch.Layout(First(), second).Grids().Count);
    }
}
