using System.Collections.Concurrent;

namespace GovBudget.Model.Testing;

/// <summary>The subjects of a year that departments spend on, sorted by what pays for them.</summary>
internal sealed class SubjectPool
{
    private static readonly ConcurrentDictionary<int, SubjectPool> Pools = new();

    private static readonly string[] FundSections = ["20822", "20823", "21208", "21210", "21211", "21213", "21214", "22960"];

    /// <summary>The first year in which the national forms have a column for the state capital budget.</summary>
    private const int FirstStateCapital = 2020;

    /// <summary>Classes that governments keep, not departments: 社会保险基金支出, 预备费, 转移性支出.</summary>
    private static readonly string[] OfGovernments = ["209", "227", "230"];

    private SubjectPool(int year)
    {
        Catalog = SubjectCatalog.For(year);
        var items = Catalog.All(SubjectScheme.Functional)
            .Where(s => s.Level == SubjectLevel.Item && HasNamedAncestors(s) && IsOfDepartments(s))
            .Select(s => s.CodeAs<FunctionalCode>())
            .Distinct()
            .ToArray();
        GovernmentFund = [.. items.Where(i => FundSections.Contains(i.ToString()[..5]))];
        FunctionalCode[] capital = [.. items.Where(i => i.ToString().StartsWith("223", StringComparison.Ordinal))];
        StateCapital = year < FirstStateCapital ? [] : capital;
        GeneralPublic = [.. items.Except(GovernmentFund).Except(capital)];
        Classes = [.. Catalog.All(SubjectScheme.Functional)
            .Where(s => s.Level == SubjectLevel.Class && IsOfDepartments(s))
            .Select(s => s.CodeAs<FunctionalCode>())
            .Distinct()];
        var economic = Catalog.All(SubjectScheme.Economic)
            .Where(s => s.Level == SubjectLevel.Section)
            .Select(s => s.CodeAs<EconomicCode>())
            .Distinct()
            .ToArray();
        Personnel = [.. economic.Where(IsPersonnel)];
        Public = [.. economic.Where(e => e.ToString()[..3] is "302" or "310")];
    }

    private SubjectPool(SubjectPool pool, SubjectPool[] others)
    {
        (Catalog, Classes, Personnel, Public) = (pool.Catalog, pool.Classes, pool.Personnel, pool.Public);
        GovernmentFund = Common(p => p.GovernmentFund);
        StateCapital = Common(p => p.StateCapital);
        GeneralPublic = Common(p => p.GeneralPublic);

        FunctionalCode[] Common(Func<SubjectPool, FunctionalCode[]> of) =>
            [.. others.Aggregate<SubjectPool, IEnumerable<FunctionalCode>>(of(pool), (kept, other) => kept.Intersect(of(other)))];
    }

    public SubjectCatalog Catalog { get; }

    public FunctionalCode[] GeneralPublic { get; }

    public FunctionalCode[] GovernmentFund { get; }

    public FunctionalCode[] StateCapital { get; }

    /// <summary>All classes, in the order of the forms.</summary>
    public FunctionalCode[] Classes { get; }

    /// <summary>工资福利支出, 对个人和家庭的补助.</summary>
    public EconomicCode[] Personnel { get; }

    /// <summary>商品和服务支出, 资本性支出.</summary>
    public EconomicCode[] Public { get; }

    /// <summary>The subjects of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is none of 2000 to 2100.</exception>
    public static SubjectPool Of(int year)
    {
        if (year is < 2000 or > 2100) throw new ArgumentOutOfRangeException(nameof(year), year, "年度应在 2000 至 2100 之间。");
        return Pools.GetOrAdd(year, y => new SubjectPool(y));
    }

    /// <summary>The subjects of this year that all years up to another know and sort alike.</summary>
    public SubjectPool Throughout(int to) => new(this, [.. Enumerable.Range(Catalog.Year, Math.Max(0, to - Catalog.Year) + 1).Select(Of)]);

    public bool Knows(FunctionalCode item) => Catalog.Find(item) is not null && HasNamedAncestors(Catalog.Find(item)!);

    public bool Knows(EconomicCode code) => Catalog.Find(code) is not null;

    public static bool IsPersonnel(EconomicCode code) => code.ToString()[..3] is "301" or "303";

    public string Name(FunctionalCode code) => Catalog.Find(code)!.Name;

    public string Name(EconomicCode code) => Catalog.Find(code)!.Name;

    private static bool IsOfDepartments(Subject subject) => !OfGovernments.Contains(subject.Code[..3]);

    private bool HasNamedAncestors(Subject item) => item.CodeAs<FunctionalCode>().Ancestors.All(a => Catalog.Find(a) is not null);
}
