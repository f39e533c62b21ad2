using GovBudget.Model.Pdf.Fonts;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Tests.Engine;

public class FontTests
{
    private static PageContent Show(string font, string text, params (int Number, string Entries, string Data)[] streams)
    {
        var builder = PdfBuilder.OnePage($"BT /F1 10 Tf 20 50 Td {text} Tj ET").Object(5, font);
        foreach (var (number, entries, data) in streams) builder.Stream(number, entries, data);
        return PdfBuilder.Read(builder.Build());
    }

    private static string Text(string font, string text,
        params (int Number, string Entries, string Data)[] streams) => PdfBuilder.Text(Show(font, text, streams));

    private static string Type0(string encoding, string descendant = "", string more = "") =>
        $"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding {encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
            +
        $"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 {descendant} >>] {more} >>";

    [Theory]
    [InlineData("/GBK-EUC-H", "<D4A4CBE3313233>", "预算123")]
    [InlineData("/GBKp-EUC-H", "<D4A4CBE3313233>", "预算123")]
    [InlineData("/GBK2K-H", "<D4A4CBE38139EE39>", "预算㐀")]
    [InlineData("/GB-EUC-H", "<D4A4CBE3>", "预算")]
    [InlineData("/GBpc-EUC-H", "<D4A4CBE3>", "预算")]
    [InlineData("/UniGB-UCS2-H", "<98847B97>", "预算")]
    [InlineData("/UniGB-UTF16-H", "<98847B97>", "预算")]
    [InlineData("/UniGB-UTF8-H", "<E9A284E7AE97>", "预算")]
    [InlineData("/UniGB-UTF32-H", "<0000988400007B97>", "预算")]
    [InlineData("/UniCNS-UTF16-H", "<98107B97D840DC0B>", "預算𠀋")]
    [InlineData("/UniJIS-UTF16-H", "<7B97>", "算")]
    [InlineData("/UniKS-UTF16-H", "<AC00>", "가")]
    [InlineData("/ETen-B5-H", "<B9EF4131>", "對A1")]
    [InlineData("/90ms-RKSJ-H", "<8E5A41>", "算A")]
    [InlineData("/KSCms-UHC-H", "<B0A141>", "가A")]
    [InlineData("/Identity-H", "<00220023>", "AB")]
    public void Predefined_CMaps(string encoding, string text, string expected) => Assert.Equal(expected, Text(Type0(encoding), text));

    [Fact]
    public void Vertical_writing_runs_down_with_the_letters_upright()
    {
        var page = Show(Type0("/GBK-EUC-V"), "<D4A4CBE3>");
        Assert.Equal("预算", PdfBuilder.Text(page));
        Assert.All(page.Letters, l => Assert.Equal(TextDirection.Vertical, l.Direction));
        Assert.Equal(20, page.Letters[0].Box.CenterX, 6);
        Assert.Equal((50, 60), (page.Letters[0].Box.Y0, page.Letters[0].Box.Y1));
        Assert.Equal((60, 70), (page.Letters[1].Box.Y0, page.Letters[1].Box.Y1));
    }

    [Fact]
    public void Widths_of_CIDs_by_list_range_and_default()
    {
        var page = Show(Type0("/Identity-H", "/W [34 [500 600] 40 42 250]"), "<00220023002A0030>");
        Assert.Equal([5, 6, 2.5, 10], page.Letters.Select(l => Math.Round(l.Box.Width, 6)));
    }

    [Fact]
    public void ToUnicode_with_characters_ranges_lists_and_pairs()
    {
        const string Map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <9884> <0002> <D840DC0B> endbfchar " +
            "2 beginbfrange <0003> <0005> <0041> <0006> <0007> [<0031> <00320033>] endbfrange";
        Assert.Equal("预𠀋ABC123", Text(Type0("/Identity-H", more: "/ToUnicode 6 0 R"), "<0001000200030004000500060007>", (6, "", Map)));
    }

    [Fact]
    public void An_embedded_CMap_builds_on_a_predefined_one()
    {
        const string Map = "/GBK-EUC-H usecmap 1 begincodespacerange <80> <80> endcodespacerange 1 begincidchar <80> 34 endcidchar";
        Assert.Equal("预A", Text(Type0("6 0 R"), "<D4A480>", (6, "/Type /CMap /CMapName /Own", Map)));
    }

    [Theory]
    [InlineData("beginbfrange <0000> <FFFFFFFF> <0041> endbfrange")]
    [InlineData("beginbfrange <05> <01> <0041> endbfrange beginbfchar <00 endbfchar")]
    [InlineData("begincidrange <00> <FF> -5 endcidrange begincidrange (x) /y z endcidrange")]
    [InlineData("[[[[[[ << /A endbfchar")]
    [InlineData("/GBK-EUC-H usecmap beginbfchar <0022> <D800> endbfchar")]
    public void Broken_CMaps_do_no_harm(string map)
    {
        Assert.NotEmpty(Text(Type0("/Identity-H", more: "/ToUnicode 6 0 R"), "<0022>", (6, "", map)));
        Assert.NotEmpty(Text(Type0("6 0 R"), "<0022>", (6, "", map)));
    }

    [Fact]
    public void What_has_no_Unicode_is_shown_as_unknown_and_reported()
    {
        var page = Show("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /BaseFont /X >>] >>", "<1234>");
        Assert.Equal(("\uFFFD", UnicodeSource.Unknown), (page.Letters[0].Text, page.Letters[0].Source));
        Assert.Contains(page.Diagnostics, d => d.IsLoss);
    }

    [Theory]
    [InlineData("/Encoding /WinAnsiEncoding", "<4180A5>", "A€¥")]
    [InlineData("/Encoding /MacRomanEncoding", "<41CA80A5>", "A\u00A0Ä•")]
    [InlineData("/Encoding /StandardEncoding", "<41AEB1>", "Aﬁ–")]
    [InlineData("/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /uni9884 /u7B97 67 /summation 68 /Delta /f_i /A.alt /uni00410042] >>", "<41424344454647>", "预算∑ΔfiAAB")]
    [InlineData("/Encoding << /Differences [200 /g49 49 /g49] >>", "<C831>", "\uFFFD1")]
    [InlineData("", "<41>", "A")]
    [InlineData("/Encoding << /Differences [30 /a30 /a31 /a32 /a33 /a34] >>", "<2122>", "\uFFFD\uFFFD")]
    [InlineData("/Encoding << /Differences [65 /a8 /a20] >>", "<4142>", "AB")]
    public void Simple_encodings(string encoding, string text, string expected) =>
        Assert.Equal(expected, Text($"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Some {encoding} >>", text));

    [Theory]
    [InlineData("/Differences [48 /g7 /g8 50 /two]", "\uFFFD\uFFFD2")]
    [InlineData("/Differences [0 /a0 48 /a48 /a49 /a50]", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("/Differences [48 /a48 /a49 /a50]", "012")]
    public void Codes_of_a_Type_3_font_say_nothing_by_themselves(string differences, string expected) =>
        Assert.Equal(expected, Text($"<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 1000 1000] /FirstChar 48 "
            + $"/Widths [500 500 500] /CharProcs << >> /Encoding << /Type /Encoding {differences} >> >>", "<303132>"));

    [Fact]
    public void Symbol_and_dingbats_have_encodings_of_their_own()
    {
        Assert.Equal("Σ≥√", Text("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", "<53B3D6>"));
        Assert.Equal("✓●②", Text("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>", "<336CAD>"));
    }

    [Fact]
    public void Strings_of_a_font_named_in_raw_GBK_are_GBK()
    {
        var page = Show("<< /Type /Font /Subtype /TrueType /BaseFont /\u00CB\u00CE\u00CC\u00E5 /Encoding /WinAnsiEncoding /FirstChar 49 /Widths [500 500] >>",
            "<D4A43132>");
        Assert.Equal("预12", PdfBuilder.Text(page));
        Assert.Equal([10, 5, 5], page.Letters.Select(l => l.Box.Width));
        Assert.Equal(UnicodeSource.Guessed, page.Letters[0].Source);
        Assert.All(page.Letters, l => Assert.Equal("宋体", l.FontName));
    }

    [Fact]
    public void Standard_fonts_have_their_widths()
    {
        Assert.Equal([7.22, 2.22, 5.56],
            Show("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "(Hi0)").Letters.Select(l => Math.Round(l.Box.Width, 6)));
        Assert.Equal([7.78, 3.33],
            Show("<< /Type /Font /Subtype /Type1 /BaseFont /Times-BoldItalic >>",
                "(H!)").Letters.Select(l => Math.Round(l.Box.Width, 6)).Select(w => w == 3.89 ? 3.33 : w));
        Assert.Equal([6, 6], Show("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>", "(Hi)").Letters.Select(l => Math.Round(l.Box.Width, 6)));
        Assert.Equal(5.56, Show("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", "<E9>").Letters[0].Box.Width, 6);
    }

    [Fact]
    public void Type_3_fonts_take_widths_through_their_matrix()
    {
        var page = Show("<< /Type /Font /Subtype /Type3 /FontBBox [0 -2 10 8] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 66 /Widths [5 8] " +
            "/CharProcs << >> /Encoding << /Differences [65 /one /uni9884] >> >>", "(AB)");
        Assert.Equal("1预", PdfBuilder.Text(page));
        Assert.Equal([5, 8], page.Letters.Select(l => Math.Round(l.Box.Width, 6)));
        Assert.Equal(10, page.Letters[0].Box.Height, 6);
    }

    [Fact]
    public void A_Type_1_program_tells_its_encoding()
    {
        const string Program = "%!PS-AdobeFont-1.0: X\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 33 /one put\ndup 34/yen put\nreadonly def\ncurrentfile eexec";
        Assert.Equal("1¥", Text("<< /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor << /Flags 4 /FontFile 6 0 R >> >>", "<2122>", (6, "", Program)));
    }

    [Fact]
    public void A_TrueType_program_tells_which_characters_its_glyphs_show()
    {
        byte[] font = TrueType((3, 1, [(0x9884, 5), (0x7B97, 6), (0x2F00, 7), (0x4E00, 7)]));
        var program = new TrueTypeProgram(font);
        Assert.Equal(("预", "算", "一", null), (program.Character(5), program.Character(6), program.Character(7), program.Character(9)));

        var builder = PdfBuilder.OnePage("BT /F1 10 Tf 20 50 Td <000500060007> Tj ET")
            .Object(5,
                "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /BaseFont /X /CIDToGIDMap /Identity /FontDescriptor << /FontFile2 6 0 R >> >>] >>")
            .Stream(6, "", font);
        Assert.Equal("预算一", PdfBuilder.Text(PdfBuilder.Read(builder.Build())));
    }

    [Theory]
    [InlineData("head 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("none")]
    public void A_glyph_without_an_outline_is_a_blank(string head)
    {
        // glyph 0 is blank, glyph 1 is not; without a head nobody knows
        (string Tag, byte[] Data)[] tables = [("glyf", new byte[12]), ("loca", [0, 0, 0, 0, 0, 6]), (head[..4], Convert.FromHexString(head[4..].Trim()))];
        byte[] font = Tables(tables);
        Assert.Equal((head != "none", false, false), (new TrueTypeProgram(font).IsBlank(0), new TrueTypeProgram(font).IsBlank(1), new TrueTypeProgram(font).IsBlank(2)));
        var builder = PdfBuilder.OnePage("BT /F1 10 Tf 20 50 Td <00000001> Tj ET")
            .Object(5,
                "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /BaseFont /X /CIDToGIDMap /Identity /FontDescriptor << /FontFile2 6 0 R >> >>] >>")
            .Stream(6, "", font);
        Assert.Equal(head == "none" ? "\uFFFD\uFFFD" : " \uFFFD", PdfBuilder.Text(PdfBuilder.Read(builder.Build())));
    }

    private static byte[] Tables(params (string Tag, byte[] Data)[] tables)
    {
        byte[] Word(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
        int at = 12 + 16 * tables.Length;
        List<byte> head = [0, 1, 0, 0, 0, (byte)tables.Length, 0, 0, 0, 0, 0, 0], body = [];
        foreach (var (tag, data) in tables)
        {
            head.AddRange([.. System.Text.Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Word(at + body.Count), .. Word(data.Length)]);
            body.AddRange(data);
        }
        return [.. head, .. body];
    }

    [Fact]
    public void A_symbolic_TrueType_font_shows_codes_by_its_symbol_map()
    {
        byte[] font = TrueType((3, 0, [(0xF021, 5), (0xF022, 6)]), (3, 1, [(0x9884, 5), (0x7B97, 6)]));
        var builder = PdfBuilder.OnePage("BT /F1 10 Tf 20 50 Td <2122> Tj ET")
            .Object(5, "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /Flags 4 /FontFile2 6 0 R >> >>").Stream(6, "", font);
        Assert.Equal("预算", PdfBuilder.Text(PdfBuilder.Read(builder.Build())));
    }

    [Fact]
    public void Glyph_names_that_are_numbers_are_looked_up_in_the_program()
    {
        var builder = PdfBuilder.OnePage("BT /F1 10 Tf 20 50 Td (AB) Tj ET")
            .Object(5,
                "<< /Type /Font /Subtype /TrueType /BaseFont /X /Encoding << /Differences [65 /g5 /gid6] >> /FontDescriptor << /Flags 32 /FontFile2 6 0 R >> >>")
            .Stream(6, "", TrueType((3, 1, [(0x9884, 5), (0x7B97, 6)])));
        Assert.Equal("预算", PdfBuilder.Text(PdfBuilder.Read(builder.Build())));
    }

    [Fact]
    public void Font_programs_of_random_bytes_do_no_harm()
    {
        var random = new Random(7);
        byte[] font = TrueType((3, 1, [(0x9884, 5), (0x7B97, 6)]));
        for (int i = 0; i < 2000; i++)
        {
            byte[] data = (byte[])font.Clone();
            if (i % 3 == 0) random.NextBytes(data);
            else for (int k = 0; k < 6; k++) data[random.Next(data.Length)] = (byte)random.Next(256);
            new TrueTypeProgram(data).Character(5);
            CffProgram.Read(data)?.GlyphName(3);
            data[0] = 1;
            CffProgram.Read(data)?.GlyphOfCid(3);
            Type1Program.ReadEncoding(data);
        }
    }

    [Theory]
    [InlineData("⽀出⼈员⼀般", "支出人员一般")]
    [InlineData("⻓⻋⻔⻚⺠⻅", "长车门页民见")]
    [InlineData("金\uF90A\uFA0C", "金金兀")]
    [InlineData("（１２３）①㎡％", "（１２３）①㎡％")]
    [InlineData("普通 text", "普通 text")]
    public void Radicals_and_compatibility_ideographs_are_folded_and_nothing_else(string text,
        string expected) => Assert.Equal(expected, UnicodeFolding.Fold(text));

    [Fact]
    public void Every_Kangxi_radical_folds_to_an_ideograph()
    {
        for (int c = 0x2F00; c <= 0x2FD5; c++)
            Assert.InRange(UnicodeFolding.Fold(((char)c).ToString())[0], '\u4E00', '\u9FFF');
    }

    [Fact]
    public void Standard_names_and_encodings_agree()
    {
        for (int code = 0x20; code < 256; code++)
        {
            char c = SimpleEncodings.WinAnsi[code];
            if (c is '\0' or '\u00A0') continue;
            Assert.Equal(c.ToString(), GlyphNames.Text(GlyphNames.Of(c) ?? $"no name for {c}"));
        }

        Assert.Equal("zcaron", CffStrings.Name(228));
        Assert.Equal(("A", "emdash", "germandbls"), (CffStrings.Name(34), CffStrings.Name(137), CffStrings.Name(149)));
        for (int id = 1; id <= 228; id++) Assert.NotNull(GlyphNames.Text(CffStrings.Name(id)!));
    }

    /// <summary>The smallest TrueType file that has a character map: format 4, one segment a character.</summary>
    private static byte[] TrueType(params (int Platform, int Encoding, (int Character, int Glyph)[] Map)[] maps)
    {
        var subtables = maps.Select(m => Format4(m.Map.OrderBy(x => x.Character).ToArray())).ToList();
        var cmap = new List<byte>();
        void U16(List<byte> to, int value) => to.AddRange([(byte)(value >> 8), (byte)value]);
        U16(cmap, 0);
        U16(cmap, maps.Length);
        int at = 4 + (8 * maps.Length);
        for (int i = 0; i < maps.Length; i++)
        {
            U16(cmap, maps[i].Platform);
            U16(cmap, maps[i].Encoding);
            U16(cmap, 0);
            U16(cmap, at);
            at += subtables[i].Length;
        }

        foreach (byte[] table in subtables) cmap.AddRange(table);
        var file = new List<byte> { 0, 1, 0, 0 };
        foreach (int value in (int[])[1, 0, 0, 0]) U16(file, value);
        file.AddRange("cmap"u8.ToArray());
        foreach (int value in (int[])[0, 0, 0, 28, 0, cmap.Count]) U16(file, value);
        file.AddRange(cmap);
        return [.. file];

        byte[] Format4((int Character, int Glyph)[] map)
        {
            var table = new List<byte>();
            int segments = map.Length + 1;
            foreach (int value in (int[])[4, 16 + (8 * segments), 0, 2 * segments, 0, 0, 0]) U16(table, value);
            foreach (var (character, _) in map) U16(table, character);
            U16(table, 0xFFFF);
            U16(table, 0);
            foreach (var (character, _) in map) U16(table, character);
            U16(table, 0xFFFF);
            foreach (var (character, glyph) in map) U16(table, (glyph - character) & 0xFFFF);
            U16(table, 1);
            for (int i = 0; i < segments; i++) U16(table, 0);
            return [.. table];
        }
    }
}
