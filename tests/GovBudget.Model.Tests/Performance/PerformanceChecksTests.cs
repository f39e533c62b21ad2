using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Performance;

public sealed class PerformanceChecksTests
{
    /// <summary>Forms as published, and all that is wrong with each.</summary>
    public static TheoryData<string, string[]> Published => new()
    {
        { nameof(SelfEvaluations.Department000), ["ExecutionWithinBudget 部门整体支出总额", "AchievedIsFigure 基金监管检查完成率", "AchievedIsFigure 群众满意度"] },
        { nameof(SelfEvaluations.Insurance000), ["AchievedIsFigure 基金监管检查完成率", "AchievedIsFigure 医保政策宣传覆盖率", "AchievedIsFigure 群众满意度"] },
        {
            nameof(SelfEvaluations.Offices000),
            ["ExecutionRate 年度财政资金总额", "ExecutionWithinBudget 年度财政资金总额", "AchievedIsFigure 接待人数", "AchievedIsFigure 便民服务设施完善", "AchievedIsFigure 群众满意度"]
        },
        {
            nameof(SelfEvaluations.Subsidy002),
            [
                "ScoreByRule 城乡居民医疗保险补助人次", "ScoreByRule 城乡居民医疗保险补助总额",
                "FullScoreMissedTarget 城乡居民医疗保险补助人次", "FullScoreMissedTarget 城乡居民医疗保险补助总额",
            ]
        },
        { nameof(SelfEvaluations.Department004), ["WeightsSum 分值", "Total 总分"] },
        {
            nameof(SelfEvaluations.Supervision004),
            ["ScoreWithinWeight 依法对全区医保两定机构使用医保资金情况进行监管", "ScoreByRule 依法对全区医保两定机构使用医保资金情况进行监管", "Total 总分"]
        },
        { nameof(SelfEvaluations.Relief004), ["ScoreWithinWeight 及时报销", "Total 总分"] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Finds_what_is_wrong_with_published_forms_and_nothing_else(string name, string[] expected)
    {
        var form = Form(name);
        var violated = PerformanceChecks.Check(form, ScoringRule.For(form)).Where(r => r.Verdict == PerformanceVerdict.Violated);
        Assert.Equal(expected, violated.Select(r => $"{r.Check} {r.Where.Split('/')[^1]}"));
    }

    [Fact]
    public void Says_how_a_score_came_about()
    {
        var sheet = ScoringRule.National.Evaluate(SelfEvaluations.Subsidy002);
        Assert.Equal("预算执行率 114.048 ÷ 192：10 × 执行率 = 5.94", sheet.Steps[0].Outcome.Explanation);
        Assert.Equal("正向指标，目标 =30000，完成 =17820：20 × 17820 ÷ 30000 = 11.88", sheet.Steps[1].Outcome.Explanation);
        Assert.Equal("正向指标，目标 =64元，完成 =64元：达到目标，得满分 10", sheet.Steps[2].Outcome.Explanation);
        Assert.Equal("定性指标，目标“成效明显”，完成“达成预期指标”：达成预期指标，得分在 8 至 10 之间", sheet.Steps[5].Outcome.Explanation);
        Assert.Equal(
            [
                "rate 114.048 ÷ 192: 10 × rate = 5.94",
                "more is better, target =30000, achieved =17820: 20 × 17820 ÷ 30000 = 11.88",
                "more is better, target =64元, achieved =64元: reached, so all 10",
            ],
            sheet.Steps.Take(3).Select(s => s.Outcome.EnglishExplanation));
        Assert.Equal("in words, target “成效明显”, achieved “达成预期指标”: achieved, so 8 to 10", sheet.Steps[5].Outcome.EnglishExplanation);
        Assert.Equal([PerformanceVerdict.Exact, PerformanceVerdict.Violated, PerformanceVerdict.Exact], sheet.Steps.Take(3).Select(s => s.Verdict));
        Assert.Null(sheet.Points);
        Assert.True(sheet.Admits!.Value.Contains(5.94m + 11.88m + 40m + 5.94m + 18m));
        Assert.False(sheet.Admits.Value.Contains(95.94m));
        Assert.Equal(95.94m, sheet.PrintedTotal!.Value.Value);
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void English_messages_keep_only_names_and_what_is_printed_in_Chinese(string name, string[] expected)
    {
        var form = Form(name);
        var results = PerformanceChecks.Check(form, ScoringRule.For(form)).ToList();
        Assert.True(results.Count(r => r.Verdict == PerformanceVerdict.Violated) == expected.Length && results.Count > 5);
        foreach (var result in results)
        {
            var printed = form.Goals.SelectMany(g => g.Indicators).SelectMany(i => new[] { i.EffectiveTarget?.ToString(), i.Achieved?.ToString(), i.Name })
                .OfType<string>().Append("万元").Append("元").OrderByDescending(t => t.Length);
            var rest = printed.Aggregate(result.EnglishMessage, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
            Assert.DoesNotMatch(@"[\u3400-\u9fff，；：（）]", Regex.Replace(rest, "“[^”]*”", ""));
        }
    }

    [Fact]
    public void A_score_rounded_to_a_whole_number_is_rounding()
    {
        var step = ScoringRule.Hubei.Evaluate(SelfEvaluations.Insurance000).Steps[0];
        Assert.Equal(PerformanceVerdict.Rounded, step.Verdict);
        Assert.Equal("预算执行率 30.06 ÷ 32.95：20 × 执行率 = 18.2458", step.Outcome.Explanation);
    }

    [Fact]
    public void A_missing_score_makes_a_total_unjudged_unless_nothing_could_fill_it()
    {
        Assert.Equal(PerformanceVerdict.NotEvaluated, PerformanceChecks.Total(SelfEvaluations.Insurance000).Verdict);
        Assert.Equal(PerformanceVerdict.Violated, PerformanceChecks.Total(SelfEvaluations.Insurance000 with { Total = SelfEvaluations.Points(100m) }).Verdict);
        Assert.Equal("19.39 + 5 + 5 + 10 = 39.39（没有得分：及时审批），印 20", PerformanceChecks.Total(SelfEvaluations.Department004).Message);
        Assert.Equal("19.39 + 5 + 5 + 10 = 39.39 (no score: 及时审批), printed 20", PerformanceChecks.Total(SelfEvaluations.Department004).EnglishMessage);
    }

    [Theory]
    [InlineData("95.94", "优", PerformanceVerdict.Exact)]
    [InlineData("89.9", "优", PerformanceVerdict.Violated)]
    [InlineData("90", "良", PerformanceVerdict.Rounded)]
    [InlineData("59.4", "合格", PerformanceVerdict.Violated)]
    [InlineData("95", "甲", PerformanceVerdict.NotEvaluated)]
    [InlineData("105", "优", PerformanceVerdict.Exact)]
    public void Holds_the_grade_against_the_total(string total, string grade, PerformanceVerdict verdict) =>
        Assert.Equal(verdict,
            PerformanceChecks.Grade(SelfEvaluations.Subsidy002 with { Total = Amount.Parse(total), Grade = grade }, GradeScale.National).Verdict);

    [Theory]
    [InlineData("192", "114.048", "59.4", PerformanceVerdict.Exact)]
    [InlineData("192", "114.048", "0.594", PerformanceVerdict.Exact)]
    [InlineData("192", "114.048", "59%", PerformanceVerdict.Rounded)]
    [InlineData("192", "114.048", "61%", PerformanceVerdict.Violated)]
    [InlineData("192", "192", "1", PerformanceVerdict.Exact)]
    [InlineData("0", "21.1", "100%", PerformanceVerdict.Violated)]
    [InlineData("0", "0", "0", PerformanceVerdict.NotEvaluated)]
    public void Holds_the_rate_against_its_amounts(string budget, string executed, string rate, PerformanceVerdict verdict)
    {
        var row = new ExecutionRow(
            "总额")
        { Budget = Amount.Parse(budget, Unit.WanYuan), Executed = Amount.Parse(executed, Unit.WanYuan), Rate = Amount.Parse(rate) };
        Assert.Equal(verdict, PerformanceChecks.ExecutionRate(row).Verdict);
    }

    [Theory]
    [InlineData("群众满意度", "≥90%", PerformanceVerdict.Exact)]
    [InlineData("群众满意度", "≤90%", PerformanceVerdict.Violated)]
    [InlineData("投诉率", "≤5%", PerformanceVerdict.Exact)]
    [InlineData("投诉率", "≥5%", PerformanceVerdict.Violated)]
    [InlineData("投诉办结率", "≥95%", PerformanceVerdict.Exact)]
    [InlineData("安全事故发生率", ">1%", PerformanceVerdict.Violated)]
    [InlineData("不满意度", "≤5%", PerformanceVerdict.Exact)]
    [InlineData("经费使用限额", "≤17万元", PerformanceVerdict.Exact)]
    [InlineData("项目成本", "≥17万元", PerformanceVerdict.Violated)]
    [InlineData("预算完成率", "≤100%", PerformanceVerdict.Exact)]
    [InlineData("成本节约率", "≥5%", PerformanceVerdict.NotEvaluated)]
    [InlineData("群众满意度", "90%", PerformanceVerdict.NotEvaluated)]
    public void Knows_which_way_an_indicator_is_good(string name, string target, PerformanceVerdict verdict) =>
        Assert.Equal(verdict, IndicatorChecks.Direction(SelfEvaluations.Line("", "", name, target, null, null, null)).Verdict);

    [Theory]
    [InlineData("≥90%", "89.5%", 20, PerformanceVerdict.Violated)]
    [InlineData("≥90%", "89.5%", 19.9, PerformanceVerdict.Exact)]
    [InlineData("≥90%", "90%", 20, PerformanceVerdict.Exact)]
    [InlineData("≥90.4%", "90%", 20, PerformanceVerdict.Exact)]
    [InlineData("≤5次", "7次", 20, PerformanceVerdict.Violated)]
    [InlineData("≤5次", "4次", 20, PerformanceVerdict.Exact)]
    [InlineData("≥90%", "已完成", 20, PerformanceVerdict.NotEvaluated)]
    public void A_missed_target_earns_no_full_score(string target, string achieved, double score, PerformanceVerdict verdict)
    {
        var line = SelfEvaluations.Line("产出指标", "数量指标", "甲", target, achieved, 20m, (decimal)score);
        Assert.Equal(verdict, IndicatorChecks.FullScoreMissedTarget(line, line.Weight).Verdict);
    }

    [Fact]
    public void Finds_the_faulty_lines_of_the_documents_and_no_others()
    {
        var lines = Shared.Files("truth", "indicators.csv").SelectMany(Csv.Rows).Select(r => new Indicator(r["level1"], r["level2"], r["indicator"])
        {
            Target = Target.Parse(r["target"]),
            Achieved = r["actual"].Length == 0 ? null : Target.Parse(r["actual"]),
            Weight = r["weight"].Length == 0 ? null : Amount.Parse(r["weight"]),
            Score = r["score"].Length == 0 ? null : Amount.Parse(r["score"]),
        });
        var violated = lines.SelectMany(i => IndicatorChecks.Check(i, i.Weight))
            .Where(r => r.Verdict == PerformanceVerdict.Violated)
            .ToLookup(r => r.Check, r => r.Where.Split('/')[^1]);
        Assert.Equal(["设备维护满意度", "群众对部门工作的满意度", "对两定医药机构抽查完成率", "举报奖励兑现率"], violated[PerformanceCheck.PercentSign]);
        Assert.Equal(["城乡居民医疗保险补助人次", "城乡居民医疗保险补助总额"], violated[PerformanceCheck.FullScoreMissedTarget]);
        Assert.Equal(8, violated[PerformanceCheck.AchievedIsFigure].Count());
        Assert.Equal(3, violated.Count);
    }

    [Fact]
    public void A_total_is_the_sum_of_its_parts() =>
        Always.Holds(ScoredForm(), form =>
        {
            var total = PerformanceChecks.Total(form);
            Assert.Equal(PerformanceVerdict.Exact, total.Verdict);
            Assert.Equal(PerformanceVerdict.Violated,
                PerformanceChecks.Total(form with { Total = SelfEvaluations.Points(form.Total!.Value.Value + 2m) }).Verdict);
            var sheet = ScoringRule.Hubei.Evaluate(form);
            Assert.Equal(sheet.Steps.Sum(s => s.Outcome.Points), sheet.Points);
            Assert.Equal(form.Total!.Value.Value, sheet.Points);
            Assert.Equal(GradeScale.National.Of(sheet.Points!.Value), sheet.Grade);
            Assert.All(sheet.Steps, s => Assert.Equal(PerformanceVerdict.Exact, s.Verdict));
            Assert.DoesNotContain(PerformanceChecks.Check(form, ScoringRule.Hubei),
                r => r.Verdict == PerformanceVerdict.Violated && r.Check != PerformanceCheck.WeightsSum);
        });

    [Fact]
    public void Whatever_a_form_prints_every_check_answers() =>
        Always.Holds(AnyForm(), form =>
        {
            foreach (var rule in ScoringRule.Known)
            {
                Assert.All(PerformanceChecks.Check(form, rule), r => Assert.NotEmpty(r.Message));
                Assert.All(rule.Evaluate(form).Steps, s => Assert.NotEmpty(s.Outcome.Explanation));
            }
            Assert.NotNull(GoalChecks.Compare([new DepartmentGoals("局") { Goals = form.Goals }, new ProjectGoals("甲") { Goals = form.Goals }]).ToArray());
        });

    // Blank, misread and monstrous figures.
    private static Gen<ProjectSelfEvaluation> AnyForm()
    {
        var figure = Gen.Frequency(
            (3, Gen.Constant((Amount?)null)),
            (6, from n in Gen.Choose(-5, 120) select (Amount?)SelfEvaluations.Points(n)),
            (2, from n in Gen.Choose(0, 100) from u in Gen.Elements(Unit.WanYuan, Unit.YiYuan, Unit.Percent, Unit.Vehicle) select (Amount?)new Amount(n, u)),
            (1, from u in Gen.Elements(Unit.None, Unit.WanYuan, Unit.YiYuan) select (Amount?)new Amount(9_999_999_999_999_999_999_999_999_999m, u)),
            (1, Gen.Constant((Amount?)new Amount(0.0000000000000000000000000001m, Unit.Yuan))));
        var target = Gen.Frequency(
            (1, Gen.Constant((Target?)null)),
            (4, PerformanceGen.Target.Select(t => (Target?)t)),
            (2, PerformanceGen.Text.Select(t => (Target?)Target.Parse(t))),
            (1,
                Gen.Elements("≥9999999999999999999999999999亿人", "0.000000000000000000000000001", "≤-3%",
                    "9999999999999999999999999999亿元").Select(t => (Target?)Target.Parse(t))));
        var indicator =
            from name in Gen.Elements("群众满意度", "投诉率", "经费使用限额", "")
            from level in Gen.Elements("数量指标", "成本指标", "")
            from aim in target
            from achieved in target
            from weight in figure
            from score in figure
            select new Indicator("产出指标", level,
                name)
            { Target = aim, Achieved = achieved, Weight = weight, Score = score, OtherYears = achieved is null ? [] : [new("上年", achieved)] };
        var row =
            from name in Gen.Elements("资金总额", "其中：财政拨款")
            from figures in figure.ArrayOf(5)
            select new ExecutionRow(name) { Budget = figures[0], Executed = figures[1], Rate = figures[2], Weight = figures[3], Score = figures[4] };
        var goal =
            from term in Gen.Elements(GoalTerm.Annual, GoalTerm.LongTerm)
            from weight in figure
            from lines in indicator.ListOf()
            select new Goal(term, "目标", "") { Weight = weight, Indicators = [.. lines] };
        return from rows in row.ListOf()
               from goals in goal.ListOf()
               from total in figure
               from grade in Gen.Elements("优", "不合格", "?", null)
               select new ProjectSelfEvaluation("甲") { Execution = [.. rows], Goals = [.. goals], Total = total, Grade = grade };
    }

    // A form whose scores are the rule's, to the last digit.
    private static Gen<ProjectSelfEvaluation> ScoredForm() =>
        from executed in Gen.Choose(0, 100)
        from lines in (from weight in Gen.Choose(1,
            20)
                       from share in Gen.Choose(0,
                12)
                       select SelfEvaluations.Line("产出指标", "数量指标", "甲", "≥10次", $"{share}次", weight, Math.Min(weight, weight * share / 10m))).ArrayOf(5)
        let execution = SelfEvaluations.Row("总额", 100m, executed, $"{executed}%", 20m, 20m * executed / 100m)
        select new ProjectSelfEvaluation("甲")
        {
            Execution = [execution],
            Goals = [new Goal(GoalTerm.Annual, "", "") { Indicators = [.. lines] }],
            Total = SelfEvaluations.Points(execution.Score!.Value.Value + lines.Sum(l => l.Score!.Value.Value)),
        };

    private static SelfEvaluation Form(string name) => (SelfEvaluation)typeof(SelfEvaluations).GetProperty(name)!.GetValue(null)!;
}
