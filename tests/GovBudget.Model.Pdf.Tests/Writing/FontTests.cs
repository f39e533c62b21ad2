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
        var error = Assert.Throws<MissingCharactersException>(() => PdfLayoutWriter.Write(Text("甲\U0001F600乙กก"), file, Printed.Plain, TestContext.Current.CancellationToken));
        Assert.Equal(["ก", "\U0001F600"], error.Characters);
        Assert.Contains("U+0E01", error.Message, StringComparison.Ordinal);
        Assert.Contains("U+1F600", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void AFontOfTheMachineIsEmbeddedAndSubset()
    {
        var font = FontFinder.OnMachine().FirstOrDefault(f => "预算公开，3.14".All(c => f.Glyph(c) != 0));
        if (font is null) Assert.Skip("No Chinese TrueType font is here.");
        using var file = new MemoryStream();
        var result = PdfLayoutWriter.Write(Text("预算公开，3.14"), file, new PdfWriteOptions { FontFamilies = [font.Family] }, TestContext.Current.CancellationToken);
        Assert.Equal([font.Family], result.Fonts);
        Assert.Empty(result.Diagnostics);
        Assert.Equal("预算公开，3.14", Letters(file));
        Assert.InRange(file.Length, 3000, 60_000);
        Assert.All(PdfFile.Open(file.ToArray()).GetPage(1, TestContext.Current.CancellationToken).Letters, letter => Assert.Equal(UnicodeSource.Stated, letter.Source));
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
            Assert.True(tables.Slice(tables.Offset("glyf") + from, to - from).StartsWith(font.Outline(glyphs[i])) || tables.I16(tables.Offset("glyf") + from) < 0);
            Assert.Equal(font.AdvanceUnits(glyphs[i]), tables.U16(tables.Offset("hmtx") + (4 * i)));
        }
    }

    [Fact]
    public void AFamilyThatIsNotHereIsRefusedByName()
    {
        var error = Assert.Throws<PdfFontException>(() => PdfLayoutWriter.Write(Text("甲"), Stream.Null, new PdfWriteOptions { FontFamilies = ["没有的字体"] }, TestContext.Current.CancellationToken));
        Assert.Contains("没有的字体", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a font", "不是完整的 TrueType 字体")]
    [InlineData("", "不是完整的 TrueType 字体")]
    public void AFileThatIsNoFontIsRefused(string content, string expected)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ttf");
        File.WriteAllText(path, content);
        try
        {
            var error = Assert.Throws<PdfFontException>(() => PdfLayoutWriter.Write(Text("甲"), Stream.Null, new PdfWriteOptions { FontFile = path }, TestContext.Current.CancellationToken));
            Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void CffOutlinesAreRefusedWithAdvice()
    {
        // An OpenType header with the one table that tells.
        byte[] font = [.. "OTTO"u8, 0, 1, 0, 16, 0, 0, 0, 0, .. "CFF "u8, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 4, 1, 0, 4, 1];
        var error = Assert.Throws<PdfFontException>(() => FontProgram.Open(font, 0, "某字体.otf"));
        Assert.Contains("CFF", error.Message, StringComparison.Ordinal);
        Assert.Contains(".ttf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFontFileIsRefused()
    {
        var error = Assert.Throws<PdfFontException>(() => PdfLayoutWriter.Write(Text("甲"), Stream.Null, new PdfWriteOptions { FontFile = "没有.ttf" }, TestContext.Current.CancellationToken));
        Assert.Contains("没有.ttf", error.Message, StringComparison.Ordinal);
    }

    private static string Letters(MemoryStream file) => string.Concat(PdfFile.Open(file.ToArray()).GetPage(1, TestContext.Current.CancellationToken).Letters.Select(letter => letter.Text)).Trim();
}
