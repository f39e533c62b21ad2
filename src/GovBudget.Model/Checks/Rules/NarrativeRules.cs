namespace GovBudget.Model.Checks;

/// <summary>The text against the tables and against itself, by family.</summary>
internal static class NarrativeRules
{
    public static IEnumerable<Rule> All =>
    [
        .. NarrativeAmountRules.All,
        .. NarrativeRatioRules.All,
        .. NarrativeChangeRules.All,
        .. NarrativeSumRules.All,
        .. NarrativeConsistencyRules.All,
        .. NarrativeProjectRules.All,
        .. NarrativeSubjectRules.All,
        .. NarrativeCountRules.All,
        .. NarrativeWordingRules.All,
        .. NarrativeTemplateRules.All,
    ];
}
