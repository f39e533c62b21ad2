using System.Globalization;
using System.Text;

namespace GovBudget.Model.Tests.Checks;

/// <summary>A report written out whole, for comparing it with the one that was looked at: every finding with its fields and operands, the figures behind
/// them, and how every rule came out.</summary>
internal sealed class ReportPage
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Title(string text) => _text.Append('\n').Append("## ").Append(text.Replace('\n', '⏎')).Append('\n');

    /// <summary>Everything of a report; of the coverage only what another report does not say too.</summary>
    public void Write(CheckReport report, CheckReport? than = null)
    {
        foreach (var finding in report.Findings) Write(finding);
        foreach (var (cause, i) in report.Causes.Select((c, i) => (c, i)))
            Line($"因 {i} {cause.Kind} {cause.Figure} → {Number(cause.Implied)}", cause.Message, cause.EnglishMessage);
        foreach (var note in report.RoundingNotes) Line($"尾差 {note} | {note.Table} {note.Count} {Number(note.Largest)} {note.Unit}");
        Write(report.Coverage, than?.Coverage ?? default);
    }

    public void Write(SetReport report)
    {
        foreach (var relation in report.Relations) Line($"{relation.First} {relation.Kind} {relation.Second}");
        foreach (var finding in report.Findings) Write(finding);
        Write(report.Coverage, default);
    }

    private void Write(Finding f)
    {
        var at = string.Join(' ', new[] { f.Table, f.Code, f.Item, f.Column }.Select(p => $"‹{p}›"));
        var sizes = f.Difference is { } difference ? $" 差 {Number(difference)} 界 {Number(f.Tolerance)} {f.Unit}" : "";
        var rest = (f.Cause is { } cause ? $" 因 {cause}" : "") + (f.Document is { } document ? $" 文 {document}" : "") + (f.Place is { } p ? $" {p}" : "");
        Line($"{f.Severity} {f.Verdict} {f.Rule.Id} {at} 应 ‹{f.Expected}› 实 ‹{f.Actual}›{sizes}{rest}", f.Message, f.EnglishMessage);
        foreach (var o in f.Operands) Line($"    {(o.IsLeft ? "=" : o.Weight.ToString("+0;-0", CultureInfo.InvariantCulture))} {o}");
    }

    private void Write(ValueList<RuleCoverage> coverage, ValueList<RuleCoverage> than)
    {
        foreach (var (rule, i) in coverage.Select((c, i) => (c, i)))
        {
            if (rule.Verdict == Verdict.NotApplicable && than.Count == 0) continue;
            if (i < than.Count && rule == than[i]) continue;
            var reasons = string.Join('；', rule.Reasons.Select(r => $"{r.Key}×{r.Value}"));
            Line($"{rule.Rule.Id}: {rule.Verdict} {rule.Exact} {rule.Rounded} {rule.Violated} {rule.NotEvaluated} {reasons}".TrimEnd());
        }
    }

    public void Line(params ReadOnlySpan<string> lines)
    {
        for (var i = 0; i < lines.Length; i++) _text.Append(i > 0 ? "    " : "").Append(lines[i].Replace('\n', '⏎')).Append('\n');
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
