namespace GovBudget.Model.Interactive.Views;

/// <summary>Performance forms (绩效目标表, 绩效自评表): budget execution and indicators.</summary>
internal static class PerformanceView
{
    public static View Of(PerformanceForm form) => new([.. Tables(form)]);

    public static IEnumerable<TableBlock> Tables(PerformanceForm form)
    {
        if (form is SelfEvaluation { Execution.Count: > 0 } evaluation) yield return Execution(evaluation);
        yield return Indicators(form);
    }

    private static string Name(PerformanceForm form) => $"{form.KindName} {form.Subject}";

    private static TableBlock Execution(SelfEvaluation form) => TableBlock.Of(
        Name(form),
        ["预算执行情况", "预算数", "执行数", "执行率", "分值", "得分"],
        form.Execution.Select(r => (IReadOnlyList<ViewCell>)
        [
            ViewCell.Of(r.Name), ViewCell.Figure(r.Budget, withUnit: true), ViewCell.Figure(r.Executed, withUnit: true), ViewCell.Figure(r.Rate, withUnit: true), ViewCell.Figure(r.Weight), ViewCell.Figure(r.Score),
        ]));

    private static TableBlock Indicators(PerformanceForm form)
    {
        var evaluated = form is SelfEvaluation;
        var rows = form.Goals.SelectMany(goal => goal.Indicators.Select(i => (IReadOnlyList<ViewCell>)
        [
            ViewCell.Of(i.Level1), ViewCell.Of(i.Level2), ViewCell.Of(i.Name), ViewCell.Of(i.EffectiveTarget?.ToString()),
            .. evaluated ? new[] { ViewCell.Of(i.Achieved?.ToString()), ViewCell.Figure(goal.WeightOf(i)), i.Score is null ? ViewCell.Of(i.ScoreText) : ViewCell.Figure(i.Score) } : [],
        ])).ToList();
        if (form is SelfEvaluation { Total: { } total } sheet)
        {
            rows.Add([new ViewCell("总分", CellRole.Header) { ColumnSpan = 5 }, ViewCell.Figure(sheet.WeightTotal), ViewCell.Figure(total)]);
        }
        string[] header = ["一级指标", "二级指标", "三级指标", .. evaluated ? ["目标值", "实际完成值", "分值", "得分"] : new[] { "指标值" }];
        return TableBlock.Of(Name(form), header, rows, form is SelfEvaluation { Grade: { } grade } ? $"自评等级：{grade}" : null);
    }
}
