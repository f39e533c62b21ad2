namespace GovBudget.Model.Testing;

/// <summary>What an entry of the books is.</summary>
internal enum Stage
{
    /// <summary>Carried over from the year before.</summary>
    Opening,

    /// <summary>Received during the year.</summary>
    Income,

    /// <summary>Spent.</summary>
    Spending,

    /// <summary>Spent a year before, where a table says so.</summary>
    LastYear,
}

/// <summary>An entry of the books, whatever it is: what every figure of every table is a sum of.</summary>
/// <param name="Stage">Carried over, received, spent.</param>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Item">The subject.</param>
/// <param name="Source">The fund.</param>
/// <param name="Spent">How it was spent; null where it was not.</param>
/// <param name="Yuan">In 元, above 0.</param>
internal sealed record Flow(Stage Stage, int Unit, FunctionalCode Item, FundSource Source, Spending? Spent, decimal Yuan)
{
    private static readonly FundSource[] Appropriations = [FundSource.GeneralPublic, FundSource.GovernmentFund, FundSource.StateCapital];

    public bool IsFiscal => Appropriations.Contains(Source);

    public bool IsBasic => Spent is { Kind: SpendingKind.Basic };

    public bool IsPersonnel => Spent is { } spent && SubjectPool.IsPersonnel(spent.Economic);

    /// <summary>All entries of a ledger.</summary>
    public static IEnumerable<Flow> Of(Ledger ledger) =>
    [
        .. ledger.Opening.Select(r => new Flow(Stage.Opening, r.Unit, r.Item, r.Source, null, r.Yuan)),
        .. ledger.Income.Select(r => new Flow(Stage.Income, r.Unit, r.Item, r.Source, null, r.Yuan)),
        .. ledger.Spending.Select(s => new Flow(Stage.Spending, s.Unit, s.Item, s.Source, s, s.Yuan)),
    ];
}

/// <summary>A column or a row of a table: what it is called, and what an entry adds to it: its amount, nothing, or its amount taken away.</summary>
/// <param name="Name">The column's path, the row's label.</param>
/// <param name="Of">1, 0 or −1.</param>
internal sealed record Measure(string Name, Func<Flow, int> Of)
{
    public decimal Sum(IEnumerable<Flow> flows) => flows.Sum(f => f.Yuan * Of(f));
}
