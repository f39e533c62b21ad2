using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Tests.Engine;

public class LexerTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("-12.5", -12.5)]
    [InlineData("+.25", .25)]
    [InlineData("4.", 4)]
    [InlineData("--7", -7)]
    [InlineData("0.000016", 0.000016)]
    [InlineData("123456789012345678901234567890", 1.2345678901234568e29)]
    [InlineData("1.23456789012345678901234", 1.2345678901234568)]
    [InlineData("6.02e2", 602)]
    [InlineData("12-34", 12)]
    [InlineData("1.5.7", 1.5)]
    public void Numbers(string text, double value)
    {
        var lexer = new PdfLexer(PdfBuilder.Latin1(text));
        Assert.Equal(PdfToken.Number, lexer.Next());
        Assert.Equal(value, lexer.Number, Math.Abs(value) * 1e-12);
        Assert.Equal(PdfToken.End, lexer.Next());
    }

    [Theory]
    [InlineData("(plain)", "plain")]
    [InlineData("(a(b)c)", "a(b)c")]
    [InlineData(@"(\(\)\\\n\101\7\1234)", "()\\\nA\aS4")]
    [InlineData("(a\\\nb\\\r\nc)", "abc")]
    [InlineData("(open", "open")]
    [InlineData("<48656C6C6F>", "Hello")]
    [InlineData("<48 65 6>", "He`")]
    [InlineData("<zz41>", "A")]
    public void Strings(string text, string value)
    {
        var lexer = new PdfLexer(PdfBuilder.Latin1(text));
        Assert.Equal(PdfToken.String, lexer.Next());
        Assert.Equal(PdfBuilder.Latin1(value), lexer.Bytes.ToArray());
    }

    [Theory]
    [InlineData("/Name ", "Name")]
    [InlineData("/A#20B", "A B")]
    [InlineData("/A#2", "A#2")]
    [InlineData("/ 1", "")]
    public void Names(string text, string value)
    {
        var lexer = new PdfLexer(PdfBuilder.Latin1(text));
        Assert.Equal(PdfToken.Name, lexer.Next());
        Assert.Equal(PdfBuilder.Latin1(value), lexer.Bytes.ToArray());
    }

    [Fact]
    public void A_long_escaped_string_keeps_every_byte()
    {
        string body = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i}\\)"));
        var lexer = new PdfLexer(PdfBuilder.Latin1($"({body})Tj"));
        lexer.Next();
        Assert.Equal(body.Replace("\\", "", StringComparison.Ordinal), System.Text.Encoding.Latin1.GetString(lexer.Bytes));
        Assert.Equal(PdfToken.Keyword, lexer.Next());
    }

    [Fact]
    public void Dictionaries_nest_and_references_are_told_from_numbers()
    {
        var parser = new PdfParser("<< /A [1 2 (x) << /B true >>] /C 3 >>"u8, 0, null, new NameTable());
        var dictionary = Assert.IsType<PdfDictionary>(parser.Parse());
        Assert.Equal(4, dictionary.Array("A")!.Count);
        Assert.True(((PdfDictionary)dictionary.Array("A")![3]).Boolean("B"));
        Assert.Equal(3, dictionary.Integer("C"));
    }

    [Fact]
    public void Endless_nesting_ends()
    {
        var parser = new PdfParser(PdfBuilder.Latin1(new string('[', 100_000)), 0, null, new NameTable());
        Assert.IsType<PdfArray>(parser.Parse());
    }
}
