using System.CommandLine;
using GovBudget.Model;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget facts</c>: every number of every official table as a CSV row.</summary>
internal static class FactsCommand
{
    public static Command Create()
    {
        var files = Arguments.Files();
        var command = new Command("facts", "每个官方表格中的每个数字一行（CSV）：table,code,item,column,value,unit,page；多个文件时另加 file 列") { files };
        command.SetAction(result => Run(result.GetRequiredValue(files)));
        return command;
    }

    private static int Run(string[] arguments)
    {
        var several = DocumentFiles.Expand(arguments).Skip(1).Any();
        Console.Out.WriteLine(several ? Fact.CsvHeader + ",file" : Fact.CsvHeader);
        return DocumentFiles.ForEach(arguments, (file, reading) =>
        {
            foreach (var fact in Fact.Of(reading.Document, reading.Provenance)) Console.Out.WriteLine(several ? $"{fact.ToCsv()},{Fact.Quote(file)}" : fact.ToCsv());
            Leftovers.Report(file, reading);
        });
    }
}
