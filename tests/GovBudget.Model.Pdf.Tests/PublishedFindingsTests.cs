using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Pdf.Tests;

/// <summary>What checking published documents finds, against the findings made by hand. A finding of the truth counts as reported where one with its figures
/// is, or with its words where it has none.</summary>
public partial class PublishedFindingsTests
{
    /// <summary>Firm findings of the truth reported, per document; some of those that are not are reported in other words.</summary>
    private static readonly Dictionary<string, int> Reported = new()
    {
        ["accounts-2024-shanghai-putuo-finance-altered"] = 25,
        ["accounts-2024-shanghai-putuo-planning"] = 28,
        ["accounts-2024-shanghai-putuo-social-work"] = 13,
        ["budget-2017-jiangsu-cppcc-tables"] = 1,
        ["budget-2017-jiangsu-high-court"] = 4,
        ["budget-2019-jiangsu-npc-tables-rotated"] = 1,
        ["budget-2024-shanghai-putuo-wanli"] = 10,
        ["budget-2025-shanghai-putuo-commerce"] = 1,
        ["rebuilt-000"] = 18,
        ["rebuilt-001"] = 28,
        ["rebuilt-002"] = 9,
        ["rebuilt-003"] = 31,
        ["rebuilt-004"] = 41,
    };

    /// <summary>Rules that speak of nothing in these documents: funds they do not spend, columns they do not print. Examples and generated documents hold
    /// them.</summary>
    private static readonly string[] NeverAsked =
    [
        "government-fund.columns", "state-capital.columns", "other.columns", "government-fund.closing", "state-capital.closing",
        "codes.government-economic-roll-up", "cross.government-fund", "cross.state-capital",
        "cross.fiscal-expenditure", "narrative.year-of-figure", "narrative.change", "performance.grade", "performance.department-amount",
    ];

    public static TheoryData<string> Documents => [.. Reported.Keys];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Known_findings_are_reported_and_no_error_is_invented(string document)
    {
        var findings = Checker.Default.Check(PdfFormat.Read(PdfOf(document), cancellationToken: TestContext.Current.CancellationToken)).Findings.ToList();
        var truth = Rows(Path.Combine(Shared.Require(), "truth", document, "findings.csv"));
        var used = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
        var reported = 0;
        foreach (var row in truth)
        {
            var matches = findings.Where(f => Matches(row, f)).ToList();
            used.UnionWith(matches);
            if (matches.Count > 0 && !row["id"].Split('-')[^1].StartsWith('O')) reported++;
        }
        Assert.True(reported >= Reported[document], $"{reported} of {Reported[document]} known findings reported");
        Assert.Empty(findings.Where(f => f.Severity == Severity.Error && !used.Contains(f)).Select(f => f.ToString()));
    }

    [Fact]
    public void Every_rule_runs_on_a_published_document()
    {
        Shared.Require();
        var ran = Reported.Keys.SelectMany(d => Checker.Default.Check(PdfFormat.Read(PdfOf(d),
            cancellationToken: TestContext.Current.CancellationToken)).Coverage)
            .Where(c => c.Exact + c.Rounded + c.Violated > 0)
            .Select(c => c.Rule.Id)
            .ToHashSet();
        Assert.Empty(RuleCatalog.All.Where(r => r.Category != RuleCategory.AcrossDocuments
            && !ran.Contains(r.Id)
            && !NeverAsked.Contains(r.Id)).Select(r => r.Id));
    }

    private static string PdfOf(string document)
    {
        var folder = Shared.Require();
        return document.StartsWith("rebuilt-", StringComparison.Ordinal)
            ? Path.Combine(folder, "rebuilt", document["rebuilt-".Length..], "chromium.pdf")
            : Path.Combine(folder, "corpus", document + ".pdf");
    }

    private static bool Matches(Dictionary<string, string> row, Finding finding)
    {
        var figures = Numbers(row["expected"], row["actual"]);
        var all = figures.Union(Numbers(row["evidence"])).ToHashSet();
        var got = Numbers(finding.Expected, finding.Actual, finding.Message);
        if (figures.Overlaps(got) && all.Count(got.Contains) >= Math.Min(2, all.Count)) return true;
        if (figures.Count > 0) return false;
        var text = string.Join(' ', finding.Rule.Id, finding.Table, finding.Code, finding.Item, finding.Column, finding.Expected, finding.Actual,
            finding.Message, finding.Source);
        return Phrase().Matches((row["what"]
            + row["where"]
            + row["expected"]
            + row["actual"]).Normalize(NormalizationForm.FormKC)).Any(m => text.Contains(m.Value, StringComparison.Ordinal));
    }

    private static HashSet<string> Numbers(params ReadOnlySpan<string?> texts)
    {
        var found = new HashSet<string>();
        foreach (var text in texts)
        {
            foreach (Match match in Number().Matches((text ?? "").Normalize(NormalizationForm.FormKC)))
            {
                var value = match.Value.Replace(",", "", StringComparison.Ordinal).TrimStart('-');
                if (value.Contains('.', StringComparison.Ordinal))
                    found.Add(decimal.Parse(value, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture));
                else if (value.Length >= 3 && !Year().IsMatch(value)) found.Add(value);
            }
        }
        return found;
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        var rows = new List<string[]>();
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in File.ReadAllText(path).TrimStart('\uFEFF').ReplaceLineEndings("\n"))
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) Next();
            else if (c == '\n' && !quoted)
            {
                Next();
                rows.Add([.. fields]);
                fields.Clear();
            }
            else field.Append(c);
        }
        return [.. rows.Skip(1).Where(r => r.Length == rows[0].Length).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second))];

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }

    [GeneratedRegex(@"(?<![\d.])-?\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:19|20)\d\d$")]
    private static partial Regex Year();

    [GeneratedRegex(@"[\u4e00-\u9fff]{4,}|\d{5,7}|XX|××")]
    private static partial Regex Phrase();
}
