using GovBudget.Model.Checks;

namespace GovBudget.Model;

/// <summary>One identity or requirement: a value that says what must hold, how much it weighs, and where it is printed or prescribed.</summary>
/// <remarks>Immutable and stateless; equal when it is the same rule. The catalog of all rules is <see cref="RuleCatalog"/>.</remarks>
public sealed class Rule
{
    internal Rule(string id, RuleCategory category, Severity severity, string title, string english, string source, Action<RuleRun> body)
    {
        Id = id;
        Category = category;
        Severity = severity;
        Title = title;
        EnglishTitle = english;
        Source = source;
        Body = body;
    }

    /// <summary>Stable name in lower case, family and identity joined with a dot: <c>summary.income-total</c>.</summary>
    public string Id { get; }

    /// <summary>What kind of thing it looks at.</summary>
    public RuleCategory Category { get; }

    /// <summary>What a violation weighs; rounding is always <see cref="GovBudget.Model.Severity.Info"/>.</summary>
    public Severity Severity { get; }

    /// <summary>What must hold, in Chinese.</summary>
    public string Title { get; }

    /// <summary>What must hold, in English.</summary>
    public string EnglishTitle { get; }

    /// <summary>Where it is printed or prescribed, in Chinese.</summary>
    public string Source { get; }

    /// <summary>What it does on one document.</summary>
    internal Action<RuleRun> Body { get; }

    /// <summary>What it does on documents that belong together; null where it is about one.</summary>
    internal Action<AcrossRun>? Across { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
