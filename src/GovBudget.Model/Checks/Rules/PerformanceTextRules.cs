using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Checks;

/// <summary>Performance forms against what words say of them: money evaluated, budgets of past years.</summary>
internal static partial class PerformanceTextRules
{
    public static IEnumerable<Rule> All =>
    [
        new("performance.evaluated-funds", RuleCategory.CrossTable, Severity.Warning, "文字所称自评项目涉及资金＝公开的项目绩效自评表资金之和",
            "the money that the text says was evaluated is that of the published self-evaluations", "预算绩效情况说明与项目绩效自评表", EvaluatedFunds),
        new("performance.past-years", RuleCategory.CrossTable, Severity.Warning, "各项目往年预算之和不大于整体绩效目标表同类支出的往年数",
            "past budgets of the projects are not above those of their kind in the department's goal table", "整体绩效目标表与项目绩效目标表", PastYears),
    ];

    private static void EvaluatedFunds(RuleRun run)
    {
        var forms = run.Index.Document.Performance.OfType<ProjectSelfEvaluation>().ToList();
        if (forms.Count == 0) return;
        foreach (var place in run.Index.Text.Claims)
        {
            if (place.Section.Kind != SectionKind.Performance || place.Claim is not AmountClaim { Subject: { Quantity: BudgetQuantity.Other } subject } claim
                || !subject.Name.StartsWith("涉及", StringComparison.Ordinal) || NarrativeIndex.Money(claim.Amount) is not { } amount) continue;
            var counts = place.Sentence.Claims.OfType<CountClaim>()
                .Where(c => c.Span.Start < claim.Span.Start
                    && c.Subject.Name.Contains("项目", StringComparison.Ordinal)
                    && c.Subject.Name.Contains("自评", StringComparison.Ordinal))
                .ToList();
            if (counts is not [var count]) continue;
            if (count.Count.Value != forms.Count)
            {
                run.Skip("公开的项目绩效自评表不是全部自评项目");
                continue;
            }
            List<Amount[]> readings = [Totals(r => r.Budget), Totals(r => r.InitialBudget), Totals(r => r.Executed), Totals(r => r.RequestedBudget)];
            readings.RemoveAll(r => r.Length < forms.Count);
            if (readings.Count == 0) run.Skip("项目绩效自评表没有资金");
            else if (readings.Exists(r => Math.Abs(r.Sum(a => a.Yuan) - amount.Yuan) <= amount.HalfStep + r.Sum(a => a.HalfStep))) run.Hold();
            else
            {
                var sum = Report.Number(readings[0].Sum(a => a.In(amount.Unit).Value));
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, subject.Name, $"自评项目涉及资金 {amount}，公开的 {forms.Count} 张项目绩效自评表共 {sum}",
                        $"the text says {amount} were evaluated, the forms add up to {sum}", sum, amount.Format(), unit: amount.Unit));
            }
        }

        Amount[] Totals(Func<ExecutionRow, Amount?> of) =>
            [.. forms.Select(f => f.ExecutionTotal is { } row ? of(row) : null).OfType<Amount>().Where(a => a.Unit.IsMoney)];
    }

    /// <summary>Kinds of spending that this year are just the projects with goal tables; their past years are stated once in figures and once in each project's
    /// words.</summary>
    private static void PastYears(RuleRun run)
    {
        var forms = run.Index.Document.Performance;
        var projects = forms.OfType<ProjectGoals>().ToList();
        for (var at = 0; at < forms.Count; at++)
        {
            if (forms[at] is not DepartmentGoals goals || projects.Count == 0 || projects.Exists(p => p.YearBudget is null)) continue;
            var total = projects.Sum(p => p.YearBudget!.Value.Value);
            foreach (var line in goals.Funds.Where(l => (l.Name.Contains("项目", StringComparison.Ordinal) || l.Group.Contains("项目", StringComparison.Ordinal))
                && l.Amount is { } a
                && a.Value == total
                && a.Unit == Unit.WanYuan
                && l.OtherYears.Count > 0
                && projects.TrueForAll(p => p.YearBudget!.Value.Unit is var u && (u == Unit.WanYuan || u == Unit.None))))
            {
                foreach (var year in line.OtherYears)
                {
                    if (year.Amount is not { } printed
                        || !int.TryParse(year.Label.TrimEnd('年', '度'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                        continue;
                    var past = projects.ConvertAll(p => PastBudget(p.BudgetHistory, number));
                    if (past.Exists(p => p is null))
                    {
                        run.Skip("有的项目没有说明往年预算");
                        continue;
                    }
                    var sum = past.Sum(p => p!.Value);
                    if (sum <= printed.Value + (0.01m * (projects.Count + 1))) run.Hold();
                    else
                    {
                        var (kind, terms) = (forms[at].KindName, string.Join("+", past.Select(p => Report.Number(p!.Value))));
                        run.Record(Verdict.Violated, kind, $"{line.Name}/{year.Label}",
                            $"{PerformanceRules.NameOf(goals)}{line.Name} {year.Label}为 {printed.Format()}，同类项目的绩效目标表写 {number} 年预算共 {terms} = {Report.Number(sum)}", $"{kind}: {line.Name} {year.Label} {printed.Format()}, the projects state {terms} = {Report.Number(sum)}",
                            Report.Number(sum), printed.Format(), PerformanceRules.PlaceOf(run, at, ""));
                    }
                }
            }
        }
    }

    /// <summary>The budget of that year in a project's history, in 万元: the first amount said of it, and where that is the level's own budget only, the
    /// transfers
    /// from above said with it; null where none is.</summary>
    private static decimal? PastBudget(string? history, int year)
    {
        foreach (Match match in YearBudget().Matches(Label.Squeeze(history)))
        {
            if (match.Groups["year"].Value == year.ToString(CultureInfo.InvariantCulture) && Number(match.Groups["budget"]) is { } budget)
                return budget + (Number(match.Groups["transfer"]) ?? 0);
        }
        return null;

        static decimal? Number(Group group) =>
            decimal.TryParse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    [GeneratedRegex(
        @"(?<year>20\d\d)年(?:[^\d；;。]{0,8}[省市区县旗本]级预算[^\d；;。，]{0,4}(?<budget>\d{1,8}(?:\.\d{1,6})?)万元?[^\d；;。]{0,4}上级[^\d；;。]{0,10}?(?<transfer>\d{1,8}(?:\.\d{1,6})?)万"
        + @"|[^\d；;。]{0,12}预算[^\d；;。，]{0,4}(?<budget>\d{1,8}(?:\.\d{1,6})?)万)")]
    private static partial Regex YearBudget();
}
