using System.CommandLine;
using System.Globalization;
using GovBudget.Model;
using Spectre.Console;

namespace GovBudget.Cli.Commands;

/// <summary><c>govbudget subjects</c>: looks subjects up by name or code, as a tree, for a budget year.</summary>
internal static class SubjectsCommand
{
    private static readonly (SubjectScheme Scheme, string Name, string Title)[] Schemes =
    [
        (SubjectScheme.Functional, "functional", "支出功能分类"),
        (SubjectScheme.Economic, "economic", "部门预算支出经济分类"),
        (SubjectScheme.GovernmentEconomic, "government", "政府预算支出经济分类"),
        (SubjectScheme.Revenue, "revenue", "收入分类"),
    ];

    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "名称中的文字（医疗）或编码的开头（210、2101501）" };
        var year = new Option<int>("--year", "-y") { Description = "预算年度", DefaultValueFactory = _ => DateTime.Today.Year };
        var scheme = new Option<string?>("--scheme", "-s") { Description = "只查一种分类" };
        scheme.AcceptOnlyFromAmong([.. Schemes.Select(s => s.Name)]);
        var command = new Command("subjects", "查收支分类科目：按名称或编码，显示为树") { text, year, scheme };
        command.SetAction(result => Run(result.GetRequiredValue(text), result.GetRequiredValue(year), result.GetValue(scheme)));
        return command;
    }

    private static int Run(string text, int year, string? only)
    {
        var console = Terminal.Create();
        var catalog = SubjectCatalog.For(year);
        var found = false;
        if (catalog.Year != year) Console.Error.WriteLine($"govbudget: 没有 {year} 年的科目表，以下为 {catalog.Year} 年的。");
        foreach (var (scheme, name, title) in Schemes.Where(s => only is null || s.Name == only))
        {
            var nodes = catalog.Search(text, scheme);
            if (nodes.Count == 0) continue;
            found = true;
            var tree = new Tree(Markup.Escape($"{title}（{catalog.Year.ToString(CultureInfo.InvariantCulture)} 年）"));
            foreach (var node in nodes) Add(tree, node);
            console.Write(tree);
        }
        if (found) return 0;
        Console.Error.WriteLine($"govbudget: {catalog.Year} 年的科目中没有“{text}”；请给出名称中的文字或编码的开头。");
        return 2;
    }

    private static void Add(IHasTreeNodes parent, SubjectNode node)
    {
        var label = $"{Markup.Escape(node.Subject.Code)} {Markup.Escape(node.Subject.Name)}";
        var child = parent.AddNode(node.IsMatch ? $"[bold]{label}[/]" : $"[dim]{label}[/]");
        foreach (var below in node.Children) Add(child, below);
    }
}
