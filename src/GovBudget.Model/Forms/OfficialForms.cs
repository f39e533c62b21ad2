namespace GovBudget.Model.Forms;

/// <summary>The official forms of final accounts (公开01–10) and budgets (表1–10), national edition with what provinces print differently. First match of a title
/// wins.</summary>
internal static class OfficialForms
{
    /// <summary>What the only money column of a table is called.</summary>
    public static readonly string[] AmountHeaders =
        ["金额", "决算数", "预算数", "决算金额", "预算金额", "预算", "决算", "本年预算", "本年预算数", "本年决算数", "年初预算数", "执行数", "支出数", "收入数", "预算安排数", "本年金额"];

    private static readonly FormColumn Amount = new(Column.Amount, AmountHeaders) { Accounts = "决算数", Budget = "预算数" };

    private static readonly FormColumn[] ByFund =
    [
        new(Column.FiscalTotal, ["合计", "小计", "总计", .. AmountHeaders]) { Accounts = "决算数/合计", Budget = "合计" },
        new(Column.FiscalGeneralPublic, "一般公共预算财政拨款", "一般公共预算", "一般公共预算资金", "一般公共预算拨款", "一般公共预算支出",
            "一般公共预算拨款支出") { Accounts = "决算数/一般公共预算财政拨款", Budget = "一般公共预算" },
        new(Column.FiscalGovernmentFund, "政府性基金预算财政拨款", "政府性基金预算", "政府性基金", "政府性基金预算拨款", "政府性基金预算支出", "政府性基金预算资金",
            "政府性基金预算拨款支出") { Accounts = "决算数/政府性基金预算财政拨款", Budget = "政府性基金预算" },
        new(Column.FiscalStateCapital, "国有资本经营预算财政拨款", "国有资本经营预算", "国有资本经营预算拨款", "国有资本经营预算支出", "国有资本经营预算资金",
            "国有资本经营预算拨款支出") { Accounts = "决算数/国有资本经营预算财政拨款", Budget = "国有资本经营预算" },
    ];

    private static readonly FormColumn Total = new(Column.Total, "小计", "总计", "本年支出合计", "本年支出", "本年支出小计", "支出合计", "本年支出总计");

    private static readonly FormColumn Basic = new(Column.Basic, "基本支出/小计", "基本支出/合计", "基本支出预算数", "基本支出决算数");

    private static readonly FormColumn Project = new(Column.Project, "项目支出/小计", "项目支出/合计");

    private static readonly FormColumn[] Fund =
    [
        new(Column.Opening, "年初结转结余", "上年结转", "上年结转结余", "上年结转和结余"),
        new(Column.YearIncome, "本年收入/合计", "本年收入合计"),
        new(Column.YearTotal, ["合计", "小计", "本年支出", "本年支出/小计", "本年支出合计", .. AmountHeaders]) { Accounts = "本年支出/小计" },
        new(Column.YearBasic, "基本支出"),
        new(Column.YearProject, "项目支出"),
        new(Column.Closing, "年末结转结余", "结转下年", "年终结转结余"),
    ];

    /// <summary>All forms, in the order in which titles are tried.</summary>
    public static IReadOnlyList<Form> All { get; } =
    [
        new(StatementKind.Statistics, "决算公开相关信息统计表", "公开相关信息统计表", RowKind.Labelled, () => new DisclosureStatistics(),
            ["公开 相关信息 统计表", "相关信息统计表"],
            [new(Column.Statistic, AmountHeaders)]),
        new(StatementKind.MeetingTraining, "“三公”经费、会议费、培训费支出表", "“三公”经费、会议费、培训费支出表", RowKind.Single, () => new MeetingTrainingStatement(),
            ["三公 会议费", "三公 培训费"],
            []),
        new(StatementKind.ThreePublic, "财政拨款“三公”经费支出决算表", "“三公”经费预算表", RowKind.Single, () => new ThreePublicStatement(),
            ["三公"],
            []) { Nested = [("公务用车购置费", "公务用车购置及运行维护费"), ("公务用车运行维护费", "公务用车购置及运行维护费")] },
        new(StatementKind.Procurement, "政府采购情况表", "政府采购预算表", RowKind.Labelled, () => new ProcurementStatement(),
            ["采购"],
            [new(Column.GrandTotal)]),
        new(StatementKind.GovernmentFund, "政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出表", RowKind.Functional, () => new GovernmentFundStatement(),
            ["政府性基金 支"],
            Fund),
        new(StatementKind.StateCapital, "国有资本经营预算财政拨款支出决算表", "国有资本经营预算支出表", RowKind.Functional, () => new StateCapitalStatement(),
            ["国有资本 支"],
            Fund),
        new(StatementKind.Operating, "机关运行经费支出决算表", "机关运行经费支出表", RowKind.Economic, () => new OperatingStatement(),
            ["机关运行经费"],
            [Amount]),
        new(StatementKind.FiscalBasic, "财政拨款基本支出决算表", "财政拨款基本支出表", RowKind.Economic, () => new FiscalBasicStatement(),
            ["财政拨款 基本支出 !一般公共预算"],
            [Amount]),
        new(StatementKind.Basic, "一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出表", RowKind.Economic, () => new BasicExpenditureStatement(),
            ["基本支出 !项目支出"],
            [Amount, Total, new(Column.Personnel, "人员支出", "人员经费支出"), new(Column.Public, "公用支出", "日常公用经费", "日常公用支出", "公用经费支出")]),
        new(StatementKind.FiscalSummary, "财政拨款收入支出决算总表", "财政拨款收支预算总表", RowKind.TwoSided, () => new FiscalSummaryStatement(),
            ["财政拨款 收支", "财政拨款 收入支出 !一般公共预算", "财政拨款 收入支出 总表"],
            ByFund),
        new(StatementKind.GeneralPublic, "一般公共预算财政拨款支出决算表", "一般公共预算支出表", RowKind.Functional, () => new GeneralPublicStatement(),
            ["一般公共预算 支出 !收支 !项目支出 !经济", "一般公共预算 基本支出 项目支出 !经济"],
            [
                Total with { Accounts = "本年支出/小计" },
                Basic with { Accounts = "本年支出/基本支出", Headers = [.. Basic.Headers, "本年支出/基本支出"] },
                Project with { Accounts = "本年支出/项目支出", Headers = [.. Project.Headers, "本年支出/项目支出"] },
                Amount,
                new(Column.BasicPersonnel, "人员经费", "基本支出/人员支出", "基本支出/人员经费支出", "人员经费支出", "人员支出"),
                new(Column.BasicPublic, "公用经费", "基本支出/公用支出", "基本支出/日常公用经费", "日常公用经费", "基本支出/日常公用支出", "基本支出/公用经费支出", "公用经费支出", "日常公用支出", "公用支出"),
            ]),
        new(StatementKind.Projects, "项目支出决算表", "项目支出表", RowKind.Project, () => new ProjectStatement(),
            ["项目支出 !绩效"],
            [new(Column.Total, "总计", "小计", "金额合计", "项目支出合计")]),
        new(StatementKind.FiscalExpenditure, "财政拨款支出决算表", "财政拨款支出表", RowKind.Functional, () => new FiscalExpenditureStatement(),
            ["财政拨款 支出 !结转"],
            [Amount, Total, Basic, Project]),
        new(StatementKind.Summary, "收入支出决算总表", "收支预算总表", RowKind.TwoSided, () => new SummaryStatement(),
            ["收支", "收入支出"],
            []),
        new(StatementKind.Income, "收入决算表", "收入预算总表", RowKind.Functional, () => new IncomeStatement(),
            ["收入 !非税 !专户 !收费"],
            [
                new(Column.Total, "本年收入合计", "总计", "收入合计") { Accounts = "本年收入合计" },
                new(Column.FiscalAppropriation, "财政拨款", "财政拨款（补助）", "财政拨款（补助）收入"),
                new(Column.SuperiorSubsidy, "上级补助"),
                new(Column.InstitutionalIncome, "事业收入/小计", "事业收入/合计", "事业收入/金额"),
                new(Column.BusinessIncome, "事业单位经营收入"),
                new(Column.SubordinateRemittance, "附属单位上缴", "附属单位缴款", "下级单位上缴收入"),
                new(Column.OtherIncome, "其他收入/小计"),
                Amount,
            ]),
        new(StatementKind.Expenditure, "支出决算表", "支出预算总表", RowKind.Functional, () => new ExpenditureStatement(),
            ["支出 !购买服务 !专户 !转移支付 !专项 !债务 !经济 !债券 !收费 !结转 !资产"],
            [
                Total with { Accounts = "本年支出合计" }, Basic, Project,
                new(Column.ToSuperior, "上缴上级"),
                new(Column.Business, "事业单位经营支出"),
                new(Column.ToSubordinate, "对附属单位补助", "对下级单位补助支出", "补助附属单位支出"),
                Amount,
            ]),
    ];

    /// <summary>Words of titles that are of no form: performance, and a part of a table alone (…表--人员经费).</summary>
    private static readonly string[] NotStatements = ["绩效", "自评", "目标表", "目标申报", "目标批复", "评价", "整体支出", "表-", "表－", "表—"];

    /// <summary>The form of that title; null where no form fits.</summary>
    /// <param name="core">The title's own words, folded.</param>
    public static Form? ForTitle(string core) =>
        NotStatements.Any(word => core.Contains(word, StringComparison.Ordinal)) ? null : All.FirstOrDefault(form => form.Fits(core));

    /// <summary>The form of that kind; null for a table that no form knows.</summary>
    public static Form? Of(StatementKind kind) => All.FirstOrDefault(form => form.Kind == kind);
}
