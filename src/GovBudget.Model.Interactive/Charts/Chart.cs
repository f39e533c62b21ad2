using GovBudget.Model.Interactive.Writers;

namespace GovBudget.Model.Interactive;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>A bar for each row and series, from 0.</summary>
    Bars,

    /// <summary>Bars that begin where the one above ends; the second series is what each could have reached, the last row is their sum, from 0.</summary>
    Waterfall,
}

/// <summary>How a row of a chart is to be taken.</summary>
public enum ChartMark
{
    /// <summary>As its series is.</summary>
    None,

    /// <summary>It is what it should be.</summary>
    Right,

    /// <summary>It is not.</summary>
    Wrong,

    /// <summary>It could not be judged.</summary>
    Open,
}

/// <summary>A row of a chart.</summary>
/// <param name="Group">What it stands under (收入, 支出); empty where the chart has no groups.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Values">A figure for each series, in the unit of the chart; null where the document prints none.</param>
/// <param name="Mark">How it is to be taken.</param>
public sealed record ChartRow(string Group, string Label, ValueList<Amount?> Values, ChartMark Mark = ChartMark.None);

/// <summary>A chart as data: what is drawn, and what is written where nothing can be drawn. Immutable.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Unit">The unit of all figures.</param>
/// <param name="Series">The names of the series.</param>
/// <param name="Rows">The rows, from top to bottom.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Chart(string Title, ChartKind Kind, Unit Unit, ValueList<string> Series, ValueList<ChartRow> Rows)
{
    /// <summary>The chart as an SVG drawing, light or dark as its reader prefers; needs nothing else.</summary>
    public string ToSvg() => SvgWriter.Write(this);

    /// <summary>The chart as a Vega-Lite 5 specification with its data inside: for hosts that show <c>application/vnd.vegalite.v5+json</c>.</summary>
    public string ToVegaLite() => VegaLiteWriter.Write(this);
}
