using System.Runtime.InteropServices;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>How the two sides of an identity must stand to each other.</summary>
internal enum Relation
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>The left is not above the right.</summary>
    AtMost,

    /// <summary>The left is a part of the right, often all of it: not above it, and where they all but agree they should agree to the digit.</summary>
    PartOf,
}

/// <summary>An identity that failed, for finding out which figure is to blame.</summary>
internal sealed record Failure(int Finding, Term[] Left, Term[] Right, Relation Relation);

/// <summary>One run of rules over a document: evaluates identities, keeps the score, collects findings.</summary>
internal sealed class RuleRun(DocumentIndex index)
{
    private readonly List<Term> _left = new(16);
    private readonly List<Term> _right = new(64);
    private readonly Dictionary<string, int> _reasons = [];
    private Rule? _rule;
    private int _exact;
    private int _rounded;
    private int _violated;
    private int _notEvaluated;
    private int _telling;

    public DocumentIndex Index { get; } = index;

    public List<Finding> Findings { get; } = [];

    public List<Failure> Failures { get; } = [];

    /// <summary>Called with the terms of each identity or bound that holds; for finding causes only.</summary>
    public Action<List<Term>, List<Term>, Relation>? OnHeld { get; set; }

    /// <summary>What a violation weighs at most, where the table is not one whose form is known; null where the rule decides.</summary>
    public Severity? AtMost { get; set; }

    /// <summary>What is printed; filled before <see cref="Balance"/>, emptied by it.</summary>
    public List<Term> Left => _left;

    /// <summary>What it must equal; filled before <see cref="Balance"/>, emptied by it.</summary>
    public List<Term> Right => _right;

    public RuleCoverage Execute(Rule rule) => Execute(rule, rule.Body);

    /// <summary>Runs a body in the name of a rule.</summary>
    public RuleCoverage Execute(Rule rule, Action<RuleRun> body)
    {
        _rule = rule;
        _exact = _rounded = _violated = _notEvaluated = 0;
        AtMost = null;
        _reasons.Clear();
        _left.Clear();
        _right.Clear();
        body(this);
        return new RuleCoverage(rule, _exact, _rounded, _violated, _notEvaluated,
            _reasons.Count == 0 ? default : _reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).ToValueList());
    }

    /// <summary>A requirement without arithmetic holds.</summary>
    public void Hold() => _exact++;

    /// <summary>Something could not be evaluated, and why.</summary>
    public void Skip(string reason)
    {
        _notEvaluated++;
        CollectionsMarshal.GetValueRefOrAddDefault(_reasons, reason, out _)++;
    }

    /// <summary>A requirement without arithmetic does not hold.</summary>
    public void Violate(StatementIndex? statement, int line, string message, string english, string? expected = null, string? actual = null,
        string column = "", Place? place = null, Severity? severity = null)
    {
        _violated++;
        Findings.Add(new Finding
        {
            Rule = _rule!,
            Verdict = Verdict.Violated,
            Severity = severity ?? _rule!.Severity,
            Table = statement?.Table ?? "",
            Code = line >= 0 ? statement!.Lines[line].Code ?? "" : "",
            Item = line >= 0 ? statement!.Lines[line].ItemPath : "",
            Column = column,
            Place = place ?? (statement is null ? null : line >= 0 && PlaceOfLine(statement, line) is { } p ? p : Index.PlaceOf(statement.Number)),
            Expected = expected,
            Actual = actual,
            Message = message,
            EnglishMessage = english,
        });
    }

    /// <summary>Records a verdict on something that stands in no statement: a performance form, the text.</summary>
    /// <param name="verdict">The verdict; of one not evaluated, <paramref name="message"/> is the reason.</param>
    /// <param name="table">What it stands in.</param>
    /// <param name="item">What it is about.</param>
    /// <param name="message">The finding in Chinese.</param>
    /// <param name="english">The finding in English.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="actual">What is printed.</param>
    /// <param name="place">Where it stands.</param>
    public void Record(Verdict verdict, string table, string item, string message, string english, string? expected = null, string? actual = null,
        Place? place = null)
    {
        if (verdict == Verdict.NotEvaluated)
        {
            Skip(message);
            return;
        }
        Score(verdict, rule => new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Severity = verdict == Verdict.Rounded ? Severity.Info : rule.Severity,
            Table = table,
            Item = item,
            Place = place,
            Expected = expected,
            Actual = actual,
            Message = message,
            EnglishMessage = english,
        });
    }

    /// <summary>Keeps the score of something judged elsewhere, and reports it where it is not exact.</summary>
    public void Score(Verdict verdict, Func<Rule, Finding> finding)
    {
        switch (verdict)
        {
            case Verdict.Exact:
                _exact++;
                return;
            case Verdict.Rounded:
                _rounded++;
                break;
            case Verdict.Violated:
                _violated++;
                break;
            default:
                return;
        }
        Findings.Add(finding(_rule!));
    }

    /// <summary>Judges Σ left against Σ right, keeps the score, reports what is not exact, and empties both.</summary>
    public Verdict Balance(Relation relation = Relation.Equal)
    {
        var verdict = Judge(_left, _right, relation, out var reason);
        Record(verdict, _left, _right, relation, reason);
        _left.Clear();
        _right.Clear();
        return verdict;
    }

    /// <summary>Judges without recording or emptying: for forms that leave open how they are to be read.</summary>
    public static Verdict Try(List<Term> left, List<Term> right, Relation relation = Relation.Equal) => Judge(left, right, relation, out _);

    /// <summary>Judges what was gathered against the first of several right sides that holds; where none does, the first is reported.</summary>
    public Verdict BalanceAny(params ReadOnlySpan<List<Term>> rights)
    {
        var (best, rank) = (rights[0], Rank(Try(_left, rights[0])));
        foreach (var right in rights[1..])
        {
            if (Rank(Try(_left, right)) is var other && other < rank) (best, rank) = (right, other);
        }
        _right.Clear();
        _right.AddRange(best);
        return Balance();
    }

    /// <summary>Judges identities of one shape together: where most of them fail, three or more, it is the shape that differs from the form's (or was misread),
    /// and none is accused.</summary>
    /// <param name="reason">Why not, for the coverage.</param>
    /// <param name="body">Judges them.</param>
    public void Together(string reason, Action body)
    {
        var (findings, failures, exact, rounded, violated, telling) = (Findings.Count, Failures.Count, _exact, _rounded, _violated, _telling);
        body();
        var fails = _violated - violated;
        if (fails < 3 || fails <= _telling - telling + (_rounded - rounded)) return;
        Findings.RemoveRange(findings, Findings.Count - findings);
        Failures.RemoveRange(failures, Failures.Count - failures);
        (_exact, _rounded, _violated) = (exact, rounded, violated);
        Skip(reason);
    }

    private static int Rank(Verdict verdict) =>
        verdict switch { Verdict.Exact => 0, Verdict.Rounded => 1, Verdict.Violated => 2, Verdict.NotEvaluated => 3, _ => 4 };

    private static Verdict Judge(List<Term> left, List<Term> right, Relation relation, out string? reason)
    {
        reason = null;
        Unit? unit = null;
        var sum = 0m;
        if (!Add(left, 1, ref unit, ref sum, ref reason) || !Add(right, -1, ref unit, ref sum, ref reason)) return Verdict.NotEvaluated;
        if (unit is null || left.Count == 0 || right.Count == 0) return Verdict.NotApplicable;
        if (sum == 0) return Verdict.Exact;
        if (relation == Relation.AtMost && sum < 0) return Verdict.Exact;
        var within = Math.Abs(sum) <= Bound(left, right);
        if (within) return Verdict.Rounded;
        return relation == Relation.PartOf && sum < 0 ? Verdict.Exact : Verdict.Violated;
    }

    /// <summary>How much rounding explains: half a unit of the last decimal of each printed figure. The intervals of both sides meet just when their centres
    /// are no farther apart.</summary>
    private static decimal Bound(List<Term> left, List<Term> right)
    {
        var bound = 0m;
        foreach (var term in left) if (term.Amount is { } a) bound += Math.Abs(term.Weight) * HalfStep(a);
        foreach (var term in right) if (term.Amount is { } a) bound += Math.Abs(term.Weight) * HalfStep(a);
        return bound;
    }

    /// <summary>How far a figure may lie from what is printed, in 元 or its own unit: nothing where it counts things (辆, 台, 人).</summary>
    public static decimal HalfStep(Amount amount) => amount.Unit.IsMoney || amount.Unit == Unit.None || amount.Unit == Unit.Percent ? amount.HalfStep : 0m;

    private static bool Add(List<Term> terms, int sign, ref Unit? unit, ref decimal sum, ref string? reason)
    {
        foreach (ref readonly var term in CollectionsMarshal.AsSpan(terms))
        {
            if (term.Unusable is { } why)
            {
                reason = why;
                return false;
            }
            if (term.Amount is not { } amount) continue;
            var held = amount.Unit.IsMoney ? Unit.Yuan : amount.Unit;
            if (unit is null) unit = held;
            else if (unit.Value != held)
            {
                reason = "单位不同或未注明，无法比较";
                return false;
            }
            if (Math.Abs(amount.Value) >= 1_000_000_000_000_000m || amount.Decimals > 8)
            {
                reason = "数字超出可计算的范围";
                return false;
            }
            sum += sign * term.Weight * amount.Value * (amount.Unit.IsMoney ? amount.Unit.YuanPerUnit : 1m);
        }
        return true;
    }

    private void Record(Verdict verdict, List<Term> left, List<Term> right, Relation relation, string? reason)
    {
        switch (verdict)
        {
            case Verdict.Exact:
                _exact++;
                if (right.Exists(t => t.Amount is { Value: not 0 })) _telling++;
                OnHeld?.Invoke(left, right, relation);
                return;
            case Verdict.NotEvaluated:
                Skip(reason!);
                return;
            case Verdict.Rounded:
                _rounded++;
                OnHeld?.Invoke(left, right, relation);
                break;
            case Verdict.Violated:
                _violated++;
                Failures.Add(new Failure(Findings.Count, [.. left], [.. right], relation));
                break;
            default:
                return;
        }
        var finding = Report.Of(Index, _rule!, verdict, left, right, relation, Bound(left, right));
        Findings.Add(AtMost is { } most && finding.Severity > most ? finding with { Severity = most } : finding);
    }

    /// <summary>Where the line's first figure stands whose place is known.</summary>
    private Place? PlaceOfLine(StatementIndex statement, int line) =>
        statement.Lines[line].Figures.Select(f => Index.Reading?.Provenance.Of(statement.Number, line, f.Key)).FirstOrDefault(p => p is not null);
}
