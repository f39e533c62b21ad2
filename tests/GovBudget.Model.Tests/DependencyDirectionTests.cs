using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovBudget.Model.Tests;

/// <summary>Who may know whom: between projects, and between the rooms (folders) of the model.</summary>
public class DependencyDirectionTests
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["GovBudget.Model"] = [],
        ["GovBudget.Model.Excel"] = ["GovBudget.Model"],
        ["GovBudget.Model.Pdf"] = ["GovBudget.Model"],
        ["GovBudget.Model.Testing"] = ["GovBudget.Model"],
        ["GovBudget.Model.Interactive"] = ["GovBudget.Model", "GovBudget.Model.Excel", "GovBudget.Model.Pdf"],
        ["GovBudget.Cli"] = ["GovBudget.Model", "GovBudget.Model.Excel", "GovBudget.Model.Pdf", "GovBudget.Model.Testing", "GovBudget.Model.Interactive"],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["GovBudget.Model"] = ["NodaTime"],
        ["GovBudget.Model.Excel"] = ["DocumentFormat.OpenXml", "ExcelDataReader", "System.IO.Packaging"],
        ["GovBudget.Model.Pdf"] = [],
        ["GovBudget.Model.Testing"] = ["FsCheck"],
        ["GovBudget.Model.Interactive"] = [],
        ["GovBudget.Cli"] = ["System.CommandLine", "Spectre.Console"],
    };

    /// <summary>Each room and the rooms it may use beside itself. The root folder (ValueList) serves all.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Amounts"] = [],
        ["Classification"] = ["Amounts"],
        ["Layout"] = [],
        ["Statements"] = ["Amounts", "Classification"],
        ["Performance"] = ["Amounts", "Classification"],
        ["Narrative"] = ["Amounts", "Classification"],
        ["Documents"] = ["Amounts", "Classification", "Statements", "Performance", "Narrative"],
        ["Forms"] = ["Amounts", "Classification", "Statements", "Performance", "Narrative", "Documents", "Layout"],
        ["Recognition"] = ["Amounts", "Classification", "Statements", "Documents", "Forms", "Facts", "Checks", "Layout"],
        ["Facts"] = ["Amounts", "Classification", "Statements", "Performance", "Documents", "Forms", "Layout"],
        ["Json"] = ["Amounts", "Classification", "Statements", "Performance", "Documents", "Forms", "Layout"],
        ["Checks"] = ["Amounts", "Classification", "Statements", "Performance", "Narrative", "Documents", "Forms", "Facts", "Layout"],
    };

    [Fact]
    public void Projects_reference_only_what_they_may()
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(Repository.Root, "src")))
        {
            var name = Path.GetFileName(folder);
            var project = XDocument.Load(Path.Combine(folder, name + ".csproj"));
            var references = project.Descendants(
                "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            var packages = project.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value);
            Assert.True(Projects.ContainsKey(name), $"{name}: no project of the house; add it to the drawing first.");
            Assert.Empty(references.Except(Projects[name]));
            Assert.Empty(packages.Except(Packages[name]));
        }
    }

    [Fact]
    public void Rooms_of_the_model_know_only_the_rooms_below()
    {
        var source = Path.Combine(Repository.Root, "src", "GovBudget.Model");
        var files = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(source, f).StartsWith("obj", StringComparison.Ordinal)
                && !Path.GetRelativePath(source, f).StartsWith("bin", StringComparison.Ordinal))
            .ToList();
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        const string usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f, cancellationToken: TestContext.Current.CancellationToken))
            .Append(CSharpSyntaxTree.ParseText(usings, options, "Usings.cs", cancellationToken: TestContext.Current.CancellationToken))
            .ToList();
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("GovBudget", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("rooms", trees, platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>();
        foreach (var tree in trees.Where(t => RoomOf(source, t.FilePath) is not null))
        {
            var room = RoomOf(source, tree.FilePath)!;
            Assert.True(Rooms.ContainsKey(room), $"{room}: no room of the house; add it to the drawing first.");
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol is not { } symbol) continue;
                var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
                if (type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath is not { } declared || RoomOf(source, declared) is not { } other)
                    continue;
                seen.Add($"{room} → {other}");
                if (other != room && !Rooms[room].Contains(other))
                    wrong.Add($"{Path.GetRelativePath(source, tree.FilePath)} ({room}) uses {type.Name} of {other}");
            }
        }
        Assert.Contains("Documents → Statements", seen);
        Assert.Contains("Forms → Layout", seen);
        Assert.Empty(wrong);
    }

    /// <summary>The first folder below the project; null for files beside it.</summary>
    private static string? RoomOf(string source, string path)
    {
        var relative = Path.GetRelativePath(source, path);
        var slash = relative.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return slash < 0 || relative.StartsWith("..", StringComparison.Ordinal) ? null : relative[..slash];
    }
}
