using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>A figure of one of the documents, with what it is called in findings.</summary>
internal sealed record AcrossFigure(Amount Amount, string Name, string Table, string Code, string Item, string Column, Place? Place)
{
    public static AcrossFigure Of(DocumentIndex index, Term term)
    {
        var statement = index.Statements[term.Cell.Statement];
        var line = statement.Lines[term.Cell.Line];
        return new AcrossFigure(term.Amount!.Value, $"{AcrossRun.NameOf(index)}{Report.Where(statement)}{Report.NameOf(index, term, statement.Number)}",
            statement.Table, line.Code ?? "", line.ItemPath, term.Cell.Column, index.PlaceOf(term.Cell));
    }

    public static AcrossFigure Of(DocumentIndex index, TextClaim place, string name,
        Amount amount) => new(amount, $"{AcrossRun.NameOf(index)}正文 {name}", "", "", name, "", place.Place);
}

/// <summary>One run of a rule over documents that belong together.</summary>
internal sealed class AcrossRun(RuleRun run, DocumentRelationKind kind, DocumentIndex first, DocumentIndex[] others)
{
    public RuleRun Run { get; } = run;

    public DocumentRelationKind Kind { get; } = kind;

    /// <summary>The budget, the earlier year, or the department.</summary>
    public DocumentIndex First { get; } = first;

    /// <summary>The final accounts, the later year, or the last of the units.</summary>
    public DocumentIndex Second => Others[^1];

    /// <summary>All units; else the one other document.</summary>
    public DocumentIndex[] Others { get; } = others;

    public static string NameOf(DocumentIndex index) => $"{index.Year}年{(index.IsBudget ? "预算" : "决算")}";

    /// <summary>Judges a figure of the later document against those that the earlier one has for it; the first is reported.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="candidates">What it may be in the earlier document.</param>
    /// <param name="severity">What a violation weighs; null where the rule decides.</param>
    /// <param name="halfStep">How far the figure may lie from what is printed, in 元, where it was worked out from others; null where it is printed.</param>
    public void Compare(AcrossFigure figure, IReadOnlyList<AcrossFigure> candidates, Severity? severity = null, decimal? halfStep = null)
    {
        if (candidates.Count == 0)
        {
            Run.Skip("另一文件没有可以确定对应的数字");
            return;
        }
        var best = candidates[0];
        var verdict = TextFinding.Compare(figure.Amount, best.Amount);
        foreach (var candidate in candidates.Skip(1))
        {
            if (TextFinding.Compare(figure.Amount, candidate.Amount) is var other && other < verdict) (best, verdict) = (candidate, other);
        }
        Run.Score(verdict, rule =>
        {
            var unit = figure.Amount.Unit;
            var expected = best.Amount.In(unit);
            var gap = Report.Trim(figure.Amount.Value - expected.Value);
            var bound = Report.Trim(((halfStep ?? figure.Amount.HalfStep) + best.Amount.HalfStep) / unit.YuanPerUnit);
            var rounded = verdict == Verdict.Rounded;
            return new Finding
            {
                Rule = rule,
                Verdict = verdict,
                Severity = rounded ? Severity.Info : severity ?? rule.Severity,
                Table = figure.Table,
                Code = figure.Code,
                Item = figure.Item,
                Column = figure.Column,
                Place = figure.Place,
                Expected = expected.Format(),
                Actual = figure.Amount.Format(),
                Difference = gap,
                Tolerance = bound,
                Unit = unit,
                Message = $"{figure.Name} {figure.Amount} {(rounded ? "≈" : "≠")} {best.Name} {best.Amount}{(best.Place is { } p ? $"（{p}）" : "")}：差 {Report.Number(Math.Abs(gap))}，{(rounded ? "四舍五入可以解释" : "超出四舍五入")}（界 ±{Report.Number(bound)}）。应有：{rule.Title}",
                EnglishMessage = $"{figure.Name} {figure.Amount}, {best.Name} {best.Amount}: off by {Report.Number(Math.Abs(gap))}, {(rounded ? "within" : "beyond")} rounding (±{Report.Number(bound)}). Required: {rule.EnglishTitle}",
            };
        });
    }
}
