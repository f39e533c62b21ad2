using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Cuts fills bounded by upright lines (frames made of an outer and an inner rectangle, L shapes) into rectangles.</summary>
internal static class RectilinearFill
{
    private const double Slack = 0.05;
    private const int MostEdges = 1300;

    /// <summary>An upright edge; its winding is +1 downwards, -1 upwards.</summary>
    public readonly record struct Edge(double X, double Y0, double Y1, int Winding);

    /// <summary>The vertical edges of (a part of) a path; null where it is not rectilinear or too complex.</summary>
    public static List<Edge>? Edges(PathBuilder path, int start = 0, int end = int.MaxValue)
    {
        var edges = new List<Edge>();
        end = Math.Min(end, path.Count);
        int first = start;
        for (int i = start; i < end; i++)
        {
            if (path[i].Step == PathStep.Curve) return null;
            if (path[i].Step == PathStep.Move) first = i;
            bool last = i + 1 == end || path[i + 1].Step == PathStep.Move;
            var (x0, y0, _) = path[i];
            var (x1, y1, _) = path[last ? first : i + 1];
            if (Math.Abs(y1 - y0) <= Slack) continue;
            if (Math.Abs(x1 - x0) > Slack || edges.Count == MostEdges) return null;
            edges.Add(new Edge((x0 + x1) / 2, Math.Min(y0, y1), Math.Max(y0, y1), y1 > y0 ? 1 : -1));
        }

        return edges;
    }

    /// <summary>The rectangles that the edges enclose, equal ones of neighbouring bands joined.</summary>
    public static List<Box> Decompose(List<Edge> edges, bool evenOdd)
    {
        edges.Sort(static (a, b) => a.X.CompareTo(b.X));
        var levels = new SortedSet<double>();
        foreach (var edge in edges)
        {
            levels.Add(edge.Y0);
            levels.Add(edge.Y1);
        }

        var done = new List<Box>();
        var open = new List<Box>();
        double? above = null;
        foreach (double level in levels)
        {
            if (above is { } top && level - top > 1e-6)
            {
                var band = Band(edges, top, level, evenOdd);
                for (int i = 0; i < band.Count; i++)
                {
                    int same = open.FindIndex(o => Math.Abs(o.X0 - band[i].X0) < Slack && Math.Abs(o.X1 - band[i].X1) < Slack && Math.Abs(o.Y1 - top) < Slack);
                    if (same < 0) continue;
                    band[i] = band[i] with { Y0 = open[same].Y0 };
                    open.RemoveAt(same);
                }

                done.AddRange(open);
                open = band;
            }

            above = level;
        }

        done.AddRange(open);
        return done;
    }

    private static List<Box> Band(List<Edge> edges, double top, double bottom, bool evenOdd)
    {
        var boxes = new List<Box>();
        double middle = (top + bottom) / 2, from = 0;
        int winding = 0;
        foreach (var edge in edges)
        {
            if (edge.Y0 > middle || edge.Y1 < middle) continue;
            bool before = evenOdd ? (winding & 1) != 0 : winding != 0;
            winding += evenOdd ? 1 : edge.Winding;
            bool inside = evenOdd ? (winding & 1) != 0 : winding != 0;
            if (inside && !before) from = edge.X;
            if (!inside && before && edge.X - from > 0) boxes.Add(new Box(from, top, edge.X, bottom));
        }

        return boxes;
    }
}
