using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Draws the books of consecutive years: each year opens with what the year before closed with, and its accounts follow its plan.</summary>
public static class BooksGenerators
{
    private const int Whole = 100;

    private static readonly Gen<int> Changed = Gen.Frequency((1, Gen.Constant(Whole)), (4, Gen.Choose(62, 140)));

    private static readonly Gen<int> Planned = Gen.Frequency((2, Gen.Constant(Whole)), (6, Gen.Choose(70, 130)), (1, Gen.Constant(0)));

    /// <summary>The books of one year with those of the year before: of typical departments and of any.</summary>
    /// <param name="year">The budget year.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most; a typical department has some that are never left out.</param>
    public static Gen<Books> Any(int year,
        int lines = 6) => Gen.OneOf(Typical(year, lines), Years(LedgerGenerators.Ledger(year - 1, lines), year, 1).Select(y => y[0]));

    /// <summary>The books of a department as most are: staff, operations, projects, all three funds, carry-over and income of its own; with those of the year
    /// before.</summary>
    /// <param name="year">The budget year.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most; those that are typical are never left out.</param>
    public static Gen<Books> Typical(int year, int lines = 6) => TypicalYears(year, 1, lines).Select(y => y[0]);

    /// <summary>Consecutive years of one typical department, the earliest first.</summary>
    /// <param name="first">The first year.</param>
    /// <param name="count">How many years, at least one.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most; those that are typical are never left out.</param>
    public static Gen<ValueList<Books>> TypicalYears(int first, int count,
        int lines = 6) => Years(TypicalLedgers.Ledger(first - 1, first + count - 1, lines), first, count);

    /// <summary>Years that follow the books drawn.</summary>
    private static Gen<ValueList<Books>> Years(Gen<Ledger> before, int first, int count) =>
        from start in before
        from base0 in WithPlan(start, null)
        from years in Following(base0, first, count)
        select years;

    private static Gen<ValueList<Books>> Following(Books last, int year, int count) => count == 0
        ? Gen.Constant(default(ValueList<Books>))
        : from actual in Next(last.Actual, year)
          from books in WithPlan(actual, last with { Last = null })
          from rest in Following(books, year + 1, count - 1)
          select rest.Prepend(books).ToValueList();

    /// <summary>The books of a year that spends on the same accounts, more or less, and opens with what the one before closed with.</summary>
    private static Gen<Ledger> Next(Ledger before, int year)
    {
        var pool = SubjectPool.Of(year);
        var spent = before.Spending.Where(s => pool.Knows(s.Item) && pool.Knows(s.Economic)).ToList();
        if (spent.Count == 0) spent = [before.Spending[0] with { Item = pool.GeneralPublic[0], Economic = pool.Public[0], Source = FundSource.GeneralPublic }];
        var accounts = spent.Select(s => (s.Unit, s.Item, s.Source)).Distinct().ToList();
        return from factors in Gen.ArrayOf(Changed, spent.Count)
               from left in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(0m)), (2, LedgerGenerators.Yuan)), accounts.Count)
               from vehicles in Gen.ArrayOf(Gen.Choose(0, 2), before.Vehicles.Count)
               from procurement in Gen.ArrayOf(Changed, before.Procurement.Count)
               select Followed(before, year, [.. spent.Select((s, i) => s with { Yuan = Part(s.Yuan, factors[i]) })], accounts, left) with
               {
                   Vehicles = before.Vehicles.Select((v, i) => Math.Max(0, v + vehicles[i] - 1)).ToValueList(),
                   Procurement = before.Procurement.Select((p, i) => p == 0 ? 0 : Part(p, procurement[i])).ToValueList(),
               };
    }

    private static Ledger Followed(Ledger before, int year, Spending[] spending, List<(int Unit, FunctionalCode Item, FundSource Source)> accounts,
        decimal[] left)
    {
        var (income, opening) = (new List<Receipt>(), new List<Receipt>());
        for (var a = 0; a < accounts.Count; a++)
        {
            var (unit, item, source) = accounts[a];
            var opened = before.Balance(unit, item, source);
            var needed = spending.Where(s => (s.Unit, s.Item, s.Source) == accounts[a]).Sum(s => s.Yuan) + left[a] - opened;
            if (opened > 0) opening.Add(new Receipt(unit, item, source, opened));
            if (needed > 0) income.Add(new Receipt(unit, item, source, needed));
        }
        return before with { Year = year, Spending = spending.ToValueList(), Income = income.ToValueList(), Opening = opening.ToValueList() };
    }

    /// <summary>The plan that a year's accounts came of.</summary>
    private static Gen<Books> WithPlan(Ledger actual, Books? last) =>
        from factors in Gen.ArrayOf(Planned, actual.Spending.Count)
        from beside in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0m)), (3, Gen.Choose(1, 300).Select(h => h * 100m))), 4)
        let spending = actual.Spending.Select((s, i) => s with { Yuan = factors[i] == 0 && i > 0 ? 0 : Part(s.Yuan, Math.Max(factors[i], 70)) })
            .Where(s => s.Yuan > 0)
            .ToValueList()
        let plan = Planning(actual, spending, beside)
        select new Books { Plan = plan, Actual = actual with { PlannedThreePublic = ThreePublicParts.Planned(plan).ToValueList() }, Last = last };

    private static Ledger Planning(Ledger actual, ValueList<Spending> spending, decimal[] beside)
    {
        var plan = actual with { Spending = spending };
        var income = spending.GroupBy(s => (s.Unit, s.Item, s.Source))
            .Select(g => new Receipt(g.Key.Unit, g.Key.Item, g.Key.Source, g.Sum(s => s.Yuan) - actual.Opened(r => (r.Unit, r.Item, r.Source) == g.Key)))
            .Where(r => r.Yuan > 0).ToValueList();
        var short1 = ThreePublicParts.Spent(actual).Zip(ThreePublicParts.Spent(plan), (spent, planned) => Math.Max(0, spent - planned));
        return plan with { Income = income, PlannedThreePublic = short1.Zip(beside, (s, b) => s + b).ToValueList() };
    }

    private static decimal Part(decimal yuan, int percent) => Math.Max(0.01m, Math.Round(yuan * percent / Whole, 2, MidpointRounding.AwayFromZero));
}
