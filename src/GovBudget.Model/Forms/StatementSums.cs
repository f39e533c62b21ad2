namespace GovBudget.Model.Forms;

/// <summary>A figure of a statement that is the sum of others, by the form's own identities.</summary>
/// <param name="Line">Its line, an index into <see cref="Statement.AllLines"/>.</param>
/// <param name="Column">Its column.</param>
/// <param name="Parts">The figures that it is the sum of, blank ones among them.</param>
internal sealed record StatementSum(int Line, string Column, IReadOnlyList<(int Line, string Column)> Parts);

/// <summary>Finds the sums of a statement: 合计 over the lines, 类 over 款 over 项, 本年合计 and 总计 of two-sided tables, 合计 and 小计 over columns.</summary>
/// <remarks>A sum counts where the printed figures add up exactly. Where they miss by a rounding difference, or nobody can say what the parts are, there is
/// none.</remarks>
internal static class StatementSums
{
    private static readonly string[] Totals = ["合计", "总计", "小计"];

    /// <summary>The sums, at most one for each figure: down the lines where there is one, else over the columns.</summary>
    public static IEnumerable<StatementSum> Of(Statement statement)
    {
        var lines = statement.AllLines;
        var columns = statement.Columns.Concat(lines.SelectMany(line => line.Figures.Select(f => f.Key))).Distinct().ToArray();
        var across = ColumnTree.Of(columns).Sums;
        for (var i = 0; i < lines.Count; i++)
        {
            var candidates = Below(lines, i).Where(parts => parts.Count > 0).ToList();
            foreach (var column in columns)
            {
                if (lines[i][column] is not { } total) continue;
                var found = candidates.Select(parts => parts.ConvertAll(part => (part, column)))
                    .Concat(across.Where(sum => sum.Total == column).Select(sum => sum.Parts.Select(part => (i, part)).ToList()))
                    .FirstOrDefault(parts => AddsUp(lines, total, parts));
                if (found is not null) yield return new StatementSum(i, column, found);
            }
        }
    }

    private static bool AddsUp(IReadOnlyList<StatementLine> lines, Amount total, List<(int Line, string Column)> parts)
    {
        var figures = parts.Select(part => lines[part.Line][part.Column]).OfType<Amount>().ToList();
        return figures.Count > 0 && figures.TrueForAll(figure => figure.Unit == total.Unit) && figures.Sum(figure => figure.Value) == total.Value;
    }

    /// <summary>The lines that a line may be the sum of, the likelier first.</summary>
    private static IEnumerable<List<int>> Below(IReadOnlyList<StatementLine> lines, int line)
    {
        var own = lines[line];
        if (own.Side is LineSide.Income or LineSide.Expenditure) return TwoSided(lines, line);
        if (own.Side != LineSide.None) return [];
        if (own.Code is not null) return [Children(lines, line)];
        return IsTotal(own) ? Summed(lines, line) : [];
    }

    /// <summary>The nearest lines with a longer code right below a coded line.</summary>
    private static List<int> Children(IReadOnlyList<StatementLine> lines, int line)
    {
        var children = new List<int>();
        for (var i = line + 1; i < lines.Count && IsBelow(lines[i], lines[line].Code!); i++)
        {
            if (children.Count == 0 || !IsBelow(lines[i], lines[children[^1]].Code!)) children.Add(i);
        }
        return children;
    }

    private static bool IsBelow(StatementLine line,
        string code) => line.Code is { } own && own.Length > code.Length && own.StartsWith(code, StringComparison.Ordinal);

    private static IEnumerable<List<int>> Summed(IReadOnlyList<StatementLine> lines, int line)
    {
        var roots = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Code is not null && (roots.Count == 0 || !IsBelow(lines[i], lines[roots[^1]].Code!))) roots.Add(i);
        }
        yield return roots;
        var (before, after) = (line - 1, line + 1);
        while (before >= 0 && !IsTotal(lines[before])) before--;
        while (after < lines.Count && !IsTotal(lines[after])) after++;
        yield return roots.FindAll(i => i > before && i < line);
        yield return roots.FindAll(i => i > line && i < after);
        if (!lines[line].IsTotal) yield break;
        yield return [.. Enumerable.Range(0, lines.Count).Where(i => lines[i] is { Code: null, IsTotal: false } && IsTotal(lines[i]))];
        if (roots.Count == 0) yield return [.. Enumerable.Range(0, lines.Count).Where(i => !IsTotal(lines[i]) && lines[i].Path.Count == 0)];
    }

    private static bool IsTotal(StatementLine line) => line.Code is null && Array.Exists(Totals, total => line.Name.EndsWith(total, StringComparison.Ordinal));

    /// <summary>本年合计 is the sum of what stands above it; 总计 is 本年合计 and what stands between them: reserves used, carry-over.</summary>
    private static IEnumerable<List<int>> TwoSided(IReadOnlyList<StatementLine> lines, int line)
    {
        var side = lines[line].Side;
        var (year, grand) = side == LineSide.Income ? (LineLabel.YearIncome, LineLabel.IncomeTotal) : (LineLabel.YearExpenditure, LineLabel.ExpenditureTotal);
        var before = Enumerable.Range(0, line)
            .Where(i => lines[i].Side == side && !lines[i].Name.StartsWith("其中", StringComparison.Ordinal) && !grand.Matches(lines[i]))
            .ToList();
        var at = before.FindIndex(i => year.Matches(lines[i]));
        var items = at < 0 ? before : before[..at];
        var main = items.FindAll(i => StyleOf(lines[i].Label) == StyleOf(lines[items[0]].Label));
        if (year.Matches(lines[line]) && at < 0) return [items, main];
        if (!grand.Matches(lines[line])) return [];
        return at < 0
            ? [items, main]
            : [before[at..],
                [before[at],
                    .. before[at..].Where(i => StyleOf(lines[i].Label) == StyleOf(lines[items.Count > 0 ? items[0] : before[at]].Label) && i != before[at])]];
    }

    /// <summary>How a label is numbered: （一）, 一、, 1., or not.</summary>
    private static int StyleOf(string label) =>
        !Label.HasOrdinal(label) ? 0 : label.Trim()[0] switch { '（' or '(' => 2, >= '0' and <= '9' or >= '０' and <= '９' => 3, _ => 1 };
}
