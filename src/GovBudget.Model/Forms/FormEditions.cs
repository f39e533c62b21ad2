namespace GovBudget.Model.Forms;

/// <summary>The editions as data. Tables that several editions print alike are declared once.</summary>
internal static class FormEditions
{
    private const string GeneralAppropriation = "一般公共预算财政拨款", FundAppropriation = "政府性基金预算财政拨款", CapitalAppropriation = "国有资本经营预算财政拨款";
    private const string Vehicles = "公务用车购置及运行维护费", Purchase = "公务用车购置费", Running = "公务用车运行维护费";

    private static readonly string[] Fund = ["年初结转和结余", "本年收入", "本年支出/合计", "本年支出/基本支出", "本年支出/项目支出", "年末结转和结余"];
    private static readonly string[] Spent = ["本年支出/合计", "本年支出/基本支出", "本年支出/项目支出"];
    private static readonly string[] BasicAndProject = ["合计", "基本支出", "项目支出"];
    private static readonly string[] BySource = ["合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
    private static readonly string[] ByUse = ["合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];
    private static readonly string[] Planned = [.. ThreePublicStatement.Items.Take(6).Select(i => $"{ThreePublicStatement.BudgetPart}/{i}")];
    private static readonly string[] PlannedAndSpent = [.. Planned,
        .. ThreePublicStatement.Items.Take(6).Select(i => $"{ThreePublicStatement.ActualPart}/{i}")];

    /// <summary>购置及运行费, as printed until 2021.</summary>
    private static readonly ValueList<KeyValuePair<string, string>> ShortVehicles = [new(Vehicles, "公务用车购置及运行费"), new(Running, "公务用车运行费")];

    /// <summary>Income by unit, this year's and what was carried over, by source.</summary>
    private static readonly string[] ByUnit =
    [
        "合计", "本年收入/小计", "本年收入/一般公共预算", "本年收入/政府性基金预算", "本年收入/国有资本经营预算", "本年收入/财政专户管理资金", "本年收入/事业收入", "本年收入/事业单位经营收入", "本年收入/上级补助收入",
        "本年收入/附属单位上缴收入", "本年收入/其他收入", "上年结转结余/小计", "上年结转结余/一般公共预算", "上年结转结余/政府性基金预算", "上年结转结余/国有资本经营预算", "上年结转结余/财政专户管理资金", "上年结转结余/单位资金",
    ];

    private static readonly string[] PlannedSources =
        ["一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入", "财政专户管理资金收入", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"];

    private static readonly string[] ByGroup = ["合计", "基本支出", "基本支出/人员经费", "基本支出/公用经费", "项目支出"];

    private static readonly string[] MeetingColumns =
    [
        "合计", "“三公”经费/小计", "“三公”经费/因公出国（境）费", $"“三公”经费/{Vehicles}/小计", $"“三公”经费/{Vehicles}/{Purchase}", $"“三公”经费/{Vehicles}/{Running}", "“三公”经费/公务接待费",
        "会议费", "培训费",
    ];

    private static readonly string[] OtherSources = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];

    /// <summary>All editions, those of provinces first.</summary>
    public static IReadOnlyList<FormEdition> All { get; } =
    [
        Accounts(2016, 2018, ["财政拨款收入", "其中：政府性基金预算财政拨款"], "用事业基金弥补收支差额", 2, threePublicFirst: true),
        Accounts(2019, 2019, [GeneralAppropriation + "收入", FundAppropriation + "收入"], "使用非财政拨款结余", 2, threePublicFirst: true),
        Accounts(2020, 2021, [GeneralAppropriation + "收入", FundAppropriation + "收入", CapitalAppropriation + "收入"], "使用非财政拨款结余", 3, threePublicFirst: true),
        Accounts(2022, null, [GeneralAppropriation + "收入", FundAppropriation + "收入", CapitalAppropriation + "收入"], "使用非财政拨款结余和专用结余", 3,
            threePublicFirst: false),
        Hubei(),
        Jiangsu(2016, 2021),
        Jiangsu(2022, null),
        Shanghai(),
        Ministries(2016, 2019, 2),
        Ministries(2020, null, 3),
    ];

    private static FormEdition Accounts(int from, int? to, string[] fiscal, string reserves, int funds, bool threePublicFirst)
    {
        string[] fundNames = [.. new[] { GeneralAppropriation, FundAppropriation, CapitalAppropriation }.Take(funds)];
        var sources = fiscal.Concat(OtherSources).ToList();
        var numbered = from == 2016 ? [Numbered(sources[0], 0), sources[1], .. Numbered(sources.Skip(2), 1)] : Numbered(sources, 0).ToArray();
        List<EditionTable> tables =
        [
            new(StatementKind.Summary, null, "收入支出决算总表", ["收入", "支出"])
            {
                IncomeRows = [.. numbered, "本年收入合计", reserves, "年初结转和结余", "总计"],
                ExpenditureSums = ["本年支出合计", "结余分配", "年末结转和结余", "总计"],
                Notes = ["注：1. 本表反映部门本年度的总收支和年末结转结余情况。", "2. 本套报表金额单位转换时可能存在尾数误差。"],
            },
            new(StatementKind.Income, null, "收入决算表", [.. BySource]) { Notes = ["注：本表反映部门本年度取得的各项收入情况。"] },
            new(StatementKind.Expenditure, null, "支出决算表", [.. ByUse]) { Notes = ["注：本表反映部门本年度各项支出情况。"] },
            new(StatementKind.FiscalSummary, null, "财政拨款收入支出决算总表", ["收入", "支出/合计", .. fundNames.Select(f => $"支出/{f}")])
            {
                IncomeRows = [.. Numbered(fundNames, 0), "本年收入合计", "年初财政拨款结转和结余", .. fundNames, "总计"],
                ExpenditureSums = ["本年支出合计", "年末财政拨款结转和结余", "总计"],
                Notes = ["注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。"],
            },
            new(StatementKind.GeneralPublic, null, "一般公共预算财政拨款支出决算表", [.. BasicAndProject]) { Notes = ["注：本表反映部门本年度一般公共预算财政拨款支出情况。"] },
            new(StatementKind.Basic, null, from < 2022 ? "一般公共预算财政拨款基本支出决算表" : "一般公共预算财政拨款基本支出决算明细表", ["金额"])
            {
                Notes = ["注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"],
            },
        ];
        var threePublic = new EditionTable(StatementKind.ThreePublic, null, threePublicFirst ? "一般公共预算财政拨款“三公”经费支出决算表" : "财政拨款“三公”经费支出决算表",
            [.. PlannedAndSpent])
        {
            Words = threePublicFirst ? ShortVehicles : default,
            Notes = ["注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为全年预算数，决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。"],
        };
        if (threePublicFirst) tables.Add(threePublic);
        tables.Add(new(StatementKind.GovernmentFund, null, "政府性基金预算财政拨款收入支出决算表", [.. Fund]) { Notes = ["注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"] });
        if (funds > 2) tables.Add(new(StatementKind.StateCapital, null, "国有资本经营预算财政拨款支出决算表", [.. Spent]) { Notes = ["注：本表反映部门本年度国有资本经营预算财政拨款支出情况。"] });
        if (!threePublicFirst) tables.Add(threePublic);
        return new FormEdition
        {
            Id = FormattableString.Invariant($"accounts-{from}"),
            Name = FormattableString.Invariant($"部门决算公开表（{from}{(to is null ? " 年起" : to == from ? " 年" : FormattableString.Invariant($"–{to} 年"))}）"),
            Kind = DocumentKind.FinalAccounts,
            FirstYear = from,
            LastYear = to,
            NumbersColumns = true,
            UnitWord = "金额单位",
            Tables = Labelled(tables, "公开{0:00}表"),
        };
    }

    private static FormEdition Ministries(int from, int? to, int funds) => new()
    {
        Id = FormattableString.Invariant($"budget-{from}"),
        Name = FormattableString.Invariant($"部门预算公开表（{from}{(to is null ? " 年起" : FormattableString.Invariant($"–{to} 年"))}）"),
        Kind = DocumentKind.Budget,
        FirstYear = from,
        LastYear = to,
        LabelAbove = true,
        Tables = Labelled(
        [
            BudgetSummary("部门收支总表", ["一般公共预算拨款收入", "政府性基金预算拨款收入", .. funds > 2 ? ["国有资本经营预算拨款收入"] : Array.Empty<string>(), "事业收入", "事业单位经营收入", "其他收入"],
                ["本年收入合计", "使用非财政拨款结余", "上年结转", "收入总计"], ["本年支出合计", "结转下年", "支出总计"]),
            new(StatementKind.Income, null, "部门收入总表",
                ["合计", "上年结转", "一般公共预算拨款收入", "政府性基金预算拨款收入", .. funds > 2 ? ["国有资本经营预算拨款收入"] : Array.Empty<string>(), "事业收入", "经营收入", "上级补助收入", "附属单位上缴收入",
                    "其他收入", "使用非财政拨款结余"])
            {
                Words = [new("经营收入", "事业单位经营收入")],
            },
            new(StatementKind.Expenditure, null, "部门支出总表", ["合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]) { Words = [new("经营支出", "事业单位经营支出")] },
            new(StatementKind.FiscalSummary, null, "财政拨款收支总表",
                ["收入", "支出/合计", .. new[] { GeneralAppropriation, FundAppropriation, CapitalAppropriation }.Take(funds).Select(f => $"支出/{f}")])
            {
                IncomeRows = [.. ThisYearAndLast(funds), "收入总计"],
                ExpenditureHead = "一、本年支出",
                ExpenditureSums = ["二、结转下年", "支出总计"],
            },
            new(StatementKind.GeneralPublic, null, "一般公共预算支出表", [.. BasicAndProject]),
            new(StatementKind.Basic, null, "一般公共预算基本支出表", ["合计", "人员经费", "公用经费"]),
            new(StatementKind.ThreePublic, null, "一般公共预算“三公”经费支出表", [.. Planned]) { Words = ShortVehicles },
            new(StatementKind.GovernmentFund, null, "政府性基金预算支出表", [.. Spent]),
            .. funds > 2 ? [new(StatementKind.StateCapital, null, "国有资本经营预算支出表", [.. Spent])] : Array.Empty<EditionTable>(),
        ], "部门公开表{0}"),
    };

    private static FormEdition Hubei() => new()
    {
        Id = "budget-hubei",
        Name = "湖北省部门预算公开表",
        Kind = DocumentKind.Budget,
        Province = "湖北",
        FirstYear = 2020,
        LabelAbove = true,
        OrganisationWord = "部门/单位",
        Tables = Labelled(
        [
            BudgetSummary("部门收支总表",
                PlannedSources, ["本年收入合计", "上年结转结余", "收入总计"], ["本年支出合计", "年终结转结余", "支出总计"]) with
            {
                Notes = ["备注：财政专户管理资金收入是指教育收费收入；事业收入不含教育收费收入，下同。"],
            },
            new(StatementKind.Income, null, "部门收入总表", [.. ByUnit]) { Lines = EditionLines.Units },
            new(StatementKind.Expenditure, null, "部门支出总表", [.. ByUse]) { Words = [new("经营支出", "事业单位经营支出")] },
            new(StatementKind.FiscalSummary, null, "财政拨款收支预算总表", ["收入", "支出/合计"])
            {
                IncomeRows = [.. ThisYearAndLast(3), "收入总计"],
                ExpenditureHead = "一、本年支出",
                ExpenditureSums = ["二、年终结转结余", "支出总计"],
            },
            new(StatementKind.GeneralPublic, null, "一般公共预算支出表", [.. ByGroup]),
            new(StatementKind.Basic, null, "一般公共预算基本支出表", ["合计", "人员经费", "公用经费"]),
            new(StatementKind.ThreePublic, null, "财政拨款“三公”经费支出表", [.. Planned]),
            new(StatementKind.GovernmentFund, null, "政府性基金预算支出表", [.. Spent]),
            new(StatementKind.StateCapital, null, "国有资本经营预算支出表", [.. Spent]),
            new(StatementKind.Projects, null, "项目支出表", ["合计", "本年拨款/一般公共预算", "本年拨款/政府性基金预算", "本年拨款/国有资本经营预算", "单位资金"]),
        ], "表{0}"),
    };

    private static FormEdition Jiangsu(int from, int? to) => new()
    {
        Id = from == 2016 ? "budget-jiangsu" : FormattableString.Invariant($"budget-jiangsu-{from}"),
        Name = FormattableString.Invariant($"江苏省部门预算公开表（{from}{(to is null ? " 年起" : FormattableString.Invariant($"–{to} 年"))}）"),
        Kind = DocumentKind.Budget,
        Province = "江苏",
        FirstYear = from,
        LastYear = to,
        LabelAbove = true,
        Tables = Labelled(
            from == 2016
            ? [
                BySides(StatementKind.Summary, "收支预算总表", ["一、财政拨款", "1. 一般公共预算", "2. 政府性基金预算", "3. 国有资本经营预算", "二、其他资金"]),
                new(StatementKind.Income, null, "收入预算总表", ["金额"])
                {
                    Lines = EditionLines.Labels,
                    IncomeRows = ["收入总计", "一般公共预算资金/小计", "一般公共预算资金/公共财政拨款（补助）资金", "政府性基金/小计", "国有资本经营预算资金/小计", "其他资金/小计", "其他资金/事业收入", "其他资金/其他收入"],
                },
                new(StatementKind.Expenditure, null, "支出预算总表", [.. BasicAndProject, "单位预留机动经费"]) { Lines = EditionLines.Single },
                BySides(StatementKind.FiscalSummary, "财政拨款收支预算总表", Numbered(["一般公共预算", "政府性基金预算", "国有资本经营预算"], 0)),
                new(StatementKind.FiscalExpenditure, null, "财政拨款支出预算表", ["金额"]),
                new(StatementKind.FiscalBasic, null, "财政拨款基本支出预算表", ["金额"]),
                new(StatementKind.GeneralPublic, null, "一般公共预算支出预算表", ["金额"]),
                new(StatementKind.Basic, null, "一般公共预算基本支出预算表", ["金额"]),
                new(StatementKind.MeetingTraining, null, "“三公”经费、会议费、培训费支出预算表", [.. MeetingColumns]),
                new(StatementKind.Operating, null, "机关运行经费支出预算表", ["金额"]),
                new(StatementKind.Procurement, null, "政府采购预算表", ["总计"]),
            ]
            : [
                BudgetSummary("收支总表", PlannedSources, ["本年收入合计", "上年结转结余", "收入总计"], ["本年支出合计", "年终结转结余", "支出总计"]),
                new(StatementKind.Income, null, "收入总表", [.. ByUnit]) { Lines = EditionLines.Units },
                new(StatementKind.Expenditure, null, "支出总表", [.. ByUse]) { Words = [new("经营支出", "事业单位经营支出")] },
                new(StatementKind.FiscalSummary, null, "财政拨款收支总表", ["收入", "支出/合计"])
                {
                    IncomeRows = [.. ThisYearAndLast(3), "收入总计"],
                    ExpenditureHead = "一、本年支出",
                    ExpenditureSums = ["二、年终结转结余", "支出总计"],
                },
                new(StatementKind.FiscalExpenditure, null, "财政拨款支出表", ["合计", "基本支出", "项目支出"]),
                new(StatementKind.FiscalBasic, null, "财政拨款基本支出表", ["金额"]),
                new(StatementKind.GeneralPublic, null, "一般公共预算支出表", [.. ByGroup]),
                new(StatementKind.Basic, null, "一般公共预算基本支出表", ["合计", "人员经费", "公用经费"]),
                new(StatementKind.MeetingTraining, null, "财政拨款“三公”经费、会议费和培训费支出预算表", [.. MeetingColumns]),
                new(StatementKind.GovernmentFund, null, "政府性基金预算支出表", [.. Spent]),
                new(StatementKind.StateCapital, null, "国有资本经营预算支出表", [.. Spent]),
                new(StatementKind.Operating, null, "一般公共预算机关运行经费支出预算表", ["金额"]),
                new(StatementKind.Procurement, null, "政府采购支出预算表", ["总计"]),
            ], "公开{0:00}表"),
    };

    private static FormEdition Shanghai() => new()
    {
        Id = "budget-shanghai",
        Name = "上海市部门预算公开表",
        Kind = DocumentKind.Budget,
        Province = "上海",
        FirstYear = 2016,
        OrganisationWord = "编制部门",
        Tables =
        [
            BudgetSummary("部门财务收支预算总表", ["财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"], ["收入总计"], ["支出总计"]),
            new(StatementKind.Income, null, "部门收入预算总表", ["合计", "财政拨款收入", "事业收入", "经营收入", "其他收入"]) { Words = [new("经营收入", "事业单位经营收入")] },
            new(StatementKind.Expenditure, null, "部门支出预算总表", [.. BasicAndProject]),
            new(StatementKind.FiscalSummary, null, "部门财政拨款收支预算总表",
                ["收入", "支出/合计", $"支出/{GeneralAppropriation}", $"支出/{FundAppropriation}", $"支出/{CapitalAppropriation}"])
            {
                IncomeRows = ["一、一般公共预算资金", "二、政府性基金", "三、国有资本经营预算", "收入总计"],
                ExpenditureSums = ["支出总计"],
            },
            new(StatementKind.GeneralPublic, null, "部门一般公共预算支出功能分类预算表", [.. BasicAndProject]),
            new(StatementKind.GovernmentFund, null, "部门政府性基金预算支出功能分类预算表", [.. Spent]),
            new(StatementKind.StateCapital, null, "部门国有资本经营预算支出功能分类预算表", [.. Spent]),
            new(StatementKind.Basic, null, "部门一般公共预算基本支出部门预算经济分类预算表", ["合计", "人员经费", "公用经费"]),
            new(StatementKind.ThreePublic, null, "部门“三公”经费和机关运行经费预算表",
                [.. new[] { "合计", "因公出国（境）费", "公务接待费", Vehicles, Purchase, Running, "机关运行经费" }.Select(i => $"{ThreePublicStatement.BudgetPart}/{i}")])
            {
                Words = ShortVehicles,
            },
        ],
    };

    private static EditionTable BudgetSummary(string title, IEnumerable<string> sources, IEnumerable<string> incomeSums, IEnumerable<string> expenditureSums) =>
        new(StatementKind.Summary, null, title,
            ["收入", "支出"])
        { IncomeRows = [.. Numbered(sources, 0), .. incomeSums], ExpenditureSums = expenditureSums.ToValueList() };

    /// <summary>Income beside expenditure by class and by use.</summary>
    private static EditionTable BySides(StatementKind kind, string title, IEnumerable<string> sources) => new(kind, null, title, ["收入", "支出"])
    {
        IncomeRows = [.. sources, "当年收入小计", "上年结转资金", "收入合计"],
        ExpenditureSums = ["当年支出小计", "结转下年资金", "支出合计"],
        UseRows = [.. Numbered(["基本支出", "项目支出", "单位预留机动经费"], 0)],
    };

    /// <summary>本年收入 and 上年结转, each with its funds.</summary>
    private static IEnumerable<string> ThisYearAndLast(int funds)
    {
        var names = new[] { "（一）一般公共预算拨款", "（二）政府性基金预算拨款", "（三）国有资本经营预算拨款" }.Take(funds).ToList();
        return ["一、本年收入", .. names, "二、上年结转", .. names];
    }

    private static ValueList<EditionTable> Labelled(IEnumerable<EditionTable> tables, string format) =>
        tables.Select((t, i) => t with { Label = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i + 1) }).ToValueList();

    private static IEnumerable<string> Numbered(IEnumerable<string> labels, int before) => labels.Select((label, i) => Numbered(label, before + i));

    private static string Numbered(string label, int before) => $"{"一二三四五六七八九十"[before]}、{label}";
}
