using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Tables without column rules: horizontal rules only, three lines, stripes, dark headers, nothing at all.</summary>
public sealed class AlignedTablesTests
{
    private const double Left = 50, Right = 550, Top = 120, Pitch = 18;

    // Code, name and four columns of figures of which one is blank; the name of the third row is wrapped, its figures in the middle.
    private static readonly string[][] s_rows =
    [
        ["208", "社会保障和就业支出", "15.99", "15.99", ""],
        ["20805", "行政事业单位养老支出", "12.00", "12.00", ""],
        ["2080505", "机关事业单位基本养老保险|缴费支出", "1,012.00", "1,000.00", "12.00"],
        ["210", "卫生健康支出", "202.98", "151.82", "51.16"],
    ];

    private static readonly double[] s_right = [320, 400, 480];

    /// <summary>Title, unit line, two-level header and rows; returns the y of every line between rows.</summary>
    private static (PageSketch Page, double[] Ys) Table(int number = 1, bool heading = true, bool header = true, string[][]? rows = null)
    {
        var page = new PageSketch(number);
        double y = Top;
        if (heading) page.Center(300, 60, "2023年度支出决算表", 16).Right(Right, 80, "公开03表").Text(Left, 98, "部门：某局").Right(Right, 98, "金额单位：万元");
        var ys = new List<double> { y };
        if (header)
        {
            page.Center(160, y + 12, "项目").Center(380, y + 12, "本年支出");
            page.Text(Left, y + Pitch + 12, "科目编码")
                .Center(190, y + Pitch + 12, "科目名称")
                .Center(300, y + Pitch + 12, "合计")
                .Center(380, y + Pitch + 12, "基本支出")
                .Center(460, y + Pitch + 12, "项目支出")
                .Center(525, y + 0.5 * Pitch + 12, "经营支出");
            y += 2 * Pitch;
            ys.Add(y);
        }
        foreach (var row in rows ?? s_rows)
        {
            var lines = row[1].Split('|');
            double down = (lines.Length - 1) * 6;
            page.Text(Left, y + 12 + down, row[0]);
            for (int i = 0; i < lines.Length; i++) page.Text(110, y + 12 + 12 * i, lines[i]);
            for (int c = 0; c < 3; c++)
                if (row[c + 2].Length > 0) page.Right(s_right[c], y + 12 + down, row[c + 2]);
            y += Pitch + 2 * down;
            ys.Add(y);
        }
        return (page, [.. ys]);
    }

    [Fact]
    public void HeadersThatNearlyTouchArePartedOverTheirColumns()
    {
        // Two halves side by side: the header of the first half's figures ends right before the header of the second half's codes.
        var page = new PageSketch().Center(300, 60, "一般公共预算基本支出表", 16).Right(Right, 98, "单位：万元");
        page.Text(50, 132, "科目编码").Text(110, 132, "科目名称").Text(240, 132, "决算数").Text(272, 132, "经济分类科目编码").Text(370, 132, "科目名称").Text(490, 132, "决算数");
        (string, string, string, string, string, string)[] rows =
            [("301", "工资福利支出", "514.83", "302", "商品和服务支出", "40.30"), ("30101", "基本工资", "347.57", "30201", "办公费", "8.39"),
                ("30102", "津贴补贴", "32.93", "30207", "邮电费", "2.37"), ("30103", "奖金", "51.70", "30211", "差旅费", "7.11")];
        for (int r = 0; r < rows.Length; r++)
        {
            double y = 152 + (18 * r);
            var (a, b, c, d, e, f) = rows[r];
            page.Text(50, y, a).Text(110, y, b).Right(268, y, c).Text(285, y, d).Text(370, y, e).Right(518, y, f);
        }
        Assert.Equal(["科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数"], page.Layout().Grid().Row(0));
    }

    private static void IsTheTable(DocumentLayout layout)
    {
        var grid = layout.Grid();
        Assert.Equal((6, 6), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["项目", "项目", "本年支出", "本年支出", "本年支出", "经营支出"], grid.Row(0));
        Assert.Equal(["科目编码", "科目名称", "合计", "基本支出", "项目支出", "经营支出"], grid.Row(1));
        Assert.Equal(["208", "社会保障和就业支出", "15.99", "15.99", "", ""], grid.Row(2));
        Assert.Equal(["2080505", "机关事业单位基本养老保险缴费支出", "1,012.00", "1,000.00", "12.00", ""], grid.Row(4));
        Assert.Equal(["210", "卫生健康支出", "202.98", "151.82", "51.16", ""], grid.Row(5));
        Assert.Equal(["2023年度支出决算表", "公开03表", "部门：某局", "金额单位：万元"], layout.Texts());
    }

    [Fact]
    public void WithoutAnyRule() => IsTheTable(Table().Page.Layout());

    [Fact]
    public void HorizontalRulesOnly()
    {
        var (page, ys) = Table();
        foreach (double y in ys) page.Across(y, Left - 5, Right);
        page.Across(Top + Pitch, Left - 5, 490);
        IsTheTable(page.Layout());
    }

    [Fact]
    public void ThreeLines()
    {
        var (page, ys) = Table();
        foreach (double y in (ReadOnlySpan<double>)[ys[0], ys[1], ys[^1]]) page.Across(y, Left - 5, Right, 1.5);
        IsTheTable(page.Layout());
    }

    [Fact]
    public void StripesUnderEveryOtherRowAndADarkHeader()
    {
        var (page, ys) = Table();
        page.Fill(new Box(Left - 5, ys[0], Right, ys[1]), 0.1);
        for (int i = 2; i + 1 < ys.Length; i += 2) page.Fill(new Box(Left - 5, ys[i], Right, ys[i + 1]), 0.9);
        IsTheTable(page.Layout());
    }

    [Fact]
    public void AFrameAndARuleUnderTheHeader()
    {
        var (page, ys) = Table();
        foreach (double y in (ReadOnlySpan<double>)[ys[0], ys[1], ys[^1]]) page.Across(y, Left - 5, Right);
        foreach (double x in (ReadOnlySpan<double>)[Left - 5, Right]) page.Vertical(x, ys[0], ys[^1]);
        IsTheTable(page.Layout());
    }

    [Fact]
    public void ColumnRulesFromTopToBottomUnderAHeaderOfTwoLevels()
    {
        var (page, ys) = Table();
        foreach (double y in (ReadOnlySpan<double>)[ys[0], ys[1], ys[^1]]) page.Across(y, Left - 5, Right);
        foreach (double x in (ReadOnlySpan<double>)[Left - 5, 105, 270, 330, 410, 490, Right]) page.Vertical(x, ys[0], ys[^1]);
        IsTheTable(page.Layout());
    }

    [Fact]
    public void WithoutBordersAroundTheFirstAndLastRowsAreRows()
    {
        double[] ys = [120, 140, 160];
        var page = new PageSketch().Rows([50, 200, 300, 400], 100, ["项目", "预算数", "决算数"], ["基本支出", "1.00", "2.00"], ["项目支出", "3.00", "4.00"],
            ["合计", "4.00", "6.00"])
            .Vertical(200, 120, 160)
            .Vertical(300, 100, 180);
        foreach (double y in ys) page.Across(y, 50, 400);
        var grid = page.Layout().Grid();
        Assert.Equal(["基本支出", "1.00", "2.00"], grid.Row(1));
        Assert.Equal(["合计", "4.00", "6.00"], grid.Row(3));
        Assert.Equal(4, grid.RowCount);
    }

    [Fact]
    public void ATitleDoesNotGoOnTheParagraphBeforeIt()
    {
        string full = "注：本表反映部门本年度的总收支和年末结转结余情况。";
        var first = new PageSketch().Text(50, 600, full).Text(50, 620, full).Text(50, 640, full).Text(50, 660, full);
        var second = new PageSketch(2).Text(50, 60, "2019年度收入决算表（表2）")
            .Text(50, 76, "部门：某某市某某区某某局关于本年度")
            .Table([50, 180, 300], 100, ["科目", "金额"], ["201", "1.00"]);
        Assert.Contains("2019年度收入决算表（表2）", PageSketch.Layout(first, second).Texts());
    }

    [Fact]
    public void WhiteRulesOnADarkGroundAreRules()
    {
        double[] xs = [50, 150, 250, 350], ys = [100, 120, 140, 160];
        var page = new PageSketch().Fill(new Box(50, 100, 350, 160), 0.3);
        foreach (double y in ys) page.Fill(new Box(50, y - 0.5, 350, y + 0.5), 1);
        foreach (double x in xs) page.Fill(new Box(x - 0.5, 100, x + 0.5, 160), 1);
        var grid = page.Rows(xs, 100, ["科目", "名称", "金额"], ["201", "支出", "12.00"], ["202", "外交", "13.00"]).Layout().Grid();
        Assert.Equal((3, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(GridKind.Ruled, Assert.Single(PageAnalyzer.Analyze(page.Page()).Grids).Kind);
    }

    [Fact]
    public void TheRowThatNumbersTheColumnsIsARowOfItsOwn()
    {
        var page = new PageSketch().Text(50, 100, "科目编码").Center(200, 100, "科目名称").Center(300, 100, "本年收入").Center(380, 100, "上级补助收入").Center(470, 100, "其他收入");
        page.Text(50, 116, "类").Text(72, 116, "款").Text(94, 116, "项").Center(200, 116, "栏次").Center(300, 116, "1").Center(380, 116, "2").Center(470, 116, "3");
        string[] codes = ["208", "20805", "2080505", "2080506"];
        for (int i = 0; i < codes.Length; i++)
            page.Text(50, 134 + 18 * i, codes[i]).Text(150, 134 + 18 * i, "养老支出").Right(330, 134 + 18 * i, $"{i + 1}.00").Right(500, 134 + 18 * i, $"{i}.50");
        var grid = page.Layout().Grid();
        Assert.Equal(7, grid.ColumnCount);
        Assert.Equal(["类", "款", "项", "栏次", "1", "2", "3"], grid.Row(1));
        Assert.Equal(["2080505", "2080505", "2080505", "养老支出", "3.00", "", "2.50"], grid.Row(4));
        Assert.Equal("上级补助收入", grid.At(0, 5));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ATableGoesOnOnTheNextPageWithItsColumns(bool headerAgain)
    {
        var (first, _) = Table();
        var (second, _) = Table(2, heading: false, header: headerAgain, rows: [["21099", "其他支出", "0.50", "", "0.50"], ["221", "住房保障支出", "17.74", "17.74", ""]]);
        var grid = PageSketch.Layout(first, second).Grid();
        Assert.Equal(8, grid.RowCount);
        Assert.Equal(["21099", "其他支出", "0.50", "", "0.50", ""], grid.Row(6));
        Assert.Equal(2, grid.CellAt(7, 2)!.Place.Page);
    }

    [Fact]
    public void TextOnTheNextPageIsNoRowOfTheTable()
    {
        var layout = PageSketch.Layout(Table().Page, new PageSketch(2).Text(50, 120, "2023年度支出合计 218.97 万元，其中：基本支出 167.81 万元。").Text(50, 140, "三、情况说明"));
        Assert.Equal(6, layout.Grid().RowCount);
        Assert.Contains("三、情况说明", layout.Texts());
    }

    [Fact]
    public void GridLinesOfAChartWithItsFiguresAreNoTable()
    {
        var page = new PageSketch();
        for (int i = 0; i < 6; i++) page.Across(100 + 40 * i, 120, 480).Right(115, 104 + 40 * i, $"{250 - 50 * i}");
        for (int i = 0; i < 5; i++)
            page.Fill(new Box(150 + 60 * i, 180 + 10 * i, 180 + 60 * i, 300), 0.5)
                .Center(165 + 60 * i, 176 + 10 * i, $"{120 - 10 * i}.50")
                .Center(165 + 60 * i, 315, $"{2019 + i}年");
        Assert.Empty(page.Layout().Grids());
    }

    [Fact]
    public void AListWithPageNumbersIsNoTable()
    {
        var page = new PageSketch();
        for (int i = 0; i < 10; i++) page.Text(80, 100 + 20 * i, $"{i + 1}.1").Text(110, 100 + 20 * i, "部门收支情况").Right(500, 100 + 20 * i, $"{i + 3}");
        Assert.DoesNotContain(page.Layout().Grids(), grid => grid.Cells.Any(cell => cell.Text.Contains('.', StringComparison.Ordinal) && cell.Column > 1));
    }

    [Fact]
    public void WhatBothReadersSeeOfOneTableIsTheSame()
    {
        var (open, _) = Table();
        var reading = DocumentReader.Read(open.Layout());
        var facts = reading.Document.Statements.Single().AllLines.SelectMany(line => line.Figures.Select(figure => $"{line.Code} {figure.Key} {figure.Value?.Value}")).ToList();
        Assert.Contains("2080505 合计 1012.00", facts);
        Assert.Contains("210 项目支出 51.16", facts);
        Assert.Equal(10, facts.Count);
        Assert.Empty(reading.Unplaced);
    }

    [Fact]
    public void HeadersThatStandLeftOverFiguresThatStandRight()
    {
        var page = new PageSketch(1, 842, 595).Across(106, 45, 800).Across(132, 45, 800).Across(215, 45, 800);
        double[] left = [48, 194, 270, 345, 421, 544], right = [0, 266, 341, 417, 540, 637];
        string[] header = ["科目", "合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出"];
        string[][] rows = [["合计", "3,004.87", "1,237.21", "1,767.66", "0", "0"], ["行政运行", "253.37", "236.40", "16.98", "0", "0"],
            ["信息化建设", "1,534.20", "0", "1,534.20", "0", "0"], ["执法办案", "8.07", "0", "8.07", "0", "0"], ["城市建设支出", "208.41", "0", "208.41", "0", "0"]];
        for (int c = 0; c < header.Length; c++)
        {
            page.Text(left[c], 118, header[c], 9);
            if (c > 0) page.Text(left[c], 128, $"{c}", 9);
            for (int r = 0; r < rows.Length; r++)
                if (c == 0) page.Text(left[c], 144 + 15 * r, rows[r][c], 9);
                else page.Right(right[c], 144 + 15 * r, rows[r][c], 9);
        }
        var grid = page.Layout().Grid();
        Assert.Equal(header, grid.Row(0));
        Assert.Equal(rows[1], grid.Row(3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AHeaderBetweenTwoLevelsHeadsItsOwnColumnOnly(bool shortRules)
    {
        var page = new PageSketch(1, 842, 595).Across(80, 48, 792, 1.5).Across(112, 48, 792, 0.75).Across(190, 48, 792, 1.5);
        if (shortRules) page.Across(96, 48, 290).Across(96, 370, 720);
        page.Center(168, 91, "科目", 8).Center(330, 100, "合计", 8).Center(546, 91, "本年收入", 8).Center(757, 100, "上年结转结余", 8);
        page.Center(74, 108, "科目代码", 8).Center(194, 108, "科目名称", 8).Center(413, 108, "小计", 8)
            .Center(494, 108, "一般公共预算", 8)
            .Center(575, 108, "政府性基金预算", 8)
            .Center(643, 108, "事业收入", 8)
            .Center(694, 108, "其他收入", 8);
        string[][] rows = [["205", "教育支出", "7,160.00", "7,160.00", "7,160.00", ""], ["20501", "教育管理事务", "756.00", "756.00", "756.00", ""],
            ["212", "城乡社区支出", "1,398.00", "1,398.00", "", "1,398.00"], ["2120803", "城市建设支出", "551.00", "551.00", "", "551.00"]];
        double[] right = [370, 453, 530, 616];
        for (int r = 0; r < rows.Length; r++)
        {
            page.Center(74, 126 + 16 * r, rows[r][0], 8).Text(102, 126 + 16 * r, rows[r][1], 8);
            for (int c = 2; c < rows[r].Length; c++)
                if (rows[r][c].Length > 0) page.Right(right[c - 2], 126 + 16 * r, rows[r][c], 8);
        }
        var grid = page.Layout().Grid();
        Assert.Equal(["科目", "科目", "合计", "本年收入", "本年收入", "本年收入", "本年收入", "本年收入", "上年结转结余"], grid.Row(0));
        Assert.Equal(["科目代码", "科目名称", "合计", "小计", "一般公共预算", "政府性基金预算", "事业收入", "其他收入", "上年结转结余"], grid.Row(1));
        Assert.Equal(["212", "城乡社区支出", "1,398.00", "1,398.00", "", "1,398.00", "", "", ""], grid.Row(4));
    }

    [Fact]
    public void LastLettersOfTwoWrappedHeadersAreNotOneText()
    {
        var page = new PageSketch().Across(90, 48, 550).Across(124, 48, 550).Across(200, 48, 550);
        page.Center(90, 110, "项目").Center(250, 110, "合计").Center(370, 104, "一般公共预算财政拨").Center(370, 117, "款").Center(480, 104, "政府性基金预").Center(480, 117, "算");
        for (int r = 0; r < 4; r++)
            page.Text(50, 140 + 16 * r, "教育支出").Right(270, 140 + 16 * r, $"{r + 2}.00").Right(410, 140 + 16 * r, $"{r}.50").Right(510, 140 + 16 * r, $"{r + 1}.50");
        Assert.Equal(["项目", "合计", "一般公共预算财政拨款", "政府性基金预算"], page.Layout().Grid().Row(0));
    }

    [Fact]
    public void AHeaderIsOverAllThreeColumnsOfACodeSetInParts()
    {
        var page = new PageSketch().Across(90, 48, 550).Across(138, 48, 550).Across(230, 48, 550).Across(106, 48, 250);
        page.Center(150, 102, "项目").Center(330, 110, "合计").Center(440, 110, "基本支出").Center(85, 118, "科目编码").Center(200, 118, "科目名称");
        page.Text(58, 134, "类").Text(80, 134, "款").Text(102, 134, "项").Center(200, 134, "栏次").Center(330, 134, "1").Center(440, 134, "2");
        string[][] rows = [["208", "", "", "社会保障和就业支出"], ["208", "05", "", "养老支出"], ["208", "05", "05", "机关养老保险缴费支出"], ["208", "05", "06", "职业年金缴费支出"]];
        for (int r = 0; r < rows.Length; r++)
        {
            double y = 150 + 18 * r;
            page.Text(54, y, rows[r][0]).Text(80, y, rows[r][1]).Text(98, y, rows[r][2]).Text(125, y, rows[r][3]).Right(360, y, $"{r + 3}.00").Right(470, y, $"{r + 1}.00");
        }
        var grid = page.Layout().Grid();
        Assert.Equal(["科目编码", "科目编码", "科目编码", "科目名称", "合计", "基本支出"], grid.Row(1));
        Assert.Equal(["208", "05", "05", "机关养老保险缴费支出", "5.00", "3.00"], grid.Row(5));
    }

    [Fact]
    public void CodesOfEqualLengthInLinesSetCloseAreOfTheirRows()
    {
        var page = new PageSketch().Across(90, 48, 550).Across(108, 48, 550).Across(180, 48, 550);
        page.Center(80, 103, "项目编码").Center(190, 103, "项目名称").Center(330, 103, "合计").Center(440, 103, "财政拨款");
        for (int r = 0; r < 5; r++)
            page.Text(50, 121 + 13 * r, $"5992021000{r + 1}").Text(130, 121 + 13 * r, "专项整治工作经费").Right(360, 121 + 13 * r, $"{r + 3}.00").Right(470, 121 + 13 * r, $"{r + 1}.00");
        var grid = page.Layout().Grid();
        Assert.Equal(6, grid.RowCount);
        Assert.Equal(["59920210003", "专项整治工作经费", "5.00", "3.00"], grid.Row(3));
    }

    [Fact]
    public void ALabelFartherThanTheLinesOfACellIsOfTheNextRow()
    {
        // 年末结转和结余 fills its column; the next row's label begins farther below it than wrapped lines do.
        var page = new PageSketch().Across(90, 48, 550).Across(108, 48, 550).Across(270, 48, 550);
        page.Center(90, 103, "项目").Center(330, 103, "合计").Center(440, 103, "财政拨款");
        for (int r = 0; r < 2; r++) page.Text(50, 216 + 18 * r, "收支相抵").Right(360, 216 + 18 * r, "1.00").Right(470, 216 + 18 * r, "1.00");
        page.Text(50, 124, "一、社会保障和就").Text(50, 136, "业支出").Right(360, 130, "8.00").Right(470, 130, "7.00");
        page.Text(50, 154, "二、卫生健康医疗").Text(50, 166, "支出").Right(360, 160, "9.00").Right(470, 160, "6.00");
        page.Text(50, 184, "三、年末结转结余").Text(50, 198, "本年支出合计总额").Right(360, 198, "17.00").Right(470, 198, "13.00");
        var grid = page.Layout().Grid();
        Assert.Equal(["二、卫生健康医疗支出", "9.00", "6.00"], grid.Row(2));
        Assert.Equal(["三、年末结转结余", "", ""], grid.Row(3));
        Assert.Equal(["本年支出合计总额", "17.00", "13.00"], grid.Row(4));
    }

    [Fact]
    public void ALabelCloseBehindTheFigureOfTheOtherHalfIsItsOwnText()
    {
        var page = new PageSketch().Across(90, 48, 550).Across(108, 48, 550).Across(200, 48, 550);
        page.Center(110, 103, "项目").Center(255, 103, "预算数").Center(350, 103, "项目").Center(500, 103, "预算数");
        string[][] rows = [["一、拨款收入", "0", "一、外交支出", "0"], ["二、事业收入", "0", "二、国防支出", "0"], ["三、经营收入", "0", "三、教育支出", "18.90"],
            ["四、其他收入", "18.90", "四、农林水支出", "0"]];
        for (int r = 0; r < rows.Length; r++)
            page.Across(126 + 18 * r, 48, 550).Text(50, 122 + 18 * r, rows[r][0]).Right(280, 122 + 18 * r, rows[r][1]).Text(283.5, 122 + 18 * r, rows[r][2]).Right(545, 122 + 18 * r, rows[r][3]);
        var grid = page.Layout().Grid();
        Assert.Equal(5, grid.RowCount);
        Assert.Equal(rows[0], grid.Row(1));
        Assert.Equal(rows[3], grid.Row(4));
    }
}
