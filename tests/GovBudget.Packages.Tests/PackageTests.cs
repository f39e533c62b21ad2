using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GovBudget.Packages.Tests;

/// <summary>What a new user gets: the packages, a program that restores them, and the tool.</summary>
public class PackageTests(Packed packed) : IClassFixture<Packed>
{
    /// <summary>What each package draws in; central pinning lists what comes by way of others too.</summary>
    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["GovBudget.Model"] = ["NodaTime"],
        ["GovBudget.Model.Excel"] = ["DocumentFormat.OpenXml", "ExcelDataReader", "GovBudget.Model", "NodaTime", "System.IO.Packaging"],
        ["GovBudget.Model.Pdf"] = ["GovBudget.Model", "NodaTime"],
        ["GovBudget.Model.Testing"] = ["FSharp.Core", "FsCheck", "GovBudget.Model", "NodaTime"],
        [
            "GovBudget.Model.Interactive"] = ["DocumentFormat.OpenXml", "ExcelDataReader", "GovBudget.Model", "GovBudget.Model.Excel", "GovBudget.Model.Pdf",
                "NodaTime", "System.IO.Packaging"],
        ["GovBudget.Cli"] = [],
    };

    [Fact]
    public void Every_package_carries_what_it_should()
    {
        foreach (var (name, dependencies) in Dependencies)
        {
            using var package = ZipFile.OpenRead(Path.Combine(packed.Feed, $"{name}.{Packed.Version}.nupkg"));
            using var nuspec = package.GetEntry($"{name}.nuspec")!.Open();
            var metadata = XElement.Load(nuspec);
            string Value(string element) => metadata.Descendants().Single(e => e.Name.LocalName == element).Value;
            Assert.Equal(("MIT", "README.md", "icon.png"), (Value("license"), Value("readme"), Value("icon")));
            Assert.True(Value("description").Length > 40, name);
            Assert.Equal(dependencies,
                metadata.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal));
            Assert.NotNull(package.GetEntry("README.md"));
            Assert.NotNull(package.GetEntry("icon.png"));
            Assert.True(File.Exists(Path.Combine(packed.Feed, $"{name}.{Packed.Version}.snupkg")), name);
            if (name == "GovBudget.Cli") continue;
            Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.xml"));
            Assert.True(IsDeterministic(package.GetEntry($"lib/net10.0/{name}.dll")!), name);
        }
    }

    /// <summary>The ten lines that somebody writes first, as a program of one file.</summary>
    [Fact]
    public void A_program_restores_and_runs()
    {
        File.Copy(Path.Combine(Repository.Root, "docs", "samples", "read-a-pdf.cs"), Path.Combine(packed.Home, "read-a-pdf.cs"));
        Directory.CreateDirectory(Path.Combine(packed.Home, "docs", "samples"));
        File.Copy(Path.Combine(Repository.Root, "docs", "samples", "final-accounts-2023.pdf"),
            Path.Combine(packed.Home, "docs", "samples", "final-accounts-2023.pdf"));
        var (exit, output) = Packed.Dotnet(packed.Home, "run", "read-a-pdf.cs");
        Assert.True(exit == 0, output);
        Promises.AssertKept("read-a-pdf.cs", File.ReadAllText(Path.Combine(packed.Home, "read-a-pdf.cs")), output);
    }

    [Fact]
    public void The_tool_installs_and_runs()
    {
        var tools = Path.Combine(packed.Folder, "tools");
        var (exit, output) = Packed.Dotnet(packed.Home, "tool", "install", "GovBudget.Cli", "--tool-path", tools, "--version", Packed.Version);
        Assert.True(exit == 0, output);
        (exit,
            output) = Packed.Run(Path.Combine(tools, OperatingSystem.IsWindows() ? "govbudget.exe" : "govbudget"), packed.Home, "facts",
                Path.Combine(Repository.Root, "docs", "samples", "final-accounts-2023.xlsx"));
        Assert.True(exit == 0, output);
        Assert.Contains("支出决算表,2101501,行政运行,基本支出,137.05,万元,3", output, StringComparison.Ordinal);
    }

    private static bool IsDeterministic(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        using var file = new PEReader(memory);
        return file.ReadDebugDirectory().Any(d => d.Type == DebugDirectoryEntryType.Reproducible);
    }
}
