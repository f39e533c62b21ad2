using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>What printed tables are made of: roll-ups by subject, sides with numbered labels.</summary>
/// <param name="pool">The subjects of the year.</param>
/// <param name="style">How figures are printed.</param>
internal sealed class TableParts(SubjectPool pool, PrintStyle style)
{
    private const string Digits = "零一二三四五六七八九";

    public SubjectPool Pool => pool;

    /// <summary>一、 二、 … 二十一、.</summary>
    public static string Ordinal(int number) => number switch
    {
        <= 9 => Digits[number].ToString(CultureInfo.InvariantCulture),
        10 => "十",
        < 20 => $"十{Digits[number % 10]}",
        _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };

    /// <summary>Summed in 元, printed rounded.</summary>
    public Figures Sums(IEnumerable<Flow> flows, Measure[] measures)
    {
        var all = flows.ToList();
        return style.Figures(measures.Select(m => (m.Name, m.Sum(all))));
    }

    /// <summary>合计, then 类, 款 and 项 with the sums of what is below them.</summary>
    public ValueList<TLine> ByFunction<TLine>(IEnumerable<Flow> flows, Measure[] measures, bool keepEmpty = true)
        where TLine : StatementLine, new()
    {
        var all = flows.ToList();
        if (all.Count == 0 && !keepEmpty) return default;
        var codes = all.SelectMany(f => f.Item.Ancestors.Prepend(f.Item)).Distinct().Order();
        return [new TLine { Label = "合计", Figures = Sums(all, measures) }, .. codes.Select(code => new TLine
        {
            Code = code.ToString(),
            Label = pool.Name(code),
            Figures = Sums(all.Where(f => f.Item == code || code.IsAncestorOf(f.Item)), measures),
        })];
    }

    /// <summary>类 and 款 of economic codes: below 合计, or in two parts each above its own sum.</summary>
    public ValueList<TLine> ByEconomicCode<TLine>(List<Flow> flows, Measure[] measures, bool inParts)
        where TLine : StatementLine, new()
    {
        return inParts
            ? [.. Listed(pool.Personnel), Total(flows.Where(f => f.IsPersonnel), "人员经费合计"), .. Listed(pool.Public),
                Total(flows.Where(f => !f.IsPersonnel), "公用经费合计")]
            : [Total(flows, "合计"), .. Listed([.. pool.Personnel, .. pool.Public])];

        TLine Total(IEnumerable<Flow> of, string label) => new() { Label = label, Figures = Sums(of, measures) };

        IEnumerable<TLine> Listed(EconomicCode[] codes) => codes
            .Where(c => style.AllEconomicCodes || flows.Exists(f => f.Spent!.Economic == c))
            .SelectMany(code => code.Ancestors.Prepend(code)).Distinct().Order()
            .Select(code => new TLine
            {
                Code = code.ToString(),
                Label = pool.Name(code),
                Figures = Sums(flows.Where(f => f.Spent!.Economic == code || code.IsAncestorOf(f.Spent.Economic)), measures)
            });
    }

    /// <summary>The sides of a two-sided table, one after the other.</summary>
    /// <param name="table">Its columns, rows and sums.</param>
    /// <param name="flows">What it is about.</param>
    /// <param name="numbered">Whether rows are numbered: those of the income side first; the last sums of the sides stand beside each other.</param>
    public ValueList<TLine> Sides<TLine>(EditionTable table, List<Flow> flows, bool numbered)
        where TLine : StatementLine, new()
    {
        const string In = "收入";
        var income = FormWords.IncomeRows(table.IncomeRows);
        var tail = Math.Max(0, Array.FindIndex(income, r => Label.Name(r.Name).EndsWith("收入合计", StringComparison.Ordinal)));
        var columns = table.Columns.Where(c => c != In).Select(c => (Path: c, Keeps: FormWords.Fund(c))).ToList();
        var classes = pool.Classes
            .Where(c => style.AllClasses || flows.Exists(f => f.Spent is not null && c.IsAncestorOf(f.Item)))
            .Select((c,
                i) => new Measure((table.ExpenditureHead is null ? $"{Ordinal(i + 1)}、" : $"（{Ordinal(i + 1)}）") + pool.Name(c),
                    f => f.Stage == Stage.Spending && c.IsAncestorOf(f.Item) ? 1 : 0));
        Measure[] head = [.. table.ExpenditureHead is { } first ? [FormWords.ExpenditureSum(first)] : Array.Empty<Measure>(), .. classes];
        var height = Math.Max(tail, head.Length);
        var rows = height + Math.Max(income.Length - tail, table.ExpenditureSums.Count);
        return
        [
            .. Side(LineSide.Income, income, tail, 0, r => [(In, r.Sum(flows))]),
            .. Side(LineSide.Expenditure, [.. head, .. table.ExpenditureSums.Select(FormWords.ExpenditureSum)], head.Length, rows, OfFunds),
            .. Side(LineSide.Purpose, FormWords.UseRows(table.UseRows), 0, 0, OfFunds),
        ];

        IEnumerable<(string, decimal)> OfFunds(Measure row) => columns.Select(c => (c.Path, row.Sum(flows.Where(c.Keeps))));

        IEnumerable<TLine> Side(LineSide side, Measure[] measures, int sums, int before,
            Func<Measure, IEnumerable<(string, decimal)>> figures) => measures.Select((row, i) => new TLine
            {
                Side = side,
                Label = row.Name,
                RowNumber = !numbered
                ? null
                : (before + 1 + (i < sums ? i : i == measures.Length - 1 ? rows - 1 : height + i - sums)).ToString(CultureInfo.InvariantCulture),
                Figures = style.Figures(figures(row)),
            });
    }
}
