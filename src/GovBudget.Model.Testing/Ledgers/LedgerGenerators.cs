using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Draws the books of departments: subjects from the year's catalog, amounts in 元 and 分, funds that cover what they pay for.</summary>
public static class LedgerGenerators
{
    private static readonly string[] Places = ["清江市", "云溪县", "安平区", "临河市", "东湖区", "石门县", "白沙镇", "永宁省"];
    private static readonly string[] Offices = ["财政局", "教育局", "医疗保障局", "民政局", "水利局", "档案馆", "统计局", "信访局", "图书馆", "疾病预防控制中心"];
    private static readonly string[] Parts = ["本级", "机关服务中心", "信息中心", "培训中心", "幼儿园", "执法大队"];
    private static readonly string[] Projects = ["信息化运维", "业务培训", "执法专项", "设备购置", "宣传经费", "专家评审", "物业管理", "对口帮扶"];
    private static readonly string[] ThreePublicCodes = ["30212", "31013", "30231", "30217"];

    private static readonly Gen<SpendingKind> AnyKind = Gen.Frequency((5, Gen.Constant(SpendingKind.Basic)), (4, Gen.Constant(SpendingKind.Project)),
        (1, Gen.Elements(SpendingKind.ToSuperior, SpendingKind.Business, SpendingKind.ToSubordinate)));

    /// <summary>Amounts in 元 above 0: whole 万元 as often as odd 分.</summary>
    public static Gen<decimal> Yuan { get; } = Gen.Frequency(
        (2, from wan in Gen.Choose(1, 2_000) select wan * 10_000m),
        (2, from hundreds in Gen.Choose(1, 200_000) select hundreds * 100m),
        (3, from cents in Gen.Choose(1, 500_000_000) select cents / 100m),
        (1, from cents in Gen.Choose(1, 9_999) select cents / 100m));

    /// <summary>Amounts as tables print them: in 元, 万元 or 亿元 with 0 to 6 decimals, some negative.</summary>
    public static Gen<Amount> Amount { get; } =
        from number in Gen.Choose(0, int.MaxValue)
        from decimals in Gen.Frequency((6, Gen.Constant(2)), (1, Gen.Choose(0, 6)))
        from negative in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from unit in Gen.Elements(Unit.Yuan, Unit.WanYuan, Unit.WanYuan, Unit.YiYuan)
        select new Amount(new decimal(number, 0, 0, negative && number > 0, (byte)decimals), unit);

    /// <summary>Functional codes (项) of a year that departments spend on.</summary>
    /// <param name="year">The budget year.</param>
    public static Gen<FunctionalCode> FunctionalCode(int year) => Gen.Elements(SubjectPool.Of(year).GeneralPublic);

    /// <summary>Economic codes (款) of a year.</summary>
    /// <param name="year">The budget year.</param>
    public static Gen<EconomicCode> EconomicCode(int year) =>
        Gen.OneOf(Gen.Elements(SubjectPool.Of(year).Personnel), Gen.Elements(SubjectPool.Of(year).Public));

    /// <summary>The books of one department for one year.</summary>
    /// <param name="year">The budget year.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most.</param>
    public static Gen<Ledger> Ledger(int year, int lines = 6) =>
        from place in Gen.Elements(Places)
        from office in Gen.Elements(Offices)
        from units in Units(place + office)
        from count in Gen.Choose(1, Math.Max(1, lines))
        from accounts in Gen.ArrayOf(Account(SubjectPool.Of(year), units.Count), count)
        from planned in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0m)), (3, Yuan)), ThreePublicCodes.Length)
        from vehicles in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 9))), 8)
        from procurement in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0m)), (2, Yuan)), 3)
        select Balanced(place + office, year, units, accounts, planned, vehicles, procurement);

    /// <summary>An account: what one unit spends on one subject out of one fund, what it opened with and what it will be left with.</summary>
    internal sealed record Entry(ValueList<Spending> Spending, decimal Opening, decimal Left);

    private static Gen<ValueList<LedgerUnit>> Units(string organisation) =>
        from count in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(2, 4)))
        from parts in Gen.Shuffle(Parts[1..])
        from root in Gen.Choose(11, 89)
        select parts.Take(count - 1).Prepend(Parts[0])
            .Select((part,
                i) => new LedgerUnit($"0{root.ToString(CultureInfo.InvariantCulture)}{(i + 1).ToString("000", CultureInfo.InvariantCulture)}",
                    organisation + part))
            .ToValueList();

    internal static Gen<Entry> Account(SubjectPool pool, int units) =>
        from source in Gen.Frequency(
            (12, Gen.Constant(FundSource.GeneralPublic)),
            (pool.GovernmentFund.Length > 0 ? 2 : 0, Gen.Constant(FundSource.GovernmentFund)),
            (pool.StateCapital.Length > 0 ? 1 : 0, Gen.Constant(FundSource.StateCapital)),
            (3, Gen.Elements(FundSource.SuperiorSubsidy, FundSource.Institutional, FundSource.Business, FundSource.SubordinateRemittance, FundSource.Other)))
        from item in Gen.Elements(
            source switch { FundSource.GovernmentFund => pool.GovernmentFund, FundSource.StateCapital => pool.StateCapital, _ => pool.GeneralPublic })
        from unit in Gen.Choose(0, units - 1)
        from count in Gen.Choose(1, 6)
        from spending in Gen.ArrayOf(Spent(pool, unit, item, source), count)
        from opening in Gen.Frequency((3, Gen.Constant(0m)), (2, Yuan))
        from left in Gen.Frequency((3, Gen.Constant(0m)), (2, Yuan))
        select new Entry(spending.ToValueList(), opening, left);

    private static Gen<Spending> Spent(SubjectPool pool, int unit, FunctionalCode item, FundSource source) =>
        from kind in source switch
        {
            FundSource.GeneralPublic => Gen.Elements(SpendingKind.Basic, SpendingKind.Basic, SpendingKind.Project),
            FundSource.GovernmentFund or FundSource.StateCapital =>
                Gen.Frequency((1, Gen.Constant(SpendingKind.Basic)), (5, Gen.Constant(SpendingKind.Project))),
            _ => AnyKind,
        }
        from economic in kind == SpendingKind.Basic
            ? Gen.Frequency((4, Gen.Elements(pool.Personnel)), (4, Gen.Elements(pool.Public)), (1, ThreePublic(pool)))
            : Gen.Frequency((5, Gen.Elements(pool.Public)), (1, ThreePublic(pool)))
        from project in Gen.Elements(Projects)
        from yuan in Yuan
        select new Spending(unit, item, source, kind, economic, kind == SpendingKind.Project ? project : null, yuan);

    private static Gen<EconomicCode> ThreePublic(SubjectPool pool) =>
        Gen.Elements(pool.Public.Where(e => ThreePublicCodes.Contains(e.ToString())).DefaultIfEmpty(pool.Public[0]).ToArray());

    /// <summary>The books with the income that makes every account end with what it is to be left with, or with more where it opened with more.</summary>
    internal static Ledger Balanced(
        string organisation, int year, ValueList<LedgerUnit> units, Entry[] accounts, decimal[] planned, int[] vehicles, decimal[] procurement)
    {
        var income = accounts.Select(a => (a.Spending[0], Yuan: a.Spending.Sum(s => s.Yuan) + a.Left - a.Opening)).Where(a => a.Yuan > 0);
        return new Ledger
        {
            Organisation = organisation,
            Year = year,
            Units = units,
            Spending = accounts.SelectMany(a => a.Spending).ToValueList(),
            Income = income.Select(a => new Receipt(a.Item1.Unit, a.Item1.Item, a.Item1.Source, a.Yuan)).ToValueList(),
            Opening = accounts.Where(a => a.Opening > 0)
                .Select(a => new Receipt(a.Spending[0].Unit, a.Spending[0].Item, a.Spending[0].Source, a.Opening))
                .ToValueList(),
            PlannedThreePublic = planned.ToValueList(),
            Vehicles = vehicles.ToValueList(),
            Procurement = procurement.ToValueList(),
        };
    }
}
