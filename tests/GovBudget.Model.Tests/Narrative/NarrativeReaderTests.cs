using static GovBudget.Model.Tests.Say;
using Q = GovBudget.Model.BudgetQuantity;

namespace GovBudget.Model.Tests;

/// <summary>Sections, sentences, places, and what is carried from line to line.</summary>
public sealed class NarrativeReaderTests
{
    /// <summary>A paragraph that fills its last line and the heading below it come as one text; a sentence that only begins like a heading is none.</summary>
    [Theory]
    [InlineData("据实安排支出。六、一般公共预算财政拨款基本支出决算情况说明", SectionKind.BasicExpenditure)]
    [InlineData("据实安排支出。（二）“三公”经费支出决算具体情况。", SectionKind.ThreePublicItems)]
    [InlineData("据实安排支出。二、公用经费10.00万元，主要包括办公费。", null)]
    [InlineData("据实安排支出。1.机关运行经费情况", null)]
    public void A_heading_at_the_end_of_a_paragraph(string text, SectionKind? kind)
    {
        var narrative = Read([new("五、一般公共预算财政拨款支出决算情况说明", 1), new(text, 1), new("2023年度支出4257.71万元。", 2)]);
        Assert.Equal(kind is null ? 1 : 2, narrative.Sections.Count);
        if (kind is { } wanted) Assert.Equal(wanted, narrative.Sections[1].Kind);
        Assert.StartsWith("据实安排支出。", narrative.Sections[0].Paragraphs.Single(p => p.Page == 1 && p.Text.Length > 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_by_heading()
    {
        var narrative = Read(
        [
            new("某市某局 2024 年 10 月 31 日", 1),
            new("第三部分 某市某局 2023 年度部门决算情况说明", 20),
            new("一、收入支出决算总体情况说明", 20),
            new("2023 年度收、支总计均为 236.71 万元。", 20),
            new("五、一般公共预算财政拨款支出决算情况说明", 21),
            new("（一）一般公共预算财政拨款支出决算总体情况。", 21),
            new("2023 年度一般公共预算财政拨款支出 236.71 万元。", 21),
            new("（二）一般公共预算财政拨款支出决算结构情况。", 21),
            new("（三）一般公共预算财政拨款支出决算具体情况。", 22),
            new("九、财政拨款“三公”经费支出决算情况说明", 23),
            new("第五部分 名词解释", 24),
            new("(一)基本支出：指为保障机构正常运转而发生的支出。", 24),
        ]);
        Assert.Equal(
            [
                (0, "", "", SectionKind.Other, null),
                (1, "第三部分", "某市某局2023年度部门决算情况说明", SectionKind.Explanation, 2023),
                (2, "一", "收入支出决算总体情况说明", SectionKind.Overview, null),
                (2, "五", "一般公共预算财政拨款支出决算情况说明", SectionKind.GeneralPublic, null),
                (3, "（一）", "一般公共预算财政拨款支出决算总体情况", SectionKind.GeneralPublic, null),
                (3, "（二）", "一般公共预算财政拨款支出决算结构情况", SectionKind.GeneralPublicStructure, null),
                (3, "（三）", "一般公共预算财政拨款支出决算具体情况", SectionKind.GeneralPublicItems, null),
                (2, "九", "财政拨款“三公”经费支出决算情况说明", SectionKind.ThreePublic, null),
                (1, "第五部分", "名词解释", SectionKind.Glossary, (int?)null),
            ],
            narrative.Sections.Select(s => (s.Level, s.Ordinal, s.Title, s.Kind, s.Year)));
        Assert.Equal("2023 年度一般公共预算财政拨款支出 236.71 万元。", narrative.Sections[4].Paragraphs.Single().Text);
        Assert.Equal(21, narrative.Sections[4].Sentences.Single().Page);
    }

    [Theory]
    [InlineData("六、2019 年度一般公共预算财政拨款基本支出决算情况说明", SectionKind.BasicExpenditure)]
    [InlineData("二、收入预算情况说明", SectionKind.Income)]
    [InlineData("三、部门支出预算安排情况", SectionKind.Expenditure)]
    [InlineData("四、财政拨款收支预算总体情况", SectionKind.FiscalOverview)]
    [InlineData("八、政府性基金预算财政拨款收入支出决算情况", SectionKind.GovernmentFunds)]
    [InlineData("九、国有资本经营预算支出安排情况", SectionKind.StateCapital)]
    [InlineData("（一）机关运行经费支出情况", SectionKind.AgencyOperation)]
    [InlineData("十一、政府采购支出说明", SectionKind.Procurement)]
    [InlineData("（三）国有资产占有使用情况说明", SectionKind.Assets)]
    [InlineData("十、预算绩效管理情况", SectionKind.Performance)]
    [InlineData("（二）“三公”经费财政拨款支出决算具体情况说明。", SectionKind.ThreePublicItems)]
    [InlineData("（二）一般公共预算当年拨款结构情况。", SectionKind.GeneralPublicStructure)]
    [InlineData("（三）一般公共预算当年拨款具体使用情况。", SectionKind.GeneralPublicItems)]
    [InlineData("十一、其他重要事项的情况说明", SectionKind.OtherMatters)]
    [InlineData("2025年部门预算编制说明", SectionKind.Explanation)]
    [InlineData("上海市某区某局（部门）主要职能", SectionKind.Duties)]
    [InlineData("收入支出决算总表", SectionKind.Tables)]
    public void Kinds(string heading, SectionKind kind) => Assert.Equal(kind, Read([new(heading, 1)]).Sections.Single().Kind);

    [Theory]
    [InlineData("（一）收入预算总计 28849.38 万元。包括：")]
    [InlineData("一、加强党的建设，全面提升干部队伍素养和履职能力。")]
    [InlineData("2023年度收入合计2,673.01万元，其中：")]
    [InlineData("本单位当年无政府性基金预算财政拨款收入支出。")]
    [InlineData("1. 武汉市硚口区医疗保障局（本级）")]
    public void Paragraphs_are_no_headings(string line) => Assert.Equal(0, Read([new(line, 1)]).Sections.Single().Level);

    [Fact]
    public void Parts_in_lines_of_their_own()
    {
        var claims = Claims("2023年度收入合计2,673.01万元，其中：", "财政拨款收入2,673.01万元，占比100.00%；", "事业收入0万元，占比0%。");
        Assert.Equal(
            [
                new AmountClaim(Of(Q.Income, year: 2023), Wan("2,673.01")),
                new AmountClaim(Of(Q.FiscalIncome, within: "本年收入合计"), Wan("2673.01")),
                new ShareClaim(Of(Q.FiscalIncome, within: "本年收入合计"), Of(Q.Income, year: 2023), Percent("100.00")),
                new AmountClaim(Of(Q.InstitutionalIncome, within: "本年收入合计"), Wan("0")),
                new ShareClaim(Of(Q.InstitutionalIncome, within: "本年收入合计"), Of(Q.Income, year: 2023), Percent("0")),
            ],
            claims);
    }

    [Fact]
    public void Parts_of_parts_by_their_ordinals()
    {
        var claims = Claims("2.公务用车购置及运行费支出 5 万元。其中：", "(1) 公务用车购置费支出 3 万元。", "(2) 公务用车运行费支出 2 万元。", "3.公务接待费支出 1 万元。");
        Assert.Equal([null, "公务用车购置及运行维护费", "公务用车购置及运行维护费", null], claims.OfType<AmountClaim>().Select(c => c.Subject.Within));
    }

    [Fact]
    public void Claims_know_their_place()
    {
        var sentence = NarrativeReader.ReadParagraph("公务接待费支出决算 ０．３９ 万元，占 100.00%。", page: 7).Single();
        Assert.Equal("公务接待费支出决算0.39万元，占100.00%。", sentence.Text);
        Assert.Equal(["公务接待费支出决算0.39万元", "占100.00%"], sentence.Claims.Select(c => sentence.Text.Substring(c.Span.Start, c.Span.Length)));
        Assert.All(sentence.Claims, c => Assert.Equal(7, c.Page));
        Assert.Equal(["0.39万元", "100.00%"], sentence.Figures.Select(f => sentence.Text.Substring(f.Start, f.Length)));
        Assert.True(sentence.IsParsed);
    }

    [Theory]
    [InlineData("基本支出 1,202.95 万元。", "1202.95", "万元")]
    [InlineData("基本支出 1，202.95 万元。", "1202.95", "万元")]
    [InlineData("基本支出 63。8 万元。", "63.8", "万元")]
    [InlineData("基本支出１２．５万元。", "12.5", "万元")]
    [InlineData("基本支出 1.2 亿元。", "1.2", "亿元")]
    [InlineData("基本支出 14084412.64 元。", "14084412.64", "元")]
    [InlineData("基本支出三万元。", "3", "万元")]
    [InlineData("基本支出 -5.00 万元。", "-5.00", "万元")]
    public void Numbers_as_printed(string text, string value, string unit) =>
        Assert.Equal(new AmountClaim(Of(Q.BasicExpenditure), Amount.Parse(value, Unit.Of(unit))), Assert.Single(Claims(text)));

    [Theory]
    [InlineData("根据《江苏省财政厅关于2017年省级部门预算的批复》（苏财预〔2017〕19 号）填列。")]
    [InlineData("负责“12345”、“中国政府网”转办回复，推进“15 分钟社区生活圈”建设。")]
    [InlineData("2024 年 10 月 31 日。")]
    [InlineData("第二十三条、第 5 款。")]
    [InlineData("采购单价 100 万元（含）以上设备。")]
    [InlineData("分别按照该指标对应分值区间100%-80%（≥80%）、80%-50%（≥50%，＜80%）、50-0%（含50%）合理确定分值。")]
    public void Not_every_number_is_a_figure(string text) => Assert.All(NarrativeReader.ReadParagraph(text), s => Assert.False(s.HasFigures));

    [Fact]
    public void What_is_not_understood_is_listed()
    {
        var narrative = Read([new("基本支出 185.55 万元。", 1), new("（14%）；5 人，基本支出 3 万元。", 2)]);
        Assert.Equal(0.5, narrative.ParsedShare);
        var unparsed = Assert.Single(narrative.Unparsed);
        Assert.Equal(2, unparsed.Page);
        Assert.Contains("14%", unparsed.Unread.Select(u => unparsed.Text.Substring(u.Start, u.Length)));
    }

    [Fact]
    public void Glossary_entries_are_definitions()
    {
        var claims = Claims("第五部分 名词解释", "(三)“三公”经费：是指区直部门安排的因公出国(境)费等。", "1.住房保障支出(类)住房改革支出(款)提租补贴(项)，反映按房改政策发放的补贴。", "1.1 行政事业单位养老支出：反映养老方面的支出。");
        Assert.Equal(
            [
                new DefinitionClaim(Of(Q.ThreePublic) with { Name = "“三公”经费" }, "是指区直部门安排的因公出国（境）费等。"),
                new DefinitionClaim(Item(default, "住房保障支出", "住房改革支出", "提租补贴"), "反映按房改政策发放的补贴。"),
                new DefinitionClaim(Named("行政事业单位养老支出"), "反映养老方面的支出。"),
            ],
            claims);
    }

    [Fact]
    public void Nothing_is_nothing()
    {
        Assert.Empty(Read([]).Sections);
        Assert.Empty(Read([new(" \n \u3000", 1)]).Sections);
        Assert.Equal(1, Read([]).ParsedShare);
    }

    [Fact]
    public void Stops_when_told()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => NarrativeReader.Read([new("基本支出 1 万元。", 1)], source.Token));
    }

    [Fact]
    public void Words_in_the_name_of_a_subject_are_no_grammar()
    {
        var claims = NarrativeReader.ReadParagraph("3.交通运输支出（类）车辆购置税支出（款）车辆购置税用于农村公路建设支出（项）。支出决算为12.00万元，主要用于修路。").SelectMany(s => s.Claims);
        var subject = Assert.Single(claims.OfType<AmountClaim>()).Subject;
        Assert.Equal(["交通运输支出", "车辆购置税支出", "车辆购置税用于农村公路建设支出"], subject.Path);
    }
}
