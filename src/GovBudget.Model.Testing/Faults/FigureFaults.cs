using static GovBudget.Model.StatementKind;

namespace GovBudget.Model.Testing;

/// <summary>Faults that change one printed figure.</summary>
internal static class FigureFaults
{
    private static readonly string[] YearTotals = ["本年收入合计", "本年支出合计", "当年收入小计", "当年支出小计"];

    private static readonly string[] GrandTotals = ["总计", "收入总计", "支出总计"];

    private static readonly string[] Fund = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"];

    public static IEnumerable<Fault> All =>
    [
        Wrong("summary.year-total", "总表的本年合计写错", Summary, l => YearTotals.Contains(l.Name)),
        Wrong("summary.grand-total", "总表的总计写错", Summary, l => GrandTotals.Contains(l.Name)),
        Wrong("summary.balance", "总表的支出总计与收入总计不等", Summary, l => GrandTotals.Contains(l.Name) && l.Side == LineSide.Expenditure),
        Wrong("summary.detail", "年初财政拨款结转和结余不等于三项资金之和", FiscalSummary, l => l.Name == "年初财政拨款结转和结余"),
        Wrong("summary.purpose", "按用途的支出之和不等于支出合计", Summary, l => l.Side == LineSide.Purpose),
        Wrong("income.columns", "收入表一行的合计写错", Income, IsItem, "合计"),
        Wrong("expenditure.columns", "支出表一行的合计写错", Expenditure, IsItem, "合计"),
        Wrong("fiscal.columns", "财政拨款总表一类的合计不等于三项资金之和", FiscalSummary, l => l.Side == LineSide.Expenditure && HasFunds(l) && !IsSum(l), "支出/合计"),
        Wrong("general.columns", "一般公共预算表一行的合计写错", GeneralPublic, l => IsItem(l) && (l["基本支出"] ?? l["项目支出"]) is not null, "合计"),
        Wrong("basic.columns", "基本支出表一行的合计写错", Basic, l => l.Code is { Length: 5 }, "合计"),
        Wrong("government-fund.columns", "政府性基金表一行的支出小计写错", GovernmentFund, IsItem, "本年支出/合计"),
        Wrong("state-capital.columns", "国有资本经营预算表一行的支出小计写错", StateCapital, IsItem, "本年支出/合计"),
        Wrong("project.columns", "项目支出表一个项目的合计写错", Projects, l => l.Code is { Length: > 5 }, "合计"),
        Wrong("meeting.columns", "“三公”经费、会议费、培训费的合计写错", MeetingTraining, _ => true, "合计"),
        Wrong("other.columns", "其他表一行的合计写错", Other, l => l.Code is { Length: 5 }, "合计"),
        Wrong("government-fund.closing", "政府性基金的年末结转写错", GovernmentFund, IsItem, "年末结转和结余"),
        Wrong("state-capital.closing", "国有资本经营预算的年末结转写错", StateCapital, IsItem, "年末结转和结余"),
        Wrong("codes.functional-roll-up", "支出表一项的金额写错，款级不等于各项之和", Expenditure, IsItem, "合计"),
        Wrong("codes.economic-roll-up", "基本支出表一款的金额写错，类级不等于各款之和", Basic, l => l.Code is { Length: 5 }, "金额", "合计"),
        Wrong("codes.government-economic-roll-up", "政府经济分类一款的金额写错", Other, l => l.Code is { Length: 5 } code && code[0] == '5', "合计"),
        Wrong("codes.total-row", "支出表合计行写错", Expenditure, l => l.IsTotal, "项目支出", "基本支出"),
        Wrong("basic.personnel", "人员经费合计写错", Basic, l => l.Name == "人员经费合计"),
        Wrong("basic.operations", "公用经费合计写错", Basic, l => l.Name == "公用经费合计"),
        Wrong("three-public.total", "“三公”经费合计写错", ThreePublic, _ => true, "决算数/合计", "预算数/合计"),
        Wrong("three-public.vehicles", "公务用车购置及运行维护费写错", ThreePublic, _ => true, "决算数/公务用车购置及运行维护费", "预算数/公务用车购置及运行维护费"),
        Wrong("statistics.procurement", "政府采购合计写错", Statistics, l => l.Name == "合计"),
        Wrong("statistics.vehicles", "车辆数合计写错", Statistics, l => l.Name.StartsWith("车辆数合计", StringComparison.Ordinal)),
        Lowered("three-public.basic", "“三公”经费表的公务接待费小于基本支出中的公务接待费", ThreePublic, _ => true,
            (_, _, column) => column.EndsWith("公务接待费", StringComparison.Ordinal), OfBasic),
        Wrong("cross.income-total", "收入表合计与总表不符", Income, l => l.IsTotal, "合计"),
        Wrong("cross.income-source", "总表一项收入与收入表不符", Summary,
            (d, l) => d.Kind == DocumentKind.FinalAccounts && l.Side == LineSide.Income && d.Income.Columns.Contains(l.Name)),
        Wrong("cross.expenditure-total", "支出表合计与总表不符", Expenditure, l => l.IsTotal, "合计"),
        Wrong("cross.expenditure-class", "总表一类支出与支出表不符", Summary, (d, l) => IsClass(l) && d.Expenditure.Lines.Any(e => e.Code is not null)),
        Wrong("cross.fiscal-income", "财政拨款总表一项资金的收入与总表不符", FiscalSummary, IsFundIncome),
        Raised("cross.fiscal-class", "财政拨款总表一类支出大于总表同类支出", FiscalSummary, l => IsClass(l) && HasFunds(l), "支出/合计",
            (d, l) => d.Summary.Lines.FirstOrDefault(s => s.Side == LineSide.Expenditure && s.Name == l.Name)?.Figures["支出"]),
        Raised("cross.fiscal-part", "财政拨款总表的本年支出合计大于总表", FiscalSummary, l => l.Name == "本年支出合计", "支出/合计", (d, _) => d.Summary.YearExpenditure),
        Wrong("cross.general-total", "一般公共预算表合计与财政拨款总表不符", GeneralPublic, (d, l) => l.IsTotal && PrintsFund(d, 0), "合计"),
        Wrong("cross.general-class", "财政拨款总表一类的一般公共预算支出与一般公共预算表不符", FiscalSummary, IsClass, "支出/一般公共预算财政拨款"),
        Raised("cross.general-part", "一般公共预算表一项大于支出表同项", GeneralPublic, IsItem, "合计", (d, l) => d.Expenditure.Find(l.Code!)?.Total),
        Wrong("cross.government-fund", "政府性基金表合计与财政拨款总表不符", GovernmentFund, (d, l) => l.IsTotal && PrintsFund(d, 1), "本年支出/合计"),
        Wrong("cross.state-capital", "国有资本经营预算表合计与财政拨款总表不符", StateCapital, (d, l) => l.IsTotal && PrintsFund(d, 2), "本年支出/合计"),
        Wrong("cross.basic-total", "基本支出表的人员经费合计与一般公共预算表不符", Basic, l => l.Name == "人员经费合计"),
        Wrong("cross.basic-groups", "一般公共预算表的人员经费与基本支出表不符", GeneralPublic, l => l.IsTotal, "基本支出/人员经费"),
        Wrong("cross.fiscal-expenditure", "财政拨款支出表合计与财政拨款总表不符", FiscalExpenditure, l => l.IsTotal, "合计", "金额"),
        Wrong("cross.fiscal-basic", "财政拨款基本支出表合计与财政拨款总表不符", FiscalBasic, l => l.IsTotal),
        Raised("cross.general-of-fiscal", "一般公共预算支出表一项大于财政拨款支出表同项", GeneralPublic, IsItem, "金额",
            (d, l) => d.Get<FiscalExpenditureStatement>().Find(l.Code!)?.Figures["金额"]),
        Wrong("cross.projects", "项目支出表合计与支出表不符", Projects, l => l.IsTotal, "合计"),
        Wrong("cross.operating", "机关运行经费大于公用经费", Statistics, l => l.Name == "机关运行经费"),
    ];

    private static bool IsItem(StatementLine line) => line.Code is { Length: 7 } && line.FunctionalCode is not null;

    private static bool IsSum(StatementLine line) =>
        line.Name.EndsWith("合计", StringComparison.Ordinal)
            || line.Name.EndsWith("总计", StringComparison.Ordinal)
            || line.Name.Contains("结转", StringComparison.Ordinal);

    /// <summary>A class of expenditure in a two-sided table.</summary>
    private static bool IsClass(StatementLine line) =>
        line.Side == LineSide.Expenditure && line.Name.EndsWith("支出", StringComparison.Ordinal) && line.Name != "本年支出";

    private static bool HasFunds(StatementLine line) => Array.Exists(Fund, f => line[$"支出/{f}"] is { Value: not 0 });

    /// <summary>Whether the appropriation summary tells what the fund spends.</summary>
    private static bool PrintsFund(BudgetDocument document, int fund) => document.FiscalSummary.Columns.Contains($"支出/{Fund[fund]}");

    /// <summary>An appropriation received this year; those carried over bear the same names without ordinals or under them.</summary>
    private static bool IsFundIncome(StatementLine line) => line.Side == LineSide.Income && line.Label != line.Name && Array.Exists(Fund, f => f == line.Name);

    private static Amount? OfBasic(BudgetDocument document, StatementLine line, string column) =>
        column.StartsWith(document.Kind == DocumentKind.Budget ? "预算数" : "决算数", StringComparison.Ordinal)
            && document.BasicExpenditure.Find("30217") is { Code: "30217" } basic
            ? basic.Amount ?? basic.Total
            : null;

    /// <summary>A figure that is not 0 is moved up by more than a third, far beyond what rounding explains and by no power of ten.</summary>
    private static Fault Wrong(string rule, string name, StatementKind kind, Func<StatementLine, bool> line,
        params string[] columns) => Wrong(rule, name, kind, (_, l) => line(l), columns);

    internal static Fault Wrong(string rule, string name, StatementKind kind, Func<BudgetDocument, StatementLine, bool> line,
        Func<BudgetDocument, string> column) =>
        Figure(rule, name, kind, line, (document, _, c) => c == column(document), (_, _, _, amount) => amount.Value == 0 ? null : Moved(amount, amount));

    internal static Fault Wrong(string rule, string name, StatementKind kind, Func<BudgetDocument, StatementLine, bool> line, params string[] columns) =>
        Figure(rule, name, kind, line, (_, _, column) => columns.Length == 0 || columns.Contains(column),
            (_, _, _, amount) => amount.Value == 0 ? null : Moved(amount, amount));

    /// <summary>A figure is moved above another one.</summary>
    private static Fault Raised(string rule, string name, StatementKind kind, Func<StatementLine, bool> line, string column,
        Func<BudgetDocument, StatementLine, Amount?> above) =>
        Figure(rule, name, kind, (_, l) => line(l), (_, _, c) => c == column,
            (document, l, _, amount) => above(document, l) is { } bound && amount.Value != 0 ? Moved(amount, bound) : null);

    /// <summary>A figure is moved below another one that is not 0.</summary>
    internal static Fault Lowered(string rule, string name, StatementKind kind, Func<StatementLine, bool> line,
        Func<BudgetDocument, StatementLine, string, bool> column, Func<BudgetDocument, StatementLine, string, Amount?> below) =>
        Figure(rule, name, kind, (_, l) => line(l), column,
            (document, l, c,
                amount) => below(document, l, c) is { } bound && bound.Value > Step(bound.Decimals) * 4
                    ? new Amount(Math.Round(bound.In(amount.Unit).Value * 0.4m, amount.Decimals), amount.Unit).RoundTo(amount.Decimals)
                    : null);

    private static Amount Moved(Amount amount, Amount above)
    {
        var least = above.Unit.IsMoney && amount.Unit.IsMoney ? above.In(amount.Unit).Value : above.Value;
        return new Amount(Math.Round(Math.Abs(least) * 1.37m, amount.Decimals) + (amount.Unit.IsMoney ? 97 : 3) * Step(amount.Decimals),
            amount.Unit).RoundTo(amount.Decimals);
    }

    private static decimal Step(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private static Fault Figure(
        string rule, string name, StatementKind kind, Func<BudgetDocument, StatementLine, bool> line, Func<BudgetDocument, StatementLine, string, bool> column,
        Func<BudgetDocument, StatementLine, string, Amount, Amount?> change) =>
        new(rule, name, FaultReach.Figure, document =>
            from s in Enumerable.Range(0, document.Statements.Count)
            let statement = document.Statements[s]
            where statement.Kind == kind
            from l in Enumerable.Range(0, statement.AllLines.Count)
            let own = statement.AllLines[l]
            where line(document, own)
            from figure in own.Figures
            where figure.Value is not null && column(document, own, figure.Key)
            let changed = change(document, own, figure.Key, figure.Value!.Value)
            where changed is not null && changed != figure.Value
            select (Func<BudgetDocument>)(() => Edits.WithLine(document, s, l, x => x with { Figures = x.Figures.With(figure.Key, changed) })));
}
