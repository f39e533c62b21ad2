using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Prints a planned table over as many pages as it takes.</summary>
internal sealed class GridPrinter
{
    private readonly GridPlan _plan;
    private readonly FontSet _fonts;
    private readonly Paper _paper;
    private readonly Tag _table;
    private readonly double[] _x;
    private readonly Dictionary<int, List<GridCell>> _byRow;
    private readonly Dictionary<int, Tag> _rowTags = [];

    public GridPrinter(GridPlan plan, FontSet fonts, Paper paper, Tag table)
    {
        (_plan, _fonts, _paper, _table) = (plan, fonts, paper, table);
        _x = new double[plan.Columns.Length + 1];
        _x[0] = paper.Left;
        for (int c = 0; c < plan.Columns.Length; c++) _x[c + 1] = _x[c] + plan.Columns[c];
        _byRow = plan.Grid.Cells.GroupBy(cell => cell.Row).ToDictionary(group => group.Key, group => group.ToList());
    }

    private int RowCount => _plan.Grid.RowCount;

    /// <summary>The height of the table's head and its first rows, which do not part.</summary>
    public double Beginning => _plan.Rows.Take(Math.Min(RowCount, _plan.HeaderRows + 2)).Sum();

    /// <summary>Prints the table.</summary>
    /// <param name="page">The page it begins on.</param>
    /// <param name="y">Where it begins.</param>
    /// <param name="below">The height of what must stand on the page where the table ends.</param>
    /// <param name="turn">Gives the next page.</param>
    /// <returns>The page on which it ends, and where.</returns>
    public (PrintedPage Page, double Y) Print(PrintedPage page, double y, double below, Func<PrintedPage> turn)
    {
        for (int row = 0; row < RowCount;)
        {
            int header = row == 0 ? 0 : _plan.HeaderRows;
            double room = _paper.Bottom - y - _plan.Rows.Take(header).Sum();
            int end = End(row, room, below);
            var rows = Enumerable.Range(0, header).Concat(Enumerable.Range(row, end - row)).ToList();
            y = Part(page, y, rows, header);
            row = end;
            if (row == RowCount) break;
            page = turn();
            y = _paper.Top;
        }
        return (page, y);
    }

    /// <summary>The row before which the page turns.</summary>
    private int End(int from, double room, double below)
    {
        int end = from;
        double height = 0;
        while (end < RowCount && (end == from || height + _plan.Rows[end] <= room)) height += _plan.Rows[end++];
        if (end == RowCount && (height + below <= room || below > room)) return end;
        if (end == RowCount) end--;
        int least = Math.Max(from + 1, from == 0 ? _plan.HeaderRows + 1 : from + 1);
        int floor = Math.Max(least, end - ((end - from) / 3));
        for (int e = end; e >= floor; e--)
            if (CanTurn(e, clean: true)) return e;
        for (int e = end; e >= least; e--)
            if (CanTurn(e, clean: false)) return e;
        return Math.Max(end, from + 1);
    }

    /// <summary>Whether the page may turn before a row: no merged cell is cut, and the rows at the break cannot be taken for one another's rest.</summary>
    private bool CanTurn(int row, bool clean)
    {
        if (_plan.Grid.Cells.Any(cell => cell.Row < row && cell.Row + cell.RowSpan > row)) return false;
        if (!clean) return true;
        if (IsBlank(row - 1) || IsBlank(row)) return false;
        if (_plan.HeaderRows < RowCount && row > _plan.HeaderRows && Same(row, _plan.HeaderRows)) return false;
        return !RunsOn(row);
    }

    private bool IsBlank(int row) => !_byRow.TryGetValue(row, out var cells) || cells.TrueForAll(cell => cell.Text.Length == 0);

    private bool Same(int a, int b) => _byRow.GetValueOrDefault(a, []).Where(cell => cell.Text.Length > 0).Select(cell => (cell.Column, cell.Text))
        .SequenceEqual(_byRow.GetValueOrDefault(b, []).Where(cell => cell.Text.Length > 0).Select(cell => (cell.Column, cell.Text)));

    /// <summary>Whether a row reads like the rest of the row above: some of its cells are blank under text, and its texts stand under full lines.</summary>
    private bool RunsOn(int row)
    {
        var above = _byRow.GetValueOrDefault(row - 1, []).Where(cell => cell.Text.Length > 0).ToList();
        var below = _byRow.GetValueOrDefault(row, []).Where(cell => cell.Text.Length > 0).ToList();
        bool emptied = above.Exists(cell => !below.Exists(other => other.Column == cell.Column));
        var pairs = below.Select(cell => (Below: cell, Above: above.Find(other => other.Column == cell.Column))).Where(pair => pair.Above is not null).ToList();
        return emptied && pairs.Count > 0 && pairs.TrueForAll(pair => IsFull(pair.Above!, pair.Below))
            && !pairs.Exists(pair => Script.IsNumber(pair.Above!.Text) && Script.IsNumber(pair.Below.Text));
    }

    private bool IsFull(GridCell above, GridCell below)
    {
        var (lines, size) = _plan.Texts[above];
        double width = _x[above.Column + above.ColumnSpan] - _x[above.Column];
        return width - (_fonts.Width(lines[^1]) * size) < (_fonts.Width(LineBreaker.FirstPiece(below.Text)) * size) + (1.4 * size) + 8;
    }

    /// <summary>Prints rows one below the other; the first few repeat the head.</summary>
    private double Part(PrintedPage page, double y, List<int> rows, int repeated)
    {
        var top = new double[rows.Count + 1];
        top[0] = y;
        for (int i = 0; i < rows.Count; i++) top[i + 1] = top[i] + _plan.Rows[rows[i]];
        var owner = new GridCell?[rows.Count, _plan.Columns.Length];
        for (int i = 0; i < rows.Count; i++)
        {
            var cut = i == repeated ? _plan.Grid.Cells.Where(cell => cell.Row < rows[i] && cell.Row + cell.RowSpan > rows[i]) : [];
            foreach (var cell in _byRow.GetValueOrDefault(rows[i], []).Concat(cut))
            {
                int end = i;
                while (end < rows.Count && rows[end] < cell.Row + cell.RowSpan && (end == i || rows[end] == rows[end - 1] + 1)) end++;
                for (int r = i; r < end; r++)
                    for (int c = cell.Column; c < Math.Min(_plan.Columns.Length, cell.Column + cell.ColumnSpan); c++) owner[r, c] ??= cell;
                if (cell.Row == rows[i]) Print(page, cell, new Box(_x[cell.Column], top[i], _x[cell.Column + cell.ColumnSpan], top[end]), i < repeated);
            }
        }
        Frame(page, top, owner);
        return top[^1];
    }

    private void Print(PrintedPage page, GridCell cell, Box box, bool artifact)
    {
        var lines = Lines(cell, box);
        if (artifact)
        {
            page.Artifacts.AddRange(lines);
            return;
        }
        if (!_rowTags.TryGetValue(cell.Row, out var row)) _rowTags[cell.Row] = row = _table.Add(new Tag("TR"));
        bool heads = cell.Row < _plan.HeaderRows;
        var tag = row.Add(new Tag(heads ? "TH" : "TD") { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan, HeadsColumns = heads });
        page.Add(tag, lines);
    }

    private List<TextLineAt> Lines(GridCell cell, Box box)
    {
        if (!_plan.Texts.TryGetValue(cell, out var text)) return [];
        var (lines, size) = text;
        double step = size * GridPlan.LineHeight, baseline = box.CenterY - (lines.Count * step / 2) + (step / 2) + (size * 0.36);
        var set = new List<TextLineAt>(lines.Count);
        foreach (string line in lines)
        {
            double width = _fonts.Width(line) * size;
            double x = cell.Style is CellStyle.Header or CellStyle.Middle
                ? box.CenterX - (width / 2)
                : GridPlan.IsFigure(cell) ? box.X1 - GridPlan.Padding - width : box.X0 + GridPlan.Padding;
            set.Add(new TextLineAt(x, baseline, size, line));
            baseline += step;
        }
        return set;
    }

    /// <summary>A rule wherever two cells part, as long as it runs.</summary>
    private void Frame(PrintedPage page, double[] top, GridCell?[,] owner)
    {
        int rows = top.Length - 1, columns = _plan.Columns.Length;
        for (int r = 0; r <= rows; r++)
            Runs(columns, c => Part(r, c) is false, (from, to) => page.Rules.Add(new Rule(_x[from], top[r], _x[to], top[r])));
        for (int c = 0; c <= columns; c++)
            Runs(rows, r => Beside(r, c) is false, (from, to) => page.Rules.Add(new Rule(_x[c], top[from], _x[c], top[to])));

        bool Part(int r, int c) => r > 0 && r < rows && owner[r, c] is { } cell && ReferenceEquals(cell, owner[r - 1, c]);
        bool Beside(int r, int c) => c > 0 && c < columns && owner[r, c] is { } cell && ReferenceEquals(cell, owner[r, c - 1]);
    }

    private static void Runs(int count, Func<int, bool> holds, Action<int, int> draw)
    {
        for (int i = 0; i < count; i++)
        {
            if (!holds(i)) continue;
            int start = i;
            while (i < count && holds(i)) i++;
            draw(start, i);
        }
    }
}
