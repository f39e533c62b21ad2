using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Pdf.Tests.Writing;

/// <summary>What is printed reads as the same document, from the visible page alone.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Names => Printed.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_document_is_printed_and_read_again(string name) => Reads(Printed.Document(name), Printed.Plain);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_document_is_printed_in_an_embedded_font_and_read_again(string name)
    {
        var document = Printed.Document(name);
        Reads(document, Printed.Embedded(document));
    }

    [Fact]
    public void Generated_documents_are_printed_and_read_again() =>
        Prop.ForAll(DocumentGenerators.FinalAccounts.ToArbitrary(), document => Reads(document, Printed.Plain)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Reads(BudgetDocument document, PdfWriteOptions options)
    {
        var reading = PdfFormat.Read(Printed.Pdf(document, options), ignoreEmbedded: true);
        Assert.Null(DocumentDifference.Between(document, reading.Document));
        Assert.Equal(document, reading.Document);
        Assert.Empty(reading.Unplaced);
    }
}
