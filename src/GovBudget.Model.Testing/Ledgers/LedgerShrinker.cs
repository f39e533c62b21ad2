namespace GovBudget.Model.Testing;

/// <summary>Simpler books than those that fail a test: fewer accounts, fewer entries, rounder amounts, no carry-over. They balance as well.</summary>
public static class LedgerShrinker
{
    /// <summary>Books simpler in one respect each, the boldest first.</summary>
    public static IEnumerable<Ledger> Shrink(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var accounts = ledger.Spending.Select(Key).Distinct().ToList();
        if (accounts.Count > 1)
        {
            foreach (var account in accounts)
            {
                yield return ledger with
                {
                    Spending = ledger.Spending.Where(s => Key(s) != account).ToValueList(),
                    Income = ledger.Income.Where(r => Key(r) != account).ToValueList(),
                    Opening = ledger.Opening.Where(r => Key(r) != account).ToValueList(),
                };
            }
        }
        if (ledger.Vehicles.Any(v => v > 0)) yield return ledger with { Vehicles = ledger.Vehicles.Select(_ => 0).ToValueList() };
        if (ledger.Procurement.Any(p => p > 0)) yield return ledger with { Procurement = ledger.Procurement.Select(_ => 0m).ToValueList() };
        if (ledger.PlannedThreePublic.Any(p => p > 0))
            yield return ledger with { PlannedThreePublic = ledger.PlannedThreePublic.Select(_ => 0m).ToValueList() };
        for (var i = 0; i < ledger.Spending.Count && ledger.Spending.Count > 1; i++)
        {
            yield return Paid(ledger, ledger.Spending[i], 0);
        }
        for (var i = 0; i < ledger.Spending.Count; i++)
        {
            if (ledger.Spending[i].Yuan % 10_000m != 0)
                yield return Paid(ledger, ledger.Spending[i], Math.Ceiling(ledger.Spending[i].Yuan / 10_000m) * 10_000m);
        }
    }

    private static (int, FunctionalCode, FundSource) Key(Spending s) => (s.Unit, s.Item, s.Source);

    private static (int, FunctionalCode, FundSource) Key(Receipt r) => (r.Unit, r.Item, r.Source);

    /// <summary>The books with another amount for one entry (0: without it) and the account's income changed alike.</summary>
    private static Ledger Paid(Ledger ledger, Spending entry, decimal yuan)
    {
        var at = ledger.Spending.ToList().IndexOf(entry);
        var spending = ledger.Spending.ToList();
        if (yuan == 0) spending.RemoveAt(at);
        else spending[at] = entry with { Yuan = yuan };
        var left = ledger with { Spending = spending.ToValueList() };
        var income = ledger.Income.ToList();
        var account = income.FindIndex(r => Key(r) == Key(entry));
        if (account < 0)
            return yuan > entry.Yuan ? left with { Income = [.. income, new Receipt(entry.Unit, entry.Item, entry.Source, yuan - entry.Yuan)] } : left;
        var changed = income[account].Yuan + yuan - entry.Yuan;
        if (changed > 0) income[account] = income[account] with { Yuan = changed };
        return left with { Income = income.ToValueList() };
    }
}
