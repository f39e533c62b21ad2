using static GovBudget.Model.Checks.Combinators;

namespace GovBudget.Model.Checks;

/// <summary>Figures that stand in more than one table: 01＝02＝03, 01↔04, 04↔05↔07↔08, 05↔06, and their like in budgets.</summary>
internal static partial class CrossTableRules
{
    private static readonly string[] Funds = ["一般公共预算", "政府性基金", "国有资本经营"];

    private static readonly string[] Sources = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];

    public static IEnumerable<Rule> All =>
    [
        Cross("cross.income-total", "收支总表的收入合计＝收入表合计", "income in the summary = total of the income table", "公开01表与公开02表；收支总表与收入总表", IncomeTotal),
        Cross("cross.income-source", "收支总表各项收入＝收入表合计行各栏", "each kind of income in the summary = its column in the total row of the income table",
            "公开01表与公开02表", IncomeSources),
        Cross("cross.expenditure-total", "收支总表的支出合计＝支出表合计", "expenditure in the summary = total of the expenditure table", "公开01表与公开03表；收支总表与支出总表",
            ExpenditureTotal),
        Cross("cross.expenditure-class", "收支总表各类支出＝支出表各类合计", "each class in the summary = its row in the expenditure table", "公开01表与公开03表；收支总表与支出总表",
            run => Classes(run, StatementKind.Summary, [Column.ExpenditureSide.Path], StatementKind.Expenditure, Relation.Equal)),
        Cross("cross.fiscal-income", "收支总表的财政拨款收入＝财政拨款总表的各项拨款", "each fund's appropriation in the summary = that in the appropriation summary",
            "公开01表与公开04表；收支总表与财政拨款收支总表", FiscalIncome),
        Cross("cross.fiscal-class", "财政拨款总表各类支出不大于收支总表同类支出", "each class of appropriations is not above the same class in the summary",
            "公开01表与公开04表；收支总表与财政拨款收支总表", FiscalClasses),
        Cross("cross.fiscal-part", "财政拨款总表的本年支出合计、年末结转和结余不大于收支总表", "appropriations spent and carried over are not above the summary's", "公开01表与公开04表",
            FiscalPart),
        Cross("cross.general-total", "财政拨款总表的一般公共预算支出合计＝一般公共预算支出表合计", "general public expenditure in the appropriation summary = total of its table",
            "公开04表与公开05表；财政拨款收支总表与一般公共预算支出表", GeneralTotal),
        Cross("cross.general-class", "财政拨款总表各类一般公共预算支出＝一般公共预算支出表各类",
            "each class of general public expenditure in the appropriation summary = its row in its table", "公开04表与公开05表；财政拨款收支总表与一般公共预算支出表", GeneralClasses),
        Cross("cross.general-part", "一般公共预算支出表各科目不大于支出表同科目，合计之差为其他科目",
            "general public expenditure by code is in the table of all expenditure and not above it; their totals differ by the other subjects",
            "公开03表与公开05表；支出总表与一般公共预算支出表", run =>
        {
            Parts(run, StatementKind.GeneralPublic, StatementKind.Expenditure);
            Rest(run, StatementKind.GeneralPublic, StatementKind.Expenditure);
        }),
        Cross("cross.government-fund", "财政拨款总表的政府性基金支出＝政府性基金表合计", "government fund expenditure in the appropriation summary = total of its table",
            "公开04表与公开07表；财政拨款收支总表与政府性基金预算支出表",
            run => Fund(run, StatementKind.GovernmentFund, Column.FiscalGovernmentFund.Path)),
        Cross("cross.state-capital", "财政拨款总表的国有资本经营预算支出＝国有资本经营预算表合计", "state capital expenditure in the appropriation summary = total of its table",
            "公开04表与公开08表；财政拨款收支总表与国有资本经营预算支出表",
            run => Fund(run, StatementKind.StateCapital, Column.FiscalStateCapital.Path)),
        Cross("cross.basic-total", "一般公共预算支出表的基本支出＝基本支出表人员经费＋公用经费", "basic expenditure of the general public budget = personnel + operations of its detail",
            "公开05表与公开06表；一般公共预算支出表与基本支出表", BasicTotal),
        Cross("cross.basic-groups", "一般公共预算支出表的人员经费、公用经费＝基本支出表合计行", "personnel and operations of the general public budget = the total row of the detail",
            "一般公共预算支出表与基本支出表", BasicGroups),
        Cross("cross.fiscal-expenditure", "财政拨款支出表合计＝财政拨款收支总表支出合计", "total of the appropriation expenditure table = expenditure of the appropriation summary",
            "财政拨款收支总表与财政拨款支出表", FiscalExpenditure),
        Cross("cross.fiscal-basic", "财政拨款基本支出表合计＝财政拨款收支总表的基本支出", "total of the appropriation basic table = basic expenditure of the appropriation summary",
            "财政拨款收支总表与财政拨款基本支出表", FiscalBasic),
        Cross("cross.general-of-fiscal", "一般公共预算支出（基本支出）表各科目不大于财政拨款支出（基本支出）表同科目",
            "general public expenditure by code is not above appropriations of that code", "财政拨款支出表与一般公共预算支出表；财政拨款基本支出表与一般公共预算基本支出表", run =>
        {
            Parts(run, StatementKind.GeneralPublic, StatementKind.FiscalExpenditure);
            Parts(run, StatementKind.Basic, StatementKind.FiscalBasic);
        }),
        new("cross.projects", RuleCategory.CrossTable, Severity.Warning, "项目支出表合计＝支出表项目支出合计",
            "total of the projects = project expenditure in the expenditure table", "支出总表与项目支出表", Projects),
        new("cross.operating", RuleCategory.CrossTable, Severity.Warning, "统计表、“三公”经费表所列机关运行经费不大于公用经费合计",
            "operating funds stated beside the tables are not above operations", "机关运行经费＝行政单位和参公事业单位的公用经费", Operating),
    ];

    private static Rule Cross(string id, string title, string english, string source,
        Action<RuleRun> body) => new(id, RuleCategory.CrossTable, Severity.Error, title, english, source, body);

    /// <summary>The lines of 本年合计 and 总计, whichever are printed.</summary>
    private static IEnumerable<Term> Totals(StatementIndex statement, LineSide side, string column)
    {
        var outline = statement.OutlineOf(side);
        if (outline.YearTotal >= 0) yield return statement.Term(outline.Lines[outline.YearTotal], column);
        if (outline.GrandTotal >= 0) yield return statement.Term(outline.Lines[outline.GrandTotal], column);
    }

    /// <summary>Totals that a table of the side may be of: 本年合计, 总计, and 本年合计 with the reserves used or with the carry-over alone; where no 本年合计 is
    /// printed, 总计 without either.</summary>
    private static IEnumerable<List<Term>> Scopes(StatementIndex statement, LineSide side, string column)
    {
        foreach (var term in Totals(statement, side, column)) yield return [term];
        var outline = statement.OutlineOf(side);
        var balances = Enumerable.Range(0, outline.Lines.Length)
            .Where(k => outline.Roles[k] == LineRole.Balance && statement.Lines[outline.Lines[k]].Figures[column] is not null);
        if (outline.YearTotal >= 0)
        {
            foreach (var k in balances) yield return [statement.Term(outline.Lines[outline.YearTotal], column), statement.Term(outline.Lines[k], column)];
        }
        else if (outline.GrandTotal >= 0) // 本年合计 is not printed: what 总计 holds beside reserves and carry-over
            yield return [statement.Term(outline.Lines[outline.GrandTotal], column), .. balances.Select(k => statement.Term(outline.Lines[k], column, -1))];
    }

    /// <summary>Whether two tables are of one scope, as far as their totals tell.</summary>
    private static bool SameScope(StatementIndex summary, LineSide side, string column, List<Term> total) =>
        total.Count == 0
            || !Totals(summary, side, column).Any(t => t.Amount is not null)
            || Scopes(summary, side, column).Any(s => RuleRun.Try(s, total) is Verdict.Exact or Verdict.Rounded);

    /// <summary>A total of a summary against one of another table: the year's where it agrees, else with the carry-over.</summary>
    private static void MatchTotal(RuleRun run, StatementIndex statement, LineSide side, string column, List<Term> right)
    {
        if (Scopes(statement, side, column).FirstOrDefault(s => s.Count > 1 && RuleRun.Try(s, right) is Verdict.Exact or Verdict.Rounded) is { } scope
            && !Totals(statement, side, column).Any(t => t.Amount is not null && RuleRun.Try([t], right) is Verdict.Exact or Verdict.Rounded))
        {
            run.Left.AddRange(scope);
            run.Right.AddRange(right);
            run.Balance();
            return;
        }
        Term? best = null;
        var nearest = decimal.MaxValue;
        foreach (var term in Totals(statement, side, column))
        {
            if (term.Amount is not { } amount) continue;
            if (RuleRun.Try([term], right) is Verdict.Exact or Verdict.Rounded)
            {
                best = term;
                break;
            }
            var distance = amount.Unit.IsMoney && right.TrueForAll(t => t.Amount is not { Unit.IsMoney: false })
                ? Math.Abs(amount.Value - Report.Sum(right, amount.Unit))
                : 0m;
            if (distance >= nearest) continue;
            (best, nearest) = (term, distance);
        }
        if (best is null)
        {
            run.Skip("总表没有合计行，或合计为空");
            return;
        }
        run.Left.Add(best.Value);
        run.Right.AddRange(right);
        run.Balance();
    }

    private static void IncomeTotal(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Summary) is not { } summary || run.Index.Filled(StatementKind.Income) is not { } income) return;
        var right = new List<Term>();
        if (AddTotal(run.Index, income, right, "合计", "本年收入/小计", "本年收入/合计", "金额")) MatchTotal(run, summary, LineSide.Income, Column.IncomeSide.Path, right);
        else run.Skip("收入表没有合计");
    }

    private static void IncomeSources(RuleRun run)
    {
        if (run.Index.IsBudget || run.Index.Filled(StatementKind.Summary) is not { } summary || run.Index.Filled(StatementKind.Income) is not { } income)
            return;
        foreach (var source in Sources)
        {
            var line = summary.LineNamed(source, LineSide.Income);
            if (line < 0 || !income.HasColumn(source)) continue;
            if (!AddTotal(run.Index, income, run.Right, source)) continue;
            run.Left.Add(summary.Term(line, Column.IncomeSide.Path));
            run.Balance();
        }
        if (!income.HasColumn(Column.FiscalAppropriation.Path)) return;
        var outline = summary.OutlineOf(LineSide.Income);
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            if (outline.Roles[k] == LineRole.Item && (IsFund(outline.Name(k)) || outline.Name(k) is "财政拨款收入" or "财政拨款"))
                run.Left.Add(summary.Term(outline.Lines[k], Column.IncomeSide.Path));
        }
        if (run.Left.Count > 0 && AddTotal(run.Index, income, run.Right, Column.FiscalAppropriation.Path)) run.Balance();
        run.Left.Clear();
    }

    private static void ExpenditureTotal(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Summary) is not { } summary || run.Index.Filled(StatementKind.Expenditure) is not { } expenditure) return;
        var right = new List<Term>();
        if (AddTotal(run.Index, expenditure, right, "合计", "金额")) MatchTotal(run, summary, LineSide.Expenditure, Column.ExpenditureSide.Path, right);
        else run.Skip("支出表没有合计");
    }

    /// <summary>Classes of a two-sided table against the 类 rows of a coded one, by name.</summary>
    private static void Classes(RuleRun run, StatementKind summaryKind, string[] columns, StatementKind codedKind, Relation relation)
    {
        if (run.Index.Filled(summaryKind) is not { } summary || run.Index.Filled(codedKind) is not { } coded) return;
        var column = Array.Find(columns, summary.HasColumn);
        var total = coded.WholeColumn;
        if (column is null || !coded.HasColumn(total)) return;
        if (coded.Codes.HasDuplicates || coded.Codes.Units.Length > 0)
        {
            run.Skip("分表按单位列示，未逐类比较");
            return;
        }
        var whole = new List<Term>();
        if (coded.Total >= 0) AddTotal(run.Index, coded, whole, total);
        if (relation == Relation.Equal && !SameScope(summary, LineSide.Expenditure, column, whole))
        {
            run.Skip("两表合计口径不同，未逐类比较");
            return;
        }
        run.Together("多数类不符：两表口径不同，或读取有误", () =>
        {
            foreach (var (line, row) in Match(summary, coded))
            {
                if (row < 0)
                {
                    if (summary.Lines[line].Figures[column] is { Value: not 0 }) run.Skip("分表没有同名的类");
                    continue;
                }
                run.Left.Add(summary.Term(line, column));
                run.Right.Add(coded.Term(row, total));
                run.Balance(relation);
            }
        });
    }

    /// <summary>The items of a summary's expenditure side with the 类 row of the same name; −1 where there is none.</summary>
    private static IEnumerable<(int Line, int Row)> Match(StatementIndex summary, StatementIndex coded)
    {
        var outline = summary.OutlineOf(LineSide.Expenditure);
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            if (outline.Roles[k] is not (LineRole.Item or LineRole.Detail) || outline.Name(k).Length == 0) continue;
            var row = -1;
            foreach (var line in coded.Codes.Ordered)
            {
                if (coded.Lines[line].Code!.Length == 3 && coded.Name(line) == outline.Name(k)) row = line;
            }
            yield return (outline.Lines[k], row);
        }
    }

    private static void Fund(RuleRun run, StatementKind kind, string column)
    {
        if (run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal || !fiscal.HasColumn(column) || run.Index.Of(kind) is not { } table) return;
        var left = Totals(fiscal, LineSide.Expenditure, column).FirstOrDefault(t => t.Amount is not null);
        if (left.Amount is null && !table.HasFigures) return;
        var right = new List<Term>();
        if (table.HasFigures && AddTotal(run.Index, table, right, Column.YearTotal.Path, Column.Total.Path))
        {
            if (left.Amount is not null && run.Index.IsBudget)
            {
                MatchTotal(run, fiscal, LineSide.Expenditure, column, right);
                return;
            }
            if (left.Amount is null) left = Totals(fiscal, LineSide.Expenditure, column).FirstOrDefault();
            if (left.Cell.Column is null) return;
            run.Left.Add(left);
            run.Right.AddRange(right);
            run.Balance();
        }
        // carried over, nothing spent
        else if (!table.HasFigures
            && fiscal.OutlineOf(LineSide.Expenditure).YearTotal is >= 0 and var year
            && left.Cell.Line != fiscal.OutlineOf(LineSide.Expenditure).Lines[year])
            run.Hold();
        else if (left.Amount is { Value: not 0 } && run.Index.Reading is { } reading && (reading.MayBePictured(kind) || reading.Diagnostics.Any(d => d.IsLoss)))
            run.Skip("文件有未能读出的部分，空表未判断");
        else if (left.Amount is { Value: not 0 } amount && !table.HasFigures)
        {
            run.Violate(fiscal, left.Cell.Line, $"{Report.Where(fiscal)}{column} 合计 {amount}，而 {table.Table} 为空表",
                $"{Report.Where(fiscal)}{column} adds up to {amount}, but {table.Table} is empty",
                "0", amount.Format(), column);
        }
        else if (left.Amount is not { Value: not 0 }) run.Hold();
        else run.Skip("分表没有合计");
    }

    private static void BasicTotal(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.GeneralPublic) is not { } general || run.Index.Filled(StatementKind.Basic) is not { } basic) return;
        if (!AddTotal(run.Index, general, run.Left, Column.Basic.Path)) return;
        var rights = new List<List<Term>>();
        foreach (var column in (ReadOnlySpan<string>)[Column.Amount.Path, Column.Total.Path])
        {
            if (!basic.HasColumn(column)) continue;
            var (personnel, operations) = (basic.LineNamed("人员经费合计"), basic.LineNamed("公用经费合计"));
            if (personnel >= 0 && operations >= 0) rights.Add([basic.Term(personnel, column), basic.Term(operations, column)]);
            else if (new List<Term>() is var total && AddTotal(run.Index, basic, total, column)) rights.Add(total);
        }
        if (rights.Count == 0) run.Skip("基本支出表没有合计");
        else run.Right.AddRange(rights[0]);
        run.Balance();
    }

    private static void BasicGroups(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.GeneralPublic) is not { } general || run.Index.Filled(StatementKind.Basic) is not { } basic) return;
        foreach (var (of, to) in new[] { (Column.BasicPersonnel.Path, Column.Personnel.Path), (Column.BasicPublic.Path, Column.Public.Path) })
        {
            if (!general.HasColumn(of) || !basic.HasColumn(to)) continue;
            if (AddTotal(run.Index, general, run.Left, of) && AddTotal(run.Index, basic, run.Right, to)) run.Balance();
            run.Left.Clear();
            run.Right.Clear();
        }
    }

    private static void FiscalExpenditure(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal || run.Index.Filled(StatementKind.FiscalExpenditure) is not { } table) return;
        var column = fiscal.ColumnOf(LineSide.Expenditure);
        var right = new List<Term>();
        if (AddTotal(run.Index, table, right, "金额", "合计")) MatchTotal(run, fiscal, LineSide.Expenditure, column, right);
    }

    private static void FiscalBasic(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal || run.Index.Filled(StatementKind.FiscalBasic) is not { } table) return;
        var line = fiscal.LineNamed("基本支出", LineSide.Purpose);
        if (line < 0) line = fiscal.LineNamed("基本支出", LineSide.Expenditure);
        if (line >= 0) run.Left.Add(fiscal.Term(line, Column.ExpenditureSide.Path));
        else if (run.Index.Filled(StatementKind.FiscalExpenditure) is not { } all || !AddTotal(run.Index, all, run.Left, Column.Basic.Path)) return;
        if (AddTotal(run.Index, table, run.Right, "金额", "合计")) run.Balance();
        else run.Left.Clear();
    }

    private static void Projects(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Expenditure) is not { } expenditure
            || run.Index.Filled(StatementKind.Projects) is not { } projects
            || projects.Total < 0)
            return;
        var (all, general) = (new List<Term>(), new List<Term>());
        if (!AddTotal(run.Index, expenditure, all, Column.Project.Path)) return;
        run.Left.Add(projects.Term(projects.Total, projects.HasColumn(Column.Total.Path) ? Column.Total.Path : Column.Amount.Path));
        // 一般公共预算财政拨款项目支出决算表 lists those of one fund
        var isGeneral = projects.Statement.Title.Contains("一般公共预算", StringComparison.Ordinal)
            && run.Index.Filled(StatementKind.GeneralPublic) is { } table && AddTotal(run.Index, table, general, Column.Project.Path);
        run.BalanceAny(isGeneral ? general : all);
    }

    private static void Operating(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Basic) is not { } basic) return;
        var amount = basic.HasColumn(Column.Amount.Path) ? Column.Amount.Path : Column.Total.Path;
        var total = new List<Term>();
        if (basic.LineNamed("公用经费合计") is var named and >= 0) total.Add(basic.Term(named, amount));
        else if (basic.HasColumn(Column.Public.Path)) AddTotal(run.Index, basic, total, Column.Public.Path);
        if (total.Count == 0) return;
        if (run.Index.Filled(StatementKind.ThreePublic) is { } three
            && (run.Index.IsBudget ? "预算数/机关运行经费" : "决算数/机关运行经费") is var column
            && three.HasColumn(column)
            && three.Lines.Length == 1 && three.Lines[0].Figures[column] is not null)
        {
            run.Left.Add(three.Term(0, column));
            run.Right.AddRange(total);
            run.Balance(Relation.AtMost);
        }
        if (run.Index.Filled(StatementKind.Statistics) is { } statistics)
        {
            for (var i = 0; i < statistics.Lines.Length; i++)
            {
                if (!statistics.Name(i).Contains("机关运行经费", StringComparison.Ordinal)
                    || statistics.Lines[i].Figures[Column.Statistic] is not { Unit.IsMoney: true })
                    continue;
                run.Left.Add(statistics.Term(i, Column.Statistic.Path));
                run.Right.AddRange(total);
                run.Balance(Relation.AtMost);
                break;
            }
        }
    }
}
