namespace GovBudget.Model.Tests.Checks;

/// <summary>A report in English says in English why rules could not judge.</summary>
public class ReasonTextTests
{
    [Fact]
    public void Every_reason_that_the_examples_give_is_known_in_English()
    {
        var reasons = RuleExamples.All
            .SelectMany(e => new[] { Notation.Parse(RuleExamples.Apply(e)) })
            .SelectMany(d => Checker.Default.Check(d).Coverage)
            .SelectMany(c => c.Reasons.Select(r => r.Key)).Distinct().ToList();
        Assert.True(reasons.Count > 10, $"only {reasons.Count} reasons");
        var unknown = reasons.Where(r => !ReasonText.IsKnown(r)).ToList();
        Assert.True(unknown.Count == 0, $"say in ReasonText, in English: {string.Join('；', unknown)}");
    }

    [Fact]
    public void The_report_uses_it()
    {
        var rule = Checker.Default.Rules[0];
        var report = new CheckReport { Findings = [], Coverage = [new RuleCoverage(rule, 0, 0, 0, 1, [new("不知道文件的年度", 1)])] };
        Assert.Contains(ReportText.Lines(report, english: true), l => l.Text.EndsWith("the document's year is not known (1)", StringComparison.Ordinal));
        Assert.Contains(ReportText.Lines(report), l => l.Text.EndsWith("不知道文件的年度（1 处）", StringComparison.Ordinal));
    }
}
