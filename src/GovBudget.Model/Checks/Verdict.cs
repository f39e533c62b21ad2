namespace GovBudget.Model;

/// <summary>How one identity came out on one set of printed figures.</summary>
public enum Verdict
{
    /// <summary>The printed figures balance to the last digit.</summary>
    Exact,

    /// <summary>They do not, but what they admit after rounding still meets: a 尾差, no error.</summary>
    Rounded,

    /// <summary>No true figures could have been printed like this.</summary>
    Violated,

    /// <summary>An operand is missing, unreadable or of another unit; the reason is part of the coverage.</summary>
    NotEvaluated,

    /// <summary>The document prints nothing that the rule is about.</summary>
    NotApplicable,
}

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing: rounding, order.</summary>
    Info,

    /// <summary>Probably wrong, or wrong in form only; a reader should look.</summary>
    Warning,

    /// <summary>The document contradicts itself or its form.</summary>
    Error,
}

/// <summary>What kind of thing a rule looks at.</summary>
public enum RuleCategory
{
    /// <summary>Sums within one table.</summary>
    Arithmetic,

    /// <summary>Figures that stand in more than one table.</summary>
    CrossTable,

    /// <summary>Codes and names of subjects.</summary>
    Classification,

    /// <summary>What a document of its kind and year must hold.</summary>
    Completeness,

    /// <summary>Headings, notes and leftovers of the form's template.</summary>
    Template,

    /// <summary>Relations that cannot be, though nothing is added up.</summary>
    Logic,

    /// <summary>Figures that stand in more than one document: budget and final accounts, this year and last, department and units.</summary>
    AcrossDocuments,
}
