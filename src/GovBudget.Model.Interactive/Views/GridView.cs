using GovBudget.Model.Layout;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Grids as printed, as rows of cells.</summary>
internal static class GridView
{
    private static readonly string[] Totals = ["合计", "总计"];

    /// <summary>A grid's rows as HTML has them, and how many are header.</summary>
    public static (IReadOnlyList<IReadOnlyList<ViewCell>> Rows, int Header) Rows(Grid grid)
    {
        var covered = new bool[grid.RowCount, grid.ColumnCount];
        var starts = grid.Cells.ToLookup(c => c.Row);
        var rows = new List<IReadOnlyList<ViewCell>>();
        for (var r = 0; r < grid.RowCount; r++)
        {
            var begins = starts[r].ToDictionary(c => c.Column);
            var row = new List<ViewCell>();
            for (var c = 0; c < grid.ColumnCount; c++)
            {
                if (covered[r, c]) continue;
                if (!begins.TryGetValue(c, out var cell))
                {
                    row.Add(ViewCell.Blank);
                    continue;
                }
                for (var i = r; i < r + cell.RowSpan; i++)
                {
                    for (var j = c; j < c + cell.ColumnSpan; j++) covered[i, j] = true;
                }
                row.Add(new ViewCell(cell.Text, Role(cell)) { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan });
            }
            rows.Add(row);
        }
        return (rows, HeaderRows(grid, starts));
    }

    private static CellRole Role(GridCell cell) => cell.Style switch
    {
        CellStyle.Number => CellRole.Number,
        CellStyle.Header => IsDash(cell.Text) ? CellRole.Dash : CellRole.Header,
        _ => CellRole.Text,
    };

    private static bool IsDash(string text) => text.Length > 0 && text.All(c => c is '—' or '-' or '－' or '–');

    /// <summary>The rows at the head that hold nothing but headers; a total's label alone in its row is none.</summary>
    private static int HeaderRows(Grid grid, ILookup<int, GridCell> starts)
    {
        var rows = 0;
        while (rows < grid.RowCount && IsHeader([.. starts[rows]])) rows++;
        return rows;

        static bool IsHeader(GridCell[] row) =>
            row.Length > 0
                && Array.TrueForAll(row, c => c.Style == CellStyle.Header && !IsDash(c.Text))
                && !(row.Length == 1 && row[0].Row > 0 && Totals.Contains(row[0].Text));
    }
}
