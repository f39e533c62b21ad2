namespace GovBudget.Model.Checks;

/// <summary>The same thing said twice.</summary>
internal static class NarrativeConsistencyRules
{
    /// <summary>Quantities that mean the same wherever the text states them.</summary>
    private static readonly BudgetQuantity[] Everywhere =
    [
        BudgetQuantity.GrandTotal, BudgetQuantity.FiscalTotal, BudgetQuantity.GeneralPublicExpenditure, BudgetQuantity.ThreePublic, BudgetQuantity.Abroad,
        BudgetQuantity.Vehicles,
        BudgetQuantity.VehiclePurchase, BudgetQuantity.VehicleRunning, BudgetQuantity.Reception, BudgetQuantity.AgencyOperation, BudgetQuantity.Procurement,
        BudgetQuantity.Function,
    ];

    private static readonly BudgetQuantity[] Totals =
    [
        BudgetQuantity.GrandTotal, BudgetQuantity.IncomeTotal, BudgetQuantity.ExpenditureTotal, BudgetQuantity.FiscalTotal, BudgetQuantity.FiscalIncome,
        BudgetQuantity.FiscalExpenditure,
        BudgetQuantity.GeneralPublicIncome, BudgetQuantity.GeneralPublicExpenditure,
    ];

    public static IEnumerable<Rule> All =>
    [
        new("narrative.restated", RuleCategory.Logic, Severity.Error, "同一数字前后一致", "the same figure is stated alike", "部门决算（预算）情况说明", Restated),
        new("narrative.same-total-same-change", RuleCategory.Logic, Severity.Warning, "同一总额的增减额前后一致", "one total changes by one amount",
            "部门决算（预算）情况说明", Changes),
        new("narrative.reasons-sum", RuleCategory.Logic, Severity.Warning, "逐项说明的增减原因之和＝增减额", "changes given as reasons add up to the change",
            "部门决算（预算）情况说明", Reasons),
        new("narrative.basic-change", RuleCategory.Logic, Severity.Warning, "基本支出的增减额＝人员经费与公用经费的增减额之和",
            "the change of basic expenditure = those of personnel and of operations", "部门决算（预算）情况说明", BasicChange),
        new("narrative.coverage", RuleCategory.Logic, Severity.Warning, "写“全覆盖”的，检查数不小于总数", "what is said to cover all covers all",
            "重点工作完成情况与绩效情况说明", Coverage),
        new("narrative.operating", RuleCategory.Logic, Severity.Warning, "正文的机关运行经费不大于公用经费，行政单位的应当相等",
            "operating funds stated in the text are not above operations", "机关运行经费＝行政单位和参公事业单位的公用经费", Operating),
    ];

    private static void Restated(RuleRun run)
    {
        var text = run.Index.Text;
        var tables = new NarrativeTables(run.Index);
        var groups = text.Of<AmountClaim>()
            .Where(c => Everywhere.Contains(c.Claim.Subject.Quantity)
                && NarrativeIndex.Money(c.Claim.Amount) is not null
                && text.IsOwn(c.Claim.Subject)
                && text.RoleOf(c.Claim.Subject) is FigureRole.Main or FigureRole.Budget)
            .GroupBy(c => (c.Claim.Subject.Quantity, Path: string.Join('/', c.Claim.Subject.Path),
                Measure: text.RoleOf(c.Claim.Subject) == FigureRole.Main ? FigureMeasure.Unstated : c.Claim.Subject.Measure));
        foreach (var group in groups)
        {
            var all = group.ToList();
            if (all.Count < 2) continue;
            // what a table states has been compared with the table
            if (all.Exists(c => tables.Find(c.Place.Section.Kind, c.Claim.Subject, text.RoleOf(c.Claim.Subject)).Any(t => t.Amount is not null))) continue;
            var first = all[0];
            var amount = NarrativeIndex.Money(first.Claim.Amount)!.Value;
            foreach (var (place, claim) in all.Skip(1))
                Judge(run, place, NarrativeIndex.NameOf(claim.Subject), NarrativeIndex.Money(claim.Amount)!.Value, amount, first.Place, Severity.Error);
        }
    }

    /// <summary>A figure against the same one stated earlier.</summary>
    public static void Judge(RuleRun run, TextClaim place, string name, Amount amount, Amount earlier, TextClaim at, Severity severity)
    {
        var verdict = TextFinding.Compare(amount, earlier);
        run.Score(verdict, rule =>
        {
            var gap = amount.Value - earlier.In(amount.Unit).Value;
            var bound = Report.Trim((amount.HalfStep + earlier.HalfStep) / amount.Unit.YuanPerUnit);
            var where = at.Section == place.Section ? "同一节" : TextFinding.Where(at).TrimEnd('：');
            return TextFinding.Of(rule, place, name,
                $"{name} {amount}，{where}写作 {earlier}：差 {TextFinding.Number(Math.Abs(gap))}，{(verdict == Verdict.Rounded ? "四舍五入可以解释" : "超出四舍五入")}（界 ±{TextFinding.Number(bound)}）",
                $"{name} {amount}, elsewhere {earlier}: off by {TextFinding.Number(Math.Abs(gap))}, {(verdict == Verdict.Rounded ? "within" : "beyond")} rounding (±{TextFinding.Number(bound)})",
                earlier.Format(), amount.Format(), severity, verdict, difference: gap, tolerance: bound, unit: amount.Unit);
        });
    }

    /// <summary>Totals that are one figure this year, with changes that differ a little: probably one of them is wrong, or they are measured against different
    /// figures.</summary>
    private static void Changes(RuleRun run)
    {
        var text = run.Index.Text;
        var changes = new List<(TextClaim Place, ChangeClaim Claim, Amount Current, Amount By)>();
        foreach (var (place, claim) in text.Of<ChangeClaim>())
        {
            if (!Totals.Contains(claim.Subject.Quantity)
                || claim.By is not { } printed
                || NarrativeIndex.Money(printed) is not { } by
                || claim.Against is not { } against
                || !text.IsOtherYear(against)
                || text.RoleOf(claim.Subject) != FigureRole.Main)
                continue;
            if (text.Stated(place, claim.Subject, FigureRole.Main) is { } current) changes.Add((place, claim, current.Amount, by));
        }
        foreach (var group in changes.Where(c => c.Current.Value != 0).GroupBy(c => c.Current.Yuan))
        {
            var reported = new HashSet<decimal>();
            var first = group.First();
            foreach (var (place, claim, current, by) in group.Skip(1))
            {
                var gap = Math.Abs(by.Yuan - first.By.Yuan);
                if ((claim.Direction == first.Claim.Direction || claim.Direction == ChangeDirection.Undecided || first.Claim.Direction == ChangeDirection.Undecided)
                    && TextFinding.Compare(by, first.By) != Verdict.Violated) run.Hold();
                else if (gap > 0.01m * current.Yuan) run.Skip("增减额相差较大，上年口径可能不同");
                else if (reported.Add(by.Yuan))
                {
                    var (earlier, name) = (first.By, first.Claim.Subject.Name);
                    run.Score(Verdict.Violated, rule => TextFinding.Of(rule, place, claim.Subject.Name,
                        $"{claim.Subject.Name}与{name}同为 {current}，增减额却一为 {by.Format()}，一为 {earlier.Format()}：相差 {TextFinding.Number(Math.Abs(by.Value - earlier.In(by.Unit).Value))}，两处上年数不同，请核对口径",
                        $"{claim.Subject.Name} and {name} are both {current}, but one changes by {by.Format()} and the other by {earlier.Format()}",
                        earlier.Format(), by.Format(),
                        difference: by.Value - earlier.In(by.Unit).Value, unit: by.Unit));
                }
            }
        }
    }

    /// <summary>Numbered reasons with amounts that all but add up to the change that they explain.</summary>
    private static void Reasons(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, reason) in text.Of<ReasonClaim>())
        {
            var parts = text.Claims.Where(c => c.SentenceNumber == place.SentenceNumber
                && c.InReason
                && c.Claim is ChangeClaim { By: not null }
                && c.Claim.Span.Start >= reason.Span.Start)
                .Select(c => (ChangeClaim)c.Claim)
                .Where(c => c.Direction is ChangeDirection.Up or ChangeDirection.Down && NarrativeIndex.Money(c.By!.Value) is not null)
                .ToList();
            if (parts.Count < 2 || reason.Subject is not { } subject) continue;
            var change = text.Claims.Where(c => c.Number < place.Number
                && c.Section == place.Section
                && !c.InReason
                && c.Claim is ChangeClaim { By: not null } w
                && NarrativeIndex.SameThing(w.Subject, subject))
                .Select(c => (ChangeClaim)c.Claim)
                .LastOrDefault();
            if (change?.By is not { } printed
                || NarrativeIndex.Money(printed) is not { } by
                || change.Direction is not (ChangeDirection.Up or ChangeDirection.Down))
                continue;
            var sum = parts.Sum(p => (p.Direction == ChangeDirection.Up ? 1 : -1) * NarrativeIndex.Money(p.By!.Value)!.Value.In(by.Unit).Value);
            var whole = (change.Direction == ChangeDirection.Up ? 1 : -1) * by.Value;
            var bound = Report.Trim((by.HalfStep + parts.Sum(p => NarrativeIndex.Money(p.By!.Value)!.Value.HalfStep)) / by.Unit.YuanPerUnit);
            var gap = whole - sum;
            if (Math.Abs(gap) <= bound) run.Hold();
            else if (Math.Abs(gap) > 0.02m * Math.Abs(whole)) run.Skip("原因没有列全");
            else
            {
                var terms = string.Join("", parts.Select((p, i) => (p.Direction == ChangeDirection.Down ? "−" : i == 0 ? "" : "+") + p.By!.Value.Format()));
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, subject.Name,
                        $"{subject.Name}增减额 {by.Format()} ≠ 所列原因 {terms} = {TextFinding.Number(sum)}：差 {TextFinding.Number(Math.Abs(gap))}，超出四舍五入（界 ±{TextFinding.Number(bound)}）",
                    $"{subject.Name} changes by {by.Format()}, the reasons add up to {terms} = {TextFinding.Number(sum)}", TextFinding.Number(Math.Abs(sum)),
                    by.Format(), difference: gap, tolerance: bound, unit: by.Unit));
            }
        }
    }

    /// <summary>Personnel is said to have changed by all that basic expenditure has, yet operations have changed too. Other differences may be of
    /// scope.</summary>
    private static void BasicChange(RuleRun run)
    {
        var changes = run.Index.Text.Claims
            .Where(c => NarrativeIndex.Restates(c.Section.Kind)
                && c.Claim is ChangeClaim { By: { } by, Against: var against, Direction: ChangeDirection.Up or ChangeDirection.Down } change
                && NarrativeIndex.Money(by) is not null
                && (against is null || run.Index.Text.IsOtherYear(against))
                && run.Index.Text.IsOwn(change.Subject))
            .Select(c => (Place: c, Claim: (ChangeClaim)c.Claim, By: Signed((ChangeClaim)c.Claim)))
            .ToList();
        var basic = changes.Find(c => c.Claim.Subject.Quantity == BudgetQuantity.BasicExpenditure);
        var personnel = changes.Find(c => c.Claim.Subject.Quantity == BudgetQuantity.Personnel);
        var operations = changes.Find(c => c.Claim.Subject.Quantity == BudgetQuantity.PublicUse);
        if (operations.Place is null)
        {
            var operating = changes.FindAll(c => c.Claim.Subject.Quantity == BudgetQuantity.AgencyOperation);
            operations = operating.Find(c => Says(c.Place.Sentence, "口径一致", "同口径", "可比口径"));
            if (operations.Place is null && operating is [var first, ..] && !first.Place.Section.Sentences.Any(s => Says(s, "可比性", "不可比"))) operations = first;
        }
        if (basic.Place is null || personnel.Place is null || operations.Place is null) return;
        var gap = Math.Abs(basic.By.Yuan - personnel.By.Yuan - operations.By.Yuan);
        // each is the difference of two printed figures
        if (gap <= 2 * (basic.By.HalfStep + personnel.By.HalfStep + operations.By.HalfStep)) run.Hold();
        else if (basic.By.Yuan != personnel.By.Yuan) run.Skip("机关运行经费与公用经费口径可能不同");
        else
        {
            var (all, rest) = (basic.By, operations.By.In(basic.By.Unit));
            var expected = all.Value - rest.Value;
            var printed = personnel.Claim.By!.Value;
            run.Score(Verdict.Violated, rule => TextFinding.Of(rule, personnel.Place, personnel.Claim.Subject.Name,
                $"人员经费{Way(all.Value)} {printed}，与基本支出的增减额相同，而同期{operations.Claim.Subject.Name}{Way(rest.Value)} {operations.Claim.By!.Value}：{all.Format()} {(rest.Value < 0 ? "+" : "−")} {TextFinding.Number(Math.Abs(rest.Value))} = {TextFinding.Number(expected)}，人员经费应{Way(expected)} {TextFinding.Number(Math.Abs(expected))}，请核对",
                $"personnel is said to change by {printed}, all that basic expenditure does, while operations change by {rest.Format()}",
                TextFinding.Number(Math.Abs(expected)), printed.Format(), unit: basic.By.Unit));
        }

        static bool Says(Sentence sentence, params ReadOnlySpan<string> words)
        {
            foreach (var word in words) if (sentence.Text.Contains(word, StringComparison.Ordinal)) return true;
            return false;
        }

        static string Way(decimal change) => change < 0 ? "减少" : "增加";

        static Amount Signed(ChangeClaim claim)
        {
            var by = NarrativeIndex.Money(claim.By!.Value)!.Value;
            return claim.Direction == ChangeDirection.Down ? new Amount(-by.Value, by.Unit) : by;
        }
    }

    private static readonly string[] Inspecting = ["检查", "抽查", "核查", "督查", "巡查", "稽查", "稽核", "排查", "走访"];

    private const int SameNoun = 4;

    /// <summary>So many there are, fewer were inspected, and yet the text says of them that all were.</summary>
    private static void Coverage(RuleRun run)
    {
        var counts = run.Index.Text.Claims.Where(c => c.Claim is CountClaim).Select(c => (Place: c, Claim: (CountClaim)c.Claim)).ToList();
        var full = run.Index.Text.Narrative.Sections.SelectMany(s => s.Sentences).Select(s => s.Text)
            .Where(t => t.Contains("全覆盖", StringComparison.Ordinal) && IsInspected(t)).ToList();
        foreach (var (place, some) in counts.Where(c => IsInspected(c.Claim.Subject.Name)))
        {
            var all = counts.LastOrDefault(c => c.Place.Number < place.Number
                && c.Place.Section == place.Section
                && c.Claim.Count.Unit == some.Count.Unit
                && c.Claim.Count.Value != 0
                && !IsInspected(c.Claim.Subject.Name)
                && c.Claim.Subject.Within is null
                && Noun(c.Claim, some.Subject.Name) is not null).Claim;
            if (all is null) continue;
            var noun = Noun(all, some.Subject.Name)!;
            if (!place.Sentence.Text.Contains(noun, StringComparison.Ordinal)) continue; // said of something else before
            if (full.Find(t => t.Contains(noun, StringComparison.Ordinal)) is not { } said) continue;
            var (whole, part) = (all.Count, some.Count);
            if (part.Value >= whole.Value)
            {
                run.Hold();
                continue;
            }
            var share = TextFinding.Number(Math.Round(part.Value / whole.Value * 100, 2)) + "%";
            run.Score(Verdict.Violated, rule => TextFinding.Of(rule, place, noun,
                $"检查 {part}，共 {whole}：{part.Format()} ÷ {whole.Format()} = {share}，却写“全覆盖”（“{TextFinding.Shortened(said)}”）",
                $"{part} of {whole} were inspected, {share}, yet all are said to be covered", share, "100%"));
        }

        static bool IsInspected(string text) => Array.Exists(Inspecting, i => text.Contains(i, StringComparison.Ordinal));

        // what the name of the whole ends in, as far as the other has it
        static string? Noun(CountClaim whole, string name)
        {
            var own = whole.Subject.Name;
            for (var start = 0; start + SameNoun <= own.Length; start++) if (name.Contains(own[start..], StringComparison.Ordinal)) return own[start..];
            return null;
        }
    }

    /// <summary>Operating funds are the operations of administrative units: all of them, or a part. Provinces that count offices' project money in print more,
    /// so it is a remark.</summary>
    private static void Operating(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            if (claim.Subject.Quantity != BudgetQuantity.AgencyOperation
                || text.RoleOf(claim.Subject) != FigureRole.Main
                || !text.IsOwn(claim.Subject)
                || NarrativeIndex.Money(claim.Amount) is not { } amount
                || amount.Value == 0)
                continue;
            if (Operations(run.Index) is not { } whole)
            {
                run.Skip("公用经费没有说明");
                continue;
            }
            var verdict = TextFinding.Compare(amount, whole);
            if (verdict == Verdict.Violated && amount < whole) verdict = Verdict.Exact;
            run.Score(verdict, rule =>
            {
                var gap = amount.Value - whole.In(amount.Unit).Value;
                var bound = Report.Trim((amount.HalfStep + whole.HalfStep) / amount.Unit.YuanPerUnit);
                return TextFinding.Of(rule, place, claim.Subject.Name,
                    $"机关运行经费 {amount}，公用经费 {whole}：差 {TextFinding.Number(Math.Abs(gap))}，{(verdict == Verdict.Rounded ? "四舍五入可以解释" : "机关运行经费大于公用经费，请核对口径")}（界 ±{TextFinding.Number(bound)}）",
                    $"operating funds {amount}, operations {whole}: {(verdict == Verdict.Rounded ? "within rounding" : "the part is above the whole")}",
                    TextFinding.Printed(whole, amount).Format(), amount.Format(), verdict: verdict, difference: gap, tolerance: bound, unit: amount.Unit);
            });
        }
    }

    private static Amount? Operations(DocumentIndex index)
    {
        var tables = new NarrativeTables(index).Find(SectionKind.BasicExpenditure, ClaimSubject.Of(BudgetQuantity.PublicUse), FigureRole.Main);
        foreach (var term in tables) if (term.Amount is { Unit.IsMoney: true } amount) return amount;
        foreach (var (at, claim) in index.Text.Of<AmountClaim>())
        {
            if (at.Section.Kind == SectionKind.BasicExpenditure
                && claim.Subject.Quantity == BudgetQuantity.PublicUse
                && index.Text.RoleOf(claim.Subject) == FigureRole.Main)
                return NarrativeIndex.Money(claim.Amount);
        }
        return null;
    }
}
