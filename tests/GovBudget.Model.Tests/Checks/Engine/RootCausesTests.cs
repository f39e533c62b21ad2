using GovBudget.Model.Checks;

namespace GovBudget.Model.Tests.Checks;

/// <summary>The figure behind failures: what is suspected of it, what would mend them, and how much is left of each finding.</summary>
public class RootCausesTests
{
    [Theory]
    [InlineData("155.00", SuspicionKind.Scale)] // a decimal point too far
    [InlineData("1550.00", SuspicionKind.Scale)]
    [InlineData("155000.00", SuspicionKind.Scale)] // 元 for 万元
    [InlineData("15500000.00", SuspicionKind.Scale)] // a million
    [InlineData("155000000.00", null)]
    [InlineData("1.55", SuspicionKind.Scale)]
    [InlineData("0.16", SuspicionKind.Scale)] // 15.50 / 100, as far as two decimals tell
    [InlineData("0.02", null)] // would be 20 as well as 15.50
    [InlineData("0.00155", SuspicionKind.Scale)] // 万元 for 元
    [InlineData("0.00001550", SuspicionKind.Scale)]
    [InlineData("165.00", null)]
    [InlineData("-155.00", null)]
    [InlineData("0.00", null)]
    public void A_figure_off_by_a_power_of_ten_is_suspected(string printed, SuspicionKind? kind)
    {
        var report = Check(ExampleDocuments.Accounts, "30201 办公费: 15.50", $"30201 办公费: {printed}");
        Assert.Equal(kind is null ? [] : [(kind.Value, "30201", 15.50m)], report.Causes.Select(c => (c.Kind, c.Figure.Code, Math.Round(c.Implied, 2))));
        Assert.All(report.Findings.Where(f => f.Cause is not null), f => Assert.Equal(Severity.Warning, f.Severity));
        Assert.Equal(kind is null, report.HasErrors);
    }

    [Fact]
    public void A_figure_off_by_a_power_of_ten_in_several_identities_is_a_warning_with_remarks()
    {
        var report = Check(ExampleDocuments.Accounts, "2101502 一般行政管理事务: 合计=20.00 财政拨款收入=20.00", "2101502 一般行政管理事务: 合计=200000.0 财政拨款收入=20.00");
        var cause = Assert.Single(report.Causes);
        Assert.Equal((SuspicionKind.Scale, "合计", 20.0m, true), (cause.Kind, cause.Figure.Column, cause.Implied, cause.Figure.IsLeft));
        Assert.Contains("印作 200000.0，若为 20.0 则平", cause.Message, StringComparison.Ordinal);
        Assert.Equal([Severity.Warning, Severity.Info], report.Findings.Where(f => f.Cause == 0).Select(f => f.Severity).OrderDescending());
    }

    [Fact]
    public void A_shared_figure_is_one_error_and_what_would_mend_it_has_its_decimals()
    {
        var report = Check(ExampleDocuments.Accounts, "2101502 一般行政管理事务: 合计=20.00 财政拨款收入=20.00", "2101502 一般行政管理事务: 合计=21.0000 财政拨款收入=20.00");
        var cause = Assert.Single(report.Causes);
        Assert.Equal((SuspicionKind.Shared, "20.0000"), (cause.Kind, cause.Implied.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("若为 20.0000 则 2 处同时相符", cause.Message, StringComparison.Ordinal);
        Assert.Equal([Severity.Error, Severity.Info], report.Findings.Where(f => f.Cause == 0).Select(f => f.Severity).OrderDescending());
    }

    [Fact]
    public void A_part_above_two_wholes_would_have_to_be_no_larger_than_the_smaller()
    {
        var report = Checker.Default.Check(Notation.Parse("""
            决算 2023 某局
            # Expenditure
            208 甲: 合计=0.15
            # GeneralPublic
            208 甲: 合计=16.00
            # FiscalExpenditure
            208 甲: 合计=0.30
            """));
        var cause = Assert.Single(report.Causes);
        // wholes say how large a part may be, not what it is: no power of ten is read out of them
        Assert.Equal((SuspicionKind.Shared, "一般公共预算财政拨款支出决算表", 0.16m), (cause.Kind, cause.Figure.Table, cause.Implied));
        Assert.Contains("2 处同时相符", cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@栏 甲 乙 丙\n201 一: 乙=20.00 丙=5.00\n20101 二: 甲=20.00 丙=5.00", "201", "甲", 20.00)] // what belongs into the first column stands in the second
    [InlineData("@栏 甲 乙 丙\n201 一: 甲=5.00 乙=20.00\n20101 二: 甲=5.00\n20102 三: 甲=20.00", "20102", "乙", 20.00)] // the other way round
    [InlineData("@栏 甲 乙 丙\n201 一: 乙=20.00\n20101 二: 丙=20.00", "20101", "乙", 20.00)]
    [InlineData("@栏 甲 乙 丙\n201 一: 甲=20.00\n20101 二: 丙=20.00", null, null, 0)] // two columns on is not next door
    [InlineData("@栏 甲 乙 丙\n201 一: 乙=20.02\n20101 二: 甲=20.00", null, null, 0)]
    [InlineData("@栏 甲 乙 丙\n201 一: 甲=20.00 乙=1.00\n20101 二: 乙=20.00", null, null, 0)] // the neighbour is not nought where it stands
    public void A_figure_that_stands_next_door_is_suspected_and_what_fails_there_follows(string table, string? code, string? column, double implied)
    {
        var report = Checker.Default.Check(Notation.Parse("决算 2023 某局\n# Other\n" + table));
        if (code is null)
        {
            Assert.DoesNotContain(report.Causes, c => c.Kind == SuspicionKind.Shifted);
            return;
        }
        var cause = Assert.Single(report.Causes);
        Assert.Equal((SuspicionKind.Shifted, code, column, (decimal)implied), (cause.Kind, cause.Figure.Code, cause.Figure.Column, cause.Implied));
        Assert.Equal([Severity.Warning, Severity.Info], report.Findings.Where(f => f.Cause == 0).Select(f => f.Severity).OrderDescending());
        Assert.Contains("相邻一格的 20.00 正合", cause.Message, StringComparison.Ordinal);
    }

    private static CheckReport Check(string document, string before, string after)
    {
        Assert.Contains(before, document, StringComparison.Ordinal);
        return Checker.Default.Check(Notation.Parse(document.Replace(before, after, StringComparison.Ordinal)));
    }
}
