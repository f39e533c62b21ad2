using GovBudget.Model.Interactive.Views;
using GovBudget.Model.Interactive.Writers;

namespace GovBudget.Model.Interactive;

/// <summary>
/// How the values of the library show themselves in notebooks that follow the convention of .NET Interactive: the model's types name a source of formatters,
/// which
/// finds this one by its name where this library is there, and asks it for <c>CreateTypeFormatters()</c>.
/// </summary>
internal sealed class NotebookFormatters
{
    private readonly object[] _formatters =
    [
        new NotebookFormatter("text/html", value => value is Amount amount ? amount.ToHtml() : Show(value, HtmlWriter.Write)),
        new NotebookFormatter("text/markdown", value => value is Amount amount ? amount.ToMarkdown() : Show(value, MarkdownWriter.Write)),
        new NotebookFormatter("text/plain", value => value is Amount amount ? amount.ToText() : Show(value, PlainTextWriter.Write)),
        new NotebookFormatter(VegaLiteWriter.MimeType, value => (value as Chart)?.ToVegaLite()),
    ];

    /// <summary>A formatter for HTML, Markdown, plain text and, for charts, Vega-Lite.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;

    private static string? Show(object value, Func<View, string> write) => Of(value) is { } view ? write(view) : null;

    private static View? Of(object value) => value switch
    {
        BudgetDocument document => DocumentView.Of(document),
        Reading reading => DocumentView.Of(reading),
        Statement statement => StatementView.Of(statement, null),
        PerformanceForm form => PerformanceView.Of(form),
        CheckReport report => ReportView.Of(report),
        Finding finding => ReportView.Of(finding),
        ScoreSheet sheet => ScoreView.Of(sheet),
        Chart chart => ChartView.Of(chart),
        _ => null,
    };
}

/// <summary>One formatter of the convention: a MIME type, and whether a value could be written as it.</summary>
/// <param name="mimeType">The MIME type.</param>
/// <param name="write">The value as text of that type; null for a value of another type.</param>
internal sealed class NotebookFormatter(string mimeType, Func<object, string?> write)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (write(instance) is not { } text) return false;
        writer.Write(text);
        return true;
    }
}
