using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Performance;

public sealed class ScoringTests
{
    public static TheoryData<string, string, decimal, bool, string, string> Quantities => new()
    {
        // target, achieved, weight, cost, points, admitted
        { "≥90%", "90%", 20m, false, "20", "[19.88888888888888888888888888, 20]" },
        { "≥90%", "95%", 20m, false, "20", "[20, 20]" },
        { "≥90%", "45%", 20m, false, "10", "[9.888888888888888888888888888, 10.111111111111111111111111112]" },
        { "≥90%", "0%", 20m, false, "0", "[0, 0.1111111111111111111111111112]" },
        { "=30000", "=17820", 20m, false, "11.88", "[11.879666666666666666666666666, 11.880333333333333333333333334]" },
        { "=1920000", "=1140480", 10m, true, "5.94", "[5.9399973958333333333333333333, 5.9400026041666666666666666667]" },
        { "=10万元", "12.5万元", 10m, true, "8", "[7.9681274900398406374501992031, 8.032128514056224899598393575]" },
        { "=10万元", "12.5万元", 10m, false, "10", "[10, 10]" },
        { "≤17万元", "17万元", 10m, true, "10", "[9.714285714285714285714285714, 10]" },
        { "≤17万元", "20.00万元", 10m, true, "8.5", "[8.497875531117220694826293426, 8.502125531382845711427856964]" },
        { "≤17万元", "0万元", 10m, true, "10", "[10, 10]" },
        { "≤0起", "0起", 5m, false, "5", "[0, 5]" },
        { "≤0起", "2起", 5m, false, "0", "[0, 0]" },
        { "≥0次", "0次", 5m, false, "5", "[0, 5]" },
        { "1-2次", "2次", 5m, false, "5", "[4, 5]" },
        { "1-2次", "4次", 5m, false, "2.5", "[2.2222222222222222222222222222, 2.8571428571428571428571428572]" },
        { "≥3万人次", "15000人次", 10m, false, "5", "[4.9998333333333333333333333333, 5.0001666666666666666666666667]" },
        { "≥98%", "0.49", 10m, false, "5", "[4.948979591836734693877551020, 5.051020408163265306122448980]" },
        { "≥98%", "49", 10m, false, "5", "[4.948979591836734693877551020, 5.051020408163265306122448980]" },
        { "5次", "5", 10m, false, "10", "[9, 10]" },
        { "≤17万元", "170000元", 10m, false, "10", "[9.99997058832179905353, 10]" },
    };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Scores_quantities_in_proportion(string target, string achieved, decimal weight, bool cost, string points, string admits)
    {
        var outcome = ScoringRule.Hubei.Score(Target.Parse(target), Target.Parse(achieved), weight, cost);
        Assert.Equal(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), outcome.Points);
        Assert.Equal(Ends(admits), (Math.Round(outcome.Admits!.Value.Low, 20), Math.Round(outcome.Admits.Value.High, 20)));
    }

    [Theory]
    [InlineData("≥90%", "≥90%", "[20, 20]")]
    [InlineData("≥90%", "≥45%", "[10, 20]")]
    [InlineData("≥90%", "≤45%", "[0, 10]")]
    [InlineData("≤10次", "≥20次", "[0, 10]")]
    [InlineData("≤10次", "≤20次", "[10, 20]")]
    [InlineData("≥100次", "40-60次", "[7.9, 12.1]")]
    public void Half_open_achievements_leave_a_range(string target, string achieved, string admits)
    {
        var outcome = ScoringRule.Hubei.Score(Target.Parse(target), Target.Parse(achieved), 20m);
        Assert.Equal(admits, outcome.Admits.ToString());
    }

    /// <summary>What is far above its target may be reduced by the national rule, no more than it is off; what just reaches it may not.</summary>
    [Theory]
    [InlineData("≥90%", "95%", "[20, 20]", 18.77)]
    [InlineData("≥100次", "150次", "[20, 20]", 9.9)]
    [InlineData("≥100次", "300次", "[20, 20]", 0)]
    [InlineData("≤30万元", "12.0万元", "[20, 20]", 7.9)]
    [InlineData("10-20次", "15次", "[20, 20]", 20)]
    public void Passing_the_target_by_far(string target, string achieved, string hubei, double least)
    {
        Assert.Equal(hubei, ScoringRule.Hubei.Score(Target.Parse(target), Target.Parse(achieved), 20m).Admits.ToString());
        var national = ScoringRule.National.Score(Target.Parse(target), Target.Parse(achieved), 20m);
        Assert.Equal(20m, national.Points);
        Assert.InRange(national.Admits!.Value.Low, (decimal)least, (decimal)least + 0.1m);
        Assert.Equal(20m, national.Admits.Value.High);
    }

    [Theory]
    [InlineData("应保尽保", "应保尽保", "[16, 20]", "[16, 20]")]
    [InlineData("成效明显", "达成预期指标", "[16, 20]", "[16, 20]")]
    [InlineData("优/良", "良", "[16, 20]", "[16, 20]")]
    [InlineData("达标", "部分达成预期指标并具有一定效果", "[10, 16)", "[12, 16)")]
    [InlineData("达标", "基本完成", "[10, 16)", "[12, 16)")]
    [InlineData("达标", "未达成预期指标且效果较差", "[0, 10)", "[0, 12)")]
    public void Scores_words_in_three_bands(string target, string achieved, string hubei, string national)
    {
        Assert.Equal(hubei, Admits(ScoringRule.Hubei));
        Assert.Equal(national, Admits(ScoringRule.National));

        string? Admits(ScoringRule rule) => rule.Score(Target.Parse(target), Target.Parse(achieved), 20m).Admits.ToString();
    }

    [Theory]
    [InlineData("≥90%", "应保尽保", "目标值“≥90%”是数量，实际完成值“应保尽保”是文字，不能按比例计分")]
    [InlineData("≥5次", "80%", "目标值“≥5次”与实际完成值“80%”单位不同，不能比较")]
    [InlineData("≥-5%", "-6%", "目标值“≥-5%”为负数，没有比例")]
    [InlineData("达标", "保险公司已及时报销", "定性指标，目标“达标”，完成“保险公司已及时报销”：看不出属于哪一档")]
    [InlineData("达标", "完成80%的工作", "定性指标，目标“达标”，完成“完成80%的工作”：看不出属于哪一档")]
    public void Says_why_it_cannot_score(string target, string achieved, string why)
    {
        var outcome = ScoringRule.Hubei.Score(Target.Parse(target), Target.Parse(achieved), 20m);
        Assert.Null(outcome.Points);
        Assert.Null(outcome.Admits);
        Assert.Equal(why, outcome.Explanation);
    }

    [Theory]
    [InlineData("561.69", "544.54", "96.95", "19.3893")]
    [InlineData("63.8", "55.29", "86.67", "17.3323")]
    [InlineData("225.79", "236.71", "105", "20")]
    [InlineData("32.95", "30.06", "91", "18.2458")]
    public void Scores_execution(string budget, string executed, string rate, string points)
    {
        var row = new ExecutionRow(
            "总额")
        { Budget = Amount.Parse(budget, Unit.WanYuan), Executed = Amount.Parse(executed, Unit.WanYuan), Rate = Amount.Parse(rate, Unit.Percent) };
        var outcome = ScoringRule.Hubei.Score(row);
        Assert.Equal(points, ScoreOutcome4(outcome.Points!.Value));
        Assert.True(outcome.Admits!.Value.Contains(outcome.Points.Value));
        Assert.Equal(outcome.Points / 2, ScoringRule.National.Score(row).Points);
    }

    [Fact]
    public void A_budget_of_nothing_has_no_execution_score()
    {
        var outcome = ScoringRule.Hubei.Score(new ExecutionRow("总额") { Budget = Amount.OfWan(0m), Executed = Amount.OfWan(21.1m) });
        Assert.Equal((null, null, "预算数为 0 万元，没有执行率"), (outcome.Points, outcome.Admits, outcome.Explanation));
        Assert.Equal("预算数或执行数没有填写，不能计算执行率", ScoringRule.Hubei.Score(new ExecutionRow("总额")).Explanation);
        // Without amounts, the printed rate is what there is.
        Assert.Equal("[11.87, 11.89]", ScoringRule.Hubei.Score(new ExecutionRow("总额") { Rate = Amount.Parse("59.4") }).Admits.ToString());
    }

    [Theory]
    [InlineData("湖北省", "湖北省自评表")]
    [InlineData("山西省", "全国统一格式")]
    public void Provinces_have_their_rule(string province, string rule) => Assert.Equal(rule, ScoringRule.For(province).Name);

    [Fact]
    public void The_rule_in_the_notes_is_the_rule()
    {
        Assert.Same(ScoringRule.Hubei, ScoringRule.PrintedIn("正向指标（即目标值为≥X，得分 = 权重*B/A）"));
        Assert.Null(ScoringRule.PrintedIn("无"));
        Assert.Same(ScoringRule.Hubei, ScoringRule.For(new ProjectSelfEvaluation("甲") { Execution = [new("总额") { Weight = new(20m, Unit.None) }] }));
        Assert.Same(ScoringRule.National, ScoringRule.For(new ProjectSelfEvaluation("甲")));
        Assert.Equal(100m, ScoringRule.National.ExecutionWeight + ScoringRule.National.Parts.Sum(p => p.Weight));
    }

    [Theory]
    [InlineData(100, Grade.Excellent)]
    [InlineData(90, Grade.Excellent)]
    [InlineData(89.99, Grade.Good)]
    [InlineData(80, Grade.Good)]
    [InlineData(79.99, Grade.Fair)]
    [InlineData(60, Grade.Fair)]
    [InlineData(59.99, Grade.Poor)]
    [InlineData(0, Grade.Poor)]
    public void Grades_by_the_national_scale(double total, Grade grade)
    {
        Assert.Equal(grade, GradeScale.National.Of((decimal)total));
        foreach (var other in Enum.GetValues<Grade>()) Assert.Equal(other == grade, GradeScale.National.TotalsOf(other).Contains((decimal)total));
        Assert.Equal(grade, GradeScale.Parse(GradeScale.NameOf(grade)));
    }

    [Theory]
    [InlineData("合格", Grade.Fair)]
    [InlineData("“优”", Grade.Excellent)]
    [InlineData("不合格", Grade.Poor)]
    [InlineData("甲", null)]
    [InlineData(null, null)]
    public void Reads_grades(string? name, Grade? grade) => Assert.Equal(grade, GradeScale.Parse(name));

    [Fact]
    public void A_score_lies_within_nothing_and_the_weight() =>
        Always.Holds(Cases, drawn =>
        {
            var (rule, target, achieved, weight, cost) = drawn;
            var outcome = rule.Score(target, achieved, weight, cost);
            Assert.NotEmpty(outcome.Explanation);
            if (outcome.Points is { } points)
            {
                Assert.InRange(points, 0m, weight);
                Assert.True(outcome.Admits!.Value.Contains(points));
            }
            if (outcome.Admits is { } admits) Assert.True(admits.Low >= 0m && admits.High <= weight);
        });

    [Fact]
    public void More_is_never_worse_for_positive_targets_and_never_better_for_negative_ones() =>
        Always.Holds(
            from target in PerformanceGen.Quantity
            from a in PerformanceGen.Number
            from b in PerformanceGen.Number
            from weight in PerformanceGen.Weight
            select (target, Math.Min(a, b), Math.Max(a, b), weight),
            drawn =>
            {
                var (target, less, more, weight) = drawn;
                foreach (var positive in (Target[])[new Target.AtLeast(target), new Target.MoreThan(target), new Target.Equal(target)])
                    Assert.True(Points(positive, less) <= Points(positive, more));
                foreach (var negative in (Target[])[new Target.AtMost(target), new Target.LessThan(target)])
                    Assert.True(Points(negative, less) >= Points(negative, more));

                decimal Points(Target t,
                    decimal achieved) => ScoringRule.Hubei.Score(t, new Target.Equal(new Amount(achieved, target.Unit)), weight).Points!.Value;
            });

    [Fact]
    public void Exactly_the_target_earns_all_and_a_little_worse_does_not() =>
        Always.Holds(
            from target in PerformanceGen.Quantity.Where(q => q.Value > 1)
            from weight in PerformanceGen.Weight
            from cost in Gen.Elements(true,
                false)
            select (target, weight, cost),
            drawn =>
            {
                var (target, weight, cost) = drawn;
                var worse = new Amount(target.Value * 0.9m, target.Unit);
                var better = new Amount(target.Value * 1.1m, target.Unit);
                Assert.Equal(weight, Points(new Target.AtLeast(target), target));
                Assert.Equal(weight, Points(new Target.AtMost(target), target));
                Assert.Equal(weight, Points(new Target.Equal(target), target));
                Assert.Equal(weight, Points(new Target.Between(worse, better), target));
                Assert.Equal(weight * 0.9m, Points(new Target.AtLeast(target), worse));
                Assert.True(Points(new Target.AtMost(target), better) < weight);
                Assert.Equal(cost, Points(new Target.Equal(target), better) < weight);

                decimal Points(Target t, Amount achieved) => ScoringRule.National.Score(t, new Target.Equal(achieved), weight, cost).Points!.Value;
            });

    [Fact]
    public void A_score_of_a_rounded_achievement_is_always_admitted() =>
        Always.Holds(
            from target in Gen.Choose(1, 100_000)
            from achieved in Gen.Choose(0, 100_000)
            from decimals in Gen.Choose(0, 3)
            from weight in PerformanceGen.Weight
            from negative in Gen.Elements(true, false)
            select (target / 100m, achieved / 1000m, decimals, weight, negative),
            drawn =>
            {
                var (target, achieved, decimals, weight, negative) = drawn;
                var goal = new Amount(target, Unit.Percent);
                Target aim = negative ? new Target.AtMost(goal) : new Target.AtLeast(goal);
                var printed = new Target.Equal(new Amount(achieved, Unit.Percent).RoundTo(decimals));
                var truth = negative ? (achieved <= target ? weight : weight * target / achieved) : Math.Min(weight, weight * achieved / target);
                var score = new Amount(Math.Round(truth, 2, MidpointRounding.AwayFromZero), Unit.None).RoundTo(2);
                Assert.True(AmountInterval.Of(score).Meets(ScoringRule.Hubei.Score(aim, printed, weight).Admits!.Value));
            });

    private static Gen<(ScoringRule Rule, Target Target, Target Achieved, decimal Weight, bool Cost)> Cases =>
        from rule in Gen.Elements(ScoringRule.Known.ToArray())
        from target in PerformanceGen.Target
        from achieved in PerformanceGen.Target
        from weight in PerformanceGen.Weight
        from cost in Gen.Elements(true, false)
        select (rule, target, achieved, weight, cost);

    private static (decimal Low, decimal High) Ends(string text)
    {
        var ends = text[1..^1].Split(", ").Select(e => Math.Round(decimal.Parse(e, System.Globalization.CultureInfo.InvariantCulture), 20)).ToArray();
        return (ends[0], ends[1]);
    }

    private static string ScoreOutcome4(decimal points) =>
        Math.Round(points, 4, MidpointRounding.AwayFromZero).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
