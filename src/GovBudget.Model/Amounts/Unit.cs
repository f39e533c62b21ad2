namespace GovBudget.Model;

/// <summary>The unit in which a figure is printed: one of money (元, 千元, 万元, 亿元) or of anything else a form counts (%, 辆, 台（套）, 人次).</summary>
/// <remarks>
/// A small immutable value; two units are equal when their names are. <c>default</c> is <see cref="None"/>, the unit of a figure printed without one.
/// Money units know how many 元 they hold, exactly; other units do not convert.
/// </remarks>
public readonly struct Unit : IEquatable<Unit>
{
    private readonly string? _name;

    private Unit(string name, decimal yuan)
    {
        _name = name;
        YuanPerUnit = yuan;
    }

    /// <summary>No unit printed.</summary>
    public static Unit None => default;

    /// <summary>元.</summary>
    public static Unit Yuan { get; } = new("元", 1m);

    /// <summary>千元, 1,000 元.</summary>
    public static Unit ThousandYuan { get; } = new("千元", 1_000m);

    /// <summary>万元, 10,000 元: the unit of nearly every published table.</summary>
    public static Unit WanYuan { get; } = new("万元", 10_000m);

    /// <summary>百万元, 1,000,000 元.</summary>
    public static Unit MillionYuan { get; } = new("百万元", 1_000_000m);

    /// <summary>亿元, 100,000,000 元.</summary>
    public static Unit YiYuan { get; } = new("亿元", 100_000_000m);

    /// <summary>Per cent, %.</summary>
    public static Unit Percent { get; } = new("%", 0m);

    /// <summary>Vehicles, 辆.</summary>
    public static Unit Vehicle { get; } = new("辆", 0m);

    /// <summary>Equipment, 台（套）.</summary>
    public static Unit Set { get; } = new("台（套）", 0m);

    /// <summary>The money units, largest first: the order in which a suffix is looked for.</summary>
    public static IReadOnlyList<Unit> Money { get; } = [YiYuan, MillionYuan, WanYuan, ThousandYuan, Yuan];

    /// <summary>The printed name; empty for <see cref="None"/>.</summary>
    public string Name => _name ?? "";

    /// <summary>How many 元 one unit is; 0 where the unit is not one of money.</summary>
    public decimal YuanPerUnit { get; }

    /// <summary>The power of ten that <see cref="YuanPerUnit"/> is.</summary>
    internal int PowerOfTen => YuanPerUnit switch { 1_000m => 3, 10_000m => 4, 1_000_000m => 6, 100_000_000m => 8, _ => 0 };

    /// <summary>Whether this is a unit of money.</summary>
    public bool IsMoney => YuanPerUnit != 0;

    /// <summary>The unit of that printed name: a money unit where the name is one, else a unit of that name that does not convert.</summary>
    /// <param name="name">The name as printed, e.g. <c>万元</c>, <c>辆</c>; empty for <see cref="None"/>. Brackets are made full width.</param>
    public static Unit Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim().Replace('(', '（').Replace(')', '）');
        if (name.Length == 0) return None;
        foreach (var unit in Money)
        {
            if (unit.Name == name) return unit;
        }
        return name switch { "%" or "％" => Percent, "人民币元" => Yuan, "人民币万元" => WanYuan, _ => new Unit(name, 0m) };
    }

    /// <inheritdoc/>
    public bool Equals(Unit other) => Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Unit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both units have the same name.</summary>
    public static bool operator ==(Unit left, Unit right) => left.Equals(right);

    /// <summary>Whether the units' names differ.</summary>
    public static bool operator !=(Unit left, Unit right) => !left.Equals(right);

    /// <summary>The printed name.</summary>
    public override string ToString() => Name;
}
