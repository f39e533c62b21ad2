using BenchmarkDotNet.Attributes;
using GovBudget.Model;
using GovBudget.Model.Pdf;

namespace GovBudget.Benchmarks;

/// <summary>The PDFs of <see cref="Samples.Pdfs"/> read in process after warm-up.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(4)]
[IterationCount(10)]
public class PdfBenchmarks
{
    private byte[][] _files = [];

    /// <summary>Loads the files.</summary>
    [GlobalSetup]
    public void SetUp() => _files = [.. Samples.Pdfs.Select(File.ReadAllBytes)];

    /// <summary>Every file to the model.</summary>
    [Benchmark]
    public int ToModel() => _files.Sum(data => Fact.Of(PdfFormat.Read(data).Document).Count());

    /// <summary>Every page to letters and marks.</summary>
    [Benchmark]
    public int ToLetters()
    {
        var letters = 0;
        foreach (var data in _files)
        {
            var file = PdfFile.Open(data);
            for (var page = 1; page <= file.PageCount; page++) letters += file.GetPage(page).Letters.Count;
        }
        return letters;
    }
}
