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
    private const int HeaderRows = 8, BesideRows = 4, NamedRows = 6, ShortLine = 12, LastRows = 4, FewestColumns = 3;
    private const double SameLine = 3, AlikeShift = 8, AlikeShare = 0.3;

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

    /// <summary>Joins to each table those after it that carry its further columns: next page, nothing above but the rest of its heading, the same rows page by
    /// page at the same heights.</summary>
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
        if (left.Count != chain.Count || chain[0].Grid.Page != left[^1].Grid.Page + 1) return false;
        if (chain[0].Grid.RowCount < 3 && chain.Count == 1) return false;
        var named = HasColumnOfWords(chain[0].Grid);
        if (!HasColumnOfWords(table[0][0].Grid) || (named && chain.Sum(part => part.Grid.RowCount) < NamedRows)) return false;
        for (int i = 0; i < chain.Count; i++)
        {
            if (!chain[i].IsFirst || !SharesHeights(left[i].Grid, chain[i].Grid, options)) return false;
            var (from, to) = (left[i], chain[i]);
            var cut = to.Above.Any(line => CutLine(from, to, line) is not null);
            if ((i == 0 && named && !cut) || to.Above.Any(line => from.Above.Any(other => other.Text == line.Text && SamePlace(from, other, to, line))))
                return false;
            if (!cut && to.Above.Any(line => !IsRestOfHeading(from, to, line))) return false;
            if (to.Grid.RowCount < (cut || (from.IsLast && to.Above.Count == 0) ? 0 : BesideRows)) return false;
        }
        return true;
    }

    /// <summary>Whether the rows of <paramref name="right"/> are rows of <paramref name="left"/>, most of them; a merged cell may have hidden some.</summary>
    private static bool SharesHeights(PageGrid left, PageGrid right, PdfLayoutOptions options) =>
        right.Rows.Count * 3 > left.Rows.Count * 2 && right.Rows.All(y => left.Rows.Any(other => Math.Abs(y - other) < options.ColumnShift))
        && Math.Abs(left.Rows[^1] - right.Rows[^1]) < options.ColumnShift;

    /// <summary>Whether a line above a grid may be what a page cut through its columns left of the heading: a short line at its right end that the page before
    /// does not have.</summary>
    private static bool IsRestOfHeading(GridPart left, GridPart right, TextLine line) =>
        line.Text.Length <= ShortLine
            && Math.Abs(line.Box.X1 - right.Grid.Box.X1) < line.FontSize
            && !left.Above.Any(other => other.Text.Contains(line.Text, StringComparison.Ordinal));

    /// <summary>The line above <paramref name="left"/> that reaches the table's right edge and that <paramref name="line"/>, at the same height and the left
    /// edge of <paramref name="right"/>, goes on with; null where there is none.</summary>
    internal static TextLine? CutLine(GridPart left, GridPart right, TextLine line) => left.Above.FirstOrDefault(other =>
        Math.Abs(other.Box.CenterY - line.Box.CenterY) < SameLine
        && other.Box.X1 > left.Grid.Box.X1 - other.FontSize && line.Box.X0 < right.Grid.Box.X0 + line.FontSize
        && !SamePlace(left, other, right, line)
        && !left.Above.Any(begin => begin != other
            && Math.Abs(begin.Box.CenterY - other.Box.CenterY) < SameLine
            && begin.Box.X0 < left.Grid.Box.X0 + begin.FontSize));

    private static bool SamePlace(GridPart left, TextLine a, GridPart right, TextLine b) =>
        Math.Abs(a.Box.X0 - left.Grid.Box.X0 - (b.Box.X0 - right.Grid.Box.X0)) <= b.FontSize;

    /// <summary>How many letters at the end of a text are the first of another.</summary>
    internal static int Overlap(string text, string next)
    {
        for (int length = Math.Min(text.Length, next.Length); length > 0; length--)
            if (text.EndsWith(next[..length], StringComparison.Ordinal)) return length;
        return 0;
    }

    /// <summary>Whether some column names the rows: a table without one has them named on the page before.</summary>
    private static bool HasColumnOfWords(PageGrid grid) =>
        grid.Cells.Where(cell => cell.Row * 2 >= grid.RowCount && cell.Text.Length > 0).GroupBy(cell => cell.Column)
            .Any(column => column.Count(cell => !Script.IsNumberOrDash(cell.Text)) * 2 > column.Count());

    /// <summary>Whether a grid continues the table before it: next page, nothing between, the same columns.</summary>
    private static bool Continues(List<GridPart> chain, GridPart next, PdfLayoutOptions options)
    {
        var (first, last) = (chain[0], chain[^1]);
        if (!last.IsLast || !next.IsFirst || next.Grid.Page != last.Grid.Page + 1 + next.PagesSkipped) return false;
        var above = next.Above.Where(line => !Continuation.IsMark(line.Text)).ToList();
        bool marked = above.Count < next.Above.Count || above.Exists(line => Continuation.IsMarked(line.Text));
        if (above.Count > 0
            && !(above.TrueForAll(line => Heading(first).Any(other => Continuation.Repeats(line.Text, other)))
                && (marked || GoesOn(first.Grid, last.Grid, next.Grid, options.ColumnShift) || SameRow(first.Grid, 0, next.Grid, 0, options))))
            return false;
        if (!SameColumns(first.Grid, last.Grid, next.Grid, options)
            && (next.Grid.Kind == GridKind.Aligned
                || !(AlikeColumns(first.Grid, next.Grid) && GoesOn(first.Grid, last.Grid, next.Grid, AlikeShift))
                    && !(LacksLast(first.Grid, next.Grid, options) && GoesOn(first.Grid, last.Grid, next.Grid, options.ColumnShift))))
            return false;
        return !HasOwnTitle(first.Grid, next.Grid);
    }

    /// <summary>Whether the first row goes on the rows before and is no header: a figure or an ordinal of it stands below one of theirs, and it does not
    /// begin as the table does.</summary>
    private static bool GoesOn(PageGrid first, PageGrid last, PageGrid next, double shift)
    {
        if (Text(first) is { } begin && begin == Text(next)) return false;
        return Follow(Script.IsNumber) || Follow(Script.BeginsWithOrdinal);

        bool Follow(Func<string, bool> kind) => next.Cells.Any(cell => cell.Row == 0 && kind(cell.Text) && last.Cells.Any(above =>
            above.Row >= last.RowCount - LastRows && kind(above.Text) && Math.Abs(above.Box.X0 - last.Columns[0] - (cell.Box.X0 - next.Columns[0])) <= shift));

        static string? Text(PageGrid grid) => grid.Cells.FirstOrDefault(cell => cell.Row == 0 && cell.Text.Length > 0)?.Text;
    }

    /// <summary>What stands above a table, or in rows of it from side to side.</summary>
    private static IEnumerable<string> Heading(GridPart part) => part.Above.Select(line => line.Text)
        .Concat(part.Grid.Cells.Where(cell => cell.Row < HeaderRows && cell.ColumnSpan == part.Grid.ColumnCount && cell.Text.Length > 0)
            .Select(cell => cell.Text));

    /// <summary>Whether a part has the first columns of the table and lacks but the last ones: they are empty there, and not ruled.</summary>
    private static bool LacksLast(PageGrid first, PageGrid next, PdfLayoutOptions options) =>
        next.ColumnCount < first.ColumnCount && next.ColumnCount >= FewestColumns
        && next.Columns.Zip(first.Columns, (x, y) => Math.Abs(x - next.Columns[0] - (y - first.Columns[0]))).All(off => off <= options.ColumnShift);

    /// <summary>Whether two parts have as many columns, of nearly the same widths: set as tables of their own, page by page.</summary>
    internal static bool AlikeColumns(PageGrid first, PageGrid next)
    {
        if (first.ColumnCount != next.ColumnCount) return false;
        for (int i = 1; i <= first.ColumnCount; i++)
        {
            double narrow = Math.Min(Width(first, i), Width(next, i));
            if (i < first.ColumnCount) narrow = Math.Min(narrow, Math.Min(Width(first, i + 1), Width(next, i + 1)));
            double off = first.Columns[i] - first.Columns[0] - (next.Columns[i] - next.Columns[0]);
            if (Math.Abs(off) > Math.Min(AlikeShift, AlikeShare * narrow)) return false;
        }
        return true;

        static double Width(PageGrid grid, int column) => grid.Columns[column] - grid.Columns[column - 1];
    }

    /// <summary>A first row that spans the table and reads otherwise than the first table's own is a title.</summary>
    private static bool HasOwnTitle(PageGrid first, PageGrid next) =>
        TitleOf(first) is { } title && TitleOf(next) is { } other && !Continuation.Repeats(other, title);

    private static string? TitleOf(PageGrid grid) =>
        grid.ColumnCount > 1 && grid.Cells[0] is { Row: 0, Text.Length: > 0 } cell && cell.ColumnSpan == grid.ColumnCount ? cell.Text : null;

    private static bool SameColumns(PageGrid first, PageGrid last, PageGrid next, PdfLayoutOptions options)
    {
        if (Math.Min(Math.Abs(last.Box.Width - next.Box.Width), Math.Abs(first.Box.Width - next.Box.Width)) > options.ColumnShift) return false;
        var known = first.Columns.Concat(last.Columns.Select(x => x - last.Columns[0] + first.Columns[0])).ToList();
        double shift = first.Columns[0] - next.Columns[0];
        var other = next.Columns.Select(x => x + shift).ToList();
        return Within(other, known)
            || Within(known, other)
            || EdgesOf(last, last.RowCount - 1).Zip(EdgesOf(next, 0)).All(pair => Math.Abs(pair.First - pair.Second) <= options.ColumnShift)
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
            if (!Continuation.Repeats(right[i].Text, left[i].Text)
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
