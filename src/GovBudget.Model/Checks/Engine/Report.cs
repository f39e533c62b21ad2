using System.Globalization;
using System.Text;

namespace GovBudget.Model.Checks;

/// <summary>Words an identity that is off: what is printed, what follows, the difference, the bound and the operands.</summary>
internal static class Report
{
    private const int Shown = 6;

    public static Finding Of(DocumentIndex index, Rule rule, Verdict verdict, List<Term> left, List<Term> right, Relation relation, decimal boundYuan)
    {
        var subject = left[0];
        var statement = index.Statements[subject.Cell.Statement];
        var line = statement.Lines[subject.Cell.Line];
        var unit = UnitOf(left) ?? UnitOf(right) ?? Unit.None;
        var decimals = Math.Max(Decimals(left), Decimals(right));
        var actual = Sum(left, unit);
        var expected = Sum(right, unit);
        var factor = unit.IsMoney ? unit.YuanPerUnit : 1m;
        var bound = Trim(boundYuan / factor);
        var difference = Trim(actual - expected);
        var blank = left.TrueForAll(t => t.Amount is null);
        var actualText = blank ? "（空）" : Format(actual, DecimalsIn(left, unit, decimals));
        var expectedText = Format(expected, DecimalsIn(right, unit, decimals));
        var operands = new List<FindingOperand>(left.Count + right.Count);
        foreach (var term in left) operands.Add(index.Operand(term, true));
        foreach (var term in right) operands.Add(index.Operand(term, false));
        var sign = verdict == Verdict.Rounded ? "≈" : relation == Relation.Equal ? "≠" : ">";
        var severity = verdict == Verdict.Rounded ? Severity.Info : rule.Severity;
        var l = Side(index, left, statement.Number, unit);
        var r = Side(index, right, statement.Number, unit);
        var gap = Format(Math.Abs(difference), Scale(difference));
        var note = verdict == Verdict.Rounded ? $"差 {gap}，四舍五入可以解释（界 ±{Number(bound)}）" : $"差 {gap}，超出四舍五入（界 ±{Number(bound)}）";
        var noteEnglish = verdict == Verdict.Rounded
            ? $"off by {gap}, within rounding (±{Number(bound)})"
            : $"off by {gap}, beyond rounding (±{Number(bound)})";
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Severity = severity,
            Table = statement.Table,
            Code = line.Code ?? "",
            Item = line.ItemPath,
            Column = subject.Cell.Column,
            Place = index.PlaceOf(subject.Cell),
            Expected = expectedText,
            Actual = actualText,
            Difference = difference,
            Tolerance = bound,
            Unit = unit,
            Operands = operands.ToValueList(),
            Message = $"{Where(statement)}{l} {actualText} {sign} {r} = {expectedText}（{unit}）：{note}。应有：{rule.Title}",
            EnglishMessage = $"{Where(statement)}{l} {actualText} {sign} {r} = {expectedText} ({unit}): {noteEnglish}. Required: {rule.EnglishTitle}",
        };
    }

    public static string Where(StatementIndex statement) =>
        statement.Statement.Label is { Length: > 0 } label && !statement.Table.Contains(label, StringComparison.Ordinal)
            ? $"{label} {statement.Table} "
            : $"{statement.Table} ";

    /// <summary>What a term is called: its table where it is another one, its row, its column.</summary>
    public static string NameOf(DocumentIndex index, Term term, int home)
    {
        var statement = index.Statements[term.Cell.Statement];
        var line = statement.Lines[term.Cell.Line];
        var row = line.Code is { } code ? $"{code} {line.Name}".TrimEnd() : line.ItemPath;
        var name = row.Length == 0 ? term.Cell.Column : $"{row}·{term.Cell.Column}";
        return term.Cell.Statement == home ? name : $"{(statement.Statement.Label is { Length: > 0 } label ? $"{label} " : "")}{statement.Table} {name}";
    }

    public static string Format(decimal value,
        int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;

    public static decimal Sum(IEnumerable<Term> terms, Unit unit)
    {
        var sum = 0m;
        foreach (var term in terms) if (term.Amount is { } a) sum += term.Weight * (unit.IsMoney ? a.In(unit).Value : a.Value);
        return sum;
    }

    private static string Side(DocumentIndex index, List<Term> terms, int home, Unit unit)
    {
        if (terms.Count == 1) return NameOf(index, terms[0], home);
        var builder = new StringBuilder();
        var shown = 0;
        var hidden = 0;
        foreach (var term in terms)
        {
            if (term.Amount is not { } amount || (amount.Value == 0 && terms.Count > Shown)) continue;
            if (shown == Shown)
            {
                hidden++;
                continue;
            }
            builder.Append(term.Weight < 0 ? shown == 0 ? "−" : " − " : shown == 0 ? "" : " + ");
            builder.Append(NameOf(index, term, home)).Append(' ').Append(amount.Unit == unit ? amount.Format() : amount.ToString());
            shown++;
        }
        if (hidden > 0) builder.Append(CultureInfo.InvariantCulture, $" + …另 {hidden} 项");
        return builder.Length == 0 ? "各分项（均空）" : builder.ToString();
    }

    private static Unit? UnitOf(List<Term> terms)
    {
        foreach (var term in terms) if (term.Amount is { } a) return a.Unit;
        return null;
    }

    private static int Decimals(List<Term> terms)
    {
        var decimals = 0;
        foreach (var term in terms) if (term.Amount is { } a) decimals = Math.Max(decimals, a.Decimals);
        return decimals;
    }

    private static int DecimalsIn(List<Term> terms, Unit unit, int otherwise)
    {
        var decimals = -1;
        foreach (var term in terms) if (term.Amount is { } a) decimals = Math.Max(decimals, unit.IsMoney ? a.In(unit).Decimals : a.Decimals);
        return decimals < 0 ? otherwise : decimals;
    }

    private static int Scale(decimal value) => value.Scale;
}
