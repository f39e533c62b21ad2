using GovBudget.Model.Excel;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Model.Interactive;

/// <summary>Documents in files of every format: read by what they hold, whatever they are called; written by extension.</summary>
public static class DocumentFile
{
    private const int HeadLength = 1024;
    private const string Expected = "应为 PDF、Excel 工作簿（.xlsx、.xls）或本库写出的 JSON，其他文件请先另存为其中一种";

    private static readonly Dictionary<string, Func<BudgetDocument, Stream, DocumentWriteOptions, IEnumerable<string>>> Writers = new(
        StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = (document, stream, options) => PdfFormat.Write(document, stream, options.Pdf).Diagnostics.Select(d => d.Message),
        [".xlsx"] = (document, stream, options) =>
        {
            ExcelFormat.Write(document, stream, options.Excel);
            return [];
        },
        [".json"] = (document, stream, _) =>
        {
            DocumentJson.Write(document, stream);
            return [];
        },
    };

    /// <summary>The extensions that can be written: <c>.pdf</c>, <c>.xlsx</c>, <c>.json</c>.</summary>
    public static IReadOnlyCollection<string> WrittenExtensions => Writers.Keys;

    /// <summary>Whether a file of that name can be written.</summary>
    /// <param name="path">The file; its extension counts, in upper or lower case.</param>
    public static bool CanWrite(string path) => Writers.ContainsKey(Path.GetExtension(path));

    /// <summary>Reads a .pdf, .xlsx, .xls or .json file; which of them it is, its content says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pdf">How a PDF is read; null for the defaults, which leave tables printed as pictures unread. Whether embedded data counts holds for
    /// workbooks too.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="UnreadableDocumentException">It is no document that can be read.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="RecognitionException">The recogniser that the options name does not work.</exception>
    public static Reading Read(string path, PdfReadOptions? pdf = null, CancellationToken cancellationToken = default)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        int length;
        using (var stream = File.OpenRead(path)) length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..length];
        if (head.IndexOf("%PDF-"u8) >= 0) return PdfFormat.Read(path, pdf ?? PdfReadOptions.Default, cancellationToken);
        var first = head.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (first.Length > 0 && first[0] == '{')
        {
            using var json = File.OpenRead(path);
            return new Reading { Document = DocumentJson.Read(json) };
        }
        if (length == 0) throw new UnreadableDocumentException($"文件是空的（0 字节）；{Expected}") { Reason = UnreadableReason.Empty };
        try
        {
            return ExcelFormat.Read(path, new ExcelReadOptions { IgnoreEmbedded = pdf?.IgnoreEmbedded ?? false }, cancellationToken);
        }
        catch (UnreadableDocumentException error) when (error is { Reason: UnreadableReason.WrongType, Found: { } found })
        {
            throw new UnreadableDocumentException($"{found}；{Expected}", error) { Reason = error.Reason, Found = found };
        }
    }

    /// <summary>Writes a document in the format of the path's extension; an existing file is replaced when the whole is there.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The file: one of <see cref="WrittenExtensions"/>.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>What the file does not keep or its reader should know, a sentence each (Chinese); mostly none.</returns>
    /// <exception cref="ArgumentException">Files of that extension cannot be written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="PdfFontException">A font asked for cannot be used, or the fonts at hand lack characters.</exception>
    public static IReadOnlyList<string> Write(BudgetDocument document, string path, DocumentWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!Writers.TryGetValue(Path.GetExtension(path), out var write))
        {
            throw new ArgumentException($"{path}: 不能写这种文件；扩展名应为 {string.Join('、', Writers.Keys)}。", nameof(path));
        }
        using var buffer = new MemoryStream();
        List<string> remarks = [.. write(document, buffer, options ?? DocumentWriteOptions.Default)];
        File.WriteAllBytes(path, buffer.ToArray());
        return remarks;
    }
}
