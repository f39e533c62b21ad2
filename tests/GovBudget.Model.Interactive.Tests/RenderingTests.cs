using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Interactive.Tests;

/// <summary>What is shown is what the document holds.</summary>
public class RenderingTests
{
    [Fact]
    public void Html_shows_every_figure_of_a_document_and_no_other()
    {
        foreach (var document in Gallery.Documents) ShowsItsFigures(document);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(DocumentGenerators.WithShrinking, document =>
        {
            ShowsItsFigures(document);
            return true;
        }));
    }

    [Fact]
    public void Html_shows_every_figure_of_published_documents()
    {
        foreach (var file in Shared.Files("rebuilt", "tables.xlsx").Concat(Shared.Files("corpus", "*.pdf"))) ShowsItsFigures(Gallery.Read(file).Document);
    }

    [Fact]
    public void Markdown_and_text_show_every_figure_of_a_document()
    {
        foreach (var document in Gallery.Documents)
        {
            var cells = document.ToMarkdown()
                .Split('\n')
                .Where(l => l.StartsWith('|'))
                .SelectMany(l => l.Split(" | "))
                .Select(c => c.Trim('|', ' ').Replace(",", "", StringComparison.Ordinal))
                .ToLookup(c => c);
            var words = document.ToText().Split([' ', '\n']).Select(w => w.Replace(",", "", StringComparison.Ordinal)).ToLookup(c => c);
            foreach (var figure in Figures(document).GroupBy(f => f))
            {
                Assert.True(cells[figure.Key].Count() >= figure.Count(), $"{figure.Key} in Markdown");
                Assert.True(words[figure.Key].Count() >= figure.Count(), $"{figure.Key} in text");
            }
        }
    }

    [Fact]
    public void Markdown_tables_have_one_width()
    {
        foreach (var markdown in Gallery.Documents.Select(d => d.ToMarkdown()).Append(Gallery.Cells.ToMarkdown()))
        {
            var blocks = markdown.Split("\n\n").Select(b => b.Split('\n').Where(l => l.StartsWith('|')).ToList()).Where(b => b.Count > 0).ToList();
            Assert.NotEmpty(blocks);
            Assert.All(blocks, block => Assert.Single(block.Select(l => l.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')).Distinct()));
        }
    }

    [Fact]
    public void Blank_zero_and_dash_stay_three_things()
    {
        var body = XElement.Parse(Gallery.Cells.ToHtml()).Descendants("tbody").Single().Elements("tr").ToList();
        Assert.Equal([("gb-n", "1234.50"), ("gb-n", "0.00"), ("gb-d", "——")], Last3(body[0]));
        Assert.Equal([("gb-n", "-7.1"), (null, ""), (null, "")], Last3(body[1]));
        Assert.Contains("| 1234.50 | 0.00 | —— |", Gallery.Cells.ToMarkdown(), StringComparison.Ordinal);
        static IEnumerable<(string?, string)> Last3(XElement row) => row.Elements().TakeLast(3).Select(c => ((string?)c.Attribute("class"), c.Value));
    }

    [Fact]
    public void What_html_and_markdown_would_misread_is_escaped()
    {
        Assert.Contains("a&lt;b&gt;|*&amp;&quot;c&quot;", Gallery.Cells.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("a&lt;b>\\|\\*&amp;\"c\"", Gallery.Cells.ToMarkdown(), StringComparison.Ordinal);
        var hostile = Gallery.Cells with { Title = "支出决算表</style><script>alert(1)</script>\u0001" };
        var html = XElement.Parse((Gallery.Accounts with { Organisation = "<b>&", Statements = [hostile] }).ToHtml());
        Assert.Empty(html.Descendants("script"));
        Assert.Empty(html.Descendants("b"));
        Assert.Contains("<b>& 2023", html.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_columns_are_aligned_with_Chinese_two_wide()
    {
        var lines = Gallery.Cells.ToText().TrimEnd('\n').Split('\n').SkipWhile(l => l.Length == 0).Skip(1).ToList();
        Assert.Equal("----", lines[1][..4]);
        int Width(string text) => text.Sum(c => c is >= '\u2E80' ? 2 : 1);
        Assert.Equal(Width(lines[2][..(lines[2].IndexOf("1234.50", StringComparison.Ordinal) + 7)]), Width(lines[3].TrimEnd()));
    }

    [Fact]
    public void A_report_shows_each_finding_with_its_rule_and_rounding_apart()
    {
        var report = Checker.Default.Check(Gallery.Broken);
        var shown = report.Findings.Where(f => f.Verdict != Verdict.Rounded).ToList();
        var html = XElement.Parse(report.ToHtml());
        Assert.Contains(shown, f => f.Severity == Severity.Error);
        Assert.Equal(shown.Count, html.Descendants("tbody").Single().Elements("tr").Count());
        Assert.Equal(shown.Count(f => f.Severity == Severity.Error), html.Descendants("td").Count(c => (string?)c.Attribute("class") == "gb-error"));
        Assert.All(shown, f => Assert.Contains(f.Message, html.Value, StringComparison.Ordinal));
        Assert.StartsWith("## 发现错误", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.StartsWith("未发现错误", Checker.Default.Check(Gallery.Accounts).ToText(), StringComparison.Ordinal);
        Assert.Contains("依据：", shown[0].ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_facts_and_findings_are_tables_of_a_row_each()
    {
        var facts = Fact.Of(Gallery.Accounts).ToList();
        var findings = Checker.Default.Check(Gallery.Broken).Findings;
        Assert.Equal(facts.Count, XElement.Parse(facts.ToHtml()).Descendants("tbody").Single().Elements("tr").Count());
        Assert.Equal(facts.Count + 2, facts.ToMarkdown().TrimEnd().Split('\n').Length);
        Assert.Contains(facts.ToText().Split('\n'),
            l => l.StartsWith("支出决算表", StringComparison.Ordinal)
                && l.Contains("行政运行", StringComparison.Ordinal)
                && l.Contains("137.05", StringComparison.Ordinal));
        Assert.Equal(findings.Count, XElement.Parse(findings.AsEnumerable().ToHtml()).Descendants("tbody").Single().Elements("tr").Count());
    }

    [Fact]
    public void A_score_sheet_shows_every_step_with_its_verdict()
    {
        var sheet = ScoringRule.For(Gallery.Form).Evaluate(Gallery.Form);
        var html = XElement.Parse(sheet.ToHtml());
        var rows = html.Descendants("tbody").Single().Elements("tr").ToList();
        Assert.Equal(sheet.Steps.Count + 1, rows.Count);
        Assert.Contains(rows, r => r.Value.Contains("故障处理率", StringComparison.Ordinal) && r.Value.Contains("不符", StringComparison.Ordinal));
        Assert.Contains("| 产出指标/数量指标/巡检次数 | 40 | 40 | 40 | 相符 |", sheet.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_performance_form_shows_its_indicators_and_goals()
    {
        Assert.Contains("| 产出指标 | 数量指标 | 巡检次数 | ≥12次 | 12次 | 40 | 40 |", Gallery.Form.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("年度目标1：系统稳定运行", Gallery.Form.ToText(), StringComparison.Ordinal);
        var html = XElement.Parse(Gallery.Form.ToHtml());
        Assert.All(Gallery.Form.Indicators, i => Assert.Contains(html.Descendants("td"), c => c.Value == i.Name));
        Assert.Contains("系统稳定运行", html.Value, StringComparison.Ordinal);
        Assert.All(html.Descendants("table"), CoversItsPlaces);
    }

    [Fact]
    public void A_reading_shows_what_could_not_be_placed()
    {
        var reading = Gallery.Read(Repository.Sample("final-accounts-2023.xlsx"));
        Assert.Contains("0 处未能归位", reading.ToText(), StringComparison.Ordinal);
        var lost = reading with { Unplaced = [new UnplacedText("12.3.4", "不是数字", new(3), "支出决算表")] };
        Assert.Contains("1 处未能归位", lost.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(lost.Unplaced[0].ToString(), XElement.Parse(lost.ToHtml()).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_shows_its_printed_decimals_and_its_size()
    {
        Assert.Equal("1,202.50 万元", Amount.OfWan(1202.50m).ToText());
        var html = XElement.Parse(Amount.OfWan(1202.50m).ToHtml());
        Assert.Equal(("1,202.50 万元", "12,025,000 元"), (html.Value, (string)html.Attribute("title")!));
    }

    /// <summary>The number cells of the HTML are the facts, a unit that differs from the table's left out; tables are whole.</summary>
    private static void ShowsItsFigures(BudgetDocument document)
    {
        var html = XElement.Parse((document with { Performance = default }).ToHtml());
        var shown = html.Descendants("td")
            .Where(IsNumber)
            .Select(c => c.Value.Replace(",", "", StringComparison.Ordinal).TrimEnd([.. c.Value.Where(x => x is not ('-' or '.') && !char.IsAsciiDigit(x))]));
        Assert.Equal(Figures(document), shown.Order(StringComparer.Ordinal));
        Assert.All(html.Descendants("table"), CoversItsPlaces);
    }

    private static IEnumerable<string> Figures(BudgetDocument document) => Fact.Of(document).Select(f => f.Amount.Format()).Order(StringComparer.Ordinal);

    private static bool IsNumber(XElement cell) => (string?)cell.Attribute("class") == "gb-n";

    /// <summary>Every place of a table is covered by just one cell.</summary>
    private static void CoversItsPlaces(XElement table)
    {
        var rows = table.Descendants("tr").ToList();
        var covered = new HashSet<(int, int)>();
        for (var r = 0; r < rows.Count; r++)
        {
            var c = 0;
            foreach (var cell in rows[r].Elements())
            {
                while (covered.Contains((r, c))) c++;
                for (var i = 0; i < ((int?)cell.Attribute("rowspan") ?? 1); i++)
                {
                    for (var j = 0; j < ((int?)cell.Attribute("colspan") ?? 1); j++) Assert.True(covered.Add((r + i, c + j)));
                }
            }
        }
        var width = covered.Max(p => p.Item2) + 1;
        Assert.Equal(rows.Count * width, covered.Count);
    }
}
