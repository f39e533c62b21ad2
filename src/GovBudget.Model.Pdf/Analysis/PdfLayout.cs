using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf;

/// <summary>Reads pages into layout: paragraphs, grids and pictures in reading order. Knows nothing of budgets.</summary>
/// <remarks>Pure and thread-safe: the same pages always give the same layout.</remarks>
public static class PdfLayout
{
    /// <summary>The layout of a document's pages.</summary>
    /// <param name="pages">The pages, in order.</param>
    /// <param name="options">The tolerances; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DocumentLayout FromPages(IEnumerable<PageContent> pages, PdfLayoutOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        options ??= PdfLayoutOptions.Default;
        var stages = new List<PageStages>();
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stages.Add(PageAnalyzer.Analyze(page, options));
        }
        return Compose(stages, options);
    }

    /// <summary>The layout of pages already analysed: joins tables and paragraphs over page breaks and finds page numbers and running lines.</summary>
    public static DocumentLayout Compose(IReadOnlyList<PageStages> pages, PdfLayoutOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pages);
        options ??= PdfLayoutOptions.Default;
        return new LayoutComposer(pages, options).Compose();
    }
}
