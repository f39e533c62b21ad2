using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Turns painted paths into marks: straight strokes, and fills that are rectangles or consist of such.</summary>
internal sealed class MarkPainter(int most)
{
    private const double Thin = 2.5;
    private const double Slack = 0.3;
    private const double Slope = 0.003;
    private const int FewParts = 16;
    private const int MostHoles = 600;
    private readonly List<Mark> _marks = [];
    private readonly List<(int Start, int End)> _parts = [];

    public List<Mark> Marks => _marks;

    public bool IsFull => _marks.Count >= most;

    /// <summary>The smallest rectangle around a path; null where it has no points.</summary>
    public static Box? Bounds(PathBuilder path)
    {
        if (path.Count == 0) return null;
        double x0 = double.MaxValue, y0 = double.MaxValue, x1 = double.MinValue, y1 = double.MinValue;
        foreach (var (x, y, _) in path.Points)
        {
            (x0, y0) = (Math.Min(x0, x), Math.Min(y0, y));
            (x1, y1) = (Math.Max(x1, x), Math.Max(y1, y));
        }

        return new Box(x0, y0, x1, y1);
    }

    /// <summary>What two rectangles share; of no size where they do not meet.</summary>
    public static Box Intersect(in Box a, in Box b)
    {
        double x0 = Math.Max(a.X0, b.X0), y0 = Math.Max(a.Y0, b.Y0);
        return new Box(x0, y0, Math.Max(x0, Math.Min(a.X1, b.X1)), Math.Max(y0, Math.Min(a.Y1, b.Y1)));
    }

    public void Stroke(PathBuilder path, in GraphicsState state)
    {
        if (state.Stroke.Opacity <= 0) return;
        var m = state.ToPage;
        double thickness = state.LineWidth * Math.Sqrt((m.B * m.B) + (m.D * m.D)), breadth = state.LineWidth * Math.Sqrt((m.A * m.A) + (m.C * m.C));
        for (int i = 1; i < path.Count; i++)
        {
            var (x0, y0, _) = path[i - 1];
            var (x1, y1, step) = path[i];
            if (step != PathStep.Line) continue;
            double dx = Math.Abs(x1 - x0), dy = Math.Abs(y1 - y0);
            double capX = state.LineCap == 2 ? breadth / 2 : 0, capY = state.LineCap == 2 ? thickness / 2 : 0;
            if (dx == 0 && dy == 0) continue;
            if (dy <= Math.Max(0.5, dx * Slope) && dy <= dx * 0.1)
                Add(MarkKind.Stroke,
                    new Box(Math.Min(x0, x1) - capX, Math.Min(y0, y1) - (thickness / 2), Math.Max(x0, x1) + capX, Math.Max(y0, y1) + (thickness / 2)),
                    state.Stroke.Luminance, state.Clip);
            else if (dx <= Math.Max(0.5, dy * Slope) && dx <= dy * 0.1)
                Add(MarkKind.Stroke,
                    new Box(Math.Min(x0, x1) - (breadth / 2), Math.Min(y0, y1) - capY, Math.Max(x0, x1) + (breadth / 2), Math.Max(y0, y1) + capY),
                    state.Stroke.Luminance, state.Clip);
        }
    }

    public void Fill(PathBuilder path, in GraphicsState state, bool evenOdd)
    {
        if (state.Fill.Opacity <= 0) return;
        Split(path);
        if (_parts.Count > 1 && (_parts.Count <= FewParts ? Overlap(path) : _parts.Count <= MostHoles && IsAround(path)))
        {
            var edges = RectilinearFill.Edges(path);
            if (edges is not null)
            {
                foreach (var box in RectilinearFill.Decompose(edges, evenOdd)) Add(MarkKind.Fill, box, state.Fill.Luminance, state.Clip);
                return;
            }
        }

        foreach (var (start, end) in _parts)
        {
            var box = Around(path, start, end);
            if (Math.Min(box.Width, box.Height) <= Thin || IsRectangle(path, start, end, box)) Add(MarkKind.Fill, box, state.Fill.Luminance, state.Clip);
            else if (RectilinearFill.Edges(path, start, end) is { } edges)
            {
                foreach (var part in RectilinearFill.Decompose(edges, evenOdd)) Add(MarkKind.Fill, part, state.Fill.Luminance, state.Clip);
            }
        }
    }

    /// <summary>Adds a mark, cut to the clip; nothing where none of it shows.</summary>
    public void Add(MarkKind kind, in Box box, double luminance, in Box clip)
    {
        double x0 = Math.Max(box.X0, clip.X0), y0 = Math.Max(box.Y0, clip.Y0), x1 = Math.Min(box.X1, clip.X1), y1 = Math.Min(box.Y1, clip.Y1);
        if (x0 <= x1 && y0 <= y1 && _marks.Count < most) _marks.Add(new Mark(kind, new Box(x0, y0, x1, y1), luminance));
    }

    private void Split(PathBuilder path)
    {
        _parts.Clear();
        int start = 0;
        for (int i = 1; i <= path.Count; i++)
        {
            if (i < path.Count && path[i].Step != PathStep.Move) continue;
            if (i - start >= 2) _parts.Add((start, i));
            start = i;
        }
    }

    private bool Overlap(PathBuilder path)
    {
        for (int i = 0; i < _parts.Count; i++)
        {
            var a = Around(path, _parts[i].Start, _parts[i].End);
            for (int k = i + 1; k < _parts.Count; k++)
            {
                var b = Around(path, _parts[k].Start, _parts[k].End);
                if (a.X0 < b.X1 - Slack && b.X0 < a.X1 - Slack && a.Y0 < b.Y1 - Slack && b.Y0 < a.Y1 - Slack) return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first part holds all others: they are its holes.</summary>
    private bool IsAround(PathBuilder path)
    {
        var frame = Around(path, _parts[0].Start, _parts[0].End);
        for (int i = 1; i < _parts.Count; i++)
        {
            var part = Around(path, _parts[i].Start, _parts[i].End);
            if (part.X0 < frame.X0 || part.Y0 < frame.Y0 || part.X1 > frame.X1 || part.Y1 > frame.Y1) return false;
        }

        return true;
    }

    private static Box Around(PathBuilder path, int start, int end)
    {
        double x0 = double.MaxValue, y0 = double.MaxValue, x1 = double.MinValue, y1 = double.MinValue;
        for (int i = start; i < end; i++)
        {
            var (x, y, _) = path[i];
            (x0, y0) = (Math.Min(x0, x), Math.Min(y0, y));
            (x1, y1) = (Math.Max(x1, x), Math.Max(y1, y));
        }

        return new Box(x0, y0, x1, y1);
    }

    /// <summary>Whether the points visit the four corners of the box around them, in turn, along straight lines.</summary>
    private static bool IsRectangle(PathBuilder path, int start, int end, in Box box)
    {
        int corners = 0, last = -1;
        for (int i = start; i < end; i++)
        {
            var (x, y, step) = path[i];
            if (step == PathStep.Curve) return false;
            bool left = x - box.X0 <= Slack, right = box.X1 - x <= Slack, top = y - box.Y0 <= Slack, bottom = box.Y1 - y <= Slack;
            if ((!left && !right) || (!top && !bottom)) return false;
            int corner = (right ? 1 : 0) + (bottom ? 2 : 0);
            if (last >= 0 && (corner ^ last) == 3) return false;
            (corners, last) = (corners | (1 << corner), corner);
        }

        return corners == 15;
    }
}
