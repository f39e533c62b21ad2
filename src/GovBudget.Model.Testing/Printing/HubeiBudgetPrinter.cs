using System.Globalization;
using static GovBudget.Model.Testing.TableParts;

namespace GovBudget.Model.Testing;

/// <summary>Prints a ledger as a budget in the ten tables of Hubei.</summary>
internal sealed class HubeiBudgetPrinter
{
    private const string In = "收入", Out = "支出";

    private static readonly (string Label, FundSource? Source)[] Sources =
    [
        ("一般公共预算拨款收入", FundSource.GeneralPublic), ("政府性基金预算拨款收入", FundSource.GovernmentFund), ("国有资本经营预算拨款收入", FundSource.StateCapital),
        ("财政专户管理资金收入", null), ("事业收入", FundSource.Institutional), ("事业单位经营收入", FundSource.Business), ("上级补助收入", FundSource.SuperiorSubsidy),
        ("附属单位上缴收入", FundSource.SubordinateRemittance), ("其他收入", FundSource.Other),
    ];

    private static readonly (string Label, FundSource Source)[] Fiscal =
        [("一般公共预算拨款", FundSource.GeneralPublic), ("政府性基金预算拨款", FundSource.GovernmentFund), ("国有资本经营预算拨款", FundSource.StateCapital)];

    private readonly Ledger _ledger;
    private readonly Ledger? _last;
    private readonly PrintStyle _style;
    private readonly SubjectPool _pool;
    private readonly SummaryParts _parts;

    private HubeiBudgetPrinter(Ledger ledger, Ledger? last, PrintStyle style) => (_ledger, _last, _style, _pool, _parts) = (ledger, last, style, SubjectPool.Of(ledger.Year), new SummaryParts(style));

    public static ValueList<Statement> Print(Ledger ledger, Ledger? last, PrintStyle style) => new HubeiBudgetPrinter(ledger, last, style).Print();

    private ValueList<Statement> Print() =>
        [Summary(), Income(), Expenditure(), FiscalSummary(), GeneralPublic(), Basic(), ThreePublic(), FundParts.GovernmentFund(_ledger, _style, "表8"), FundParts.StateCapital(_ledger, _style, "表9"), Projects(),
            .. _style.GovernmentEconomic && _ledger.Year >= FirstGovernmentEconomic ? [GovernmentEconomic()] : Array.Empty<Statement>()];

    private static decimal If(bool condition, decimal yuan) => condition ? yuan : 0;

    private static bool IsFiscal(FundSource source) => source <= FundSource.StateCapital;

    private IEnumerable<SummaryParts.Row> Classes(string column, Func<Spending, bool> where) => _pool.Classes
        .Where(c => _style.AllClasses || _ledger.Spending.Any(s => where(s) && c.IsAncestorOf(s.Item)))
        .Select(c => _parts.Line(_pool.Name(c), column, _ledger.Spent(s => where(s) && c.IsAncestorOf(s.Item))));

    private SummaryStatement Summary()
    {
        var (received, opened, spent) = (_ledger.Income.Sum(r => r.Yuan), _ledger.Opened(_ => true), _ledger.Spent(_ => true));
        var income = SummaryParts.Numbered(Sources.Select(s => _parts.Line(s.Label, In, s.Source is { } source ? _ledger.Received(source) : 0))).ToList();
        SummaryParts.Row[] incomeTail = [_parts.Line("本年收入合计", In, received), _parts.Line("上年结转结余", In, opened), _parts.Line("收入总计", In, received + opened)];
        SummaryParts.Row[] spendingTail = [_parts.Line("本年支出合计", Out, spent), _parts.Line("年终结转结余", Out, received + opened - spent), _parts.Line("支出总计", Out, received + opened)];
        return new SummaryStatement
        {
            Lines = [.. SummaryParts.Side<SummaryLine>(income, incomeTail, LineSide.Income), .. SummaryParts.Side<SummaryLine>([.. SummaryParts.Numbered(Classes(Out, _ => true))], spendingTail, LineSide.Expenditure)],
        }.Headed(_ledger, _style, "部门收支总表", "表1", [In, Out], "备注：财政专户管理资金收入是指教育收费收入；事业收入不含教育收费收入，下同。");
    }

    private IncomeStatement Income()
    {
        const string Year = "本年收入/", Before = "上年结转结余/";
        var year = Sources.Select(s => (Column: Year + s.Label.Replace("拨款收入", "", StringComparison.Ordinal).Replace("管理资金收入", "管理资金", StringComparison.Ordinal), s.Source)).ToList();
        string[] carried = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金"];
        string[] columns = ["合计", Year + "小计", .. year.Select(y => y.Column), Before + "小计", .. carried.Select(c => Before + c)];
        IncomeLine Line(string? code, string label, Func<Receipt, bool> where)
        {
            decimal Received(FundSource? source) => _ledger.Income.Where(r => where(r) && (source is null || r.Source == source)).Sum(r => r.Yuan);
            decimal Opened(Func<FundSource, bool> of) => _ledger.Opened(r => where(r) && of(r.Source));
            decimal[] amounts =
            [
                Received(null) + Opened(_ => true), Received(null), .. year.Select(y => y.Source is { } s ? Received(s) : 0),
                Opened(_ => true), Opened(s => s == FundSource.GeneralPublic), Opened(s => s == FundSource.GovernmentFund), Opened(s => s == FundSource.StateCapital), 0, Opened(s => !IsFiscal(s)),
            ];
            return new IncomeLine { Code = code, Label = label, Figures = _style.Figures(columns.Zip(amounts)) };
        }

        return new IncomeStatement
        {
            Lines = [Line(null, "合计", _ => true), Line(_ledger.Units[0].Code[..3], _ledger.Organisation, _ => true), .. _ledger.Units.Select((u, i) => Line(u.Code, u.Name, r => r.Unit == i))],
        }.Headed(_ledger, _style, "部门收入总表", "表2", columns);
    }

    private ExpenditureStatement Expenditure()
    {
        Measure<Spending>[] measures =
        [
            new("合计", s => s.Yuan), new("基本支出", s => If(s.Kind == SpendingKind.Basic, s.Yuan)), new("项目支出", s => If(s.Kind == SpendingKind.Project, s.Yuan)),
            new("经营支出", s => If(s.Kind == SpendingKind.Business, s.Yuan)), new("上缴上级支出", s => If(s.Kind == SpendingKind.ToSuperior, s.Yuan)),
            new("对附属单位补助支出", s => If(s.Kind == SpendingKind.ToSubordinate, s.Yuan)),
        ];
        return new ExpenditureStatement { Lines = ByFunction<ExpenditureLine, Spending>(_ledger.Spending, s => s.Item, measures, _pool, _style) }
            .Headed(_ledger, _style, "部门支出总表", "表3", measures.Select(m => m.Column));
    }

    private FiscalSummaryStatement FiscalSummary()
    {
        const string Total = "支出/合计";
        var (received, opened, spent) = (Fiscal.Sum(f => _ledger.Received(f.Source)), _ledger.Opened(r => IsFiscal(r.Source)), _ledger.Spent(s => IsFiscal(s.Source)));
        SummaryParts.Row[] income =
        [
            _parts.Line("一、本年收入", In, received), .. SummaryParts.Numbered(Fiscal.Select(f => _parts.Line(f.Label, In, _ledger.Received(f.Source))), "（", "）"),
            _parts.Line("二、上年结转", In, opened), .. SummaryParts.Numbered(Fiscal.Select(f => _parts.Line(f.Label, In, _ledger.Opened(r => r.Source == f.Source))), "（", "）"),
        ];
        SummaryParts.Row[] spending =
        [
            _parts.Line("一、本年支出", Total, spent), .. SummaryParts.Numbered(Classes(Total, s => IsFiscal(s.Source)), "（", "）"),
            _parts.Line("二、年终结转结余", Total, received + opened - spent),
        ];
        return new FiscalSummaryStatement
        {
            Lines = [
                .. SummaryParts.Side<FiscalSummaryLine>(income, [_parts.Line("收入总计", In, received + opened)], LineSide.Income),
                .. SummaryParts.Side<FiscalSummaryLine>(spending, [_parts.Line("支出总计", Total, received + opened)], LineSide.Expenditure)],
        }.Headed(_ledger, _style, "财政拨款收支预算总表", "表4", [In, Total]);
    }

    private GeneralPublicStatement GeneralPublic()
    {
        Measure<Spending>[] measures =
        [
            new("合计", s => s.Yuan), new("基本支出", s => If(s.Kind == SpendingKind.Basic, s.Yuan)),
            new("基本支出/人员经费", s => If(s.Kind == SpendingKind.Basic && SubjectPool.IsPersonnel(s.Economic), s.Yuan)),
            new("基本支出/公用经费", s => If(s.Kind == SpendingKind.Basic && !SubjectPool.IsPersonnel(s.Economic), s.Yuan)),
            new("项目支出", s => If(s.Kind == SpendingKind.Project, s.Yuan)),
        ];
        var spending = _ledger.Spending.Where(s => s.Source == FundSource.GeneralPublic).ToList();
        if (_style.LastYearColumns && _last is not null)
        {
            var before = _last.Spending.Where(s => s.Source == FundSource.GeneralPublic && _pool.Knows(s.Item)).ToList();
            Measure<(Spending S, bool Now)>[] both =
            [
                new($"{(_ledger.Year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}年预算数", e => If(!e.Now, e.S.Yuan)),
                .. measures.Select(m => new Measure<(Spending S, bool Now)>(m.Column, e => If(e.Now, m.Of(e.S)))),
            ];
            return new GeneralPublicStatement { Lines = ByFunction<GeneralPublicLine, (Spending S, bool Now)>([.. spending.Select(s => (s, true)), .. before.Select(s => (s, false))], e => e.S.Item, both, _pool, _style) }
                .Headed(_ledger, _style, "一般公共预算支出表", "表5", both.Select(m => m.Column));
        }
        return new GeneralPublicStatement { Lines = ByFunction<GeneralPublicLine, Spending>(spending, s => s.Item, measures, _pool, _style) }
            .Headed(_ledger, _style, "一般公共预算支出表", "表5", measures.Select(m => m.Column));
    }

    private BasicExpenditureStatement Basic()
    {
        Measure<Spending>[] measures =
        [
            new("合计", s => s.Yuan), new("人员经费", s => If(SubjectPool.IsPersonnel(s.Economic), s.Yuan)), new("公用经费", s => If(!SubjectPool.IsPersonnel(s.Economic), s.Yuan)),
        ];
        var spending = _ledger.Spending.Where(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Basic }).ToList();
        var listed = _pool.Personnel.Concat(_pool.Public).Where(c => _style.AllEconomicCodes || spending.Exists(s => s.Economic == c));
        return new BasicExpenditureStatement
        {
            Lines = [new BasicExpenditureLine { Label = "合计", Figures = Sums(spending, measures, _style) }, .. ByEconomicCode<BasicExpenditureLine>(spending, listed, measures, _pool, _style)],
        }.Headed(_ledger, _style, "一般公共预算基本支出表", "表6", measures.Select(m => m.Column));
    }

    private ThreePublicStatement ThreePublic()
    {
        var amounts = ThreePublicParts.Amounts(ThreePublicStatement.BudgetPart, ThreePublicParts.Planned(_ledger)).ToList();
        return new ThreePublicStatement { Lines = ThreePublicParts.Lines(_style.Figures(amounts)) }
            .Headed(_ledger, _style, "财政拨款“三公”经费支出表", "表7", amounts.Select(a => a.Item1));
    }

    private string Year => _ledger.Year.ToString(CultureInfo.InvariantCulture);

    private ProjectStatement Projects()
    {
        Measure<Spending>[] measures =
        [
            new("合计", s => s.Yuan), .. Fiscal.Select(f => new Measure<Spending>($"本年拨款/{f.Label[..^2]}", s => If(s.Source == f.Source, s.Yuan))),
            new("单位资金", s => If(!IsFiscal(s.Source), s.Yuan)),
        ];
        var spending = _ledger.Spending.Where(s => s.Kind == SpendingKind.Project).ToList();
        var projects = spending.GroupBy(s => (s.Unit, s.Project)).OrderBy(g => g.Key.Unit).Select((g, i) => new ProjectLine
        {
            Code = $"42{_ledger.Units[g.Key.Unit].Code}{Year[2..]}T{(i + 1).ToString("000000000", CultureInfo.InvariantCulture)}",
            Label = g.Key.Project!,
            Figures = Sums(g, measures, _style),
            Texts = [KeyValuePair.Create("项目单位", _ledger.Units[g.Key.Unit].Name)],
        }).ToList();
        ValueList<ProjectLine> lines = projects.Count == 0 ? default :
        [
            new ProjectLine { Label = "合计", Figures = Sums(spending, measures, _style) },
            new ProjectLine { Code = _ledger.Units[0].Code[..3], Label = _ledger.Organisation, Figures = Sums(spending, measures, _style) },
            .. projects,
        ];
        return new ProjectStatement { Lines = lines }.Headed(_ledger, _style, "项目支出表", "表10", measures.Select(m => m.Column));
    }

    /// <summary>The first year of 政府预算支出经济分类.</summary>
    private const int FirstGovernmentEconomic = 2018;

    /// <summary>The general public budget by government economic code, a table that no form prescribes.</summary>
    private OtherTable GovernmentEconomic()
    {
        Measure<Spending>[] measures = [new("合计", s => s.Yuan), new("基本支出", s => If(s.Kind == SpendingKind.Basic, s.Yuan)), new("项目支出", s => If(s.Kind != SpendingKind.Basic, s.Yuan))];
        var spending = _ledger.Spending.Where(s => s.Source == FundSource.GeneralPublic).ToList();
        static string Code(Spending s) => s.Economic.ToString()[..3] switch { "301" => "50101", "302" => "50201", "303" => "50901", _ => "50306" };
        var codes = spending.Select(Code).Distinct().SelectMany(c => (string[])[c[..3], c]).Distinct().Order(StringComparer.Ordinal);
        return new OtherTable
        {
            Lines =
            [
                new StatementLine { Label = "合计", Figures = Sums(spending, measures, _style) },
                .. codes.Select(code => new StatementLine { Code = code, Label = _pool.Catalog.Find(code)!.Name, Figures = Sums(spending.Where(s => Code(s).StartsWith(code, StringComparison.Ordinal)), measures, _style) }),
            ],
        }.Headed(_ledger, _style, "政府预算支出经济分类情况表", "表11", measures.Select(m => m.Column));
    }
}
