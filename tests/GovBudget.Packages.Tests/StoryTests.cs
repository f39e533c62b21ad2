namespace GovBudget.Packages.Tests;

/// <summary>The stories of the guides, as notebooks and as programs: they run, and what is saved with them is what they give.</summary>
public class StoryTests
{
    public static TheoryData<string> Notebooks => Names("notebooks", "*.ipynb");

    public static TheoryData<string> Programs => Names("samples", "*.cs");

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_holds_what_its_cells_give(string name)
    {
        var before = Directory.GetCurrentDirectory();
        var folder = Path.Combine(Repository.Root, "docs", "notebooks");
        Directory.SetCurrentDirectory(folder);
        try
        {
            Repository.AssertUpToDate($"docs/notebooks/{name}",
                await Notebook.Run(await File.ReadAllTextAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken)));
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_prints_what_it_promises(string name)
    {
        using var workspace = new Workspace();
        var code = await File.ReadAllTextAsync(Path.Combine(workspace.Folder, "docs", "samples", name), TestContext.Current.CancellationToken);
        Assert.NotEmpty(Promises.In(code));
        var (output, _) = await new ScriptHost().Run(code);
        Promises.AssertKept(name, code, output);
    }

    [Fact]
    public void Programs_and_notebooks_name_the_packages_of_this_version()
    {
        var version = Packed.Version;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "samples"), "*.cs"))
        {
            Assert.All(File.ReadLines(file).Where(l => l.StartsWith("#:package", StringComparison.Ordinal)),
                l => Assert.EndsWith($"@{version}", l, StringComparison.Ordinal));
        }
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "notebooks"), "*.ipynb"))
        {
            Assert.All(File.ReadLines(file).Where(l => l.Contains("#r ", StringComparison.Ordinal)),
                l => Assert.Contains($", {version}\\\"", l, StringComparison.Ordinal));
        }
    }

    private static TheoryData<string> Names(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", folder), pattern).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
