using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf;

/// <summary>Published PDFs as documents.</summary>
public static class PdfFormat
{
    /// <summary>Reads a published PDF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="UnreadableDocumentException">It is no PDF that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Reading Read(string path, CancellationToken cancellationToken = default) => Read(PdfFile.Open(path), cancellationToken);

    /// <summary>Reads a published PDF held in memory.</summary>
    /// <param name="data">The file's bytes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="UnreadableDocumentException">It is no PDF that can be read.</exception>
    public static Reading Read(ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default) => Read(PdfFile.Open(data), cancellationToken);

    /// <summary>Reads an open PDF.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static Reading Read(PdfFile file, CancellationToken cancellationToken = default) => DocumentReader.Read(Layout(file, cancellationToken));

    /// <summary>The layout of an open PDF: what <see cref="Read(PdfFile, CancellationToken)"/> starts from.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static DocumentLayout Layout(PdfFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var options = PdfLayoutOptions.Default;
        var stages = Enumerable.Range(1, file.PageCount).AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(number => PageAnalyzer.Analyze(file.GetPage(number, cancellationToken), options))
            .ToList();
        var layout = PdfLayout.Compose(stages, options);
        return layout with { Diagnostics = [.. file.Diagnostics, .. layout.Diagnostics] };
    }
}
