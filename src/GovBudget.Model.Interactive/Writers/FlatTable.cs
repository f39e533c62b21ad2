using GovBudget.Model.Interactive.Views;

namespace GovBudget.Model.Interactive.Writers;

/// <summary>A table without spans, as Markdown and plain text need it: header paths joined with <c>/</c>, a spanning cell's text where it begins.</summary>
internal sealed record FlatTable(string[] Header, IReadOnlyList<string[]> Rows, bool[] IsNumber)
{
    public static FlatTable Of(TableBlock table)
    {
        var places = table.Places();
        var (rows, columns) = (places.GetLength(0), places.GetLength(1));
        var header = new string[columns];
        var numbers = new bool[columns];
        for (var c = 0; c < columns; c++)
        {
            var path = Enumerable.Range(0, table.HeaderRows).Select(r => places[r, c].Cell).Distinct(ReferenceEqualityComparer.Instance).Cast<ViewCell>();
            header[c] = string.Join('/', path.Select(cell => cell.Text).Where(t => t.Length > 0));
            numbers[c] = Enumerable.Range(table.HeaderRows, rows - table.HeaderRows).Any(r => places[r, c].Cell.Role == CellRole.Number);
        }
        var body = Enumerable.Range(table.HeaderRows, rows - table.HeaderRows)
            .Select(r => Enumerable.Range(0, columns).Select(c => places[r, c].Begins ? places[r, c].Cell.Text : "").ToArray());
        return new FlatTable(header, [.. body], numbers);
    }
}
