using System.Diagnostics;
using System.Text.Json;
using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Cli.Tests;

/// <summary><c>govbudget corpus</c>: nothing lost, nothing doubled, whatever happens in between.</summary>
public sealed class CorpusTests : IDisposable
{
    private static readonly string[] Results = ["documents.ndjson", "files.csv", "facts.csv", "indicators.csv", "findings.csv", "fiscal.csv",
        "datapackage.json"];

    private readonly string _folder = Directory.CreateTempSubdirectory("govbudget").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_becomes_tables_and_a_bad_file_is_listed_with_its_reason()
    {
        var corpus = Corpus(3);
        File.Copy(Tool.Sample("final-accounts-2023.xlsx"), Path.Combine(corpus, "a", "决算，2023.xlsx"));
        File.Copy(Tool.Sample("final-accounts-2023.xlsx"), Path.Combine(corpus, "again.xlsx"));
        File.WriteAllText(Path.Combine(corpus, "page.html"), "<html>404</html>");
        File.WriteAllText(Path.Combine(corpus, ".hidden"), "");
        var (exit, output, error) = Tool.Run("corpus", corpus, "--out", Out("out"));
        Assert.Equal("", error);
        Assert.Equal(0, exit);
        Assert.StartsWith("6 个文件，已读 5 个", output, StringComparison.Ordinal);
        var files = Rows("out", "files.csv");
        Assert.Equal(["a/0.json", "a/2.json", "a/决算，2023.xlsx", "again.xlsx", "b/1.json", "page.html"], files.Select(r => r.Split(',')[0]));
        Assert.Contains(files, r => r.StartsWith("page.html,", StringComparison.Ordinal) && r.Contains(",unreadable,", StringComparison.Ordinal));
        Assert.Contains(files,
            r => r.StartsWith("a/决算，2023.xlsx,", StringComparison.Ordinal)
                && r.Contains(",read,,final-accounts,", StringComparison.Ordinal)
                && r.Contains(",9,0,155,0,0,", StringComparison.Ordinal));
        var facts = Tool.Run("facts", Tool.Sample("final-accounts-2023.xlsx")).Output.TrimEnd('\n').Split('\n').Skip(1);
        Assert.Equal(facts, Rows("out", "facts.csv").Where(r => r.EndsWith(",again.xlsx", StringComparison.Ordinal)).Select(r => r[..r.LastIndexOf(',')]));
        var documents = Rows("out", "documents.ndjson", header: false);
        Assert.Equal(5, documents.Length);
        using var json = JsonDocument.Parse(documents[0]);
        Assert.Equal("a/0.json", json.RootElement.GetProperty("file").GetString());
        Assert.Equal(Generated(0), DocumentJson.Read(json.RootElement.GetProperty("document").GetRawText()));
        var report = File.ReadAllText(Path.Combine(Out("out"), "report.html"));
        Assert.Contains("page.html", report, StringComparison.Ordinal);
        Assert.Contains("其中 1 个文件与另一文件内容相同", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_package_describes_every_table_as_it_is()
    {
        Assert.Equal(0, Tool.Run("corpus", Corpus(4), "--out", Out("out")).Exit);
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out("out"), "datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(["fiscal", "files", "facts", "indicators", "findings"], resources.Select(r => r.GetProperty("name").GetString()));
        foreach (var resource in resources)
        {
            var header = File.ReadLines(Path.Combine(Out("out"), resource.GetProperty("path").GetString()!)).First();
            Assert.Equal(header.Split(','),
                resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!));
        }
        Assert.Equal(Fact.CsvHeader + ",file", File.ReadLines(Path.Combine(Out("out"), "facts.csv")).First());
        Assert.Equal(IndicatorListing.CsvHeader + ",file", File.ReadLines(Path.Combine(Out("out"), "indicators.csv")).First());
        var columns = File.ReadLines(Path.Combine(Out("out"), "fiscal.csv")).First().Split(',');
        foreach (var measure in package.RootElement.GetProperty("model").GetProperty("measures").EnumerateObject())
            Assert.Contains(measure.Value.GetProperty("source").GetString(), columns);
        foreach (var dimension in package.RootElement.GetProperty("model").GetProperty("dimensions").EnumerateObject())
        {
            Assert.All(dimension.Value.GetProperty("attributes").EnumerateObject(), a => Assert.Contains(a.Value.GetProperty("source").GetString(), columns));
        }
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_and_gives_the_same_bytes()
    {
        var corpus = Corpus(300);
        Assert.Equal(0, Tool.Run("corpus", corpus, "--out", Out("whole")).Exit);
        var kills = 0;
        for (var share = 1; share <= 2; share++)
        {
            using var process = Process.Start(
                new ProcessStartInfo("dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "govbudget.dll"), "corpus", corpus, "--out", Out("killed"), "--resume", "--jobs",
                        "1"])
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
            while (!process.HasExited && Committed() < share * 64) Thread.Sleep(5);
            if (!process.HasExited) kills++;
            process.Kill();
            process.WaitForExit();
        }
        Assert.True(kills > 0, "no run was killed before it ended");
        var before = Committed();
        var (exit, output, _) = Tool.Run("corpus", corpus, "--out", Out("killed"), "--resume");
        Assert.Equal(0, exit);
        Assert.Contains($"本次 {300 - before} 个", output, StringComparison.Ordinal);
        foreach (var name in Results) Assert.Equal(File.ReadAllBytes(Path.Combine(Out("whole"), name)), File.ReadAllBytes(Path.Combine(Out("killed"), name)));

        int Committed()
        {
            try
            {
                var state = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out("killed"), "run.json")));
                var length = (int)state.RootElement.GetProperty("lengths").GetProperty("files.csv").GetInt64();
                using var stream = new FileStream(Path.Combine(Out("killed"), "files.csv"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[length];
                stream.ReadExactly(bytes);
                return bytes.Count(b => b == '\n') - 1;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    [Fact]
    public void What_was_written_after_the_last_commit_is_cut_off()
    {
        var corpus = Corpus(3);
        Tool.Run("corpus", corpus, "--out", Out("out"));
        var whole = Results.ToDictionary(n => n, n => File.ReadAllBytes(Path.Combine(Out("out"), n)));
        File.AppendAllText(Path.Combine(Out("out"), "facts.csv"), "支出决算表,2101501,行政");
        File.AppendAllText(Path.Combine(Out("out"), "documents.ndjson"), "{\"file\":\"a/0.js");
        Assert.Equal(0, Tool.Run("corpus", corpus, "--out", Out("out"), "--resume").Exit);
        foreach (var name in Results) Assert.Equal(whole[name], File.ReadAllBytes(Path.Combine(Out("out"), name)));
    }

    [Fact]
    public void Shards_share_the_files_out_and_lose_none()
    {
        var corpus = Corpus(12);
        Tool.Run("corpus", corpus, "--out", Out("whole"));
        for (var i = 0; i < 3; i++) Assert.Equal(0, Tool.Run("corpus", corpus, "--out", Out("part" + i), "--shard", $"{i}/3").Exit);
        foreach (var name in (string[])["files.csv", "facts.csv", "fiscal.csv"])
        {
            Assert.Equal(Rows("whole", name).Order(StringComparer.Ordinal),
                Enumerable.Range(0, 3).SelectMany(i => Rows("part" + i, name)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Results_of_another_run_are_not_touched()
    {
        var corpus = Corpus(2);
        Tool.Run("corpus", corpus, "--out", Out("out"));
        var facts = File.ReadAllBytes(Path.Combine(Out("out"), "facts.csv"));
        var (exit, _, error) = Tool.Run("corpus", corpus, "--out", Out("out"));
        Assert.Equal(2, exit);
        Assert.Contains("--resume", error, StringComparison.Ordinal);
        (exit, _, error) = Tool.Run("corpus", corpus, "--out", Out("out"), "--resume", "--shard", "0/2");
        Assert.Equal(2, exit);
        Assert.Contains("另一次运行", error, StringComparison.Ordinal);
        (exit, _, error) = Tool.Run("corpus", corpus, "--out", Out("other"), "--shard", "2/2");
        Assert.NotEqual(0, exit);
        Assert.Contains("--shard", error, StringComparison.Ordinal);
        Assert.Equal(facts, File.ReadAllBytes(Path.Combine(Out("out"), "facts.csv")));
    }

    private static BudgetDocument Generated(int seed) => seed % 2 == 0 ? Generate.FinalAccounts(seed, 2023, lines: 2) : Generate.Budget(seed, 2024, lines: 2);

    private string Corpus(int documents)
    {
        var corpus = Path.Combine(_folder, "corpus");
        foreach (var name in (string[])["a", "b"]) Directory.CreateDirectory(Path.Combine(corpus, name));
        for (var i = 0; i < documents; i++) File.WriteAllText(Path.Combine(corpus, i % 2 == 0 ? "a" : "b", $"{i}.json"), DocumentJson.Write(Generated(i)));
        return corpus;
    }

    private string Out(string name) => Path.Combine(_folder, name);

    private string[] Rows(string folder, string name, bool header = true) => [.. File.ReadAllLines(Path.Combine(Out(folder), name)).Skip(header ? 1 : 0)];
}
