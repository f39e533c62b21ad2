namespace GovBudget.Model;

/// <summary>The points that a first-level indicator has by a rule.</summary>
/// <param name="Level1">How its name begins: <c>产出</c>, <c>效益</c>, <c>满意度</c>.</param>
/// <param name="Weight">Points of 100.</param>
public sealed record PartWeight(string Level1, decimal Weight);

/// <summary>How much of its weight a 定性指标 may earn in each of the three bands.</summary>
/// <param name="Achieved">From this share of the weight up to all of it: 达成预期指标.</param>
/// <param name="Partly">From this share up to, not including, <paramref name="Achieved"/>: 部分达成预期指标并具有一定效果. Below: 未达成预期指标且效果较差.</param>
public sealed record WordBands(decimal Achieved, decimal Partly)
{
    /// <summary>The points that band admits.</summary>
    /// <param name="outcome">The band.</param>
    /// <param name="weight">The indicator's points, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative.</exception>
    public AmountInterval Admits(WordsOutcome outcome, decimal weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        if (weight == 0) return AmountInterval.Exactly(0m);
        return outcome switch
        {
            WordsOutcome.Achieved => AmountInterval.Between(weight * Achieved, weight),
            WordsOutcome.Partly => AmountInterval.Between(weight * Partly, weight * Achieved, highOpen: true),
            _ => AmountInterval.Between(0m, weight * Partly, highOpen: true),
        };
    }
}

/// <summary>How a self-evaluation is scored, and where that is prescribed: a strategy as data.</summary>
/// <remarks>
/// <para>All rules score quantities in proportion, 得分不得突破权重总额: a positive target earns weight × achieved ÷ target, a negative one weight × target ÷ achieved,
/// never above the weight nor below 0. Budget execution earns its points × 执行数 ÷ 预算数, capped likewise. They differ in points and bands.</para>
/// <para>The printed target is taken exactly, what was achieved with the rounding of its printed decimals.</para>
/// </remarks>
/// <param name="Name">What it is called here.</param>
/// <param name="Source">The regulation or form that prescribes it.</param>
public sealed record ScoringRule(string Name, string Source)
{
    /// <summary>The points of 预算执行率, of 100.</summary>
    public required decimal ExecutionWeight { get; init; }

    /// <summary>The points of first-level indicators; empty where the rule leaves them to the form.</summary>
    public ValueList<PartWeight> Parts { get; init; }

    /// <summary>The bands of 定性指标.</summary>
    public required WordBands Bands { get; init; }

    /// <summary>Whether far more than was aimed at may cost points, no more of them than the achieved is off: 完成值高于指标值较多的，…按照偏离度适度调减分值.</summary>
    public bool ReducesOvershoot { get; init; }

    /// <summary>The totals of the grades.</summary>
    public GradeScale Grades { get; init; } = GradeScale.National;

    /// <summary>The provinces whose forms use it, without 省 or 市.</summary>
    public ValueList<string> Provinces { get; init; }

    /// <summary>Words of a form's notes that say the rule is this one, white space aside.</summary>
    public ValueList<string> Marks { get; init; }

    /// <summary>The national form: execution 10, output 50, benefit 30, satisfaction 10; words at 100–80, 80–60, 60–0 %; what is far above its target may be
    /// reduced.</summary>
    public static ScoringRule National { get; } = new("全国统一格式", "财政部《项目支出绩效评价管理办法》（财预〔2020〕10号）")
    {
        ExecutionWeight = 10m,
        Parts = [new("产出", 50m), new("效益", 30m), new("满意度", 10m)],
        Bands = new(0.8m, 0.6m),
        ReducesOvershoot = true,
    };

    /// <summary>Hubei's forms: execution 20, the rest as the form's goals say; words at 100–80, 80–50, 50–0 %.</summary>
    public static ScoringRule Hubei { get; } = new("湖北省自评表", "湖北省部门整体及项目绩效自评表 备注 1 至 4")
    {
        ExecutionWeight = 20m,
        Bands = new(0.8m, 0.5m),
        Provinces = ["湖北"],
        Marks = ["得分=权重*B/A", "80-50%", "80%-50%"],
    };

    /// <summary>All rules known, the national one last.</summary>
    public static IReadOnlyList<ScoringRule> Known { get; } = [Hubei, National];

    /// <summary>The rule of a province's forms; the national one where none is known.</summary>
    /// <param name="province">The name, with or without 省 or 市: <c>湖北省</c>.</param>
    public static ScoringRule For(string province)
    {
        ArgumentNullException.ThrowIfNull(province);
        return Known.FirstOrDefault(r => r.Provinces.Any(p => province.StartsWith(p, StringComparison.Ordinal))) ?? National;
    }

    /// <summary>The rule printed in a form's notes; null where they name none.</summary>
    /// <param name="notes">备注 under the form.</param>
    public static ScoringRule? PrintedIn(string? notes)
    {
        var folded = TargetPattern.Fold(notes ?? "").Replace('×', '*');
        return Known.FirstOrDefault(r => r.Marks.Any(m => folded.Contains(m, StringComparison.Ordinal)));
    }

    /// <summary>The rule to score that form by: the one in its notes, else the one whose execution points it prints, else the national one.</summary>
    public static ScoringRule For(SelfEvaluation form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (PrintedIn(form.Notes) is { } printed) return printed;
        return form.ExecutionTotal?.Weight is { } points ? Known.FirstOrDefault(r => r.ExecutionWeight == points.Value) ?? National : National;
    }

    /// <summary>The points that an indicator earns.</summary>
    /// <param name="target">What was aimed at.</param>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="weight">Its points, 0 or more.</param>
    /// <param name="isCost">Whether it is one of cost: then more than an “=” target scores as a negative indicator does.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative.</exception>
    public ScoreOutcome Score(Target target, Target achieved, decimal weight, bool isCost = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(achieved);
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        return Guarded(() => target.IsQuantity
            ? QuantityScoring.Score(target, achieved, weight, isCost, ReducesOvershoot)
            : WordScoring.Score(Bands, target, achieved, weight));
    }

    /// <summary>The points that budget execution earns.</summary>
    /// <param name="row">The row of the whole.</param>
    /// <param name="weight">Its points, 0 or more; where null those that the row prints, else <see cref="ExecutionWeight"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative.</exception>
    public ScoreOutcome Score(ExecutionRow row, decimal? weight = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        var points = weight ?? row.Weight?.Value ?? ExecutionWeight;
        ArgumentOutOfRangeException.ThrowIfNegative(points, nameof(weight));
        return Guarded(() => ExecutionScoring.Score(row, points));
    }

    /// <summary>Scores a self-evaluation anew, step by step.</summary>
    /// <param name="form">The form; its printed points count where it prints them.</param>
    public ScoreSheet Evaluate(SelfEvaluation form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var steps = new List<ScoreStep>();
        if (form.ExecutionTotal is { } row)
        {
            var points = row.Weight?.Value ?? ExecutionWeight;
            steps.Add(new ScoreStep("预算执行情况", points, Impossible(points) ?? Score(row, points), row.Score));
        }
        foreach (var goal in form.Goals)
        {
            foreach (var indicator in goal.Indicators)
                steps.Add(new ScoreStep(indicator.Path, goal.WeightOf(indicator)?.Value, Score(goal, indicator), indicator.Score));
        }
        return new ScoreSheet(form.Subject, this, steps.ToValueList(), form.Total);
    }

    private ScoreOutcome Score(Goal goal, Indicator indicator)
    {
        if (goal.WeightOf(indicator) is not { } weight) return Unscored("没有分值", "no points are printed");
        if (Impossible(weight.Value) is { } impossible) return impossible;
        if (indicator.EffectiveTarget is not { } target) return Unscored("没有目标值", "there is no target");
        return indicator.Achieved is { } achieved
            ? Score(target, achieved, weight.Value, indicator.IsCost)
            : Unscored("没有实际完成值", "nothing is printed as achieved");
    }

    // What stands in a column of points but cannot be any, such as a misread amount.
    private static ScoreOutcome? Impossible(decimal points) =>
        points < 0 ? Unscored("分值为负数", "the points are negative") : points > 10_000 ? Unscored("分值过大", "the points are too many") : null;

    private static ScoreOutcome Guarded(Func<ScoreOutcome> score)
    {
        try
        {
            return score();
        }
        catch (OverflowException)
        {
            return Unscored("数字过大", "the figures are too large");
        }
    }

    private static ScoreOutcome Unscored(string why, string english) => ScoreOutcome.None($"{why}，不能评分", $"{english}: no score");
}
