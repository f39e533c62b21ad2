namespace GovBudget.Model;

/// <summary>What a section of the text is about.</summary>
public enum SectionKind
{
    /// <summary>None of those below.</summary>
    Other,

    /// <summary>主要职能, 部门职责.</summary>
    Duties,

    /// <summary>机构设置, 单位构成.</summary>
    Units,

    /// <summary>人员构成, 编制.</summary>
    Staffing,

    /// <summary>A table or the part that holds the tables.</summary>
    Tables,

    /// <summary>情况说明, 编制说明 as a whole; text before its first section.</summary>
    Explanation,

    /// <summary>收入支出总体情况.</summary>
    Overview,

    /// <summary>收入情况.</summary>
    Income,

    /// <summary>支出情况.</summary>
    Expenditure,

    /// <summary>财政拨款收入支出总体情况.</summary>
    FiscalOverview,

    /// <summary>财政拨款支出情况 of budgets that state it apart.</summary>
    FiscalExpenditure,

    /// <summary>一般公共预算财政拨款支出情况, and its 总体情况.</summary>
    GeneralPublic,

    /// <summary>Its 结构情况: shares of the classes.</summary>
    GeneralPublicStructure,

    /// <summary>Its 具体情况: item by item against the budget.</summary>
    GeneralPublicItems,

    /// <summary>一般公共预算财政拨款基本支出情况.</summary>
    BasicExpenditure,

    /// <summary>项目支出情况.</summary>
    ProjectExpenditure,

    /// <summary>“三公”经费情况, and its 总体情况.</summary>
    ThreePublic,

    /// <summary>Its 具体情况: trips, vehicles, guests.</summary>
    ThreePublicItems,

    /// <summary>政府性基金预算情况.</summary>
    GovernmentFunds,

    /// <summary>国有资本经营预算情况.</summary>
    StateCapital,

    /// <summary>机关运行经费情况.</summary>
    AgencyOperation,

    /// <summary>政府采购情况.</summary>
    Procurement,

    /// <summary>政府购买服务情况.</summary>
    PurchasedServices,

    /// <summary>国有资产占有使用情况: vehicles and equipment.</summary>
    Assets,

    /// <summary>预算绩效情况.</summary>
    Performance,

    /// <summary>其他重要事项.</summary>
    OtherMatters,

    /// <summary>重点工作完成情况.</summary>
    KeyWork,

    /// <summary>名词解释.</summary>
    Glossary,

    /// <summary>附件.</summary>
    Annex,

    /// <summary>目录.</summary>
    Contents,
}

/// <summary>Which kind a heading announces.</summary>
internal static class SectionKinds
{
    /// <summary>Words that a heading holds, in the order in which they are asked: the narrower kind first. <c>|</c> separates words of which one must stand
    /// there.</summary>
    private static readonly (SectionKind Kind, string[] All, SectionKind[] Under)[] Table =
    [
        (SectionKind.Contents, ["目录"], []),
        (SectionKind.Glossary, ["名词解释|名词及解释|专业名词"], []),
        (SectionKind.PurchasedServices, ["政府购买服务"], []),
        (SectionKind.ThreePublicItems, ["“三公”|三公经费", "具体情况"], []),
        (SectionKind.ThreePublic, ["“三公”|三公经费"], []),
        (SectionKind.GovernmentFunds, ["政府性基金"], []),
        (SectionKind.StateCapital, ["国有资本"], []),
        (SectionKind.AgencyOperation, ["机关运行"], []),
        (SectionKind.Procurement, ["政府采购"], []),
        (SectionKind.Assets, ["国有资产|公务用车情况|车辆情况"], []),
        (SectionKind.KeyWork, ["重点工作|工作任务|工作完成情况"], []),
        (SectionKind.Performance, ["绩效"], []),
        (SectionKind.BasicExpenditure, ["基本支出"], []),
        (SectionKind.ProjectExpenditure, ["项目支出|项目经费"], []),
        (SectionKind.GeneralPublicStructure, ["一般公共|财政拨款", "支出|当年拨款|本年拨款", "结构"], []),
        (SectionKind.GeneralPublicItems, ["一般公共|财政拨款", "支出|当年拨款|本年拨款", "具体"], []),
        (SectionKind.FiscalOverview, ["财政拨款", "收入支出|收支|收、支|收入、支出"], []),
        (SectionKind.GeneralPublic, ["一般公共", "支出|当年拨款|本年拨款"], []),
        (SectionKind.GeneralPublic, ["财政拨款支出", "总体"], [SectionKind.GeneralPublic]),
        (SectionKind.FiscalExpenditure, ["财政拨款", "支出"], []),
        (SectionKind.Overview, ["收入支出|收支|收、支|收入、支出", "情况|说明"], []),
        (SectionKind.Income, ["收入", "情况|说明"], []),
        (SectionKind.Expenditure, ["支出", "情况|说明"], []),
        (SectionKind.OtherMatters, ["其他重要事项|其他相关情况|其他事项|其它重要事项"], []),
        (SectionKind.Duties, ["职能|职责"], []),
        (SectionKind.Units, ["机构设置|单位构成|单位情况|单位范围"], []),
        (SectionKind.Staffing, ["人员构成|人员情况|人员编制"], []),
        (SectionKind.Explanation, ["情况说明|编制说明|情况的说明"], []),
        (SectionKind.Units, ["概况"], []),
        (SectionKind.Annex, ["附件"], []),
    ];

    private static readonly SectionKind[] Structural = [SectionKind.Contents, SectionKind.Glossary, SectionKind.Annex];

    /// <summary>The kind a title announces under a section of that kind; null where it announces none.</summary>
    public static SectionKind? Find(string title, SectionKind under)
    {
        if (title.EndsWith('表') || title.EndsWith("情况表", StringComparison.Ordinal)) return SectionKind.Tables;
        if (title.Contains("预决算信息公开", StringComparison.Ordinal)) return null;
        foreach (var (kind, all, parents) in Table)
        {
            if (parents.Length > 0 && !parents.Contains(under)) continue;
            if (all.All(any => any.Split('|').Any(word => title.Contains(word, StringComparison.Ordinal)))) return kind;
        }
        return null;
    }

    /// <summary>Whether text of such a section never opens a new section unless its heading is numbered like one of a part.</summary>
    public static bool IsStructural(SectionKind kind) => Structural.Contains(kind);
}
