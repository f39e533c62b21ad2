using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GovBudget.Model;
using Spectre.Console;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget score</c>: scores every self-evaluation anew, step by step.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var files = Arguments.Files();
        var format = new Option<string>("--format", "-f") { Description = "text（对齐的表）或 json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("score", "按计分规则逐项重算绩效自评表，说明每个得分的由来") { files, format };
        command.SetAction(result => Run(result.GetRequiredValue(files), result.GetValue(format) == "json"));
        return command;
    }

    private static int Run(string[] arguments, bool json)
    {
        if (json)
        {
            using var stream = Console.OpenStandardOutput();
            using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
            writer.WriteStartArray();
            var exit = DocumentFiles.ForEach(arguments, (file, reading) =>
            {
                foreach (var (sheet, page) in Sheets(reading)) Write(writer, file, page, sheet);
                Leftovers.Report(file, reading);
            });
            writer.WriteEndArray();
            return exit;
        }
        var console = Terminal.Create();
        return DocumentFiles.ForEach(arguments, (file, reading) =>
        {
            var any = false;
            foreach (var (sheet, page) in Sheets(reading))
            {
                any = true;
                console.MarkupLineInterpolated(
                    $"[bold]{sheet.Subject}[/] [dim]{Path.GetFileName(file)}{(page is { } p ? string.Create(CultureInfo.InvariantCulture, $" 第 {p} 页") : "")}[/]");
                console.WriteParagraph(2, "dim", $"规则：{sheet.Rule.Name}（{sheet.Rule.Source}）");
                console.WriteTable(Render(sheet), 100);
            }
            if (!any) Console.Error.WriteLine($"govbudget: {file}: 没有绩效自评表。");
            Leftovers.Report(file, reading);
        });
    }

    private static IEnumerable<(ScoreSheet Sheet, int? Page)> Sheets(Reading reading)
    {
        for (var i = 0; i < reading.Document.Performance.Count; i++)
        {
            if (reading.Document.Performance[i] is SelfEvaluation form) yield return (ScoringRule.For(form).Evaluate(form), reading.Provenance.OfForm(i)?.Page);
        }
    }

    private static Table Render(ScoreSheet sheet)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Style.Parse("dim"));
        table.AddColumn("指标");
        foreach (var name in (string[])["分值", "印", "应得"]) table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        table.AddColumn("判断");
        table.AddColumn("算法");
        foreach (var step in sheet.Steps)
        {
            table.AddRow([.. new[] { step.Name, Show(step.Weight), step.Printed?.Format() ?? "", Expected(step.Outcome.Points, step.Outcome.Admits),
                Verdict(step.Verdict), step.Outcome.Explanation }.Select(Markup.Escape)]);
        }
        table.AddRow([.. new[] { "总分", "", sheet.PrintedTotal?.Format() ?? "", Expected(sheet.Points, sheet.Admits), "",
            sheet.Grade is { } grade ? $"等级“{GradeScale.NameOf(grade)}”" : "" }.Select(Markup.Escape)]);
        return table;
    }

    private static string Expected(decimal? points, AmountInterval? admits) =>
        points is { } exact ? Show(exact) : admits is { } range ? (range.Low == range.High ? Show(range.Low) : $"{Show(range.Low)}–{Show(range.High)}") : "—";

    private static string Show(decimal? number) =>
        number is { } n ? Math.Round(n, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture) : "";

    private static string Verdict(PerformanceVerdict verdict) => verdict switch
    {
        PerformanceVerdict.Exact => "相符",
        PerformanceVerdict.Rounded => "相符（舍入或区间内）",
        PerformanceVerdict.Violated => "不符",
        _ => "无法判断",
    };

    private static void Write(Utf8JsonWriter writer, string file, int? page, ScoreSheet sheet)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        if (page is { } number) writer.WriteNumber("page", number);
        writer.WriteString("subject", sheet.Subject);
        writer.WriteString("rule", sheet.Rule.Name);
        writer.WriteString("source", sheet.Rule.Source);
        writer.WriteStartArray("steps");
        foreach (var step in sheet.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("name", step.Name);
            Number(writer, "weight", step.Weight);
            Number(writer, "printed", step.Printed?.Value);
            Number(writer, "points", step.Outcome.Points);
            Number(writer, "low", step.Outcome.Admits?.Low);
            Number(writer, "high", step.Outcome.Admits?.High);
            writer.WriteString("verdict",
                step.Verdict switch
                {
                    PerformanceVerdict.Exact =>
                    "exact",
                    PerformanceVerdict.Rounded => "rounded",
                    PerformanceVerdict.Violated => "violated",
                    _ => "notEvaluated"
                });
            writer.WriteString("explanation", step.Outcome.Explanation);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Number(writer, "printedTotal", sheet.PrintedTotal?.Value);
        Number(writer, "points", sheet.Points);
        Number(writer, "low", sheet.Admits?.Low);
        Number(writer, "high", sheet.Admits?.High);
        if (sheet.Grade is { } grade) writer.WriteString("grade", GradeScale.NameOf(grade));
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
