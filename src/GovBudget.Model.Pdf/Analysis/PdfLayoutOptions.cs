namespace GovBudget.Model.Pdf;

/// <summary>The tolerances by which letters and marks become words, rules, grids and paragraphs. Lengths are in points; those called shares of an em are
/// multiples of the letter size.</summary>
/// <remarks>Immutable and thread-safe; change one with <c>with</c>. The defaults read what Word, WPS, Excel, LibreOffice, ONLYOFFICE, Distiller and Chromium
/// print.</remarks>
public sealed record PdfLayoutOptions
{
    /// <summary>The defaults.</summary>
    public static PdfLayoutOptions Default { get; } = new();

    /// <summary>The thickest filled rectangle, stroke or image that is a rule, in points.</summary>
    public double RuleThickness { get; init; } = 3.2;

    /// <summary>Parallel rules nearer than this are one (double rules, cell borders drawn from both sides), in points.</summary>
    public double RuleSnap { get; init; } = 3;

    /// <summary>Gaps along a rule up to this length are closed (dashes, dots, borders drawn cell by cell), in points.</summary>
    public double RuleJoin { get; init; } = 4;

    /// <summary>How far a rule may end short of the rule that it meets, in points.</summary>
    public double RuleTouch { get; init; } = 2.5;

    /// <summary>The shortest rule that bounds a cell, in points.</summary>
    public double MinimumRule { get; init; } = 6;

    /// <summary>Paint at least this light (0 black, 1 white) is background.</summary>
    public double WhiteLuminance { get; init; } = 0.97;

    /// <summary>The most rules of one direction that are looked at on a page; the longest are kept.</summary>
    public int MaximumRules { get; init; } = 4000;

    /// <summary>The same letter again within this distance is fake bold, not text; share of an em.</summary>
    public double DoubleOffset { get; init; } = 0.15;

    /// <summary>A gap wider than this parts two Latin words or numbers; share of an em.</summary>
    public double LatinGap { get; init; } = 0.2;

    /// <summary>A gap wider than this parts two Chinese words; share of an em.</summary>
    public double ChineseGap { get; init; } = 0.5;

    /// <summary>A gap wider than this parts Chinese from Latin; share of an em.</summary>
    public double MixedGap { get; init; } = 0.6;

    /// <summary>A gap wider than this parts a line into paragraphs that stand side by side; share of an em.</summary>
    public double SideGap { get; init; } = 4;

    /// <summary>How far column lines may be shifted from page to page, in points, after the table's own shift is taken out.</summary>
    public double ColumnShift { get; init; } = 2.5;

    /// <summary>The share of the page from which an image is a picture of its own.</summary>
    public double PictureShare { get; init; } = 0.2;

    /// <summary>Rows that must align before text without rules is a table.</summary>
    public int AlignedRows { get; init; } = 3;

    /// <summary>Columns of numbers that must align before text without rules is a table.</summary>
    public int AlignedColumns { get; init; } = 2;

    /// <summary>The share of the page's height at its head and foot where running lines are looked for.</summary>
    public double FurnitureBand { get; init; } = 0.13;
}
