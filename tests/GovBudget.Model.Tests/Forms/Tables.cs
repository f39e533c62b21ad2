using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Layouts written as text: a row a line, cells parted by |, <c>&lt;</c> continues the cell to the left, <c>^</c> the cell above.</summary>
internal static class Tables
{
    public static DocumentLayout Layout(string title, string table, string unit = "单位：万元", params string[] cover)
    {
        var blocks = cover.Append(title).Append(unit).Select(LayoutBlock (text) => new Paragraph(text, new Place(1))).Append(Grid(table));
        return new DocumentLayout { Pages = [new LayoutPage(1)], Blocks = blocks.ToValueList() };
    }

    public static Grid Grid(string table)
    {
        var rows = table.Trim().Split('\n').Select(r => r.Split('|').Select(c => c.Trim()).ToArray()).ToArray();
        var columns = rows.Max(r => r.Length);
        string At(int r, int c) => r < rows.Length && c < rows[r].Length ? rows[r][c] : "";
        var cells = new List<GridCell>();
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (At(r, c) is "<" or "^") continue;
                var width = 1;
                while (At(r, c + width) == "<") width++;
                var height = 1;
                while (At(r + height, c) == "^") height++;
                cells.Add(new GridCell(r, c, At(r, c), new Place(1)) { RowSpan = height, ColumnSpan = width });
            }
        }
        return new Grid(cells.ToValueList(), rows.Length, columns, new Place(1));
    }

    /// <summary>The facts read from a layout, without table and page: <c>code,item,column,value,unit</c>.</summary>
    public static string[] Facts(DocumentLayout layout)
    {
        var reading = DocumentReader.Read(layout);
        Assert.Empty(reading.Unplaced);
        return [.. Fact.Of(reading.Document, reading.Provenance).Select(f => $"{f.Code},{f.Item},{f.Column},{f.Amount.Format()},{f.Amount.Unit}")];
    }
}
