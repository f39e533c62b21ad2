using System.Diagnostics;
using System.Text;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Tests;

public class BadInputTests
{
    private static UnreadableDocumentException Refused(byte[] bytes, UnreadableReason reason, WorkbookLimits? limits = null)
    {
        var refused = Assert.Throws<UnreadableDocumentException>(() => Samples.Read(bytes, limits));
        Assert.Equal(reason, refused.Reason);
        Assert.StartsWith("表.xlsx：", refused.Message, StringComparison.Ordinal);
        return refused;
    }

    [Fact]
    public void An_empty_file_is_refused() => Refused([], UnreadableReason.Empty);

    public static TheoryData<string, string> Strangers => new()
    {
        { "%PDF-1.7\n", "PDF" },
        { "\u0001\u0002\u0000binary", "不认识" },
        { "表,值\n1,2\n", "文本" },
        { "<html><table><tr><td>1</td></tr></table></html>", "网页" },
        { "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "XML" },
        { "GIF89a", "图片" },
        { "Rar!\u001a", "压缩包" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Another_type_is_named(string start, string word) =>
        Assert.Contains(word, Refused(Encoding.UTF8.GetBytes(start), UnreadableReason.WrongType).Message, StringComparison.Ordinal);

    [Fact]
    public void A_word_document_is_named()
    {
        const string links = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>";
        var bytes = Package.Zip([
            ("[Content_Types].xml", "<Types/>"u8.ToArray()), ("_rels/.rels", Encoding.UTF8.GetBytes(links)),
            ("word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"u8.ToArray())]);
        Assert.Contains("Word", Refused(bytes, UnreadableReason.WrongType).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_zip_is_refused()
    {
        Refused(Package.Zip([("a.txt", "a"u8.ToArray())]), UnreadableReason.WrongType);
        Refused(Package.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray())]), UnreadableReason.WrongType);
        Refused(Package.Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.bin", [1])]), UnreadableReason.WrongType);
        Refused(Package.Zip([("[Content_Types].xml", "<Types/>"u8.ToArray())]), UnreadableReason.Damaged);
    }

    [Theory]
    [InlineData("rebuilt-000.xlsx")]
    [InlineData("rebuilt-000.xls")]
    public void A_truncated_file_is_refused_or_read_without_a_crash(string name)
    {
        var whole = File.ReadAllBytes(Samples.File(name));
        for (var length = 1; length < whole.Length - 1024; length += 1 + whole.Length / 60)
        {
            var refused = Assert.Throws<UnreadableDocumentException>(() => Samples.Read(whole[..length]));
            Assert.Contains(refused.Reason, (UnreadableReason[])[UnreadableReason.Damaged, UnreadableReason.WrongType]);
        }
    }

    [Theory]
    [InlineData("rebuilt-000.xlsx")]
    [InlineData("rebuilt-002.xls")]
    public void A_file_with_wrong_bytes_is_read_or_refused_but_never_crashes(string name)
    {
        var whole = File.ReadAllBytes(Samples.File(name));
        var random = new Random(20240101);
        for (var round = 0; round < 150; round++)
        {
            var bytes = whole.ToArray();
            for (var n = random.Next(1, 40); n > 0; n--) bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.All(Samples.Read(bytes).Grids(), Soundness.Check);
            }
            catch (UnreadableDocumentException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Fact]
    public void A_password_is_asked_for()
    {
        Assert.Contains("密码", Refused(Compound("EncryptionInfo", "EncryptedPackage"), UnreadableReason.Encrypted).Message, StringComparison.Ordinal);
        Refused(new BiffBook { Encrypted = true }.Row(0).Number(0, 0, 1).Bytes(), UnreadableReason.Encrypted);
        Refused(Compound("WordDocument"), UnreadableReason.WrongType);
        Refused(Compound("Else"), UnreadableReason.Damaged);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_goes_off()
    {
        var blanks = new string(' ', 64 << 20);
        var bytes = new Package().Rows("表", blanks).Bytes();
        Assert.True(bytes.Length < 1 << 20);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes, UnreadableReason.BeyondLimit, new() { InflationRatio = 100 });
        Assert.Contains("总量", Refused(bytes, UnreadableReason.BeyondLimit, new() { InflationRatio = 2000, InflatedBytes = 8 << 20 }).Message,
            StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void A_text_that_goes_on_and_on_is_refused()
    {
        var bytes = new Package().Strings("<si><t>" + new string('长', 32 << 20) + "</t></si>").Rows("表", "<row><c t='s'><v>0</v></c></row>").Bytes();
        Refused(bytes, UnreadableReason.BeyondLimit, new() { InflatedBytes = 16 << 20 });
    }

    [Fact]
    public void Document_types_and_external_entities_are_not_followed()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "秘密");
        try
        {
            var bytes = new Package().Rows("表", "").Part(
                "xl/worksheets/sheet1.xml",
                $"<!DOCTYPE worksheet [<!ENTITY x SYSTEM '{new Uri(secret)}'>]><worksheet><sheetData><row><c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>")
                    .Bytes();
            Assert.Contains("xl/worksheets/sheet1.xml", Refused(bytes, UnreadableReason.Damaged).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void A_million_blank_rows_cost_little()
    {
        var rows = new StringBuilder();
        for (var r = 1; r <= 1_048_576; r++) rows.Append("<row r='").Append(r).Append("' s='1'><c r='A").Append(r).Append("' s='1'/></row>");
        var bytes = new Package().Formats("0.00").Sheet(
            "表", $"<dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='B1'><v>1</v></c></row>{rows}</sheetData>").Bytes();
        rows.Clear();
        var clock = Stopwatch.StartNew();
        var grid = Assert.Single(Samples.Read(bytes).Grids());
        Assert.Equal((1, 1), (grid.RowCount, grid.ColumnCount));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_million_hidden_rows_are_only_counted()
    {
        var rows = string.Concat(Enumerable.Range(2, 200_000).Select(r => $"<row r='{r}' hidden='1'><c t='n'><v>1</v></c></row>"));
        var layout = Samples.Read(new Package().Rows("表", "<row r='1'><c r='A1'><v>1</v></c></row>" + rows,
            "<mergeCells><mergeCell ref='A1:A200001'/></mergeCells>").Bytes());
        Assert.Single(layout.Grids()[0].Cells);
        Assert.StartsWith("200000 行隐藏", Assert.Single(layout.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_over_everything_is_cut_where_content_ends()
    {
        var layout = Samples.Read(new Package().Rows("表", XlsxReadingTests.Row(1) + XlsxReadingTests.Row(2),
            "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>").Bytes());
        var grid = Assert.Single(layout.Grids());
        Assert.Equal((1, 1, "A1"), (grid.RowCount, grid.ColumnCount, Assert.Single(grid.Cells).Text));
        Assert.Contains(layout.Diagnostics, d => d.Message.Contains("远超出", StringComparison.Ordinal) && d.Place.Cell == "A1");
        Assert.Contains(layout.Diagnostics, d => d.Place.Cell == "B2");
    }

    [Fact]
    public void Of_overlapping_regions_the_upper_one_stands()
    {
        var layout = Samples.Read(new Package().Rows(
            "表", XlsxReadingTests.Row(1) + XlsxReadingTests.Row(2) + XlsxReadingTests.Row(3),
            "<mergeCells><mergeCell ref='B2:C3'/><mergeCell ref='A1:B2'/><mergeCell ref='nonsense'/></mergeCells>").Bytes());
        var grid = Assert.Single(layout.Grids());
        Soundness.Check(grid);
        Assert.Equal((2, 2), (grid.Cells[0].RowSpan, grid.Cells[0].ColumnSpan));
        Assert.Contains(layout.Diagnostics, d => d.Message.Contains("重叠", StringComparison.Ordinal) && d.Place.Cell == "B2");
        Assert.Contains(layout.Diagnostics, d => d.Message.Contains("nonsense", StringComparison.Ordinal));
        Assert.Equal(["A1", "C1", "C2", "A3", "B3", "C3"], grid.Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_hundred_thousand_overlapping_regions_end_in_time()
    {
        var regions = string.Concat(Enumerable.Range(1, 100_000).Select(r => $"<mergeCell ref='A{r}:XFD1048576'/>"));
        var clock = Stopwatch.StartNew();
        var layout = Samples.Read(new Package().Rows("表", XlsxReadingTests.Row(1) + XlsxReadingTests.Row(200_000),
            $"<mergeCells>{regions}</mergeCells>").Bytes());
        Assert.All(layout.Grids(), Soundness.Check);
        Assert.True(layout.Diagnostics.Count <= WorkbookLimits.Default.Diagnostics + 1);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Cells_far_apart_do_not_make_a_huge_grid()
    {
        var layout = Samples.Read(new Package().Rows("表",
            "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>").Bytes());
        var grid = Assert.Single(layout.Grids());
        Assert.Equal((3, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["A1", "XFD1048576"], grid.Cells.Select(c => c.Place.Cell));
        Assert.Single(layout.Diagnostics);
    }

    [Fact]
    public void Limits_hold()
    {
        var bytes = new Package().Rows("一", XlsxReadingTests.Row(1)).Rows("二", XlsxReadingTests.Row(1)).Bytes();
        Assert.Contains("“二”", Refused(bytes, UnreadableReason.BeyondLimit, new() { Cells = 4 }).Message, StringComparison.Ordinal);
        Refused(bytes, UnreadableReason.BeyondLimit, new() { Sheets = 1 });
        Refused(bytes, UnreadableReason.BeyondLimit, new() { FileBytes = 100 });
        Refused(new Package().Rows("表", XlsxReadingTests.Row(1), "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>").Bytes(),
            UnreadableReason.BeyondLimit, new() { MergedRegions = 1 });
        using var endless = new MemoryStream(new byte[1 << 20]);
        Assert.Equal(UnreadableReason.BeyondLimit, Assert.Throws<UnreadableDocumentException>(() =>
            WorkbookLayout.Read(endless, "流", new() { FileBytes = 1000 }, TestContext.Current.CancellationToken)).Reason);
    }

    [Fact]
    public void Missing_parts_are_named()
    {
        var layout = Samples.Read(new Package().Rows("一", XlsxReadingTests.Row(1)).Sheet("二", null).Bytes());
        var lost = Assert.Single(layout.Diagnostics);
        Assert.Equal(("二", 2, true), (lost.Place.Sheet, lost.Place.Page, lost.IsLoss));
        Assert.Contains("没有列出", Refused(new Package().Bytes(), UnreadableReason.Damaged).Message, StringComparison.Ordinal);
        Assert.Contains("xl/worksheets/sheet1.xml", Refused(new Package().Rows("一", "<row><c>").Bytes(), UnreadableReason.Damaged).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_string_or_number_that_is_not_there_is_reported_with_its_cell()
    {
        var layout = Samples.Read(new Package().Strings("<si><t>只有一项</t></si>").Rows(
            "表",
            "<row r='1'><c r='A1' t='s'><v>7</v></c><c r='B1' t='s'><v>0</v></c><c r='C1'><v>1,2</v></c><c r='D1'><v>1E400</v></c><c r='??'><v>3</v></c></row>")
                .Bytes());
        Assert.Equal(["A1", "C1", "D1", "E1"], layout.Diagnostics.Select(d => d.Place.Cell));
        Assert.All(layout.Diagnostics, d => Assert.True(d.IsLoss));
        Assert.Equal(["只有一项", "1,2", "1E400", "3"], layout.Grids()[0].Cells.Select(c => c.Text));
    }

    [Fact]
    public void Of_a_cell_written_twice_the_later_stands()
    {
        var layout = Samples.Read(new Package().Rows("表",
            "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c><c r='A1'><v>3</v></c></row>").Bytes());
        Assert.Equal(["3", "1"], layout.Grids()[0].Cells.Select(c => c.Text));
        Assert.Equal("A1", Assert.Single(layout.Diagnostics).Place.Cell);
    }

    [Fact]
    public void Legacy_errors_hidden_rows_and_hidden_zeros_are_seen()
    {
        var layout = Samples.Read(new BiffBook { ZerosShown = false }
            .Row(0).Row(1, hidden: true).Row(2).Row(3)
            .Text(0, 0, "项目").Error(0, 1, 0x17).Number(1, 0, 5).Number(2, 0, 0).FormulaError(2, 1, 0x07).Number(3, 0, 236.71).Bytes());
        var grid = Assert.Single(layout.Grids());
        Assert.Equal([("项目", null), ("#REF!", null), ("", 0m), ("#DIV/0!", null), ("236.71", 236.71m)], grid.Cells.Select(c => (c.Text, c.Stored)));
        Assert.Equal(["B1", "B3"], layout.Diagnostics.Where(d => d.IsLoss).Select(d => d.Place.Cell));
        Assert.Contains(layout.Diagnostics, d => d.Message.StartsWith("1 行隐藏", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_can_be_called_off()
    {
        using var off = new CancellationTokenSource();
        off.Cancel();
        Assert.Throws<OperationCanceledException>(() => WorkbookLayout.Read(new Package().Rows("表", XlsxReadingTests.Row(1)).Bytes(), "表", null, off.Token));
    }

    /// <summary>A compound file whose directory names those streams.</summary>
    private static byte[] Compound(params string[] streams)
    {
        var bytes = new byte[512 * 4];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(bytes, 0);
        bytes[0x1E] = 9;
        for (var i = 0; i < streams.Length; i++)
        {
            var at = 1024 + 128 * i;
            var name = Encoding.Unicode.GetBytes(streams[i] + "\0");
            name.CopyTo(bytes, at);
            bytes[at + 64] = (byte)name.Length;
        }

        return bytes;
    }
}
