namespace GovBudget.Model;

/// <summary>Sets quantities of one indicator against each other: 3万人次 against 30000人次, 98% against 0.98, 5次 against 5.</summary>
internal static class Quantities
{
    private static readonly (string Prefix, decimal Factor)[] Multipliers = [("万", 10_000m), ("亿", 100_000_000m), ("千", 1_000m), ("百", 100m)];

    /// <summary>Both as intervals of one unit (元, a pure number, or a counting unit); null where their units cannot be set against each other.</summary>
    /// <remarks>A number without unit takes the other's; beside a percentage it is a percentage where it is above 1 (98 is 98%), a fraction up to 1 (0.98 is
    /// 98%).</remarks>
    public static (AmountInterval Left, AmountInterval Right)? Align(Amount left, Amount right)
    {
        (left, right) = (Lend(left, right.Unit), Lend(right, left.Unit));
        var (a, b) = (Counted(left), Counted(right));
        return a.Unit == b.Unit ? (a, b) : null;
    }

    /// <summary>The figure itself, without what its printed decimals leave open, in the unit in which <see cref="Align"/> compares.</summary>
    public static decimal Size(AmountInterval interval) => (interval.Low + interval.High) / 2;

    /// <summary>Whether a quantity is relative (相对值: a rate, weighed by money when projects are put together) and not absolute (绝对值: counts and money,
    /// added).</summary>
    public static bool IsRelative(Amount quantity) => quantity.Unit == Unit.Percent
        || quantity.Unit.Name is "‰" or "分"
        || quantity.Unit.Name.Contains('/', StringComparison.Ordinal)
        || (quantity.Unit == Unit.None && quantity.Decimals > 0 && quantity.Value is >= 0 and <= 1);

    private static Amount Lend(Amount amount, Unit other)
    {
        if (amount.Unit != Unit.None || other == Unit.None) return amount;
        return other == Unit.Percent && Math.Abs(amount.Value) <= 1 ? amount : new Amount(amount.Value, other);
    }

    private static AmountInterval Counted(Amount amount)
    {
        var name = amount.Unit.Name;
        if (name == "‰") return AmountInterval.Of(new Amount(amount.Value, Unit.None)) * 0.001m;
        if (!amount.Unit.IsMoney)
        {
            foreach (var (prefix, factor) in Multipliers)
            {
                if (name.Length <= prefix.Length || !name.StartsWith(prefix, StringComparison.Ordinal)) continue;
                return AmountInterval.Of(new Amount(amount.Value, Unit.Of(name[prefix.Length..]))) * factor;
            }
        }
        return AmountInterval.Of(amount);
    }
}
