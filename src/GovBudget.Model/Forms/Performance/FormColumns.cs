using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Which column of a block means what, as its header says.</summary>
internal sealed partial class FormColumns
{
    private readonly Dictionary<FormField, int> _columns = [];
    private readonly List<(int Column, string Label)> _years = [];
    private readonly List<(int Column, string Label)> _others = [];
    private readonly List<int> _moreBasis = [];
    private readonly List<int> _levelPoints = [];

    private static readonly FormField[] Levels = [FormField.Level1, FormField.Level2, FormField.IndicatorName];

    /// <summary>The row after the header.</summary>
    public int BodyRow { get; private init; }

    /// <summary>The first column that belongs to the block; what begins left of it does not.</summary>
    public int FirstColumn { get; private init; }

    /// <summary>What stands beside the header over several rows: the block's own name.</summary>
    public GridCell? Side { get; private init; }

    /// <summary>Columns of other years, with their printed names.</summary>
    public IReadOnlyList<(int Column, string Label)> Years => _years;

    /// <summary>Columns whose header is none of the form's, with it.</summary>
    public IReadOnlyList<(int Column, string Label)> Others => _others;

    /// <summary>Further columns that explain the indicator: 指标解释 | 评分标准.</summary>
    public IReadOnlyList<int> MoreBasis => _moreBasis;

    /// <summary>Columns of the points of first and second levels.</summary>
    public IReadOnlyList<int> LevelPoints => _levelPoints;

    public IEnumerable<KeyValuePair<FormField, int>> All => _columns;

    public int? this[FormField field] => _columns.TryGetValue(field, out var column) ? column : null;

    public bool Has(FormField field) => _columns.ContainsKey(field);

    /// <summary>Reads a header that begins in that row.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="row">The header's first row.</param>
    /// <param name="fields">What its columns may be, the likelier first.</param>
    public static FormColumns Of(GridMatrix grid, int row, params FormField[] fields)
    {
        var cells = grid.Filled(row).Where(c => grid.BeginsIn(c, row)).ToList();
        var named = cells.Where(c => PerformanceLabels.IsAny(c.Text, fields)).ToList();
        // Rows of sub-headers: as many as the labels span, and those below that only name columns. 年度绩效目标 may name a column or stand beside the block.
        var height = named.Where(c => !MayBeSide(c)).DefaultIfEmpty(named[0]).Max(c => c.RowSpan);
        var first = cells.FindIndex(c => named.Contains(c) && !(MayBeSide(c) && c.RowSpan > height));
        while (row + height < grid.RowCount && IsSubHeader(grid, row + height, cells[first].Column, fields)) height++;
        height = Math.Min(height, grid.RowCount - row);
        var side = first > 0 && IsSide(cells[first - 1], height) ? cells[first - 1] : null;
        var columns = new FormColumns
        {
            BodyRow = row + height,
            FirstColumn = side is null ? (first == 0 && cells[0].Column > 0 ? LeftEnd(grid, row, cells[0].Column) : 0) : side.Column + side.ColumnSpan,
            Side = side,
        };
        for (var c = side is null ? 0 : cells[first].Column; c < grid.ColumnCount; c++)
        {
            var path = Enumerable.Range(row, height).Select(r => grid.At(r, c)).Where(x => x is not null && x.Text.Length > 0).Distinct().ToList();
            if (path.Count == 0) continue;
            var own = path[^1]!;
            if (own.Column != c || own.Row + own.RowSpan <= cells[first].Row) continue;
            // 一级指标 over 名称 | 权重(%): the level's name; points of levels above the indicator say nothing of it
            var parent = path.Count > 1 ? path[^2]!.Text : "";
            if (PerformanceLabels.Of(own.Text).Core is "名称" or "指标" && PerformanceLabels.IsAny(parent, Levels)) columns.Add(c, parent, fields);
            else if (PerformanceLabels.Is(own.Text, FormField.Weight) && PerformanceLabels.IsAny(parent, FormField.Level1, FormField.Level2))
                columns._levelPoints.Add(c);
            else columns.Add(c, own.Text, fields);
        }
        return columns;
    }

    /// <summary>The same columns, for a block that goes on without a header.</summary>
    public FormColumns From(int row)
    {
        var copy = new FormColumns { BodyRow = row, FirstColumn = FirstColumn };
        foreach (var (field, column) in _columns) copy._columns[field] = column;
        copy._years.AddRange(_years);
        copy._others.AddRange(_others);
        copy._moreBasis.AddRange(_moreBasis);
        copy._levelPoints.AddRange(_levelPoints);
        return copy;
    }

    private void Add(int column, string text, FormField[] fields)
    {
        foreach (var field in fields)
        {
            if (PerformanceLabels.Is(text, field) && _columns.TryAdd(field, column)) return;
        }
        if (fields.Contains(FormField.Basis) && PerformanceLabels.Is(text, FormField.Basis)) _moreBasis.Add(column);
        else if (OtherYear().IsMatch(Label.Fold(text))) _years.Add((column, text.Trim()));
        else _others.Add((column, text.Trim()));
    }

    private static bool IsSide(GridCell cell, int height) => cell.RowSpan > height || MayBeSide(cell);

    private static bool MayBeSide(GridCell cell) =>
        PerformanceLabels.GoalOf(cell.Text) is not null
            || PerformanceLabels.SectionOf(cell.Text) is not null
            || PerformanceLabels.Is(cell.Text, FormField.Heading);

    // A cell that reaches in from above at the left of the header stands beside the block.
    private static int LeftEnd(GridMatrix grid, int row, int column) =>
        grid.At(row, column - 1) is { } left && !grid.BeginsIn(left, row) ? left.Column + left.ColumnSpan : 0;

    private static bool IsSubHeader(GridMatrix grid, int row, int firstColumn, FormField[] fields)
    {
        var cells = grid.Filled(row).Where(c => grid.BeginsIn(c, row) && c.Column >= firstColumn).ToList();
        return cells.Count > 1
            && cells.TrueForAll(c => (PerformanceLabels.IsAny(c.Text, fields) || OtherYear().IsMatch(Label.Fold(c.Text))) && !c.Text.Any(char.IsAsciiDigit));
    }

    [GeneratedRegex("^(?:前年|上年|去年|上一年|前一年|前两年|(?:19|20)\\d\\d年度?|(?:19|20)\\d\\d年.{0,6}值|近两年.*|上年.{0,6}值|前年.{0,6}值)$")]
    private static partial Regex OtherYear();
}
