namespace GovBudget.Model.Tests;

/// <summary>Files of the repository that tests hold up to date.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Compares a committed file with what the library generates; with GOVBUDGET_REGENERATE=1 writes it instead.</summary>
    public static void AssertUpToDate(string relativePath, string generated)
    {
        var path = Path.Combine(Root, relativePath);
        if (Environment.GetEnvironmentVariable("GOVBUDGET_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }
        var committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        var (before, after) = (committed.Split('\n'), generated.ReplaceLineEndings("\n").Split('\n'));
        var at = before.Zip(after).TakeWhile(l => l.First == l.Second).Count();
        Assert.True(at == before.Length && at == after.Length,
            $"{relativePath} is out of date: run the tests with GOVBUDGET_REGENERATE=1, read the difference and commit it. Line {at + 1}:\n"
            + $"- {before.ElementAtOrDefault(at)}\n+ {after.ElementAtOrDefault(at)}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovBudget.Model.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("GovBudget.Model.sln not found above the tests.");
    }
}
