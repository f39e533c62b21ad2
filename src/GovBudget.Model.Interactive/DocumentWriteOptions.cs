using GovBudget.Model.Excel;
using GovBudget.Model.Pdf;

namespace GovBudget.Model.Interactive;

/// <summary>How a document is written, whatever the format. Immutable.</summary>
public sealed record DocumentWriteOptions
{
    /// <summary>The defaults.</summary>
    public static DocumentWriteOptions Default { get; } = new();

    /// <summary>As PDF: fonts, contents, properties.</summary>
    public PdfWriteOptions Pdf { get; init; } = PdfWriteOptions.Default;

    /// <summary>As workbook: formulas.</summary>
    public ExcelWriteOptions Excel { get; init; } = ExcelWriteOptions.Default;
}
