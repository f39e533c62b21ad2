namespace GovBudget.Model;

/// <summary>Scores 定量指标 in proportion: 正向 weight × achieved ÷ target, 反向 weight × target ÷ achieved, within 0 and the weight.</summary>
internal static class QuantityScoring
{
    // What was achieved, as the sizes that the text admits; null where it has no end on that side (≥90%).
    private readonly record struct Reach(decimal? Low, decimal? High, decimal? Printed);

    public static ScoreOutcome Score(Target target, Target achieved, decimal weight, bool isCost, bool reduces = false)
    {
        if (!achieved.IsQuantity) return ScoreOutcome.None(
            $"目标值“{target}”是数量，实际完成值“{achieved}”是文字，不能按比例计分", $"the target “{target}” is a quantity, what was achieved words, “{achieved}”: no proportion");
        if (Goal(target, achieved) is not { } goal) return ScoreOutcome.None(
            $"目标值“{target}”与实际完成值“{achieved}”单位不同，不能比较", $"the target “{target}” and what was achieved, “{achieved}”, have different units");
        var shape = target switch
        {
            Target.AtMost or Target.LessThan => Shape.Falling,
            Target.Between => Shape.Peak,
            Target.Equal when isCost => Shape.Peak,
            _ => Shape.Rising,
        };
        var (floor, ceiling, reach) = goal;
        if (floor < 0 || ceiling < 0) return ScoreOutcome.None($"目标值“{target}”为负数，没有比例", $"the target “{target}” is negative: no proportion");
        var curve = new Curve(shape, floor, ceiling, weight);
        var low = Math.Min(curve.AtEnd(reach.Low, upper: false, Rounding.Down), curve.AtEnd(reach.High, upper: true, Rounding.Down));
        var high = shape == Shape.Peak && Reaches(reach, floor, ceiling)
            ? weight
            : Math.Max(curve.AtEnd(reach.Low, upper: false, Rounding.Up), curve.AtEnd(reach.High, upper: true, Rounding.Up));
        var reduced = reduces && low == weight ? curve.Reduced(reach.Low ?? floor, reach.High ?? floor) : weight;
        var admits = AmountInterval.Between(Math.Min(low, reduced), high);
        return reach.Printed is { } printed
            ? new ScoreOutcome(curve.At(printed, Rounding.Down), admits, Explain(target, achieved, weight, curve, printed)
                + (reduced < low ? Overshot(ScoreOutcome.Show(reduced)) : default))
            : new ScoreOutcome(low == high ? low : null, admits, NoNumber(achieved, ScoreOutcome.Show(low), ScoreOutcome.Show(high)));
    }

    private static Wording Overshot(string least) =>
        new($"；偏离目标较多的可按偏离度调减，不低于 {least}", $"; where it is far above the target, it may be lowered to {least}");

    private static Wording NoNumber(Target achieved, string low, string high) => new Wording(
        $"实际完成值“{achieved}”不是一个数，", $"what was achieved, “{achieved}”, is no number, ")
        + (low == high ? new($"只能得 {low} 分", $"and can only earn {low}") : new($"得分在 {low} 至 {high} 之间", $"and earns {low} to {high}"));

    private enum Shape
    {
        Rising,
        Falling,
        Peak,
    }

    private sealed record Curve(Shape Shape, decimal Floor, decimal Ceiling, decimal Weight)
    {
        /// <summary>The points at one end of what was achieved; without that end, what the curve goes to.</summary>
        public decimal AtEnd(decimal? achieved, bool upper, Rounding rounding)
        {
            if (achieved is { } end) return At(end, rounding);
            return Shape == (upper ? QuantityScoring.Shape.Rising : QuantityScoring.Shape.Falling) ? Weight : 0m;
        }

        public decimal At(decimal achieved, Rounding rounding)
        {
            if (Shape != QuantityScoring.Shape.Falling && achieved < Floor) return achieved <= 0 ? 0m : Portion(achieved, Floor, rounding);
            if (Shape != QuantityScoring.Shape.Rising && achieved > Ceiling) return Ceiling <= 0 ? 0m : Portion(Ceiling, achieved, rounding);
            return Weight;
        }

        /// <summary>The fewest points where the target was passed: the weight less as much of it as what was achieved is off.</summary>
        public decimal Reduced(decimal low, decimal high)
        {
            if (Shape == QuantityScoring.Shape.Rising && Floor > 0 && high > Floor)
                return high >= 2 * Floor ? 0m : Portion((2 * Floor) - high, Floor, Rounding.Down);
            return Shape == QuantityScoring.Shape.Falling && Ceiling > 0 && low < Ceiling ? Portion(Math.Max(low, 0m), Ceiling, Rounding.Down) : Weight;
        }

        private decimal Portion(decimal part, decimal whole, Rounding rounding) =>
            Math.Clamp(ExactDecimal.Divide(ExactDecimal.Multiply(Weight, part, rounding), whole, rounding), 0m, Weight);
    }

    private static bool Reaches(Reach reach, decimal floor,
        decimal ceiling) => (reach.Low is null || reach.Low <= ceiling) && (reach.High is null || reach.High >= floor);

    private static (decimal Floor, decimal Ceiling, Reach Reach)? Goal(Target target, Target achieved)
    {
        var (from, to) = Ends(target);
        var (got, upTo) = Ends(achieved);
        if (Quantities.Align(from, got) is not { } first || Quantities.Align(to, upTo) is not { } last) return null;
        var (floor, ceiling) = (Quantities.Size(first.Left), Quantities.Size(last.Left));
        Reach reach = achieved switch
        {
            Target.AtLeast or Target.MoreThan => new(Quantities.Size(first.Right), null, null),
            Target.AtMost or Target.LessThan => new(null, Quantities.Size(first.Right), null),
            Target.Between => new(first.Right.Low, last.Right.High, null),
            _ => new(first.Right.Low, first.Right.High, Quantities.Size(first.Right)),
        };
        return (floor, ceiling, reach);
    }

    private static (Amount Low, Amount High) Ends(Target target) =>
        target is Target.Between range ? (range.Low, range.High) : (target.Figure!.Value, target.Figure!.Value);

    private static Wording Explain(Target target, Target achieved, decimal weight, Curve curve, decimal printed)
    {
        var points = curve.At(printed, Rounding.Down);
        var (falling, part, whole) = curve.Shape != Shape.Rising && printed > curve.Ceiling
            ? (true, curve.Ceiling, printed)
            : curve.Shape == Shape.Falling ? (true, 1m, 1m) : (false, printed, curve.Floor);
        var what = new Wording($"{(falling ? "反" : "正")}向指标，目标 {target}，完成 {achieved}：",
            $"{(falling ? "less" : "more")} is better, target {target}, achieved {achieved}: ");
        if (points == weight) return what + new Wording($"达到目标，得满分 {ScoreOutcome.Show(weight)}", $"reached, so all {ScoreOutcome.Show(weight)}");
        var arithmetic = $"{ScoreOutcome.Show(weight)} × {ScoreOutcome.Show(part)} ÷ {ScoreOutcome.Show(whole)} = {ScoreOutcome.Show(points)}";
        return what + new Wording(arithmetic, arithmetic);
    }
}
