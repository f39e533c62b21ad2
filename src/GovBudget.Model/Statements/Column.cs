namespace GovBudget.Model;

/// <summary>A money column that official tables print: its canonical path and its names elsewhere.</summary>
/// <param name="Path">Canonical path in Chinese, parts joined with <c>/</c>: the column of <c>govbudget facts</c>.</param>
/// <param name="JsonName">Its name in JSON, camelCase.</param>
/// <param name="English">What it is, in English.</param>
public sealed record Column(string Path, string JsonName, string English)
{
    /// <summary>合计: the sum over the other columns of its row (小计, 本年支出合计 …).</summary>
    public static readonly Column Total = new("合计", "total", "total");

    /// <summary>金额: the only money column of a table (决算数, 预算数).</summary>
    public static readonly Column Amount = new("金额", "amount", "amount");

    /// <summary>收入: an amount on the income side of a summary table.</summary>
    public static readonly Column IncomeSide = new("收入", "income", "amount on the income side");

    /// <summary>支出: an amount on the expenditure side of a summary table.</summary>
    public static readonly Column ExpenditureSide = new("支出", "expenditure", "amount on the expenditure side");

    /// <summary>支出/合计 of 财政拨款收入支出总表.</summary>
    public static readonly Column FiscalTotal = new("支出/合计", "total", "expenditure, all funds");

    /// <summary>支出/一般公共预算财政拨款.</summary>
    public static readonly Column FiscalGeneralPublic = new("支出/一般公共预算财政拨款", "generalPublic", "expenditure from the general public budget");

    /// <summary>支出/政府性基金预算财政拨款.</summary>
    public static readonly Column FiscalGovernmentFund = new("支出/政府性基金预算财政拨款", "governmentFund", "expenditure from government funds");

    /// <summary>支出/国有资本经营预算财政拨款.</summary>
    public static readonly Column FiscalStateCapital = new("支出/国有资本经营预算财政拨款", "stateCapital", "expenditure from the state capital budget");

    /// <summary>财政拨款收入.</summary>
    public static readonly Column FiscalAppropriation = new("财政拨款收入", "fiscalAppropriation", "fiscal appropriation");

    /// <summary>上级补助收入.</summary>
    public static readonly Column SuperiorSubsidy = new("上级补助收入", "superiorSubsidy", "subsidies from superior units");

    /// <summary>事业收入.</summary>
    public static readonly Column InstitutionalIncome = new("事业收入", "institutionalIncome", "income from professional services");

    /// <summary>经营收入.</summary>
    public static readonly Column BusinessIncome = new("经营收入", "businessIncome", "business income");

    /// <summary>附属单位上缴收入.</summary>
    public static readonly Column SubordinateRemittance = new("附属单位上缴收入", "subordinateRemittance", "remittances from subordinate units");

    /// <summary>其他收入.</summary>
    public static readonly Column OtherIncome = new("其他收入", "otherIncome", "other income");

    /// <summary>基本支出.</summary>
    public static readonly Column Basic = new("基本支出", "basic", "basic expenditure");

    /// <summary>项目支出.</summary>
    public static readonly Column Project = new("项目支出", "project", "project expenditure");

    /// <summary>上缴上级支出.</summary>
    public static readonly Column ToSuperior = new("上缴上级支出", "toSuperior", "remitted to superior units");

    /// <summary>经营支出.</summary>
    public static readonly Column Business = new("经营支出", "business", "business expenditure");

    /// <summary>对附属单位补助支出.</summary>
    public static readonly Column ToSubordinate = new("对附属单位补助支出", "toSubordinate", "subsidies to subordinate units");

    /// <summary>基本支出/人员经费.</summary>
    public static readonly Column BasicPersonnel = new("基本支出/人员经费", "basicPersonnel", "basic expenditure on personnel");

    /// <summary>基本支出/公用经费.</summary>
    public static readonly Column BasicPublic = new("基本支出/公用经费", "basicPublic", "basic expenditure on operations");

    /// <summary>人员经费.</summary>
    public static readonly Column Personnel = new("人员经费", "personnel", "personnel");

    /// <summary>公用经费.</summary>
    public static readonly Column Public = new("公用经费", "public", "operations");

    /// <summary>年初结转和结余.</summary>
    public static readonly Column Opening = new("年初结转和结余", "opening", "carried over at the beginning of the year");

    /// <summary>本年收入.</summary>
    public static readonly Column YearIncome = new("本年收入", "yearIncome", "income of the year");

    /// <summary>本年支出/合计.</summary>
    public static readonly Column YearTotal = new("本年支出/合计", "total", "expenditure of the year");

    /// <summary>本年支出/基本支出.</summary>
    public static readonly Column YearBasic = new("本年支出/基本支出", "basic", "basic expenditure of the year");

    /// <summary>本年支出/项目支出.</summary>
    public static readonly Column YearProject = new("本年支出/项目支出", "project", "project expenditure of the year");

    /// <summary>年末结转和结余.</summary>
    public static readonly Column Closing = new("年末结转和结余", "closing", "carried over at the end of the year");

    /// <summary>统计数.</summary>
    public static readonly Column Statistic = new("统计数", "statistic", "figure");

    /// <summary>总计 of 政府采购预算表.</summary>
    public static readonly Column GrandTotal = new("总计", "total", "total");

    /// <inheritdoc/>
    public override string ToString() => Path;
}
