using static GovBudget.Model.Testing.TableParts;

namespace GovBudget.Model.Testing;

/// <summary>Prints a ledger as a budget in the tables of Jiangsu: by class and by use side by side, income in nested labels, procurement by item.</summary>
internal sealed class JiangsuBudgetPrinter
{
    private const string In = "收入", Out = "支出", Sum = "金额";

    private readonly Ledger _ledger;
    private readonly PrintStyle _style;
    private readonly SubjectPool _pool;
    private readonly SummaryParts _parts;
    private readonly List<Spending> _fiscal;
    private readonly List<Spending> _general;

    private JiangsuBudgetPrinter(Ledger ledger, PrintStyle style)
    {
        (_ledger, _style, _pool, _parts) = (ledger, style, SubjectPool.Of(ledger.Year), new SummaryParts(style));
        _fiscal = [.. ledger.Spending.Where(s => IsFiscal(s.Source))];
        _general = [.. ledger.Spending.Where(s => s.Source == FundSource.GeneralPublic)];
    }

    public static ValueList<Statement> Print(Ledger ledger, PrintStyle style) => new JiangsuBudgetPrinter(ledger, style).Print();

    private ValueList<Statement> Print() =>
    [
        Summary(), Income(), Expenditure(), FiscalSummary(),
        new FiscalExpenditureStatement { Lines = ByFunction<AmountLine, Spending>(_fiscal, s => s.Item, Amounts, _pool, _style) }.Headed(_ledger, _style, "财政拨款支出预算表", "公开05表", [Sum]),
        new FiscalBasicStatement { Lines = Economic<AmountLine>(_fiscal) }.Headed(_ledger, _style, "财政拨款基本支出预算表", "公开06表", [Sum]),
        new GeneralPublicStatement { Lines = ByFunction<GeneralPublicLine, Spending>(_general, s => s.Item, Amounts, _pool, _style) }.Headed(_ledger, _style, "一般公共预算支出预算表", "公开07表", [Sum]),
        new BasicExpenditureStatement { Lines = Economic<BasicExpenditureLine>(_general) }.Headed(_ledger, _style, "一般公共预算基本支出预算表", "公开08表", [Sum]),
        MeetingTraining(),
        new OperatingStatement { Lines = Economic<AmountLine>([.. _general.Where(s => !SubjectPool.IsPersonnel(s.Economic))]) }.Headed(_ledger, _style, "机关运行经费支出预算表", "公开10表", [Sum]),
        Procurement(),
        FundParts.GovernmentFund(_ledger, _style, "公开12表"),
        FundParts.StateCapital(_ledger, _style, "公开13表"),
    ];

    private static readonly Measure<Spending>[] Amounts = [new(Sum, s => s.Yuan)];

    private static bool IsFiscal(FundSource source) => source <= FundSource.StateCapital;

    /// <summary>基本支出 of those entries: 合计, then by economic code.</summary>
    private ValueList<TLine> Economic<TLine>(List<Spending> entries)
        where TLine : StatementLine, new()
    {
        var basic = entries.Where(s => s.Kind == SpendingKind.Basic).ToList();
        return [new TLine { Label = "合计", Figures = Sums(basic, Amounts, _style) }, .. ByEconomicCode<TLine>(basic, basic.Select(s => s.Economic), Amounts, _pool, _style)];
    }

    private SummaryParts.Row[] Uses(IReadOnlyCollection<Spending> entries)
    {
        var basic = entries.Where(s => s.Kind == SpendingKind.Basic).Sum(s => s.Yuan);
        return [.. SummaryParts.Numbered([_parts.Line("基本支出", Out, basic), _parts.Line("项目支出", Out, entries.Sum(s => s.Yuan) - basic), _parts.Line("单位预留机动经费", Out, 0)])];
    }

    private SummaryStatement Summary()
    {
        decimal Received(Func<FundSource, bool> of) => _ledger.Income.Where(r => of(r.Source)).Sum(r => r.Yuan);
        var (received, opened, spent) = (Received(_ => true), _ledger.Opened(_ => true), _ledger.Spent(_ => true));
        SummaryParts.Row[] income =
        [
            _parts.Line("一、财政拨款", In, Received(IsFiscal)), _parts.Line("1. 一般公共预算", In, _ledger.Received(FundSource.GeneralPublic)),
            _parts.Line("2. 政府性基金预算", In, _ledger.Received(FundSource.GovernmentFund)), _parts.Line("3. 国有资本经营预算", In, _ledger.Received(FundSource.StateCapital)),
            _parts.Line("二、其他资金", In, Received(s => !IsFiscal(s))),
        ];
        return new SummaryStatement
        {
            Lines = [
                .. SummaryParts.Side<SummaryLine>(income, IncomeTail(received, opened), LineSide.Income), .. SummaryParts.Side<SummaryLine>(Classes(_ledger.Spending), SpendingTail(spent, received + opened), LineSide.Expenditure),
                .. SummaryParts.Side<SummaryLine>(Uses(_ledger.Spending), [], LineSide.Purpose)],
        }.Headed(_ledger, _style, "收支预算总表", "公开01表", [In, Out]);
    }

    private IncomeStatement Income()
    {
        IncomeLine Line(string[] path, string label, decimal yuan) => new() { Path = [.. path], Label = label, Figures = _style.Figures([(Sum, yuan)]) };
        var own = _ledger.Income.Where(r => !IsFiscal(r.Source)).Sum(r => r.Yuan);
        var (general, funds, capital) = (_ledger.Received(FundSource.GeneralPublic), _ledger.Received(FundSource.GovernmentFund), _ledger.Received(FundSource.StateCapital));
        string[] generalPath = ["一般公共预算资金"], otherPath = ["其他资金"];
        return new IncomeStatement
        {
            Lines =
            [
                Line([], "收入总计", general + funds + capital + own),
                Line(generalPath, "小计", general), Line(generalPath, "公共财政拨款（补助）资金", general),
                Line(["政府性基金"], "小计", funds), Line(["国有资本经营预算资金"], "小计", capital),
                Line(otherPath, "小计", own), Line(otherPath, "事业收入", _ledger.Received(FundSource.Institutional)), Line(otherPath, "其他收入", own - _ledger.Received(FundSource.Institutional)),
            ],
        }.Headed(_ledger, _style, "收入预算总表", "公开02表", [Sum]);
    }

    private ExpenditureStatement Expenditure()
    {
        var basic = _ledger.Spent(s => s.Kind == SpendingKind.Basic);
        (string, decimal)[] amounts = [("合计", _ledger.Spent(_ => true)), ("基本支出", basic), ("项目支出", _ledger.Spent(_ => true) - basic), ("单位预留机动经费", 0)];
        return new ExpenditureStatement { Lines = [new ExpenditureLine { Figures = _style.Figures(amounts) }] }
            .Headed(_ledger, _style, "支出预算总表", "公开03表", amounts.Select(a => a.Item1));
    }

    private FiscalSummaryStatement FiscalSummary()
    {
        FundSource[] funds = [FundSource.GeneralPublic, FundSource.GovernmentFund, FundSource.StateCapital];
        string[] names = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
        var income = SummaryParts.Numbered(funds.Select((f, i) => _parts.Line(names[i], In, _ledger.Received(f)))).ToList();
        var (received, opened, spent) = (funds.Sum(_ledger.Received), _ledger.Opened(r => IsFiscal(r.Source)), _fiscal.Sum(s => s.Yuan));
        return new FiscalSummaryStatement
        {
            Lines = [
                .. SummaryParts.Side<FiscalSummaryLine>(income, IncomeTail(received, opened), LineSide.Income),
                .. SummaryParts.Side<FiscalSummaryLine>(Classes(_fiscal), SpendingTail(spent, received + opened), LineSide.Expenditure),
                .. SummaryParts.Side<FiscalSummaryLine>(Uses(_fiscal), [], LineSide.Purpose)],
        }.Headed(_ledger, _style, "财政拨款收支预算总表", "公开04表", [In, Out]);
    }

    private List<SummaryParts.Row> Classes(IReadOnlyCollection<Spending> entries) => SummaryParts.Numbered(_pool.Classes
        .Where(c => _style.AllClasses || entries.Any(s => c.IsAncestorOf(s.Item))).Select(c => _parts.Line(_pool.Name(c), Out, entries.Where(s => c.IsAncestorOf(s.Item)).Sum(s => s.Yuan)))).ToList();

    private SummaryParts.Row[] IncomeTail(decimal received, decimal opened) =>
        [_parts.Line("当年收入小计", In, received), _parts.Line("上年结转资金", In, opened), _parts.Line("收入合计", In, received + opened)];

    private SummaryParts.Row[] SpendingTail(decimal spent, decimal total) =>
        [_parts.Line("当年支出小计", Out, spent), _parts.Line("结转下年资金", Out, total - spent), _parts.Line("支出合计", Out, total)];

    private MeetingTrainingStatement MeetingTraining()
    {
        const string Three = "“三公”经费", Vehicles = "公务用车购置及运行维护费";
        var planned = ThreePublicParts.Planned(_ledger);
        decimal Of(string code) => _general.Where(s => s.Economic.ToString() == code).Sum(s => s.Yuan);
        var (meetings, training) = (Of("30215"), Of("30216"));
        (string, decimal)[] amounts =
        [
            ("合计", planned.Sum() + meetings + training), ($"{Three}/小计", planned.Sum()), ($"{Three}/因公出国（境）费", planned[0]), ($"{Three}/{Vehicles}/小计", planned[1] + planned[2]),
            ($"{Three}/{Vehicles}/公务用车购置费", planned[1]), ($"{Three}/{Vehicles}/公务用车运行维护费", planned[2]), ($"{Three}/公务接待费", planned[3]), ("会议费", meetings), ("培训费", training),
        ];
        var figures = _style.Figures(amounts);
        return new MeetingTrainingStatement { Lines = ThreePublicParts.Lines(figures) }
            .Headed(_ledger, _style, "“三公”经费、会议费、培训费支出预算表", "公开09表", amounts.Select(a => a.Item1));
    }

    private ProcurementStatement Procurement()
    {
        string[] kinds = ["货物A", "工程B", "服务C"], items = ["台式计算机", "房屋修缮", "物业管理服务"];
        StatementLine Line(string[] path, string label, decimal yuan) => new() { Path = [.. path], Label = label, Figures = _style.Figures([("总计", yuan)]) };
        var lines = kinds.Select((kind, i) => (kind, Item: items[i], Yuan: _ledger.Procurement[i])).Where(k => k.Yuan > 0).SelectMany(k => (StatementLine[])
            [Line([], k.kind, k.Yuan), Line([k.kind], "商品和服务支出", k.Yuan), Line([k.kind, "商品和服务支出", k.Item], "分散自行组织", k.Yuan)]);
        return new ProcurementStatement { Lines = [Line([], "合计", _ledger.Procurement.Sum()), .. lines] }
            .Headed(_ledger, _style, "政府采购预算表", "公开11表", ["总计"]);
    }
}
