using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>What reading a document gave: the document, where everything stood, and what could not be placed. Nothing that stands in an official table is
/// dropped.</summary>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed record Reading
{
    /// <summary>The document: <see cref="FinalAccounts"/> or <see cref="DepartmentBudget"/>.</summary>
    public required BudgetDocument Document { get; init; }

    /// <summary>Texts in official tables that no line or column could take, with their places.</summary>
    public ValueList<UnplacedText> Unplaced { get; init; }

    /// <summary>Where every statement and figure stood.</summary>
    public Provenance Provenance { get; init; } = Provenance.None;

    /// <summary>What the format's reader had to say: losses, hidden parts, pictures in the place of tables.</summary>
    public ValueList<LayoutDiagnostic> Diagnostics { get; init; }

    /// <summary>Tables that the document prints as pictures and that were not read: present, though <see cref="Document"/> has no statement for them.</summary>
    public ValueList<PicturedTable> PicturedTables { get; init; }

    /// <summary>What became of the figures recognised from pictures (OCR); empty where the document prints text.</summary>
    public ValueList<RecognisedFigure> Recognised { get; init; }

    /// <summary>Whether a table of that kind stands, or may stand, in the document as a picture: a check of what is missing must not fail on it.</summary>
    /// <param name="kind">The kind of table.</param>
    public bool MayBePictured(StatementKind kind) => PicturedTables.Any(table => table.Kind == kind || table.Title.Length == 0);

    /// <summary>The documents bound in this file (汇编、合订本: a department and its units, a budget and the accounts), each read by itself, with its pages as they
    /// are in
    /// the file; this reading alone where it holds one document. <see cref="Document"/> holds the tables of all.</summary>
    public IReadOnlyList<Reading> Parts() => BoundDocuments.Split(this) is { Count: > 0 } parts ? parts : [this];

    /// <summary>For people and debuggers: the document, and how many texts could not be placed.</summary>
    public override string ToString() => $"{Document}，{Unplaced.Count} 处未能归位";

    /// <summary>The layout that was read.</summary>
    public DocumentLayout Layout { get; init; } = new();
}

/// <summary>A text that stands in a table and could not be placed.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Reason">Why, and what would be right (Chinese).</param>
/// <param name="Place">Where.</param>
/// <param name="Table">The table's title.</param>
public sealed record UnplacedText(string Text, string Reason, Place Place, string Table)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{Place}“{Table}”：“{Text}”未能归位：{Reason}";
}

/// <summary>Where the statements and figures of a document stood; kept beside the model, not in it.</summary>
public sealed class Provenance
{
    private readonly Place[] _statements;
    private readonly ValueList<KeyValuePair<string, Place>>[][] _lines;

    private readonly Place[] _paragraphs;

    internal Provenance(IEnumerable<Place> statements, IEnumerable<IEnumerable<ValueList<KeyValuePair<string, Place>>>> lines, IEnumerable<Place> paragraphs)
    {
        _paragraphs = [.. paragraphs];
        _statements = [.. statements];
        _lines = [.. lines.Select(l => l.ToArray())];
    }

    internal ValueList<(Place Form, ValueList<Place> Indicators)> Forms { get; init; }

    internal OverviewPlaces Overview { get; init; } = new();

    /// <summary>Where a duty is stated; null where unknown.</summary>
    /// <param name="duty">Index in <see cref="BudgetDocument.Duties"/>.</param>
    public Place? OfDuty(int duty) => duty < Overview.Duties.Count ? Overview.Duties[duty] : null;

    /// <summary>Where a unit is listed; null where unknown.</summary>
    /// <param name="unit">Index in <see cref="BudgetDocument.UnitsCovered"/>.</param>
    public Place? OfUnitCovered(int unit) => unit < Overview.Units.Count ? Overview.Units[unit] : null;

    /// <summary>Where posts and people are stated; null where they are not.</summary>
    public Place? OfStaffing => Overview.Staffing;

    /// <summary>Where the day of publication is stated; null where it is not.</summary>
    public Place? OfPublication => Overview.Publication;

    /// <summary>Where a performance form begins; null where unknown.</summary>
    /// <param name="form">Index in <see cref="BudgetDocument.Performance"/>.</param>
    public Place? OfForm(int form) => form < Forms.Count ? Forms[form].Form : null;

    /// <summary>Where an indicator of a performance form stands; null where unknown.</summary>
    /// <param name="form">Index in <see cref="BudgetDocument.Performance"/>.</param>
    /// <param name="indicator">Index in <see cref="PerformanceForm.Indicators"/>.</param>
    public Place? OfIndicator(int form,
        int indicator) => form < Forms.Count && indicator < Forms[form].Indicators.Count ? Forms[form].Indicators[indicator] : null;

    /// <summary>No places known: the document was not read from a layout.</summary>
    public static Provenance None { get; } = new([], [], []);

    /// <summary>Where a paragraph begins; null where unknown.</summary>
    /// <param name="paragraph">Index in <see cref="BudgetDocument.Paragraphs"/>.</param>
    public Place? OfParagraph(int paragraph) => paragraph < _paragraphs.Length ? _paragraphs[paragraph] : null;

    /// <summary>Where a statement begins; null where unknown.</summary>
    /// <param name="statement">Index in <see cref="BudgetDocument.Statements"/>.</param>
    public Place? Of(int statement) => statement < _statements.Length ? _statements[statement] : null;

    /// <summary>Where a figure stands; null where unknown.</summary>
    /// <param name="statement">Index in <see cref="BudgetDocument.Statements"/>.</param>
    /// <param name="line">Index in the statement's lines.</param>
    /// <param name="column">Canonical column path.</param>
    public Place? Of(int statement, int line, string column)
    {
        if (statement >= _lines.Length || line >= _lines[statement].Length) return null;
        foreach (var (path, place) in _lines[statement][line])
        {
            if (path == column) return place;
        }
        return null;
    }

    /// <summary>The cells of a line's value columns that print something, figure or not.</summary>
    internal ValueList<KeyValuePair<string, Place>> Of(int statement,
        int line) => statement < _lines.Length && line < _lines[statement].Length ? _lines[statement][line] : default;
}
