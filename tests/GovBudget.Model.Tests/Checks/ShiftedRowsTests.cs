namespace GovBudget.Model.Tests.Checks;

public class ShiftedRowsTests
{
    [Fact]
    public void Rows_out_of_step_are_said_once_and_accused_of_nothing_else()
    {
        var example = RuleExamples.All.Single(e => e.Rule == "codes.rows-shifted");
        var report = Checker.Default.Check(Notation.Parse(example.Document.Replace(example.Before, example.After, StringComparison.Ordinal)));
        var finding = Assert.Single(report.Findings, f => f.Severity == Severity.Error && f.Rule.Category != RuleCategory.Completeness);
        Assert.Equal(("codes.rows-shifted", "20702", "文物"), (finding.Rule.Id, finding.Code, finding.Item));
        Assert.Contains("8 行", finding.Message, StringComparison.Ordinal);
        Assert.Contains("“20702 文物”行印的是“208 社会保障和就业支出”的金额", finding.Message, StringComparison.Ordinal);
        Assert.Contains(report.Coverage, c => c.Rule.Id == "codes.functional-roll-up" && c.Reasons.Any(r => r.Key == "科目与金额错行"));
    }

    [Fact]
    public void A_table_of_one_fund_beside_that_of_all_is_in_step()
    {
        var example = RuleExamples.All.Single(e => e.Rule == "codes.rows-shifted");
        var more = example.Document.Replace("207 文化旅游体育与传媒支出: 合计=50.00 基本支出=30.00 项目支出=20.00", "207 文化旅游体育与传媒支出: 合计=52.00 基本支出=30.00 项目支出=22.00",
            StringComparison.Ordinal);
        Assert.DoesNotContain(Checker.Default.Check(Notation.Parse(more)).Findings, f => f.Rule.Id == "codes.rows-shifted");
    }
}
