using GovBudget.Model.Interactive.Views;
using GovBudget.Model.Interactive.Writers;

namespace GovBudget.Model.Interactive;

/// <summary>
/// What values look like: <c>ToHtml()</c> (one element with its style inside, light or dark as the reader prefers, everything escaped), <c>ToMarkdown()</c>
/// (tables as GitHub has them),
/// <c>ToText()</c> (fixed width, Chinese two wide). Figures keep their printed decimals; a blank cell, 0.00 and — stay three things.
/// </summary>
public static class Rendering
{
    /// <summary>A document, all its tables; the first one open.</summary>
    public static string ToHtml(this BudgetDocument document) => HtmlWriter.Write(DocumentView.Of(NotNull(document)));

    /// <summary>A document, all its tables.</summary>
    public static string ToMarkdown(this BudgetDocument document) => MarkdownWriter.Write(DocumentView.Of(NotNull(document)));

    /// <summary>A document, all its tables.</summary>
    public static string ToText(this BudgetDocument document) => PlainTextWriter.Write(DocumentView.Of(NotNull(document)));

    /// <summary>A document that was read, with what could not be placed or read.</summary>
    public static string ToHtml(this Reading reading) => HtmlWriter.Write(DocumentView.Of(NotNull(reading)));

    /// <summary>A document that was read, with what could not be placed or read.</summary>
    public static string ToMarkdown(this Reading reading) => MarkdownWriter.Write(DocumentView.Of(NotNull(reading)));

    /// <summary>A document that was read, with what could not be placed or read.</summary>
    public static string ToText(this Reading reading) => PlainTextWriter.Write(DocumentView.Of(NotNull(reading)));

    /// <summary>A table in the look of its form.</summary>
    /// <param name="statement">The table.</param>
    /// <param name="kind">Whose headers it has; null to go by its title.</param>
    public static string ToHtml(this Statement statement, DocumentKind? kind = null) => HtmlWriter.Write(StatementView.Of(NotNull(statement), kind));

    /// <summary>A table in the look of its form, header paths joined with <c>/</c>.</summary>
    /// <param name="statement">The table.</param>
    /// <param name="kind">Whose headers it has; null to go by its title.</param>
    public static string ToMarkdown(this Statement statement, DocumentKind? kind = null) => MarkdownWriter.Write(StatementView.Of(NotNull(statement), kind));

    /// <summary>A table in the look of its form, header paths joined with <c>/</c>.</summary>
    /// <param name="statement">The table.</param>
    /// <param name="kind">Whose headers it has; null to go by its title.</param>
    public static string ToText(this Statement statement, DocumentKind? kind = null) => PlainTextWriter.Write(StatementView.Of(NotNull(statement), kind));

    /// <summary>A performance form, in the look of its form.</summary>
    public static string ToHtml(this PerformanceForm form) => HtmlWriter.Write(PerformanceView.Of(NotNull(form)));

    /// <summary>A performance form: budget execution, indicators, goals.</summary>
    public static string ToMarkdown(this PerformanceForm form) => MarkdownWriter.Write(PerformanceView.Of(NotNull(form)));

    /// <summary>A performance form: budget execution, indicators, goals.</summary>
    public static string ToText(this PerformanceForm form) => PlainTextWriter.Write(PerformanceView.Of(NotNull(form)));

    /// <summary>What checking gave: errors and warnings as a table, rounding differences in a line a table, what was and was not checked.</summary>
    public static string ToHtml(this CheckReport report) => HtmlWriter.Write(ReportView.Of(NotNull(report)));

    /// <summary>What checking gave: errors and warnings as a table, rounding differences in a line a table, what was and was not checked.</summary>
    public static string ToMarkdown(this CheckReport report) => MarkdownWriter.Write(ReportView.Of(NotNull(report)));

    /// <summary>What checking gave: errors and warnings as a table, rounding differences in a line a table, what was and was not checked.</summary>
    public static string ToText(this CheckReport report) => PlainTextWriter.Write(ReportView.Of(NotNull(report)));

    /// <summary>Findings as a table.</summary>
    public static string ToHtml(this IEnumerable<Finding> findings) => HtmlWriter.Write(ReportView.Of(NotNull(findings)));

    /// <summary>Findings as a table.</summary>
    public static string ToMarkdown(this IEnumerable<Finding> findings) => MarkdownWriter.Write(ReportView.Of(NotNull(findings)));

    /// <summary>Findings as a table.</summary>
    public static string ToText(this IEnumerable<Finding> findings) => PlainTextWriter.Write(ReportView.Of(NotNull(findings)));

    /// <summary>A finding with the figures of its identity.</summary>
    public static string ToHtml(this Finding finding) => HtmlWriter.Write(ReportView.Of(NotNull(finding)));

    /// <summary>A finding with the figures of its identity.</summary>
    public static string ToMarkdown(this Finding finding) => MarkdownWriter.Write(ReportView.Of(NotNull(finding)));

    /// <summary>A finding with the figures of its identity.</summary>
    public static string ToText(this Finding finding) => PlainTextWriter.Write(ReportView.Of(NotNull(finding)));

    /// <summary>A score sheet: its waterfall, and every step with what the rule gives and why.</summary>
    public static string ToHtml(this ScoreSheet sheet) => HtmlWriter.Write(ScoreView.Of(NotNull(sheet)));

    /// <summary>A score sheet: every step with what the rule gives and why.</summary>
    public static string ToMarkdown(this ScoreSheet sheet) => MarkdownWriter.Write(ScoreView.Of(NotNull(sheet)));

    /// <summary>A score sheet: every step with what the rule gives and why.</summary>
    public static string ToText(this ScoreSheet sheet) => PlainTextWriter.Write(ScoreView.Of(NotNull(sheet)));

    /// <summary>Figures as rows.</summary>
    public static string ToHtml(this IEnumerable<Fact> facts) => HtmlWriter.Write(FactView.Of(NotNull(facts)));

    /// <summary>Figures as rows.</summary>
    public static string ToMarkdown(this IEnumerable<Fact> facts) => MarkdownWriter.Write(FactView.Of(NotNull(facts)));

    /// <summary>Figures as rows.</summary>
    public static string ToText(this IEnumerable<Fact> facts) => PlainTextWriter.Write(FactView.Of(NotNull(facts)));

    /// <summary>A chart, drawn.</summary>
    public static string ToHtml(this Chart chart) => HtmlWriter.Write(ChartView.Of(NotNull(chart)));

    /// <summary>A chart's figures as a table.</summary>
    public static string ToMarkdown(this Chart chart) => MarkdownWriter.Write(ChartView.Of(NotNull(chart)));

    /// <summary>A chart's figures as a table.</summary>
    public static string ToText(this Chart chart) => PlainTextWriter.Write(ChartView.Of(NotNull(chart)));

    /// <summary>A figure with its unit; its size in 元 where it is printed in another unit of money.</summary>
    public static string ToHtml(this Amount amount) =>
        $"<span style=\"white-space:nowrap;font-variant-numeric:tabular-nums\"{(amount.Unit.IsMoney && amount.Unit != Unit.Yuan ? $" title=\"{amount.In(Unit.Yuan).Format(thousands: true)} 元\"" : "")}>{HtmlWriter.Escape(Show(amount))}</span>";

    /// <summary>A figure with its unit.</summary>
    public static string ToMarkdown(this Amount amount) => MarkdownWriter.Escape(Show(amount));

    /// <summary>A figure with its unit.</summary>
    public static string ToText(this Amount amount) => Show(amount);

    private static string Show(Amount amount) => amount.Unit == Unit.None ? amount.Format(thousands: true) : $"{amount.Format(thousands: true)} {amount.Unit}";

    private static T NotNull<T>(T value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name);
}
