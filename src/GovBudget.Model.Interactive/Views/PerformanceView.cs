using GovBudget.Model.Layout;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Performance forms (绩效目标表, 绩效自评表): budget execution and indicators.</summary>
internal static class PerformanceView
{
    public static View Of(PerformanceForm form) => new([Form(form, null)]);

    /// <summary>A form as printed, and in parts: budget execution, indicators, goals.</summary>
    /// <param name="form">The form.</param>
    /// <param name="organisation">The department that publishes, where known.</param>
    public static FormBlock Form(PerformanceForm form, string? organisation)
    {
        IEnumerable<TableBlock> execution = form is SelfEvaluation { Execution.Count: > 0 } evaluation ? [Execution(evaluation)] : [];
        return new FormBlock(Printed(form, organisation), [.. execution, Indicators(form)]);
    }

    private static TableBlock Printed(PerformanceForm form, string? organisation)
    {
        var blocks = DocumentWriter.Write(form, organisation, default).ToList();
        var grids = blocks.OfType<Grid>().Select(GridView.Rows).ToList();
        if (grids.Count != 1) return Indicators(form);
        return new TableBlock(Name(form), null, grids[0].Rows,
            grids[0].Header)
        { Notes = [.. blocks.SkipWhile(b => b is not Grid).OfType<Paragraph>().Select(p => p.Text)] };
    }

    private static string Name(PerformanceForm form) => $"{form.KindName} {form.Subject}";

    private static TableBlock Execution(SelfEvaluation form) => TableBlock.Of(
        Name(form),
        ["预算执行情况", "预算数", "执行数", "执行率", "分值", "得分"],
        form.Execution.Select(r => (IReadOnlyList<ViewCell>)
        [
            ViewCell.Of(r.Name), ViewCell.Figure(r.Budget, withUnit: true), ViewCell.Figure(r.Executed, withUnit: true),
            ViewCell.Figure(r.Rate, withUnit: true), ViewCell.Figure(r.Weight), ViewCell.Figure(r.Score),
        ]));

    private static TableBlock Indicators(PerformanceForm form)
    {
        var evaluated = form is SelfEvaluation;
        var rows = form.Goals.SelectMany(goal => goal.Indicators.Select(i => (IReadOnlyList<ViewCell>)
        [
            ViewCell.Of(i.Level1), ViewCell.Of(i.Level2), ViewCell.Of(i.Name), ViewCell.Of(i.EffectiveTarget?.ToString()),
            .. evaluated
                ? new[] { ViewCell.Of(i.Achieved?.ToString()), ViewCell.Figure(goal.WeightOf(i)),
                    i.Score is null ? ViewCell.Of(i.ScoreText) : ViewCell.Figure(i.Score) }
                : [],
        ])).ToList();
        if (form is SelfEvaluation { Total: { } total } sheet)
        {
            rows.Add([new ViewCell("总分", CellRole.Header) { ColumnSpan = 5 }, ViewCell.Figure(sheet.WeightTotal), ViewCell.Figure(total)]);
        }
        string[] header = ["一级指标", "二级指标", "三级指标", .. evaluated ? ["目标值", "实际完成值", "分值", "得分"] : new[] { "指标值" }];
        return TableBlock.Of(Name(form), header, rows, form is SelfEvaluation { Grade: { } grade } ? $"自评等级：{grade}" : null) with
        {
            Notes = [.. form.Goals.Where(g => g.Text.Length > 0).Select(g => g.Label.Length > 0 ? $"{g.Label}：{g.Text}" : g.Text)],
        };
    }
}
