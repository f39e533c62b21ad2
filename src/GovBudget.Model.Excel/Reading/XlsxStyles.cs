using System.Globalization;
using System.Xml;
using GovBudget.Model.Excel.Formats;

namespace GovBudget.Model.Excel.Reading;

/// <summary>What of a cell's style decides what is printed, and where.</summary>
/// <param name="Format">How numbers are printed.</param>
/// <param name="IsAcross">Whether the text is centred across the blank cells of that style to its right (跨列居中), as if they were merged.</param>
internal readonly record struct XlsxStyle(NumberFormat Format, bool IsAcross = false);

/// <summary>Every cell style.</summary>
internal static class XlsxStyles
{
    /// <summary>Styles by index, as <c>cellXfs</c> lists them.</summary>
    public static List<XlsxStyle> Read(XmlReader xml)
    {
        var codes = new Dictionary<int, NumberFormat>();
        var styles = new List<XlsxStyle>();
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
                    styles.Add(new XlsxStyle(format));
                    break;
                case "alignment" when inCells && styles.Count > 0 && xml.GetAttribute("horizontal") == "centerContinuous":
                    styles[^1] = styles[^1] with { IsAcross = true };
                    break;
            }
        }

        return styles;
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
