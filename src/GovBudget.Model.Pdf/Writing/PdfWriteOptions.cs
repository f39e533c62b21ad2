namespace GovBudget.Model.Pdf;

/// <summary>How a PDF is printed. Immutable and thread-safe.</summary>
public sealed record PdfWriteOptions
{
    /// <summary>The defaults: the best Chinese font on the machine, A4, contents where there are several parts, page numbers.</summary>
    public static PdfWriteOptions Default { get; } = new();

    /// <summary>A TrueType or OpenType font file (.ttf, .otf, .ttc, .otc) to print with; it alone is used. Null to look for fonts on the machine.</summary>
    public string? FontFile { get; init; }

    /// <summary>Font families to print with, best first; a character that the first lacks is taken from the next. Empty for those known to print Chinese well.
    /// With <see cref="FontFile"/>, the first chooses among the fonts of a collection.</summary>
    public ValueList<string> FontFamilies { get; init; }

    /// <summary>Whether to embed fonts. Without, the standard Chinese font STSong-Light is named: small files that extract everywhere and show where the viewer
    /// has a Chinese font.</summary>
    public bool EmbedFonts { get; init; } = true;

    /// <summary>Whether to print a page of contents with page numbers and links; null to print one where the layout has a cover, or three parts or
    /// more.</summary>
    public bool? Contents { get; init; }

    /// <summary>Whether to print page numbers.</summary>
    public bool PageNumbers { get; init; } = true;

    /// <summary>The document's title, for its properties; null for the title on the cover.</summary>
    public string? Title { get; init; }

    /// <summary>The author, for the document's properties.</summary>
    public string? Author { get; init; }

    /// <summary>The language of the text (BCP 47).</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>Files to attach to the document, as its sources.</summary>
    public ValueList<PdfAttachment> Attachments { get; init; }
}

/// <summary>A file inside a PDF.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type (<c>application/json</c>).</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Description">What it is, for people.</param>
public sealed record PdfAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content, string? Description = null);

/// <summary>What printing a PDF gave.</summary>
/// <param name="PageCount">Number of pages.</param>
/// <param name="Fonts">The fonts used, by family.</param>
/// <param name="Diagnostics">What a reader of the file should know: a font that is not embedded, pictures left out.</param>
public sealed record PdfWriteResult(int PageCount, ValueList<string> Fonts, ValueList<Layout.LayoutDiagnostic> Diagnostics);
