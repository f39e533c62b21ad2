using System.Globalization;
using System.Text;
using System.Xml;

namespace GovBudget.Model.Excel.Reading;

/// <summary>Texts as workbooks write them: rich runs joined, phonetic hints left out, <c>_x000D_</c> unescaped, line breaks as <c>\n</c>.</summary>
internal static class CellText
{
    /// <summary>The text of the element at hand (<c>si</c>, <c>is</c>); leaves the reader on its end.</summary>
    public static string ReadRich(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string? single = null;
        StringBuilder? joined = null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh") Skip(xml);
            else if (xml.LocalName == "t")
            {
                var text = ReadPlain(xml);
                if (single is null) single = text;
                else (joined ??= new StringBuilder(single)).Append(text);
            }
        }

        return Clean(joined?.ToString() ?? single ?? "");
    }

    /// <summary>The characters inside the element at hand, as they are; leaves the reader on its end.</summary>
    public static string ReadPlain(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text = text.Length == 0 ? xml.Value : text + xml.Value;
            }
        }

        return text;
    }

    /// <summary>Passes over the element at hand; leaves the reader on its end.</summary>
    public static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
        }
    }

    /// <summary>Escapes undone and line breaks made <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal)) text = Unescape(text);
        if (text.Contains('\r', StringComparison.Ordinal)) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text;
    }

    /// <summary>The inverse of <see cref="Unescape"/>, for characters that XML cannot hold and texts that look like escapes.</summary>
    public static string Escape(string text)
    {
        StringBuilder? output = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var paired = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var bad = c == '\r'
                || (!XmlConvert.IsXmlChar(c) && !paired && !(char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])))
                || LooksEscaped(text, i);
            if (bad) output ??= new StringBuilder(text, 0, i, text.Length + 16);
            if (bad) output!.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else output?.Append(c);
        }

        return output?.ToString() ?? text;
    }

    private static string Unescape(string text)
    {
        StringBuilder? output = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!LooksEscaped(text, i))
            {
                output?.Append(text[i]);
                continue;
            }

            output ??= new StringBuilder(text, 0, i, text.Length);
            output.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 6;
        }

        return output?.ToString() ?? text;
    }

    private static bool LooksEscaped(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3]) && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
