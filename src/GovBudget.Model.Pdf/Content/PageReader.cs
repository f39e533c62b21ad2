using GovBudget.Model.Pdf.Fonts;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Reads one page: geometry, content, annotations.</summary>
internal static class PageReader
{
    public static PageContent Read(PageNode page, int number, PdfObjectStore store, FontCache fonts, OptionalContent optional, CancellationToken cancellation)
    {
        var sink = new DiagnosticSink(number);
        var geometry = PageGeometry.Read(page, sink);
        var interpreter = new ContentInterpreter(store.Limits, store.Names, fonts, optional, sink, geometry, cancellation);
        interpreter.Run(Content(page.Dictionary, store.Limits, sink).Span, page.Inherited("Resources") as PdfDictionary);
        if (page.Dictionary.Array("Annots") is { } annotations) interpreter.RunAnnotations(annotations);

        if (interpreter.LettersOutside > 0) sink.Add($"有 {interpreter.LettersOutside} 个文字在页面可见范围之外，未读取。");
        int unknown = 0;
        foreach (var letter in interpreter.Letters) unknown += letter.Source == UnicodeSource.Unknown ? 1 : 0;
        if (unknown > 0) sink.Add($"有 {unknown} 个文字的字体没有编码信息，无法识别。", isLoss: true);
        if (interpreter.Marks.Count >= store.Limits.Marks) sink.Add($"页面线条超过上限（{store.Limits.Marks} 条），其余未读取。", isLoss: true);
        return new PageContent(number, geometry.Width, geometry.Height, interpreter.Letters, interpreter.Marks, sink.Items)
        {
            Images = interpreter.Images,
            LettersOutside = interpreter.LettersOutside,
        };
    }

    /// <summary>The page's content; several streams are one, parted by white space.</summary>
    private static ReadOnlyMemory<byte> Content(PdfDictionary page, PdfLimits limits, DiagnosticSink sink)
    {
        switch (page.Get("Contents"))
        {
            case PdfStream only:
                return only.Decode(sink);
            case PdfArray { Count: 1 } one:
                return one[0] is PdfStream single ? single.Decode(sink) : Missing(sink);
            case PdfArray several:
                using (var all = new MemoryStream())
                {
                    for (int i = 0; i < several.Count; i++)
                    {
                        if (several[i] is not PdfStream part)
                        {
                            Missing(sink);
                            continue;
                        }

                        all.Write(part.Decode(sink).Span);
                        all.WriteByte((byte)'\n');
                        if (all.Length <= limits.PageBytes) continue;
                        sink.Add($"页面内容展开后超过上限 {limits.PageBytes} 字节，其余未读取。", isLoss: true);
                        break;
                    }

                    return all.GetBuffer().AsMemory(0, (int)all.Length);
                }

            case null:
                if (page.Raw("Contents") is not (null or PdfNull)) Missing(sink);
                return ReadOnlyMemory<byte>.Empty;
            default:
                return Missing(sink);
        }
    }

    private static ReadOnlyMemory<byte> Missing(DiagnosticSink sink)
    {
        sink.Add("页面内容缺失，无法读取。", isLoss: true);
        return ReadOnlyMemory<byte>.Empty;
    }
}
