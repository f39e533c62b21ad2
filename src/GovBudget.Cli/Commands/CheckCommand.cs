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
        var command = new Command("check", "检查：每条勾稽关系、编码、完整性；尾差不算错误。发现错误时退出码为 1") { files, format, language, explain };
        command.SetAction(result => Run(result.GetRequiredValue(files), result.GetRequiredValue(format), result.GetRequiredValue(language) == "en", result.GetValue(explain)));
        return command;
    }

    private static int Run(string[] arguments, string format, bool english, bool explain)
    {
        var console = Terminal.Create();
        var findings = new List<(string File, Finding Finding)>();
        var errors = false;
        var exit = DocumentFiles.ForEach(arguments, (file, reading) =>
        {
            var report = Checker.Default.Check(reading);
            errors |= report.HasErrors;
            findings.AddRange(report.Findings.Select(f => (file, f)));
            if (format == "text") Print(console, file, reading, report, english, explain);
            Leftovers.Report(file, reading);
        });
        if (format == "json") Console.Out.WriteLine(FindingsJson.Write(findings.Select(f => f.Finding)));
        return exit != 0 ? exit : errors ? 1 : 0;
    }

    private static void Print(IAnsiConsole console, string file, Reading reading, CheckReport report, bool english, bool explain)
    {
        var document = reading.Document;
        console.MarkupLineInterpolated($"[bold]{document.Organisation ?? Path.GetFileName(file)}[/] {document.Year?.ToString(CultureInfo.InvariantCulture)} [dim]{Path.GetFileName(file)}[/]");
        foreach (var cause in report.Causes) console.MarkupLineInterpolated($"  [yellow]?[/] {(english ? cause.EnglishMessage : cause.Message)}");
        foreach (var table in report.Findings.Where(f => explain || f.Severity != Severity.Info).GroupBy(f => f.Table))
        {
            console.MarkupLineInterpolated($"  [bold]{(table.Key.Length == 0 ? (english ? "document" : "全文") : table.Key)}[/]");
            foreach (var finding in table)
            {
                var (colour, word) = finding.Severity switch
                {
                    Severity.Error => ("red", english ? "error" : "错误"),
                    Severity.Warning => ("yellow", english ? "warning" : "警告"),
                    _ => ("blue", english ? "info" : "提示"),
                };
                var place = finding.Place is { } p ? $"{p} " : "";
                console.MarkupLine($"    [{colour}]{word}[/] {Markup.Escape(place)}{Markup.Escape(english ? finding.EnglishMessage : finding.Message)} [dim]{Markup.Escape(finding.Rule.Id)}[/]");
                if (!explain) continue;
                foreach (var operand in finding.Operands) console.MarkupLineInterpolated($"        [dim]{operand.ToString()}[/]");
            }
        }
        foreach (var note in report.RoundingNotes.Where(n => n.Count > 0)) console.MarkupLineInterpolated($"  [dim]{note.ToString()}[/]");
        var coverage = report.Coverage;
        console.MarkupLineInterpolated($"  [dim]{(english
            ? $"{report.Count(Severity.Error)} errors, {report.Count(Severity.Warning)} warnings; {coverage.Count(c => c.Exact + c.Rounded + c.Violated > 0)} of {coverage.Count} rules ran: {coverage.Sum(c => c.Exact)} exact, {coverage.Sum(c => c.Rounded)} rounded, {coverage.Sum(c => c.Violated)} violated, {coverage.Sum(c => c.NotEvaluated)} not evaluated"
            : $"{report.Count(Severity.Error)} 个错误，{report.Count(Severity.Warning)} 个警告；{coverage.Count} 条规则中 {coverage.Count(c => c.Exact + c.Rounded + c.Violated > 0)} 条适用：{coverage.Sum(c => c.Exact)} 处相符，{coverage.Sum(c => c.Rounded)} 处尾差，{coverage.Sum(c => c.Violated)} 处不符，{coverage.Sum(c => c.NotEvaluated)} 处无法判断")}[/]");
        if (!explain) return;
        foreach (var rule in coverage.Where(c => c.NotEvaluated > 0))
        {
            console.MarkupLineInterpolated($"    [dim]{rule.Rule.Id} {rule.Rule.Title}：{string.Join("；", rule.Reasons.Select(r => $"{r.Key} ×{r.Value}"))}[/]");
        }
    }
}
