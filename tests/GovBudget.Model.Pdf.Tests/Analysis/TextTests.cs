using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Paragraphs, titles, running lines, contents, pictures, hidden and turned text, tables without rules.</summary>
public sealed class TextTests
{
    private const double Left = 80, Em = 16;
    private const string Full = "的一是在不了有和人这中大为上个国我以要他时来用们生到"; // 26 characters: a full line from the margin

    /// <summary>Running text: the first line indented by two characters, full lines, a short last line.</summary>
    private static double Prose(PageSketch page, double y, string first, int full, string last)
    {
        page.Text(Left + 2 * Em, y, first + Full[..(24 - first.Length)], Em);
        for (int i = 0; i < full; i++) page.Text(Left, y += 28, Full, Em);
        page.Text(Left, y += 28, last, Em);
        return y + 28;
    }

    [Fact]
    public void LinesAreJoinedByIndentAndWidth()
    {
        var page = new PageSketch();
        double y = Prose(page, 100, "甲", 2, "完。");
        page.Text(Left + 2 * Em, y, "一、收入情况说明", Em, bold: true);
        Prose(page, y + 28, "乙", 3, "完了。");
        var paragraphs = page.Layout().Paragraphs();
        Assert.Equal(3, paragraphs.Count);
        Assert.Equal("甲" + Full[..23] + Full + Full + "完。", paragraphs[0].Text);
        Assert.Equal(("一、收入情况说明", true), (paragraphs[1].Text, paragraphs[1].Bold));
        Assert.EndsWith("完了。", paragraphs[2].Text, StringComparison.Ordinal);
        Assert.Equal(Em, paragraphs[2].FontSize);
    }

    [Fact]
    public void ARaggedLineRunsOnWhereParagraphsAreIndented()
    {
        var page = new PageSketch();
        double y = Prose(page, 100, "甲", 3, "完。");
        page.Text(Left + 2 * Em, y, Full[..23], Em).Text(Left, y + 28, "余下。", Em).Text(Left + 2 * Em, y + 56, "乙", Em);
        Assert.Equal([Full[..23] + "余下。", "乙"], page.Layout().Texts()[1..]);
    }

    [Fact]
    public void NotesInSmallerLettersHaveTheirOwnMargins()
    {
        var page = new PageSketch();
        Prose(page, 100, "甲", 4, "完。");
        const string line = Full + "的一是在不了有和人这中大为上个国我以要他时来用"; // 49 characters of 10 points from x 60 to 550
        for (int i = 0; i < 3; i++) page.Text(60, 400 + 32 * i, $"{i + 1}." + line[..48], 10).Text(60, 416 + 32 * i, "余下的字。", 10);
        var notes = page.Layout().Paragraphs().Where(paragraph => paragraph.FontSize == 10).ToList();
        Assert.Equal(3, notes.Count);
        Assert.All(notes, note => Assert.EndsWith("余下的字。", note.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void AParagraphGoesOnOverThePageBreakAndItsRunningLines()
    {
        var pages = Enumerable.Range(1, 3).Select(n => new PageSketch(n).Text(80, 30, "某局2024年度部门决算", 9).Center(300, 780, $"第 {n} 页", 9)).ToArray();
        foreach (var page in pages[..2])
        {
            page.Text(Left + 2 * Em, 600, "甲" + Full[..23], Em);
            for (int i = 1; i < 5; i++) page.Text(Left, 600 + 28 * i, Full, Em);
        }
        pages[1].Text(Left, 100, "完。", Em);
        pages[2].Text(Left, 100, "完。", Em);
        var layout = PageSketch.Layout(pages);
        var body = layout.Paragraphs().Where(paragraph => paragraph.Role == ParagraphRole.Body).ToList();
        Assert.Equal(2, body.Count);
        Assert.All(body, paragraph => Assert.EndsWith("完。", paragraph.Text, StringComparison.Ordinal));
        Assert.Equal(1, body[0].Place.Page);
        Assert.Equal(3, layout.Paragraphs().Count(paragraph => paragraph.Role == ParagraphRole.PageNumber));
        Assert.Equal(3, layout.Paragraphs().Count(paragraph => paragraph.Role == ParagraphRole.RunningHeader));
    }

    [Fact]
    public void ALoneNumberAtTheFootIsNoPageNumber() =>
        Assert.All(PageSketch.Layout(new PageSketch(1).Text(80, 780, "12"), new PageSketch(2).Text(80, 780, "99")).Paragraphs(),
            paragraph => Assert.Equal(ParagraphRole.Body, paragraph.Role));

    [Fact]
    public void TitleUnitAndDepartmentStandBeforeTheGrid()
    {
        var layout = new PageSketch().Center(300, 60, "2023年度收入支出决算总表", 15).Right(550, 80, "公开01表")
            .Text(50, 95, "部门：某市某区财政局").Center(300, 95, "2023年度").Right(550, 95, "金额单位：万元")
            .Table([50, 300, 550], 100, ["项目", "决算数"], ["收入", "1.00"]).Layout();
        Assert.Equal(["2023年度收入支出决算总表", "公开01表", "部门：某市某区财政局", "2023年度", "金额单位：万元"], layout.Texts());
        Assert.IsType<Grid>(layout.Blocks[^1]);
        Assert.True(layout.Paragraphs()[0].Centered);
        Assert.False(layout.Paragraphs()[2].Centered);
    }

    [Fact]
    public void AUnitSqueezedIntoTwoLinesIsOneParagraph()
    {
        var layout = new PageSketch().Text(50, 92, "部门/单位：某市某区医疗保障局").Text(500, 86, "单位：万").Text(530, 99, "元")
            .Table([50, 300, 550], 110, ["项目", "决算数"], ["收入", "1.00"]).Layout();
        Assert.Equal(["部门/单位：某市某区医疗保障局", "单位：万元"], layout.Texts());
    }

    [Fact]
    public void ALabelAndItsValueFarApartAreOneParagraph() =>
        Assert.Equal(["部门： 某省人大常委会办公厅", "单位：万元"],
            new PageSketch().Text(50, 95, "部门：").Text(150, 95, "某省人大常委会办公厅").Right(550, 95, "单位：万元").Layout().Texts());

    [Fact]
    public void ContentsWithLeaderLetters()
    {
        var layout = new PageSketch().Center(300, 60, "目  录", 16).Text(80, 100, "一、主要职责......................................1", 12)
            .Text(80, 120, "二、机构设置情况", 12).Text(80, 140, "三、收支说明………………12", 12).Layout();
        Assert.Equal("目录", layout.Texts()[0]);
        Assert.All(layout.Paragraphs(), paragraph => Assert.Equal(ParagraphRole.Contents, paragraph.Role));
    }

    [Fact]
    public void ContentsWithoutLeadersEndWhereTheirFirstEntryComesAgain()
    {
        var layout = PageSketch.Layout(
            new PageSketch(1).Center(300, 60, "目录", 16).Text(80, 100, "第一部分 概况", 14).Text(80, 130, "一、主要职责", 14).Text(80, 160, "第二部分 决算表", 14),
            new PageSketch(2).Center(300, 60, "第一部分 概况", 16).Text(80, 100, "一、主要职责", 14));
        Assert.Equal([ParagraphRole.Contents, ParagraphRole.Contents, ParagraphRole.Contents, ParagraphRole.Contents, ParagraphRole.Body, ParagraphRole.Body],
            layout.Paragraphs().Select(p => p.Role));
    }

    [Fact]
    public void ContentsWhoseHeadingsReadOtherwiseAreAListOnTheirPage()
    {
        var page = new PageSketch(1).Center(300, 60, "目录", 16);
        string[] entries = ["一、主要职能", "二、机构设置", "三、名词解释", "1. 收支总表", "2. 收入总表", "四、其他说明"];
        for (int i = 0; i < entries.Length; i++) page.Text(80, 100 + 30 * i, entries[i], 14);
        var layout = PageSketch.Layout(page, new PageSketch(2).Center(300, 60, "某局主要职能", 16).Text(80, 100, "一、贯彻执行方针政策。", 14));
        Assert.Equal([ParagraphRole.Contents, .. entries.Select(_ => ParagraphRole.Contents), ParagraphRole.Body, ParagraphRole.Body],
            layout.Paragraphs().Select(p => p.Role));
    }

    [Fact]
    public void HiddenLettersAreLeftOutAndCounted()
    {
        var layout = new PageSketch().Text(80, 100, "看得见").Text(80, 130, "看不见的字", visible: false).Layout();
        Assert.Equal(["看得见"], layout.Texts());
        Assert.Contains("5", Assert.Single(layout.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWatermarkThatRunsAslantIsLeftOutAndNamed()
    {
        var page = new PageSketch();
        page.Table([80, 200, 300], 100, ["住房保障支出", "3.00"], ["卫生健康支出", "4.00"]);
        foreach (var (letter, i) in "内部".Select((c, i) => (c, i)))
            page.Add(
                new Letter(letter.ToString(), new Box(150 + 20 * i, 100 + 10 * i, 190 + 20 * i, 130 + 10 * i), 130 + 10 * i, 30,
                    TextDirection.Right)
                { Oblique = true });
        var layout = page.Layout();
        Assert.Equal(["住房保障支出", "3.00", "卫生健康支出", "4.00"], layout.Blocks.OfType<Grid>().Single().Cells.Select(cell => cell.Text));
        var note = Assert.Single(layout.Diagnostics);
        Assert.Contains("内部", note.Message, StringComparison.Ordinal);
        Assert.False(note.IsLoss);
    }

    [Fact]
    public void FiguresPrintedOverOneAnotherAreNone()
    {
        var page = new PageSketch().Table([80, 200, 300], 100, ["住房保障支出", "3407"], ["卫生健康支出", "4.00"]);
        page.Text(203, 118, "830.00");
        var layout = page.Layout();
        var cell = layout.Blocks.OfType<Grid>().Single().Cells.Single(c => c.Row == 0 && c.Column == 1);
        Assert.StartsWith("\uFFFD", cell.Text, StringComparison.Ordinal);
        Assert.True(Assert.Single(layout.Diagnostics).IsLoss);
        Assert.Equal("4.00", layout.Blocks.OfType<Grid>().Single().Cells.Single(c => c.Row == 1 && c.Column == 1).Text);
    }

    [Fact]
    public void FiguresWrappedInSeveralColumnsStayWhole()
    {
        var page = new PageSketch().Rules([80, 200, 230, 260], [100, 150, 200]);
        foreach (var (top, name) in new[] { (100.0, "行政运行"), (150, "政务公开") })
        {
            page.Text(84, top + 28, name);
            foreach (double x in (double[])[202, 232]) page.Text(x, top + 14, "3145").Text(x, top + 26, "078.0").Text(x, top + 38, "0");
        }
        Assert.Equal(["行政运行", "3145078.00", "3145078.00", "政务公开", "3145078.00", "3145078.00"],
            page.Layout().Blocks.OfType<Grid>().Single().Cells.Select(c => c.Text));
    }

    [Fact]
    public void APageThatRunsAslantAsAWholeIsRead()
    {
        var page = new PageSketch();
        for (int i = 0; i < 4; i++)
            page.Add(
                new Letter("斜着印的"[i].ToString(), new Box(80 + 10 * i, 100 + i, 90 + 10 * i, 110 + i), 108 + i, 10, TextDirection.Right) { Oblique = true });
        Assert.Equal(["斜着印的"], page.Layout().Texts());
    }

    [Fact]
    public void ASentenceOfAShortTextRunsOnUnderItsIndent()
    {
        var page = new PageSketch().Text(Left + 2 * Em, 100, Full[..24], Em)
            .Text(Left + 2 * Em, 128, Full[..22] + "万", Em)
            .Text(Left, 156, "元。", Em)
            .Text(Left + 2 * Em, 184, "下一段。", Em);
        Assert.Equal([Full[..24], Full[..22] + "万元。", "下一段。"], page.Layout().Texts());
    }

    [Fact]
    public void AStampedPageNumberDoesNotHideTheTextLayerOfAScan()
    {
        var layout = new PageSketch().Fill(new Box(0, 0, 600, 800), 0, MarkKind.Image)
            .Text(80, 100, "识别出的一整行字识别出的一整行字", visible: false)
            .Text(300, 780, "3")
            .Layout();
        Assert.Equal(["识别出的一整行字识别出的一整行字", "3"], layout.Texts());
    }

    [Fact]
    public void TheTextLayerOfAScanIsKept()
    {
        var layout = new PageSketch().Fill(new Box(0, 0, 600, 800), 0, MarkKind.Image).Text(80, 100, "识别出的字", visible: false).Layout();
        Assert.Equal(["识别出的字"], layout.Texts());
        Assert.Single(layout.Blocks.OfType<Picture>());
    }

    [Fact]
    public void LargePicturesStandInOrderAndStripsAreOne()
    {
        var page = new PageSketch().Text(80, 100, "上").Text(80, 700, "下").Fill(new Box(20, 20, 60, 60), 0, MarkKind.Image);
        for (int i = 0; i < 10; i++) page.Fill(new Box(100, 200 + 30 * i, 500, 230 + 30 * i), 0, MarkKind.Image);
        var layout = page.Layout();
        Assert.Equal([typeof(Paragraph), typeof(Picture), typeof(Paragraph)], layout.Blocks.Select(block => block.GetType()));
        Assert.Equal(new Box(100, 200, 500, 500), layout.Blocks[1].Place.Box);
    }

    [Theory]
    [InlineData(TextDirection.Up)]
    [InlineData(TextDirection.Down)]
    [InlineData(TextDirection.Left)]
    public void ATurnedPageReadsAsIfUpright(TextDirection direction)
    {
        var upright = new PageSketch(1, 800, 600).Text(60, 80, "部门：某局").Table([50, 200, 400, 600], 100, ["编码", "名称", "金额"], ["201", "服务", "1.00"]).Page();
        var layout = PdfLayout.FromPages([Turned(upright, direction)], null, TestContext.Current.CancellationToken);
        var expected = PdfLayout.FromPages([upright], null, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Texts(), layout.Texts());
        Assert.Equal(expected.Grid().Row(1), layout.Grid().Row(1));
        Assert.Equal((800, 600), (layout.Pages[0].Width, layout.Pages[0].Height));
        Assert.Equal(100, layout.Grid().Place.Box!.Value.Y0, 6);
        Assert.Equal(50, layout.Grid().Place.Box!.Value.X0, 6);
    }

    /// <summary>The page as it would be stored, were its text to run in that direction.</summary>
    private static PageContent Turned(PageContent page, TextDirection direction)
    {
        double w = page.Width, h = page.Height;
        Func<Box, Box> turn = direction switch
        {
            TextDirection.Up => b => new Box(b.Y0, w - b.X1, b.Y1, w - b.X0),
            TextDirection.Down => b => new Box(h - b.Y1, b.X0, h - b.Y0, b.X1),
            _ => b => new Box(w - b.X1, h - b.Y1, w - b.X0, h - b.Y0),
        };
        Func<double, double> baseline = direction switch { TextDirection.Up => y => y, _ => y => h - y };
        return page with
        {
            Width = direction == TextDirection.Left ? w : h,
            Height = direction == TextDirection.Left ? h : w,
            Letters = [.. page.Letters.Select(letter => letter with { Box = turn(letter.Box), Baseline = baseline(letter.Baseline), Direction = direction })],
            Marks = [.. page.Marks.Select(mark => mark with { Box = turn(mark.Box) })],
        };
    }

    private static PageSketch Aligned(int rows)
    {
        var page = new PageSketch().Text(60, 100, "项目").Right(350, 100, "预算数").Right(500, 100, "决算数");
        for (int i = 0; i < rows; i++) page.Text(60, 120 + 18 * i, $"第{i + 1}项支出").Right(350, 120 + 18 * i, $"{i}1,200.00").Right(500, 120 + 18 * i, $"{i}.50");
        return page;
    }

    [Fact]
    public void FiguresInAlignedColumnsAreATable()
    {
        var page = Aligned(5).Text(60, 60, "以下为支出明细。");
        Assert.Equal(GridKind.Aligned, Assert.Single(PageAnalyzer.Analyze(page.Page()).Grids).Kind);
        var layout = page.Layout();
        var grid = layout.Grid();
        Assert.Equal((6, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["项目", "预算数", "决算数"], grid.Row(0));
        Assert.Equal(["第3项支出", "21,200.00", "2.50"], grid.Row(3));
        Assert.Equal(["以下为支出明细。"], layout.Texts());
    }

    [Fact]
    public void TwoRowsOrOneColumnOfFiguresAreNone()
    {
        Assert.Empty(Aligned(2).Layout().Grids());
        var page = new PageSketch();
        for (int i = 0; i < 8; i++) page.Text(60, 120 + 18 * i, $"第{i + 1}项支出").Right(350, 120 + 18 * i, $"{i}1,200.00");
        Assert.Empty(page.Layout().Grids());
    }

    [Fact]
    public void ProseWithFiguresIsNoTable()
    {
        var page = new PageSketch();
        string[] lines = ["2023 年度 收入 236.71 万元 支出 236.71 万元", "基本支出 185.55 万元 占 78.4% 项目 51.16", "完成 100 % 其中 12.06 与 15.99", "共 3 个 12 批次 0.12 万元 13 人次"];
        for (int i = 0; i < lines.Length; i++) page.Text(80, 100 + 24 * i, lines[i], 14);
        Assert.Empty(page.Layout().Grids());
    }

    [Fact]
    public void TheDrawingShowsEveryStage()
    {
        var page = new PageSketch().Text(60, 60, "<标题>&").Table([50, 200, 400], 100, ["编码", "金额"], ["201", "1.00"]).Page();
        string svg = PageDrawing.ToSvg(PageAnalyzer.Analyze(page), grid => $"识别为{grid.ColumnCount}列");
        var root = System.Xml.Linq.XDocument.Parse(svg).Root!;
        string[] classes = [.. root.Descendants().Select(node => (string?)node.Attribute("class")).OfType<string>().Distinct()];
        Assert.Superset(new HashSet<string> { "word", "edge", "cell", "grid", "line", "label" }, classes.ToHashSet());
        Assert.Contains(root.Descendants(), node => node.Value.Contains("识别为2列", StringComparison.Ordinal));
        Assert.Contains(root.Descendants(), node => node.Value == "<");
    }
}
