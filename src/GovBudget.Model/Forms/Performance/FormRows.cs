using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Walks the rows of a performance form: what each row is follows from its labels and from the block that it stands in.</summary>
internal sealed partial class FormRows
{
    private static readonly FormField[] IndicatorFields =
    [
        FormField.Level1, FormField.Level2, FormField.IndicatorName, FormField.Target, FormField.AdjustedTarget, FormField.Achieved, FormField.Weight,
        FormField.Score,
        FormField.DeviationReason, FormField.Basis, FormField.Nature, FormField.MeasureUnit, FormField.ProjectName, FormField.ProjectCode,
        FormField.DepartmentName,
        FormField.GoalName, FormField.Remark, FormField.InitialBudget, FormField.Budget, FormField.Executed, FormField.Rate,
    ];

    private static readonly FormField[] ExecutionFields =
    [
        FormField.InitialBudget, FormField.RequestedBudget, FormField.PlannedBudget, FormField.Budget, FormField.Executed, FormField.Remaining, FormField.Rate,
        FormField.Weight, FormField.Score, FormField.DeviationReason,
    ];

    private static readonly FormField[] FundFields = [FormField.FundName, FormField.SpendingName, FormField.FundAmount, FormField.FundShare];

    private static readonly FormField[] ProjectFields =
        [FormField.ProjectName, FormField.ProjectCategory, FormField.TotalBudget, FormField.ProjectYearBudget, FormField.Purpose, FormField.ProjectCode];

    private enum Block
    {
        None,
        Indicators,
        Execution,
        Funds,
        Spending,
        Projects,
    }

    private static readonly (string Level1, string Level2, string Goal, string Project) Nothing = ("", "", "", "");

    private readonly List<FormDraft> _finished = [];
    private FoundTable _table;
    private GridMatrix _grid;
    private FormDraft _draft;
    private Block _block;
    private FormColumns? _columns;
    private FormColumns? _indicatorColumns;
    private GridCell? _side;
    private Unit _unit;
    private Amount? _points;
    private string _group = "";
    private (string Level1, string Level2, string Goal, string Project) _above = Nothing;

    public FormRows(FoundTable table)
    {
        (_table, _grid) = (table, table.Grid);
        _draft = NewDraft(0);
    }

    public FormDraft Draft => _draft;

    /// <summary>The forms of this run of tables: usually one, several where projects stand one below the other.</summary>
    public IEnumerable<FormDraft> Finished => _finished.Append(_draft);

    /// <summary>Goes on with the rows of a table that has no form of its own (the next page, or a block under its own title).</summary>
    public void Continue(FoundTable table)
    {
        if (table.Grid.ColumnCount != _grid.ColumnCount) (_block, _columns, _indicatorColumns) = (Block.None, null, null);
        (_table, _grid) = (table, table.Grid);
        (_columns, _indicatorColumns) = (_columns?.From(0), _indicatorColumns?.From(0));
        if (PerformanceLabels.SectionOf(table.Heading.Title) is { } term) BeginSection(term, table.Heading.Title);
    }

    public void Read()
    {
        var row = 0;
        while (row < _grid.RowCount) row = ReadRow(row);
    }

    private FormDraft NewDraft(int row) => new(_table.Heading, [.. _table.Above], _grid.PlaceOf(row));

    private int ReadRow(int row)
    {
        var cells = _grid.Filled(row).Where(c => _grid.BeginsIn(c, row)).ToList();
        if (cells.Count == 0) return row + 1;
        if (PerformanceLabels.IsIndicatorHeader(cells.Select(c => c.Text))) return ReadIndicatorHeader(row, cells);
        if (Any(cells, FormField.Executed) && (Any(cells, FormField.Budget) || Any(cells, FormField.InitialBudget)))
            return Header(row, Block.Execution, ExecutionFields);
        if (cells.Count > 1 && Any(cells, FormField.FundAmount) && Any(cells, FormField.SpendingName)) return Header(row, Block.Spending, FundFields);
        if (cells.Count > 1 && Any(cells, FormField.FundAmount) && Any(cells, FormField.FundName)) return Header(row, Block.Funds, FundFields);
        if (Any(cells, FormField.ProjectName) && IsProjectHeader(cells)) return Header(row, Block.Projects, ProjectFields);
        if (IsBlockRow(cells)) return ReadBlockRow(row, cells);
        if (ReadGoalsAcross(row, cells) is { } next) return next;
        ReadLabels(row, cells);
        return row + 1;
    }

    private static bool Any(List<GridCell> cells, FormField field) => cells.Exists(c => PerformanceLabels.Is(c.Text, field));

    // 项目名称 beside other column names, not beside its value.
    private bool IsProjectHeader(List<GridCell> cells)
    {
        var at = cells.FindIndex(c => PerformanceLabels.Is(c.Text, FormField.ProjectName));
        return at + 1 < cells.Count && Right(cells[at]) is { } right && ReferenceEquals(right, cells[at + 1])
            && PerformanceLabels.IsAny(right.Text, FormField.ProjectCategory, FormField.TotalBudget, FormField.ProjectYearBudget, FormField.Purpose);
    }

    private int Header(int row, Block block, FormField[] fields)
    {
        _columns = FormColumns.Of(_grid, row, fields);
        (_block, _group, _above) = (block, "", Nothing);
        if (_columns.Side is { } side) TakeSide(side);
        (_unit, _points) = (_draft.Heading.Unit, null);
        if (_columns.Side is not null && PerformanceLabels.Of(_columns.Side.Text) is var label)
        {
            if (label.Unit != Unit.None) _unit = label.Unit;
            _points = label.Points;
        }
        foreach (var cell in _grid.Filled(row))
        {
            if (_unit == Unit.None && PerformanceLabels.Of(cell.Text).Unit is { IsMoney: true } unit) _unit = unit;
        }
        if (block == Block.Execution) _draft.IsEvaluation = true;
        return _columns.BodyRow;
    }

    private void TakeSide(GridCell side)
    {
        _side = side;
        var isGoal = _block == Block.Indicators || PerformanceLabels.IsNumbered(PerformanceLabels.Of(side.Text).Core);
        if (isGoal && PerformanceLabels.GoalOf(side.Text) is { } term) BeginGoal(term, side, "");
        else if (PerformanceLabels.SectionOf(side.Text) is { } section) _draft.Term = section;
    }

    private int ReadIndicatorHeader(int row, List<GridCell> cells)
    {
        _block = Block.Indicators;
        _columns = _indicatorColumns = FormColumns.Of(_grid, row, IndicatorFields);
        _above = Nothing;
        if (_unit == Unit.None) _unit = _draft.Heading.Unit;
        if (_columns.Side is { } side) TakeSide(side);
        if (_columns.Has(FormField.Achieved) || _columns.Has(FormField.Score)) _draft.IsEvaluation = true;
        return _columns.BodyRow;
    }

    /// <summary>Whether the row goes on with the block: nothing begins left of it, and no label of the form stands first.</summary>
    private bool IsBlockRow(List<GridCell> cells)
    {
        if (_block == Block.None || _columns is null) return false;
        var first = cells[0];
        if (first.Column < _columns.FirstColumn) return false;
        if (cells.Count == 1 && first.Column == 0 && first.ColumnSpan >= _grid.ColumnCount) return false;
        var labelled = PerformanceLabels.Labelling(first.Text);
        if (_block == Block.Indicators)
            return labelled is null && (first.Column > 0 || (PerformanceLabels.GoalOf(first.Text) is null || _columns.Has(FormField.GoalName)));
        return _columns.FirstColumn > 0
            || labelled == FormField.Total
            || (labelled is null && PerformanceLabels.GoalOf(first.Text) is null && PerformanceLabels.SectionOf(first.Text) is null);
    }

    private int ReadBlockRow(int row, List<GridCell> cells)
    {
        switch (_block)
        {
            case Block.Indicators:
                ReadIndicator(row, cells);
                break;
            case Block.Execution:
                ReadExecution(row, cells);
                break;
            case Block.Projects:
                ReadProject(row, cells);
                break;
            default:
                ReadFund(row, cells, _block == Block.Funds ? _draft.Funds : _draft.Spending);
                break;
        }
        return row + 1;
    }

    /// <summary>The cell right of that one in the same row; null where none begins there.</summary>
    private GridCell? Right(GridCell cell)
    {
        var column = cell.Column + cell.ColumnSpan;
        if (column >= _grid.ColumnCount) return null;
        for (var r = 0; r < _grid.RowCount; r++)
        {
            if (_grid.BeginsIn(cell, r)) return _grid.At(r, column) is { } right && _grid.BeginsIn(right, r) ? right : null;
        }
        return null;
    }

    /// <summary>Goals side by side: 长期目标 | 年度目标 or 年度目标 | 实际完成情况, with what they say below.</summary>
    private int? ReadGoalsAcross(int row, List<GridCell> cells)
    {
        var heads = cells.Where(c => IsGoalHead(c.Text)).ToList();
        var beside = heads.Where(c => c.RowSpan > 1).ToList();
        var across = beside.Count < heads.Count ? heads.Where(c => c.RowSpan == 1).ToList() : heads;
        if (heads.Count < 2 || row + 1 >= _grid.RowCount || cells.Exists(c => !heads.Contains(c) && !PerformanceLabels.Is(c.Text, FormField.Heading)))
            return null;
        FormDraft.GoalDraft? goal = null;
        foreach (var head in across)
        {
            var text = _grid.At(row + 1, head.Column) is { } below && _grid.BeginsIn(below, row + 1) ? below.Text.Trim() : "";
            if (PerformanceLabels.Is(head.Text, FormField.Achievement))
            {
                _draft.IsEvaluation = true;
                if (goal is not null) goal.Achievement = text.Length == 0 ? null : text;
                else if (text.Length > 0) _draft.Analysis.Add(new NamedText(Printed(head), text));
                continue;
            }
            goal = new FormDraft.GoalDraft(PerformanceLabels.GoalOf(head.Text)!.Value, Printed(head), text) { Weight = PerformanceLabels.Of(head.Text).Points };
            _draft.Begin(goal);
        }
        _block = Block.None;
        return row + 2;
    }

    private static bool IsGoalHead(string text) => PerformanceLabels.GoalOf(text) is not null || PerformanceLabels.Is(text, FormField.Achievement);

    private void BeginGoal(GoalTerm term, GridCell label, string text)
    {
        var points = PerformanceLabels.Of(label.Text).Points;
        _draft.Begin(new FormDraft.GoalDraft(term, PerformanceLabels.Of(label.Text).Core, text) { Weight = points });
        _above = Nothing;
    }

    private void BeginSection(GoalTerm term, string title)
    {
        _draft.Begin(new FormDraft.GoalDraft(term, PerformanceLabels.Of(title).Core, ""));
        (_block, _columns, _above) = (Block.None, null, Nothing);
    }

    /// <summary>A label as it is kept: its words without white space, colon and points.</summary>
    private static string Printed(GridCell cell) => PerformanceLabels.Of(cell.Text) is { Core.Length: > 0 } label ? label.Core : Label.Squeeze(cell.Text);
}
