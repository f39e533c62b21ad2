using System.CommandLine;
using GovBudget.Model;
using GovBudget.Model.Excel;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget convert</c>: from any format that can be read to any that can be written.</summary>
internal static class ConvertCommand
{
    private static readonly Dictionary<string, Action<BudgetDocument, Stream>> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".json"] = (document, stream) => DocumentJson.Write(document, stream),
        [".xlsx"] = (document, stream) => ExcelFormat.Write(document, stream),
    };

    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "要读的文件，按内容识别" };
        var output = new Argument<string>("OUT") { Description = $"要写的文件，按扩展名：{string.Join(' ', Writers.Keys)}" };
        var command = new Command("convert", "转换格式：按内容读，按扩展名写") { input, output };
        command.SetAction(result => Run(result.GetRequiredValue(input), result.GetRequiredValue(output)));
        return command;
    }

    private static int Run(string input, string output)
    {
        if (!Writers.TryGetValue(Path.GetExtension(output), out var write))
        {
            Console.Error.WriteLine($"govbudget: {output}: 不能写这种文件；扩展名应为 {string.Join('、', Writers.Keys)}。");
            return 2;
        }
        return DocumentFiles.ForEach([input], (file, reading) =>
        {
            using var buffer = new MemoryStream();
            write(reading.Document, buffer);
            File.WriteAllBytes(output, buffer.ToArray());
            Leftovers.Report(file, reading);
        });
    }
}
