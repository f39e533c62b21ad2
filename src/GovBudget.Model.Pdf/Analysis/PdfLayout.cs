using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf;

/// <summary>Reads pages into layout: paragraphs, grids and pictures in reading order. Knows nothing of budgets.</summary>
/// <remarks>Pure and thread-safe: the same pages always give the same layout.</remarks>
public static class PdfLayout
{
    /// <summary>The layout of an open file. What concerns the file as a whole stands first among the diagnostics.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The tolerances; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DocumentLayout Read(PdfFile file, PdfLayoutOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var layout = FromPages(Enumerable.Range(1, file.PageCount).Select(number => file.GetPage(number, cancellationToken)), options, cancellationToken);
        return file.Diagnostics.Count == 0 ? layout : layout with { Diagnostics = file.Diagnostics.Concat(layout.Diagnostics).ToValueList() };
    }

    /// <summary>The stages of one page, for drawing (<see cref="PageDrawing"/>) and tests.</summary>
    /// <param name="page">The page.</param>
    /// <param name="options">The tolerances; null for the defaults.</param>
    public static PageStages Stages(PageContent page, PdfLayoutOptions? options = null) => PageAnalyzer.Analyze(page, options);

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
            // Only grids, lines and pictures are needed further on: a long document need not keep every stage.
            stages.Add(PageAnalyzer.Analyze(page, options) with { Letters = [], Words = [], Edges = [], Lattices = [] });
        }
        return Compose(stages, options);
    }

    /// <summary>The layout of pages already analysed: joins tables and paragraphs over page breaks and finds page numbers and running lines.</summary>
    public static DocumentLayout Compose(IReadOnlyList<PageStages> pages, PdfLayoutOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pages);
        options ??= PdfLayoutOptions.Default;
        return PagesOnSheet.Is(pages) ? PagesOnSheet.Compose(pages, options) : new LayoutComposer(pages, options).Compose();
    }
}
