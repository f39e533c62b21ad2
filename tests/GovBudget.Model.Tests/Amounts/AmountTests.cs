using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Amounts;

public sealed class AmountTests
{
    [Theory]
    [InlineData("236.71", "万元", "元", "2367100")]
    [InlineData("2367100", "元", "万元", "236.7100")]
    [InlineData("0.00", "万元", "元", "0")]
    [InlineData("1", "元", "亿元", "0.00000001")]
    [InlineData("3.5", "亿元", "百万元", "350")]
    [InlineData("12", "千元", "万元", "1.2")]
    [InlineData("0.123456", "万元", "元", "1234.56")]
    public void Changes_unit_keeping_what_the_decimals_say(string value, string unit, string wanted, string expected) =>
        Assert.Equal(Amount.Parse(expected, Unit.Of(wanted)), Amount.Parse(value, Unit.Of(unit)).In(Unit.Of(wanted)));

    [Theory]
    [InlineData("0.005", 2, "0.01")]
    [InlineData("-0.005", 2, "-0.01")]
    [InlineData("0.0049", 2, "0.00")]
    [InlineData("-0.004", 2, "0.00")]
    [InlineData("2.5", 0, "3")]
    [InlineData("1.5", 4, "1.5000")]
    public void Rounds_halves_away_from_zero(string value, int decimals, string expected)
    {
        var rounded = Amount.Parse(value).RoundTo(decimals);
        Assert.Equal(Amount.Parse(expected), rounded);
        Assert.Equal(expected, rounded.Format());
    }

    [Theory]
    [InlineData("辆", "元")]
    [InlineData("元", "%")]
    public void Money_and_other_units_are_not_changed_into_each_other(string unit, string wanted) =>
        Assert.Throws<InvalidOperationException>(() => Amount.Parse("3", Unit.Of(unit)).In(Unit.Of(wanted)));

    [Fact]
    public void Is_compared_by_size_whatever_the_unit()
    {
        var (wan, yuan, more) = (Amount.Parse("1.00", Unit.WanYuan), Amount.Parse("10000", Unit.Yuan), Amount.Parse("10000.01", Unit.Yuan));
        Assert.True(wan <= yuan && wan >= yuan && wan <= more && more >= wan);
        Assert.False(more <= wan || wan >= more);
    }

    [Fact]
    public void Prints_number_and_unit()
    {
        Assert.Equal("236.71 万元", Amount.OfWan(236.71m).ToString());
        Assert.Equal("0", default(Amount).ToString());
        Assert.Equal("0.00", new Amount(-0.00m, Unit.None).Format());
    }

    [Fact]
    public void Print_and_size_are_two_kinds_of_equality()
    {
        Assert.NotEqual(Amount.OfWan(1.0m), Amount.OfWan(1.00m));
        Assert.NotEqual(Amount.OfWan(1m), Amount.OfYuan(10_000m));
        Assert.True(Amount.OfWan(1.0m).SameSize(Amount.OfWan(1.00m)));
        Assert.True(Amount.OfWan(1m).SameSize(Amount.OfYuan(10_000m)));
        Assert.True(Amount.OfYuan(9_999m) < Amount.OfWan(1m));
    }

    [Fact]
    public void Units_that_do_not_convert_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new Amount(1, Unit.Vehicle).Yuan);
        Assert.Throws<InvalidOperationException>(() => new Amount(1, Unit.Percent).In(Unit.Yuan));
        Assert.Throws<InvalidOperationException>(() => Amount.OfWan(1) + new Amount(1, Unit.None));
        Assert.Throws<InvalidOperationException>(() => Amount.OfWan(1) < new Amount(1, Unit.Vehicle));
    }

    [Fact]
    public void What_28_digits_cannot_hold_is_refused_not_rounded()
    {
        var large = Amount.OfYuan(9_999_999_999_999_999_999_999_999_999m);
        Assert.Throws<OverflowException>(() => large + Amount.OfYuan(0.00001m));
        Assert.Throws<OverflowException>(() => large.In(Unit.YiYuan) * 1.000000001m);
        Assert.Throws<OverflowException>(() => Amount.OfYuan(0.0000000000000000000000001m).In(Unit.YiYuan));
        Assert.Throws<OverflowException>(() => Amount.OfYi(9_999_999_999_999_999_999_999_999_999m).Yuan);
        Assert.Throws<OverflowException>(() => large.RoundTo(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => large.RoundTo(29));
    }

    [Fact]
    public void A_unit_s_name_is_the_unit()
    {
        foreach (var unit in Unit.Money) Assert.True(Unit.Of(unit.Name).IsMoney && Unit.Of(unit.Name).YuanPerUnit == unit.YuanPerUnit);
        Assert.Equal(Unit.None, Unit.Of(" "));
        Assert.Equal(Unit.None, default);
        Assert.Equal(Unit.Percent, Unit.Of("％"));
        Assert.Equal(Unit.Set, Unit.Of("台(套)"));
        Assert.False(Unit.Of("万人").IsMoney);
        Assert.Equal(Unit.Of("人次"), Unit.Of("人次"));
    }

    [Fact]
    public void Changing_unit_loses_nothing() =>
        Always.Holds(AmountGen.Money.Zip(AmountGen.MoneyUnit), drawn =>
        {
            var (amount, unit) = drawn;
            var changed = amount.In(unit);
            Assert.Equal(unit, changed.Unit);
            Assert.True(changed.SameSize(amount));
            Assert.Equal(amount.Yuan, changed.Yuan);
            Assert.True(changed.HalfStep <= amount.HalfStep || changed.Decimals == 0);
            Assert.True(changed.In(amount.Unit).SameSize(amount));
        });

    [Fact]
    public void Sums_differences_and_products_are_exact() =>
        Always.Holds(AmountGen.Money.Zip(AmountGen.Money), drawn =>
        {
            var (a, b) = drawn;
            Assert.Equal(Exact(a.Yuan) + Exact(b.Yuan), Exact((a + b).Yuan));
            Assert.Equal(Exact(a.Yuan) - Exact(b.Yuan), Exact((a - b).Yuan));
            Assert.Equal(Exact(a.Yuan) * Exact(0.37m), Exact((a * 0.37m).Yuan) * BigInteger.Pow(10, 30));
            Assert.Equal((a + b).Yuan, Amount.Add(b, a).Yuan);
            Assert.Equal(a - b, Amount.Subtract(a, b));
            Assert.Equal(a, Amount.Negate(-a));
            Assert.Equal(a * 3m, Amount.Multiply(a, 3m));
        });

    [Fact]
    public void Rounding_moves_a_figure_by_at_most_its_half_step() =>
        Always.Holds(AmountGen.Any.Zip(AmountGen.Decimals), drawn =>
        {
            var (amount, decimals) = drawn;
            var rounded = amount.RoundTo(decimals);
            Assert.Equal(decimals, rounded.Decimals);
            Assert.True(AmountInterval.Of(rounded).Contains(AmountInterval.Exactly(amount)));
            Assert.Equal(rounded, rounded.RoundTo(decimals));
        });

    // A decimal as a whole number of 10⁻³⁰.
    private static BigInteger Exact(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - 1 - text.IndexOf('.', StringComparison.Ordinal) : 0;
        return BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 30 - decimals);
    }
}
