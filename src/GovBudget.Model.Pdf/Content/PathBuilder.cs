namespace GovBudget.Model.Pdf.Content;

/// <summary>How a point of a path is reached.</summary>
internal enum PathStep : byte
{
    /// <summary>A new part begins.</summary>
    Move,

    /// <summary>By a straight line.</summary>
    Line,

    /// <summary>By a curve.</summary>
    Curve,
}

/// <summary>The path under construction, its points on the page.</summary>
internal sealed class PathBuilder
{
    private const int Most = 2_000_000;
    private readonly List<(double X, double Y, PathStep Step)> _points = [];
    private int _start = -1;
    private double _userX;
    private double _userY;

    public IReadOnlyList<(double X, double Y, PathStep Step)> Points => _points;

    public int Count => _points.Count;

    public (double X, double Y, PathStep Step) this[int index] => _points[index];

    public void Move(in Matrix matrix, double x, double y)
    {
        _start = _points.Count;
        Add(matrix, x, y, PathStep.Move);
    }

    public void Line(in Matrix matrix, double x, double y) => Add(matrix, x, y, _start < 0 ? PathStep.Move : PathStep.Line);

    /// <summary>A curve, which is kept as its control points and end: they hold it.</summary>
    public void Curve(in Matrix matrix, double x1, double y1, double x2, double y2, double x, double y)
    {
        if (_start < 0) Move(matrix, x1, y1);
        Add(matrix, x1, y1, PathStep.Curve);
        Add(matrix, x2, y2, PathStep.Curve);
        Add(matrix, x, y, PathStep.Curve);
    }

    /// <summary>The curve whose first control point is the current point.</summary>
    public void CurveFromHere(in Matrix matrix, double x2, double y2, double x, double y) => Curve(matrix, _userX, _userY, x2, y2, x, y);

    public void Close()
    {
        if (_start < 0 || _start >= _points.Count) return;
        var (x, y, _) = _points[_start];
        if (_points.Count > _start + 1 && _points.Count < Most) _points.Add((x, y, PathStep.Line));
    }

    public void Rectangle(in Matrix matrix, double x, double y, double width, double height)
    {
        Move(matrix, x, y);
        Line(matrix, x + width, y);
        Line(matrix, x + width, y + height);
        Line(matrix, x, y + height);
        Close();
    }

    public void Clear()
    {
        _points.Clear();
        _start = -1;
    }

    private void Add(in Matrix matrix, double x, double y, PathStep step)
    {
        (_userX, _userY) = (x, y);
        if (_start < 0) _start = _points.Count;
        var (px, py) = matrix.Map(x, y);
        if (_points.Count < Most && double.IsFinite(px) && double.IsFinite(py)) _points.Add((px, py, step));
    }
}
