using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Engine;

public class FileStructureTests
{
    private const string Hello = "BT /F1 10 Tf 20 50 Td (Hello) Tj ET";

    private static string Read(byte[] file) => PdfBuilder.Text(PdfBuilder.Read(file));

    private static UnreadableReason Fails(byte[] file) => Assert.Throws<UnreadableDocumentException>(() => PdfFile.Open(file)).Reason;

    [Fact]
    public void Table() => Assert.Equal("Hello", Read(PdfBuilder.OnePage(Hello).Build()));

    [Fact]
    public void Cross_reference_stream_and_object_stream() => Assert.Equal("Hello", Read(PdfBuilder.OnePage(Hello).BuildPacked()));

    [Fact]
    public void Junk_before_the_header_shifts_the_offsets() => Assert.Equal("Hello", Read([.. "junk junk\n"u8, .. PdfBuilder.OnePage(Hello).Build()]));

    [Fact]
    public void An_incremental_update_replaces_objects()
    {
        byte[] first = PdfBuilder.OnePage(Hello).Build();
        string text = System.Text.Encoding.Latin1.GetString(first);
        int previous = text.LastIndexOf("xref\n0 1", StringComparison.Ordinal);
        string update = "4 0 obj\n<< /Length 36 >>\nstream\nBT /F1 10 Tf 20 50 Td (Other) Tj ET \nendstream\nendobj\n";
        string table = $"xref\n4 1\n{first.Length:0000000000} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev {previous} >>\nstartxref\n{first.Length + update.Length}\n%%EOF\n";
        Assert.Equal("Other", Read([.. first, .. PdfBuilder.Latin1(update + table)]));
    }

    [Fact]
    public void A_hybrid_file_shows_what_its_stream_adds()
    {
        string text = System.Text.Encoding.Latin1.GetString(PdfBuilder.OnePage(Hello).Build());
        int table = text.LastIndexOf("xref\n0 1", StringComparison.Ordinal), content = text.IndexOf("4 0 obj", StringComparison.Ordinal);
        string stream = $"9 0 obj\n<< /Type /XRef /Size 10 /W [1 2 1] /Index [4 1] /Filter /ASCIIHexDecode /Length 9 >>\nstream\n01{content:X4}00>\nendstream\nendobj\n";
        string hybrid = text[..table]
            + stream
            + text[table..].Replace($"4 1\n{content:0000000000} 00000 n", "4 1\n0000000000 00000 f", StringComparison.Ordinal)
            .Replace("/Root 1 0 R", $"/Root 1 0 R /XRefStm {table}", StringComparison.Ordinal);
        hybrid = hybrid.Replace($"startxref\n{table}", $"startxref\n{table + stream.Length}", StringComparison.Ordinal);
        var file = PdfFile.Open(PdfBuilder.Latin1(hybrid));
        Assert.Empty(file.Diagnostics);
        Assert.Equal("Hello", PdfBuilder.Text(file.GetPage(1, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_file_without_its_table_is_repaired_and_says_so()
    {
        foreach (byte[] whole in (byte[][])[PdfBuilder.OnePage(Hello).Build(), PdfBuilder.OnePage(Hello).BuildPacked()])
        {
            var file = PdfFile.Open(whole.AsMemory(0, whole.Length - 30));
            Assert.NotEmpty(file.Diagnostics);
            Assert.Equal("Hello", PdfBuilder.Text(file.GetPage(1, TestContext.Current.CancellationToken)));
        }
    }

    [Fact]
    public void A_wrong_stream_length_is_put_right()
    {
        string text = System.Text.Encoding.Latin1.GetString(PdfBuilder.OnePage(Hello).Build());
        Assert.Equal("Hello", Read(PdfBuilder.Latin1(text.Replace("/Length 35", "/Length 99", StringComparison.Ordinal))));
        Assert.Equal("Hello", Read(PdfBuilder.Latin1(text.Replace("/Length 35", "/Length 4 ", StringComparison.Ordinal))));
    }

    [Fact]
    public void What_is_no_PDF_is_refused_with_its_reason()
    {
        Assert.Equal(UnreadableReason.Empty, Fails([]));
        Assert.Equal(UnreadableReason.WrongType, Fails("PK\u0003\u0004 a workbook"u8.ToArray()));
        Assert.Equal(UnreadableReason.Damaged, Fails("%PDF-1.7\n"u8.ToArray()));
        Assert.Equal(UnreadableReason.Damaged, Fails("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"u8.ToArray()));
        Assert.Equal(UnreadableReason.BeyondLimit,
            Assert.Throws<UnreadableDocumentException>(() => PdfFile.Open(PdfBuilder.OnePage(Hello).Build(), new PdfLimits { FileBytes = 100 })).Reason);
    }

    [Fact]
    public void References_in_circles_end()
    {
        var file = PdfBuilder.OnePage("/X Do", "/XObject << /X 6 0 R >> /Font 8 0 R")
            .Stream(6, "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>", "/X Do /Y Do")
            .Stream(7, "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X 6 0 R >> >>", "/X Do")
            .Object(8, "9 0 R").Object(9, "8 0 R");
        Assert.NotEmpty(PdfBuilder.Read(file.Build()).Diagnostics);
    }

    [Fact]
    public void A_page_tree_in_circles_ends()
    {
        var file = PdfBuilder.OnePage(Hello).Object(2, "<< /Type /Pages /Kids [2 0 R 3 0 R 1 0 R 3 0 R] /Count 4 >>").Build();
        Assert.Contains(PdfFile.Open(file).Diagnostics, d => d.Message.Contains("循环", StringComparison.Ordinal));
        Assert.Equal("Hello", PdfBuilder.Text(PdfFile.Open(file).GetPage(1, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_thousand_pages_flat_or_in_a_chain(bool chain)
    {
        const int Count = 10_000;
        var builder = PdfBuilder.OnePage(Hello);
        if (chain)
        {
            builder.Object(2, "<< /Type /Pages /Kids [10 0 R 11 0 R] /MediaBox [0 0 300 400] /Count 1 >>");
            for (int i = 0; i < Count; i++)
            {
                builder.Object(10 + (2 * i), "<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
                builder.Object(11 + (2 * i),
                    i == Count - 1 ? "<< /Type /Pages /Kids [] >>" : $"<< /Type /Pages /Kids [{12 + (2 * i)} 0 R {13 + (2 * i)} 0 R] >>");
            }
        }
        else
        {
            builder.Object(2,
                $"<< /Type /Pages /MediaBox [0 0 300 400] /Kids [{string.Join(' ', Enumerable.Range(10, Count).Select(n => $"{n} 0 R"))}] /Count {Count} >>");
            for (int i = 0; i < Count; i++) builder.Object(10 + i, "<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        }

        var file = PdfFile.Open(builder.Build());
        Assert.Equal(Count, file.PageCount);
        var last = file.GetPage(Count, TestContext.Current.CancellationToken);
        Assert.Equal((300, 400, "Hello"), (last.Width, last.Height, PdfBuilder.Text(last)));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetPage(Count + 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Attachments_and_title()
    {
        var file = PdfFile.Open(PdfBuilder.OnePage(Hello)
            .Object(1, "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Kids [<< /Names [(a) 7 0 R] >>] >> >> >>")
            .Object(6, "<< /Title <FEFF51B37B97> /Producer (Maker) >>")
            .Object(7, "<< /Type /Filespec /F (model.json) /UF (model.json) /EF << /F 8 0 R >> >>")
            .Stream(8, "/Type /EmbeddedFile", "{}").Build("/Root 1 0 R /Info 6 0 R"));
        Assert.Equal("决算", file.Title);
        Assert.Equal("Maker", file.Producer);
        Assert.True(file.TryGetAttachment("model.json", out var content));
        Assert.Equal("{}"u8.ToArray(), content.ToArray());
        Assert.False(file.TryGetAttachment("other.json", out _));
    }

    [Fact]
    public void Pages_can_be_read_on_several_threads()
    {
        var file = PdfFile.Open(PdfBuilder.OnePage(Hello).BuildPacked());
        var texts = Enumerable.Range(0, 64).AsParallel().Select(_ => PdfBuilder.Text(file.GetPage(1))).ToList();
        Assert.All(texts, t => Assert.Equal("Hello", t));
    }

    [Fact]
    public void Reading_stops_when_cancelled()
    {
        var file = PdfFile.Open(PdfBuilder.OnePage(string.Concat(Enumerable.Repeat("0 0 1 1 re f\n", 20_000))).Build());
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => file.GetPage(1, source.Token));
    }
}
