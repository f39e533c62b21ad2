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
        var alone = new Option<bool>("--alone") { Description = "各文件单独检查，不作跨文件比较（预算与决算、本年与上年、部门与单位）" };
        var watch = new Option<bool>("--watch", "-w") { Description = "文件每次保存后重新检查，直到按 Ctrl+C" };
        var command = new Command("check", "检查：每条勾稽关系、编码、完整性；尾差不算错误。发现错误时退出码为 1") { files, format, language, explain, ocr, alone, watch };
        command.SetAction((result, cancelled) =>
        {
            var arguments = result.GetRequiredValue(files);
            int Once() =>
                Run(arguments, result.GetRequiredValue(format), result.GetRequiredValue(language) == "en", result.GetValue(explain), result.GetValue(ocr),
                    result.GetValue(alone));
            return result.GetValue(watch) ? Watch.RunAsync([.. DocumentFiles.Expand(arguments)], Once, cancelled) : Task.FromResult(Once());
        });
        return command;
    }

    private static int Run(string[] arguments, string format, bool english, bool explain, bool ocr, bool alone)
    {
        var console = Terminal.Create();
        var reports = new List<KeyValuePair<string, CheckReport>>();
        var readings = new List<Reading>();
        var errors = false;
        var exit = DocumentFiles.ForEach(arguments, ocr, (file, reading) =>
        {
            var report = Checker.Default.Check(reading);
            errors |= report.HasErrors;
            reports.Add(new(file, report));
            if (!alone) readings.Add(reading);
            if (format == "text") Print(console, file, reading, report, english, explain);
            Leftovers.Report(file, reading);
        });
        if (readings.Count > 1)
        {
            var across = Checker.Default.CheckTogether(readings);
            errors |= across.HasErrors;
            if (format == "text") Print(console, reports, across, english);
            for (var i = 0; i < reports.Count; i++)
            {
                var (file, report) = reports[i];
                reports[i] = new(file, report with { Findings = report.Findings.Concat(across.Findings.Where(f => f.Document == i)).ToValueList() });
            }
        }
        if (format == "json") Console.Out.WriteLine(FindingsJson.Write(reports.SelectMany(r => r.Value.Findings)));
        if (format == "sarif") Console.Out.WriteLine(SarifReport.Write(reports, english));
        return exit != 0 ? exit : errors ? 1 : 0;
    }

    private static void Print(IAnsiConsole console, List<KeyValuePair<string, CheckReport>> reports, SetReport across, bool english)
    {
        if (across.Relations.Count == 0) return;
        console.MarkupLineInterpolated($"[bold]{(english ? "Across documents" : "跨文件")}[/]");
        foreach (var relation in across.Relations)
        {
            var kind = relation.Kind switch
            {
                DocumentRelationKind.BudgetAndAccounts => english ? "budget and accounts" : "预算与决算",
                DocumentRelationKind.YearBefore => english ? "last year and this" : "上年与本年",
                _ => english ? "department and unit" : "部门与单位",
            };
            console.MarkupLineInterpolated(
                $"  [dim]{kind}：{Path.GetFileName(reports[relation.First].Key)} — {Path.GetFileName(reports[relation.Second].Key)}[/]");
        }
        foreach (var finding in across.Findings.OrderByDescending(f => f.Severity))
        {
            var style = finding.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "blue" };
            var place = finding.Place is { } p ? english ? $"page {p.Page.ToString(CultureInfo.InvariantCulture)} " : $"{p} " : "";
            console.WriteParagraph(2, style, english ? $"{place}{finding.EnglishMessage} ({finding.Rule.Id})" : $"{place}{finding.Message}（{finding.Rule.Id}）");
        }
        var (exact, rounded, violated, skipped) = (across.Coverage.Sum(c => c.Exact), across.Coverage.Sum(c => c.Rounded),
            across.Coverage.Sum(c => c.Violated), across.Coverage.Sum(c => c.NotEvaluated));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"  [dim]{(english ? $"{exact} exact, {rounded} rounded, {violated} violated, {skipped} not evaluated" : $"相符 {exact} 处，尾差 {rounded} 处，不符 {violated} 处，未判断 {skipped} 处")}[/]");
    }

    private static void Print(IAnsiConsole console, string file, Reading reading, CheckReport report, bool english, bool explain)
    {
        var document = reading.Document;
        console.MarkupLineInterpolated(
            $"[bold]{document.Organisation ?? Path.GetFileName(file)}[/] {document.Year?.ToString(CultureInfo.InvariantCulture)} [dim]{Path.GetFileName(file)}[/]");
        foreach (var table in reading.PicturedTables)
            console.MarkupLineInterpolated(
                $"  [yellow]![/] {table.Place.ToString()} {table.ToString()}{(english ? " (printed as a picture, not read)" : "；可用 --ocr 识别")}");
        foreach (var line in ReportText.Lines(report, english, explain))
        {
            var style = line.Kind switch
            {
                ReportLineKind.Error => "red",
                ReportLineKind.Warning => "yellow",
                ReportLineKind.Info => "blue",
                ReportLineKind.Table => "bold",
                _ => "dim",
            };
            console.WriteParagraph((line.Depth + 1) * 2, style, line.Text);
        }
    }
}
