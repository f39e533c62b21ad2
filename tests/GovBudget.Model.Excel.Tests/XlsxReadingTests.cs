using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

public class XlsxReadingTests
{
    [Fact]
    public void Stored_numbers_are_free_of_binary_noise_and_printed_as_their_format_shows()
    {
        var layout = Samples.Read(new Package().Formats("0.00", "#,##0.00").Rows("表", """
            <row r='1'><c r='A1' s='1'><v>9.800000000000001</v></c><c r='B1' s='2'><v>1202.9499999999998</v></c><c r='C1'><v>1.5E-3</v></c></row>
            """).Bytes());
        Assert.Equal([("9.80", 9.8m), ("1,202.95", 1202.95m), ("0.0015", 0.0015m)], layout.Grids()[0].Cells.Select(c => (c.Text, c.Stored!.Value)));
    }

    [Fact]
    public void Texts_of_every_kind_are_read()
    {
        var layout = Samples.Read(new Package()
            .Strings("<si><t>共享</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh sb='0' eb='1'><t>フリ</t></rPh></si><si><t>一_x000D_&#10;二_x005F_x0041_</t></si>")
            .Rows("表", """
                <row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='inlineStr'><is><t xml:space='preserve'>  缩进</t></is></c>
                <c t='str'><f>A1&amp;"x"</f><v>公式文字</v></c><c t='b'><v>1</v></c><c t='inlineStr'><is><t>236.71</t></is></c></row>
                """).Bytes());
        Assert.Equal(["共享", "富文本", "一\n二_x0041_", "  缩进", "公式文字", "TRUE", "236.71"], layout.Grids()[0].Cells.Select(c => c.Text));
        Assert.All(layout.Grids()[0].Cells, c => Assert.Null(c.Stored));
    }

    [Fact]
    public void A_formula_counts_as_its_saved_result_and_without_one_is_reported()
    {
        var layout = Samples.Read(new Package().Rows("表", "<row r='3'><c r='B3'><f>1+1</f><v>2</v></c><c r='C3'><f>SUM(A:A)</f></c></row>").Bytes());
        Assert.Equal(("2", 2m), (layout.Grids()[0].Cells[0].Text, layout.Grids()[0].Cells[0].Stored));
        var lost = Assert.Single(layout.Diagnostics);
        Assert.Equal(("C3", true), (lost.Place.Cell, lost.IsLoss));
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    public void A_formula_error_is_no_figure(string error)
    {
        var layout = Samples.Read(new Package().Rows("三公", $"<row r='2'><c r='B2' t='e'><f>X!A1</f><v>{error}</v></c></row>").Bytes());
        Assert.Equal((error, (decimal?)null), (layout.Grids()[0].Cells[0].Text, layout.Grids()[0].Cells[0].Stored));
        var lost = Assert.Single(layout.Diagnostics);
        Assert.True(lost.IsLoss);
        Assert.Equal($"工作表“三公”B2：单元格是公式错误 {error}，没有数值", lost.ToString());
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_left_out_and_counted()
    {
        var layout = Samples.Read(new Package()
            .Sheet("一",
                "<cols><col min='2' max='2' hidden='1' width='9'/></cols><sheetData>"
                    + Row(1)
                    + Row(2, "hidden='1'")
                    + Row(3)
                    + "</sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>")
            .Sheet("二", "<sheetData>" + Row(1) + "</sheetData>", "hidden")
            .Sheet("三", "<sheetData>" + Row(1) + "</sheetData>", "veryHidden")
            .Sheet("四", "<sheetData>" + Row(1) + "</sheetData>").Bytes());

        Assert.Equal([(1, "一"), (4, "四")], layout.Pages.Select(p => (p.Number, p.Name!)));
        var grid = layout.Grids()[0];
        Assert.Equal(["A1", "A3", "C3"], grid.Cells.Select(c => c.Text));
        Assert.Equal((2, 2, 2), (grid.RowCount, grid.ColumnCount, grid.Cells[0].ColumnSpan));
        Assert.Contains(layout.Diagnostics, d => d.Message.StartsWith("1 行隐藏", StringComparison.Ordinal) && d.Place.Sheet == "一");
        Assert.Contains(layout.Diagnostics, d => d.Message.StartsWith("1 列隐藏", StringComparison.Ordinal));
        Assert.Contains(layout.Diagnostics, d => d.Message == "2 个隐藏的工作表未读入：二、三");
    }

    [Fact]
    public void A_region_that_begins_in_a_hidden_row_shows_its_text_below()
    {
        var layout = Samples.Read(new Package().Rows(
            "表", Row(1, "hidden='1'") + "<row r='2'><c r='B2'><v>5</v></c></row>", "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>").Bytes());
        Assert.Equal([("A1", 0, 0), ("5", 0, 1)], layout.Grids()[0].Cells.Select(c => (c.Text, c.Row, c.Column)));
    }

    [Fact]
    public void Zeros_that_the_sheet_does_not_show_print_blank_and_stay_stored()
    {
        var layout = Samples.Read(new Package().Sheet(
            "表",
            "<sheetViews><sheetView showZeros='0'/></sheetViews><sheetData><row><c><v>0</v></c><c><v>1</v></c></row><row><c><v>3</v></c></row></sheetData>").Bytes());
        Assert.Equal([("", 0m), ("1", 1m), ("3", 3m)], layout.Grids()[0].Cells.Select(c => (c.Text, c.Stored!.Value)));
    }

    [Fact]
    public void Days_are_text_whichever_year_they_count_from()
    {
        var since1900 = new Package().Formats(
            "yyyy\"年\"m\"月\"d\"日\"").Rows("表", "<row><c s='1'><v>45292</v></c><c s='1' t='d'><v>2024-01-01T00:00:00</v></c></row>");
        var since1904 = new Package { Settings = "<workbookPr date1904='1'/>" }.Formats(
            "yyyy\"年\"m\"月\"d\"日\"").Rows("表", "<row><c s='1'><v>43830</v></c></row>");
        Assert.All(
            Samples.Read(since1900.Bytes()).Grids()[0].Cells.Concat(Samples.Read(since1904.Bytes()).Grids()[0].Cells),
            c => Assert.Equal(("2024年1月1日", (decimal?)null), (c.Text, c.Stored)));
    }

    [Fact]
    public void A_format_that_is_not_understood_is_reported_once_and_the_number_kept()
    {
        var layout = Samples.Read(new Package().Formats("# ?/?").Rows("表", "<row><c s='1'><v>0.5</v></c><c s='1'><v>1.25</v></c></row>").Bytes());
        Assert.Equal([("0.5", 0.5m), ("1.25", 1.25m)], layout.Grids()[0].Cells.Select(c => (c.Text, c.Stored!.Value)));
        Assert.Equal("A1", Assert.Single(layout.Diagnostics).Place.Cell);
    }

    [Fact]
    public void Blank_edges_are_trimmed_and_places_kept()
    {
        var layout = Samples.Read(new Package().Formats("0.00").Rows(
            "表",
            "<row r='1'><c r='A1' s='1'/></row><row r='5'><c r='C5' s='1'><v>1</v></c><c r='E5' t='inlineStr'><is><t>x</t></is></c><c r='Z5' t='inlineStr'><is><t> </t></is></c></row>")
                .Bytes());
        var grid = Assert.Single(layout.Grids());
        Assert.Equal((1, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal([(0, 0, "C5"), (0, 2, "E5")], grid.Cells.Select(c => (c.Row, c.Column, c.Place.Cell!)));
    }

    [Fact]
    public void Two_tables_of_a_sheet_stand_in_one_grid_and_a_blank_sheet_has_none()
    {
        var layout = Samples.Read(new Package().Rows("表", Row(1) + Row(9)).Rows("空", "").Bytes());
        Assert.Equal(9, Assert.Single(layout.Grids()).RowCount);
        Assert.Equal(2, layout.Pages.Count);
    }

    [Fact]
    public void Macros_and_strangers_in_the_package_are_passed_over()
    {
        var layout = Samples.Read(new Package().Rows("表", Row(1)).Part("xl/vbaProject.bin", "macro").Part("docProps/thumbnail.jpeg", "x").Bytes());
        Assert.Equal("A1", layout.Grids()[0].Cells[0].Text);
        Assert.Empty(layout.Diagnostics);
    }

    internal static string Row(int row, string attributes = "") =>
        $"<row r='{row}' {attributes}>" + string.Concat("ABC".Select(c => $"<c r='{c}{row}' t='inlineStr'><is><t>{c}{row}</t></is></c>")) + "</row>";
}
