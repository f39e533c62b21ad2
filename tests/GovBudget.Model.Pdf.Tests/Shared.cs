using System.Runtime.CompilerServices;

namespace GovBudget.Model.Pdf.Tests;

/// <summary>The folder of shared documents beside the repository (or where GOVBUDGET_SHARED points). Tests that need it skip where it is absent.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    /// <summary>The published and the rebuilt PDFs.</summary>
    public static IEnumerable<string> Pdfs()
    {
        if (Folder is null) yield break;
        foreach (string file in Directory.GetFiles(Path.Combine(Folder, "corpus"), "*.pdf").Order(StringComparer.Ordinal)) yield return file;
        foreach (string folder in Directory.GetDirectories(Path.Combine(Folder, "rebuilt")).Order(StringComparer.Ordinal))
        {
            string file = Path.Combine(folder, "chromium.pdf");
            if (File.Exists(file)) yield return file;
        }
    }

    /// <summary>Skips the calling test where the folder is absent.</summary>
    public static string Require()
    {
        if (Folder is null) Assert.Skip("The shared documents are not here.");
        return Folder!;
    }

    private static string? Find([CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("GOVBUDGET_SHARED") is { Length: > 0 } stated && Directory.Exists(stated)) return stated;
        foreach (string start in (string[])[Path.GetDirectoryName(here) ?? "", AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                string shared = Path.Combine(folder.FullName, "..", "shared");
                if (File.Exists(Path.Combine(folder.FullName, "GovBudget.Model.sln")) && Directory.Exists(shared)) return Path.GetFullPath(shared);
            }
        }

        return null;
    }
}
