using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static GovBudget.Model.Tests.Say;
using Q = GovBudget.Model.BudgetQuantity;

namespace GovBudget.Model.Tests;

/// <summary>Text printed from random claims, in random typography, says those claims.</summary>
public sealed class NarrativeRoundTripTests
{
    /// <summary>A paragraph and what it says.</summary>
    private sealed record Said(string Text, ValueList<Claim> Claims);

    private static readonly Gen<Amount> Money = from cents in Gen.Choose(0,
        99_999_999)
                                                from decimals in Gen.Choose(0, 2)
                                                select new Amount(Scaled(cents, decimals), Unit.WanYuan);

    private static readonly Gen<Amount> Rate = from cents in Gen.Choose(0,
        29_999)
                                               from decimals in Gen.Choose(0, 2)
                                               select new Amount(Scaled(cents, decimals), Unit.Percent);

    private static readonly Gen<int> Years = Gen.Choose(2015, 2035);

    private static readonly Gen<string> Words = Gen.Elements("人员调出", "贯彻落实过紧日子的精神", "项目调整", "养老保险基数重新计算", "严格控制经费支出", "部分项目未开展", "单位新成立");

    private static readonly Gen<string> Names = Gen.Elements("基本工资", "津贴补贴", "办公费", "印刷费", "维修（护）费", "其他商品和服务支出", "住房公积金", "退休费", "劳务费", "差旅费");

    private static readonly Gen<string[]> Paths = Gen.Elements<string[]>(
        ["社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"], ["卫生健康支出", "行政事业单位医疗", "行政单位医疗"],
        ["住房保障支出", "住房改革支出", "住房公积金"], ["一般公共服务支出", "财政事务", "信息化建设"], ["城乡社区支出", "城乡社区管理事务", "行政运行"]);

    private static readonly Gen<Q> Totals = Gen.Elements(
        Q.GrandTotal, Q.Income, Q.Expenditure, Q.FiscalTotal, Q.FiscalIncome, Q.GeneralPublicExpenditure, Q.BasicExpenditure, Q.ProjectExpenditure,
        Q.ThreePublic, Q.Reception, Q.AgencyOperation, Q.Procurement);

    private static readonly Gen<(string Word, ChangeDirection Direction)> Directions = Gen.Elements(
        ("增加", ChangeDirection.Up), ("增长", ChangeDirection.Up), ("减少", ChangeDirection.Down), ("下降", ChangeDirection.Down), ("降低", ChangeDirection.Down),
        ("增加（减少）", ChangeDirection.Undecided));

    private static readonly Gen<Said> ChangeOfTotal =
        from q in Totals
        from year in Years
        from amount in Money
        from step in Money
        from rate in Rate
        from verb in Directions
        from verbOfRate in Directions
        from why in Words
        let name = BudgetQuantities.NameOf(q)
        select new Said(
            $"{year}年度{name}{Print(amount)}。与{year - 1}年度相比，{name}{verb.Word}{Print(step)}，{verbOfRate.Word}{Print(rate)}。主要原因是{why}。",
            [
                new AmountClaim(Of(q, year: year), amount),
                new ChangeClaim(Of(q), ComparisonBasis.OfYear(year - 1), verb.Direction, step, verbOfRate.Direction, rate),
                .. Leftovers(verb.Word, verbOfRate.Word),
                new ReasonClaim(Of(q), why),
            ]);

    private static readonly Gen<Said> PartsOfTotal =
        from basic in Money
        from project in Money
        from shares in Gen.Two(Rate)
        let total = Wan("100.00")
        let whole = Of(Q.Expenditure)
        let parts = new[] { Of(Q.BasicExpenditure, within: whole.Name), Of(Q.ProjectExpenditure, within: whole.Name) }
        select new Said(
            $"本年支出合计{Print(total)}，其中：基本支出{Print(basic)}，占{Print(shares.Item1)}；项目支出{Print(project)}，占本年支出的{Print(shares.Item2)}。",
            [
                new AmountClaim(whole, total),
                new AmountClaim(parts[0], basic), new ShareClaim(parts[0], whole, shares.Item1),
                new AmountClaim(parts[1], project), new ShareClaim(parts[1], whole, shares.Item2),
            ]);

    private static readonly Gen<Said> ItemAgainstBudget =
        from path in Paths
        from budget in Money
        from actual in Money
        from rate in Rate
        from order in Gen.Elements(("大于", FigureOrder.Greater), ("小于", FigureOrder.Less), ("等于", FigureOrder.Equal))
        from measure in Gen.Elements(("年初预算", FigureMeasure.InitialBudget), ("全年预算", FigureMeasure.AnnualBudget))
        from purpose in Words
        from why in Words
        let done = Item(FigureMeasure.Actual, path)
        select new Said(
            $"3、{path[0]}（类）{path[1]}（款）{path[2]}（项）。主要用于：{purpose}。{measure.Item1}为{Print(budget)}，支出决算为{Print(actual)}，完成{measure.Item1}的{Print(rate)}。决算数{order.Item1}预算数的主要原因：{why}。",
            [
                new ListClaim(Item(default, path), ListRole.Purposes, [new ListItem(purpose)], false),
                new AmountClaim(Item(measure.Item2, path), budget), new AmountClaim(done, actual), new CompletionClaim(done, measure.Item2, rate),
                new ComparisonClaim(done, order.Item2, ComparisonBasis.Of(FigureMeasure.Budget)), new ReasonClaim(done, why),
            ]);

    private static readonly Gen<Said> ItemOfBudget =
        from path in Paths
        from year in Years
        from figures in Gen.Two(Money)
        from rate in Rate
        from verb in Directions
        let now = Item(FigureMeasure.Budget, path) with { Year = year }
        select new Said(
            $"7. “{path[0]}（类）{path[1]}（款）{path[2]}（项）”{Print(figures.Item2)}。{year - 1}年当年预算执行数为{Print(figures.Item1)}，{year}年预算安排{Print(figures.Item2)}，比{year - 1}年预算执行数{verb.Word}{Print(rate)}。",
            [
                new AmountClaim(Item(default, path), figures.Item2),
                new AmountClaim(Item(FigureMeasure.Execution, path) with { Year = year - 1 }, figures.Item1), new AmountClaim(now, figures.Item2),
                new ChangeClaim(now, ComparisonBasis.OfYear(year - 1, FigureMeasure.Execution), verb.Direction, null, verb.Direction, rate),
                .. Leftovers(verb.Word),
            ]);

    private static readonly Gen<Said> Lists =
        from q in Gen.Elements(Q.Personnel, Q.PublicUse)
        from total in Money
        from names in Gen.NonEmptyListOf(Names)
        from amounts in Gen.ListOf(Money, names.Count)
        from withAmounts in Gen.Elements(true, false)
        from open in Gen.Elements(true, false)
        let items = names.Zip(amounts, (n, a) => new ListItem(n, withAmounts ? a : null)).ToList()
        let tail = open && !withAmounts ? "等" : ""
        select new Said(
            $"{BudgetQuantities.NameOf(q)}{Print(total)}，主要包括：{string.Join("、", items.Select(i => i.Name + (i.Amount is { } a ? Print(a) : "")))}{tail}。",
            [new AmountClaim(Of(q), total), new ListClaim(Of(q), ListRole.Parts, items.ToValueList(), tail.Length > 0)]);

    private static readonly Gen<Said> CountsOfADay =
        from year in Years
        from month in Gen.Choose(1, 12)
        from counts in Gen.ListOf(Gen.Choose(0, 999), 3)
        let owner = "某市某区财政局"
        select new Said(
            $"截至{year}年{month}月28日，{owner}共有车辆{counts[0]}辆，其中：机要通信用车{counts[1]}辆、其他用车{counts[2]}辆。",
            [
                new DateClaim(new LocalDate(year, month, 28)),
                new CountClaim(Of(Q.VehicleCount, owner: owner), new Amount(counts[0], Unit.Vehicle)),
                new CountClaim(Named("机要通信用车", within: "车辆"), new Amount(counts[1], Unit.Vehicle)),
                new CountClaim(Named("其他用车", within: "车辆"), new Amount(counts[2], Unit.Vehicle)),
            ]);

    private static readonly Gen<Said> None =
        from year in Years
        from fund in Gen.Elements(("政府性基金预算财政拨款收入和支出", Q.GovernmentFunds), ("国有资本经营预算财政拨款支出", Q.StateCapital), ("“三公”经费财政拨款支出", Q.ThreePublic))
        from owner in Gen.Elements("某市某区财政局", "本单位", "本部门")
        select new Said($"{owner}{year}年度无{fund.Item1}。", [new AbsenceClaim(Of(fund.Item2, year: year, owner: owner))]);

    private static readonly Gen<Said> Paragraphs = Gen.OneOf(ChangeOfTotal, PartsOfTotal, ItemAgainstBudget, ItemOfBudget, Lists, CountsOfADay, None);

    private static readonly Gen<(Said[] Said, int Seed)> Texts = from said in Gen.NonEmptyListOf(
        Paragraphs)
                                                                 from seed in Gen.Choose(0, int.MaxValue - 1)
                                                                 select (said.Take(6).ToArray(), seed);

    [Fact]
    public void What_is_printed_is_read() => Always.Holds(Texts, text =>
    {
        var random = new Random(text.Seed);
        var narrative = NarrativeReader.Read(text.Said.Select(s => new NarrativeText(Typeset(s.Text, random), 1)));
        Assert.Equal(text.Said.SelectMany(s => s.Claims), narrative.Claims.Select(Placeless));
        Assert.Empty(narrative.Unparsed);
    });

    [Fact]
    public void Any_text_is_read_without_a_crash()
    {
        var pieces = Gen.Elements("增加", "减少", "（", "）", "，", "。", "；", "：", "、", "12.5", "万元", "%", "2023年度", "与", "上年", "相比", "占", "完成", "其中", "主要包括", "主要原因",
            "基本支出", "（类）", "（项）", "年初预算", "为", "无", "截至", "第", "一、", "1.", "“", "”", "X", "_", "-", "三", "亿", "大于", "预算数", " ", "\n", "0", ",", "5");
        Always.Holds(Gen.ListOf(pieces), list =>
        {
            var text = string.Concat(list);
            var narrative = NarrativeReader.Read([new NarrativeText(text, 1)]);
            foreach (var sentence in narrative.Sections.SelectMany(s => s.Sentences))
                Assert.All(sentence.Claims, c => Assert.InRange(c.Span.End, 0, sentence.Text.Length));
            var kept = string.Concat(narrative.Sections.SelectMany(s => s.Sentences.Prepend(s.Heading)).Select(s => s.Text));
            Assert.Equal(text.Count(char.IsAsciiDigit), kept.Count(char.IsAsciiDigit));
        });
    }

    private static IEnumerable<Claim> Leftovers(params string[] verbs) =>
        verbs.Where(v => v.Contains('（', StringComparison.Ordinal)).Select(v => new TemplateLeftover(LeftoverKind.Choice, v));

    private static decimal Scaled(int units, int decimals) => new(units, 0, 0, false, (byte)decimals);

    private static string Print(Amount amount) => amount.Format() + amount.Unit.Name;

    /// <summary>The same text as somebody else might set it: white space, full-width digits, half-width brackets, grouped digits.</summary>
    private static string Typeset(string text, Random random)
    {
        var grouped = System.Text.RegularExpressions.Regex.Replace(text, @"\d{4,}(?=(\.\d+)?万元)",
            m => random.Next(3) == 0 ? decimal.Parse(m.Value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture) : m.Value);
        var (wide, half, spaced) = (random.Next(4) == 0, random.Next(3) == 0, random.Next(3) == 0);
        var result = new System.Text.StringBuilder();
        foreach (var c in grouped)
        {
            if (spaced && random.Next(6) == 0 && result.Length > 0 && !(IsNumber(c) && IsNumber(result[^1])))
                result.Append(random.Next(2) == 0 ? " " : "\u3000");
            result.Append(c switch
            {
                >= '0' and <= '9' when wide => (char)('０' + (c - '0')),
                '（' when half => '(',
                '）' when half => ')',
                '：' when half => ':',
                _ => c,
            });
        }
        return result.ToString();
    }

    private static bool IsNumber(char c) => char.IsDigit(c) || c is '.' or ',';
}
