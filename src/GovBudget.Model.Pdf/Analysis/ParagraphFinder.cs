using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Joins lines of running text into paragraphs: a line that leaves no room for the next word runs on in the next line that is not indented.</summary>
internal sealed class ParagraphFinder
{
    private const double Indent = 0.9, MaximumIndent = 5, RaggedEnd = 2, TightEnd = 0.3;
    private readonly Dictionary<(int Width, int Size), List<double>> _right = [];
    private readonly Dictionary<(int Width, int Size), double> _left = [];
    private readonly Dictionary<(int Width, int Size), double> _farthest = [];
    private readonly Dictionary<int, PageStages> _pages;
    private readonly PdfLayoutOptions _options;

    public ParagraphFinder(IReadOnlyList<PageStages> pages, IReadOnlyDictionary<TextLine, ParagraphRole> furniture, PdfLayoutOptions options)
    {
        _pages = pages.ToDictionary(page => page.Number);
        _options = options;
        var lines = pages.SelectMany(page => page.Lines).Where(line => !furniture.ContainsKey(line) && line.Box.Width > 0.4 * _pages[line.Page].Width);
        foreach (var group in lines.GroupBy(Setting))
        {
            _right[group.Key] = Common(group.Select(line => line.Box.X1).ToList()).ConvertAll(cluster => cluster.To);
            _farthest[group.Key] = group.Max(line => line.Box.X1);
            var left = Common(group.Select(line => line.Box.X0).ToList());
            if (left.Count > 0) _left[group.Key] = left[0].From;
        }
    }

    /// <summary>What lines share that are set between the same margins: the width of the page and the size of the letters.</summary>
    private (int Width, int Size) Setting(TextLine line) => ((int)Math.Round(_pages[line.Page].Width), (int)Math.Round(line.FontSize));

    /// <summary>Where at least a tenth of the long lines, and three of them, begin or end, ascending.</summary>
    private static List<(double From, double To)> Common(List<double> ends)
    {
        ends.Sort();
        var clusters = new List<(double From, double To)>();
        for (int i = 0, j; i < ends.Count; i = j)
        {
            j = i + 1;
            while (j < ends.Count && ends[j] - ends[i] < 4) j++;
            if (j - i >= 3 && j - i >= 0.1 * ends.Count) clusters.Add((ends[i], ends[j - 1]));
        }
        return clusters;
    }

    /// <summary>Whether the text of one line runs on in the next line of text.</summary>
    public bool RunsOn(IReadOnlyList<TextLine> paragraph, TextLine next)
    {
        var line = paragraph[^1];
        if (Math.Abs(line.FontSize - next.FontSize) > 0.1 * line.FontSize) return false;
        // A title of a table begins after a sentence and ends before a label, however full the line above is.
        if (TextRow.IsTitle(next.Text) && line.Text[^1] == '。' || TextRow.IsLabel(next.Text) && TextRow.IsTitle(line.Text)) return false;
        var (page, nextPage) = (_pages[line.Page], _pages[next.Page]);
        if (Math.Abs(page.Width - nextPage.Width) > 1 || line.Letters[0].Direction != TextDirection.Right || next.Letters[0].Direction != TextDirection.Right)
            return false;
        double em = line.FontSize;
        if (line.Page == next.Page && (next.Box.CenterY - line.Box.CenterY > 3.2 * em || next.Box.CenterY - line.Box.CenterY < 0.6 * em)) return false;
        if (!IsUnder(paragraph, next, em) && !IsCenteredRest(line, next, page)) return false;
        double room = CellText.FirstToken(next.Letters, _options);
        var limits = _right.GetValueOrDefault(Setting(line), []).Concat(page.Grids.Select(grid => grid.Box.X1)).Where(limit => limit >= line.Box.X1 - em);
        // Where first lines are indented and the next is not, even a ragged line runs on.
        bool indented = paragraph[0].Box.X0 - next.Box.X0 > Indent * em;
        if (limits.Any()) return limits.Min() - line.Box.X1 < room + (indented ? RaggedEnd : TightEnd) * em;
        // Too few lines to tell a margin: the sentence that is not at its end at the farthest of them runs on.
        return indented
            && line.Text[^1] is not ('。' or '：' or '；')
            && _farthest.GetValueOrDefault(Setting(line), double.MaxValue) - line.Box.X1 < room + TightEnd * em;
    }

    /// <summary>Whether a line begins where the second and later lines of the paragraph do: at the margin, or under a first line that is not
    /// indented.</summary>
    private bool IsUnder(IReadOnlyList<TextLine> paragraph, TextLine next, double em)
    {
        double near = Indent * em, x = next.Box.X0, first = paragraph[0].Box.X0;
        if (paragraph.Count > 1) return Math.Abs(x - paragraph[1].Box.X0) < near && !(Math.Abs(x - first) < near && Script.BeginsWithOrdinal(next.Text));
        double margin = _left.GetValueOrDefault(Setting(paragraph[0]), first);
        if (first - margin > MaximumIndent * em && Math.Abs(x - first) > near) return false;
        if (Math.Abs(x - margin) < near) return !(Math.Abs(x - first) < near && Script.BeginsWithOrdinal(next.Text));
        // too few long lines to show the margin that the first is indented from
        if (Math.Abs(first - x - 2 * em) < near && !Script.BeginsWithOrdinal(next.Text)) return true;
        return Math.Abs(x - first) < near && Math.Abs(x - margin - 2 * em) > near && !Script.BeginsWithOrdinal(next.Text);
    }

    /// <summary>Whether a title that fills its line has its rest set in the middle of the next.</summary>
    private bool IsCenteredRest(TextLine line, TextLine next, PageStages page) =>
        line.Box.X0 - _left.GetValueOrDefault(Setting(line), line.Box.X0) < 1.5 * line.FontSize && !Script.BeginsWithOrdinal(next.Text)
        && next.Box.X0 > line.Box.X0 + 2.5 * line.FontSize && Math.Abs(next.Box.CenterX - page.Width / 2) < line.FontSize;

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
        double left = _left.GetValueOrDefault(Setting(line), 0);
        return line.Box.X0 > left + 2.5 * line.FontSize && Math.Abs(line.Box.CenterX - page.Width / 2) < near;
    }
}
