using System.Text.RegularExpressions;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Recognises the lines of a table of contents.</summary>
internal static partial class ContentsFinder
{
    private const int MaximumLines = 300, MinimumEntries = 5;

    /// <summary>The lines that belong to a table of contents: those with leaders and a page number, what stands between them, and the list under a heading
    /// 目录.</summary>
    public static HashSet<TextLine> Find(IReadOnlyList<TextLine> lines)
    {
        var found = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!lines[i].HasLeaders && !LeaderPattern().IsMatch(lines[i].Text)) continue;
            found.Add(lines[i]);
            if (last >= 0 && lines[i].Page - lines[last].Page <= 1 && i - last <= 4)
                for (int k = last + 1; k < i; k++) found.Add(lines[k]);
            last = i;
        }
        for (int i = 0; i < lines.Count; i++)
            if (i + 1 < lines.Count && HeadingPattern().IsMatch(lines[i].Text))
            {
                // Leaders show where the list ends; without them, its first entry does when it comes again.
                if (!found.Contains(lines[i + 1])) AddList(lines, i, found);
                if (found.Contains(lines[i + 1])) found.Add(lines[i]);
            }
        return found;
    }

    /// <summary>The list under the heading ends where its first entry comes again as a heading, or where running text begins.</summary>
    private static void AddList(IReadOnlyList<TextLine> lines, int heading, HashSet<TextLine> found)
    {
        if (heading + 1 >= lines.Count) return;
        string first = Entry(lines[heading + 1].Text);
        int end = heading + 1;
        for (int i = heading + 2; i < Math.Min(lines.Count, heading + MaximumLines); i++)
            if (Entry(lines[i].Text) == first)
            {
                end = i;
                break;
            }
        if (end == heading + 1)
        {
            // Headings worded otherwise than announced: the rest of the page, where it is a list of short entries.
            while (end < lines.Count && lines[end].Page == lines[heading].Page) end++;
            int entries = end - heading - 1;
            if (entries < MinimumEntries || lines.Skip(heading + 1).Take(entries).Count(line => Script.BeginsWithOrdinal(line.Text)) < 0.6 * entries) return;
        }
        for (int i = heading + 1; i < end; i++)
            if (lines[i].Text[^1] is '。' or '；') return;
        for (int i = heading + 1; i < end; i++) found.Add(lines[i]);
    }

    private static string Entry(string text) => TailPattern().Replace(text, "").Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?:[.．]{3,}|[…‥]{1,}|·{3,}|-{4,}|_{4,})[.．…‥·\s]*[-—(（]?\s*\d{1,3}\s*[-—)）]?$")]
    private static partial Regex LeaderPattern();

    [GeneratedRegex(@"^目\s*(?:录|次)$")]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"[.．…‥·\s]*\d*$")]
    private static partial Regex TailPattern();
}
