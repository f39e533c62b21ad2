using System.CommandLine;
using GovBudget.Model;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget convert</c>: from any format that can be read to any that can be written.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "要读的文件，按内容识别" };
        var output = new Argument<string>("OUT") { Description = "要写的文件，按扩展名：.json" };
        var command = new Command("convert", "转换格式：按内容读，按扩展名写") { input, output };
        command.SetAction(result => Run(result.GetRequiredValue(input), result.GetRequiredValue(output)));
        return command;
    }

    private static int Run(string input, string output)
    {
        if (Path.GetExtension(output).ToUpperInvariant() is not ".JSON")
        {
            Console.Error.WriteLine($"govbudget: {output}: 不能写这种文件；扩展名应为 .json。");
            return 2;
        }
        return DocumentFiles.ForEach([input], (file, reading) =>
        {
            using var stream = File.Create(output);
            DocumentJson.Write(reading.Document, stream);
            Leftovers.Report(file, reading);
        });
    }
}
