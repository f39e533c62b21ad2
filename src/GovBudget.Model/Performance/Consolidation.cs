namespace GovBudget.Model;

/// <summary>One project's line in a consolidation, with the money that weighs it.</summary>
/// <param name="Money">资金额度: what the project cost, in money, above 0.</param>
/// <param name="Indicator">The line.</param>
public sealed record WeighedIndicator(Amount Money, Indicator Indicator);

/// <summary>Puts the self-evaluations of several projects together (汇总).</summary>
/// <remarks>As the notes of Hubei's forms say: 绝对值直接累加计算，相对值按照资金额度加权平均计算；定量指标先汇总完成数，再计算得分；定性指标以资金额度为权重，对分值进行加权平均计算.</remarks>
public static class Consolidation
{
    /// <summary>One line of several projects as one: absolute quantities add up, relative ones (%, …/…) and the scores of words are weighed by money.</summary>
    /// <remarks>
    /// The score of a quantity is that of its only line, else null: score it anew. Points must be equal on all lines. Weighed means are rounded to ten
    /// decimals.
    /// One project's line stays as it is.
    /// </remarks>
    /// <param name="lines">The same indicator of one project or more.</param>
    /// <returns>The line, or why these cannot be put together.</returns>
    /// <exception cref="ArgumentException">There are no lines.</exception>
    public static ParseResult<Indicator> Merge(IReadOnlyList<WeighedIndicator> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0) throw new ArgumentException("Nothing to put together.", nameof(lines));
        var first = lines[0].Indicator;
        if (lines.Any(l => l.Indicator.Path != first.Path)) return Fail("不是同一指标");
        if (lines.Any(l => !l.Money.Unit.IsMoney || l.Money.Value <= 0)) return Fail("资金额度应为大于 0 的金额");
        if (lines.Any(l => l.Indicator.Weight?.Value != first.Weight?.Value)) return Fail("分值不同");
        var money = lines.Select(l => l.Money.Yuan).ToArray();
        // The target says what kind of quantity it is: 0.78 against ≥0.9 is a share, against ≥900 a count.
        var relative = lines.Any(l => (l.Indicator.EffectiveTarget ?? l.Indicator.Achieved)?.Figure is { } figure && Quantities.IsRelative(figure));
        if (!Combine(lines, money, relative, i => i.EffectiveTarget).TryGetValue(out var target)) return Fail("目标值种类或单位不同");
        if (!Combine(lines, money, relative, i => i.Achieved).TryGetValue(out var achieved)) return Fail("实际完成值种类或单位不同");
        var words = target.Value is { IsQuantity: false };
        return ParseResult<Indicator>.Of(first with
        {
            Target = lines.Count == 1 ? first.Target : target.Value,
            AdjustedTarget = lines.Count == 1 ? first.AdjustedTarget : null,
            Achieved = achieved.Value,
            Score = lines.Count == 1 || words ? Weighed(lines.Select(l => l.Indicator.Score).ToArray(), money) : null,
            DeviationReason = Joined(lines.Select(l => l.Indicator.DeviationReason)),
            OtherYears = lines.Count == 1 ? first.OtherYears : default,
        });

        ParseResult<Indicator> Fail(string why) => ParseResult<Indicator>.Fail($"“{first.Path}”不能汇总：{why}。");
    }

    /// <summary>The mean of scores, weighed by money; null where there is no money.</summary>
    /// <param name="scores">Each project's money (0 or more) and points. The mean is rounded to ten decimals.</param>
    /// <exception cref="ArgumentException">An amount is not of money or negative.</exception>
    public static decimal? Score(IEnumerable<(Amount Money, decimal Points)> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var all = scores.ToArray();
        if (all.Any(s => !s.Money.Unit.IsMoney || s.Money.Value < 0)) throw new ArgumentException("Scores are weighed by money, 0 or more.", nameof(scores));
        return all.Sum(s => s.Money.Yuan) == 0 ? null : Mean([.. all.Select(s => s.Points)], [.. all.Select(s => s.Money.Yuan)]);
    }

    private readonly record struct Found(Target? Value);

    private static ParseResult<Found> Combine(IReadOnlyList<WeighedIndicator> lines, decimal[] money, bool relative, Func<Indicator, Target?> of)
    {
        var targets = lines.Select(l => of(l.Indicator)).ToArray();
        var first = targets[0];
        if (targets.All(t => t is { IsQuantity: false })) return Ok(Target.Parse(Joined(targets.Select(t => t!.Text))!));
        if (targets.All(t => t == first) && (targets.Length == 1 || first?.Figure is null)) return Ok(first);
        var alike = targets.All(t => t?.Figure is { } figure && t.GetType() == first?.GetType() && figure.Unit == first.Figure?.Unit);
        return alike ? Summed(first!) : ParseResult<Found>.Fail("");

        ParseResult<Found> Summed(Target kind)
        {
            var figures = targets.Select(t => t!.Figure!.Value).ToArray();
            var sum = relative
                ? new Amount(ExactDecimal.WithScale(Mean([.. figures.Select(f => f.Value)], money), figures.Max(f => f.Decimals)), figures[0].Unit)
                : figures.Aggregate((a, b) => a + b);
            return Ok(kind switch
            {
                Target.AtLeast => new Target.AtLeast(sum),
                Target.MoreThan => new Target.MoreThan(sum),
                Target.AtMost => new Target.AtMost(sum),
                Target.LessThan => new Target.LessThan(sum),
                _ => new Target.Equal(sum),
            });
        }

        static ParseResult<Found> Ok(Target? target) => ParseResult<Found>.Of(new Found(target));
    }

    private static Amount? Weighed(Amount?[] scores, decimal[] money)
    {
        if (scores.Any(s => s is null)) return null;
        var decimals = scores.Max(s => s!.Value.Decimals);
        return new Amount(ExactDecimal.WithScale(Mean([.. scores.Select(s => s!.Value.Value)], money), decimals), scores[0]!.Value.Unit);
    }

    // Ten decimals are more than any form prints.
    private static decimal Mean(decimal[] values, decimal[] weights)
    {
        var sum = values.Zip(weights, (v, w) => ExactDecimal.Multiply(v, w)).Aggregate((a, b) => ExactDecimal.Add(a, b));
        var mean = ExactDecimal.Divide(sum, weights.Aggregate((a, b) => ExactDecimal.Add(a, b)), Rounding.Down);
        return ExactDecimal.Trim(Math.Round(mean, 10, MidpointRounding.AwayFromZero));
    }

    private static string? Joined(IEnumerable<string?> texts)
    {
        var said = texts.Where(t => t is not null).Distinct().ToArray();
        return said.Length == 0 ? null : string.Join('；', said);
    }
}
