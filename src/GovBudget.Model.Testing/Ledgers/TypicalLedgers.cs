using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Draws the books of departments as most are.</summary>
internal static class TypicalLedgers
{
    /// <summary>Offices and the section (款) of the classification that is theirs.</summary>
    private static readonly (string Name, string Section)[] Offices =
    [
        ("财政局", "20106"), ("教育局", "20501"), ("医疗保障局", "21015"), ("民政局", "20802"), ("水利局", "21303"), ("档案馆", "20126"), ("统计局", "20105"),
        ("司法局", "20406"), ("文化和旅游局", "20701"), ("卫生健康局", "21001"), ("交通运输局", "21401"), ("应急管理局", "22401"), ("人力资源和社会保障局", "20801"), ("农业农村局", "21301"),
    ];

    private static readonly string[] Places = ["清江市", "云溪县", "安平区", "临河市", "东湖区", "石门县", "清江市白沙区", "永宁省"];

    private static readonly string[] Parts = ["机关服务中心", "信息中心", "培训中心", "执法大队"];

    private static readonly string[] Projects = ["信息化运维", "业务培训", "执法专项", "设备购置", "宣传经费", "专家评审", "物业管理", "对口帮扶"];

    /// <summary>Basic expenditure of the office itself: economic codes and the range of yearly amounts in hundreds of 元.</summary>
    private static readonly (string Economic, int Low, int High)[] Office =
    [
        ("30101", 3_000, 60_000), ("30102", 2_000, 50_000), ("30103", 1_000, 20_000), ("30107", 500, 9_000), ("30201", 300, 9_000), ("30207", 20, 900),
        ("30211", 50, 2_000), ("30217", 5, 300),
        ("30231", 30, 900), ("30239", 300, 5_000), ("30302", 100, 4_000), ("30305", 10, 500),
    ];

    /// <summary>Contributions: functional item, economic code, range in hundreds of 元.</summary>
    private static readonly (string Item, string Economic, int Low, int High)[] Contributions =
        [("2080505", "30108", 500, 12_000), ("2101101", "30110", 300, 6_000), ("2210201", "30113", 500, 9_000)];

    /// <summary>The books of one year with subjects that the catalogs know throughout.</summary>
    /// <param name="first">The year of the books.</param>
    /// <param name="last">The last year in which the subjects must be known.</param>
    /// <param name="lines">How many subjects (项) to spend on, at most; the typical ones are never left out.</param>
    public static Gen<Ledger> Ledger(int first, int last, int lines)
    {
        var pool = SubjectPool.Of(first);
        return from place in Gen.Elements(Places)
               from office in Gen.Elements(Offices)
               from others in Gen.Shuffle(Parts)
               from count in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
               from root in Gen.Choose(11, 89)
               let units = others.Take(count).Prepend("本级")
                   .Select((part,
                       i) => new LedgerUnit($"0{root.ToString(CultureInfo.InvariantCulture)}{(i + 1).ToString("000", CultureInfo.InvariantCulture)}",
                           place + office.Name + part))
                   .ToValueList()
               from accounts in Accounts(new Subjects(first, last), office.Section, units.Count)
               from more in Gen.ArrayOf(LedgerGenerators.Account(pool.Throughout(last), units.Count), Math.Max(0, lines - accounts.Length))
               from vehicles in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 6))), 8)
               from procurement in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0m)), (4, Hundreds(100, 30_000))), 3)
               select LedgerGenerators.Balanced(place + office.Name, first, units, [.. accounts, .. more], [0, 0, 0, 0], vehicles, procurement);
    }

    /// <summary>The subjects of a span of years.</summary>
    private sealed class Subjects(int first, int last)
    {
        private readonly SubjectPool _pool = SubjectPool.Of(first).Throughout(last);

        public FunctionalCode[] Government => _pool.GovernmentFund;

        public FunctionalCode[] Capital => _pool.StateCapital;

        public static EconomicCode Economic(string code) => EconomicCode.Parse(code, CultureInfo.InvariantCulture);

        /// <summary>The item, or where the years do not know it one of its class.</summary>
        public FunctionalCode Item(string code) =>
            _pool.GeneralPublic.FirstOrDefault(i => i.ToString() == code) is { } item && item.ToString() == code ? item : OfSection(code[..3])[0];

        public FunctionalCode[] OfSection(string section) =>
            _pool.GeneralPublic.Where(i => i.ToString().StartsWith(section, StringComparison.Ordinal)).ToArray() is { Length: > 0 } found
                ? found
                : _pool.GeneralPublic;

        /// <summary>Items for general administration (01) and for the office's own work.</summary>
        public (FunctionalCode Running, FunctionalCode Work) Own(string section)
        {
            var own = OfSection(section);
            return (own[0], own.Length > 1 ? own[1] : OfSection(section[..3]).First(i => i != own[0]));
        }
    }

    private static Gen<decimal> Hundreds(int low, int high) =>
        from hundreds in Gen.Choose(low, high)
        from cents in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 9_999)))
        select (hundreds * 100m) + (cents / 100m);

    private static Gen<LedgerGenerators.Entry[]> Accounts(Subjects subjects, string section, int units)
    {
        var (running, work) = subjects.Own(section);
        return from office in Gen.CollectToArray(Office, o => Hundreds(o.Low, o.High).Select(yuan => (o.Economic, Yuan: yuan)))
               from abroad in Gen.Frequency((3, Gen.Constant(0m)), (1, Hundreds(50, 900)))
               from car in Gen.Frequency((3, Gen.Constant(0m)), (1, Hundreds(1_500, 2_500)))
               from contributions in Gen.CollectToArray(Contributions, c => Hundreds(c.Low, c.High).Select(yuan => (c.Item, c.Economic, Yuan: yuan)))
               from names in Gen.Shuffle(Projects)
               from projects in Gen.ArrayOf(Hundreds(200, 40_000), 3)
               from unit in Gen.Choose(0, units - 1)
               from fund in Gen.Elements(subjects.Government)
               from fundYuan in Hundreds(1_000, 90_000)
               from capital in subjects.Capital.Length > 0
                   ? Gen.Elements(subjects.Capital).Select(c => (FunctionalCode?)c)
                   : Gen.Constant<FunctionalCode?>(null)
               from capitalYuan in Hundreds(300, 20_000)
               from own in Hundreds(100, 9_000)
               from opening in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0m)), (2, Hundreds(10, 3_000))), 8)
               from left in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0m)), (2, Hundreds(10, 3_000))), 8)
               select (LedgerGenerators.Entry[])
               [
                   Entry(opening[0], left[0],
                       [.. office.Append(("30212", abroad)).Append(("31013", car)).Where(o => o.Item2 > 0).Select(o => Basic(0, running, o.Item1, o.Item2))]),
                   .. contributions.Select((c, i) => Entry(opening[i + 1], left[i + 1], [Basic(0, subjects.Item(c.Item), c.Economic, c.Yuan)])),
                   Entry(opening[4], left[4],
                       [Project(unit, work, FundSource.GeneralPublic, "30227", names[0], projects[0]),
                           Project(unit, work, FundSource.GeneralPublic, "30216", names[1], projects[1])]),
                   Entry(opening[5], left[5], [Project(0, fund, FundSource.GovernmentFund, "31005", names[2], fundYuan)]),
                   .. capital is { } item
                       ? [Entry(opening[6], left[6], [Project(0, item, FundSource.StateCapital, "30299", names[3], capitalYuan)])]
                       : Array.Empty<LedgerGenerators.Entry>(),
                   Entry(opening[7], left[7], [Project(0, work, FundSource.Other, "30201", names[4], own)]),
               ];

        static LedgerGenerators.Entry Entry(decimal opened, decimal closed, Spending[] spending) => new(spending.ToValueList(), opened, closed);

        static Spending Basic(int at, FunctionalCode item, string economic,
            decimal yuan) => new(at, item, FundSource.GeneralPublic, SpendingKind.Basic, Subjects.Economic(economic), null, yuan);

        static Spending Project(int at, FunctionalCode item, FundSource source, string economic, string name,
            decimal yuan) => new(at, item, source, SpendingKind.Project, Subjects.Economic(economic), name, yuan);
    }
}
