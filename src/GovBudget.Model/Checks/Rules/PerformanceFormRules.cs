using System.Globalization;
using System.Text.RegularExpressions;
using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>Performance forms against the tables and the text, and what they leave blank.</summary>
internal static partial class PerformanceFormRules
{
    private const string Goals = "绩效目标表；财政部《中央部门预算绩效目标管理办法》（财预〔2015〕88号）";
    private const string Evaluation = "绩效自评表；财政部《项目支出绩效评价管理办法》（财预〔2020〕10号）";

    public static IEnumerable<Rule> All =>
    [
        new("performance.funds-sum", RuleCategory.Arithmetic, Severity.Error, "绩效目标表资金合计＝各项之和（收入构成、支出构成、资金来源、支出明细）",
            "funds and spending of a goal table add up to their total", Goals, Guarded(Sums)),
        new("performance.funds-blank", RuleCategory.Template, Severity.Warning, "绩效目标表资金合计与“其中”项没有漏填", "totals and parts of funds are filled in", Goals,
            Guarded(Blanks)),
        new("performance.funds-section", RuleCategory.Template, Severity.Warning, "项目绩效目标表都有资金来源部分", "all project goal tables have their sources of funds",
            Goals, Guarded(Sections)),
        new("performance.project-code", RuleCategory.Template, Severity.Warning, "项目支出表印有项目编码的，项目绩效目标表填写项目代码",
            "a project with a printed code has it in its goal table", Goals, Guarded(Codes)),
        new("performance.project-name", RuleCategory.CrossTable, Severity.Warning, "项目绩效目标表与项目支出表的项目名称一致",
            "a project has one name in its goal table and the project table", Goals, Guarded(ProjectNames)),
        new("performance.project-amount", RuleCategory.CrossTable, Severity.Error, "项目绩效目标表当年预算＝项目支出表该项目合计",
            "a project's budget in its goal table is that of the project table", Goals, Guarded(Amounts)),
        new("performance.project-category", RuleCategory.Classification, Severity.Warning, "整体绩效目标表的项目类别与支出构成的分类一致",
            "categories of projects are those of the structure of spending", Goals, Guarded(Categories)),
        new("performance.project-count", RuleCategory.CrossTable, Severity.Warning, "文字所称的项目绩效目标个数与公开的项目绩效目标表相符",
            "the text counts as many project goal tables as there are", Goals, Guarded(Count)),
        new("performance.department-amount", RuleCategory.CrossTable, Severity.Error, "整体绩效自评表的基本支出、项目支出与支出决算表一致",
            "basic and project spending of a department's self-evaluation are those of the accounts", Evaluation, Guarded(Department)),
        new("performance.first-level", RuleCategory.Template, Severity.Warning, "指标都印有一级指标", "every indicator has its first level", Goals, Guarded(FirstLevel)),
        new("performance.header-twice", RuleCategory.Template, Severity.Warning, "指标表头只印一行", "the header of indicators is printed once", Goals,
            Guarded(Headers)),
        new("performance.score-words", RuleCategory.Template, Severity.Error, "得分栏填写数字", "scores are numbers", Evaluation, Guarded(ScoreWords)),
        new("performance.explanation", RuleCategory.Template, Severity.Warning, "没有全部执行或没有得满分的，填写原因分析与改进措施",
            "where not all was spent or scored, reasons and remedies are given", Evaluation, Guarded(Explanation)),
        new("performance.stale-year", RuleCategory.Template, Severity.Warning, "年度工作任务的年份已更新", "the year's tasks name this year", Goals, Guarded(StaleYear)),
        new("performance.missing-form", RuleCategory.Completeness, Severity.Warning, "有标题的绩效表有内容", "a performance form that has a title is there", Evaluation,
            Guarded(Missing)),
    ];

    // Figures of 28 digits are read, but cannot be added up.
    private static Action<RuleRun> Guarded(Action<RuleRun> body) => run =>
    {
        try
        {
            body(run);
        }
        catch (OverflowException)
        {
            run.Skip("数字过大，不能计算");
        }
    };

    private static IEnumerable<(int At, T Form)> Of<T>(RuleRun run)
        where T : PerformanceForm
    {
        for (var f = 0; f < run.Index.Document.Performance.Count; f++)
        {
            if (run.Index.Document.Performance[f] is T form) yield return (f, form);
        }
    }

    private static void Violate(RuleRun run, int at, string where, string message, string english, string? expected = null, string? actual = null,
        Verdict verdict = Verdict.Violated)
    {
        var form = run.Index.Document.Performance[at];
        run.Record(verdict, form.KindName, $"{form.Subject}/{where}", $"{PerformanceRules.NameOf(form)}{where}：{message}",
            $"{form.KindName} {form.Subject} {where}: {english}", expected, actual, PerformanceRules.PlaceOf(run, at, where));
    }

    private static IEnumerable<(string Name, GoalFundLine[] Lines)> FundBlocks(PerformanceForm form)
    {
        var (funds, spending) = form switch
        {
            ProjectGoals project => (project.Funds, project.Spending),
            DepartmentGoals goals => (goals.Funds, default(ValueList<GoalFundLine>)),
            _ => (default, default),
        };
        return funds.GroupBy(l => l.Group).Select(g => (g.Key.Length == 0 ? "资金来源" : g.Key, g.ToArray()))
            .Concat(spending.Count == 0 ? [] : [("项目支出明细", spending.ToArray())]);
    }

    private static bool IsTotal(GoalFundLine line) => Label.Fold(Label.Name(line.Name)) is "合计" or "总计" or "资金合计" or "收入合计" or "支出合计";

    // 其中：… and what follows it without an ordinal of its own are parts of the line above.
    private static List<GoalFundLine> Items(GoalFundLine[] lines)
    {
        var numbered = lines.Any(l => Label.HasOrdinal(l.Name));
        return [.. lines.Where(l => !IsTotal(l) && !IsPart(l) && (!numbered || Label.HasOrdinal(l.Name)))];
    }

    private static bool IsPart(GoalFundLine line) => line.Name.StartsWith("其中", StringComparison.Ordinal);

    private static void Sums(RuleRun run)
    {
        foreach (var (at, form) in Of<PerformanceForm>(run))
        {
            foreach (var (name, lines) in FundBlocks(form))
            {
                if (Array.FindAll(lines, IsTotal) is not [var total]) continue;
                var items = Items(lines);
                Sum(run, at, $"{name}/合计", total.Amount, [.. items.Select(i => i.Amount)]);
                foreach (var year in total.OtherYears)
                    Sum(run, at, $"{name}/{year.Label}/合计", year.Amount,
                        [.. items.Select(i => i.OtherYears.FirstOrDefault(y => y.Label == year.Label)?.Amount)]);
            }
        }
    }

    private static void Sum(RuleRun run, int at, string where, Amount? total, Amount?[] items)
    {
        if (total is not { } printed || items.All(i => i is null)) return;
        var terms = items.OfType<Amount>().ToList();
        if (terms.Exists(t => t.Unit != printed.Unit))
        {
            run.Skip("单位不同，不能合计");
            return;
        }
        var sum = terms.Sum(t => t.Value);
        var bound = printed.Decimals == 0 && terms.TrueForAll(t => t.Decimals == 0) ? 0m : (Half(printed) + terms.Sum(Half));
        var gap = Math.Abs(printed.Value - sum);
        var text = $"{string.Join(" + ", terms.Select(t => t.Format()))} = {sum.ToString(CultureInfo.InvariantCulture)}，印 {printed.Format()}";
        if (gap == 0) run.Hold();
        else
            Violate(run, at, where, text, text, sum.ToString(CultureInfo.InvariantCulture), printed.Format(),
                gap <= bound ? Verdict.Rounded : Verdict.Violated);

        static decimal Half(Amount amount) => 0.5m * new decimal(1, 0, 0, false, (byte)amount.Decimals);
    }

    private static void Blanks(RuleRun run)
    {
        foreach (var (at, form) in Of<PerformanceForm>(run))
        {
            foreach (var (name, lines) in FundBlocks(form))
            {
                var items = Items(lines);
                foreach (var total in lines.Where(IsTotal))
                {
                    if (total.Amount is not null || items.Count == 0) continue;
                    if (items.TrueForAll(i => i.Amount is null)) continue;
                    var sum = items.Sum(i => i.Amount?.Value ?? 0m).ToString(CultureInfo.InvariantCulture);
                    Violate(run, at, $"{name}/合计", $"合计没有填写，明细之和为 {sum}", $"the total is blank, its items add up to {sum}", sum, "（空）");
                }
                for (var i = 0; i + 1 < lines.Length; i++)
                {
                    if (IsPart(lines[i]) || IsTotal(lines[i]) || !IsPart(lines[i + 1]) || lines[i].Amount is not { Value: not 0 } whole) continue;
                    var parts = lines.Skip(i + 1).TakeWhile((l, n) => n == 0 || (!Label.HasOrdinal(l.Name) && !IsTotal(l))).ToList();
                    if (parts.TrueForAll(p => p.Amount is null))
                        Violate(run, at, $"{name}/{lines[i + 1].Name}", $"“{lines[i].Name}”为 {whole.Format()}，“{lines[i + 1].Name}”没有填写",
                            "the part is blank though its whole is not", whole.Format(), "（空）");
                    else run.Hold();
                }
                if (lines.Any(l => IsTotal(l) && l.Amount is not null)) run.Hold();
            }
        }
    }

    private static void Sections(RuleRun run)
    {
        var projects = Of<ProjectGoals>(run).ToList();
        if (projects.Count < 2 || projects.TrueForAll(p => p.Form.Funds.Count == 0)) return;
        foreach (var (at, form) in projects)
        {
            if (form.Funds.Count > 0) run.Hold();
            else Violate(run, at, "项目资金来源", "没有“项目资金来源”部分，其他项目绩效目标表有", "the sources of funds are missing, other projects have them", "资金来源项目表", "（无）");
        }
    }

    private static void FirstLevel(RuleRun run)
    {
        foreach (var (at, form) in Of<PerformanceForm>(run))
        {
            foreach (var goal in form.Goals.Where(g => g.Indicators.Any(i => i.Level1.Length > 0)))
            {
                var lacking = goal.Indicators.Where(i => i.Level1.Length == 0 && i.Level2.Length > 0).ToList();
                if (lacking.Count == 0)
                {
                    run.Hold();
                    continue;
                }
                var names = string.Join("、", lacking.Select(i => i.Level2));
                Violate(run, at, lacking[0].Path, $"{names}没有印一级指标", $"{names} have no first level", null, "（空）");
            }
        }
    }

    private static void Headers(RuleRun run)
    {
        if (run.Index.Reading is not { } reading || run.Index.Document.Performance.Count == 0) return;
        foreach (var grid in reading.Layout.Blocks.OfType<Grid>())
        {
            var matrix = GridMatrix.Of(grid);
            var before = false;
            for (var r = 0; r < matrix.RowCount; r++)
            {
                var cells = matrix.Filled(r).Where(c => matrix.BeginsIn(c, r)).ToList();
                var header = PerformanceLabels.IsIndicatorHeader(cells.Select(c => c.Text));
                if (header && before && cells[^1].Place.Page == matrix.PlaceOf(r - 1).Page)
                {
                    var (above, below) = (matrix.Filled(r - 1).Last().Text, cells[^1].Text);
                    run.Record(
                        Verdict.Violated, "绩效目标表", "表头", Label.Same(above, below) ? "指标表头印了两行" : $"指标表头印了两行，末列名称不同：“{above}”与“{below}”",
                        "the header of indicators is printed twice", "一行表头", "两行表头", cells[0].Place);
                }
                else if (header) run.Hold();
                before = header;
            }
        }
    }

    private static void ScoreWords(RuleRun run)
    {
        foreach (var (at, form) in Of<SelfEvaluation>(run))
        {
            foreach (var indicator in form.Indicators)
            {
                if (indicator.ScoreText is { } text) Violate(run, at, indicator.Path, $"得分栏印的是“{text}”，没有分数", $"the score is “{text}”, no number", "数字", text);
                else if (indicator.Score is not null) run.Hold();
            }
        }
    }

    private static void Explanation(RuleRun run)
    {
        foreach (var (at, form) in Of<SelfEvaluation>(run))
        {
            var row = form.ExecutionTotal;
            var short1 = row is { Budget: { Unit.IsMoney: true } budget, Executed: { Unit.IsMoney: true } executed } && executed < budget;
            var short2 = form.Total is { Value: < 100 };
            if (!short1 && !short2) continue;
            // the forms that print boxes for them ask for both; the others have a column beside the indicators, for those that fell short
            var boxes = ScoringRule.For(form) == ScoringRule.Hubei;
            if (!boxes
                && !((row?.Weight ?? row?.Score) is not null
                    && form.Indicators.Any(i => i.Target is not null)
                    && form.Indicators.Any(i => i.Score is { } s && i.Weight is { } w && s < w)))
            {
                run.Skip("表格没有这两栏，各项指标也没有扣分");
                continue;
            }
            var given = form.DeviationReason is not null || form.Improvement is not null || row?.DeviationReason is not null || form.Analysis.Count > 0
                || form.Indicators.Any(i => i.DeviationReason is not null);
            if (given) run.Hold();
            else
                Violate(run, at, "偏差原因、改进措施", $"两栏没有填写{(row?.Rate is { } rate ? $"，执行率 {rate.Format()}%" : "")}", "reasons and remedies are blank",
                    "原因与措施", "（空）");
        }
    }

    private static void StaleYear(RuleRun run)
    {
        foreach (var (at, form) in Of<DepartmentGoals>(run))
        {
            if (run.Index.Year is not { } year || form.Tasks is not { } tasks) continue;
            var stale = OwnYear().Matches(tasks).Where(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) == year - 1).ToList();
            if (stale.Count == 0) run.Hold();
            foreach (var match in stale)
            {
                Violate(run, at, "年度工作任务", $"{year} 年的任务写“{match.Value.Trim()}”，年份没有更新", $"a task of {year} names {year - 1}",
                    match.Value.Replace($"{year - 1}", $"{year}", StringComparison.Ordinal).Trim(), match.Value.Trim());
            }
        }
    }

    // The last thing in the document is the title of a form.
    private static void Missing(RuleRun run)
    {
        var paragraphs = run.Index.Document.Paragraphs;
        if (run.Index.Document.Performance.Count > 0)
        {
            run.Hold();
            return;
        }
        for (var p = Math.Max(0, paragraphs.Count - 3); p < paragraphs.Count; p++)
        {
            var text = Label.Fold(paragraphs[p]);
            if (!FormTitle().IsMatch(text)) continue;
            run.Record(Verdict.Violated, "", paragraphs[p].Trim(), $"“{paragraphs[p].Trim()}”只有标题，没有表", "the form's title stands alone", "绩效表", "（无）",
                run.Index.Reading?.Provenance.OfParagraph(p));
        }
    }

    [GeneratedRegex("类项目|目标类")]
    private static partial Regex CategoryName();

    [GeneratedRegex(@"(\d{1,3})个(?:一级|二级)?项目(?:支出)?绩效目标")]
    private static partial Regex GoalCount();

    [GeneratedRegex(@"(?:推进|开展|落实|完成|实施|做好|组织)((?:19|20)\d\d)年[^。；\n]{0,20}")]
    private static partial Regex OwnYear();

    [GeneratedRegex(@"^(?!.*(?:见|表明|公开))(?:附件\d*：?|附：?)?[^。，；]{0,40}(?:绩效自评表|绩效目标表)$")]
    private static partial Regex FormTitle();
}
