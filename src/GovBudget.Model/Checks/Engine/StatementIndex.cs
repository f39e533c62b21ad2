using GovBudget.Model.Forms;

namespace GovBudget.Model.Checks;

/// <summary>Which classification a line's code belongs to.</summary>
internal enum CodeScheme : byte
{
    None,
    Functional = 2,
    Economic = 3,
    GovernmentEconomic = 5,
    Other = 255,
}

/// <summary>A statement prepared for checking: names folded, codes told apart, hierarchy and segments found, once.</summary>
internal sealed class StatementIndex
{
    private readonly string[] _names;
    private string? _table;
    private CodeTree? _tree;
    private ColumnTree? _columnTree;
    private Dictionary<string, int>? _byCode;
    private Outline?[]? _outlines;

    public StatementIndex(int number, Statement statement, BudgetDocument document, Provenance? provenance = null)
    {
        Number = number;
        Statement = statement;
        Document = document;
        var lines = statement.AllLines;
        Lines = new StatementLine[lines.Count];
        Schemes = new CodeScheme[lines.Count];
        _names = new string[lines.Count];
        Total = -1;
        for (var i = 0; i < Lines.Length; i++)
        {
            var line = lines[i];
            Lines[i] = line;
            Schemes[i] = IsUnit(line, lines) ? CodeScheme.Other : SchemeOf(line.Code);
            _names[i] = Label.Fold(Label.Name(line.Label));
            if (line.Figures.Count > 0) HasFigures = true;
            if (Total < 0 && line.Code is null && line.Path.Count == 0 && _names[i] is "合计" or "总计") Total = i;
        }
        Columns = ColumnsOf(statement, Lines);
        if (provenance is not null) Unreadable = UnreadableCells(provenance);
    }

    public int Number { get; }

    public Statement Statement { get; }

    public BudgetDocument Document { get; }

    public StatementKind Kind => Statement.Kind;

    public StatementLine[] Lines { get; }

    public CodeScheme[] Schemes { get; }

    /// <summary>The value columns, printed or only filled.</summary>
    public string[] Columns { get; }

    /// <summary>The 合计 row of a coded table; −1 where there is none.</summary>
    public int Total { get; }

    public bool HasFigures { get; }

    /// <summary>Cells of value columns that print something which is no figure.</summary>
    public (int Line, string Column)[] Unreadable { get; } = [];

    /// <summary>Lines that print other lines' figures, with the table that tells; their figures are left out of <see cref="Lines"/>.</summary>
    public (StatementIndex By, ShiftedRow[] Rows)? Shifted { get; private set; }

    public string Table => _table ??= Fact.TableName(Statement, Document);

    public CodeTree Codes => _tree ??= new CodeTree(this);

    public ColumnTree ColumnTree => _columnTree ??= ColumnTree.Of(Columns);

    /// <summary>The column that states the whole of a coded table: 合计, else 金额.</summary>
    public string WholeColumn => HasColumn(Column.Total.Path) ? Column.Total.Path : Column.Amount.Path;

    /// <summary>The column that states the whole of a side of a two-sided table: 合计 over the funds, else the side's only one.</summary>
    public string ColumnOf(LineSide side) => side == LineSide.Income ? Column.IncomeSide.Path
        : HasColumn(Column.FiscalTotal.Path) ? Column.FiscalTotal.Path : Column.ExpenditureSide.Path;

    /// <summary>A figure of this statement as a term of an identity.</summary>
    public Term Term(int line, string column,
        int weight = 1) => new(new Cell(Number, line, column), Lines[line].Figures[column], weight, Unusable(line, column));

    /// <summary>Takes the figures of lines that are out of step away.</summary>
    public void SetAside(StatementIndex by, ShiftedRow[] rows)
    {
        Shifted = (by, rows);
        foreach (var row in rows) Lines[row.Line] = Lines[row.Line] with { Figures = default };
    }

    private string? Unusable(int line, string column) =>
        Array.IndexOf(Unreadable, (line, column)) >= 0 ? "有关单元格印的不是数字"
        : Shifted is { } shifted && Array.Exists(shifted.Rows, r => r.Line == line) ? "科目与金额错行" : null;

    /// <summary>The label of a line, folded, without ordinals.</summary>
    public string Name(int line) => _names[line];

    public bool HasColumn(string column) => Array.IndexOf(Columns, column) >= 0;

    public Outline OutlineOf(LineSide side)
    {
        _outlines ??= new Outline?[4];
        return _outlines[(int)side] ??= new Outline(this, side);
    }

    /// <summary>The line of that code; −1 where there is none, or more than one.</summary>
    public int LineOf(string code)
    {
        if (_byCode is null)
        {
            _byCode = new Dictionary<string, int>(Lines.Length);
            for (var i = 0; i < Lines.Length; i++)
            {
                if (Lines[i].Code is { } c && !_byCode.TryAdd(c, i)) _byCode[c] = -1;
            }
        }
        return _byCode.GetValueOrDefault(code, -1);
    }

    /// <summary>The first line of that folded name; −1 where there is none.</summary>
    public int LineNamed(string name, LineSide side = LineSide.None)
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            if (Lines[i].Side == side && _names[i] == name) return i;
        }
        return -1;
    }

    private (int Line, string Column)[] UnreadableCells(Provenance provenance)
    {
        List<(int, string)>? cells = null;
        for (var line = 0; line < Lines.Length; line++)
        {
            foreach (var (column, _) in provenance.Of(Number, line).AsSpan())
                if (Lines[line].Figures[column] is null && !Lines[line].Figures.IsDash(column)) (cells ??= []).Add((line, column));
        }
        return cells is null ? [] : [.. cells];
    }

    private static string[] ColumnsOf(Statement statement, StatementLine[] lines)
    {
        var columns = new List<string>(8);
        foreach (var column in statement.Columns.AsSpan()) if (!columns.Contains(column)) columns.Add(column);
        var printed = columns.Count;
        foreach (var line in lines)
        {
            foreach (var (column, _) in line.Figures) if (!columns.Contains(column)) columns.Add(column);
        }
        columns.Sort(printed, columns.Count - printed, StringComparer.Ordinal);
        return [.. columns];
    }

    /// <summary>Whether three digits are a department's own code (205 秦川县教育局), by the longer codes of its units (205023) beside it: subjects have 3, 5 or 7.</summary>
    private static bool IsUnit(StatementLine line, IReadOnlyList<StatementLine> lines)
    {
        if (line.Code is not { Length: 3 } code) return false;
        foreach (var other in lines) if (other.Code is { Length: 6 or 9 } unit && unit.StartsWith(code, StringComparison.Ordinal)) return true;
        return false;
    }

    private static CodeScheme SchemeOf(string? code)
    {
        if (code is null) return CodeScheme.None;
        foreach (var c in code) if (!char.IsAsciiDigit(c)) return CodeScheme.Other;
        return (code.Length, code[0]) switch
        {
            (3 or 5 or 7, '2') => CodeScheme.Functional,
            (3 or 5, '3') => CodeScheme.Economic,
            (3 or 5, '5') => CodeScheme.GovernmentEconomic,
            _ => CodeScheme.Other,
        };
    }
}
