namespace GovBudget.Model.Testing;

/// <summary>Simpler documents than those that fail a test, for tests of formats: what is left need not add up.</summary>
public static class DocumentShrinker
{
    /// <summary>Documents with all text or all forms, a statement, a paragraph, a form, a line, a figure or a note less, the boldest first.</summary>
    public static IEnumerable<BudgetDocument> Shrink(BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        for (var s = 0; s < document.Statements.Count && document.Statements.Count > 1; s++)
        {
            yield return document with { Statements = Without(document.Statements, s) };
        }
        if (document.Paragraphs.Count > 0) yield return document with { Paragraphs = default, TablesAt = 0 };
        if (document.Performance.Count > 0) yield return document with { Performance = default };
        for (var f = 0; f < document.Performance.Count && document.Performance.Count > 1; f++)
            yield return document with { Performance = Without(document.Performance, f) };
        for (var p = 0; p < document.Paragraphs.Count && document.Paragraphs.Count > 1; p++)
        {
            yield return document with
            {
                Paragraphs = Without(document.Paragraphs, p),
                TablesAt = p < document.TablesAt ? document.TablesAt - 1 : document.TablesAt
            };
        }
        for (var s = 0; s < document.Statements.Count; s++)
        {
            foreach (var simpler in Shrink(document.Statements[s]))
                yield return document with { Statements = [.. document.Statements.Take(s), simpler, .. document.Statements.Skip(s + 1)] };
        }
    }

    /// <summary>Statements with a line, a figure or a note less. The first line stays, since a table's header ends there.</summary>
    public static IEnumerable<Statement> Shrink(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        for (var n = 0; n < statement.Notes.Count; n++) yield return statement with { Notes = Without(statement.Notes, n) };
        var lines = statement.AllLines.ToValueList();
        if (lines.Count > 3) yield return statement.WithLines(lines.Take(lines.Count / 2));
        for (var l = 1; l < lines.Count; l++) yield return statement.WithLines(Without(lines, l));
        for (var l = 0; l < lines.Count; l++)
        {
            foreach (var (column, _) in lines[l].Figures.Skip(1))
                yield return statement.WithLines([.. lines.Take(l), lines[l] with { Figures = lines[l].Figures.Without(column) }, .. lines.Skip(l + 1)]);
        }
    }

    private static ValueList<T> Without<T>(ValueList<T> list, int index) => list.Where((_, i) => i != index).ToValueList();
}
