namespace GovBudget.Model;

/// <summary>The figures of “三公”经费: overseas trips, official vehicles, official receptions.</summary>
public sealed record ThreePublicFigures
{
    /// <summary>合计.</summary>
    public Amount? Total { get; init; }

    /// <summary>因公出国（境）费.</summary>
    public Amount? Abroad { get; init; }

    /// <summary>公务用车购置及运行维护费 (小计).</summary>
    public Amount? Vehicles { get; init; }

    /// <summary>公务用车购置费.</summary>
    public Amount? VehiclePurchase { get; init; }

    /// <summary>公务用车运行维护费.</summary>
    public Amount? VehicleOperation { get; init; }

    /// <summary>公务接待费.</summary>
    public Amount? Reception { get; init; }

    /// <summary>机关运行经费, where the table prints it beside 三公.</summary>
    public Amount? OperatingFunds { get; init; }
}

/// <summary>财政拨款“三公”经费支出决算表（公开09）, “三公”经费预算表（表7）.</summary>
/// <remarks>Columns are <c>预算数/…</c> and <c>决算数/…</c> with the items below; one line, or a line per unit.</remarks>
public sealed record ThreePublicStatement : Statement<StatementLine>
{
    /// <summary>First part of the budgeted columns.</summary>
    public const string BudgetPart = "预算数";

    /// <summary>First part of the columns of final accounts.</summary>
    public const string ActualPart = "决算数";

    private static readonly (string Item, string JsonName, Func<ThreePublicFigures, Amount?> Get, Func<ThreePublicFigures, Amount?, ThreePublicFigures> Set)[] Parts =
    [
        ("合计", "total", f => f.Total, (f, a) => f with { Total = a }),
        ("因公出国（境）费", "abroad", f => f.Abroad, (f, a) => f with { Abroad = a }),
        ("公务用车购置及运行维护费", "vehicles", f => f.Vehicles, (f, a) => f with { Vehicles = a }),
        ("公务用车购置费", "vehiclePurchase", f => f.VehiclePurchase, (f, a) => f with { VehiclePurchase = a }),
        ("公务用车运行维护费", "vehicleOperation", f => f.VehicleOperation, (f, a) => f with { VehicleOperation = a }),
        ("公务接待费", "reception", f => f.Reception, (f, a) => f with { Reception = a }),
        ("机关运行经费", "operatingFunds", f => f.OperatingFunds, (f, a) => f with { OperatingFunds = a }),
    ];

    /// <summary>The items in the order of the national form: last parts of the column paths.</summary>
    public static IReadOnlyList<string> Items { get; } = [.. Parts.Select(p => p.Item)];

    /// <summary>Column paths and their names in JSON.</summary>
    internal static IEnumerable<(string Path, string JsonName)> ColumnNames =>
        from part in new[] { (Path: BudgetPart, Json: "budget"), (Path: ActualPart, Json: "actual") }
        from item in Parts
        select ($"{part.Path}/{item.Item}", part.Json + char.ToUpperInvariant(item.JsonName[0]) + item.JsonName[1..]);

    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.ThreePublic;

    /// <summary>预算数 of the first line; setting it makes one.</summary>
    public ThreePublicFigures Budget { get => Get(BudgetPart); init => Lines = Set(BudgetPart, value); }

    /// <summary>决算数 of the first line; setting it makes one.</summary>
    public ThreePublicFigures Actual { get => Get(ActualPart); init => Lines = Set(ActualPart, value); }

    private ThreePublicFigures Get(string part)
    {
        var figures = Lines.Count > 0 ? Lines[0].Figures : default;
        return Parts.Aggregate(new ThreePublicFigures(), (f, p) => p.Set(f, figures[$"{part}/{p.Item}"]));
    }

    private ValueList<StatementLine> Set(string part, ThreePublicFigures value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var line = Lines.Count > 0 ? Lines[0] : new StatementLine();
        var figures = Parts.Aggregate(line.Figures, (f, p) => f.With($"{part}/{p.Item}", p.Get(value)));
        return [line with { Figures = figures }, .. Lines.Skip(1)];
    }
}
