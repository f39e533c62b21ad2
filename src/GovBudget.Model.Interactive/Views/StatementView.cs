using GovBudget.Model.Layout;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Official tables in the look of their forms: what <see cref="DocumentWriter"/> would print.</summary>
internal static class StatementView
{
    private static readonly string[] Totals = ["合计", "总计"];

    public static View Of(Statement statement, DocumentKind? kind) => new([Table(statement, kind ?? KindOf(statement), statement.Year, Title(statement))]);

    public static TableBlock Table(Statement statement, DocumentKind kind, int? year, string title)
    {
        var grid = DocumentWriter.Write(statement, kind, year, default).OfType<Grid>().FirstOrDefault();
        var note = string.Join(' ', new[] { statement.Label, statement.Unit == Unit.None ? null : $"单位：{statement.Unit}", statement.IsEmpty ? "空表" : null }.Where(p => p is not null));
        var (rows, header) = grid is null ? ([], 0) : Rows(grid);
        return new TableBlock(title, note, rows, header) { Notes = statement.Notes.Where(n => grid is null || !grid.Cells.Any(c => c.Text == n)).ToList() };
    }

    private static string Title(Statement statement) => statement.Title.Length > 0 ? statement.Title : "（无标题）";

    /// <summary>A table by itself is one of final accounts where its title says so.</summary>
    private static DocumentKind KindOf(Statement statement) =>
        statement.Title.Contains("预算", StringComparison.Ordinal) && !statement.Title.Contains("决算", StringComparison.Ordinal) ? DocumentKind.Budget : DocumentKind.FinalAccounts;

    /// <summary>A grid's rows as HTML has them, and how many are header.</summary>
    private static (IReadOnlyList<IReadOnlyList<ViewCell>> Rows, int Header) Rows(Grid grid)
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
            row.Length > 0 && Array.TrueForAll(row, c => c.Style == CellStyle.Header && !IsDash(c.Text)) && !(row.Length == 1 && row[0].Row > 0 && Totals.Contains(row[0].Text));
    }
}
