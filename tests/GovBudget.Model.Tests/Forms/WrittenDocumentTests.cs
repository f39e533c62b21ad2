using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Documents set in the official look read as themselves.</summary>
public class WrittenDocumentTests
{
    [Fact]
    public void Budgets_and_final_accounts_come_back() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(DocumentGenerators.WithShrinking, ComesBack));

    [Fact]
    public void Tables_that_no_form_knows_come_back() => Always.Holds(
        from year in Gen.Choose(2019, 2025)
        from table in TableGenerators.Other(year)
        from budget in Gen.Elements(true, false)
        select budget
            ? new DepartmentBudget { Organisation = table.Organisation, Year = year, Title = $"{year}年清江市财政局部门预算", Statements = [table] }
            : (BudgetDocument)new FinalAccounts { Organisation = table.Organisation, Year = year, Title = $"{year}年度清江市财政局部门决算", Statements = [table] },
        ComesBack);

    [Fact]
    public void Generated_documents_are_right() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Arb.From(DocumentGenerators.Document),
        document => Assert.Equal("", string.Join('\n', Checker.Default.Check(document).Findings.Where(finding => finding.Severity != Severity.Info)))));

    private static void ComesBack(BudgetDocument document)
    {
        var reading = DocumentReader.Read(DocumentWriter.Write(document));
        Assert.Null(DocumentDifference.Between(document, reading.Document));
        Assert.Empty(reading.Unplaced);
    }
}
