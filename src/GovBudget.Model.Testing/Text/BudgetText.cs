using System.Globalization;
using static GovBudget.Model.Testing.Wording;

namespace GovBudget.Model.Testing;

/// <summary>Writes the running text of a budget (部门概况, 情况说明, 名词解释) from the plan that its tables are views of.</summary>
internal sealed class BudgetText
{
    private readonly Books _books;
    private readonly Ledger _now;
    private readonly Ledger? _last;
    private readonly Wording _say;
    private readonly SubjectPool _pool;
    private readonly List<string> _lines = [];
    private readonly DepartmentBudget _tables;
    private readonly HashSet<string> _shown;
    private readonly string _year;
    private readonly string _before;

    private BudgetText(Books books, DepartmentBudget tables, Wording say)
    {
        _tables = tables;
        _shown = [.. tables.Statements.SelectMany(s => s.AllLines).Select(l => l.Code).OfType<string>()];
        (_books, _now, _last, _say, _pool) = (books, books.Plan, books.Last?.Plan, say, SubjectPool.Of(books.Year));
        _year = books.Year.ToString(CultureInfo.InvariantCulture) + "年";
        _before = (books.Year - 1).ToString(CultureInfo.InvariantCulture) + "年";
    }

    /// <summary>The paragraphs, and how many of them stand before the tables.</summary>
    /// <param name="books">The books.</param>
    /// <param name="tables">The tables and goals that the text is about.</param>
    /// <param name="say">How it says things.</param>
    public static (ValueList<string> Paragraphs, int TablesAt) Write(Books books, DepartmentBudget tables, Wording say)
    {
        var text = new BudgetText(books, tables, say);
        text._lines.AddRange(GeneralText.Opening(books.Plan, say, "预算"));
        text._lines.Add($"第二部分 {books.Organisation}{text._year}部门预算表");
        var tablesAt = text._lines.Count;
        text.Explanation();
        var projectGoals = tables.Performance.Count(f => f is ProjectGoals);
        if (projectGoals > 0) text._lines.AddRange(["十三、预算绩效情况说明", $"{text._year}设置了1个整体支出绩效目标、{GeneralText.Text(projectGoals)}个项目支出绩效目标。"]);
        text._lines.AddRange(GeneralText.Glossary(books.Plan, say, text.IsShown));
        return (text._lines.ToValueList(), tablesAt);
    }

    /// <summary>Whether a table by subject has a line for the spending.</summary>
    private bool IsShown(Spending spending) => _shown.Contains(spending.Item.ToString());

    /// <summary>The kind under which the tables show the spending: some know but two.</summary>
    private SpendingKind KindOf(Spending spending) =>
        spending.Kind != SpendingKind.Basic && !_tables.Expenditure.Columns.Contains("经营支出") ? SpendingKind.Project : spending.Kind;

    private void Say(string line) => _lines.Add(line);

    private static bool IsGeneral(Spending s) => s.Source == FundSource.GeneralPublic;

    private static bool IsBasic(Spending s) => IsGeneral(s) && s.Kind == SpendingKind.Basic;

    private void Explanation()
    {
        Say($"第三部分 {_books.Organisation}{_year}部门预算情况说明");
        Totals();
        GeneralPublic();
        Basic();
        Funds();
        ThreePublic();
        Operating();
        Procurement();
    }

    private string Compared(decimal now, Func<Ledger, decimal> of, string lead, int question)
    {
        if (_last is null || !_say.MayCompare(now, of(_last))) return "。";
        var reason = _say.Reason(question, now, of(_last));
        return Wan(now) == Wan(of(_last))
            ? $"，与{_before}持平。"
            : $"，{_say.Of(question + 1, $"比{_before}", $"较{_before}")}{_say.Change(now, of(_last), lead)}，主要原因是{reason}。";
    }

    private void Totals()
    {
        Say("一、收支预算总体情况说明");
        var total = GeneralText.Total(_now);
        Say($"{_year}{_say.Of(1, "收支总预算", "收、支预算总计")}{Money(total)}{Compared(total, GeneralText.Total, "", 2)}");
        Say("二、收入预算情况说明");
        Say($"{_year}收入预算总计{Money(total)}{Compared(total, GeneralText.Total, "", 4)}");
        var spent = _now.Spent(_ => true);
        (string Name, SpendingKind Kind)[] kinds = [("基本支出", SpendingKind.Basic), ("项目支出", SpendingKind.Project), ("上缴上级支出", SpendingKind.ToSuperior),
            ("经营支出", SpendingKind.Business), ("对附属单位补助支出", SpendingKind.ToSubordinate)];
        var parts = kinds.Select(k => (k.Name, Yuan: _now.Spent(s => KindOf(s) == k.Kind))).Where((k, i) => i < 2 || k.Yuan > 0);
        Say("三、支出预算情况说明");
        Say(
            $"{_year}支出预算合计{Money(spent)}，其中：{string.Join('；', parts.Select(k => $"{k.Name}{Money(k.Yuan)}{(_say.Share(k.Yuan, spent) is { } share ? $"，占本年支出{share}" : "")}"))}。");
        Say("四、财政拨款收支预算总体情况说明");
        var fiscal = GeneralText.FiscalTotal(_now);
        Say($"{_year}财政拨款收支总预算{Money(fiscal)}{Compared(fiscal, GeneralText.FiscalTotal, "", 6)}");
    }

    private void GeneralPublic()
    {
        var spent = _now.Spent(IsGeneral);
        var basic = _now.Spent(IsBasic);
        Say("五、一般公共预算支出情况说明");
        var split = _tables.GeneralPublic.Columns.Contains("基本支出") && basic > 0 && spent > basic;
        Say($"{_year}一般公共预算支出{Money(spent)}{(split ? $"，其中：基本支出{Money(basic)}，项目支出{Money(spent - basic)}" : "")}。");
        var number = 0;
        foreach (var item in GeneralText.Items(_now, IsGeneral))
        {
            bool Own(Spending s) => IsGeneral(s) && s.Item == item;
            Say(
                $"{(++number).ToString(CultureInfo.InvariantCulture)}.{GeneralText.Path(_pool, item)}{Money(_now.Spent(Own))}，{_say.Of(20, "主要用于", "主要用于：")}{GeneralText.Purpose(_now, _pool, item, Own)}。");
        }
    }

    private void Basic()
    {
        var (personnel, operations) = (_now.Spent(s => IsBasic(s) && SubjectPool.IsPersonnel(s.Economic)),
            _now.Spent(s => IsBasic(s) && !SubjectPool.IsPersonnel(s.Economic)));
        Say("六、一般公共预算基本支出情况说明");
        Say($"{_year}一般公共预算基本支出{Money(personnel + operations)}，其中：");
        Say($"（一）人员经费{Money(personnel)}{Listed(s => IsBasic(s) && SubjectPool.IsPersonnel(s.Economic))}。");
        Say($"（二）公用经费{Money(operations)}{Listed(s => IsBasic(s) && !SubjectPool.IsPersonnel(s.Economic))}。");
    }

    private string Listed(Func<Spending, bool> where)
    {
        var names = GeneralText.ByEconomicCode(_now, where).Select(g => _pool.Name(g.Code) + (_say.Below(30, 2) == 0 ? Money(g.Yuan) : "")).ToList();
        return names.Count == 0 ? "" : $"，主要包括：{string.Join('、', names)}";
    }

    private void Funds()
    {
        (string Heading, string Name, FundSource Source)[] funds =
            [("七、政府性基金预算支出情况说明", "政府性基金预算支出", FundSource.GovernmentFund), ("八、国有资本经营预算支出情况说明", "国有资本经营预算支出", FundSource.StateCapital)];
        foreach (var (heading, name, source) in funds)
        {
            var spent = _now.Spent(s => s.Source == source);
            Say(heading);
            Say(spent == 0 ? $"{_say.Of(40, "本部门", _books.Organisation)}{_year}无{name}。" : $"{_year}{name}{Money(spent)}。");
        }
    }

    private void ThreePublic()
    {
        var planned = ThreePublicParts.Planned(_now);
        var total = planned.Sum();
        Say("九、“三公”经费预算情况说明");
        Say($"{_year}“三公”经费预算{Money(total)}{Compared(total, l => ThreePublicParts.Planned(l).Sum(), "", 50)}");
        Say(
            $"其中：因公出国（境）费{Money(planned[0])}；公务用车购置及运行维护费{Money(planned[1] + planned[2])}，其中公务用车购置费{Money(planned[1])}、公务用车运行维护费{Money(planned[2])}；公务接待费{Money(planned[3])}。");
    }

    private void Operating()
    {
        static decimal Of(Ledger ledger) => ledger.Spent(s => IsBasic(s) && !SubjectPool.IsPersonnel(s.Economic));
        Say("十、机关运行经费情况说明");
        Say($"{_year}机关运行经费预算{Money(Of(_now))}{Compared(Of(_now), Of, "", 60)}");
    }

    private void Procurement()
    {
        var (goods, works, services) = (_now.Procurement[0], _now.Procurement[1], _now.Procurement[2]);
        Say("十一、政府采购预算情况说明");
        Say($"{_year}政府采购预算总额{Money(goods + works + services)}，其中：政府采购货物预算{Money(goods)}、政府采购工程预算{Money(works)}、政府采购服务预算{Money(services)}。");
        Say("十二、其他重要事项情况说明");
        Say($"{_year}政府采购预算总额{Money(goods + works + services)}，均按规定的程序和标准执行。");
    }
}
