using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>What is ready to be written: pages, structure, headings.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="Structure">The root of the structure.</param>
/// <param name="Headings">What bookmarks lead to.</param>
/// <param name="Title">The title on the cover.</param>
internal sealed record PrintedDocument(List<PrintedPage> Pages, Tag Structure, List<Heading> Headings, string? Title);

/// <summary>Sets a layout on pages: cover, contents, then every part of the layout on pages of its own.</summary>
internal sealed class DocumentSetter(FontSet fonts, PdfWriteOptions options)
{
    private const double NumberSize = 10.5, CoverSize = 24, LeastCover = 12, CoverDaySize = 16, ContentsSize = 12, ContentsStep = 21, LeastContentsStep = 16;
    private readonly Tag _structure = new("Document");
    private readonly List<PrintedPage> _pages = [];
    private readonly List<Heading> _headings = [];

    /// <summary>Sets the layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public PrintedDocument Set(DocumentLayout layout, CancellationToken cancellationToken)
    {
        var parts = Parts(layout);
        bool hasCover = parts.Count > 0 && parts[0].Blocks.TrueForAll(block => block is Paragraph { Centered: true });
        if (hasCover) SetCover(parts[0].Blocks);
        var contents = _structure.Add(new Tag("TOC"));
        foreach (var (name, blocks) in hasCover ? parts.Skip(1) : parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            new PartSetter(fonts, _structure, _pages, _headings).Set(name, blocks);
        }
        var listed = _headings.Count > 0 && (options.Contents ?? (hasCover || _headings.Count >= 3)) ? _headings.ToList() : [];
        if (listed.Count > 0) SetContents(listed, contents, hasCover ? 1 : 0);
        else _structure.Children.Remove(contents);
        if (_pages.Count == 0) _pages.Add(new PrintedPage(Paper.Sizes[0].Width, Paper.Sizes[0].Height));
        if (options.PageNumbers) NumberPages(hasCover ? 1 : 0);
        string? title = hasCover
            ? string.Concat(parts[0].Blocks.OfType<Paragraph>().Take(1).Select(paragraph => paragraph.Text.Replace("\n", "", StringComparison.Ordinal)))
            : null;
        return new PrintedDocument(_pages, _structure, _headings, title);
    }

    /// <summary>What is printed, by page or sheet. Page numbers, running lines and contents of the layout are left out: they are made anew.</summary>
    public static List<(string? Name, List<LayoutBlock> Blocks)> Parts(DocumentLayout layout)
    {
        var parts = new List<(string? Name, List<LayoutBlock> Blocks)>();
        int? page = null;
        foreach (var block in layout.Blocks)
        {
            if (block is Picture or Paragraph { Role: not ParagraphRole.Body } or Paragraph { Text.Length: 0 }) continue;
            if (block is Grid { RowCount: 0 } or Grid { ColumnCount: 0 }) continue;
            if (page != block.Place.Page) parts.Add((layout.Pages.FirstOrDefault(p => p.Number == block.Place.Page)?.Name, []));
            page = block.Place.Page;
            parts[^1].Blocks.Add(block);
        }
        return parts;
    }

    private void SetCover(List<LayoutBlock> blocks)
    {
        var paper = Paper.Sizes[0];
        var page = new PrintedPage(paper.Width, paper.Height);
        _pages.Add(page);
        double y = paper.Height * 0.3;
        bool first = true;
        foreach (var paragraph in blocks.Cast<Paragraph>())
        {
            // A title stays on its line if it can: parted, its rest would not read as one.
            double full = paragraph.Text.Split(
                '\n').Max(fonts.Width), size = Math.Clamp(paper.TextWidth / Math.Max(1, full), LeastCover, first ? CoverSize : CoverSize * 0.75);
            if (!paragraph.Bold && !first) (size, y) = (Math.Min(size, CoverDaySize), Math.Max(y, paper.Height * 0.72)); // the day, below
            var lines = LineBreaker.Break(paragraph.Text, fonts, paper.TextWidth / size);
            var tag = _structure.Add(new Tag(first ? "Title" : "P"));
            var set = new List<TextLineAt>();
            foreach (string line in lines)
            {
                y += size * 1.6;
                if (y > paper.TextBottom)
                {
                    page.Add(tag, set);
                    (page, set, y) = (new PrintedPage(paper.Width, paper.Height), [], paper.Top + size);
                    _pages.Add(page);
                }
                set.Add(new TextLineAt((paper.Width - (fonts.Width(line) * size)) / 2, y, size, line, paragraph.Bold));
            }
            page.Add(tag, set);
            y += size;
            first = false;
        }
    }

    private void SetContents(List<Heading> headings, Tag contents, int at)
    {
        var paper = Paper.Sizes[0];
        double room0 = paper.TextBottom - paper.Top - 40;
        int count = (int)Math.Ceiling(headings.Count * LeastContentsStep / room0), perPage = (headings.Count + count - 1) / count;
        double step = Math.Min(ContentsStep, room0 / perPage); // set closer where that saves a page
        if (count > 1) (perPage, step) = ((int)(room0 / ContentsStep), ContentsStep);
        count = (headings.Count + perPage - 1) / perPage;
        var pages = Enumerable.Range(0, count).Select(_ => new PrintedPage(paper.Width, paper.Height)).ToList();
        _pages.InsertRange(at, pages);
        var caption = contents.Add(new Tag("Caption"));
        const string title = "目录";
        pages[0].Add(caption, [new TextLineAt((paper.Width - (fonts.Width(title) * 18)) / 2, paper.Top + 18, 18, title, Bold: true)]);
        for (int i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            var page = pages[i / perPage];
            double baseline = paper.Top + 50 + (step * (i % perPage)), left = paper.Left + (heading.Level > 1 ? 2 * ContentsSize : 0);
            string number = (_pages.IndexOf(heading.Page) + 1).ToString(CultureInfo.InvariantCulture);
            double width = fonts.Width(number) * ContentsSize, dot = fonts.Width(".") * ContentsSize, room = paper.Right - width - left - (6 * dot);
            string text = heading.Text;
            double size = Math.Clamp(ContentsSize * room / Math.Max(1, fonts.Width(text) * ContentsSize), 7, ContentsSize);
            while (fonts.Width(text) * size > room && text.Length > 1) text = text[..^1];
            double from = left + (fonts.Width(text) * size) + dot;
            int dots = Math.Max(3, (int)((paper.Right - width - (0.5 * dot) - from) / dot));
            var item = contents.Add(new Tag("TOCI"));
            var link = item.Add(new Tag("Link"));
            page.Add(link,
            [
                new TextLineAt(left, baseline, size, text),
                new TextLineAt(paper.Right - width - (dot * (dots + 0.5)), baseline, ContentsSize, new string('.', dots)),
                new TextLineAt(paper.Right - width, baseline, ContentsSize, number),
            ]);
            page.Add(new Link(new Box(left, baseline - ContentsSize, paper.Right, baseline + (0.3 * ContentsSize)), heading.Page, link));
        }
    }

    /// <summary>Numbers the pages as viewers count them; the cover bears no number, nor does a page that stands alone.</summary>
    private void NumberPages(int from)
    {
        if (_pages.Count - from < 2) return;
        for (int i = from; i < _pages.Count; i++)
        {
            var page = _pages[i];
            string text = $"— {(i + 1).ToString(CultureInfo.InvariantCulture)} —";
            page.Artifacts.Add(new TextLineAt((page.Width - (fonts.Width(text) * NumberSize)) / 2, page.Height - 36, NumberSize, text));
        }
    }
}
