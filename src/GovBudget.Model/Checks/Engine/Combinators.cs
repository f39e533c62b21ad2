using GovBudget.Model.Forms;

namespace GovBudget.Model.Checks;

/// <summary>What rules are made of: sums over columns and codes, totals wherever a table states them, equality and parts across tables.</summary>
internal static class Combinators
{
    /// <summary>合计 = Σ of the other columns, as the header states it, in every row. Blank counts as nothing, as the forms define it.</summary>
    /// <param name="kind">The tables.</param>
    /// <param name="known">The parts that the national form names; a column beyond them may or may not be a part, so either reading is accepted.</param>
    public static Action<RuleRun> ColumnSums(StatementKind kind, params string[] known) => run =>
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind != kind || !statement.HasFigures) continue;
            foreach (var sum in statement.ColumnTree.Sums)
            {
                var rows = Enumerable.Range(0, statement.Lines.Length).Where(l => statement.Lines[l].Figures.Count > 0).ToArray();
                if (!Array.Exists(rows, l => Array.Exists(sum.Parts, p => statement.Lines[l].Figures[p] is { Value: not 0 }))) continue;
                var parts = PartsThatFit(statement, sum, known, rows);
                run.Together("多数行不符：表的栏次关系与规定格式不同，或读取有误", () =>
                {
                    foreach (var line in rows)
                    {
                        run.Left.Add(statement.Term(line, sum.Total));
                        foreach (var part in parts) run.Right.Add(statement.Term(line, part));
                        run.Balance();
                    }
                });
            }
        }
    };

    private const int MostOptional = 8;

    /// <summary>The columns that the total is the sum of. Those that the form does not name may be parts or not (其中, a source printed beside its kinds): where
    /// all of them fit but a few rows, the choice that fits most rows is taken.</summary>
    private static string[] PartsThatFit(StatementIndex statement, ColumnSum sum, string[] known, int[] rows)
    {
        var fits = Fits(sum.Parts);
        if (fits * 2 > rows.Length) return sum.Parts;
        var named = Array.FindAll(sum.Parts, p => Array.IndexOf(known, p) >= 0 || IsNamed(p));
        var optional = Array.FindAll(sum.Parts, p => Array.IndexOf(named, p) < 0);
        if (optional.Length is 0 or > MostOptional || (named.Length == 0 && rows.Length < 2)) return sum.Parts;
        var best = sum.Parts;
        for (var choice = 0; choice < (1 << optional.Length) - 1; choice++)
        {
            string[] some = [.. sum.Parts.Where(p => Array.IndexOf(optional, p) is var at && (at < 0 || (choice >> at & 1) == 1))];
            if (some.Length > 0 && Fits(some) is var more && more > fits && more * 2 > rows.Length) (best, fits) = (some, more);
        }
        return best;

        int Fits(string[] parts)
        {
            var count = 0;
            var (left, right) = (new List<Term>(1), new List<Term>(parts.Length));
            foreach (var line in rows)
            {
                left.Clear();
                right.Clear();
                left.Add(statement.Term(line, sum.Total));
                foreach (var part in parts) right.Add(statement.Term(line, part));
                if (RuleRun.Try(left, right) != Verdict.Violated) count++;
            }
            return count;
        }

        // a nested column is known by its last words
        bool IsNamed(string part) =>
            part.LastIndexOf('/') is var at and >= 0
                && part[(at + 1)..] is "基本支出" or "项目支出" or "人员经费" or "公用经费" or "一般公共预算财政拨款" or "政府性基金预算财政拨款" or "国有资本经营预算财政拨款";
    }

    /// <summary>Each code's figure = Σ of the codes printed below it, in every money column.</summary>
    public static Action<RuleRun> RollUp(CodeScheme scheme) => run =>
    {
        foreach (var statement in run.Index.Statements)
        {
            if (!statement.HasFigures || statement.Kind is StatementKind.Projects or StatementKind.Procurement) continue;
            run.AtMost = statement.Kind == StatementKind.Other ? Severity.Warning : null;
            foreach (var column in statement.Columns)
            {
                if (IsSummed(column)) run.Together("多数科目的上下级不符：表的列示口径不同，或读取有误", () => RollUp(run, statement, scheme, column));
            }
        }
    };

    private static void RollUp(RuleRun run, StatementIndex statement, CodeScheme scheme, string column)
    {
        var codes = statement.Codes;
        foreach (var parent in codes.Ordered)
        {
            if (statement.Schemes[parent] != scheme || codes.FirstChild(parent) < 0) continue;
            if (codes.HasDuplicates && (codes.Duplicate[parent] || HasDuplicateChild(codes, parent)))
            {
                run.Skip("编码重复，无法逐级汇总");
                continue;
            }
            for (var child = codes.FirstChild(parent); child >= 0; child = codes.NextSibling(child)) run.Right.Add(statement.Term(child, column));
            if (statement.Lines[parent].Figures.Count == 0 && run.Right.Exists(t => t.Amount is { Value: not 0 }))
            {
                run.Right.Clear();
                run.Skip("上级科目只列名称，没有金额");
                continue;
            }
            run.Left.Add(statement.Term(parent, column));
            run.Balance();
        }
    }

    /// <summary>The 合计 row = Σ of the topmost codes (or of the units, where the table goes unit by unit), in every money column.</summary>
    public static void TotalRow(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Total < 0 || !statement.HasFigures || statement.Codes.Ordered.Length == 0) continue;
            if (statement.Codes.HasDuplicates && statement.Codes.Units.Length == 0)
            {
                run.Skip("编码重复，无法汇总到合计行");
                continue;
            }
            run.AtMost = statement.Kind is StatementKind.Other or StatementKind.Projects or StatementKind.Procurement ? Severity.Warning : null;
            foreach (var column in statement.Columns)
            {
                if (!IsSummed(column)) continue;
                foreach (var scheme in (ReadOnlySpan<CodeScheme>)[CodeScheme.Functional, CodeScheme.Economic, CodeScheme.GovernmentEconomic])
                {
                    AddRoots(run.Index, statement, scheme, column, run.Right);
                    if (run.Right.Count == 0) continue;
                    run.Left.Add(statement.Term(statement.Total, column));
                    if (statement.Codes.Units.Length > 0)
                    {
                        var roots = run.Right.ToList();
                        run.BalanceAny([roots, .. UnitSums(run.Index, statement, column)]);
                    }
                    else run.Balance();
                }
            }
        }
    }

    /// <summary>The topmost codes of a scheme, as terms.</summary>
    public static void AddRoots(DocumentIndex index, StatementIndex statement, CodeScheme scheme, string column, List<Term> terms)
    {
        var codes = statement.Codes;
        foreach (var line in codes.Ordered)
        {
            if (codes.Parent[line] < 0 && statement.Schemes[line] == scheme) terms.Add(statement.Term(line, column));
        }
    }

    /// <summary>The total of a coded table in one of the columns: its 合计 row, else its only row, else the sum of its topmost codes. False where it states
    /// none.</summary>
    public static bool AddTotal(DocumentIndex index, StatementIndex statement, List<Term> terms, params ReadOnlySpan<string> columns)
    {
        var column = "";
        foreach (var candidate in columns)
        {
            if (!statement.HasColumn(candidate)) continue;
            column = candidate;
            break;
        }
        if (column.Length == 0) return false;
        var line = statement.Total;
        if (line < 0 && statement.Lines.Length == 1) line = 0;
        for (var i = 0; line < 0 && i < statement.Lines.Length; i++)
        {
            if (statement.Name(i) is "收入总计" or "支出总计" or "收入合计" or "支出合计" or "本年收入合计" or "本年支出合计" && statement.Lines[i].Path.Count == 0) line = i;
        }
        if (line >= 0)
        {
            if (statement.Lines[line].Figures[column] is null && statement.Codes.Ordered.Length == 0) return false;
            terms.Add(statement.Term(line, column));
            return true;
        }
        var before = terms.Count;
        if (statement.Codes.Units.Length > 0 && statement.Codes.HasDuplicates) return false;
        var scheme = statement.Codes.Ordered.Length > 0 ? statement.Schemes[statement.Codes.Ordered[0]] : CodeScheme.None;
        AddRoots(index, statement, scheme, column, terms);
        return terms.Count > before;
    }

    /// <summary>Whether a column of that name can be added up over rows: shares, growth, and unnamed columns cannot.</summary>
    public static bool IsSummed(string column) =>
        !(column.Contains('%', StringComparison.Ordinal) || column.Contains('％', StringComparison.Ordinal) || column.Contains("比例", StringComparison.Ordinal)
            || column.Contains("占比", StringComparison.Ordinal)
            || column.Contains("比率", StringComparison.Ordinal)
            || column.Contains("增长", StringComparison.Ordinal)
            || column.Contains("单价", StringComparison.Ordinal) || column.Contains("人均", StringComparison.Ordinal) || column.StartsWith('第'));

    private static bool HasDuplicateChild(CodeTree codes, int parent)
    {
        for (var child = codes.FirstChild(parent); child >= 0; child = codes.NextSibling(child)) if (codes.Duplicate[child]) return true;
        return false;
    }

    /// <summary>Sums over the units, by the length of their codes: departments over their units, and lines without a code.</summary>
    private static List<Term>[] UnitSums(DocumentIndex index, StatementIndex statement, string column) =>
        [.. statement.Codes.Units.GroupBy(u => statement.Lines[u].Code?.Length ?? 0).Select(g => g.Select(u => statement.Term(u, column)).ToList())];
}
