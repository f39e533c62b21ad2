using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <content>Forms, images, annotations.</content>
internal sealed partial class ContentInterpreter
{
    private const int AnnotationHidden = 2 | 32; // Hidden, NoView
    private const int WorkOfForm = 20;
    private const int MostImages = 10_000;

    /// <summary>Paints the appearances of a page's annotations that are shown on screen.</summary>
    public void RunAnnotations(PdfArray annotations)
    {
        for (int i = 0; i < annotations.Count && !_stopped; i++)
        {
            if (annotations[i] is not PdfDictionary annotation || (annotation.Integer("F") & AnnotationHidden) != 0 || annotation.Name("Subtype") == "Popup")
                continue;
            if (!_optional.Shows(annotation.Dictionary("OC")) || Appearance(annotation) is not { } form || annotation.Numbers("Rect", 4) is not { } rect)
                continue;
            var box = form.Dictionary.Numbers("BBox", 4) ?? [0, 0, 1, 1];
            var matrix = form.Dictionary.Numbers("Matrix", 6) is { } numbers ? Matrix.Of(numbers) : Matrix.Identity;
            var around = matrix.MapBox(box[0], box[1], box[2], box[3]);
            double x = Math.Min(rect[0], rect[2]), y = Math.Min(rect[1], rect[3]), width = Math.Abs(rect[2] - rect[0]), height = Math.Abs(rect[3] - rect[1]);
            if (around.Width <= 0 || around.Height <= 0) continue;
            double sx = width / around.Width, sy = height / around.Height;
            var outer = _state;
            _state.ToPage = new Matrix(sx, 0, 0, sy, x - (around.X0 * sx), y - (around.Y0 * sy)) * _state.ToPage;
            PlaceForm(form);
            _state = outer;
        }
    }

    private static PdfStream? Appearance(PdfDictionary annotation) => annotation.Dictionary("AP")?.Get("N") switch
    {
        PdfStream stream => stream,
        PdfDictionary states => annotation.Name("AS") is { } state ? states.Stream(state) : null,
        _ => null,
    };

    private void PlaceObject()
    {
        if (_hidden > 0 || _operands.Name(1) is not { } name) return;
        if (_resources?.Dictionary("XObject")?.Stream(name) is not { } stream)
        {
            _sink.Add($"页面引用了不存在的对象“{name}”。", isLoss: true);
            return;
        }

        if (!_optional.Shows(stream.Dictionary.Dictionary("OC"))) return;
        if (stream.Dictionary.Name("Subtype") == "Image") PlaceImage(stream.Dictionary, stream, () => stream.Decode(_sink));
        else if (stream.Dictionary.Name("Subtype") == "Form" || stream.Dictionary.Raw("BBox") is not null) PlaceForm(stream);
    }

    private void PlaceForm(PdfStream form)
    {
        if (!Account(WorkOfForm)) return;
        if (_running.Count >= DeepestForm || !_running.Add(form))
        {
            _sink.Add("表单对象循环引用或嵌套过深，已跳过。");
            return;
        }

        var outer = _state;
        var (outerText, outerLine) = (_text, _textLine);
        if (form.Dictionary.Numbers("Matrix", 6) is { } matrix) _state.ToPage = Matrix.Of(matrix) * _state.ToPage;
        if (form.Dictionary.Numbers("BBox", 4) is { } box)
            _state.Clip = MarkPainter.Intersect(_state.Clip, _state.ToPage.MapBox(box[0], box[1], box[2], box[3]));
        Run(Content(form).Span, form.Dictionary.Dictionary("Resources") ?? _resources);
        (_state, _text, _textLine) = (outer, outerText, outerLine);
        _running.Remove(form);
    }

    /// <summary>A form's content, decoded once a page, as long as the page keeps within its limit.</summary>
    private ReadOnlyMemory<byte> Content(PdfStream form)
    {
        if (_decoded.TryGetValue(form, out var content)) return content;
        if (_bytes > _limits.PageBytes)
        {
            _sink.Add($"页面内容展开后超过上限 {_limits.PageBytes} 字节，其余未读取。", isLoss: true);
            return ReadOnlyMemory<byte>.Empty;
        }

        content = form.Decode(_sink);
        _bytes += content.Length;
        return _decoded[form] = content;
    }

    private void PlaceInlineImage(ReadOnlySpan<byte> content, ref int position)
    {
        int before = position;
        var image = InlineImage.Read(content, ref position, _names);
        if (_hidden > 0) return;
        PlaceImage(image, null, static () => ReadOnlyMemory<byte>.Empty);
        Account((position - before) / 64);
    }

    /// <summary>An image is a mark where it stands; one of a single pixel is a filled rectangle, which some producers rule tables with.</summary>
    private void PlaceImage(PdfDictionary image, PdfStream? stream, Func<ReadOnlyMemory<byte>> decode)
    {
        if (_state.Fill.Opacity <= 0) return;
        var box = _state.ToPage.MapBox(0, 0, 1, 1);
        bool single = image.Integer("Width") == 1 && image.Integer("Height") == 1;
        if (!single)
        {
            _painter.Add(MarkKind.Image, box, 0, _state.Clip);
            if (stream is not null && Images.Count < MostImages)
                Images.Add(new PageImage(stream, _state.ToPage, ColorSpace.Read(image.Get("ColorSpace"), _resources), box));
        }
        else _painter.Add(MarkKind.Fill, box, image.Boolean("ImageMask") ? _state.Fill.Luminance : PixelLuminance(image, decode()), _state.Clip);
    }

    private double PixelLuminance(PdfDictionary image, ReadOnlyMemory<byte> pixel)
    {
        var space = ColorSpace.Read(image.Get("ColorSpace"), _resources);
        int bits = image.Integer("BitsPerComponent", 8);
        if (space.Components == 0 || pixel.Length == 0) return 0;
        Span<double> color = stackalloc double[32];
        for (int i = 0; i < Math.Min(space.Components, color.Length); i++)
        {
            if (bits == 8) color[i] = i < pixel.Length ? pixel.Span[i] / 255.0 : 0;
            else color[i] = bits < 8 && i == 0 ? (pixel.Span[0] >> (8 - bits)) / (double)((1 << bits) - 1) : 0;
        }

        return space.Luminance(color[..Math.Min(space.Components, color.Length)]);
    }
}
