using System.Globalization;

namespace GovBudget.Model;

/// <summary>A printed figure: a decimal value that keeps its printed decimals, and its unit.</summary>
/// <remarks>
/// <para>A blank cell is <c>null</c>, never 0: wherever a figure may be missing, the model holds <c>Amount?</c>. <c>default</c> is 0 without decimals and
/// unit.</para>
/// <para>Equality is that of print: 1.0 万元 and 1.00 万元 are different figures of the same size, as are 1 万元 and 10,000 元. Compare sizes with
/// <see cref="CompareTo(Amount)"/>, the operators, or <see cref="SameSize(Amount)"/>.</para>
/// <para>Arithmetic is exact and never rounds: sums and differences keep the decimals of the finer operand, products those of both. A result that needs more
/// than
/// 28 digits throws <see cref="OverflowException"/>.</para>
/// </remarks>
/// <param name="Value">The figure in <paramref name="Unit"/>; its scale is the number of printed decimals.</param>
/// <param name="Unit">The unit it is printed in.</param>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public readonly record struct Amount(decimal Value, Unit Unit) : IComparable<Amount>
{
    /// <summary>The number of printed decimals, 0 to 28.</summary>
    public int Decimals => Value.Scale;

    /// <summary>The exact size in 元.</summary>
    /// <exception cref="InvalidOperationException">The unit is not one of money.</exception>
    /// <exception cref="OverflowException">The size needs more than 28 digits.</exception>
    public decimal Yuan => Unit.IsMoney
        ? ExactDecimal.Trim(ExactDecimal.Multiply(Value, Unit.YuanPerUnit))
        : throw new InvalidOperationException($"{this}: “{Unit}” is not a unit of money, so it has no size in 元.");

    /// <summary>Half a unit of the last printed decimal, in 元 (in the unit itself where it is not money): how far the true size may lie from the printed
    /// one.</summary>
    /// <remarks>Exact for up to 27 decimals, rounded up for 28.</remarks>
    public decimal HalfStep => Half(Decimals) * (Unit.IsMoney ? Unit.YuanPerUnit : 1m);

    /// <summary>A figure in 元.</summary>
    public static Amount OfYuan(decimal value) => new(value, Unit.Yuan);

    /// <summary>A figure in 万元.</summary>
    public static Amount OfWan(decimal value) => new(value, Unit.WanYuan);

    /// <summary>A figure in 亿元.</summary>
    public static Amount OfYi(decimal value) => new(value, Unit.YiYuan);

    /// <summary>The same size in another unit of money, exact, with just the decimals it needs but no fewer than a change of unit keeps.</summary>
    /// <param name="unit">The unit wanted.</param>
    /// <exception cref="InvalidOperationException">Either unit is not one of money and they differ.</exception>
    /// <exception cref="OverflowException">The size needs more than 28 digits in that unit.</exception>
    public Amount In(Unit unit)
    {
        if (unit == Unit) return this;
        if (!unit.IsMoney || !Unit.IsMoney) throw new InvalidOperationException($"{this} cannot be stated in “{unit}”: both must be units of money.");
        var decimals = Math.Clamp(Decimals - Unit.PowerOfTen + unit.PowerOfTen, 0, 28);
        return new Amount(ExactDecimal.WithScale(ExactDecimal.Divide(Yuan, unit.YuanPerUnit), decimals), unit);
    }

    /// <summary>The figure rounded to that many decimals of its unit, halves away from zero (四舍五入), and printed with them.</summary>
    /// <param name="decimals">0 to 28.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not between 0 and 28.</exception>
    /// <exception cref="OverflowException">The figure has not that many digits left.</exception>
    public Amount RoundTo(int decimals) =>
        new(ExactDecimal.WithScale(Math.Round(Value, decimals, MidpointRounding.AwayFromZero), decimals), Unit);

    /// <summary>Whether both state the same size, whatever their units and decimals.</summary>
    public bool SameSize(Amount other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The units cannot be compared.</exception>
    public int CompareTo(Amount other) => Unit == other.Unit ? Value.CompareTo(other.Value) : Yuan.CompareTo(other.Yuan);

    /// <inheritdoc/>
    public bool Equals(Amount other) => Unit == other.Unit && Value == other.Value && Decimals == other.Decimals;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Decimals, Unit);

    /// <summary>The exact sum, in the left figure's unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ and are not both of money.</exception>
    /// <exception cref="OverflowException">The sum needs more than 28 digits.</exception>
    public static Amount operator +(Amount left, Amount right) => new(ExactDecimal.Add(left.Value, right.In(left.Unit).Value), left.Unit);

    /// <summary>The exact difference, in the left figure's unit.</summary>
    /// <exception cref="InvalidOperationException">The units differ and are not both of money.</exception>
    /// <exception cref="OverflowException">The difference needs more than 28 digits.</exception>
    public static Amount operator -(Amount left, Amount right) => new(ExactDecimal.Subtract(left.Value, right.In(left.Unit).Value), left.Unit);

    /// <summary>The negated figure.</summary>
    public static Amount operator -(Amount amount) => new(-amount.Value, amount.Unit);

    /// <summary>The figure times a number, exact, with the decimals of both.</summary>
    /// <exception cref="OverflowException">The product needs more than 28 digits.</exception>
    public static Amount operator *(Amount amount, decimal factor) => new(ExactDecimal.Multiply(amount.Value, factor), amount.Unit);

    /// <summary>The exact sum; see <c>+</c>.</summary>
    public static Amount Add(Amount left, Amount right) => left + right;

    /// <summary>The exact difference; see <c>-</c>.</summary>
    public static Amount Subtract(Amount left, Amount right) => left - right;

    /// <summary>The negated figure; see unary <c>-</c>.</summary>
    public static Amount Negate(Amount amount) => -amount;

    /// <summary>The figure times a number; see <c>*</c>.</summary>
    public static Amount Multiply(Amount amount, decimal factor) => amount * factor;

    /// <summary>Whether the left is smaller, by size.</summary>
    public static bool operator <(Amount left, Amount right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is larger, by size.</summary>
    public static bool operator >(Amount left, Amount right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is not larger, by size.</summary>
    public static bool operator <=(Amount left, Amount right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is not smaller, by size.</summary>
    public static bool operator >=(Amount left, Amount right) => left.CompareTo(right) >= 0;

    /// <summary>The number as tables print it: printed decimals, with or without thousands separators, no unit.</summary>
    /// <param name="thousands">Whether to group digits by three with commas.</param>
    public string Format(bool thousands = false) =>
        (Value == 0
            ? Math.Abs(Value)
            : Value).ToString((thousands ? "N" : "F") + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Number and unit, e.g. <c>236.71 万元</c>.</summary>
    public override string ToString() => Unit == Unit.None ? Format() : $"{Format()} {Unit}";

    /// <summary>Reads a printed figure; see <see cref="AmountPattern"/> for what is understood.</summary>
    /// <param name="text">What is printed, e.g. <c>1,202.95万元</c>, <c>（1.00）</c>.</param>
    /// <param name="unit">The unit where the text names none.</param>
    /// <exception cref="FormatException">The text is not a figure; the message says why and what would be.</exception>
    public static Amount Parse(string text, Unit unit = default) => AmountPattern.Parse(text, unit).GetValueOrThrow();

    /// <summary>Reads a printed figure; false where the text is not one.</summary>
    /// <param name="text">What is printed.</param>
    /// <param name="unit">The unit where the text names none.</param>
    /// <param name="amount">The figure read.</param>
    public static bool TryParse(string? text, Unit unit, out Amount amount) => AmountPattern.Parse(text, unit).TryGetValue(out amount);

    internal static decimal Half(int decimals) => decimals < 28 ? new decimal(5, 0, 0, false, (byte)(decimals + 1)) : new decimal(1, 0, 0, false, 28);
}
