using System.IO.Compression;
using System.Text;

namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>Builds small PDFs by hand for tests. Bodies are Latin-1 text; <c>{n}</c> is not special: write references as <c>3 0 R</c>.</summary>
internal sealed class PdfBuilder
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Deflate(byte[] data)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        return output.ToArray();
    }

    /// <summary>A one-page file (page 200 × 100) with this content; object 1 is the catalog, 2 the tree, 3 the page, 4 the content, 5 a Helvetica known as
    /// F1.</summary>
    public static PdfBuilder OnePage(string content, string resources = "/Font << /F1 5 0 R >>", string page = "/MediaBox [0 0 200 100]") =>
        new PdfBuilder()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .Object(3, $"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << {resources} >> {page} >>")
            .Stream(4, "", Latin1(content))
            .Object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");

    public static PageContent Read(byte[] file) => PdfFile.Open(file).GetPage(1, TestContext.Current.CancellationToken);

    public static string Text(PageContent page) => string.Concat(page.Letters.Select(l => l.Text));

    public PdfBuilder Object(int number, string body)
    {
        _objects[number] = Latin1(body);
        return this;
    }

    public PdfBuilder Stream(int number, string entries, byte[] data)
    {
        _objects[number] = [.. Latin1($"<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. Latin1("\nendstream")];
        return this;
    }

    public PdfBuilder Stream(int number, string entries, string data) => Stream(number, entries, Latin1(data));

    /// <summary>The file with a cross-reference table.</summary>
    public byte[] Build(string trailer = "/Root 1 0 R")
    {
        using var file = new MemoryStream();
        file.Write(Latin1("%PDF-1.7\n"));
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in _objects) WriteObject(file, offsets, number, body);
        long table = file.Length;
        file.Write(Latin1("xref\n0 1\n0000000000 65535 f \n"));
        foreach (var (number, offset) in offsets) file.Write(Latin1($"{number} 1\n{offset:0000000000} 00000 n \n"));
        file.Write(Latin1($"trailer\n<< /Size {_objects.Keys.Max() + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>The file with a cross-reference stream; objects that are no streams lie in an object stream.</summary>
    public byte[] BuildPacked()
    {
        using var file = new MemoryStream();
        file.Write(Latin1("%PDF-1.7\n"));
        var offsets = new SortedDictionary<int, long>();
        var packed = _objects.Where(o => o.Value.AsSpan().IndexOf("stream\n"u8) < 0).ToList();
        foreach (var (number, body) in _objects.Except(packed)) WriteObject(file, offsets, number, body);
        int container = _objects.Keys.Max() + 1, references = container + 1;
        var header = new StringBuilder();
        using var bodies = new MemoryStream();
        foreach (var (number, body) in packed)
        {
            header.Append(number).Append(' ').Append(bodies.Length).Append(' ');
            bodies.Write(body);
            bodies.WriteByte((byte)' ');
        }

        byte[] data = Deflate([.. Latin1(header.ToString()), .. bodies.ToArray()]);
        WriteObject(file, offsets, container,
            [.. Latin1($"<< /Type /ObjStm /N {packed.Count} /First {header.Length} /Filter /FlateDecode /Length {data.Length} >>\nstream\n"), .. data,
                .. Latin1("\nendstream")]);
        long at = file.Length;
        var rows = new byte[(references + 1) * 4];
        void Row(int number, int kind, long a, int b) => new byte[] { (byte)kind, (byte)(a >> 8), (byte)a, (byte)b }.CopyTo(rows, 4 * number);
        foreach (var (number, offset) in offsets) Row(number, 1, offset, 0);
        for (int i = 0; i < packed.Count; i++) Row(packed[i].Key, 2, container, i);
        Row(references, 1, at, 0);
        byte[] table = Deflate(rows);
        WriteObject(file, offsets, references,
            [.. Latin1($"<< /Type /XRef /Size {references + 1} /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length {table.Length} >>\nstream\n"), .. table,
                .. Latin1("\nendstream")]);
        file.Write(Latin1($"startxref\n{at}\n%%EOF\n"));
        return file.ToArray();
    }

    private static void WriteObject(MemoryStream file, SortedDictionary<int, long> offsets, int number, byte[] body)
    {
        offsets[number] = file.Length;
        file.Write(Latin1($"{number} 0 obj\n"));
        file.Write(body);
        file.Write(Latin1("\nendobj\n"));
    }
}
