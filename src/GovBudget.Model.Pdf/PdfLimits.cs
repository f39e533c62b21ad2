namespace GovBudget.Model.Pdf;

/// <summary>How much a file may ask for before reading it is given up. The defaults are far above any published document and keep a hostile one within a few
/// hundred MiB and a few seconds.</summary>
public sealed record PdfLimits
{
    /// <summary>The defaults.</summary>
    public static PdfLimits Default { get; } = new();

    /// <summary>The largest file, in bytes. Beyond it opening fails.</summary>
    public long FileBytes { get; init; } = 256L << 20;

    /// <summary>The most bytes that one stream may expand to (less for streams that expand more than 250-fold). What is beyond is left out, with a
    /// diagnostic.</summary>
    public int StreamBytes { get; init; } = 48 << 20;

    /// <summary>The most bytes of content that one page may expand to, forms included. What is beyond is left out, with a diagnostic.</summary>
    public int PageBytes { get; init; } = 96 << 20;

    /// <summary>The most pages. What is beyond is left out, with a diagnostic.</summary>
    public int Pages { get; init; } = 50_000;

    /// <summary>The most content operators on a page, forms included; painting a form counts as several.</summary>
    public int Operators { get; init; } = 4_000_000;

    /// <summary>The most letters on a page.</summary>
    public int Letters { get; init; } = 400_000;

    /// <summary>The most marks on a page.</summary>
    public int Marks { get; init; } = 600_000;
}
