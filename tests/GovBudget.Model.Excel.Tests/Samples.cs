using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

/// <summary>Published tables as workbooks, both formats, with the figures that stand in them.</summary>
internal static class Samples
{
    public static TheoryData<string> Names => ["rebuilt-000", "rebuilt-001", "rebuilt-002", "rebuilt-003"];

    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static DocumentLayout Read(string name) => WorkbookLayout.Read(File(name), null, TestContext.Current.CancellationToken);

    public static DocumentLayout Read(byte[] bytes,
        WorkbookLimits? limits = null) => WorkbookLayout.Read(bytes, "表.xlsx", limits, TestContext.Current.CancellationToken);

    public static Grid[] Grids(this DocumentLayout layout) => [.. layout.Blocks.OfType<Grid>()];

    /// <summary>The text of the cell at an address; empty where there is none.</summary>
    public static GridCell? Find(this DocumentLayout layout, string sheet, string address) =>
        layout.Grids().SelectMany(g => g.Cells).FirstOrDefault(c => c.Place.Sheet == sheet && c.Place.Cell == address);
}
