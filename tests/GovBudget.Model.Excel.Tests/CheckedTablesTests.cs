namespace GovBudget.Model.Excel.Tests;

/// <summary>What checking the published tables must report, as reviewers found it; and no error beside.</summary>
public class CheckedTablesTests
{
    public static TheoryData<string, string[]> Errors => new()
    {
        { "rebuilt-000", [] },
        { "rebuilt-001", ["printed.fund-header 本年政府性基金预算支出 ← 本年国有资本经营预算支出"] },
        { "rebuilt-002", [] },
        { "rebuilt-003", ["income.columns 109.39 ← 108.81", "cross.general-class 4.03 ← 4.05"] },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Errors_are_those_that_reviewers_found(string name, string[] expected)
    {
        var report = Checker.Default.Check(DocumentReader.Read(Samples.Read(name + ".xlsx")));
        Assert.Equal(expected, report.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule} {f.Actual} ← {f.Expected}"));
        Assert.All(report.Findings.Where(f => f.Verdict == Verdict.Rounded), f => Assert.Equal(Severity.Info, f.Severity));
    }

    [Fact]
    public void Rounding_differences_are_remarks()
    {
        var report = Checker.Default.Check(DocumentReader.Read(Samples.Read("rebuilt-000.xlsx")));
        Assert.Equal(
            ["202.99 202.98", "17.73 17.74", "202.99 202.98", "17.73 17.74"],
            report.Findings.Where(f => f.Verdict == Verdict.Rounded).Select(f => $"{f.Actual} {f.Expected}"));
    }

    [Fact]
    public void A_figure_left_out_is_the_cause_of_all_that_follows()
    {
        var report = Checker.Default.Check(DocumentReader.Read(Samples.Read("rebuilt-003.xlsx")));
        var cause = Assert.Single(report.Causes);
        Assert.Equal(("合计", "其他收入", null, 0.58m), (cause.Figure.Item, cause.Figure.Column, cause.Figure.Amount, cause.Implied));
        Assert.NotNull(cause.Figure.Place);
        Assert.Equal(3, report.Findings.Count(f => f.Cause == 0));
    }

    [Fact]
    public void Gaps_in_row_numbers_and_missing_headings_are_warnings()
    {
        Assert.Contains(Checker.Default.Check(DocumentReader.Read(Samples.Read("rebuilt-002.xlsx"))).Findings,
            f => f.Rule.Id == "heading.row-numbers" && f is { Expected: "16", Actual: "17" });
        Assert.Contains(Checker.Default.Check(DocumentReader.Read(Samples.Read("rebuilt-003.xlsx"))).Findings,
            f => f.Rule.Id == "heading.organisation" && f.Table == "一般公共预算财政拨款支出决算表");
    }
}
