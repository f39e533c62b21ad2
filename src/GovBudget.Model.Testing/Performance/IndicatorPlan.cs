using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>The indicators that goal tables and self-evaluations share: what is aimed at, for how many points, and what comes of it.</summary>
internal static class IndicatorPlan
{
    /// <summary>An indicator that forms print; its points as of 100, the rest being for budget execution.</summary>
    /// <param name="Level1">一级指标.</param>
    /// <param name="Level2">二级指标.</param>
    /// <param name="Name">三级指标; <c>{0}</c> is the project.</param>
    /// <param name="Target">目标值; <c>{0}</c> is a number of times.</param>
    /// <param name="Weight">Points in the national form; Hubei's takes ten off the output.</param>
    private sealed record Line(string Level1, string Level2, string Name, string Target, int Weight);

    private static readonly Line[] Lines =
    [
        new("产出指标", "数量指标", "任务完成数量", "≥{0}次", 20), new("产出指标", "质量指标", "验收合格率", "≥95%", 20), new("产出指标", "时效指标", "任务按时完成率", "=100%", 10),
        new("效益指标", "社会效益指标", "政策知晓率", "≥85%", 20), new("效益指标", "可持续影响指标", "长效机制建设情况", "持续完善", 10),
        new("满意度指标", "服务对象满意度指标", "服务对象满意度", "≥90%", 10),
    ];

    /// <summary>How many times a project does its work.</summary>
    public static int Times(Wording say, int project) => 4 + say.Below(2000 + project, 40);

    /// <summary>The indicators of goals: targets, and what they stood at in the two years before.</summary>
    /// <param name="times">How many times the work is to be done.</param>
    /// <param name="year">The year of the goals.</param>
    public static IEnumerable<Indicator> Goals(int times, int year) => Lines.Select(l => new Indicator(l.Level1, l.Level2, l.Name)
    {
        Target = Target.Parse(string.Format(CultureInfo.InvariantCulture, l.Target, times)),
        OtherYears = l.Name == "服务对象满意度"
            ? [new YearValue($"{Text(year - 2)}年", Target.Parse("91%")), new YearValue($"{Text(year - 1)}年", Target.Parse("93%"))]
            : default,
    });

    /// <summary>The goals of years to come: rates, none of them above those of the year.</summary>
    public static IEnumerable<Indicator> LongTerm() =>
        Lines.Where(l => l.Level2 is "社会效益指标" or "服务对象满意度指标").Select(l => new Indicator(l.Level1, l.Level2, l.Name) { Target = Target.Parse(l.Target) });

    /// <summary>The indicators with what was achieved and the points that the rule gives for it.</summary>
    /// <param name="say">Decides what was achieved.</param>
    /// <param name="project">A number that tells the project from others.</param>
    /// <param name="rule">The rule of the form.</param>
    public static IEnumerable<Indicator> Achieved(Wording say, int project, ScoringRule rule)
    {
        var times = Times(say, project);
        for (var i = 0; i < Lines.Length; i++)
        {
            var line = Lines[i];
            var weight = line.Weight - (i == 0 ? rule.ExecutionWeight - 10m : 0m);
            var target = Target.Parse(string.Format(CultureInfo.InvariantCulture, line.Target, times));
            var missed = say.Below(2100 + (project * 10) + i, 4) == 0;
            var achieved = Target.Parse(line.Level2 switch
            {
                "数量指标" => $"{Text(missed ? times - 1 : times + say.Below(2200 + project, 5))}次",
                "可持续影响指标" => line.Target,
                "时效指标" => missed ? "98%" : "100%",
                _ => missed ? "84%" : $"{Text(96 + say.Below(2300 + project + i, 4))}%",
            });
            yield return new Indicator(line.Level1, line.Level2, line.Name)
            {
                Target = target,
                Achieved = achieved,
                Weight = new Amount(weight, Unit.None),
                Score = Points(
                    rule.Score(target, achieved, weight).Admits is { } admits
                        ? Math.Min(weight, line.Level2 == "可持续影响指标" ? weight : (admits.Low + admits.High) / 2)
                        : weight),
            };
        }
    }

    /// <summary>Points as forms print them: two decimals where there is a fraction.</summary>
    public static Amount Points(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero) is var rounded && rounded == decimal.Truncate(rounded)
        ? new Amount(decimal.Truncate(rounded), Unit.None)
        : new Amount(rounded, Unit.None).RoundTo(2);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
