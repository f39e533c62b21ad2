using System.CommandLine;
using System.Globalization;
using GovBudget.Model;
using Spectre.Console;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget show</c>: what a document holds, for eyes.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var files = Arguments.Files();
        var all = new Option<bool>("--all", "-a") { Description = "连空白行也显示" };
        var table = new Option<string?>("--table", "-t") { Description = "只显示名称含此文字的表" };
        var narrative = new Option<bool>("--narrative") { Description = "显示情况说明：各章节读懂的句子、未读懂的句子" };
        var ocr = Arguments.Ocr();
        var ignoreEmbedded = Arguments.IgnoreEmbedded();
        var command = new Command("show", "显示文件的内容：单位、年度、每张表及其数字") { files, all, table, narrative, ocr, ignoreEmbedded };
        command.SetAction(result => result.GetValue(narrative)
            ? NarrativeView.Run(result.GetRequiredValue(files))
            : Run(result.GetRequiredValue(files), result.GetValue(all), result.GetValue(table), result.GetValue(ocr), result.GetValue(ignoreEmbedded)));
        return command;
    }

    private static int Run(string[] arguments, bool all, string? wanted, bool ocr, bool ignoreEmbedded)
    {
        var console = Terminal.Create();
        return DocumentFiles.ForEach(arguments, ocr, (file, reading) =>
        {
            var document = reading.Document;
            console.MarkupLineInterpolated($"[bold]{document.Organisation ?? Path.GetFileName(file)}[/] {document.Year?.ToString(CultureInfo.InvariantCulture) ?? "年度不详"} 年度{(document.Kind == DocumentKind.Budget ? "部门预算" : "部门决算")}");
            console.MarkupLineInterpolated($"[dim]{Path.GetFileName(file)}：{document.Statements.Count} 张表，{Fact.Of(document).Count()} 个数字，{reading.Unplaced.Count} 处未能归位[/]");
            foreach (var pictured in reading.PicturedTables) console.MarkupLineInterpolated($"[yellow]![/] {pictured.Place.ToString()} {pictured.ToString()}；可用 --ocr 识别");
            foreach (var page in reading.Recognised.GroupBy(f => f.Place.Page)) console.MarkupLineInterpolated($"[dim]{page.First().Place.ToString()}由图片识别：{page.Count()} 个数字，{page.Count(f => f.Status == RecognitionStatus.Confirmed)} 个经勾稽关系确认，{page.Count(f => f.Status == RecognitionStatus.Doubtful)} 个存疑[/]");
            for (var i = 0; i < document.Statements.Count; i++)
            {
                var statement = document.Statements[i];
                var name = Fact.TableName(statement, document);
                if (wanted is not null && !name.Contains(wanted, StringComparison.Ordinal) && !statement.Title.Contains(wanted, StringComparison.Ordinal)) continue;
                console.WriteLine();
                console.MarkupLineInterpolated($"[bold]{name}[/] [dim]{statement.Label} {reading.Provenance.Of(i)?.ToString()}{(statement.Unit == Unit.None ? "" : $" 单位：{statement.Unit}")}[/]");
                if (statement.IsEmpty) console.MarkupLineInterpolated($"  [dim]空表{(statement.Notes.Count > 0 ? "：" + statement.Notes[^1] : "")}[/]");
                else console.Write(Render(statement, all));
            }
            Leftovers.Report(file, reading);
        }, ignoreEmbedded);
    }

    private static Table Render(Statement statement, bool all)
    {
        var columns = statement.Columns.Where(c => statement.AllLines.Any(l => l.Figures.Any(f => f.Key == c))).ToList();
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Style.Parse("dim"));
        var coded = statement.AllLines.Any(l => l.Code is not null);
        if (coded) table.AddColumn("编码");
        table.AddColumn("项目");
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        foreach (var line in statement.AllLines.Where(l => all || l.Figures.Count > 0))
        {
            var indent = line.Code is { Length: 5 } ? " " : line.Code is { Length: 7 } ? "  " : "";
            IEnumerable<string> cells = [indent + line.ItemPath, .. columns.Select(c => line.Figures.IsDash(c) ? "—" : line.Figures[c]?.Format(thousands: true) ?? "")];
            table.AddRow([.. (coded ? cells.Prepend(line.Code ?? "") : cells).Select(Markup.Escape)]);
        }
        return table;
    }
}
