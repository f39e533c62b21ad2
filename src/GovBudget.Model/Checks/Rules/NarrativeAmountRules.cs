namespace GovBudget.Model.Checks;

/// <summary>Amounts of the text against the tables that they restate.</summary>
internal static class NarrativeAmountRules
{
    public static IEnumerable<Rule> All =>
    [
        new("narrative.amount", RuleCategory.CrossTable, Severity.Error, "正文引用的金额＝表中的金额", "amounts restated in the text = the tables' figures",
            "部门决算（预算）情况说明与各公开表", Amounts),
        new("narrative.list-amount", RuleCategory.CrossTable, Severity.Error, "正文“主要包括”所列科目的金额＝基本支出表同科目金额",
            "amounts of listed subjects in the text = the basic expenditure table's",
            "一般公共预算财政拨款基本支出情况说明与公开06表；预算同", ListAmounts),
        new("narrative.absence", RuleCategory.CrossTable, Severity.Error, "正文说没有的收支，表中不应有数", "what the text says there is none of is empty in the tables",
            "部门决算（预算）情况说明与各公开表", Absences),
        new("narrative.year-of-figure", RuleCategory.Template, Severity.Warning, "正文写作上年的合计数，不应等于表中本年数",
            "a total given for last year is not this year's figure of the tables", "部门决算（预算）情况说明与各公开表", YearOfFigure),
    ];

    private static void Amounts(RuleRun run)
    {
        var text = run.Index.Text;
        var tables = new NarrativeTables(run.Index);
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            if (NarrativeIndex.Money(claim.Amount) is not { } amount) continue;
            var role = text.RoleOf(claim.Subject);
            if (role is FigureRole.OtherYear or FigureRole.Unclear) continue;
            var subject = Resolve(run.Index, place, claim.Subject);
            if (subject is { Quantity: BudgetQuantity.Other, Code: null }) continue;
            if (!text.IsOwn(subject))
            {
                run.Skip("说的是其他单位");
                continue;
            }
            if (subject.Within is { } within && subject.Quantity != BudgetQuantity.Function && IsNoWhole(BudgetQuantities.Find(within), subject.Quantity))
            {
                run.Skip("属于表中没有的整体");
                continue;
            }
            if (amount.Value == 0
                && place.Section.Kind == SectionKind.BasicExpenditure
                && subject.Quantity == BudgetQuantity.BasicExpenditure
                && PrintsNothing(run.Index, StatementKind.Basic))
            {
                run.Hold(); // nothing, as its table says, whatever other funds spend
                continue;
            }
            var terms = tables.Find(place.Section.Kind, subject, role);
            if (terms.Count == 0)
            {
                if (amount.Value != 0
                    && IsThreePublic(subject.Quantity)
                    && place.Section.Kind is SectionKind.ThreePublic
                    && run.Index.Of(StatementKind.ThreePublic) is { HasFigures: false } empty)
                {
                    var name = NarrativeIndex.NameOf(subject);
                    run.Score(Verdict.Violated,
                        rule => TextFinding.Of(rule, place, name, $"{name} {amount}，{empty.Table}没有任何数", $"{name} {amount}, but the table prints no figures",
                            "（空白）", amount.Format(), Severity.Warning, table: empty.Table));
                    continue;
                }
                if (role == FigureRole.Main) run.Skip("表中没有可以确定对应的数字");
                continue;
            }
            if (subject.Quantity == BudgetQuantity.Function
                && IsOfTheYearAlone(run.Index, place)
                && terms.All(t => t.Amount is not { Unit.IsMoney: true } a || TextFinding.Compare(amount, a) == Verdict.Violated))
            {
                run.Skip("当年拨款不含上年结转");
                continue;
            }
            Judge(run, place, NarrativeIndex.NameOf(subject), amount, terms);
        }
    }

    /// <summary>Whether no table prints that part of that whole: 按资金来源划分，一般公共预算拨款 of 政府采购.</summary>
    private static bool IsNoWhole(BudgetQuantity whole, BudgetQuantity part) => whole switch
    {
        BudgetQuantity.Other => true,
        >= BudgetQuantity.ThreePublic and <= BudgetQuantity.ProcurementSmallMicro =>
            part is < BudgetQuantity.ThreePublic or > BudgetQuantity.ProcurementSmallMicro,
        _ => false,
    };

    /// <summary>Whether the table is there and every figure in it is blank or nothing.</summary>
    private static bool PrintsNothing(DocumentIndex index, StatementKind kind) =>
        index.Document.Statements.FirstOrDefault(s => s.Kind == kind) is { } table
            && table.AllLines.All(l => l.Figures.All(f => f.Value is null or { Value: 0 }));

    /// <summary>Whether a budget with money carried over speaks of this year's appropriations alone (当年拨款), which its tables by subject do not.</summary>
    private static bool IsOfTheYearAlone(DocumentIndex index, TextClaim place)
    {
        if (!index.IsBudget
            || !(place.Sentence.Text.Contains("当年拨款", StringComparison.Ordinal)
                || place.Sentence.Text.Contains("当年财政拨款", StringComparison.Ordinal)
                || place.Section.Title.Contains("当年拨款", StringComparison.Ordinal)))
            return false;
        if (PrintsTheYearAlone(index)) return false;
        return new[] { StatementKind.FiscalSummary, StatementKind.Summary }.Any(kind => index.Filled(kind) is { } summary
            && Enumerable.Range(0,
                summary.Lines.Length).Any(l => summary.Lines[l].Side == LineSide.Income
                    && LineLabel.Opening.Names(summary.Name(l))
                    && summary.Lines[l].Figures[Column.IncomeSide] is { Value: not 0 }));
    }

    /// <summary>Whether the table by subject prints the year's appropriations alone too, as those of ministries do: its total is what the year brings in.</summary>
    private static bool PrintsTheYearAlone(DocumentIndex index)
    {
        var tables = new NarrativeTables(index);
        var spent = tables.Find(SectionKind.GeneralPublic, ClaimSubject.Of(BudgetQuantity.GeneralPublicExpenditure), FigureRole.Main);
        if (spent.Count == 0 || spent[0] is not { Amount: { Unit.IsMoney: true } total } first
            || index.Statements[first.Cell.Statement].Kind != StatementKind.GeneralPublic)
            return false;
        return tables.Find(SectionKind.FiscalOverview, ClaimSubject.Of(BudgetQuantity.GeneralPublicIncome), FigureRole.Main)
            .Take(1).Any(t => t.Amount is { Unit.IsMoney: true } income && TextFinding.Compare(total, income) != Verdict.Violated);
    }

    private static bool IsThreePublic(BudgetQuantity quantity) =>
        quantity is BudgetQuantity.ThreePublic
            or BudgetQuantity.Abroad
            or BudgetQuantity.Vehicles
            or BudgetQuantity.VehiclePurchase
            or BudgetQuantity.VehicleRunning
            or BudgetQuantity.Reception;

    /// <summary>A name that is no quantity's but that of a subject of the table which the section restates.</summary>
    public static ClaimSubject Resolve(DocumentIndex index, TextClaim place, ClaimSubject subject)
    {
        if (subject.Quantity != BudgetQuantity.Other || place.Section.Kind is not (SectionKind.GeneralPublicItems or SectionKind.GeneralPublicStructure))
            return subject;
        if (index.Filled(StatementKind.GeneralPublic) is not { } table) return subject;
        ValueList<string> path = [subject.Name];
        return SubjectLines.Find(table, path).Count == 1 ? subject with { Quantity = BudgetQuantity.Function, Path = path } : subject;
    }

    /// <summary>The amount against the first figure that it fits, else the likeliest.</summary>
    private static void Judge(RuleRun run, TextClaim place, string name, Amount amount, IReadOnlyList<Term> terms)
    {
        if (amount.Value == 0 && terms.Any(t => t.Amount is null))
        {
            run.Hold(); // a blank where the form prints the figure is that nothing
            return;
        }
        Term? best = null;
        var verdict = Verdict.NotApplicable;
        foreach (var term in terms)
        {
            if (term.Amount is not { Unit.IsMoney: true } figure) continue;
            var v = TextFinding.Compare(amount, figure);
            if (best is null || v < verdict) (best, verdict) = (term, v);
        }
        if (verdict is Verdict.NotApplicable or Verdict.Violated && terms.FirstOrDefault(t => t.Unusable is not null).Unusable is { } why)
        {
            run.Skip(why);
            return;
        }
        if (best is { } found)
        {
            run.Score(verdict, rule => Finding(run.Index, rule, place, name, amount, found, verdict));
            return;
        }
        if (terms.Any(t => t.Amount is not null))
        {
            run.Skip("表中的数字没有金额单位");
            return;
        }
        var blank = terms[0];
        var statement = run.Index.Statements[blank.Cell.Statement];
        var operand = run.Index.Operand(blank, false);
        var where = $"{statement.Table} {Report.NameOf(run.Index, blank, statement.Number)}";
        run.Score(Verdict.Violated,
            rule => TextFinding.Of(rule, place, name, $"{name} {amount}，{where} 为空", $"{name} {amount}, but {where} is blank", "（空）", amount.Format(),
            statement.HasFigures ? Severity.Error : Severity.Warning, table: statement.Table, column: blank.Cell.Column, operands: [operand]));
    }

    private static Finding Finding(DocumentIndex index, Rule rule, TextClaim place, string name, Amount amount, Term term, Verdict verdict)
    {
        var statement = index.Statements[term.Cell.Statement];
        var figure = term.Amount!.Value;
        var unit = amount.Unit;
        var expected = TextFinding.Printed(figure, amount);
        var difference = Report.Trim(amount.Value - figure.In(unit).Value);
        var bound = Report.Trim((amount.HalfStep + figure.HalfStep) / unit.YuanPerUnit);
        var where = $"{Report.Where(statement)}{Report.NameOf(index, term, statement.Number)}";
        var note = verdict == Verdict.Rounded ? "四舍五入可以解释" : "超出四舍五入";
        return TextFinding.Of(rule, place, name,
            $"{name} {amount} {(verdict == Verdict.Rounded ? "≈" : "≠")} {where} {figure}：差 {TextFinding.Number(Math.Abs(difference))}，{note}（界 ±{TextFinding.Number(bound)}）",
            $"{name} {amount}, {where} {figure}: off by {TextFinding.Number(Math.Abs(difference))}, {(verdict == Verdict.Rounded ? "within" : "beyond")} rounding (±{TextFinding.Number(bound)})",
            expected.Format(), amount.Format(), verdict: verdict, table: statement.Table, column: term.Cell.Column, difference: difference, tolerance: bound,
            unit: unit, operands: [index.Operand(term, false)]);
    }

    private static void ListAmounts(RuleRun run)
    {
        var text = run.Index.Text;
        var tables = new NarrativeTables(run.Index);
        foreach (var (place, list) in text.Of<ListClaim>())
        {
            foreach (var item in list.Items)
            {
                // 用于保障某局机构正常运转的日常支出42.27万元: what is said of the money is what it is called
                if (item.Amount is { } used && NarrativeIndex.Money(used) is { } money && Described(item.Name) is { } named
                    && tables.Find(SectionKind.Expenditure, ClaimSubject.Of(named), FigureRole.Main) is { Count: > 0 } figures)
                    Judge(run, place, BudgetQuantities.NameOf(named), money, figures);
            }
            if (list.Subject is not { } subject || text.RoleOf(subject) != FigureRole.Main) continue;
            foreach (var item in list.Items)
            {
                if (item.Amount is not { } printed || NarrativeIndex.Money(printed) is not { } amount) continue;
                List<Term> terms = [];
                if (subject.Quantity is BudgetQuantity.Personnel or BudgetQuantity.PublicUse)
                {
                    if (run.Index.Filled(StatementKind.Basic) is not { } basic) continue;
                    var line = NarrativeSubjectRules.EconomicLine(basic, item.Name, subject.Quantity == BudgetQuantity.Personnel, exact: true);
                    if (line < 0)
                    {
                        run.Skip("基本支出表没有可以确定对应的科目");
                        continue;
                    }
                    terms.Add(basic.Term(line, basic.HasColumn(Column.Amount.Path) ? Column.Amount.Path : Column.Total.Path));
                }
                else if (SubjectResolver.Resolve(
                    item.Name) is
                {
                    Quantity: not (BudgetQuantity.Other or BudgetQuantity.Function), Measure: FigureMeasure.Unstated, Year: null,
                    IsPreviousYear: false, Owner: null
                } named)
                {
                    terms.AddRange(tables.Find(place.Section.Kind, named, FigureRole.Main));
                    if (terms.Count == 0) continue;
                }
                else if (subject.Quantity is BudgetQuantity.Expenditure or BudgetQuantity.ExpenditureTotal or BudgetQuantity.FiscalExpenditure)
                {
                    var kind = place.Section.Kind == SectionKind.FiscalOverview ? StatementKind.FiscalSummary : StatementKind.Summary;
                    if (run.Index.Filled(kind) is not { } summary || summary.LineNamed(Label.Fold(item.Name), LineSide.Expenditure) is not (var line and >= 0))
                        continue;
                    terms.Add(summary.Term(line, summary.ColumnOf(LineSide.Expenditure)));
                }
                else continue;
                Judge(run, place, item.Name, amount, terms);
            }
        }
    }

    /// <summary>The quantity that a purpose means (Yunnan: 用于保障…机构正常运转的日常支出, 用于专项业务工作的经费支出); null where it is none.</summary>
    private static BudgetQuantity? Described(string purpose) =>
        purpose.EndsWith("正常运转的日常支出", StringComparison.Ordinal) ? BudgetQuantity.BasicExpenditure
        : purpose.EndsWith("专项业务工作的经费支出", StringComparison.Ordinal) ? BudgetQuantity.ProjectExpenditure : null;

    private static void Absences(RuleRun run)
    {
        var text = run.Index.Text;
        var tables = new NarrativeTables(run.Index);
        foreach (var (place, claim) in text.Of<AbsenceClaim>())
        {
            var subject = claim.Subject;
            if (subject.Quantity is not (BudgetQuantity.GovernmentFunds
                or BudgetQuantity.StateCapital
                or BudgetQuantity.ThreePublic
                or BudgetQuantity.Abroad
                or BudgetQuantity.Reception
                or BudgetQuantity.VehiclePurchase) || text.RoleOf(subject) != FigureRole.Main || !text.IsOwn(subject)) continue;
            var terms = tables.Find(place.Section.Kind, subject, FigureRole.Main).Where(t => t.Amount is { Unit.IsMoney: true }).ToList();
            if (terms.Count == 0 || terms.Exists(t => t.Amount!.Value.Value == 0))
            {
                run.Hold();
                continue;
            }
            var statement = run.Index.Statements[terms[0].Cell.Statement];
            var where = $"{Report.Where(statement)}{Report.NameOf(run.Index, terms[0], statement.Number)}";
            var severity = subject.Quantity is BudgetQuantity.GovernmentFunds or BudgetQuantity.StateCapital ? Severity.Error : Severity.Warning;
            run.Score(Verdict.Violated, rule => TextFinding.Of(rule, place, NarrativeIndex.NameOf(subject), $"正文说没有{subject.Name}，{where} 为 {terms[0].Amount}",
                $"the text says there is none, {where} is {terms[0].Amount}", terms[0].Amount!.Value.Format(), "无", severity, table: statement.Table,
                column: terms[0].Cell.Column, operands: [run.Index.Operand(terms[0], false)]));
        }
    }

    /// <summary>Whether the text says that the subject did not change (持平, 增加0.00万元): then last year's figure is this year's.</summary>
    private static bool IsUnchanged(NarrativeIndex text, TextClaim place, ClaimSubject subject) =>
        text.Claims.Any(c => c.Section == place.Section
            && !c.InReason
            && c.Claim is ChangeClaim change
            && (NarrativeIndex.SameThing(change.Subject, subject) || c.SentenceNumber == place.SentenceNumber)
            && (change.Direction == ChangeDirection.Flat || change.By is { Value: 0 } || change.Rate is { Value: 0 }));

    private static void YearOfFigure(RuleRun run)
    {
        var text = run.Index.Text;
        if (run.Index.Year is not { } own) return;
        var tables = new NarrativeTables(run.Index);
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            var subject = claim.Subject;
            if (subject.Year is not { } year || year != own - 1 || claim.Amount.Value == 0 || NarrativeIndex.Money(claim.Amount) is not { } amount) continue;
            if (subject.Quantity is BudgetQuantity.Other or BudgetQuantity.Function || subject.Measure is not (FigureMeasure.Unstated or FigureMeasure.Actual))
                continue;
            var current = subject with { Year = own };
            if (text.RoleOf(current) != FigureRole.Main || text.Stated(place, current, FigureRole.Main) is not null) continue;
            if (tables.Find(place.Section.Kind, current,
                FigureRole.Main).Any(t => t.Amount is { Unit.IsMoney: true } a && TextFinding.Compare(amount, a) != Verdict.Violated))
            {
                if (IsUnchanged(text, place, subject))
                {
                    run.Skip("两年数相同");
                    continue;
                }

                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, NarrativeIndex.NameOf(subject), $"写作 {year} 年的 {subject.Name} {amount} 就是表中 {own} 年数：年度可能没有更新",
                    $"{subject.Name} {amount} is given for {year} but is the tables' figure for {own}", $"{own}年", $"{year}年"));
            }
            else run.Hold();
        }
    }
}
