using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds tables without column rules: figures that align in columns, row under row.</summary>
/// <remarks>Careful by design: at least <see cref="PdfLayoutOptions.AlignedRows"/> rows must hold figures in at least
/// <see cref="PdfLayoutOptions.AlignedColumns"/> columns with white space running through all of them; anything less stays text.</remarks>
public static class AlignedGridFinder
{
    private const double ChunkGap = 0.8, RowGap = 4, HeaderGap = 3.2, SameEdge = 3;
    private const int MaximumHeaderRows = 4;

    private sealed record Chunk(string Text, Box Box, IReadOnlyList<Letter> Letters)
    {
        public bool IsFigure { get; } = Script.IsNumberOrDash(Text);
    }

    private sealed record Row(double Baseline, double Em, IReadOnlyList<Chunk> Chunks)
    {
        public bool IsTabular { get; } = Chunks.Count(chunk => chunk.IsFigure) >= 2 && Chunks.Any(chunk => Script.IsNumber(chunk.Text));
    }

    /// <summary>The aligned grids among words that stand in no ruled grid; what is in none of them is left in <paramref name="rest"/>.</summary>
    public static IReadOnlyList<PageGrid> Find(int page, IReadOnlyList<Word> words, PdfLayoutOptions options, out IReadOnlyList<Word> rest)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(options);
        rest = words;
        if (words.Count(word => Script.IsNumber(word.Text)) < options.AlignedRows * options.AlignedColumns) return [];
        var rows = Rows([.. words.Where(word => word.Direction == TextDirection.Right)], options);
        var grids = new List<PageGrid>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsTabular) continue;
            int end = RunEnd(rows, i);
            if (Build(page, rows, i, end, options) is { } grid) grids.Add(grid);
            i = end;
        }
        if (grids.Count > 0)
        {
            var taken = grids.SelectMany(grid => grid.Cells).SelectMany(cell => cell.Letters).ToHashSet();
            rest = [.. words.Where(word => !taken.Contains(word.Letters[0]))];
        }
        return grids;
    }

    private static List<Row> Rows(List<Word> words, PdfLayoutOptions options)
    {
        var rows = new List<Row>();
        foreach (var line in LetterRows.Group([.. words.SelectMany(word => word.Letters)], 0.5))
        {
            var chunks = new List<Chunk>();
            int start = 0;
            for (int i = 1; i <= line.Count; i++)
            {
                if (i < line.Count && line[i].Box.X0 - line[i - 1].Box.X1 <= ChunkGap * line[i].FontSize) continue;
                var letters = line.GetRange(start, i - start);
                var box = letters[0].Box;
                foreach (var letter in letters) box = box.Union(letter.Box);
                chunks.Add(new Chunk(Spacing.LineText(letters, options), box, letters));
                start = i;
            }
            rows.Add(new Row(line[0].Baseline, line[0].FontSize, chunks));
        }
        return rows;
    }

    /// <summary>The last tabular row of the run that begins here; a lone label between rows does not end it.</summary>
    private static int RunEnd(List<Row> rows, int begin)
    {
        int end = begin;
        for (int i = begin + 1; i < rows.Count && rows[i].Baseline - rows[end].Baseline <= RowGap * rows[end].Em; i++)
            if (rows[i].IsTabular) end = i;
            else if (rows[i].Chunks.Count > 1) break;
        return end;
    }

    private static PageGrid? Build(int page, List<Row> rows, int begin, int end, PdfLayoutOptions options)
    {
        var body = rows.GetRange(begin, end - begin + 1);
        var tabular = body.FindAll(row => row.IsTabular);
        if (tabular.Count < options.AlignedRows) return null;
        var columns = Rivers([.. body.SelectMany(row => row.Chunks)]);
        if (columns.Count < 3 || FigureColumns(tabular, columns, options) < options.AlignedColumns) return null;
        // No two texts of a row may share a column: that would be prose, or a table this cannot read.
        if (body.Exists(row => row.Chunks.GroupBy(chunk => ColumnOf(columns, chunk.Box.CenterX)).Any(group => group.Count() > 1))) return null;

        int first = begin;
        while (first > 0 && begin - first < MaximumHeaderRows && IsHeader(rows[first - 1], rows[first], columns)) first--;
        return Grid(page, rows.GetRange(first, end - first + 1), begin - first, columns, options);
    }

    /// <summary>The stretches of x that some text covers: columns, with white space between them.</summary>
    private static List<(double From, double To)> Rivers(List<Chunk> chunks)
    {
        chunks.Sort((a, b) => a.Box.X0.CompareTo(b.Box.X0));
        var columns = new List<(double From, double To)>();
        foreach (var chunk in chunks)
            if (columns.Count > 0 && chunk.Box.X0 < columns[^1].To + 1) columns[^1] = (columns[^1].From, Math.Max(columns[^1].To, chunk.Box.X1));
            else columns.Add((chunk.Box.X0, chunk.Box.X1));
        return columns;
    }

    private static int ColumnOf(List<(double From, double To)> columns, double x) => columns.FindIndex(column => x >= column.From && x <= column.To);

    /// <summary>In how many columns figures stand flush right (or centred) in enough rows.</summary>
    private static int FigureColumns(List<Row> rows, List<(double From, double To)> columns, PdfLayoutOptions options)
    {
        int count = 0;
        foreach (var (from, to) in columns)
        {
            var figures = rows.SelectMany(row => row.Chunks).Where(chunk => chunk.Box.X0 >= from && chunk.Box.X1 <= to).ToList();
            if (figures.Count(chunk => Script.IsNumber(chunk.Text)) < options.AlignedRows || figures.Exists(chunk => !chunk.IsFigure)) continue;
            int right = figures.Count(chunk => Math.Abs(chunk.Box.X1 - to) < SameEdge), middle = figures.Count(chunk => Math.Abs(chunk.Box.CenterX - (from + to) / 2) < SameEdge);
            if (Math.Max(right, middle) >= Math.Max(options.AlignedRows, 0.8 * figures.Count)) count++;
        }
        return count;
    }

    /// <summary>A row of several short texts over different columns, close above.</summary>
    private static bool IsHeader(Row row, Row below, List<(double From, double To)> columns)
    {
        if (row.IsTabular || row.Chunks.Count < 2 || below.Baseline - row.Baseline > HeaderGap * below.Em) return false;
        if (row.Chunks.Any(chunk => chunk.Text.Contains('：', StringComparison.Ordinal) || chunk.Text.Contains(':', StringComparison.Ordinal))) return false;
        return row.Chunks.All(chunk => chunk.Box.X1 > columns[0].From - 2 * row.Em && chunk.Box.X0 < columns[^1].To + 2 * row.Em)
            && row.Chunks.Select(chunk => NearestColumn(columns, chunk.Box.CenterX)).Distinct().Count() == row.Chunks.Count;
    }

    private static int NearestColumn(List<(double From, double To)> columns, double x)
    {
        int best = 0;
        for (int i = 1; i < columns.Count; i++)
            if (Distance(columns[i]) < Distance(columns[best])) best = i;
        return best;

        double Distance((double From, double To) column) => x < column.From ? column.From - x : x > column.To ? x - column.To : 0;
    }

    private static PageGrid Grid(int page, List<Row> rows, int headers, List<(double From, double To)> columns, PdfLayoutOptions options)
    {
        double left = Math.Min(columns[0].From, rows.Min(row => row.Chunks[0].Box.X0)), right = Math.Max(columns[^1].To, rows.Max(row => row.Chunks[^1].Box.X1));
        var xs = new List<double> { left };
        for (int c = 0; c + 1 < columns.Count; c++) xs.Add((columns[c].To + columns[c + 1].From) / 2);
        xs.Add(right);
        var groups = JoinWrapped(rows, headers);
        var ys = new List<double> { groups[0].Min(Top) };
        for (int r = 0; r + 1 < groups.Count; r++) ys.Add((groups[r].Max(Bottom) + groups[r + 1].Min(Top)) / 2);
        ys.Add(groups[^1].Max(Bottom));

        var cells = new List<PageCell>();
        for (int r = 0; r < groups.Count; r++)
        {
            var letters = new List<Letter>[columns.Count];
            var spans = new int[columns.Count];
            for (int c = 0; c < letters.Length; c++) (letters[c], spans[c]) = ([], 1);
            foreach (var chunk in groups[r].SelectMany(row => row.Chunks))
            {
                int home = NearestColumn(columns, chunk.Box.CenterX), to = home;
                if (r < headers)
                {
                    int from = home;
                    while (from > 0 && Covers(chunk, columns[from - 1]) && letters[from - 1].Count == 0) from--;
                    while (to + 1 < columns.Count && Covers(chunk, columns[to + 1])) to++;
                    home = from;
                }
                letters[home].AddRange(chunk.Letters);
                spans[home] = Math.Max(spans[home], to - home + 1);
            }
            for (int c = 0; c < letters.Length; c += spans[c])
            {
                var box = new Box(xs[c], ys[r], xs[c + spans[c]], ys[r + 1]);
                cells.Add(new PageCell(r, c, 1, spans[c], box, CellText.Of(letters[c], box, options), letters[c]));
            }
        }
        return new PageGrid(page, GridKind.Aligned, xs, ys, cells);

        static bool Covers(Chunk chunk, (double From, double To) column) =>
            Math.Min(chunk.Box.X1, column.To) - Math.Max(chunk.Box.X0, column.From) > 0.5 * (column.To - column.From);
    }

    private static double Top(Row row) => row.Chunks.Min(chunk => chunk.Box.Y0);

    private static double Bottom(Row row) => row.Chunks.Max(chunk => chunk.Box.Y1);

    /// <summary>A lone label much closer to the row above than rows are to each other is the rest of that row's label.</summary>
    private static List<List<Row>> JoinWrapped(List<Row> rows, int headers)
    {
        var pitches = rows.Skip(headers).Zip(rows.Skip(headers + 1)).Where(pair => pair.First.IsTabular && pair.Second.IsTabular)
            .Select(pair => pair.Second.Baseline - pair.First.Baseline).Order().ToList();
        double pitch = pitches.Count == 0 ? double.MaxValue : pitches[pitches.Count / 2];
        var groups = new List<List<Row>>();
        for (int i = 0; i < rows.Count; i++)
            if (i > headers && !rows[i].IsTabular && rows[i].Baseline - rows[i - 1].Baseline < 0.8 * pitch) groups[^1].Add(rows[i]);
            else groups.Add([rows[i]]);
        return groups;
    }
}
