using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Documents set in the official look read as themselves.</summary>
public class WrittenDocumentTests
{
    [Fact]
    public void Final_accounts_come_back() => Holds(DocumentGenerators.FinalAccounts, 400);

    private static void Holds<T>(Gen<T> documents, int cases)
        where T : BudgetDocument => Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Arb.From(documents), document =>
        {
            var reading = DocumentReader.Read(DocumentWriter.Write(document));
            Assert.Null(DocumentDifference.Between(document, reading.Document));
            Assert.Empty(reading.Unplaced);
        }));
}
