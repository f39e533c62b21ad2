using System.CommandLine;

namespace GovBudget.Cli.Commands;

/// <summary>Arguments that several commands share.</summary>
internal static class Arguments
{
    public static Argument<string[]> Files() => new("FILE")
    {
        Description = "要读的文件（.pdf .xlsx .xls .json，按内容识别），可用通配符",
        Arity = ArgumentArity.OneOrMore,
    };
}
