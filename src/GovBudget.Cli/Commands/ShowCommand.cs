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
            console.MarkupLineInterpolated(
                $"[bold]{document.Organisation ?? Path.GetFileName(file)}[/] {document.Year?.ToString(CultureInfo.InvariantCulture) ?? "年度不详"} 年度{(document.Kind == DocumentKind.Budget ? "部门预算" : "部门决算")}");
            console.MarkupLineInterpolated(
                $"[dim]{Path.GetFileName(file)}：{document.Statements.Count} 张表，{Fact.Of(document).Count()} 个数字，{reading.Unplaced.Count} 处未能归位[/]");
            foreach (var pictured in reading.PicturedTables)
                console.MarkupLineInterpolated($"[yellow]![/] {pictured.Place.ToString()} {pictured.ToString()}；可用 --ocr 识别");
            foreach (var page in reading.Recognised.GroupBy(f => f.Place.Page))
                console.MarkupLineInterpolated(
                    $"[dim]{page.First().Place.ToString()}由图片识别：{page.Count()} 个数字，{page.Count(f => f.Status == RecognitionStatus.Confirmed)} 个经勾稽关系确认，{page.Count(f => f.Status == RecognitionStatus.Doubtful)} 个存疑[/]");
            var any = false;
            for (var i = 0; i < document.Statements.Count; i++)
            {
                var statement = document.Statements[i];
                var name = Fact.TableName(statement, document);
                if (wanted is not null && !name.Contains(wanted, StringComparison.Ordinal) && !statement.Title.Contains(wanted, StringComparison.Ordinal))
                    continue;
                any = true;
                console.WriteLine();
                console.MarkupLineInterpolated(
                    $"[bold]{name}[/] [dim]{string.Join(' ', new[] { statement.Label, reading.Provenance.Of(i)?.ToString(), statement.Unit == Unit.None ? null : $"单位：{statement.Unit}" }.Where(t => !string.IsNullOrEmpty(t)))}[/]");
                if (statement.IsEmpty) console.MarkupLineInterpolated($"  [dim]空表{(statement.Notes.Count > 0 ? "：" + statement.Notes[^1] : "")}[/]");
                else Render(console, statement, all);
            }
            if (wanted is not null && !any)
                Console.Error.WriteLine(
                    $"govbudget: {file}: 没有名称含“{wanted}”的表；有 {string.Join('、', document.Statements.Select(s => Fact.TableName(s, document)))}。");
            Leftovers.Report(file, reading);
        }, ignoreEmbedded);
    }

    private const int HeaderWidth = 16;
    private const int LabelWidth = 60;
    private const int Padding = 3; // a blank on either side, and the rule

    private static void Render(IAnsiConsole console, Statement statement, bool all)
    {
        var columns = statement.Columns.Where(c => statement.AllLines.Any(l => l.Figures.Any(f => f.Key == c))).ToList();
        var rows = statement.AllLines.Where(l => all || l.Figures.Count > 0)
            .Select(line => (Code: line.Code ?? "", Label: Indent(line) + line.ItemPath, Figures: columns.Select(c => Figure(line, c)).ToArray()))
            .ToList();
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Style.Parse("dim"));
        var needed = 1;
        var coded = statement.AllLines.Any(l => l.Code is not null);
        if (coded) Add("编码", rows.Max(r => r.Code.Length));
        Add("项目", Math.Min(LabelWidth, rows.Max(r => Terminal.Cells(r.Label))));
        for (var i = 0; i < columns.Count; i++)
            Add(columns[i].Replace("/", "/\n", StringComparison.Ordinal), rows.Max(r => Terminal.Cells(r.Figures[i])), right: true);
        foreach (var (code, label, figures) in rows)
        {
            IEnumerable<string> cells = [Terminal.Broken(label, LabelWidth), .. figures];
            table.AddRow([.. (coded ? cells.Prepend(code) : cells).Select(Markup.Escape)]);
        }
        console.WriteTable(table, needed);

        void Add(string header, int content, bool right = false)
        {
            var width = Math.Max(content, Math.Min(HeaderWidth, header.Split('\n').Max(Terminal.Cells)));
            var column = new TableColumn(Markup.Escape(Terminal.Broken(header, width))) { Width = width };
            table.AddColumn(right ? column.RightAligned() : column);
            needed += width + Padding;
        }
    }

    private static string Indent(StatementLine line) => line.Code is { Length: 5 } ? " " : line.Code is { Length: 7 } ? "  " : "";

    private static string Figure(StatementLine line, string column) => line.Figures.IsDash(column) ? "—" : line.Figures[column]?.Format(thousands: true) ?? "";
}
