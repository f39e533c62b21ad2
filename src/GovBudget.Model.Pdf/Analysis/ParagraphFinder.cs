using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Joins lines of running text into paragraphs: a line that leaves no room for the next word runs on in the next line that is not indented.</summary>
internal sealed class ParagraphFinder
{
    private const double Indent = 0.9;
    private readonly Dictionary<int, List<double>> _margins = [];
    private readonly Dictionary<int, double> _left = [];
    private readonly Dictionary<int, PageStages> _pages;
    private readonly PdfLayoutOptions _options;

    public ParagraphFinder(IReadOnlyList<PageStages> pages, IReadOnlyDictionary<TextLine, ParagraphRole> furniture, PdfLayoutOptions options)
    {
        _pages = pages.ToDictionary(page => page.Number);
        _options = options;
        foreach (var width in pages.GroupBy(page => (int)Math.Round(page.Width)))
        {
            var lines = width.SelectMany(page => page.Lines).Where(line => !furniture.ContainsKey(line) && line.Box.Width > 0.4 * width.Key).ToList();
            _margins[width.Key] = Margins(lines.ConvertAll(line => line.Box.X1));
            if (lines.Count > 0) _left[width.Key] = lines.Min(line => line.Box.X0);
        }
    }

    /// <summary>Where at least three long lines end: the right margins of running text, ascending.</summary>
    private static List<double> Margins(List<double> ends)
    {
        ends.Sort();
        var margins = new List<double>();
        for (int i = 0, j; i < ends.Count; i = j)
        {
            j = i + 1;
            while (j < ends.Count && ends[j] - ends[i] < 3) j++;
            if (j - i >= 3) margins.Add(ends[j - 1]);
        }
        return margins;
    }

    /// <summary>Whether the text of one line runs on in the next line of text.</summary>
    public bool RunsOn(IReadOnlyList<TextLine> paragraph, TextLine next)
    {
        var line = paragraph[^1];
        if (Math.Abs(line.FontSize - next.FontSize) > 0.1 * line.FontSize) return false;
        var (page, nextPage) = (_pages[line.Page], _pages[next.Page]);
        int width = (int)Math.Round(page.Width);
        if (width != (int)Math.Round(nextPage.Width) || line.Letters[0].Direction != TextDirection.Right || next.Letters[0].Direction != TextDirection.Right) return false;
        double em = line.FontSize;
        if (line.Page == next.Page && (next.Box.CenterY - line.Box.CenterY > 3.2 * em || next.Box.CenterY - line.Box.CenterY < 0.6 * em)) return false;
        double left = paragraph.Count > 1 ? Math.Min(paragraph[1].Box.X0, line.Box.X0) : Math.Min(line.Box.X0, _left.GetValueOrDefault(width, line.Box.X0));
        if (paragraph.Count > 1 && Math.Abs(next.Box.X0 - left) > Indent * em) return false;
        // The second line stands at the margin, or under the first (hanging or not indented).
        if (paragraph.Count == 1 && next.Box.X0 > line.Box.X0 + Indent * em) return false;
        if (next.Box.X0 > line.Box.X0 - Indent * em && Script.BeginsWithOrdinal(next.Text)) return false;
        double room = CellText.FirstToken(next.Letters, _options);
        foreach (double margin in _margins.GetValueOrDefault(width, []))
            if (margin >= line.Box.X1 - em) return margin - line.Box.X1 < room + 0.3 * em;
        return false;
    }

    /// <summary>The text of a paragraph's lines.</summary>
    public static string Text(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count == 1) return lines[0].Text;
        var text = new System.Text.StringBuilder(lines[0].Text);
        for (int i = 1; i < lines.Count; i++)
        {
            if (char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(lines[i].Text[0])) text.Append(' ');
            text.Append(lines[i].Text);
        }
        return text.ToString();
    }

    /// <summary>Whether a line is set in the middle of its page, or of the grid under it.</summary>
    public bool IsCentered(TextLine line, Box? below)
    {
        var page = _pages[line.Page];
        double near = Math.Max(6, 0.6 * line.FontSize);
        if (below is { } box && Math.Abs(line.Box.CenterX - box.CenterX) < near && line.Box.Width < 0.9 * box.Width) return true;
        double left = _left.GetValueOrDefault((int)Math.Round(page.Width), 0);
        return line.Box.X0 > left + 2.5 * line.FontSize && Math.Abs(line.Box.CenterX - page.Width / 2) < near;
    }
}
