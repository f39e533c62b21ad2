using System.CommandLine;
using GovBudget.Model;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget debug page</c>: what the reader saw on a page, as a drawing.</summary>
internal static class DebugCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "PDF 文件" };
        var number = new Argument<int>("N") { Description = "页码，从 1 起" };
        var output = new Option<string?>("--output", "-o") { Description = "SVG 文件；缺省写到标准输出" };
        var page = new Command("page", "把一页画成 SVG：文字、线、单元格、表格") { file, number, output };
        page.SetAction(result => Run(result.GetRequiredValue(file), result.GetRequiredValue(number), result.GetValue(output)));
        return new Command("debug", "看清读取的每一步") { page };
    }

    private static int Run(string path, int number, string? output)
    {
        try
        {
            var file = PdfFile.Open(path);
            if (number < 1 || number > file.PageCount)
            {
                Console.Error.WriteLine($"govbudget: {path}: 没有第 {number} 页；共 {file.PageCount} 页。");
                return 2;
            }
            var tables = TablesOn(PdfFormat.Read(file, ignoreEmbedded: true), number);
            var svg = PageDrawing.ToSvg(PdfLayout.Stages(file.GetPage(number)),
                grid => tables.FirstOrDefault(t => grid.Box.Contains(t.Box.CenterX, t.Box.CenterY)).Name);
            if (output is null) Console.Out.Write(svg);
            else File.WriteAllText(output, svg);
            return 0;
        }
        catch (Exception error) when (Failure.IsExpected(error))
        {
            return Failure.Report(error, path);
        }
    }

    /// <summary>The statements with a figure or heading on that page: their names and where.</summary>
    private static List<(string Name, Box Box)> TablesOn(Reading reading, int page)
    {
        var found = new List<(string, Box)>();
        for (var s = 0; s < reading.Document.Statements.Count; s++)
        {
            var statement = reading.Document.Statements[s];
            var places = Enumerable.Range(0, statement.AllLines.Count)
                .SelectMany(l => statement.AllLines[l].Figures.Select(f => reading.Provenance.Of(s, l, f.Key)))
                .Append(reading.Provenance.Of(s));
            if (places.FirstOrDefault(p => p?.Page == page)?.Box is { } box) found.Add((Fact.TableName(statement, reading.Document), box));
        }
        return found;
    }
}
