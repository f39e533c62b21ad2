namespace GovBudget.Model.Testing;

/// <summary>The line of “三公” tables from the amounts that it is made of.</summary>
internal static class ThreePublicParts
{
    private static readonly string[] Codes = ["30212", "31013", "30231", "30217"];

    /// <summary>出国, 用车购置, 用车运行, 接待 out of the general public budget, in 元.</summary>
    public static decimal[] Spent(Ledger ledger) => [.. Codes.Select(code => Spent(ledger, code))];

    /// <summary>The same four of a budget: what its lines hold for them, and what is planned beside.</summary>
    public static decimal[] Planned(Ledger ledger) => [.. Spent(ledger).Zip(ledger.PlannedThreePublic, (spent, beside) => spent + beside)];

    /// <summary>The one line; none where nothing is printed.</summary>
    /// <param name="ledger">The books: of a budget where no column is of what was spent.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="style">How figures are printed.</param>
    public static ValueList<StatementLine> Lines(Ledger ledger, ValueList<string> columns, PrintStyle style)
    {
        var planned = columns.Any(c => c.StartsWith(ThreePublicStatement.ActualPart, StringComparison.Ordinal))
            ? [.. ledger.PlannedThreePublic]
            : Planned(ledger);
        var (meetings, training) = (Spent(ledger, "30215"), Spent(ledger, "30216"));
        var figures = style.Figures(columns.Select(c => (c, Amount(c))));
        return figures.Count == 0 ? default : [new StatementLine { Figures = figures }];

        decimal Amount(string column)
        {
            var parts = column.Split('/');
            var of = parts[0] == ThreePublicStatement.ActualPart ? Spent(ledger) : planned;
            return (parts[^1] == "小计" ? parts[^2] : parts[^1]) switch
            {
                "合计" when parts.Length == 1 => of.Sum() + meetings + training,
                "合计" or "“三公”经费" => of.Sum(),
                "因公出国（境）费" => of[0],
                "公务用车购置及运行维护费" => of[1] + of[2],
                "公务用车购置费" => of[1],
                "公务用车运行维护费" => of[2],
                "公务接待费" => of[3],
                "会议费" => meetings,
                "培训费" => training,
                "机关运行经费" => ledger.Spent(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Basic } && !SubjectPool.IsPersonnel(s.Economic)),
                _ => throw new InvalidOperationException($"No books tell what “{column}” is."),
            };
        }
    }

    private static decimal Spent(Ledger ledger, string code) => ledger.Spent(s => s.Source == FundSource.GeneralPublic && s.Economic.ToString() == code);
}
