using System.Globalization;
using System.Text;
using GovBudget.Model.Forms;

namespace GovBudget.Model;

/// <summary>One figure of an official table as a row: the public contract of <c>govbudget facts</c>.</summary>
/// <param name="Table">Canonical Chinese name of the table.</param>
/// <param name="Code">Functional, economic, unit or project code; empty where the row has none.</param>
/// <param name="Item">The row's label without white space and ordinals.</param>
/// <param name="Column">Canonical column path.</param>
/// <param name="Amount">The figure with its printed decimals, and its unit.</param>
/// <param name="Page">1-based PDF page or sheet number; null where unknown.</param>
public sealed record Fact(string Table, string Code, string Item, string Column, Amount Amount, int? Page)
{
    /// <summary>How far the figure can be trusted where it was recognised from a picture; null where it was printed as text.</summary>
    public RecognitionStatus? Recognition { get; init; }

    /// <summary>The header line of the CSV form.</summary>
    public const string CsvHeader = "table,code,item,column,value,unit,page";

    /// <summary>The facts of a document that was read, with pages, and with how far recognised ones can be trusted.</summary>
    /// <param name="reading">What the reader gave.</param>
    public static IEnumerable<Fact> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Parts() is { Count: > 1 } parts) return parts.SelectMany(Of);
        return Of(reading.Document, reading.Provenance, reading.Recognised.ToDictionary(f => (f.Statement, f.Line, f.Column), f => f.Status));
    }

    /// <summary>The facts of a document, in printed order. A printed 0.00 is a fact; an empty cell and — are not.</summary>
    /// <param name="document">The document.</param>
    /// <param name="provenance">Where its figures stood, for the pages.</param>
    public static IEnumerable<Fact> Of(BudgetDocument document, Provenance? provenance = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(document, provenance, []);
    }

    private static IEnumerable<Fact> Of(BudgetDocument document, Provenance? provenance,
        Dictionary<(int Statement, int Line, string Column), RecognitionStatus> recognised)
    {
        for (var s = 0; s < document.Statements.Count; s++)
        {
            var statement = document.Statements[s];
            var table = TableName(statement, document);
            var isCoded = OfficialForms.Of(statement.Kind)?.Rows is RowKind.Functional or RowKind.Economic or RowKind.Project;
            var order = statement.Columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
            for (var l = 0; l < statement.AllLines.Count; l++)
            {
                var line = statement.AllLines[l];
                foreach (var (column, amount) in line.Figures.OrderBy(f => order.GetValueOrDefault(f.Key, int.MaxValue)))
                {
                    if (amount is not { } figure) continue;
                    yield return new Fact(table, line.Code ?? "", isCoded && line.IsTotal ? "合计" : line.ItemPath, column, figure,
                        provenance?.Of(s, l, column)?.Page)
                    {
                        Recognition = recognised.TryGetValue((s, l, column), out var status) ? status : null,
                    };
                }
            }
        }
    }

    /// <summary>The canonical name of a statement in its document: its form's, or its printed title less year and department.</summary>
    public static string TableName(Statement statement, BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(document);
        return OfficialForms.Of(statement.Kind)?.Name(document.Kind) ?? TableHeading.Core(statement.Title, statement.Organisation ?? document.Organisation);
    }

    /// <summary>The row as CSV (RFC 4180).</summary>
    public string ToCsv() => string.Join(',',
        Quote(Table), Quote(Code), Quote(Item), Quote(Column), Amount.Format(), Quote(Amount.Unit.Name), Page?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A CSV field, quoted where it must be.</summary>
    public static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : new StringBuilder(text).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
