using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>Names the columns of “三公” tables: 预算数 or 决算数 first, then the item, whichever way the header nests them; and turns tables that print the items as
/// rows.</summary>
internal static partial class ThreePublicNaming
{
    private const string Vehicles = "公务用车购置及运行维护费";
    private const string Running = "公务用车运行维护费";

    /// <summary>Items and what their names say: words that all occur.</summary>
    private static readonly (string Item, string[] Words)[] Items =
    [
        ("机关运行经费", ["机关运行经费"]),
        (Vehicles, ["购置 运行", "购置 运维", "购置 维护"]),
        ("因公出国（境）费", ["出国"]),
        ("公务用车购置费", ["用车购置", "购置费"]),
        (Running, ["用车运行", "用车运维", "运行费", "运维费", "运行维护费"]),
        ("公务接待费", ["接待"]),
        ("合计", ["三公"]),
    ];

    /// <summary>Words of rows that count what was paid for (国内公务接待批次（个）): items of their own, no money.</summary>
    private static readonly (string Word, string Unit)[] Counts =
        [("批次", "批次"), ("人次", "人次"), ("团组数", "个"), ("保有量", "辆"), ("购置数", "辆"), ("人数", "人")];

    private static readonly string[] VehiclesAlone = ["公务用车", "公务用车费", "公务用车费用", "公务用车经费", "公务用车支出"];

    /// <summary>The canonical column under those header parts.</summary>
    /// <param name="parts">Header parts, outermost first.</param>
    /// <param name="otherPeriod">The part that names another year, if one does.</param>
    /// <param name="kind">What a figure is where the header does not say.</param>
    public static string Column(IReadOnlyList<string> parts, string? otherPeriod, DocumentKind kind)
    {
        var words = parts.Where(p => p != otherPeriod).Select(Label.Fold).ToList();
        var measure = parts.Select(p => Measure(Label.Fold(p))).FirstOrDefault(m => m is not null)
            ?? (kind == DocumentKind.Budget ? ThreePublicStatement.BudgetPart : ThreePublicStatement.ActualPart);
        var named = words.Select(WithoutMeasure).Where(w => w.Length > 0).ToList();
        var leaf = named.LastOrDefault() ?? "合计";
        var outer = named.SkipLast(1).Select(ItemOf).LastOrDefault(i => i is not null) ?? "合计";
        var item = IsTotal(leaf) ? outer
            : ItemOf(leaf) ?? (outer == Running ? $"{Running}/{leaf}" : leaf);
        return $"{(otherPeriod is null ? measure : otherPeriod.EndsWith('数') || Change().IsMatch(otherPeriod) ? otherPeriod : otherPeriod + measure)}/{item}";
    }

    /// <summary>One line of canonical columns from lines that are the items, or the years; the lines as they are where they are not.</summary>
    /// <param name="lines">The lines as read.</param>
    /// <param name="year">The document's own year.</param>
    /// <param name="unplaced">Takes what a column that is already taken cannot hold: figure, reason, place.</param>
    public static List<(StatementLine Line, int Group, List<KeyValuePair<string, Layout.Place>> Places)> Turn(
        List<(StatementLine Line, int Group, List<KeyValuePair<string, Layout.Place>> Places)> lines, int? year, Action<string, string, Layout.Place> unplaced)
    {
        if (lines.Count > 0
            && lines.All(l => YearRow().IsMatch(Label.Fold(l.Line.Name)))
            && lines.DistinctBy(l => Label.Fold(l.Line.Name)).Count() == lines.Count)
            return Merge(lines, year);
        if (lines.Count(l => ItemOf(Label.Fold(l.Line.Name)) is not null) < 2) return lines;
        var figures = default(Figures);
        var places = new List<KeyValuePair<string, Layout.Place>>();
        var sole = lines.SelectMany(l => l.Places)
            .Select(p => p.Key)
            .Distinct()
            .GroupBy(c => c.Split('/')[0])
            .Where(g => g.Count() == 1)
            .Select(g => g.Key)
            .ToHashSet();
        foreach (var (line, _, linePlaces) in lines)
        {
            var item = ItemAt(line);
            foreach (var text in line.Path.Append(line.RowNumber ?? "")
                .Append(line.Figures.Count == 0 ? line.Label : "")
                .Where(t => CellText.HoldsDecimals(t) || (CellText.IsFigure(t) && CellText.ColumnNumber(t) is null)))
            {
                unplaced(text, "不是“三公”经费的项目", default);
            }
            if (IsDashed(line) && lines.Exists(l => !IsDashed(l.Line) && ItemAt(l.Line) == item)) continue; // 一、“三公”经费支出 — —, a heading of what follows
            foreach (var (column, place) in linePlaces)
            {
                var (part, rest) = Split(column);
                var path = rest == "合计" || sole.Contains(part) ? $"{part}/{item}" : $"{part}/{item}/{rest}"; // else a column of one fund
                if (figures.Any(f => f.Key == path) && item != line.Name) path = $"{path}/{line.Name}"; // 其中：国内接待费 below 公务接待费
                if (figures.Any(f => f.Key == path))
                {
                    if (line.Figures.Any(f => f.Key == column)) unplaced(line.Figures[column]?.Format() ?? "—", $"“{path}”已有数字", place);
                    continue;
                }
                figures = Carry(line.Figures, column, figures, path);
                places.Add(new(path, place));
            }
        }
        return [(new StatementLine { Figures = figures, Texts = lines.SelectMany(l => l.Line.Texts).ToValueList() }, 0, places)];
    }

    private static string ItemAt(StatementLine line) => Label.Fold(line.Name) is var name && IsTotal(name) ? "合计" : ItemOf(name) ?? line.Name;

    private static bool IsDashed(StatementLine line) => line.Figures.All(f => f.Value is null);

    private static readonly string[] Measures = ["年初预算数", "全年预算数", "年初预算", "预算数", "预算", "支出决算数", "决算数", "决算", "执行数"];

    private static readonly string[] Funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

    private static bool EndsInFund(string part) => Array.Exists(Funds, f => part.EndsWith(f, StringComparison.Ordinal));

    private static string? Measure(string part) => EndsInFund(part) ? null : Array.Find(Measures, m => part.EndsWith(m, StringComparison.Ordinal)) switch
    {
        null => null,
        var measure => measure.Contains("预算", StringComparison.Ordinal) ? ThreePublicStatement.BudgetPart : ThreePublicStatement.ActualPart,
    };

    private static string WithoutMeasure(string part)
    {
        if (EndsInFund(part)) return part;
        foreach (var measure in Measures)
        {
            if (part.EndsWith(measure, StringComparison.Ordinal)) return part[..^measure.Length];
        }
        return part;
    }

    private static bool IsTotal(string word) => word is "合计" or "小计" or "总计" or "支出合计" or "经费合计" || OfficialForms.AmountHeaders.Contains(word);

    /// <summary>The unit of what a row counts; null where it is one of money.</summary>
    public static Unit? CountedIn(string word) =>
        Array.Find(Counts, c => word.Contains(c.Word, StringComparison.Ordinal)).Unit is { } unit && !word.Contains('费', StringComparison.Ordinal)
            ? Unit.Of(unit)
            : null;

    private static string? ItemOf(string word) =>
        CountedIn(word) is not null ? null
        : VehiclesAlone.Contains(word)
            ? Vehicles
            : Items.FirstOrDefault(i => i.Words.Any(w => w.Split(' ').All(part => word.Contains(part, StringComparison.Ordinal)))).Item;

    /// <summary>A column's measure and its item; one that the header does not name so is the item of no other.</summary>
    private static (string Measure, string Item) Split(string column) => column.Split('/', 2) is [var measure, var item] ? (measure, item) : (column, "合计");

    /// <summary>One line of canonical columns from lines that are years or measures (2022年, 2023年预算数).</summary>
    private static List<(StatementLine Line, int Group, List<KeyValuePair<string, Layout.Place>> Places)> Merge(
        List<(StatementLine Line, int Group, List<KeyValuePair<string, Layout.Place>> Places)> lines, int? year)
    {
        var figures = default(Figures);
        var merged = new List<KeyValuePair<string, Layout.Place>>();
        foreach (var (line, _, places) in lines)
        {
            var name = Label.Fold(line.Name);
            var own = year is { } y && name.StartsWith(y.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            foreach (var (column, place) in places)
            {
                var (measure, item) = Split(column);
                var path = $"{(own ? Measure(name) ?? measure : Measure(name) is null ? name + measure : name)}/{item}";
                figures = Carry(line.Figures, column, figures, path);
                merged.Add(KeyValuePair.Create(path, place));
            }
        }
        return [(new StatementLine { Figures = figures }, 0, merged)];
    }

    /// <summary>Puts what a line prints in a column under another name; a cell that holds no figure stays one without.</summary>
    private static Figures Carry(Figures from, string column, Figures to,
        string path) => from[column] is { } amount ? to.With(path, amount) : from.IsDash(column) ? to.WithDash(path) : to;

    [GeneratedRegex(@"增减|比|较|%")]
    private static partial Regex Change();

    [GeneratedRegex(@"^(?:19|20)\d\d年度?(?:\p{L}{0,2}[预决]算数?|执行数)?$")]
    private static partial Regex YearRow();
}
