using System.IO.Compression;
using System.Xml;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>A relationship of a part: what kind, and the part it leads to.</summary>
internal readonly record struct PartLink(string Kind, string Target);

/// <summary>The parts of an .xlsx package, inflated within limits, their XML read without document types or external entities.</summary>
/// <remarks>
/// Straight over the zip rather than through the Open XML SDK: its package inflates without limits, refuses whole workbooks for one bad hyperlink,
/// and reads cells several times slower (see the benchmarks).
/// </remarks>
internal sealed class XlsxPackage : IDisposable
{
    private const int MaxEntries = 20_000;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly InflationBudget _budget;
    private readonly string _file;

    public XlsxPackage(Stream bytes, string file, WorkbookLimits limits)
    {
        _file = file;
        _budget = new(file, limits);
        try
        {
            _zip = new ZipArchive(bytes, ZipArchiveMode.Read);
            if (_zip.Entries.Count > MaxEntries) throw Unreadable.BeyondLimit(file, $"压缩包有 {_zip.Entries.Count} 个部件");
            foreach (var entry in _zip.Entries) _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        catch (InvalidDataException e)
        {
            throw Unreadable.Damaged(file, "压缩包的目录读不出（多半是下载不完整）", e);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Reads a part's XML with what the function makes of it; damage becomes a typed error that names the part.</summary>
    public T Read<T>(string part, Func<XmlReader, T> read)
    {
        if (!_parts.TryGetValue(part, out var entry)) throw Unreadable.Damaged(_file, $"缺少部件 {part}");
        try
        {
            using var stream = new BoundedStream(entry.Open(), _budget, part, entry.CompressedLength);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = false,
            });
            return read(reader);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw Unreadable.Damaged(_file, $"部件 {part} 含有文档类型声明（DTD、外部实体），出于安全不予读取", e);
        }
        catch (XmlException e)
        {
            throw Unreadable.Damaged(_file, $"部件 {part} 第 {e.LineNumber} 行的 XML 读不出", e);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            throw Unreadable.Damaged(_file, $"部件 {part} 解压失败", e);
        }
    }

    /// <summary>The relationships of a part (of the package itself for an empty name) by id; external ones left out.</summary>
    public Dictionary<string, PartLink> Links(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        var rels = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        var links = new Dictionary<string, PartLink>(StringComparer.Ordinal);
        if (!Has(rels)) return links;
        return Read(rels, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
                if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;
                var type = xml.GetAttribute("Type") ?? "";
                links.TryAdd(id, new(type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }

            return links;
        });
    }

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = target.StartsWith('/') ? target : folder + target;
        var steps = new List<string>();
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }
}
