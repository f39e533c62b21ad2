using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovBudget.Model.Layout;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Pdf.Tests.Writing;

/// <summary>The file itself: sound, the same every time, small, self-describing, legible to other tools.</summary>
public class WrittenFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void TheSameDocumentGivesTheSameBytes()
    {
        var document = Generate.FinalAccounts(7, 2023);
        Assert.Equal(Printed.Pdf(document, Printed.Plain), Printed.Pdf(document, Printed.Plain));
        var embedded = Printed.Embedded(document);
        Assert.Equal(Printed.Pdf(document, embedded), Printed.Pdf(document, embedded));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void QpdfFindsNothingWrong(bool embed)
    {
        var document = Generate.FinalAccounts(11, 2023, lines: 20);
        var (exit, output) = Printed.Run(Printed.Pdf(document, embed ? Printed.Embedded(document) : Printed.Plain), "qpdf", "--check", "FILE");
        Assert.True(exit == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdftotext", false)]
    [InlineData("pdftotext", true)]
    [InlineData("mutool", false)]
    [InlineData("mutool", true)]
    public void OtherToolsExtractTheTextInReadingOrder(string tool, bool embed)
    {
        var document = Generate.FinalAccounts(3, 2023);
        byte[] pdf = Printed.Pdf(document, embed ? Printed.Embedded(document) : Printed.Plain);
        string[] arguments = tool == "pdftotext" ? ["-raw", "FILE", "-"] : ["draw", "-q", "-F", "txt", "FILE"];
        string text = Squeeze(Printed.Run(pdf, tool, arguments).Output);
        var statement = document.Statements[0];
        int at = text.IndexOf(Squeeze(statement.Title), text.IndexOf('—', StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at >= 0, text[..Math.Min(500, text.Length)]);
        foreach (var line in statement.AllLines.Where(line => line.Side == LineSide.Expenditure && line.Label.Length > 0))
        {
            int next = text.IndexOf(Squeeze(line.Label), at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"“{line.Label}” does not follow: {text.Substring(at, Math.Min(200, text.Length - at))}");
            at = next + 1;
        }
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void ThirtyPagesAreSmall()
    {
        int lines = 20;
        var document = Generate.FinalAccounts(5, 2023, lines: lines);
        var options = Printed.Embedded(document);
        using var file = new MemoryStream();
        PdfWriteResult result;
        do
        {
            file.SetLength(0);
            document = Generate.FinalAccounts(5, 2023, lines: lines += 30);
            result = PdfFormat.Write(document, file, options, Token);
        }
        while (result.PageCount < 30);
        Assert.True(file.Length < 400_000,
            $"{result.PageCount.ToString(CultureInfo.InvariantCulture)} pages take {file.Length.ToString(CultureInfo.InvariantCulture)} bytes.");
    }

    [Fact]
    public void TheFileCarriesItsDataWhichReadingPrefers()
    {
        var document = Generate.FinalAccounts(9, 2023) with { UnitsCovered = ["清江市信息中心"] };
        byte[] pdf = Printed.Pdf(document, Printed.Plain);
        Assert.True(PdfFile.Open(pdf).TryGetAttachment("document.json", out var json));
        Assert.Equal(document, DocumentJson.Read(Encoding.UTF8.GetString(json.Span)));
        var reading = PdfFormat.Read(pdf, false, Token);
        Assert.Equal(document, reading.Document);
        Assert.Empty(reading.Diagnostics);
        Assert.Empty(PdfFormat.Read(pdf, true, Token).Document.UnitsCovered);
    }

    [Fact]
    public void APageThatWasEditedWinsAndIsReported()
    {
        var document = Generate.FinalAccounts(9, 2023);
        var statement = document.Statements.OfType<ExpenditureStatement>().First();
        var line = statement.Lines[^1];
        var edited = document with
        {
            Statements = [.. document.Statements.Select(s => s == statement
            ? statement with { Lines = [.. statement.Lines.SkipLast(1), line with { Label = "改过的名称" }] }
            : s)]
        };
        using var file = new MemoryStream();
        using var attached = new MemoryStream();
        DocumentJson.Write(document, attached);
        PdfLayoutWriter.Write(DocumentWriter.Write(edited), file,
            Printed.Plain with { Attachments = [new PdfAttachment("document.json", "application/json", attached.ToArray())] }, Token);

        var reading = PdfFormat.Read(file.ToArray(), false, Token);
        Assert.Equal(edited, reading.Document);
        string message = Assert.Single(reading.Diagnostics).Message;
        Assert.Contains("不一致", message, StringComparison.Ordinal);
        Assert.Contains("改过的名称", message, StringComparison.Ordinal);
        Assert.Contains(statement.Title, message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedDataAreReportedAndThePagesRead()
    {
        var document = Generate.FinalAccounts(9, 2023);
        using var file = new MemoryStream();
        PdfLayoutWriter.Write(DocumentWriter.Write(document), file,
            Printed.Plain with { Attachments = [new PdfAttachment("document.json", "application/json", "{"u8.ToArray())] }, Token);
        var reading = PdfFormat.Read(file.ToArray(), false, Token);
        Assert.Equal(document, reading.Document);
        Assert.Contains("读不出", Assert.Single(reading.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileIsTaggedTitledAndInChinese()
    {
        var document = Generate.FinalAccounts(4, 2023, PrintStyle.Default with { Cover = true });
        byte[] pdf = Printed.Pdf(document, Printed.Plain);
        Assert.Equal(document.Title, PdfFile.Open(pdf).Title);
        Assert.Equal("GovBudget.Model", PdfFile.Open(pdf).Producer);
        string info = Printed.Run(pdf, "pdfinfo", "-struct-text", "FILE").Output;
        foreach (string role in (string[])["Document", "TOC", "TOCI", "H1", "P", "Table", "TR", "TH", "TD"])
            Assert.Contains(role, info, StringComparison.Ordinal);
        Assert.Contains(document.Statements[0].Title, info, StringComparison.Ordinal);
        Assert.Matches("Tagged:\\s+yes", Printed.Run(pdf, "pdfinfo", "FILE").Output);
    }

    /// <summary>No validator of PDF/A runs here; what ISO 19005-3 (level A) asks of the objects that are written is looked for one by one.</summary>
    [Fact]
    public void TheKeysThatArchivingAsksForAreThere()
    {
        var document = Generate.FinalAccounts(4, 2023, PrintStyle.Default with { Cover = true });
        byte[] pdf = Printed.Pdf(document, Printed.Embedded(document));
        Assert.True(pdf.AsSpan().StartsWith("%PDF-1.7\n%"u8));
        string file = Printed.Run(pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-").Output;
        foreach (string key in (string[])["/MarkInfo", "/Marked true", "/StructTreeRoot", "/RoleMap", "/Lang", "/S /GTS_PDFA1", "/DestOutputProfile",
            "/AFRelationship /Source", "/AF [", "/Subtype /application#2fjson", "/ID [", "/ParentTree", "/DisplayDocTitle true"])
            Assert.Contains(key, file, StringComparison.Ordinal);
        foreach (string key in (string[])["/Encrypt", "/JavaScript", "/Launch", "/SMask", "/LZWDecode", "/NeedAppearances"])
            Assert.DoesNotContain(key, file, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains($">{document.Title}</rdf:li>", Encoding.UTF8.GetString(pdf), StringComparison.Ordinal);
        int fonts = Count(file, "/Subtype /Type0");
        Assert.InRange(fonts, 1, 8);
        Assert.Equal(fonts, Count(file, "/ToUnicode "));
        Assert.Equal(fonts, Count(file, "/FontFile"));
        Assert.Equal(Count(file, "/Subtype /Link"), Count(file, "/F 4\n"));
        // Title is mapped to H1
        string[] standard = ["Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Caption", "Link", "Title", "GTS_PDFA1"];
        Assert.Empty(Regex.Matches(file, "/S /([A-Za-z0-9_]+)").Select(match => match.Groups[1].Value).Distinct().Except(standard));
    }

    [Fact]
    public void BookmarksAndContentsLeadToTheTables()
    {
        var document = Generate.FinalAccounts(4, 2023);
        byte[] pdf = Printed.Pdf(document, Printed.Plain);
        string outline = Printed.Run(pdf, "mutool", "show", "FILE", "outline").Output;
        Assert.All(document.Statements, statement => Assert.Contains(statement.Title, outline, StringComparison.Ordinal));
        var reading = PdfFormat.Read(pdf, true, Token);
        string contents = string.Concat(reading.Layout.Blocks.OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Contents).Select(p => p.Text));
        for (int i = 0; i < document.Statements.Count; i++)
        {
            string page = reading.Provenance.Of(i)!.Value.Page.ToString(CultureInfo.InvariantCulture);
            Assert.Matches($"{Regex.Escape(document.Statements[i].Title)}[. ]+{page}(?!\\.)", contents);
        }
    }

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
