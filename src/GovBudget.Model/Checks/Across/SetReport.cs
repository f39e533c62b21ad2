namespace GovBudget.Model;

/// <summary>How two documents belong together.</summary>
public enum DocumentRelationKind
{
    /// <summary>A budget and the final accounts of the same department and year.</summary>
    BudgetAndAccounts,

    /// <summary>A document, and one of the next year of the same department.</summary>
    YearBefore,

    /// <summary>A department, and one of the units that its document names, of one year and kind.</summary>
    DepartmentAndUnit,
}

/// <summary>Two documents of a set that belong together.</summary>
/// <param name="Kind">How.</param>
/// <param name="First">Index of the budget, of the earlier year, or of the department.</param>
/// <param name="Second">Index of the final accounts, of the later year, or of the unit.</param>
public sealed record DocumentRelation(DocumentRelationKind Kind, int First, int Second);

/// <summary>What checking documents against each other gave.</summary>
public sealed record SetReport
{
    /// <summary>Which documents belong together.</summary>
    public ValueList<DocumentRelation> Relations { get; init; }

    /// <summary>The findings; <see cref="Finding.Document"/> is the index of the document that each stands in, the later of the two.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>Every rule across documents, in the order of the catalog.</summary>
    public ValueList<RuleCoverage> Coverage { get; init; }

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);
}
