using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

/// <summary>Layouts of all sorts, one grid to a sheet.</summary>
internal static partial class Layouts
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Elements("项目", "一、一般公共预算财政拨款收入", "合计\n（含结转）", "2101501", "——", " 缩进", "007", "-0.00", "1,2", "1.5E3", "_x0041_", "a\u0001b", "&<>\"'",
            "𠮷野", "0.00%x"),
        Gen.Elements("\ud800", "项\u200b目", "长" + new string('字', 300)),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => s.Get));

    private static readonly Gen<string> Numbers =
        from value in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from small in Gen.Choose(0, 3)
        from decimals in Gen.Choose(0, 6)
        from form in Gen.Elements("F", "N", "%")
        let size = (small == 0 ? value % 1000 : value) / (decimal)Math.Pow(10, decimals)
        select form == "%" ? size.ToString("F" + decimals, CultureInfo.InvariantCulture) + "%" : size.ToString(form + decimals, CultureInfo.InvariantCulture);

    public static Gen<DocumentLayout> Any { get; } =
        from sheets in Gen.Choose(1, 3)
        from grids in AnyGrid.ArrayOf(sheets)
        select new DocumentLayout
        {
            Pages = grids.Select((_, i) => new LayoutPage(i + 1, $"表{i + 1}")).ToValueList(),
            Blocks = grids.Select((g, i) => (LayoutBlock)(g with { Place = new(i + 1) })).ToValueList(),
        };

    private static Gen<Grid> AnyGrid =>
        from rows in Gen.Choose(1, 8)
        from columns in Gen.Choose(1, 12)
        from tries in AnyCell(rows, columns).ArrayOf(rows * columns / 2 + 1)
        select Build(rows, columns, tries);

    private static Gen<GridCell> AnyCell(int rows, int columns) =>
        from row in Gen.Choose(0, rows - 1)
        from column in Gen.Choose(0, columns - 1)
        from rowSpan in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Choose(1, 3)))
        from columnSpan in Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Choose(1, 4)))
        from kind in Gen.Choose(0, 5)
        from word in Words
        from number in Numbers
        select new GridCell(row, column, kind switch { 0 => "", 1 or 2 => word, _ => number }, new(1))
        {
            RowSpan = Math.Min(rowSpan, rows - row),
            ColumnSpan = Math.Min(columnSpan, columns - column),
            Style = kind switch { 1 => CellStyle.Header, 0 or 2 => CellStyle.Text, _ => CellStyle.Number },
        };

    /// <summary>Puts cells where they fit.</summary>
    private static Grid Build(int rows, int columns, GridCell[] tries)
    {
        var taken = new bool[rows, columns];
        var cells = new List<GridCell>();
        foreach (var cell in tries)
        {
            var places = (from r in Enumerable.Range(cell.Row, cell.RowSpan) from c in Enumerable.Range(cell.Column, cell.ColumnSpan) select (r, c)).ToList();
            if (places.Exists(p => taken[p.r, p.c])) continue;
            places.ForEach(p => taken[p.r, p.c] = true);
            cells.Add(cell);
        }

        return new(cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToValueList(), rows, columns, new(1));
    }

    /// <summary>The printed cells, counted from the first row and column that print something; white space is no print, line ends are <c>\n</c>.</summary>
    public static List<(int Row, int Column, int RowSpan, int ColumnSpan, string Text)> Trimmed(Grid grid)
    {
        var printed = grid.Cells.Where(c => !string.IsNullOrWhiteSpace(c.Text)).ToList();
        if (printed.Count == 0) return [];
        int top = printed.Min(c => c.Row), left = printed.Min(c => c.Column);
        return [.. printed.Select(c => (c.Row - top, c.Column - left, c.RowSpan, c.ColumnSpan,
            c.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')))];
    }

    public static bool IsNumber(string text) => Plain().IsMatch(text) && text.Count(char.IsAsciiDigit) <= 15;

    [GeneratedRegex(@"^(-?[1-9]\d*|-?[1-9]\d{0,2}(,\d{3})+|0)\.\d\d$")]
    private static partial Regex Plain();
}
