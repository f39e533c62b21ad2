using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>What printed tables are made of: roll-ups, numbered labels, headings.</summary>
internal static class TableParts
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>A column and what a ledger entry gives it.</summary>
    internal readonly record struct Measure<T>(string Column, Func<T, decimal> Of);

    /// <summary>一、 二、 … 二十一、.</summary>
    public static string Ordinal(int number) => number switch
    {
        <= 9 => Digits[number].ToString(CultureInfo.InvariantCulture),
        10 => "十",
        < 20 => $"十{Digits[number % 10]}",
        _ => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
    };

    /// <summary>合计, then 类, 款 and 项 with the sums of what is below them: summed in 元, printed rounded.</summary>
    public static ValueList<TLine> ByFunction<TLine, T>(IReadOnlyList<T> entries, Func<T, FunctionalCode> item, Measure<T>[] measures, SubjectPool pool, PrintStyle style)
        where TLine : StatementLine, new()
    {
        var codes = entries.Select(item).SelectMany(code => code.Ancestors.Prepend(code)).Distinct().Order();
        var total = new TLine { Label = "合计", Figures = Sums(entries, measures, style) };
        return [total, .. codes.Select(code => new TLine
        {
            Code = code.ToString(),
            Label = pool.Name(code),
            Figures = Sums(entries.Where(e => item(e) is var own && (own == code || code.IsAncestorOf(own))), measures, style),
        })];
    }

    /// <summary>类 and 款 of economic codes with the sums of what is below them.</summary>
    public static IEnumerable<TLine> ByEconomicCode<TLine>(IReadOnlyList<Spending> entries, IEnumerable<EconomicCode> listed, Measure<Spending>[] measures, SubjectPool pool, PrintStyle style)
        where TLine : StatementLine, new() => listed.SelectMany(code => code.Ancestors.Prepend(code)).Distinct().Order().Select(code => new TLine
        {
            Code = code.ToString(),
            Label = pool.Name(code),
            Figures = Sums(entries.Where(e => e.Economic == code || code.IsAncestorOf(e.Economic)), measures, style),
        });

    public static Figures Sums<T>(IEnumerable<T> entries, Measure<T>[] measures, PrintStyle style)
    {
        var all = entries.ToList();
        return style.Figures(measures.Select(m => (m.Column, all.Sum(m.Of))));
    }

    /// <summary>The statement under its heading.</summary>
    public static T Headed<T>(this T statement, Ledger ledger, PrintStyle style, string title, string label, IEnumerable<string> columns, params string[] notes)
        where T : Statement => statement with
        {
            Title = style.YearInTitle ? $"{ledger.Year.ToString(CultureInfo.InvariantCulture)}年度{title}" : title,
            Label = label,
            Organisation = ledger.Organisation,
            Year = ledger.Year,
            Unit = style.Unit,
            Columns = columns.ToValueList(),
            Notes = [.. style.Notes ? notes : [], .. IsEmpty(statement) ? [$"本部门{ledger.Year.ToString(CultureInfo.InvariantCulture)}年无相关收支，故本表为空表。"] : Array.Empty<string>()],
        };

    private static bool IsEmpty(Statement statement) => statement.AllLines.All(line => line.Figures.All(figure => figure.Value is null));
}
