using System.Text.Json;

namespace GovBudget.Model.Tests.Checks;

public class CheckReportTests
{
    private static CheckReport Report(string rule) => Checker.Default.Check(Notation.Parse(RuleExamples.Apply(RuleExamples.All.Single(e => e.Rule == rule))));

    [Fact]
    public void One_wrong_figure_is_one_error_with_its_followers_grouped_under_it()
    {
        var report = Report("income.columns"); // the total row's 其他收入 left out
        var cause = Assert.Single(report.Causes);
        Assert.Equal(("合计", "其他收入", 3.00m, SuspicionKind.Shared), (cause.Figure.Item, cause.Figure.Column, cause.Implied, cause.Kind));
        Assert.Equal(3, report.Findings.Count(f => f.Cause == 0));
        Assert.Equal(1, report.Count(Severity.Error));
    }

    [Fact]
    public void A_figure_off_by_a_power_of_ten_is_suspected_before_the_document_is_accused()
    {
        var text = ExampleDocuments.Accounts.Replace("30201 办公费: 15.50", "30201 办公费: 1550.00", StringComparison.Ordinal);
        var report = Checker.Default.Check(Notation.Parse(text));
        var cause = Assert.Single(report.Causes);
        Assert.Equal((SuspicionKind.Scale, "30201", 15.50m), (cause.Kind, cause.Figure.Code, cause.Implied));
        Assert.False(report.HasErrors);
        Assert.Equal(Severity.Warning, report.Worst);
    }

    [Fact]
    public void A_blank_cell_whose_value_stands_next_to_it_is_suspected_to_be_shifted()
    {
        var text = ExampleDocuments.Accounts.Replace(
            "2101502 一般行政管理事务: 合计=20.00 项目支出=20.00\n212", "2101502 一般行政管理事务: 合计=20.00 基本支出=20.00\n212", StringComparison.Ordinal);
        var report = Checker.Default.Check(Notation.Parse(text));
        var cause = Assert.Single(report.Causes);
        Assert.Equal((SuspicionKind.Shifted, "2101502", "项目支出", 20.00m), (cause.Kind, cause.Figure.Code, cause.Figure.Column, cause.Implied));
        Assert.All(report.Findings, f => Assert.Equal(0, f.Cause));
        Assert.False(report.HasErrors);
    }

    [Fact]
    public void Rounding_is_a_remark_and_summed_up_per_table()
    {
        var text = ExampleDocuments.Accounts.Replace("30201 办公费: 15.50", "30201 办公费: 15.51", StringComparison.Ordinal);
        var report = Checker.Default.Check(Notation.Parse(text));
        var finding = Assert.Single(report.Findings);
        Assert.Equal((Verdict.Rounded, Severity.Info, "19.00", "19.01", -0.01m, 0.02m),
            (finding.Verdict, finding.Severity, finding.Actual, finding.Expected, finding.Difference!.Value, finding.Tolerance!.Value));
        var note = Assert.Single(report.RoundingNotes);
        Assert.Equal((1, 0.01m, Unit.WanYuan), (note.Count, note.Largest, note.Unit));
        Assert.Equal(4, finding.Operands.Count);
    }

    [Fact]
    public void Json_follows_the_contract()
    {
        using var json = JsonDocument.Parse(FindingsJson.Write(Report("summary.balance").Findings));
        var first = json.RootElement.EnumerateArray().First(f => f.GetProperty("rule").GetString() == "summary.balance");
        Assert.Equal(
            ["rule", "severity", "table", "code", "item", "column", "page", "expected", "actual", "tolerance", "message", "source"],
            first.EnumerateObject().Select(p => p.Name).Take(12));
        Assert.Equal("135.02", first.GetProperty("expected").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("page").ValueKind);
    }

    [Fact]
    public void Sarif_holds_every_rule_and_finding()
    {
        var report = Report("summary.balance");
        using var json = JsonDocument.Parse(SarifReport.Write([new("文件 1.pdf", report)]));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Equal(RuleCatalog.All.Count, rules.Count);
        Assert.Equal(report.Findings.Count, run.GetProperty("results").GetArrayLength());
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative), uri);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_groups_by_table_and_tells_what_was_checked(bool english)
    {
        var report = Report("income.columns");
        var lines = ReportText.Lines(report, english).ToList();
        Assert.Equal(ReportLineKind.Table, lines[0].Kind);
        Assert.Contains(lines, l => l.Kind == ReportLineKind.Cause);
        Assert.Contains(lines, l => l.Kind == ReportLineKind.Error && l.Text.Contains("income.columns", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Kind == ReportLineKind.Coverage);
        Assert.DoesNotContain(lines, l => l.Kind == ReportLineKind.Operand);
        var explained = ReportText.Lines(report, english, explain: true).ToList();
        Assert.Equal(report.Findings.Sum(f => f.Operands.Count + 1), explained.Count(l => l.Kind == ReportLineKind.Operand));
    }

    [Fact]
    public void What_cannot_be_compared_is_said_not_guessed()
    {
        var mixed = Checker.Default.Check(Notation.Parse("决算 2023 某\n# Expenditure\n@单位\n合计: 合计=5.00 基本支出=5.00 项目支出=0.00\n# Summary\n支 本年支出合计: 5.00"));
        var total = mixed.Coverage.Single(c => c.Rule.Id == "cross.expenditure-total");
        Assert.Equal((0, 1, "单位不同或未注明，无法比较"), (total.Violated, total.NotEvaluated, total.Reasons[0].Key));
        var huge = Checker.Default.Check(Notation.Parse("决算 2023 某\n# Expenditure\n208 甲: 合计=99999999999999999999 基本支出=99999999999999999998 项目支出=1"));
        Assert.Equal(1, huge.Coverage.Single(c => c.Rule.Id == "expenditure.columns").NotEvaluated);
        Assert.Empty(Checker.Default.Check(new FinalAccounts()).Findings);
    }
}
