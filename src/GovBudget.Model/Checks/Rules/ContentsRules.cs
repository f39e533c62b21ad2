using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>The table of contents against the body.</summary>
internal static partial class ContentsRules
{
    private const int LongestHeading = 80;

    private const double Alike = 0.6;

    public static IEnumerable<Rule> All =>
    [
        new("complete.contents", RuleCategory.Completeness, Severity.Warning, "目录列出的部分和说明，正文都有", "parts and sections listed in the contents stand in the body",
            "部门决算（预算）公开模板目录", Check),
    ];

    /// <summary>An entry of the contents: its ordinal with the kind it is of (第…部分, 一、, （一）), and its title.</summary>
    private sealed record Entry(string Text, string Ordinal, string Title, Place Place);

    private static void Check(RuleRun run)
    {
        if (run.Index.Reading is not { } reading) return;
        var body = new List<Entry>();
        var groups = new List<List<Entry>> { new() };
        foreach (var paragraph in reading.Layout.Blocks.OfType<Paragraph>())
        {
            if (paragraph.Role is not (ParagraphRole.Contents or ParagraphRole.Body)) continue;
            foreach (var line in paragraph.Text.Split('\n'))
            {
                var entry = Read(line, paragraph.Place);
                if (paragraph.Role == ParagraphRole.Body)
                {
                    if (entry.Title.Length is > 0 and <= LongestHeading) body.Add(entry);
                }
                else if (entry.Ordinal.Length > 0 && entry.Title.Length > 0)
                {
                    if (entry.Ordinal[0] == '第') groups.Add([]);
                    groups[^1].Add(entry);
                }
            }
        }
        foreach (var group in groups)
        {
            // tables have a rule of their own, and may stand as pictures
            var entries = group.FindAll(e => !IsTable(e.Title));
            var missing = entries.FindAll(e => !body.Exists(b => Same(e, b)));
            if (entries.Count < 4 || missing.Count * 5 > entries.Count)
            {
                if (missing.Count > 0) run.Skip("目录与正文的标题写法不同，未逐条比较");
                else if (entries.Count > 0) run.Hold();
                continue;
            }
            if (missing.Count == 0) run.Hold();
            foreach (var entry in missing)
            {
                run.Violate(null, -1, $"目录列有“{entry.Text}”，正文没有这一节", $"the contents list {entry.Text}, the body has no such section", entry.Text, "（无）",
                    place: entry.Place);
            }
        }
    }

    private static Entry Read(string line, Place place)
    {
        var clean = NarrativeTextCleaner.Clean(Leaders().Replace(line, ""));
        var length = ListMarker.Length(clean, 0);
        return new Entry(clean, clean[..length].Trim('、', '.'), Brackets().Replace(clean[length..], "").TrimEnd('。', '：', '；'), place);
    }

    private static bool IsTable(string title) => title.EndsWith('表') || title.EndsWith("表）", StringComparison.Ordinal);

    /// <summary>A heading of that ordinal that speaks of the same, or of any ordinal in the same words. One word in two may differ: 机关运行经费支出说明,
    /// 机关运行经费支出情况.</summary>
    private static bool Same(Entry entry, Entry heading)
    {
        if (heading.Title.Contains(entry.Title, StringComparison.Ordinal)
            || (heading.Title.Length >= 4 && entry.Title.Contains(heading.Title, StringComparison.Ordinal)))
            return true;
        if (heading.Ordinal.Length > 0
            && SectionKinds.Find(entry.Title, SectionKind.Other) is { } kind and not (SectionKind.Income or SectionKind.Expenditure or SectionKind.Explanation)
            && kind == SectionKinds.Find(heading.Title, SectionKind.Other)) return true;
        return Likeness(entry.Title, heading.Title) >= (entry.Ordinal == heading.Ordinal ? Alike / 2 : Alike);
    }

    /// <summary>The share of pairs of letters that two titles have in common, 0 to 1.</summary>
    private static double Likeness(string a, string b)
    {
        var (left, right) = (Pairs(a), Pairs(b));
        if (left.Count == 0 || right.Count == 0) return 0;
        return 2.0 * left.Intersect(right).Count() / (left.Count + right.Count);
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => (text[i], text[i + 1]))];

    [GeneratedRegex("[（）“”《》]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s.．…‥·_—-]*[-—(（]?\s*\d{0,3}\s*[-—)）]?\s*$")]
    private static partial Regex Leaders();
}
