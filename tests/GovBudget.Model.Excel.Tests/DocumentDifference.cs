namespace GovBudget.Model.Excel.Tests;

/// <summary>Where two documents differ, in words that help to find out why.</summary>
internal static class DocumentDifference
{
    public static string? Between(BudgetDocument expected, BudgetDocument actual)
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
