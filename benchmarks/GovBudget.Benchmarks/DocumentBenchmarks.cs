using System.Text;
using BenchmarkDotNet.Attributes;
using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Benchmarks;

/// <summary>One generated document of final accounts: checked by all rules, written to and read from JSON.</summary>
[InProcess]
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private FinalAccounts _document = new();
    private byte[] _json = [];
    private BudgetDocument[] _documents = [];

    /// <summary>Makes the document and its JSON.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _document = Generate.FinalAccounts(seed: 42, year: 2023, lines: 40);
        _json = Encoding.UTF8.GetBytes(DocumentJson.Write(_document));
        _documents = [.. Enumerable.Range(0, 100).Select(seed => seed % 2 == 0 ? (BudgetDocument)Generate.FinalAccounts(seed, 2023, lines: 40) : Generate.Budget(seed, 2024, lines: 40))];
        Console.WriteLine($"// JSON of {_json.Length} bytes, {Fact.Of(_document).Count()} figures");
    }

    /// <summary>All rules.</summary>
    [Benchmark]
    public int Check() => Checker.Default.Check(_document).Findings.Count;

    /// <summary>All rules on 10,000 documents, a hundred different ones, one after the other.</summary>
    [Benchmark]
    public int CheckTenThousand()
    {
        var findings = 0;
        for (var i = 0; i < 10_000; i++) findings += Checker.Default.Check(_documents[i % _documents.Length]).Findings.Count;
        return findings;
    }

    /// <summary>JSON written.</summary>
    [Benchmark]
    public long WriteJson()
    {
        using var stream = new MemoryStream(_json.Length);
        DocumentJson.Write(_document, stream);
        return stream.Length;
    }

    /// <summary>JSON read.</summary>
    [Benchmark]
    public int ReadJson() => DocumentJson.Read(new MemoryStream(_json)).Statements.Count;
}
