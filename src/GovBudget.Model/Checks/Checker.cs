using GovBudget.Model.Checks;

namespace GovBudget.Model;

/// <summary>Runs rules over a document. Immutable; one checker may serve many threads.</summary>
public sealed class Checker
{
    private readonly Rule[] _rules;

    /// <summary>A checker of those rules, run in that order.</summary>
    /// <param name="rules">Rules of <see cref="RuleCatalog"/>, all or some.</param>
    public Checker(IEnumerable<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules];
    }

    /// <summary>Checks every rule of the catalog.</summary>
    public static Checker Default { get; } = new(RuleCatalog.All);

    /// <summary>The rules, in the order in which they run.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>Checks a document that was made or loaded; findings carry no places, and rules about the printed page are not evaluated.</summary>
    /// <param name="document">The document.</param>
    public CheckReport Check(BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Check(document, null);
    }

    /// <summary>Checks a document that was read, with the places of its figures and the page around its tables.</summary>
    /// <remarks>Of a file that binds several documents (<see cref="Reading.Parts"/>) each is checked by itself, and the reports are put together.</remarks>
    /// <param name="reading">What the reader gave.</param>
    public CheckReport Check(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var parts = reading.Parts();
        return parts.Count == 1 ? Check(reading.Document, reading) : CheckReport.Together([.. parts.Select(p => Check(p.Document, p))]);
    }

    /// <summary>Checks documents against each other: a budget with the final accounts of its year, a year with the year before, a department with its
    /// units.</summary>
    /// <remarks>Which belong together is told by department, year and kind (<see cref="SetReport.Relations"/>); others are left alone. Each document is not
    /// checked by itself.</remarks>
    /// <param name="readings">What the readers gave, in any order.</param>
    public SetReport CheckTogether(IReadOnlyList<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return DocumentSet.Check([.. readings.Select(r => new DocumentIndex(r.Document, r))], _rules);
    }

    /// <summary>As <see cref="CheckTogether(IReadOnlyList{Reading})"/>, of documents that were made or loaded; findings carry no places.</summary>
    /// <param name="documents">The documents, in any order.</param>
    public SetReport CheckTogether(IReadOnlyList<BudgetDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return DocumentSet.Check([.. documents.Select(d => new DocumentIndex(d, null))], _rules);
    }

    private CheckReport Check(BudgetDocument document, Reading? reading)
    {
        var index = new DocumentIndex(document, reading);
        var run = new RuleRun(index);
        var coverage = new RuleCoverage[_rules.Length];
        for (var i = 0; i < _rules.Length; i++) coverage[i] = run.Execute(_rules[i]);
        var (findings, causes) = RootCauses.Group(index, run, _rules);
        return new CheckReport
        {
            Findings = findings.ToValueList(),
            Causes = causes.ToValueList(),
            Coverage = ValueList.Create<RuleCoverage>(coverage),
            RoundingNotes = CheckReport.Notes(findings),
        };
    }
}
