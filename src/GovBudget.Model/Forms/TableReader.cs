using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>A statement read from a grid, with the place of every figure, and what could not be placed.</summary>
internal sealed record TableReading(Statement Statement, Form? Form, ValueList<ValueList<KeyValuePair<string, Place>>> Places,
    ValueList<UnplacedText> Unplaced, Place Place);

/// <summary>Reads the body of one table: rows become lines, value columns become canonical columns.</summary>
internal sealed class TableReader
{
    private readonly GridMatrix _grid;
    private readonly TableHeading _heading;
    private readonly TableHeader _header;
    private readonly Form? _form;
    private readonly int? _year;
    private readonly ColumnNaming _naming;
    private readonly List<(StatementLine Line, int Group, List<KeyValuePair<string, Place>> Places)> _lines = [];
    private readonly List<UnplacedText> _unplaced = [];
    private readonly List<string> _notes = [];
    private readonly ValueList<string> _below;
    private readonly List<List<string>> _paths;
    private readonly List<StubReader> _stubs;

    private TableReader(FoundTable table, Form? form, DocumentKind kind, int? year)
    {
        (_grid, _heading, _below) = (table.Grid, table.Heading, table.NotesBelow);
        _header = form?.Rows == RowKind.TwoSided ? table.Header.OfSides() : table.Header;
        _form = form;
        _year = _heading.Year ?? year;
        _naming = new ColumnNaming(form, kind, _year);
        _stubs = [.. _header.Groups.Select(group => new StubReader(_grid, group, form, _year, Leave))];
        _paths = [.. _header.Groups.Select(_ => new List<string>())];
    }

    public static TableReading Read(FoundTable table, Form? form, DocumentKind kind, int? year) => new TableReader(table, form, kind, year).Read();

    private TableReading Read()
    {
        var sides = Sides();
        var names = _header.Groups.Select((group, g) => _naming.Name(group, sides[g])).ToList();
        for (var r = 0; r < _grid.RowCount; r++)
        {
            if (r >= _header.FirstRow && r < _header.BodyRow) continue;
            ReadRow(r, sides, names);
        }
        var lines = _form?.Kind == StatementKind.ThreePublic
            ? ThreePublicNaming.Turn(_lines, _year, (text, reason, place) => _unplaced.Add(new UnplacedText(text, reason, place, _heading.Title)))
            : _lines;
        var ordered = lines.OrderBy(l => l.Line.Side).ThenBy(l => l.Group).ToList(); // stable: groups laid out side by side one after the other
        var statement = (_form?.Make() ?? new OtherTable()) with
        {
            Title = _heading.Title,
            Label = _heading.Label,
            Organisation = _heading.Organisation,
            Year = _heading.Year,
            Unit = _heading.Unit,
            Columns = ReferenceEquals(lines, _lines)
                ? names.SelectMany(n => n.Values).Select(n => n.Path).Distinct().ToValueList()
                : ordered.SelectMany(l => l.Places).Select(p => p.Key).Distinct().ToValueList(),
            Notes = [.. _notes, .. _below],
        };
        return new TableReading(
            statement.WithLines(ordered.Select(l => l.Line)), _form, ordered.Select(l => l.Places.ToValueList()).ToValueList(), _unplaced.ToValueList(),
            _grid.PlaceOf(0));
    }

    private LineSide[] Sides()
    {
        if (_form?.Rows != RowKind.TwoSided) return new LineSide[_header.Groups.Count];
        return [.. _header.Groups.Select((group, g) =>
        {
            var header = Label.Fold(string.Concat(group.Columns.SelectMany(c => c.Path)));
            if (header.Contains("用途", StringComparison.Ordinal)) return LineSide.Purpose;
            var income = header.Contains("收入", StringComparison.Ordinal);
            var expenditure = header.Contains("支出", StringComparison.Ordinal);
            if (income != expenditure) return income ? LineSide.Income : LineSide.Expenditure;
            return g == 0 ? LineSide.Income : LineSide.Expenditure;
        })];
    }

    private void ReadRow(int row, LineSide[] sides, List<Dictionary<int, ColumnName>> names)
    {
        var filled = _grid.Filled(row).Where(c => _grid.BeginsIn(c, row)).ToList();
        if (filled.Count == 0 || TableHeader.IsIndexRow(_grid, row) || RepeatsHeader(row)) return;
        if (filled.Any(c => Label.Fold(c.Text) == "栏次"))
        {
            foreach (var cell in filled.Where(c => Label.Fold(c.Text) != "栏次" && CellText.ColumnNumber(c.Text) is null && !TableHeader.IsLevelName(c.Text)))
                Leave(cell, "栏次行中不是栏次");
            return;
        }
        if (IsNoteRow(filled))
        {
            _notes.AddRange(filled.Select(c => c.Text.Trim()));
            return;
        }
        var used = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        for (var g = 0; g < _header.Groups.Count; g++) ReadGroup(row, g, sides[g], names[g], used);
        foreach (var cell in filled.Where(c => !used.Contains(c)))
        {
            Leave(cell, "不属于任何列");
        }
    }

    /// <summary>Figures that stand where labels and row numbers do, in a row that is no line.</summary>
    private void LeaveFigures(int row, ColumnGroup group)
    {
        foreach (var cell in group.Columns.Where(c => c.Role != ColumnRole.Value)
            .Select(c => _grid.At(row, c.Index))
            .OfType<GridCell>()
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<GridCell>())
        {
            if (_grid.BeginsIn(cell, row) && CellText.IsFigure(cell.Text) && cell.Text.Contains('.', StringComparison.Ordinal)) Leave(cell, "不属于任何行");
        }
    }

    private void Leave(GridCell cell, string reason) => _unplaced.Add(new UnplacedText(cell.Text, reason, cell.Place, _heading.Title));

    /// <summary>A row of one text that reads like a note, or that goes on below one over the whole width; or one that says who made the table.</summary>
    private bool IsNoteRow(List<GridCell> filled) =>
        (NoteText.IsSignature(filled[0].Text) && !filled.Exists(c => CellText.HoldsDecimals(c.Text)))
        || (filled.Count == 1 && !CellText.IsFigure(filled[0].Text)
            && ((NoteText.IsNote(filled[0].Text) && (filled[0].ColumnSpan > 1 || filled[0].Text.Length > 8))
                || (_notes.Count > 0 && filled[0].ColumnSpan == _grid.ColumnCount)));

    private void ReadGroup(int row, int g, LineSide side, Dictionary<int, ColumnName> names, HashSet<GridCell> used)
    {
        var group = _header.Groups[g];
        var plan = _stubs[g].Plan;
        var stub = _stubs[g].Read(row, used);
        var figures = default(Figures);
        var places = new List<KeyValuePair<string, Place>>();
        foreach (var column in group.Of(ColumnRole.Value))
        {
            if (_grid.At(row, column.Index) is not { } cell || !_grid.BeginsIn(cell, row) || !used.Add(cell) || string.IsNullOrWhiteSpace(cell.Text)) continue;
            var name = names[column.Index];
            if (CellText.IsDash(cell.Text))
            {
                if (figures.Any(f => f.Key == name.Path)) continue; // a second column of that name adds nothing by a dash
                figures = figures.WithDash(name.Path);
                places.Add(new(name.Path, cell.Place));
                continue;
            }
            var unit = _naming.UnitOf(column, stub.Label, _heading.Unit);
            var parsed = AmountPattern.Parse(cell.Text, unit);
            if (parsed.TryGetValue(out var amount) && !figures.Any(f => f.Key == name.Path))
            {
                figures = figures.With(name.Path, amount);
                places.Add(new(name.Path, cell.Place));
            }
            else
            {
                Leave(cell, parsed.Error ?? $"“{name.Path}”列已有数字");
                if (!places.Exists(p => p.Key == name.Path)) places.Add(new(name.Path, cell.Place)); // its place is known, though not what it says
            }
        }
        var texts = plan.Words
            .Select(c => (Column: c, Cell: _grid.At(row, c.Index)))
            .Where(t => t.Cell is not null && _grid.BeginsIn(t.Cell, row) && t.Cell.Text.Length > 0 && used.Add(t.Cell))
            .Select(t => new KeyValuePair<string, string>(t.Column.Header, t.Cell!.Text.Trim()))
            .Concat(stub.Texts)
            .ToValueList();
        if ((stub is { Label: "", Code: null } && figures.Count == 0 && texts.Count == 0)
            || (figures.Count == 0 && stub.SpansValues && _header.Groups.Count > 1))
        {
            LeaveFigures(row, group); // a row or a label that says nothing here
            return;
        }
        var label = stub.Label;
        if (label.Length == 0
            && stub.Code is null
            && figures.Count > 0
            && _form?.Rows is RowKind.Functional or RowKind.Economic or RowKind.Project
            && _lines.Count == 0
            && plan.HasLabel)
            label = "合计";
        if (label.Length == 0 && stub.Code is null && figures.Count > 0 && LabelAlone(row, g) is { } alone) label = alone;
        var path = stub.Path.Count == 0 ? default : FillDown(g, stub.Path, label);
        _lines.Add((new StatementLine
        {
            Label = path.Count > 0 ? path[^1] : label,
            Code = stub.Code,
            RowNumber = stub.RowNumber,
            Side = side,
            Path = path.Count > 1 ? path.Take(path.Count - 1).ToValueList() : default,
            Figures = figures,
            Texts = texts,
        }, g, places));
    }

    /// <summary>What labels figures of a group that stand without a label of their own (公用经费合计 |  |  |  |  | 18.11, no cells merged): the one text of the nearest
    /// group to the left that holds any, if it is a label without a figure. Null where there is none.</summary>
    private string? LabelAlone(int row, int g)
    {
        for (g--; g >= 0; g--)
        {
            var cells = _header.Groups[g].Columns.Select(c => _grid.At(row, c.Index)).OfType<GridCell>().Where(c => c.Text.Length > 0).ToList();
            if (cells.Count == 0) continue;
            return cells is [var only] && _lines is [.., var last] && last.Group == g && last.Line.Figures.Count == 0 && last.Line.Label == only.Text.Trim()
                ? last.Line.Label
                : null;
        }
        return null;
    }

    /// <summary>Labels in several cells: leading blanks continue the row above, trailing blanks do not.</summary>
    private ValueList<string> FillDown(int group, ValueList<string> parts, string label)
    {
        var all = parts.ToList();
        var above = _paths[group];
        var first = all.FindIndex(p => p.Length > 0);
        for (var i = 0; i < first && i < above.Count; i++) all[i] = above[i];
        _paths[group] = all;
        return label.Length == 0 && first < 0 ? default : all.Where(p => p.Length > 0).ToValueList();
    }

    private bool RepeatsHeader(int row)
    {
        var any = false;
        foreach (var cell in _grid.Filled(row))
        {
            var text = Label.Fold(cell.Text);
            var same = false;
            for (var r = _header.FirstRow; r < _header.BodyRow && !same; r++) same = Label.Fold(_grid.Text(r, cell.Column)) == text;
            if (!same) return false;
            any = true;
        }
        return any && _header.BodyRow > _header.FirstRow;
    }
}
