using System.Globalization;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Figures as rows, as <c>govbudget facts</c> lists them.</summary>
internal static class FactView
{
    public static View Of(IEnumerable<Fact> facts) =>
        new([TableBlock.Of(null, ["表", "编码", "项目", "栏", "数字", "单位", "页"], facts.Select(f => (IReadOnlyList<ViewCell>)
    [
        ViewCell.Of(f.Table), ViewCell.Of(f.Code), ViewCell.Of(f.Item), ViewCell.Of(f.Column), ViewCell.Figure(f.Amount), ViewCell.Of(f.Amount.Unit.Name),
        ViewCell.Of(f.Page?.ToString(CultureInfo.InvariantCulture)),
    ]))]);
}
