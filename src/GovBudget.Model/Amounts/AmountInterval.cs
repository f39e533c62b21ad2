using System.Globalization;

namespace GovBudget.Model;

/// <summary>What a printed figure admits: every size between two ends, each closed (the end itself counts) or open.</summary>
/// <remarks>
/// <para>A figure <c>v</c> printed with <c>d</c> decimals states that the true size lies in [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ] of its unit, both ends closed, whichever
/// way halves
/// were rounded. Forms say so: 本套报表金额单位转换时可能存在尾数误差. An identity between printed figures holds where the intervals of its two sides
/// <see cref="Meets"/>.</para>
/// <para>Money is held in 元; percentages and figures without unit as pure numbers, 78.4% being [0.7835, 0.7845], so that a ratio of two amounts can be compared
/// with a
/// printed percentage; everything else in its own unit. Only intervals of one unit can be added or compared.</para>
/// <para>Ends are decimals and results are exact while they need no more than 28 digits. Beyond, and in divisions that do not end, the lower end is rounded
/// down and the upper end up: a result always contains the true one. Sizes of 79 228 162 514 264 337 593 543 950 335 or more throw
/// <see cref="OverflowException"/>.</para>
/// <para><c>default</c> is exactly 0 without unit. Immutable; equality is by ends, openness and unit, 1.0 being 1.</para>
/// </remarks>
public readonly record struct AmountInterval
{
    private AmountInterval(decimal low, bool lowOpen, decimal high, bool highOpen, Unit unit)
    {
        Low = ExactDecimal.Trim(low);
        LowOpen = lowOpen;
        High = ExactDecimal.Trim(high);
        HighOpen = highOpen;
        Unit = unit;
    }

    /// <summary>The lower end, in <see cref="Unit"/>.</summary>
    public decimal Low { get; }

    /// <summary>The upper end, in <see cref="Unit"/>.</summary>
    public decimal High { get; }

    /// <summary>Whether <see cref="Low"/> itself is left out.</summary>
    public bool LowOpen { get; }

    /// <summary>Whether <see cref="High"/> itself is left out.</summary>
    public bool HighOpen { get; }

    /// <summary>元 for money, none for pure numbers and percentages, else the unit of the figure.</summary>
    public Unit Unit { get; }

    /// <summary>The distance between the ends, 0 or more; rounded up beyond 28 digits.</summary>
    public decimal Width => ExactDecimal.Subtract(High, Low, Rounding.Up);

    /// <summary>Whether it is one single size.</summary>
    public bool IsExact => Low == High;

    /// <summary>What a printed figure admits: half a unit of its last decimal to either side.</summary>
    /// <param name="amount">The figure; its printed decimals count.</param>
    public static AmountInterval Of(Amount amount)
    {
        var factor = Factor(amount.Unit);
        var half = ExactDecimal.Multiply(Amount.Half(amount.Decimals), factor, Rounding.Up);
        var value = ExactDecimal.Multiply(amount.Value, factor);
        return new AmountInterval(
            ExactDecimal.Subtract(value, half, Rounding.Down), false, ExactDecimal.Add(value, half, Rounding.Up), false, Held(amount.Unit));
    }

    /// <summary>That figure and nothing else: a constant of a formula, a weight, a count.</summary>
    /// <param name="amount">The figure; its printed decimals do not count.</param>
    public static AmountInterval Exactly(Amount amount)
    {
        var value = ExactDecimal.Multiply(amount.Value, Factor(amount.Unit));
        return new AmountInterval(value, false, value, false, Held(amount.Unit));
    }

    /// <summary>That number and nothing else, without unit.</summary>
    public static AmountInterval Exactly(decimal value) => new(value, false, value, false, Unit.None);

    /// <summary>All sizes between two ends.</summary>
    /// <param name="low">The lower end in <paramref name="unit"/>.</param>
    /// <param name="high">The upper end in <paramref name="unit"/>, not below <paramref name="low"/>.</param>
    /// <param name="unit">The unit of both; what is held is its 元 or pure number, see the type.</param>
    /// <param name="lowOpen">Whether the lower end is left out.</param>
    /// <param name="highOpen">Whether the upper end is left out.</param>
    /// <exception cref="ArgumentException">Nothing lies between the ends.</exception>
    public static AmountInterval Between(decimal low, decimal high, Unit unit = default, bool lowOpen = false, bool highOpen = false)
    {
        if (low > high || (low == high && (lowOpen || highOpen))) throw new ArgumentException($"Nothing lies between {low} and {high}.", nameof(high));
        var factor = Factor(unit);
        return new AmountInterval(
            ExactDecimal.Multiply(low, factor, Rounding.Down), lowOpen, ExactDecimal.Multiply(high, factor, Rounding.Up), highOpen, Held(unit));
    }

    /// <summary>What the sum of figures admits: the sum of what each admits.</summary>
    /// <param name="terms">One interval or more, of one unit.</param>
    /// <exception cref="ArgumentException">There are none: a sum of nothing has no unit.</exception>
    /// <exception cref="InvalidOperationException">Their units differ.</exception>
    public static AmountInterval Sum(IEnumerable<AmountInterval> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        AmountInterval? sum = null;
        foreach (var term in terms) sum = sum is { } s ? s + term : term;
        return sum ?? throw new ArgumentException("A sum of nothing has no unit.", nameof(terms));
    }

    /// <summary>Every sum of a size of each.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static AmountInterval operator +(AmountInterval left, AmountInterval right) => new(
        ExactDecimal.Add(left.Low, right.Low, Rounding.Down),
        left.LowOpen || right.LowOpen,
        ExactDecimal.Add(left.High, right.High, Rounding.Up),
        left.HighOpen || right.HighOpen,
        left.SameUnit(right));

    /// <summary>Every difference between a size of each.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static AmountInterval operator -(AmountInterval left, AmountInterval right) => left + -right;

    /// <summary>Every size, negated: the ends change places.</summary>
    public static AmountInterval operator -(AmountInterval interval) =>
        new(-interval.High, interval.HighOpen, -interval.Low, interval.LowOpen, interval.Unit);

    /// <summary>Every size times a number; where it is negative the ends change places, where it is 0 only 0 is left.</summary>
    public static AmountInterval operator *(AmountInterval interval, decimal weight)
    {
        if (weight == 0) return new AmountInterval(0, false, 0, false, interval.Unit);
        if (weight < 0) return -interval * -weight;
        return new AmountInterval(
            ExactDecimal.Multiply(interval.Low, weight, Rounding.Down),
            interval.LowOpen,
            ExactDecimal.Multiply(interval.High, weight, Rounding.Up),
            interval.HighOpen,
            interval.Unit);
    }

    /// <summary>Every sum; see <c>+</c>.</summary>
    public static AmountInterval Add(AmountInterval left, AmountInterval right) => left + right;

    /// <summary>Every difference; see <c>-</c>.</summary>
    public static AmountInterval Subtract(AmountInterval left, AmountInterval right) => left - right;

    /// <summary>Every size, negated; see unary <c>-</c>.</summary>
    public static AmountInterval Negate(AmountInterval interval) => -interval;

    /// <summary>Every size times a number; see <c>*</c>.</summary>
    public static AmountInterval Multiply(AmountInterval interval, decimal weight) => interval * weight;

    /// <summary>Every quotient of a size of this by a size of <paramref name="divisor"/>: a pure number where both have one unit, else in this one's
    /// unit.</summary>
    /// <param name="divisor">What to divide by: of the same unit, or a pure number.</param>
    /// <returns>null where <paramref name="divisor"/> reaches 0: shares of nothing and growth from nothing are not numbers. A printed 0.00 reaches 0.</returns>
    /// <exception cref="InvalidOperationException">The divisor is neither of the same unit nor a pure number.</exception>
    public AmountInterval? Over(AmountInterval divisor)
    {
        var unit = divisor.Unit == Unit.None ? Unit : Unit.None;
        if (divisor.Unit != Unit.None) SameUnit(divisor);
        if (divisor.Low <= 0 && divisor.High >= 0) return null;
        if (divisor.High < 0) return (-this).Over(-divisor);
        // The divisor is positive: the smallest quotient comes from this lower end, over the divisor's far end where it is positive.
        var (least, leastOpen) = Low >= 0 ? (divisor.High, divisor.HighOpen) : (divisor.Low, divisor.LowOpen);
        var (most, mostOpen) = High >= 0 ? (divisor.Low, divisor.LowOpen) : (divisor.High, divisor.HighOpen);
        return new AmountInterval(
            ExactDecimal.Divide(Low, least, Rounding.Down),
            LowOpen || (leastOpen && Low != 0),
            ExactDecimal.Divide(High, most, Rounding.Up),
            HighOpen || (mostOpen && High != 0),
            unit);
    }

    /// <summary>The sizes that lie in both; null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public AmountInterval? Intersect(AmountInterval other)
    {
        var unit = SameUnit(other);
        var (low, lowOpen) = Low > other.Low ? (Low, LowOpen)
            : Low < other.Low ? (other.Low, other.LowOpen) : (Low, LowOpen || other.LowOpen);
        var (high, highOpen) = High < other.High ? (High, HighOpen)
            : High > other.High ? (other.High, other.HighOpen) : (High, HighOpen || other.HighOpen);
        return low > high || (low == high && (lowOpen || highOpen)) ? null : new AmountInterval(low, lowOpen, high, highOpen, unit);
    }

    /// <summary>Whether some size lies in both: whether both figures may be true. Ends that touch count only where both are closed.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public bool Meets(AmountInterval other) => Intersect(other) is not null;

    /// <summary>Whether that size, in <see cref="Unit"/>, is admitted.</summary>
    public bool Contains(decimal size) => (LowOpen ? size > Low : size >= Low) && (HighOpen ? size < High : size <= High);

    /// <summary>Whether everything that <paramref name="other"/> admits is admitted.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public bool Contains(AmountInterval other) => Intersect(other) == other;

    /// <summary>How far apart the nearer ends are, in <see cref="Unit"/>; 0 where the intervals meet or touch. Rounded down beyond 28 digits.</summary>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public decimal Distance(AmountInterval other)
    {
        SameUnit(other);
        if (High < other.Low) return ExactDecimal.Subtract(other.Low, High, Rounding.Down);
        return other.High < Low ? ExactDecimal.Subtract(Low, other.High, Rounding.Down) : 0m;
    }

    /// <summary>The interval as mathematics writes it, e.g. <c>[2367050, 2367150] 元</c>, <c>[0.5, 0.8)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(LowOpen ? '(' : '[')}{Low}, {High}{(HighOpen ? ')' : ']')}{(Unit == Unit.None ? "" : " ")}{Unit}");

    private static decimal Factor(Unit unit) => unit.IsMoney ? unit.YuanPerUnit : unit == Unit.Percent ? 0.01m : 1m;

    private static Unit Held(Unit unit) => unit.IsMoney ? Unit.Yuan : unit == Unit.Percent ? Unit.None : unit;

    private Unit SameUnit(AmountInterval other) => Unit == other.Unit
        ? Unit
        : throw new InvalidOperationException($"{this} and {other} have different units and cannot be set against each other.");
}
