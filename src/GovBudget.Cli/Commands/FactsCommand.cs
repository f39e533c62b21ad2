using System.CommandLine;
using GovBudget.Model;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget facts</c>: every number of every official table as a CSV row.</summary>
internal static class FactsCommand
{
    public static Command Create()
    {
        var files = Arguments.Files();
        var ocr = Arguments.Ocr();
        var ignoreEmbedded = Arguments.IgnoreEmbedded();
        var command = new Command("facts",
            "每个官方表格中的每个数字一行（CSV）：table,code,item,column,value,unit,page；多个文件时另加 file 列，--ocr 时另加 recognition 列") { files, ocr, ignoreEmbedded };
        command.SetAction(result => Run(result.GetRequiredValue(files), result.GetValue(ocr), result.GetValue(ignoreEmbedded)));
        return command;
    }

    private static int Run(string[] arguments, bool ocr, bool ignoreEmbedded)
    {
        var several = DocumentFiles.Expand(arguments).Skip(1).Any();
        Console.Out.WriteLine(Fact.CsvHeader + (several ? ",file" : "") + (ocr ? ",recognition" : ""));
        return DocumentFiles.ForEach(arguments, ocr, (file, reading) =>
        {
            foreach (var fact in Fact.Of(reading))
            {
                Console.Out.Write(fact.ToCsv());
                if (several) Console.Out.Write("," + Fact.Quote(file));
                if (ocr) Console.Out.Write("," + fact.Recognition?.ToString().ToLowerInvariant());
                Console.Out.WriteLine();
            }
            Leftovers.Report(file, reading);
        }, ignoreEmbedded);
    }
}
