namespace GovBudget.Model.Excel;

/// <summary>How a workbook is read. Immutable.</summary>
public sealed record ExcelReadOptions
{
    /// <summary>The defaults.</summary>
    public static ExcelReadOptions Default { get; } = new();

    /// <summary>How much is read before the file is refused.</summary>
    public WorkbookLimits Limits { get; init; } = WorkbookLimits.Default;

    /// <summary>Whether to read the sheets alone and leave the JSON that the file carries out of account.</summary>
    public bool IgnoreEmbedded { get; init; }
}
