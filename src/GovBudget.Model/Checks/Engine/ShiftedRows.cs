namespace GovBudget.Model.Checks;

/// <summary>A line that prints another line's figures.</summary>
/// <param name="Line">The line.</param>
/// <param name="Meant">The line of the other table that prints these figures; −1 where it is only known not to be this one.</param>
internal readonly record struct ShiftedRow(int Line, int Meant);

/// <summary>Subjects that stand beside the figures of the rows above or below, as where a column of names was pasted from a table with other rows.</summary>
/// <remarks>Told by the table of all spending, which prints the same subjects with the same figures: a run of rows each of which has the figures of another
/// subject there, in the same order, cannot be chance.</remarks>
internal static class ShiftedRows
{
    private const int Fewest = 4;

    private static readonly string[] Columns = [Column.Total.Path, Column.Basic.Path, Column.Project.Path];

    /// <summary>Sets the rows aside in the table that is out of step, so that nothing is concluded from them.</summary>
    public static void SetAside(StatementIndex whole, StatementIndex part)
    {
        if (!Array.TrueForAll(Columns, c => whole.HasColumn(c) && part.HasColumn(c)) || whole.Codes.HasDuplicates || part.Codes.HasDuplicates) return;
        var inPart = Find(part, whole, 1);
        if (inPart.Length == 0) return;
        var inWhole = Find(whole, part, -1);
        if (inWhole.Length == 0 || Breaks(part) >= Breaks(whole)) part.SetAside(whole, inPart);
        else whole.SetAside(part, inWhole);
    }

    /// <param name="statement">The table whose rows may be out of step.</param>
    /// <param name="other">The table that tells.</param>
    /// <param name="sign">1 where its figures may be parts of the other's, −1 where the other's may be parts of its.</param>
    private static ShiftedRow[] Find(StatementIndex statement, StatementIndex other, int sign)
    {
        var rows = new List<ShiftedRow>();
        var last = -1;
        foreach (var line in statement.Codes.Ordered)
        {
            if (statement.Schemes[line] != CodeScheme.Functional || IsBlank(statement.Lines[line])) continue;
            var own = other.LineOf(statement.Lines[line].Code!);
            if (own >= 0 && Same(statement.Lines[line], other.Lines[own])) continue;
            var meant = Array.FindIndex(other.Lines, Math.Max(0, last), l => l.Code is not null && Same(statement.Lines[line], l));
            rows.Add(new ShiftedRow(line, meant));
            if (meant >= 0) last = meant;
        }
        rows = [.. rows.SkipWhile(IsInStep)]; // before the slip, what may well be a part is one
        while (rows.Count > 0 && rows[^1].Meant < 0 && IsInStep(rows[^1])) rows.RemoveAt(rows.Count - 1);
        var told = rows.Count(r => r.Meant >= 0);
        return told >= Fewest && told * 4 >= rows.Count * 3 ? [.. rows] : [];

        bool IsInStep(ShiftedRow row) => other.LineOf(statement.Lines[row.Line].Code!) is var own and >= 0
            && Array.TrueForAll(Columns, c => ((statement.Lines[row.Line].Figures[c]?.Value ?? 0) - (other.Lines[own].Figures[c]?.Value ?? 0)) * sign <= 0);
    }

    private static bool IsBlank(StatementLine line) => line.Figures[Columns[0]] is not { Value: not 0 };

    private static bool Same(StatementLine a, StatementLine b) => Array.TrueForAll(Columns, c => (a.Figures[c]?.Value ?? 0) == (b.Figures[c]?.Value ?? 0));

    /// <summary>How many subjects are not the sum of those below them.</summary>
    private static int Breaks(StatementIndex statement)
    {
        var (left, right) = (new List<Term>(1), new List<Term>());
        var breaks = 0;
        foreach (var parent in statement.Codes.Ordered)
        {
            left.Clear();
            right.Clear();
            for (var child = statement.Codes.FirstChild(parent); child >= 0; child = statement.Codes.NextSibling(child))
                right.Add(statement.Term(child, Columns[0]));
            left.Add(statement.Term(parent, Columns[0]));
            if (right.Count > 0 && RuleRun.Try(left, right) == Verdict.Violated) breaks++;
        }
        return breaks;
    }
}
