using System.Globalization;
using System.Security;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Puts pages, structure, bookmarks, properties and attachments together as a file.</summary>
internal sealed class FileAssembler(PrintedDocument document, FontSet fonts, PdfWriteOptions options)
{
    private const string Producer = "GovBudget.Model";
    private readonly PdfObjectWriter _file = new();
    private readonly Dictionary<PrintedPage, int> _pages = new(ReferenceEqualityComparer.Instance);

    private string? Title => options.Title ?? document.Title;

    /// <summary>Writes the file.</summary>
    public void Write(Stream output)
    {
        int root = _file.Reserve(), tree = _file.Reserve();
        foreach (var page in document.Pages) _pages[page] = _file.Reserve();
        var structure = new StructureWriter(_file, _pages);
        int tags = structure.Write(document.Structure, document.Pages);
        Pages(tree, structure);
        int outlines = Outlines();
        int info = _file.Add(
            $"<<{(Title is { } title ? $"/Title {PdfObjectWriter.String(title)}" : "")}{(options.Author is { } author ? $"/Author {PdfObjectWriter.String(author)}" : "")}/Producer({Producer})>>");
        int metadata = _file.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Metadata()), compress: false);
        int profile = _file.AddStream("/N 3", ColorProfile.Make());
        int intent = _file.Add($"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile {R(profile)}>>");
        _file.Set(root,
            $"<</Type/Catalog/Pages {R(tree)}/Lang{PdfObjectWriter.String(options.Language)}/MarkInfo<</Marked true>>/StructTreeRoot {R(tags)}/Metadata {R(metadata)}/OutputIntents[{R(intent)}]"
            + $"/ViewerPreferences<</DisplayDocTitle true>>{(outlines > 0 ? $"/Outlines {R(outlines)}/PageMode/UseOutlines" : "")}{Attachments()}>>");
        _file.Write(output, root, info);
    }

    private void Pages(int tree, StructureWriter structure)
    {
        var ids = new Dictionary<PrintFont, int>();
        for (int i = 0; i < document.Pages.Count; i++)
        {
            var page = document.Pages[i];
            var (content, used) = ContentPrinter.Print(page, fonts);
            int stream = _file.AddStream("", content);
            foreach (var font in used)
                if (!ids.ContainsKey(font)) ids[font] = _file.Reserve();
            string resources = used.Count == 0 ? "" : $"/Font<<{string.Concat(used.Select(font => $"/{font.Name} {R(ids[font])}"))}>>";
            var links = page.Links.Select(link => structure.Links[link].Id).ToList();
            foreach (var link in page.Links) WriteLink(page, link, structure.Links[link]);
            _file.Set(_pages[page],
                string.Create(CultureInfo.InvariantCulture,
                    $"<</Type/Page/Parent {R(tree)}/MediaBox[0 0 {N(page.Width)} {N(page.Height)}]/Contents {R(stream)}/Resources<<{resources}>>/StructParents {i}/Tabs/S")
                + $"{(links.Count == 0 ? "" : $"/Annots[{string.Join(' ', links.Select(R))}]")}>>");
        }
        foreach (var (font, id) in ids.OrderBy(pair => pair.Value)) font.Write(_file, id);
        _file.Set(tree,
            string.Create(CultureInfo.InvariantCulture,
                $"<</Type/Pages/Count {document.Pages.Count}/Kids[{string.Join(' ', document.Pages.Select(page => R(_pages[page])))}]>>"));
    }

    private void WriteLink(PrintedPage page, Link link, (int Id, int Parent) place)
    {
        var box = link.Box;
        _file.Set(place.Id,
            string.Create(CultureInfo.InvariantCulture,
                $"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent {place.Parent}/Rect[{N(box.X0)} {N(page.Height - box.Y1)} {N(box.X1)} {N(page.Height - box.Y0)}]")
            + $"/Contents{PdfObjectWriter.String(string.Concat(document.Headings.Where(heading => ReferenceEquals(heading.Page, link.Target)).Take(1).Select(heading => heading.Text)))}/Dest[{R(_pages[link.Target])}/XYZ null null null]>>");
    }

    /// <summary>Bookmarks in two levels.</summary>
    /// <returns>The outline's object; 0 where there are none.</returns>
    private int Outlines()
    {
        var headings = document.Headings;
        if (headings.Count == 0) return 0;
        int root = _file.Reserve();
        var ids = headings.ConvertAll(_ => _file.Reserve());
        var parent = new int[headings.Count];
        int top = -1;
        for (int i = 0; i < headings.Count; i++)
        {
            if (headings[i].Level == 1) top = i;
            parent[i] = headings[i].Level == 1 ? -1 : top;
        }
        for (int i = 0; i < headings.Count; i++)
        {
            var siblings = Kids(parent[i]);
            int at = siblings.IndexOf(i);
            var heading = headings[i];
            _file.Set(ids[i],
                $"<</Title {PdfObjectWriter.String(heading.Text)}/Parent {R(parent[i] < 0 ? root : ids[parent[i]])}/Dest[{R(_pages[heading.Page])}/XYZ null {N(heading.Page.Height - heading.Y + 6)} null]"
                + (at > 0 ? $"/Prev {R(ids[siblings[at - 1]])}" : "")
                + (at + 1 < siblings.Count ? $"/Next {R(ids[siblings[at + 1]])}" : "")
                + Ends(i, -1)
                + ">>");
        }
        _file.Set(root, $"<</Type/Outlines{Ends(-1, 1)}>>");
        return root;

        List<int> Kids(int of) => [.. Enumerable.Range(0, headings.Count).Where(i => parent[i] == of && i != of)];
        string Ends(int of, int sign)
        {
            var kids = Kids(of);
            return kids.Count == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"/First {R(ids[kids[0]])}/Last {R(ids[kids[^1]])}/Count {sign * kids.Count}");
        }
    }

    private string Attachments()
    {
        if (options.Attachments.Count == 0) return "";
        var entries = new List<(string Name, int Id)>();
        foreach (var attachment in options.Attachments)
        {
            int data = _file.AddStream(string.Create(CultureInfo.InvariantCulture,
                $"/Type/EmbeddedFile/Subtype/{attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal)}/Params<</Size {attachment.Content.Length}>>"), attachment.Content.Span);
            string name = PdfObjectWriter.String(attachment.Name);
            entries.Add(
                (attachment.Name,
                    _file.Add(
                        $"<</Type/Filespec/F {name}/UF {name}/AFRelationship/Source{(attachment.Description is { } words ? $"/Desc {PdfObjectWriter.String(words)}" : "")}/EF<</F {R(data)}/UF {R(data)}>>>>")));
        }
        string names = string.Join(' ',
            entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => $"{PdfObjectWriter.String(entry.Name)} {R(entry.Id)}"));
        return $"/AF[{string.Join(' ', entries.Select(entry => R(entry.Id)))}]/Names<</EmbeddedFiles<</Names[{names}]>>>>";
    }

    /// <summary>The properties as XMP. The file calls itself PDF/A-3 only where every font is embedded.</summary>
    private string Metadata()
    {
        var properties = new StringBuilder();
        if (Title is { } title)
            properties.Append(CultureInfo.InvariantCulture,
                $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(title)}</rdf:li></rdf:Alt></dc:title>\n");
        if (options.Author is { } author)
            properties.Append(CultureInfo.InvariantCulture, $"<dc:creator><rdf:Seq><rdf:li>{Escape(author)}</rdf:li></rdf:Seq></dc:creator>\n");
        properties.Append(CultureInfo.InvariantCulture,
            $"<dc:language><rdf:Bag><rdf:li>{Escape(options.Language)}</rdf:li></rdf:Bag></dc:language>\n<dc:format>application/pdf</dc:format>\n<pdf:Producer>{Producer}</pdf:Producer>\n");
        if (fonts.Used.All(font => font.IsEmbedded)) properties.Append("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n");
        return $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
            + $"{properties}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    }

    private static string Escape(string text) => SecurityElement.Escape(string.Concat(text.Where(c => !char.IsControl(c)))) ?? "";

    private static string N(double value) => PdfObjectWriter.Number(value);

    private static string R(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}
