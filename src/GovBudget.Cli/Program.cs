using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using GovBudget.Cli;
using GovBudget.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    govbudget：读取、检查、转换政府部门公开的部门预算与部门决算（.pdf .xlsx .xls .json）。
    reads, checks and converts the budgets and final accounts that China's government departments publish.

    例：govbudget show 决算.pdf          看看里面有什么
        govbudget facts *.pdf > f.csv   每个数字一行
        govbudget check 决算.pdf         哪里不对，为什么
        govbudget convert 决算.pdf 决算.xlsx

    退出码：0 正常；1 发现错误（check）；2 文件读不了或命令有误。
    """)
{
    ShowCommand.Create(),
    FactsCommand.Create(),
    IndicatorsCommand.Create(),
    ScoreCommand.Create(),
    ConvertCommand.Create(),
    GenerateCommand.Create(),
    CheckCommand.Create(),
    CorpusCommand.Create(),
    RulesCommand.Create(),
    SubjectsCommand.Create(),
    DebugCommand.Create(),
    CompletionCommand.Create(),
};
var result = root.Parse(args);
return result.Action is ParseErrorAction ? Misuse.Report(result) : result.Invoke();
