using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Writing;

/// <summary>What a layout looks like when it is printed and read again: titles, lines, tables over pages, text.</summary>
public class LayoutPrintingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void TabsPartWhatStandsLeftInTheMiddleAndRight()
    {
        var layout = PrintAndRead(Line("部门：某局\t2023年度\t金额单位：万元"), Table(3, 2));
        var lines = Bodies(layout);
        Assert.Equal(["部门：某局", "2023年度", "金额单位：万元"], lines.Select(line => line.Text));
        Assert.True(lines[0].Place.Box!.Value.X0 < lines[1].Place.Box!.Value.X0 && lines[1].Place.Box!.Value.X1 < lines[2].Place.Box!.Value.X0);
        Assert.Single(lines.Select(line => Math.Round(line.Place.Box!.Value.CenterY)).Distinct());
    }

    [Fact]
    public void ATitleIsCentredAndLarger()
    {
        var layout = PrintAndRead(Title("收入支出决算总表"), Line("\t\t单位：元"), Table(3, 2));
        var lines = Bodies(layout);
        Assert.Equal(["收入支出决算总表", "单位：元"], lines.Select(line => line.Text));
        Assert.True(lines[0].Centered);
        Assert.True(lines[0].FontSize > lines[1].FontSize);
    }

    [Fact]
    public void MergedCellsBlankCellsAndWrappedTextStayWhatTheyAre()
    {
        string wrapped = string.Concat(Enumerable.Repeat("机关事业单位基本养老保险缴费支出", 6));
        var cells = new List<GridCell>
        {
            Cell(0, 0, "项目", CellStyle.Header) with { ColumnSpan = 2 },
            Cell(0, 2, "金额", CellStyle.Header) with { RowSpan = 2 },
            Cell(1, 0, "编码", CellStyle.Header),
            Cell(1, 1, "名称", CellStyle.Header),
            Cell(2, 0, "2080505"),
            Cell(2, 1, wrapped),
            Cell(2, 2, "1,234,567.89", CellStyle.Number),
            Cell(4, 1, "第一行\n第二行"),
            Cell(4, 2, "0.00", CellStyle.Number),
        };
        var read = Assert.Single(PrintAndRead(new Grid(cells.ToValueList(), 5, 3, new Place(1))).Blocks.OfType<Grid>());
        Assert.Equal((5, 3), (read.RowCount, read.ColumnCount));
        Assert.Equal(cells.Select(Shape), read.Cells.Where(cell => cell.Text.Length > 0).Select(Shape));
    }

    [Fact]
    public void ATableOverPagesRepeatsItsHeaderAndReadsAsOne()
    {
        var printed = Print(new DocumentLayout
        {
            Pages = [new LayoutPage(1)],
            Blocks = [Title("支出决算表"), Table(120, 5), new Paragraph("注：本表反映支出情况。", new Place(1))]
        }, out var result);
        Assert.True(result.PageCount > 2);
        var file = PdfFile.Open(printed);
        for (int page = 1; page <= file.PageCount; page++)
            Assert.Contains("栏目1", string.Concat(file.GetPage(page, Token).Letters.Select(letter => letter.Text)), StringComparison.Ordinal);
        var read = Assert.Single(PdfLayout.Read(file, null, Token).Blocks.OfType<Grid>());
        Assert.Equal((120, 5), (read.RowCount, read.ColumnCount));
        Assert.Equal(((Grid)Table(120, 5)).Cells.Select(Shape), read.Cells.Select(Shape));
    }

    [Fact]
    public void NotesStandOnThePageWhereTheirTableEnds()
    {
        for (int rows = 28; rows < 60; rows += 3)
        {
            var layout = PrintAndRead(Title("支出决算表"), Table(rows, 4), new Paragraph("注：1. 本表反映部门本年度各项支出情况。", new Place(1)),
                new Paragraph("2. 本套报表金额单位转换时可能存在尾数误差。", new Place(1)));
            int end = Assert.Single(layout.Blocks.OfType<Grid>()).Cells.Max(cell => cell.Place.Page);
            Assert.All(Bodies(layout).Skip(1), note => Assert.Equal(end, note.Place.Page));
        }
    }

    [Fact]
    public void AWideTableLiesAcrossThePage()
    {
        var narrow = Assert.Single(PrintAndRead(Table(4, 3)).Pages);
        var wide = Assert.Single(PrintAndRead(Table(4, 16)).Pages);
        Assert.True(narrow.Width < narrow.Height);
        Assert.True(wide.Width > wide.Height);
    }

    [Fact]
    public void FortyColumnsOfFiguresFitAndStayWhole()
    {
        var table = (Grid)Table(4, 40);
        var read = Assert.Single(PrintAndRead(table).Blocks.OfType<Grid>());
        Assert.Equal(table.Cells.Select(Shape), read.Cells.Select(Shape));
    }

    [Fact]
    public void LongTextInACellIsPrintedWhole()
    {
        string text = string.Concat(Enumerable.Repeat("项目实施后进一步提升公共服务能力，群众满意度达到预期目标。", 120));
        var table = new Grid([Cell(0, 0, "绩效目标", CellStyle.Header), Cell(0, 1, "说明", CellStyle.Header), Cell(1, 0, "总体目标"), Cell(1, 1, text)], 2, 2,
            new Place(1));
        var read = Assert.Single(PrintAndRead(table).Blocks.OfType<Grid>());
        Assert.Equal(text, read.Cells.Single(cell => cell.Row == 1 && cell.Column == 1).Text);
    }

    [Fact]
    public void ARowThatFitsNoPageIsRefusedWithItsReason()
    {
        var table = new Grid([Cell(0, 0, "甲", CellStyle.Header), Cell(1, 0, new string('字', 40_000))], 2, 1, new Place(1));
        var error = Assert.Throws<InvalidOperationException>(() => Print(new DocumentLayout { Blocks = [table] }, out _));
        Assert.Contains("排不进一页", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunningTextIsJoinedAgain()
    {
        string[] texts = [.. Enumerable.Range(1, 30).Select(i => string.Concat(Enumerable.Repeat($"贯彻执行国家和省市有关法律、法规和政策（第{i}项），拟订本区规划并组织实施。", (i % 5) + 1)))];
        var layout = PrintAndRead([.. texts.Select(text => new Paragraph(text, new Place(1)))]);
        Assert.True(layout.Pages.Count > 1);
        Assert.Equal(texts, Bodies(layout).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void EveryPartOfTheLayoutBeginsAPage()
    {
        var bytes = Print(new DocumentLayout
        {
            Pages = [new LayoutPage(1, "封面"), new LayoutPage(2, "一"), new LayoutPage(3, "二")],
            Blocks = [new Paragraph("某局2023年度部门决算", new Place(1)) { Centered = true, Bold = true, FontSize = 22 }, Title("收入决算表", 2), Table(3, 3, 2),
                Title("支出决算表", 3), Table(3, 3, 3)],
        }, out var result);
        var read = PdfLayout.Read(PdfFile.Open(bytes), null, Token);
        Assert.Equal(4, result.PageCount);
        Assert.Equal([1, 3, 4], Bodies(read).Select(paragraph => paragraph.Place.Page));
        Assert.Equal(["目录", "收入决算表", "支出决算表"], read.Blocks.OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Contents).Select(p => p.Text.Split('.')[0]));
        Assert.Equal("某局2023年度部门决算", PdfFile.Open(bytes).Title);
    }

    [Fact]
    public void NumberedLinesHeadTheTextAndLeadTheContents()
    {
        string[] texts = ["第一部分 概况", "一、主要职能", "贯彻执行法律法规。", "二、机构设置", "一、本句有句号，只是正文。", "三、人员情况"];
        var read = PrintAndRead([.. texts.Select(text => new Paragraph(text, new Place(1)))]);
        Assert.Equal(texts, Bodies(read).Select(paragraph => paragraph.Text));
        string contents = string.Concat(read.Blocks.OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Contents).Select(p => p.Text));
        foreach (string heading in (string[])[texts[0], texts[1], texts[3], texts[5]]) Assert.Contains(heading, contents, StringComparison.Ordinal);
        Assert.DoesNotContain("句号", contents, StringComparison.Ordinal);
    }

    [Fact]
    public void PicturesAreReportedAsLost()
    {
        Print(new DocumentLayout { Blocks = [new Picture(new Place(3)), Table(3, 3)] }, out var result);
        var lost = Assert.Single(result.Diagnostics);
        Assert.True(lost.IsLoss);
        Assert.Equal(3, lost.Place.Page);
    }

    [Fact]
    public void AnEmptyLayoutIsAnEmptyPage()
    {
        var file = PdfFile.Open(Print(new DocumentLayout(), out var result));
        Assert.Equal(1, result.PageCount);
        Assert.Empty(file.GetPage(1, Token).Letters);
    }

    internal static byte[] Print(DocumentLayout layout, out PdfWriteResult result)
    {
        using var file = new MemoryStream();
        result = PdfLayoutWriter.Write(layout, file, Printed.Plain, Token);
        return file.ToArray();
    }

    internal static Grid Table(int rows, int columns, int page = 1)
    {
        var cells = new List<GridCell>();
        for (int c = 0; c < columns; c++) cells.Add(new GridCell(0, c, $"栏目{c + 1}", new Place(page)) { Style = CellStyle.Header });
        for (int r = 1; r < rows; r++)
        {
            cells.Add(new GridCell(r, 0, $"第{r}项支出", new Place(page)));
            for (int c = 1; c < columns; c++) cells.Add(new GridCell(r, c, $"{r * 37 % 900}.{c % 10}{r % 10}", new Place(page)) { Style = CellStyle.Number });
        }
        return new Grid(cells.ToValueList(), rows, columns, new Place(page));
    }

    private static DocumentLayout PrintAndRead(params LayoutBlock[] blocks) =>
        PdfLayout.Read(PdfFile.Open(Print(new DocumentLayout { Pages = [new LayoutPage(1)], Blocks = blocks.ToValueList() }, out _)), null, Token);

    private static Paragraph[] Bodies(DocumentLayout layout) => [.. layout.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Role == ParagraphRole.Body)];

    private static Paragraph Title(string text, int page = 1) => new(text, new Place(page)) { Centered = true, Bold = true, FontSize = 16 };

    private static Paragraph Line(string text) => new(text, new Place(1));

    private static GridCell Cell(int row, int column, string text, CellStyle style = CellStyle.Text) => new(row, column, text, new Place(1)) { Style = style };

    private static (int, int, int, int, string) Shape(GridCell cell) => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text);
}
