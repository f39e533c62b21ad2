namespace GovBudget.Model.Forms;

/// <summary>Chooses the header that each value column is printed under: the edition's and the form's own words where they read back as that column, else the
/// column's path.</summary>
internal sealed class PrintedHeaders(Form? form, FormEdition edition, int? year)
{
    private readonly ColumnNaming _naming = new(form, edition.Kind, year);
    private readonly EditionTable? _table = form is null ? null : edition.Table(form.Kind);

    /// <summary>The words above a sole amount.</summary>
    private string AmountHeader => edition.Kind == DocumentKind.Budget ? "预算数" : "决算数";

    /// <summary>The header paths of a group's value columns, in order.</summary>
    /// <param name="paths">Canonical column paths.</param>
    /// <param name="side">The side that the group stands on.</param>
    /// <param name="stubs">The header paths of the group's other columns.</param>
    public ValueList<string>[] For(IReadOnlyList<string> paths, LineSide side, IReadOnlyList<TableColumn> stubs)
    {
        var root = form?.Rows == RowKind.TwoSided ? side == LineSide.Income ? Column.IncomeSide.Path : Column.ExpenditureSide.Path : null;
        var printed = paths.Select(p => Printed(p, root, paths).Select(part => _table?.Printed(part) ?? part).ToArray()).ToArray();
        var candidates = paths.Select((path, i) => new[]
        {
            IsOutermost(printed[i], printed) ? [.. printed[i], "小计"] : printed[i],
            printed[i],
            Inner(path, root),
            [string.Join('/', Inner(path, root))],
        }).ToArray();
        var chosen = new int[paths.Count];
        for (var tries = 0; tries < candidates.Length * 3; tries++)
        {
            var columns = candidates.Select((c, i) => new TableColumn(stubs.Count + i, ColumnRole.Value, WithRoot(c[chosen[i]], root))).ToList();
            var names = _naming.Name(new ColumnGroup([.. stubs, .. columns]), side);
            var wrong = Enumerable.Range(0, paths.Count).FirstOrDefault(i => names[stubs.Count + i].Path != paths[i] && chosen[i] < 3, -1);
            if (wrong < 0) break;
            chosen[wrong]++;
        }
        return [.. candidates.Select((c, i) => WithRoot(c[chosen[i]], root))];
    }

    /// <summary>The unit in which the reader takes a figure below that header and beside that label.</summary>
    public Unit UnitOf(ValueList<string> header, string label, Unit declared) => _naming.UnitOf(new TableColumn(0, ColumnRole.Value, header), label, declared);

    private string[] Printed(string path, string? root, IReadOnlyList<string> paths)
    {
        if (root is not null && paths.Count == 1) return [AmountHeader];
        if (path == root) return [AmountHeader];
        if (form?.Columns.FirstOrDefault(c => c.Column.Path == path) is { } known) return known.Printed(edition.Kind).Split('/');
        var parts = Inner(path, root);
        var nested = form?.Nested.FirstOrDefault(n => n.Part == parts[^1]).Under;
        if (nested is not null && !parts.Contains(nested)) parts = [.. parts[..^1], nested, parts[^1]];
        var only = edition.Kind == DocumentKind.Budget ? ThreePublicStatement.BudgetPart : ThreePublicStatement.ActualPart;
        return form?.Kind == StatementKind.ThreePublic && parts.Length > 1 && paths.All(p => p.StartsWith(only + "/", StringComparison.Ordinal))
            ? parts[1..]
            : parts;
    }

    private static string[] Inner(string path, string? root) =>
        (root is not null && path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..] : path).Split('/');

    private static bool IsOutermost(string[] header, string[][] all) =>
        all.Any(other => other.Length > header.Length && other.AsSpan(0, header.Length).SequenceEqual(header));

    private static ValueList<string> WithRoot(string[] header, string? root) => root is null ? [.. header] : [root, .. header];
}
