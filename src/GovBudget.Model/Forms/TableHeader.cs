using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>What a column of a table is for.</summary>
internal enum ColumnRole
{
    /// <summary>Holds figures.</summary>
    Value,

    /// <summary>Holds a code, or one level of it.</summary>
    Code,

    /// <summary>Holds the row's label, or one level of it.</summary>
    Name,

    /// <summary>Holds 行次 or 序号.</summary>
    RowNumber,

    /// <summary>Holds other words (备注, 项目单位).</summary>
    Text,
}

/// <summary>A column of a table: its role and its header path.</summary>
/// <param name="Index">0-based column of the grid.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Path">Header texts from top to bottom, white space removed.</param>
internal sealed record TableColumn(int Index, ColumnRole Role, ValueList<string> Path)
{
    /// <summary>The header path in one text.</summary>
    public string Header => string.Join('/', Path);
}

/// <summary>A run of stub columns and the value columns that belong to them. Tables laid out side by side have several.</summary>
internal sealed record ColumnGroup(ValueList<TableColumn> Columns)
{
    public IEnumerable<TableColumn> Of(ColumnRole role) => Columns.Where(c => c.Role == role);
}

/// <summary>The header of a table: which rows it takes, and what each column is for.</summary>
/// <param name="FirstRow">First row of the header.</param>
/// <param name="BodyRow">First row of the body.</param>
/// <param name="Groups">Column groups, left to right.</param>
internal sealed partial record TableHeader(int FirstRow, int BodyRow, ValueList<ColumnGroup> Groups)
{
    private const int FewestCodes = 3;

    private static readonly string[] LevelNames = ["类", "款", "项"];

    /// <summary>Finds the header below the heading rows. Rows before it that hold one cell only (section titles) belong to the body; see
    /// <see cref="FirstRow"/>.</summary>
    public static TableHeader Find(GridMatrix grid, int from)
    {
        var first = from;
        while (first < grid.RowCount && !(Distinct(grid, first) >= 2 || HasFigure(grid, first))) first++;
        if (first == grid.RowCount) first = from;
        while (first > from && grid.Filled(first - 1).FirstOrDefault() is { } root && root.ColumnSpan > 1 && !Label.HasOrdinal(root.Text)) first--;
        var body = first;
        // the row that numbers the columns is the header's last
        while (body < grid.RowCount && !IsIndexRow(grid, body) && !IsBodyRow(grid, body, first)) body++;
        while (body < grid.RowCount && IsIndexRow(grid, body)) body++;
        return new TableHeader(first, body,
            Group(Enumerable.Range(0, grid.ColumnCount).Where(c => HoldsText(grid, c)).Select(c => Classify(grid, c, first, body))));
    }

    /// <summary>Whether the text names a level of a code (类, 款, 项), as headers do.</summary>
    public static bool IsLevelName(string text) => LevelNames.Contains(Label.Squeeze(text));

    /// <summary>类款项 in one cell: the levels of a code that is printed joined.</summary>
    private static bool AreLevelNames(string text) => text.Length is > 0 and <= 3 && text.All(c => c is '类' or '款' or '项');

    /// <summary>Whether a row numbers the columns (栏次 | 1 | 2 | 3=1+2).</summary>
    public static bool IsIndexRow(GridMatrix grid, int row)
    {
        var expected = 1;
        var marked = false;
        foreach (var cell in grid.Filled(row))
        {
            var text = Label.Fold(cell.Text);
            if (CellText.ColumnNumber(text) is { } number)
            {
                if (number != expected) return false;
                expected++;
            }
            else if (text is "栏次" or "类" or "款" or "项" or "甲" or "乙" or "丙" or "丁" or "次" or "**" or "—")
            {
                marked |= text is "栏次" or "甲" or "类" or "**";
            }
            else
            {
                return false;
            }
        }
        return expected > 2 || (marked && expected > 1);
    }

    /// <summary>Whether anything stands in a column: the blank ones of a sheet beside a narrow table are none of it.</summary>
    private static bool HoldsText(GridMatrix grid, int column) => Enumerable.Range(0, grid.RowCount).Any(r => grid.Text(r, column).Length > 0);

    private static int Distinct(GridMatrix grid, int row) => grid.Filled(row).Count();

    private static bool HasFigure(GridMatrix grid, int row) => grid.Filled(row).Any(c => CellText.IsFigure(c.Text) || CellText.IsSpoilt(c.Text));

    private static bool IsBodyRow(GridMatrix grid, int row, int first)
    {
        var filled = grid.Filled(row).ToList();
        if (filled.Count == 0) return row > first;
        if (filled.Any(c => grid.BeginsIn(c, row) && (CellText.IsFigure(c.Text) || CellText.IsDash(c.Text) || CellText.IsSpoilt(c.Text)))) return true;
        if (row == first) return false;
        var lead = filled[0].Text;
        if (filled.Any(c => !grid.BeginsIn(c, row))) return false;
        if (CellText.IsCode(lead)) return true;
        var isTotal = Label.Fold(lead) is "合计" or "总计" or "小计";
        return (isTotal && filled.Count == 1) || (Label.HasOrdinal(lead) && filled.All(c => Label.HasOrdinal(c.Text)))
            || (filled.Count == 1 && (NoteText.IsNote(lead) || filled[0].ColumnSpan < grid.ColumnCount));
    }

    /// <summary>The same header for a table of two sides: words between columns of figures label the figures to their right, whatever they are
    /// called.</summary>
    public TableHeader OfSides()
    {
        var columns = Groups.SelectMany(g => g.Columns).OrderBy(c => c.Index).ToList();
        for (var i = 1; i + 1 < columns.Count; i++)
        {
            if (columns[i].Role == ColumnRole.Text && RoleOf(columns[i].Path) is null && columns[i + 1].Role == ColumnRole.Value)
                columns[i] = columns[i] with { Role = ColumnRole.Name };
        }
        return this with { Groups = Group(columns) };
    }

    private static ValueList<ColumnGroup> Group(IEnumerable<TableColumn> columns)
    {
        var groups = new List<List<TableColumn>>();
        var current = new List<TableColumn>();
        foreach (var column in columns)
        {
            if (column.Role is ColumnRole.Code or ColumnRole.Name or ColumnRole.RowNumber && current.Exists(x => x.Role == ColumnRole.Value))
            {
                groups.Add(current);
                current = [];
            }
            current.Add(column);
        }
        if (current.Exists(x => x.Role == ColumnRole.Value) || groups.Count == 0) groups.Add(current);
        else groups[^1].AddRange(current);
        return groups.Select(g => new ColumnGroup(g.ToValueList())).ToValueList();
    }

    private static TableColumn Classify(GridMatrix grid, int column, int first, int body)
    {
        var path = new List<string>();
        var isLevel = false;
        Layout.GridCell? last = null;
        for (var r = first; r < body; r++)
        {
            var cell = grid.At(r, column) is { Text.Length: > 0 } own ? own : Parent(grid, r, column, first, body);
            if (cell is null || ReferenceEquals(cell, last)) continue;
            last = cell;
            var text = Label.Squeeze(cell.Text);
            if (text.Length == 0) continue;
            if (AreLevelNames(text))
            {
                isLevel = true;
                continue;
            }
            if (IsIndexRow(grid, r)) continue;
            if (path.Count == 0 || path[^1] != text) path.Add(text);
        }
        var role = isLevel ? ColumnRole.Code : RoleOf(path) ?? RoleByContent(grid, column, body);
        if (role == ColumnRole.Code && HoldsAmounts(grid, column, body)) role = ColumnRole.Value; // headers run together
        else if (role == ColumnRole.Value
            && HoldsCodes(grid, column, body)
            && column + 1 < grid.ColumnCount
            && RoleByContent(grid, column + 1, body) == ColumnRole.Text)
            role = ColumnRole.Code;
        if (role == ColumnRole.Text && path.Count > 0 && SideHeader().IsMatch(Label.Fold(path[^1]))) role = ColumnRole.Name;
        return new TableColumn(column, role, path.ToValueList());
    }

    /// <summary>The text to the left of a blank place of a header without merged cells: it stands over several columns if something stands below it here as
    /// there, and nothing above. Null where there is none.</summary>
    private static Layout.GridCell? Parent(GridMatrix grid, int row, int column, int first, int body)
    {
        for (var r = first; r < body; r++)
        {
            if (grid.Filled(r).Any(c => c.ColumnSpan > 1 || c.RowSpan > 1)) return null;
            if (r < row && grid.Text(r, column).Length > 0) return null;
        }
        if (!HasBelow(column)) return null;
        var left = column - 1;
        while (left >= 0 && grid.Text(row, left).Length == 0) left--;
        return left >= 0 && HasBelow(left) ? grid.At(row, left) : null;

        bool HasBelow(int at) => Enumerable.Range(row + 1, Math.Max(0, body - row - 1)).Any(r => grid.Text(r, at).Length > 0 && !IsIndexRow(grid, r));
    }

    /// <summary>What a header says that its column is for; null where its content has to tell.</summary>
    public static ColumnRole? RoleOf(IReadOnlyList<string> path)
    {
        if (path.Count == 0) return null;
        var leaf = Label.Fold(path[^1]);
        // the total's label below a header that ends earlier
        if (path.Count > 1 && leaf is "合计" or "总计" && RoleOf([.. path.SkipLast(1)]) is ColumnRole.Code or ColumnRole.Name) return RoleOf([.. path.SkipLast(1)]);
        if (leaf is "行次" or "序号" or "栏次") return ColumnRole.RowNumber;
        if (leaf is "备注" or "说明") return ColumnRole.Text;
        if (CodeHeader().IsMatch(leaf) && !leaf.EndsWith("名称", StringComparison.Ordinal)) return ColumnRole.Code;
        return NameHeader().IsMatch(leaf) ? ColumnRole.Name : null;
    }

    /// <summary>Whether most of what a column holds has decimals, as amounts have and codes have not.</summary>
    private static bool HoldsAmounts(GridMatrix grid, int column, int body)
    {
        var texts = Texts(grid, column, body).ToList();
        return 2 * texts.Count(text => CellText.IsFigure(text) && text.Contains('.', StringComparison.Ordinal)) > texts.Count;
    }

    /// <summary>Whether a column holds nothing but codes of subjects.</summary>
    private static bool HoldsCodes(GridMatrix grid, int column, int body)
    {
        var texts = Texts(grid, column, body).ToList();
        return texts.Count >= FewestCodes
            && texts.TrueForAll(text => text.Length is 3 or 5 or 7
                && text.All(char.IsAsciiDigit)
                && SubjectCatalog.For(SubjectCatalog.LastYear).Find(text) is not null);
    }

    private static IEnumerable<string> Texts(GridMatrix grid, int column, int body) =>
        Enumerable.Range(body, grid.RowCount - body)
            .Where(r => grid.At(r, column) is { ColumnSpan: 1 } cell && grid.BeginsIn(cell, r))
            .Select(r => Label.Fold(grid.Text(r, column)))
            .Where(text => text.Length > 0);

    private static ColumnRole RoleByContent(GridMatrix grid, int column, int body)
    {
        int figures = 0, words = 0;
        for (var r = body; r < grid.RowCount; r++)
        {
            var cell = grid.At(r, column);
            if (cell is null || !grid.BeginsIn(cell, r) || string.IsNullOrWhiteSpace(cell.Text)) continue;
            if (cell.ColumnSpan > 1 && cell.ColumnSpan * 2 > grid.ColumnCount) continue;
            if (CellText.IsFigure(cell.Text) || CellText.IsDash(cell.Text) || CellText.IsSpoilt(cell.Text)) figures++;
            else words++;
        }
        return words > figures ? ColumnRole.Text : ColumnRole.Value;
    }

    [GeneratedRegex(@"^(?:收入|支出|资金来源|收入来源|支出性质|支出用途|支出类型|支出方向|(?:支出)?按?.{0,6}分类(?:科目)?)(?:（.*）)?$")]
    private static partial Regex SideHeader();

    [GeneratedRegex(@"编码|代码|编号|^科目$")]
    private static partial Regex CodeHeader();

    [GeneratedRegex(@"^(?:收入|支出)?(?:项目|项目名称|名称|科目名称|科目|内容|支出内容|指标|指标名称|单位名称|部门名称|项目（按功能分类）|项目（按支出功能分类）)(?:（.*）)?$|^(?:支出)?(?:功能分类|经济分类)?科目(?:名称)?$|名称(?:（.*）)?$|名称）$|^(?:支出)?(?:功能|经济)分类(?:科目)?$|^项目（.*）$|^统计项目$")]
    private static partial Regex NameHeader();
}
