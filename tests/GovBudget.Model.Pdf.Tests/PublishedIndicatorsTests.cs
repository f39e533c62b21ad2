namespace GovBudget.Model.Pdf.Tests;

/// <summary>Every indicator that a person finds in the performance forms of documents, with its page, and no other.</summary>
public class PublishedIndicatorsTests
{
    [Theory]
    [InlineData("000", 12, 3)]
    [InlineData("001", 47, 4)]
    [InlineData("002", 8, 1)]
    [InlineData("003", 0, 0)]
    [InlineData("004", 6, 3)]
    public void Indicators_are_those_found_by_hand(string document, int indicators, int forms)
    {
        var shared = Shared.Require();
        var truth = File.ReadLines(Path.Combine(shared, "truth", "rebuilt-" + document, "indicators.csv"))
            .Skip(1)
            .Where(l => l.Length > 0)
            .Select(l => l.TrimEnd('\r'))
            .Order(StringComparer.Ordinal)
            .ToList();
        var reading = PdfFormat.Read(Path.Combine(shared, "rebuilt", document, "chromium.pdf"), false, TestContext.Current.CancellationToken);
        var found = IndicatorListing.Of(reading.Document, reading.Provenance).Select(row => row.ToCsv()).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(indicators, truth.Count);
        Assert.Equal(truth, found);
        Assert.Equal(forms, reading.Document.Performance.Count);
        Assert.Equal(reading.Document.Performance, DocumentJson.Read(DocumentJson.Write(reading.Document)).Performance);
    }

    [Fact]
    public void Published_documents_without_forms_give_none()
    {
        var files = Directory.GetFiles(Path.Combine(Shared.Require(), "corpus"), "*.pdf");
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(PdfFormat.Read(file, false, TestContext.Current.CancellationToken).Document.Performance));
    }
}
