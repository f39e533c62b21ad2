using GovBudget.Model.Layout;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Official tables in the look of their forms: what <see cref="DocumentWriter"/> would print.</summary>
internal static class StatementView
{
    public static View Of(Statement statement, DocumentKind? kind) => new([Table(statement, kind ?? KindOf(statement), statement.Year, Title(statement))]);

    public static TableBlock Table(Statement statement, DocumentKind kind, int? year, string title)
    {
        var grid = DocumentWriter.Write(statement, kind, year, default).OfType<Grid>().FirstOrDefault();
        var note = string.Join(' ',
            new[] { statement.Label, statement.Unit == Unit.None ? null : $"单位：{statement.Unit}", statement.IsEmpty ? "空表" : null }.Where(p => p is not null));
        var (rows, header) = grid is null ? ([], 0) : GridView.Rows(grid);
        return new TableBlock(title, note, rows, header) { Notes = statement.Notes.Where(n => grid is null || !grid.Cells.Any(c => c.Text == n)).ToList() };
    }

    private static string Title(Statement statement) => statement.Title.Length > 0 ? statement.Title : "（无标题）";

    /// <summary>A table by itself is one of final accounts where its title says so.</summary>
    private static DocumentKind KindOf(Statement statement) =>
        statement.Title.Contains("预算", StringComparison.Ordinal) && !statement.Title.Contains("决算", StringComparison.Ordinal)
            ? DocumentKind.Budget
            : DocumentKind.FinalAccounts;
}
