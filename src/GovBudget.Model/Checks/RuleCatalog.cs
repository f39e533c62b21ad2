using GovBudget.Model.Checks;

namespace GovBudget.Model;

/// <summary>All rules, by family.</summary>
public static partial class RuleCatalog
{
    /// <summary>Every rule, in the order in which they run.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. SummaryRules.All,
        .. ColumnRules.All,
        .. CodeRules.All,
        .. ThreePublicRules.All,
        .. CrossTableRules.All,
        .. StatisticsRules.All,
        .. NameRules.All,
        .. HeadingRules.All,
        .. CompletenessRules.All,
        .. ContentsRules.All,
        .. PrintedRules.All,
        .. NarrativeRules.All,
        .. PerformanceRules.All,
        .. PerformanceFormRules.All,
        .. PerformanceTextRules.All,
        .. AcrossRules.All,
    ];

    /// <summary>The rule of that id.</summary>
    /// <param name="id">For instance <c>summary.balance</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Rule Find(string id) =>
        All.FirstOrDefault(r => r.Id == id) ?? throw new KeyNotFoundException($"没有规则“{id}”；现有：{string.Join('、', All.Select(r => r.Id))}。");
}
