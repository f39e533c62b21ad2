using System.Diagnostics;
using System.Text;

namespace GovBudget.Cli.Tests;

/// <summary>Runs the tool as a user does: as a process.</summary>
internal static class Tool
{
    public static string Root { get; } = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "docs", "samples", name);

    public static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Root,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "govbudget.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000), "govbudget did not end within a minute");
        return (process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GovBudget.Model.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("GovBudget.Model.sln not found above the tests.");
    }
}
