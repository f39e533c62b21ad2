using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Content;
using GovBudget.Model.Pdf.Objects;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Model.Pdf;

/// <summary>An image on a page. Its pixels are decoded only when asked for.</summary>
public sealed class PageImage
{
    private readonly PdfStream _stream;
    private readonly Matrix _toPage;
    private readonly ColorSpace _space;

    internal PageImage(PdfStream stream, Matrix toPage, ColorSpace space, Box box) => (_stream, _toPage, _space, Box) = (stream, toPage, space, box);

    /// <summary>Where it stands, before clipping, in page coordinates.</summary>
    public Box Box { get; }

    /// <summary>Width in pixels, as stored.</summary>
    public int Width => _stream.Dictionary.Integer("Width");

    /// <summary>Height in pixels, as stored.</summary>
    public int Height => _stream.Dictionary.Integer("Height");

    /// <summary>Its pixels in grey, turned as the page shows them; null where it is stored in a way that is not decoded here (JPEG, JPEG 2000, fax, JBIG2), or
    /// stands askew.</summary>
    public GrayBitmap? ToGray() => ImageSamples.Read(_stream, _space) is { } stored ? ImageSamples.Turn(stored, _toPage) : null;
}
