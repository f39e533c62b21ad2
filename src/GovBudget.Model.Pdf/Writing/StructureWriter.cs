using System.Globalization;
using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Writes the structure tree: what is a heading, a paragraph, a table, a header cell, and where its text stands.</summary>
internal sealed class StructureWriter(PdfObjectWriter file, IReadOnlyDictionary<PrintedPage, int> pages)
{
    private readonly Dictionary<Tag, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly int _root = file.Reserve();

    /// <summary>Where links are stated as objects of the structure.</summary>
    public Dictionary<Link, (int Id, int Parent)> Links { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes the tree.</summary>
    /// <param name="structure">Its root.</param>
    /// <param name="printed">The pages, whose index is their key in the parent tree.</param>
    /// <returns>The tree's object.</returns>
    public int Write(Tag structure, IReadOnlyList<PrintedPage> printed)
    {
        Number(structure);
        int key = printed.Count;
        foreach (var page in printed)
            foreach (var link in page.Links) Links[link] = (file.Reserve(), key++);
        Write(structure, _root);
        var numbers = new StringBuilder();
        for (int i = 0; i < printed.Count; i++)
            numbers.Append(CultureInfo.InvariantCulture, $"{i}[{string.Join(' ', printed[i].Texts.Select(text => Reference(_ids[text.Tag])))}]\n");
        foreach (var (link, (_, parent)) in Links.OrderBy(pair => pair.Value.Parent))
            numbers.Append(CultureInfo.InvariantCulture, $"{parent} {Reference(_ids[link.Tag])}\n");
        int tree = file.Add($"<</Nums[{numbers}]>>");
        file.Set(_root,
            string.Create(CultureInfo.InvariantCulture,
                $"<</Type/StructTreeRoot/RoleMap<</Title/H1>>/K[{Reference(_ids[structure])}]/ParentTree {Reference(tree)}/ParentTreeNextKey {key}>>"));
        return _root;
    }

    private void Number(Tag tag)
    {
        _ids[tag] = file.Reserve();
        foreach (var child in tag.Children.OfType<Tag>()) Number(child);
    }

    private void Write(Tag tag, int parent)
    {
        int id = _ids[tag];
        var kids = new StringBuilder();
        PrintedPage? home = tag.Children.OfType<MarkedText>().FirstOrDefault()?.Page;
        foreach (object child in tag.Children)
        {
            switch (child)
            {
                case Tag part:
                    kids.Append(CultureInfo.InvariantCulture, $"{Reference(_ids[part])} ");
                    break;
                case MarkedText text when ReferenceEquals(text.Page, home):
                    kids.Append(CultureInfo.InvariantCulture, $"{text.Id} ");
                    break;
                case MarkedText text:
                    kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {Reference(pages[text.Page])}/MCID {text.Id}>>");
                    break;
                case Link link:
                    kids.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Obj {Reference(Links[link].Id)}>>");
                    break;
            }
        }
        file.Set(id,
            $"<</S/{tag.Role}/P {Reference(parent)}{(home is null ? "" : $"/Pg {Reference(pages[home])}")}{Attributes(tag)}/K[{kids.ToString().TrimEnd()}]>>");
        foreach (var part in tag.Children.OfType<Tag>()) Write(part, id);
    }

    private static string Attributes(Tag tag)
    {
        string attributes = (tag.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"/RowSpan {tag.RowSpan}") : "")
            + (tag.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"/ColSpan {tag.ColumnSpan}") : "") + (tag.HeadsColumns ? "/Scope/Column" : "");
        return attributes.Length == 0 ? "" : $"/A<</O/Table{attributes}>>";
    }

    private static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}
