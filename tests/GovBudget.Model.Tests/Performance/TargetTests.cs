using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Tests.Amounts;

namespace GovBudget.Model.Tests.Performance;

public sealed class TargetTests
{
    /// <summary>Printed text, kind, quantity, unit.</summary>
    public static TheoryData<string, string, string, string> Quantities => new()
    {
        { "≥90%", "AtLeast", "90", "%" },
        { "≧3000人次", "AtLeast", "3000", "人次" },
        { "⩾ 5 次", "AtLeast", "5", "次" },
        { ">=90%", "AtLeast", "90", "%" },
        { "不低于95%", "AtLeast", "95", "%" },
        { "不少于2次/年", "AtLeast", "2", "次/年" },
        { "大于等于3场", "AtLeast", "3", "场" },
        { "达到90%以上", "AtLeast", "90", "%" },
        { "90%以上", "AtLeast", "90", "%" },
        { "90%及以上", "AtLeast", "90", "%" },
        { "100人（含）以上", "AtLeast", "100", "人" },
        { "满意度≥90%", "AtLeast", "90", "%" },
        { "≥100百分比", "AtLeast", "100", "%" },
        { "≥1,000平方米", "AtLeast", "1000", "平方米" },
        { "≥500m2", "AtLeast", "500", "m2" },
        { "＞5000人", "MoreThan", "5000", "人" },
        { ">90%", "MoreThan", "90", "%" },
        { "超过12场次", "MoreThan", "12", "场次" },
        { "≤17万元", "AtMost", "17", "万元" },
        { "≦11.82万元", "AtMost", "11.82", "万元" },
        { "不超过17万元", "AtMost", "17", "万元" },
        { "控制在17万元以内", "AtMost", "17", "万元" },
        { "17万元以下", "AtMost", "17", "万元" },
        { "≤12月", "AtMost", "12", "月" },
        { "＜3%", "LessThan", "3", "%" },
        { "低于0.5‰", "LessThan", "0.5", "‰" },
        { "=64元", "Equal", "64", "元" },
        { "＝100%", "Equal", "100", "%" },
        { "=30000", "Equal", "30000", "" },
        { "100%", "Equal", "100", "%" },
        { "５次", "Equal", "5", "次" },
        { "0.98", "Equal", "0.98", "" },
        { "-5%", "Equal", "-5", "%" },
        { "3万人次", "Equal", "3", "万人次" },
        { "12台（套）", "Equal", "12", "台（套）" },
        { "3年", "Equal", "3", "年" },
        { "12个月", "Equal", "12", "个月" },
    };

    /// <summary>Printed text, ends, unit.</summary>
    public static TheoryData<string, string, string, string> Ranges => new()
    {
        { "1-2次", "1", "2", "次" },
        { "1次-2次", "1", "2", "次" },
        { "90%～95%", "90", "95", "%" },
        { "90—95%", "90", "95", "%" },
        { "10至20人", "10", "20", "人" },
        { "≥80%且≤90%", "80", "90", "%" },
        { "≥1次，≤3次", "1", "3", "次" },
    };

    public static TheoryData<string> Words =>
    [
        "应保尽保", "达标", "全覆盖", "逐步提高", "定性", "优秀", "按规定按时完成审批", "100%完成整改", "12月底前", "12月31日前", "2024年", "11月", "2024年12月31日",
        "≥90%以下", "2-1次", "90%次-5次", "第1批1次", "1.2.3", "—", "≥", "%", "应保尽保、应救尽救", "90%≥", "一次",
    ];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Reads_quantities(string text, string kind, string value, string unit)
    {
        var target = Target.Parse(text);
        Assert.Equal(kind, target.GetType().Name);
        Assert.Equal(Amount.Parse(value, Unit.Of(unit)), target.Figure);
        Assert.Equal(text, target.ToString());
        Assert.True(target.IsQuantity);
        Assert.Equal(kind is "AtMost" or "LessThan" ? TargetDirection.Negative : TargetDirection.Positive, target.Direction);
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Reads_ranges(string text, string low, string high, string unit)
    {
        var range = Assert.IsType<Target.Between>(Target.Parse(text));
        Assert.Equal((Amount.Parse(low, Unit.Of(unit)), Amount.Parse(high, Unit.Of(unit))), (range.Low, range.High));
        Assert.Equal(text, range.Text);
        Assert.Equal(TargetDirection.Range, range.Direction);
        Assert.Null(range.Figure);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Leaves_words_words(string text)
    {
        var target = Assert.IsType<Target.Words>(Target.Parse($" {text}\n"));
        Assert.Equal(text, target.Text);
        Assert.False(target.IsQuantity);
    }

    [Theory]
    [InlineData("优/良", "优", "良")]
    [InlineData("优秀或良好", "优秀", "良好")]
    [InlineData("是 / 否", "是", "否")]
    public void Reads_choices(string text, string first, string second)
    {
        var choice = Assert.IsType<Target.OneOf>(Target.Parse(text));
        Assert.Equal([first, second], choice.Choices);
        Assert.Equal(text, choice.Text);
    }

    [Theory]
    [InlineData("≥", "98", "%", "≥98%")]
    [InlineData("＝", "5", "次", "＝5次")]
    [InlineData("定性", "应保尽保", "", "应保尽保")]
    [InlineData("定性", "优良中低差", "等级", "优良中低差")]
    [InlineData("定量", "98", "%", "98%")]
    [InlineData("正向", "98", "%", "98%")]
    [InlineData("≤", "17万元", "万元", "≤17万元")]
    [InlineData("≥", "90", "", "≥90")]
    [InlineData(null, "达标", null, "达标")]
    [InlineData("=", "达标", "无", "达标")]
    public void Joins_nature_value_and_unit(string? nature, string value, string? unit, string expected) =>
        Assert.Equal(Target.Parse(expected), Target.Parse(nature, value, unit));

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000")]
    [InlineData(null)]
    public void Nothing_is_no_target(string? text)
    {
        Assert.False(Target.TryParse(text, out _));
        Assert.Equal("空白不是指标值：应为例如 ≥90%、5次、应保尽保。", Assert.Throws<FormatException>(() => Target.Parse(text!)).Message);
    }

    [Fact]
    public void Is_printed_as_forms_print_it()
    {
        Assert.Equal("≥90%", new Target.AtLeast(new Amount(90m, Unit.Percent)).Text);
        Assert.Equal(">5000人", new Target.MoreThan(new Amount(5000m, Unit.Of("人"))).Text);
        Assert.Equal("≤17万元", new Target.AtMost(Amount.OfWan(17m)).Text);
        Assert.Equal("<3%", new Target.LessThan(new Amount(3m, Unit.Percent)).Text);
        Assert.Equal("5次", new Target.Equal(new Amount(5m, Unit.Of("次"))).Text);
        Assert.Equal("1次-2次", new Target.Between(new Amount(1m, Unit.Of("次")), new Amount(2m, Unit.Of("次"))).Text);
    }

    [Fact]
    public void What_could_not_be_read_back_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Target.Equal(new Amount(12m, Unit.Of("月底前"))));
        Assert.Throws<ArgumentException>(() => new Target.Equal(new Amount(2024m, Unit.Of("年"))));
        Assert.Throws<ArgumentException>(() => new Target.Between(new Amount(2m, Unit.None), new Amount(1m, Unit.None)));
        Assert.Throws<ArgumentException>(() => new Target.Between(new Amount(1m, Unit.None), new Amount(2m, Unit.Percent)));
    }

    [Fact]
    public void Every_target_is_read_back_as_it_was_written() =>
        Always.Holds(PerformanceGen.Target, target =>
        {
            var read = Target.Parse(target.Text);
            Assert.Equal(target, read);
            Assert.Equal(target.GetHashCode(), read.GetHashCode());
            Assert.Equal(target.Figure, read.Figure);
        });

    [Fact]
    public void Every_text_whatsoever_is_read_and_given_back() =>
        Always.Holds(PerformanceGen.Text, text =>
        {
            var target = Target.Parse(text);
            Assert.Equal(text.Trim(), target.Text);
            Assert.Equal(target, Target.Parse(target.Text));
        });

    [Fact]
    public void Every_indicator_of_the_documents_is_read()
    {
        var texts = Shared.Files("truth", "indicators.csv")
            .SelectMany(f => Csv.Rows(f))
            .SelectMany(r => new[] { r["target"], r["actual"] })
            .Where(t => t.Length > 0)
            .ToArray();
        Assert.True(texts.Length > 80);
        foreach (var text in texts)
        {
            var target = Target.Parse(text);
            Assert.Equal(text, target.Text);
            // In these documents a digit always is a quantity.
            Assert.Equal(text.Any(char.IsAsciiDigit), target.IsQuantity);
        }
    }
}
