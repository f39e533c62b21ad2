namespace GovBudget.Model.Tests.Checks;

/// <summary>General public expenditure is a part of all expenditure: subject by subject, and in what is left over.</summary>
public sealed class PartsTests
{
    private const string Whole = """
        合计: 合计=101.61 基本支出=42.71 项目支出=58.90
        210 卫生健康支出: 合计=101.03 基本支出=42.63 项目支出=58.40
        21011 行政事业单位医疗: 合计=42.63 基本支出=42.63
        2101101 行政单位医疗: 合计=42.63 基本支出=42.63
        21015 医疗保障管理事务: 合计=58.40 项目支出=58.40
        2101506 医疗保障经办事务: 合计=58.40 项目支出=58.40
        229 其他支出: 合计=0.58 基本支出=0.08 项目支出=0.50
        22999 其他支出: 合计=0.58 基本支出=0.08 项目支出=0.50
        2299999 其他支出: 合计=0.58 基本支出=0.08 项目支出=0.50
        """;

    private const string Part = """
        合计: 合计=101.03 基本支出=42.63 项目支出=58.40
        210 卫生健康支出: 合计=101.03 基本支出=42.63 项目支出=58.40
        21011 行政事业单位医疗: 合计=42.63 基本支出=42.63
        2101101 行政单位医疗: 合计=42.63 基本支出=42.63
        21015 医疗保障管理事务: 合计=58.40 项目支出=58.40
        2101506 医疗保障经办事务: 合计=58.40 项目支出=58.40
        """;

    [Fact]
    public void Nothing_is_found_where_the_totals_differ_by_the_other_subjects()
    {
        var report = Check(Whole, Part);
        Assert.Empty(report.Findings);
        // 6 rows of the part with three columns of which two are printed but in the total and the class, and the rest once a column
        Assert.Equal(14 + 3, report.Coverage[0].Exact);
    }

    [Fact]
    public void What_is_left_over_may_be_off_by_rounding()
    {
        var part = Part.Replace("合计: 合计=101.03 基本支出=42.63", "合计: 合计=101.04 基本支出=42.64", StringComparison.Ordinal);
        var findings = Check(Whole, part).Findings.ToList();
        Assert.Equal([("合计", "101.03", "101.04"), ("基本支出", "42.63", "42.64")], findings.Select(f => (f.Column, f.Expected, f.Actual)));
        Assert.All(findings, f => Assert.Equal((Verdict.Rounded, 0.015m, 3), (f.Verdict, f.Tolerance, f.Operands.Count)));
        Assert.Contains("229 其他支出·合计 0.58", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_over_takes_the_smallest_subjects_that_differ()
    {
        var whole = Whole.Replace("58.40", "59.90", StringComparison.Ordinal)
            .Replace("101.03", "102.53", StringComparison.Ordinal)
            .Replace("合计=101.61 基本支出=42.71 项目支出=58.90", "合计=103.12 基本支出=42.71 项目支出=60.41", StringComparison.Ordinal);
        var finding = Check(whole, Part).Findings.Single(f => f.Column == "合计");
        Assert.Equal((Verdict.Rounded, "101.03", "101.04"), (finding.Verdict, finding.Actual, finding.Expected));
        Assert.Contains("103.12 − 支出决算表 2101506 医疗保障经办事务·合计 59.90", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_of_the_part_that_the_whole_does_not_list_is_reported_with_its_code()
    {
        var part = Part.Replace("2101506 医疗保障经办事务", "2101505 医疗保障政策管理", StringComparison.Ordinal);
        var finding = Assert.Single(Check(Whole, part).Findings, f => f.Code == "2101505");
        Assert.Equal((Verdict.Violated, Severity.Error, "2101505"), (finding.Verdict, finding.Severity, finding.Actual));
        Assert.Contains("没有列 2101505", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2101506 医疗保障经办事务: 合计=58.40 项目支出=58.40\n", "")] // the whole prints no 项 there
    [InlineData("2101506 医疗保障经办事务: 合计=58.40", "医疗保障经办事务: 合计=58.40")] // its code is not printed
    [InlineData("合计: 合计=101.61", "合计: 合计=111.61")] // a row may be lost
    public void A_subject_is_not_missed_where_the_whole_may_have_it(string before, string after)
    {
        var whole = Whole.ReplaceLineEndings("\n").Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Whole.ReplaceLineEndings("\n"), whole);
        Assert.DoesNotContain(Check(whole, Part).Findings, f => f.Message.Contains("没有列", StringComparison.Ordinal));
    }

    private static CheckReport Check(string whole, string part) =>
        new Checker([RuleCatalog.Find("cross.general-part")]).Check(Notation.Parse($"决算 2023 青山区医疗保障局\n# Expenditure\n{whole}\n# GeneralPublic\n{part}"));
}
