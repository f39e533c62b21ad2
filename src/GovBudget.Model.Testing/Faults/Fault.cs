namespace GovBudget.Model.Testing;

/// <summary>How far a fault is seen.</summary>
public enum FaultReach
{
    /// <summary>Only rules that read the changed figure report: every finding has it among its operands.</summary>
    Figure,

    /// <summary>Other rules may report too, since a line, a sentence or a table is gone or says something else.</summary>
    Document,
}

/// <summary>A named way to break one rule of the catalog: applied to a valid document it gives one in which that rule reports.</summary>
/// <remarks>Immutable; the faults of all rules are <see cref="Faults.All"/>. Applying is deterministic: the same document and seed give the same
/// result.</remarks>
public sealed class Fault
{
    private readonly Func<BudgetDocument, IEnumerable<Func<BudgetDocument>>> _sites;

    internal Fault(string rule, string name, FaultReach reach,
        Func<BudgetDocument, IEnumerable<Func<BudgetDocument>>> sites) => (Rule, Name, Reach, _sites) = (rule, name, reach, sites);

    /// <summary>The id of the rule that it breaks: <c>summary.balance</c>.</summary>
    public string Rule { get; }

    /// <summary>What it does, in Chinese: <c>支出总计写错</c>.</summary>
    public string Name { get; }

    /// <summary>How far it is seen.</summary>
    public FaultReach Reach { get; }

    /// <summary>What the document must be set beside for the rule to report; null where it reports on the document alone.</summary>
    public DocumentRelationKind? Beside { get; private init; }

    /// <summary>The document with the fault; null where it has nothing that could be broken so (no such table, sentence or form).</summary>
    /// <param name="document">A valid document.</param>
    /// <param name="seed">Any number: which of the places that could be broken is.</param>
    public BudgetDocument? TryApply(BudgetDocument document, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sites = _sites(document).ToList();
        return sites.Count == 0 ? null : sites[(int)((uint)seed % sites.Count)]();
    }

    /// <summary>The document with the fault.</summary>
    /// <param name="document">A valid document.</param>
    /// <param name="seed">Any number: which of the places that could be broken is.</param>
    /// <exception cref="ArgumentException">The document has nothing that could be broken so.</exception>
    public BudgetDocument Apply(BudgetDocument document, int seed = 0) =>
        TryApply(document, seed) ?? throw new ArgumentException($"这份文件没有可以制造“{Name}”（{Rule}）的地方。", nameof(document));

    // What other rules read of the document changes with it.
    internal Fault With(DocumentRelationKind beside) => new(Rule, Name, FaultReach.Document, _sites) { Beside = beside };

    /// <summary>The rule's id and what the fault does.</summary>
    public override string ToString() => $"{Rule}：{Name}";
}
