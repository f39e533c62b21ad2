using System.Globalization;
using System.Security;
using System.Text;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf;

/// <summary>Draws the stages of a page as SVG, to see why a table reads as it does.</summary>
public static class PageDrawing
{
    private const string Style = """
        text{font-family:serif;fill:#222} .word{fill:none;stroke:#9bd;stroke-width:.3} .edge{stroke:#e33;stroke-width:1;opacity:.7}
        .cell{fill:#3a3;fill-opacity:.06;stroke:#3a3;stroke-width:.5} .grid{fill:none;stroke:#06c;stroke-width:1.2;stroke-dasharray:4 2}
        .line{fill:#fc3;fill-opacity:.15;stroke:#c90;stroke-width:.3} .picture{fill:#a4c;fill-opacity:.12;stroke:#a4c} .label{font:6px sans-serif;fill:#06c}
        """;

    /// <summary>Letters, word boxes, rules, cells, grids with what each was recognised as, lines and pictures of a page.</summary>
    /// <param name="stages">The page's stages.</param>
    /// <param name="labels">A word for a grid, such as the form it was read as; null for its kind and size alone.</param>
    public static string ToSvg(PageStages stages, Func<PageGrid, string?>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="{stages.Width:0.##}" height="{stages.Height:0.##}" viewBox="0 0 {stages.Width:0.##} {stages.Height:0.##}">""");
        svg.Append("<style>").Append(Style).Append("</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        foreach (var picture in stages.Pictures) Rect(svg, "picture", picture);
        foreach (var line in stages.Lines) Rect(svg, "line", line.Box);
        foreach (var grid in stages.Grids)
            foreach (var cell in grid.Cells) Rect(svg, "cell", cell.Box, $"{cell.Row},{cell.Column} {cell.RowSpan}×{cell.ColumnSpan} {cell.Text}");
        foreach (var word in stages.Words) Rect(svg, "word", word.Box);
        foreach (var edge in stages.Edges) Line(svg, edge);
        foreach (var letter in stages.Letters) Letter(svg, letter);
        foreach (var grid in stages.Grids)
        {
            Rect(svg, "grid", grid.Box);
            string label = $"{grid.Kind} {grid.RowCount}×{grid.ColumnCount}{(grid.OpenTop ? " ↑" : "")}{(grid.OpenBottom ? " ↓" : "")} {labels?.Invoke(grid)}".TrimEnd();
            svg.Append(CultureInfo.InvariantCulture,
                $"""<text class="label" x="{grid.Box.X0:0.##}" y="{grid.Box.Y0 - 2:0.##}">{Escape(label)}</text>""").Append('\n');
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static void Rect(StringBuilder svg, string style, Box box, string? title = null)
    {
        svg.Append(CultureInfo.InvariantCulture,
            $"""<rect class="{style}" x="{box.X0:0.##}" y="{box.Y0:0.##}" width="{Math.Max(0, box.Width):0.##}" height="{Math.Max(0, box.Height):0.##}">""");
        if (title is not null) svg.Append("<title>").Append(Escape(title)).Append("</title>");
        svg.Append("</rect>\n");
    }

    private static void Line(StringBuilder svg, RulingEdge edge)
    {
        var (x0, y0, x1, y1) = edge.Horizontal ? (edge.From, edge.Position, edge.To, edge.Position) : (edge.Position, edge.From, edge.Position, edge.To);
        svg.Append(CultureInfo.InvariantCulture, $"""<line class="edge" x1="{x0:0.##}" y1="{y0:0.##}" x2="{x1:0.##}" y2="{y1:0.##}"/>""").Append('\n');
    }

    private static void Letter(StringBuilder svg, Letter letter)
    {
        double x = letter.Box.X0, y = letter.Direction == TextDirection.Right ? letter.Baseline : letter.Box.Y1;
        svg.Append(CultureInfo.InvariantCulture,
            $"""<text x="{x:0.##}" y="{y:0.##}" font-size="{letter.FontSize:0.##}">{Escape(letter.Text)}</text>""").Append('\n');
    }

    /// <summary>The text with XML's own characters escaped and those that XML forbids replaced.</summary>
    private static string Escape(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF ? Rune.ReplacementChar.ToString() : rune.ToString());
        return SecurityElement.Escape(clean.ToString());
    }
}
