namespace GovBudget.Model.Excel;

/// <summary>Workbooks (.xlsx, .xls) as documents.</summary>
public static class ExcelFormat
{
    /// <summary>Reads a workbook of official tables.</summary>
    /// <param name="path">The file; its type is found by content.</param>
    /// <exception cref="GovBudget.Model.Layout.UnreadableDocumentException">It is no workbook that can be read.</exception>
    public static GovBudget.Model.Reading Read(string path) => DocumentReader.Read(WorkbookLayout.Read(path));
}
