using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>A stretch of rows of a grid, with every place knowing the cell that covers it.</summary>
internal sealed class GridMatrix
{
    private readonly GridCell?[] _owners;
    private readonly int _firstRow;

    private GridMatrix(Grid grid, GridCell?[] owners, int firstRow, int rowCount)
    {
        Grid = grid;
        _owners = owners;
        _firstRow = firstRow;
        RowCount = rowCount;
    }

    public Grid Grid { get; }

    public int RowCount { get; }

    public int ColumnCount => Grid.ColumnCount;

    public static GridMatrix Of(Grid grid)
    {
        var owners = new GridCell?[grid.RowCount * grid.ColumnCount];
        foreach (var cell in grid.Cells)
        {
            for (var r = cell.Row; r < Math.Min(cell.Row + cell.RowSpan, grid.RowCount); r++)
            {
                for (var c = cell.Column; c < Math.Min(cell.Column + cell.ColumnSpan, grid.ColumnCount); c++) owners[(r * grid.ColumnCount) + c] = cell;
            }
        }
        return new GridMatrix(grid, owners, 0, grid.RowCount);
    }

    /// <summary>The rows from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public GridMatrix Rows(int first, int end) => new(Grid, _owners, _firstRow + first, end - first);

    /// <summary>The stretch without columns that no row sets apart from the one before: on a sheet that holds several tables, merged cells give a table the
    /// columns of its neighbours.</summary>
    public GridMatrix WithoutJoinedColumns()
    {
        var place = new int[ColumnCount + 1]; // where a column ends up: as many as are kept before it
        for (var c = 0; c < ColumnCount; c++) place[c + 1] = place[c] + (c == 0 || IsApart(c) ? 1 : 0);
        if (place[ColumnCount] == ColumnCount) return this;
        var cells = new List<GridCell>();
        var seen = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        for (var r = 0; r < RowCount; r++)
        {
            for (var c = 0; c < ColumnCount; c++)
            {
                if (At(r, c) is not { } cell || !seen.Add(cell) || place[cell.Column + 1] == place[cell.Column]) continue; // a blank cell beside a blank one
                var end = Math.Min(cell.Column + cell.ColumnSpan, ColumnCount);
                cells.Add(
                    cell with
                    {
                        Row = r,
                        RowSpan = Math.Min(cell.Row + cell.RowSpan - _firstRow, RowCount) - r,
                        Column = place[cell.Column + 1] - 1,
                        ColumnSpan = place[end] - place[cell.Column + 1] + 1
                    });
            }
        }
        return Of(new Grid(cells.ToValueList(), RowCount, place[ColumnCount], Grid.Place));
    }

    /// <summary>The tables that stand side by side on a sheet, each under a title of its own in one row, and what stands beside a table, a blank column away from
    /// what its title is set across (columns that its author checks by); the stretch itself where there is nothing of the kind.</summary>
    /// <param name="isTitle">Tells titles.</param>
    public IReadOnlyList<GridMatrix> SideBySide(Func<string, bool> isTitle)
    {
        for (var r = 0; r < RowCount; r++)
        {
            var filled = Filled(r).ToList();
            var titles = filled.TakeWhile(c => BeginsIn(c, r) && isTitle(c.Text)).ToList();
            if (titles.Count == 0)
            {
                if (filled.Exists(c => CellText.IsFigure(c.Text) || CellText.HoldsDecimals(c.Text))) return [this];
                continue;
            }
            var starts = titles.Skip(1).Select(t => BehindBlank(t.Column)).Prepend(0).ToList();
            if (starts.Count(s => s == 0) > 1) return [this]; // no blank column between
            if (titles[^1] is { ColumnSpan: > 1 } last && BlankFrom(last.Column + last.ColumnSpan) is { } blank) starts.Add(blank + 1);
            return starts.Count == 1 || starts.Exists(IsCrossed) ? [this] : [.. starts.Zip(starts.Skip(1).Append(ColumnCount), Columns)];
        }
        return [this];
    }

    // Right behind the blank column that stands nearest to the left; 0 where there is none.
    private int BehindBlank(int column)
    {
        while (column > 0 && !IsBlank(column - 1)) column--;
        return column;
    }

    // The first blank column from there on that something follows.
    private int? BlankFrom(int column)
    {
        while (column < ColumnCount && !IsBlank(column)) column++;
        return column + 1 < ColumnCount ? column : null;
    }

    private bool IsBlank(int column) => Enumerable.Range(0, RowCount).All(r => Text(r, column).Length == 0);

    private bool IsCrossed(int column) => column > 0 && Enumerable.Range(0, RowCount).Any(r => At(r, column) is { } cell && cell.Column < column);

    private GridMatrix Columns(int from, int to)
    {
        var cells = new List<GridCell>();
        var seen = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        for (var r = 0; r < RowCount; r++)
        {
            for (var c = from; c < to; c++)
            {
                if (At(r, c) is { } cell && seen.Add(cell))
                    cells.Add(cell with { Row = r, RowSpan = Math.Min(cell.Row + cell.RowSpan - _firstRow, RowCount) - r, Column = c - from });
            }
        }
        return Of(new Grid(cells.ToValueList(), RowCount, to - from, Grid.Place));
    }

    private bool IsApart(int column)
    {
        for (var r = 0; r < RowCount; r++)
            if (!ReferenceEquals(At(r, column), At(r, column - 1)) && (Text(r, column).Length > 0 || Text(r, column - 1).Length > 0)) return true;
        return false;
    }

    /// <summary>The cell covering that place, if any.</summary>
    public GridCell? At(int row, int column) => _owners[((row + _firstRow) * Grid.ColumnCount) + column];

    /// <summary>The text at that place; empty where nothing stands.</summary>
    public string Text(int row, int column) => At(row, column)?.Text ?? "";

    /// <summary>The cells of a row that hold text, left to right, each once.</summary>
    public IEnumerable<GridCell> Filled(int row)
    {
        GridCell? last = null;
        for (var c = 0; c < ColumnCount; c++)
        {
            var cell = At(row, c);
            if (cell is null || ReferenceEquals(cell, last) || string.IsNullOrWhiteSpace(cell.Text)) continue;
            last = cell;
            yield return cell;
        }
    }

    /// <summary>Whether the cell begins in that row of this stretch (and does not reach in from above).</summary>
    public bool BeginsIn(GridCell cell, int row) => cell.Row == row + _firstRow;

    /// <summary>Where the row stands.</summary>
    public Place PlaceOf(int row) => Filled(row).Select(c => c.Place).FirstOrDefault(Grid.Place);
}
