using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;
using CellStyle = GovBudget.Model.Layout.CellStyle;

namespace GovBudget.Model.Excel.Tests;

public class WritingTests
{
    private static readonly DocumentLayout Sample = new()
    {
        Pages = [new(1, "GK01 收入支出决算总表"), new(2, "空/表")],
        Blocks =
        [
            new Paragraph("收入支出决算总表", new(1)) { Centered = true, Bold = true, FontSize = 18 },
            new Paragraph("单位：万元", new(1)),
            new Grid(
                [
                    Cell(0, 0, "项目", CellStyle.Header) with { RowSpan = 2 }, Cell(0, 1, "金额", CellStyle.Header) with { ColumnSpan = 2 },
                    Cell(1, 1, "预算", CellStyle.Header), Cell(1, 2, "决算", CellStyle.Header),
                    Cell(2, 0, "合计\n（含结转）"), Cell(2, 1, "1,202.95", CellStyle.Number), Cell(2, 2, "236.70", CellStyle.Number) with { Stored = 236.7049m },
                    Cell(3, 0, "2101501"), Cell(3, 1, "——", CellStyle.Number), Cell(3, 2, "36.70%", CellStyle.Number),
                ], 4, 3, new(1)),
            new Paragraph("注：本表反映…", new(1)),
        ],
    };

    private static GridCell Cell(int row, int column, string text, CellStyle style = CellStyle.Text) => new(row, column, text, new(1)) { Style = style };

    private static byte[] Write(DocumentLayout layout)
    {
        using var stream = new MemoryStream();
        WorkbookLayout.Write(layout, stream, null, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    [Fact]
    public void A_sheet_reads_back_as_it_was_written()
    {
        var layout = Samples.Read(Write(Sample));
        Assert.Equal(["GK01 收入支出决算总表", "空／表"], layout.Pages.Select(p => p.Name));
        var grid = Assert.Single(layout.Grids());
        Assert.Equal(
            [
                (0, 0, 1, 3, "收入支出决算总表", null), (1, 0, 1, 3, "单位：万元", null),
                (2, 0, 2, 1, "项目", null), (2, 1, 1, 2, "金额", null), (3, 1, 1, 1, "预算", null), (3, 2, 1, 1, "决算", null),
                (4, 0, 1, 1, "合计\n（含结转）", null), (4, 1, 1, 1, "1,202.95", 1202.95m), (4, 2, 1, 1, "236.70", 236.7049m),
                (5, 0, 1, 1, "2101501", null), (5, 1, 1, 1, "——", null), (5, 2, 1, 1, "36.70%", 0.367m),
                (6, 0, 1, 3, "注：本表反映…", (decimal?)null),
            ],
            grid.Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text, c.Stored)));
        Assert.Empty(layout.Diagnostics);
    }

    [Fact]
    public void The_workbook_is_valid_and_set_up_for_print()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(Sample)), false);
        Assert.Empty(new OpenXmlValidator().Validate(document,
            TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var workbook = document.WorkbookPart!;
        Assert.Equal("'GK01 收入支出决算总表'!$3:$4", workbook.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
        var sheet = ((WorksheetPart)workbook.GetPartById("rId1")).Worksheet;
        var setup = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Portrait, 1u, 0u),
            (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);

        var formats = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        CellFormat Of(string address) => formats[(int)sheet.Descendants<Cell>().Single(c => c.CellReference == address).StyleIndex!.Value];
        Assert.Equal(HorizontalAlignmentValues.Center, Of("A1").Alignment!.Horizontal!.Value);
        Assert.Equal(HorizontalAlignmentValues.Center, Of("B3").Alignment!.Horizontal!.Value);
        Assert.Equal(HorizontalAlignmentValues.Left, Of("A5").Alignment!.Horizontal!.Value);
        Assert.Equal(HorizontalAlignmentValues.Right, Of("C5").Alignment!.Horizontal!.Value);
        Assert.Equal((4u, 2u), (Of("B5").NumberFormatId!.Value, Of("C5").NumberFormatId!.Value));
        Assert.Equal(Of("B3").BorderId!.Value, Of("C3").BorderId!.Value);
    }

    [Fact]
    public void A_wide_table_is_printed_across()
    {
        var wide = new DocumentLayout { Pages = [new(1, "表")], Blocks = [new Grid([Cell(0, 8, "x")], 1, 9, new(1))] };
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(wide)), false);
        Assert.Equal(OrientationValues.Landscape, document.WorkbookPart!.WorksheetParts.Single().Worksheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
    }

    [Fact]
    public async Task The_same_layout_gives_the_same_bytes()
    {
        var first = Write(Sample);
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        Assert.Equal(first, Write(Sample));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void Sheet_names_are_made_acceptable_and_told_apart()
    {
        var name = new string('长', 40);
        var layout = Samples.Read(Write(new DocumentLayout { Pages = [new(1, name), new(2, name), new(3), new(4, "a[b]:c*d?e/f\\g'")] }));
        Assert.Equal([name[..31], name[..28] + "(2)", "第3页", "a［b］：c＊d？e／f＼g"], layout.Pages.Select(p => p.Name));
    }

    [Fact]
    public void Two_grids_are_parted_by_a_blank_row_and_nothing_at_all_is_a_blank_sheet()
    {
        var two = Samples.Read(Write(new DocumentLayout { Blocks = [new Grid([Cell(0, 0, "一")], 1, 1, new(1)), new Grid([Cell(0, 0, "二")], 1, 1, new(1))] }));
        Assert.Equal([(0, "一"), (2, "二")], two.Grids()[0].Cells.Select(c => (c.Row, c.Text)));
        Assert.Single(Samples.Read(Write(new DocumentLayout())).Pages);
    }

    [Fact]
    public void A_grid_that_breaks_its_promise_is_refused()
    {
        foreach (var cells in (GridCell[][])
            [[Cell(0, 0, "a") with { ColumnSpan = 2 }, Cell(0, 1, "b")], [Cell(0, 0, "a"), Cell(0, 0, "b")], [Cell(0, 2, "a")],
                [Cell(0, 1, "a") with { ColumnSpan = 2 }]])
        {
            Assert.Throws<ArgumentException>(() => Write(new DocumentLayout { Blocks = [new Grid(cells.ToValueList(), 1, 2, new(1))] }));
        }
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Published_tables_survive_writing(string name)
    {
        var layout = Samples.Read(name + ".xlsx");
        var again = Samples.Read(Write(layout));
        Assert.Equal(layout.Grids().SelectMany(g => g.Cells).Select(Shape), again.Grids().SelectMany(g => g.Cells).Select(Shape));
    }

    [Fact]
    public void Any_grid_reads_back_with_its_texts_spans_and_numbers() =>
        Prop.ForAll(Layouts.Any.ToArbitrary(), layout =>
        {
            var again = Samples.Read(Write(layout));
            var expected = layout.Grids().Select(Layouts.Trimmed).Where(cells => cells.Count > 0).ToList();
            Assert.Equal(expected.Count, again.Grids().Length);
            foreach (var (wanted, got) in expected.Zip(again.Grids()))
            {
                Soundness.Check(got);
                Assert.Equal(wanted, got.Cells.Where(c => c.Text.Length > 0).Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text)));
                Assert.All(got.Cells.Where(c => Layouts.IsNumber(c.Text)), c => Assert.NotNull(c.Stored));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static (int, int, int, int, string, decimal?) Shape(GridCell c) => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text, c.Stored);
}
