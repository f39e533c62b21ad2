using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Performance;

/// <summary>Draws targets, achieved values and points as forms print them.</summary>
internal static class PerformanceGen
{
    public static readonly Gen<Unit> Unit = Gen.Elements(
        Model.Unit.None, Model.Unit.Percent, Model.Unit.WanYuan, Model.Unit.Yuan, Model.Unit.Set, Model.Unit.Of("次"), Model.Unit.Of("人次"),
        Model.Unit.Of("次/年"), Model.Unit.Of("个月"), Model.Unit.Of("m2"));

    /// <summary>0 or more, with 0 to 3 decimals.</summary>
    public static readonly Gen<decimal> Number =
        from scale in Gen.Choose(0, 3)
        from mantissa in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 200)), (4, Gen.Choose(0, 100_000)))
        select new decimal(mantissa, 0, 0, false, (byte)scale);

    public static readonly Gen<Amount> Quantity = from number in Number from unit in Unit select new Amount(number, unit);

    /// <summary>Points, 1 to 100, some with a decimal.</summary>
    public static readonly Gen<decimal> Weight = Gen.Frequency((4, from n in Gen.Choose(1, 100) select (decimal)n),
        (1, from n in Gen.Choose(1, 1_000) select n / 10m));

    public static readonly Gen<Target> Words = Gen.Elements("应保尽保", "达标", "全覆盖", "逐步提高", "优/良", "优秀或良好", "12月底前").Select(Model.Target.Parse);

    public static readonly Gen<Target> Target = Gen.OneOf(
        from q in Quantity select (Target)new Target.AtLeast(q),
        from q in Quantity select (Target)new Target.MoreThan(q),
        from q in Quantity select (Target)new Target.AtMost(q),
        from q in Quantity select (Target)new Target.LessThan(q),
        from q in Quantity select (Target)new Target.Equal(q),
        from a in Number
        from b in Number
        from unit in Unit
        select (Target)new Target.Between(new Amount(Math.Min(a, b), unit), new Amount(Math.Max(a, b), unit)),
        Words);

    /// <summary>Any text of the characters that targets are made of, sensible or not, never blank.</summary>
    public static readonly Gen<string> Text =
        from length in Gen.Choose(1, 12)
        from chars in Gen.Elements("0123456789..,，%％≥≤≧＞<>=＝-~～—至次人万元年月底前以上以内不低于超过且/或（）() \u3000①㎡°A".ToCharArray()).ArrayOf(length)
        let text = new string(chars)
        select string.IsNullOrWhiteSpace(text) ? "次" : text;
}
