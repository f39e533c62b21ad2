using System.IO.Compression;
using System.Security;
using System.Text;

namespace GovBudget.Model.Excel.Tests;

/// <summary>An .xlsx put together by hand, sound or not.</summary>
internal sealed class Package
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string State, string? Xml)> _sheets = [];
    private readonly Dictionary<string, string> _parts = [];

    public string Settings { get; init; } = "";

    /// <summary>Adds a sheet: what stands inside its <c>worksheet</c>; null for a sheet whose part is missing.</summary>
    public Package Sheet(string name, string? inside, string state = "visible")
    {
        _sheets.Add((name, state, inside is null ? null : $"<worksheet xmlns='{Main}'>{inside}</worksheet>"));
        return this;
    }

    /// <summary>Adds a sheet of nothing but rows.</summary>
    public Package Rows(string name, string rows, string after = "") => Sheet(name, $"<sheetData>{rows}</sheetData>{after}");

    public Package Part(string name, string xml)
    {
        _parts[name] = xml;
        return this;
    }

    public Package Strings(string items) => Part("xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{items}</sst>");

    /// <summary>Number formats; cell style n + 1 uses the nth.</summary>
    public Package Formats(params string[] codes) => Part(
        "xl/styles.xml",
        $"<styleSheet xmlns='{Main}'><numFmts>"
        + string.Concat(codes.Select((c, i) => $"<numFmt numFmtId='{170 + i}' formatCode='{SecurityElement.Escape(c)}'/>"))
        + "</numFmts><cellStyleXfs><xf numFmtId='4'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
        + string.Concat(codes.Select((_, i) => $"<xf numFmtId='{170 + i}'/>")) + "</cellXfs></styleSheet>");

    public byte[] Bytes()
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            ["_rels/.rels"] = Links(("rId1", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] = $"<workbook xmlns='{Main}' xmlns:r='{Kinds}'>{Settings}<sheets>"
                + string.Concat(_sheets.Select((s,
                    i) => $"<sheet name='{SecurityElement.Escape(s.Name)}' sheetId='{i + 1}' state='{s.State}' r:id='rId{i + 1}'/>"))
                + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Links(
                [.. _sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("rIdS", "styles", "styles.xml"),
                    ("rIdT", "sharedStrings", "/xl/sharedStrings.xml")]),
        };
        for (var i = 0; i < _sheets.Count; i++)
        {
            if (_sheets[i].Xml is { } xml) parts[$"xl/worksheets/sheet{i + 1}.xml"] = xml;
        }

        foreach (var (name, xml) in _parts) parts[name] = xml;
        return Zip(parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return output.ToArray();
    }

    private static string Links(params (string Id, string Kind, string Target)[] links) =>
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + string.Concat(links.Select(l => $"<Relationship Id='{l.Id}' Type='{Kinds}/{l.Kind}' Target='{l.Target}'/>")) + "</Relationships>";
}
