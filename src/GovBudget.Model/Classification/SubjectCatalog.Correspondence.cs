namespace GovBudget.Model;

public sealed partial class SubjectCatalog
{
    /// <summary>
    /// The government economic codes that a department economic code is kept under: for an organ of the state first (30101 → 50101), then for a public
    /// institution (505, 506), since the same expense of both is kept apart. Empty where none is known, and before 2018, when there was one classification
    /// only.
    /// </summary>
    public IReadOnlyList<GovernmentEconomicCode> Correspondents(EconomicCode code) =>
        [.. Pairs().Where(p => p.Economic == code.Key() || CodeGrammar.IsAncestor(p.Economic, code.Key()))
            .Select(p => Code<GovernmentEconomicCode>(p.Government))
            .Distinct()
            .Order()];

    /// <summary>The department economic codes that a government economic code covers, a 类 those of its 款; empty where none is known.</summary>
    public IReadOnlyList<EconomicCode> Correspondents(GovernmentEconomicCode code) =>
        [.. Pairs().Where(p => p.Government == code.Key() || CodeGrammar.IsAncestor(code.Key(), p.Government))
            .Select(p => Code<EconomicCode>(p.Economic))
            .Distinct()
            .Order()];

    private IEnumerable<EconomicPair> Pairs() =>
        _table.Pairs.Where(p => _table.Find(p.Government, Year) is not null && _table.Find(p.Economic, Year) is not null);

    private static T Code<T>(int key) where T : struct, ISubjectCode<T> => T.FromKey(key);
}

/// <summary>The key behind a code, which is no part of its public surface.</summary>
internal static class SubjectKeys
{
    public static int Key<T>(this T code) where T : struct, ISubjectCode<T> => code.Key;

}
