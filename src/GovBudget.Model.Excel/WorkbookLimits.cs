namespace GovBudget.Model.Excel;

/// <summary>How much of a workbook is read before it is refused (<see cref="Layout.UnreadableReason.BeyondLimit"/>). The defaults are far above any published
/// workbook. Immutable.</summary>
public sealed record WorkbookLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Bytes of the file; 128 MiB unless told otherwise.</summary>
    public long FileBytes { get; init; } = 128L << 20;

    /// <summary>Bytes of all parts read, inflated; 1 GiB unless told otherwise.</summary>
    public long InflatedBytes { get; init; } = 1L << 30;

    /// <summary>How many times its packed size a part may inflate to (looked at beyond 4 MiB); 400 unless told otherwise. Real sheets stay below 100.</summary>
    public int InflationRatio { get; init; } = 400;

    /// <summary>Sheets; 1,024 unless told otherwise.</summary>
    public int Sheets { get; init; } = 1024;

    /// <summary>Cells that hold something, over all sheets; 4,000,000 unless told otherwise.</summary>
    public int Cells { get; init; } = 4_000_000;

    /// <summary>Merged regions of one sheet; 200,000 unless told otherwise.</summary>
    public int MergedRegions { get; init; } = 200_000;

    /// <summary>Rows times columns of one grid; 4,000,000 unless told otherwise. Beyond it, runs of blank rows and columns are shortened first.</summary>
    public long GridArea { get; init; } = 4_000_000;

    /// <summary>Diagnostics of one sheet; the rest is summed up in one more. 200 unless told otherwise.</summary>
    public int Diagnostics { get; init; } = 200;
}
