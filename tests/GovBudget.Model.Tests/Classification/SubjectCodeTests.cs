using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Classification;

/// <summary>The four code types: what they read, what they refuse and why, and the laws they keep.</summary>
public sealed class SubjectCodeTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Theory]
    [InlineData("208", "208")]
    [InlineData("20805", "20805")]
    [InlineData("2080505", "2080505")]
    [InlineData(" 2080505 ", "2080505")]
    [InlineData("208 05 05", "2080505")]
    [InlineData("208 5 5", "2080505")]
    [InlineData("208 5", "20805")]
    [InlineData("208　05", "20805")]
    [InlineData("2080\n505", "2080505")]
    [InlineData("２０８０５０５", "2080505")]
    [InlineData("\uFEFF208\u200B05", "20805")]
    [InlineData("2080500", "20805")]
    [InlineData("2080000", "208")]
    [InlineData("208 00 00", "208")]
    public void Reads_functional(string text, string expected)
    {
        Assert.Equal(expected, FunctionalCode.Parse(text).ToString());
        Assert.True(FunctionalCode.TryParse(text, out var code));
        Assert.Equal(expected, code.ToString());
        Assert.Equal(code, FunctionalCode.Read(text).GetValueOrThrow());
    }

    [Theory]
    [InlineData("", "没有数字")]
    [InlineData("  ", "没有数字")]
    [InlineData("20", "有 2 位数字")]
    [InlineData("2080", "有 4 位数字")]
    [InlineData("208050501", "有 9 位数字")]
    [InlineData("20805050101", "位数过多")]
    [InlineData("30201", "以 3 开头")]
    [InlineData("200", "类的后两位不能是 00")]
    [InlineData("2080001", "中间一级不能是 00")]
    [InlineData("208-05", "含有“-”")]
    [InlineData("208.0", "含有“.”")]
    [InlineData("20O05", "含有“O”")]
    [InlineData("二〇八", "含有“二”")]
    [InlineData("208𠀀", "含有数字以外的字符")]
    public void Refuses_and_says_why(string text, string why)
    {
        var result = FunctionalCode.Read(text);
        Assert.False(result.Success);
        Assert.Equal($"“{text.Trim()}”不是支出功能分类科目编码：{why}；应为以 2 开头的 3、5 或 7 位数字，例如 208、20805、2080505。", result.Error);
        Assert.False(FunctionalCode.TryParse(text, out var code));
        Assert.Equal(default, code);
        Assert.Throws<FormatException>(() => FunctionalCode.Parse(text));
    }

    [Theory]
    [InlineData("201|06|01", "2010601")]
    [InlineData("201|6|1", "2010601")]
    [InlineData("201| 06 |２", "2010602")]
    [InlineData("201|20106|2010601", "2010601")]
    [InlineData("201|06|2010601", "2010601")]
    [InlineData("201|20106|01", "2010601")]
    [InlineData("||2010601", "2010601")]
    [InlineData("2010601||", "2010601")]
    [InlineData("201|06|", "20106")]
    [InlineData("201|00|00", "201")]
    [InlineData("201||", "201")]
    public void Reads_parts(string cells, string expected) =>
        Assert.Equal(expected, FunctionalCode.FromParts(cells.Split('|')).GetValueOrThrow().ToString());

    [Theory]
    [InlineData("||", "没有数字")]
    [InlineData("201||01", "“01”之前缺少上一级，或层级过多")]
    [InlineData("201|06|01|01", "“01”之前缺少上一级，或层级过多")]
    [InlineData("201|20806|", "“20806”不在“201”之下")]
    [InlineData("201|20106|2010701", "“2010701”不在“20106”之下")]
    [InlineData("|06|", "有 2 位数字")]
    [InlineData("201|x|", "含有“x”")]
    [InlineData("201|060|", "以 0 开头")]
    public void Refuses_parts_and_says_why(string cells, string why) =>
        Assert.Contains($"不是支出功能分类科目编码：{why}；应为", FunctionalCode.FromParts(cells.Split('|')).Error, StringComparison.Ordinal);

    [Fact]
    public void Null_parts_are_blank_cells() => Assert.Equal("20106", FunctionalCode.FromParts("201", "06", null).GetValueOrThrow().ToString());

    [Fact]
    public void Schemes_do_not_mix()
    {
        Assert.Equal("30201", EconomicCode.Parse("302 1").ToString());
        Assert.Equal("50201", GovernmentEconomicCode.Parse("502 01").ToString());
        Assert.Equal("103040101", RevenueCode.Parse("103 04 01 01").ToString());
        Assert.Contains("以 2 开头", EconomicCode.Read("20101").Error, StringComparison.Ordinal);
        Assert.Contains("以 3 开头", GovernmentEconomicCode.Read("30101").Error, StringComparison.Ordinal);
        Assert.Contains("以 5 开头", RevenueCode.Read("50101").Error, StringComparison.Ordinal);
        Assert.Contains("有 7 位数字", EconomicCode.Read("3020101").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_is_no_code()
    {
        var none = default(FunctionalCode);
        Assert.Equal(0, none.Number);
        Assert.Equal(SubjectLevel.None, none.Level);
        Assert.Null(none.Parent);
        Assert.Empty(none.Ancestors);
        Assert.Null(none.AtLevel(SubjectLevel.Class));
        Assert.Equal("", none.ToString());
        Assert.False(none.IsAncestorOf(FunctionalCode.Parse("201")));
        Assert.True(none < FunctionalCode.Parse("201"));
    }

    [Fact]
    public void Knows_its_family()
    {
        var code = FunctionalCode.Parse("2080505");
        Assert.Equal(SubjectLevel.Item, code.Level);
        Assert.Equal(["20805", "208"], code.Ancestors.Select(a => a.ToString()));
        Assert.Equal("208", code.AtLevel(SubjectLevel.Class).ToString());
        Assert.Equal(code, code.AtLevel(SubjectLevel.Item));
        Assert.Null(code.AtLevel(SubjectLevel.Subitem));
    }

    [Fact]
    public void Sorts_parents_before_children()
    {
        string[] printed = ["201", "20106", "2010601", "2010699", "20199", "208", "20805"];
        Assert.Equal(printed, printed.Reverse().Select(FunctionalCode.Parse).Order().Select(c => c.ToString()));
    }

    [Fact]
    public void Functional_laws() => Laws<FunctionalCode>(3);

    [Fact]
    public void Economic_laws() => Laws<EconomicCode>(2);

    [Fact]
    public void Government_economic_laws() => Laws<GovernmentEconomicCode>(2);

    [Fact]
    public void Revenue_laws() => Laws<RevenueCode>(4);

    [Fact]
    public void Any_text_is_a_code_or_an_error() =>
        Check.One(Thousand, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var result = RevenueCode.Read(text);
            return result.Success
                ? RevenueCode.Parse(result.GetValueOrThrow().ToString()) == result.GetValueOrThrow()
                : result.Error!.Contains("不是收入分类科目编码", StringComparison.Ordinal);
        }));

    private static void Laws<T>(int depth) where T : struct, ISubjectCode<T>
    {
        var codes = Codes<T>(depth);
        Check.One(Thousand, Prop.ForAll(codes, code =>
            T.Parse(code.ToString()!, null).Equals(code)
            && T.FromParts(Cells(code)).GetValueOrThrow().Equals(code)
            && T.Read(string.Join(' ', Cells(code).Select(Shorten))).GetValueOrThrow().Equals(code)
            && T.Read(code.ToString()!.PadRight(1 + (2 * depth), '0')).GetValueOrThrow().Equals(code)
            && code.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == code.ToString()
            && code.ToString()!.Length == 1 + (2 * (int)code.Level)));
        Check.One(Thousand, Prop.ForAll(codes, code =>
            code.Ancestors.Count() == (int)code.Level - 1
            && code.Ancestors.All(up => up.IsAncestorOf(code)
                && !code.IsAncestorOf(up)
                && up < code
                && code.ToString()!.StartsWith(up.ToString()!, StringComparison.Ordinal))
            && code.Parent.Equals(code.Ancestors.Cast<T?>().FirstOrDefault())
            && code.AtLevel(code.Level).Equals(code)
            && !code.IsAncestorOf(code)));
        Check.One(Thousand, Prop.ForAll(codes, codes, (a, b) =>
            Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString()))
            && (a < b) == (b > a) && (a <= b) == !(a > b) && (a >= b) == !(a < b)
            && a.Equals(b) == (a.CompareTo(b) == 0)
            && a.IsAncestorOf(b) == (b.ToString() != a.ToString() && b.ToString()!.StartsWith(a.ToString()!, StringComparison.Ordinal))));
    }

    private static Arbitrary<T> Codes<T>(int depth) where T : struct, ISubjectCode<T>
    {
        // Few values a level, so that pairs are often related.
        var part = Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, 99));
        var gen =
            from levels in Gen.Choose(1, depth)
            from parts in Gen.ArrayOf(part, levels)
            select T.Parse((int)T.Scheme + string.Concat(parts.Select(p => p.ToString("00", System.Globalization.CultureInfo.InvariantCulture))), null);
        return gen.ToArbitrary();
    }

    private static string[] Cells<T>(T code) where T : struct, ISubjectCode<T>
    {
        var text = code.ToString()!;
        return [text[..3], .. Enumerable.Range(0, ((int)code.Level) - 1).Select(i => text.Substring(3 + (2 * i), 2))];
    }

    private static string Shorten(string cell) => cell.Length == 2 && cell[0] == '0' ? cell[1..] : cell;
}
