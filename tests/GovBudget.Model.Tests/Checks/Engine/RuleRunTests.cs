using GovBudget.Model.Checks;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Checks;

/// <summary>How identities are judged, kept score of and worded.</summary>
public class RuleRunTests
{
    private static readonly Rule Rule = RuleCatalog.Find("expenditure.columns");

    [Theory]
    [InlineData("1.00", "1.00", "Exact", "Exact", "Exact")]
    [InlineData("1.01", "1.00", "Rounded", "Rounded", "Rounded")] // the bound of two figures is 0.01
    [InlineData("1.02", "1.00", "Violated", "Violated", "Violated")]
    [InlineData("0.99", "1.00", "Rounded", "Exact", "Rounded")] // a part all but the whole should be it
    [InlineData("0.98", "1.00", "Violated", "Exact", "Exact")]
    [InlineData("1.02", "0.50 0.50", "Violated", "Violated", "Violated")]
    [InlineData("1.02", "0.50 0.50 0.00", "Rounded", "Rounded", "Rounded")] // of four it is 0.02
    [InlineData("1.02", "0.50 0.50 _", "Violated", "Violated", "Violated")] // a blank cell is not rounded
    [InlineData("_", "1.00", "Violated", "Exact", "Exact")]
    [InlineData("1.00", "_", "Violated", "Violated", "Violated")]
    [InlineData("_", "_", "NotApplicable", "NotApplicable", "NotApplicable")]
    [InlineData("1.00", "", "NotApplicable", "NotApplicable", "NotApplicable")]
    [InlineData("", "1.00", "NotApplicable", "NotApplicable", "NotApplicable")]
    [InlineData("10000.00元", "1.00", "Exact", "Exact", "Exact")] // one size in two units
    [InlineData("10050.00元", "1.00", "Rounded", "Rounded", "Rounded")] // 1.00万元 is known to 50 元
    [InlineData("10051.00元", "1.00", "Violated", "Violated", "Violated")]
    [InlineData("3辆", "2辆 1辆", "Exact", "Exact", "Exact")]
    [InlineData("4辆", "2辆 1辆", "Violated", "Violated", "Violated")] // things are counted, not rounded
    [InlineData("3辆", "3.00", "NotEvaluated", "NotEvaluated", "NotEvaluated")]
    [InlineData("1000000000000000", "1.00", "NotEvaluated", "NotEvaluated", "NotEvaluated")]
    [InlineData("999999999999999", "999999999999999", "Exact", "Exact", "Exact")]
    [InlineData("-999999999999999", "-999999999999999", "Exact", "Exact", "Exact")]
    [InlineData("1.00000001", "1.00000001", "Exact", "Exact", "Exact")]
    [InlineData("1.000000001", "1.000000001", "NotEvaluated", "NotEvaluated", "NotEvaluated")]
    public void Two_sides_are_judged_within_what_rounding_explains(string left, string right, string equal, string atMost, string part)
    {
        var (_, l, r) = Sides(left, right);
        Relation[] relations = [Relation.Equal, Relation.AtMost, Relation.PartOf];
        Assert.Equal([equal, atMost, part], relations.Select(relation => RuleRun.Try(l, r, relation).ToString()));
    }

    [Theory]
    [InlineData(2, "1.00", "2.00", "Exact")]
    [InlineData(2, "1.00", "2.01", "Rounded")] // twice one figure and another: 0.015
    [InlineData(2, "1.00", "2.02", "Violated")]
    [InlineData(-2, "1.00", "-2.00", "Exact")]
    public void A_weight_counts_in_sum_and_bound(int weight, string left, string right, string verdict)
    {
        var (_, l, r) = Sides(left, right);
        Assert.Equal(verdict, RuleRun.Try([l[0] with { Weight = weight }], r).ToString());
    }

    [Theory]
    [InlineData("3.00", "1.00 1.00|1.00 2.00", "Exact", "3.00")] // the first that holds
    [InlineData("3.01", "1.00 2.00|3.01", "Exact", "3.01")] // one that holds to the digit before one that rounding explains
    [InlineData("3.00", "1.00|2.00", "Violated", "1.00")] // none: the first is reported
    [InlineData("3.00", "|2.00", "Violated", "2.00")]
    [InlineData("3.00", "3辆|2.00", "Violated", "2.00")]
    [InlineData("3.00", "|3辆", "NotEvaluated", null)]
    [InlineData("3.00", "|", "NotApplicable", null)]
    public void Of_several_right_sides_the_best_counts(string left, string rights, string verdict, string? expected)
    {
        var parts = rights.Split('|');
        var (index, l, all) = Sides(left, string.Join(' ', parts));
        var taken = 0;
        var sides = parts.Select(p => all.GetRange(taken, Count(p)) is var some && (taken += some.Count) >= 0 ? some : []).ToArray();
        var run = new RuleRun(index);
        var coverage = run.Execute(Rule, r =>
        {
            r.Left.AddRange(l);
            Assert.Equal(verdict, r.BalanceAny(sides).ToString());
            Assert.Empty(r.Left);
            Assert.Empty(r.Right);
        });
        Assert.Equal(verdict == "Violated" ? expected : null, run.Findings.FirstOrDefault()?.Expected);
        Assert.Equal((verdict == "Exact" ? 1 : 0, verdict == "NotEvaluated" ? 1 : 0), (coverage.Exact, coverage.NotEvaluated));
    }

    [Theory]
    [InlineData("==≠≠≠", 3, 0)] // three of five: the shape is another
    [InlineData("==≠≠", 0, 2)] // two are not enough
    [InlineData("===≠≠≠", 0, 3)] // as many hold
    [InlineData("=≈≈≠≠≠", 0, 3)] // what rounding explains holds
    [InlineData("00000≠≠≠", 3, 0)] // nought equals nought tells nothing
    [InlineData("≈≈≈|≠≠≠", 3, 0)] // what held before does not count
    [InlineData("===|≠≠≠", 3, 0)]
    [InlineData("≠≠≠|===≠≠", 0, 5)] // nor what failed before
    public void Where_most_of_one_shape_fail_none_is_accused(string identities, int set, int reported)
    {
        var (index, left, right) = Sides("1.00 1.01 2.00 0.00", "1.00 0.00");
        var run = new RuleRun(index);
        var coverage = run.Execute(Rule, r =>
        {
            foreach (var (part, i) in identities.Split('|').Select((p, i) => (p, i)))
            {
                if (i == identities.Count(c => c == '|')) r.Together("口径不同", () => All(part));
                else All(part);
            }
        });
        Assert.Equal((reported, reported), (run.Findings.Count(f => f.Verdict == Verdict.Violated), run.Failures.Count));
        Assert.Equal(set > 0 ? [KeyValuePair.Create("口径不同", 1)] : [], coverage.Reasons);
        Assert.Equal(reported, coverage.Violated);

        void All(string part)
        {
            foreach (var kind in part)
            {
                run.Left.Add(left[kind switch { '=' => 0, '≈' => 1, '≠' => 2, _ => 3 }]);
                run.Right.Add(right[kind == '0' ? 1 : 0]);
                run.Balance();
            }
        }
    }

    [Fact]
    public void What_holds_is_told_with_its_terms_also_where_rounding_explains_it()
    {
        var (index, left, right) = Sides("1.00 1.01 2.00", "1.00");
        var held = new List<decimal>();
        var run = new RuleRun(index) { OnHeld = (l, _, _) => held.AddRange(l.Select(t => t.Amount!.Value.Value)) };
        run.Execute(Rule, r =>
        {
            foreach (var term in left)
            {
                r.Left.Add(term);
                r.Right.Add(right[0]);
                r.Balance();
            }
        });
        Assert.Equal([1.00m, 1.01m], held);
    }

    [Fact]
    public void Reasons_are_told_the_commonest_first_then_by_name()
    {
        var (index, _, _) = Sides("1.00", "1.00");
        var coverage = new RuleRun(index).Execute(Rule, r =>
        {
            foreach (var reason in (string[])["丙", "乙", "甲", "丙", "乙", "丁"]) r.Skip(reason);
        });
        Assert.Equal([("丙", 2), ("乙", 2), ("丁", 1), ("甲", 1)], coverage.Reasons.Select(r => (r.Key, r.Value)));
        Assert.Equal(6, coverage.NotEvaluated);
    }

    [Fact]
    public void One_rule_leaves_nothing_to_the_next()
    {
        var (index, left, right) = Sides("1.00", "2.00");
        var run = new RuleRun(index);
        run.Execute(Rule, r =>
        {
            r.AtMost = Severity.Info;
            r.Left.Add(left[0]);
            r.Right.Add(left[0]);
            r.Skip("缺表");
        });
        var coverage = run.Execute(Rule, r =>
        {
            r.Left.Add(left[0]);
            r.Right.Add(right[0]);
            r.Balance();
        });
        Assert.Equal((0, 1, 0, 0), (coverage.Exact, coverage.Violated, coverage.NotEvaluated, coverage.Reasons.Count));
        var finding = Assert.Single(run.Findings);
        Assert.Equal((2, Severity.Error, "1.00", "2.00"), (finding.Operands.Count, finding.Severity, finding.Actual, finding.Expected));
    }

    [Theory]
    [InlineData(Severity.Error, Severity.Error)]
    [InlineData(Severity.Warning, Severity.Warning)]
    [InlineData(Severity.Info, Severity.Info)]
    public void A_violation_weighs_no_more_than_the_table_admits(Severity most, Severity severity)
    {
        var (index, left, right) = Sides("1.00", "2.00");
        var run = new RuleRun(index);
        run.Execute(Rule, r =>
        {
            r.AtMost = most;
            r.Left.Add(left[0]);
            r.Right.Add(right[0]);
            r.Balance();
        });
        Assert.Equal(severity, Assert.Single(run.Findings).Severity);
    }

    [Fact]
    public void What_could_not_be_judged_in_the_text_is_a_reason_not_a_finding()
    {
        var (index, _, _) = Sides("1.00", "1.00");
        var run = new RuleRun(index);
        var coverage = run.Execute(Rule, r =>
        {
            r.Record(Verdict.NotEvaluated, "表", "项", "缺数", "missing");
            r.Record(Verdict.NotApplicable, "表", "项", "无", "none");
            r.Record(Verdict.Rounded, "表", "项", "尾差", "rounding");
            r.Record(Verdict.Violated, "表", "项", "不符", "differs", "1", "2", new Place(3));
        });
        Assert.Equal((0, 1, 1, 1), (coverage.Exact, coverage.Rounded, coverage.Violated, coverage.NotEvaluated));
        Assert.Equal([("尾差", Severity.Info, null), ("不符", Severity.Error, 3)], run.Findings.Select(f => (f.Message, f.Severity, f.Page)));
    }

    [Fact]
    public void A_finding_about_a_line_stands_where_its_first_figure_does_else_at_its_table()
    {
        var document = Notation.Parse("决算 2023 某局\n# Expenditure\n201 甲: 合计=1.00 基本支出=2.00\n202 乙: 合计=3.00");
        ValueList<KeyValuePair<string, Place>> first = [KeyValuePair.Create("基本支出", new Place(7))];
        var reading = new Reading { Document = document, Provenance = new Provenance([new Place(5)], [[first, default]], []) };
        var index = new DocumentIndex(document, reading);
        var run = new RuleRun(index);
        run.Execute(Rule, r =>
        {
            var statement = r.Index.Statements[0];
            r.Violate(statement, 0, "甲", "a");
            r.Violate(statement, 1, "乙", "b");
            r.Violate(statement, -1, "表", "table");
            r.Violate(null, -1, "文件", "document");
            r.Violate(statement, 0, "别处", "elsewhere", place: new Place(9));
        });
        Assert.Equal([("201", "甲", 7), ("202", "乙", 5), ("", "", 5), ("", "", null), ("201", "甲", 9)], run.Findings.Select(f => (f.Code, f.Item, f.Page)));
        Assert.Equal((7, 5), (index.PlaceOf(new Cell(0, 0, "基本支出"))?.Page, index.PlaceOf(new Cell(0, 0, "合计"))?.Page));
        Assert.Null(new DocumentIndex(document, null).PlaceOf(new Cell(0, 0, "合计")));
        // what is printed there is no figure
        first = [KeyValuePair.Create("合计", new Place(7)), KeyValuePair.Create("项目支出", new Place(7))];
        var unreadable = new DocumentIndex(document, reading with { Provenance = new Provenance([new Place(5)], [[first, first]], []) }).Statements[0];
        Assert.Equal([(0, "项目支出"), (1, "项目支出")], unreadable.Unreadable);
        Assert.Equal("有关单元格印的不是数字", unreadable.Term(1, "项目支出").Unusable);
        Assert.Null(unreadable.Term(0, "合计").Unusable);
    }

    [Theory]
    [InlineData("6.00", "1.00 2.00", "甲·合计 6.00 ≠ 乙·合计 1.00 + 丙·合计 2.00 = 3.00（万元）：差 3，超出四舍五入（界 ±0.015）。")]
    [InlineData("3.01", "1.00 2.00", "甲·合计 3.01 ≈ 乙·合计 1.00 + 丙·合计 2.00 = 3.00（万元）：差 0.01，四舍五入可以解释（界 ±0.015）。")]
    [InlineData("9.00", "-1.00 -2.00", "甲·合计 9.00 ≠ −乙·合计 1.00 − 丙·合计 2.00 = -3.00（万元）：")]
    [InlineData("9.00", "_ -2.00", "甲·合计 9.00 ≠ −丙·合计 2.00 = -2.00（万元）：")]
    [InlineData("9.00", "_ _", "甲·合计 9.00 ≠ 各分项（均空） = 0.00（万元）：")]
    [InlineData("_", "1.0 2.000", "甲·合计 （空） ≠ 乙·合计 1.0 + 丙·合计 2.000 = 3.000（万元）：")]
    [InlineData("3", "1.00 2.5", "甲·合计 3 ≈ 乙·合计 1.00 + 丙·合计 2.5 = 3.50（万元）：")]
    [InlineData("9.00", "10000.00元 2.00", "甲·合计 9.00 ≠ 乙·合计 10000.00 元 + 丙·合计 2.00 = 3.000000（万元）：")]
    [InlineData("9辆", "5辆 2辆", "甲·合计 9 ≠ 乙·合计 5 + 丙·合计 2 = 7（辆）：")]
    [InlineData("9.00", "1.00 0.00 1.00 1.00 1.00 1.00", "乙·合计 1.00 + 丙·合计 0.00 + 丁·合计 1.00 + 戊·合计 1.00 + 己·合计 1.00 + 庚·合计 1.00 = 5.00（")]
    [InlineData("9.00", "1.00 0.00 1.00 1.00 1.00 1.00 1.00", "乙·合计 1.00 + 丁·合计 1.00 + 戊·合计 1.00 + 己·合计 1.00 + 庚·合计 1.00 + 辛·合计 1.00 = 6.00（")]
    [InlineData("9.00", "1.00 1.00 1.00 1.00 1.00 1.00 1.00 1.00", "乙·合计 1.00 + 丙·合计 1.00 + 丁·合计 1.00 + 戊·合计 1.00 + 己·合计 1.00 + 庚·合计 1.00 + …另 2 项 = 8.00（")]
    public void A_finding_shows_the_arithmetic(string left, string right, string message)
    {
        var (index, l, r) = Sides(left, right);
        var run = new RuleRun(index);
        run.Execute(Rule, x =>
        {
            x.Left.AddRange(l);
            x.Right.AddRange(r.Select(t => t.Amount is { Value: < 0 } a ? t with { Amount = -a, Weight = -1 } : t));
            x.Balance();
        });
        Assert.Contains(message, Assert.Single(run.Findings).Message, StringComparison.Ordinal);
    }

    private static int Count(string figures) => figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>A table of one column whose rows hold the figures (万元, unless they print their unit; _ is blank), as terms.</summary>
    private static (DocumentIndex Index, List<Term> Left, List<Term> Right) Sides(string left, string right)
    {
        var figures = $"{left} {right}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = figures.Select((f, i) => new StatementLine { Label = "甲乙丙丁戊己庚辛壬癸子丑"[i].ToString(), Figures = FiguresOf(f) });
        var statement = new ExpenditureStatement { Unit = Unit.WanYuan, Columns = ["合计"] }.WithLines(lines);
        var index = new DocumentIndex(new FinalAccounts { Statements = [statement] }, null);
        var terms = Enumerable.Range(0, figures.Length).Select(i => index.Statements[0].Term(i, "合计")).ToList();
        return (index, terms[..Count(left)], terms[Count(left)..]);
    }

    private static Figures FiguresOf(string text) =>
        text == "_" ? default
        : text.EndsWith('辆') ? default(Figures).With("合计", Amount.Parse(text[..^1], Unit.Vehicle))
        : text.EndsWith('元') ? default(Figures).With("合计", Amount.Parse(text[..^1], Unit.Yuan))
        : default(Figures).With("合计", Amount.Parse(text, Unit.WanYuan));
}
