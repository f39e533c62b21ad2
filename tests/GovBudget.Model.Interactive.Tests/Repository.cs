namespace GovBudget.Model.Interactive.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "docs", "samples", name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovBudget.Model.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("GovBudget.Model.sln not found above the tests.");
    }
}
