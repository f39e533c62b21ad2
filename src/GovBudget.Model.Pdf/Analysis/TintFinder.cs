namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds the upper and lower edges of tinted rows (zebra stripes, a dark header).</summary>
public static class TintFinder
{
    private const double Highest = 120;

    /// <summary>The edges across the page, pieces that adjoin made one.</summary>
    public static IReadOnlyList<RulingEdge> Find(IReadOnlyList<Mark> marks, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(options);
        var pieces = new List<RulingFinder.Piece>();
        foreach (var mark in marks)
        {
            var box = mark.Box;
            if (mark.Kind != MarkKind.Fill
                || mark.Luminance >= options.WhiteLuminance
                || box.Width <= options.RuleThickness
                || RulingFinder.IsThin(box.Height, box.Width, options)
                || box.Height > Highest)
                continue;
            pieces.Add(new RulingFinder.Piece(box.Y0, box.X0, box.X1));
            pieces.Add(new RulingFinder.Piece(box.Y1, box.X0, box.X1));
        }
        var edges = new List<RulingEdge>();
        RulingFinder.Merge(pieces, true, edges, options);
        return edges;
    }
}
