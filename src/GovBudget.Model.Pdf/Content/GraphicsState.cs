using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Fonts;

namespace GovBudget.Model.Pdf.Content;

/// <summary>What operators set and <c>q</c> … <c>Q</c> save.</summary>
internal struct GraphicsState
{
    /// <summary>From user space to the page as shown.</summary>
    public Matrix ToPage;

    /// <summary>What may be painted on, on the page; of clip paths that are no rectangles, the smallest one around.</summary>
    public Box Clip;

    public PdfFont? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;

    /// <summary>1 for 100 %.</summary>
    public double HorizontalScale;

    public double Leading;
    public double Rise;
    public int RenderMode;
    public double LineWidth;
    public int LineCap;
    public Paint Fill;
    public Paint Stroke;

    public static GraphicsState Initial(Matrix toPage, Box page) => new()
    {
        ToPage = toPage,
        Clip = page,
        HorizontalScale = 1,
        LineWidth = 1,
        Fill = Paint.Black,
        Stroke = Paint.Black,
    };
}

/// <summary>What is painted with.</summary>
/// <param name="Space">The colour space.</param>
/// <param name="Luminance">0 black to 1 white.</param>
/// <param name="Opacity">0 invisible to 1.</param>
internal readonly record struct Paint(ColorSpace Space, double Luminance, double Opacity)
{
    public static readonly Paint Black = new(ColorSpace.Gray, 0, 1);
}
