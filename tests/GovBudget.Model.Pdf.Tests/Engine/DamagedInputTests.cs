using System.Diagnostics;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>Damaged files give a typed error or diagnostics: no other exception, no file that takes long, none that takes much memory.</summary>
public class DamagedInputTests(ITestOutputHelper output)
{
    private const int MutantsPerFile = 2000;

    /// <summary>What a file may cost: processor time of the thread that reads it, whatever else the machine does; and by the clock, against waiting for
    /// ever.</summary>
    private const double LongestSeconds = 10, LongestWaitSeconds = 300;
    private const long MostBytes = 512L << 20;

    private static readonly (string Name, byte[] Data)[] s_files =
    [
        ("plain objects, forms, inline image", Plain().Build()),
        ("object streams, composite fonts", Composite().BuildPacked()),
        ("filters, predictors, simple fonts", Filtered().Build()),
        ("many pages in a tree", Tree().BuildPacked()),
        ("encrypted", File.ReadAllBytes(Samples.Path("aes-256-r6.pdf"))),
    ];

    [Fact]
    public void The_files_are_sound_before_they_are_damaged()
    {
        foreach (var (name, data) in s_files)
        {
            var file = PdfFile.Open(data);
            Assert.Empty(file.Diagnostics);
            for (int page = 1; page <= file.PageCount; page++)
            {
                var content = file.GetPage(page, TestContext.Current.CancellationToken);
                Assert.True(content.Letters.Count > 0, name);
                Assert.DoesNotContain(content.Diagnostics, d => d.IsLoss);
            }
        }
    }

    [Fact]
    public void Cut_at_every_percent()
    {
        foreach (var (_, data) in s_files)
        {
            for (int percent = 0; percent < 100; percent++) Survives(data[..(int)((long)data.Length * percent / 100)]);
        }
    }

    [Fact]
    public void Shared_documents_cut_at_every_percent()
    {
        string folder = Shared.Require();
        foreach (string name in (string[])["budget-2019-jiangsu-npc-tables-rotated.pdf", "budget-2025-shanghai-putuo-commerce.pdf"])
        {
            byte[] data = File.ReadAllBytes(Path.Combine(folder, "corpus", name));
            int readable = 0;
            for (int percent = 1; percent < 100; percent++) readable += Survives(data[..(int)((long)data.Length * percent / 100)]) ? 1 : 0;
            output.WriteLine($"{name}: {readable} of 99 cuts still open");
        }
    }

    [Fact]
    public void Ten_thousand_mutants()
    {
        var random = new Random(20260101);
        int readable = 0;
        double longest = 0;
        foreach (var (_, data) in s_files)
        {
            for (int i = 0; i < MutantsPerFile; i++)
            {
                byte[] mutant = (byte[])data.Clone();
                for (int flips = 1 << random.Next(6); flips > 0; flips--) mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
                if (i % 10 == 0) Array.Copy(mutant, random.Next(mutant.Length / 2), mutant, random.Next(mutant.Length / 2), mutant.Length / 4);
                var clock = Stopwatch.StartNew();
                readable += Survives(mutant) ? 1 : 0;
                longest = Math.Max(longest, clock.Elapsed.TotalSeconds);
            }
        }

        output.WriteLine($"{readable} of {MutantsPerFile * s_files.Length} mutants still open; the slowest took {longest * 1000:0} ms");
        Assert.InRange(readable, 1, (MutantsPerFile * s_files.Length) - 1);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("object stream")]
    [InlineData("ToUnicode")]
    public void A_bomb_stops_at_the_limit(string where)
    {
        byte[] bomb = PdfBuilder.Deflate(PdfBuilder.Deflate(Enumerable.Repeat((byte)' ', 60_000_000).ToArray()));
        const string Twice = "/Filter [/FlateDecode /FlateDecode]";
        var builder = Composite();
        byte[] file = where switch
        {
            "content" => builder.Stream(4, Twice, bomb).Build(),
            "ToUnicode" => builder.Stream(8, Twice, bomb).Build(),
            _ => builder.Stream(20, $"/Type /ObjStm /N 9 /First 9 {Twice}", bomb).Object(1, "<< /Pages 99 0 R >>").Build(),
        };
        Survives(file);
    }

    [Fact]
    public void Files_made_to_be_read_over_and_over_end_soon()
    {
        string nested = string.Concat(Enumerable.Repeat("trailer << /A [ ( ", 200_000));
        Survives(PdfBuilder.Latin1("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" + nested));
        Survives(PdfBuilder.Latin1("%PDF-1.7\n" + string.Concat(Enumerable.Range(1, 200_000).Select(i => $"{i} 0 obj ("))));
        Survives(PdfBuilder.Latin1("%PDF-1.7\n" + string.Concat(Enumerable.Range(1, 200_000).Select(i => $"{i} 0 obj << /Length 9 >> stream\n"))));

        var kids = PdfBuilder.OnePage("")
            .Object(2, "<< /Type /Pages /Kids 9 0 R >>")
            .Object(9, $"[{string.Concat(Enumerable.Range(10, 4000).Select(i => $"{i} 0 R "))} {string.Concat(Enumerable.Repeat("3 0 R ", 100_000))}]");
        for (int i = 10; i < 4010; i++) kids.Object(i, "<< /Type /Pages /Kids 9 0 R >>");
        Survives(kids.Build());

        byte[] members = PdfBuilder.Latin1(
            string.Concat(Enumerable.Range(100, 20_000).Select(i => $"{i} 0 ")) + "[" + string.Concat(Enumerable.Repeat("1 ", 400_000)) + "]");
        int first = members.AsSpan().IndexOf((byte)'[');
        Survives(PdfBuilder.OnePage("").Stream(20, $"/Type /ObjStm /N 20000 /First {first}", members).Build()[..^40]);

        var fonts = PdfBuilder.OnePage(string.Concat(Enumerable.Range(100, 400).Select(i => $"BT /F{i} 9 Tf (x) Tj ET ")),
            "/Font << " + string.Concat(Enumerable.Range(100, 400).Select(i => $"/F{i} {i} 0 R ")) + ">>")
            .Stream(9, "/Filter /FlateDecode", PdfBuilder.Deflate(new byte[40_000_000]));
        for (int i = 100; i < 500; i++) fonts.Object(i, "<< /Type /Font /Subtype /TrueType /BaseFont /X /ToUnicode 9 0 R >>");
        Survives(fonts.Build());
    }

    /// <summary>How long this thread has run on a processor; by the clock where the system does not tell.</summary>
    private static double WorkedSeconds()
    {
        const string status = "/proc/thread-self/stat";
        const int userTime = 11, systemTime = 12; // among the fields behind the name in brackets
        const double ticksPerSecond = 100;
        if (!OperatingSystem.IsLinux() || !File.Exists(status)) return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        string text = File.ReadAllText(status);
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[userTime], System.Globalization.CultureInfo.InvariantCulture)
            + long.Parse(fields[systemTime], System.Globalization.CultureInfo.InvariantCulture)) / ticksPerSecond;
    }

    /// <summary>Reads all pages; whether the file opened. Fails the test on any error but the typed one, and where it took too long or too much.</summary>
    private static bool Survives(byte[] data)
    {
        var clock = Stopwatch.StartNew();
        double worked = WorkedSeconds();
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool opened = true;
        try
        {
            var file = PdfFile.Open(data);
            int pages = Math.Min(file.PageCount, 50);
            for (int page = 1; page <= pages; page++) file.GetPage(page, TestContext.Current.CancellationToken);
            file.TryGetAttachment("none", out _);
        }
        catch (UnreadableDocumentException error)
        {
            opened = false;
            Assert.NotEqual("", error.Message);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            string dump = Path.Combine(Path.GetTempPath(), $"mutant-{Environment.ProcessId}.pdf");
            File.WriteAllBytes(dump, data);
            Assert.Fail($"{dump}: {error}");
        }

        Assert.InRange(WorkedSeconds() - worked, 0, LongestSeconds);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, LongestWaitSeconds);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        return opened;
    }

    private static PdfBuilder Plain() => PdfBuilder.OnePage(
        "q 0.5 g 10 10 100 0.5 re f 1 w 10 10 m 10 90 l S BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI /X Do Q /Span << /ActualText (T) >> BDC BT /F1 10 Tf 20 50 Td (Total) Tj [(12) -200 (34)] TJ ET EMC",
        "/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>", "/MediaBox [0 0 200 100] /Annots [7 0 R] /Rotate 90")
        .Stream(6, "/Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 3 3]", "BT /F1 8 Tf 5 5 Td (form) Tj ET 0 0 50 50 re W n")
        .Object(7, "<< /Subtype /Stamp /Rect [100 40 140 60] /AP << /N 6 0 R >> >>");

    private static PdfBuilder Composite() =>
        PdfBuilder.OnePage("BT /F1 10 Tf 20 50 Td <D4A4CBE3> Tj /F2 10 Tf <00010002> Tj ET", "/Font << /F1 5 0 R /F2 6 0 R >>")
        .Object(5, "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>")
        .Object(6, "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding 9 0 R /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>")
        .Object(7,
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [500 600] 34 90 500] >>")
        .Stream(8, "/Filter /FlateDecode",
            PdfBuilder.Deflate("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0002> <9884> endbfrange"u8.ToArray()))
        .Stream(9, "/Type /CMap /CMapName /Own", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <00FF> 30 endcidrange");

    private static PdfBuilder Filtered() =>
        PdfBuilder.OnePage("", "/Font << /F1 5 0 R /F2 6 0 R >> /ColorSpace << /C [/Indexed /DeviceRGB 1 <000000FFFFFF>] >>")
        .Stream(4, "/Filter [/ASCIIHexDecode /FlateDecode] /DecodeParms [null << /Predictor 12 /Columns 8 >>]",
            PdfBuilder.Latin1(
                Convert.ToHexString(PdfBuilder.Deflate(Rows("/C cs 1 sc 9 9 9 9 re f BT /F1 10 Tf 20 50 Td (simple) Tj /F2 9 Tf (AB) Tj ET   "))) + ">"))
        .Object(5,
            "<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 32 /Widths [250 300 300 300] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /one /two] >> /FontDescriptor 7 0 R >>")
        .Object(6,
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /Widths [5 8] /CharProcs << >> /Encoding << /Differences [65 /one /uni9884] >> >>")
        .Object(7, "<< /Type /FontDescriptor /Flags 32 /Ascent 900 /Descent -100 /MissingWidth 500 /FontFile3 8 0 R >>")
        .Stream(8, "/Subtype /Type1C /Filter /ASCII85Decode", "9jqo^BlbD-zBkI~>");

    private static PdfBuilder Tree()
    {
        var builder = PdfBuilder.OnePage(
            "BT /F1 10 Tf 20 50 Td (page) Tj ET").Object(2,
                "<< /Type /Pages /Kids [3 0 R 10 0 R 20 0 R] /MediaBox [0 0 200 100] /Resources << /Font << /F1 5 0 R >> >> >>");
        for (int group = 10; group <= 20; group += 10)
        {
            builder.Object(group, $"<< /Type /Pages /Parent 2 0 R /Kids [{group + 1} 0 R {group + 2} 0 R {group + 3} 0 R] /Rotate {group} >>");
            for (int page = 1; page <= 3; page++) builder.Object(group + page, $"<< /Type /Page /Parent {group} 0 R /Contents [4 0 R 4 0 R] >>");
        }

        return builder;
    }

    /// <summary>Text as rows of eight bytes, each led by the PNG filter "none".</summary>
    private static byte[] Rows(string text)
    {
        text = text.PadRight((text.Length + 7) / 8 * 8);
        return [.. Enumerable.Range(0, text.Length / 8).SelectMany(i => new byte[] { 0 }.Concat(PdfBuilder.Latin1(text.Substring(8 * i, 8))))];
    }
}
