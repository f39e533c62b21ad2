using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>Reads the layout of a published document into the typed model: finds the official tables by title and header, never by position.</summary>
public static class DocumentReader
{
    /// <summary>Reads a layout, whatever file it came from.</summary>
    /// <param name="layout">Paragraphs and grids in reading order.</param>
    /// <returns>The document with places and leftovers. A layout without official tables gives a document without statements.</returns>
    public static Reading Read(DocumentLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var parts = TableFinder.Find(layout);
        var tables = parts.Tables;
        var identity = DocumentIdentity.Of(layout, tables);
        var readings = new List<TableReading>();
        foreach (var table in tables.Where(t => !t.IsPerformance))
        {
            var form = OfficialForms.ForTitle(TableHeading.Core(table.Heading.Title, table.Heading.Organisation ?? identity.Organisation));
            var reading = TableReader.Read(table, form, identity.Kind, identity.Year);
            if (form is not null || reading.Statement.AllLines.Any(line => line.Figures.Count > 0)) readings.Add(reading);
        }
        BudgetDocument document = identity.Kind == DocumentKind.Budget ? new DepartmentBudget() : new FinalAccounts();
        document = document with
        {
            Organisation = identity.Organisation,
            Year = identity.Year,
            Title = identity.Title,
            Paragraphs = parts.Text.Skip(identity.CoverParagraphs).Select(t => t.Text).ToValueList(),
            TablesAt = Math.Max(0, parts.TablesAt - identity.CoverParagraphs),
            Statements = readings.Select(r => r.Statement).ToValueList(),
        };
        return new Reading
        {
            Document = document,
            Unplaced = readings.SelectMany(r => r.Unplaced).ToValueList(),
            Provenance = new Provenance(readings.Select(r => r.Place), readings.Select(r => r.Places.AsEnumerable()), parts.Text.Skip(identity.CoverParagraphs).Select(t => t.Place)),
            Diagnostics = layout.Diagnostics,
            Layout = layout,
        };
    }
}
