using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>What a cell says: which letters are its own, and how its lines are joined.</summary>
public sealed class CellTextTests
{
    private static readonly double[] Xs = [50, 100, 150, 350];

    private static PageSketch Row(double height = 40) => new PageSketch().Rules(Xs, [100, 100 + height]).Text(155, 113, "旁");

    [Fact]
    public void AWrappedNameIsJoinedWithoutSpace() =>
        Assert.Equal("机关事业单位支出", Row().Text(53, 113, "机关事业").Text(53, 127, "单位支出").Layout().Grid().At(0, 0));

    [Fact]
    public void ABreakOnPurposeIsKept() =>
        Assert.Equal("基金\n支出",
            new PageSketch().Rules([50, 250, 350], [100, 140]).Text(130, 113, "基金").Text(130, 127, "支出").Text(260, 113, "旁").Layout().Grid().At(0, 0));

    [Theory]
    [InlineData("0.0", "0", "0.00")]
    [InlineData("1,234.", "56", "1,234.56")]
    [InlineData("123,456,", "789.00", "123,456,789.00")]
    [InlineData("123,45", "6.78", "123,456.78")]
    public void AWrappedFigureIsOneFigure(string upper, string lower, string whole)
    {
        double width = PageSketch.Width(upper, 10) + 4;
        double[] xs = [50, 50 + width, 300];
        var grid = new PageSketch().Rules(xs, [100, 130]).Text(52, 112, upper).Right(48 + width, 124, lower).Text(200, 112, "旁").Layout().Grid();
        Assert.Equal(whole, grid.At(0, 0));
    }

    [Fact]
    public void TwoFiguresUnderOneAnotherStayTwo() =>
        Assert.Equal("12.00\n34.00", Row().Text(53, 113, "12.00").Text(53, 127, "34.00").Layout().Grid().At(0, 0));

    [Fact]
    public void LatinWordsKeepTheirSpace() =>
        Assert.Equal("Microsoft Word", Row().Text(53, 113, "Microsoft").Text(53, 127, "Word").Layout().Grid().At(0, 0));

    [Fact]
    public void ALetterSpacedLabelIsSqueezed() =>
        Assert.Equal("当年收入",
            new PageSketch().Rules([50, 200, 350], [100, 120]).Text(60, 113, "当年收入", spacing: 15).Text(255, 113, "旁").Layout().Grid().At(0, 0));

    [Fact]
    public void AHeaderOfOneCharacterALine()
    {
        var page = Row(80);
        for (int i = 0; i < 4; i++) page.Text(70, 115 + 16 * i, "绩效指标"[i].ToString());
        Assert.Equal("绩效指标", page.Layout().Grid().At(0, 0));
    }

    [Fact]
    public void VerticalText() => Assert.Equal("绩效指标", Row(80).Down(70, 110, "绩效指标").Layout().Grid().At(0, 0));

    [Fact]
    public void TextTurnedUpwards()
    {
        var page = Row(80);
        for (int i = 0; i < 4; i++)
            page.Add(new Letter("绩效指标"[i].ToString(), new Box(70, 160 - 10 * i, 80, 170 - 10 * i), 78.8, 10, TextDirection.Up));
        Assert.Equal("绩效指标", page.Layout().Grid().At(0, 0));
    }

    [Fact]
    public void BaselinesDoNotDecideTheRow()
    {
        // ONLYOFFICE sets code and value higher and lower than the label of the same row.
        var grid = new PageSketch().Rules([50, 100, 200, 300], [100, 120, 140])
            .Text(53, 109, "201")
            .Text(103, 114, "行政")
            .Right(297, 119, "1.00")
            .Text(53, 129, "202")
            .Text(103, 134, "外交")
            .Right(297, 139, "2.00")
            .Layout()
            .Grid();
        Assert.Equal(["201", "行政", "1.00"], grid.Row(0));
        Assert.Equal(["202", "外交", "2.00"], grid.Row(1));
    }

    [Theory]
    [InlineData(150.0)]
    [InlineData(151.8)]
    [InlineData(148.9)]
    public void AFigureAndTheNextLabelTouchAtTheBorder(double end)
    {
        var grid = new PageSketch().Rules(Xs, [100, 120]).Right(end, 113, "371,514.00").Text(end, 113, "一、一般公共服务").Text(52, 113, "甲").Layout().Grid();
        Assert.Equal(["甲", "371,514.00", "一、一般公共服务"], grid.Row(0));
    }

    [Fact]
    public void TwoFiguresTouchAtTheBorder()
    {
        var grid = new PageSketch().Rules([50, 150, 250], [100, 120]).Right(150, 113, "371,514.00").Text(150, 113, "12.50").Layout().Grid();
        Assert.Equal(["371,514.00", "12.50"], grid.Row(0));
    }

    [Fact]
    public void AFigureThatOverflowsItsCellStaysWhole()
    {
        // Right-aligned and too wide: it runs over the border on its left.
        var grid = new PageSketch().Rules([50, 100, 130, 200], [100, 120]).Right(128, 113, "1,234,567.89").Right(197, 113, "5.00").Layout().Grid();
        Assert.Equal(["", "1,234,567.89", "5.00"], grid.Row(0));
    }

    [Fact]
    public void ALabelThatOverflowsIntoAnEmptyCellStaysWhole()
    {
        var grid = new PageSketch().Rules([50, 100, 130, 200], [100, 120]).Text(52, 113, "社会保障和就业支出").Right(197, 113, "5.00").Layout().Grid();
        Assert.Equal(["社会保障和就业支出", "", "5.00"], grid.Row(0));
    }

    [Fact]
    public void FakeBoldIsReadOnce()
    {
        var page = Row(20);
        for (int i = 0; i < 3; i++) page.Text(53 + 0.3 * i, 113, "合计");
        page.Text(103, 113, "11.00");
        Assert.Equal(["合计", "11.00", "旁"], page.Layout().Grid().Row(0));
    }

    [Fact]
    public void SurenessFollowsTheWeakestLetter()
    {
        var page = Row(20).Text(53, 113, "12").Text(103, 113, "3", source: UnicodeSource.Guessed).Text(108, 113, "4", source: UnicodeSource.Stated);
        var grid = page.Layout().Grid();
        Assert.Equal(1, grid.CellAt(0, 0)!.Confidence);
        Assert.InRange(grid.CellAt(0, 1)!.Confidence, 0, 0.99);
    }
}
