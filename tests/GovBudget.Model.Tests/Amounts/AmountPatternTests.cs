namespace GovBudget.Model.Tests.Amounts;

public sealed class AmountPatternTests
{
    /// <summary>Printed text, number with its decimals, unit: read and written alike.</summary>
    public static TheoryData<string, string, string, bool> FormatsAndParses => new()
    {
        { "0", "0", "", false },
        { "0.00", "0.00", "", false },
        { "236.71", "236.71", "", false },
        { "-3.50", "-3.50", "", false },
        { "1,202.95", "1202.95", "", true },
        { "-1,202.95", "-1202.95", "", true },
        { "999", "999", "", true },
        { "1,000", "1000", "", true },
        { "1,855,514.37", "1855514.37", "元", true },
        { "0.123456", "0.123456", "万元", false },
        { "9999999999999999999999999999", "9999999999999999999999999999", "", false },
    };

    /// <summary>Printed text, number with its decimals, unit: read only.</summary>
    public static TheoryData<string, string, string> ParsesOnly => new()
    {
        { "1,202.95万元", "1202.95", "万元" },
        { "3.2 亿元", "3.2", "亿元" },
        { "5百万元", "5", "百万元" },
        { "7千元", "7", "千元" },
        { "1920000元", "1920000", "元" },
        { "78.4%", "78.4", "%" },
        { "78.4％", "78.4", "%" },
        { "（1.00）", "-1.00", "" },
        { "(1,202.95)万元", "-1202.95", "万元" },
        { "−3", "-3", "" },
        { "△3.50", "-3.50", "" },
        { "▲1,202.95", "-1202.95", "" },
        { "－3", "-3", "" },
        { "–3.5", "-3.5", "" },
        { "+3.5", "3.5", "" },
        { "-0.00", "0.00", "" },
        { "１２．５", "12.5", "" },
        { "1，202.95", "1202.95", "" },
        { " 12 \u3000", "12", "" },
        { "0.0\n0", "0.00", "" },
        { "\uFEFF12\u200B", "12", "" },
    };

    public static TheoryData<string?, string> Fails => new()
    {
        { "3△", Fault("3△", "含有“-”") },
        { null, "空白不是数字：应为例如 1,202.95。" },
        { " \u3000", "空白不是数字：应为例如 1,202.95。" },
        { "———", Fault("———", "含有“—”") },
        { "-", Fault("-", "含有“-”") },
        { "——", Fault("——", "含有“—”") },
        { "万元", Fault("万元", "没有数字") },
        { "12辆", Fault("12辆", "含有“辆”") },
        { "约12", Fault("约12", "含有“约”") },
        { "1.2.3", Fault("1.2.3", "小数点有误") },
        { "12.", Fault("12.", "小数点有误") },
        { ".5", Fault(".5", "小数点前没有数字") },
        { "1,20", Fault("1,20", "千分位逗号不在每三位之间") },
        { "1202,950", Fault("1202,950", "千分位逗号不在每三位之间") },
        { ",950", Fault(",950", "千分位逗号不在每三位之间") },
        { "1.202,950", Fault("1.202,950", "小数点有误") },
        { "--3", Fault("--3", "含有“-”") },
        { "-(3)", Fault("-(3)", "含有“(”") },
        { "1e5", Fault("1e5", "含有“e”") },
        { "12345678901234567890123456789", Fault("12345678901234567890123456789", "超过 28 位") },
        { new string('字', 50), Fault(new string('字', 40) + "…", "含有“字”") },
    };

    [Theory]
    [MemberData(nameof(FormatsAndParses))]
    public void Reads_what_it_writes(string text, string value, string unit, bool thousands)
    {
        var amount = new Amount(Number(value), Unit.Of(unit));
        Assert.Equal(text, amount.Format(thousands));
        Assert.Equal(amount, Amount.Parse(text, Unit.Of(unit)));
    }

    [Theory]
    [MemberData(nameof(ParsesOnly))]
    public void Reads(string text, string value, string unit)
    {
        Assert.Equal(new Amount(Number(value), Unit.Of(unit)), Amount.Parse(text));
        Assert.True(Amount.TryParse(text, Unit.None, out _));
    }

    [Theory]
    [MemberData(nameof(Fails))]
    public void Says_why_it_cannot_read(string? text, string message)
    {
        Assert.False(Amount.TryParse(text, Unit.None, out _));
        Assert.Equal(message, Assert.Throws<FormatException>(() => Amount.Parse(text!)).Message);
    }

    [Fact]
    public void The_unit_in_the_text_wins_over_the_column_s()
    {
        Assert.Equal(Amount.OfWan(3m), Amount.Parse("3万元", Unit.Yuan));
        Assert.Equal(Amount.OfYuan(3m), Amount.Parse("3", Unit.Yuan));
        Assert.Equal(new Amount(12m, Unit.Vehicle), Amount.Parse("12辆", Unit.Vehicle));
        Assert.Equal(new Amount(12m, Unit.Set), Amount.Parse("12台(套)", Unit.Set));
    }

    [Fact]
    public void A_result_that_was_never_filled_is_a_failure()
    {
        ParseResult<Amount> nothing = default;
        Assert.False(nothing.Success);
        Assert.NotNull(nothing.Error);
        Assert.False(nothing.TryGetValue(out _));
        Assert.Throws<FormatException>(() => nothing.GetValueOrThrow());
    }

    [Fact]
    public void Every_figure_is_read_back_as_it_was_written() =>
        Always.Holds(AmountGen.Any, amount =>
        {
            foreach (var thousands in (bool[])[false, true])
            {
                var plain = amount.Format(thousands);
                Assert.Equal(amount, Amount.Parse(plain, amount.Unit));
                Assert.Equal(amount, Amount.Parse(plain + amount.Unit, amount.Unit));
                if (amount.Value < 0) Assert.Equal(amount, Amount.Parse($"（{plain[1..]}）", amount.Unit));
            }
            Assert.Equal(amount, Amount.Parse(amount.ToString(), amount.Unit));
        });

    private static string Fault(string text, string reason) => $"“{text}”不是数字：{reason}；应为例如 1,202.95、-3.50、（1.00）。";

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
