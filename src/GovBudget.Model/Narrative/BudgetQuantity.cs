using System.Collections.Frozen;

namespace GovBudget.Model;

/// <summary>The quantities that narratives state of every document.</summary>
public enum BudgetQuantity
{
    /// <summary>Something of the document's own (a project, a list item, an expense item): see the name.</summary>
    Other,

    /// <summary>A functional subject: see the path.</summary>
    Function,

    /// <summary>收入支出总计, both at once.</summary>
    GrandTotal,

    /// <summary>收入总计.</summary>
    IncomeTotal,

    /// <summary>支出总计.</summary>
    ExpenditureTotal,

    /// <summary>本年收入合计.</summary>
    Income,

    /// <summary>本年支出合计.</summary>
    Expenditure,

    /// <summary>财政拨款收入支出总计.</summary>
    FiscalTotal,

    /// <summary>财政拨款收入.</summary>
    FiscalIncome,

    /// <summary>财政拨款支出.</summary>
    FiscalExpenditure,

    /// <summary>一般公共预算财政拨款收入.</summary>
    GeneralPublicIncome,

    /// <summary>一般公共预算财政拨款支出.</summary>
    GeneralPublicExpenditure,

    /// <summary>政府性基金预算财政拨款.</summary>
    GovernmentFunds,

    /// <summary>国有资本经营预算财政拨款.</summary>
    StateCapital,

    /// <summary>上级补助收入.</summary>
    SuperiorSubsidy,

    /// <summary>事业收入.</summary>
    InstitutionalIncome,

    /// <summary>经营收入.</summary>
    OperatingIncome,

    /// <summary>附属单位上缴收入.</summary>
    SubordinateRemittance,

    /// <summary>其他收入.</summary>
    OtherIncome,

    /// <summary>基本支出.</summary>
    BasicExpenditure,

    /// <summary>项目支出.</summary>
    ProjectExpenditure,

    /// <summary>上缴上级支出.</summary>
    RemittanceToSuperior,

    /// <summary>经营支出.</summary>
    OperatingExpenditure,

    /// <summary>对附属单位补助支出.</summary>
    SubsidyToSubordinates,

    /// <summary>人员经费.</summary>
    Personnel,

    /// <summary>公用经费.</summary>
    PublicUse,

    /// <summary>年初结转和结余.</summary>
    OpeningBalance,

    /// <summary>年末结转和结余.</summary>
    ClosingBalance,

    /// <summary>“三公”经费.</summary>
    ThreePublic,

    /// <summary>因公出国（境）费.</summary>
    Abroad,

    /// <summary>公务用车购置及运行维护费.</summary>
    Vehicles,

    /// <summary>公务用车购置费.</summary>
    VehiclePurchase,

    /// <summary>公务用车运行维护费.</summary>
    VehicleRunning,

    /// <summary>公务接待费.</summary>
    Reception,

    /// <summary>国内公务接待.</summary>
    DomesticReception,

    /// <summary>外宾接待.</summary>
    ForeignReception,

    /// <summary>会议费.</summary>
    Meetings,

    /// <summary>培训费.</summary>
    Training,

    /// <summary>机关运行经费.</summary>
    AgencyOperation,

    /// <summary>政府采购.</summary>
    Procurement,

    /// <summary>政府采购货物.</summary>
    ProcurementGoods,

    /// <summary>政府采购工程.</summary>
    ProcurementWorks,

    /// <summary>政府采购服务.</summary>
    ProcurementServices,

    /// <summary>授予中小企业合同金额.</summary>
    ProcurementSmallMedium,

    /// <summary>授予小微企业合同金额.</summary>
    ProcurementSmallMicro,

    /// <summary>Number of vehicles: 共有车辆.</summary>
    VehicleCount,

    /// <summary>Number of official cars held: 公务用车保有量.</summary>
    VehiclesHeld,

    /// <summary>Number of official cars bought: 购置公务用车.</summary>
    VehiclesBought,

    /// <summary>Groups sent abroad: 因公出国（境）团组.</summary>
    GroupsAbroad,

    /// <summary>Groups of guests: 来访团组.</summary>
    GuestGroups,
}

/// <summary>Names of the quantities: the canonical one and those printed instead of it.</summary>
public static class BudgetQuantities
{
    /// <summary>Quantity, canonical name, other printed names. Measures (年初预算, 决算 …) are cut off before a name is looked up.</summary>
    private static readonly (BudgetQuantity Quantity, string Name, string[] Aliases)[] Table =
    [
        (BudgetQuantity.GrandTotal, "收入支出总计",
            ["收、支总计", "收支总计", "收入、支出总计", "收入、支出预算总计", "收、支预算总计", "收支总预算", "收支预算总计", "收、支总预算", "收入支出预算总计", "收入、支出决算总计", "收支总额", "收入支出总额", "收入支出决算总计", "收、支决算总计",
                "收入支出总体", "收支总体", "收支", "收入总计、支出总计", "收入总计和支出总计"]),
        (BudgetQuantity.IncomeTotal, "收入总计", ["收入预算总计", "收入预算", "收入决算总计", "收入总预算", "预算总收入", "预算收入", "预算收入合计"]),
        (BudgetQuantity.ExpenditureTotal, "支出总计", ["支出预算总计", "支出预算", "支出决算总计", "支出总预算", "预算总支出", "预算支出", "预算支出合计"]),
        (BudgetQuantity.Income, "本年收入合计", ["收入合计", "本年收入", "收入预算合计", "本年收入预算合计", "收入决算合计", "收入", "总收入"]),
        (BudgetQuantity.Expenditure, "本年支出合计", ["支出合计", "本年支出", "支出预算合计", "本年支出预算合计", "支出决算合计", "支出", "总支出"]),
        (BudgetQuantity.FiscalTotal, "财政拨款收入支出总计",
            ["财政拨款收、支总计", "财政拨款收支总计", "财政拨款收支总预算", "财政拨款收、支总预算", "财政拨款收入、支出总计", "财政拨款收支预算总计", "财政拨款收入支出", "财政拨款总收支", "财政拨款总收入、总支出", "财政拨款收入总计、支出总计", "财政拨款收入总计和支出总计"]),
        (BudgetQuantity.FiscalIncome, "财政拨款收入", ["财政拨款收入总计", "财政拨款收入预算总计", "财政拨款收入合计", "本年财政拨款收入", "财政拨款收入预算", "财政拨款本年收入"]),
        (BudgetQuantity.FiscalExpenditure, "财政拨款支出", ["财政拨款支出总计", "财政拨款支出合计", "财政拨款支出预算", "本年财政拨款支出", "财政拨款预算支出", "财政拨款本年支出"]),
        (BudgetQuantity.GeneralPublicIncome, "一般公共预算财政拨款收入",
            ["一般公共预算收入", "一般公共预算拨款收入", "一般公共预算财政拨款本年收入", "一般公共预算收入预算", "一般公共预算本年拨款", "一般公共预算当年拨款", "一般公共预算当年财政拨款", "一般公共预算当年拨款收入", "一般公共预算拨款", "一般公共预算本年拨款收入"]),
        (BudgetQuantity.GeneralPublicExpenditure, "一般公共预算财政拨款支出",
            ["一般公共预算拨款支出", "一般公共预算支出", "一般公共预算财政拨款支出预算", "一般公共预算财政拨款支出合计", "一般公共预算财政拨款支出总计", "一般公共预算支出合计", "一般公共预算拨款支出预算", "一般公共预算财政拨款决算支出", "一般公共预算财政拨款本年支出"]),
        (BudgetQuantity.GovernmentFunds, "政府性基金预算财政拨款",
            ["政府性基金预算财政拨款支出", "政府性基金预算财政拨款收入", "政府性基金拨款支出", "政府性基金拨款支出预算", "政府性基金预算支出", "政府性基金支出", "政府性基金支出预算", "政府性基金预算财政拨款本年支出", "政府性基金预算拨款收入", "政府性基金预算收入",
                "政府性基金预算拨款支出", "政府性基金拨款收入", "政府性基金拨款"]),
        (BudgetQuantity.StateCapital, "国有资本经营预算财政拨款",
            ["国有资本经营预算财政拨款支出", "国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款本年支出", "国有资本经营预算拨款支出", "国有资本经营预算拨款支出预算", "国有资本经营预算支出", "国有资本经营预算收入", "国有资本经营预算拨款收入"]),
        (BudgetQuantity.SuperiorSubsidy, "上级补助收入", []),
        (BudgetQuantity.InstitutionalIncome, "事业收入", []),
        (BudgetQuantity.OperatingIncome, "经营收入", ["事业单位经营收入"]),
        (BudgetQuantity.SubordinateRemittance, "附属单位上缴收入", []),
        (BudgetQuantity.OtherIncome, "其他收入", []),
        (BudgetQuantity.BasicExpenditure, "基本支出", ["一般公共预算财政拨款基本支出", "一般公共预算基本支出", "财政拨款基本支出", "财政拨款基本支出预算", "一般公共预算财政拨款基本支出预算", "基本支出预算", "一般公共财政拨款基本支出"]),
        (BudgetQuantity.ProjectExpenditure, "项目支出", ["一般公共预算项目支出", "项目支出预算", "项目支出总额", "项目经费", "项目支出合计"]),
        (BudgetQuantity.RemittanceToSuperior, "上缴上级支出", []),
        (BudgetQuantity.OperatingExpenditure, "经营支出", ["事业单位经营支出"]),
        (BudgetQuantity.SubsidyToSubordinates, "对附属单位补助支出", []),
        (BudgetQuantity.Personnel, "人员经费", ["人员支出", "人员经费合计", "人员经费支出"]),
        (BudgetQuantity.PublicUse, "公用经费", ["公用支出", "公用经费合计", "日常公用经费", "公用经费支出"]),
        (BudgetQuantity.OpeningBalance, "年初结转和结余", ["上年结转", "上年结转结余", "年初结转结余", "上年结转和结余", "年初财政拨款结转和结余", "一般公共预算上年结转"]),
        (BudgetQuantity.ClosingBalance, "年末结转和结余", ["年末结转", "年终结转结余", "结转下年", "年末财政拨款结转和结余", "年末结转结余"]),
        (BudgetQuantity.ThreePublic, "“三公”经费",
            ["财政拨款三公经费", "财政拨款三公经费支出", "一般公共预算财政拨款三公经费", "一般公共预算三公经费", "一般公共预算财政拨款三公经费支出", "三公经费一般公共预算财政拨款", "三公经费一般公共预算", "三公", "三公各项费用", .. Spent("三公经费")]),
        (BudgetQuantity.Abroad, "因公出国（境）费", [.. Spent("因公出国（境）", "因公出国", "因公出国（境）考察", "因公出国、出境", "出国（境）")]),
        (BudgetQuantity.Vehicles, "公务用车购置及运行维护费",
            ["公务用车费",
                .. Spent("公务用车购置及运行", "公务用车购置和运行", "公务用车购置与运行", "公务用车购置及运行维护", "公务用车购置和运行维护", "公务用车及运行维护", "公务用车购置、运行维护", "公务车购置及运行", "公务车购置及运行维护", "公车购置及运行",
                    "公车购置及运行维护", "购置及运行维护", "车辆购置及运行", "车辆购置及运行维护", "公务车辆购置及运行", "公务车辆购置及运行维护", "公务用车购置及运维")]),
        (BudgetQuantity.VehiclePurchase, "公务用车购置费", [.. Spent("公务用车购置", "公务车购置", "公车购置")]),
        (BudgetQuantity.VehicleRunning, "公务用车运行维护费", [.. Spent("公务用车运行", "公务用车运行维护", "公务用车维护", "公务用车运行及维护", "公务车运行", "公务车运行维护", "公车运行", "公车运行维护", "公车运行及维护",
            "公务用车运维", "公务车辆运行", "公务车辆运行维护")]),
        (BudgetQuantity.Reception, "公务接待费", ["接待费", .. Spent("公务接待")]),
        (BudgetQuantity.DomesticReception, "国内公务接待", [.. Spent("国内公务接待", "国内接待")]),
        (BudgetQuantity.ForeignReception, "外宾接待", ["含外宾接待支出", .. Spent("外宾接待", "外事接待", "国（境）外接待", "国（境）外公务接待")]),
        (BudgetQuantity.Meetings, "会议费", [.. Spent("会议费")]),
        (BudgetQuantity.Training, "培训费", [.. Spent("培训费")]),
        (BudgetQuantity.AgencyOperation, "机关运行经费", ["一般公共预算机关运行经费", "财政拨款的机关运行经费", "的机关运行经费", .. Spent("机关运行经费", "机构运行经费"), "机关运行费", "一般公共预算财政拨款运行经费"]),
        (BudgetQuantity.Procurement, "政府采购",
            ["政府采购支出总额", "政府采购支出", "政府采购支出合计", "政府采购总额", "政府采购金额", "政府采购预算支出合计", "政府采购预算总金额", "政府采购预算总额", "政府采购金额（以合同签订为准）", "采购支出总额", "政府采购预算金额", "政府采购资金",
                "政府采购预算资金"]),
        (BudgetQuantity.ProcurementGoods, "政府采购货物", ["政府采购货物支出", "货物采购金额", "货物类", "货物支出", "货物支出金额", "拟购买货物", "政府采购货物预算"]),
        (BudgetQuantity.ProcurementWorks, "政府采购工程", ["政府采购工程支出", "工程采购金额", "工程类", "工程支出", "工程支出金额", "拟购买工程", "政府采购工程预算"]),
        (BudgetQuantity.ProcurementServices, "政府采购服务", ["政府采购服务支出", "服务采购金额", "服务类", "服务支出", "服务支出金额", "拟购买服务", "政府采购服务预算"]),
        (BudgetQuantity.ProcurementSmallMedium, "授予中小企业合同金额", ["政府采购授予中小企业合同金额"]),
        (BudgetQuantity.ProcurementSmallMicro, "授予小微企业合同金额", ["政府采购授予小微企业合同金额"]),
        (BudgetQuantity.VehicleCount, "车辆", ["共有车辆", "部门（单位）共有车辆", "车辆总数", "共有公务用车"]),
        (BudgetQuantity.VehiclesHeld, "公务用车保有量", ["公务用车保有量共", "公务用车保有数量", "公务用车保有", "公务用车保", "公务用车实际保有量", "公务车保有量", "公务车辆保有量", "公务用车保用量", "车辆保有量", "保有量",
            "公务用车保有数"]),
        (BudgetQuantity.VehiclesBought, "购置公务用车", ["购置（更新）公务用车", "本年度购置（更新）公务用车", "本年度购置公务用车", "共购置公务用车", "使用财政拨款共购置公务用车", "使用财政拨款购置公务用车", "购置车辆", "公务用车购置数",
            "公务用车购置数量", "公务用车购置辆数", "购置公务用车数"]),
        (BudgetQuantity.GroupsAbroad, "因公出国（境）团组", ["出国团组", "出国（境）团组", "安排因公出国（境）团组", "支出涉及出国（境）团组", "涉及出国（境）团组", "因公出国（境）团组数", "因公出国（境）团组数量", "出国（境）团组数",
            "出国（境）团组数量", "出国", "团组"]),
        (BudgetQuantity.GuestGroups, "来访团组", ["接待来访团组", "共接待来访团组", "接待国内来访团组", "共接待国内来访团组", "国内来访团组"]),
    ];

    /// <summary>The names of money spent on something, as they are printed: 公务接待, 公务接待费, 公务接待费用支出, 公务接待费支出合计 …</summary>
    private static IEnumerable<string> Spent(params string[] things)
    {
        string[] ends = ["", "支出", "合计", "支出合计", "合计支出", "总计", "总额", "支出总额", "总支出", "支出总计", "安排", "财政拨款", "财政拨款支出", "预算总计", "预算合计", "预算总额", "支出预算总额", "支出预算合计",
            "决算总额", "决算总计", "支出决算总额", "预算总数", "实际发生额", "实际支出"];
        foreach (var thing in things)
        {
            string[] names = thing[^1] == '费' ? [thing] : [thing, thing + "费", thing + "费用", thing + "经费"];
            foreach (var name in names) foreach (var end in ends) yield return name + end;
        }
    }

    private static readonly FrozenDictionary<BudgetQuantity, string> Names = Table.ToFrozenDictionary(r => r.Quantity, r => r.Name);

    private static readonly FrozenDictionary<string, BudgetQuantity> ByName = Table
        .SelectMany(r => r.Aliases.Prepend(r.Name).Select(a => (Name: Plain(a), r.Quantity)))
        .DistinctBy(p => p.Name)
        .ToFrozenDictionary(p => p.Name, p => p.Quantity);

    private static readonly FrozenDictionary<string, BudgetQuantity>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The canonical name; empty for <see cref="BudgetQuantity.Other"/> and <see cref="BudgetQuantity.Function"/>.</summary>
    public static string NameOf(BudgetQuantity quantity) => Names.GetValueOrDefault(quantity, "");

    /// <summary>The quantity of that printed name (quotation marks count for nothing); <see cref="BudgetQuantity.Other"/> where it is none.</summary>
    public static BudgetQuantity Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.GetValueOrDefault(Plain(name));
    }

    /// <summary>The longest known name at the end of the text, and how long it is; (Other, 0) where none is.</summary>
    internal static (BudgetQuantity Quantity, int Length) FindAtEnd(string text)
    {
        for (var start = 0; start < text.Length - 2; start++)
        {
            if (Lookup.TryGetValue(text.AsSpan(start), out var quantity)) return (quantity, text.Length - start);
        }
        return (BudgetQuantity.Other, 0);
    }

    internal static string Plain(string name) =>
        name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
}
