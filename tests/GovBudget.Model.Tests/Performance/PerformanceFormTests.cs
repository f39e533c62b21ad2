namespace GovBudget.Model.Tests.Performance;

public sealed class PerformanceFormTests
{
    [Fact]
    public void Forms_are_equal_when_all_parts_are()
    {
        Assert.Equal(SelfEvaluations.Subsidy002, SelfEvaluations.Subsidy002);
        Assert.Equal(SelfEvaluations.Offices000.GetHashCode(), SelfEvaluations.Offices000.GetHashCode());
        Assert.NotEqual(SelfEvaluations.Subsidy002, SelfEvaluations.Subsidy002 with { Grade = "良" });
        var goal = SelfEvaluations.Department004.Goals[1];
        Assert.NotEqual(goal, goal with { Indicators = [goal.Indicators[0] with { ScoreText = null }, goal.Indicators[1]] });
    }

    [Fact]
    public void Forms_have_their_official_names()
    {
        Assert.Equal("整体绩效目标表", new DepartmentGoals("局").KindName);
        Assert.Equal("项目绩效目标表", new ProjectGoals("甲").KindName);
        Assert.Equal("整体绩效自评表", new DepartmentSelfEvaluation("局").KindName);
        Assert.Equal("项目绩效自评表", new ProjectSelfEvaluation("甲").KindName);
    }

    [Fact]
    public void An_only_indicator_has_its_goal_s_points()
    {
        var (only, shared) = (SelfEvaluations.Supervision004.Goals[0], SelfEvaluations.Department004.Goals[0]);
        Assert.Equal(80m, only.WeightOf(only.Indicators[0])!.Value.Value);
        Assert.Null(shared.WeightOf(shared.Indicators[0]));
        Assert.Equal(["新增性项目"], SelfEvaluations.Offices000.Categories[0].Ticked);
        Assert.Equal("资金总额:", SelfEvaluations.Subsidy002.ExecutionTotal!.Name);
        Assert.Equal(8, SelfEvaluations.Subsidy002.Indicators.Count());
    }

    [Fact]
    public void An_adjusted_target_is_the_one_that_counts()
    {
        var line = SelfEvaluations.Line("产出指标", "数量指标", "甲", "≥10次", "5次", 10m, 10m) with { AdjustedTarget = Target.Parse("≥5次") };
        var form = new ProjectSelfEvaluation("甲") { Goals = [new Goal(GoalTerm.Annual, "", "") { Indicators = [line] }] };
        Assert.Equal(10m, ScoringRule.National.Evaluate(form).Points);
    }
}
