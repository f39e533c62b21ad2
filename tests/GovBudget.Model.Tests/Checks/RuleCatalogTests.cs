using System.Globalization;
using System.Text;

namespace GovBudget.Model.Tests.Checks;

public class RuleCatalogTests
{
    /// <summary>Rules that look at the printed page: their examples are layouts, in <see cref="PrintedRulesTests"/>.</summary>
    // PerformanceRulesTests, AcrossTests
    private static bool HasExamplesElsewhere(string id) =>
        OfThePage.Contains(id) || id.StartsWith("performance.", StringComparison.Ordinal) || id.StartsWith("across.", StringComparison.Ordinal);

    private static readonly string[] OfThePage = ["printed.fund-header", "printed.code", "printed.figure", "complete.contents"];

    public static TheoryData<string> Ids => [.. RuleExamples.All.Select(e => e.Rule)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_passes_where_it_holds_and_reports_where_it_does_not(string id)
    {
        var example = RuleExamples.All.Single(e => e.Rule == id);
        var passing = Checker.Default.Check(Notation.Parse(example.Document));
        var coverage = passing.Coverage.Single(c => c.Rule.Id == id);
        Assert.True(coverage.Exact > 0, "the rule does not run on its passing example");
        Assert.DoesNotContain(passing.Findings, f => f.Rule.Id == id);

        var failing = Checker.Default.Check(Notation.Parse(RuleExamples.Apply(example)));
        var finding = failing.Findings.FirstOrDefault(f => f.Rule.Id == id && f.Verdict == Verdict.Violated);
        Assert.True(finding is not null, $"not reported; found: {string.Join('\n', failing.Findings)}");
        Assert.Equal(failing.Coverage.Single(c => c.Rule.Id == id).Violated, failing.Findings.Count(f => f.Rule.Id == id && f.Verdict == Verdict.Violated));
        Assert.NotEqual("", finding.Message);
        Assert.NotEqual("", finding.EnglishMessage);
    }

    [Fact]
    public void Every_rule_has_an_example()
    {
        Assert.Equal(RuleCatalog.All.Select(r => r.Id).Where(id => !HasExamplesElsewhere(id)),
            RuleExamples.All.Select(e => e.Rule).OrderBy(id => RuleCatalog.All.ToList().FindIndex(r => r.Id == id)));
    }

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(r => r.Id).Distinct().Count());
        Assert.All(RuleCatalog.All, r => Assert.Matches("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$", r.Id));
        Assert.All(RuleCatalog.All, r => Assert.True(r.Title.Length > 0 && r.EnglishTitle.Length > 0 && r.Source.Length > 0));
        Assert.Same(RuleCatalog.All[0], RuleCatalog.Find(RuleCatalog.All[0].Id));
        Assert.Contains("summary.balance", Assert.Throws<KeyNotFoundException>(() => RuleCatalog.Find("none")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_is_up_to_date()
    {
        Repository.AssertUpToDate("docs/rules.md", RuleCatalog.ToMarkdown(Example));
    }

    private static string? Example(Rule rule)
    {
        var example = RuleExamples.All.FirstOrDefault(e => e.Rule == rule.Id);
        if (example is null) return null;
        var finding = Checker.Default.Check(Notation.Parse(RuleExamples.Apply(
            example))).Findings.First(f => f.Rule.Id == rule.Id && f.Verdict == Verdict.Violated);
        var text = new StringBuilder("成立：");
        text.Append(CultureInfo.InvariantCulture, $"{Quote(example.Before)}；不成立：{Quote(example.After)}。报告：{finding.Message}");
        return text.ToString();
    }

    private static string Quote(string text) =>
        text.Trim().Length == 0 ? "（删去）" : string.Join("、", text.Split('⇒', '\n').Where(t => t.Length > 0).Select(t => $"`{t}`"));
}
