namespace GovBudget.Model.Testing;

/// <summary>The columns of “三公” tables from the four amounts that they are made of.</summary>
internal static class ThreePublicParts
{
    private static readonly string[] Codes = ["30212", "31013", "30231", "30217"];

    /// <summary>出国, 用车购置, 用车运行, 接待 out of the general public budget, in 元.</summary>
    public static decimal[] Spent(Ledger ledger) =>
        [.. Codes.Select(code => ledger.Spent(s => s.Source == FundSource.GeneralPublic && s.Economic.ToString() == code))];

    /// <summary>The same four of a budget: what its lines hold for them, and what is planned beside.</summary>
    public static decimal[] Planned(Ledger ledger) => [.. Spent(ledger).Zip(ledger.PlannedThreePublic, (spent, beside) => spent + beside)];

    /// <summary>Columns and amounts of one part.</summary>
    /// <param name="part">预算数 or 决算数.</param>
    /// <param name="yuan">出国, 用车购置, 用车运行, 接待, in 元.</param>
    public static IEnumerable<(string, decimal)> Amounts(string part, IReadOnlyList<decimal> yuan)
    {
        decimal[] amounts = [yuan.Sum(), yuan[0], yuan[1] + yuan[2], yuan[1], yuan[2], yuan[3]];
        return ThreePublicStatement.Items.Take(amounts.Length).Select((item, i) => ($"{part}/{item}", amounts[i]));
    }

    /// <summary>The one line; none where nothing is printed.</summary>
    public static ValueList<StatementLine> Lines(Figures figures) => figures.Count == 0 ? default : [new StatementLine { Figures = figures }];
}
