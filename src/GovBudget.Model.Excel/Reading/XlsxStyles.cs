using System.Globalization;
using System.Xml;
using GovBudget.Model.Excel.Formats;

namespace GovBudget.Model.Excel.Reading;

/// <summary>The number format of every cell style.</summary>
internal static class XlsxStyles
{
    /// <summary>Formats by style index, as <c>cellXfs</c> lists them.</summary>
    public static List<NumberFormat> Read(XmlReader xml)
    {
        var codes = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        var inCells = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs") inCells = false;
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "numFmt" when Number(xml, "numFmtId") is { } id:
                    codes.TryAdd(id, NumberFormat.Parse(CellText.Clean(xml.GetAttribute("formatCode") ?? "")));
                    break;
                case "cellXfs":
                    inCells = !xml.IsEmptyElement;
                    break;
                case "xf" when inCells:
                    var number = Number(xml, "numFmtId") ?? 0;
                    if (!codes.TryGetValue(number, out var format)) codes.Add(number, format = NumberFormat.Parse(BuiltInFormats.Code(number)));
                    styles.Add(format);
                    break;
            }
        }

        return styles;
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
