using BenchmarkDotNet.Attributes;
using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Benchmarks;

/// <summary>10,000 generated documents, a hundred different ones, final accounts and budgets in turn, checked by all rules one after the other.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(3)]
[InvocationCount(1)]
public class CheckBenchmarks
{
    /// <summary>How many documents are checked.</summary>
    internal const int Count = 10_000;

    private BudgetDocument[] _documents = [];

    /// <summary>The hundred documents.</summary>
    internal static BudgetDocument[] Documents =>
        [.. Enumerable.Range(0,
            100).Select(seed => seed % 2 == 0 ? (BudgetDocument)Generate.FinalAccounts(seed, 2023, lines: 40) : Generate.Budget(seed, 2024, lines: 40))];

    /// <summary>Makes the documents.</summary>
    [GlobalSetup]
    public void SetUp() => _documents = Documents;

    /// <summary>All rules, document by document.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Check()
    {
        var findings = 0;
        for (var i = 0; i < Count; i++) findings += Checker.Default.Check(_documents[i % _documents.Length]).Findings.Count;
        return findings;
    }
}
