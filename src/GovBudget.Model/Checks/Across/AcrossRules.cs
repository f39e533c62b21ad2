using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Checks;

/// <summary>A budget with the final accounts of its year, a year with the year before, a department with its units.</summary>
internal static partial class AcrossRules
{
    private const string ThreePublicBudget = "预算数/";

    public static IEnumerable<Rule> All =>
    [
        Across("across.opening-balance", Severity.Error, "年初结转和结余＝上年决算的年末结转和结余", "opening balance = closing balance of last year's accounts",
            "决算报表编制说明：年初结转和结余承接上年年末数", DocumentRelationKind.YearBefore, Opening),
        Across("across.last-year-columns", Severity.Warning, "表中所列上年数＝上年文件的同一数字", "last year's columns = the figures of last year's document",
            "预算表上年预算数、上年执行数栏", DocumentRelationKind.YearBefore, LastYearColumns),
        Across("across.quoted-last-year", Severity.Error, "正文所引上年数＝上年决算（预算）的数字", "figures quoted for last year = those of last year's document",
            "部门决算（预算）情况说明与上年文件", DocumentRelationKind.YearBefore, QuotedLastYear),
        Across("across.change", Severity.Warning, "正文所说增减额＝本年数－上年文件的数字", "changes stated in the text = this year's figure − that of last year's document",
            "部门决算（预算）情况说明与上年文件", DocumentRelationKind.YearBefore, Changes),
        Across("across.quoted-budget", Severity.Warning, "决算所引年初预算数＝年初部门预算的数字", "initial budgets quoted in the accounts = the figures of the published budget",
            "部门决算情况说明与同年部门预算", DocumentRelationKind.BudgetAndAccounts, QuotedBudget),
        Across("across.three-public-budget", Severity.Warning, "决算“三公”经费表的预算数＝同年部门预算的“三公”经费（按规定调整的除外）",
            "budget column of the three-public table = the published budget's (unless adjusted)", "公开09表预算数与“三公”经费预算表", DocumentRelationKind.BudgetAndAccounts,
            ThreePublic),
        Across("across.units", Severity.Warning, "各单位收支之和不大于部门收支", "income and expenditure of the units are not above the department's", "部门决算（预算）由所属单位汇总",
            DocumentRelationKind.DepartmentAndUnit, Units),
    ];

    private static Rule Across(string id, Severity severity, string title, string english, string source, DocumentRelationKind kind, Action<AcrossRun> body) =>
        new(id, RuleCategory.AcrossDocuments, severity, title, english, source, _ => { })
        {
            Across = run =>
            {
                if (run.Kind == kind) body(run);
            },
        };

    private static void Opening(AcrossRun run)
    {
        if (run.First.IsBudget || run.Second.IsBudget) return;
        foreach (var kind in (ReadOnlySpan<StatementKind>)[StatementKind.Summary, StatementKind.FiscalSummary])
        {
            if (Balance(run.Second, kind, LineSide.Income, LineLabel.Opening) is { } opening
                && Balance(run.First, kind, LineSide.Expenditure, LineLabel.Closing) is { } closing)
                run.Compare(opening, [closing]);
        }
        foreach (var kind in (ReadOnlySpan<StatementKind>)[StatementKind.GovernmentFund, StatementKind.StateCapital])
        {
            if (Total(run.Second, kind, Column.Opening.Path) is { } opening && Total(run.First, kind, Column.Closing.Path) is { } closing)
                run.Compare(opening, [closing]);
        }
    }

    private static AcrossFigure? Balance(DocumentIndex index, StatementKind kind, LineSide side, LineLabel label)
    {
        if (index.Filled(kind) is not { } statement) return null;
        var column = statement.ColumnOf(side);
        foreach (var line in statement.OutlineOf(side).Lines)
        {
            if (label.Names(statement.Name(line)) && statement.Term(line, column) is { Amount: { Unit.IsMoney: true } } term)
                return AcrossFigure.Of(index, term);
        }
        return null;
    }

    private static AcrossFigure? Total(DocumentIndex index, StatementKind kind, params ReadOnlySpan<string> columns)
    {
        if (index.Filled(kind) is not { } statement) return null;
        var terms = new List<Term>();
        return Combinators.AddTotal(index, statement, terms, columns) && terms is [{ Amount: { Unit.IsMoney: true } } term]
            ? AcrossFigure.Of(index, term)
            : null;
    }

    [GeneratedRegex(@"^((?:19|20)\d\d)年度?(预算数?|执行数|决算数?|预算执行数)(?:/(.+))?$")]
    private static partial Regex OtherYearColumn();

    /// <summary>Columns headed 2023年预算数, 2023年执行数 against the document of that year and kind, code by code.</summary>
    private static void LastYearColumns(AcrossRun run)
    {
        foreach (var later in run.Second.Statements)
        {
            if (!later.HasFigures
                || later.Codes.HasDuplicates
                || run.First.Filled(later.Kind) is not { } earlier
                || earlier.Codes.HasDuplicates
                || later.Kind == StatementKind.Other)
                continue;
            foreach (var column in later.Columns)
            {
                if (OtherYearColumn().Match(column) is not { Success: true } match
                    || int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) != run.First.Year)
                    continue;
                if (run.First.IsBudget != match.Groups[2].ValueSpan is "预算" or "预算数") continue;
                var own = match.Groups[3].Success ? match.Groups[3].Value : earlier.WholeColumn;
                if (!earlier.HasColumn(own)) continue;
                if (later.Total >= 0 && earlier.Total >= 0) Pair(later.Total, earlier.Total);
                foreach (var line in later.Codes.Ordered) if (earlier.LineOf(later.Lines[line].Code!) is var row and >= 0) Pair(line, row);

                void Pair(int line, int row)
                {
                    if (later.Term(line, column) is { Amount: { Unit.IsMoney: true } } left
                        && earlier.Term(row, own) is { Amount: { Unit.IsMoney: true } } right)
                        run.Compare(AcrossFigure.Of(run.Second, left), [AcrossFigure.Of(run.First, right)]);
                }
            }
        }
    }

    /// <summary>What the earlier document's tables print for a subject of the later one's text.</summary>
    private static List<AcrossFigure> InTables(DocumentIndex index, TextClaim place, ClaimSubject subject) =>
        [.. new NarrativeTables(
            index).Find(place.Section.Kind, subject with { Year = null, IsPreviousYear = false, Measure = FigureMeasure.Unstated }, FigureRole.Main)
            .Where(t => t.Amount is { Unit.IsMoney: true }).Select(t => AcrossFigure.Of(index, t))];

    /// <summary>Whether the measure that is quoted of another year is what that year's document states.</summary>
    private static bool IsOf(DocumentIndex earlier, FigureMeasure measure, bool laterIsBudget) => measure switch
    {
        FigureMeasure.Unstated => earlier.IsBudget == laterIsBudget,
        FigureMeasure.Actual or FigureMeasure.Execution => !earlier.IsBudget,
        _ => earlier.IsBudget,
    };

    private static void QuotedLastYear(AcrossRun run)
    {
        var text = run.Second.Text;
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            var subject = claim.Subject;
            if (subject.Quantity == BudgetQuantity.Other
                || !text.IsOwn(subject)
                || subject.Within is not null
                || NarrativeIndex.Money(claim.Amount) is not { } amount)
                continue;
            if (!(subject.IsPreviousYear || subject.Year == run.First.Year) || !IsOf(run.First, subject.Measure, run.Second.IsBudget)) continue;
            run.Compare(AcrossFigure.Of(run.Second, place, $"{run.First.Year}年{NarrativeIndex.NameOf(subject)}", amount), InTables(run.First, place, subject));
        }
    }

    private static void Changes(AcrossRun run)
    {
        var text = run.Second.Text;
        var operands = new TextOperands(run.Second);
        foreach (var (place, claim) in text.Of<ChangeClaim>())
        {
            var subject = claim.Subject;
            if (claim.By is not { } by
                || NarrativeIndex.Money(by) is not { } change
                || claim.Against is not { } basis
                || !text.IsOtherYear(basis)
                || (basis.Year is { } year && year != run.First.Year))
                continue;
            if (subject.Quantity == BudgetQuantity.Other
                || subject.Within is not null
                || !text.IsOwn(subject)
                || text.RoleOf(subject) != FigureRole.Main
                || claim.Direction is not (ChangeDirection.Up or ChangeDirection.Down))
                continue;
            if (!IsOf(run.First, basis.Measure, run.Second.IsBudget) || operands.Main(place, subject) is not [var current, ..]) continue;
            var candidates = InTables(run.First, place, subject);
            if (candidates.Count == 0) continue;
            var before = current.In(change.Unit).Value - (claim.Direction == ChangeDirection.Up ? change.Value : -change.Value);
            var implied = new Amount(before, change.Unit).RoundTo(Math.Max(change.Decimals, current.In(change.Unit).Decimals));
            // two printed figures stand behind the implied one
            var slack = change.HalfStep + current.HalfStep;
            if (candidates.Exists(c => Math.Abs(c.Amount.Yuan - implied.Yuan) <= slack + c.Amount.HalfStep)) run.Run.Hold();
            else run.Compare(AcrossFigure.Of(run.Second, place, $"{NarrativeIndex.NameOf(subject)}增减 {change}，即 {run.First.Year} 年", implied), candidates, halfStep: slack);
        }
    }

    private static void QuotedBudget(AcrossRun run)
    {
        var text = run.Second.Text;
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            var subject = claim.Subject;
            if (subject.Measure != FigureMeasure.InitialBudget
                || subject.IsPreviousYear
                || (subject.Year is { } year && year != run.Second.Year)
                || subject.Quantity == BudgetQuantity.Other
                || !text.IsOwn(subject))
                continue;
            if (NarrativeIndex.Money(claim.Amount) is not { } amount) continue;
            run.Compare(AcrossFigure.Of(run.Second, place, NarrativeIndex.NameOf(subject), amount), InTables(run.First, place, subject));
        }
    }

    private static void ThreePublic(AcrossRun run)
    {
        if (Row(run.Second) is not var (accounts, line) || Row(run.First) is not var (budget, row)) return;
        foreach (var item in ThreePublicStatement.Items)
        {
            var column = ThreePublicBudget + item;
            if (accounts.Term(line, column) is { Amount: { Unit.IsMoney: true } } left && budget.Term(row, column) is { Amount: { Unit.IsMoney: true } } right)
                run.Compare(AcrossFigure.Of(run.Second, left), [AcrossFigure.Of(run.First, right)]);
        }

        static (StatementIndex Statement, int Line)? Row(DocumentIndex index) =>
            index.Filled(StatementKind.ThreePublic) is { } table && (table.Total >= 0 ? table.Total : table.Lines.Length == 1 ? 0 : -1) is var at and >= 0
                ? (table, at)
                : null;
    }

    private static readonly (StatementKind Kind, string[] Columns)[] Summed =
    [
        (StatementKind.Income, ["合计"]), (StatementKind.Expenditure, ["合计"]), (StatementKind.Expenditure, ["基本支出"]), (StatementKind.Expenditure, ["项目支出"]),
        (StatementKind.GeneralPublic, ["合计"]), (StatementKind.Basic, ["金额", "合计"]),
    ];

    private static void Units(AcrossRun run)
    {
        foreach (var (kind, columns) in Summed)
        {
            if (Total(run.First, kind, columns) is not { } whole) continue;
            var parts = run.Others.Select(o => Total(o, kind, columns)).OfType<AcrossFigure>().ToList();
            if (parts.Count == 0) continue;
            var sum = parts.Sum(p => p.Amount.Yuan);
            var bound = whole.Amount.HalfStep + parts.Sum(p => p.Amount.HalfStep);
            if (sum <= whole.Amount.Yuan + bound)
            {
                run.Run.Hold();
                continue;
            }
            var (unit, names) = (whole.Amount.Unit, string.Join('、', run.Others.Select(o => o.Document.Organisation)));
            var shown = Report.Number(Report.Trim(sum / unit.YuanPerUnit));
            run.Run.Score(Verdict.Violated, rule => new Finding
            {
                Rule = rule,
                Verdict = Verdict.Violated,
                Severity = rule.Severity,
                Table = whole.Table,
                Item = whole.Item,
                Column = whole.Column,
                Place = whole.Place,
                Expected = shown,
                Actual = whole.Amount.Format(),
                Difference = Report.Trim(whole.Amount.Value - (sum / unit.YuanPerUnit)),
                Tolerance = Report.Trim(bound / unit.YuanPerUnit),
                Unit = unit,
                Message = $"{whole.Name} {whole.Amount}，小于所属单位（{names}）之和 {shown}：{string.Join(" + ", parts.Select(p => p.Amount.Format()))}",
                EnglishMessage = $"{whole.Name} {whole.Amount} is below the sum of its units ({names}) {shown}",
            });
        }
    }
}
