using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovBudget.Model.Testing;

/// <summary>A format in which fixtures are written.</summary>
/// <param name="Extension">The extension of its files with the dot: <c>.pdf</c>.</param>
/// <param name="Write">Writes a document to a stream that is closed afterwards.</param>
public sealed record FixtureFormat(string Extension, Action<BudgetDocument, Stream> Write)
{
    /// <summary>JSON, which keeps everything.</summary>
    public static FixtureFormat Json { get; } = new(".json", (document, stream) => DocumentJson.Write(document, stream));
}

/// <summary>One file of a set of fixtures, as the manifest lists it.</summary>
public sealed record Fixture
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>budget or final-accounts.</summary>
    public required string Kind { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The edition of the forms (<see cref="FormEdition.Id"/>).</summary>
    public string? Edition { get; init; }

    /// <summary>The seed that it was made from.</summary>
    public required int Seed { get; init; }

    /// <summary>What is wrong in it, in Chinese; null where it is valid.</summary>
    public string? Fault { get; init; }

    /// <summary>The rules that must report: none where the document is valid, the rule of its fault else. Rules that share what was changed may report as
    /// well.</summary>
    public ValueList<string> Expected { get; init; }

    /// <summary>Names, without extension, of the valid documents beside which the fault shows; empty where it shows in the document alone.</summary>
    public ValueList<string> Beside { get; init; }

    /// <summary>Where the document differs from the valid one that it was made from.</summary>
    public ValueList<FaultPlace> Places { get; init; }
}

/// <summary>What a set of fixtures holds.</summary>
public sealed record FixtureSet
{
    /// <summary>Where the seeds begin.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The years of valid documents: budgets and final accounts of each, of one department, so that consecutive years agree.</summary>
    public ValueList<int> Years { get; init; } = [2022, 2023, 2024];

    /// <summary>The editions of valid documents; each is used in the years that it covers.</summary>
    public ValueList<FormEdition> Editions { get; init; } = FormEdition.All.ToValueList();

    /// <summary>The rules that some document breaks; all that a document can break where empty.</summary>
    public ValueList<string> Rules { get; init; }

    /// <summary>Whether there are documents with faults at all.</summary>
    public bool Faulty { get; init; } = true;
}

/// <summary>Writes sets of documents for the tests of others: valid ones, and one for every rule that breaks it, with a manifest that says what is in
/// them.</summary>
public static class Fixtures
{
    /// <summary>The manifest's name.</summary>
    public const string ManifestName = "manifest.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes the set into a folder, which is made where there is none; files of the same name are replaced.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="set">What to write; all rules and three years where null.</param>
    /// <param name="formats">In which formats, each document in all of them; JSON where none is given.</param>
    /// <returns>What was written, as in the manifest.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<Fixture> Write(string directory, FixtureSet? set = null, params IReadOnlyCollection<FixtureFormat> formats)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(formats);
        set ??= new FixtureSet();
        Directory.CreateDirectory(directory);
        var fixtures = new List<Fixture>();
        foreach (var (document, fixture) in Valid(set).Concat(set.Faulty ? Broken(set) : []))
        {
            foreach (var format in formats.Count == 0 ? [FixtureFormat.Json] : formats)
            {
                var named = fixture with { File = fixture.File + format.Extension };
                using (var stream = File.Create(Path.Combine(directory, named.File))) format.Write(document, stream);
                fixtures.Add(named);
            }
        }
        File.WriteAllText(Path.Combine(directory, ManifestName), JsonSerializer.Serialize(fixtures.Select(Entry), Options));
        return fixtures;
    }

    /// <summary>Reads a manifest that <see cref="Write"/> wrote.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IOException">There is none that can be read.</exception>
    /// <exception cref="JsonException">It is no manifest.</exception>
    public static IReadOnlyList<Fixture> Read(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var entries = JsonSerializer.Deserialize<List<ManifestEntry>>(File.ReadAllText(Path.Combine(directory, ManifestName)), Options) ?? [];
        return [.. entries.Select(e => new Fixture
        {
            File = e.File, Kind = e.Kind, Year = e.Year, Edition = e.Edition, Seed = e.Seed, Fault = e.Fault, Expected = e.Expected.ToValueList(),
            Beside = (e.Beside ?? []).ToValueList(), Places = e.Places.ToValueList(),
        })];
    }

    private sealed record ManifestEntry(string File, string Kind, int Year, string? Edition, int Seed, string? Fault, string[] Expected, string[]? Beside,
        FaultPlace[] Places);

    private static ManifestEntry Entry(Fixture f) =>
        new(f.File, f.Kind, f.Year, f.Edition, f.Seed, f.Fault, [.. f.Expected], f.Beside.Count == 0 ? null : [.. f.Beside], [.. f.Places]);

    private static IEnumerable<(BudgetDocument, Fixture)> Valid(FixtureSet set)
    {
        if (set.Years.Count == 0) yield break;
        var first = set.Years.Min();
        var style = PrintStyle.Whole with { Wording = set.Seed };
        foreach (var books in Generate.Years(set.Seed, first, set.Years.Max() - first + 1).Where(b => set.Years.Contains(b.Year)))
        {
            foreach (var edition in set.Editions.Where(e => e.Covers(books.Year)))
            {
                var own = style with { Edition = edition };
                BudgetDocument document = edition.Kind == DocumentKind.Budget ? Generate.PrintBudget(books, own) : Generate.PrintFinalAccounts(books, own);
                yield return (document,
                    Entry(document, $"valid-{books.Year.ToString(CultureInfo.InvariantCulture)}-{edition.Id}", set.Seed) with { Edition = edition.Id });
            }
        }
    }

    private static IEnumerable<(BudgetDocument, Fixture)> Broken(FixtureSet set)
    {
        var year = set.Years.Count > 0 ? set.Years.Max() : 2024;
        foreach (var fault in Faults.All.Where(f => set.Rules.Count == 0 || set.Rules.Contains(f.Rule)))
        {
            var faulty = GenerateFaulty.Document(fault.Rule, set.Seed, year);
            var name = $"fault-{fault.Rule}";
            var beside = faulty.Others.Select((other,
                i) => (Document: other, Name: $"{name}.beside-{(i + 1).ToString(CultureInfo.InvariantCulture)}")).ToList();
            foreach (var other in beside) yield return (other.Document, Entry(other.Document, other.Name, set.Seed));
            yield return (faulty.Document, Entry(faulty.Document, name, set.Seed) with
            {
                Fault = fault.Name,
                Expected = [fault.Rule],
                Beside = beside.Select(b => b.Name).ToValueList(),
                Places = faulty.Places,
            });
        }
    }

    private static Fixture Entry(BudgetDocument document, string name, int seed) => new()
    {
        File = name,
        Kind = KindOf(document),
        Year = document.Year!.Value,
        Edition = FormEdition.Of(document).Id,
        Seed = seed,
    };

    private static string KindOf(BudgetDocument document) => document.Kind == DocumentKind.Budget ? "budget" : "final-accounts";
}
