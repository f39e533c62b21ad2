// Scripts and commands run in this process: they share the console and the working directory.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace GovBudget.Packages.Tests;

/// <summary>Files of the repository that tests hold up to date.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static bool Regenerates => Environment.GetEnvironmentVariable("GOVBUDGET_REGENERATE") == "1";

    /// <summary>Compares a committed file with what is generated; with GOVBUDGET_REGENERATE=1 writes it instead.</summary>
    public static void AssertUpToDate(string relativePath, string generated)
    {
        var path = Path.Combine(Root, relativePath);
        if (Regenerates)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }
        var committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(committed == generated.ReplaceLineEndings("\n"),
            $"{relativePath} is out of date: run the tests with GOVBUDGET_REGENERATE=1, look at what changed, and commit it.{FirstDifference(committed, generated)}");
    }

    private static string FirstDifference(string committed, string generated)
    {
        var (old, now) = (committed.Split('\n'), generated.ReplaceLineEndings("\n").Split('\n'));
        var at = Enumerable.Range(0, Math.Max(old.Length, now.Length)).FirstOrDefault(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $" Line {at + 1}: “{Short(old.ElementAtOrDefault(at))}” is now “{Short(now.ElementAtOrDefault(at))}”.";

        static string? Short(string? line) => line is { Length: > 200 } ? line[..200] + "…" : line;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovBudget.Model.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("GovBudget.Model.sln not found above the tests.");
    }
}
