using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;
using GovBudget.Model.Tests.Performance;

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
        Prop.ForAll(DocumentGenerators.FinalAccounts.ToArbitrary(),
            document => Reads(document, Printed.Plain)).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Performance_forms_are_printed_and_read_again() =>
        Prop.ForAll(FormGen.Document.ToArbitrary(), document => Reads(document, Printed.Plain)).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    public static TheoryData<string> Published => [.. Shared.Pdfs().Select(file => Path.GetRelativePath(Shared.Folder!, file))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Published))]
    public void A_published_PDF_is_printed_and_read_again(string file)
    {
        var document = PdfFormat.Read(Path.Combine(Shared.Require(), file), true, TestContext.Current.CancellationToken).Document;
        using var pdf = new MemoryStream();
        var written = PdfFormat.Write(document, pdf, Printed.Plain, TestContext.Current.CancellationToken);
        if (written.Diagnostics.Any(d => d.Message.Contains("代替", StringComparison.Ordinal)))
        {
            // quotation marks that the standard font has not: an embedded one shows them by the look of others and keeps the text
            pdf.SetLength(0);
            written = PdfFormat.Write(document, pdf, PdfWriteOptions.Default, TestContext.Current.CancellationToken);
            if (written.Diagnostics.Any(d => d.IsLoss)) Assert.Skip("No Chinese font to embed is here.");
        }
        var read = PdfFormat.Read(pdf.ToArray(), true, TestContext.Current.CancellationToken).Document;
        if (document == read) return;
        // Of documents of others one paragraph in fifty may part otherwise, where a line happens to end like a title; its text is the same.
        Assert.False(file.StartsWith("rebuilt", StringComparison.Ordinal), DocumentDifference.Between(document, read));
        Same(WithTextJoined(document), WithTextJoined(read));
        int parted = document.Paragraphs.Except(read.Paragraphs).Count();
        Assert.True(parted * 50 <= document.Paragraphs.Count + 25, $"{parted} of {document.Paragraphs.Count} paragraphs part otherwise");
    }

    private static void Reads(BudgetDocument document, PdfWriteOptions options)
    {
        var reading = PdfFormat.Read(Printed.Pdf(document, options), ignoreEmbedded: true);
        Same(document, reading.Document);
        Assert.Empty(reading.Unplaced);
    }

    private static BudgetDocument WithTextJoined(BudgetDocument document) => document with { Paragraphs = [string.Concat(document.Paragraphs)], TablesAt = 0 };

    private static void Same(BudgetDocument document, BudgetDocument read)
    {
        if (document == read) return;
        Assert.Null(DocumentDifference.Between(document with { Paragraphs = default, Performance = default },
            read with { Paragraphs = default, Performance = default }));
        Assert.Equal(DocumentJson.Write(document), DocumentJson.Write(read)); // JSON shows where they part
    }
}
