using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Performance;

public sealed class ConsolidationTests
{
    [Theory]
    [InlineData("≥5次", "8次", "≥3次", "1次", "≥8次", "9次")]
    [InlineData("≥90%", "100%", "≥70%", "40%", "≥75%", "55%")]
    [InlineData("≤17万元", "16.5万元", "≤3万元", "3万元", "≤20万元", "19.5万元")]
    [InlineData("应保尽保", "应保尽保", "应保尽保", "应保尽保", "应保尽保", "应保尽保")]
    [InlineData("达标", "达成预期指标", "达标", "部分达成", "达标", "达成预期指标；部分达成")]
    public void Adds_absolute_and_weighs_relative_values(string target1, string achieved1, string target2, string achieved2, string target, string achieved)
    {
        var merged = Consolidation.Merge([Weighed(100m, target1, achieved1, 20m), Weighed(300m, target2, achieved2, 12m)]).GetValueOrThrow();
        Assert.Equal(Target.Parse(target), merged.Target);
        Assert.Equal(Target.Parse(achieved), merged.Achieved);
        Assert.Equal(Target.Parse(target).IsQuantity ? null : 14m, merged.Score?.Value);
    }

    [Fact]
    public void Says_what_cannot_be_put_together()
    {
        Assert.Equal("“产出指标/数量指标/甲”不能汇总：目标值种类或单位不同。", Consolidation.Merge([Weighed(1m, "≥5次", "5次", 1m), Weighed(1m, "≥5场", "5次", 1m)]).Error);
        Assert.Equal("“产出指标/数量指标/甲”不能汇总：目标值种类或单位不同。", Consolidation.Merge([Weighed(1m, "≥5次", "5次", 1m), Weighed(1m, "5次", "5次", 1m)]).Error);
        Assert.Equal("“产出指标/数量指标/甲”不能汇总：实际完成值种类或单位不同。", Consolidation.Merge([Weighed(1m, "≥5次", "5次", 1m), Weighed(1m, "≥5次", "已完成", 1m)]).Error);
        Assert.Equal("“产出指标/数量指标/甲”不能汇总：资金额度应为大于 0 的金额。", Consolidation.Merge([Weighed(0m, "≥5次", "5次", 1m)]).Error);
        var other = Weighed(1m, "≥5次", "5次", 1m);
        Assert.Equal("“产出指标/数量指标/甲”不能汇总：不是同一指标。", Consolidation.Merge([other, other with { Indicator = other.Indicator with { Name = "乙" } }]).Error);
        Assert.Equal("“产出指标/数量指标/甲”不能汇总：分值不同。", Consolidation.Merge([other, other with { Indicator = other.Indicator with { Weight = null } }]).Error);
        Assert.Throws<ArgumentException>(() => Consolidation.Merge([]));
    }

    [Fact]
    public void Weighs_scores_by_money()
    {
        Assert.Equal(92.5m, Consolidation.Score([(Amount.OfWan(100m), 100m), (Amount.OfYuan(3_000_000m), 90m)]));
        Assert.Null(Consolidation.Score([(Amount.OfWan(0m), 100m)]));
        Assert.Null(Consolidation.Score([]));
        Assert.Throws<ArgumentException>(() => Consolidation.Score([(new Amount(1m, Unit.None), 100m)]));
        Assert.Throws<ArgumentException>(() => Consolidation.Score([(Amount.OfWan(-1m), 100m)]));
    }

    [Fact]
    public void One_project_is_itself() =>
        Always.Holds(Lines, line =>
        {
            Assert.Equal(line.Indicator, Consolidation.Merge([line]).GetValueOrThrow());
            Assert.Equal(line.Indicator.Score!.Value.Value, Consolidation.Score([(line.Money, line.Indicator.Score.Value.Value)]));
        });

    [Fact]
    public void Twins_weigh_as_one_and_count_twice() =>
        Always.Holds(Lines.Where(l => l.Indicator.Target!.Figure is not null && l.Indicator.Achieved is Target.Equal), line =>
        {
            var merged = Consolidation.Merge([line, line]).GetValueOrThrow();
            var (one, two) = (line.Indicator.Achieved!.Figure!.Value, merged.Achieved!.Figure!.Value);
            Assert.Equal(one.Unit, two.Unit);
            Assert.True(two.Value == one.Value || two.Value == 2 * one.Value);
            Assert.Equal(merged.Target!.Figure!.Value.Value == line.Indicator.Target!.Figure!.Value.Value,
                line.Indicator.Target.Figure.Value.Value == 0 || two.Value != 2 * one.Value);
        });

    [Fact]
    public void A_weighed_score_lies_between_the_scores() =>
        Always.Holds(
            (from money in Gen.Choose(1, 100_000) from points in PerformanceGen.Weight select (Amount.OfWan(money / 100m), points)).NonEmptyListOf(),
            scores =>
            {
                var mean = Consolidation.Score(scores)!.Value;
                Assert.InRange(mean, scores.Min(s => s.points), scores.Max(s => s.points));
            });

    private static Gen<WeighedIndicator> Lines =>
        from money in Gen.Choose(1, 1_000_000)
        from target in PerformanceGen.Target
        from number in PerformanceGen.Number
        from weight in PerformanceGen.Weight
        from score in Gen.Choose(0, 2_000)
        let achieved = target.Figure is { } figure ? new Target.Equal(new Amount(number == 0 ? 1m : number * 3, figure.Unit)) : target
        select new WeighedIndicator(
            Amount.OfWan(money / 100m),
            new Indicator("产出指标", "数量指标",
                "甲")
            {
                Target = target,
                Achieved = achieved,
                Weight = new Amount(weight, Unit.None),
                Score = new Amount(score / 100m, Unit.None),
                DeviationReason = "无"
            });

    private static WeighedIndicator Weighed(decimal money, string target, string achieved, decimal score) =>
        new(Amount.OfWan(money), SelfEvaluations.Line("产出指标", "数量指标", "甲", target, achieved, 20m, score));
}
