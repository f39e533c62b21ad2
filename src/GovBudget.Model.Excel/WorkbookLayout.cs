using GovBudget.Model.Excel.Reading;
using GovBudget.Model.Excel.Writing;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel;

/// <summary>Workbooks as layout: one page per visible sheet, and on it one grid that covers its used range. Knows nothing of budgets.</summary>
/// <remarks>
/// What the file is, its content says, not its extension. A cell's text is what its number format prints; its stored number is kept beside it
/// (<see cref="GridCell.Stored"/>). Formulas count as the result saved with them. Hidden rows, columns and sheets are left out and counted in a diagnostic.
/// All members are thread-safe.
/// </remarks>
public static class WorkbookLayout
{
    /// <summary>Reads an .xlsx, .xlsm or .xls file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much is read before the file is refused; <see cref="WorkbookLimits.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">The file is empty, no workbook, damaged, encrypted or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static DocumentLayout Read(string path, WorkbookLimits? limits = null,
        CancellationToken cancellation = default) => Open(path, limits, cancellation).Layout;

    /// <summary>The same, with the texts that the file carries beside its sheets.</summary>
    internal static (DocumentLayout Layout, ValueList<WorkbookAttachment> Attachments) Open(string path, WorkbookLimits? limits, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        return Open(stream, Path.GetFileName(path), limits, cancellation);
    }

    /// <summary>Reads a workbook from a stream, from its position to its end.</summary>
    /// <param name="stream">The bytes; need not be seekable; stays open.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="limits">How much is read before the file is refused; <see cref="WorkbookLimits.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">The file is empty, no workbook, damaged, encrypted or beyond a limit.</exception>
    public static DocumentLayout Read(Stream stream, string name, WorkbookLimits? limits = null,
        CancellationToken cancellation = default) => Open(stream, name, limits, cancellation).Layout;

    /// <summary>The same, with the texts that the file carries beside its sheets.</summary>
    internal static (DocumentLayout Layout, ValueList<WorkbookAttachment> Attachments) Open(Stream stream, string name, WorkbookLimits? limits,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= WorkbookLimits.Default;
        var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int count; (count = stream.Read(chunk)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            buffer.Write(chunk, 0, count);
            CheckSize(buffer.Length, name, limits);
        }

        return Open(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), name, limits, cancellation);
    }

    /// <summary>Reads a workbook from bytes in memory.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="limits">How much is read before the file is refused; <see cref="WorkbookLimits.Default"/> where null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">The file is empty, no workbook, damaged, encrypted or beyond a limit.</exception>
    public static DocumentLayout Read(ReadOnlyMemory<byte> bytes, string name, WorkbookLimits? limits = null,
        CancellationToken cancellation = default) => Open(bytes, name, limits, cancellation).Layout;

    private static (DocumentLayout Layout, ValueList<WorkbookAttachment> Attachments) Open(ReadOnlyMemory<byte> bytes, string name, WorkbookLimits? limits,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        limits ??= WorkbookLimits.Default;
        var span = bytes.Span;
        if (span.IsEmpty) throw Unreadable.Make(UnreadableReason.Empty, $"{name}：文件是空的（0 字节）；应为 Excel 工作簿（.xlsx 或 .xls）", null);
        CheckSize(span.Length, name, limits);
        if (WorkbookKind.IsZip(span)) return XlsxReader.Read(AsStream(bytes), name, limits, cancellation);
        if (WorkbookKind.IsBareStream(span)) return (XlsReader.Read(bytes, AsStream(bytes), name, limits, cancellation), default);
        if (!WorkbookKind.IsCompound(span)) throw Unreadable.WrongType(name, WorkbookKind.Describe(span));
        if (WorkbookKind.HasStream(span, "EncryptedPackage")) throw Unreadable.Encrypted(name);
        if (!WorkbookKind.HasStream(span, "Workbook") && !WorkbookKind.HasStream(span, "Book"))
        {
            throw WorkbookKind.HasStream(span, "WordDocument") ? Unreadable.WrongType(name, "是 Word 文档（.doc）")
                : WorkbookKind.HasStream(span, "PowerPoint Document") ? Unreadable.WrongType(name, "是演示文稿（.ppt）")
                : Unreadable.Damaged(name, "复合文件里没有工作簿");
        }

        return (XlsReader.Read(bytes, AsStream(bytes), name, limits, cancellation), default);
    }

    /// <summary>Writes a layout as .xlsx: a sheet for every page, its blocks one under another. The same layout gives the same bytes.</summary>
    /// <remarks>
    /// A paragraph becomes a row merged over the width of the sheet's tables. Grids get thin borders; two grids in a row are parted by a blank row.
    /// A cell of style <see cref="CellStyle.Number"/>, or with <see cref="GridCell.Stored"/>, is written as a number whose format prints exactly its
    /// text, and as text where no number does. Rows that open the first grid and hold headers only repeat on every printed page; paper is A4, landscape
    /// beyond 8 columns, one page wide. Pictures are left out. Sheet names are made acceptable: 31 characters, no two alike.
    /// </remarks>
    /// <param name="layout">The layout.</param>
    /// <param name="stream">Where the bytes go; stays open.</param>
    /// <param name="options">Formulas, attachments; <see cref="ExcelWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing early; nothing is written then.</param>
    /// <exception cref="ArgumentException">Cells of a grid overlap or reach outside it, a text is longer than 32,767 characters, or a sheet is larger than
    /// Excel's.</exception>
    public static void Write(DocumentLayout layout, Stream stream, ExcelWriteOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = XlsxWriter.Write(layout, options ?? ExcelWriteOptions.Default, cancellation);
        bytes.WriteTo(stream);
    }

    /// <summary>Writes a layout as .xlsx file; see <see cref="Write(DocumentLayout, Stream, ExcelWriteOptions?, CancellationToken)"/>. An existing file is
    /// replaced.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Formulas, attachments; <see cref="ExcelWriteOptions.Default"/> where null.</param>
    /// <param name="cancellation">Ends the writing early; nothing is written then.</param>
    /// <exception cref="ArgumentException">Cells of a grid overlap or reach outside it, a text is longer than 32,767 characters, or a sheet is larger than
    /// Excel's.</exception>
    public static void Write(DocumentLayout layout, string path, ExcelWriteOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var bytes = XlsxWriter.Write(layout, options ?? ExcelWriteOptions.Default, cancellation);
        using var file = File.Create(path);
        bytes.WriteTo(file);
    }

    /// <summary>Whether the bytes are of a type that <see cref="Read(ReadOnlyMemory{byte}, string, WorkbookLimits?, CancellationToken)"/> looks into: a zip
    /// package or a compound file.</summary>
    /// <param name="bytes">The file's first bytes, 16 at least.</param>
    public static bool LooksLikeWorkbook(ReadOnlySpan<byte> bytes) =>
        WorkbookKind.IsZip(bytes) || WorkbookKind.IsCompound(bytes) || WorkbookKind.IsBareStream(bytes);

    private static void CheckSize(long bytes, string name, WorkbookLimits limits)
    {
        if (bytes > limits.FileBytes) throw Unreadable.BeyondLimit(name, $"文件超过 {limits.FileBytes} 字节");
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
