using System.Globalization;
using System.Text;

namespace GovBudget.Model.Interactive.Writers;

/// <summary>Draws charts as SVG: labels left, bars to the right, each with its figure as printed.</summary>
internal static class SvgWriter
{
    private const double BarHeight = 14;
    private const double RowGap = 7;
    private const double Plot = 380;
    private const double Margin = 8;
    private const double Line = 20;
    private const int MostLabelWidth = 44;
    private const int Colours = 6;

    public static string Write(Chart chart)
    {
        var labels = chart.Rows.Select(r => Shorten(r.Label)).ToList();
        var left = Margin + (labels.Select(PlainTextWriter.Width).DefaultIfEmpty(0).Max() * 6.4) + 10;
        var (low, high) = Range(chart);
        var figures = chart.Rows.SelectMany(r => r.Values.Select(v => v is { } a ? PlainTextWriter.Width(Figure(a)) : 0)).DefaultIfEmpty(0).Max() * 7;
        if (chart.Kind == ChartKind.Waterfall) figures = (2 * figures) + 20;
        var legend = chart.Series.Count > 1 ? Legend(chart, 2 * Line) : ("", Right: 0d);
        var width = Math.Max(Math.Max(left + Plot + figures + 12, (PlainTextWriter.Width(Title(chart)) * 7.2) + (2 * Margin)), legend.Right + Margin);
        double X(decimal value) => left + (double)((value - low) / (high - low)) * Plot;

        var body = new StringBuilder();
        var y = Line + (chart.Series.Count > 1 ? Line : 0) + Margin;
        var zeroFrom = y;
        var bars = chart.Kind == ChartKind.Waterfall ? 1 : chart.Series.Count;
        var (group, sum) = ("", 0m);
        for (var i = 0; i < chart.Rows.Count; i++)
        {
            var row = chart.Rows[i];
            if (row.Group != group)
            {
                group = row.Group;
                body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin:0.#}\" y=\"{y + 13:0.#}\" class=\"m\">{HtmlWriter.Escape(group)}</text>");
                y += Line;
            }
            body.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{left - 6:0.#}\" y=\"{y + (bars * BarHeight / 2) + 4:0.#}\" text-anchor=\"end\">{HtmlWriter.Escape(labels[i])}</text>");
            if (chart.Kind == ChartKind.Waterfall)
            {
                var from = i == chart.Rows.Count - 1 ? 0 : sum;
                var points = row.Values[0]?.Value ?? 0;
                if (row.Values[1] is { } weight && weight.Value > points) Bar(body, row, 1, "rest", X(from), X(from + weight.Value), y, weight);
                Bar(body, row, 0, Class(row, 0), X(from), X(from + points), y, row.Values[0]);
                var end = Math.Max(from + points, from + (row.Values[1]?.Value ?? 0));
                Text(body, X(end) + 4, y,
                    row.Values[1] is { } full
                        ? $"{(row.Values[0] is { } got ? Figure(got) : "—")} / {Figure(full)}"
                        : row.Values[0] is { } total ? Figure(total) : "");
                sum += points;
            }
            else
            {
                for (var s = 0; s < chart.Series.Count; s++)
                {
                    if (row.Values[s] is not { } amount) continue;
                    Bar(body, row, s, Class(row, s), X(Math.Min(0, amount.Value)), X(Math.Max(0, amount.Value)), y + (s * BarHeight), amount, chart.Series[s]);
                    Text(body, X(Math.Max(0, amount.Value)) + 4, y + (s * BarHeight), Figure(amount));
                }
            }
            y += (bars * BarHeight) + RowGap;
        }

        if (!chart.Rows.Any(r => r.Values.Any(v => v is not null)))
        {
            body.Append(CultureInfo.InvariantCulture, $"<text class=\"m\" x=\"{left + 6:0.#}\" y=\"{zeroFrom + 12:0.#}\">没有可画的数字</text>");
            y = Math.Max(y, zeroFrom + Line);
        }

        var height = y + Margin;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gbc\" role=\"img\" aria-label=\"{HtmlWriter.Escape(chart.Title)}\" width=\"{width:0}\" height=\"{height:0}\" viewBox=\"0 0 {width:0} {height:0}\"><style>{HtmlStyle.ChartCss}</style>")
            + string.Create(CultureInfo.InvariantCulture,
                $"<rect class=\"g\" width=\"{width:0}\" height=\"{height:0}\"/><text class=\"t\" x=\"{Margin:0}\" y=\"{Line:0}\">{HtmlWriter.Escape(Title(chart))}</text>")
            + legend.Item1
            + string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{X(0):0.#}\" y1=\"{zeroFrom:0.#}\" x2=\"{X(0):0.#}\" y2=\"{y - RowGap + 2:0.#}\"/>")
            + body.Append("</svg>");
    }

    private static string Title(Chart chart) => chart.Unit == Unit.None ? chart.Title : $"{chart.Title}（{chart.Unit}）";

    /// <summary>What the axis must show: 0 and every end of a bar.</summary>
    private static (decimal Low, decimal High) Range(Chart chart)
    {
        var ends = chart.Rows.SelectMany(r => r.Values.Select(v => v?.Value ?? 0)).Append(0).ToList();
        if (chart.Kind == ChartKind.Waterfall)
        {
            var sum = 0m;
            foreach (var row in chart.Rows.SkipLast(1))
            {
                ends.Add(sum + (row.Values[1]?.Value ?? 0));
                sum += row.Values[0]?.Value ?? 0;
                ends.Add(sum);
            }
        }
        var (low, high) = (ends.Min(), ends.Max());
        return low == high ? (0, 1) : (low, high);
    }

    private static (string Svg, double Right) Legend(Chart chart, double y)
    {
        var svg = new StringBuilder();
        var x = Margin;
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var colour = chart.Kind == ChartKind.Waterfall ? s == 0 ? "good" : "rest" : Colour(s);
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"{colour}\" x=\"{x:0.#}\" y=\"{y - 10:0.#}\" width=\"10\" height=\"10\"/><text class=\"m\" x=\"{x + 14:0.#}\" y=\"{y - 1:0.#}\">{HtmlWriter.Escape(chart.Series[s])}</text>");
            x += 30 + (PlainTextWriter.Width(chart.Series[s]) * 6.4);
        }
        return (svg.ToString(), x);
    }

    private static void Bar(StringBuilder svg, ChartRow row, int series, string colour, double from, double to, double y, Amount? amount, string? name = null)
    {
        var tip = string.Join(' ', new[] { row.Group, row.Label, name ?? "", amount?.ToString() ?? "" }.Where(p => p.Length > 0));
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"{colour}\" x=\"{from:0.##}\" y=\"{y:0.#}\" width=\"{Math.Max(0, to - from):0.##}\" height=\"{BarHeight - 2:0}\" data-series=\"{series}\"><title>{HtmlWriter.Escape(tip)}</title></rect>");
    }

    private static void Text(StringBuilder svg, double x, double y, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"v\" x=\"{x:0.#}\" y=\"{y + 10:0.#}\">{HtmlWriter.Escape(text)}</text>");

    private static string Class(ChartRow row, int series) => row.Mark switch
    {
        ChartMark.Right => "good",
        ChartMark.Wrong => "bad",
        ChartMark.Open => "open",
        _ => Colour(series),
    };

    private static string Colour(int series) => $"s{(series % Colours).ToString(CultureInfo.InvariantCulture)}";

    private static string Figure(Amount amount) => amount.Format(thousands: true);

    /// <summary>A label that leaves room for the bars: the end of a path says most.</summary>
    private static string Shorten(string label)
    {
        if (PlainTextWriter.Width(label) <= MostLabelWidth) return label;
        var start = label.Length;
        for (var width = 2; start > 0 && width + PlainTextWriter.Width(label[start - 1].ToString()) <= MostLabelWidth; start--)
            width += PlainTextWriter.Width(label[start - 1].ToString());
        if (start < label.Length && char.IsLowSurrogate(label[start])) start++;
        return "…" + label[start..];
    }
}
