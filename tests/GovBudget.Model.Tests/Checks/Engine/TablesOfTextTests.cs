using GovBudget.Model.Checks;

namespace GovBudget.Model.Tests.Checks;

/// <summary>Which figures of the tables a subject in the text may restate, section by section: written out whole for documents whose tables differ.</summary>
public class TablesOfTextTests
{
    /// <summary>Units and codes that stand twice, totals that are sums of several codes, rows of totals, several rows of three-public expenditure.</summary>
    private const string Others = """
        预算 2024 江城市医疗保障局
        # Summary
        收 一、一般公共预算拨款收入: 90.00
        收 一般公共预算拨款结转: 2.00
        收 收入合计: 92.00
        收 收入总计: 95.00
        支 基本支出: 60.00
        支 本年支出合计: 92.00
        支 支出总计: 95.00
        # Income
        201 一般公共服务支出: 合计=40.00 其他收入=1.00
        208 社会保障和就业支出: 合计=52.00 其他收入=2.00
        # Expenditure
        合计: 合计=92.00 基本支出=60.00 项目支出=32.00
        江城市医疗保障局本级: 合计=50.00 基本支出=30.00 项目支出=20.00
        208 社会保障和就业支出: 合计=50.00 基本支出=30.00 项目支出=20.00
        江城市医疗保障中心: 合计=42.00 基本支出=30.00 项目支出=12.00
        208 社会保障和就业支出: 合计=42.00 基本支出=30.00 项目支出=12.00
        # FiscalExpenditure
        单位甲: 合计=33.00 基本支出=33.00
        208 社会保障和就业支出: 合计=33.00 基本支出=33.00
        # FiscalSummary
        收 一、政府性基金预算拨款: 4.00
        收 二、国有资本经营预算拨款: 5.00
        收 上年结转: 1.00
        收 收入总计: 95.00
        支 一、社会保障和就业支出: 支出/合计=92.00 支出/一般公共预算=90.00
        支 支出总计: 支出/合计=95.00 支出/一般公共预算=91.00
        途 基本支出: 60.00
        途 项目支出: 35.00
        # GeneralPublic
        208 社会保障和就业支出: 合计=33.00 基本支出=33.00
        208 社会保障和就业支出: 合计=1.00 基本支出=1.00
        # Basic
        @栏 合计
        人员经费合计: 合计=50.00
        公用经费: 合计=10.00
        # ThreePublic
        合计: 预算数/合计=6.00 预算数/公务接待费=1.00
        本级: 预算数/合计=6.00 预算数/公务接待费=1.00
        # MeetingTraining
        合计: 会议费/小计=2.00 培训费=3.00 “三公”经费/公务接待费=1.00 “三公”经费/合计=6.00
        本级: 会议费/小计=2.00 培训费=3.00 “三公”经费/公务接待费=1.00 “三公”经费/合计=6.00
        # Statistics
        政府采购支出总额:
        政府采购支出总额: 16.00
        政府采购货物支出: 10.00
        """;

    /// <summary>Tables without a row of totals, and tables of one fund alone.</summary>
    private const string Few = """
        决算 2023 某局
        # Expenditure
        @栏 金额
        基本支出: 60.00
        项目支出: 32.00
        # GeneralPublic
        208 社会保障和就业支出: 金额=60.00
        # Basic
        # GovernmentFund
        212 城乡社区支出: 本年收入=1.00 本年支出/合计=2.00
        213 农林水支出: 本年收入=1.00 本年支出/合计=2.00
        # ThreePublic
        本级: 预算数/合计=6.00 决算数/合计=5.00
        二级: 预算数/合计=6.00 决算数/合计=5.00
        # Summary
        支 一、社会保障和就业支出: 60.00
        支 二、卫生健康支出: 7.00
        支 年末结转和结余: 2.00
        收 年初结转和结余: 3.00
        # FiscalSummary
        支 一、社会保障和就业支出: 60.00
        支 年末结转和结余: 2.00
        收 年初结转和结余: 3.00
        """;

    private static readonly (string Name, string Document)[] Documents =
    [
        ("决算", ExampleDocuments.Accounts), ("预算", ExampleDocuments.Budget), ("预算，按用途", ExampleDocuments.ByPurpose), ("分单位的预算", Others), ("没有合计行的决算", Few),
    ];

    [Fact]
    public void Every_subject_in_every_section() => ReportTests.Compare("tables-of-text", page =>
    {
        foreach (var (name, text) in Documents)
        {
            page.Title(name);
            var index = new DocumentIndex(Notation.Parse(text), null);
            var tables = new NarrativeTables(index);
            foreach (var subject in Subjects)
            {
                var label = $"{NarrativeIndex.NameOf(subject)}{(subject.Within is { } within ? $"（{within}中）" : "")}";
                foreach (var role in (FigureRole[])[FigureRole.Main, FigureRole.Budget, FigureRole.OtherYear])
                {
                    var found = Enum.GetValues<SectionKind>().Where(s => NarrativeIndex.Restates(s) || s == SectionKind.Other)
                        .GroupBy(s => string.Join('；', tables.Find(s, subject, role).Select(t => index.Operand(t, false))))
                        .Where(g => g.Key.Length > 0);
                    foreach (var group in found) page.Line($"{label}{(role == FigureRole.Main ? "" : $" {role}")} | {string.Join(' ', group)}", group.Key);
                }
            }
        }
    });

    private static IEnumerable<ClaimSubject> Subjects
    {
        get
        {
            foreach (var quantity in Enum.GetValues<BudgetQuantity>().Where(q => q is not (BudgetQuantity.Function or BudgetQuantity.Other)))
            {
                var subject = ClaimSubject.Of(quantity);
                yield return subject;
                foreach (var within in (string[])["一般公共预算财政拨款支出", "财政拨款支出", "基本支出"])
                {
                    if (quantity is BudgetQuantity.Income or BudgetQuantity.Expenditure or BudgetQuantity.BasicExpenditure or BudgetQuantity.Personnel)
                        yield return subject with { Within = within };
                }
            }
            foreach (var path in (string[])["社会保障和就业支出", "卫生健康支出/医疗保障管理事务/行政运行", "城乡社区支出", "国有资本经营预算支出"])
                yield return new ClaimSubject(BudgetQuantity.Function, path) { Path = path.Split('/').ToValueList() };
        }
    }
}
