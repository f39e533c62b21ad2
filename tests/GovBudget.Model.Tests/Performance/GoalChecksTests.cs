namespace GovBudget.Model.Tests.Performance;

public sealed class GoalChecksTests
{
    [Fact]
    public void Finds_where_goal_tables_contradict_each_other()
    {
        var found = GoalChecks.Compare([Department, Project]).Select(r => (r.Check, r.Message)).ToArray();
        Assert.Equal(
        [
            (PerformanceCheck.SameIndicatorLevel, "打击骗保/年度/产出指标/数量指标/抽查完成率 列“数量指标”，打击骗保/长期/产出指标/质量指标/抽查完成率 列“质量指标”"),
            (PerformanceCheck.SameIndicatorLevel, "局/年度/产出指标/质量指标/抽查完成率 列“质量指标”，打击骗保/年度/产出指标/数量指标/抽查完成率 列“数量指标”"),
            (PerformanceCheck.AnnualNotBelowLongTerm, "局/年度/满意度指标/群众满意度 为“≥90%”，局/长期/满意度指标/群众满意度 为“≥95%”"),
            (PerformanceCheck.SameIndicatorTarget, "局/长期/满意度指标/群众满意度 为“≥95%”，打击骗保/长期/满意度指标/服务对象满意度指标/群众满意度 为“≥90%”"),
            (PerformanceCheck.SameIndicatorOtherYears, "2022年：局/年度/满意度指标/群众满意度 为“96%”，打击骗保/年度/满意度指标/服务对象满意度指标/群众满意度 为“98%”"),
            (PerformanceCheck.SameIndicatorOtherYears, "2023年：局/年度/满意度指标/群众满意度 为“96%”，打击骗保/年度/满意度指标/服务对象满意度指标/群众满意度 为“98%”"),
            (PerformanceCheck.WholeNotBelowPart, "2023年：局/年度/产出指标/数量指标/宣传次数 为“5次”，打击骗保/年度/产出指标/数量指标/宣传次数 为“8次”"),
        ],
        found);
    }

    [Fact]
    public void Says_nothing_of_tables_that_agree()
    {
        var same = new Goal(GoalTerm.Annual, "",
            "")
        { Indicators = [Line("产出指标", "数量指标", "宣传次数", "≥2次", "3次"), Line("满意度指标", "满意度指标", "群众满意度", "≥90%", "98%")] };
        Assert.Empty(GoalChecks.Compare([Department with { Goals = [same] }, Project with { Goals = [same] }]));
        Assert.Empty(GoalChecks.Compare([Project, Project with { Subject = "另一项目", Goals = [same] }])
            .Where(r => r.Check == PerformanceCheck.SameIndicatorTarget)
            .ToArray());
    }

    private static DepartmentGoals Department => new("局")
    {
        Goals =
        [
            new Goal(GoalTerm.LongTerm, "长期目标1", "")
            {
                Indicators = [Line("产出指标", "质量指标", "抽查完成率", "100%"), Line("", "满意度指标", "群众满意度", "≥95%")],
            },
            new Goal(GoalTerm.Annual, "年度目标", "")
            {
                Indicators =
                [
                    Line("产出指标", "数量指标", "宣传次数", "≥5次", "5次", "5次"),
                    Line("产出指标", "质量指标", "抽查完成率", "100%", "100%", "100%"),
                    Line("", "满意度指标", "群众满意度", "≥90%", "96%", "96%"),
                ],
            },
        ],
    };

    private static ProjectGoals Project => new("打击骗保")
    {
        Goals =
        [
            new Goal(GoalTerm.LongTerm, "长期绩效目标", "")
            {
                Indicators = [Line("产出指标", "数量指标", "宣传次数", "≥2次"), Line("产出指标", "质量指标", "抽查完成率", "1"), Line("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%")],
            },
            new Goal(GoalTerm.Annual, "年度绩效目标", "")
            {
                Indicators =
                [
                    Line("产出指标", "数量指标", "宣传次数", "≥2次", "3次", "8次"),
                    Line("产出指标", "数量指标", "抽查完成率", "100%", "100%", "100%"),
                    Line("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "98%", "98%"),
                ],
            },
        ],
    };

    private static Indicator Line(string level1, string level2, string name, string target,
        params string[] years) => SelfEvaluations.Line(level1, level2, name, target, null, null, null) with
        {
            OtherYears = [.. years.Select((y, i) => new YearValue($"{2022 + i}年", Target.Parse(y)))],
        };
}
