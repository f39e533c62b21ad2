using GovBudget.Model.Excel;
using GovBudget.Model.Pdf;

namespace GovBudget.Model.Testing.Tests;

/// <summary>A format that documents go through: written, and read again from what is visible.</summary>
/// <param name="Name">What it is called in tests.</param>
/// <param name="KeepsPerformance">Whether its writer prints performance forms.</param>
/// <param name="Through">Writes and reads.</param>
internal sealed record Format(string Name, bool KeepsPerformance, Func<BudgetDocument, Reading> Through)
{
    private static readonly PdfWriteOptions Plain = new() { EmbedFonts = false };

    /// <summary>All formats, with what their writers leave out: the one place that says it.</summary>
    public static Format[] All { get; } =
    [
        new("json", true, document => new Reading { Document = DocumentJson.Read(Written(document, (d, s) => DocumentJson.Write(d, s))) }),
        new("xlsx", true,
            document => ExcelFormat.Read(Written(document, (d, s) => ExcelFormat.Write(d, s)), "表.xlsx", new ExcelReadOptions { IgnoreEmbedded = true })),
        new("pdf", true, document => PdfFormat.Read(Written(document, (d, s) => PdfFormat.Write(d, s, Plain)).ToArray(), ignoreEmbedded: true)),
    ];

    public static Format Of(string name) => Array.Find(All, f => f.Name == name)!;

    /// <summary>What of a document the format keeps.</summary>
    public BudgetDocument Kept(BudgetDocument document) => KeepsPerformance ? document : document with { Performance = default };

    private static MemoryStream Written(BudgetDocument document, Action<BudgetDocument, Stream> write)
    {
        var stream = new MemoryStream();
        write(document, stream);
        return new MemoryStream(stream.ToArray());
    }
}
