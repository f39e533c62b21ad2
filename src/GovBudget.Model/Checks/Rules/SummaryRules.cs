namespace GovBudget.Model.Checks;

/// <summary>The two-sided tables 收入支出总表 and 财政拨款收入支出总表: year totals, grand totals, balance, details.</summary>
internal static class SummaryRules
{
    public static IEnumerable<Rule> All =>
    [
        new("summary.year-total", RuleCategory.Arithmetic, Severity.Error, "总表：本年收入合计＝各项收入之和，本年支出合计＝各类支出之和",
            "summary tables: totals of the year = sum of their lines",
            "公开01、04表注（27行＝（1＋2＋…＋8）行等）；部门收支总表、财政拨款收支总表", run => Each(run, YearTotal)),
        new("summary.grand-total", RuleCategory.Arithmetic, Severity.Error, "总表：总计＝本年合计＋使用结余、年初结转和结余（支出方：结余分配、年末结转和结余）",
            "summary tables: grand total = total of the year + reserves used and carry-over (expenditure: distribution and carry-over)",
            "公开01、04表注（31行＝（27＋28＋29）行等）；部门收支总表、财政拨款收支总表", run => Each(run, GrandTotal)),
        new("summary.balance", RuleCategory.Arithmetic, Severity.Error, "总表：收入总计＝支出总计", "summary tables: total income = total expenditure",
            "公开01、04表：收支平衡；部门收支总表、财政拨款收支总表", Balance),
        new("summary.detail", RuleCategory.Arithmetic, Severity.Error, "总表：带下级的项目＝下级之和，其中项不大于本项",
            "summary tables: a line with lines below it = their sum; a line 其中 is not above its own", "公开01、04表行次关系（28行＝（29＋30＋31）行等）",
            run => Each(run, Detail)),
        new("summary.purpose", RuleCategory.Arithmetic, Severity.Error, "收支总表：按用途支出之和＝支出合计",
            "summary table: expenditure by purpose adds up to total expenditure", "部门收支总表（按支出用途）", Purpose),
    ];

    private static void Each(RuleRun run, Action<RuleRun, StatementIndex, Outline, string> body)
    {
        foreach (var statement in Tables(run))
        {
            foreach (var side in (ReadOnlySpan<LineSide>)[LineSide.Income, LineSide.Expenditure])
            {
                var outline = statement.OutlineOf(side);
                foreach (var column in statement.Columns) if (IsOf(column, side)) body(run, statement, outline, column);
            }
        }
    }

    private static IEnumerable<StatementIndex> Tables(RuleRun run) =>
        run.Index.Statements.Where(s => s.Kind is StatementKind.Summary or StatementKind.FiscalSummary);

    private static bool IsOf(string column,
        LineSide side) => column.StartsWith(side == LineSide.Income ? "收入" : "支出", StringComparison.Ordinal) && Combinators.IsSummed(column);

    private static void YearTotal(RuleRun run, StatementIndex statement, Outline outline, string column)
    {
        if (outline.YearTotal < 0) return;
        var (from, to) = outline.ItemsOf(outline.YearTotal);
        var depth = from > outline.YearTotal ? outline.Depths[from] : 1;
        var strict = Terms(run, statement, outline, column, from, to,
            k => outline.Depths[k] == depth ? outline.Roles[k] is LineRole.Item or LineRole.Detail : outline.Roles[k] == LineRole.Item);
        var loose = Terms(run, statement, outline, column, from, to, k => outline.Depths[k] == depth || outline.Roles[k] is LineRole.Item or LineRole.Loose);
        Compare(run, statement, outline.Lines[outline.YearTotal], column, strict, loose);
    }

    private static void GrandTotal(RuleRun run, StatementIndex statement, Outline outline, string column)
    {
        if (outline.GrandTotal < 0) return;
        var strict = new List<Term>();
        var loose = new List<Term>();
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            if (k == outline.GrandTotal) continue;
            var term = statement.Term(outline.Lines[k], column);
            var counts = outline.Roles[k] is LineRole.YearTotal or LineRole.Balance || (outline.YearTotal < 0 && outline.Roles[k] == LineRole.Item);
            if (counts) strict.Add(term);
            var outside = outline.YearTotal < 0 || (k > outline.YearTotal && k >= outline.ItemsOf(outline.YearTotal).To);
            if (counts || (outside && outline.Roles[k] is LineRole.Loose or LineRole.Item)) loose.Add(term);
        }
        Compare(run, statement, outline.Lines[outline.GrandTotal], column, strict, loose);
    }

    private static void Detail(RuleRun run, StatementIndex statement, Outline outline, string column)
    {
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            var role = outline.Roles[k];
            if (role is LineRole.YearTotal or LineRole.GrandTotal or LineRole.Loose || outline.Name(k).StartsWith("其中", StringComparison.Ordinal)) continue;
            var children = new List<Term>();
            var parts = new List<Term>();
            for (var j = k + 1; j < outline.Lines.Length && outline.Roles[j] is not (LineRole.YearTotal or LineRole.GrandTotal or LineRole.Balance); j++)
            {
                var isPart = outline.Name(j).StartsWith("其中", StringComparison.Ordinal);
                if (!isPart && outline.Depths[k] > 0 && outline.Depths[j] <= outline.Depths[k] && outline.Depths[j] > 0) break;
                if (!isPart && outline.Depths[j] > outline.Depths[k] + 1) continue; // a part of a part
                if (!isPart && role != LineRole.Balance && outline.Depths[j] != outline.Depths[k] + 1) break;
                if (!isPart && role == LineRole.Balance && !IsFund(outline.Name(j))) break;
                (isPart ? parts : children).Add(statement.Term(outline.Lines[j], column));
            }
            if (children.Exists(c => c.Amount is not null))
            {
                run.Left.Add(statement.Term(outline.Lines[k], column));
                run.Right.AddRange(children);
                run.Balance();
            }
            foreach (var part in parts)
            {
                run.Left.Add(part);
                run.Right.Add(statement.Term(outline.Lines[k], column));
                run.Balance(Relation.AtMost);
            }
        }
    }

    private static bool IsFund(string name) =>
        name.Contains("一般公共预算", StringComparison.Ordinal)
            || name.Contains("政府性基金", StringComparison.Ordinal)
            || name.Contains("国有资本", StringComparison.Ordinal);

    private static void Balance(RuleRun run)
    {
        foreach (var statement in Tables(run))
        {
            Outline income = statement.OutlineOf(LineSide.Income), expenditure = statement.OutlineOf(LineSide.Expenditure);
            if (income.GrandTotal < 0 || expenditure.GrandTotal < 0) continue;
            var column = statement.ColumnOf(LineSide.Expenditure);
            run.Left.Add(statement.Term(income.Lines[income.GrandTotal], Column.IncomeSide.Path));
            run.Right.Add(statement.Term(expenditure.Lines[expenditure.GrandTotal], column));
            run.Balance();
        }
    }

    private static void Purpose(RuleRun run)
    {
        foreach (var statement in Tables(run))
        {
            Outline purpose = statement.OutlineOf(LineSide.Purpose), expenditure = statement.OutlineOf(LineSide.Expenditure);
            var column = Column.ExpenditureSide.Path;
            var items = Terms(run, statement, purpose, column, 0, purpose.Lines.Length, k => purpose.Roles[k] == LineRole.Item);
            if (!items.Exists(t => t.Amount is not null)) continue;
            var total = Total(purpose) is var own and >= 0 ? own : Total(expenditure);
            if (total < 0)
            {
                run.Skip("支出方没有合计");
                continue;
            }
            run.Left.Add(statement.Term(total, column));
            run.Right.AddRange(items);
            run.Balance();
        }
    }

    private static int Total(Outline outline) =>
        outline.YearTotal >= 0 ? outline.Lines[outline.YearTotal] : outline.GrandTotal >= 0 ? outline.Lines[outline.GrandTotal] : -1;

    private static void Compare(RuleRun run, StatementIndex statement, int line, string column, List<Term> strict, List<Term> loose)
    {
        var total = statement.Term(line, column);
        if (!strict.Exists(t => t.Amount is not null) && !loose.Exists(t => t.Amount is not null))
        {
            if (total.Amount is { Value: not 0 }) run.Skip("合计的各分项均未列示");
            return;
        }
        run.Left.Add(total);
        run.BalanceAny(strict, loose);
    }

    private static List<Term> Terms(RuleRun run, StatementIndex statement, Outline outline, string column, int from, int to, Func<int, bool> counts)
    {
        var terms = new List<Term>();
        for (var k = from; k < to; k++)
        {
            if (outline.Roles[k] is LineRole.Item or LineRole.Detail or LineRole.Loose && counts(k)) terms.Add(statement.Term(outline.Lines[k], column));
        }
        return terms;
    }
}
