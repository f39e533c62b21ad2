using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Writing;

namespace GovBudget.Model.Pdf.Tests.Writing;

/// <summary>Fonts: chosen, checked for coverage, subset; refused in words that help.</summary>
public class FontTests
{
    private static DocumentLayout Text(string text) => new() { Blocks = [new Paragraph(text, new Place(1))] };

    [Fact]
    public void WithoutAFontTheStandardOneIsNamed()
    {
        using var file = new MemoryStream();
        var result = PdfLayoutWriter.Write(Text("预算公开"), file, Printed.Plain, TestContext.Current.CancellationToken);
        Assert.Equal(["STSong-Light"], result.Fonts);
        Assert.Equal("预算公开", Letters(file));
    }

    [Fact]
    public void ACharacterThatTheStandardFontLacksIsNamed()
    {
        using var file = new MemoryStream();
        var error = Assert.Throws<MissingCharactersException>(() => PdfLayoutWriter.Write(Text("甲\U0001F600乙กก"), file, Printed.Plain,
            TestContext.Current.CancellationToken));
        Assert.Equal(["ก", "\U0001F600"], error.Characters);
        Assert.Contains("U+0E01", error.Message, StringComparison.Ordinal);
        Assert.Contains("U+1F600", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void A_character_that_no_font_has_is_shown_by_one_that_looks_like_it()
    {
        const string text = "在\u201F公开\u201D之前";
        using var standard = new MemoryStream();
        var said = Assert.Single(PdfLayoutWriter.Write(Text(text), standard, Printed.Plain, TestContext.Current.CancellationToken).Diagnostics);
        Assert.True(said.IsLoss);
        Assert.Contains("U+201F", said.Message, StringComparison.Ordinal);
        Assert.Equal(text.Replace('\u201F', '\u201C'), Letters(standard));

        var font = FontFinder.OnMachine().FirstOrDefault(f => f.Glyph('开') != 0 && f.Glyph('\u201C') != 0 && f.Glyph('\u201F') == 0);
        if (font is null) Assert.Skip("No Chinese font that lacks the mark is here.");
        using var embedded = new MemoryStream();
        said = Assert.Single(
            PdfLayoutWriter.Write(Text(text), embedded, new PdfWriteOptions { FontFamilies = [font.Family] },
                TestContext.Current.CancellationToken).Diagnostics);
        Assert.False(said.IsLoss);
        Assert.Equal(text, Letters(embedded));
    }

    [Fact]
    public void AFontOfTheMachineIsEmbeddedAndSubset()
    {
        var font = FontFinder.OnMachine().FirstOrDefault(f => "预算公开，3.14".All(c => f.Glyph(c) != 0));
        if (font is null) Assert.Skip("No Chinese TrueType font is here.");
        using var file = new MemoryStream();
        var result = PdfLayoutWriter.Write(Text("预算公开，3.14"), file, new PdfWriteOptions { FontFamilies = [font.Family] },
            TestContext.Current.CancellationToken);
        Assert.Equal([font.Family], result.Fonts);
        Assert.Empty(result.Diagnostics);
        Assert.Equal("预算公开，3.14", Letters(file));
        Assert.InRange(file.Length, 3000, 60_000);
        Assert.All(PdfFile.Open(file.ToArray()).GetPage(1, TestContext.Current.CancellationToken).Letters,
            letter => Assert.Equal(UnicodeSource.Stated, letter.Source));
    }

    [Fact]
    public void ASubsetIsAFontWithTheSameGlyphs()
    {
        var font = FontFinder.OnMachine().FirstOrDefault(f => f.Glyph('预') != 0);
        if (font is null) Assert.Skip("No Chinese TrueType font is here.");
        int[] glyphs = [0, .. "预算公开表".Select(c => font.Glyph(c))];
        byte[] subset = FontSubset.Make(font, glyphs);
        var tables = new FontTables(subset, 0);
        foreach (string tag in (string[])["glyf", "loca", "head", "hhea", "hmtx", "maxp"]) Assert.True(tables.Has(tag));
        Assert.True(tables.U16(tables.Offset("maxp") + 4) >= glyphs.Length);
        for (int i = 0; i < glyphs.Length; i++)
        {
            int from = (int)tables.U32(tables.Offset("loca") + (4 * i)), to = (int)tables.U32(tables.Offset("loca") + (4 * i) + 4);
            Assert.True(
                tables.Slice(tables.Offset("glyf") + from, to - from).StartsWith(font.Outline(glyphs[i])) || tables.I16(tables.Offset("glyf") + from) < 0);
            Assert.Equal(font.AdvanceUnits(glyphs[i]), tables.U16(tables.Offset("hmtx") + (4 * i)));
        }
    }

    [Fact]
    public void AFamilyThatIsNotHereIsRefusedByName()
    {
        var error = Assert.Throws<PdfFontException>(() => PdfLayoutWriter.Write(Text("甲"), Stream.Null, new PdfWriteOptions { FontFamilies = ["没有的字体"] },
            TestContext.Current.CancellationToken));
        Assert.Contains("没有的字体", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a font", "不是完整的 TrueType 或 OpenType 字体")]
    [InlineData("", "不是完整的 TrueType 或 OpenType 字体")]
    public void AFileThatIsNoFontIsRefused(string content, string expected)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ttf");
        File.WriteAllText(path, content);
        try
        {
            var error = Assert.Throws<PdfFontException>(() => PdfLayoutWriter.Write(Text("甲"), Stream.Null, new PdfWriteOptions { FontFile = path },
                TestContext.Current.CancellationToken));
            Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void VariableCompactOutlinesAreRefusedWithAdvice()
    {
        // An OpenType header with the one table that tells.
        byte[] font = [.. "OTTO"u8, 0, 1, 0, 16, 0, 0, 0, 0, .. "CFF2"u8, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 4, 1, 0, 4, 1];
        var error = Assert.Throws<PdfFontException>(() => FontProgram.Open(font, 0, "某字体.otf"));
        Assert.Contains("CFF2", error.Message, StringComparison.Ordinal);
        Assert.Contains(".ttf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFontWithCompactOutlinesIsEmbeddedAndSubset()
    {
        var font = CompactFont();
        string text = font.Glyph('预') != 0 ? "预算公开，3.14" : "Budget 3.14";
        using var file = new MemoryStream();
        var result = PdfLayoutWriter.Write(Text(text), file, new PdfWriteOptions { FontFamilies = [font.Family], PageNumbers = false, Contents = false },
            TestContext.Current.CancellationToken);
        Assert.Contains(font.Family, result.Fonts);
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), Letters(file).Replace(" ", "", StringComparison.Ordinal));
        Assert.InRange(file.Length, 2000, 60_000);
    }

    [Fact]
    public void ACompactSubsetIsCidKeyedAndHasTheGlyphsAskedFor()
    {
        var font = CompactFont();
        int[] glyphs = [0, .. "3.14".Select(c => font.Glyph(c))];
        byte[] subset = CffSubset.Make(font.Tables.Memory("CFF "), glyphs, "Test");
        var read = Fonts.CffProgram.Read(subset);
        Assert.NotNull(read);
        Assert.True(read.IsCidKeyed);
        Assert.Equal([0, 1, 2, 3, 4, 0], Enumerable.Range(0, 6).Select(read.GlyphOfCid));
        Assert.Equal(subset, CffSubset.Make(font.Tables.Memory("CFF "), glyphs, "Test"));
        // A subset of the subset is the subset: nothing is lost on the way.
        Assert.Equal(subset, CffSubset.Make(subset, [0, 1, 2, 3, 4], "Test"));
    }

    [Fact]
    public void SubroutinesAreSetInWhereTheyAreCalled()
    {
        var reader = new CffReader(new byte[] { 1, 0, 4, 1 }, "Test");
        ReadOnlyMemory<byte> moves = new byte[] { 139, 149, 21, 11 }; // 0 10 rmoveto return
        ReadOnlyMemory<byte> nested = new byte[] { 32, 10, 140, 6, 11 }; // −107 callsubr 1 hlineto return
        // −106 callgsubr, hints of one stem, a mask of one byte that looks like a call, endchar
        byte[] flat = CharString.Flatten(new byte[] { 33, 29, 139, 140, 1, 19, 10, 14 }, [default, nested], [moves], reader);
        Assert.Equal([139, 149, 21, 140, 6, 139, 140, 1, 19, 10, 14], flat);
    }

    [Theory]
    [InlineData(new byte[] { 10 })] // a call without number
    [InlineData(new byte[] { 139, 10 })] // of a subroutine that is not there
    [InlineData(new byte[] { 28, 0 })] // a number cut off
    [InlineData(new byte[] { 139, 140, 1, 19 })] // a mask cut off
    [InlineData(new byte[] { 32, 10 })] // one that calls itself
    public void ADamagedOutlineIsRefused(byte[] program) =>
        Assert.Throws<PdfFontException>(() => CharString.Flatten(program, [], [new byte[] { 32, 10 }], new CffReader(new byte[] { 1, 0, 4, 1 }, "Test")));

    [Fact]
    public void DamagedCompactFontsAreRefusedAndNeverCrash()
    {
        var font = CompactFont();
        byte[] whole = CffSubset.Make(font.Tables.Memory("CFF "), [0, .. "0123456789".Select(c => font.Glyph(c))], "Test");
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            byte[] damaged = whole.ToArray();
            for (int k = random.Next(1, 4); k > 0; k--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                CffSubset.Make(damaged.AsMemory(0, random.Next(1, damaged.Length + 1)), [0, 1, 2, 3], "Test");
            }
            catch (PdfFontException)
            {
                continue; // as it should be
            }
        }
    }

    private static FontProgram CompactFont()
    {
        string[] roots = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];
        var files = roots.Where(root => root.Length > 0 && Directory.Exists(root))
            .SelectMany(root => Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Where(file => Path.GetExtension(file) is ".otf" or ".ttc").Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            byte[] data = File.ReadAllBytes(file);
            if (new FontTables(data, 0).Has("CFF ") && FontProgram.Open(data, 0, file) is var font && "Budget3.14".All(c => font.Glyph(c) != 0)) return font;
        }
        Assert.Skip("No OpenType font with compact outlines is here.");
        throw new InvalidOperationException();
    }

    [Fact]
    public void AMissingFontFileIsRefused()
    {
        var error = Assert.Throws<PdfFontException>(() => PdfLayoutWriter.Write(Text("甲"), Stream.Null, new PdfWriteOptions { FontFile = "没有.ttf" },
            TestContext.Current.CancellationToken));
        Assert.Contains("没有.ttf", error.Message, StringComparison.Ordinal);
    }

    private static string Letters(MemoryStream file) =>
        string.Concat(PdfFile.Open(file.ToArray()).GetPage(1, TestContext.Current.CancellationToken).Letters.Select(letter => letter.Text)).Trim();
}
