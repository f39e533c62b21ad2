using static GovBudget.Model.Tests.Say;

namespace GovBudget.Model.Tests;

/// <summary>What forms leave in a text.</summary>
public sealed class LeftoverTests
{
    [Theory]
    [InlineData("收、支总计各增加(减少) 109.39 万元。", LeftoverKind.Choice, "增加（减少）")]
    [InlineData("减少 0.15 万元，下降（增长）27.78%。", LeftoverKind.Choice, "下降（增长）")]
    [InlineData("上海市普陀区XX局2024年度部门决算情况如下。", LeftoverKind.Placeholder, "XX")]
    [InlineData("××单位2024年度无政府性基金预算财政拨款支出。", LeftoverKind.Placeholder, "××")]
    [InlineData("本年支出____万元。", LeftoverKind.Placeholder, "____")]
    [InlineData("(十八)其他专用名词。", LeftoverKind.Placeholder, "其他专用名词")]
    [InlineData("政府性基金预算财政拨款年初结转和结余 万元，本年收入 0 万元。", LeftoverKind.MissingNumber, "政府性基金预算财政拨款年初结转和结余万元")]
    [InlineData("无政府性基金预算收入支出的，仍保留该表格式，并在本表下方作下述说明：", LeftoverKind.Instruction, "仍保留该表格式")]
    [InlineData("包括国有资本经营预算财政拨款。。", LeftoverKind.DoubledPunctuation, "。。")]
    public void Found(string paragraph, LeftoverKind kind, string text) =>
        Assert.Contains(new TemplateLeftover(kind, text), Claims(paragraph));

    [Theory]
    [InlineData("金额单位：万元。")]
    [InlineData("本套报表以万元为单位（万元），保留两位小数。")]
    [InlineData("建立全区微信、QQ 群，XXL 号。")]
    [InlineData("其他专用名词：指本部门特有的名词，包括下列各项。")]
    [InlineData("支出增加（主要是人员经费）。")]
    [InlineData("单价100万元（含）以上设备（不含车辆）0台（套）。")]
    public void Not_invented(string paragraph) => Assert.DoesNotContain(Claims(paragraph), c => c is TemplateLeftover);

    [Fact]
    public void In_a_heading()
    {
        var section = Read([new NarrativeText("一、重点工作事项标题", 40)]).Sections.Single();
        Assert.Equal(new TemplateLeftover(LeftoverKind.Placeholder, "重点工作事项标题"), Placeless(Assert.Single(section.Heading.Claims)));
        Assert.Equal(40, section.Heading.Claims[0].Page);
    }
}
