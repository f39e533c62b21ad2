namespace GovBudget.Model.Forms;

/// <summary>Names the columns of “三公” tables: 预算数 or 决算数 first, then the item, whichever way the header nests them; and turns tables that print the items as rows.</summary>
internal static class ThreePublicNaming
{
    private const string Vehicles = "公务用车购置及运行维护费";

    private static readonly (string Item, string[] Words)[] Items =
    [
        ("机关运行经费", ["机关运行经费"]),
        (Vehicles, ["购置及运行", "购置和运行", "购置、运行", "运行及购置"]),
        ("因公出国（境）费", ["出国"]),
        ("公务用车购置费", ["用车购置", "购置费"]),
        ("公务用车运行维护费", ["用车运行", "运行费", "运行维护费"]),
        ("公务接待费", ["接待"]),
        (Vehicles, ["公务用车费", "公务用车"]),
        ("合计", ["三公"]),
    ];

    /// <summary>The canonical column under those header parts.</summary>
    /// <param name="parts">Header parts, outermost first.</param>
    /// <param name="otherPeriod">The part that names another year, if one does.</param>
    /// <param name="kind">What a figure is where the header does not say.</param>
    public static string Column(IReadOnlyList<string> parts, string? otherPeriod, DocumentKind kind)
    {
        var words = parts.Where(p => p != otherPeriod).Select(Label.Fold).ToList();
        var measure = parts.Select(p => Measure(Label.Fold(p))).FirstOrDefault(m => m is not null)
            ?? (kind == DocumentKind.Budget ? ThreePublicStatement.BudgetPart : ThreePublicStatement.ActualPart);
        var leaf = words.Select(WithoutMeasure).LastOrDefault(w => w.Length > 0) ?? "合计";
        var item = IsTotal(leaf)
            ? words.Exists(w => w.Contains("用车", StringComparison.Ordinal)) ? Vehicles : "合计"
            : ItemOf(leaf) ?? leaf;
        return $"{(otherPeriod is null ? measure : otherPeriod.EndsWith('数') ? otherPeriod : otherPeriod + measure)}/{item}";
    }

    /// <summary>One line of canonical columns from lines that are the items; the lines as they are where they are not.</summary>
    public static List<(StatementLine Line, int Group, List<KeyValuePair<string, Layout.Place>> Places)> Turn(List<(StatementLine Line, int Group, List<KeyValuePair<string, Layout.Place>> Places)> lines)
    {
        if (lines.Count(l => ItemOf(Label.Fold(l.Line.Name)) is not null) < 2) return lines;
        var figures = default(Figures);
        var places = new List<KeyValuePair<string, Layout.Place>>();
        foreach (var (line, _, linePlaces) in lines)
        {
            var name = Label.Fold(line.Name);
            var item = IsTotal(name) ? "合计" : ItemOf(name) ?? line.Name;
            foreach (var (column, amount) in line.Figures)
            {
                var path = $"{column.Split('/')[0]}/{item}";
                figures = amount is null ? figures.WithDash(path) : figures.With(path, amount);
                places.AddRange(linePlaces.Where(p => p.Key == column).Select(p => KeyValuePair.Create(path, p.Value)));
            }
        }
        return [(new StatementLine { Figures = figures }, 0, places)];
    }

    private static readonly string[] Measures = ["年初预算数", "全年预算数", "年初预算", "预算数", "预算", "支出决算数", "决算数", "决算", "执行数"];

    private static string? Measure(string part) => Array.Find(Measures, m => part.EndsWith(m, StringComparison.Ordinal)) switch
    {
        null => null,
        var measure => measure.Contains("预算", StringComparison.Ordinal) ? ThreePublicStatement.BudgetPart : ThreePublicStatement.ActualPart,
    };

    private static string WithoutMeasure(string part)
    {
        foreach (var measure in Measures)
        {
            if (part.EndsWith(measure, StringComparison.Ordinal)) return part[..^measure.Length];
        }
        return part;
    }

    private static bool IsTotal(string word) => word is "合计" or "小计" or "总计" or "金额";

    private static string? ItemOf(string word) => Items.FirstOrDefault(i => i.Words.Any(w => word.Contains(w, StringComparison.Ordinal))).Item;
}
