namespace GovBudget.Model.Excel.Tests;

/// <summary>Every indicator that a person finds in published goal tables, and no other, row for row.</summary>
public class PublishedIndicatorsTests
{
    [Theory]
    [InlineData("rebuilt-001.xlsx")]
    [InlineData("rebuilt-001.xls")]
    public void Indicators_are_those_found_by_hand(string file)
    {
        var truth = File.ReadLines(Samples.File("rebuilt-001.indicators.csv")).Skip(1).Select(WithoutPage).Order(StringComparer.Ordinal).ToList();
        var reading = ExcelFormat.Read(Samples.File(file), null, TestContext.Current.CancellationToken);
        var found = IndicatorListing.Of(reading.Document, reading.Provenance).Select(row => WithoutPage(row.ToCsv())).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(47, truth.Count);
        Assert.Equal(truth, found);
        Assert.Equal(4, reading.Document.Performance.Count);
        Assert.Empty(reading.Unplaced);
    }

    [Theory]
    [InlineData("rebuilt-000.xlsx")]
    [InlineData("rebuilt-002.xlsx")]
    [InlineData("rebuilt-003.xls")]
    public void Tables_that_are_no_performance_forms_give_none(string file)
    {
        Assert.Empty(ExcelFormat.Read(Samples.File(file), null, TestContext.Current.CancellationToken).Document.Performance);
    }

    private static string WithoutPage(string row) => row[..row.LastIndexOf(',')];
}
