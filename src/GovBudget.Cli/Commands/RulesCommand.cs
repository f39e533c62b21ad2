using System.CommandLine;
using GovBudget.Model;
using Spectre.Console;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget rules</c>: the catalog of checks.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var language = new Option<string>("--lang") { Description = "语言", DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("rules", "列出全部检查规则：编号、级别、标题、出处") { language };
        command.SetAction(result =>
        {
            var english = result.GetRequiredValue(language) == "en";
            var table = new Table().Border(TableBorder.Rounded)
                .AddColumn(english ? "rule" : "规则")
                .AddColumn(english ? "severity" : "级别")
                .AddColumn(english ? "title" : "标题")
                .AddColumn(english ? "source" : "出处");
            foreach (var rule in Checker.Default.Rules)
            {
                table.AddRow(new[] { rule.Id,
                    english
                        ? rule.Severity.ToString().ToLowerInvariant()
                        : rule.Severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" }, english ? rule.EnglishTitle : rule.Title,
                        rule.Source }.Select(Markup.Escape).ToArray());
            }
            Terminal.Create().WriteTable(table, 100);
            return 0;
        });
        return command;
    }
}
