namespace GovBudget.Model;

/// <summary>What an indicator stood at in another year: the year columns (前年, 上年, 2022年) of a goal table.</summary>
/// <param name="Label">The column's name as printed: <c>前年</c>, <c>上年</c>, <c>2023年</c>.</param>
/// <param name="Value">What it stood at.</param>
public sealed record YearValue(string Label, Target Value);

/// <summary>One line of a performance form: a three-level indicator (一级指标, 二级指标, 三级指标), what was aimed at and, in a self-evaluation, what came of it.</summary>
/// <remarks>What a form does not print is null or empty. Weights and scores are points (分), without unit. Immutable, equal when all parts are.</remarks>
/// <param name="Level1">一级指标, in full: <c>产出指标</c>, <c>效益指标</c>, <c>满意度指标</c>, <c>成本指标</c>; empty where the form leaves it out.</param>
/// <param name="Level2">二级指标: <c>数量指标</c>, <c>质量指标</c>, <c>时效指标</c>, <c>成本指标</c>, <c>社会效益指标</c>, <c>服务对象满意度指标</c>.</param>
/// <param name="Name">三级指标, 指标名称.</param>
public sealed record Indicator(string Level1, string Level2, string Name)
{
    /// <summary>指标值, 年初目标值（A）, 年初指标值, 预期当年实现值.</summary>
    public Target? Target { get; init; }

    /// <summary>调整后指标值, where the form has such a column.</summary>
    public Target? AdjustedTarget { get; init; }

    /// <summary>实际完成值（B）, read as targets are; a figure is a <see cref="Target.Equal"/>.</summary>
    public Target? Achieved { get; init; }

    /// <summary>分值, 权重: the points it can earn.</summary>
    public Amount? Weight { get; init; }

    /// <summary>得分: the points given.</summary>
    public Amount? Score { get; init; }

    /// <summary>What stands in the 得分 cell where it is no number (<c>得分</c>, <c>优</c>).</summary>
    public string? ScoreText { get; init; }

    /// <summary>偏差原因分析及改进措施 of this line.</summary>
    public string? DeviationReason { get; init; }

    /// <summary>指标值确定依据, 绩效标准 (计划标准, 行业标准, 历史标准).</summary>
    public string? Basis { get; init; }

    /// <summary>近两年指标值 and other columns of other years, in the form's order.</summary>
    public ValueList<YearValue> OtherYears { get; init; }

    /// <summary>The target that counts: the adjusted one where there is one.</summary>
    public Target? EffectiveTarget => AdjustedTarget ?? Target;

    /// <summary>Whether it is one of cost (成本指标), where spending more than an “=” target is no merit.</summary>
    public bool IsCost => Level1.StartsWith("成本", StringComparison.Ordinal) || Level2.Contains("成本", StringComparison.Ordinal);

    /// <summary>Its path, e.g. <c>产出指标/数量指标/接待人数</c>.</summary>
    public string Path => string.Join('/', new[] { Level1, Level2, Name }.Where(p => p.Length > 0));

    /// <summary>For people and debuggers: <c>产出指标/数量指标/接待人数：目标 ≥5000人，完成 5200人，得分 20</c>.</summary>
    public override string ToString()
    {
        string?[] parts = [EffectiveTarget is { } target ? $"目标 {target}" : null, Achieved is { } achieved ? $"完成 {achieved}" : null,
            Score is { } score ? $"得分 {score.Format()}" : null];
        var known = string.Join('，', parts.Where(p => p is not null));
        return known.Length > 0 ? $"{Path}：{known}" : Path;
    }
}

/// <summary>What a goal is for.</summary>
public enum GoalTerm
{
    /// <summary>年度目标.</summary>
    Annual,

    /// <summary>长期目标, 长效目标, 中长期目标.</summary>
    LongTerm,
}

/// <summary>One goal (年度目标2, 长期目标1) with its indicators.</summary>
/// <param name="Term">Annual or long-term.</param>
/// <param name="Label">What the form calls it: <c>年度绩效目标2</c>; empty where indicators stand under no goal.</param>
/// <param name="Text">The goal in words.</param>
public sealed record Goal(GoalTerm Term, string Label, string Text)
{
    /// <summary>The points of the whole goal, e.g. 20 of <c>年度目标2（20分）</c>.</summary>
    public Amount? Weight { get; init; }

    /// <summary>实际完成情况 in words.</summary>
    public string? Achievement { get; init; }

    /// <summary>Its indicators, in the form's order.</summary>
    public ValueList<Indicator> Indicators { get; init; }

    /// <summary>Whether its name carries a number (年度绩效目标2): then its points are its own, not those of all goals together (年度绩效目标（80分）).</summary>
    public bool IsNumbered => Label.Length > 0 && (char.IsAsciiDigit(Label[^1]) || "一二三四五六七八九十".Contains(Label[^1], StringComparison.Ordinal));

    /// <summary>The points an indicator of this goal can earn: its own, or the goal's where it is the only one.</summary>
    /// <param name="indicator">One of <see cref="Indicators"/>.</param>
    public Amount? WeightOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Weight ?? (Indicators.Count == 1 ? Weight : null);
    }
}
