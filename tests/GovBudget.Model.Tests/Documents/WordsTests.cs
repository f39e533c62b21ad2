using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Documents;

/// <summary>What the values of the model say of themselves where they are printed: in a console, a debugger, a failing test.</summary>
public class WordsTests
{
    private static readonly ExpenditureLine Line = new()
    {
        Code = "2101501",
        Label = "行政运行",
        Figures = default(Figures).With(Column.Total, Amount.OfWan(137.05m)).WithDash("项目支出")
    };

    private static readonly FinalAccounts Accounts = new()
    {
        Organisation = "某区某局",
        Year = 2023,
        Statements = [new ExpenditureStatement { Title = "支出决算表", Label = "公开03表", Unit = Unit.WanYuan, Lines = [Line] }],
    };

    [Fact]
    public void A_document_its_tables_and_lines()
    {
        Assert.Equal("某区某局 2023 年度部门决算（1 张表）", Accounts.ToString());
        Assert.Equal("单位不详 年度不详部门预算（0 张表）", new DepartmentBudget().ToString());
        Assert.Equal("支出决算表 公开03表（1 行，单位：万元）", Accounts.Expenditure.ToString());
        Assert.Equal("2101501 行政运行：合计 137.05 万元，项目支出 —", Line.ToString());
        Assert.Equal("合计 137.05 万元，项目支出 —", Line.Figures.ToString());
        Assert.Equal("某区某局 2023 年度部门决算（1 张表），0 处未能归位", new Reading { Document = Accounts }.ToString());
    }

    [Fact]
    public void A_list_says_its_first_ten()
    {
        Assert.Equal("[]", default(ValueList<int>).ToString());
        Assert.Equal("[1, 2]", ((ValueList<int>)[1, 2]).ToString());
        Assert.Equal("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 共 12 项]", Enumerable.Range(1, 12).ToValueList().ToString());
    }

    [Fact]
    public void An_indicator_and_its_form()
    {
        var indicator = new Indicator("产出指标", "数量指标", "接待人数") { Target = Target.Parse("≥5000人"), Achieved = Target.Parse("5200人"), Score = Amount.Parse("20") };
        Assert.Equal("产出指标/数量指标/接待人数：目标 ≥5000人，完成 5200人，得分 20", indicator.ToString());
        Assert.Equal("产出指标/数量指标/接待人数", new Indicator("产出指标", "数量指标", "接待人数").ToString());
        Assert.Equal("整体绩效自评表 某区某局 产出指标/数量指标/接待人数：目标 ≥5000人，完成 5200人，得分 20", new IndicatorListing("整体绩效自评表", "某区某局", indicator, null, null).ToString());
    }

    [Fact]
    public void A_report_counts_what_it_found()
    {
        var broken = GenerateFaulty.Document("summary.balance", 7, 2023).Document;
        var report = Checker.Default.Check(broken);
        Assert.StartsWith($"{report.Count(Severity.Error)} 处错误，", report.ToString(), StringComparison.Ordinal);
        Assert.True(report.Count(Severity.Error) > 0);
        Assert.EndsWith($"{report.Findings.Count(f => f.Verdict == Verdict.Rounded)} 处尾差", report.ToString(), StringComparison.Ordinal);
    }
}
