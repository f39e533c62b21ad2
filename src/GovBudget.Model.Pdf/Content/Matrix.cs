using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Content;

/// <summary>An affine map of points: (x, y) → (A x + C y + E, B x + D y + F).</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>First the left map, then the right one.</summary>
    public static Matrix operator *(Matrix first, Matrix second) => new(
        (first.A * second.A) + (first.B * second.C),
        (first.A * second.B) + (first.B * second.D),
        (first.C * second.A) + (first.D * second.C),
        (first.C * second.B) + (first.D * second.D),
        (first.E * second.A) + (first.F * second.C) + second.E,
        (first.E * second.B) + (first.F * second.D) + second.F);

    public static Matrix Of(double[] numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);

    public (double X, double Y) Map(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>This map after a shift.</summary>
    public Matrix Shifted(double x, double y) => this with { E = (A * x) + (C * y) + E, F = (B * x) + (D * y) + F };

    /// <summary>The smallest upright rectangle around a mapped rectangle.</summary>
    public Box MapBox(double x0, double y0, double x1, double y1)
    {
        var (ax, ay) = Map(x0, y0);
        var (bx, by) = Map(x1, y0);
        var (cx, cy) = Map(x0, y1);
        var (dx, dy) = Map(x1, y1);
        return new Box(
            Math.Min(Math.Min(ax, bx), Math.Min(cx, dx)), Math.Min(Math.Min(ay, by), Math.Min(cy, dy)),
            Math.Max(Math.Max(ax, bx), Math.Max(cx, dx)), Math.Max(Math.Max(ay, by), Math.Max(cy, dy)));
    }
}
