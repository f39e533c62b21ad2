using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>The cells and merged regions of a sheet as one grid: hidden rows and columns left out, blank edges trimmed, no two cells overlapping.</summary>
internal sealed class GridBuilder
{
    /// <summary>How far a merged region may reach beyond the last cell that holds something before it is cut there.</summary>
    private const int Reach = 256;

    private readonly SheetContent _sheet;
    private readonly WorkbookLimits _limits;
    private readonly string _file;
    private readonly int[] _visibleColumn = new int[CellAddress.MaxColumns + 1];
    private readonly List<Piece> _pieces = [];

    private GridBuilder(SheetContent sheet, WorkbookLimits limits, string file)
    {
        (_sheet, _limits, _file) = (sheet, limits, file);
        for (var c = 0; c < CellAddress.MaxColumns; c++) _visibleColumn[c + 1] = _visibleColumn[c] + (sheet.HiddenColumns[c] ? 0 : 1);
    }

    /// <summary>The sheet's grid; null where nothing on it is printed.</summary>
    public static Grid? Build(SheetContent sheet, WorkbookLimits limits, string file, CancellationToken cancellation)
    {
        sheet.Settle();
        var builder = new GridBuilder(sheet, limits, file);
        builder.Place(cancellation);
        return builder.Cut();
    }

    /// <summary>A cell or merged region in visible rows and columns; the index of the cell that fills it, or -1.</summary>
    private readonly record struct Piece(CellArea Area, int Cell, int SheetRow, int SheetColumn);

    private void Place(CancellationToken cancellation)
    {
        var regions = Regions();
        var fillers = regions.Select(r => r.Cell).ToHashSet();
        var (hiddenRowCells, hiddenColumnCells, covered) = (0, 0, 0);
        var active = new List<Piece>();
        int next = 0, hidden = 0;
        var hiddenRows = _sheet.HiddenRows;
        int lastHiddenRow = -1, hiddenRowCount = 0;
        var hiddenColumnsSeen = new HashSet<int>();
        var row = -1;
        for (var i = 0; i < _sheet.Cells.Count; i++)
        {
            var cell = _sheet.Cells[i];
            if (cell.Row != row)
            {
                cancellation.ThrowIfCancellationRequested();
                row = cell.Row;
            }

            while (hidden < hiddenRows.Count && hiddenRows[hidden] < row) hidden++;
            var rowHidden = hidden < hiddenRows.Count && hiddenRows[hidden] == row;
            var visibleRow = row - hidden;
            var visibleColumn = _visibleColumn[cell.Column];
            if (!rowHidden)
            {
                for (; next < regions.Count && regions[next].Area.Row <= visibleRow; next++) Activate(active, regions[next]);
            }

            if (rowHidden || _sheet.HiddenColumns[cell.Column])
            {
                // A region that begins in a hidden row shows its text in what is left of it.
                if (cell.IsBlank || fillers.Contains(i)) continue;
                if (rowHidden)
                {
                    hiddenRowCells++;
                    if (row != lastHiddenRow) hiddenRowCount++;
                    lastHiddenRow = row;
                }
                else
                {
                    hiddenColumnCells++;
                    hiddenColumnsSeen.Add(cell.Column);
                }

                continue;
            }

            if (Covering(active, visibleRow, visibleColumn) is { } region)
            {
                if (region.Cell == i || cell.IsBlank) continue;
                covered++;
                _sheet.Diagnostics.Add($"合并区域遮住了单元格内容“{cell.Text}”，不打印，未读入", _sheet.At(cell.Row, cell.Column));
                continue;
            }

            _pieces.Add(new(new(visibleRow, visibleColumn, visibleRow, visibleColumn), i, cell.Row, cell.Column));
        }

        for (; next < regions.Count; next++) Activate(active, regions[next]);
        if (hiddenRowCells > 0) _sheet.Diagnostics.Add($"{Count(hiddenRowCount)} 行隐藏，未读入（其中 {Count(hiddenRowCells)} 个单元格有内容）", _sheet.Diagnostics.Whole);
        if (hiddenColumnCells > 0)
            _sheet.Diagnostics.Add($"{Count(hiddenColumnsSeen.Count)} 列隐藏，未读入（其中 {Count(hiddenColumnCells)} 个单元格有内容）", _sheet.Diagnostics.Whole);
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Merged regions in visible rows and columns, from above, each with the cell that fills it.</summary>
    private List<Piece> Regions()
    {
        var regions = new List<Piece>(_sheet.Merged.Count);
        foreach (var area in _sheet.Merged)
        {
            var visible = new CellArea(VisibleRow(area.Row), _visibleColumn[area.Column], VisibleRow(area.LastRow + 1) - 1,
                _visibleColumn[area.LastColumn + 1] - 1);
            if (visible.LastRow < visible.Row || visible.LastColumn < visible.Column) continue;
            if (area.Row == area.LastRow && area.Column == area.LastColumn) continue;
            regions.Add(new(visible, FindCell(area.Row, area.Column), area.Row, area.Column));
        }

        regions.Sort((x, y) => (x.Area.Row, x.Area.Column).CompareTo((y.Area.Row, y.Area.Column)));
        return regions;
    }

    private int VisibleRow(int row)
    {
        var at = _sheet.HiddenRows.BinarySearch(row);
        return row - (at < 0 ? ~at : at);
    }

    private int FindCell(int row, int column)
    {
        var order = new SheetCell(row, column, "", null).Order;
        int low = 0, high = _sheet.Cells.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _sheet.Cells[middle].Order;
            if (found == order) return middle;
            if (found < order) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>Adds a region to those that reach the row at hand (by column, never overlapping), or reports that it overlaps one.</summary>
    private void Activate(List<Piece> active, Piece region)
    {
        active.RemoveAll(r => r.Area.LastRow < region.Area.Row);
        var at = FirstBehind(active, region.Area.LastColumn);
        if (at > 0 && active[at - 1].Area.LastColumn >= region.Area.Column)
        {
            var other = active[at - 1];
            _sheet.Diagnostics.Add(
                $"合并区域与 {CellAddress.Format(other.SheetRow, other.SheetColumn)} 起的合并区域重叠，按未合并处理",
                _sheet.At(region.SheetRow, region.SheetColumn));
            return;
        }

        active.Insert(at, region);
        _pieces.Add(region);
    }

    private static Piece? Covering(List<Piece> active, int row, int column)
    {
        var at = FirstBehind(active, column);
        return at > 0 && active[at - 1].Area.LastColumn >= column && active[at - 1].Area.LastRow >= row ? active[at - 1] : null;
    }

    /// <summary>The first region that begins right of that column.</summary>
    private static int FirstBehind(List<Piece> active, int column)
    {
        int low = 0, high = active.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (active[middle].Area.Column <= column) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Trims blank edges, cuts regions there and numbers rows and columns from 0.</summary>
    private Grid? Cut()
    {
        var printed = _pieces.Where(IsPrinted).ToList();
        if (printed.Count == 0) return null;
        int top = printed.Min(p => p.Area.Row), left = printed.Min(p => p.Area.Column);
        int bottom = printed.Max(p => p.Area.Row), right = printed.Max(p => p.Area.Column);
        var (reachRow, reachColumn) = (bottom + Reach, right + Reach);
        foreach (var piece in printed)
        {
            if (piece.Area.LastRow > reachRow || piece.Area.LastColumn > reachColumn)
            {
                _sheet.Diagnostics.Add("合并区域远超出有内容的范围，按有内容的范围截取", _sheet.At(piece.SheetRow, piece.SheetColumn));
            }

            if (piece.Area.LastRow <= reachRow) bottom = Math.Max(bottom, piece.Area.LastRow);
            if (piece.Area.LastColumn <= reachColumn) right = Math.Max(right, piece.Area.LastColumn);
        }

        var inside = _pieces.Where(p => Touches(p.Area, top, left, bottom, right))
            .Select(p => p with { Area = Clip(p.Area, top, left, bottom, right) })
            .ToList();
        var area = (long)(bottom - top + 1) * (right - left + 1);
        Func<int, int> rowOf = r => r - top, columnOf = c => c - left;
        if (area > _limits.GridArea) (rowOf, columnOf) = Shorten(inside);
        var cells = new List<GridCell>(inside.Count);
        foreach (var piece in inside)
        {
            var (text, stored) = piece.Cell < 0 ? ("", null) : (_sheet.Cells[piece.Cell].Text, _sheet.Cells[piece.Cell].Stored);
            if (string.IsNullOrWhiteSpace(text)) text = "";
            var cell = new GridCell(rowOf(piece.Area.Row), columnOf(piece.Area.Column), text, _sheet.At(piece.SheetRow, piece.SheetColumn))
            {
                RowSpan = rowOf(piece.Area.LastRow) - rowOf(piece.Area.Row) + 1,
                ColumnSpan = columnOf(piece.Area.LastColumn) - columnOf(piece.Area.Column) + 1,
                Stored = stored,
            };
            if (text.Length > 0 || stored is not null || cell.RowSpan > 1 || cell.ColumnSpan > 1) cells.Add(cell);
        }

        cells.Sort((x, y) => (x.Row, x.Column).CompareTo((y.Row, y.Column)));
        int rowCount = rowOf(bottom) + 1, columnCount = columnOf(right) + 1;
        if ((long)rowCount * columnCount > _limits.GridArea)
        {
            throw Unreadable.BeyondLimit(_file, $"工作表“{_sheet.Name}”有 {Count(rowCount)} 行 {Count(columnCount)} 列");
        }

        return new Grid(cells.ToValueList(), rowCount, columnCount, cells[0].Place);
    }

    private bool IsPrinted(Piece piece) => piece.Cell >= 0 && !_sheet.Cells[piece.Cell].IsBlank;

    private static bool Touches(CellArea a, int top, int left, int bottom, int right) =>
        a.Row <= bottom && a.LastRow >= top && a.Column <= right && a.LastColumn >= left;

    private static CellArea Clip(CellArea a, int top, int left, int bottom, int right) =>
        new(Math.Max(a.Row, top), Math.Max(a.Column, left), Math.Min(a.LastRow, bottom), Math.Min(a.LastColumn, right));

    /// <summary>Leaves one row or column of every blank run.</summary>
    private (Func<int, int> Row, Func<int, int> Column) Shorten(List<Piece> pieces)
    {
        _sheet.Diagnostics.Add("单元格相距极远，其间的空行空列已略去", _sheet.Diagnostics.Whole);
        var rows = Axis(pieces.SelectMany(p => (int[])[p.Area.Row, p.Area.LastRow]));
        var columns = Axis(pieces.SelectMany(p => (int[])[p.Area.Column, p.Area.LastColumn]));
        return (r => rows[r], c => columns[c]);
    }

    private static Dictionary<int, int> Axis(IEnumerable<int> used)
    {
        var axis = new Dictionary<int, int>();
        int last = -1, index = -1;
        foreach (var at in used.Distinct().Order())
        {
            index += last >= 0 && at > last + 1 ? 2 : 1;
            axis.Add(at, index);
            last = at;
        }

        return axis;
    }
}
