namespace GovBudget.Model.Forms;

/// <summary>Goals with their indicators, and the total under them.</summary>
internal sealed class GoalBlocks(FormSheet sheet, PerformanceForm form)
{
    private const string BothTerms = "整体绩效目标", Annual = "年度绩效指标", LongTerm = "长期绩效指标", Unnamed = "绩效指标";

    private readonly bool _isEvaluation = form is SelfEvaluation;
    private readonly List<Indicator> _indicators = [.. form.Indicators];
    private List<FormColumn<Indicator>>? _last;

    public void Write()
    {
        if (form is ProjectSelfEvaluation { AnnualGoal: { } words } project) Stated("年度目标", words, project.Achievement);
        for (var i = 0; i < form.Goals.Count; i++)
        {
            var goal = form.Goals[i];
            if (i + 1 < form.Goals.Count && AreSideBySide(goal, form.Goals[i + 1]))
            {
                sheet.Across(BothTerms, [(Name(goal), goal.Text), (Name(form.Goals[i + 1]), form.Goals[++i].Text)]);
                continue;
            }
            Write(goal);
        }
        if (form is SelfEvaluation { Total: not null } or SelfEvaluation { WeightTotal: not null }) Total((SelfEvaluation)form);
        else if (_isEvaluation) sheet.Labels((PerformanceLabels.NameOf(FormField.Total), null));
    }

    private void Write(Goal goal)
    {
        var section = goal.Term == GoalTerm.LongTerm ? LongTerm : goal.Label.Length == 0 ? Unnamed : Annual;
        if (goal.Label.Length > 0 && PerformanceLabels.GoalOf(goal.Label) is null)
        {
            sheet.Row(Name(goal)); // 长期绩效目标表: the title of a block
            if (goal.Text.Length > 0) sheet.Labels((goal.Label, new FormValue(goal.Text, CellLook.Left)));
        }
        else if (goal.Label.Length > 0 && (goal.Text.Length > 0 || goal.Indicators.Count == 0 || goal.Achievement is not null))
        {
            Stated(Name(goal), goal.Text, goal.Achievement);
        }
        else if (goal.Label.Length > 0)
        {
            section = Name(goal);
        }
        if (goal.Indicators.Count == 0) return;
        _last = Columns(goal);
        sheet.Block(section, _last, goal.Indicators);
    }

    /// <summary>What a goal says, and beside it what came of it.</summary>
    private void Stated(string name, string text, string? achievement)
    {
        if (achievement is null) sheet.Labels((name, new FormValue(text, CellLook.Left)));
        else sheet.Across("绩效目标", [(name, text), (PerformanceLabels.NameOf(FormField.Achievement), achievement)]);
    }

    /// <summary>A goal's name with its points: 年度目标1(20分).</summary>
    // half-width brackets keep the number on one line
    private static string Name(Goal goal) => goal.Weight is { } points ? $"{goal.Label}({points.Format()}分)" : goal.Label;

    /// <summary>长期目标 beside 年度目标, before goals of their own.</summary>
    private static bool AreSideBySide(Goal left, Goal right) =>
        left.Term != right.Term && IsWholeTerm(left) && IsWholeTerm(right);

    private static bool IsWholeTerm(Goal goal) =>
        goal is { IsNumbered: false, Achievement: null, Indicators.Count: 0, Label.Length: > 0 } && PerformanceLabels.GoalOf(goal.Label) is not null;

    private List<FormColumn<Indicator>> Columns(Goal goal)
    {
        var years = goal.Indicators.SelectMany(i => i.OtherYears.Select(y => y.Label)).Distinct().ToList();
        List<FormColumn<Indicator>> columns = [];
        if (goal is { Label.Length: 0, Text.Length: > 0 })
            columns.Add(new(PerformanceLabels.NameOf(FormField.GoalName), _ => goal.Text) { IsMerged = true, Look = CellLook.Left });
        columns.Add(new(PerformanceLabels.NameOf(FormField.Level1), i => i.Level1) { IsMerged = true });
        columns.Add(new(PerformanceLabels.NameOf(FormField.Level2), i => i.Level2) { IsMerged = true });
        columns.Add(new(PerformanceLabels.NameOf(FormField.IndicatorName), i => i.Name) { IsWide = true });
        foreach (var year in years) columns.Add(new(year, i => i.OtherYears.FirstOrDefault(y => y.Label == year)?.Value.Text) { Group = "近两年指标值" });
        columns.Add(new(_isEvaluation ? "年初目标值（A）" : years.Count > 0 ? "预期当年实现值" : PerformanceLabels.NameOf(FormField.Target), i => i.Target?.Text));
        if (_indicators.Exists(i => i.AdjustedTarget is not null))
            columns.Add(new(PerformanceLabels.NameOf(FormField.AdjustedTarget), i => i.AdjustedTarget?.Text));
        if (_isEvaluation || _indicators.Exists(i => i.Achieved is not null))
            columns.Add(new(PerformanceLabels.NameOf(FormField.Achieved) + "（B）", i => i.Achieved?.Text));
        if (_indicators.Exists(i => i.Weight is not null) || form is SelfEvaluation { WeightTotal: not null })
            columns.Add(FormBlocks.Of<Indicator>(FormField.Weight, i => i.Weight, Unit.None));
        if (_isEvaluation || _indicators.Exists(i => i.Score is not null))
            columns.Add(
                FormBlocks.Of<Indicator>(FormField.Score, i => i.Score,
                    Unit.None) with
                { Text = i => i.Score is { } score ? FormBlocks.Figure(score, Unit.None) : i.ScoreText });
        if (_indicators.Exists(i => i.DeviationReason is not null))
            columns.Add(new("偏差原因分析及改进措施", i => i.DeviationReason) { IsWide = true, Look = CellLook.Left });
        if (_indicators.Exists(i => i.Basis is not null)) columns.Add(new(PerformanceLabels.NameOf(FormField.Basis), i => i.Basis));
        return columns;
    }

    /// <summary>总分: in the columns of the last indicators where the points that could be earned are summed too.</summary>
    private void Total(SelfEvaluation evaluation)
    {
        var label = PerformanceLabels.NameOf(FormField.Total);
        var total = evaluation.Total is { } points ? FormBlocks.Figure(points, Unit.None) : null;
        if (evaluation.WeightTotal is not { } weights || _last is null)
        {
            sheet.Labels((label, total is null ? null : new FormValue(total, CellLook.Figure)));
            return;
        }
        var weight = _last.FindIndex(c => PerformanceLabels.Is(c.Header ?? "", FormField.Weight));
        sheet.Sum(label, _last,
            [(weight, FormBlocks.Figure(weights, Unit.None)), (_last.FindIndex(c => PerformanceLabels.Is(c.Header ?? "", FormField.Score)), total)]);
    }
}
