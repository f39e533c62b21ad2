using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Rows of labels with their values: 项目名称 | …, 总分 | …, 年度目标1（20分） | ….</summary>
internal sealed partial class FormRows
{
    private const int LongestName = 40;
    private const int LongestGrade = 12;

    private void ReadLabels(int row, List<GridCell> cells)
    {
        if (cells.Count == 1 && ReadAlone(cells[0])) return;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (PerformanceLabels.Labelling(cell.Text) is { } field)
            {
                if (field == FormField.Total && ReadTotal(cells, i)) return;
                i += Take(field, cell, ValueOf(cell));
                _block = _block == Block.Indicators ? _block : Block.None;
            }
            else if (PerformanceLabels.GoalOf(cell.Text) is { } term)
            {
                var value = ValueOf(cell);
                BeginGoal(term, cell, value?.Text.Trim() ?? "");
                if (value is not null) i++;
            }
            else if (PerformanceLabels.SectionOf(cell.Text) is { } section && cell.RowSpan >= 1 && i + 1 < cells.Count)
            {
                // 年度绩效指标 beside rows of indicators under the header of an earlier goal.
                (_side, _above) = (cell, Nothing);
                if (_draft.Current is not { Indicators.Count: 0 }) _draft.Term = section;
                if (_indicatorColumns is null) continue;
                (_block, _columns) = (Block.Indicators, _indicatorColumns);
                ReadIndicator(row, cells[(i + 1)..]);
                return;
            }
            else if (PerformanceLabels.Is(cell.Text, FormField.Heading))
            {
                _side = cell.RowSpan > 1 ? cell : _side;
                _block = Block.None;
            }
            else if (!Inline(cell))
            {
                i += Named(cells, i);
            }
        }
    }

    // One cell in its row: the title of a block, a note, or a label without a value.
    private bool ReadAlone(GridCell cell)
    {
        if (PerformanceLabels.SectionOf(cell.Text) is { } term)
        {
            if (cell.ColumnSpan < _grid.ColumnCount) return true;
            BeginSection(term, cell.Text);
            return true;
        }
        if (cell.ColumnSpan * 2 > _grid.ColumnCount && IsNote(cell.Text))
        {
            _draft.Notes.Add(cell.Text.Trim());
            return true;
        }
        return false;
    }

    // 备注：, what is as long as a note, and what goes on with one.
    private bool IsNote(string text) => PerformanceLabels.Labelling(text) switch
    {
        null => NoteText.IsNote(text) || NoteText.IsBelow(text, _draft.Notes.Count > 0),
        var field => field == FormField.Notes,
    };

    /// <summary>The value right of a label; null where the cell is blank or another label.</summary>
    private GridCell? ValueOf(GridCell label) =>
        Right(label) is { } right
            && !string.IsNullOrWhiteSpace(right.Text)
            && (PerformanceLabels.Labelling(right.Text) is null || right.Text.Any(char.IsAsciiDigit))
            ? right
            : null;

    /// <summary>Takes a labelled value; returns how many cells it took beside the label.</summary>
    private int Take(FormField field, GridCell label, GridCell? value)
    {
        if (field == FormField.ProjectName
            && value is not null
            && _draft.Texts.TryGetValue(field, out var before)
            && (before.Text != value.Text.Trim() || _draft.HasIndicators))
            NextForm(label);
        if (value is null) return 0;
        var text = value.Text.Trim();
        var name = Printed(label);
        if (field == FormField.Notes) _draft.Notes.Add(text);
        else if (field == FormField.Total) Points(value, total: true);
        else if (field == FormField.Grade && Label.Squeeze(text).Length > LongestGrade) _draft.Analysis.Add(new NamedText(name, text)); // 评价结论 in sentences
        else _draft.Set(field, name, text, PerformanceLabels.Of(label.Text).Unit, value.Place);
        if (field is FormField.Grade) _draft.IsEvaluation = true;
        return 1;
    }

    private void NextForm(GridCell first)
    {
        _finished.Add(_draft);
        _draft = new FormDraft(_table.Heading, [.. _table.Above], first.Place);
        (_block, _columns, _indicatorColumns, _side, _above) = (Block.None, null, null, null, Nothing);
    }

    /// <summary>总分 and its points: those of its weight and of its score where the block has such columns, else the last number of the row.</summary>
    private bool ReadTotal(List<GridCell> cells, int label)
    {
        var rest = cells.Skip(label + 1).ToList();
        if (rest.Count == 0) return true;
        _draft.IsEvaluation = true;
        // 总分 | 100 | 93 | 优: the weights' and the scores', in this order; one alone is the scores' unless it stands below the weights
        var figures = rest.FindAll(c => CellText.IsFigure(WithoutPoints(c.Text)));
        var (w, s) = (_indicatorColumns?[FormField.Weight], _indicatorColumns?[FormField.Score]);
        var weight = figures.Count > 1 ? figures.Find(c => w is not null && Covers(c, w.Value) && !(s is not null && Covers(c, s.Value))) ?? figures[0]
            : w is not null && s is not null && figures is [var only] && Covers(only, w.Value) && !Covers(only, s.Value) ? only : null;
        var score = figures.FindLast(c => !ReferenceEquals(c, weight));
        if (weight is not null && Amount.TryParse(WithoutPoints(weight.Text), Unit.None, out var points)) _draft.WeightTotal = points;
        if (score is not null) Points(score, total: true);
        foreach (var cell in rest.Where(c => !ReferenceEquals(c, weight) && !ReferenceEquals(c, score)))
        {
            if (PerformanceLabels.Labelling(cell.Text) is { } field) Take(field, cell, ValueOf(cell));
            else if (!ReferenceEquals(cells.Find(c => ReferenceEquals(Right(c), cell)
                && PerformanceLabels.Labelling(c.Text) is not null and not FormField.Total), null))
                continue;
            else Unplaced(cell, "总分一行应只有分值与得分");
        }
        return true;
    }

    private void Points(GridCell cell, bool total)
    {
        if (total && Amount.TryParse(WithoutPoints(cell.Text), Unit.None, out var points) && (_draft.Total is null || _draft.Total == points))
            _draft.Total = points;
        else Unplaced(cell, "总分应为一个数字");
    }

    // 单位名称：某局 in one cell.
    private bool Inline(GridCell cell)
    {
        var at = cell.Text.AsSpan().IndexOfAny('：', ':');
        if (at <= 0) return false;
        if (cell.Text[(at + 1)..].Trim() is var text && PerformanceLabels.Labelling(cell.Text[..at]) is { } field)
        {
            if (field == FormField.ProjectName && _draft.Texts.ContainsKey(field) && text.Length > 0) NextForm(cell);
            if (field == FormField.Notes && text.Length > 0) _draft.Notes.Add(text);
            else _draft.Set(field, PerformanceLabels.Of(cell.Text[..at]).Core, text, PerformanceLabels.Of(cell.Text[..at]).Unit, cell.Place);
            return true;
        }
        if (PerformanceLabels.GoalOf(cell.Text[..at]) is not { } term || text.Length == 0) return false;
        _draft.Begin(new FormDraft.GoalDraft(term, PerformanceLabels.Of(cell.Text[..at]).Core, text) { Weight = PerformanceLabels.Of(cell.Text[..at]).Points });
        return true;
    }

    /// <summary>A cell that is no label of the forms: a name with its text beside it, boxes to tick, or a stray. Returns how many cells it took
    /// besides.</summary>
    private int Named(List<GridCell> cells, int at)
    {
        var cell = cells[at];
        var next = at + 1 < cells.Count && ReferenceEquals(Right(cell), cells[at + 1]) && PerformanceLabels.Labelling(cells[at + 1].Text) is null
            ? cells[at + 1]
            : null;
        if (cell.RowSpan > 1 && next is not null && next.RowSpan < cell.RowSpan)
        {
            _side = cell; // the name of a block of rows
            return 0;
        }
        if (next is not null && CheckBoxes.Of(next.Text) is { Count: > 0 } boxes)
        {
            _draft.Categories.Add(new CheckBoxGroup(Printed(cell), boxes));
            return 1;
        }
        if (next is not null && Label.Squeeze(cell.Text).Length <= LongestName && !CellText.IsFigure(cell.Text))
        {
            if (IsMoneySide(cell) && Amount.TryParse(next.Text, MoneyUnit(cell), out var amount))
                _draft.Funds.Add(new GoalFundLine(_side is null ? "" : Printed(_side), Squeezed(cell), amount));
            else _draft.Analysis.Add(new NamedText(Squeezed(cell), next.Text.Trim()));
            return 1;
        }
        if (cell.Text.Any(char.IsAsciiDigit) || Label.Squeeze(cell.Text).Length > LongestName) Unplaced(cell, "旁边没有表格的栏目名称");
        return 0;
    }

    private bool IsMoneySide(GridCell cell) =>
        cell.Text.Contains("资金", StringComparison.Ordinal) || (_side is { } side && side.Text.Contains("资金", StringComparison.Ordinal));

    private Unit MoneyUnit(GridCell cell)
    {
        if (PerformanceLabels.Of(cell.Text).Unit is { IsMoney: true } own) return own;
        return _side is not null && PerformanceLabels.Of(_side.Text).Unit is { IsMoney: true } unit ? unit : _draft.Heading.Unit;
    }

    private static string Squeezed(GridCell cell) => Label.Squeeze(cell.Text).TrimEnd('：', ':');

    private static bool Covers(GridCell cell, int column) => cell.Column <= column && column < cell.Column + cell.ColumnSpan;

    private static string WithoutPoints(string text) => text.Trim().TrimEnd('分');

    private void Unplaced(GridCell cell, string reason) => _draft.Unplaced.Add(new UnplacedText(cell.Text, reason, cell.Place, _draft.Title));
}
