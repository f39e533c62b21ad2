using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Json;

public class GeneratedJsonTests
{
    [Fact]
    public void Any_document_comes_back_equal_with_its_decimals_and_blanks() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Arb.From(DocumentGenerators.Document), document => DocumentJson.Read(DocumentJson.Write(document, indented: false)) == document));

    [Fact]
    public void Any_table_that_no_form_knows_comes_back_equal() => Always.Holds(
        TableGenerators.Other(2023),
        table =>
        {
            var document = new FinalAccounts { Statements = [table] };
            Assert.Equal(document, DocumentJson.Read(DocumentJson.Write(document)));
        });
}
