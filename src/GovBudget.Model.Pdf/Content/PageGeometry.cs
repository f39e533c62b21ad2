using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>How a page's user space lies on the page as shown: crop box, rotation, user unit.</summary>
/// <param name="Width">Width as shown, in points.</param>
/// <param name="Height">Height as shown, in points.</param>
/// <param name="ToPage">From user space to the page as shown.</param>
internal sealed record PageGeometry(double Width, double Height, Matrix ToPage)
{
    private const double Largest = 200_000;
    private static readonly double[] s_a4 = [0, 0, 595, 842];

    public static PageGeometry Read(PageNode page, DiagnosticSink sink)
    {
        var media = Rectangle(page.Inherited("MediaBox"));
        if (media is null)
        {
            sink.Add("页面没有有效的尺寸，按 A4 处理。");
            media = s_a4;
        }

        var box = Rectangle(page.Inherited("CropBox")) is { } crop && Intersect(crop, media) is { } shown ? shown : media;
        double unit = page.Dictionary.Number("UserUnit", 1) is > 0 and < 1000 and var stated ? stated : 1;
        int turn = page.Inherited("Rotate") is PdfNumber rotate ? (int)((((Math.Round(rotate.Value / 90) * 90) % 360) + 360) % 360) : 0;
        double width = (box[2] - box[0]) * unit, height = (box[3] - box[1]) * unit;
        var map = turn switch
        {
            90 => new Matrix(0, unit, unit, 0, -box[1] * unit, -box[0] * unit),
            180 => new Matrix(-unit, 0, 0, unit, box[2] * unit, -box[1] * unit),
            270 => new Matrix(0, -unit, -unit, 0, box[3] * unit, box[2] * unit),
            _ => new Matrix(unit, 0, 0, -unit, -box[0] * unit, box[3] * unit),
        };
        return turn is 90 or 270 ? new(height, width, map) : new(width, height, map);
    }

    private static double[]? Rectangle(PdfObject? value)
    {
        if (value is not PdfArray { Count: >= 4 } array) return null;
        double a = array.Number(0), b = array.Number(1), c = array.Number(2), d = array.Number(3);
        double[] box = [Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)];
        return box[2] - box[0] is > 0 and < Largest && box[3] - box[1] is > 0 and < Largest && Math.Abs(box[0]) < Largest && Math.Abs(box[1]) < Largest
            ? box
            : null;
    }

    private static double[]? Intersect(double[] a, double[] b)
    {
        double[] both = [Math.Max(a[0], b[0]), Math.Max(a[1], b[1]), Math.Min(a[2], b[2]), Math.Min(a[3], b[3])];
        return both[2] - both[0] > 0.5 && both[3] - both[1] > 0.5 ? both : null;
    }
}
