using static GovBudget.Model.Checks.Combinators;

namespace GovBudget.Model.Checks;

/// <summary>Coded tables of which one is a part of the other: general public expenditure of all expenditure, of appropriations.</summary>
internal static partial class CrossTableRules
{
    /// <summary>Code by code and column by column: one table's figures are part of another's.</summary>
    private static void Parts(RuleRun run, StatementKind partKind, StatementKind wholeKind)
    {
        if (run.Index.Filled(partKind) is not { } part || run.Index.Filled(wholeKind) is not { } whole) return;
        if (part.Codes.HasDuplicates || whole.Codes.HasDuplicates)
        {
            run.Skip("按单位列示，未逐科目比较");
            return;
        }
        Listed(run, part, whole);
        foreach (var column in part.Columns)
        {
            if (IsSummed(column) && whole.HasColumn(column)) run.Together("多数科目不符：两表口径不同，或读取有误", () => Compared(column));
        }

        void Compared(string column)
        {
            if (part.Total >= 0 && whole.Total >= 0) Compare(part.Total, whole.Total);
            foreach (var line in part.Codes.Ordered)
            {
                if (whole.LineOf(part.Lines[line].Code!) is var row and >= 0) Compare(line, row);
            }

            void Compare(int line, int row)
            {
                if (part.Lines[line].Figures[column] is null || whole.Lines[row].Figures[column] is null) return;
                run.Left.Add(part.Term(line, column));
                run.Right.Add(whole.Term(row, column));
                run.Balance(Relation.PartOf);
            }
        }
    }

    /// <summary>A subject of the part stands in the whole too, wherever that prints others of its level below the same subject. Where the whole's rows do not
    /// add
    /// up, one may be lost, and that is reported instead.</summary>
    private static void Listed(RuleRun run, StatementIndex part, StatementIndex whole)
    {
        foreach (var line in part.Codes.Ordered)
        {
            var (code, name) = (part.Lines[line].Code!, part.Name(line));
            var (column, amount) = part.Lines[line].Figures.FirstOrDefault(f => f.Value is { Value: not 0 } && whole.HasColumn(f.Key));
            if (amount is null || whole.LineOf(code) >= 0 || !PrintsSiblings(part.Codes.Parent[line], code.Length)) continue;
            if (Array.Exists(whole.Lines, l => l.Code is null && Label.Fold(l.Name) == name) || !AddsUp(run.Index, whole, column))
                run.Skip("表内各科目之和与合计不符，未比较两表之差");
            else
            {
                run.Violate(part, line, $"{part.Table} {code} {name} {amount.Value.Format()}，{whole.Table}没有列 {code}",
                    $"{part.Table} {code} {name} {amount.Value.Format()}, not in {whole.Table}", actual: code, column: column);
            }
        }

        bool PrintsSiblings(int parent, int length) =>
            parent >= 0
                && whole.LineOf(part.Lines[parent].Code!) is var above and >= 0
                && whole.Codes.FirstChild(above) is var sibling and >= 0
                && whole.Lines[sibling].Code!.Length == length;
    }

    /// <summary>The totals of both tables differ by as much as their subjects do. Subjects printed alike in both tables, but for rounding, cancel out and are
    /// not
    /// added up; where their roundings do add up to something, they are. A table whose own rows do not add up is reported as such, not here.</summary>
    private static void Rest(RuleRun run, StatementKind partKind, StatementKind wholeKind)
    {
        if (run.Index.Filled(partKind) is not { Total: >= 0, Codes: { Ordered.Length: > 0, HasDuplicates: false, Units.Length: 0 } } part
            || run.Index.Filled(wholeKind) is not { Total: >= 0, Codes: { Ordered.Length: > 0, HasDuplicates: false, Units.Length: 0 } } whole)
            return;
        foreach (var column in part.Columns)
        {
            if (!IsSummed(column) || !whole.HasColumn(column)) continue;
            if (!AddsUp(run.Index, part, column) || !AddsUp(run.Index, whole, column))
            {
                run.Skip("表内各科目之和与合计不符，未比较两表之差");
                continue;
            }
            run.Left.Add(part.Term(part.Total, column));
            var right = Others(part, whole, column, alike: v => v is Verdict.Exact or Verdict.Rounded);
            run.Right.AddRange(RuleRun.Try(run.Left, right) != Verdict.Violated ? right : Others(part, whole, column, alike: v => v is Verdict.Exact));
            run.Balance();
        }
    }

    private static bool AddsUp(DocumentIndex index, StatementIndex table, string column)
    {
        if (table.Total < 0) return true;
        var roots = new List<Term>();
        AddRoots(index, table, table.Schemes[table.Codes.Ordered[0]], column, roots);
        return RuleRun.Try([table.Term(table.Total, column)], roots) != Verdict.Violated;
    }

    /// <summary>The total of the whole, less each of its subjects that the part lacks, less what those have more that the part prints otherwise.</summary>
    private static List<Term> Others(StatementIndex part, StatementIndex whole, string column, Func<Verdict, bool> alike)
    {
        List<Term> terms = [whole.Term(whole.Total, column)];
        foreach (var line in whole.Codes.Ordered) if (whole.Codes.Parent[line] < 0) Subtract(line);
        return terms;

        void Subtract(int line)
        {
            var term = whole.Term(line, column);
            var other = part.LineOf(whole.Lines[line].Code!);
            if (other < 0)
            {
                if (term.Amount is { Value: not 0 }) terms.Add(term with { Weight = -1 });
                return;
            }
            if (alike(RuleRun.Try([term], [part.Term(other, column)]))) return;
            if (Children(part, other).All(c => whole.LineOf(part.Lines[c].Code!) >= 0) && SplitsUp(part, other, column) && SplitsUp(whole, line, column))
            {
                foreach (var child in Children(whole, line)) Subtract(child);
            }
            else terms.AddRange([term with { Weight = -1 }, part.Term(other, column)]);
        }
    }

    /// <summary>Whether a subject's figure is the sum of subjects printed below it.</summary>
    private static bool SplitsUp(StatementIndex table, int line, string column)
    {
        var children = Children(table, line).Select(child => table.Term(child, column)).ToList();
        return children.Count > 0 && RuleRun.Try([table.Term(line, column)], children) != Verdict.Violated;
    }

    private static IEnumerable<int> Children(StatementIndex table, int line)
    {
        for (var child = table.Codes.FirstChild(line); child >= 0; child = table.Codes.NextSibling(child)) yield return child;
    }
}
