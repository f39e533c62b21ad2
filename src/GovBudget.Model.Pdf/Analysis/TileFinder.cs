using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds the sides of tiles: cells that are filled and stand a little apart, so that what is under them shows between them as rules.</summary>
internal static class TileFinder
{
    private const double Least = 0.05, Most = 2.5, Contrast = 0.04, Overlap = 0.5, SameHeight = 1;
    private const int MostTiles = 3000, FewestTiles = 4;

    /// <summary>The sides, level ones first, of tiles with neighbours beside, and below or as high as they; none where rules part them.</summary>
    public static (List<RulingFinder.Piece> Across, List<RulingFinder.Piece> Down) Find(IReadOnlyList<Mark> marks, IReadOnlyList<RulingEdge> rules,
        PdfLayoutOptions options)
    {
        (List<RulingFinder.Piece> Across, List<RulingFinder.Piece> Down) found = ([], []);
        var fills = marks.Where(mark => mark.Kind == MarkKind.Fill && Math.Min(mark.Box.Width, mark.Box.Height) > options.RuleThickness).Take(MostTiles).ToArray();
        if (fills.Length < FewestTiles) return found;
        var sets = new DisjointSets(fills.Length);
        var beside = Neighbours(fills, sets, box => box);
        var below = Neighbours(fills, sets, Swap);
        var groups = Enumerable.Range(0, fills.Length).Where(i => beside[i] || below[i]).GroupBy(sets.Find);
        foreach (var tiles in groups.Select(group => group.ToList()))
        {
            var whole = tiles.Select(i => fills[i].Box).Aggregate((a, b) => a.Union(b));
            if (tiles.Count < FewestTiles || !tiles.Exists(i => beside[i])) continue;
            // a row that the page break left alone
            if (!tiles.Exists(i => below[i]) && !tiles.TrueForAll(i => fills[i].Box.Height > whole.Height - SameHeight)) continue;
            if (IsRuled(whole, rules)) continue;
            foreach (var box in tiles.Select(i => fills[i].Box))
            {
                found.Across.AddRange([new(box.Y0, box.X0, box.X1), new(box.Y1, box.X0, box.X1)]);
                found.Down.AddRange([new(box.X0, box.Y0, box.Y1), new(box.X1, box.Y0, box.Y1)]);
            }
        }
        return found;
    }

    private static bool IsRuled(Box box, IReadOnlyList<RulingEdge> rules) =>
        rules.Any(edge => edge.Horizontal && edge.Position > box.Y0 + Most && edge.Position < box.Y1 - Most && edge.From < box.X1 && edge.To > box.X0)
        && rules.Any(edge => !edge.Horizontal && edge.Position > box.X0 + Most && edge.Position < box.X1 - Most && edge.From < box.Y1 && edge.To > box.Y0);

    private static Box Swap(Box box) => new(box.Y0, box.X0, box.Y1, box.X1);

    /// <summary>Joins the tiles that have a narrow gap between them that shows, along the x of the boxes as given.</summary>
    private static bool[] Neighbours(Mark[] fills, DisjointSets sets, Func<Box, Box> along)
    {
        var boxes = Array.ConvertAll(fills, fill => along(fill.Box));
        int[] order = [.. Enumerable.Range(0, boxes.Length).OrderBy(i => boxes[i].X0)];
        var starts = Array.ConvertAll(order, i => boxes[i].X0);
        var near = new bool[boxes.Length];
        for (int i = 0; i < boxes.Length; i++)
        {
            var a = boxes[i];
            int k = Array.BinarySearch(starts, a.X1 + Least);
            for (k = k < 0 ? ~k : k; k < starts.Length && starts[k] <= a.X1 + Most; k++)
            {
                var b = boxes[order[k]];
                double from = Math.Max(a.Y0, b.Y0), to = Math.Min(a.Y1, b.Y1);
                if (to - from <= Overlap * Math.Min(a.Height, b.Height) || sets.Find(i) == sets.Find(order[k]) && near[i] && near[order[k]]) continue;
                double under = Under(boxes, fills, (a.X1 + b.X0) / 2, (from + to) / 2, i, order[k]);
                if (Math.Abs(under - fills[i].Luminance) < Contrast || Math.Abs(under - fills[order[k]].Luminance) < Contrast) continue;
                sets.Join(i, order[k]);
                near[i] = near[order[k]] = true;
            }
        }
        return near;
    }

    /// <summary>How light it is at a place between two tiles: the last fill under it, or the paper.</summary>
    private static double Under(Box[] boxes, Mark[] fills, double x, double y, int a, int b)
    {
        for (int i = Math.Max(a, b) - 1; i >= 0; i--)
            if (i != a && i != b && boxes[i].Contains(x, y)) return fills[i].Luminance;
        return 1;
    }
}
