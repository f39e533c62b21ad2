namespace GovBudget.Model.Testing;

/// <summary>A department's books of one year: what was planned, what came of it, and the year before.</summary>
/// <remarks>
/// Immutable. The budget of the year is a view of <see cref="Plan"/>, its final accounts one of <see cref="Actual"/> that quotes the plan: documents of one
/// year agree.
/// What the year opens with is what the year before closed with, account by account: documents of consecutive years agree.
/// </remarks>
public sealed record Books
{
    /// <summary>What the budget plans.</summary>
    public required Ledger Plan { get; init; }

    /// <summary>What was received and spent.</summary>
    public required Ledger Actual { get; init; }

    /// <summary>The books of the year before; null where these are the first.</summary>
    public Books? Last { get; init; }

    /// <summary>The department.</summary>
    public string Organisation => Actual.Organisation;

    /// <summary>The year.</summary>
    public int Year => Actual.Year;

    /// <summary>The books as an edition of the forms can show them: money from sources that its tables have no line for is other income, that of the state
    /// capital budget government funds, and where they have none for what is carried over nothing is.</summary>
    /// <param name="edition">An edition of the forms.</param>
    internal Books ShownIn(FormEdition edition) => this with { Plan = Plan.ShownIn(edition), Actual = Actual.ShownIn(edition), Last = Last?.ShownIn(edition) };

    /// <summary>The books of the units, each a department of its own: what they add up to is the department's.</summary>
    public ValueList<Books> OfUnits() => Enumerable.Range(0, Actual.Units.Count).Select(OfUnit).ToValueList();

    private Books OfUnit(int unit) => new() { Plan = OfUnit(Plan, unit), Actual = OfUnit(Actual, unit), Last = Last?.OfUnit(unit) };

    // What the ledger does not keep by unit is the first one's.
    private static Ledger OfUnit(Ledger ledger, int unit) => ledger with
    {
        Organisation = ledger.Units[unit].Name,
        Units = [ledger.Units[unit]],
        Spending = ledger.Spending.Where(s => s.Unit == unit).Select(s => s with { Unit = 0 }).ToValueList(),
        Income = ledger.Income.Where(r => r.Unit == unit).Select(r => r with { Unit = 0 }).ToValueList(),
        Opening = ledger.Opening.Where(r => r.Unit == unit).Select(r => r with { Unit = 0 }).ToValueList(),
        PlannedThreePublic = unit == 0 ? ledger.PlannedThreePublic : ledger.PlannedThreePublic.Select(_ => 0m).ToValueList(),
        Vehicles = unit == 0 ? ledger.Vehicles : ledger.Vehicles.Select(_ => 0).ToValueList(),
        Procurement = unit == 0 ? ledger.Procurement : ledger.Procurement.Select(_ => 0m).ToValueList(),
    };
}
