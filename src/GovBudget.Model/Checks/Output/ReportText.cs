using System.Globalization;

namespace GovBudget.Model;

/// <summary>What a line of a report in words is about; who prints it may colour it.</summary>
public enum ReportLineKind
{
    /// <summary>A table's name, above its findings.</summary>
    Table,

    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A remark.</summary>
    Info,

    /// <summary>The figure behind the findings below.</summary>
    Cause,

    /// <summary>An operand of the finding above.</summary>
    Operand,

    /// <summary>The rounding differences of a table.</summary>
    Rounding,

    /// <summary>What was checked.</summary>
    Coverage,
}

/// <summary>One line of a report in words.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Depth">How far to indent, from 0.</param>
/// <param name="Text">The line.</param>
public readonly record struct ReportLine(ReportLineKind Kind, int Depth, string Text)
{
    /// <summary>The line, indented.</summary>
    public override string ToString() => new string(' ', Depth * 2) + Text;
}

/// <summary>A report in words, grouped by table: findings first by what they weigh, rounding in one line a table, then what was and was not checked.</summary>
public static class ReportText
{
    private const string Whole = "(document)";

    /// <summary>The lines of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="english">Whether to write English; names stay Chinese.</param>
    /// <param name="explain">Whether to list every operand with its place, and each rounding difference.</param>
    public static IEnumerable<ReportLine> Lines(CheckReport report, bool english = false, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        var told = new HashSet<int>();
        foreach (var table in report.Findings.Where(f => explain || f.Verdict != Verdict.Rounded).GroupBy(f => f.Table))
        {
            yield return new(ReportLineKind.Table, 0, table.Key.Length > 0 ? table.Key : english ? Whole : "（全文）");
            foreach (var finding in table.OrderByDescending(f => f.Severity))
            {
                if (finding.Cause is { } cause && told.Add(cause))
                    yield return new(ReportLineKind.Cause, 1, english ? report.Causes[cause].EnglishMessage : report.Causes[cause].Message);
                yield return Line(finding, english);
                if (!explain) continue;
                foreach (var operand in finding.Operands)
                    yield return new(ReportLineKind.Operand, 3, $"{(operand.IsLeft ? "=" : operand.Weight < 0 ? "−" : "+")} {operand}");
                yield return new(ReportLineKind.Operand, 3, $"{(english ? "source: " : "依据：")}{finding.Source}");
            }
        }
        if (!explain)
        {
            foreach (var note in report.RoundingNotes)
            {
                yield return new(ReportLineKind.Rounding, 0, english
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"{(note.Table.Length > 0 ? note.Table : Whole)}: {note.Count} rounding difference{(note.Count == 1 ? "" : "s")}, at most {note.Largest} {note.Unit}")
                    : note.ToString());
            }
        }
        foreach (var line in Coverage(report, english)) yield return line;
    }

    private static ReportLine Line(Finding finding, bool english)
    {
        var kind = finding.Severity switch { Severity.Error => ReportLineKind.Error, Severity.Warning => ReportLineKind.Warning, _ => ReportLineKind.Info };
        var level = english ? Names.Of(finding.Severity) : Names.Chinese(finding.Severity);
        var place = finding.Place is { } p ? $"{Names.Of(p, english)} " : "";
        return new(kind, 1, $"{level} {place}{(english ? $"{finding.EnglishMessage} ({finding.Rule.Id})" : $"{finding.Message}（{finding.Rule.Id}）")}");
    }

    private static IEnumerable<ReportLine> Coverage(CheckReport report, bool english)
    {
        var (exact, rounded, violated, skipped) = (report.Coverage.Sum(c => c.Exact), report.Coverage.Sum(c => c.Rounded),
            report.Coverage.Sum(c => c.Violated), report.Coverage.Sum(c => c.NotEvaluated));
        var ran = report.Coverage.Count(c => c.Verdict != Verdict.NotApplicable);
        yield return new(ReportLineKind.Coverage, 0, FormattableString.Invariant(english
            ? (FormattableString)$"{ran} of {report.Coverage.Count} rules apply: {exact} exact, {rounded} rounded, {violated} violated, {skipped} not evaluated"
            : $"规则 {report.Coverage.Count} 条，适用 {ran} 条：相符 {exact} 处，尾差 {rounded} 处，不符 {violated} 处，未判断 {skipped} 处"));
        foreach (var rule in report.Coverage.Where(c => c.NotEvaluated > 0))
        {
            foreach (var (reason, count) in rule.Reasons)
            {
                yield return new(ReportLineKind.Coverage, 1,
                    FormattableString.Invariant(
                        english
                            ? (FormattableString)$"not evaluated: {rule.Rule.EnglishTitle}: {ReasonText.English(reason)} ({count})"
                            : $"未判断：{rule.Rule.Title}：{reason}（{count} 处）"));
            }
        }
    }
}
