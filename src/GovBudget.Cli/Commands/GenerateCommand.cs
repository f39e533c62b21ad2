using System.CommandLine;
using GovBudget.Model;
using GovBudget.Model.Testing;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget generate</c>: a valid document made up from a seed, for tests.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var kind = new Option<string>("--kind", "-k") { Description = "部门决算或部门预算", DefaultValueFactory = _ => "final-accounts" };
        kind.AcceptOnlyFromAmong("final-accounts", "budget");
        var year = new Option<int>("--year", "-y") { Description = "年度", DefaultValueFactory = _ => DateTime.Today.Year - 1 };
        var seed = new Option<int>("--seed", "-s") { Description = "种子：同一种子得到同一文件", DefaultValueFactory = _ => 42 };
        var lines = new Option<int>("--lines", "-l") { Description = "支出项数", DefaultValueFactory = _ => 6 };
        var output = new Option<string>("--out", "-o") { Description = $"要写的文件，按扩展名：{string.Join(' ', DocumentFiles.WrittenExtensions)}", Required = true };
        var command = new Command("generate", "生成一份各表勾稽相符的虚构文件，供测试用") { kind, year, seed, lines, output };
        command.SetAction(result => Run(
            result.GetRequiredValue(kind), result.GetRequiredValue(year), result.GetRequiredValue(seed), result.GetRequiredValue(lines), result.GetRequiredValue(output)));
        return command;
    }

    private static int Run(string kind, int year, int seed, int lines, string output)
    {
        if (!DocumentFiles.CanWrite(output)) return 2;
        BudgetDocument document = kind == "budget" ? Generate.Budget(seed, year, lines: lines) : Generate.FinalAccounts(seed, year, lines: lines);
        try
        {
            DocumentFiles.Write(document, output);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"govbudget: {output}: {error.Message}");
            return 2;
        }
    }
}
