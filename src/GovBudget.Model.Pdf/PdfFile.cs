using System.Runtime.InteropServices;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Content;
using GovBudget.Model.Pdf.Fonts;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf;

/// <summary>An open PDF: its pages as letters and marks, its title, its attachments. The file lies in memory; nothing needs closing.</summary>
/// <remarks>Safe for concurrent use: pages may be read on several threads at once. Damaged files are repaired as far as possible, and <see cref="Diagnostics"/>
/// and
/// <see cref="PageContent.Diagnostics"/> say what was lost. Encrypted files open where no password is needed.</remarks>
public sealed class PdfFile
{
    private readonly PdfObjectStore _store;
    private readonly List<PageNode> _pages;
    private readonly FontCache _fonts;
    private readonly OptionalContent _optional;

    private PdfFile(PdfObjectStore store, ReadOnlyMemory<byte> data)
    {
        Data = data;
        _store = store;
        _pages = PageTree.Read(store);
        _fonts = new FontCache(store.Names);
        _optional = new OptionalContent(store.Catalog);
    }

    /// <summary>Number of pages, at least 1.</summary>
    public int PageCount => _pages.Count;

    /// <summary>The title that the file states; null where it states none.</summary>
    public string? Title => Info("Title");

    /// <summary>The program that made the file (entry Producer); null where it is not stated.</summary>
    public string? Producer => Info("Producer");

    /// <summary>The program that made the original (entry Creator); null where it is not stated.</summary>
    public string? Creator => Info("Creator");

    /// <summary>What concerns the file as a whole: repairs, lost objects. Grows as pages are read. Place.Page is 0.</summary>
    public IReadOnlyList<LayoutDiagnostic> Diagnostics => _store.Diagnostics.Items;

    /// <summary>The file's bytes.</summary>
    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>Opens a PDF held in memory.</summary>
    /// <param name="data">The file's bytes, which must not change while the file is in use.</param>
    /// <param name="limits">Limits; null for the defaults.</param>
    /// <exception cref="UnreadableDocumentException">Empty, not a PDF, damaged beyond repair, encrypted, or beyond a limit.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> data, PdfLimits? limits = null)
    {
        limits ??= PdfLimits.Default;
        if (data.Length > limits.FileBytes) throw TooLarge(data.Length, limits);
        byte[] bytes = MemoryMarshal.TryGetArray(data, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : data.ToArray();
        return new PdfFile(PdfObjectStore.Open(bytes, limits, new DiagnosticSink(0)), bytes);
    }

    /// <summary>Opens a PDF from a stream, read to its end from where it stands.</summary>
    /// <param name="stream">A readable stream; it is left open.</param>
    /// <param name="limits">Limits; null for the defaults.</param>
    /// <exception cref="UnreadableDocumentException">Empty, not a PDF, damaged beyond repair, encrypted, or beyond a limit.</exception>
    public static PdfFile Open(Stream stream, PdfLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= PdfLimits.Default;
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > limits.FileBytes) throw TooLarge(copy.Length, limits);
        }

        return Open(copy.ToArray(), limits);
    }

    /// <summary>Opens a PDF from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="limits">Limits; null for the defaults.</param>
    /// <exception cref="UnreadableDocumentException">Empty, not a PDF, damaged beyond repair, encrypted, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PdfFile Open(string path, PdfLimits? limits = null)
    {
        limits ??= PdfLimits.Default;
        long length = new FileInfo(path).Length;
        if (length > limits.FileBytes) throw TooLarge(length, limits);
        return Open(File.ReadAllBytes(path), limits);
    }

    /// <summary>Reads a page. Each call reads anew; fonts and resources are kept.</summary>
    /// <param name="number">1-based page number.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PageContent GetPage(int number, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        return PageReader.Read(_pages[number - 1], number, _store, _fonts, _optional, cancellationToken);
    }

    /// <summary>Finds an embedded file by its name.</summary>
    /// <param name="name">The file name as stated in the PDF, compared exactly.</param>
    /// <param name="content">Its bytes.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetAttachment(string name, out ReadOnlyMemory<byte> content) => Attachments.TryFind(_store.Catalog, name, out content);

    private static UnreadableDocumentException TooLarge(long length, PdfLimits limits) =>
        new($"文件有 {length} 字节，超过上限 {limits.FileBytes} 字节。") { Reason = UnreadableReason.BeyondLimit };

    private string? Info(string key) => _store.Trailer.Dictionary("Info")?.Get(key) is PdfString { Bytes.Length: > 0 } text ? text.Text : null;
}
