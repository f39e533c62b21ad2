using System.Collections.Concurrent;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>The fonts of a file, each read once. Safe for concurrent use.</summary>
internal sealed class FontCache(NameTable names)
{
    private readonly ConcurrentDictionary<PdfDictionary, PdfFont> _fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _gate = new();

    public PdfFont Get(PdfDictionary dictionary)
    {
        if (_fonts.TryGetValue(dictionary, out var font)) return font;
        lock (_gate)
        {
            if (_fonts.TryGetValue(dictionary, out font)) return font;
            font = dictionary.Name("Subtype") == "Type0" || dictionary.Raw("DescendantFonts") is not null
                ? CompositeFont.Create(dictionary, names)
                : SimpleFont.Create(dictionary, names);
            return _fonts[dictionary] = font;
        }
    }
}
