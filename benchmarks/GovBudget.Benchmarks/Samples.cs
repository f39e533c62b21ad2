using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Benchmarks;

/// <summary>What is measured: the checkout, its tool, the PDFs, and documents made from seeds.</summary>
internal static class Samples
{
    /// <summary>The checkout that the program was built in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The tool as the same build made it.</summary>
    public static string Tool =>
        Path.Combine(Root, "src", "GovBudget.Cli", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "govbudget.exe" : "govbudget");

    /// <summary>The PDFs of the folder GOVBUDGET_PDFS; without it, of <c>corpus</c> in GOVBUDGET_SHARED or in <c>shared</c> beside the checkout; without those,
    /// of the samples.</summary>
    public static IReadOnlyList<string> Pdfs { get; } = FindPdfs();

    /// <summary>A whole document: tables, running text, performance forms; even seeds give final accounts, odd ones budgets.</summary>
    /// <param name="seed">From 0.</param>
    public static BudgetDocument Whole(int seed)
    {
        var books = Generate.Books(seed, 2019 + (seed % 7), 8);
        var style = PrintStyle.Whole with { Wording = seed, Edition = FormEdition.All[seed % FormEdition.All.Count] };
        return seed % 2 == 0 ? Generate.PrintFinalAccounts(books, style) : Generate.PrintBudget(books, style);
    }

    private static List<string> FindPdfs()
    {
        var shared = Environment.GetEnvironmentVariable("GOVBUDGET_SHARED") ?? Path.Combine(Root, "..", "shared");
        string?[] folders = [Environment.GetEnvironmentVariable("GOVBUDGET_PDFS"), Path.Combine(shared, "corpus"), Path.Combine(Root, "docs", "samples")];
        return folders.Where(Directory.Exists)
            .Select(folder => Directory.GetFiles(folder!, "*.pdf").Order(StringComparer.Ordinal).ToList())
            .FirstOrDefault(files => files.Count > 0)
            ?? throw new InvalidOperationException("No PDFs: set GOVBUDGET_PDFS to a folder of them.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GovBudget.Model.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("Run the benchmarks from their checkout.");
    }
}
