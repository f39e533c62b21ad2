using GovBudget.Model.Testing;

namespace GovBudget.Model.Excel.Tests;

/// <summary>What was read from a published workbook, set in the official look, reads as the same.</summary>
public class WrittenLayoutTests
{
    public static TheoryData<string> Names => Samples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_document_is_set_and_read_again(string name)
    {
        var document = DocumentReader.Read(Samples.Read(name + ".xlsx")).Document;
        var reading = DocumentReader.Read(DocumentWriter.Write(document));

        Assert.Null(DocumentDifference.Between(document, reading.Document));
        Assert.Equal(document, reading.Document);
        Assert.Empty(reading.Unplaced);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_document_is_written_as_workbook_and_read_again(string name)
    {
        var document = DocumentReader.Read(Samples.Read(name + ".xlsx")).Document;
        var bytes = new MemoryStream();
        ExcelFormat.Write(document, bytes, null, TestContext.Current.CancellationToken);
        bytes.Position = 0;
        var reading = ExcelFormat.Read(bytes, "表.xlsx", new ExcelReadOptions { IgnoreEmbedded = true }, TestContext.Current.CancellationToken);

        Assert.Null(DocumentDifference.Between(document, reading.Document));
        Assert.Equal(Fact.Of(document), Fact.Of(reading.Document));
        Assert.Empty(reading.Unplaced);
    }
}
