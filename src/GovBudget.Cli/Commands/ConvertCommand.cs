using System.CommandLine;
using GovBudget.Model.Excel;
using GovBudget.Model.Interactive;
using GovBudget.Model.Pdf;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget convert</c>: from any format that can be read to any that can be written.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "要读的文件，按内容识别" };
        var output = new Argument<string>("OUT") { Description = $"要写的文件，按扩展名：{string.Join(' ', DocumentFiles.WrittenExtensions)}" };
        var ocr = Arguments.Ocr();
        var ignoreEmbedded = Arguments.IgnoreEmbedded();
        var font = new Option<string[]>("--font") { Description = "PDF 所用字体：字体名或字体文件（.ttf .ttc .otf）；可给出几个，先列的优先" };
        var formulas = new Option<bool>("--formulas") { Description = ".xlsx 的合计写成公式（印出的数字恰好加得上的才写；因尾差加不上的仍写数字）" };
        var command = new Command("convert", "转换格式：按内容读，按扩展名写") { input, output, ocr, ignoreEmbedded, font, formulas };
        command.SetAction(result => Run(
            result.GetRequiredValue(input),
            result.GetRequiredValue(output),
            result.GetValue(ocr),
            result.GetValue(ignoreEmbedded),
            Options(result.GetValue(font) ?? [], result.GetValue(formulas))));
        return command;
    }

    private static int Run(string input, string output, bool ocr, bool ignoreEmbedded, DocumentWriteOptions options)
    {
        if (!DocumentFiles.CanWrite(output)) return 2;
        if (Path.GetFullPath(input) == Path.GetFullPath(output))
        {
            Console.Error.WriteLine($"govbudget: {output}: 要写的就是要读的文件；请换一个文件名。");
            return 2;
        }
        var written = 0;
        var read = DocumentFiles.ForEach(
            [input],
            ocr,
            (file, reading) =>
            {
                try
                {
                    DocumentFiles.Write(reading.Document, output, options);
                }
                catch (Exception error) when (Failure.IsExpected(error))
                {
                    written = Failure.Report(error, output);
                }
                Leftovers.Report(file, reading);
            },
            ignoreEmbedded);
        return Math.Max(read, written);
    }

    /// <summary>What the command's options say of the format written.</summary>
    private static DocumentWriteOptions Options(IReadOnlyList<string> fonts, bool formulas)
    {
        var file = fonts.FirstOrDefault(f => Path.GetExtension(f).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF" or ".OTC");
        return new DocumentWriteOptions
        {
            Pdf = PdfWriteOptions.Default with { FontFile = file, FontFamilies = [.. fonts.Where(f => f != file)] },
            Excel = ExcelWriteOptions.Default with { Formulas = formulas },
        };
    }
}
