using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A line of text outside all grids, or a part of one that stands apart from the rest.</summary>
/// <param name="Page">1-based page number.</param>
/// <param name="Text">Its text; leaders painted as dots appear as <c>……</c>.</param>
/// <param name="Box">The rectangle around its letters.</param>
/// <param name="Letters">Its letters, in reading order.</param>
public sealed record TextLine(int Page, string Text, Box Box, IReadOnlyList<Letter> Letters)
{
    /// <summary>The commonest letter size in points.</summary>
    public double FontSize { get; init; }

    /// <summary>Whether most of its letters are bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Whether its last part, a page number, is led up to by dots.</summary>
    public bool HasLeaders { get; init; }
}

/// <summary>Finds the lines of text among the words that stand in no grid.</summary>
public static class LineFinder
{
    /// <summary>The lines of a page from top to bottom, those that stand side by side from left to right.</summary>
    public static IReadOnlyList<TextLine> Find(int page, IReadOnlyList<Word> words, IReadOnlyList<RulingEdge> edges, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(options);
        var rules = edges.Where(edge => edge.Horizontal).ToArray();
        var lines = new List<TextLine>();
        foreach (var row in LetterRows.Group([.. words.SelectMany(word => word.Letters)], 0.5))
        {
            int start = 0;
            bool leaders = false;
            for (int i = 1; i <= row.Count; i++)
            {
                if (i < row.Count)
                {
                    if (!StandsApart(row, start, i, options)) continue;
                    if (IsLed(row[i - 1], row[i], rules) || IsPageNumberAfter(row, i) && HasDots(row, i))
                    {
                        leaders = true;
                        continue;
                    }
                }
                lines.Add(Line(page, row.GetRange(start, i - start), leaders, rules, options));
                start = i;
                leaders = false;
            }
        }
        return JoinNarrow(InOrder(lines));
    }

    /// <summary>A label squeezed to the side of the page (单位：万 over 元) is one line, though another stands beside it.</summary>
    private static List<TextLine> JoinNarrow(List<TextLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            var upper = lines[i];
            if (upper.Letters.Count > 8 || !upper.Text.Contains('：', StringComparison.Ordinal) && !upper.Text.Contains(':', StringComparison.Ordinal)) continue;
            for (int k = i + 1; k < Math.Min(lines.Count, i + 4); k++)
            {
                var lower = lines[k];
                double em = upper.FontSize, down = lower.Box.CenterY - upper.Box.CenterY;
                bool flush = Math.Abs(lower.Box.X0 - upper.Box.X0) < 0.2 * em
                    || Math.Abs(lower.Box.X1 - upper.Box.X1) < 0.2 * em
                    || Math.Abs(lower.Box.CenterX - upper.Box.CenterX) < 0.2 * em;
                if (lower.Letters.Count > 3 || !flush || down < 0.7 * em || down > 2 * em || lower.FontSize != em) continue;
                bool beside = lines.Exists(line => line != upper
                    && line != lower
                    && line.Box.X1 < upper.Box.X0
                    && line.Box.Y1 > upper.Box.Y0
                    && line.Box.Y0 < lower.Box.Y1);
                if (!beside) continue;
                lines[i] = upper with { Text = upper.Text + lower.Text, Box = upper.Box.Union(lower.Box), Letters = [.. upper.Letters, .. lower.Letters] };
                lines.RemoveAt(k);
                break;
            }
        }
        return InOrder(lines);
    }

    /// <summary>From top to bottom; lines at one height from left to right.</summary>
    private static List<TextLine> InOrder(List<TextLine> lines)
    {
        lines.Sort((a, b) => a.Box.CenterY.CompareTo(b.Box.CenterY));
        for (int i = 0, j; i < lines.Count; i = j)
        {
            j = i + 1;
            while (j < lines.Count && lines[j].Box.CenterY - lines[i].Box.CenterY < 0.4 * Math.Min(lines[i].FontSize, lines[j].FontSize)) j++;
            lines.Sort(i, j - i, Comparer<TextLine>.Create((a, b) => a.Box.X0.CompareTo(b.Box.X0)));
        }
        return lines;
    }

    private static bool StandsApart(List<Letter> row, int start, int at, PdfLayoutOptions options)
    {
        var (left, right) = (row[at - 1], row[at]);
        double gap = LetterRows.Start(right) - LetterRows.End(left), em = Math.Min(left.FontSize, right.FontSize);
        if (gap < 2 * em) return false;
        bool label = left.Text[^1] is '：' or ':';
        // A label and its value belong together, unless what follows is labelled itself.
        if (label) return row.GetRange(at, NextGap(row, at, options) - at).Exists(letter => letter.Text[^1] is '：' or ':');
        return gap > options.SideGap * em || at - start > 1 && BeginsLabel(row, at, options);
    }

    /// <summary>Whether what begins here is a short label of its own, such as 单位：万元.</summary>
    private static bool BeginsLabel(List<Letter> row, int at, PdfLayoutOptions options)
    {
        int end = NextGap(row, at, options);
        for (int i = at + 1; i < Math.Min(end, at + 8); i++)
            if (row[i].Text[^1] is '：' or ':') return true;
        return false;
    }

    private static int NextGap(List<Letter> row, int from, PdfLayoutOptions options)
    {
        int i = from + 1;
        while (i < row.Count && LetterRows.Start(row[i]) - LetterRows.End(row[i - 1]) < options.SideGap * row[i].FontSize) i++;
        return i;
    }

    private static bool IsLed(in Letter left, in Letter right, RulingEdge[] rules)
    {
        double from = left.Box.X1, to = right.Box.X0, base1 = left.Baseline, em = left.FontSize;
        if (left.Direction != TextDirection.Right) return false;
        foreach (var rule in rules)
            if (rule.Position > base1 - 0.6 * em && rule.Position < base1 + 0.3 * em
                && Math.Min(rule.To, to) - Math.Max(rule.From, from) > 0.5 * (to - from) && rule.From > from - em && rule.To < to + em) return true;
        return false;
    }

    private static bool IsPageNumberAfter(List<Letter> row, int at) => row.Count - at <= 4 && row.Skip(at).All(letter => char.IsAsciiDigit(letter.Text[0]));

    private static bool HasDots(List<Letter> row, int at) => row[at - 1].Text is "." or "…" or "·" or "‥" or "．";

    private static TextLine Line(int page, List<Letter> letters, bool leaders, RulingEdge[] rules, PdfLayoutOptions options)
    {
        var box = letters[0].Box;
        int bold = 0;
        var sizes = new Dictionary<double, int>();
        foreach (var letter in letters)
        {
            box = box.Union(letter.Box);
            if (letter.Bold) bold++;
            double size = Math.Round(letter.FontSize * 4) / 4;
            sizes[size] = sizes.GetValueOrDefault(size) + 1;
        }
        string text;
        if (leaders)
        {
            int at = letters.Count - 1;
            while (at > 0 && !IsLed(letters[at - 1], letters[at], rules)) at--;
            text = at == 0 ? Spacing.LineText(letters, options)
                : Spacing.LineText(letters.GetRange(0, at), options) + "……" + Spacing.LineText(letters.GetRange(at, letters.Count - at), options);
        }
        else
        {
            text = Spacing.LineText(letters, options);
        }
        double fontSize = 0;
        int most = 0;
        foreach (var (size, count) in sizes)
            if (count > most) (fontSize, most) = (size, count);
        return new TextLine(page, text, box, letters) { FontSize = fontSize, Bold = bold * 2 > letters.Count, HasLeaders = leaders };
    }
}
