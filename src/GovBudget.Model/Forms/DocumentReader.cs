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
        var identity = DocumentIdentity.Of(layout, parts);
        var readings = new List<TableReading>();
        var unnamed = new List<UnplacedText>();
        var forms = new List<FoundTable>();
        var lists = new OverviewTables();
        for (var t = 0; t < tables.Count; t++)
        {
            var table = tables[t];
            if (table.IsPerformance || (t > 0 && forms.Count > 0 && ReferenceEquals(forms[^1], tables[t - 1]) && GoesOn(forms[^1], table)))
            {
                forms.Add(table);
                continue;
            }
            if (IsUnnamed(table))
            {
                if (!lists.Take(table)) unnamed.AddRange(Leftover(table));
                continue;
            }
            var form = OfficialForms.ForTitle(TableHeading.Core(table.Heading.Title, table.Heading.Organisation ?? identity.Organisation));
            var reading = TableReader.Read(table, form, identity.Kind, identity.Year);
            if (form is not null || reading.Unplaced.Count > 0 || reading.Statement.AllLines.Any(HoldsFigure)) readings.Add(reading);
        }
        var performance = PerformanceReader.Read(forms, identity);
        BudgetDocument document = identity.Kind == DocumentKind.Budget ? new DepartmentBudget() : new FinalAccounts();
        document = document with
        {
            Organisation = identity.Organisation,
            Year = identity.Year,
            Title = identity.Title,
            Paragraphs = parts.Text.Skip(identity.CoverParagraphs).Select(t => t.Text).ToValueList(),
            TablesAt = Math.Max(0, parts.TablesAt - identity.CoverParagraphs),
            Statements = readings.Select(r => r.Statement).ToValueList(),
            Performance = performance.Select(p => p.Form).ToValueList(),
        };
        var text = parts.Text.Skip(identity.CoverParagraphs).ToList();
        var overview = DocumentOverview.Of(document);
        (document, var places) = lists.Fill(DocumentOverview.Fill(document), overview, text);
        var pictured = PicturedTables.Find(layout);
        var whole = new Reading
        {
            Document = document,
            Unplaced = readings.SelectMany(r => r.Unplaced).Concat(unnamed).Concat(performance.SelectMany(p => p.Unplaced)).ToValueList(),
            Provenance = new Provenance(readings.Select(r => r.Place), readings.Select(r => r.Places.AsEnumerable()), text.Select(t => t.Place))
            {
                Overview = places,
                Forms = performance.Select(p => (p.Place, p.Indicators)).ToValueList(),
            },
            Diagnostics = [.. layout.Diagnostics, .. pictured.Select(table => new LayoutDiagnostic(table.ToString(), table.Place, IsLoss: true))],
            PicturedTables = pictured,
            Layout = layout,
        };
        return SeveralDocuments.Find(readings) is { } several && !BoundDocuments.Parts(whole)
            ? whole with { Diagnostics = [.. whole.Diagnostics, several] }
            : whole;
    }

    /// <summary>Whether nothing says that a table is an official one: no title, no label, no unit of money. Lists of units, staff and vehicles in the text look
    /// so.</summary>
    private static bool IsUnnamed(FoundTable table) => table.Heading is { Title.Length: 0, Label: null, Unit.IsMoney: false };

    /// <summary>A table in the text that holds figures, as one leftover.</summary>
    private static IEnumerable<UnplacedText> Leftover(FoundTable table)
    {
        var rows = Enumerable.Range(0, table.Grid.RowCount);
        var serial = table.Header.Groups.SelectMany(g => g.Of(ColumnRole.RowNumber)).Select(c => c.Index).ToHashSet();
        if (!rows.Any(r => table.Grid.Filled(
            r).Any(c => CellText.IsFigure(c.Text) && !(serial.Contains(c.Column) && CellText.ColumnNumber(c.Text) is not null))))
            yield break;
        yield return new UnplacedText(string.Join(' ', table.Grid.Filled(0).Select(c => c.Text.Trim())), "没有表名和金额单位的表格，未作为公开表读取", table.Grid.PlaceOf(0), "");
    }

    // The next page of a performance form: right behind it, without a title, as wide, and with no header of its own.
    private static bool GoesOn(FoundTable form, FoundTable table) =>
        table.Heading.Title.Length == 0 && table.Grid.ColumnCount == form.Grid.ColumnCount && table.Header.BodyRow == table.Header.FirstRow;

    private static bool HoldsFigure(StatementLine line) =>
        line.Figures.Count > 0
            || (line.RowNumber is { } number && CellText.ColumnNumber(number) is null && CellText.IsFigure(number))
            || line.Path.Append(line.Label).Concat(line.Texts.Select(t => t.Value)).Any(t => CellText.IsFigure(t) || CellText.HoldsDecimals(t));
}
