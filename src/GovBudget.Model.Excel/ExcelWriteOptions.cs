namespace GovBudget.Model.Excel;

/// <summary>How a workbook is written. Immutable.</summary>
public sealed record ExcelWriteOptions
{
    /// <summary>The defaults.</summary>
    public static ExcelWriteOptions Default { get; } = new();

    /// <summary>Whether cells that are the sum of others (<see cref="Layout.GridCell.SumOf"/>) are formulas, with the printed figures as their results: a
    /// figure that is changed changes its totals.
    /// A total that its parts miss by a rounding difference stays a number.</summary>
    public bool Formulas { get; init; }

    /// <summary>Texts that the file carries beside its sheets, as custom XML parts.</summary>
    public ValueList<WorkbookAttachment> Attachments { get; init; }
}

/// <summary>A text that a workbook carries beside its sheets: a custom XML part, which Excel keeps when the file is saved again.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The text.</param>
public sealed record WorkbookAttachment(string Name, string Text);
