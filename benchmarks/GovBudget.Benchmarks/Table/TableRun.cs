using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace GovBudget.Benchmarks.Table;

/// <summary>Measures everything in one run and puts the table into README.md of the benchmarks, between its two marks.</summary>
internal static class TableRun
{
    private const string Begin = "<!-- table: written by --table -->", End = "<!-- end of table -->";

    /// <summary>Runs all parts, or those named.</summary>
    /// <param name="only">Names of parts; the file is left alone where not all are asked for.</param>
    public static int Run(string[] only)
    {
        var clock = Stopwatch.StartNew();
        var peers = new[] { "pdftotext", "mutool" }.Select(p => (Name: p, Version: Outside.Version(p))).ToList();
        foreach (var (name, _) in peers.Where(p => p.Version is null)) Console.Error.WriteLine($"{name} is not installed: its column is left out");
        string[] installed = [.. peers.Where(p => p.Version is not null).Select(p => p.Name)];
        var parts = new (string Name, Func<IEnumerable<Row>> Rows)[]
        {
            ("workbooks", Parts.Workbooks), ("pdf", () => Parts.Pdfs(installed)), ("documents", Parts.Documents), ("roundtrips", Parts.RoundTrips),
            ("corpus", Parts.Corpus),
        };
        if (only.FirstOrDefault(name => parts.All(p => p.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"No part is called {unknown}; there are {string.Join(", ", parts.Select(p => p.Name))}.");
            return 2;
        }

        var table = new StringBuilder();
        table.AppendLine("| what | time | rate | allocated | peer | its time | ours ÷ its | its allocated | ours ÷ its | aim |");
        table.AppendLine("| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | --- |");
        foreach (var (name, rows) in parts.Where(p => only.Length == 0 || only.Contains(p.Name)))
        {
            Console.Error.WriteLine($"{clock.Elapsed:mm\\:ss} {name}");
            foreach (var row in rows()) table.Append(row).AppendLine();
        }

        table.AppendLine().AppendLine(Machine(peers));
        Console.WriteLine(table);
        Console.Error.WriteLine($"{clock.Elapsed:mm\\:ss} done");
        if (only.Length > 0) return 0;
        var path = Path.Combine(Samples.Root, "benchmarks", "README.md");
        File.WriteAllText(path, Between(File.ReadAllText(path), table.ToString().ReplaceLineEndings("\n")));
        return 0;
    }

    private static string Between(string text, string table)
    {
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? $"{text[..begin]}{Begin}\n{table}{text[end..]}"
            : throw new InvalidOperationException($"README.md has lost its marks {Begin} and {End}.");
    }

    private static string Machine(IEnumerable<(string Name, string? Version)> peers)
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        var others = peers.Select(p => p.Version ?? $"{p.Name} not installed");
        return $"Measured {DateTime.UtcNow:yyyy-MM-dd} on {Environment.ProcessorCount} cores ({processor ?? RuntimeInformation.ProcessArchitecture.ToString()}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; {string.Join("; ", others)}.";
    }
}
