namespace GovBudget.Packages.Tests;

/// <summary>A folder as a reader of the guides may have it: the samples, under the names that the guides use; the current directory while it is
/// there.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _before = Directory.GetCurrentDirectory();

    public Workspace()
    {
        Folder = Directory.CreateTempSubdirectory("govbudget").FullName;
        var samples = Path.Combine(Folder, "docs", "samples");
        Directory.CreateDirectory(samples);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "samples")))
            File.Copy(file, Path.Combine(samples, Path.GetFileName(file)));
        File.Copy(Path.Combine(samples, "final-accounts-2023.pdf"), Path.Combine(Folder, "决算.pdf"));
        File.Copy(Path.Combine(samples, "final-accounts-2023.xlsx"), Path.Combine(Folder, "决算.xlsx"));
        File.Copy(Path.Combine(samples, "budget-2024.xlsx"), Path.Combine(Folder, "预算.xlsx"));
        Interactive.Write(Path.Combine(samples, "final-accounts-2023.xlsx"), Path.Combine(Folder, "决算.json"));
        Directory.SetCurrentDirectory(Folder);
    }

    public string Folder { get; }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        Directory.Delete(Folder, recursive: true);
    }

    private static class Interactive
    {
        public static void Write(string from,
            string to) => GovBudget.Model.Interactive.DocumentFile.Write(GovBudget.Model.Interactive.DocumentFile.Read(from).Document, to);
    }
}
