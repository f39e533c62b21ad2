using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Testing;

/// <summary>Faults of the running text: a pattern of a right sentence, and what is wrong instead.</summary>
internal static class TextFaults
{
    internal const string Figure = @"(?<n>\d+\.\d+)";

    public static IEnumerable<Fault> All =>
    [
        Wrong("narrative.amount", "正文的基本支出与表中不符", $"一般公共预算(?:财政拨款)?基本支出{Figure}(?=万元，其中：$)", fits: m => Number(m) != 0),
        Wrong("narrative.list-amount", "“主要包括”所列科目的金额与表中不符", $"^.{{0,3}}公用经费.*办公费{Figure}(?=万元)"),
        Said("narrative.absence", "有国有资本经营预算支出而写没有", @"^(?<y>\d{4}年度?)国有资本经营预算(?<f>财政拨款)?(?:本年)?支出\d+\.\d+万元。$",
            m => $"本部门{m.Groups["y"].Value}无国有资本经营预算{m.Groups["f"].Value}支出。", m => !m.Value.Contains("支出0.00万元", StringComparison.Ordinal)),
        Said("narrative.year-of-figure", "上年的合计写成本年数", @"(?<y>^\d{4}年度收、支总计均为)\d+\.\d+(?=万元。\d{4}年度收、支总计均为(?<now>\d+\.\d+)万元)",
            m => m.Groups["y"].Value + m.Groups["now"].Value, of: d => d.Summary.Unit == Unit.WanYuan),
        Wrong("narrative.share", "占比算错", $@"(?<=占本年支出){Figure}(?=%)", 1.3m),
        Wrong("narrative.completion", "完成预算的百分比算错", $@"(?<=完成年初预算的){Figure}(?=%)", 2.6m),
        Said("narrative.percent-of-zero", "预算为 0 仍写完成百分比", @"(?<=（项）.*年初预算为)\d+\.\d+(?<a>万元，支出决算为)(?<n>\d+\.\d+)万元，完成年初预算的[\d.]+%",
            m => $"0.00{m.Groups["a"].Value}{m.Groups["n"].Value}万元，完成年初预算的100%", m => m.Groups["n"].Value != "0.00"),
        Wrong("narrative.growth", "增减率算错", $@"(?<=财政拨款收、支总计各(?:增加|减少)\d+\.\d+万元，(?:增长|下降)|^\d{{4}}年财政拨款收支总预算.*，(?:增长|下降)){Figure}(?=%)", 3.7m),
        Said("narrative.growth-from-zero", "上年为 0 仍写增长 100%", @"(?<h>机关运行经费(?:支出|预算)(?<n>\d+\.\d+)万元，[比较]\d{4}年度?)(?:增加|减少)\d+\.\d+万元，(?:增长|下降)[\d.]+%",
            m => $"{m.Groups["h"].Value}增加{m.Groups["n"].Value}万元，增长100%"),
        Wrong("narrative.change", "增减额算错", $@"(?<=比全年预算(?:减少|增加)){Figure}(?=万元)"),
        Said("narrative.direction", "大于、小于写反", "(?<=完成年初预算的[0-9.]+%。支出决算数)(?<o>大于|小于)(?=年初预算数)", m => m.Value == "大于" ? "小于" : "大于"),
        Wrong("narrative.parts", "采购各部分之和不等于总额", $@"(?<=政府采购服务(?:支出|预算)){Figure}(?=万元)"),
        Said("narrative.small-firms", "中小企业采购金额大于采购总额", @"(?<=在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额)(?<n>\d+\.\d+)", m => Text(Number(m) * 9 + 10)),
        Wrong("narrative.structure", "支出结构一类的金额写错", $@"(?<=主要用于以下方面：(?=.*（类）.*（类）).*（类）){Figure}(?=万元，占)"),
        Wrong("narrative.items", "年初预算总额不等于各项之和", $@"(?<=一般公共预算财政拨款支出年初预算为){Figure}(?=万元)", of: d => Items(d) > 1),
        Wrong("narrative.list-sum", "所列金额之和大于人员经费", $@"(?<=^.{{0,3}}人员经费(?<whole>\d+\.\d+)万元，主要包括：.*?){Figure}(?=万元)",
            change: m => (Number(m) * 1.37m) + (decimal.Parse(m.Groups["whole"].Value, CultureInfo.InvariantCulture) * 0.8m) + 1m),
        Said("narrative.counts", "各用途车辆之和不等于总数", @"(?<=机要通信用车)(?<n>\d+)(?=辆)",
            m => (int.Parse(m.Value, CultureInfo.InvariantCulture) + 3).ToString(CultureInfo.InvariantCulture)),
        Said("narrative.count-part", "其中数大于总数", @"(?<=参照公务员法管理)\d+(?=人)", _ => "999"),
        Said("narrative.count-sum", "括号中逐项的面积之和与总面积差少许", @"(?<=（其中：办公用房\d+平方米，业务用房)\d+(?=平方米）)",
            m => (int.Parse(m.Value, CultureInfo.InvariantCulture) + 10).ToString(CultureInfo.InvariantCulture)),
        Wrong("narrative.operating", "机关运行经费大于公用经费", $@"(?<=机关运行经费(?:支出|预算)){Figure}(?=万元)", fits: m => Number(m) != 0),
        Wrong("performance.evaluated-funds", "文字所称自评涉及资金与自评表之和不符", $@"(?<=项目绩效自评个数\d+个，涉及资金){Figure}(?=万元)"),
        Wrong("narrative.restated", "同一数字前后不一致", $@"(?<=政府采购预算总额){Figure}(?=万元，均按)"),
        Wrong("narrative.restated-project", "同一项目的金额前后不一致", $@"(?<=绩效自评综述：.*执行数为){Figure}(?=万元)"),
        Wrong("narrative.same-total-same-change", "收入总计与支出总计相同而增减额不同", $@"(?<=，支出总计(?:增加|减少)){Figure}(?=万元)", 0.03m, m => Number(m) > 3),
        Wrong("narrative.reasons-sum", "逐项原因之和与增减额差少许", $@"(?<=2、由于项目调整，(?:增加|减少)了){Figure}(?=万元)", 0.04m, m => Number(m) > 5),
        Said("narrative.basic-change", "人员经费的增减额写成基本支出的增减额",
            @"(?<=基本支出)(?<all>(?:增加|减少)\d+\.\d+万元)，其中：人员经费(?:(?:增加|减少)\d+\.\d+万元|持平)(?=，公用经费(?:增加|减少)(?<n>\d+\.\d+)万元)",
            m => $"{m.Groups["all"].Value}，其中：人员经费{m.Groups["all"].Value}", m => Number(m) > 1),
        Said("narrative.coverage", "写全覆盖而只检查了一部分", @"(?<=全年检查服务机构)\d+(?=家，实现服务机构检查全覆盖)", _ => "36"),
        Wrong("narrative.project-income", "项目预算收入与所用科目的收入不符", $@"(?<=项目预算收入){Figure}(?=万元，我局决算支出)"),
        Said("narrative.subject-name", "正文的款级名称与表中不符", @"(?<=^\d+\..+（类）)(?<name>[^（）]{4,})(?=（款）.+（项）.*万元)", m => m.Value[2..]),
        new("narrative.subject-missing", "漏写一项的说明", FaultReach.Document, Unexplained),
        Said("narrative.three-public-counts", "有公务接待费而没有批次和人次", @"(?<=公务接待费.+。)国内公务接待\d+批次，\d+人次。$", _ => ""),
        Said("narrative.counts-and-money", "有公务用车运行维护费而保有量为0", @"(?<=公务用车保有量)[1-9]\d*(?=辆)", _ => "0"),
        Said("narrative.listed-subjects", "列了表中没有数的科目", @"(?<=^(?!.*救济费).{0,3}人员经费.+：[^、]+、[^、]+、.*?)[^、。：]+?(?=(?:\d+\.\d+万元)?。$)", _ => "救济费"),
        Said("narrative.glossary-subjects", "名词解释的科目在表中没有", @"(?<=（款）)[^（]+(?=（项）：)", _ => "机要通信专用"),
        Said("narrative.reason-missing", "漏写差异原因", @"支出决算数(?:大于|小于)年初预算数的主要原因：[^。]+。$", _ => "",
            of: d => d.Paragraphs.Count(p => p.Contains("年初预算数的主要原因：", StringComparison.Ordinal)) > 3),
        Said("narrative.reason-direction", "原因与增减方向相反", @"(?<=支出决算数(?<o>大于|小于)年初预算数的主要原因：)[^。]+(?=。$)", m => m.Groups["o"].Value == "大于" ? "项目经费减少" : "项目经费增加"),
        Said("narrative.reason-without-change", "有原因而没有增减数", @"(?<=机关运行经费(?:支出|预算)\d+\.\d+万元).+$", _ => "。主要原因是办公用房搬迁。"),
        new("narrative.copied-text", "用途照抄另一科目", FaultReach.Document, Copied),
        Said("narrative.missing-object", "职责没有写贯彻什么", "(?<=贯彻执行国家有关)法律、法规和方针政策(?=。)", _ => "部门"),
        Said("narrative.leftover", "没有删去模板的选择", @"(?<=(?:各|度?|总计))(?:增加|减少)(?=\d+\.\d+万元，(?:增长|下降))", _ => "增加（减少）"),
        Said("narrative.percent-sign", "百分比缺百分号", @"(?<=万元，(?:增长|下降)\d+\.\d+)%(?=[，。])", _ => ""),
        Said("narrative.unit", "金额单位缺“元”", @"(?<=(?:支出决算为|预算)\d+\.\d+)万元(?=，)", _ => "万"),
        Said("narrative.heading-year", "标题的年度没有更新", @"(?<=^第三部分 .+?)\d{4}(?=年)",
            m => (int.Parse(m.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture)),
        Said("narrative.date-year", "截止日期写成上年末", @"(?<=截至)\d{4}(?=年12月31日)",
            m => (int.Parse(m.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture)),
        Said("narrative.level", "名词解释写成市级财政", "(?<=：指)[区县](?=级财政)", _ => "市"),
        new("narrative.organisation", "标题的部门名称写错一字", FaultReach.Document, document =>
            from p in Enumerable.Range(0, document.Paragraphs.Count)
            let own = document.Organisation
            where own is { Length: >= 6 } && document.Paragraphs[p].StartsWith($"第三部分 {own}", StringComparison.Ordinal)
            select (Func<BudgetDocument>)(() => Edits.WithParagraph(document, p,
                document.Paragraphs[p].Replace(own, $"{own[..3]}某{own[4..]}", StringComparison.Ordinal)))),
    ];

    private static decimal Number(Match match) => decimal.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The figure <c>n</c> is not what it should be: more by a third, or by a stated amount.</summary>
    internal static Fault Wrong(string rule, string name, string pattern, decimal? by = null, Func<Match, bool>? fits = null,
        Func<Match, decimal>? change = null, Func<BudgetDocument, bool>? of = null) => Said(
        rule, name, pattern,
        m => m.Value[..(m.Groups["n"].Index - m.Index)]
            + Changed(m, change is not null ? change(m) : by is { } step ? Number(m) + step : Math.Round(Number(m) * 1.37m, 2) + 1.37m)
            + m.Value[(m.Groups["n"].Index - m.Index + m.Groups["n"].Length)..],
        fits,
        of);

    // As many decimals as were printed.
    private static string Changed(Match match, decimal number)
    {
        var decimals = match.Groups["n"].Value.Length - match.Groups["n"].Value.IndexOf('.', StringComparison.Ordinal) - 1;
        return number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>What matches is said otherwise, at one place of the text.</summary>
    private static Fault Said(string rule, string name, string pattern, Func<Match, string> instead, Func<Match, bool>? fits = null,
        Func<BudgetDocument, bool>? of = null)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        return new Fault(rule, name, FaultReach.Document, document =>
            from p in Enumerable.Range(0, of is null || of(document) ? document.Paragraphs.Count : 0)
            from match in regex.Matches(document.Paragraphs[p])
            where fits is null || fits(match)
            select (Func<BudgetDocument>)(() => Edits.WithParagraph(document, p,
                string.Concat(document.Paragraphs[p].AsSpan(0, match.Index), instead(match), document.Paragraphs[p].AsSpan(match.Index + match.Length)))));
    }

    private static readonly Regex Item = new(@"^\d+\..+（款）(?<name>[^（]+)（项）.*主要用于：?(?<purpose>[^。]+)。",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static int Items(BudgetDocument document) => document.Paragraphs.Count(p => Item.IsMatch(p));

    /// <summary>One explanation is left out where there are enough of them, of an item whose name no other has.</summary>
    private static IEnumerable<Func<BudgetDocument>> Unexplained(BudgetDocument document)
    {
        if (document.Kind == DocumentKind.Budget) return [];
        var items = Enumerable.Range(0, document.Paragraphs.Count)
            .Select(p => (At: p, Match: Item.Match(document.Paragraphs[p])))
            .Where(i => i.Match.Success)
            .ToList();
        return items.Count < 4
            ? []
            : items.GroupBy(i => i.Match.Groups["name"].Value)
                .Where(g => g.Count() == 1)
                .Select(g => (Func<BudgetDocument>)(() => Edits.WithParagraph(document, g.First().At, null)));
    }

    private static IEnumerable<Func<BudgetDocument>> Copied(BudgetDocument document)
    {
        var items = Enumerable.Range(0, document.Paragraphs.Count)
            .Select(p => (At: p, Match: Item.Match(document.Paragraphs[p])))
            .Where(i => i.Match.Success)
            .ToList();
        for (var i = 1; i < items.Count; i++)
        {
            var (at, match) = items[i];
            var (own, other) = (match.Groups["name"].Value, items[i - 1].Match.Groups["name"].Value);
            if (own == other || other.Length < 4) continue;
            var purpose = match.Groups["purpose"];
            yield return () => Edits.WithParagraph(document, at,
                string.Concat(document.Paragraphs[at].AsSpan(0, purpose.Index), other, document.Paragraphs[at].AsSpan(purpose.Index + purpose.Length)));
        }
    }
}
