using System.Globalization;
using static GovBudget.Model.Testing.TableParts;

namespace GovBudget.Model.Testing;

/// <summary>Prints a ledger as final accounts in the national form: ten tables, each a view of the same books.</summary>
internal sealed class FinalAccountsPrinter
{
    private static readonly FundSource[] Fiscal = [FundSource.GeneralPublic, FundSource.GovernmentFund, FundSource.StateCapital];
    private static readonly string[] FundNames = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"];
    private static readonly string[] VehicleUses = ["副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部服务用车", "其他用车"];

    private readonly Ledger _ledger;
    private readonly PrintStyle _style;
    private readonly SubjectPool _pool;
    private readonly SummaryParts _parts;

    private FinalAccountsPrinter(Ledger ledger, PrintStyle style) =>
        (_ledger, _style, _pool, _parts) = (ledger, style, SubjectPool.Of(ledger.Year), new SummaryParts(style));

    public static FinalAccounts Print(Ledger ledger, PrintStyle style) => new FinalAccountsPrinter(ledger, style).Print();

    private FinalAccounts Print() => new()
    {
        Organisation = _ledger.Organisation,
        Year = _ledger.Year,
        Title = _style.Cover ? $"{Year}年度{_ledger.Organisation}部门决算" : null,
        Statements = [Summary(), Income(), Expenditure(), FiscalSummary(), GeneralPublic(), Basic(), GovernmentFund(), StateCapital(), ThreePublic(), Statistics()],
    };

    private string Year => _ledger.Year.ToString(CultureInfo.InvariantCulture);

    private static decimal If(bool condition, decimal yuan) => condition ? yuan : 0;

    private List<FunctionalCode> Classes(Func<Spending, bool> where) =>
        [.. _pool.Classes.Where(c => _style.AllClasses || _ledger.Spending.Any(s => where(s) && c.IsAncestorOf(s.Item)))];

    private SummaryStatement Summary()
    {
        const string In = "收入", Out = "支出";
        string[] sources = ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
        var income = SummaryParts.Numbered(sources.Select((s, i) => _parts.Line(s, In, _ledger.Received((FundSource)i)))).ToList();
        var classes = SummaryParts.Numbered(Classes(_ => true).Select(c => _parts.Line(_pool.Name(c), Out, _ledger.Spent(s => c.IsAncestorOf(s.Item))))).ToList();
        var (received, spent, opened) = (_ledger.Income.Sum(r => r.Yuan), _ledger.Spent(_ => true), _ledger.Opened(_ => true));
        SummaryParts.Row[] incomeTail = [_parts.Line("本年收入合计", In, received), _parts.Line("使用非财政拨款结余和专用结余", In, 0), _parts.Line("年初结转和结余", In, opened), _parts.Line("总计", In, received + opened)];
        SummaryParts.Row[] spendingTail = [_parts.Line("本年支出合计", Out, spent), _parts.Line("结余分配", Out, 0), _parts.Line("年末结转和结余", Out, received + opened - spent), _parts.Line("总计", Out, received + opened)];
        var height = Math.Max(income.Count, classes.Count);
        return new SummaryStatement
        {
            Lines = [
                .. SummaryParts.Side<SummaryLine>(income, incomeTail, LineSide.Income, height, 1),
                .. SummaryParts.Side<SummaryLine>(classes, spendingTail, LineSide.Expenditure, height, height + 5)],
        }.Headed(_ledger, _style, "收入支出决算总表", "公开01表", [In, Out], "注：1. 本表反映部门本年度的总收支和年末结转结余情况。", "2. 本套报表金额单位转换时可能存在尾数误差。");
    }

    private IncomeStatement Income()
    {
        Measure<Receipt>[] measures =
        [
            new("合计", r => r.Yuan), new("财政拨款收入", r => If(Fiscal.Contains(r.Source), r.Yuan)), new("上级补助收入", r => If(r.Source == FundSource.SuperiorSubsidy, r.Yuan)),
            new("事业收入", r => If(r.Source == FundSource.Institutional, r.Yuan)), new("经营收入", r => If(r.Source == FundSource.Business, r.Yuan)),
            new("附属单位上缴收入", r => If(r.Source == FundSource.SubordinateRemittance, r.Yuan)), new("其他收入", r => If(r.Source == FundSource.Other, r.Yuan)),
        ];
        return new IncomeStatement { Lines = ByFunction<IncomeLine, Receipt>(_ledger.Income, r => r.Item, measures, _pool, _style) }
            .Headed(_ledger, _style, "收入决算表", "公开02表", measures.Select(m => m.Column), "注：本表反映部门本年度取得的各项收入情况。");
    }

    private ExpenditureStatement Expenditure()
    {
        Measure<Spending>[] measures =
        [
            new("合计", s => s.Yuan), new("基本支出", s => If(s.Kind == SpendingKind.Basic, s.Yuan)), new("项目支出", s => If(s.Kind == SpendingKind.Project, s.Yuan)),
            new("上缴上级支出", s => If(s.Kind == SpendingKind.ToSuperior, s.Yuan)), new("经营支出", s => If(s.Kind == SpendingKind.Business, s.Yuan)),
            new("对附属单位补助支出", s => If(s.Kind == SpendingKind.ToSubordinate, s.Yuan)),
        ];
        return new ExpenditureStatement { Lines = ByFunction<ExpenditureLine, Spending>(_ledger.Spending, s => s.Item, measures, _pool, _style) }
            .Headed(_ledger, _style, "支出决算表", "公开03表", measures.Select(m => m.Column), "注：本表反映部门本年度各项支出情况。");
    }

    private FiscalSummaryStatement FiscalSummary()
    {
        string[] columns = ["支出/合计", .. FundNames.Select(n => $"支出/{n}")];
        (string, decimal)[] ByFund(Func<FundSource, decimal> of) => [(columns[0], Fiscal.Sum(of)), .. Fiscal.Select((f, i) => (columns[i + 1], of(f)))];
        var received = Fiscal.Sum(_ledger.Received);
        var opened = Fiscal.Sum(f => _ledger.Opened(r => r.Source == f));
        var income = SummaryParts.Numbered(Fiscal.Select((f, i) => _parts.Line(FundNames[i], "收入", _ledger.Received(f)))).ToList();
        var classes = SummaryParts.Numbered(Classes(s => Fiscal.Contains(s.Source)).Select(c => _parts.Line(_pool.Name(c), ByFund(f => _ledger.Spent(s => s.Source == f && c.IsAncestorOf(s.Item)))))).ToList();
        SummaryParts.Row[] incomeTail =
        [
            _parts.Line("本年收入合计", "收入", received), _parts.Line("年初财政拨款结转和结余", "收入", opened),
            .. Fiscal.Select((f, i) => _parts.Line(FundNames[i], "收入", _ledger.Opened(r => r.Source == f))),
            _parts.Line("总计", "收入", received + opened),
        ];
        SummaryParts.Row[] spendingTail =
        [
            _parts.Line("本年支出合计", ByFund(f => _ledger.Spent(s => s.Source == f))), _parts.Line("年末财政拨款结转和结余", ByFund(_ledger.Closed)),
        ];
        var total = _parts.Line("总计", ByFund(f => _ledger.Received(f) + _ledger.Opened(r => r.Source == f)));
        var height = Math.Max(income.Count, classes.Count);
        var first = height + incomeTail.Length + 1;
        return new FiscalSummaryStatement
        {
            Lines = [
                .. SummaryParts.Side<FiscalSummaryLine>(income, incomeTail, LineSide.Income, height, 1),
                .. SummaryParts.Side<FiscalSummaryLine>(classes, spendingTail, LineSide.Expenditure, height, first),
                .. SummaryParts.Side<FiscalSummaryLine>([], [total], LineSide.Expenditure, 0, first + height + incomeTail.Length - 1)],
        }.Headed(_ledger, _style, "财政拨款收入支出决算总表", "公开04表", ["收入", .. columns], "注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。");
    }

    private static readonly Measure<Spending>[] BasicAndProject =
    [
        new("合计", s => s.Yuan), new("基本支出", s => If(s.Kind == SpendingKind.Basic, s.Yuan)), new("项目支出", s => If(s.Kind == SpendingKind.Project, s.Yuan)),
    ];

    private GeneralPublicStatement GeneralPublic()
    {
        var spending = _ledger.Spending.Where(s => s.Source == FundSource.GeneralPublic).ToList();
        return new GeneralPublicStatement { Lines = ByFunction<GeneralPublicLine, Spending>(spending, s => s.Item, BasicAndProject, _pool, _style) }
            .Headed(_ledger, _style, "一般公共预算财政拨款支出决算表", "公开05表", BasicAndProject.Select(m => m.Column), "注：本表反映部门本年度一般公共预算财政拨款支出情况。");
    }

    private BasicExpenditureStatement Basic()
    {
        var spending = _ledger.Spending.Where(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Basic }).ToList();
        Measure<Spending>[] amount = [new("金额", s => s.Yuan)];
        IEnumerable<BasicExpenditureLine> Part(EconomicCode[] codes, string total)
        {
            var listed = codes.Where(c => _style.AllEconomicCodes || spending.Exists(s => s.Economic == c));
            return ByEconomicCode<BasicExpenditureLine>(spending, listed, amount, _pool, _style)
                .Append(new BasicExpenditureLine { Label = total, Figures = Sums(spending.Where(s => codes.Contains(s.Economic)), amount, _style) });
        }

        return new BasicExpenditureStatement { Lines = [.. Part(_pool.Personnel, "人员经费合计"), .. Part(_pool.Public, "公用经费合计")] }
            .Headed(_ledger, _style, "一般公共预算财政拨款基本支出决算明细表", "公开06表", ["金额"], "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。");
    }

    private GovernmentFundStatement GovernmentFund() =>
        new GovernmentFundStatement { Lines = ByFunction<FundLine, (FunctionalCode, string, decimal)>(Flows(FundSource.GovernmentFund), f => f.Item1, FundMeasures, _pool, _style) }
            .Headed(_ledger, _style, "政府性基金预算财政拨款收入支出决算表", "公开07表", FundMeasures.Select(m => m.Column), "注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。");

    private static readonly Measure<(FunctionalCode, string, decimal Yuan)>[] FundMeasures =
    [
        Flow("年初结转和结余", 1), Flow("本年收入", 1), new("本年支出/合计", f => If(f.Item2.StartsWith("本年支出", StringComparison.Ordinal), f.Yuan)),
        Flow("本年支出/基本支出", 1), Flow("本年支出/项目支出", 1),
        new("年末结转和结余", f => f.Item2.StartsWith("本年支出", StringComparison.Ordinal) ? -f.Yuan : f.Yuan),
    ];

    private static Measure<(FunctionalCode, string, decimal Yuan)> Flow(string column, int sign) => new(column, f => If(f.Item2 == column, sign * f.Yuan));

    /// <summary>What a fund opened with, received and spent, by column.</summary>
    private List<(FunctionalCode Item, string Column, decimal Yuan)> Flows(FundSource source) =>
    [
        .. _ledger.Opening.Where(r => r.Source == source).Select(r => (r.Item, "年初结转和结余", r.Yuan)),
        .. _ledger.Income.Where(r => r.Source == source).Select(r => (r.Item, "本年收入", r.Yuan)),
        .. _ledger.Spending.Where(s => s.Source == source).Select(s => (s.Item, s.Kind == SpendingKind.Basic ? "本年支出/基本支出" : "本年支出/项目支出", s.Yuan)),
    ];

    private StateCapitalStatement StateCapital()
    {
        if (_style.StateCapitalBalances)
        {
            return new StateCapitalStatement { Lines = ByFunction<FundLine, (FunctionalCode, string, decimal)>(Flows(FundSource.StateCapital), f => f.Item1, FundMeasures, _pool, _style) }
                .Headed(_ledger, _style, "国有资本经营预算财政拨款收入支出决算表", "公开08表", FundMeasures.Select(m => m.Column), "注：本表反映部门本年度国有资本经营预算财政拨款收入、支出及结转和结余情况。");
        }
        Measure<Spending>[] measures =
        [
            new("本年支出/合计", s => s.Yuan), new("本年支出/基本支出", s => If(s.Kind == SpendingKind.Basic, s.Yuan)), new("本年支出/项目支出", s => If(s.Kind != SpendingKind.Basic, s.Yuan)),
        ];
        var spending = _ledger.Spending.Where(s => s.Source == FundSource.StateCapital).ToList();
        return new StateCapitalStatement { Lines = ByFunction<FundLine, Spending>(spending, s => s.Item, measures, _pool, _style) }
            .Headed(_ledger, _style, "国有资本经营预算财政拨款支出决算表", "公开08表", measures.Select(m => m.Column), "注：本表反映部门本年度国有资本经营预算财政拨款支出情况。");
    }

    private ThreePublicStatement ThreePublic()
    {
        var actual = ThreePublicParts.Spent(_ledger);
        var amounts = ThreePublicParts.Amounts(ThreePublicStatement.BudgetPart, _ledger.PlannedThreePublic).Concat(ThreePublicParts.Amounts(ThreePublicStatement.ActualPart, actual)).ToList();
        return new ThreePublicStatement { Lines = ThreePublicParts.Lines(_style.Figures(amounts)) }
            .Headed(_ledger, _style, "财政拨款“三公”经费支出决算表", "公开09表", amounts.Select(a => a.Item1), "注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。其中，预算数为全年预算数，决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。");
    }

    private DisclosureStatistics Statistics()
    {
        var number = 0;
        StatisticLine Line(string label, Amount? amount) => new()
        {
            Label = label,
            RowNumber = (++number).ToString(CultureInfo.InvariantCulture),
            Figures = default(Figures).With(Column.Statistic, amount),
        };
        Amount? Count(int count, Unit unit) => count == 0 && _style.Zeros == ZeroStyle.Blank ? null : new Amount(count, unit);
        var operating = _ledger.Spent(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Basic } && !SubjectPool.IsPersonnel(s.Economic));
        return new DisclosureStatistics
        {
            Lines =
            [
                new() { Label = "一、政府采购情况" }, Line("合计", _style.Print(_ledger.Procurement.Sum())),
                Line("货物", _style.Print(_ledger.Procurement[0])), Line("工程", _style.Print(_ledger.Procurement[1])), Line("服务", _style.Print(_ledger.Procurement[2])),
                Line("二、机关运行经费", _style.Print(operating)), Line("（一）行政单位", _style.Print(operating)), Line("（二）参照公务员法管理事业单位", _style.Print(0)),
                new() { Label = "三、国有资产占用情况" }, Line("（一）车辆数合计（辆）", Count(_ledger.Vehicles.Sum(), Unit.Vehicle)),
                .. VehicleUses.Select((use, i) => Line($"{(i + 1).ToString(CultureInfo.InvariantCulture)}. {use}", Count(_ledger.Vehicles[i], Unit.Vehicle))),
                Line("（二）单价100万元（含）以上设备（不含车辆）", Count(0, Unit.Set)),
            ],
        }.Headed(_ledger, _style, "部门决算公开相关信息统计表", "公开10表", ["统计数"], "注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。");
    }
}
