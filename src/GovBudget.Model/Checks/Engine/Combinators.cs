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
                var nested = sum.Total.Contains('/', StringComparison.Ordinal);
                var strange = !nested && known.Length > 0 && Array.Exists(sum.Parts, p => Array.IndexOf(known, p) < 0);
                var printed = false;
                for (var line = 0; line < statement.Lines.Length && !printed; line++)
                {
                    foreach (var part in sum.Parts) printed |= statement.Lines[line].Figures[part] is { Value: not 0 };
                }
                if (!printed) continue;
                for (var line = 0; line < statement.Lines.Length; line++)
                {
                    if (statement.Lines[line].Figures.Count == 0) continue;
                    run.Left.Add(statement.Term(line, sum.Total));
                    AddColumns(run, statement, line, sum.Parts);
                    if (strange && RuleRun.Try(run.Left, run.Right) == Verdict.Violated)
                    {
                        var narrow = new List<Term>();
                        foreach (var part in sum.Parts) if (Array.IndexOf(known, part) >= 0) narrow.Add(statement.Term(line, part));
                        if (narrow.Count > 0 && RuleRun.Try(run.Left, narrow) is Verdict.Exact or Verdict.Rounded)
                        {
                            run.Right.Clear();
                            run.Right.AddRange(narrow);
                        }
                    }
                    run.Balance();
                }
            }
        }
    };

    /// <summary>Each code's figure = Σ of the codes printed below it, in every money column.</summary>
    public static Action<RuleRun> RollUp(CodeScheme scheme) => run =>
    {
        foreach (var statement in run.Index.Statements)
        {
            if (!statement.HasFigures || statement.Kind is StatementKind.Projects or StatementKind.Procurement) continue;
            var codes = statement.Codes;
            foreach (var parent in codes.Ordered)
            {
                if (statement.Schemes[parent] != scheme || codes.FirstChild(parent) < 0) continue;
                if (codes.HasDuplicates && (codes.Duplicate[parent] || HasDuplicateChild(codes, parent)))
                {
                    run.Skip("编码重复，无法逐级汇总");
                    continue;
                }
                foreach (var column in statement.Columns)
                {
                    if (!IsSummed(column)) continue;
                    run.Left.Add(statement.Term(parent, column));
                    for (var child = codes.FirstChild(parent); child >= 0; child = codes.NextSibling(child)) run.Right.Add(statement.Term(child, column));
                    run.Balance();
                }
            }
        }
    };

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
            foreach (var column in statement.Columns)
            {
                if (!IsSummed(column)) continue;
                foreach (var scheme in (ReadOnlySpan<CodeScheme>)[CodeScheme.Functional, CodeScheme.Economic, CodeScheme.GovernmentEconomic])
                {
                    run.Left.Add(statement.Term(statement.Total, column));
                    AddRoots(run.Index, statement, scheme, column, run.Right);
                    if (statement.Codes.Units.Length > 0)
                    {
                        var roots = run.Right.ToList();
                        run.BalanceAny([roots, .. UnitSums(run.Index, statement, column)]);
                    }
                    else if (run.Right.Count > 0) run.Balance();
                    run.Left.Clear();
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

    /// <summary>The total of a coded table in one of the columns: its 合计 row, else its only row, else the sum of its topmost codes. False where it states none.</summary>
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
            || column.Contains("占比", StringComparison.Ordinal) || column.Contains("比率", StringComparison.Ordinal) || column.Contains("增长", StringComparison.Ordinal)
            || column.Contains("单价", StringComparison.Ordinal) || column.Contains("人均", StringComparison.Ordinal) || column.StartsWith('第'));

    private static bool HasDuplicateChild(CodeTree codes, int parent)
    {
        for (var child = codes.FirstChild(parent); child >= 0; child = codes.NextSibling(child)) if (codes.Duplicate[child]) return true;
        return false;
    }

    private static void AddColumns(RuleRun run, StatementIndex statement, int line, string[] columns)
    {
        foreach (var column in columns) run.Right.Add(statement.Term(line, column));
    }

    /// <summary>Sums over the units, by the length of their codes: departments over their units, and lines without a code.</summary>
    private static List<Term>[] UnitSums(DocumentIndex index, StatementIndex statement, string column) =>
        [.. statement.Codes.Units.GroupBy(u => statement.Lines[u].Code?.Length ?? 0).Select(g => g.Select(u => statement.Term(u, column)).ToList())];
}
