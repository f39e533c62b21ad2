using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Turns the large pictures of a page into letters and rules, so that the page can be analysed as if they had been printed as text.</summary>
public static class PictureReader
{
    private const int LettersOfText = 10;
    private const int FewestCells = 5; // fewer are a chart with its axes or legend
    private const int LowestResolution = 150, HighestResolution = 400, UsualResolution = 300;
    private const double WholePage = 0.5;

    /// <summary>The page with its pictures read; the same instance where none of them holds a table or a page of text, or a text layer says what they
    /// hold.</summary>
    /// <param name="file">The file that the page is of.</param>
    /// <param name="page">The page.</param>
    /// <param name="recogniser">What reads the text.</param>
    /// <param name="options">The tolerances; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="RecognitionException">The recogniser does not work.</exception>
    public static PageContent Read(PdfFile file, PageContent page, ITextRecogniser recogniser, PdfLayoutOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(recogniser);
        options ??= PdfLayoutOptions.Default;
        var content = page;
        foreach (var box in PictureFinder.Find(page, options))
        {
            if (page.Letters.Count(letter => letter.Text.Trim().Length > 0 && box.Contains(letter.Box.CenterX, letter.Box.CenterY)) >= LettersOfText) continue;
            if (Pixels(file, page, box, cancellationToken) is { } bitmap) content = Read(content, bitmap, box, recogniser, options, cancellationToken);
            else
                content = content with
                {
                    Diagnostics = [.. content.Diagnostics,
                    new LayoutDiagnostic("图片的存储格式（如 JPEG、传真、JBIG2）需要 pdftoppm（软件包 poppler-utils）才能识别，未识别", new Place(page.Number, box), IsLoss: true)]
                };
        }

        return content;
    }

    /// <summary>The page with one picture read.</summary>
    internal static PageContent Read(PageContent page, GrayBitmap bitmap, Box box, ITextRecogniser recogniser, PdfLayoutOptions options,
        CancellationToken cancellationToken)
    {
        bitmap = Deskew.Level(bitmap);
        var scale = PictureScale.Of(bitmap, box);
        int threshold = bitmap.Threshold();
        var rules = PictureRules.Find(bitmap, scale, threshold, options);
        var text = new PictureText(bitmap, scale, threshold, rules);
        if (text.FilledCells < FewestCells && box.Width * box.Height < WholePage * page.Width * page.Height) return page;
        var lines = text.Read(recogniser, cancellationToken);
        var place = new Place(page.Number, box);
        var diagnostics = page.Diagnostics.ToList();
        int unread = lines.Count(line => line.Words.Count == 0 && line.InCell);
        if (unread > 0) diagnostics.Add(new LayoutDiagnostic($"图片中有 {unread} 处文字未能识别", place, IsLoss: true));
        diagnostics.Add(new LayoutDiagnostic($"此处的内容由图片识别而来（{rules.Lattices.Count} 张表）", place));
        return page with
        {
            Letters = [.. page.Letters, .. lines.SelectMany(line => RecognisedLetters.Of(line, scale))],
            Marks = [.. page.Marks.Where(mark => mark.Kind != MarkKind.Image || !IsPart(mark.Box, box)), .. rules.Edges.Select(Mark)],
            Diagnostics = diagnostics,
        };
    }

    private static Mark Mark(RulingEdge edge) => new(MarkKind.Fill, edge.Horizontal
        ? new Box(edge.From, edge.Position - 0.25, edge.To, edge.Position + 0.25)
        : new Box(edge.Position - 0.25, edge.From, edge.Position + 0.25, edge.To));

    private static bool IsPart(Box image, Box picture) => picture.Contains(image.CenterX, image.CenterY);

    /// <summary>The pixels of a picture: its own where it is one image that can be decoded, else those of the page as rendered.</summary>
    private static GrayBitmap? Pixels(PdfFile file, PageContent page, Box box, CancellationToken cancellationToken)
    {
        var parts = page.Images.Where(image => IsPart(image.Box, box)).ToList();
        if (parts is [var only] && Math.Abs(only.Box.Width - box.Width) < 1 && Math.Abs(only.Box.Height - box.Height) < 1 && only.ToGray() is { } own)
            return own;
        double finest = parts.Select(part => Math.Max(part.Width, part.Height) * 72 / Math.Max(part.Box.Width, part.Box.Height))
            .DefaultIfEmpty(UsualResolution)
            .Max();
        int resolution = (int)Math.Clamp(Math.Round(finest), LowestResolution, HighestResolution);
        if (PageRenderer.Render(file.Data, page.Number, resolution, cancellationToken) is not { } whole) return null;
        var cut = PictureScale.Of(whole, new Box(0, 0, page.Width, page.Height)).ToPixels(box).Within(whole);
        return cut.Width < 1 || cut.Height < 1 ? null : whole.Crop(cut, 0, 1);
    }
}
