namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Borrows from the text the rows and columns that rules leave out of a partly ruled grid.</summary>
public static class GridRefiner
{
    private const double DoubleOff = 0.08, LevelOff = 0.06, OpenPitch = 1.6;
    private const int FewestRows = 3;

    /// <summary>The grid with rows under common baselines parted, and cells that hold a figure per column split; the same instance where rules say it
    /// all.</summary>
    public static PageGrid Refine(PageGrid grid, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        var heights = grid.Rows.Zip(grid.Rows.Skip(1), (a, b) => b - a).Order().ToList();
        for (int row = grid.RowCount - 1; row >= 0; row--)
        {
            int before = grid.RowCount;
            grid = SplitRow(grid, row, options);
            if (grid.RowCount == before && before > FewestRows) grid = SplitDouble(grid, row, heights[heights.Count / 2], options);
        }
        return MissingRules.Restore(SplitColumns(grid, grid.Columns, options), options);
    }

    /// <summary>Splits every cell of one row that spans several of these columns and holds a label and a figure in each of some.</summary>
    internal static PageGrid SplitColumns(PageGrid grid, IReadOnlyList<double> columns, PdfLayoutOptions options)
    {
        var cells = new List<PageCell>(grid.Cells.Count);
        bool changed = false;
        foreach (var cell in grid.Cells)
        {
            var parts = cell.ColumnSpan > 1 && cell.RowSpan == 1 && cell.Letters.Count > 3 ? Parts(cell, columns, options) : null;
            changed |= parts is not null;
            if (parts is null) cells.Add(cell);
            else cells.AddRange(parts);
        }
        return changed ? grid with { Cells = cells, Kind = GridKind.PartlyRuled } : grid;
    }

    private static List<PageCell>? Parts(PageCell cell, IReadOnlyList<double> columns, PdfLayoutOptions options)
    {
        var words = WordFinder.Find(cell.Letters, options);
        var numbers = words.Where(word => Script.IsNumber(word.Text)).ToList();
        if (numbers.Count < 2 || numbers.Count < words.Count - 1 || CellText.Lines(cell.Letters).Count > 1) return null;
        var starts = new SortedSet<int> { cell.Column };
        var figures = new HashSet<int>();
        foreach (var number in numbers)
        {
            int column = ColumnOf(columns, number.Box.CenterX);
            if (number.Box.X0 < columns[column] - 1 || number.Box.X1 > columns[column + 1] + 1) return null;
            if (!figures.Add(column)) return null;
            starts.Add(column);
            starts.Add(column + 1);
        }
        starts.Remove(cell.Column + cell.ColumnSpan);
        var bounds = starts.Append(cell.Column + cell.ColumnSpan).ToList();
        var parts = new List<PageCell>();
        for (int i = 0; i + 1 < bounds.Count; i++)
        {
            var box = cell.Box with { X0 = columns[bounds[i]], X1 = columns[bounds[i + 1]] };
            var letters = cell.Letters.Where(letter => letter.Box.CenterX >= box.X0 && letter.Box.CenterX < box.X1).ToList();
            parts.Add(new PageCell(cell.Row, bounds[i], 1, bounds[i + 1] - bounds[i], box, CellText.Of(letters, box, options), letters));
        }
        return parts.Sum(part => part.Letters.Count) == cell.Letters.Count ? parts : null;
    }

    private static int ColumnOf(IReadOnlyList<double> columns, double x)
    {
        int column = 0;
        while (column + 2 < columns.Count && columns[column + 1] <= x) column++;
        return column;
    }

    /// <summary>A row whose columns of figures share several baselines is as many rows.</summary>
    private static PageGrid SplitRow(PageGrid grid, int row, PdfLayoutOptions options)
    {
        var baselines = new List<List<double>>();
        foreach (var cell in grid.Cells)
            if (cell.Row == row && cell.RowSpan == 1 && FigureLines(cell, options) is { } lines) baselines.Add(lines);
        if (baselines.Count < options.AlignedColumns) return grid;
        var reference = baselines.MaxBy(lines => lines.Count)!;
        int fewest = IsPair(grid, row, options) ? 2 : options.AlignedRows;
        if (reference.Count < fewest || baselines.Count(lines => lines.Count >= 2) < options.AlignedColumns) return grid;
        if (!baselines.TrueForAll(lines => lines.TrueForAll(y => reference.Exists(r => Math.Abs(r - y) < 2)))) return grid;
        if (grid.Cells.Any(cell => cell.Row < row && cell.Row + cell.RowSpan > row)) return grid;

        int extra = reference.Count - 1;
        var cuts = new List<double>();
        for (int i = 0; i < extra; i++) cuts.Add((reference[i] + reference[i + 1]) / 2);
        double em = grid.Cells.First(cell => cell.Row == row && cell.Letters.Count > 0).Letters[0].FontSize;
        for (int i = 0; i < extra; i++) cuts[i] -= 0.35 * em;
        bool IsAtCut(Letter letter) => Math.Abs(LetterRows.Middle(letter) - cuts[0]) < 0.3 * em;
        if (extra == 1 && grid.Cells.Any(cell => cell.Row == row && cell.Letters.Any(IsAtCut))) return grid;
        return Cut(grid, row, cuts, options);
    }

    /// <summary>The grid with one row cut at these heights.</summary>
    private static PageGrid Cut(PageGrid grid, int row, List<double> cuts, PdfLayoutOptions options)
    {
        int extra = cuts.Count;
        var rows = grid.Rows.Take(row + 1).Concat(cuts).Concat(grid.Rows.Skip(row + 1)).ToList();
        var cells = new List<PageCell>();
        foreach (var cell in grid.Cells)
        {
            if (cell.Row < row) cells.Add(cell);
            else if (cell.Row > row) cells.Add(cell with { Row = cell.Row + extra });
            else
                for (int i = 0; i <= extra; i++)
                {
                    var box = cell.Box with { Y0 = rows[row + i], Y1 = rows[row + i + 1] };
                    var letters = cell.Letters.Where(letter => RowOf(cuts, LetterRows.Middle(letter)) == i).ToList();
                    cells.Add(cell with { Row = row + i, Box = box, Letters = letters, Text = CellText.Of(letters, box, options) });
                }
        }
        cells.Sort((a, b) => a.Row != b.Row ? a.Row - b.Row : a.Column - b.Column);
        return grid with { Rows = rows, Cells = cells, Kind = GridKind.PartlyRuled };
    }

    /// <summary>Whether a row is two whose rule is missing: two of its cells hold two whole amounts or codes.</summary>
    private static bool IsPair(PageGrid grid, int row, PdfLayoutOptions options) =>
        grid.Cells.Count(cell => cell.Row == row && cell.RowSpan == 1 && cell.Letters.Count > 5
            && CellText.Lines(cell.Letters) is { Count: 2 } lines && lines.TrueForAll(line => MissingRules.IsAmount(Spacing.LineText(line, options)))) > 1;

    /// <summary>A row of twice the usual height, in which all texts stand at two levels half its height apart and none runs on below, is two rows.</summary>
    private static PageGrid SplitDouble(PageGrid grid, int row, double usual, PdfLayoutOptions options)
    {
        double height = grid.Rows[row + 1] - grid.Rows[row];
        if (Math.Abs(height - 2 * usual) > DoubleOff * height || grid.Cells.Any(cell => cell.Row < row && cell.Row + cell.RowSpan > row)) return grid;
        var own = grid.Cells.Where(cell => cell.Row == row && cell.Letters.Count > 0).ToList();
        if (own.Count < 2 || own.Exists(cell => cell.RowSpan > 1 || cell.Letters.Any(letter => letter.Direction != TextDirection.Right))) return grid;
        double em = own[0].Letters[0].FontSize, top = own.Min(cell => cell.Letters.Min(letter => letter.Baseline)), near = LevelOff * height;
        if (height < 2 * OpenPitch * em) return grid;
        int both = 0;
        foreach (var cell in own)
        {
            var lines = CellText.Lines(cell.Letters);
            if (lines.Count > 2 || lines.Exists(line => Off(line, 0) > near && Off(line, height / 2) > near)) return grid;
            if (lines.Count < 2) continue;
            if (cell.Box.Width - (LetterRows.End(lines[0][^1]) - LetterRows.Start(lines[0][0])) < OpenPitch * em) return grid;
            both++;
        }
        return both < 2 ? grid : Cut(grid, row, [grid.Rows[row] + height / 2], options);

        double Off(List<Letter> line, double level) => Math.Abs(line[0].Baseline - top - level);
    }

    private static int RowOf(List<double> cuts, double y)
    {
        int row = 0;
        while (row < cuts.Count && cuts[row] <= y) row++;
        return row;
    }

    /// <summary>Whether lines are the pieces of one figure: with one decimal point among all of them.</summary>
    private static bool IsWrapped(List<List<Letter>> lines, PdfLayoutOptions options)
    {
        string joined = string.Concat(lines.Select(line => Spacing.LineText(line, options)));
        return lines.Count > 1 && joined.Count(c => c == '.') == 1 && joined[^1] != '.' && Script.IsNumber(joined);
    }

    /// <summary>The baselines of a cell whose lines are all whole figures; null for any other.</summary>
    private static List<double>? FigureLines(PageCell cell, PdfLayoutOptions options)
    {
        if (cell.Letters.Count < 2 || cell.Letters[0].Direction != TextDirection.Right) return null;
        var lines = CellText.Lines(cell.Letters);
        if (!lines.TrueForAll(line => Script.IsNumber(Spacing.LineText(line, options)))) return null;
        // A figure wrapped in its cell is no column of figures.
        if (lines.Count == 2 && lines.Exists(line => line.Count < 3) || IsWrapped(lines, options)) return null;
        return lines.ConvertAll(line => line[0].Baseline);
    }
}
