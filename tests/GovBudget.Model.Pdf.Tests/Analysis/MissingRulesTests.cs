using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Tables that lack rules here and there, as spreadsheets print them: cells are parted where the rest says so, merged cells stay.</summary>
public sealed class MissingRulesTests
{
    private static readonly double[] Xs = [50, 110, 270, 370, 470];
    private static readonly string[][] Body =
    [
        ["科目编码", "科目名称", "预算数", "决算数"],
        ["201", "一般公共服务支出", "112.00", "1.00"],
        ["20103", "政府办公厅", "113.00", "2.00"],
        ["204", "公安", "114.00", "3.00"],
        ["20402", "行政运行", "115.00", "4.00"],
    ];

    private static bool All(int at, int other) => true;

    /// <summary>The table without the sides that are said to be missing.</summary>
    private static PageSketch Sketch(string[][] body, Func<int, int, bool>? across = null, Func<int, int, bool>? down = null)
    {
        var page = new PageSketch();
        for (int r = 0; r <= body.Length; r++)
            for (int c = 0; c < 4; c++)
                if ((across ?? All)(r, c)) page.Across(100 + 20 * r, Xs[c], Xs[c + 1]);
        for (int c = 0; c <= 4; c++)
            for (int r = 0; r < body.Length; r++)
                if ((down ?? All)(c, r)) page.Vertical(Xs[c], 100 + 20 * r, 120 + 20 * r);
        for (int c = 0; c < 4; c++) page.Center((Xs[c] + Xs[c + 1]) / 2, 113, body[0][c]);
        return page.Rows(Xs, 120, body[1..]);
    }

    private static void IsWhole(PageSketch page)
    {
        var grid = page.Layout().Grid();
        for (int r = 0; r < Body.Length; r++) Assert.Equal(Body[r], grid.Row(r));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AColumnRuleMissingInTheBody(int column) => IsWhole(Sketch(Body, down: (c, r) => c != column || r == 0));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public void OneSideMissing(int column, int row) => IsWhole(Sketch(Body, down: (c, r) => (c, r) != (column, row)));

    [Fact]
    public void ALastRowWithoutColumnRules() => IsWhole(Sketch(Body, down: (c, r) => r != 4 || c is 0 or 4));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void OneSideMissingBetweenRows(int column) => IsWhole(Sketch(Body, across: (r, c) => (r, c) != (3, column)));

    [Fact]
    public void ARowRuleMissing() => IsWhole(Sketch(Body, across: (r, _) => r != 3));

    [Fact]
    public void ARowRuleMissingWhereOnlyWordsAreBoth()
    {
        string[][] body = [Body[0], ["一、收入", "一、支出", "1.00", "2.00"], ["二、收入", "二、支出", "", "3.00"], ["三、收入", "三、支出", "", ""],
            ["四、收入", "四、支出", "4.00", ""]];
        var grid = Sketch(body, across: (r, _) => r != 3).Layout().Grid();
        for (int r = 0; r < body.Length; r++) Assert.Equal(body[r], grid.Row(r));
    }

    [Fact]
    public void AFigureBesideAnEmptyCellIsInItsColumn()
    {
        string[][] body = [.. Body.Select((row, r) => r == 3 ? ["204", "公安", "", "3.00"] : row)];
        Assert.Equal(body[3], Sketch(body, down: (c, r) => (c, r) != (3, 3)).Layout().Grid().Row(3));
    }

    [Fact]
    public void ALabelBesideAnEmptyAmountStaysALabel()
    {
        string[][] body = [["收入", "金额", "支出", "金额"], ["一、拨款", "12.00", "一、公安", "1.00"], ["二、其他", "", "二、外交", "2.00"], ["合计", "12.00", "合计", "3.00"]];
        var grid = Sketch(body, down: (c, r) => c != 1 || r == 0).Layout().Grid();
        Assert.Contains(grid.Cells, cell => cell is { Row: 2, Column: 0, ColumnSpan: 1, Text: "二、其他" });
        // merged over names up to the next amount
        string[][] total = [["编码", "名称", "金额", "金额"], ["201", "公安", "12.00", "1.00"], ["202", "外交", "3.00", "2.00"], ["合计", "", "", "3.00"]];
        Assert.Contains(Sketch(total, down: (c, r) => r != 3 || c is 0 or 3 or 4).Layout().Grid().Cells, cell => cell is { Row: 3, Column: 0, Text: "合计" });
    }

    [Fact]
    public void WordsABlankApartStayOneTextWhereverTheyStand()
    {
        // boxes to tick, the last of which fills a column of the rows around it
        string[][] body = [.. Body.Select((row, r) => r == 3 ? ["204", "", "", ""] : row)];
        var page = Sketch(body, down: (c, r) => r != 3 || c is 0 or 1 or 4).Text(153, 148 + 25, "1.常年性项目□ 2.延续性项目□", 9).Text(152 + 150, 148 + 25, "3.一次性项目√", 9);
        Assert.Contains(page.Layout().Grid().Cells, cell => cell is { Row: 3, Column: 1, ColumnSpan: 3 });
    }

    [Fact]
    public void LinesOverAColumnOfAmountsStay()
    {
        string[][] body = [.. Body.Select((row, r) => r == 3 ? ["204", "公安", "", ""] : row)];
        var page = Sketch(body, down: (c, r) => (c, r) != (3, 3)).Text(273, 148 + 20, "1.救助；", 8).Text(273, 148 + 30, "2.监管。", 8);
        Assert.Contains(page.Layout().Grid().Cells, cell => cell is { Row: 3, Column: 2, ColumnSpan: 2, Text: "1.救助；\n2.监管。" });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void CodesOfTwoDigitsOneBelowTheOther(int row)
    {
        string[][] body = [["类", "款", "合计", "金额"], ["301", "01", "12.00", "1.00"], ["301", "02", "3.00", "2.00"], ["301", "03", "3.00", "2.00"]];
        var grid = Sketch(body, across: (r, c) => (r, c) != (row + 1, 1)).Layout().Grid();
        for (int r = 0; r < body.Length; r++) Assert.Equal(body[r], grid.Row(r));
    }

    [Fact]
    public void MergedCellsStay()
    {
        // a header in the middle of two columns, letters spaced; a total in the middle; a label over rows that wraps
        double[] ys = [100, 120, 140, 160, 180];
        var page = new PageSketch();
        foreach (double y in ys) page.Across(y, y == 160 ? 110 : 50, 470);
        foreach (double x in Xs) page.Vertical(x, x is 110 or 370 ? 120 : 100, 180);
        page.Text(90, 113, "项").Text(220, 113, "目").Center(370, 113, "预 算 数")
            .Center(80, 133, "编码").Center(190, 133, "名称").Center(320, 133, "上年").Center(420, 133, "本年")
            .Text(53, 153, "部门本级").Text(53, 166, "机关")
            .Text(113, 153, "公安").Text(113, 173, "外交").Right(367, 153, "1.00").Right(367, 173, "2.00").Right(467, 153, "3.00").Right(467, 173, "4.00");
        var cells = page.Layout().Grid().Cells;
        Assert.Contains(cells, cell => cell is { Row: 0, Column: 0, ColumnSpan: 2 });
        Assert.Contains(cells, cell => cell is { Row: 0, Column: 2, ColumnSpan: 2 });
        Assert.Contains(cells, cell => cell is { Row: 2, Column: 0, RowSpan: 2 } && cell.Text.Contains("机关", StringComparison.Ordinal));
    }

    [Fact]
    public void AWrappedLabelAndWrappedFiguresAreOneRow()
    {
        var page = new PageSketch().Rules(Xs, [100, 120, 140, 180]);
        page.Rows(Xs, 100, Body[0], Body[1]).Text(53, 155, "20103").Text(113, 155, "政府办公厅及相关机构事务支出").Text(113, 170, "（款）")
            .Right(367, 155, "1,234,567.").Right(367, 170, "89").Right(467, 163, "2.00");
        Assert.Equal(3, page.Layout().Grid().RowCount);
    }

    [Fact]
    public void APartWithoutItsEmptyLastColumnsGoesOn()
    {
        var first = new PageSketch(1).Center(260, 670, "支出决算表", 14).Table(Xs, 700, Body[0], Body[1], Body[2]);
        var next = new PageSketch(2).Table([50, 110, 270, 370], 50, ["204", "公安", "114.00"]);
        var grid = PageSketch.Layout(first, next).Grid();
        Assert.Equal(["204", "公安", "114.00", ""], grid.Row(3));
    }
}
