namespace GovBudget.Model;

/// <summary>How a printed figure of a performance form stands to what it should be.</summary>
public enum PerformanceVerdict
{
    /// <summary>It is what it should be, to the last digit.</summary>
    Exact,

    /// <summary>It is what it should be within the rounding of the printed figures, or within the range that a rule leaves.</summary>
    Rounded,

    /// <summary>It is not.</summary>
    Violated,

    /// <summary>It could not be judged; the explanation says why.</summary>
    NotEvaluated,
}

/// <summary>One step of a score sheet: an indicator, or budget execution.</summary>
/// <param name="Name">The indicator's path, or 预算执行情况.</param>
/// <param name="Weight">Its points; null where the form prints none.</param>
/// <param name="Outcome">What the rule gives, and why.</param>
/// <param name="Printed">得分 as printed; null where blank.</param>
public sealed record ScoreStep(string Name, decimal? Weight, ScoreOutcome Outcome, Amount? Printed)
{
    /// <summary>How the printed score stands to the rule's.</summary>
    public PerformanceVerdict Verdict
    {
        get
        {
            if (Printed is not { } printed || Outcome.Admits is not { } admits) return PerformanceVerdict.NotEvaluated;
            if (printed.Value == Outcome.Points) return PerformanceVerdict.Exact;
            // A score above its weight is none of rounding.
            if (Weight is { } weight && printed.Value > weight) return PerformanceVerdict.Violated;
            return AmountInterval.Of(new Amount(printed.Value, Unit.None)).Meets(admits) ? PerformanceVerdict.Rounded : PerformanceVerdict.Violated;
        }
    }
}

/// <summary>A self-evaluation scored anew: why each score is what it is.</summary>
/// <param name="Subject">Whose self-evaluation it is.</param>
/// <param name="Rule">The rule used; its source is named there.</param>
/// <param name="Steps">Budget execution, then the indicators in the form's order.</param>
/// <param name="PrintedTotal">总分 as printed.</param>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed record ScoreSheet(string Subject, ScoringRule Rule, ValueList<ScoreStep> Steps, Amount? PrintedTotal)
{
    /// <summary>The sum of the steps' points; null where one has none.</summary>
    public decimal? Points => Steps.Aggregate((decimal?)0m, (sum, step) => sum + step.Outcome.Points);

    /// <summary>Every total that the printed figures and the rule admit; null where a step cannot be scored.</summary>
    public AmountInterval? Admits =>
        Steps.Aggregate((AmountInterval?)AmountInterval.Exactly(0m), (sum, step) => sum is { } s && step.Outcome.Admits is { } a ? s + a : null);

    /// <summary>For people and debuggers: whose, the total printed and what the rule admits.</summary>
    public override string ToString() => $"{Subject}：印 {PrintedTotal?.Format() ?? "（空）"}，应得 {Admits?.ToString() ?? "（不能计算）"}（{Rule.Name}）";

    /// <summary>The grade by <see cref="Points"/>; null where there are none, as with words.</summary>
    public Grade? Grade => Points is { } points ? Rule.Grades.Of(points) : null;
}
