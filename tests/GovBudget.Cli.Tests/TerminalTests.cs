namespace GovBudget.Cli.Tests;

/// <summary>How long lines are broken: as Chinese is set, figures whole.</summary>
public class TerminalTests
{
    [Theory]
    [InlineData("基本支出合计", 8, "基本支出|合计")]
    [InlineData("支出 5377.64 万元", 10, "支出|5377.64 万|元")]
    [InlineData("正文“住房保障支出（款）”不一致。", 16, "正文“住房保障支|出（款）”不一|致。")]
    [InlineData("一二三。四", 6, "一二|三。四")]
    [InlineData("甲（narrative.amount）", 20, "甲|（narrative.amount）")]
    [InlineData("1234567890123", 5, "12345|67890|123")]
    [InlineData("甲\n乙丙丁", 4, "甲|乙丙|丁")]
    [InlineData("", 4, "")]
    public void Lines_break_where_a_typesetter_would(string text, int width,
        string lines) => Assert.Equal(lines.Replace('|', '\n'), Terminal.Broken(text, width));

    [Fact]
    public void Nothing_is_lost_and_no_line_is_too_long()
    {
        const string Text = "错误 第 24 页 “六、一般公共预算财政拨款基本支出决算情况说明”：基本支出 5377.64 万元 ≠ 一般公共预算财政拨款支出决算表 合计·基本支出 5364.75 万元：差 12.89，超出四舍五入（界 ±0.01）。（narrative.amount）";
        for (var width = 20; width <= 200; width++)
        {
            var broken = Terminal.Broken(Text, width);
            Assert.All(broken.Split('\n'), line => Assert.InRange(Terminal.Cells(line), 1, width));
            Assert.Equal(Text.Replace(" ", "", StringComparison.Ordinal),
                broken.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        }
    }
}
