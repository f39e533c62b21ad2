using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>Lines of tables that are of neither subjects nor sources: projects, procurement, statistics; and a table that no form prescribes.</summary>
internal static class OtherParts
{
    private static readonly string[] VehicleUses = ["副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部服务用车", "其他用车"];

    private static readonly (string Kind, string Item)[] Bought = [("货物A", "台式计算机"), ("工程B", "房屋修缮"), ("服务C", "物业管理服务")];

    /// <summary>The projects by unit, below 合计 and the department.</summary>
    public static ValueList<ProjectLine> Projects(Ledger ledger, List<Flow> flows, Measure[] measures, TableParts parts)
    {
        var projects = flows.GroupBy(f => (f.Unit, f.Spent!.Project)).OrderBy(g => g.Key.Unit).Select((g, i) => new ProjectLine
        {
            Code = $"42{ledger.Units[g.Key.Unit].Code}{Text(ledger.Year)[2..]}T{(i + 1).ToString("000000000", CultureInfo.InvariantCulture)}",
            Label = g.Key.Project!,
            Figures = parts.Sums(g, measures),
            Texts = [KeyValuePair.Create("项目单位", ledger.Units[g.Key.Unit].Name)],
        }).ToList();
        if (projects.Count == 0) return default;
        var all = parts.Sums(flows, measures);
        return [new ProjectLine { Label = "合计", Figures = all },
            new ProjectLine { Code = ledger.Units[0].Code[..3], Label = ledger.Organisation, Figures = all }, .. projects];
    }

    /// <summary>What is bought, by kind and item.</summary>
    public static ValueList<StatementLine> Procurement(Ledger ledger, PrintStyle style)
    {
        StatementLine Line(string[] path, string label, decimal yuan) => new() { Path = [.. path], Label = label, Figures = style.Figures([("总计", yuan)]) };
        return
        [
            Line([], "合计", ledger.Procurement.Sum()),
            .. Bought.Zip(ledger.Procurement).Where(b => b.Second > 0).SelectMany(b => (StatementLine[])
                [Line([], b.First.Kind, b.Second), Line([b.First.Kind], "商品和服务支出", b.Second),
                    Line([b.First.Kind, "商品和服务支出", b.First.Item], "分散自行组织", b.Second)]),
        ];
    }

    /// <summary>决算公开相关信息统计表.</summary>
    public static DisclosureStatistics Statistics(Ledger ledger, PrintStyle style)
    {
        var number = 0;
        StatisticLine Line(string label,
            Amount? amount) => new() { Label = label, RowNumber = Text(++number), Figures = default(Figures).With(Column.Statistic, amount) };
        Amount? Count(int count, Unit unit) => count == 0 && style.Zeros == ZeroStyle.Blank ? null : new Amount(count, unit);
        var operating = ledger.Spent(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Basic } && !SubjectPool.IsPersonnel(s.Economic));
        return new DisclosureStatistics
        {
            Title = "部门决算公开相关信息统计表",
            Columns = ["统计数"],
            Notes = ["注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。"],
            Lines =
            [
                new() { Label = "一、政府采购情况" }, Line("合计", style.Print(ledger.Procurement.Sum())),
                Line("货物", style.Print(ledger.Procurement[0])), Line("工程", style.Print(ledger.Procurement[1])), Line("服务", style.Print(ledger.Procurement[2])),
                Line("二、机关运行经费", style.Print(operating)), Line("（一）行政单位", style.Print(operating)), Line("（二）参照公务员法管理事业单位", style.Print(0)),
                new() { Label = "三、国有资产占用情况" }, Line("（一）车辆数合计（辆）", Count(ledger.Vehicles.Sum(), Unit.Vehicle)),
                .. VehicleUses.Select((use, i) => Line($"{Text(i + 1)}. {use}", Count(ledger.Vehicles[i], Unit.Vehicle))),
                Line("（二）单价100万元（含）以上设备（不含车辆）", Count(0, Unit.Set)),
            ],
        };
    }

    /// <summary>The general public budget by government economic code, a table that no form prescribes.</summary>
    public static OtherTable GovernmentEconomic(List<Flow> flows, TableParts parts)
    {
        var spent = flows.FindAll(f => f.Stage == Stage.Spending);
        ValueList<string> columns = ["合计", "基本支出", "项目支出"];
        var measures = FormWords.Columns(columns, isIncome: false);
        var codes = spent.Select(Code).Distinct().SelectMany(c => (string[])[c[..3], c]).Distinct().Order(StringComparer.Ordinal);
        return new OtherTable
        {
            Title = "政府预算支出经济分类情况表",
            Columns = columns,
            Lines =
            [
                new StatementLine { Label = "合计", Figures = parts.Sums(spent, measures) },
                .. codes.Select(code => new StatementLine
                {
                    Code = code,
                    Label = parts.Pool.Catalog.Find(code)!.Name,
                    Figures = parts.Sums(spent.Where(f => Code(f).StartsWith(code, StringComparison.Ordinal)), measures),
                }),
            ],
        };

        static string Code(Flow flow) => flow.Spent!.Economic.ToString()[..3] switch { "301" => "50101", "302" => "50201", "303" => "50901", _ => "50306" };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
