using System.CommandLine;
using GovBudget.Model;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget indicators</c>: every indicator of every performance form as a CSV row.</summary>
internal static class IndicatorsCommand
{
    public static Command Create()
    {
        var files = Arguments.Files();
        var command = new Command("indicators", $"绩效目标表、绩效自评表中的每个指标一行（CSV）：{IndicatorListing.CsvHeader}；多个文件时另加 file 列") { files };
        command.SetAction(result => Run(result.GetRequiredValue(files)));
        return command;
    }

    private static int Run(string[] arguments)
    {
        var several = DocumentFiles.Expand(arguments).Skip(1).Any();
        Console.Out.WriteLine(several ? IndicatorListing.CsvHeader + ",file" : IndicatorListing.CsvHeader);
        return DocumentFiles.ForEach(arguments, (file, reading) =>
        {
            foreach (var row in IndicatorListing.Of(reading)) Console.Out.WriteLine(several ? $"{row.ToCsv()},{Fact.Quote(file)}" : row.ToCsv());
            Leftovers.Report(file, reading);
        });
    }
}
