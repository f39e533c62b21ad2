using System.Runtime.CompilerServices;

namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>The sample files beside the tests.</summary>
internal static class Samples
{
    public static string Path(string name) => System.IO.Path.Combine(Folder(), name);

    private static string Folder([CallerFilePath] string here = "")
    {
        string copied = System.IO.Path.Combine(AppContext.BaseDirectory, "Engine", "Data");
        return Directory.Exists(copied) ? copied : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "Data");
    }
}
