namespace GovBudget.Model.Testing;

/// <summary>A department's books of one year: what was planned, what came of it, and the year before.</summary>
/// <remarks>
/// Immutable. The budget of the year is a view of <see cref="Plan"/>, its final accounts one of <see cref="Actual"/> that quotes the plan: documents of one year agree.
/// What the year opens with is what the year before closed with, account by account: documents of consecutive years agree.
/// </remarks>
public sealed record Books
{
    /// <summary>What the budget plans.</summary>
    public required Ledger Plan { get; init; }

    /// <summary>What was received and spent.</summary>
    public required Ledger Actual { get; init; }

    /// <summary>The books of the year before; null where these are the first.</summary>
    public Books? Last { get; init; }

    /// <summary>The department.</summary>
    public string Organisation => Actual.Organisation;

    /// <summary>The year.</summary>
    public int Year => Actual.Year;
}
