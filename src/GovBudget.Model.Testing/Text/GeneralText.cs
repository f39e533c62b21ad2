using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>What the texts of budgets and of final accounts share.</summary>
internal static class GeneralText
{
    /// <summary>The three funds of appropriations.</summary>
    public static readonly FundSource[] Fiscal = [FundSource.GeneralPublic, FundSource.GovernmentFund, FundSource.StateCapital];

    private static readonly string[] Duties =
    [
        "贯彻执行国家有关法律、法规和方针政策。", "拟订本行业发展规划并组织实施。", "承担本行业监督管理和公共服务工作。", "负责所属单位的业务指导。", "完成上级交办的其他任务。",
    ];

    /// <summary>收入总计, which is also 支出总计.</summary>
    public static decimal Total(Ledger ledger) => ledger.Income.Sum(r => r.Yuan) + ledger.Opened(_ => true);

    /// <summary>财政拨款收入总计.</summary>
    public static decimal FiscalTotal(Ledger ledger) => Fiscal.Sum(f => ledger.Received(f) + ledger.Opened(r => r.Source == f));

    /// <summary>类（类）款（款）项（项）.</summary>
    public static string Path(SubjectPool pool, FunctionalCode item)
    {
        var levels = item.Ancestors.Prepend(item).Order().Select(pool.Name).ToArray();
        return $"{levels[0]}（类）{levels[1]}（款）{levels[2]}（项）";
    }

    /// <summary>The items that some spending is for, in the order of codes.</summary>
    public static IEnumerable<FunctionalCode> Items(Ledger ledger,
        Func<Spending, bool> where) => ledger.Spending.Where(where).Select(s => s.Item).Distinct().Order();

    /// <summary>The projects that the general public budget pays for, with their amounts in 元.</summary>
    public static List<(string Name, decimal Yuan)> Projects(Ledger ledger) =>
        [.. ledger.Spending.Where(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Project })
            .GroupBy(s => s.Project!)
            .Select(g => (g.Key, g.Sum(s => s.Yuan)))];

    /// <summary>What is spent by economic code, in the order of codes, without what is too little to be printed in 万元.</summary>
    public static IEnumerable<(EconomicCode Code, decimal Yuan)> ByEconomicCode(Ledger ledger, Func<Spending, bool> where) =>
        ledger.Spending.Where(where)
            .GroupBy(s => s.Economic)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Sum(s => s.Yuan)))
            .Where(g => Wording.Wan(g.Item2) != 0);

    /// <summary>What an item is for, in a few words that no other item has.</summary>
    public static string Purpose(Ledger ledger, SubjectPool pool, FunctionalCode item, Func<Spending, bool> where)
    {
        var all = ledger.Spending.Where(s => s.Item == item && where(s)).ToList();
        string[] parts =
        [
            .. all.Exists(s => s.Kind == SpendingKind.Basic && SubjectPool.IsPersonnel(s.Economic)) ? ["人员支出"] : Array.Empty<string>(),
            .. all.Exists(s => s.Kind == SpendingKind.Basic && !SubjectPool.IsPersonnel(s.Economic)) ? ["日常办公运转"] : Array.Empty<string>(),
            .. all.Where(s => s.Project is not null).Select(s => s.Project!).Distinct(),
        ];
        return $"{string.Concat(item.Ancestors.Prepend(item).Order().Skip(1).Select(pool.Name))}方面的{(parts.Length == 0 ? "支出" : string.Join('、', parts))}";
    }

    /// <summary>The first part: duties, units, staff.</summary>
    public static IEnumerable<string> Opening(Ledger ledger, Wording say, string family)
    {
        var (administrative, institutional, retired) = (12 + say.Below(1001, 60), 4 + say.Below(1002, 30), say.Below(1003, 40));
        var civil = say.Below(1004, institutional);
        var units = ledger.Units.Count == 1
            ? [$"纳入{ledger.Organisation}{Text(ledger.Year)}年部门{family}编制范围的单位共1个，即本级。"]
            : (IEnumerable<string>)[$"纳入{ledger.Organisation}{Text(ledger.Year)}年部门{family}编制范围的单位共{Text(ledger.Units.Count)}个，包括：",
                .. ledger.Units.Select((u, i) => $"{Text(i + 1)}.{u.Name}")];
        return
        [
            $"第一部分 {ledger.Organisation}概况", "一、部门主要职责", .. Duties.Take(2 + say.Below(1005, 3)).Select((d, i) => $"（{TableParts.Ordinal(i + 1)}）{d}"),
            "二、机构设置情况", .. units,
            "三、部门人员构成",
            $"{ledger.Organisation}在职实有人数{Text(administrative + institutional)}人，其中：行政{Text(administrative)}人，事业{Text(institutional)}人（其中：参照公务员法管理{Text(civil)}人）。离退休人员{Text(retired)}人。",
        ];
    }

    /// <summary>The text with what some documents frame it with: the day of publication on the cover, a heading for every table.</summary>
    /// <param name="text">The paragraphs, and how many stand before the tables.</param>
    /// <param name="document">The tables.</param>
    /// <param name="say">Decides which document has which.</param>
    public static (ValueList<string> Paragraphs, int TablesAt) WithFrame((ValueList<string> Paragraphs, int TablesAt) text, BudgetDocument document,
        Wording say)
    {
        var year = document.Year!.Value;
        string[] day = say.Below(1201, 3) > 0
            ? []
            : [document.Kind == DocumentKind.Budget
            ? $"{Text(year)}年2月{Text(1 + say.Below(1202, 28))}日"
            : $"{Text(year + 1)}年9月{Text(1 + say.Below(1202, 30))}日"];
        string[] headings = say.Below(1203, 2) > 0
            ? []
            : [.. document.Statements.Select((s,
                i) => $"{TableParts.Ordinal(i + 1)}、{s.Title[(s.Title.StartsWith(Text(year), StringComparison.Ordinal) ? document.Kind == DocumentKind.Budget ? 5 : 6 : 0)..]}")];
        return ([.. day, .. text.Paragraphs.Take(text.TablesAt), .. headings, .. text.Paragraphs.Skip(text.TablesAt)],
            day.Length + text.TablesAt + Math.Min(1, headings.Length));
    }

    /// <summary>名词解释, of the department's own level of government and its own subjects.</summary>
    public static IEnumerable<string> Glossary(Ledger ledger, Wording say, Func<Spending, bool> shown)
    {
        var level = Level(ledger.Organisation);
        var pool = SubjectPool.Of(ledger.Year);
        return
        [
            "第四部分 名词解释",
            $"（一）一般公共预算财政拨款收入：指{level}级财政一般公共预算当年拨付的资金。",
            say.Of(1101, "（二）年初结转和结余：指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。", "（二）其他收入：指除财政拨款收入、事业收入、经营收入等以外取得的收入。"),
            "（三）本部门使用的主要支出功能分类科目：",
            .. Items(ledger, shown).Select((item, i) => $"{Text(i + 1)}.{Path(pool, item)}：反映用于{Purpose(ledger, pool, item, shown)}。"),
            "（四）基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
            "（五）项目支出：指在基本支出之外为完成特定任务和事业发展目标所发生的支出。",
        ];
    }

    /// <summary>The department's level of government by its name: 省, 市, 县, 区, 镇.</summary>
    public static char Level(string organisation) => organisation.LastOrDefault(c => "省市县区镇".Contains(c, StringComparison.Ordinal), '市');

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
