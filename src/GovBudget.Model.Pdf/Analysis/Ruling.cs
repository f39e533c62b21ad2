using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A horizontal or vertical rule, its pieces joined.</summary>
/// <param name="Horizontal">Whether it runs across the page.</param>
/// <param name="Position">Its y (horizontal) or x (vertical).</param>
/// <param name="From">Where it begins along its direction.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct RulingEdge(bool Horizontal, double Position, double From, double To)
{
    /// <summary>Its length in points.</summary>
    public double Length => To - From;
}

/// <summary>Finds rules among strokes, thin rectangles, dots and thin images.</summary>
public static class RulingFinder
{
    private const double ThickestShare = 1.5, LongShare = 25;

    internal readonly record struct Piece(double Position, double From, double To);

    /// <summary>The rules of a page: pieces on one line joined, parallel ones that nearly touch made one, stray dots left out.</summary>
    public static IReadOnlyList<RulingEdge> Find(IReadOnlyList<Mark> marks, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(options);
        List<Piece> across = [], down = [];
        var grounds = new List<Box>();
        foreach (var mark in marks)
        {
            var box = mark.Box;
            bool white = mark.Kind != MarkKind.Image && mark.Luminance >= options.WhiteLuminance;
            if (mark.Kind == MarkKind.Fill && !white && Math.Min(box.Width, box.Height) > options.RuleThickness) grounds.Add(box);
            bool flat = IsThin(box.Height, box.Width, options), narrow = IsThin(box.Width, box.Height, options);
            if (!flat && !narrow) continue;
            // A white rule shows on a ground of another colour.
            if (white && !grounds.Exists(ground => Touches(ground, box, flat))) continue;
            if (flat && (narrow || box.Width > box.Height)) across.Add(new Piece(box.CenterY, box.X0, box.X1));
            if (narrow && (flat || box.Height > box.Width)) down.Add(new Piece(box.CenterX, box.Y0, box.Y1));
        }
        var edges = new List<RulingEdge>();
        Merge(across, true, edges, options);
        Merge(down, false, edges, options);
        if (grounds.Count == 0) return edges;
        var tiles = TileFinder.Find(marks, edges, options);
        if (tiles.Across.Count == 0) return edges;
        Merge([.. across, .. tiles.Across], true, edges = [], options);
        Merge([.. down, .. tiles.Down], false, edges, options);
        return edges;
    }

    /// <summary>Whether something so thick and so long is a rule; what is thicker than most must be long.</summary>
    internal static bool IsThin(double thickness, double length, PdfLayoutOptions options) =>
        thickness <= options.RuleThickness || thickness <= ThickestShare * options.RuleThickness && length >= LongShare * thickness;

    /// <summary>Whether a rule lies on a ground or along its side.</summary>
    private static bool Touches(in Box ground, in Box rule, bool flat)
    {
        double x = flat ? 0 : (rule.Width / 2) + 1, y = flat ? (rule.Height / 2) + 1 : 0;
        return ground.Contains(rule.CenterX, rule.CenterY) || ground.Contains(rule.CenterX - x, rule.CenterY - y)
            || ground.Contains(rule.CenterX + x, rule.CenterY + y);
    }

    internal static void Merge(List<Piece> pieces, bool horizontal, List<RulingEdge> edges, PdfLayoutOptions options)
    {
        pieces.Sort((a, b) => a.Position.CompareTo(b.Position));
        int before = edges.Count;
        for (int i = 0, j; i < pieces.Count; i = j)
        {
            j = i + 1;
            while (j < pieces.Count && pieces[j].Position - pieces[i].Position <= options.RuleSnap) j++;
            MergeLine(pieces.GetRange(i, j - i), horizontal, edges, options);
        }
        if (edges.Count - before <= options.MaximumRules) return;
        var longest = edges.Skip(before).OrderByDescending(edge => edge.Length).Take(options.MaximumRules).OrderBy(edge => edge.Position).ToList();
        edges.RemoveRange(before, edges.Count - before);
        edges.AddRange(longest);
    }

    /// <summary>One line's pieces: joined over gaps; the position is the mean by length.</summary>
    private static void MergeLine(List<Piece> line, bool horizontal, List<RulingEdge> edges, PdfLayoutOptions options)
    {
        line.Sort((a, b) => a.From.CompareTo(b.From));
        double from = line[0].From, to = line[0].To, weight = 0, sum = 0;
        foreach (var piece in line)
        {
            if (piece.From > to + options.RuleJoin)
            {
                Add();
                (from, to, weight, sum) = (piece.From, piece.To, 0, 0);
            }
            to = Math.Max(to, piece.To);
            double length = Math.Max(piece.To - piece.From, 0.01);
            weight += length;
            sum += length * piece.Position;
        }
        Add();

        void Add()
        {
            if (to - from >= options.MinimumRule) edges.Add(new RulingEdge(horizontal, sum / weight, from, to));
        }
    }
}
