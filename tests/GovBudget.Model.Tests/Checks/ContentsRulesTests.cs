using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Checks;

public class ContentsRulesTests
{
    private static readonly string[] Sections = ["一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明", "四、机关运行经费支出说明", "五、政府采购支出说明", "六、预算绩效情况说明"];

    internal static IEnumerable<(string Name, DocumentLayout Layout)> Examples =>
    [
        ("目录相符", Layout("六、预算绩效情况说明", "六、2023年度预算绩效管理工作开展情况")),
        ("正文没有", Layout("六、专项支出、转移支付支出情况说明", "六、其他重要事项")),
        ("目录另行措辞", Layout("六、甲乙丙丁", "", "一、戊己庚辛", "二、壬癸子丑")),
        ("目录多一行没有标题的、一行没有序号的", Layout("六、\n附表\n六、预算绩效情况说明", "六、预算绩效情况说明")),
        ("目录分部分列示，前面还有几行", Layout("第四部分 名词解释\n一、财政拨款收入\n二、事业收入\n三、经营收入\n四、其他收入", "第四部分 名词解释\n一、财政拨款收入\n二、事业收入\n三、经营收入\n四、其他收入")),
        ("目录的部分不到四行", Layout("第四部分 名词解释\n一、财政拨款收入", "第四部分 名词解释\n一、财政拨款收入")),
        ("正文的标题是目录的一部分", Layout("六、预算绩效管理工作开展情况的说明", "预算绩效")),
        ("正文的标题太短", Layout("六、预算绩效管理工作开展情况的说明", "绩效的")),
        ("同一序号，一半的字相同", Layout("六、亮点特色和成效介绍", "六、亮点特色与经验做法")),
        ("另一序号，一半的字相同", Layout("六、亮点特色和成效介绍", "七、亮点特色与经验做法")),
        ("同一类的说明，没有序号", Layout("六、三公经费支出说明", "财政拨款因公出国、公务用车和公务接待支出决算情况")),
        ("正文只有一段很长的话", Layout("六、工作亮点", "六、" + string.Concat(Enumerable.Repeat("本年度各项工作亮点不少。", 12)))),
        ("正文的标题一个字", Layout("六、其他", "六、其")),
        ("目录的年度", Layout("第二部分 某局202年度部门决算表", "第二部分 某局2023年度部门决算表")),
        ("目录说的是别的年度", Layout("第二部分 某局2022年度执行情况\n2024年度预算编制情况\n2022年度总结\n2022年度部门决算表", "第二部分 某局2022年度执行情况")),
    ];

    [Theory]
    [InlineData("六、预算绩效情况说明", "六、预算绩效情况说明")]
    [InlineData("六、预算绩效情况说明", "六、2023年度预算绩效管理工作开展情况")] // announced in fewer words
    [InlineData("六、预算绩效情况说明", "六、关于预算绩效情况的说明")]
    [InlineData("六、预算绩效情况说明.......................12", "六、预算绩效情况说明")]
    [InlineData("六、财政拨款三公经费支出决算表", "")] // a table, perhaps a picture
    public void What_the_body_has_is_not_missed(string listed, string heading) => Assert.Empty(Check(listed, heading).Findings);

    [Theory]
    [InlineData("六、专项支出、转移支付支出情况说明", "")]
    [InlineData("六、专项支出、转移支付支出情况说明", "六、其他重要事项")]
    public void A_section_that_the_body_lacks_is(string listed, string heading)
    {
        var finding = Assert.Single(Check(listed, heading).Findings);
        Assert.Equal((listed, 2, Severity.Warning), (finding.Expected, finding.Page, finding.Severity));
    }

    [Fact]
    public void Contents_that_are_worded_otherwise_throughout_are_not_compared()
    {
        var report = Check("六、甲乙丙丁", "", "一、戊己庚辛", "二、壬癸子丑");
        Assert.Empty(report.Findings);
        Assert.Equal(1, report.Coverage[0].NotEvaluated);
    }

    [Theory]
    [InlineData("第二部分 某局202年度部门决算表", "202年度", Severity.Error)]
    [InlineData("第二部分 某局2022年度部门决算表", "2022年度", Severity.Error)]
    public void A_year_that_is_not_the_document_s_is_reported(string listed, string printed, Severity severity)
    {
        var finding = Assert.Single(Check("narrative.heading-year", listed, "第二部分 某局2023年度部门决算表", []).Findings);
        Assert.Equal(("2023年度", printed, 2, severity), (finding.Expected, finding.Actual, finding.Page, finding.Severity));
    }

    [Fact]
    public void Years_that_are_the_document_s_hold() =>
        Assert.True(Check("narrative.heading-year", "第二部分 某局2023年度部门决算表", "第二部分 某局2023年度部门决算表", []).Coverage[0] is { Exact: > 0, Violated: 0 });

    private static CheckReport Check(string listed, string heading, params string[] others) => Check("complete.contents", listed, heading, others);

    private static CheckReport Check(string rule, string listed, string heading, string[] others) =>
        new Checker([RuleCatalog.Find(rule)]).Check(DocumentReader.Read(Layout(listed, heading, others)));

    private static DocumentLayout Layout(string listed, string heading, params string[] others)
    {
        var contents = new[] { "第三部分 某局2023年度部门决算情况说明" }.Concat(others.Concat(Sections.Skip(others.Length)).Take(5))
            .Append(listed)
            .Select(t => new Paragraph(t, new Place(2)) { Role = ParagraphRole.Contents });
        var body = new[] { "第三部分 某局2023年度部门决算情况说明" }.Concat(Sections.Take(5))
            .Append(heading)
            .Where(t => t.Length > 0)
            .Select(t => new Paragraph(t, new Place(5)));
        return new DocumentLayout
        {
            Pages = [new LayoutPage(1), new LayoutPage(2), new LayoutPage(5)],
            Blocks = contents.Concat(body).Prepend(new Paragraph("某局2023年度部门决算", new Place(1))).ToValueList<LayoutBlock>()
        };
    }
}
