namespace GovBudget.Model.Interactive.Views;

/// <summary>Charts, and their figures as a table for where nothing can be drawn.</summary>
internal static class ChartView
{
    public static View Of(Chart chart) => new([new ChartBlock(chart)]);

    /// <summary>The figures of a chart.</summary>
    public static TableBlock Table(Chart chart)
    {
        var grouped = chart.Rows.Any(r => r.Group.Length > 0);
        return TableBlock.Of(
            chart.Title,
            [.. grouped ? [""] : Array.Empty<string>(), "项目", .. chart.Series],
            chart.Rows.Select(row => (IReadOnlyList<ViewCell>)
            [
                .. grouped ? [ViewCell.Of(row.Group)] : Array.Empty<ViewCell>(),
                ViewCell.Of(row.Label),
                .. row.Values.Select(v => ViewCell.Figure(v)),
            ]),
            chart.Unit == Unit.None ? null : $"单位：{chart.Unit}");
    }
}
