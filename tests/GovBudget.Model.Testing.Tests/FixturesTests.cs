namespace GovBudget.Model.Testing.Tests;

/// <summary>Sets of fixtures say in their manifest what is in them.</summary>
public sealed class FixturesTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, true);
    }

    [Fact]
    public void A_set_holds_what_its_manifest_says()
    {
        var written = Fixtures.Write(_folder,
            new FixtureSet { Seed = 3, Years = [2022, 2023], Rules = ["summary.balance", "narrative.share", "performance.total", "basic.columns"] });
        var read = Fixtures.Read(_folder);
        Assert.Equal(written, read);
        Assert.Equal(new[] { 2022, 2023 }.Sum(year => FormEdition.All.Count(e => e.Covers(year))) + 4, read.Count);
        foreach (var fixture in read)
        {
            using var stream = File.OpenRead(Path.Combine(_folder, fixture.File));
            var document = DocumentJson.Read(stream);
            Assert.Equal((fixture.Kind == "budget" ? DocumentKind.Budget : DocumentKind.FinalAccounts, fixture.Year), (document.Kind, document.Year!.Value));
            var findings = Checker.Default.Check(document).Findings.Where(f => f.Verdict == Verdict.Violated).ToList();
            var reported = findings.Where(f => fixture.Fault is not null || f.Severity > Severity.Info).Select(f => f.Rule.Id).ToHashSet();
            Assert.Subset(reported, fixture.Expected.ToHashSet());
            Assert.Equal(fixture.Fault is null, reported.Count == 0);
            Assert.Equal(fixture.Fault is null, fixture.Places.Count == 0);
        }
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(9999)]
    public void Years_without_subjects_are_refused(int year)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Generate.Books(1, year));
        Assert.Throws<ArgumentOutOfRangeException>(() => Generate.FinalAccounts(1, year));
    }

    [Fact]
    public void Every_document_is_written_in_every_format_asked_for()
    {
        var written = Fixtures.Write(_folder,
            new FixtureSet { Years = [2024], Editions = [FormEdition.Find("accounts-2022")!, FormEdition.Find("accounts-2019")!], Faulty = false },
            FixtureFormat.Json, new FixtureFormat(".xlsx", (document, stream) => Excel.ExcelFormat.Write(document, stream)));
        Assert.Equal(["valid-2024-accounts-2022.json", "valid-2024-accounts-2022.xlsx"], written.Select(f => f.File));
        Assert.Equal(["manifest.json", .. written.Select(f => f.File)], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
