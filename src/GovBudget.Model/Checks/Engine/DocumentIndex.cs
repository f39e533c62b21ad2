using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>A printed figure's address.</summary>
internal readonly record struct Cell(int Statement, int Line, string Column);

/// <summary>A figure in an identity: its address, what is printed there, and its sign.</summary>
/// <param name="Cell">Its address.</param>
/// <param name="Amount">What is printed; null for a blank, a dash, and a text that is no figure.</param>
/// <param name="Weight">Its sign.</param>
/// <param name="Unusable">Why nothing can be said of what it is part of (Chinese): the cell prints no figure, or another line's; null where it can.</param>
internal readonly record struct Term(Cell Cell, Amount? Amount, int Weight = 1, string? Unusable = null);

/// <summary>A document prepared for checking.</summary>
internal sealed class DocumentIndex
{
    private const int NotesBelow = 6;

    private readonly int[] _byKind = new int[32];
    private Dictionary<Place, FoundTable>? _tables;
    private Dictionary<Place, List<string>>? _below;
    private NarrativeIndex? _text;

    public DocumentIndex(BudgetDocument document, Reading? reading)
    {
        Document = document;
        Reading = reading;
        Statements = new StatementIndex[document.Statements.Count];
        Array.Fill(_byKind, -1);
        for (var s = 0; s < Statements.Length; s++)
        {
            var statement = Statements[s] = new StatementIndex(s, document.Statements[s], document, reading?.Provenance);
            ref var at = ref _byKind[(int)statement.Kind];
            if (at < 0 || (!Statements[at].HasFigures && statement.HasFigures)) at = s;
        }
        foreach (var kind in (ReadOnlySpan<StatementKind>)[StatementKind.GeneralPublic, StatementKind.FiscalExpenditure])
        {
            if (Filled(StatementKind.Expenditure) is { Shifted: null } whole && Filled(kind) is { } part) ShiftedRows.SetAside(whole, part);
        }
    }

    public BudgetDocument Document { get; }

    public Reading? Reading { get; }

    public StatementIndex[] Statements { get; }

    /// <summary>The running text with what it claims.</summary>
    public NarrativeIndex Text => _text ??= new NarrativeIndex(this);

    public bool IsBudget => Document.Kind == DocumentKind.Budget;

    /// <summary>The year of the document, else that of its tables.</summary>
    public int? Year => Document.Year ?? Array.Find(Statements, s => s.Statement.Year is not null)?.Statement.Year;

    /// <summary>The statement of that kind, the first that prints figures; null where the document has none.</summary>
    public StatementIndex? Of(StatementKind kind) => _byKind[(int)kind] is var at and >= 0 ? Statements[at] : null;

    /// <summary>As <see cref="Of"/>, and it prints figures.</summary>
    public StatementIndex? Filled(StatementKind kind) => Of(kind) is { HasFigures: true } statement ? statement : null;

    /// <summary>The printed table that a statement was read from; null where there was none.</summary>
    public FoundTable? TableOf(StatementIndex statement)
    {
        if (Reading is null || PlaceOf(statement.Number) is not { } place) return null;
        if (_tables is null)
        {
            _tables = [];
            foreach (var table in TableFinder.Find(Reading.Layout).Tables) if (!table.IsPerformance) _tables.TryAdd(table.Grid.PlaceOf(0), table);
        }
        return _tables.GetValueOrDefault(place);
    }

    /// <summary>The notes of a statement, and what else stands below its table before the next heading.</summary>
    public IEnumerable<string> TextsBelow(StatementIndex statement)
    {
        IEnumerable<string> notes = statement.Statement.Notes;
        if (TableOf(statement) is not { } table) return notes;
        _below ??= Below(Reading!.Layout);
        return _below.TryGetValue(table.Grid.Grid.Place, out var below) ? notes.Concat(below.Where(b => !statement.Statement.Notes.Contains(b))) : notes;
    }

    private static Dictionary<Place, List<string>> Below(DocumentLayout layout)
    {
        var below = new Dictionary<Place, List<string>>();
        List<string>? current = null;
        var page = 0;
        foreach (var block in layout.Blocks)
        {
            switch (block)
            {
                case Grid grid:
                    below[grid.Place] = current = [];
                    page = grid.Cells.Count > 0 ? grid.Cells[^1].Place.Page : grid.Place.Page;
                    break;
                case Paragraph { Role: ParagraphRole.Body } paragraph when current is not null:
                    if (paragraph.Place.Page != page || current.Count == NotesBelow || TableHeading.IsHeadingText(paragraph.Text)) current = null;
                    else current.Add(paragraph.Text.Trim());
                    break;
            }
        }
        return below;
    }

    public Place? PlaceOf(Cell cell) => Reading?.Provenance.Of(cell.Statement, cell.Line, cell.Column) ?? PlaceOf(cell.Statement);

    public Place? PlaceOf(int statement) => Reading?.Provenance.Of(statement);

    /// <summary>The operand as the report shows it.</summary>
    public FindingOperand Operand(Term term, bool left)
    {
        var statement = Statements[term.Cell.Statement];
        var line = statement.Lines[term.Cell.Line];
        return new FindingOperand(statement.Table, line.Code ?? "", line.ItemPath, term.Cell.Column, term.Amount, term.Weight, left, PlaceOf(term.Cell));
    }
}
