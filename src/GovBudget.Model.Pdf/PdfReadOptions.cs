using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Model.Pdf;

/// <summary>How a PDF is read. Immutable.</summary>
public sealed record PdfReadOptions
{
    /// <summary>The defaults: no text recognition.</summary>
    public static PdfReadOptions Default { get; } = new();

    /// <summary>The tolerances of the layout analysis.</summary>
    public PdfLayoutOptions Layout { get; init; } = PdfLayoutOptions.Default;

    /// <summary>What reads tables that are printed as pictures (OCR), for instance <see cref="Tesseract.Find"/>; null to report such tables instead.</summary>
    public ITextRecogniser? Ocr { get; init; }

    /// <summary>Whether to read the pages alone and leave the JSON that the file carries out of account.</summary>
    public bool IgnoreEmbedded { get; init; }
}
