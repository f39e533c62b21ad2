using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Sets a statement as a table in the look of its official form.</summary>
internal sealed class StatementLayout
{
    private const string Dash = "——";
    private static readonly string[] CodeLevels = ["类", "款", "项"];

    private readonly TablePlan _plan;
    private readonly Statement _statement;
    private readonly PrintedHeaders _headers;
    private readonly Place _place;
    private readonly List<PlannedColumn> _columns;
    private readonly int _body;
    private readonly List<GridCell> _cells;
    private readonly Dictionary<(int Line, string Column), GridSpot> _spots = [];
    private readonly Dictionary<StatementLine, int>? _lines;

    private StatementLayout(TablePlan plan, Statement statement, PrintedHeaders headers, Place place, bool sums)
    {
        (_plan, _statement, _headers, _place) = (plan, statement, headers, place);
        if (sums)
        {
            _lines = new(ReferenceEqualityComparer.Instance);
            for (var i = 0; i < statement.AllLines.Count; i++) _lines[statement.AllLines[i]] = i;
        }
        _columns = [.. plan.Groups.SelectMany(g => g.Columns)];
        _body = HeaderLayout.Depth(_columns) + (plan.NumbersColumns ? 1 : 0);
        _cells = [.. HeaderLayout.Cells(_columns, place)];
    }

    /// <summary>The table of a statement; null where it has neither columns nor lines nor notes.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="form">Its form; null for a table that no form knows.</param>
    /// <param name="edition">In whose look.</param>
    /// <param name="year">The document's year.</param>
    /// <param name="notes">Notes to set inside the table, below its lines.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="sums">Whether to mark the figures that are sums.</param>
    public static Grid? Table(Statement statement, Form? form, FormEdition edition, int? year, ValueList<string> notes, Place place, bool sums = false)
    {
        var plan = TablePlan.Of(statement, form, edition, year);
        if (plan.Groups.All(g => g.Columns.Count == 0)) return null;
        var headers = new PrintedHeaders(form, edition, statement.Year ?? year);
        var layout = new StatementLayout(plan, statement, headers, place, sums);
        var grid = layout.Set(notes);
        if (plan.NumbersColumns || plan.Groups[0].Rows.Length == 0) return grid;

        // a first line without figures would be taken for the header's last: the row that numbers the columns parts them
        var header = TableHeader.Find(GridMatrix.Of(grid), 0);
        return header.FirstRow == 0 && header.BodyRow == layout._body
            ? grid
            : new StatementLayout(plan with { NumbersColumns = true }, statement, headers, place, sums).Set(notes);
    }

    private Grid Set(ValueList<string> notes)
    {
        if (_plan.NumbersColumns) NumberColumns();
        var left = 0;
        foreach (var group in _plan.Groups)
        {
            for (var r = 0; r < group.Rows.Length; r++) SetRow(group, r, left);
            left += group.Columns.Sum(c => c.Width);
        }
        if (_lines is not null) MarkSums();
        var rows = _body + _plan.Groups[0].Rows.Length;
        for (var i = 0; i < notes.Count; i++) _cells.Add(new GridCell(rows + i, 0, notes[i], _place) { ColumnSpan = left });
        return new Grid(_cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToValueList(), rows + notes.Count, left, _place);
    }

    /// <summary>Says of the figures that are sums which cells they are the sum of.</summary>
    private void MarkSums()
    {
        var cells = new Dictionary<GridSpot, int>();
        for (var i = 0; i < _cells.Count; i++) cells[new GridSpot(_cells[i].Row, _cells[i].Column)] = i;
        foreach (var sum in StatementSums.Of(_statement))
        {
            if (!_spots.TryGetValue((sum.Line, sum.Column), out var at) || !cells.TryGetValue(at, out var cell) || !sum.Parts.All(_spots.ContainsKey)) continue;
            _cells[cell] = _cells[cell] with { SumOf = sum.Parts.Select(part => _spots[part]).ToValueList() };
        }
    }

    /// <summary>栏次 | 1 | 2 …, counted over all groups.</summary>
    private void NumberColumns()
    {
        var (number, left) = (0, 0);
        foreach (var group in _plan.Groups)
        {
            var mark = group.Columns.FirstOrDefault(c => c.Role == ColumnRole.Name) ?? group.Columns.FirstOrDefault(c => c.Role == ColumnRole.Code);
            foreach (var column in group.Columns)
            {
                if (column.Role == ColumnRole.Code && _plan.Levels) NameLevels(left, group.Rows.FirstOrDefault().Line is { Code: null });
                else if (column == mark) AddHeader(left, "栏次");
                else if (column.Role == ColumnRole.Value) AddHeader(left, (++number).ToString(CultureInfo.InvariantCulture));
                left += column.Width;
            }
        }
    }

    /// <summary>类 | 款 | 项, reaching down beside 合计, which has no code.</summary>
    private void NameLevels(int left, bool besideTotal)
    {
        for (var i = 0; i < CodeLevels.Length; i++) AddHeader(left + i, CodeLevels[i], besideTotal ? 2 : 1);
    }

    private void AddHeader(int column, string text,
        int rowSpan = 1) => _cells.Add(new GridCell(_body - 1, column, text, _place) { RowSpan = rowSpan, Style = CellStyle.Header });

    private void SetRow(PlannedGroup group, int row, int left)
    {
        var (line, number) = group.Rows[row];
        var isTotal = _plan.SpansTotals && line is { Code: null } && row == group.Rows.Length - 1;
        var depth = group.Columns.Count(c => c.Role == ColumnRole.Name);
        foreach (var column in group.Columns)
        {
            var at = left;
            left += column.Width;
            if (column.Role == ColumnRole.RowNumber && number is not null) Add(row, at, number, CellStyle.Header);
            if (line is null) continue;
            if (column.Role == ColumnRole.Value && _lines is not null) _spots[(_lines[line], column.Key)] = new GridSpot(_body + row, at);
            switch (column.Role)
            {
                case ColumnRole.Code when line.Code is { } code:
                    Add(row, at, code, CellStyle.Text, column.Width);
                    break;
                case ColumnRole.Name when isTotal:
                    var start = TotalStart(group);
                    Add(row, start, line.Label, CellStyle.Header, at + 1 - start);
                    break;
                case ColumnRole.Name when column.Level == line.Path.Count && line.Label.Length > 0:
                    Add(row, at, line.Label, line.IsTotal ? CellStyle.Header : CellStyle.Text, depth - column.Level);
                    break;
                case ColumnRole.Name when column.Level < line.Path.Count && !ContinuesAbove(group.Rows, row, column.Level):
                    var rows = 1;
                    while (row + rows < group.Rows.Length && ContinuesAbove(group.Rows, row + rows, column.Level)) rows++;
                    Add(row, at, line.Path[column.Level], CellStyle.Text, 1, rows);
                    break;
                case ColumnRole.Value when line.Figures.IsDash(column.Key):
                    Add(row, at, Dash, CellStyle.Header);
                    break;
                case ColumnRole.Value when line[column.Key] is { } amount:
                    Add(row, at, Figure(amount, column, line.Label), CellStyle.Number);
                    break;
                case ColumnRole.Text when line.Texts.Where(t => t.Key == column.Key).Skip(column.Level).FirstOrDefault() is { Value: { } text }:
                    Add(row, at, text, CellStyle.Text);
                    break;
            }
        }
    }

    /// <summary>The column in which the label of a group's total begins: that of the first group under the same title.</summary>
    private int TotalStart(PlannedGroup group) =>
        _plan.Groups.TakeWhile(g => g.Columns[0].Header[0] != group.Columns[0].Header[0]).Sum(g => g.Columns.Sum(c => c.Width));

    /// <summary>Whether a label above another goes on in that row.</summary>
    private static bool ContinuesAbove(PlannedRow[] rows, int row, int level) =>
        row > 0 && rows[row].Line is { } line && rows[row - 1].Line is { } above && line.Path.Count > level && above.Path.Count > level
        && line.Path.AsSpan()[..(level + 1)].SequenceEqual(above.Path.AsSpan()[..(level + 1)]);

    /// <summary>The number, in 元 with thousands separators; with its unit where the reader would take another.</summary>
    private string Figure(Amount amount, PlannedColumn column, string label) =>
        amount.Format(thousands: amount.Unit == Unit.Yuan) + (amount.Unit == _headers.UnitOf(column.Header, label, _statement.Unit) ? "" : amount.Unit.Name);

    private void Add(int row, int column, string text, CellStyle style, int columnSpan = 1, int rowSpan = 1) =>
        _cells.Add(new GridCell(_body + row, column, text, _place) { ColumnSpan = columnSpan, RowSpan = rowSpan, Style = style });
}
