using System.CommandLine;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget convert</c>: from any format that can be read to any that can be written.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "要读的文件，按内容识别" };
        var output = new Argument<string>("OUT") { Description = $"要写的文件，按扩展名：{string.Join(' ', DocumentFiles.WrittenExtensions)}" };
        var ocr = Arguments.Ocr();
        var command = new Command("convert", "转换格式：按内容读，按扩展名写") { input, output, ocr };
        command.SetAction(result => Run(result.GetRequiredValue(input), result.GetRequiredValue(output), result.GetValue(ocr)));
        return command;
    }

    private static int Run(string input, string output, bool ocr)
    {
        if (!DocumentFiles.CanWrite(output)) return 2;
        return DocumentFiles.ForEach([input], ocr, (file, reading) =>
        {
            DocumentFiles.Write(reading.Document, output);
            Leftovers.Report(file, reading);
        });
    }
}
