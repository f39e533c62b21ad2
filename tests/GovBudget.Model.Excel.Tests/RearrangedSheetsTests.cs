using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

/// <summary>Published tables as people rearrange them in a workbook: the same figures are found.</summary>
public class RearrangedSheetsTests
{
    public static TheoryData<string, string> Cases => [.. Samples.Names.SelectMany(n => Ways.Keys.Select(way => (n.Data, way)))];

    private static readonly Dictionary<string, Func<DocumentLayout, DocumentLayout>> Ways = new()
    {
        ["no cells merged"] = layout => Each(layout, grid => grid with { Cells = grid.Cells.Select(Apart).ToValueList() }),
        ["below one another on one sheet"] = layout => OneSheet(layout, (at, grid) => (at.Row + grid.RowCount + 2, 0)),
        ["side by side on one sheet"] = layout => OneSheet(layout, (at, grid) => (0, at.Column + grid.ColumnCount + 1)),
        ["with a column to check by, and signatures"] = layout => Each(layout, Signed),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Facts_are_those_of_the_published_tables(string name, string way)
    {
        var layout = Samples.Read(name + ".xlsx");
        var published = DocumentReader.Read(layout);
        var reading = DocumentReader.Read(Ways[way](layout));
        Assert.Equal(Facts(published), Facts(reading));
    }

    [Fact]
    public void What_stands_beside_a_table_is_left_over_and_signatures_are_notes()
    {
        var reading = DocumentReader.Read(Ways["with a column to check by, and signatures"](Samples.Read("rebuilt-000.xlsx")));
        Assert.All(reading.Unplaced, u => Assert.Equal("校验", u.Text));
        Assert.Equal(reading.Document.Statements.Count, reading.Unplaced.Count);
        Assert.All(reading.Document.Statements, s => Assert.Equal(["制表人：", "甲", "复核人：", "乙"], s.Notes.TakeLast(4)));
    }

    [Fact]
    public void A_text_centred_across_blank_cells_spans_them()
    {
        const string Styles = "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><cellXfs><xf numFmtId='0'/>"
            + "<xf numFmtId='0'><alignment horizontal='centerContinuous'/></xf><xf numFmtId='0'><alignment horizontal='center'/></xf></cellXfs></styleSheet>";
        var layout = Samples.Read(new Package().Part("xl/styles.xml", Styles).Rows(
            "表",
            "<row r='1'>" + Text("A1", 1) + "<c r='B1' s='1'/><c r='C1' s='1'><v></v></c><c r='D1' s='2'/>" + Text("E1", 1) + "<c r='F1' s='1'/></row>"
                + "<row r='2'>" + Text("A2", 1) + Text("B2", 1) + "<c r='D2' s='1'/>" + Text("F2", 2) + "<c r='G2' s='1'/></row>"
                + "<row r='3'><c r='A3' s='1'/><c r='G3'><v>1</v></c></row>").Bytes());
        Assert.Equal([("A1", 3), ("E1", 2), ("A2", 1), ("B2", 1), ("F2", 1), ("1", 1)],
            layout.Grids()[0].Cells.Where(c => c.Text.Length > 0).Select(c => (c.Text, c.ColumnSpan)));

        static string Text(string address, int style) => $"<c r='{address}' s='{style}' t='inlineStr'><is><t>{address}</t></is></c>";
    }

    private static List<string> Facts(global::GovBudget.Model.Reading reading) =>
        [.. Fact.Of(reading.Document).Select(f => f.ToCsv()).Order(StringComparer.Ordinal)];

    private static DocumentLayout Each(DocumentLayout layout, Func<Grid, Grid> change) =>
        layout with { Blocks = layout.Blocks.Select(b => b is Grid grid ? change(grid) : b).ToValueList() };

    private static GridCell Apart(GridCell cell) => cell with { RowSpan = 1, ColumnSpan = 1 };

    private static DocumentLayout OneSheet(DocumentLayout layout, Func<(int Row, int Column), Grid, (int Row, int Column)> next)
    {
        var cells = new List<GridCell>();
        var (at, rows, columns) = ((Row: 0, Column: 0), 0, 0);
        foreach (var grid in layout.Grids())
        {
            cells.AddRange(grid.Cells.Select(c => c with { Row = c.Row + at.Row, Column = c.Column + at.Column }));
            (rows, columns) = (Math.Max(rows, at.Row + grid.RowCount), Math.Max(columns, at.Column + grid.ColumnCount));
            at = next(at, grid);
        }
        var place = layout.Grids()[0].Place;
        return layout with
        {
            Pages = [layout.Pages[0]],
            Blocks = [new Grid(cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToValueList(), rows, columns, place)],
        };
    }

    private static Grid Signed(Grid grid)
    {
        var place = grid.Place;
        var check = Enumerable.Range(5, Math.Max(0, grid.RowCount - 5)).Select(r => new GridCell(r, grid.ColumnCount + 1, "0.00", place));
        string[] signatures = ["制表人：", "甲", "复核人：", "乙"];
        var signed = signatures.Take(grid.ColumnCount).Select((text, c) => new GridCell(grid.RowCount + 1, c, text, place));
        return grid with
        {
            RowCount = grid.RowCount + 2,
            ColumnCount = grid.ColumnCount + 2,
            Cells = [.. grid.Cells, new GridCell(0, grid.ColumnCount + 1, "校验", place), .. check, .. signed],
        };
    }
}
