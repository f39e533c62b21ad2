using System.CommandLine;
using System.Globalization;
using GovBudget.Cli.Corpus;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget corpus</c>: a folder of documents to tables, on all cores, goes on where it was stopped.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "语料文件夹（含下级文件夹；文件按内容识别）" };
        var output = new Option<string>("--out",
            "-o")
        {
            Description = "结果文件夹：documents.ndjson、files.csv、facts.csv、indicators.csv、findings.csv、fiscal.csv、datapackage.json、report.html",
            Required = true
        };
        var jobs = new Option<int>("--jobs", "-j") { Description = "同时读几个文件", DefaultValueFactory = _ => Environment.ProcessorCount };
        var resume = new Option<bool>("--resume") { Description = "接着上次中断处继续；尚无结果时从头开始" };
        var shard = new Option<Shard>("--shard")
        {
            Description = "只做其中一份：i/n，0 ≤ i < n；各机器各做一份",
            DefaultValueFactory = _ => Shard.Whole,
            CustomParser = result =>
            {
                if (!Shard.TryParse(result.Tokens[0].Value, out var part)) result.AddError("--shard 应为 i/n，例如 0/8 … 7/8。");
                return part;
            },
        };
        var ocr = Arguments.Ocr();
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--jobs 应为不小于 1 的整数。");
        });
        var command = new Command("corpus", "一整个文件夹的文件：逐个读取、检查，结果写成表格和一页报告；读不了的文件列出原因，不影响其余") { folder, output, jobs, resume, shard, ocr };
        command.SetAction(async (result, cancelled) =>
        {
            try
            {
                return await RunAsync(result.GetRequiredValue(folder), result.GetRequiredValue(output), result.GetRequiredValue(jobs), result.GetValue(resume),
                    result.GetRequiredValue(shard), result.GetValue(ocr), cancelled).ConfigureAwait(false);
            }
            catch (Exception error) when (error is CorpusException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"govbudget: {error.Message}").ConfigureAwait(false);
                return 2;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(string folder, string output, int jobs, bool resume, Shard shard, bool useOcr, CancellationToken cancelled)
    {
        if (!Directory.Exists(folder)) throw new CorpusException($"{folder}：没有这个文件夹。");
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)))
            throw new CorpusException($"{output}：结果不能写进语料文件夹本身（会被当作文件来读）；请给 --out 另一个文件夹。");
        if (File.Exists(output)) throw new CorpusException($"{output}：是文件；--out 应为文件夹。");
        if (CorpusStore.Exists(output) && !resume) throw new CorpusException($"{output} 已有结果：加 --resume 接着做，或换一个 --out。");
        var ocr = useOcr
            ? Tesseract.Find() ?? throw new CorpusException("--ocr 需要装有 chi_sim 的 tesseract（Debian 软件包 tesseract-ocr、tesseract-ocr-chi-sim），未找到。")
            : null;
        var settings = new CorpusSettings(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), shard.ToString(), useOcr);
        CorpusProgress progress;
        bool whole;
        using (var store = CorpusStore.Open(output, settings))
        {
            progress = new CorpusProgress(CorpusFiles.Of(folder, output, shard).Count(file => !store.Done.Contains(file)));
            whole = await new CorpusRun(folder, jobs,
                ocr).ToStoreAsync(CorpusFiles.Of(folder, output, shard), store, progress, cancelled).ConfigureAwait(false);
        }
        CorpusProgress.Clear();
        var summary = CorpusSummary.Of(output);
        await File.WriteAllTextAsync(Path.Combine(output, "datapackage.json"), DataPackage.Of(summary), CancellationToken.None).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(output, "report.html"), CorpusReport.Of(summary, settings), CancellationToken.None).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{summary.Files} 个文件，已读 {summary.Read} 个，{summary.Sum("facts")} 个数字，{summary.Sum("errors")} 处错误；本次 {progress.Files} 个，{progress.Rate:0.0} 份/秒。{(whole ? "" : "已中断：加 --resume 接着做。")}报告：{Path.Combine(output, "report.html")}")).ConfigureAwait(false);
        return whole ? 0 : 130;
    }
}
