namespace GovBudget.Model.Testing;

/// <summary>Where two documents differ, in words that help to find out why.</summary>
public static class DocumentDifference
{
    /// <summary>The first difference; null where the documents are equal.</summary>
    /// <param name="expected">The document as it should be.</param>
    /// <param name="actual">The document that came back.</param>
    public static string? Between(BudgetDocument expected, BudgetDocument actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        return Compare(expected, actual);
    }

    private static string? Compare(BudgetDocument expected, BudgetDocument actual)
    {
        if (expected == actual) return null;
        if (expected with { Statements = default } != actual with { Statements = default })
        {
            return $"document: {expected with { Statements = default }} | {actual with { Statements = default }}";
        }

        if (expected.Statements.Count != actual.Statements.Count) return $"{expected.Statements.Count} statements, {actual.Statements.Count} read";
        return expected.Statements.Zip(actual.Statements, Between).First(d => d is not null);
    }

    private static string? Between(Statement expected, Statement actual)
    {
        if (expected == actual) return null;
        if (expected.GetType() != actual.GetType()) return $"“{expected.Title}”: {expected.Kind} became {actual.Kind} “{actual.Title}”";
        var (left, right) = (Heading(expected), Heading(actual));
        if (left != right) return $"{left}\n{right}";
        for (var i = 0; i < Math.Max(expected.AllLines.Count, actual.AllLines.Count); i++)
        {
            var (x, y) = (Line(expected, i), Line(actual, i));
            if (x != y) return $"“{expected.Title}” line {i}:\n{x}\n{y}";
        }

        return $"“{expected.Title}” differs";
    }

    private static string Heading(Statement s) =>
        $"{s.Title} | {s.Label} | {s.Organisation} | {s.Year} | {s.Unit} | {string.Join(',', s.Columns)} | {string.Join('¶', s.Notes)}";

    private static string Line(Statement s, int i) => i < s.AllLines.Count && s.AllLines[i] is { } l
        ? $"{l.Side} {l.Code} [{l.RowNumber}] {string.Join('>', l.Path.Append(l.Label))}: {string.Join(", ", l.Figures.Select(f => $"{f.Key}={f.Value?.ToString() ?? "—"}"))} {string.Join(", ", l.Texts)}"
        : "none";
}
