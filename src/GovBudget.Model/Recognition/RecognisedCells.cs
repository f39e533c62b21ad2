using System.Runtime.InteropServices;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>How surely a figure, its row's label and code, and its column's header were recognised.</summary>
internal readonly record struct CellSureness(double Figure, double Row, double Column)
{
    public double All => Math.Min(Figure, Math.Min(Row, Column));
}

/// <summary>The recognised cells of a layout by their places.</summary>
internal sealed class RecognisedCells
{
    private readonly Dictionary<Place, CellSureness> _byPlace = [];

    public bool IsEmpty => _byPlace.Count == 0;

    public CellSureness? At(Place place) => _byPlace.TryGetValue(place, out var sure) ? sure : null;

    /// <summary>Every filled cell of the grids in which letters were recognised.</summary>
    public static RecognisedCells Of(DocumentLayout layout)
    {
        var cells = new RecognisedCells();
        foreach (var grid in layout.Blocks.OfType<Grid>())
        {
            if (grid.Cells.Any(cell => cell.Confidence < 1)) cells.Add(grid);
        }
        return cells;
    }

    private void Add(Grid grid)
    {
        var rows = new List<GridCell>[grid.RowCount];
        for (var r = 0; r < rows.Length; r++) rows[r] = [];
        foreach (var cell in grid.Cells.Where(cell => cell.Text.Length > 0))
        {
            for (var r = cell.Row; r < Math.Min(cell.Row + cell.RowSpan, rows.Length); r++) rows[r].Add(cell);
        }
        var headers = new double[grid.ColumnCount];
        Array.Fill(headers, 1);
        var inBody = new bool[grid.ColumnCount];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r].Sort((a, b) => a.Column.CompareTo(b.Column));
            for (var i = 0; i < rows[r].Count; i++)
            {
                var cell = rows[r][i];
                if (!IsFigure(cell.Text))
                {
                    for (var c = cell.Column; c < Math.Min(cell.Column + cell.ColumnSpan, headers.Length); c++)
                        if (!inBody[c]) headers[c] = Math.Min(headers[c], cell.Confidence);
                    continue;
                }
                if (cell.Text.Contains('.', StringComparison.Ordinal)) inBody[Math.Min(cell.Column, headers.Length - 1)] = true;
                CollectionsMarshal.GetValueRefOrAddDefault(_byPlace, cell.Place,
                    out _) = new CellSureness(cell.Confidence, RowSureness(rows[r], i), headers[Math.Min(cell.Column, headers.Length - 1)]);
            }
        }
    }

    /// <summary>The words left of a figure, and the codes left of them, name its row.</summary>
    private static double RowSureness(List<GridCell> row, int figure)
    {
        var i = figure - 1;
        while (i >= 0 && IsFigure(row[i].Text)) i--;
        if (i < 0) return 1;
        var sure = 1.0;
        for (; i >= 0 && !IsFigure(row[i].Text); i--) sure = Math.Min(sure, row[i].Confidence);
        for (; i >= 0 && IsFigure(row[i].Text) && !row[i].Text.Contains('.', StringComparison.Ordinal); i--) sure = Math.Min(sure, row[i].Confidence);
        return sure;
    }

    private static bool IsFigure(string text) => Forms.CellText.IsFigure(text) || Forms.CellText.IsDash(text);
}
