using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using GovBudget.Model;
using GovBudget.Model.Pdf;

namespace GovBudget.Benchmarks;

/// <summary>Published PDFs of the folder GOVBUDGET_PDFS read in process after warm-up, against poppler and MuPDF as whole processes on the same files.</summary>
[InProcess]
[MemoryDiagnoser]
public class PdfBenchmarks
{
    private (string Path, byte[] Data)[] _files = [];

    /// <summary>Loads the files.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var folder = Environment.GetEnvironmentVariable("GOVBUDGET_PDFS") ?? throw new InvalidOperationException("Set GOVBUDGET_PDFS to a folder of PDFs.");
        _files = [.. Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllBytes(f)))];
        Console.WriteLine($"// {_files.Length} files, {_files.Sum(f => PdfFile.Open(f.Data).PageCount)} pages");
    }

    /// <summary>Every file to the model.</summary>
    [Benchmark(Baseline = true)]
    public int ToModel() => _files.Sum(f => Fact.Of(PdfFormat.Read(f.Data).Document).Count());

    /// <summary>Every page to letters and marks.</summary>
    [Benchmark]
    public int ToLetters()
    {
        var letters = 0;
        foreach (var (_, data) in _files)
        {
            var file = PdfFile.Open(data);
            for (var page = 1; page <= file.PageCount; page++) letters += file.GetPage(page).Letters.Count;
        }
        return letters;
    }

    /// <summary>poppler: the text of every file.</summary>
    [Benchmark]
    public int PdfToText() => _files.Sum(f => Run("pdftotext", "-layout", f.Path, "-"));

    /// <summary>MuPDF: the structured text of every file.</summary>
    [Benchmark]
    public int MuTool() => _files.Sum(f => Run("mutool", "draw", "-q", "-F", "stext", "-o", "-", f.Path));

    private static int Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var length = process.StandardOutput.ReadToEnd().Length;
        process.WaitForExit();
        return length;
    }
}
