using BenchmarkDotNet.Attributes;
using GovBudget.Model;
using GovBudget.Model.Excel;
using GovBudget.Model.Pdf;
using GovBudget.Model.Testing;

namespace GovBudget.Benchmarks;

/// <summary>Whole generated documents (tables, running text, performance forms), half budgets and half final accounts: made, written and read back in each
/// format.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(6)]
public class RoundTripBenchmarks
{
    /// <summary>How many documents there are.</summary>
    internal const int Count = 40;

    private static readonly PdfWriteOptions Plain = new() { EmbedFonts = false };

    private BudgetDocument[] _documents = [];
    private byte[][] _json = [];
    private byte[][] _workbooks = [];
    private byte[][] _pages = [];

    /// <summary>Makes and writes the documents.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _documents = [.. Enumerable.Range(0, Count).Select(Samples.Whole)];
        _json = Array.ConvertAll(_documents, d => Written(d, (x, s) => DocumentJson.Write(x, s)));
        _workbooks = Array.ConvertAll(_documents, d => Written(d, (x, s) => ExcelFormat.Write(x, s)));
        _pages = Array.ConvertAll(_documents, d => Written(d, (x, s) => PdfFormat.Write(x, s, Plain)));
    }

    /// <summary>Documents made from seeds.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Generated() => Enumerable.Range(0, Count).Sum(n => Samples.Whole(n).Statements.Count);

    /// <summary>Documents with a fault, one of each rule in turn.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int GeneratedFaulty() =>
        Enumerable.Range(0, Count).Sum(n => GenerateFaulty.Document(Faults.All[n * 3 % Faults.All.Count].Rule, n, 2023).Places.Count);

    /// <summary>JSON written.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int WriteJson() => _documents.Sum(d => Written(d, (x, s) => DocumentJson.Write(x, s)).Length);

    /// <summary>JSON read.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int ReadJson() => _json.Sum(b => DocumentJson.Read(new MemoryStream(b)).Statements.Count);

    /// <summary>Workbooks written.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int WriteXlsx() => _documents.Sum(d => Written(d, (x, s) => ExcelFormat.Write(x, s)).Length);

    /// <summary>Workbooks read.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int ReadXlsx() => _workbooks.Sum(b => ExcelFormat.Read(new MemoryStream(b), "表.xlsx").Document.Statements.Count);

    /// <summary>PDFs written in the standard font, not embedded.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int WritePdf() => _documents.Sum(d => Written(d, (x, s) => PdfFormat.Write(x, s, Plain)).Length);

    /// <summary>PDFs read from the visible page.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int ReadPdf() => _pages.Sum(b => PdfFormat.Read(b, ignoreEmbedded: true).Document.Statements.Count);

    private static byte[] Written(BudgetDocument document, Action<BudgetDocument, Stream> write)
    {
        using var stream = new MemoryStream();
        write(document, stream);
        return stream.ToArray();
    }
}
