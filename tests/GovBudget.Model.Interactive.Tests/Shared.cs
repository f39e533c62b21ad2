namespace GovBudget.Model.Interactive.Tests;

/// <summary>The folder of documents and truths that may lie beside the checkout; tests that need it skip where it does not.</summary>
internal static class Shared
{
    /// <summary>All files of that name below a folder of it, in a fixed order.</summary>
    public static string[] Files(string folder, string name)
    {
        var root = Environment.GetEnvironmentVariable("GOVBUDGET_SHARED") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared");
        Assert.SkipUnless(Directory.Exists(Path.Combine(root, folder)), "no shared folder beside the checkout");
        return [.. Directory.EnumerateFiles(Path.Combine(root, folder), name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }
}
