namespace GovBudget.Model.Testing;

/// <summary>Where money comes from.</summary>
public enum FundSource
{
    /// <summary>一般公共预算财政拨款.</summary>
    GeneralPublic,

    /// <summary>政府性基金预算财政拨款.</summary>
    GovernmentFund,

    /// <summary>国有资本经营预算财政拨款.</summary>
    StateCapital,

    /// <summary>上级补助收入.</summary>
    SuperiorSubsidy,

    /// <summary>事业收入.</summary>
    Institutional,

    /// <summary>经营收入.</summary>
    Business,

    /// <summary>附属单位上缴收入.</summary>
    SubordinateRemittance,

    /// <summary>其他收入.</summary>
    Other,
}

/// <summary>What kind of expenditure money is spent as.</summary>
public enum SpendingKind
{
    /// <summary>基本支出.</summary>
    Basic,

    /// <summary>项目支出.</summary>
    Project,

    /// <summary>上缴上级支出.</summary>
    ToSuperior,

    /// <summary>经营支出.</summary>
    Business,

    /// <summary>对附属单位补助支出.</summary>
    ToSubordinate,
}

/// <summary>A unit of a department.</summary>
/// <param name="Code">Its code, digits.</param>
/// <param name="Name">Its name.</param>
public sealed record LedgerUnit(string Code, string Name);

/// <summary>Money spent (planned to be spent, in a budget).</summary>
/// <param name="Unit">Index of the unit in <see cref="Ledger.Units"/>.</param>
/// <param name="Item">Functional code, 项.</param>
/// <param name="Source">The fund that pays.</param>
/// <param name="Kind">Basic, project …</param>
/// <param name="Economic">Economic code, 款.</param>
/// <param name="Project">The project's name; null unless <paramref name="Kind"/> is a project.</param>
/// <param name="Yuan">The amount in 元, two decimals, above 0.</param>
public sealed record Spending(int Unit, FunctionalCode Item, FundSource Source, SpendingKind Kind, EconomicCode Economic, string? Project, decimal Yuan);

/// <summary>Money received in the year or carried over from the year before.</summary>
/// <param name="Unit">Index of the unit in <see cref="Ledger.Units"/>.</param>
/// <param name="Item">The functional code that it is for, 项.</param>
/// <param name="Source">The fund.</param>
/// <param name="Yuan">The amount in 元, two decimals, above 0.</param>
public sealed record Receipt(int Unit, FunctionalCode Item, FundSource Source, decimal Yuan);

/// <summary>The books of a department for one year, in 元: what every table of its document is a view of, so that tables agree with each other.</summary>
/// <remarks>Immutable. For every unit, item and source, opening balance and income cover what is spent; what is left is the closing balance.</remarks>
public sealed record Ledger
{
    /// <summary>The department.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>Its units, at least one.</summary>
    public ValueList<LedgerUnit> Units { get; init; }

    /// <summary>What is spent.</summary>
    public ValueList<Spending> Spending { get; init; }

    /// <summary>What comes in during the year.</summary>
    public ValueList<Receipt> Income { get; init; }

    /// <summary>What was carried over from the year before.</summary>
    public ValueList<Receipt> Opening { get; init; }

    /// <summary>“三公” amounts in 元: 出国, 用车购置, 用车运行, 接待. In final accounts what was budgeted; in a budget what is planned beside the amounts in
    /// <see cref="Spending"/>.</summary>
    public ValueList<decimal> PlannedThreePublic { get; init; }

    /// <summary>Vehicles by use, eight kinds.</summary>
    public ValueList<int> Vehicles { get; init; }

    /// <summary>Government procurement in 元: 货物, 工程, 服务.</summary>
    public ValueList<decimal> Procurement { get; init; }

    /// <summary>What is spent on what meets a condition, in 元.</summary>
    public decimal Spent(Func<Spending, bool> where) => Spending.Where(where).Sum(s => s.Yuan);

    /// <summary>The income from a source, in 元.</summary>
    public decimal Received(FundSource source) => Income.Where(r => r.Source == source).Sum(r => r.Yuan);

    /// <summary>The opening balance of what meets a condition, in 元.</summary>
    public decimal Opened(Func<Receipt, bool> where) => Opening.Where(where).Sum(r => r.Yuan);

    /// <summary>The closing balance of a source, in 元.</summary>
    public decimal Closed(FundSource source) => Opened(r => r.Source == source) + Received(source) - Spent(s => s.Source == source);

    /// <inheritdoc cref="Books.ShownIn"/>
    internal Ledger ShownIn(FormEdition edition)
    {
        if (edition.Table(StatementKind.Summary) is not { } summary) return this;
        var fiscal = edition.Table(StatementKind.FiscalSummary)?.IncomeRows ?? summary.IncomeRows;
        FundSource Shown(FundSource source) => source == FundSource.StateCapital
            ? FormWords.Names(fiscal, source, alone: true) ? source : FundSource.GovernmentFund
            : FormWords.Names(summary.IncomeRows, source) ? source : FundSource.Other;
        var shown = this with
        {
            Spending = Spending.Select(s => s with { Source = Shown(s.Source) }).ToValueList(),
            Income = Income.Select(r => r with { Source = Shown(r.Source) }).ToValueList(),
            Opening = Opening.Select(r => r with { Source = Shown(r.Source) }).ToValueList(),
        };
        return FormWords.NamesOpening(summary.IncomeRows) ? shown : shown with
        {
            Opening = default,
            Income = shown.Spending.GroupBy(s => (s.Unit, s.Item, s.Source))
                .Select(g => new Receipt(g.Key.Unit, g.Key.Item, g.Key.Source, g.Sum(s => s.Yuan)))
                .ToValueList(),
        };
    }

    /// <summary>The closing balance of one account, in 元.</summary>
    internal decimal Balance(int unit, FunctionalCode item, FundSource source) =>
        Opened(r => r.Unit == unit && r.Item == item && r.Source == source)
            + Income.Where(r => r.Unit == unit && r.Item == item && r.Source == source).Sum(r => r.Yuan)
        - Spent(s => s.Unit == unit && s.Item == item && s.Source == source);
}
