using GovBudget.Model.Checks;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Checks;

/// <summary>How figures of the text are held against others, what is quoted of a sentence, whose a figure is, and where findings about the text
/// stand.</summary>
public class TextFindingTests
{
    [Theory]
    [InlineData("4.50万元", "4.50万元", "Exact")]
    [InlineData("4.5万元", "45000元", "Exact")]
    [InlineData("4.5万元", "4.54万元", "Exact")] // the finer figure rounds to the coarser
    [InlineData("4.5万元", "4.55万元", "Exact")]
    [InlineData("4.45万元", "4.5万元", "Exact")]
    [InlineData("4.5万元", "4.56万元", "Violated")]
    [InlineData("4.50万元", "4.51万元", "Rounded")]
    [InlineData("4.50万元", "4.52万元", "Violated")]
    [InlineData("45050元", "4.50万元", "Exact")]
    [InlineData("45051元", "4.50万元", "Violated")]
    [InlineData("45050.50元", "4.50万元", "Violated")]
    [InlineData("0.00045亿元", "4.55万元", "Exact")]
    public void Two_figures_agree_as_far_as_the_coarser_tells(string left, string right, string verdict)
    {
        var (a, b) = (Parse(left), Parse(right));
        Assert.Equal((verdict, verdict), (TextFinding.Compare(a, b).ToString(), TextFinding.Compare(b, a).ToString()));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 61)] // sixty and …
    [InlineData(200, 61)]
    public void A_sentence_beside_another_is_shortened(int length, int shown) => Assert.Equal(shown, TextFinding.Shortened(new string('字', length)).Length);

    [Theory]
    [InlineData(60, 50, 5, 0, 60, "", "")] // short enough to be shown whole
    [InlineData(61, 0, 5, 0, 60, "", "…")]
    [InlineData(61, 8, 5, 0, 60, "", "…")]
    [InlineData(61, 9, 5, 1, 61, "…", "")]
    [InlineData(300, 100, 5, 92, 152, "…", "…")]
    [InlineData(300, 100, 60, 92, 164, "…", "…")]
    [InlineData(300, 100, 107, 92, 211, "…", "…")] // to four letters behind the claim
    [InlineData(300, 100, 108, 92, 212, "…", "…")]
    [InlineData(300, 100, 109, 92, 212, "…", "…")] // at most twice sixty
    [InlineData(300, 290, 10, 282, 300, "…", "")]
    public void A_long_sentence_is_quoted_around_the_claim(int length, int start, int span, int from, int to, string before, string after)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('\u4E00' + i)));
        var sentence = new Sentence(text, 1);
        var quote = TextFinding.Quote(TextClaim.At(Section("一", "收入"), sentence, new TextSpan(start, span)));
        Assert.Equal(before + text[from..to] + after, quote);
    }

    [Theory]
    [InlineData("一", "收入决算情况说明", "“一、收入决算情况说明”：")]
    [InlineData("（一）", "收入决算情况说明", "“（一）收入决算情况说明”：")]
    [InlineData("", "收入决算情况说明", "“收入决算情况说明”：")]
    [InlineData("一", "", "")]
    [InlineData("", "一二三四五六七八九十一二三四五六七八九十一二三四", "“一二三四五六七八九十一二三四五六七八九十一二三四”：")]
    [InlineData("", "一二三四五六七八九十一二三四五六七八九十一二三四五", "“一二三四五六七八九十一二三四五六七八九十一二三四…”：")]
    public void The_heading_above_is_named(string ordinal, string title, string where) =>
        Assert.Equal(where, TextFinding.Where(TextClaim.At(Section(ordinal, title), new Sentence("句子", 1))));

    [Theory]
    [InlineData("青山区医疗保障局", null, true)]
    [InlineData("青山区医疗保障局", "青山区医疗保障局", true)]
    [InlineData("青山区医疗保障局", "区医疗保障局", true)]
    [InlineData("青山区医疗保障局", "江城市青山区医疗保障局", true)]
    [InlineData("青山区医疗保障局", "医保障局", false)]
    [InlineData("青山区医疗保障局", "江城市医疗保障局", true)] // the last four letters
    [InlineData("青山区医疗保障局", "青山区财政局", false)]
    [InlineData("青山区医疗保障局", "本级", true)]
    [InlineData("青山区医疗保障局", "我局", true)]
    [InlineData("青山区医疗保障局", "全区", false)] // a bureau's accounts are not its area's
    [InlineData("青山区医疗保障局", "区级", false)]
    [InlineData("青山区财政局", "全区", true)]
    [InlineData("青山区财政局", "全市", false)]
    [InlineData("青山区财政局", "区本级", true)]
    [InlineData("青山区财政局", "区财政", true)]
    [InlineData("青山区财政局", "市级", false)]
    [InlineData("白马镇人民政府", "全镇", true)]
    [InlineData("白马镇人民政府", "镇本级", true)]
    [InlineData("白马镇人民政府", "县本级", false)]
    [InlineData("白马镇", "全", false)]
    [InlineData("镇江县", "镇", true)]
    [InlineData("卫生健康委员会", "全市", false)]
    public void Whose_a_figure_is(string organisation, string? owner, bool own)
    {
        var index = new DocumentIndex(new FinalAccounts { Organisation = organisation }, null);
        Assert.Equal(own, index.Text.IsOwn(ClaimSubject.Of(BudgetQuantity.Income) with { Owner = owner }));
    }

    [Theory]
    [InlineData(2023, 2022, 2023)]
    [InlineData(null, 2022, 2022)]
    [InlineData(null, null, null)]
    public void The_year_is_the_document_s_else_its_first_table_s(int? own, int? table, int? year)
    {
        var document = new FinalAccounts { Year = own, Statements = [new IncomeStatement(), new ExpenditureStatement { Year = table }] };
        Assert.Equal(year, new DocumentIndex(document, null).Year);
    }

    [Fact]
    public void A_finding_about_the_text_stands_on_the_page_of_the_sentence_that_it_quotes()
    {
        var seen = 0;
        foreach (var example in NarrativeExamples.All)
        {
            var document = Notation.Parse(RuleExamples.Apply(example));
            var pages = Enumerable.Range(0, document.Paragraphs.Count).Select(i => new Place(i + 1)).ToList();
            var reading = new Reading { Document = document, Provenance = new Provenance([], [], pages) };
            foreach (var finding in Checker.Default.Check(reading).Findings.Where(f => f.Message.Contains("原文：“", StringComparison.Ordinal)))
            {
                var quote = finding.Message.Split("原文：“")[1].TrimEnd('”').Trim('…');
                var on = finding.Page is { } page ? Plain(document.Paragraphs[page - 1]) : "";
                Assert.True(on.Contains(Plain(quote), StringComparison.Ordinal), $"{finding.Page}: {finding}");
                seen++;
            }
        }
        Assert.True(seen > 40, $"{seen}");
    }

    [Theory]
    [InlineData("narrative.missing-object", "贯彻执行国家医疗保障政策。", "贯彻执行市政府。")]
    [InlineData("narrative.heading-year", "十一、政府采购支出情况", "十一、202年度政府采购支出情况")]
    public void So_does_one_that_quotes_none(string rule, string before, string after)
    {
        var document = Notation.Parse(NarrativeExamples.Accounts.Replace(before, after, StringComparison.Ordinal));
        var at = document.Paragraphs.ToList().IndexOf(after);
        var pages = Enumerable.Range(0, document.Paragraphs.Count).Select(i => new Place(i + 1)).ToList();
        Checker checker = new([RuleCatalog.Find(rule)]);
        var finding = Assert.Single(checker.Check(new Reading { Document = document, Provenance = new Provenance([], [], pages) }).Findings);
        Assert.Equal(at + 1, finding.Page);
        // a page that is not known is none
        Assert.Null(checker.Check(new Reading { Document = document }).Findings.Single().Page);
    }

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static Amount Parse(string text) => Amount.Parse(text.TrimEnd('亿', '万', '元'), Unit.Of(text.TrimStart([.. "0123456789."])));

    private static NarrativeSection Section(string ordinal, string title) => new(new Sentence(title, 1), ordinal, title, 2, SectionKind.Income);
}
