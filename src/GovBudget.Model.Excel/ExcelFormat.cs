using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel;

/// <summary>Workbooks as documents: reads .xlsx and .xls, writes .xlsx in the look of the official forms.</summary>
public static class ExcelFormat
{
    /// <summary>Reads a workbook of official tables.</summary>
    /// <param name="path">The file; its type is found by content.</param>
    /// <param name="limits">How much is read before the file is refused; <see cref="WorkbookLimits.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">It is no workbook that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static GovBudget.Model.Reading Read(string path, WorkbookLimits? limits = null, CancellationToken cancellation = default) =>
        DocumentReader.Read(WorkbookLayout.Read(path, limits, cancellation));

    /// <summary>Reads a workbook of official tables from a stream, from its position to its end.</summary>
    /// <param name="stream">The bytes; need not be seekable; stays open.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="limits">How much is read before the file is refused; <see cref="WorkbookLimits.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">It is no workbook that can be read.</exception>
    public static GovBudget.Model.Reading Read(Stream stream, string name, WorkbookLimits? limits = null, CancellationToken cancellation = default) =>
        DocumentReader.Read(WorkbookLayout.Read(stream, name, limits, cancellation));

    /// <summary>Writes a document's tables as .xlsx, a sheet for each; an existing file is replaced. <see cref="DocumentWriter"/> says what tables cannot show.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(BudgetDocument document, string path, CancellationToken cancellation = default) =>
        WorkbookLayout.Write(DocumentWriter.Write(document), path, cancellation);

    /// <summary>Writes a document's tables as .xlsx, a sheet for each. The same document gives the same bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    public static void Write(BudgetDocument document, Stream stream, CancellationToken cancellation = default) =>
        WorkbookLayout.Write(DocumentWriter.Write(document), stream, cancellation);
}
