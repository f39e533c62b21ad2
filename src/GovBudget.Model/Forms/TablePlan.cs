namespace GovBudget.Model.Forms;

/// <summary>A column to print.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Header">Its header path, outermost first.</param>
/// <param name="Key">The canonical path of a value column, the header of a text column.</param>
/// <param name="Level">Which level of the label a name column holds; which of several equal text columns it is.</param>
/// <param name="Width">How many columns of the grid it takes.</param>
internal sealed record PlannedColumn(ColumnRole Role, ValueList<string> Header, string Key = "", int Level = 0, int Width = 1);

/// <summary>A column group to print, and its rows.</summary>
internal sealed record PlannedGroup(IReadOnlyList<PlannedColumn> Columns, PlannedRow[] Rows);

/// <summary>What goes where when a statement is printed: column groups side by side, rows beside each other.</summary>
/// <param name="Groups">Left to right, all with the same number of rows.</param>
/// <param name="NumbersColumns">Whether a row below the header numbers the columns (栏次).</param>
/// <param name="Levels">Whether that row also names 类 款 项.</param>
/// <param name="SpansTotals">Whether totals in the last row take the columns of code and name, and of the groups before that have none.</param>
internal sealed record TablePlan(IReadOnlyList<PlannedGroup> Groups, bool NumbersColumns, bool Levels, bool SpansTotals = false)
{
    public static TablePlan Of(Statement statement, Form? form, FormEdition edition, int? year) => new Planner(statement, form, edition, year).Plan();

    private sealed class Planner(Statement statement, Form? form, FormEdition edition, int? year)
    {
        private readonly IReadOnlyList<StatementLine> _lines = statement.AllLines;
        private readonly PrintedHeaders _headers = new(form, edition, statement.Year ?? year);
        private readonly StubHeader _stub = StubHeader.Of(form, edition.Kind, statement.AllLines);
        private readonly string[] _columns =
            [.. statement.Columns.Concat(statement.AllLines.SelectMany(line => line.Figures.Select(f => f.Key))).Distinct()];

        private bool IsAccounts => edition.NumbersColumns;

        public TablePlan Plan()
        {
            if (form?.Rows == RowKind.TwoSided) return TwoSided();
            if (form?.Kind == StatementKind.Basic && SideBySide() is { } beside) return beside;
            var numbered = IsAccounts && form is not null && _columns.Length > 0;
            var group = Group(_lines, _columns, LineSide.None, default, _stub.Name, Rows(_lines));
            var levels = numbered && _stub.Levels && group.Columns.Any(c => c.Role == ColumnRole.Code);
            if (levels) group = group with { Columns = [.. group.Columns.Select(c => c.Role == ColumnRole.Code ? c with { Width = 3 } : c)] };
            return new TablePlan([group], numbered, levels);
        }

        private static PlannedRow[] Rows(IEnumerable<StatementLine> lines) => [.. lines.Select(line => new PlannedRow(line, line.RowNumber))];

        private TablePlan TwoSided()
        {
            var income = _columns.Where(c => c == Column.IncomeSide.Path || c.StartsWith(Column.IncomeSide.Path + "/", StringComparison.Ordinal)).ToArray();
            var spending = _columns.Except(income).ToArray();
            var purpose = _lines.Where(line => line.Side == LineSide.Purpose).ToList();
            var byPurpose = spending.Where(c => purpose.Exists(line => Prints(line, c))).ToArray();
            if (byPurpose.Length == 0) byPurpose = [Column.ExpenditureSide.Path];
            var byClass = purpose.Count == 0 ? spending
                : spending.Where(c => !byPurpose.Contains(c) || _lines.Any(line => line.Side == LineSide.Expenditure && Prints(line, c))).ToArray();
            if (byClass.Length == 0) byClass = spending;
            var sides = new List<(LineSide Side, string[] Columns, ValueList<string> Name)> { (LineSide.Income, income, ["收入", "项目"]) };
            if (purpose.Count == 0) sides.Add((LineSide.Expenditure, byClass, ["支出", "项目"]));
            else if (_lines.Any(line => line.Side == LineSide.Expenditure)) sides.Add((LineSide.Expenditure, byClass, ["支出", "项目（按功能分类）"]));
            if (purpose.Count > 0) sides.Add((LineSide.Purpose, byPurpose, ["支出", "项目（按支出用途）"]));
            var lines = sides.Select(s => _lines.Where(line => line.Side == s.Side
                || (line.Side == LineSide.None && s.Side == LineSide.Income)).ToArray()).ToList();
            var rows = RowAlignment.Align(lines);
            return new TablePlan([.. sides.Select((s, i) => Group(lines[i], s.Columns, s.Side, [s.Name[0]], s.Name, rows[i]))], IsAccounts, false);
        }

        private static bool Prints(StatementLine line, string column) => line.Figures.Any(f => f.Key == column);

        /// <summary>基本支出 of final accounts: 人员经费 beside 公用经费, which takes as many groups as it needs, each part's total below it.</summary>
        private TablePlan? SideBySide()
        {
            var first = _lines.ToList().FindIndex(line => line.Code is null && line.Name == "人员经费合计");
            if (!IsAccounts || first < 1 || first > _lines.Count - 3 || _columns is not ["金额"] || _lines[^1] is not { Code: null, Name: "公用经费合计" }
                || _lines.Any(line => line.Path.Count > 0 || line.Texts.Count > 0 || line.RowNumber is not null)) return null;
            var (personnel, rest) = (_lines.Take(first).ToArray(), _lines.Skip(first + 1).SkipLast(1).ToArray());
            var height = Math.Max(personnel.Length, (rest.Length + 1) / 2);
            var parts = new List<(string Title, StatementLine[] Lines, StatementLine? Total)> { ("人员经费", personnel, _lines[first]) };
            parts.AddRange(rest.Chunk(height).Select((lines, i) => ("公用经费", lines, i == (rest.Length - 1) / height ? _lines[^1] : null)));
            return new TablePlan([.. parts.Select(p => Group(_lines, _columns, LineSide.None, [p.Title], [p.Title, .. _stub.Name],
                Below(p.Lines, height, p.Total)))], false, false, true);
        }

        private static PlannedRow[] Below(StatementLine[] lines, int height, StatementLine? total) =>
            [.. Rows(lines), .. new PlannedRow[height - lines.Length], new PlannedRow(total, null)];

        private PlannedGroup Group(IReadOnlyList<StatementLine> lines, string[] columns, LineSide side, ValueList<string> root, ValueList<string> name,
            PlannedRow[] rows)
        {
            var coded = lines.Any(line => line.Code is not null);
            var isCodedForm = form?.Rows is RowKind.Functional or RowKind.Economic or RowKind.Project
                && !(lines.Count > 0 && lines.All(line => line is { Code: null, Label: "" }));
            var depth = lines.Select(line => line.Path.Count + 1).DefaultIfEmpty(1).Max();
            var named = isCodedForm || form?.Rows is RowKind.Labelled or RowKind.TwoSided || columns.Length < 2 || lines.Any(line => line.Label.Length > 0);
            if (form is null && columns.Any(c => Label.Fold(c.Split('/')[0]) == "项目")) name = ["名称"];
            var stubs = new List<PlannedColumn>();
            if (coded || (isCodedForm && depth == 1)) stubs.Add(new(ColumnRole.Code, [.. root, .. _stub.Code]));
            if (named) stubs.AddRange(Enumerable.Range(0, depth).Select(level => new PlannedColumn(ColumnRole.Name, name, Level: level)));
            if (rows.Any(r => r.Number is not null)) stubs.Add(new(ColumnRole.RowNumber, [.. root, "行次"]));
            var texts = Texts(lines, root).ToList();
            // behind the figures they would begin a group
            var leading = texts.Where(t => TableHeader.RoleOf(t.Header) is ColumnRole.Code or ColumnRole.Name).ToList();
            texts = [.. texts.Except(leading)];
            if (form?.Rows == RowKind.Project) (stubs, texts) = ([.. stubs, .. texts], []);
            stubs.InsertRange(0, leading);
            var headers = Headers(columns, side, stubs);
            if (!named && headers.All(h => h[0] == headers[0][0]))
            {
                stubs.Add(new(ColumnRole.Name, name)); // a header whose top row is one cell would be taken for a title
                headers = Headers(columns, side, stubs);
            }
            return new PlannedGroup([.. stubs,
                .. columns.Select((c, i) => new PlannedColumn(ColumnRole.Value, [.. SideRoot(root, headers[i]), .. WithUnit(headers[i], c)], c)),
                .. texts], rows);
        }

        private ValueList<string>[] Headers(string[] columns, LineSide side, List<PlannedColumn> stubs) =>
            _headers.For(columns, side, [.. stubs.Select((s, i) => new TableColumn(i, s.Role, s.Header))]);

        /// <summary>The group's root, where the header does not begin with it.</summary>
        private static ValueList<string> SideRoot(ValueList<string> root, ValueList<string> header) => root.Count > 0 && header[0] != root[0] ? root : default;

        /// <summary>The header with the unit of the column's figures, where all have one of money other than the table's.</summary>
        private ValueList<string> WithUnit(ValueList<string> header, string column)
        {
            var units = _lines.Select(line => line[column]).OfType<Amount>().Select(a => a.Unit).Distinct().Take(2).ToArray();
            if (units is not [{ IsMoney: true } unit] || unit == Unit.MillionYuan || unit == _headers.UnitOf(header, "", statement.Unit)) return header;
            return [.. header.Take(header.Count - 1), $"{header[^1]}（{unit.Name}）"];
        }

        /// <summary>A column for each header of texts, as many of one header as a line needs, in an order that all lines keep.</summary>
        private static IEnumerable<PlannedColumn> Texts(IReadOnlyList<StatementLine> lines, ValueList<string> root)
        {
            var columns = new List<(string Key, int Index)>();
            foreach (var line in lines)
            {
                var own = line.Texts.Select((t, i) => (t.Key, Index: line.Texts.Take(i).Count(other => other.Key == t.Key))).ToList();
                for (var i = 0; i < own.Count; i++)
                {
                    if (columns.Contains(own[i])) continue;
                    var next = own.Skip(i).Select(c => columns.IndexOf(c)).FirstOrDefault(at => at >= 0, columns.Count);
                    columns.Insert(next, own[i]);
                }
            }
            return columns.Select(c => new PlannedColumn(ColumnRole.Text, [.. Rest(c.Key.Split('/'), root)], c.Key, c.Index));
        }

        private static string[] Rest(string[] header, ValueList<string> root) => root.Count > 0 && header[0] != root[0] ? [.. root, .. header] : header;
    }
}
