using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds images large enough to hold a table or a chart; strips that touch are one image.</summary>
public static class PictureFinder
{
    private const double Touch = 2, MinimumHeight = 20;

    /// <summary>Where large images stand, from top to bottom.</summary>
    public static IReadOnlyList<Box> Find(PageContent page, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(options);
        var images = page.Marks.Where(mark => mark.Kind == MarkKind.Image && mark.Box.Width > options.RuleThickness && mark.Box.Height > options.RuleThickness)
            .Select(mark => mark.Box).OrderBy(box => box.Y0).ThenBy(box => box.X0);
        var joined = new List<Box>();
        foreach (var image in images)
        {
            int above = joined.FindLastIndex(box => Math.Abs(box.X0 - image.X0) < Touch && Math.Abs(box.X1 - image.X1) < Touch && image.Y0 <= box.Y1 + Touch);
            if (above < 0) joined.Add(image);
            else joined[above] = joined[above].Union(image);
        }
        return [.. joined.Where(box => box.Height >= MinimumHeight
            && (box.Width * box.Height > options.PictureShare * page.Width * page.Height || box.Width > page.Width / 2))];
    }
}
