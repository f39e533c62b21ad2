using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Checks;

/// <summary>What is not concluded from a document of which parts could not be read: no table is missing, and none is empty, that may stand there as a
/// picture.</summary>
public class UnreadPartsTests
{
    private static readonly LayoutDiagnostic Loss = new("图片未能读出", new Place(3), IsLoss: true);

    private static readonly LayoutDiagnostic Note = new("附件", new Place(3));

    private static readonly PicturedTable Income = new("收入决算表", StatementKind.Income, new Place(3));

    private static readonly PicturedTable Expenditure = new("支出决算表", StatementKind.Expenditure, new Place(3));

    private static readonly PicturedTable Funds = new("政府性基金预算财政拨款收入支出决算表", StatementKind.GovernmentFund, new Place(3));

    public static TheoryData<string, LayoutDiagnostic[], PicturedTable[], bool> Missing => new()
    {
        { "没有图片", [], [], true },
        { "有附注", [Note], [], true },
        { "有未读出的", [Note, Loss], [], false },
        { "表是图片", [], [Income], false },
        { "别的表是图片", [], [Expenditure], true },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_table_that_may_be_a_picture_is_not_missing(string name, LayoutDiagnostic[] diagnostics, PicturedTable[] pictured, bool missing)
    {
        var document = Notation.Parse(ExampleDocuments.Accounts.Replace("# Income", "# Other", StringComparison.Ordinal));
        var report = Check("complete.tables", document, diagnostics, pictured);
        Assert.Equal(missing ? 1 : 0, report.Findings.Count(f => f.Expected!.Contains("收入决算表", StringComparison.Ordinal)));
        Assert.Equal(missing ? [] : [KeyValuePair.Create("文件有未能读出的部分，缺表未判断", 1)], report.Coverage[0].Reasons);
        Assert.NotEmpty(name);
    }

    public static TheoryData<string, LayoutDiagnostic[], PicturedTable[], bool> Empty => new()
    {
        { "没有图片", [], [], true },
        { "有附注", [Note], [], true },
        { "有未读出的", [Note, Loss], [], false },
        { "表是图片", [], [Funds], false },
        { "别的表是图片", [], [Expenditure], true },
    };

    [Theory]
    [MemberData(nameof(Empty))]
    public void A_table_of_a_fund_that_may_be_a_picture_is_not_empty(string name, LayoutDiagnostic[] diagnostics, PicturedTable[] pictured, bool empty)
    {
        var document = Notation.Parse("""
            决算 2023 某局
            # FiscalSummary
            支 本年支出合计: 支出/合计=30.00 支出/政府性基金预算财政拨款=18.00
            支 总计: 支出/合计=30.00 支出/政府性基金预算财政拨款=18.00
            # GovernmentFund
            """);
        var report = Check("cross.government-fund", document, diagnostics, pictured);
        Assert.Equal(empty ? ["18.00"] : [], report.Findings.Select(f => f.Actual));
        Assert.Equal(empty ? [] : [KeyValuePair.Create("文件有未能读出的部分，空表未判断", 1)], report.Coverage[0].Reasons);
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData("208 社会保障和就业支出: 合计=1.00", 1)]
    [InlineData("合计: 合计=1.00", 0)] // no subject, no year needed
    public void Names_of_subjects_are_not_judged_without_a_year(string row, int skipped)
    {
        var document = Notation.Parse("决算 2023 某局\n# Expenditure\n" + row);
        var undated = document with { Year = null, Statements = [document.Statements[0] with { Year = null }] };
        Assert.Equal(skipped, new Checker([RuleCatalog.Find("codes.name")]).Check(undated).Coverage[0].NotEvaluated);
    }

    private static CheckReport Check(string rule, BudgetDocument document, LayoutDiagnostic[] diagnostics, PicturedTable[] pictured) =>
        new Checker([RuleCatalog.Find(rule)]).Check(new Reading { Document = document, Diagnostics = [.. diagnostics], PicturedTables = [.. pictured] });
}
