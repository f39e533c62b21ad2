namespace GovBudget.Model;

/// <summary>How one rule came out over a document.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Exact">Identities that balance to the last digit, or requirements that hold.</param>
/// <param name="Rounded">Identities that balance within rounding.</param>
/// <param name="Violated">Identities that cannot balance, or requirements that do not hold.</param>
/// <param name="NotEvaluated">Identities that could not be evaluated.</param>
/// <param name="Reasons">Why not, each reason once, with how often.</param>
public sealed record RuleCoverage(Rule Rule, int Exact, int Rounded, int Violated, int NotEvaluated, ValueList<KeyValuePair<string, int>> Reasons)
{
    /// <summary>How the rule as a whole came out: the worst of its verdicts.</summary>
    public Verdict Verdict => Violated > 0 ? Verdict.Violated
        : Rounded > 0 ? Verdict.Rounded
        : Exact > 0 ? Verdict.Exact
        : NotEvaluated > 0 ? Verdict.NotEvaluated : Verdict.NotApplicable;
}

/// <summary>The rounding differences (尾差) of one table.</summary>
/// <param name="Table">Canonical name.</param>
/// <param name="Count">How many identities are off by rounding.</param>
/// <param name="Largest">The largest difference, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The table's unit.</param>
public sealed record RoundingNote(string Table, int Count, decimal Largest, Unit Unit)
{
    /// <summary>The note as a sentence, in Chinese.</summary>
    public override string ToString() => $"{(Table.Length > 0 ? Table : "（全文）")}：{Count} 处尾差，最大 {Largest}{Unit}，四舍五入可以解释";
}

/// <summary>What checking a document gave: findings, the figures behind them, and what was and was not checked.</summary>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed record CheckReport
{
    /// <summary>The findings, errors and warnings and rounding alike, in the order of the rules.</summary>
    public required ValueList<Finding> Findings { get; init; }

    /// <summary>Figures that several findings share, or that look misread; <see cref="Finding.Cause"/> points here.</summary>
    public ValueList<RootCause> Causes { get; init; }

    /// <summary>Every rule that was run, in the order of the catalog.</summary>
    public required ValueList<RuleCoverage> Coverage { get; init; }

    /// <summary>Rounding differences by table.</summary>
    public ValueList<RoundingNote> RoundingNotes { get; init; }

    /// <summary>The worst severity found; null where nothing was.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings.Max(f => f.Severity);

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>In a line, for people: how many errors, warnings, remarks and rounding differences. <see cref="ReportText.Lines"/> tells them all.</summary>
    public override string ToString()
    {
        var rounded = Findings.Count(f => f.Verdict == Verdict.Rounded);
        return $"{Count(Severity.Error)} 处错误，{Count(Severity.Warning)} 处警告，{Findings.Count(f => f.Severity == Severity.Info && f.Verdict != Verdict.Rounded)} 处提示，{rounded} 处尾差";
    }

    /// <summary>What the findings say of rounding, by table.</summary>
    internal static ValueList<RoundingNote> Notes(List<Finding> findings)
    {
        if (!findings.Exists(f => f.Verdict == Verdict.Rounded)) return default;
        return findings.Where(f => f.Verdict == Verdict.Rounded && f.Difference is not null)
            .GroupBy(f => (f.Table, f.Unit))
            .Select(g => new RoundingNote(g.Key.Table, g.Count(), g.Max(f => Math.Abs(f.Difference!.Value)), g.Key.Unit))
            .ToValueList();
    }

    /// <summary>The reports of several documents as one: findings behind one another, verdicts of each rule added up.</summary>
    internal static CheckReport Together(IReadOnlyList<CheckReport> reports)
    {
        var (findings, causes) = (new List<Finding>(), new List<RootCause>());
        foreach (var report in reports)
        {
            findings.AddRange(report.Findings.Select(f => f with { Cause = f.Cause + causes.Count }));
            causes.AddRange(report.Causes);
        }
        return new CheckReport
        {
            Findings = findings.ToValueList(),
            Causes = causes.ToValueList(),
            RoundingNotes = Notes(findings),
            Coverage = reports[0].Coverage.Select((c, rule) => Sum(c.Rule, [.. reports.Select(r => r.Coverage[rule])])).ToValueList(),
        };

        static RuleCoverage Sum(Rule rule, RuleCoverage[] runs) => new(
            rule, runs.Sum(r => r.Exact), runs.Sum(r => r.Rounded), runs.Sum(r => r.Violated), runs.Sum(r => r.NotEvaluated),
            runs.SelectMany(r => r.Reasons).GroupBy(r => r.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(r => r.Value))).ToValueList());
    }

    /// <summary>How many findings there are of that severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}
