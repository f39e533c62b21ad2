namespace GovBudget.Model.Checks;

/// <summary>“三公”经费: totals of the form, and what 基本支出 may hold of it.</summary>
internal static class ThreePublicRules
{
    private const string Vehicles = "公务用车购置及运行维护费";

    /// <summary>Economic codes of which 基本支出 holds a part, never more than all: the codes and the item.</summary>
    private static readonly (string[] Codes, string Item)[] Parts =
    [
        (["30212"], "因公出国（境）费"),
        (["30217"], "公务接待费"),
        (["30231"], "公务用车运行维护费"),
        (["31013", "30913"], "公务用车购置费"),
    ];

    public static IEnumerable<Rule> All =>
    [
        new("three-public.total", RuleCategory.Arithmetic, Severity.Error, "“三公”经费合计＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费",
            "three-public total = trips abroad + vehicles + receptions",
            "公开09表注：1栏＝（2＋3＋6）栏、7栏＝（8＋9＋12）栏；“三公”经费预算表", run => Sum(run, "合计", ["因公出国（境）费", Vehicles, "公务接待费"])),
        new("three-public.vehicles", RuleCategory.Arithmetic, Severity.Error, "公务用车购置及运行维护费＝购置费＋运行维护费", "vehicles = purchase + operation",
            "公开09表注：3栏＝（4＋5）栏、9栏＝（10＋11）栏；“三公”经费预算表", run => Sum(run, Vehicles, ["公务用车购置费", "公务用车运行维护费"])),
        new("three-public.basic", RuleCategory.CrossTable, Severity.Error, "基本支出表的因公出国（30212）、公务接待（30217）、公务用车运行（30231）和购置（31013、30913）不大于“三公”经费表相应各项",
            "the three-public items within basic expenditure (30212, 30217, 30231, 31013, 30913) are not above the three-public table",
            "公开06表与公开09表；预算同", Basic),
    ];

    private static void Sum(RuleRun run, string total, string[] parts)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind != StatementKind.ThreePublic || !statement.HasFigures) continue;
            foreach (var column in statement.Columns)
            {
                if (!column.EndsWith("/" + total, StringComparison.Ordinal) || !Combinators.IsSummed(column) || column.Contains("增减", StringComparison.Ordinal))
                    continue;
                var prefix = column[..^total.Length];
                if (!Array.Exists(parts, p => statement.HasColumn(prefix + p))) continue;
                for (var line = 0; line < statement.Lines.Length; line++)
                {
                    var figures = statement.Lines[line].Figures;
                    if (figures.Count == 0) continue;
                    run.Left.Add(statement.Term(line, column));
                    foreach (var part in parts)
                    {
                        // a form without 小计 for vehicles prints purchase and operation side by side
                        if (part == Vehicles && !statement.HasColumn(prefix + part))
                        {
                            run.Right.Add(statement.Term(line, prefix + "公务用车购置费"));
                            run.Right.Add(statement.Term(line, prefix + "公务用车运行维护费"));
                        }
                        else run.Right.Add(statement.Term(line, prefix + part));
                    }
                    run.Balance();
                }
            }
        }
    }

    private static void Basic(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Basic) is not { } basic || run.Index.Of(StatementKind.ThreePublic) is not { } table) return;
        var prefix = run.Index.IsBudget ? "预算数/" : "决算数/";
        var line = table.Total >= 0 ? table.Total : table.Lines.Length == 1 ? 0 : -1;
        var amount = basic.HasColumn(Column.Amount.Path) ? Column.Amount.Path : Column.Total.Path;
        foreach (var (codes, item) in Parts)
        {
            foreach (var code in codes)
            {
                if (basic.LineOf(code) is var at and >= 0 && basic.Lines[at].Figures[amount] is not null) run.Left.Add(basic.Term(at, amount));
            }
            if (run.Left.Count == 0) continue;
            if (line < 0 || !table.HasFigures || !table.HasColumn(prefix + item))
            {
                run.Left.Clear();
                run.Skip(table.HasFigures ? "“三公”经费表没有相应的栏或合计行" : "“三公”经费表为空表");
                continue;
            }
            run.Right.Add(table.Term(line, prefix + item));
            run.AtMost = run.Index.IsBudget ? Severity.Warning : null; // budgets may plan 三公 of the year's appropriations alone
            run.Balance(Relation.AtMost);
        }
    }
}
