namespace GovBudget.Model.Testing.Tests;

/// <summary>Whole documents are the same after every format: 510 of them, all through each format, in parts that run side by side.</summary>
public abstract class RoundTripTests(int part)
{
    private const int Parts = 3;

    private const int Count = 510;

    [Fact]
    public void Json_keeps_documents() => Keeps("json");

    [Fact]
    public void A_workbook_keeps_documents() => Keeps("xlsx");

    [Fact]
    public void A_printed_page_keeps_documents() => Keeps("pdf");

    [Fact]
    public void Every_edition_is_among_them()
    {
        var counts = Sample.Numbers(part, Parts, Count).CountBy(n => FormEdition.Of(Sample.Document(n))).ToDictionary();
        Assert.All(FormEdition.All, e => Assert.True(counts.GetValueOrDefault(e) >= 5, $"{e}: {counts.GetValueOrDefault(e)}"));
    }

    private void Keeps(string name)
    {
        var format = Format.Of(name);
        foreach (var number in Sample.Numbers(part, Parts, Count))
        {
            var document = format.Kept(Sample.Document(number));
            var reading = format.Through(document);
            Assert.True(document == reading.Document, $"document {number}: {DocumentDifference.Between(document, reading.Document)}");
            Assert.Empty(reading.Unplaced);
        }
    }
}

/// <inheritdoc/>
public class RoundTripFirstPart() : RoundTripTests(0);

/// <inheritdoc/>
public class RoundTripSecondPart() : RoundTripTests(1);

/// <inheritdoc/>
public class RoundTripThirdPart() : RoundTripTests(2);
