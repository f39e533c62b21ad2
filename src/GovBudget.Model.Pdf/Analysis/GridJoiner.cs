namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A grid on a page and what surrounds it there.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Above">The lines of text between it and the grid or page head above, running headers left out.</param>
/// <param name="IsFirst">Whether no other grid stands above it on its page.</param>
/// <param name="IsLast">Whether nothing but page furniture stands below it.</param>
/// <param name="PagesSkipped">How many blank pages lie between it and the page before it that holds something.</param>
public sealed record GridPart(PageGrid Grid, IReadOnlyList<TextLine> Above, bool IsFirst, bool IsLast, int PagesSkipped = 0);

/// <summary>Decides which grids continue over a page break, and joins them.</summary>
public static class GridJoiner
{
    private const int HeaderRows = 8;

    /// <summary>The parts of each table, in order: most have one part.</summary>
    public static IReadOnlyList<IReadOnlyList<GridPart>> Chain(IReadOnlyList<GridPart> parts, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(options);
        var chains = new List<List<GridPart>>();
        foreach (var part in parts)
        {
            if (chains.Count > 0 && Continues(chains[^1], part, options)) chains[^1].Add(part);
            else chains.Add([part]);
        }
        return chains;
    }

    /// <summary>Joins to each table those after it that carry its further columns: next page, nothing above, the same rows page by page at the same heights.</summary>
    /// <returns>Tables as chains that stand side by side, from left to right: most stand alone.</returns>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<GridPart>>> Beside(IReadOnlyList<IReadOnlyList<GridPart>> chains, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(chains);
        ArgumentNullException.ThrowIfNull(options);
        var tables = new List<List<IReadOnlyList<GridPart>>>();
        foreach (var chain in chains)
        {
            if (tables.Count > 0 && IsBeside(tables[^1], chain, options)) tables[^1].Add(chain);
            else tables.Add([chain]);
        }
        return tables;
    }

    private static bool IsBeside(List<IReadOnlyList<GridPart>> table, IReadOnlyList<GridPart> chain, PdfLayoutOptions options)
    {
        var left = table[^1];
        if (left.Count != chain.Count || !left[^1].IsLast || chain[0].Grid.Page != left[^1].Grid.Page + 1) return false;
        if (chain[0].Grid.RowCount < 3 && chain.Count == 1) return false;
        for (int i = 0; i < chain.Count; i++)
            if (!chain[i].IsFirst || chain[i].Above.Count > 0 || !SameHeights(left[i].Grid, chain[i].Grid, options)) return false;
        return HasColumnOfWords(table[0][0].Grid) && !HasColumnOfWords(chain[0].Grid);
    }

    private static bool SameHeights(PageGrid a, PageGrid b, PdfLayoutOptions options) =>
        a.Rows.Count == b.Rows.Count && a.Rows.Zip(b.Rows).All(pair => Math.Abs(pair.First - pair.Second) < options.ColumnShift);

    /// <summary>Whether some column names the rows: a table without one has them named on the page before.</summary>
    private static bool HasColumnOfWords(PageGrid grid) =>
        grid.Cells.Where(cell => cell.Row * 2 >= grid.RowCount && cell.Text.Length > 0).GroupBy(cell => cell.Column)
            .Any(column => column.Count(cell => !Script.IsNumberOrDash(cell.Text)) * 2 > column.Count());

    /// <summary>Whether a grid continues the table before it: next page, nothing between, the same columns.</summary>
    private static bool Continues(List<GridPart> chain, GridPart next, PdfLayoutOptions options)
    {
        var (first, last) = (chain[0], chain[^1]);
        if (!last.IsLast || !next.IsFirst || next.Grid.Page != last.Grid.Page + 1 + next.PagesSkipped) return false;
        var above = next.Above.Where(line => !IsContinuationMark(line.Text)).ToList();
        if (above.Count > 0 && !(above.TrueForAll(line => first.Above.Any(other => other.Text == line.Text)) && SameRow(first.Grid, 0, next.Grid, 0, options))) return false;
        if (!SameColumns(first.Grid, last.Grid, next.Grid, options)) return false;
        return !HasOwnTitle(first.Grid, next.Grid);
    }

    private static bool IsContinuationMark(string text) => text.Trim(' ', '（', '）', '(', ')', '：', ':') is "续" or "续表" or "接上表" or "续上表" or "接上页";

    /// <summary>A first row that spans the table and reads otherwise than the first table's own is a title.</summary>
    private static bool HasOwnTitle(PageGrid first, PageGrid next) =>
        TitleOf(first) is { } title && TitleOf(next) is { } other && title != other;

    private static string? TitleOf(PageGrid grid) =>
        grid.ColumnCount > 1 && grid.Cells[0] is { Row: 0, Text.Length: > 0 } cell && cell.ColumnSpan == grid.ColumnCount ? cell.Text : null;

    private static bool SameColumns(PageGrid first, PageGrid last, PageGrid next, PdfLayoutOptions options)
    {
        if (Math.Abs(last.Box.Width - next.Box.Width) > options.ColumnShift) return false;
        var known = first.Columns.Concat(last.Columns.Select(x => x - last.Columns[0] + first.Columns[0])).ToList();
        double shift = first.Columns[0] - next.Columns[0];
        var other = next.Columns.Select(x => x + shift).ToList();
        return Within(other, known) || Within(known, other) || EdgesOf(last, last.RowCount - 1).Zip(EdgesOf(next, 0)).All(pair => Math.Abs(pair.First - pair.Second) <= options.ColumnShift)
                && EdgesOf(last, last.RowCount - 1).Count() == EdgesOf(next, 0).Count();

        bool Within(List<double> inner, List<double> outer) => inner.TrueForAll(x => outer.Exists(y => Math.Abs(x - y) <= options.ColumnShift));
        IEnumerable<double> EdgesOf(PageGrid grid, int row) =>
            grid.Cells.Where(cell => cell.Row <= row && cell.Row + cell.RowSpan > row).Select(cell => grid.Columns[cell.Column] - grid.Columns[0]).Order();
    }

    /// <summary>Whether two rows hold the same words at the same places.</summary>
    internal static bool SameRow(PageGrid a, int rowA, PageGrid b, int rowB, PdfLayoutOptions options)
    {
        var left = a.Cells.Where(cell => cell.Row == rowA && cell.Text.Length > 0).ToList();
        var right = b.Cells.Where(cell => cell.Row == rowB && cell.Text.Length > 0).ToList();
        if (left.Count != right.Count || !left.Exists(cell => cell.Text.Any(char.IsLetter))) return false;
        for (int i = 0; i < left.Count; i++)
            if (left[i].Text != right[i].Text
                || Math.Abs(left[i].Box.X0 - a.Columns[0] - (right[i].Box.X0 - b.Columns[0])) > options.ColumnShift) return false;
        return true;
    }

    /// <summary>How many rows at the head of a continuation repeat the table's first rows.</summary>
    internal static int RepeatedRows(PageGrid first, PageGrid next, PdfLayoutOptions options)
    {
        int rows = 0;
        while (rows < Math.Min(HeaderRows, Math.Min(first.RowCount, next.RowCount)) && SameRow(first, rows, next, rows, options)) rows++;
        // A merged header cell that reaches further than the rows that are equal shows that they are no header.
        while (rows > 0 && next.Cells.Any(cell => cell.Row < rows && cell.Row + cell.RowSpan > rows)) rows--;
        return rows;
    }
}
