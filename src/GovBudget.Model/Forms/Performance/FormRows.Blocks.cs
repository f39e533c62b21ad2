using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Rows of blocks with a header: indicators, execution, funds, projects.</summary>
internal sealed partial class FormRows
{
    // Which second level belongs to which first, where a form leaves the first blank.
    private static readonly (string Level1, string[] Level2)[] Families =
    [
        ("产出", ["数量", "质量", "时效", "成本"]),
        ("成本", ["经济成本", "社会成本", "生态环境成本", "成本"]),
        ("效益", ["经济效益", "社会效益", "生态效益", "可持续", "环境效益", "效果"]),
        ("满意度", ["满意度"]),
    ];

    private void ReadIndicator(int row, List<GridCell> cells)
    {
        var columns = _columns!;
        if (columns[FormField.ProjectName] is { } project && TextAt(row, project) is { Length: > 0 } name && name != _above.Project)
        {
            if (_above.Project.Length > 0 || _draft.HasIndicators) NextProject(columns);
            _above.Project = name;
            _draft.Set(FormField.ProjectName, PerformanceLabels.NameOf(FormField.ProjectName), name, Unit.None, cells[0].Place);
            TakeExecution(row, columns);
        }
        TakeText(row, columns, FormField.ProjectCode);
        TakeText(row, columns, FormField.DepartmentName);
        if (columns[FormField.GoalName] is { } goalColumn && TextAt(row, goalColumn) is { Length: > 0 } goal && goal != _above.Goal)
        {
            var label = _grid.At(row, goalColumn)!;
            if (PerformanceLabels.GoalOf(goal) is { } term) BeginNamed(term, label, "");
            else BeginNamed(_draft.Term, label, goal);
            (_above.Level1, _above.Level2, _above.Goal) = ("", "", goal);
        }
        var used = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var (_, column) in columns.All)
        {
            if (_grid.At(row, column) is { } cell) used.Add(cell);
        }
        var nameCell = columns[FormField.IndicatorName] is { } nameColumn ? _grid.At(row, nameColumn) : null;
        var values = new[] { FormField.Target, FormField.AdjustedTarget, FormField.Achieved, FormField.Weight,
            FormField.Score }.Select(f => Cell(row, f)).ToList();
        if ((nameCell is null || !_grid.BeginsIn(nameCell, row) || nameCell.Text.Length == 0) && values.TrueForAll(v => v is null))
        {
            Fill(row);
            return; // a row left blank in the form
        }
        if (values.TrueForAll(v => v is null) && nameCell is not null && IsPlaceholder(nameCell.Text))
        {
            Fill(row);
            return; // 指标2, ……: a row of the form that nobody filled in
        }
        if (cells.Count == 1 && nameCell is null)
        {
            ReadLabels(row, cells);
            return;
        }
        var (level1, level2) = Fill(row);
        var score = Cell(row, FormField.Score);
        var points = Number(score, out var scoreText, keepText: true);
        var indicator = new Indicator(level1, level2, Words(nameCell))
        {
            Target = TargetOf(row, FormField.Target, joined: true),
            AdjustedTarget = TargetOf(row, FormField.AdjustedTarget, joined: false),
            Achieved = TargetOf(row, FormField.Achieved, joined: false),
            Weight = Number(Cell(row, FormField.Weight), out _, keepText: false),
            Score = points,
            ScoreText = scoreText,
            DeviationReason = Join(TextAt(row, FormField.DeviationReason), TextAt(row, FormField.Remark)),
            Basis = columns.MoreBasis.Aggregate(TextAt(row, FormField.Basis), (text, column) => Join(text, Begun(row, column))),
            OtherYears = columns.Years.Select(y => (y.Label, Text: _grid.At(row, y.Column)?.Text))
                .Where(y => Target.TryParse(y.Text, out _) && !CellText.IsDash(y.Text!))
                .Select(y => new YearValue(y.Label, Target.Parse(y.Text!)))
                .ToValueList(),
        };
        foreach (var column in columns.Years.Select(y => y.Column).Concat(columns.MoreBasis).Concat(columns.LevelPoints))
        {
            if (_grid.At(row, column) is { } cell) used.Add(cell);
        }
        var place = nameCell is not null && nameCell.Text.Length > 0 ? nameCell.Place : cells[0].Place;
        _draft.Add(indicator, place);
        foreach (var cell in cells.Where(c => !used.Contains(c) && c.Column >= columns.FirstColumn && c.Text.Any(char.IsAsciiDigit) && !IsOrdinal(c, columns)))
            Unplaced(cell, "不属于指标的任何一栏");
    }

    private string? Begun(int row,
        int column) => _grid.At(row, column) is { } cell && _grid.BeginsIn(cell, row) && cell.Text.Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex("^(?:(?:三级)?指标[0-9一二三四五六七八九]?[：:]?|[.…·]+)$")]
    private static partial Regex Placeholder();

    private static bool IsPlaceholder(string text) => Placeholder().IsMatch(Label.Squeeze(text));

    private static bool IsOrdinal(GridCell cell,
        FormColumns columns) => columns.Others.Any(o => o.Column == cell.Column && Label.Fold(o.Label) is "序号" or "编号");

    private static string? Join(string? left, string? right) => left is null ? right : right is null ? left : left + "；" + right;

    private void BeginNamed(GoalTerm term, GridCell label, string text)
    {
        var current = _draft.Current;
        var name = text.Length == 0 ? PerformanceLabels.Of(label.Text) : default;
        // 长效绩效目标表 above, 长效绩效目标 beside: one goal.
        if (current is { Indicators.Count: 0, Text.Length: 0 } && current.Term == term && PerformanceLabels.SectionOf(current.Label) is not null)
            _draft.Replace(current, name.Core ?? "", text, name.Points);
        else _draft.Begin(new FormDraft.GoalDraft(term, name.Core ?? "", text) { Weight = name.Points });
    }

    private void NextProject(FormColumns columns)
    {
        _finished.Add(_draft);
        _draft = new FormDraft(_table.Heading, [.. _table.Above],
            _draft.Place)
        { IsEvaluation = columns.Has(FormField.Achieved) || columns.Has(FormField.Score) };
        _above = Nothing;
    }

    /// <summary>预算数 and 执行数 beside the name of a project, in a table of several.</summary>
    private void TakeExecution(int row, FormColumns columns)
    {
        if (!columns.Has(FormField.Budget) && !columns.Has(FormField.Executed)) return;
        var execution = new ExecutionRow("")
        {
            InitialBudget = Figure(Cell(row, FormField.InitialBudget), _unit),
            Budget = Figure(Cell(row, FormField.Budget), _unit),
            Executed = Figure(Cell(row, FormField.Executed), _unit),
            Rate = Figure(Cell(row, FormField.Rate), Unit.None),
        };
        if (execution is not { Budget: null, Executed: null, InitialBudget: null }) _draft.Execution.Add(execution);
    }

    private void TakeText(int row, FormColumns columns, FormField field)
    {
        if (columns[field] is { } column
            && TextAt(row, column) is { Length: > 0 } text
            && _grid.At(row, column) is { } cell
            && !_draft.Texts.ContainsKey(field))
            _draft.Set(field, PerformanceLabels.NameOf(field), text, Unit.None, cell.Place);
    }

    /// <summary>The first two levels, blanks filled from above as far as the second belongs to the first.</summary>
    private (string Level1, string Level2) Fill(int row)
    {
        var level1 = _columns![FormField.Level1] is { } first ? Words(_grid.At(row, first)) : "";
        var level2 = _columns[FormField.Level2] is { } second ? Words(_grid.At(row, second)) : "";
        if (level2.Length == 0 && (level1.Length == 0 || level1 == _above.Level1)) level2 = _above.Level2;
        if (level1.Length == 0 && Belongs(level2, _above.Level1)) level1 = _above.Level1;
        (_above.Level1, _above.Level2) = (level1, level2);
        return (level1, level2);
    }

    private static bool Belongs(string level2, string level1)
    {
        var families = Families.Where(f => f.Level2.Any(l => level2.StartsWith(l, StringComparison.Ordinal))
            || (f.Level1 == "满意度" && level2.Contains("满意", StringComparison.Ordinal))).ToList();
        return families.Count == 0 || families.Exists(f => level1.StartsWith(f.Level1, StringComparison.Ordinal));
    }

    private static string Words(GridCell? cell) => cell is null ? "" : Label.Squeeze(cell.Text);

    private string TextAt(int row, int column) => _grid.At(row, column)?.Text.Trim() ?? "";

    private string? TextAt(int row, FormField field) => Cell(row, field) is { } cell ? cell.Text.Trim() : null;

    /// <summary>The filled cell of that column that begins in the row; null where there is none.</summary>
    private GridCell? Cell(int row, FormField field) =>
        _columns![field] is { } column && _grid.At(row, column) is { } cell && _grid.BeginsIn(cell, row) && !string.IsNullOrWhiteSpace(cell.Text) ? cell : null;

    private Target? TargetOf(int row, FormField field, bool joined)
    {
        if (Cell(row, field) is not { } cell || CellText.IsDash(cell.Text) && cell.Text.Trim() is not "一") return null;
        if (joined && (_columns!.Has(FormField.Nature) || _columns.Has(FormField.MeasureUnit)))
            return Target.Parse(TextAt(row, FormField.Nature), cell.Text, TextAt(row, FormField.MeasureUnit));
        return Target.Parse(cell.Text);
    }

    private Amount? Number(GridCell? cell, out string? text, bool keepText)
    {
        text = null;
        if (cell is null || CellText.IsDash(cell.Text)) return null;
        if (Amount.TryParse(WithoutPoints(cell.Text), Unit.None, out var points)) return points;
        if (keepText) text = cell.Text.Trim();
        else Unplaced(cell, "分值应为数字");
        return null;
    }

    private void ReadExecution(int row, List<GridCell> cells)
    {
        var columns = _columns!;
        if (Composition(row, cells)) return;
        var firstValue = columns.All.Select(c => c.Value).DefaultIfEmpty(_grid.ColumnCount).Min();
        var name = cells.LastOrDefault(c => c.Column < firstValue && c.Column >= columns.FirstColumn);
        var execution = new ExecutionRow(name is null ? "" : Squeezed(name))
        {
            InitialBudget = Figure(Cell(row, columns.Has(FormField.PlannedBudget) ? FormField.PlannedBudget : FormField.InitialBudget), _unit),
            RequestedBudget = Figure(Cell(row, FormField.RequestedBudget), _unit),
            Budget = Figure(Cell(row, FormField.Budget), _unit),
            Executed = Figure(Cell(row, FormField.Executed), _unit),
            Remaining = Figure(Cell(row, FormField.Remaining), _unit),
            Rate = Figure(Cell(row, FormField.Rate), Unit.None),
            Weight = Figure(Cell(row, FormField.Weight), Unit.None) ?? (_draft.Execution.Count == 0 ? _points : null),
            Score = Figure(Cell(row, FormField.Score), Unit.None),
            DeviationReason = TextAt(row, FormField.DeviationReason),
        };
        if (name is null && !columns.All.Any(c => Cell(row, c.Key) is not null)) return;
        _draft.Execution.Add(execution);
        var used = columns.All.Select(c => Cell(row, c.Key)).Where(c => c is not null).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var cell in cells.Where(c => !used.Contains(c) && !ReferenceEquals(c, name) && c.Text.Any(char.IsAsciiDigit)))
            Unplaced(cell, "不属于预算执行情况的任何一栏");
    }

    /// <summary>按收入性质分： | 按支出性质分：, 其中：一般公共预算：5566.36: what the money consists of, in words and figures of one cell each, across the columns.</summary>
    private bool Composition(int row, List<GridCell> cells)
    {
        var texts = cells.Where(c => c.Column >= _columns!.FirstColumn).ToList();
        if (texts.Count == 0 || !texts.TrueForAll(c => c.Text.AsSpan().IndexOfAny('：', ':') > 0) || texts.Exists(c => c.ColumnSpan == 1)) return false;
        foreach (var cell in texts)
        {
            foreach (var line in cell.Text.Split('\n', '；', ';'))
            {
                var at = line.AsSpan().LastIndexOfAny('：', ':');
                if (at > 0 && line[(at + 1)..].Trim() is { Length: > 0 } value) _draft.Analysis.Add(new NamedText(Label.Squeeze(line[..at]), value));
            }
        }
        return true;
    }

    private Amount? Figure(GridCell? cell, Unit unit)
    {
        if (cell is null || CellText.IsDash(cell.Text)) return null;
        if (Amount.TryParse(unit == Unit.None ? WithoutPoints(cell.Text) : cell.Text, unit, out var amount)) return amount;
        Unplaced(cell, "应为数字");
        return null;
    }

    private void ReadFund(int row, List<GridCell> cells, List<GoalFundLine> lines)
    {
        var columns = _columns!;
        var amounts = columns[FormField.FundAmount] ?? _grid.ColumnCount;
        var left = cells.Where(c => c.Column < amounts && c.Column >= columns.FirstColumn).ToList();
        if (left.Count == 0 && Cell(row, FormField.FundAmount) is null) return;
        // Rows of a group stand beside its name.
        if (left.Count > 1 || (left.Count == 1 && left[0].RowSpan > 1)) _group = Squeezed(left[0]);
        else if (left.Count == 1 && left[0].Column == columns.FirstColumn) _group = columns.Side is { } side ? Printed(side) : "";
        var name = left.Count == 0 || (left.Count == 1 && left[0].RowSpan > 1) ? null : left[^1];
        var line = new GoalFundLine(_group, name is null ? "" : Squeezed(name), Figure(Cell(row, FormField.FundAmount), _unit))
        {
            Share = Figure(Cell(row, FormField.FundShare), Unit.Percent),
            OtherYears = columns.Years.Select(y => new YearAmount(y.Label, YearFigure(row, y.Column))).ToValueList(),
        };
        lines.Add(line);
        var used = columns.All.Select(c => c.Value).Concat(columns.Years.Select(y => y.Column)).ToList();
        foreach (var cell in cells.Where(c => c.Column >= amounts && !used.Contains(c.Column) && c.Text.Any(char.IsAsciiDigit))) Unplaced(cell, "不属于资金情况的任何一栏");
    }

    private Amount? YearFigure(int row,
        int column) => _grid.At(row, column) is { } cell && _grid.BeginsIn(cell, row) && cell.Text.Length > 0 ? Figure(cell, _unit) : null;

    private void ReadProject(int row, List<GridCell> cells)
    {
        var name = Cell(row, FormField.ProjectName);
        if (name is null && cells.TrueForAll(c => !c.Text.Any(char.IsAsciiDigit))) return;
        _draft.Projects.Add(new GoalProjectLine(
            name is null ? "" : Label.Squeeze(name.Text),
            TextAt(row, FormField.ProjectCategory),
            Figure(Cell(row, FormField.TotalBudget), _unit),
            Figure(Cell(row, FormField.ProjectYearBudget), _unit),
            TextAt(row, FormField.Purpose)));
        var used = _columns!.All.Select(c => c.Value).ToList();
        foreach (var cell in cells.Where(c => !used.Contains(c.Column) && c.Text.Any(char.IsAsciiDigit))) Unplaced(cell, "不属于项目支出情况的任何一栏");
    }
}
