namespace GovBudget.Model;

/// <summary>How far a printed name had to be forgiven to be the official one.</summary>
public enum NameVerdict
{
    /// <summary>No name is known for the code in that year, nor follows from a rule: nothing can be said.</summary>
    Unknown,

    /// <summary>The same, letter by letter.</summary>
    Same,

    /// <summary>The same but for white space, brackets, quotes, punctuation, full-width forms, a leading ordinal.</summary>
    Folded,

    /// <summary>The same but for a last 支出 or 等支出.</summary>
    Abbreviated,

    /// <summary>Characters are missing, none is wrong: a name cut off, or damaged on its way.</summary>
    Damaged,

    /// <summary>The code's name of another year. Where no name of this year is known (<see cref="NameMatch.Expected"/> is null), this says nothing against
    /// it.</summary>
    OtherYear,

    /// <summary>Another name.</summary>
    Different,
}

/// <summary>How sure an expected name is.</summary>
public enum NameConfidence
{
    /// <summary>Follows from how codes are numbered (01 行政运行, 99 其他…支出); the catalog lacks the code.</summary>
    Rule,

    /// <summary>Known in general (<see cref="SubjectProvenance.General"/>).</summary>
    General,

    /// <summary>Printed in a document or prescribed by a named text.</summary>
    Established,
}

/// <summary>The name that a code should bear, and how sure that is.</summary>
/// <param name="Name">The name.</param>
/// <param name="Confidence">How sure it is.</param>
public readonly record struct ExpectedName(string Name, NameConfidence Confidence);

/// <summary>What comparing a printed name with a code's name gave.</summary>
/// <param name="Verdict">How far the printed name had to be forgiven.</param>
/// <param name="Printed">The printed name.</param>
/// <param name="Expected">The name of that year and how sure it is; null where <see cref="Verdict"/> is <see cref="NameVerdict.Unknown"/> or only other years
/// are known.</param>
/// <param name="Subject">The entry that the printed name belongs to: that year's, another year's with <see cref="NameVerdict.OtherYear"/>,
/// a sibling's where the printed name is that of another code beside it; else null.</param>
/// <param name="Distance">Characters lost (<see cref="NameVerdict.Abbreviated"/>, <see cref="NameVerdict.Damaged"/>) or edits apart
/// (<see cref="NameVerdict.Different"/>), else 0.</param>
public sealed record NameMatch(NameVerdict Verdict, string Printed, ExpectedName? Expected, Subject? Subject, int Distance)
{
    /// <summary>Whether the printed name is accepted as the code's.</summary>
    public bool Matches => Verdict is NameVerdict.Same or NameVerdict.Folded or NameVerdict.Abbreviated or NameVerdict.Damaged;

    /// <summary>Whether a mismatch may be called an error: the expected name is established. Anything less deserves a warning at most.</summary>
    public bool IsCertain => Verdict is NameVerdict.Different or NameVerdict.OtherYear && Expected is { Confidence: NameConfidence.Established };
}
