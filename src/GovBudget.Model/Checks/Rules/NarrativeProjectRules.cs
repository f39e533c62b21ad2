namespace GovBudget.Model.Checks;

/// <summary>Projects that the text lists by name: stated alike wherever they are, and in step with the subjects they are paid from.</summary>
internal static class NarrativeProjectRules
{
    private const int ShortestName = 6;

    public static IEnumerable<Rule> All =>
    [
        new("narrative.restated-project", RuleCategory.Logic, Severity.Warning, "同一项目的金额前后一致", "the amount of a project is stated alike",
            "部门决算（预算）情况说明与绩效情况说明", Restated),
        new("narrative.project-income", RuleCategory.CrossTable, Severity.Warning, "项目的“预算收入”＝所用科目的本年收入", "what a project received = the income of its subject",
            "绩效情况说明与公开02表、公开03表", Income),
    ];

    /// <summary>A project with an amount, by its name alone.</summary>
    private sealed record Stated(TextClaim Place, string Name, Amount Amount, FigureMeasure Measure)
    {
        /// <summary>Whether the amount is surely what was spent: said to be, or an item of a list of what was.</summary>
        public bool IsActual => Measure is FigureMeasure.Actual or FigureMeasure.Execution or FigureMeasure.Unstated;
    }

    private static void Restated(RuleRun run)
    {
        var stated = StatedProjects(run.Index).ToList();
        foreach (var group in stated.Where(s => s.Name.Length >= ShortestName && !s.Name.StartsWith("资金", StringComparison.Ordinal)).GroupBy(s => s.Name))
        {
            if (group.FirstOrDefault(s => s.IsActual) is not { } first) continue;
            foreach (var other in group)
            {
                // the budget of a project is another figure, unless they all but agree
                if (other == first || (!other.IsActual && TextFinding.Compare(other.Amount, first.Amount) != Verdict.Rounded)) continue;
                // items of a table's list are told apart by it, not here
                if (other.Measure == FigureMeasure.Unstated && first.Measure == FigureMeasure.Unstated && other.Place.Section == first.Place.Section) continue;
                NarrativeConsistencyRules.Judge(run, other.Place, other.Place.Claim is AmountClaim claim ? claim.Subject.Name : other.Name, other.Amount,
                    first.Amount,
                    first.Place, Severity.Warning);
            }
        }
    }

    private static IEnumerable<Stated> StatedProjects(DocumentIndex index)
    {
        foreach (var place in index.Text.Claims)
        {
            var items = place.Section.Kind is SectionKind.GeneralPublicItems or SectionKind.ProjectExpenditure;
            if (place.InReason || !(items || place.Section.Kind is SectionKind.Performance or SectionKind.GeneralPublic)) continue;
            if (place.Claim is AmountClaim { Subject: { Quantity: BudgetQuantity.Other } subject } claim
                && NarrativeIndex.Money(claim.Amount) is { } amount
                && (subject.Year is null || subject.Year == index.Year)
                && (subject.Measure is FigureMeasure.Actual or FigureMeasure.Execution || (items && !index.IsBudget)))
                yield return new Stated(place, Bare(subject.Name), amount, subject.Measure);
            if (place.Claim is ListClaim { Subject.Quantity: BudgetQuantity.ProjectExpenditure } list)
            {
                foreach (var item in list.Items)
                {
                    if (item.Amount is { } printed && NarrativeIndex.Money(printed) is { } money)
                        yield return new Stated(place, Bare(item.Name), money, index.IsBudget ? FigureMeasure.Budget : FigureMeasure.Actual);
                }
            }
        }
    }

    /// <summary>The name of a project without what is said of it: <c>宣传项目支出</c> is 宣传.</summary>
    private static string Bare(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["支出", "收入", "决算", "预算", "项目"])
            if (name.EndsWith(word, StringComparison.Ordinal)) name = name[..^word.Length];
        return name;
    }

    /// <summary>What a project received (null where only one amount is stated) and spent.</summary>
    private sealed record Account(TextClaim Place, string Name, Amount? Received, Amount Spent);

    private static void Income(RuleRun run)
    {
        if (run.Index.IsBudget
            || run.Index.Filled(StatementKind.Income) is not { Codes.HasDuplicates: false } income
            || run.Index.Filled(StatementKind.GeneralPublic) is not { Codes.HasDuplicates: false } spending)
            return;
        foreach (var section in Accounts(run.Index.Text).GroupBy(a => a.Place.Section))
        {
            List<Account> accounts = [.. section];
            foreach (var account in accounts) if (account.Received is { } received) OfSubject(run, income, spending, account, received, accounts);
            OfAll(run, income, spending, accounts);
        }
    }

    /// <summary>Numbered projects with 预算收入 and 决算支出; in such a list the only amount of an item is both.</summary>
    private static IEnumerable<Account> Accounts(NarrativeIndex text)
    {
        foreach (var sentence in text.Claims.Where(c => c is
        {
            InReason: false,
            Claim: AmountClaim { Subject.Quantity: BudgetQuantity.Other }
        }).GroupBy(c => c.SentenceNumber))
        {
            var amounts = sentence.Select(c => (Place: c, Claim: (AmountClaim)c.Claim, Money: NarrativeIndex.Money(((AmountClaim)c.Claim).Amount)))
                .Where(c => c.Money is not null).ToList();
            var words = sentence.First().Sentence.Text;
            var received = amounts.Find(a => a.Claim.Subject.Measure == FigureMeasure.Budget);
            if (received.Claim is not null && words.Contains("预算收入", StringComparison.Ordinal))
            {
                var name = Bare(received.Claim.Subject.Name);
                var spent = amounts.Find(a => a.Claim.Subject.Measure == FigureMeasure.Actual && Bare(a.Claim.Subject.Name) == name);
                if (spent.Claim is not null) yield return new Account(received.Place, name, received.Money, spent.Money!.Value);
            }
            else if (amounts is [var only] && words[0] is '（' or '(' or (>= '0' and <= '9'))
                yield return new Account(only.Place, Bare(only.Claim.Subject.Name), null, only.Money!.Value);
        }
    }

    /// <summary>Just one subject spends on projects what one project spent: the subject's income of the year is the project's.</summary>
    private static void OfSubject(RuleRun run, StatementIndex income, StatementIndex spending, Account account, Amount received, List<Account> accounts)
    {
        if (account.Spent.Value == 0 || accounts.Count(p => p.Spent.SameSize(account.Spent)) > 1) return;
        var lines = ProjectLines(spending).FindAll(l => spending.Lines[l].Figures[Column.Project]!.Value.SameSize(account.Spent));
        if (lines is not [var line] || HasBasic(spending, line) || IncomeOf(income, spending, line) is not { } printed)
        {
            run.Skip("没有一个科目的项目支出恰是该项目的支出");
            return;
        }
        var subject = $"{spending.Lines[line].Code} {spending.Name(line)}";
        run.Score(TextFinding.Compare(received, printed), rule => Of(rule, account.Place, account.Name, received, printed, income,
            $"{account.Name}预算收入 {received}、支出 {account.Spent}，支出即 {subject}的项目支出，而{income.Table}该科目收入 {printed}",
            $"{account.Name} received {received} and spent {account.Spent}, which is what {subject} spent, whose income is {printed}"));
    }

    /// <summary>Projects that together spent all that was spent on projects received all that the subjects of projects did.</summary>
    private static void OfAll(RuleRun run, StatementIndex income, StatementIndex spending, List<Account> accounts)
    {
        var lines = ProjectLines(spending);
        if (accounts.Count(a => a.Received is not null) < 2 || lines.Count == 0) return;
        var unit = accounts[0].Spent.Unit;
        if (Math.Abs(accounts.Sum(a => a.Spent.Yuan) - lines.Sum(l => spending.Lines[l].Figures[Column.Project]!.Value.Yuan))
            > accounts.Sum(a => a.Spent.HalfStep) + lines.Sum(l => spending.Lines[l].Figures[Column.Project]!.Value.HalfStep)
            || lines.Exists(l => HasBasic(spending, l) || IncomeOf(income, spending, l) is null))
        {
            run.Skip("所列项目不是全部项目支出");
            return;
        }
        var received = accounts.ConvertAll(a => a.Received ?? a.Spent);
        var printed = lines.ConvertAll(l => IncomeOf(income, spending, l)!.Value);
        var (sum, whole) = (new Amount(received.Sum(a => a.In(unit).Value), unit), new Amount(printed.Sum(a => a.In(unit).Value), unit));
        var gap = Math.Abs(sum.Yuan - whole.Yuan);
        var verdict = gap == 0 ? Verdict.Exact : gap <= received.Sum(a => a.HalfStep) + printed.Sum(a => a.HalfStep) ? Verdict.Rounded : Verdict.Violated;
        run.Score(verdict, rule => Of(rule, accounts[0].Place, "项目预算收入", sum, whole, income,
            $"{accounts.Count} 个项目的预算收入 {Terms(received)} = {sum.Format()}，{income.Table}有项目支出的科目收入 {Terms(printed)} = {whole.Format()}",
            $"{accounts.Count} projects received {Terms(received)} = {sum.Format()}, their subjects {Terms(printed)} = {whole.Format()}", verdict));
    }

    private static string Terms(List<Amount> amounts) => string.Join("+", amounts.Select(a => a.Format()));

    private static Finding Of(Rule rule, TextClaim place, string name, Amount actual, Amount expected, StatementIndex income, string message, string english,
        Verdict? verdict = null)
    {
        var gap = actual.Value - expected.In(actual.Unit).Value;
        return TextFinding.Of(rule, place, name, $"{message}：差 {TextFinding.Number(Math.Abs(gap))}", english, expected.In(actual.Unit).Format(),
            actual.Format(),
            verdict: verdict ?? TextFinding.Compare(actual, expected), table: income.Table, difference: gap, unit: actual.Unit);
    }

    /// <summary>The smallest subjects that spend on projects.</summary>
    private static List<int> ProjectLines(StatementIndex spending) =>
        [.. spending.Codes.Ordered.Where(l => spending.Codes.FirstChild(l) < 0
            && spending.Lines[l].Figures[Column.Project] is { Unit.IsMoney: true, Value: not 0 })];

    /// <summary>Whether a subject has basic spending too, so that its income is not the projects' alone.</summary>
    private static bool HasBasic(StatementIndex spending, int line) => spending.Lines[line].Figures[Column.Basic] is { Value: not 0 };

    private static Amount? IncomeOf(StatementIndex income, StatementIndex spending, int line) =>
        income.LineOf(spending.Lines[line].Code!) is var row and >= 0 && income.Lines[row].Figures[Column.Total] is { Unit.IsMoney: true } amount
            ? amount
            : null;
}
