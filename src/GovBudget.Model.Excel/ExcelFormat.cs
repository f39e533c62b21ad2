using System.Text;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel;

/// <summary>Workbooks as documents: reads .xlsx and .xls, writes .xlsx in the look of the official forms.</summary>
/// <remarks>A written workbook carries its document as JSON (a custom XML part named document.json). Reading takes it where it agrees with what the sheets
/// show, and reports in
/// <see cref="GovBudget.Model.Reading.Diagnostics"/> where it does not: somebody has changed a figure.</remarks>
public static class ExcelFormat
{
    /// <summary>Reads a workbook of official tables.</summary>
    /// <param name="path">The file; its type is found by content.</param>
    /// <param name="options">How; <see cref="ExcelReadOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">It is no workbook that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static GovBudget.Model.Reading Read(string path, ExcelReadOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= ExcelReadOptions.Default;
        return Reading(WorkbookLayout.Open(path, options.Limits, cancellation), options);
    }

    /// <summary>Reads a workbook of official tables from a stream, from its position to its end.</summary>
    /// <param name="stream">The bytes; need not be seekable; stays open.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="options">How; <see cref="ExcelReadOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">It is no workbook that can be read.</exception>
    public static GovBudget.Model.Reading Read(Stream stream, string name, ExcelReadOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= ExcelReadOptions.Default;
        return Reading(WorkbookLayout.Open(stream, name, options.Limits, cancellation), options);
    }

    /// <summary>Writes a document as .xlsx, a sheet for each table and performance form; an existing file is replaced. <see cref="DocumentWriter"/> says what
    /// they cannot show: the JSON that the file carries does.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How; <see cref="ExcelWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(BudgetDocument document, string path, ExcelWriteOptions? options = null, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        Write(document, bytes, options, cancellation);
        File.WriteAllBytes(path, bytes.ToArray());
    }

    /// <summary>Writes a document as .xlsx, a sheet for each table and performance form. The same document gives the same bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="options">How; <see cref="ExcelWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    public static void Write(BudgetDocument document, Stream stream, ExcelWriteOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= ExcelWriteOptions.Default;
        options = options with
        {
            Attachments = [.. options.Attachments,
            new WorkbookAttachment(EmbeddedDocument.FileName, Encoding.UTF8.GetString(EmbeddedDocument.Of(document)))]
        };
        WorkbookLayout.Write(DocumentWriter.Write(document, options.Formulas), stream, options, cancellation);
    }

    private static GovBudget.Model.Reading Reading((DocumentLayout Layout, ValueList<WorkbookAttachment> Attachments) workbook, ExcelReadOptions options)
    {
        var printed = DocumentReader.Read(workbook.Layout);
        return !options.IgnoreEmbedded && workbook.Attachments.FirstOrDefault(a => a.Name == EmbeddedDocument.FileName) is { } attached
            ? EmbeddedDocument.Prefer(printed, Encoding.UTF8.GetBytes(attached.Text))
            : printed;
    }
}
