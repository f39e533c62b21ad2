using System.Globalization;
using System.Text.RegularExpressions;
using GovBudget.Model.Forms;

namespace GovBudget.Model.Checks;

/// <summary>Projects of the forms against the table of projects, the text and the accounts.</summary>
internal static partial class PerformanceFormRules
{
    private static IEnumerable<(int At, string Code, string Name, Amount? Year, StatementLine? Line)> Matched(RuleRun run)
    {
        var lines = run.Index.Document.Statements.OfType<ProjectStatement>()
            .SelectMany(s => s.AllLines)
            .Where(l => l.Code is { Length: > 5 } && l.Label.Length > 0)
            .ToList();
        if (lines.Count == 0) yield break;
        foreach (var (at, form) in Of<ProjectGoals>(run))
        {
            var named = lines.Where(l => Label.Same(l.Label, form.Subject)).ToList();
            // A name spelt otherwise, and the only project of that size.
            if (named.Count == 0 && form.YearBudget is { } year)
                named = lines.Where(l => l.Figures[Column.Total.Path] is { } total && SameSize(year, total)).ToList();
            var line = named.Count == 1 ? named[0] : null;
            yield return (at, line?.Code ?? "", form.Subject, form.YearBudget, line);
        }
    }

    /// <summary>Whether both print one size; a figure without unit may be in 元, 万元 or the other's unit.</summary>
    private static bool SameSize(Amount bare, Amount other)
    {
        if (!other.Unit.IsMoney) return bare.Value == other.Value;
        Unit[] units = bare.Unit.IsMoney ? [bare.Unit] : [other.Unit, Unit.Yuan, Unit.WanYuan];
        return units.Any(unit => AmountInterval.Of(new Amount(bare.Value, unit)).Meets(AmountInterval.Of(other)));
    }

    private static void Codes(RuleRun run)
    {
        foreach (var (at, code, _, _, line) in Matched(run))
        {
            var form = (ProjectGoals)run.Index.Document.Performance[at];
            if (line is null) run.Skip("项目支出表没有同名项目");
            else if (form.ProjectCode is { } printed && Label.Fold(printed) == Label.Fold(code)) run.Hold();
            else if (form.ProjectCode is null)
                Violate(run, at, "项目代码", $"项目代码没有填写，项目支出表印有 {code} {line.Label}", $"the code is blank, the project table prints {code}", code, "（空）");
            else
                Violate(run, at, "项目代码", $"项目代码为 {form.ProjectCode}，项目支出表为 {code} {line.Label}",
                    $"the code is {form.ProjectCode}, the project table prints {code}", code, form.ProjectCode);
        }
    }

    private static void ProjectNames(RuleRun run)
    {
        foreach (var (at, code, name, _, line) in Matched(run))
        {
            if (line is null) run.Skip("项目支出表没有同名项目，也没有唯一的同额项目");
            else if (Label.Same(line.Label, name)) run.Hold();
            else
                Violate(run, at, "项目名称", $"项目支出表 {code} 同额项目称“{line.Label}”", $"the project of that amount in the project table is {line.Label}",
                    line.Label, name);
        }
    }

    private static void Amounts(RuleRun run)
    {
        foreach (var (at, _, _, year, line) in Matched(run))
        {
            if (line?.Figures[Column.Total.Path] is not { } total || year is not { } budget) run.Skip("没有填写当年预算，或项目支出表没有同名项目");
            else if (SameSize(budget, total)) run.Hold();
            else
                Violate(run, at, "项目当年预算", $"当年预算 {budget}，项目支出表“{line.Label}”合计 {total}", $"the budget is {budget}, the project table prints {total}",
                    total.ToString(), budget.ToString());
        }
    }

    private static void Categories(RuleRun run)
    {
        foreach (var (at, form) in Of<DepartmentGoals>(run))
        {
            var kinds = form.Funds.Where(l => CategoryName().IsMatch(l.Name)).ToList();
            var projects = form.Projects.Where(p => p.Category is { Length: > 0 }).ToList();
            if (kinds.Count == 0 || projects.Count == 0) continue;
            var strange = projects.Where(p => !kinds.Exists(k => Label.Fold(k.Name).Contains(Label.Fold(p.Category), StringComparison.Ordinal))).ToList();
            if (strange.Count == 0)
            {
                run.Hold();
                continue;
            }
            var printed = string.Join("、",
                projects.GroupBy(p => p.Category).Select(g => $"{g.Key}{g.Sum(p => p.YearBudget?.Value ?? 0m).ToString(CultureInfo.InvariantCulture)}"));
            var known = string.Join("、", kinds.Select(k => $"{k.Name}{k.Amount?.Format()}"));
            Violate(run, at, "项目类别", $"项目支出情况为 {printed}，支出构成为 {known}，分类名称不一致", $"projects are {printed}, spending is {known}", known, printed);
        }
    }

    private static void Count(RuleRun run)
    {
        var forms = Of<ProjectGoals>(run).Count();
        if (forms == 0) return;
        for (var p = 0; p < run.Index.Document.Paragraphs.Count; p++)
        {
            foreach (Match match in GoalCount().Matches(Label.Fold(run.Index.Document.Paragraphs[p])))
            {
                if (!int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var said)) continue;
                if (said == forms) run.Hold();
                else
                {
                    run.Record(
                        Verdict.Violated, "项目绩效目标表", "项目个数", $"文字称“{match.Value}”，公开的项目绩效目标表有 {forms} 张",
                        $"the text says {said}, there are {forms} project goal tables",
                        forms.ToString(CultureInfo.InvariantCulture), said.ToString(CultureInfo.InvariantCulture),
                        run.Index.Reading?.Provenance.OfParagraph(p));
                }
            }
        }
    }

    private static void Department(RuleRun run)
    {
        foreach (var (at, form) in Of<DepartmentSelfEvaluation>(run))
        {
            var total = run.Index.Document.Expenditure.TotalLine;
            Compare("基本支出总额", form.BasicTotal, total?.Basic);
            Compare("项目支出总额", form.ProjectTotal, total?.Project);

            void Compare(string name, Amount? printed, Amount? accounts)
            {
                if (printed is not { } ours || accounts is not { } theirs) return;
                if (SameSize(ours, theirs)) run.Hold();
                else Violate(run, at, name, $"{ours}，支出决算表为 {theirs}", $"{ours}, the accounts print {theirs}", theirs.ToString(), ours.ToString());
            }
        }
    }
}
