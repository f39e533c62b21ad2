using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds tables without column rules: figures that align in columns, row under row; between horizontal rules or tinted rows, or with nothing around
/// them.</summary>
/// <remarks>Careful by design: where no rules bound it, <see cref="PdfLayoutOptions.AlignedRows"/> rows must hold figures in
/// <see cref="PdfLayoutOptions.AlignedColumns"/> columns with white space running down between them; anything less stays text.</remarks>
public static class AlignedGridFinder
{
    private const double RowGap = 4, HeaderGap = 2.8, LargerType = 1.15, SameEdge = 3, ProseShare = 0.55, MinimumRow = 8, Shared = 0.2;
    private const int MaximumHeaderRows = 12, MaximumHeaderTexts = 150, FewestFigures = 6, ManyColumns = 5;

    /// <summary>The aligned grids among words that stand in no ruled grid; what is in none of them is left in <paramref name="rest"/>.</summary>
    /// <param name="page">1-based page number.</param>
    /// <param name="words">Words that stand in no ruled grid.</param>
    /// <param name="rules">Rules and edges of tinted rows that bound no cell of a ruled grid.</param>
    /// <param name="pageWidth">The width of the page in points.</param>
    /// <param name="options">The tolerances.</param>
    /// <param name="rest">The words that are left.</param>
    public static IReadOnlyList<PageGrid> Find(int page, IReadOnlyList<Word> words, IEnumerable<RulingEdge> rules, double pageWidth, PdfLayoutOptions options,
        out IReadOnlyList<Word> rest)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        rest = words;
        if (words.Count(word => Script.IsNumber(word.Text)) < 2) return [];
        var rows = TextRow.Of(words, options);
        var grids = new List<PageGrid>();
        foreach (var stack in RuleBands.Stacks(rules, pageWidth)) FindBetweenRules(page, rows, stack, options, grids);
        FindByText(page, rows, options, grids);
        if (grids.Count > 0)
        {
            var taken = grids.SelectMany(grid => grid.Cells).SelectMany(cell => cell.Letters).ToHashSet();
            rest = [.. words.Where(word => !taken.Contains(word.Letters[0]))];
            grids.Sort((a, b) => a.Box.Y0.CompareTo(b.Box.Y0));
        }
        return grids;
    }

    /// <summary>Whether the rules of a lattice say too little of the table in it: one column with rows of figures, or columns ruled from top to bottom under a
    /// header of several levels.</summary>
    internal static bool IsFrame(Lattice lattice, IReadOnlyList<Word> words, PdfLayoutOptions options)
    {
        bool columns = lattice.Columns.Count > 2;
        if (columns && lattice.Rows.Count != 3) return false;
        for (int r = 0; r + 1 < lattice.Rows.Count; r++)
        {
            var band = lattice.Box with { Y0 = lattice.Rows[r], Y1 = lattice.Rows[r + 1] };
            if (!(columns && r == 0) && band.Height < options.AlignedRows * MinimumRow) continue;
            var rows = TextRow.Of([.. words.Where(word => band.Contains(word.Box.CenterX, word.Box.CenterY))], options);
            if (columns && r == 0)
            {
                // figures that wrap are no header
                if (rows.Count(row => row.Chunks.Count > 1) < 2 || rows.Exists(row => row.IsTabular && !row.IsIndex)) return false;
                continue;
            }
            if (rows.Count(row => row.IsTabular) >= options.AlignedRows && 2 * rows.Count(row => row.Chunks.Count > 1) > rows.Count) return true;
        }
        return false;
    }

    /// <summary>Tables among the lines that a stack of rules bounds; a line that reads like a heading parts two tables.</summary>
    private static void FindBetweenRules(int page, List<TextRow> rows, RuleBands stack, PdfLayoutOptions options, List<PageGrid> grids)
    {
        var (top, bottom) = stack.Ends;
        int begin = rows.FindIndex(row => Middle(row) > top), end = rows.FindLastIndex(row => Middle(row) < bottom);
        if (begin < 0 || end < begin) return;
        for (int i = end; i >= begin; i--)
        {
            if (IsOther(rows[i], stack)) continue;
            int last = i, first = i;
            while (first > begin && !IsOther(rows[first - 1], stack)) first--;
            i = first;
            if (rows.FindIndex(first, last - first + 1, row => row.IsTabular) < 0) continue;
            int from = HeaderStart(rows, first), to = RunEnd(rows, last);
            var bands = stack.Between(from == 0 ? double.NegativeInfinity : rows[from - 1].Baseline,
                to + 1 == rows.Count ? double.PositiveInfinity : rows[to + 1].Baseline);
            if (Build(page, rows.GetRange(from, to - from + 1), bands, true, options) is not { } grid) continue;
            grids.Add(grid);
            rows.RemoveRange(from, to - from + 1);
            i = Math.Min(from, rows.Count);
        }

        static bool IsOther(TextRow row, RuleBands stack) => row.IsOutside || row.Box.X1 < stack.From || row.Box.X0 > stack.To;
    }

    private static void FindByText(int page, List<TextRow> rows, PdfLayoutOptions options, List<PageGrid> grids)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsTabular || rows[i].IsOutside) continue;
            int end = RunEnd(rows, i), from = HeaderStart(rows, i);
            if (Build(page, rows.GetRange(from, end - from + 1), RuleBands.None, false, options) is { } grid) grids.Add(grid);
            i = end;
        }
    }

    private static double Middle(TextRow row) => row.Baseline - 0.35 * row.Em;

    /// <summary>The last line of figures of the run that begins here; labels between do not end it, headings and running text do.</summary>
    private static int RunEnd(List<TextRow> rows, int begin)
    {
        int end = begin;
        for (int i = begin + 1; i < rows.Count && rows[i].Baseline - rows[i - 1].Baseline <= RowGap * rows[i - 1].Em; i++)
            if (rows[i].IsOutside || rows[i].Em > LargerType * rows[begin].Em || IsProse(rows[i], rows[begin])) break;
            else if (rows[i].IsTabular) end = i;
        return end;
    }

    /// <summary>The first line of the header above.</summary>
    private static int HeaderStart(List<TextRow> rows, int begin)
    {
        int first = begin;
        while (first > 0 && begin - first < MaximumHeaderRows)
        {
            var (row, below) = (rows[first - 1], rows[first]);
            if (row.IsTabular && !row.IsIndex
                || row.IsOutside
                || below.Baseline - row.Baseline > HeaderGap * below.Em
                || row.Em > LargerType * below.Em
                || IsProse(row, rows[begin]))
                break;
            first--;
        }
        return first;
    }

    private static bool IsProse(TextRow row, TextRow table) => row.Chunks.Count == 1 && row.Box.Width > ProseShare * Math.Max(table.Box.Width, 20 * row.Em);

    private static PageGrid? Build(int page, List<TextRow> rows, RuleBands bands, bool ruled, PdfLayoutOptions options)
    {
        int index = rows.FindIndex(row => row.IsIndex), body = index >= 0 ? index + 1 : rows.FindIndex(row => row.IsTabular);
        // Marks of the numbered row that stand a little lower (类 款 项 beside two rows) belong to it.
        while (index >= 0
            && body < rows.Count
            && !rows[body].IsTabular
            && rows[body].Chunks.Count > 1
            && rows[body].Chunks.All(chunk => chunk.Text.Length == 1))
            body++;
        if (body >= rows.Count) return null;
        var columns = AlignedColumns.Find(rows.GetRange(body, rows.Count - body));
        if (columns.Count < 2) return null;
        int header = index >= 0 ? index : HeaderEnd(rows, body, columns, bands);
        if (index >= 0)
            AlignedHeader.Number(rows.GetRange(index, body - index), rows.GetRange(0, index), columns, new BodyText(rows.Skip(body), columns, options));
        else body = header;
        if (rows.Take(header).Sum(row => row.Chunks.Count) > MaximumHeaderTexts) return null;
        var table = new AlignedTable(page, rows, header, body, bands);
        return (ruled ? IsRuledTable(rows, header, body) : IsTable(rows, columns, options)) ? table.Build(columns, options) : null;
    }

    /// <summary>The first line of the body: below the rule under the header, else the line of the first figures, or the label that begins above them.</summary>
    private static int HeaderEnd(List<TextRow> rows, int body, List<Extent> columns, RuleBands bands)
    {
        double middle = Middle(rows[body]);
        double rule = bands.Full(columns[0].From, columns[^1].To).LastOrDefault(y => y < middle, double.NegativeInfinity);
        int below = rows.FindIndex(row => Middle(row) > rule);
        return below > 0 && below <= body ? below : body;
    }

    /// <summary>Whether lines between rules are a table and no chart: figures stand beside words, or many under a header.</summary>
    private static bool IsRuledTable(List<TextRow> rows, int header, int body)
    {
        var tabular = rows.Skip(body).Where(row => row.IsTabular).ToList();
        return rows.Count > 1
            && (tabular.Count(row => row.Chunks.Any(chunk => !chunk.IsFigure)) * 2 >= tabular.Count
                || header > 0 && tabular.Exists(row => row.Chunks.Count >= ManyColumns - 1));
    }

    /// <summary>Whether lines without rules are a table: enough of them hold figures, the figures stand in columns, and no two texts share a place.</summary>
    private static bool IsTable(List<TextRow> rows, List<Extent> columns, PdfLayoutOptions options)
    {
        var tabular = rows.FindAll(row => row.IsTabular);
        var texts = tabular.ConvertAll(row => (Row: row, Texts: AlignedRows.Texts(row, 0, columns, options)));
        int crowded = texts.Count(pair => pair.Texts.Exists(text => text.Chunk.Letters.Count > 2
            && pair.Row.Chunks.Count(chunk => chunk.Box.X0 >= text.Chunk.Box.X0 && chunk.Box.X1 <= text.Chunk.Box.X1) > 1));
        if (crowded > Shared * tabular.Count) return false;
        int figures = 0, aligned = 0;
        for (int c = 0; c < columns.Count; c++)
        {
            var column = texts.SelectMany(pair => pair.Texts).Where(text => text.From == c && text.To == c).Select(text => text.Chunk).ToList();
            int numbers = column.Count(chunk => chunk.IsNumber);
            if (numbers < 2 || column.Count(chunk => chunk.IsFigure) < 0.8 * column.Count || Aligned(column) < 0.8 * column.Count) continue;
            aligned++;
            figures += numbers;
        }
        return aligned >= options.AlignedColumns
            && figures >= FewestFigures
            && (tabular.Count >= options.AlignedRows || tabular.Count >= 2 && aligned >= ManyColumns && rows[0] != tabular[0]);
    }

    /// <summary>How many texts of a column end, begin or are centred at the same place.</summary>
    private static int Aligned(List<TextChunk> column)
    {
        double right = column.Max(chunk => chunk.Box.X1), left = column.Min(chunk => chunk.Box.X0);
        return Math.Max(column.Count(chunk => right - chunk.Box.X1 < SameEdge),
            Math.Max(column.Count(chunk => chunk.Box.X0 - left < SameEdge),
                column.Count(chunk => Math.Abs(chunk.Box.CenterX - (left + right) / 2) < SameEdge)));
    }
}
