using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Puts what was found on the pages into reading order as one document.</summary>
internal sealed class LayoutComposer
{
    private readonly IReadOnlyList<PageStages> _pages;
    private readonly PdfLayoutOptions _options;
    private readonly IReadOnlyDictionary<TextLine, ParagraphRole> _furniture;
    private readonly Dictionary<PageGrid, Grid> _tables = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PageGrid> _continued = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PageGrid, IReadOnlyList<TextLine>> _demoted = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TextLine> _repeated = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PageGrid, List<LayoutBlock>> _headings = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TextLine> _moved = new(ReferenceEqualityComparer.Instance);
    private readonly List<LayoutBlock> _blocks = [];
    private readonly Dictionary<int, PageStages> _byNumber;

    public LayoutComposer(IReadOnlyList<PageStages> pages, PdfLayoutOptions options)
    {
        _options = options;
        _furniture = Furniture.Find(pages, options);
        _pages = AlignedPages.Join(pages, _furniture, options);
        _byNumber = _pages.ToDictionary(page => page.Number);
    }

    public DocumentLayout Compose()
    {
        JoinTables();
        var items = _pages.SelectMany(Items).ToList();
        var finder = new ParagraphFinder(_pages, _furniture, _options);
        var contents = ContentsFinder.Find([.. items.Where(item => item.Line is not null && Role(item.Line) == ParagraphRole.Body).Select(item => item.Line!)]);
        Emit(items, finder, contents);
        return new DocumentLayout
        {
            Pages = _pages.Select(page => new LayoutPage(page.Number, null, page.Width, page.Height)).ToValueList(),
            Blocks = _blocks.ToValueList(),
            Diagnostics = _pages.SelectMany(page => page.Diagnostics).ToValueList(),
        };
    }

    private sealed record Item(int Page, double Top, double Left, TextLine? Line = null, PageGrid? Grid = null, Box? Picture = null);

    private ParagraphRole Role(TextLine line) =>
        _furniture.TryGetValue(line, out var role) ? role : _repeated.Contains(line) ? ParagraphRole.RunningHeader : ParagraphRole.Body;

    private void JoinTables()
    {
        var parts = new List<GridPart>();
        int skipped = 0;
        foreach (var page in _pages)
        {
            var body = page.Lines.Where(line => !_furniture.ContainsKey(line)).ToList();
            if (body.Count == 0 && page.Grids.Count == 0 && page.Pictures.Count == 0)
            {
                skipped++;
                continue;
            }
            for (int i = 0; i < page.Grids.Count; i++)
            {
                var grid = page.Grids[i];
                double from = i == 0 ? double.NegativeInfinity : page.Grids[i - 1].Box.Y1;
                var above = body.FindAll(line => line.Box.CenterY < grid.Box.Y0 && line.Box.CenterY > from);
                bool last = i == page.Grids.Count - 1
                    && !body.Exists(line => line.Box.CenterY > grid.Box.Y1 && !Continuation.PointsOn(line.Text))
                    && !page.Pictures.Any(box => box.Y0 > grid.Box.Y1);
                bool first = i == 0 && !page.Pictures.Any(box => box.Y1 < grid.Box.Y0);
                parts.Add(new GridPart(grid, above, first, last, i == 0 ? skipped : 0));
            }
            skipped = 0;
        }
        foreach (var table in GridJoiner.Beside(GridJoiner.Chain(parts, _options), _options))
            if (table.Count > 1) AddWide(table);
            else
                foreach (var chain in table)
                    if (IsTable(chain)) AddTable(chain, TableBuilder.Build(chain, _options));
                    else
                        foreach (var part in chain) _demoted[part.Grid] = Lines(part.Grid);
    }

    private void AddTable(IReadOnlyList<GridPart> parts, Grid grid)
    {
        _tables[parts[0].Grid] = grid;
        foreach (var part in parts.Skip(1))
        {
            _continued.Add(part.Grid);
            foreach (var line in part.Above) _repeated.Add(line);
        }
    }

    /// <summary>A table whose columns go on over pages: what those pages print of its heading stands above it.</summary>
    private void AddWide(IReadOnlyList<IReadOnlyList<GridPart>> chains)
    {
        AddTable([.. chains.SelectMany(chain => chain)], TableBuilder.BuildBeside(chains, _options));
        var (titles, begins) = (new Dictionary<TextLine, string>(), new Dictionary<TextLine, TextLine>());
        var headings = _headings[chains[0][0].Grid] = [];
        for (int i = 1; i < chains.Count; i++)
        {
            foreach (var line in chains[i][0].Above)
            {
                _moved.Add(line);
                if (GridJoiner.CutLine(chains[i - 1][0], chains[i][0], line) is not { } cut) headings.Add(Paragraph([line], ParagraphRole.Body, false));
                else
                {
                    var begin = begins[line] = begins.GetValueOrDefault(cut, cut);
                    titles[begin] = titles.GetValueOrDefault(begin, begin.Text) + line.Text[GridJoiner.Overlap(cut.Text, line.Text)..];
                }
            }
        }
        foreach (var (line, text) in titles)
        {
            _moved.Add(line);
            headings.Add(Paragraph([line], ParagraphRole.Body, true) with { Text = text });
        }
    }

    /// <summary>Rules around one cell, or around nothing, are a frame; so is a chart's.</summary>
    private static bool IsTable(IReadOnlyList<GridPart> chain) =>
        chain.Any(part => part.Grid.HasText) && chain.Sum(part => part.Grid.Cells.Count) > 1;

    private IReadOnlyList<TextLine> Lines(PageGrid grid)
    {
        var letters = grid.Cells.SelectMany(cell => cell.Letters).ToList();
        return letters.Count == 0 ? [] : LineFinder.Find(grid.Page, WordFinder.Find(letters, _options), [], _options);
    }

    private IEnumerable<Item> Items(PageStages page)
    {
        var items = new List<Item>();
        foreach (var grid in page.Grids)
            if (_demoted.TryGetValue(grid, out var lines)) items.AddRange(lines.Select(OfLine));
            else items.Add(new Item(page.Number, grid.Box.Y0, grid.Box.X0, Grid: grid));
        items.AddRange(page.Lines.Where(line => !_moved.Contains(line)).Select(OfLine));
        items.AddRange(page.Pictures.Select(box => new Item(page.Number, box.Y0, box.X0, Picture: box)));
        return items.Select((item, i) => (item, i))
            .OrderBy(pair => pair.item.Top)
            .ThenBy(pair => pair.item.Left)
            .ThenBy(pair => pair.i)
            .Select(pair => pair.item);

        // Lines that stand side by side share their top: the middle, rounded to half a line.
        Item OfLine(TextLine line)
        {
            var beside = page.Lines.FirstOrDefault(other => Math.Abs(other.Box.CenterY - line.Box.CenterY) < 0.4 * line.FontSize, line);
            return new(page.Number, beside.Box.CenterY, line.Box.X0, Line: line);
        }
    }

    private void Emit(List<Item> items, ParagraphFinder finder, HashSet<TextLine> contents)
    {
        var open = new List<TextLine>();
        var late = new List<LayoutBlock>();
        for (int i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Line is { } line)
            {
                var role = Role(line);
                if (role != ParagraphRole.Body)
                {
                    // What belongs to the page does not interrupt a paragraph that runs over the break.
                    (open.Count > 0 ? late : _blocks).Add(Paragraph([line], role, false));
                    continue;
                }
                bool listed = contents.Contains(line);
                if (open.Count > 0 && (contents.Contains(open[^1]) != listed || listed && open[^1].HasLeaders || !finder.RunsOn(open, line))) Close(null);
                open.Add(line);
            }
            else if (item.Grid is { } grid)
            {
                Close(grid.Box);
                if (_continued.Contains(grid)) continue;
                _blocks.AddRange(_headings.GetValueOrDefault(grid, []));
                _blocks.Add(_tables[grid]);
            }
            else if (item.Picture is { } picture)
            {
                Close(null);
                _blocks.Add(new Picture(new Place(item.Page, picture)));
            }
        }
        Close(null);

        void Close(Box? below)
        {
            if (open.Count > 0)
                _blocks.Add(Paragraph(open, contents.Contains(open[0]) ? ParagraphRole.Contents : ParagraphRole.Body,
                    finder.IsCentered(open[0], Below(open[0], below))));
            _blocks.AddRange(late);
            late.Clear();
            open = [];
        }

        Box? Below(TextLine line,
            Box? next) => next ?? _byNumber[line.Page].Grids.Where(grid => grid.Box.Y0 > line.Box.Y1).Select(grid => (Box?)grid.Box).FirstOrDefault();
    }

    private static Paragraph Paragraph(List<TextLine> lines, ParagraphRole role, bool centered)
    {
        var box = lines[0].Box;
        foreach (var line in lines)
            if (line.Page == lines[0].Page) box = box.Union(line.Box);
        return new Paragraph(ParagraphFinder.Text(lines), new Place(lines[0].Page, box))
        {
            Role = role,
            FontSize = lines[0].FontSize,
            Centered = centered,
            Bold = lines.TrueForAll(line => line.Bold),
        };
    }
}
