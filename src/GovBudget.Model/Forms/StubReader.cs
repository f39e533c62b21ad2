using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>What a row is: its label, code, row number; the labels of several cells; texts beside it that are no code; whether label or code reach into the
/// figures.</summary>
internal readonly record struct Stub(string Label, string? Code, string? RowNumber, ValueList<string> Path, ValueList<KeyValuePair<string, string>> Texts,
    bool SpansValues);

/// <summary>Reads what the rows of a column group are, from top to bottom: codes printed in parts or continued from the rows above are joined.</summary>
/// <param name="grid">The table.</param>
/// <param name="group">The group.</param>
/// <param name="form">The table's form; null where no form knows it.</param>
/// <param name="year">The year whose subjects it prints.</param>
/// <param name="leave">Takes what can be neither code nor label, with the reason.</param>
internal sealed class StubReader(GridMatrix grid, ColumnGroup group, Form? form, int? year, Action<GridCell, string> leave)
{
    private List<string> _levels = [];
    private (string Label, string? Code) _above = ("", null);

    public StubPlan Plan { get; } = StubPlan.Of(group, form);

    private bool IsCoded => form?.Rows is RowKind.Functional or RowKind.Economic or RowKind.Project;

    /// <summary>Reads a row; the cells that say what it is are used from now on.</summary>
    public Stub Read(int row, HashSet<GridCell> used)
    {
        var codeCells = Cells(row, Plan.Code, used);
        var nameCells = Cells(row, Plan.Names, used);
        var numbers = Cells(row, Plan.RowNumber, used).Where(c => !nameCells.Contains(c)).ToList();
        foreach (var more in numbers.Skip(1).Where(c => grid.BeginsIn(c, row) && c.Text != numbers[0].Text)) leave(more, "同一行已有行次");
        var number = numbers.Count > 0 ? numbers[0].Text.Trim() : null;
        var label = nameCells.Count > 0 ? nameCells[0].Text.Trim() : "";
        var path = Plan.Names.Count > 1
            ? Plan.Names.Select((column,
                i) => i > 0 && ReferenceEquals(grid.At(row, column.Index), grid.At(row, Plan.Names[i - 1].Index))
                    ? ""
                    : grid.Text(row, column.Index).Trim()).ToValueList()
            : default;
        ValueList<KeyValuePair<string, string>> texts = default;
        var code = CodeOf(Continued(row, codeCells, label));
        if (code is not null && nameCells.Exists(codeCells.Contains)) label = "";
        if (code is null && codeCells.Count > 0 && label.Length == 0) label = string.Concat(codeCells.Select(c => c.Text.Trim()));
        else if (code is null) texts = NoCodes(row, codeCells.Where(c => !nameCells.Contains(c)).ToList());
        if (code is null && IsCoded && path.Count > 0 && path.LastOrDefault(p => p.Length > 0) is { } inner && CodedLabel.Split(inner) is { } own)
            (code, label, path) = (own.Code, own.Name, default);
        if (code is null && path.Count == 0 && form?.Rows is not (RowKind.Labelled or RowKind.Single) && CodedLabel.Split(label) is { } coded)
            (code, label) = coded;
        if (IsCoded && code is null && label.Length == 0 && path.Count == 0) (label, code) = Beside(row, used);
        code ??= CodeOf(Cells(row, Plan.UnitCode, []).Select(c => Label.Fold(c.Text)));
        var spansValues = nameCells.Concat(codeCells).Any(c => group.Of(ColumnRole.Value).Any(v => v.Index >= c.Column && v.Index < c.Column + c.ColumnSpan));
        _above = (label, code);
        return new Stub(label, code, number, path, texts, spansValues);
    }

    /// <summary>Cells of the code's columns that hold no code: kept as words in tables that need none, else left over.</summary>
    private ValueList<KeyValuePair<string, string>> NoCodes(int row, List<GridCell> cells)
    {
        cells = [.. cells.Where(c => grid.BeginsIn(c, row) && !CellText.IsDash(c.Text) && !TableHeader.IsLevelName(c.Text))];
        if (!IsCoded)
            return cells.Select(c => KeyValuePair.Create(Plan.Code.First(column => ReferenceEquals(grid.At(row, column.Index), c)).Header,
                c.Text.Trim())).ToValueList();
        foreach (var cell in cells) leave(cell, "不是科目编码；应为 3、5 或 7 位数字");
        return default;
    }

    /// <summary>A row with neither code nor label is what the words before its figures say (a unit, a kind of project); a project's further rows are the
    /// project above.</summary>
    private (string Label, string? Code) Beside(int row, HashSet<GridCell> used)
    {
        var stub = Plan.Code.Concat(Plan.Names).Select(c => c.Index).DefaultIfEmpty(int.MaxValue).Min();
        var first = group.Of(ColumnRole.Value).Select(c => c.Index).DefaultIfEmpty(int.MaxValue).Min();
        var words = Plan.Words.Where(c => c.Index < first
            && grid.At(row, c.Index) is { } cell
            && grid.BeginsIn(cell, row)
            && !string.IsNullOrWhiteSpace(cell.Text)
            && !CellText.IsDash(cell.Text)).ToList();
        if (form?.Rows == RowKind.Project && words.Exists(c => c.Index > stub)) return _above;
        var left = words.FindLast(c => c.Index < stub && c.Role != ColumnRole.Code);
        if (left is null) return ("", null);
        used.Add(grid.At(row, left.Index)!);
        return (grid.Text(row, left.Index).Trim(), null);
    }

    /// <summary>The texts of the code's cells; where only the lower levels stand in the row (款, 项), those above come from the rows before.</summary>
    private List<string> Continued(int row, List<GridCell> cells, string label)
    {
        var texts = cells.Select(c => Label.Fold(c.Text)).ToList();
        if (Plan.Code.Count == 1 && texts is [var text] && text.All(char.IsAsciiDigit)) return [InOneColumn(text, label)];
        if (Plan.Code.Count < 2 || texts.Count == 0 || texts.Exists(t => t.Length > 3 || !t.All(char.IsAsciiDigit))) return texts;
        var levels = Plan.Code.Select(c => cells.Find(cell => ReferenceEquals(cell, grid.At(row, c.Index))))
            .Select(c => c is null ? "" : Label.Fold(c.Text))
            .ToList();
        var first = levels.FindIndex(t => t.Length > 0);
        if (first > 0 && _levels.Count >= first && levels[first].Length <= 2) levels = [.. _levels.Take(first), .. levels.Skip(first)];
        else if (first != 0) return texts;
        _levels = levels.TakeWhile(t => t.Length > 0).ToList();
        return levels.Where(t => t.Length > 0).ToList();
    }

    /// <summary>A code in one column that may print its own level only (201, 03, 2010301): joined with the level above where that is sure.</summary>
    private string InOneColumn(string text, string label)
    {
        if (text.Length != 2)
        {
            _levels = text.Length is 3 or 5 or 7 ? [text[..3], .. text.Skip(3).Chunk(2).Select(c => new string(c))] : [];
            return text;
        }
        if (_levels.Count == 0 || form?.Rows is not (RowKind.Functional or RowKind.Economic)) return text;
        var candidates = Enumerable.Range(1, Math.Min(_levels.Count, 2)).Select(depth => string.Concat(_levels.Take(depth)) + text).ToList();
        var subjects = SubjectCatalog.For(year ?? SubjectCatalog.LastYear);
        var joined = candidates.Count == 1 ? candidates[0] : candidates.Find(c => subjects.Find(c) is { } subject && Label.Same(subject.Name, label));
        if (joined is null) return text;
        _levels = [joined[..3], .. joined.Skip(3).Chunk(2).Select(c => new string(c))];
        return joined;
    }

    /// <summary>The code that the cells make; null where they hold words or nothing.</summary>
    private static string? CodeOf(IEnumerable<string> cells)
    {
        var texts = cells.Where(t => t.Length > 0).ToList();
        return texts.Count > 0 && texts.TrueForAll(t => t.All(ch => char.IsAsciiLetterOrDigit(ch) || ch is '-')) ? Join(texts) : null;
    }

    /// <summary>One code from its cells: already joined, or to be joined.</summary>
    private static string Join(List<string> parts)
    {
        if (parts.Count == 1 || (parts[^1].Length > 3 && parts.TrueForAll(p => parts[^1].StartsWith(p, StringComparison.Ordinal)))) return parts[^1];
        if (FunctionalCode.FromParts([.. parts]).TryGetValue(out var functional)) return functional.ToString();
        if (EconomicCode.FromParts([.. parts]).TryGetValue(out var economic)) return economic.ToString();
        return string.Concat(parts);
    }

    /// <summary>The cells of a row in those columns, each once, left to right; they are used from now on. A cell that reaches in from above counts for its
    /// first row only, except as a label.</summary>
    private List<GridCell> Cells(int row, IEnumerable<TableColumn> columns, HashSet<GridCell> used)
    {
        var cells = new List<GridCell>();
        foreach (var column in columns)
        {
            if (grid.At(row, column.Index) is not { } cell || cells.Any(c => ReferenceEquals(c, cell)) || string.IsNullOrWhiteSpace(cell.Text)) continue;
            cells.Add(cell);
            used.Add(cell);
        }
        return cells;
    }
}
