using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Amounts;

public sealed class AmountIntervalTests
{
    [Theory]
    [InlineData("236.71", "万元", "[2367050, 2367150] 元")]
    [InlineData("0.00", "万元", "[-50, 50] 元")]
    [InlineData("-1.5", "元", "[-1.55, -1.45] 元")]
    [InlineData("78.4", "%", "[0.7835, 0.7845]")]
    [InlineData("100", "%", "[0.995, 1.005]")]
    [InlineData("0.98", "", "[0.975, 0.985]")]
    [InlineData("12", "辆", "[11.5, 12.5] 辆")]
    public void A_printed_figure_admits_half_a_step_to_either_side(string value, string unit, string expected)
    {
        var amount = Amount.Parse(value, Unit.Of(unit));
        Assert.Equal(expected, AmountInterval.Of(amount).ToString());
        Assert.True(AmountInterval.Of(amount).Contains(AmountInterval.Exactly(amount)));
        if (amount.Unit != Unit.Percent) Assert.Equal(2 * amount.HalfStep, AmountInterval.Of(amount).Width);
        Assert.True(AmountInterval.Exactly(amount).IsExact && !AmountInterval.Of(amount).IsExact);
    }

    [Fact]
    public void Default_is_exactly_nothing()
    {
        Assert.Equal(AmountInterval.Exactly(0m), default);
        Assert.Equal("[0, 0]", default(AmountInterval).ToString());
    }

    [Theory]
    [InlineData("[1,2]", "[2,3]", true, "[2, 2]", 0)]
    [InlineData("[1,2)", "[2,3]", false, null, 0)]
    [InlineData("[1,2]", "(2,3]", false, null, 0)]
    [InlineData("[1,2]", "[3,4]", false, null, 1)]
    [InlineData("[3,4]", "[1,2.5]", false, null, 0.5)]
    [InlineData("[1,4)", "(1,4]", true, "(1, 4)", 0)]
    [InlineData("(1,4)", "[2,3]", true, "[2, 3]", 0)]
    [InlineData("[2,2]", "(1,2]", true, "[2, 2]", 0)]
    [InlineData("[2,2]", "[1,2)", false, null, 0)]
    public void Intersects_meets_and_stands_apart(string left, string right, bool meets, string? common, double distance)
    {
        var (a, b) = (Parse(left), Parse(right));
        Assert.Equal(meets, a.Meets(b));
        Assert.Equal(meets, b.Meets(a));
        Assert.Equal(common, a.Intersect(b)?.ToString());
        Assert.Equal((decimal)distance, a.Distance(b));
        Assert.Equal((decimal)distance, b.Distance(a));
    }

    [Theory]
    [InlineData("[1,2]", "(10,20]", "(11, 22]", "[-19, -8)")]
    [InlineData("(1,2)", "[10,20]", "(11, 22)", "(-19, -8)")]
    [InlineData("(-1,2]", "[0,0]", "(-1, 2]", "(-1, 2]")]
    public void Adds_and_subtracts_with_its_ends(string left, string right, string sum, string difference)
    {
        Assert.Equal(sum, (Parse(left) + Parse(right)).ToString());
        Assert.Equal(difference, (Parse(left) - Parse(right)).ToString());
    }

    [Theory]
    [InlineData("[1,2)", -2, "(-4, -2]")]
    [InlineData("(1,2)", 0, "[0, 0]")]
    [InlineData("(-1,2]", 0.5, "(-0.5, 1]")]
    public void Multiplies_by_a_weight(string interval, double weight, string expected) =>
        Assert.Equal(expected, (Parse(interval) * (decimal)weight).ToString());

    [Theory]
    [InlineData("[1,2]", "[4,5]", "[0.2, 0.5]")]
    [InlineData("(1,2]", "[4,5)", "(0.2, 0.5]")]
    [InlineData("[1,2]", "(4,5]", "[0.2, 0.5)")]
    [InlineData("[-1,2]", "[4,5]", "[-0.25, 0.5]")]
    [InlineData("[-2,-1]", "[4,5]", "[-0.5, -0.2]")]
    [InlineData("[1,2]", "[-5,-4]", "[-0.5, -0.2]")]
    [InlineData("[0,2]", "[4,5)", "[0, 0.5]")]
    [InlineData("[0,0]", "(4,5)", "[0, 0]")]
    [InlineData("(0,2]", "[4,5]", "(0, 0.5]")]
    [InlineData("[1,2]", "[0,5]", null)]
    [InlineData("[1,2]", "(0,5]", null)]
    [InlineData("[1,2]", "[-1,1]", null)]
    [InlineData("[0,0]", "[0,0]", null)]
    [InlineData("[1,1]", "[3,3]", "[0.3333333333333333333333333333, 0.3333333333333333333333333334]")]
    public void Divides_unless_the_divisor_reaches_zero(string dividend, string divisor, string? expected) =>
        Assert.Equal(expected, Parse(dividend).Over(Parse(divisor))?.ToString());

    [Fact]
    public void Units_are_kept_apart_and_cancel_in_ratios()
    {
        var (part, whole, cars) = (AmountInterval.Of(Amount.OfWan(185.55m)), AmountInterval.Of(Amount.OfWan(236.71m)),
            AmountInterval.Of(new Amount(3, Unit.Vehicle)));
        Assert.Equal(Unit.Yuan, (part + whole).Unit);
        Assert.Throws<InvalidOperationException>(() => part + cars);
        Assert.Throws<InvalidOperationException>(() => part.Meets(cars));
        Assert.Throws<InvalidOperationException>(() => part.Over(cars));
        Assert.Throws<InvalidOperationException>(() => part.Distance(AmountInterval.Exactly(1)));
        Assert.Equal(Unit.None, part.Over(whole)!.Value.Unit);
        Assert.Equal(Unit.Yuan, part.Over(AmountInterval.Exactly(2))!.Value.Unit);
    }

    [Fact]
    public void A_share_in_the_text_meets_the_ratio_of_its_amounts()
    {
        var share = AmountInterval.Of(Amount.OfWan(185.55m)).Over(AmountInterval.Of(Amount.OfWan(236.71m)))!.Value;
        Assert.True(share.Meets(AmountInterval.Of(Amount.Parse("78.4%"))));
        Assert.False(share.Meets(AmountInterval.Of(Amount.Parse("78.6%"))));
        // Growth is a ratio less 1: 236.71 after 287.37 is −17.6%.
        var growth = AmountInterval.Of(Amount.OfWan(236.71m)).Over(AmountInterval.Of(Amount.OfWan(287.37m)))!.Value - AmountInterval.Exactly(1);
        Assert.True(growth.Meets(AmountInterval.Of(Amount.Parse("-17.6%"))));
        Assert.False(growth.Meets(AmountInterval.Of(Amount.Parse("-17.7%"))));
    }

    [Fact]
    public void The_rounding_of_the_domain_guide_is_rounding_and_its_error_an_error()
    {
        Assert.True(Sum("184.21", "18.77").Meets(AmountInterval.Of(Amount.OfWan(202.99m))));
        Assert.False(Sum("184.21", "16.06").Meets(AmountInterval.Of(Amount.OfWan(200.24m))));

        static AmountInterval Sum(params string[] terms) => AmountInterval.Sum(terms.Select(t => AmountInterval.Of(Amount.Parse(t, Unit.WanYuan))));
    }

    [Fact]
    public void Nothing_lies_between_crossed_ends()
    {
        Assert.Throws<ArgumentException>(() => AmountInterval.Between(2, 1));
        Assert.Throws<ArgumentException>(() => AmountInterval.Between(2, 2, highOpen: true));
        Assert.Throws<ArgumentException>(() => AmountInterval.Sum([]));
        Assert.Throws<OverflowException>(() => AmountInterval.Exactly(decimal.MaxValue) + AmountInterval.Exactly(1));
    }

    [Fact]
    public void Beyond_28_digits_ends_move_outwards()
    {
        var third = AmountInterval.Exactly(2).Over(AmountInterval.Exactly(-3))!.Value;
        Assert.True(third.Low < third.High && third.Width == 0.0000000000000000000000000001m);
        var large = AmountInterval.Exactly(1_000_000_000_000_000_000_000_000_000m) + AmountInterval.Exactly(0.00001m);
        Assert.True(large.Low == 1_000_000_000_000_000_000_000_000_000m && large.High == 1_000_000_000_000_000_000_000_000_000.1m);
        var tiny = AmountInterval.Exactly(0.0000000000000000000000000001m) * -0.5m;
        Assert.Equal("[-0.0000000000000000000000000001, 0]", tiny.ToString());
    }

    [Fact]
    public void A_result_holds_what_its_operands_members_give() =>
        Always.Holds(
            from a in AmountGen.Interval
            from b in AmountGen.Interval
            from x in AmountGen.Member(a)
            from y in AmountGen.Member(b)
            from weight in AmountGen.Value(2)
            select (a, b, x, y, weight),
            drawn =>
            {
                var (a, b, x, y, weight) = drawn;
                Assert.True((a + b).Contains(x + y));
                Assert.True((a - b).Contains(x - y));
                Assert.True((-a).Contains(-x));
                Assert.True((a * weight).Contains(x * weight));
                Assert.Equal(a, AmountInterval.Negate(-a));
                Assert.Equal(a + b, AmountInterval.Add(b, a));
                Assert.Equal(a - b, AmountInterval.Subtract(a, b));
                Assert.Equal(a * weight, AmountInterval.Multiply(a, weight));
                Assert.Equal(a.Contains(y) && b.Contains(y), a.Intersect(b)?.Contains(y) ?? false);
                Assert.Equal(a.Meets(b), b.Meets(a));
                Assert.True(!a.Meets(b) || a.Distance(b) == 0);
                Assert.Equal(a.Distance(b), b.Distance(a));
                if (a.Over(b) is { } ratio) Assert.True(ratio.Contains(AmountInterval.Exactly(x).Over(AmountInterval.Exactly(y))!.Value) || Near(ratio, x / y));
                else Assert.True(b.Low <= 0 && b.High >= 0);
            });

    [Fact]
    public void Ends_are_reached_where_closed_and_only_approached_where_open() =>
        Always.Holds(AmountGen.Interval, a =>
        {
            Assert.Equal(!a.LowOpen, a.Contains(a.Low));
            Assert.Equal(!a.HighOpen, a.Contains(a.High));
            Assert.False(a.Contains(a.Low - 0.001m));
            Assert.False(a.Contains(a.High + 0.001m));
            Assert.True(a.Contains(a));
            Assert.True(a.Meets(a));
        });

    [Fact]
    public void Sums_of_rounded_figures_never_look_violated() =>
        Always.Holds(Parts(1, 30), drawn =>
        {
            var (parts, decimals) = drawn;
            var total = parts.Aggregate((a, b) => a + b);
            var printed = AmountInterval.Sum(parts.Select(p => AmountInterval.Of(p.RoundTo(decimals))));
            Assert.True(printed.Meets(AmountInterval.Of(total.RoundTo(decimals))));
        });

    [Fact]
    public void A_total_off_by_more_than_the_bound_always_is_violated() =>
        Always.Holds(
            from parts in Parts(1, 30) from beyond in Gen.Choose(1, 1_000) from up in Gen.Elements(true, false) select (parts, beyond, up),
            drawn =>
            {
                var ((parts, decimals), beyond, up) = drawn;
                var rounded = parts.Select(p => p.RoundTo(decimals)).ToArray();
                var step = new decimal(1, 0, 0, false, (byte)decimals);
                // The least printable total further away than (n + 1)·½·10⁻ᵈ.
                var off = ((rounded.Length + 1) / 2 * step) + (step * beyond);
                var total = rounded.Aggregate((a, b) => a + b) + new Amount(up ? off : -off, parts[0].Unit);
                var printed = AmountInterval.Sum(rounded.Select(AmountInterval.Of));
                Assert.False(printed.Meets(AmountInterval.Of(total)));
                Assert.True(printed.Distance(AmountInterval.Of(total)) > 0);
            });

    [Fact]
    public void A_total_off_by_just_the_bound_still_is_rounding() =>
        Always.Holds(Parts(1, 30), drawn =>
        {
            var (parts, decimals) = drawn;
            var rounded = parts.Select(p => p.RoundTo(decimals)).ToArray();
            var off = new decimal((rounded.Length + 1) / 2, 0, 0, false, (byte)decimals);
            var total = rounded.Aggregate((a, b) => a + b) + new Amount(off, parts[0].Unit);
            Assert.True(AmountInterval.Sum(rounded.Select(AmountInterval.Of)).Meets(AmountInterval.Of(total)));
        });

    private static Gen<(Amount[] Parts, int Decimals)> Parts(int least, int most) =>
        from unit in AmountGen.MoneyUnit
        from decimals in Gen.Choose(0, 4)
        from count in Gen.Choose(least, most)
        from values in AmountGen.Value().ArrayOf(count)
        select (values.Select(v => new Amount(v, unit)).ToArray(), decimals);

    // The built-in quotient is rounded: an end that it should hit exactly may be missed by its last digit.
    private static bool Near(AmountInterval interval, decimal value) =>
        interval.Contains(value - 0.00000000000000000001m) || interval.Contains(value + 0.00000000000000000001m);

    private static AmountInterval Parse(string text)
    {
        var ends = text[1..^1].Split(',').Select(e => decimal.Parse(e, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return AmountInterval.Between(ends[0], ends[1], Unit.None, text[0] == '(', text[^1] == ')');
    }
}
