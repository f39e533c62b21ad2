namespace GovBudget.Model.Tests.Performance;

/// <summary>Self-evaluations as they were published, typed in by hand: the rebuilt documents 000, 002 and 004.</summary>
internal static class SelfEvaluations
{
    private const string HubeiNotes = "定量指标计分原则：正向指标(即目标值为≥X,得分=权重*B/A)，反向指标(即目标值为≤X，得分=权重*A/B)，得分不得突破权重总额。";

    public static DepartmentSelfEvaluation Department000 => new("武汉市硚口区医疗保障局")
    {
        Year = 2023,
        Notes = HubeiNotes,
        BasicTotal = Amount.OfYuan(1_855_514.37m),
        ProjectTotal = Amount.OfYuan(511_604.8m),
        Execution = [Row("部门整体支出总额", 225.79m, 236.71m, "105%", 20m, 20m)],
        Goals =
        [
            Goal(20m, Line("成本指标", "社会成本指标", "医保经办机构办公场所整体搬迁", "完成", "完成", null, 20m)),
            Goal(20m, Line("产出指标", "质量指标", "低收入人群医疗救助率", "应保尽保", "应保尽保", null, 20m)),
            Goal(20m, Line("产出指标", "质量指标", "基金监管检查完成率", "≥90%", "≥90%", null, 20m)),
            Goal(20m, Line("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "≥90%", null, 20m)),
        ],
        Total = Points(100m),
    };

    public static ProjectSelfEvaluation Insurance000 => new("医疗保障经费")
    {
        Notes = HubeiNotes,
        Execution = [Row("年度财政资金总额", 32.95m, 30.06m, "91%", 20m, 18m)],
        Goals =
        [
            Goal(20m, Line("产出指标", "质量指标", "低收入人群医疗救助", "应保尽保", "应保尽保", null, null)),
            Goal(20m, Line("产出指标", "质量指标", "基金监管检查完成率", "≥90%", "≥90%", null, null)),
            Goal(20m, Line("产出指标", "质量指标", "医保政策宣传覆盖率", "≥90%", "≥90%", null, null)),
            Goal(20m, Line("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "≥90%", null, null)),
        ],
        Total = Points(98m),
    };

    public static ProjectSelfEvaluation Offices000 => new("医保经办机构办公场所经费")
    {
        Notes = HubeiNotes,
        Categories = [new("项目属性", [new("持续性项目", false), new("新增性项目", true)])],
        Execution = [Row("年度财政资金总额", 0m, 21.1m, "100%", 20m, 20m)],
        Goals =
        [
            Goal(20m, Line("成本指标", "社会成本指标", "区级医保经办机构办公场所整体搬迁", "完成", "完成", null, 20m)),
            Goal(20m, Line("产出指标", "数量指标", "接待人数", ">5000人", ">5000人", null, 20m)),
            Goal(20m, Line("产出指标", "质量指标", "便民服务设施完善", ">90%", ">90%", null, 20m)),
            Goal(20m, Line("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "≥90%", null, 20m)),
        ],
        Total = Points(100m),
    };

    public static ProjectSelfEvaluation Subsidy002 => new("城乡居民医疗保险补助")
    {
        Year = 2023,
        Execution =
        [
            Row("资金总额:", 192m, 114.048m, "59.4", 10m, 5.94m),
            Row("市、县、区财政资金", 192m, 114.048m, "59.40", null, 5.94m),
        ],
        Goals =
        [
            new Goal(GoalTerm.Annual, "", "")
            {
                Indicators =
                [
                    Line("产出指标", "数量指标", "城乡居民医疗保险补助人次", "=30000", "=17820", 20m, 20m),
                    Line("产出指标", "质量指标", "城乡居民医疗保险补助标准", "=64元", "=64元", 10m, 10m),
                    Line("产出指标", "时效指标", "城乡居民医疗保险补助覆盖率", "=100%", "=100%", 10m, 10m),
                    Line("产出指标", "成本指标", "城乡居民医疗保险补助总额", "=1920000", "=1140480", 10m, 10m),
                    Line("效益指标", "经济效益指标", "全面保障城乡居民医疗保险补助", "成效明显", "达成预期指标", 10m, 10m),
                    Line("效益指标", "社会效益指标", "城乡居民医疗保险补助覆盖范围", "=100%", "=100%", 10m, 10m),
                    Line("效益指标", "生态效益指标", "对健全城乡居民医疗保险补助体系", "成效明显", "达成预期指标", 10m, 10m),
                    Line("满意度指标", "服务对象满意度指标", "城乡居民对医疗保险补助的满意度", "=100%", "=100%", 10m, 10m),
                ],
            },
        ],
        Total = new Amount(95.94m, Unit.None),
        Grade = "优",
    };

    public static DepartmentSelfEvaluation Department004 => new("武昌区医疗保障局")
    {
        Notes = HubeiNotes,
        Execution = [Row("部门整体支出总额", 561.69m, 544.54m, "96.95%", 20m, 19.39m)],
        Goals =
        [
            Goal(10m,
                Line("产出指标", "数量指标", "对辖区医保两定机构开展专项检查", "100%", "100%", null, 5m),
                Line("产出指标", "数量指标", "打击欺诈骗保集中宣传", "1次", "1次", null, 5m)),
            Goal(10m,
                Line("产出指标", "质量指标", "及时审批", "按规定按时完成审批", "按规定按时完成审批", null, null) with { ScoreText = "得分" },
                Line("效益指标", "社会效益指标", "符合条件的困难群众应救必救", "100%", "100%", null, 10m)),
        ],
        Total = Points(20m),
    };

    public static ProjectSelfEvaluation Supervision004 => new("医疗监管")
    {
        Notes = HubeiNotes,
        Execution = [Row("年度财政资金总额", 63.8m, 55.29m, "86.67%", 20m, 17.3m)],
        Goals = [Goal(80m, Line("产出指标", "数量指标", "依法对全区医保两定机构使用医保资金情况进行监管", "100%", "100%", null, 100m))],
        Total = Points(100m),
    };

    public static ProjectSelfEvaluation Relief004 => new("医疗救助专项")
    {
        Notes = HubeiNotes,
        Execution = [Row("年度财政资金总额", 300m, 289m, "96.33%", 20m, 19.27m)],
        Goals =
        [
            Goal(80m, Line("产出指标", "时效指标", "及时报销", "困难群众看病自付合规费用按政策及时报销", "保险公司为参保困难群众发生的政策内费用及时报销", null, 100m)),
        ],
        Total = Points(100m),
    };

    public static Indicator Line(string level1, string level2, string name, string target, string? achieved, decimal? weight,
        decimal? score) => new(level1, level2, name)
        {
            Target = Target.Parse(target),
            Achieved = achieved is null ? null : Target.Parse(achieved),
            Weight = weight is { } w ? Points(w) : null,
            Score = score is { } s ? Points(s) : null,
        };

    public static Goal Goal(decimal weight,
        params ReadOnlySpan<Indicator> indicators) => new(GoalTerm.Annual, "年度目标", "") { Weight = Points(weight), Indicators = [.. indicators] };

    public static ExecutionRow Row(string name, decimal budget, decimal executed, string rate, decimal? weight, decimal? score) => new(name)
    {
        Budget = Amount.OfWan(budget),
        Executed = Amount.OfWan(executed),
        Rate = Amount.Parse(rate),
        Weight = weight is { } w ? Points(w) : null,
        Score = score is { } s ? Points(s) : null,
    };

    public static Amount Points(decimal value) => new(value, Unit.None);
}
