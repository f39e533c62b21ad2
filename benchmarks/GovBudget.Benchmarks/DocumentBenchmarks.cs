using System.Text;
using BenchmarkDotNet.Attributes;
using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Benchmarks;

/// <summary>One generated document of final accounts: checked by all rules, written to and read from JSON.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(4)]
[IterationCount(10)]
public class DocumentBenchmarks
{
    /// <summary>The document, the same in every run.</summary>
    internal static FinalAccounts Document => Generate.FinalAccounts(seed: 42, year: 2023, lines: 40);

    private FinalAccounts _document = new();
    private byte[] _json = [];

    /// <summary>Makes the document and its JSON.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _document = Document;
        _json = Encoding.UTF8.GetBytes(DocumentJson.Write(_document));
    }

    /// <summary>All rules.</summary>
    [Benchmark]
    public int Check() => Checker.Default.Check(_document).Findings.Count;

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
