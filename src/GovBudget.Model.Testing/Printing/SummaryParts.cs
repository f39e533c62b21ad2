using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>The lines of two-sided tables, numbered as final accounts number them or not at all.</summary>
internal sealed class SummaryParts(PrintStyle style)
{
    /// <summary>A label with its figures.</summary>
    public readonly record struct Row(string Label, Figures Figures);

    public Row Line(string label, string column, decimal yuan) => new(label, style.Figures([(column, yuan)]));

    public Row Line(string label, IEnumerable<(string, decimal)> amounts) => new(label, style.Figures(amounts));

    /// <summary>Labels with 一、 二、 … before them.</summary>
    public static IEnumerable<Row> Numbered(IEnumerable<Row> rows, string before = "", string after = "、") =>
        rows.Select((row, i) => row with { Label = $"{before}{TableParts.Ordinal(i + 1)}{after}{row.Label}" });

    /// <summary>One side: what heads it, then the sums, which stand beside those of the other side.</summary>
    /// <param name="head">Sources or classes.</param>
    /// <param name="tail">本年合计 and what follows.</param>
    /// <param name="side">The side.</param>
    /// <param name="height">Rows before the sums; ignored where rows are not numbered.</param>
    /// <param name="first">The number of the first row; 0 where rows are not numbered.</param>
    public static IEnumerable<TLine> Side<TLine>(IReadOnlyList<Row> head, IReadOnlyList<Row> tail, LineSide side, int height = 0, int first = 0)
        where TLine : StatementLine, new() =>
        head.Select((row, i) => (row, Number: first + i)).Concat(tail.Select((row, i) => (row, Number: first + height + i))).Select(p => new TLine
        {
            Side = side,
            Label = p.row.Label,
            RowNumber = first == 0 ? null : p.Number.ToString(CultureInfo.InvariantCulture),
            Figures = p.row.Figures,
        });
}
