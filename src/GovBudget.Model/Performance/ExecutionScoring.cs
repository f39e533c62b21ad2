namespace GovBudget.Model;

/// <summary>Scores budget execution: points × 执行数 ÷ 预算数, within 0 and the points.</summary>
internal static class ExecutionScoring
{
    public static ScoreOutcome Score(ExecutionRow row, decimal weight)
    {
        if (RateOf(row) is not { } rate) return new(null, null, WhyNot(row));
        var admits = Capped(rate, weight);
        if (row.Budget is not { } budget || row.Executed is not { } executed)
        {
            var (low, high) = (ScoreOutcome.Show(admits.Low), ScoreOutcome.Show(admits.High));
            return new ScoreOutcome(null, admits, $"按印出的执行率 {row.Rate} 计：{ScoreOutcome.Show(weight)} × 执行率，得分在 {low} 至 {high} 之间",
                $"by the rate printed, {row.Rate}: {ScoreOutcome.Show(weight)} × rate, so {low} to {high}");
        }
        // A form may go on from the rate as it printed it.
        if (row.Rate is { } printed && PrintedRates(printed).FirstOrDefault(r => r.Meets(rate)) is { High: > 0 } stated)
            admits = Hull(admits, Capped(stated, weight));
        var points = Math.Clamp(ExactDecimal.Divide(ExactDecimal.Multiply(weight, executed.Yuan, Rounding.Down), budget.Yuan, Rounding.Down), 0m, weight);
        var (most, earned) = (ScoreOutcome.Show(weight), ScoreOutcome.Show(points));
        var capped = executed.Yuan > budget.Yuan;
        return new ScoreOutcome(points, admits,
            $"预算执行率 {executed.Format()} ÷ {budget.Format()}：{most} × 执行率 = {earned}{(capped ? $"，不超过 {most}" : "")}",
            $"rate {executed.Format()} ÷ {budget.Format()}: {most} × rate = {earned}{(capped ? $", {most} at most" : "")}");
    }

    /// <summary>执行数 ÷ 预算数 with their rounding, or the printed rate where either is blank; null where there is none.</summary>
    public static AmountInterval? RateOf(ExecutionRow row)
    {
        if (row.Budget is { } budget && row.Executed is { } executed)
        {
            return IsMoney(budget, executed) && budget.Value > 0 ? AmountInterval.Of(executed).Over(AmountInterval.Of(budget)) : null;
        }
        return row.Rate is { } rate && PrintedRates(rate) is [var first, ..] ? first : null;
    }

    /// <summary>What a printed rate may mean: 59.4% is 59.4%; 59.4 without its sign, too; 0.594, and 1, rather are fractions. Nothing where it has another
    /// unit.</summary>
    public static IReadOnlyList<AmountInterval> PrintedRates(Amount rate)
    {
        if (rate.Unit != Unit.None) return rate.Unit == Unit.Percent ? [AmountInterval.Of(rate)] : [];
        var (fraction, percent) = (AmountInterval.Of(rate), AmountInterval.Of(new Amount(rate.Value, Unit.Percent)));
        return Math.Abs(rate.Value) <= 2 ? [fraction, percent] : [percent];
    }

    /// <summary>Why there is no rate.</summary>
    public static Wording WhyNot(ExecutionRow row)
    {
        if (row.Budget is not { } budget || row.Executed is not { } executed)
            return new("预算数或执行数没有填写，不能计算执行率", "budget or executed amount is blank: no rate");
        if (!IsMoney(budget, executed)) return new("预算数、执行数没有金额单位，不能计算执行率", "the amounts have no unit of money: no rate");
        return budget.Value < 0
            ? new($"预算数 {budget} 为负数，没有执行率", $"the budget {budget} is negative: no rate")
            : new($"预算数为 {budget}，没有执行率", $"the budget is {budget}: no rate");
    }

    private static bool IsMoney(Amount budget, Amount executed) => budget.Unit.IsMoney && executed.Unit.IsMoney;

    private static AmountInterval Capped(AmountInterval rate, decimal weight)
    {
        var points = rate * weight;
        return AmountInterval.Between(Math.Clamp(points.Low, 0m, weight), Math.Clamp(points.High, 0m, weight));
    }

    private static AmountInterval Hull(AmountInterval a, AmountInterval b) => AmountInterval.Between(Math.Min(a.Low, b.Low), Math.Max(a.High, b.High));
}
