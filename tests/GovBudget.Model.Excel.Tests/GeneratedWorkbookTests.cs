using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;
using GovBudget.Model.Tests.Performance;

namespace GovBudget.Model.Excel.Tests;

/// <summary>Any document that tables can show is the same after a workbook.</summary>
public class GeneratedWorkbookTests
{
    [Fact]
    public void Budgets_and_final_accounts_come_back_from_a_workbook() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(120), Prop.ForAll(DocumentGenerators.WithShrinking, ComesBack));

    [Fact]
    public void Tables_that_no_form_knows_come_back_from_a_workbook() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(
            Arb.From(
                from table in TableGenerators.Other(2024)
                select (BudgetDocument)new DepartmentBudget { Organisation = table.Organisation, Year = 2024, Title = "2024年清江市财政局部门预算", Statements = [table] },
                DocumentShrinker.Shrink),
            ComesBack));

    [Fact]
    public void Performance_forms_come_back_from_a_workbook() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(FormGen.Document.ToArbitrary(), document =>
    {
        var reading = ExcelFormat.Read(Write(document), "表.xlsx", new ExcelReadOptions { IgnoreEmbedded = true });
        Assert.Equal(DocumentJson.Write(document), DocumentJson.Write(reading.Document)); // JSON shows where they part
        Assert.Empty(reading.Unplaced);
    }));

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        var accounts = Generate.FinalAccounts(seed: 42, year: 2023);
        Assert.Equal(Write(accounts).ToArray(), Write(Generate.FinalAccounts(seed: 42, year: 2023)).ToArray());
    }

    private static void ComesBack(BudgetDocument document)
    {
        var reading = ExcelFormat.Read(Write(document), "表.xlsx", new ExcelReadOptions { IgnoreEmbedded = true });
        Assert.Null(DocumentDifference.Between(document, reading.Document));
        Assert.Empty(reading.Unplaced);
    }

    private static MemoryStream Write(BudgetDocument document)
    {
        var stream = new MemoryStream();
        ExcelFormat.Write(document, stream);
        stream.Position = 0;
        return stream;
    }
}
