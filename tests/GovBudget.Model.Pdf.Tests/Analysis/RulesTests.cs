using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>What is a rule, and which rules make a grid.</summary>
public sealed class RulesTests
{
    private static readonly double[] Xs = [50, 150, 250, 350];
    private static readonly double[] Ys = [100, 120, 140, 160];

    private static PageSketch Text(PageSketch page) => page.Rows(Xs, 100, ["科目", "名称", "金额"], ["201", "支出", "12.00"], ["202", "外交", "13.00"]);

    private static void IsThreeByThree(PageSketch page)
    {
        var grid = Text(page).Layout().Grid();
        Assert.Equal((3, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["201", "支出", "12.00"], grid.Row(1));
        Assert.All(grid.Cells, cell => Assert.Equal((1, 1), (cell.RowSpan, cell.ColumnSpan)));
    }

    [Fact]
    public void Strokes() => IsThreeByThree(new PageSketch().Rules(Xs, Ys));

    [Fact]
    public void ThinRectanglesCellByCellWithDotsAndWhiteBackgrounds()
    {
        var page = new PageSketch();
        for (int r = 0; r < 3; r++)
            for (int c = 0; c < 3; c++)
            {
                page.Fill(new Box(Xs[c], Ys[r], Xs[c + 1], Ys[r + 1]), 1);
                page.Fill(new Box(Xs[c] + 0.5, Ys[r], Xs[c + 1], Ys[r] + 0.5)).Fill(new Box(Xs[c] + 0.5, Ys[r + 1], Xs[c + 1], Ys[r + 1] + 0.5));
                page.Fill(new Box(Xs[c], Ys[r] + 0.5, Xs[c] + 0.5, Ys[r + 1])).Fill(new Box(Xs[c + 1], Ys[r] + 0.5, Xs[c + 1] + 0.5, Ys[r + 1]));
                page.Fill(new Box(Xs[c], Ys[r], Xs[c] + 0.5, Ys[r] + 0.5));
            }
        IsThreeByThree(page);
    }

    [Fact]
    public void WhiteRulesAreNone()
    {
        var page = Text(new PageSketch());
        foreach (double y in Ys) page.Fill(new Box(50, y, 350, y + 0.5), 1);
        foreach (double x in Xs) page.Fill(new Box(x, 100, x + 0.5, 160), 1);
        Assert.Empty(PageAnalyzer.Analyze(page.Page()).Edges);
    }

    [Fact]
    public void DashedAndDottedRules()
    {
        var page = new PageSketch();
        foreach (double y in Ys)
            for (double x = 50; x < 350; x += 3) page.Fill(new Box(x, y, x + 1, y + 1));
        foreach (double x in Xs)
            for (double y = 100; y < 160; y += 4) page.Fill(new Box(x, y, x + 0.7, y + 2));
        IsThreeByThree(page);
    }

    [Fact]
    public void DoubleRules()
    {
        var page = new PageSketch().Rules(Xs, Ys);
        foreach (double y in Ys) page.Across(y + 1.5, 50, 350);
        foreach (double x in Xs) page.Vertical(x + 1.5, 100, 160);
        IsThreeByThree(page);
    }

    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(0, 1)]
    [InlineData(0.8, 1)]
    public void FilledCellsALittleApart(double ground, double fill)
    {
        var page = new PageSketch();
        if (ground < 1) page.Fill(new Box(49.5, 99.5, 350.5, 160.5), ground);
        for (int r = 0; r < 3; r++)
            for (int c = 0; c < 3; c++) page.Fill(new Box(Xs[c] + 0.5, Ys[r] + 0.5, Xs[c + 1] - 0.5, Ys[r + 1] - 0.5), fill);
        IsThreeByThree(page);
    }

    [Fact]
    public void FilledLinesAreNoTiles()
    {
        var page = new PageSketch();
        for (int i = 0; i < 6; i++) page.Text(60, 112 + 16 * i, "为进一步加强预算管理工作").Fill(new Box(50, 100 + 16 * i, 250, 114.5 + 16 * i), 0.8);
        Assert.Empty(PageAnalyzer.Analyze(page.Page()).Edges);
        // white tiles on white paper do not show
        page = new PageSketch();
        for (int i = 0; i < 9; i++) page.Fill(new Box(50 + 60 * (i % 3), 100 + 20 * (i / 3), 109 + 60 * (i % 3), 119 + 20 * (i / 3)), 1);
        Assert.Empty(PageAnalyzer.Analyze(page.Page()).Edges);
    }

    [Fact]
    public void AThickFrame()
    {
        var page = new PageSketch();
        foreach (double y in Ys) page.Across(y, 50, 350, y is 100 or 160 ? 4.5 : 0.25);
        foreach (double x in Xs) page.Vertical(x, 98, 162, x is 50 or 350 ? 2.25 : 0.25);
        IsThreeByThree(page);
    }

    [Fact]
    public void WhiteRulesAlongTheSidesOfAGround()
    {
        var page = new PageSketch().Fill(new Box(50, 100, 350, 160), 0.8);
        foreach (double y in Ys) page.Fill(new Box(50, y - 0.5, 350, y + 0.5), 1);
        foreach (double x in Xs) page.Fill(new Box(x - 0.5, 100, x + 0.5, 160), 1);
        IsThreeByThree(page);
    }

    [Fact]
    public void ATableSetInTheCellOfAnother()
    {
        var page = Text(new PageSketch().Rules(Xs, Ys)).Center(200, 85, "收入决算表");
        page.Rules([44, 356], [70, 94, 166]);
        var layout = page.Layout();
        Assert.Equal((3, 3), (layout.Grid().RowCount, layout.Grid().ColumnCount));
        Assert.Equal(["收入决算表"], layout.Texts());
    }

    [Fact]
    public void FramesThatCrossAreNoTables()
    {
        var page = Text(new PageSketch().Rules(Xs, Ys)).Rules([30, 370], [80, 180]).Rules([20, 380], [90, 170]);
        Assert.Equal((3, 3), (page.Layout().Grid().RowCount, page.Layout().Grid().ColumnCount));
    }

    [Fact]
    public void OnePixelImages()
    {
        var page = new PageSketch();
        foreach (double y in Ys) page.Across(y, 50, 350, 0.75, MarkKind.Image);
        foreach (double x in Xs) page.Vertical(x, 100, 160, 0.75, MarkKind.Image);
        IsThreeByThree(page);
        Assert.Empty(page.Layout().Blocks.OfType<Picture>());
    }

    [Fact]
    public void WithoutOuterBordersLeftAndRight()
    {
        var page = new PageSketch();
        foreach (double y in Ys) page.Across(y, 50, 350);
        page.Vertical(150, 100, 160).Vertical(250, 100, 160);
        IsThreeByThree(page);
    }

    [Fact]
    public void RulesThatEndShortOfOneAnother()
    {
        var page = new PageSketch();
        foreach (double y in Ys) page.Across(y, 51.5, 348.5);
        foreach (double x in Xs) page.Vertical(x, 101.5, 158.5);
        IsThreeByThree(page);
    }

    [Fact]
    public void MergedCellsAreSpans()
    {
        var page = new PageSketch();
        page.Across(100, 50, 350).Across(120, 150, 350).Across(140, 50, 350).Across(160, 50, 350);
        page.Vertical(50, 100, 160).Vertical(150, 100, 160).Vertical(250, 120, 160).Vertical(350, 100, 160);
        page.Text(60, 125, "项目")
            .Text(220, 113, "支出")
            .Text(180, 133, "合计")
            .Text(280, 133, "基本")
            .Text(60, 153, "总计")
            .Right(245, 153, "1.00")
            .Right(345, 153, "2.00");
        var grid = page.Layout().Grid();
        Assert.Equal((3, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal((2, 1), (grid.CellAt(0, 0)!.RowSpan, grid.CellAt(0, 0)!.ColumnSpan));
        Assert.Equal((1, 2), (grid.CellAt(0, 1)!.RowSpan, grid.CellAt(0, 1)!.ColumnSpan));
        Assert.Equal(["项目", "合计", "基本"], grid.Row(1));
    }

    [Fact]
    public void ARegionThatIsNoRectangleBecomesStrips()
    {
        // The rule between the first two cells of the second row is missing, and so is the one above its second cell.
        var page = new PageSketch();
        page.Across(100, 50, 250).Across(120, 50, 150).Across(140, 50, 250).Vertical(50, 100, 140).Vertical(150, 100, 120).Vertical(250, 100, 140);
        page.Text(60, 113, "甲").Text(160, 113, "乙").Text(160, 133, "丙");
        var grid = page.Layout().Grid();
        Assert.Equal("甲", grid.At(0, 0));
        Assert.Equal("乙", grid.At(0, 1));
        Assert.Equal("丙", grid.At(1, 1));
        Assert.Equal(2, grid.CellAt(1, 0)!.ColumnSpan);
    }

    [Fact]
    public void SeveralTablesOnAPageStayApart()
    {
        var layout = new PageSketch().Table(Xs, 100, ["甲", "乙", "丙"], ["1", "2", "3.00"])
            .Text(60, 170, "二、第二张表")
            .Table([50, 200, 350], 180, ["丁", "戊"], ["4", "5.00"])
            .Layout();
        Assert.Equal([(2, 3), (2, 2)], layout.Grids().Select(grid => (grid.RowCount, grid.ColumnCount)));
        Assert.Equal("二、第二张表", Assert.IsType<Paragraph>(layout.Blocks[1]).Text);
    }

    [Fact]
    public void AFrameAroundTextIsNoTable()
    {
        var layout = new PageSketch().Rules([50, 550], [50, 750])
            .Text(100, 100, "框中的文字")
            .Table([60, 150, 250, 350], 200, ["甲", "乙", "丙"], ["1", "2", "3.00"])
            .Layout();
        Assert.Equal(3, layout.Grid().ColumnCount);
        Assert.Equal(["框中的文字"], layout.Texts());
    }

    [Fact]
    public void AChartOfRulesWithoutTextIsNoTable()
    {
        var layout = new PageSketch().Rules([100, 200, 300], [300, 330, 360]).Text(60, 100, "正文").Layout();
        Assert.Empty(layout.Grids());
        Assert.Equal(["正文"], layout.Texts());
    }

    [Fact]
    public void ThousandsOfLeaderDotsAreNoTableAndCostLittle()
    {
        var page = new PageSketch().Center(300, 60, "目录", 16);
        for (int line = 0; line < 30; line++)
        {
            double y = 100 + 22 * line;
            page.Text(60, y, $"第{line + 1}项支出说明", 12).Right(540, y, (line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), 12);
            for (double x = 170; x < 525; x += 0.5) page.Fill(new Box(x, y - 1, x + 0.2, y - 0.2));
        }
        var content = page.Page();
        Assert.True(content.Marks.Count > 20000);
        var layout = PdfLayout.FromPages([content], null, TestContext.Current.CancellationToken);
        Assert.Empty(layout.Grids());
        var contents = layout.Paragraphs().Where(paragraph => paragraph.Role == ParagraphRole.Contents).ToList();
        Assert.Equal(31, contents.Count);
        Assert.Equal("第7项支出说明……7", contents[7].Text);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        PageAnalyzer.Analyze(content);
        Assert.True(clock.Elapsed.TotalSeconds < 1.5, clock.Elapsed.ToString());
    }

    [Fact]
    public void ManyCrossingRulesStayBounded()
    {
        var page = new PageSketch();
        for (int i = 0; i < 3000; i++) page.Across(10 + i * 0.25, 10, 590, 0.1).Vertical(10 + i * 0.19, 10, 790, 0.1);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        page.Layout();
        Assert.True(clock.Elapsed.TotalSeconds < 5, clock.Elapsed.ToString());
    }

    [Fact]
    public void RowsWithoutRulesAreBorrowedFromTheBaselinesOfTheirFigures()
    {
        var page = new PageSketch().Rules(Xs, [100, 120, 220]).Rows(Xs, 100, ["科目", "预算数", "决算数"]);
        for (int i = 0; i < 5; i++) page.Text(53, 135 + 18 * i, $"项目{i}").Right(245, 135 + 18 * i, $"{i}.00").Right(345, 135 + 18 * i, $"{i + 1}.50");
        var stages = PageAnalyzer.Analyze(page.Page());
        Assert.Equal(GridKind.PartlyRuled, Assert.Single(stages.Grids).Kind);
        var grid = page.Layout().Grid();
        Assert.Equal((6, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["项目3", "3.00", "4.50"], grid.Row(4));
    }

    [Fact]
    public void ATotalRowWithoutInnerRulesIsSplitAtTheColumns()
    {
        var page = new PageSketch().Rows(Xs, 100, ["科目", "预算数", "决算数"], ["支出", "1.00", "2.00"], ["合计", "1.00", "2.00"]);
        foreach (double y in Ys) page.Across(y, 50, 350);
        page.Vertical(50, 100, 160).Vertical(150, 100, 140).Vertical(250, 100, 140).Vertical(350, 100, 160);
        Assert.Equal(["合计", "1.00", "2.00"], page.Layout().Grid().Row(2));
    }

    [Fact]
    public void LostFiguresAreReported()
    {
        var layout = new PageSketch().Table(Xs, 100, ["甲", "乙", "丙"], ["1", "2", "#######"]).Layout();
        var diagnostic = Assert.Single(layout.Diagnostics);
        Assert.True(diagnostic.IsLoss);
        Assert.Equal(new Box(250, 120, 350, 140), diagnostic.Place.Box);
    }

    [Fact]
    public void ATableThatRunsOffThePageIsALoss()
    {
        PageContent Page(double width, int outside) => Text(new PageSketch(width: width).Rules(Xs, Ys)).Page() with { LettersOutside = outside };
        Assert.Contains(PageAnalyzer.Analyze(Page(350.3, 4)).Diagnostics, d => d.IsLoss && d.Message.Contains("4 个文字", StringComparison.Ordinal));
        Assert.DoesNotContain(PageAnalyzer.Analyze(Page(350.3, 0)).Diagnostics, d => d.IsLoss);
        Assert.DoesNotContain(PageAnalyzer.Analyze(Page(400, 4)).Diagnostics, d => d.IsLoss);
    }
}
