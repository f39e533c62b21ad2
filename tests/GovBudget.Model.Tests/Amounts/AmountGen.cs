using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Amounts;

/// <summary>Draws figures as tables print them: negative, zero, small and large, with 0 to 8 decimals.</summary>
internal static class AmountGen
{
    public static readonly Gen<int> Decimals = Gen.Choose(0, 8);

    public static readonly Gen<Unit> MoneyUnit = Gen.Elements(Unit.Money.ToArray());

    public static readonly Gen<Unit> AnyUnit = Gen.Elements([.. Unit.Money, Unit.None, Unit.Percent, Unit.Vehicle, Unit.Set, Unit.Of("人次")]);

    public static readonly Gen<Amount> Money = from value in Value() from unit in MoneyUnit select new Amount(value, unit);

    public static readonly Gen<Amount> Any = from value in Value() from unit in AnyUnit select new Amount(value, unit);

    /// <summary>A number with that many decimals, or any.</summary>
    public static Gen<decimal> Value(int? decimals = null) =>
        from scale in decimals is { } d ? Gen.Constant(d) : Decimals
        from high in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 20)))
        from low in Gen.Frequency((1, Gen.Choose(0, 200)), (2, Gen.Choose(0, 1_000_000)), (1, Gen.Choose(0, int.MaxValue)))
        from negative in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new decimal(low, high, 0, negative && (low | high) != 0, (byte)scale);

    /// <summary>A number strictly between 0 and 1, both ends possible, in steps of 1/1000.</summary>
    public static readonly Gen<decimal> Share = from n in Gen.Choose(0, 1_000) select n / 1_000m;

    /// <summary>Any interval of at most a few hundred, ends open or closed, as often a single number.</summary>
    public static readonly Gen<AmountInterval> Interval =
        from low in Gen.Choose(-200, 200)
        from width in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 100)))
        from lowOpen in Gen.Elements(true, false)
        from highOpen in Gen.Elements(true, false)
        select AmountInterval.Between(low / 10m, (low + width) / 10m, Unit.None, lowOpen && width > 0, highOpen && width > 0);

    /// <summary>A member of that interval, its ends included where they are closed.</summary>
    public static Gen<decimal> Member(AmountInterval interval) =>
        from share in Share
        let size = interval.Low + ((interval.High - interval.Low) * share)
        select interval.Contains(size) ? size : interval.Low + ((interval.High - interval.Low) / 2);
}
