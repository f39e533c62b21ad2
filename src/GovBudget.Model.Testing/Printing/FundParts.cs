using static GovBudget.Model.Testing.TableParts;

namespace GovBudget.Model.Testing;

/// <summary>The two fund tables of budgets; without lines where a fund spends nothing.</summary>
internal static class FundParts
{
    private static readonly Measure<Spending>[] Measures =
    [
        new("本年支出/合计", s => s.Yuan),
        new("本年支出/基本支出", s => s.Kind == SpendingKind.Basic ? s.Yuan : 0),
        new("本年支出/项目支出", s => s.Kind == SpendingKind.Basic ? 0 : s.Yuan),
    ];

    public static GovernmentFundStatement GovernmentFund(Ledger ledger, PrintStyle style, string label) =>
        new GovernmentFundStatement { Lines = Lines(ledger, style, FundSource.GovernmentFund) }.Headed(ledger, style, "政府性基金预算支出表", label, Measures.Select(m => m.Column));

    public static StateCapitalStatement StateCapital(Ledger ledger, PrintStyle style, string label) =>
        new StateCapitalStatement { Lines = Lines(ledger, style, FundSource.StateCapital) }.Headed(ledger, style, "国有资本经营预算支出表", label, Measures.Select(m => m.Column));

    private static ValueList<FundLine> Lines(Ledger ledger, PrintStyle style, FundSource source) => ledger.Spending.Where(s => s.Source == source).ToList() is { Count: > 0 } spending
        ? ByFunction<FundLine, Spending>(spending, s => s.Item, Measures, SubjectPool.Of(ledger.Year), style)
        : default;
}
