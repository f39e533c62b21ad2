namespace GovBudget.Model.Testing;

/// <summary>Documents with one thing changed.</summary>
internal static class Edits
{
    public static BudgetDocument WithStatement(BudgetDocument document, int at, Func<Statement, Statement?> change) => document with
    {
        Statements = document.Statements.Select((s, i) => i == at ? change(s) : s).OfType<Statement>().ToValueList(),
    };

    public static BudgetDocument WithLines(BudgetDocument document, int statement, Func<IReadOnlyList<StatementLine>, IEnumerable<StatementLine>> change) =>
        WithStatement(document, statement, s => s.WithLines(change(s.AllLines)));

    public static BudgetDocument WithLine(BudgetDocument document, int statement, int line, Func<StatementLine, StatementLine?> change) =>
        WithLines(document, statement, lines => lines.Select((l, i) => i == line ? change(l) : l).OfType<StatementLine>());

    public static BudgetDocument WithParagraph(BudgetDocument document, int at, string? text) => document with
    {
        Paragraphs = document.Paragraphs.Select((p, i) => i == at ? text : p).OfType<string>().ToValueList(),
        TablesAt = text is null && at < document.TablesAt ? document.TablesAt - 1 : document.TablesAt,
    };

    public static BudgetDocument WithForm(BudgetDocument document, int at,
        PerformanceForm form) => document with { Performance = document.Performance.Select((f, i) => i == at ? form : f).ToValueList() };
}
