using System.Globalization;
using static GovBudget.Model.Testing.Wording;

namespace GovBudget.Model.Testing;

/// <summary>Writes the running text of final accounts (部门概况, 情况说明, 名词解释) from the books that its tables are views of.</summary>
internal sealed class AccountsText
{
    private static readonly string[] Uses = ["副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部服务用车", "其他用车"];

    private static readonly (string Name, int At)[] ThreePublicItems = [("因公出国（境）费", 0), ("公务接待费", 3)];

    private readonly Books _books;
    private readonly Ledger _now;
    private readonly Ledger? _last;
    private readonly Wording _say;
    private readonly SubjectPool _pool;
    private readonly List<string> _lines = [];
    private readonly List<ProjectSelfEvaluation> _evaluations;
    private readonly string _year;
    private readonly string _before;

    private AccountsText(Books books, Wording say, List<ProjectSelfEvaluation> evaluations)
    {
        _evaluations = evaluations;
        (_books, _now, _last, _say, _pool) = (books, books.Actual, books.Last?.Actual, say, SubjectPool.Of(books.Year));
        _year = books.Year.ToString(CultureInfo.InvariantCulture) + "年度";
        _before = (books.Year - 1).ToString(CultureInfo.InvariantCulture) + "年度";
    }

    /// <summary>The paragraphs, and how many of them stand before the tables.</summary>
    /// <param name="books">The books.</param>
    /// <param name="say">How it says things.</param>
    /// <param name="forms">The performance forms of the document.</param>
    public static (ValueList<string> Paragraphs, int TablesAt) Write(Books books, Wording say, IEnumerable<PerformanceForm> forms)
    {
        var text = new AccountsText(books, say, [.. forms.OfType<ProjectSelfEvaluation>()]);
        text._lines.AddRange(GeneralText.Opening(books.Actual, say, "决算"));
        text._lines.Add($"第二部分 {books.Organisation}{text._year}部门决算表");
        var tables = text._lines.Count;
        text.Explanation();
        text._lines.AddRange(GeneralText.Glossary(books.Actual, say, _ => true));
        return (text._lines.ToValueList(), tables);
    }

    private void Say(string line) => _lines.Add(line);

    private void Explanation()
    {
        Say($"第三部分 {_books.Organisation}{_year}部门决算情况说明");
        Overview();
        Income();
        Expenditure();
        Fiscal();
        GeneralPublic();
        Basic();
        Funds();
        ThreePublic();
        Operating();
        Procurement();
        Assets();
        Performance();
    }

    private void Overview()
    {
        Say("一、收入支出决算总体情况说明");
        var total = GeneralText.Total(_now);
        if (_last is null || !_say.MayCompare(total, GeneralText.Total(_last)))
        {
            Say($"{_year}收入总计{Money(total)}，支出总计{Money(total)}。");
            return;
        }
        var before = GeneralText.Total(_last);
        var reason = Because(11, total, before);
        Say(_say.Of(1,
            $"{_year}收、支总计均为{Money(total)}。与{_before}相比，{_say.Change(total, before, "收、支总计各")}{reason}",
            $"{_year}收入总计{Money(total)}，支出总计{Money(total)}。与{_before}相比，{_say.Change(total, before, "收入总计")}，{_say.Change(total, before, "支出总计")}{reason}",
            $"{_year}收、支总计均为{Money(total)}。与{_before}相比，{_say.Change(total, before, "收、支总计各")}{Numbered(total, before)}",
            $"{_before}收、支总计均为{Money(before)}。{_year}收、支总计均为{Money(total)}。与{_before}相比，{_say.Change(total, before, "收、支总计各")}{reason}"));
    }

    /// <summary>Reasons with amounts that add up to the change.</summary>
    private static string Numbered(decimal now, decimal before)
    {
        var by = Wan(now) - Wan(before);
        if (Math.Abs(by) < 0.10m) return "。";
        var word = by > 0 ? "增加" : "减少";
        var first = Math.Round(Math.Abs(by) * 0.6m, 2);
        return $"。主要原因是：1、由于人员经费变动，{word}了{Plain(first)}万元；2、由于项目调整，{word}了{Plain(Math.Abs(by) - first)}万元。";
    }

    private string Because(int question, decimal now, decimal before) =>
        _say.Reason(question, now, before) is { Length: > 0 } reason ? $"{_say.Of(question + 1, "，主要原因是", "。主要原因：", "。主要原因是")}{reason}。" : "。";

    private void Income()
    {
        var total = _now.Income.Sum(r => r.Yuan);
        (string Name, decimal Yuan)[] kinds =
        [
            ("财政拨款收入", GeneralText.Fiscal.Sum(_now.Received)), ("上级补助收入", _now.Received(FundSource.SuperiorSubsidy)),
            ("事业收入", _now.Received(FundSource.Institutional)),
            ("经营收入", _now.Received(FundSource.Business)), ("附属单位上缴收入", _now.Received(FundSource.SubordinateRemittance)),
            ("其他收入", _now.Received(FundSource.Other)),
        ];
        Say("二、收入决算情况说明");
        Say(Parts($"{_year}收入合计{Money(total)}", "占本年收入", kinds, total));
    }

    private void Expenditure()
    {
        var total = _now.Spent(_ => true);
        (string Name, decimal Yuan)[] kinds =
        [
            ("基本支出", _now.Spent(s => s.Kind == SpendingKind.Basic)), ("项目支出", _now.Spent(s => s.Kind == SpendingKind.Project)),
            ("上缴上级支出", _now.Spent(s => s.Kind == SpendingKind.ToSuperior)),
            ("经营支出", _now.Spent(s => s.Kind == SpendingKind.Business)), ("对附属单位补助支出", _now.Spent(s => s.Kind == SpendingKind.ToSubordinate)),
        ];
        Say("三、支出决算情况说明");
        Say(Parts($"{_year}支出合计{Money(total)}", "占本年支出", kinds, total));
    }

    private string Parts(string whole, string of, (string Name, decimal Yuan)[] kinds, decimal total) =>
        $"{whole}，其中：{string.Join('；', kinds.Where((k, i) => i < (of == "占本年支出" ? 2 : 1) || k.Yuan > 0).Select(k => $"{k.Name}{Money(k.Yuan)}{(_say.Share(k.Yuan, total) is { } share ? $"，{of}{share}" : "")}"))}。";

    private void Fiscal()
    {
        Say("四、财政拨款收入支出决算总体情况说明");
        var total = GeneralText.FiscalTotal(_now);
        var sentence = $"{_year}财政拨款收、支总计均为{Money(total)}。";
        if (_last is not null && _say.MayCompare(total, GeneralText.FiscalTotal(_last)))
        {
            var before = GeneralText.FiscalTotal(_last);
            sentence += $"与{_before}相比，{_say.Change(total, before, "财政拨款收、支总计各")}{Because(21, total, before)}";
        }
        Say(sentence);
    }

    private static bool IsGeneral(Spending s) => s.Source == FundSource.GeneralPublic;

    private void GeneralPublic()
    {
        var (spent, planned, all) = (_now.Spent(IsGeneral), _books.Plan.Spent(IsGeneral), _now.Spent(_ => true));
        Say("五、一般公共预算财政拨款支出决算情况说明");
        Say("（一）一般公共预算财政拨款支出决算总体情况。");
        var sentence = $"{_year}一般公共预算财政拨款支出{Money(spent)}{(_say.Share(spent, all) is { } share ? $"，占本年支出合计的{share}" : "")}。";
        if (_last is { } last && _say.MayCompare(spent, last.Spent(IsGeneral)))
            sentence += $"与{_before}相比，{_say.Change(spent, last.Spent(IsGeneral), "一般公共预算财政拨款支出")}{Because(31, spent, last.Spent(IsGeneral))}";
        Say(sentence);
        if (spent == 0) return;
        Say("（二）一般公共预算财政拨款支出决算结构情况。");
        var classes = _pool.Classes.Select(c => (Name: _pool.Name(c), Yuan: _now.Spent(s => IsGeneral(s) && c.IsAncestorOf(s.Item)))).Where(c => c.Yuan > 0);
        Say(
            $"{_year}一般公共预算财政拨款支出{Money(spent)}，主要用于以下方面：{string.Join('；', classes.Select(c => $"{c.Name}（类）{Money(c.Yuan)}{(_say.Share(c.Yuan, spent) is { } of ? $"，占{of}" : "")}"))}。");
        Say("（三）一般公共预算财政拨款支出决算具体情况。");
        var projects = GeneralText.Projects(_now);
        Say(
            $"{_year}一般公共预算财政拨款支出年初预算为{Money(planned)}，支出决算为{Money(spent)}{Completed(spent, planned, "年初预算")}。其中：基本支出{Money(spent - projects.Sum(p => p.Yuan))}，项目支出{Money(projects.Sum(p => p.Yuan))}。");
        if (projects.Count > 0) Say($"项目支出主要用于{string.Join('；', projects.Select(p => $"{p.Name}项目经费{Money(p.Yuan)}"))}。");
        var number = 0;
        foreach (var item in GeneralText.Items(_now, IsGeneral)) Say($"{(++number).ToString(CultureInfo.InvariantCulture)}.{Item(item, number)}");
    }

    private string Completed(decimal actual, decimal budget, string of) => _say.Share(actual, budget) is { } share ? $"，完成{of}的{share}" : "";

    private string Item(FunctionalCode item, int number)
    {
        bool Own(Spending s) => IsGeneral(s) && s.Item == item;
        var (spent, planned) = (_now.Spent(Own), _books.Plan.Spent(Own));
        var path = GeneralText.Path(_pool, item);
        var order = Wan(spent).CompareTo(Wan(planned));
        var reason = order == 0 ? _say.Of(41 + number, "支出决算数与年初预算数持平。", "支出决算数等于年初预算数。")
            : $"支出决算数{(order > 0 ? "大于" : "小于")}年初预算数的主要原因：{_say.Reason(61 + number, spent, planned)}。";
        return $"{path}。主要用于：{GeneralText.Purpose(_now, _pool, item, Own)}。年初预算为{Money(planned)}，支出决算为{Money(spent)}{Completed(spent, planned, "年初预算")}。{reason}";
    }

    private void Basic()
    {
        bool Is(Spending s) => IsGeneral(s) && s.Kind == SpendingKind.Basic;
        var (personnel, operations) = (_now.Spent(s => Is(s) && SubjectPool.IsPersonnel(s.Economic)),
            _now.Spent(s => Is(s) && !SubjectPool.IsPersonnel(s.Economic)));
        Say("六、一般公共预算财政拨款基本支出决算情况说明");
        Say($"{_year}一般公共预算财政拨款基本支出{Money(personnel + operations)}，其中：");
        var amounts = _say.Below(81, 2) == 0;
        Say($"人员经费{Money(personnel)}{Listed(s => Is(s) && SubjectPool.IsPersonnel(s.Economic), amounts)}。");
        Say($"公用经费{Money(operations)}{Listed(s => Is(s) && !SubjectPool.IsPersonnel(s.Economic), amounts)}。");
        if (_last is not { } last || _say.Below(82, 2) == 0) return;
        var before = last.Spent(s => Is(s) && SubjectPool.IsPersonnel(s.Economic));
        var (all, people) = (Wan(personnel + operations) - Wan(last.Spent(Is)), Wan(personnel) - Wan(before));
        Say($"与{_before}相比，基本支出{By(all)}，其中：人员经费{By(people)}，公用经费{By(all - people)}。");

        static string By(decimal change) => change == 0 ? "持平" : $"{(change > 0 ? "增加" : "减少")}{Plain(Math.Abs(change))}万元";
    }

    private string Listed(Func<Spending, bool> where, bool amounts)
    {
        var names = GeneralText.ByEconomicCode(_now, where).Select(g => _pool.Name(g.Code) + (amounts ? Money(g.Yuan) : "")).ToList();
        return names.Count == 0 ? "" : $"，主要包括：{string.Join('、', names)}";
    }

    private void Funds()
    {
        Say("七、政府性基金预算财政拨款收入支出决算情况说明");
        Say(Fund(FundSource.GovernmentFund, "政府性基金预算财政拨款", balances: true));
        Say("八、国有资本经营预算财政拨款支出决算情况说明");
        Say(Fund(FundSource.StateCapital, "国有资本经营预算财政拨款", balances: false));
    }

    private string Fund(FundSource fund, string name, bool balances)
    {
        var (opened, received, spent) = (_now.Opened(r => r.Source == fund), _now.Received(fund), _now.Spent(s => s.Source == fund));
        if (opened == 0 && received == 0 && spent == 0)
            return _say.Of(91, $"本部门{_year}无{name}{(balances ? "收入" : "")}支出。", $"{_books.Organisation}{_year}没有{name}支出。");
        return balances
            ? $"{_year}{name}年初结转和结余{Money(opened)}，本年收入{Money(received)}，本年支出{Money(spent)}，年末结转和结余{Money(opened + received - spent)}。"
            : $"{_year}{name}本年支出{Money(spent)}。";
    }

    private void ThreePublic()
    {
        var (planned, spent) = (_now.PlannedThreePublic, ThreePublicParts.Spent(_now));
        Say("九、财政拨款“三公”经费支出决算情况说明");
        Say("（一）“三公”经费财政拨款支出决算总体情况说明。");
        Say($"{_year}“三公”经费财政拨款支出全年预算为{Money(planned.Sum())}，支出决算为{Money(spent.Sum())}{Completed(spent.Sum(), planned.Sum(), "全年预算")}。");
        Say("（二）“三公”经费财政拨款支出决算具体情况说明。");
        var number = 0;
        foreach (var (name, at) in ThreePublicItems)
        {
            number++;
            Say(planned[at] == 0 && spent[at] == 0
                ? $"{number.ToString(CultureInfo.InvariantCulture)}.{_books.Organisation}{_year}无{name}支出。"
                : $"{number.ToString(CultureInfo.InvariantCulture)}.{name}全年预算为{Money(planned[at])}，支出决算为{Money(spent[at])}{Completed(spent[at], planned[at], "全年预算")}，{Against(spent[at], planned[at])}。{Numbers(at, spent[at])}");
        }
        Say(
            $"3.公务用车购置及运行维护费全年预算为{Money(planned[1] + planned[2])}，支出决算为{Money(spent[1] + spent[2])}{Completed(spent[1] + spent[2], planned[1] + planned[2], "全年预算")}，{Against(spent[1] + spent[2], planned[1] + planned[2])}。"
            + $"其中：公务用车购置费支出决算为{Money(spent[1])}；公务用车运行维护费支出决算为{Money(spent[2])}。{Cars(spent[1], spent[2])}");
    }

    /// <summary>The numbers that go with journeys and receptions, one for so much money.</summary>
    private static string Numbers(int at, decimal spent) => spent == 0 ? ""
        : IsTiny(spent) ? "团组、批次数见附表。"
        : at == 0 ? $"全年安排因公出国（境）团组{Number(spent, 60_000)}个，累计{Number(spent, 20_000)}人次。"
        : $"国内公务接待{Number(spent, 1_200)}批次，{Number(spent, 100)}人次。";

    private static string Cars(decimal bought, decimal run) => IsTiny(bought) || IsTiny(run)
        ? "公务用车保有情况见附表。"
        : $"购置公务用车{Number(bought, 180_000)}辆，公务用车保有量{Number(run, 20_000)}辆。";

    // Nothing in 万元, something in 元: no number goes with both.
    private static bool IsTiny(decimal yuan) => yuan is > 0 and < 50;

    private static string Number(decimal spent, int each) =>
        (spent == 0 ? 0 : Math.Max(1, decimal.Truncate(spent / each))).ToString(CultureInfo.InvariantCulture);

    private static string Against(decimal actual, decimal budget)
    {
        var by = Wan(actual) - Wan(budget);
        return by == 0 ? "与全年预算持平" : $"比全年预算{(by > 0 ? "增加" : "减少")}{Plain(Math.Abs(by))}万元";
    }

    private void Operating()
    {
        static bool Is(Spending s) => IsGeneral(s) && s.Kind == SpendingKind.Basic && !SubjectPool.IsPersonnel(s.Economic);
        var spent = _now.Spent(Is);
        Say("十、机关运行经费支出情况");
        var sentence = $"{_year}机关运行经费支出{Money(spent)}";
        if (_last is { } last)
            sentence += Wan(spent) == Wan(last.Spent(Is))
                ? $"，与{_before}持平"
                : $"，{_say.Of(101, $"比{_before}", $"较{_before}")}{_say.Change(spent, last.Spent(Is))}{Because(102, spent, last.Spent(Is)).TrimEnd('。')}";
        Say($"{sentence}。");
    }

    private void Procurement()
    {
        var (goods, works, services) = (_now.Procurement[0], _now.Procurement[1], _now.Procurement[2]);
        var total = goods + works + services;
        Say("十一、政府采购支出情况");
        Say($"{_year}政府采购支出总额{Money(total)}，其中：政府采购货物支出{Money(goods)}、政府采购工程支出{Money(works)}、政府采购服务支出{Money(services)}。");
        if (total == 0) return;
        var (reserved, others) = (Math.Floor(total * 0.4m), Math.Floor(total * 0.3m));
        Say($"在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额{Money(reserved)}；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额{Money(others)}。");
    }

    private void Assets()
    {
        Say("十二、国有资产占用情况");
        var uses = Uses.Select((use, i) => $"{use}{_now.Vehicles[i].ToString(CultureInfo.InvariantCulture)}辆");
        Say($"截至{_year[..4]}年12月31日，{_books.Organisation}共有车辆{_now.Vehicles.Sum().ToString(CultureInfo.InvariantCulture)}辆，其中：{string.Join('、', uses)}。");
        var (offices, rooms) = (1_200 + (100 * _say.Below(111, 60)), 100 * (1 + _say.Below(112, 9)));
        Say($"房屋面积{GeneralText.Text(offices + rooms)}平方米（其中：办公用房{GeneralText.Text(offices)}平方米，业务用房{GeneralText.Text(rooms)}平方米）。");
    }

    private void Performance()
    {
        var projects = GeneralText.Projects(_now);
        if (projects.TrueForAll(p => Wan(p.Yuan) == 0)) return;
        Say("十三、预算绩效情况说明");
        if (_evaluations.Count > 0)
            Say($"项目绩效自评个数{GeneralText.Text(_evaluations.Count)}个，涉及资金{Plain(_evaluations.Sum(e => e.ExecutionTotal!.Budget!.Value.Value))}万元。");
        foreach (var (name, yuan) in projects.Where(p => Wan(p.Yuan) != 0))
        {
            Say($"{name}项目经费绩效自评综述：项目全年预算数为{Money(yuan)}，执行数为{Money(yuan)}，完成预算100%。");
        }
        if (_say.Below(121, 2) == 0) ProjectAccounts();
        if (_say.Below(122, 2) == 0) return;
        var inspected = GeneralText.Text(40 + _say.Below(123, 900));
        Say($"辖区内服务机构{inspected}家，全年检查服务机构{inspected}家，实现服务机构检查全覆盖。");
    }

    /// <summary>What was received and spent for each subject that pays for projects only, where no other spends as much.</summary>
    private void ProjectAccounts()
    {
        var number = 0;
        var spent = _now.Spending.Where(s => s is { Source: FundSource.GeneralPublic, Kind: SpendingKind.Project })
            .GroupBy(s => s.Item)
            .ToDictionary(g => g.Key, g => Wan(g.Sum(s => s.Yuan)));
        foreach (var (item, yuan) in spent)
        {
            var received = Wan(_now.Income.Where(r => r.Item == item).Sum(r => r.Yuan));
            if (yuan == 0
                || received == 0
                || spent.Values.Count(v => v == yuan) > 1
                || spent.Keys.Count(i => _pool.Name(i) == _pool.Name(item)) > 1
                || _now.Spending.Any(s => s.Item == item && IsGeneral(s) && s.Kind != SpendingKind.Project))
                continue;
            Say($"（{GeneralText.Text(++number)}）{_pool.Name(item)}专项工作项目预算收入{Plain(received)}万元，我局决算支出{Plain(yuan)}万元。");
        }
    }
}
