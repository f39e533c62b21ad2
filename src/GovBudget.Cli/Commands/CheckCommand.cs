using System.CommandLine;
using System.Globalization;
using GovBudget.Model;
using Spectre.Console;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget check</c>: what is wrong in a document and why.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = Arguments.Files();
        var format = new Option<string>("--format", "-f") { Description = "输出格式", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var language = new Option<string>("--lang") { Description = "语言", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var explain = new Option<bool>("--explain") { Description = "列出每条发现的全部运算数，并显示尾差" };
        var ocr = Arguments.Ocr();
        var watch = new Option<bool>("--watch", "-w") { Description = "文件每次保存后重新检查，直到按 Ctrl+C" };
        var command = new Command("check", "检查：每条勾稽关系、编码、完整性；尾差不算错误。发现错误时退出码为 1") { files, format, language, explain, ocr, watch };
        command.SetAction((result, cancelled) =>
        {
            var arguments = result.GetRequiredValue(files);
            int Once() => Run(arguments, result.GetRequiredValue(format), result.GetRequiredValue(language) == "en", result.GetValue(explain), result.GetValue(ocr));
            return result.GetValue(watch) ? Watch.RunAsync([.. DocumentFiles.Expand(arguments)], Once, cancelled) : Task.FromResult(Once());
        });
        return command;
    }

    private static int Run(string[] arguments, string format, bool english, bool explain, bool ocr)
    {
        var console = Terminal.Create();
        var reports = new List<KeyValuePair<string, CheckReport>>();
        var errors = false;
        var exit = DocumentFiles.ForEach(arguments, ocr, (file, reading) =>
        {
            var report = Checker.Default.Check(reading);
            errors |= report.HasErrors;
            reports.Add(new(file, report));
            if (format == "text") Print(console, file, reading, report, english, explain);
            Leftovers.Report(file, reading);
        });
        if (format == "json") Console.Out.WriteLine(FindingsJson.Write(reports.SelectMany(r => r.Value.Findings)));
        if (format == "sarif") Console.Out.WriteLine(SarifReport.Write(reports, english));
        return exit != 0 ? exit : errors ? 1 : 0;
    }

    private static void Print(IAnsiConsole console, string file, Reading reading, CheckReport report, bool english, bool explain)
    {
        var document = reading.Document;
        console.MarkupLineInterpolated($"[bold]{document.Organisation ?? Path.GetFileName(file)}[/] {document.Year?.ToString(CultureInfo.InvariantCulture)} [dim]{Path.GetFileName(file)}[/]");
        foreach (var table in reading.PicturedTables) console.MarkupLineInterpolated($"  [yellow]![/] {table.Place.ToString()} {table.ToString()}{(english ? " (printed as a picture, not read)" : "；可用 --ocr 识别")}");
        foreach (var line in ReportText.Lines(report, english, explain))
        {
            var text = Markup.Escape(line.Text);
            var style = line.Kind switch
            {
                ReportLineKind.Error => "red",
                ReportLineKind.Warning => "yellow",
                ReportLineKind.Info => "blue",
                ReportLineKind.Table => "bold",
                _ => "dim",
            };
            console.MarkupLine($"{new string(' ', (line.Depth + 1) * 2)}[{style}]{text}[/]");
        }
    }
}
