using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>Performance forms (绩效目标表, 绩效自评表): the arithmetic and wording of each, and of goal tables against each other.</summary>
internal static class PerformanceRules
{
    private const string Scoring = "绩效自评表备注；财政部《项目支出绩效评价管理办法》（财预〔2020〕10号）";
    private const string Goals = "绩效目标表；财政部《中央部门预算绩效目标管理办法》（财预〔2015〕88号）";

    public static IEnumerable<Rule> All =>
    [
        Evaluation("performance.weights-sum", RuleCategory.Arithmetic, Severity.Error, PerformanceCheck.WeightsSum, "绩效自评表各项分值合计为100",
            "the points of a self-evaluation add up to 100"),
        Evaluation("performance.score-within-weight", RuleCategory.Logic, Severity.Error, PerformanceCheck.ScoreWithinWeight, "绩效自评表得分不超过分值",
            "no score is above its points"),
        Evaluation("performance.score-by-rule", RuleCategory.Logic, Severity.Warning, PerformanceCheck.ScoreByRule, "绩效自评表得分符合计分规则",
            "scores follow the form's scoring rule"),
        Evaluation("performance.total", RuleCategory.Arithmetic, Severity.Error, PerformanceCheck.Total, "绩效自评表总分等于各项得分之和",
            "the total is the sum of the scores"),
        Evaluation("performance.execution-rate", RuleCategory.Arithmetic, Severity.Error, PerformanceCheck.ExecutionRate, "绩效自评表执行率＝执行数÷预算数",
            "execution rate = executed / budget"),
        Evaluation("performance.execution-within-budget", RuleCategory.Logic, Severity.Error, PerformanceCheck.ExecutionWithinBudget, "绩效自评表执行数不超过（调整后）预算数",
            "no more is spent than the (adjusted) budget"),
        Evaluation("performance.grade", RuleCategory.Logic, Severity.Error, PerformanceCheck.Grade, "绩效自评等级与总分一致", "the grade is that of the total"),
        Evaluation("performance.missed-target", RuleCategory.Logic, Severity.Warning, PerformanceCheck.FullScoreMissedTarget, "没有达到目标值的指标不得满分",
            "a line that missed its target has not all its points"),
        Evaluation("performance.achieved-figure", RuleCategory.Template, Severity.Warning, PerformanceCheck.AchievedIsFigure, "实际完成值是实际数值，不是重复目标值",
            "what was achieved is a figure, not the target again"),
        Line("performance.target-direction", RuleCategory.Logic, PerformanceCheck.TargetDirection, "指标值的方向（≥、≤）与指标的含义一致",
            "targets go the way their indicator means"),
        Line("performance.percent-sign", RuleCategory.Template, PerformanceCheck.PercentSign, "百分比指标值带%", "rates are printed with %"),
        Between("performance.same-target", PerformanceCheck.SameIndicatorTarget, "部门与项目的同名相对指标目标值一致",
            "a rate has one target in the department's and the project's goals"),
        Between("performance.same-other-years", PerformanceCheck.SameIndicatorOtherYears, "部门与项目的同名相对指标往年值一致",
            "a rate has one value of another year in the department's and the project's goals"),
        Between("performance.same-level", PerformanceCheck.SameIndicatorLevel, "同名指标的二级指标一致", "an indicator stands under one second level"),
        Between("performance.whole-part", PerformanceCheck.WholeNotBelowPart, "部门整体的数量不小于其中一个项目", "a department counts no less than one of its projects"),
        Between("performance.annual-long-term", PerformanceCheck.AnnualNotBelowLongTerm, "年度目标不低于同表的长期目标",
            "an annual target is not below the long-term one of its form"),
    ];

    /// <summary>The place of what a check names in a form: the indicator of that path, else the form.</summary>
    public static Place? PlaceOf(RuleRun run, int form, string where)
    {
        if (run.Index.Reading?.Provenance is not { } provenance) return null;
        var at = 0;
        foreach (var indicator in run.Index.Document.Performance[form].Indicators)
        {
            if (indicator.Path == where) return provenance.OfIndicator(form, at);
            at++;
        }
        return provenance.OfForm(form);
    }

    // The checks between forms name subject, term and path.
    private static Place? PlaceIn(RuleRun run, int form, string where)
    {
        if (run.Index.Reading?.Provenance is not { } provenance) return null;
        var document = run.Index.Document.Performance[form];
        var lines = document.Goals.SelectMany(g => g.Indicators.Select(i => $"{document.Subject}/{(g.Term == GoalTerm.Annual ? "年度" : "长期")}/{i.Path}")).ToList();
        return lines.IndexOf(where) is var at and >= 0 ? provenance.OfIndicator(form, at) : provenance.OfForm(form);
    }

    /// <summary>What a form is called in messages: its title and subject.</summary>
    public static string NameOf(PerformanceForm form) => form.Subject.Length == 0 ? form.KindName : $"{form.KindName}“{form.Subject}”";

    private static Rule Evaluation(string id, RuleCategory category, Severity severity, PerformanceCheck check, string title, string english) =>
        new(id, category, severity, title, english, Scoring, run =>
        {
            for (var f = 0; f < run.Index.Document.Performance.Count; f++)
            {
                if (run.Index.Document.Performance[f] is not SelfEvaluation form) continue;
                var results = PerformanceChecks.Check(form, ScoringRule.For(form)).ToList();
                foreach (var result in results.Where(r => r.Check == check))
                {
                    if (check == PerformanceCheck.ScoreByRule && IsReportedElsewhere(result, results)) continue;
                    Report(run, f, result, english);
                }
            }
        });

    // A score above its points, or full where the target was missed, is one mistake, not two.
    private static bool IsReportedElsewhere(PerformanceResult result, List<PerformanceResult> results) => result.Verdict == PerformanceVerdict.Violated
        && results.Exists(r => r.Check is PerformanceCheck.ScoreWithinWeight or PerformanceCheck.FullScoreMissedTarget
            && r.Where == result.Where
            && r.Verdict == PerformanceVerdict.Violated);

    private static Rule Line(string id, RuleCategory category, PerformanceCheck check, string title, string english) =>
        new(id, category, Severity.Warning, title, english, Goals, run =>
        {
            for (var f = 0; f < run.Index.Document.Performance.Count; f++)
            {
                foreach (var goal in run.Index.Document.Performance[f].Goals)
                {
                    foreach (var indicator in goal.Indicators)
                    {
                        foreach (var result in IndicatorChecks.Check(indicator, goal.WeightOf(indicator)).Where(r => r.Check == check))
                            Report(run, f, result, english);
                    }
                }
            }
        });

    private static Rule Between(string id, PerformanceCheck check, string title, string english) =>
        new(id, RuleCategory.CrossTable, Severity.Warning, title, english, Goals, run =>
        {
            var forms = run.Index.Document.Performance;
            var found = GoalChecks.Compare(forms).Where(r => r.Check == check).ToList();
            // Which pairs were compared is not told: the rule holds for forms that name no contradiction.
            if (found.Count == 0 && forms.Any(f => f is DepartmentGoals or ProjectGoals)) run.Hold();
            foreach (var result in found)
            {
                var at = Enumerable.Range(0, forms.Count).FirstOrDefault(f => result.Where.StartsWith(forms[f].Subject + "/", StringComparison.Ordinal));
                var form = forms[at];
                run.Record(
                    Verdict.Violated, form.KindName, result.Where, result.Message, $"{form.KindName}: expected that {english}; {result.EnglishMessage}", null,
                    result.Actual?.ToString(), PlaceIn(run, at, result.Where));
            }
        });

    private static void Report(RuleRun run, int form, PerformanceResult result, string english)
    {
        var verdict = result.Verdict switch
        {
            PerformanceVerdict.Exact => Verdict.Exact,
            // Words leave a range, and printed scores are rounded: only a rate has a figure it should be.
            PerformanceVerdict.Rounded =>
                (result.Check == PerformanceCheck.ExecutionRate && !IsRight(result)) || IsWholeScore(result) ? Verdict.Rounded : Verdict.Exact,
            PerformanceVerdict.Violated => Verdict.Violated,
            _ => Verdict.NotEvaluated,
        };
        var document = run.Index.Document.Performance[form];
        run.Record(
            verdict,
            document.KindName,
            $"{document.Subject}{(document.Subject.Length > 0 ? "/" : "")}{result.Where}",
            verdict == Verdict.NotEvaluated ? result.Reason : $"{NameOf(document)}{result.Where}：{result.Message}",
            $"{document.KindName} {document.Subject} {result.Where}: expected that {english}; {result.EnglishMessage}",
            Expected(result),
            result.Actual?.ToString(),
            PlaceOf(run, form, result.Where));
    }

    // 96.9467% printed as 96.95%: no difference but that of printing.
    private static bool IsRight(PerformanceResult result)
    {
        if (result is not { Expected: { } range, Actual: { } printed }) return false;
        var rate = (range.Low + range.High) / 2;
        return Rounds(rate * 100) || (printed.Unit == Unit.None && Rounds(rate));

        bool Rounds(decimal value) => Math.Round(value, Math.Min(printed.Decimals, 20), MidpointRounding.AwayFromZero) == printed.Value;
    }

    // 18 of 20 × 91.23% = 18.25: two decimals are usual for the one score that is a quotient.
    private static bool IsWholeScore(PerformanceResult result) =>
        result is { Check: PerformanceCheck.ScoreByRule, Where: "预算执行情况", Expected: { } range, Actual: { Decimals: 0 } printed }
        && Math.Abs(((range.Low + range.High) / 2) - printed.Value) >= 0.01m;

    private static string? Expected(PerformanceResult result)
    {
        if (result.Expected is not { } range) return null;
        if (result.Check != PerformanceCheck.ExecutionRate && range.High - range.Low < 0.01m) return Show((range.Low + range.High) / 2, 2);
        if (result.Check != PerformanceCheck.ExecutionRate) return $"{Show(range.Low, 4)}～{Show(range.High, 4)}";
        return Show((range.Low + range.High) / 2 * 100, result.Actual?.Decimals ?? 2) + "%";
    }

    private static string Show(decimal value,
        int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("0.############", CultureInfo.InvariantCulture);
}
