using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovBudget.Model.Excel.Reading;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Writing;

/// <summary>A layout as .xlsx: package, workbook and styles through the Open XML SDK, the cells straight as XML.</summary>
internal static class XlsxWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    public static MemoryStream Write(DocumentLayout layout, ExcelWriteOptions options, CancellationToken cancellation)
    {
        var pages = Pages(layout);
        var names = SheetNames.For(pages);
        var blocks = layout.Blocks.ToLookup(b => b.Place.Page);
        var styles = new StyleTable();
        var numbers = new NumberCells();
        var output = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            var sheets = new Sheets();
            var titles = new DefinedNames();
            for (var i = 0; i < pages.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var plan = SheetPlan.For(blocks[pages[i].Number]);
                var id = "rId" + (i + 1).ToString(CultureInfo.InvariantCulture);
                var part = workbook.AddNewPart<WorksheetPart>(id);
                using (var stream = part.GetStream(FileMode.Create, FileAccess.Write))
                using (var xml = XmlWriter.Create(stream, Settings)) new SheetXml(xml, plan, styles, numbers, options.Formulas, cancellation).Write();
                sheets.Append(new Sheet { Name = names[i], SheetId = (uint)i + 1, Id = id });
                if (plan.HeaderRows is { } rows)
                {
                    var quoted = names[i].Replace("'", "''", StringComparison.Ordinal);
                    titles.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{quoted}'!${rows.From + 1}:${rows.To + 1}"))
                    {
                        Name = "_xlnm.Print_Titles",
                        LocalSheetId = (uint)i,
                    });
                }
            }

            for (var i = 0; i < options.Attachments.Count; i++)
            {
                var part = workbook.AddNewPart<CustomXmlPart>("application/xml", "rIdX" + (i + 1).ToString(CultureInfo.InvariantCulture));
                using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
                using var xml = XmlWriter.Create(stream, Settings);
                CustomParts.Write(xml, options.Attachments[i]);
            }

            workbook.AddNewPart<WorkbookStylesPart>("rId0").Stylesheet = styles.Stylesheet();
            workbook.Workbook = titles.HasChildren ? new Workbook(sheets, titles) : new Workbook(sheets);
        }

        ZipTimes.Fix(output.GetBuffer().AsSpan(0, (int)output.Length));
        return output;
    }

    /// <summary>The pages, and one for every block that names a page not listed; a workbook has at least one sheet.</summary>
    private static List<LayoutPage> Pages(DocumentLayout layout)
    {
        var pages = layout.Pages.ToList();
        var listed = pages.Select(p => p.Number).ToHashSet();
        pages.AddRange(layout.Blocks.Where(b => listed.Add(b.Place.Page)).Select(b => new LayoutPage(b.Place.Page, b.Place.Sheet)));
        if (pages.Count == 0) pages.Add(new(1));
        return pages;
    }
}
