using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

/// <summary>What a grid promises: cells in order, within its bounds, none overlapping.</summary>
internal static class Soundness
{
    public static void Check(Grid grid)
    {
        var taken = new HashSet<(int, int)>();
        var last = (-1, -1);
        foreach (var cell in grid.Cells)
        {
            Assert.True((cell.Row, cell.Column).CompareTo(last) > 0, $"{cell.Place} out of order");
            last = (cell.Row, cell.Column);
            Assert.InRange(cell.RowSpan, 1, grid.RowCount - cell.Row);
            Assert.InRange(cell.ColumnSpan, 1, grid.ColumnCount - cell.Column);
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++) Assert.True(taken.Add((r, c)), $"{cell.Place} overlaps");
            }
        }
    }
}
