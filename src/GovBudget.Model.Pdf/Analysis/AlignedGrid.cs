using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>The lines of a table without column rules, or of a part of it on one page.</summary>
/// <param name="Page">1-based page number.</param>
/// <param name="Rows">Its lines, from top to bottom.</param>
/// <param name="Header">How many of them are header.</param>
/// <param name="Body">Where the body begins; between stands the row that numbers the columns.</param>
/// <param name="Bands">The rules and tints that run across it.</param>
internal sealed record AlignedTable(int Page, IReadOnlyList<TextRow> Rows, int Header, int Body, RuleBands Bands)
{
    private const double Indent = 3, OffCentre = 2;

    /// <summary>Its columns, left to right, as far as their texts reach.</summary>
    public IReadOnlyList<Extent> Columns { get; private init; } = [];

    /// <summary>Whether no text of the body stands in a column: only the header shows it.</summary>
    public bool IsBlank(int column) =>
        !Rows.Skip(Body).SelectMany(row => row.Chunks).Any(chunk => Columns[column].Overlap(new Extent(chunk.Box.X0, chunk.Box.X1)) > 0);

    /// <summary>The table as a grid.</summary>
    /// <param name="columns">The columns of its body.</param>
    /// <param name="options">The tolerances.</param>
    public PageGrid Build(IReadOnlyList<Extent> columns, PdfLayoutOptions options)
    {
        var all = columns.ToList();
        var blocks = AlignedHeader.Read([.. Rows.Take(Header)], all, Bands, new BodyText(Rows.Skip(Body), all, options));
        var groups = new List<List<AlignedText>>();
        if (Body > Header) groups.Add([.. Rows.Take(Header..Body).SelectMany((line, i) => AlignedRows.Texts(line, i, all, options))]);
        groups.AddRange(AlignedRows.Group([.. Rows.Skip(Body)], all, Bands, options)
            .Select(row => Whole(row, all))
            .Select(row => row.ConvertAll(text => Centred(text, row, all))));
        return AlignedGrid.Build(Page, blocks, groups, all, options) with { Aligned = this with { Columns = all } };
    }

    /// <summary>A text set in the middle of several blank columns (公用经费合计 over code and name) takes them.</summary>
    private static AlignedText Centred(AlignedText text, List<AlignedText> row, List<Extent> columns)
    {
        double em = text.Chunk.Em, center = text.Chunk.Box.CenterX;
        if (text.Chunk.IsFigure || Math.Abs(text.Chunk.Box.X0 - columns[text.From].From) < Indent * em) return text;
        int first = text.From, last = text.To;
        while (first > 0 && !row.Exists(other => other != text && other.To >= first - 1 && other.From < first)) first--;
        while (last + 1 < columns.Count && !row.Exists(other => other != text && other.From <= last + 1 && other.To > last)) last++;
        var best = (text.From, text.To);
        double off = Math.Abs(center - new Extent(columns[text.From].From, columns[text.To].To).Center) - 0.5 * em;
        for (int from = first; from <= text.From; from++)
            for (int to = text.To; to <= last; to++)
            {
                double here = Math.Abs(center - new Extent(columns[from].From, columns[to].To).Center);
                if (here < off && here < OffCentre * em) (best, off) = ((from, to), here);
            }
        return text with { From = best.Item1, To = best.Item2 };
    }

    /// <summary>A row whose text in columns that only the header parts takes all of them.</summary>
    private static List<AlignedText> Whole(List<AlignedText> row, List<Extent> columns) => row.ConvertAll(text =>
    {
        int group = columns[text.From].Group;
        if (group == 0 || row.Exists(other => other != text && columns[other.From].Group == group)) return text;
        return text with
        {
            From = columns.FindIndex(column => column.Group == group),
            To = Math.Max(text.To, columns.FindLastIndex(column => column.Group == group))
        };
    });
}

/// <summary>Sets out the header and rows of a table without column rules as a grid.</summary>
internal static class AlignedGrid
{
    public static PageGrid Build(int page, List<HeaderBlock> header, List<List<AlignedText>> rows, List<Extent> columns, PdfLayoutOptions options)
    {
        int levels = header.Count == 0 ? 0 : header.Max(block => block.Level) + 1;
        var xs = Lines(columns, header, rows);
        var ys = Heights(header, levels, rows);
        var cells = new List<PageCell>();
        var placed = new Dictionary<(int Row, int Column), List<Letter>>();
        foreach (var block in header.OrderBy(block => block.Level).ThenBy(block => block.From))
        {
            var letters = block.Lines.SelectMany(line => line.Letters).ToList();
            if (placed.TryGetValue((block.Level, block.From), out var same))
            {
                same.AddRange(letters);
                continue;
            }
            placed[(block.Level, block.From)] = letters;
            bool leaf = !header.Exists(other => other.Level > block.Level && other.From <= block.To && other.To >= block.From);
            Add(block.Level, block.From, leaf ? levels - block.Level : 1, block.To - block.From + 1, letters);
        }
        for (int r = 0; r < rows.Count; r++)
            for (int c = 0, span; c < columns.Count; c += span)
            {
                var texts = rows[r].FindAll(text => text.From == c);
                int end = texts.Count == 0 ? c : texts.Max(text => text.To);
                // A text that runs into the next column's has that much less room.
                var next = rows[r].Where(text => text.From > c).Select(text => text.From).DefaultIfEmpty(columns.Count).Min();
                span = Math.Max(1, Math.Min(end, next - 1) - c + 1);
                Add(levels + r, c, 1, span, [.. texts.OrderBy(text => text.Line).ThenBy(text => text.Chunk.Box.X0).SelectMany(text => text.Chunk.Letters)]);
            }
        cells.Sort((a, b) => a.Row != b.Row ? a.Row - b.Row : a.Column - b.Column);
        return new PageGrid(page, GridKind.Aligned, xs, ys, [.. cells.Select(cell => cell with { Text = CellText.Of(cell.Letters, Reach(cell), options) })]);

        // How far the texts of its columns reach is what a wrapped text had room for.
        Box Reach(PageCell cell) => cell.Box with { X0 = columns[cell.Column].From, X1 = columns[cell.Column + cell.ColumnSpan - 1].To };
        void Add(int row, int column, int rowSpan, int columnSpan, List<Letter> letters) =>
            cells.Add(new PageCell(row, column, rowSpan, columnSpan, new Box(xs[column], ys[row], xs[column + columnSpan], ys[row + rowSpan]), "", letters));
    }

    /// <summary>Column lines: halfway between the texts of neighbours, and around all.</summary>
    private static List<double> Lines(List<Extent> columns, List<HeaderBlock> header, List<List<AlignedText>> rows)
    {
        var boxes = header.SelectMany(block => block.Lines).Concat(rows.SelectMany(row => row).Select(text => text.Chunk)).Select(chunk => chunk.Box).ToList();
        var xs = new List<double> { Math.Min(columns[0].From, boxes.Min(box => box.X0)) };
        for (int c = 0; c + 1 < columns.Count; c++) xs.Add((columns[c].To + columns[c + 1].From) / 2);
        xs.Add(Math.Max(columns[^1].To, boxes.Max(box => box.X1)));
        return xs;
    }

    /// <summary>Row lines: the header's height shared by its levels, then halfway between the texts of neighbours.</summary>
    private static List<double> Heights(List<HeaderBlock> header, int levels, List<List<AlignedText>> rows)
    {
        var tops = rows.ConvertAll(row => row.Min(text => text.Chunk.Box.Y0));
        var bottoms = rows.ConvertAll(row => row.Max(text => text.Chunk.Box.Y1));
        var ys = new List<double>();
        if (levels > 0)
        {
            double top = header.Min(block => block.Top), bottom = rows.Count > 0 ? tops[0] : header.Max(block => block.Bottom);
            for (int level = 0; level < levels; level++) ys.Add(top + level * Math.Max(bottom - top, 1) / levels);
        }
        for (int r = 0; r < rows.Count; r++)
            ys.Add(r == 0 ? Math.Max(tops[0], ys.Count > 0 ? ys[^1] : tops[0]) : Math.Max(ys[^1], (bottoms[r - 1] + tops[r]) / 2));
        ys.Add(Math.Max(ys[^1], rows.Count > 0 ? bottoms[^1] : header.Max(block => block.Bottom)));
        return ys;
    }
}
