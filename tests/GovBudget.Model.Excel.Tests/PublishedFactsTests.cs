namespace GovBudget.Model.Excel.Tests;

/// <summary>Every number that a person finds in published tables, and no other, row for row.</summary>
public class PublishedFactsTests
{
    public static TheoryData<string> Files => [.. Samples.Names.Select(n => n.Data).SelectMany(name => (string[])[name + ".xlsx", name + ".xls"])];

    [Theory]
    [MemberData(nameof(Files))]
    public void Facts_are_those_found_by_hand(string file)
    {
        var truth = File.ReadLines(Samples.File(Path.GetFileNameWithoutExtension(file) + ".facts.csv")).Skip(1).Select(WithoutPage).ToList();
        var reading = ExcelFormat.Read(Samples.File(file), null, TestContext.Current.CancellationToken);
        var found = Fact.Of(reading.Document, reading.Provenance).Select(fact => WithoutPage(fact.ToCsv())).ToList();

        Assert.NotEmpty(truth);
        Assert.Empty(Surplus(truth, found)); // recall
        Assert.Empty(Surplus(found, truth)); // precision
        Assert.Empty(reading.Unplaced);
    }

    /// <summary>What stands in the left list more often than in the right one.</summary>
    private static List<string> Surplus(IEnumerable<string> left, IEnumerable<string> right)
    {
        var counts = right.GroupBy(r => r).ToDictionary(g => g.Key, g => g.Count());
        return [.. left.GroupBy(l => l).Where(g => g.Count() > counts.GetValueOrDefault(g.Key)).Select(g => g.Key)];
    }

    private static string WithoutPage(string row) => row[..row.LastIndexOf(',')];
}
