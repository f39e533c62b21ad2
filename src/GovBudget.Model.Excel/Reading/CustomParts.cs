using System.Xml;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>Texts that a workbook carries as custom XML parts of our own.</summary>
internal static class CustomParts
{
    /// <summary>The namespace of such a part's root.</summary>
    public const string Namespace = "urn:govbudget:attachment";

    /// <summary>The root's name; its attribute <see cref="Name"/> says what the text is called.</summary>
    public const string Root = "attachment";

    /// <summary>The attribute that names the text.</summary>
    public const string Name = "name";

    /// <summary>The texts among a workbook's links. Custom parts of other makers, and damaged ones, are left alone: they hold no cells.</summary>
    public static ValueList<WorkbookAttachment> Read(XlsxPackage package, IEnumerable<PartLink> links) =>
        [.. links.Where(l => l.Kind == "customXml" && package.Has(l.Target))
            .Select(l => l.Target)
            .Distinct(StringComparer.Ordinal)
            .Select(part => Read(package, part))
            .OfType<WorkbookAttachment>()];

    private static WorkbookAttachment? Read(XlsxPackage package, string part)
    {
        try
        {
            return package.Read(part, xml =>
            {
                xml.MoveToContent();
                if (xml.LocalName != Root || xml.NamespaceURI != Namespace || xml.GetAttribute(Name) is not { } name) return null;
                return new WorkbookAttachment(name, xml.ReadElementContentAsString());
            });
        }
        catch (UnreadableDocumentException error) when (error.Reason != UnreadableReason.BeyondLimit)
        {
            return null;
        }
    }

    /// <summary>The part's XML.</summary>
    public static void Write(XmlWriter xml, WorkbookAttachment attachment)
    {
        xml.WriteStartElement(Root, Namespace);
        xml.WriteAttributeString(Name, attachment.Name);
        xml.WriteString(attachment.Text);
        xml.WriteEndElement();
    }
}
