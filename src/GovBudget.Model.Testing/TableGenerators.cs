using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Draws tables that no form knows: nested labels, codes, other years, changes in per cent, remarks, dashes, negative figures. They need not add
/// up.</summary>
public static class TableGenerators
{
    private static readonly string[] Subjects = ["专项资金安排", "转移支付分配", "国有资产配置", "债务余额", "购买服务项目"];
    private static readonly string[] Words = ["会议保障", "设备更新", "房屋维修", "信息系统", "人员培训", "档案管理", "下乡补助", "应急储备"];
    private static readonly string[] Plain = ["合计", "金额", "本级支出", "补助下级", "财政拨款/小计", "财政拨款/一般公共预算", "财政拨款/政府性基金预算", "单位资金", "数量"];

    /// <summary>A table that no form knows, of that year.</summary>
    /// <param name="year">The document's year.</param>
    public static Gen<OtherTable> Other(int year) =>
        from subject in Gen.Elements(Subjects)
        from plain in Gen.SubListOf(Plain)
        from others in Gen.SubListOf(OtherYears(year))
        let columns = plain.Concat(others).DefaultIfEmpty("合计").ToValueList()
        from depth in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 2)))
        from coded in depth > 0 ? Gen.Constant(false) : Gen.Elements(true, false)
        from unit in Gen.Elements(Unit.WanYuan, Unit.WanYuan, Unit.Yuan)
        from remarks in Gen.Elements(true, false)
        from count in Gen.Choose(1, 8)
        from lines in Gen.ArrayOf(Line(columns, depth, coded, remarks, unit), count)
        where lines.Any(line => line.Figures.Any(figure => figure.Value is not null)) // a table of words alone is none of money
        from notes in Gen.SubListOf(["注：本表反映部门有关情况。", "2. 尾数可能有误差。"])
        select new OtherTable
        {
            Title = $"{year.ToString(CultureInfo.InvariantCulture)}年{subject}情况表",
            Label = "附表3",
            Organisation = "清江市财政局",
            Year = year,
            Unit = unit,
            Columns = columns,
            Lines = lines.ToValueList(),
            Notes = notes is [_, _] or ["注：本表反映部门有关情况。"] ? notes.ToValueList() : default,
        };

    private static string[] OtherYears(int year)
    {
        var before = (year - 1).ToString(CultureInfo.InvariantCulture);
        return [$"{before}年执行数", $"{before}年预算数/基本支出", $"{before}年预算数/项目支出", "比上年增减/增减额", "比上年增减/增减%"];
    }

    private static Gen<StatementLine> Line(ValueList<string> columns, int depth, bool coded, bool remarks, Unit unit) =>
        from label in Gen.Elements(Words)
        from levels in Gen.Choose(0, depth)
        from path in Gen.ArrayOf(Gen.Elements(Words), levels)
        from code in coded ? FunctionalCodes : Gen.Constant("")
        from figures in Figures(columns, unit)
        from remark in remarks ? Gen.Elements("", "待定", "据实结算") : Gen.Constant("")
        select new StatementLine
        {
            Label = label,
            Path = path.ToValueList(),
            Code = code.Length == 0 ? null : code,
            Figures = figures,
            Texts = remark.Length == 0 ? default : [KeyValuePair.Create("备注", remark)],
        };

    private static Gen<string> FunctionalCodes => Gen.Frequency((4, LedgerGenerators.FunctionalCode(2023).Select(c => c.ToString())), (1, Gen.Constant("")));

    private static Gen<Figures> Figures(ValueList<string> columns, Unit unit) =>
        from values in Gen.CollectToArray(columns, _ => Gen.Frequency((5, LedgerGenerators.Amount.Select(a => (Amount?)a)), (2, Gen.Constant<Amount?>(null))))
        from dashes in Gen.CollectToArray(columns, _ => Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true))))
        select columns.Select((column, i) => (column, i)).Aggregate(default(Model.Figures), (figures, c) => dashes[c.i]
            ? figures.WithDash(c.column)
            : figures.With(c.column, values[c.i] is { } amount ? new Amount(amount.Value, c.column.EndsWith('%') ? Unit.Percent : unit) : null));
}
