using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Recognises page numbers and running headers and footers by their repetition.</summary>
public static partial class Furniture
{
    private const double SameHeight = 8;

    /// <summary>The role of each line that belongs to the page, not to the text.</summary>
    public static IReadOnlyDictionary<TextLine, ParagraphRole> Find(IReadOnlyList<PageStages> pages, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(options);
        var roles = new Dictionary<TextLine, ParagraphRole>(ReferenceEqualityComparer.Instance);
        var candidates = new List<(TextLine Line, bool Head, double Offset)>();
        foreach (var page in pages)
            foreach (var line in page.Lines)
                if (line.Box.CenterY < options.FurnitureBand * page.Height) candidates.Add((line, true, line.Box.CenterY));
                else if (line.Box.CenterY > (1 - options.FurnitureBand) * page.Height) candidates.Add((line, false, page.Height - line.Box.CenterY));

        foreach (var group in candidates.Where(c => PageNumber(c.Line.Text) is not null).GroupBy(c => (c.Head, PageNumber(c.Line.Text)!.Value - c.Line.Page)))
            if (group.Select(c => c.Line.Page).Distinct().Count() >= 2)
                foreach (var (line, _, _) in group) roles[line] = ParagraphRole.PageNumber;

        // pages set smaller than their sheet have their numbers far from its edge: below everything, counting up, at one height
        var lowest = pages.Select(page => (Page: page, Line: Lowest(page))).Where(p => p.Line is not null && PageNumber(p.Line.Text) is not null);
        foreach (var group in lowest.GroupBy(p => (PageNumber(p.Line!.Text)!.Value - p.Page.Number, (int)Math.Round(p.Line.Box.CenterY / SameHeight))))
            if (group.Count() >= 3)
                foreach (var (_, line) in group) roles[line!] = ParagraphRole.PageNumber;

        int needed = Math.Max(3, (int)Math.Ceiling(0.3 * pages.Count));
        var heads = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        var feet = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        foreach (var group in candidates.GroupBy(c => (c.Head, Shape(c.Line.Text))))
        {
            var ordered = group.OrderBy(c => c.Offset).ToList();
            for (int i = 0, j; i < ordered.Count; i = j)
            {
                j = i + 1;
                while (j < ordered.Count && ordered[j].Offset - ordered[i].Offset < SameHeight) j++;
                if (ordered.GetRange(i, j - i).Select(c => c.Line.Page).Distinct().Count() >= needed)
                    foreach (var (line, head, _) in ordered.GetRange(i, j - i)) (head ? heads : feet).Add(line);
            }
        }
        // Only what stands outermost is furniture: a unit line repeated under titles that differ is not, nor is it a footer where it is the page's last line
        // outside the table.
        foreach (var page in pages)
        {
            Strip(page.Lines, heads, roles, ParagraphRole.RunningHeader);
            Strip(page.Lines.Reverse(), feet, roles, ParagraphRole.RunningFooter);
        }
        return roles;
    }

    /// <summary>The line that stands below all else on a page; null where a grid or picture does.</summary>
    private static TextLine? Lowest(PageStages page) =>
        page.Lines.MaxBy(line => line.Box.CenterY) is { } line
        && !page.Grids.Any(grid => grid.Box.Y1 > line.Box.CenterY) && !page.Pictures.Any(box => box.Y1 > line.Box.CenterY) ? line : null;

    private static void Strip(IEnumerable<TextLine> lines, HashSet<TextLine> repeated, Dictionary<TextLine, ParagraphRole> roles, ParagraphRole role)
    {
        foreach (var line in lines)
            if (repeated.Contains(line)) roles.TryAdd(line, role);
            else if (!roles.ContainsKey(line)) return;
    }

    private static string Shape(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (char c in text)
            if (!char.IsWhiteSpace(c)) shape.Append(char.IsAsciiDigit(c) ? '#' : c);
        return shape.ToString();
    }

    private static int? PageNumber(string text)
    {
        var match = PageNumberPattern().Match(text);
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^[-—–－―·•~\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:[,，/\s]*共?\s*\d{1,4}\s*页?)?[-—–－―·•~\s]*$")]
    private static partial Regex PageNumberPattern();
}
