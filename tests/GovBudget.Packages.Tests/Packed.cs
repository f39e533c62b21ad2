using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace GovBudget.Packages.Tests;

/// <summary>The packages of the libraries as built, in a folder; and a place beside it where a new user's programs restore from there and from the machine's
/// own sources.</summary>
public sealed class Packed : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    public Packed()
    {
        Folder = Directory.CreateTempSubdirectory("govbudget-packages").FullName;
        Feed = Path.Combine(Folder, "feed");
        Home = Path.Combine(Folder, "home");
        Directory.CreateDirectory(Feed);
        Directory.CreateDirectory(Home);
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(Home, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "cache")}" /></config>
              <packageSources><add key="govbudget-local" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
        var configuration = typeof(Packed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        foreach (var project in Directory.GetDirectories(Path.Combine(Repository.Root, "src")))
        {
            var (exit, output) = Dotnet(Repository.Root, "pack", project, "--no-build", "-c", configuration, "-o", Feed, "--nologo", "-v", "q",
                "-nodeReuse:false");
            Assert.True(exit == 0, output);
        }
    }

    /// <summary>The version of all packages.</summary>
    public static string Version { get; } = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>Where everything is.</summary>
    public string Folder { get; }

    /// <summary>Where the packages are.</summary>
    public string Feed { get; }

    /// <summary>Where a new user works.</summary>
    public string Home { get; }

    /// <summary>Runs dotnet; returns its exit code and all that it prints.</summary>
    public static (int Exit, string Output) Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs a program; returns its exit code and all that it prints.</summary>
    public static (int Exit, string Output) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What the test run set for its own build must not reach another.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end within {Longest}");
        }
        return (process.ExitCode, (output.Result + error.Result).ReplaceLineEndings("\n"));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
