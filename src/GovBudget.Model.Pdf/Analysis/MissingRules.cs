using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Parts cells that only a missing rule made one: spreadsheets leave out borders here and there. The lines that part the rows above and below part
/// this one too, where a figure stands alone between them or words stand as texts of their own.</summary>
internal sealed class MissingRules
{
    private const double Inset = 0.5, Centre = 2.5, MiddleOff = 0.2, FullLine = 1.5, NearGap = 0.15, AtSide = 0.8;
    private const int Support = 2, FewestLetters = 2;
    private readonly PageGrid _grid;
    private readonly PdfLayoutOptions _options;
    private readonly Dictionary<(int From, int To), int> _figures = [];
    private readonly Dictionary<int, int> _amounts = [];

    private MissingRules(PageGrid grid, PdfLayoutOptions options)
    {
        (_grid, _options) = (grid, options);
        foreach (var cell in grid.Cells.Where(cell => cell.Letters.Count > 0))
            if (Script.IsNumber(cell.Text)) Count(cell.Column, cell.Column + cell.ColumnSpan - 1, cell.Text);
            else if (cell.ColumnSpan > 1 && IsLevel(cell))
                foreach (var run in Runs(cell))
                    if (run.IsFigure && run.IsOne) Count(run.From, run.To, run.Words[0].Text);

        void Count(int from, int to, string text)
        {
            _figures[(from, to)] = _figures.GetValueOrDefault((from, to)) + 1;
            if (text.AsSpan().ContainsAny('.', ',')) _amounts[from] = _amounts.GetValueOrDefault(from) + 1;
        }
    }

    /// <summary>The grid with such cells parted; the same instance where there are none.</summary>
    public static PageGrid Restore(PageGrid grid, PdfLayoutOptions options)
    {
        if (grid.Cells.All(cell => cell.ColumnSpan == 1 && cell.RowSpan == 1 || cell.Letters.Count == 0)) return grid;
        var rules = new MissingRules(grid, options);
        var cells = new List<PageCell>(grid.Cells.Count);
        foreach (var cell in grid.Cells)
            foreach (var part in cell.ColumnSpan > 1 && IsLevel(cell) ? rules.ByColumns(cell) ?? [cell] : [cell])
                cells.AddRange(part.RowSpan > 1 && IsLevel(part) ? rules.ByRows(part) ?? [part] : [part]);
        if (cells.Count == grid.Cells.Count) return grid;
        cells.Sort((a, b) => a.Row != b.Row ? a.Row - b.Row : a.Column - b.Column);
        return grid with { Cells = cells, Kind = GridKind.PartlyRuled };
    }

    /// <summary>The cells of a row of the grid, given as one; null where it does not say where they part.</summary>
    public static List<PageCell>? Parts(PageGrid grid, PageCell row, PdfLayoutOptions options) => new MissingRules(grid, options).ByColumns(row);

    /// <summary>Decimals, grouped digits, or the code of a subject: no year, no ordinal, no piece of a figure broken over lines.</summary>
    public static bool IsAmount(string text) => Script.IsNumber(text)
        && (text.Length > 3 && text[^3] == '.' || text.Contains(',', StringComparison.Ordinal) || text.Length is 3 or 5 or 7 && text.All(char.IsAsciiDigit));

    private static bool IsLevel(PageCell cell) => cell.Letters.Count > 0 && cell.Letters.All(letter => letter.Direction == TextDirection.Right);

    /// <summary>What stands between lines that part a row: from the first to the last column.</summary>
    private sealed record Run(int From, int To, bool IsOne, IReadOnlyList<Word> Words)
    {
        public bool IsFigure { get; } = Words.All(word => Script.IsNumberOrDash(word.Text));

        public double Left { get; } = Words.Min(word => word.Box.X0);

        public double Right { get; } = Words.Max(word => word.Box.X1);

        public double Em => Words[0].Letters[0].FontSize;

        public int Letters => Words.Sum(word => word.Letters.Count);

        public Run With(Run next) => new(From, Math.Max(To, next.To), IsOne && next.IsOne && From == next.From, [.. Words, .. next.Words]);
    }

    /// <summary>The lines that may be missing in a cell: those that bound cells of the rows next to it; where there are none, all.</summary>
    private List<int> Lines(PageCell cell)
    {
        int end = cell.Column + cell.ColumnSpan;
        var near = _grid.Cells.Where(other => other.Row + other.RowSpan == cell.Row || other.Row == cell.Row + cell.RowSpan)
            .SelectMany(other => new[] { other.Column, other.Column + other.ColumnSpan })
            .Where(column => column > cell.Column && column < end)
            .Distinct().Order().ToList();
        return near.Count > 0 ? near : [.. Enumerable.Range(cell.Column + 1, cell.ColumnSpan - 1)];
    }

    private List<Run> Runs(PageCell cell)
    {
        var lines = Lines(cell);
        int[] starts = [cell.Column, .. lines, cell.Column + cell.ColumnSpan];
        var runs = new List<Run>();
        foreach (var run in WordFinder.Find(cell.Letters, _options).SelectMany(word => AtLines(lines, word)).Select(Of).OrderBy(run => run.From))
            if (runs.Count > 0 && run.From <= runs[^1].To) runs[^1] = runs[^1].With(run);
            else runs.Add(run);
        bool data = runs.Exists(run => run.IsFigure);
        for (int i = runs.Count - 1; i > 0; i--)
        {
            if (runs[i].IsFigure || runs[i - 1].IsFigure || Stand(runs[i - 1], runs[i], data)) continue;
            runs[i - 1] = runs[i - 1].With(runs[i]);
            runs.RemoveAt(i);
        }
        return runs;

        Run Of(Word word)
        {
            int from = SlotAt(word.Box.X0 + Inset), to = SlotAt(word.Box.X1 - Inset);
            return new Run(starts[from], starts[to + 1] - 1, from == to, [word]);
        }

        int SlotAt(double x)
        {
            int slot = 0;
            while (slot + 2 < starts.Length && _grid.Columns[starts[slot + 1]] <= x) slot++;
            return slot;
        }
    }

    /// <summary>Whether words are texts of their own, more than a blank apart: each in the middle of its column, as headers are; in a row of figures at its side
    /// is enough.</summary>
    private bool Stand(Run left, Run right, bool data) => right.Left - left.Right > right.Em && (data
        ? left.IsOne && IsAtHome(right)
        : left.Letters >= FewestLetters && right.Letters >= FewestLetters && IsCentred(left) && IsCentred(right));

    /// <summary>A word parted where a line runs between a figure and what else it is made of, so near to each other that they were taken for one.</summary>
    private IEnumerable<Word> AtLines(List<int> lines, Word word)
    {
        foreach (double line in lines.Select(column => _grid.Columns[column]))
        {
            int at = word.Letters.TakeWhile(letter => letter.Box.X1 <= line + Inset).Count();
            if (at == 0 || at == word.Letters.Count || word.Letters[at].Box.X0 < line - Inset) continue;
            if (word.Letters[at].Box.X0 - word.Letters[at - 1].Box.X1 < NearGap * word.Letters[at].FontSize) continue;
            Word before = Word.Of([.. word.Letters.Take(at)]), after = Word.Of([.. word.Letters.Skip(at)]);
            if (IsAmount(before.Text) || IsAmount(after.Text)) return [before, .. AtLines(lines, after)];
        }
        return [word];
    }

    private bool IsCentred(Run run) => Math.Abs(run.Left + run.Right - _grid.Columns[run.From] - _grid.Columns[run.To + 1]) < 2 * Centre;

    /// <summary>Whether a text stands in its own column as texts do: words left, figures right, both in the middle.</summary>
    private bool IsAtHome(Run run) => run.IsOne && (IsCentred(run) || (run.IsFigure
        ? _grid.Columns[run.To + 1] - run.Right < AtSide * run.Em
        : run.Left - _grid.Columns[run.From] < AtSide * run.Em));

    private List<PageCell>? ByColumns(PageCell cell)
    {
        var runs = Runs(cell);
        if (runs is [var run])
        {
            // by itself: in the middle of a merged cell, at its beginning, or at home in a column beside others that are empty
            if (!IsAtHome(run) || Math.Abs(run.Left + run.Right - cell.Box.X0 - cell.Box.X1) < 2 * Centre) return null;
            if (run.IsFigure ? !IsSupported(run) : cell.ColumnSpan == _grid.ColumnCount || CellText.Lines(cell.Letters).Count > 1) return null;
            // a label is merged with anything but the column of amounts that ends the cell
            if (!run.IsFigure && run.From == cell.Column && Lines(cell).Find(line => line > run.To && _amounts.ContainsKey(line)) is var amounts
                && (amounts == 0 || amounts < Lines(cell)[^1] || _amounts[amounts] < Support))
                return null;
        }
        else
        {
            var figures = runs.FindAll(run => run.IsFigure);
            if (figures.Exists(run => !run.IsOne) || figures.Count == 1 && !IsSupported(figures[0])) return null;
        }

        var bounds = new SortedSet<int> { cell.Column };
        for (int i = 0; i < runs.Count; i++)
            if (runs[i].IsFigure || runs.Count == 1) bounds.UnionWith([runs[i].From, runs[i].To + 1]);
            else if (i > 0 && (!runs[i - 1].IsFigure || IsAtHome(runs[i]))) bounds.Add(runs[i].From);
        bounds.Remove(cell.Column + cell.ColumnSpan);
        if (bounds.Count == 1) return null;
        var starts = bounds.Append(cell.Column + cell.ColumnSpan).ToList();
        var parts = new List<PageCell>();
        for (int i = 0; i + 1 < starts.Count; i++)
        {
            var letters = runs.Where(run => run.From >= starts[i] && run.From < starts[i + 1])
                .SelectMany(run => run.Words).SelectMany(word => word.Letters).ToHashSet();
            var inner = letters.Count > 0 ? [] : Lines(cell).Where(line => line > starts[i] && line < starts[i + 1]).ToList();
            int[] ends = [starts[i], .. inner, starts[i + 1]];
            for (int k = 0; k + 1 < ends.Length; k++) parts.Add(Part(ends[k], ends[k + 1], letters));
        }
        return parts;

        bool IsSupported(Run run) => _figures.GetValueOrDefault((run.From, run.To)) >= Support;

        PageCell Part(int from, int to, HashSet<Letter> letters) => With(cell with { Column = from, ColumnSpan = to - from },
            cell.Box with { X0 = _grid.Columns[from], X1 = _grid.Columns[to] }, [.. cell.Letters.Where(letters.Contains)]);
    }

    private PageCell With(PageCell cell, Box box, IReadOnlyList<Letter> letters) =>
        cell with { Box = box, Letters = letters, Text = CellText.Of(letters, box, _options) };

    private List<PageCell>? ByRows(PageCell cell)
    {
        var lines = new List<Letter>?[cell.RowSpan];
        foreach (var line in CellText.Lines(cell.Letters))
        {
            double y = LetterRows.Middle(line[0]), half = 0.35 * line[0].FontSize;
            int row = 0;
            while (row + 1 < cell.RowSpan && _grid.Rows[cell.Row + row + 1] <= y) row++;
            if (lines[row] is not null || y - half < _grid.Rows[cell.Row + row] || y + half > _grid.Rows[cell.Row + row + 1]) return null;
            lines[row] = line;
        }
        var filled = Enumerable.Range(0, cell.RowSpan).Where(row => lines[row] is not null).ToList();
        var texts = lines.Select(line => line is null ? "" : Spacing.LineText(line, _options)).ToArray();
        int amounts = filled.Count(row => IsAmount(texts[row]));
        int dashes = filled.Count(row => !Script.IsNumber(texts[row]) && Script.IsNumberOrDash(texts[row]));
        bool parted = filled.Count == 1 ? amounts == 1 && filled[0] > 0 && !IsMiddle(filled[0], 0, cell.RowSpan)
            : amounts + dashes == filled.Count || (amounts > 0 ? filled.TrueForAll(row => IsMiddle(row, row, 1)) : AreRows());
        if (!parted) return null;
        return [.. Enumerable.Range(0, cell.RowSpan).Select(row =>
            With(cell with { Row = cell.Row + row, RowSpan = 1 }, cell.Box with { Y0 = _grid.Rows[cell.Row + row], Y1 = _grid.Rows[cell.Row + row + 1] },
                lines[row] ?? []))];

        // whether a line stands halfway down so many rows
        bool IsMiddle(int line, int row, int count)
        {
            double top = _grid.Rows[cell.Row + row], bottom = _grid.Rows[cell.Row + row + count];
            return Math.Abs(LetterRows.Middle(lines[line]![0]) - (top + bottom) / 2) < MiddleOff * (bottom - top);
        }

        // one code in each row, or one name and none of them running on, beside figures in each row
        bool AreRows() => filled.Count == cell.RowSpan
            && filled.TrueForAll(row => IsMiddle(row, row, 1)
                && (Script.IsNumber(texts[row]) || lines[row]!.Count >= FewestLetters && !IsFull(lines[row]!))
                && _grid.Cells.Any(other => other.Row == cell.Row + row && other.RowSpan == 1 && Script.IsNumber(other.Text) && other.Text.Length > 2));

        bool IsFull(List<Letter> line) =>
            cell.Box.Width - (LetterRows.End(line[^1]) - LetterRows.Start(line[0])) <= FullLine * line[0].FontSize;
    }
}
