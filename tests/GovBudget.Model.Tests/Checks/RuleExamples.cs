namespace GovBudget.Model.Tests.Checks;

/// <summary>One change to a consistent document that a rule must report.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Document">The consistent document, in which the rule runs and finds nothing: its passing example.</param>
/// <param name="Before">The row or heading changed, as the document has it.</param>
/// <param name="After">What it is changed to.</param>
public sealed record RuleExample(string Rule, string Document, string Before, string After);

/// <summary>The failing example of every rule.</summary>
internal static class RuleExamples
{
    private const string InStep = """
        合计: 合计=100.00 基本支出=60.00 项目支出=40.00
        207 文化旅游体育与传媒支出: 合计=50.00 基本支出=30.00 项目支出=20.00
        20701 文化和旅游: 合计=50.00 基本支出=30.00 项目支出=20.00
        2070101 行政运行: 合计=30.00 基本支出=30.00
        2070109 群众文化: 合计=20.00 项目支出=20.00
        208 社会保障和就业支出: 合计=21.00 基本支出=21.00
        20805 行政事业单位养老支出: 合计=21.00 基本支出=21.00
        2080501 行政单位离退休: 合计=9.00 基本支出=9.00
        2080505 机关事业单位基本养老保险缴费支出: 合计=12.00 基本支出=12.00
        221 住房保障支出: 合计=29.00 基本支出=9.00 项目支出=20.00
        22102 住房改革支出: 合计=29.00 基本支出=9.00 项目支出=20.00
        2210201 住房公积金: 合计=8.00 基本支出=8.00
        2210203 购房补贴: 合计=21.00 基本支出=1.00 项目支出=20.00
        """;

    /// <summary>The same with two subjects too many among the names.</summary>
    private const string OutOfStep = """
        合计: 合计=100.00 基本支出=60.00 项目支出=40.00
        207 文化旅游体育与传媒支出: 合计=50.00 基本支出=30.00 项目支出=20.00
        20701 文化和旅游: 合计=50.00 基本支出=30.00 项目支出=20.00
        2070101 行政运行: 合计=30.00 基本支出=30.00
        2070109 群众文化: 合计=20.00 项目支出=20.00
        20702 文物: 合计=21.00 基本支出=21.00
        2070204 文物保护: 合计=21.00 基本支出=21.00
        208 社会保障和就业支出: 合计=9.00 基本支出=9.00
        20805 行政事业单位养老支出: 合计=12.00 基本支出=12.00
        2080501 行政单位离退休: 合计=29.00 基本支出=9.00 项目支出=20.00
        2080505 机关事业单位基本养老保险缴费支出: 合计=29.00 基本支出=9.00 项目支出=20.00
        221 住房保障支出: 合计=8.00 基本支出=8.00
        22102 住房改革支出: 合计=21.00 基本支出=1.00 项目支出=20.00
        """;

    private const string TwoTables = $"决算 2023 青山区文化和旅游局\n# Expenditure\n{InStep}\n# GeneralPublic\n{InStep}";

    /// <summary>Those of rules over tables.</summary>
    public static IReadOnlyList<RuleExample> Tables { get; } =
    [
        Accounts("summary.year-total", "收 行27 本年收入合计: 128.00", "收 行27 本年收入合计: 138.00"),
        Accounts("summary.grand-total", "收 行29 年初结转和结余: 6.00", "收 行29 年初结转和结余: 6.30"),
        Accounts("summary.balance", "支 行62 总计: 135.00", "支 行62 总计: 135.02"),
        Accounts("summary.detail", "收 行29 一般公共预算财政拨款: 4.00", "收 行29 一般公共预算财政拨款: 3.00"),
        ByPurpose("summary.purpose", "途 二、项目支出: 20.00\n# Income", "途 二、项目支出: 21.00\n# Income"),
        Accounts("income.columns", "合计: 合计=128.00 财政拨款收入=125.00 其他收入=3.00", "合计: 合计=128.00 财政拨款收入=125.00"),
        Accounts("expenditure.columns", "2101501 行政运行: 合计=54.00 基本支出=54.00", "2101501 行政运行: 合计=54.00 基本支出=54.00 项目支出=1.00"),
        Accounts("fiscal.columns", "支出/合计=71.00 支出/一般公共预算财政拨款=71.00", "支出/合计=71.00 支出/一般公共预算财政拨款=70.98"),
        Accounts("general.columns", "合计: 合计=101.00 基本支出=81.00 项目支出=20.00", "合计: 合计=101.00 基本支出=81.00 项目支出=20.20"),
        Budget("basic.columns", "302 商品和服务支出: 合计=15.00 公用经费=15.00", "302 商品和服务支出: 合计=15.00 公用经费=14.00"),
        Accounts("government-fund.columns", "212 城乡社区支出: 年初结转和结余=0.00 本年收入=20.00 本年支出/合计=18.00 本年支出/项目支出=18.00",
            "212 城乡社区支出: 年初结转和结余=0.00 本年收入=20.00 本年支出/合计=18.00 本年支出/项目支出=17.00"),
        Accounts("state-capital.columns", "22301 解决历史遗留问题及改革成本支出: 本年收入=5.00 本年支出/合计=5.00 本年支出/项目支出=5.00",
            "22301 解决历史遗留问题及改革成本支出: 本年收入=5.00 本年支出/合计=5.00 本年支出/项目支出=4.00"),
        Budget("project.columns", "4202 征地补偿: 合计=10.00", "4202 征地补偿: 合计=12.00"),
        ByPurpose("meeting.columns", "“三公”经费/小计=3.00", "“三公”经费/小计=3.50"),
        ByPurpose("other.columns", "50101 工资奖金津补贴: 合计=5.00 一般债务=2.00 专项债务=3.00", "50101 工资奖金津补贴: 合计=5.00 一般债务=2.00 专项债务=4.00"),
        Accounts("government-fund.closing", "本年支出/基本支出=0.00 本年支出/项目支出=18.00 年末结转和结余=2.00", "本年支出/基本支出=0.00 本年支出/项目支出=18.00 年末结转和结余=38.00"),
        Accounts("state-capital.closing", "本年支出/项目支出=5.00 年末结转和结余=0.00", "本年支出/项目支出=5.00 年末结转和结余=10.00"),
        Accounts("codes.functional-roll-up", "2101501 行政运行: 合计=53.00 财政拨款收入=50.00 其他收入=3.00", "2101501 行政运行: 合计=52.50 财政拨款收入=49.50 其他收入=3.00"),
        Accounts("codes.economic-roll-up", "30201 办公费: 15.50", "30201 办公费: 15.05"),
        ByPurpose("codes.government-economic-roll-up", "50101 工资奖金津补贴: 合计=5.00 一般债务=2.00", "50101 工资奖金津补贴: 合计=5.00 一般债务=1.00"),
        Accounts("codes.total-row", "合计: 合计=127.00 基本支出=84.00 项目支出=43.00", "合计: 合计=127.00 基本支出=84.00 项目支出=44.00"),
        Accounts("basic.personnel", "人员经费合计: 62.00", "人员经费合计: 26.00"),
        Accounts("basic.operations", "公用经费合计: 19.00", "公用经费合计: 19.10"),
        Accounts("codes.duplicate", "2101502 一般行政管理事务: 合计=20.00 财政拨款收入=20.00", "2101501 一般行政管理事务: 合计=20.00 财政拨款收入=20.00"),
        Accounts("codes.missing-parent", "21015 医疗保障管理事务: 合计=71.00 基本支出=51.00 项目支出=20.00\n", ""),
        new("codes.rows-shifted", TwoTables, $"# GeneralPublic\n{InStep}", $"# GeneralPublic\n{OutOfStep}"),
        Accounts("codes.order", "2101501 行政运行: 合计=51.00 基本支出=51.00\n2101502 一般行政管理事务: 合计=20.00 项目支出=20.00\n# Basic",
            "2101502 一般行政管理事务: 合计=20.00 项目支出=20.00\n2101501 行政运行: 合计=51.00 基本支出=51.00\n# Basic"),
        Accounts("three-public.total", "决算数/合计=4.50", "决算数/合计=4.00"),
        Accounts("three-public.vehicles", "决算数/公务用车运行维护费=4.00", "决算数/公务用车运行维护费=3.90"),
        Accounts("three-public.basic", "决算数/公务接待费=0.50", "决算数/公务接待费=0.40"),
        Accounts("cross.income-total", "合计: 合计=128.00 财政拨款收入=125.00", "合计: 合计=127.00 财政拨款收入=124.00"),
        Accounts("cross.income-source", "收 行4 四、其他收入: 3.00", "收 行4 四、其他收入: 4.00"),
        Accounts("cross.expenditure-total", "合计: 合计=127.00 基本支出=84.00 项目支出=43.00", "合计: 合计=126.00 基本支出=83.00 项目支出=43.00"),
        Accounts("cross.expenditure-class", "支 行33 二、卫生健康支出: 74.00", "支 行33 二、卫生健康支出: 74.03"),
        Accounts("cross.fiscal-income", "收 行1 一、一般公共预算财政拨款: 100.00", "收 行1 一、一般公共预算财政拨款: 110.00"),
        Accounts("cross.fiscal-class", "支 行32 一、社会保障和就业支出: 30.00", "支 行32 一、社会保障和就业支出: 29.00"),
        Accounts("cross.fiscal-part", "支 行60 年末结转和结余: 7.00", "支 行60 年末结转和结余: 4.00"),
        Accounts("cross.general-total", "合计: 合计=101.00 基本支出=81.00 项目支出=20.00", "合计: 合计=102.00 基本支出=81.00 项目支出=21.00"),
        Accounts("cross.general-class", "支 行33 一、社会保障和就业支出: 支出/合计=30.00 支出/一般公共预算财政拨款=30.00", "支 行33 一、社会保障和就业支出: 支出/合计=29.98 支出/一般公共预算财政拨款=29.98"),
        Accounts("cross.general-part", "2101502 一般行政管理事务: 合计=20.00 项目支出=20.00\n212", "2101502 一般行政管理事务: 合计=19.00 项目支出=19.00\n212"),
        Accounts("cross.government-fund", "支出/一般公共预算财政拨款=101.00 支出/政府性基金预算财政拨款=18.00", "支出/一般公共预算财政拨款=101.00 支出/政府性基金预算财政拨款=19.00"),
        Accounts("cross.state-capital", "支出/政府性基金预算财政拨款=18.00 支出/国有资本经营预算财政拨款=5.00", "支出/政府性基金预算财政拨款=18.00 支出/国有资本经营预算财政拨款=6.00"),
        Accounts("cross.basic-total", "人员经费合计: 62.00", "人员经费合计: 62.03"),
        Budget("cross.basic-groups", "基本支出/人员经费=60.00 基本支出/公用经费=15.00", "基本支出/人员经费=61.00 基本支出/公用经费=14.00"),
        ByPurpose("cross.fiscal-expenditure", "支 支出合计: 60.00\n途 一、基本支出: 40.00\n途 二、项目支出: 20.00\n# FiscalExpenditure",
            "支 支出合计: 61.00\n途 一、基本支出: 40.00\n途 二、项目支出: 20.00\n# FiscalExpenditure"),
        ByPurpose("cross.fiscal-basic", "途 一、基本支出: 40.00\n途 二、项目支出: 20.00\n# FiscalExpenditure", "途 一、基本支出: 30.00\n途 二、项目支出: 30.00\n# FiscalExpenditure"),
        ByPurpose("cross.general-of-fiscal", "2010201 行政运行: 60.00\n# FiscalBasic", "2010201 行政运行: 50.00\n# FiscalBasic"),
        Budget("cross.projects", "合计: 合计=30.00 本年拨款/一般公共预算=20.00", "合计: 合计=29.00 本年拨款/一般公共预算=19.00"),
        Accounts("cross.operating", "行5 二、机关运行经费: 19.00", "行5 二、机关运行经费: 19.50"),
        Accounts("statistics.procurement", "行4 （三）政府采购服务支出: 6.00", "行4 （三）政府采购服务支出: 5.00"),
        Accounts("statistics.vehicles", "行7 1.机要通信用车: 2辆", "行7 1.机要通信用车: 1辆"),
        Accounts("codes.name", "2101501 行政运行: 合计=54.00", "2101501 一般行政管理事务: 合计=54.00"),
        Budget("names.fund", "收 二、政府性基金预算拨款收入: 10.00\n收 本年收入合计: 100.00", "收 二、政府性基金预算拨款收入: 10.00\n收 三、财政专户管理资金收入:\n收 本年收入合计: 100.00", "收 （二）政府性基金预算拨款: 10.00",
            "收 （二）政府性基金预算拨款: 10.00\n收 （三）财政转专户管理资金收入:"),
        Accounts("heading.unit", "# Basic\n", "# Basic\n@单位\n"),
        Accounts("heading.organisation", "@表号 公开05表", "@表号 公开05表\n@部门"),
        Accounts("heading.year", "@标题 2023年度支出决算表", "@标题 2022年度支出决算表"),
        Accounts("heading.label-order", "@表号 公开07表", "@表号 公开09表"),
        Accounts("heading.row-numbers", "行6 三、车辆数合计（辆）: 3辆", "行7 三、车辆数合计（辆）: 3辆"),
        Budget("notes.empty-table", "@注 本部门2024年无国有资本经营预算支出，故本表为空表。", ""),
        Budget("notes.contradiction", "@表号 表7", "@表号 表7\n@注 本部门2024年无“三公”经费预算，故本表为空表。"),
        Accounts("notes.instruction", "@表号 公开07表", "@表号 公开07表\n@注 无政府性基金收支的，仍保留该表格式，并在本表下方作下述说明："),
        Accounts("complete.tables", "# Income", "# Other"),
    ];

    public static IReadOnlyList<RuleExample> All => [.. Tables, .. NarrativeExamples.All];

    public static string Apply(RuleExample example)
    {
        var text = example.Document.ReplaceLineEndings("\n");
        var changes = example.Before.Split('⇒');
        var results = example.After.Split('⇒');
        for (var i = 0; i < changes.Length; i++)
        {
            var at = text.IndexOf(changes[i], StringComparison.Ordinal);
            if (at < 0) throw new InvalidOperationException($"{example.Rule}: “{changes[i]}” is not in the document.");
            text = string.Concat(text.AsSpan(0, at), results[i], text.AsSpan(at + changes[i].Length));
        }
        return text;
    }

    private static RuleExample Accounts(string rule, params ReadOnlySpan<string> changes) => Of(rule, ExampleDocuments.Accounts, changes);

    private static RuleExample Budget(string rule, params ReadOnlySpan<string> changes) => Of(rule, ExampleDocuments.Budget, changes);

    private static RuleExample ByPurpose(string rule, params ReadOnlySpan<string> changes) => Of(rule, ExampleDocuments.ByPurpose, changes);

    /// <summary>Changes come as before, after, before, after …</summary>
    internal static RuleExample Of(string rule, string document, ReadOnlySpan<string> changes)
    {
        var (before, after) = (new List<string>(), new List<string>());
        for (var i = 0; i < changes.Length; i += 2)
        {
            before.Add(changes[i]);
            after.Add(changes[i + 1]);
        }
        return new RuleExample(rule, document, string.Join('⇒', before), string.Join('⇒', after));
    }
}
