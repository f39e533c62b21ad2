using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Model.Pdf;

/// <summary>Published PDFs as documents, and documents as PDFs that can be published.</summary>
/// <remarks>A written PDF carries its document as JSON (an associated file named document.json). Reading takes it where it agrees with what is printed, and
/// reports in
/// <see cref="Reading.Diagnostics"/> where it does not.</remarks>
public static class PdfFormat
{
    /// <summary>Reads a published PDF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ignoreEmbedded">Whether to read the pages alone and leave the JSON that the file carries out of account.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="UnreadableDocumentException">It is no PDF that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Reading Read(string path, bool ignoreEmbedded = false,
        CancellationToken cancellationToken = default) => Read(PdfFile.Open(path), ignoreEmbedded, cancellationToken);

    /// <summary>Reads a published PDF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; among others whether tables printed as pictures are recognised.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="UnreadableDocumentException">It is no PDF that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="RecognitionException">The recogniser that the options name does not work.</exception>
    public static Reading Read(string path, PdfReadOptions options,
        CancellationToken cancellationToken = default) => Read(PdfFile.Open(path), options, cancellationToken);

    /// <summary>Reads a published PDF held in memory.</summary>
    /// <param name="data">The file's bytes.</param>
    /// <param name="ignoreEmbedded">Whether to read the pages alone and leave the JSON that the file carries out of account.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="UnreadableDocumentException">It is no PDF that can be read.</exception>
    public static Reading Read(ReadOnlyMemory<byte> data, bool ignoreEmbedded = false, CancellationToken cancellationToken = default) =>
        Read(PdfFile.Open(data), ignoreEmbedded, cancellationToken);

    /// <summary>Reads an open PDF.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ignoreEmbedded">Whether to read the pages alone and leave the JSON that the file carries out of account.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static Reading Read(PdfFile file, bool ignoreEmbedded = false, CancellationToken cancellationToken = default)
    {
        var printed = DocumentReader.Read(Layout(file, cancellationToken));
        return ignoreEmbedded ? printed : WithEmbedded(printed, file);
    }

    /// <summary>Reads an open PDF.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How; among others whether tables printed as pictures are recognised.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="RecognitionException">The recogniser that the options name does not work.</exception>
    public static Reading Read(PdfFile file, PdfReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var layout = Layout(file, options, cancellationToken);
        var printed = options.Ocr is null ? DocumentReader.Read(layout) : RecognisedReader.Read(layout);
        return options.IgnoreEmbedded ? printed : WithEmbedded(printed, file);
    }

    /// <summary>Writes a document as PDF; an existing file is replaced. <see cref="DocumentWriter"/> says what tables cannot show: the JSON that the file
    /// carries does.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Fonts, contents, properties; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Pages, fonts, and what a reader of the file should know.</returns>
    /// <exception cref="PdfFontException">A font asked for cannot be used, or the fonts at hand lack characters. No file is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static PdfWriteResult Write(BudgetDocument document, string path, PdfWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var file = new MemoryStream();
        var result = Write(document, file, options, cancellationToken);
        File.WriteAllBytes(path, file.ToArray());
        return result;
    }

    /// <summary>Writes a document as PDF. The same document with the same fonts gives the same bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="options">Fonts, contents, properties; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Pages, fonts, and what a reader of the file should know.</returns>
    /// <exception cref="PdfFontException">A font asked for cannot be used, or the fonts at hand lack characters. Nothing is written.</exception>
    public static PdfWriteResult Write(BudgetDocument document, Stream stream, PdfWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= PdfWriteOptions.Default;
        options = options with
        {
            Title = options.Title
                ?? document.Title ?? $"{document.Organisation}{(document.Year is { } year ? $"{year}年度" : "")}部门{(document.Kind == DocumentKind.Budget ? "预算" : "决算")}",
            Author = options.Author ?? document.Organisation,
            Attachments = [.. options.Attachments,
                new PdfAttachment(EmbeddedDocument.FileName, "application/json", EmbeddedDocument.Of(document), EmbeddedDocument.Description)],
        };
        return PdfLayoutWriter.Write(DocumentWriter.Write(document, leads: true), stream, options, cancellationToken);
    }

    /// <summary>The layout of an open PDF: what <see cref="Read(PdfFile, bool, CancellationToken)"/> starts from.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static DocumentLayout Layout(PdfFile file, CancellationToken cancellationToken = default) => Layout(file, PdfReadOptions.Default, cancellationToken);

    /// <summary>The layout of an open PDF: what <see cref="Read(PdfFile, PdfReadOptions, CancellationToken)"/> starts from.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How; among others whether tables printed as pictures are recognised.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="RecognitionException">The recogniser that the options name does not work.</exception>
    public static DocumentLayout Layout(PdfFile file, PdfReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var stages = new PageStages[file.PageCount];
        try
        {
            // a loop, not a parallel query: the caller's thread takes part, so that reading many files at once does not wait for threads
            Parallel.For(0, stages.Length, new ParallelOptions { CancellationToken = cancellationToken },
                i => stages[i] = PageAnalyzer.Analyze(Page(file, i + 1, options, cancellationToken), options.Layout));
        }
        catch (AggregateException error) when (error.InnerExceptions is [RecognitionException first, ..])
        {
            throw new RecognitionException(first.Message, error);
        }

        var layout = PdfLayout.Compose(stages, options.Layout);
        return layout with { Diagnostics = [.. file.Diagnostics, .. layout.Diagnostics] };
    }

    private static Reading WithEmbedded(Reading printed, PdfFile file) =>
        file.TryGetAttachment(EmbeddedDocument.FileName, out var content) ? EmbeddedDocument.Prefer(printed, content) : printed;

    private static PageContent Page(PdfFile file, int number, PdfReadOptions options, CancellationToken cancellationToken)
    {
        var page = file.GetPage(number, cancellationToken);
        return options.Ocr is { } ocr ? PictureReader.Read(file, page, ocr, options.Layout, cancellationToken) : page;
    }
}
