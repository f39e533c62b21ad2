using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>The rules of a picture that form tables.</summary>
/// <param name="Lattices">The tables, in page coordinates.</param>
/// <param name="Edges">Their rules, in page coordinates.</param>
/// <param name="Runs">The dark runs of pixels that they consist of.</param>
internal sealed record PictureRules(IReadOnlyList<Lattice> Lattices, IReadOnlyList<RulingEdge> Edges, IReadOnlyList<PixelBox> Runs)
{
    private const double ShortestAcross = 18, ShortestDown = 13;
    private const int Gap = 2, Samples = 9;

    /// <summary>Finds long thin runs of dark pixels, joins them to rules, and keeps the rules that form lattices of several rows and columns.</summary>
    public static PictureRules Find(GrayBitmap bitmap, PictureScale scale, int threshold, PdfLayoutOptions options)
    {
        var runs = new List<(PixelBox Box, bool Across)>();
        Scan(bitmap, threshold, true, ShortestAcross * scale.X, options.RuleThickness * scale.Y, runs);
        Scan(bitmap, threshold, false, ShortestDown * scale.Y, options.RuleThickness * scale.X, runs);
        var edges = RulingFinder.Find([.. runs.Select(run => new Mark(MarkKind.Fill, Thin(scale.ToPage(run.Box), run.Across)))], options);
        var lattices = LatticeFinder.Find(edges, options).Where(lattice => lattice.Rows.Count > 2 && lattice.Columns.Count > 2).ToList();
        var used = edges.Where(edge => lattices.Exists(lattice => Belongs(edge, lattice, options))).ToList();
        return new PictureRules(lattices, used,
            [.. runs.Where(run => used.Exists(edge => edge.Horizontal == run.Across && Lies(scale.ToPage(run.Box), edge, options))).Select(run => run.Box)]);
    }

    /// <summary>A run keeps no thickness: its neighbours are other runs.</summary>
    private static Box Thin(Box box,
        bool across) => across ? box with { Y0 = box.CenterY, Y1 = box.CenterY + 0.01 } : box with { X0 = box.CenterX, X1 = box.CenterX + 0.01 };

    private static bool Belongs(RulingEdge edge, Lattice lattice, PdfLayoutOptions options)
    {
        var (lines, from, to) = edge.Horizontal ? (lattice.Rows, lattice.Box.X0, lattice.Box.X1) : (lattice.Columns, lattice.Box.Y0, lattice.Box.Y1);
        return lines.Any(line => Math.Abs(line - edge.Position) <= options.RuleSnap) && edge.To > from && edge.From < to;
    }

    private static bool Lies(Box box, RulingEdge edge, PdfLayoutOptions options) => edge.Horizontal
        ? Math.Abs(box.CenterY - edge.Position) <= options.RuleSnap && box.X1 > edge.From - 1 && box.X0 < edge.To + 1
        : Math.Abs(box.CenterX - edge.Position) <= options.RuleSnap && box.Y1 > edge.From - 1 && box.Y0 < edge.To + 1;

    private static void Scan(GrayBitmap bitmap, int threshold, bool across, double shortest, double thickest, List<(PixelBox Box, bool Across)> runs)
    {
        int lines = across ? bitmap.Height : bitmap.Width, length = across ? bitmap.Width : bitmap.Height;
        for (int line = 0; line < lines; line++)
        {
            for (int at = 0; at < length; at++)
            {
                if (!Dark(at, line)) continue;
                int from = at, last = at;
                while (at < length && at - last <= Gap)
                {
                    if (Dark(at, line)) last = at;
                    at++;
                }

                if (last + 1 - from >= shortest && IsThin(from, last, line))
                    runs.Add((across ? new PixelBox(from, line, last + 1, line + 1) : new PixelBox(line, from, line + 1, last + 1), across));
            }
        }

        bool Dark(int along, int line) => (across ? bitmap[along, line] : bitmap[line, along]) < threshold;

        // Where it crosses others it is thick: the thinnest place counts.
        bool IsThin(int from, int to, int line)
        {
            for (int i = 0; i < Samples; i++)
            {
                int along = from + ((to - from) * ((2 * i) + 1) / (2 * Samples)), above = line, below = line;
                while (above > 0 && line - above <= thickest && Dark(along, above - 1)) above--;
                while (below + 1 < lines && below - line <= thickest && Dark(along, below + 1)) below++;
                if (below - above + 1 <= Math.Max(thickest, 2)) return true;
            }

            return false;
        }
    }
}

/// <summary>Between the pixels of a picture and the points of its page.</summary>
/// <param name="Box">Where the picture stands on the page.</param>
/// <param name="X">Pixels a point, across.</param>
/// <param name="Y">Pixels a point, down.</param>
internal readonly record struct PictureScale(Box Box, double X, double Y)
{
    public static PictureScale Of(GrayBitmap bitmap, Box box) => new(box, bitmap.Width / box.Width, bitmap.Height / box.Height);

    public Box ToPage(PixelBox box) => new(Box.X0 + (box.Left / X), Box.Y0 + (box.Top / Y), Box.X0 + (box.Right / X), Box.Y0 + (box.Bottom / Y));

    public PixelBox ToPixels(Box box) => new(
        (int)Math.Floor((box.X0 - Box.X0) * X), (int)Math.Floor((box.Y0 - Box.Y0) * Y), (int)Math.Ceiling((box.X1 - Box.X0) * X),
        (int)Math.Ceiling((box.Y1 - Box.Y0) * Y));
}
