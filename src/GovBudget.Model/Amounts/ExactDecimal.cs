using System.Numerics;

namespace GovBudget.Model;

/// <summary>Which way a result goes that a decimal cannot hold.</summary>
internal enum Rounding
{
    /// <summary>Nowhere: it is an error.</summary>
    None,

    /// <summary>Towards minus infinity.</summary>
    Down,

    /// <summary>Towards plus infinity.</summary>
    Up,
}

/// <summary>Sums, products and quotients of decimals that are exact, or rounded the way one asks: the built-in operators round silently beyond 28
/// digits.</summary>
internal static class ExactDecimal
{
    private const int MaxScale = 28;
    private static readonly BigInteger MaxMantissa = (BigInteger.One << 96) - 1;

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It is too large, or needs more digits than a decimal has and no rounding is allowed.</exception>
    public static decimal Add(decimal left, decimal right, Rounding rounding = Rounding.None)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        if (InRange(left) && InRange(right))
        {
            var sum = left + right;
            if (sum.Scale == scale) return sum;
        }
        return ToDecimal(Mantissa(left, scale) + Mantissa(right, scale), scale, rounding);
    }

    /// <summary>The difference; see <see cref="Add"/>.</summary>
    public static decimal Subtract(decimal left, decimal right, Rounding rounding = Rounding.None) => Add(left, -right, rounding);

    /// <summary>The product.</summary>
    /// <exception cref="OverflowException">It is too large, or needs more digits than a decimal has and no rounding is allowed.</exception>
    public static decimal Multiply(decimal left, decimal right, Rounding rounding = Rounding.None)
    {
        var scale = left.Scale + right.Scale;
        if (left == 0 || right == 0) return new decimal(0, 0, 0, false, (byte)Math.Min(scale, MaxScale));
        if (scale <= MaxScale && InRange(left) && InRange(right))
        {
            var product = left * right;
            if (product.Scale == scale) return product;
        }
        return ToDecimal(Mantissa(left, left.Scale) * Mantissa(right, right.Scale), scale, rounding);
    }

    /// <summary>The quotient, without trailing zeros.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    /// <exception cref="OverflowException">It is too large, or does not end within a decimal's digits and no rounding is allowed.</exception>
    public static decimal Divide(decimal dividend, decimal divisor, Rounding rounding = Rounding.None)
    {
        if (divisor == 0) throw new DivideByZeroException("没有以 0 为除数的比值。");
        var (numerator, denominator) = (Mantissa(dividend, dividend.Scale), Mantissa(divisor, divisor.Scale));
        var scale = dividend.Scale - divisor.Scale;
        // As many decimals as a decimal can hold: then only the division itself can leave a remainder.
        var shift = MaxScale - scale;
        numerator *= BigInteger.Pow(10, shift);
        var quotient = DivideRounded(numerator, denominator, rounding == Rounding.None ? Rounding.Down : rounding, out var exact);
        if (!exact && rounding == Rounding.None) throw Inexact();
        return Trim(ToDecimal(quotient, MaxScale, rounding));
    }

    /// <summary>The value without trailing zero decimals, and never a negative zero.</summary>
    public static decimal Trim(decimal value)
    {
        if (value == 0) return 0m;
        return value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
    }

    /// <summary>The same number with at least that many decimals.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">0 to 28.</param>
    /// <exception cref="OverflowException">The number has not that many digits left.</exception>
    public static decimal WithScale(decimal value, int decimals)
    {
        value = Trim(value);
        if (value.Scale >= decimals) return value;
        var padded = value + new decimal(0, 0, 0, false, (byte)decimals);
        return padded.Scale == decimals ? padded : throw new OverflowException($"{value} 不能带 {decimals} 位小数：超过 28 位数字。");
    }

    private static decimal ToDecimal(BigInteger mantissa, int scale, Rounding rounding)
    {
        // Zeros at the end cost nothing; further digits only where rounding is allowed.
        while (scale > MaxScale || (BigInteger.Abs(mantissa) > MaxMantissa && scale > 0))
        {
            mantissa = DivideRounded(mantissa, 10, rounding == Rounding.None ? Rounding.Down : rounding, out var exact);
            if (!exact && rounding == Rounding.None) throw Inexact();
            scale--;
        }
        var size = BigInteger.Abs(mantissa);
        if (size > MaxMantissa) throw new OverflowException("数字过大：最多 28 位。");
        return new decimal(
            unchecked((int)(uint)(size & uint.MaxValue)),
            unchecked((int)(uint)((size >> 32) & uint.MaxValue)),
            unchecked((int)(uint)(size >> 64)),
            mantissa.Sign < 0,
            (byte)scale);
    }

    private static BigInteger DivideRounded(BigInteger dividend, BigInteger divisor, Rounding rounding, out bool exact)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        exact = remainder.IsZero;
        if (exact) return quotient;
        var negative = dividend.Sign * divisor.Sign < 0;
        if (rounding == Rounding.Down && negative) return quotient - 1;
        return rounding == Rounding.Up && !negative ? quotient + 1 : quotient;
    }

    private static BigInteger Mantissa(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        if (value < 0) mantissa = -mantissa;
        return scale == value.Scale ? mantissa : mantissa * BigInteger.Pow(10, scale - value.Scale);
    }

    // Where the built-in operators cannot overflow in size: they may still reduce the scale, which is checked.
    private static bool InRange(decimal value) => value is < 100_000_000_000_000m and > -100_000_000_000_000m;

    private static OverflowException Inexact() => new("结果需要超过 28 位数字，不能精确表示。");
}
