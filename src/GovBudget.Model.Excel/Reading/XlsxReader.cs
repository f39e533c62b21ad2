using System.Globalization;
using System.Xml;
using GovBudget.Model.Excel.Formats;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>An .xlsx (or .xlsm, macros ignored) as layout.</summary>
internal sealed class XlsxReader
{
    private static readonly string[] Spreadsheet =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ];

    private readonly XlsxPackage _package;
    private readonly string _file;
    private readonly WorkbookLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly LayoutAssembly _assembly;
    private bool _date1904;

    private XlsxReader(XlsxPackage package, string file, WorkbookLimits limits, CancellationToken cancellation)
    {
        (_package, _file, _limits, _cancellation) = (package, file, limits, cancellation);
        _assembly = new(file, limits, cancellation);
    }

    public static (DocumentLayout Layout, ValueList<WorkbookAttachment> Attachments) Read(Stream bytes, string file, WorkbookLimits limits,
        CancellationToken cancellation)
    {
        using var package = new XlsxPackage(bytes, file, limits);
        return new XlsxReader(package, file, limits, cancellation).Read();
    }

    private readonly record struct SheetEntry(string Name, string State, string Link);

    private (DocumentLayout, ValueList<WorkbookAttachment>) Read()
    {
        var main = MainPart();
        var sheets = _package.Read(main, ReadWorkbook);
        if (sheets.Count == 0) throw Unreadable.Damaged(_file, "工作簿没有列出任何工作表");
        if (sheets.Count > _limits.Sheets) throw Unreadable.BeyondLimit(_file, $"工作簿有 {sheets.Count} 个工作表");
        var links = _package.Links(main);
        var styles = Optional(links, "styles", XlsxStyles.Read) ?? [];
        var strings = Optional(links, "sharedStrings", ReadStrings) ?? [];
        for (var i = 0; i < sheets.Count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var (name, state, link) = sheets[i];
            var sheet = _assembly.Begin(i + 1, name);
            if (state is "hidden" or "veryHidden")
            {
                _assembly.LeaveOut(sheet);
            }
            else if (!links.TryGetValue(link, out var target) || !_package.Has(target.Target))
            {
                sheet.Diagnostics.Add("工作簿列出了此工作表，但文件里没有它的内容", sheet.Diagnostics.Whole, isLoss: true);
                _assembly.Add(sheet);
            }
            else if (target.Kind != "worksheet")
            {
                sheet.Diagnostics.Add("不是表格（图表、对话框或宏工作表），没有可读的单元格", sheet.Diagnostics.Whole);
                _assembly.Add(sheet);
            }
            else
            {
                _package.Read(target.Target, xml =>
                {
                    new XlsxSheetReader(xml, sheet, styles, strings, _date1904, _assembly, _cancellation).Read();
                    return true;
                });
                _assembly.Add(sheet);
            }
        }

        return (_assembly.Finish(), CustomParts.Read(_package, links.Values));
    }

    private string MainPart()
    {
        if (_package.Has("mimetype") && !_package.Has("[Content_Types].xml")) throw Unreadable.WrongType(_file, "是 OpenDocument 文件");
        var main = _package.Links("").Values.FirstOrDefault(l => l.Kind == "officeDocument").Target;
        if (main is null || !_package.Has(main)) main = "xl/workbook.xml";
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || (_package.Has("xl/workbook.bin") && !_package.Has(main)))
        {
            throw Unreadable.WrongType(_file, "是二进制工作簿（.xlsb），请用 Excel 另存为 .xlsx");
        }

        if (!_package.Has(main))
        {
            if (_package.Has("[Content_Types].xml")) throw Unreadable.Damaged(_file, "缺少工作簿部件 xl/workbook.xml");
            throw Unreadable.WrongType(_file, "是压缩包，里面没有工作簿");
        }

        return main;
    }

    private List<SheetEntry> ReadWorkbook(XmlReader xml)
    {
        xml.MoveToContent();
        if (xml.LocalName != "workbook" || !Spreadsheet.Contains(xml.NamespaceURI))
        {
            throw Unreadable.WrongType(_file, xml.LocalName switch
            {
                "document" => "是 Word 文档（.docx）",
                "presentation" => "是演示文稿（.pptx）",
                _ => $"是别的 Office 文档（根元素 {xml.LocalName}）",
            });
        }

        var sheets = new List<SheetEntry>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") _date1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            string name = "", state = "", link = "";
            while (xml.MoveToNextAttribute())
            {
                if (xml.LocalName == "name") name = CellText.Clean(xml.Value);
                else if (xml.LocalName == "state") state = xml.Value;
                else if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0) link = xml.Value;
            }

            sheets.Add(new(name.Length > 0 ? name : "工作表" + (sheets.Count + 1).ToString(CultureInfo.InvariantCulture), state, link));
        }

        return sheets;
    }

    private List<string> ReadStrings(XmlReader xml)
    {
        var strings = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            strings.Add(CellText.ReadRich(xml));
            if (strings.Count % 4096 == 0) _cancellation.ThrowIfCancellationRequested();
        }

        return strings;
    }

    private T? Optional<T>(Dictionary<string, PartLink> links, string kind, Func<XmlReader, T> read) where T : class
    {
        var part = links.Values.FirstOrDefault(l => l.Kind == kind).Target;
        return part is not null && _package.Has(part) ? _package.Read(part, read) : null;
    }
}
