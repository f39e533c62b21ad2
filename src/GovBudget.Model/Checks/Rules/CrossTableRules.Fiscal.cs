using static GovBudget.Model.Checks.Combinators;

namespace GovBudget.Model.Checks;

/// <summary>财政拨款收支总表 against the summary of everything and against the general public budget.</summary>
internal static partial class CrossTableRules
{
    private static void FiscalIncome(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Summary) is not { } summary || run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal) return;
        foreach (var fund in Funds)
        {
            var (left, right) = (FundLine(summary, fund), FundLine(fiscal, fund));
            if (left < 0 || right < 0) continue;
            run.Left.Add(summary.Term(left, Column.IncomeSide.Path));
            var year = fiscal.Term(right, Column.IncomeSide.Path);
            // a budget may count the fund's carry-over as its income
            if (run.Index.IsBudget && RuleRun.Try(run.Left, [year]) == Verdict.Violated) run.BalanceAny([year], [year, .. CarriedOver(fiscal, fund)]);
            else
            {
                run.Right.Add(year);
                run.Balance();
            }
        }
        if (!Array.Exists(Funds, fund => FundLine(summary, fund) >= 0)) FiscalIncomeTogether(run, summary, fiscal);
    }

    /// <summary>财政拨款收入 of a summary that does not list the funds, against all of them.</summary>
    private static void FiscalIncomeTogether(RuleRun run, StatementIndex summary, StatementIndex fiscal)
    {
        var line = summary.LineNamed("财政拨款收入", LineSide.Income);
        List<Term> funds = [.. Funds.Select(fund => FundLine(fiscal, fund)).Where(l => l >= 0).Distinct().Select(l => fiscal.Term(l, Column.IncomeSide.Path))];
        if (line < 0 || funds.Count == 0) return;
        run.Left.Add(summary.Term(line, Column.IncomeSide.Path));
        if (run.Index.IsBudget && RuleRun.Try(run.Left, funds) == Verdict.Violated)
            run.BalanceAny(funds, [.. funds, .. Funds.SelectMany(fund => CarriedOver(fiscal, fund))]);
        else
        {
            run.Right.AddRange(funds);
            run.Balance();
        }
    }

    /// <summary>The carry-over of a fund on the income side of an appropriation summary.</summary>
    private static IEnumerable<Term> CarriedOver(StatementIndex fiscal, string fund)
    {
        var outline = fiscal.OutlineOf(LineSide.Income);
        var after = false;
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            if (after && outline.Name(k).Contains(fund, StringComparison.Ordinal)) yield return fiscal.Term(outline.Lines[k], Column.IncomeSide.Path);
            after |= outline.Roles[k] == LineRole.Balance;
        }
    }

    /// <summary>The first income line of a fund, before any carry-over.</summary>
    private static int FundLine(StatementIndex statement, string fund)
    {
        var outline = statement.OutlineOf(LineSide.Income);
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            if (outline.Roles[k] == LineRole.Balance) return -1;
            if (outline.Roles[k] is LineRole.Item or LineRole.Detail
                && outline.Name(k).Contains(fund, StringComparison.Ordinal)
                && !outline.Name(k).StartsWith("其中", StringComparison.Ordinal))
                return outline.Lines[k];
        }
        return -1;
    }

    private static bool IsFund(string name) => Array.Exists(Funds, f => name.Contains(f, StringComparison.Ordinal));

    private static void FiscalClasses(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.Summary) is not { } summary || run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal) return;
        var column = fiscal.ColumnOf(LineSide.Expenditure);
        var outline = fiscal.OutlineOf(LineSide.Expenditure);
        for (var k = 0; k < outline.Lines.Length; k++)
        {
            if (outline.Roles[k] is not (LineRole.Item or LineRole.Detail) || fiscal.Lines[outline.Lines[k]].Figures[column] is null) continue;
            var line = summary.LineNamed(outline.Name(k), LineSide.Expenditure);
            if (line < 0 || summary.Lines[line].Figures[Column.ExpenditureSide] is null) continue;
            run.Left.Add(fiscal.Term(outline.Lines[k], column));
            run.Right.Add(summary.Term(line, Column.ExpenditureSide.Path));
            run.Balance(Relation.PartOf);
        }
    }

    private static void FiscalPart(RuleRun run)
    {
        if (run.Index.IsBudget || run.Index.Filled(StatementKind.Summary) is not { } summary || run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal)
            return;
        foreach (var label in (ReadOnlySpan<LineLabel>)[LineLabel.YearExpenditure, LineLabel.Closing])
        {
            var (left, right) = (Named(fiscal, label), Named(summary, label));
            if (left < 0 || right < 0 || summary.Lines[right].Figures[Column.ExpenditureSide] is null) continue;
            run.Left.Add(fiscal.Term(left, Column.FiscalTotal.Path));
            run.Right.Add(summary.Term(right, Column.ExpenditureSide.Path));
            run.Balance(Relation.PartOf);
        }
    }

    private static int Named(StatementIndex statement, LineLabel label)
    {
        for (var i = 0; i < statement.Lines.Length; i++) if (statement.Lines[i].Side == LineSide.Expenditure && label.Names(statement.Name(i))) return i;
        return -1;
    }

    /// <summary>The column of general public expenditure in an appropriation summary: its own, else the total where no other fund spends.</summary>
    private static string? GeneralColumn(DocumentIndex index, StatementIndex fiscal)
    {
        if (fiscal.HasColumn(Column.FiscalGeneralPublic.Path)) return Column.FiscalGeneralPublic.Path;
        if (index.Filled(StatementKind.GovernmentFund) is not null || index.Filled(StatementKind.StateCapital) is not null) return null;
        return fiscal.ColumnOf(LineSide.Expenditure);
    }

    private static void GeneralTotal(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal || run.Index.Filled(StatementKind.GeneralPublic) is not { } general) return;
        var right = new List<Term>();
        if (GeneralColumn(run.Index, fiscal) is not { } column) run.Skip("财政拨款总表未分列一般公共预算");
        else if (!AddTotal(run.Index, general, right, "合计", "金额")) run.Skip("一般公共预算支出表没有合计");
        else if (run.Index.IsBudget && !HoldsAny(fiscal, column, right) && HoldsAny(fiscal, column, [.. right, .. GeneralCarriedOver(fiscal)]))
            MatchTotal(run, fiscal, LineSide.Expenditure, column, [.. right, .. GeneralCarriedOver(fiscal)]); // 当年拨款 alone stands in the table by subject
        else MatchTotal(run, fiscal, LineSide.Expenditure, column, right);
    }

    /// <summary>What an appropriation summary carries over for the general public budget: the fund's line, else the line for all.</summary>
    private static List<Term> GeneralCarriedOver(StatementIndex fiscal)
    {
        List<Term> own = [.. CarriedOver(fiscal, "一般公共预算")];
        if (own.Count > 0) return own;
        var outline = fiscal.OutlineOf(LineSide.Income);
        return [.. outline.Lines.Where(l => LineLabel.Opening.Names(fiscal.Name(l))).Take(1).Select(l => fiscal.Term(l, Column.IncomeSide.Path))];
    }

    /// <summary>Whether one of the totals of the expenditure side is that sum.</summary>
    private static bool HoldsAny(StatementIndex fiscal, string column, List<Term> right) =>
        Scopes(fiscal, LineSide.Expenditure, column).Any(s => RuleRun.Try(s, right) is Verdict.Exact or Verdict.Rounded);

    private static void GeneralClasses(RuleRun run)
    {
        if (run.Index.Filled(StatementKind.FiscalSummary) is not { } fiscal) return;
        if (GeneralColumn(run.Index, fiscal) is { } column) Classes(run, StatementKind.FiscalSummary, [column], StatementKind.GeneralPublic, Relation.Equal);
    }
}
