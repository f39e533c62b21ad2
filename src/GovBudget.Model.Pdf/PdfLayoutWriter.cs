using System.Text;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Writing;

namespace GovBudget.Model.Pdf;

/// <summary>Prints layouts as PDF: cover, contents with links, tables in the look of the official forms, text, bookmarks, structure tags. Knows nothing of
/// budgets.</summary>
/// <remarks>
/// <para>Each page or sheet of the layout begins a new page. A first page of centred paragraphs is the cover. A grid takes the width of the page, A4 upright or
/// across (A3 across
/// where it must), its header rows (set as <see cref="CellStyle.Header"/>) are repeated on every page that it runs over. Tabs in a paragraph part what stands
/// left, in the middle and right.</para>
/// <para>The same layout with the same fonts gives the same bytes: no clock, no random identifiers. Thread-safe.</para>
/// <para>The files are tagged, carry an sRGB output intent and XMP metadata, and call themselves PDF/A-3a where all fonts are embedded. No validator of PDF/A
/// has been run on them; not stated are
/// dates (which would differ from run to run) and alternative spellings of abbreviations. Pictures of a layout carry no image and are left out, with a
/// diagnostic.</para>
/// </remarks>
public static class PdfLayoutWriter
{
    /// <summary>Prints a layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="stream">Where to; stays open. Nothing is written where an error is thrown.</param>
    /// <param name="options">Fonts, contents, properties; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="PdfFontException">A font asked for cannot be used.</exception>
    /// <exception cref="MissingCharactersException">No font at hand shows some character.</exception>
    /// <exception cref="InvalidOperationException">A row of a table does not fit any page.</exception>
    public static PdfWriteResult Write(DocumentLayout layout, Stream stream, PdfWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(stream);
        options ??= PdfWriteOptions.Default;
        var fonts = FontSet.Choose(options, Characters(layout, options));
        var document = new DocumentSetter(fonts, options).Set(layout, cancellationToken);
        new FileAssembler(document, fonts, options).Write(stream);
        var diagnostics = new List<LayoutDiagnostic>(fonts.Warnings);
        diagnostics.AddRange(layout.Blocks.OfType<Picture>().Select(picture => new LayoutDiagnostic("图片没有印出：版面中只有其位置", picture.Place, true)));
        return new PdfWriteResult(document.Pages.Count, [.. fonts.Used.Select(font => font.Family)], diagnostics.ToValueList());
    }

    private static HashSet<Rune> Characters(DocumentLayout layout, PdfWriteOptions options)
    {
        var characters = new HashSet<Rune>();
        if (options.PageNumbers) characters.UnionWith("0123456789—".EnumerateRunes());
        if (options.Contents != false) characters.UnionWith("目录0123456789.".EnumerateRunes());
        foreach (var block in layout.Blocks)
        {
            if (block is Paragraph paragraph) characters.UnionWith(paragraph.Text.EnumerateRunes());
            else if (block is Grid grid)
                foreach (var cell in grid.Cells) characters.UnionWith(cell.Text.EnumerateRunes());
        }
        foreach (var page in layout.Pages) characters.UnionWith((page.Name ?? "").EnumerateRunes());
        return characters;
    }
}
