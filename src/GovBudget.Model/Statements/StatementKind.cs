namespace GovBudget.Model;

/// <summary>The official tables of budgets and final accounts. The same kind serves both families; its name in each is that of its form.</summary>
public enum StatementKind
{
    /// <summary>A table that no form knows; kept whole.</summary>
    Other,

    /// <summary>收入支出决算总表（公开01）, 收支预算总表（表1）.</summary>
    Summary,

    /// <summary>收入决算表（公开02）, 收入预算总表（表2）.</summary>
    Income,

    /// <summary>支出决算表（公开03）, 支出预算总表（表3）.</summary>
    Expenditure,

    /// <summary>财政拨款收入支出决算总表（公开04）, 财政拨款收支预算总表（表4）.</summary>
    FiscalSummary,

    /// <summary>一般公共预算财政拨款支出决算表（公开05）, 一般公共预算支出表（表5）.</summary>
    GeneralPublic,

    /// <summary>一般公共预算财政拨款基本支出决算表（公开06）, 一般公共预算基本支出表（表6）.</summary>
    Basic,

    /// <summary>政府性基金预算财政拨款收入支出决算表（公开07）, 政府性基金预算支出表（表8）.</summary>
    GovernmentFund,

    /// <summary>国有资本经营预算财政拨款支出决算表（公开08）, 国有资本经营预算支出表（表9）.</summary>
    StateCapital,

    /// <summary>财政拨款“三公”经费支出决算表（公开09）, “三公”经费预算表（表7）.</summary>
    ThreePublic,

    /// <summary>“三公”经费、会议费、培训费支出表 (budgets of some provinces).</summary>
    MeetingTraining,

    /// <summary>机关运行经费支出（决算）表.</summary>
    Operating,

    /// <summary>政府采购情况表, 政府采购预算表.</summary>
    Procurement,

    /// <summary>决算公开相关信息统计表（公开10）.</summary>
    Statistics,

    /// <summary>项目支出表（表10）.</summary>
    Projects,

    /// <summary>财政拨款支出表 by functional code, all funds (budgets of some provinces).</summary>
    FiscalExpenditure,

    /// <summary>财政拨款基本支出表 by economic code, all funds (budgets of some provinces).</summary>
    FiscalBasic,
}
