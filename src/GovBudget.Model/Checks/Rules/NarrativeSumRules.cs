namespace GovBudget.Model.Checks;

/// <summary>Parts stated in the text against their whole.</summary>
internal static class NarrativeSumRules
{
    /// <summary>Wholes whose parts the forms list in full: the parts that must be stated, and those that may.</summary>
    private static readonly (BudgetQuantity Whole, BudgetQuantity[] Required, BudgetQuantity[] Optional)[] Wholes =
    [
        (BudgetQuantity.Income, [BudgetQuantity.FiscalIncome],
            [BudgetQuantity.SuperiorSubsidy, BudgetQuantity.InstitutionalIncome, BudgetQuantity.OperatingIncome, BudgetQuantity.SubordinateRemittance,
                BudgetQuantity.OtherIncome]),
        (BudgetQuantity.Expenditure, [BudgetQuantity.BasicExpenditure, BudgetQuantity.ProjectExpenditure],
            [BudgetQuantity.RemittanceToSuperior, BudgetQuantity.OperatingExpenditure, BudgetQuantity.SubsidyToSubordinates]),
        (BudgetQuantity.GeneralPublicExpenditure, [BudgetQuantity.BasicExpenditure, BudgetQuantity.ProjectExpenditure], []),
        (BudgetQuantity.BasicExpenditure, [BudgetQuantity.Personnel, BudgetQuantity.PublicUse], []),
        (BudgetQuantity.Procurement, [BudgetQuantity.ProcurementGoods, BudgetQuantity.ProcurementWorks, BudgetQuantity.ProcurementServices], []),
        (BudgetQuantity.ThreePublic, [BudgetQuantity.Abroad, BudgetQuantity.Vehicles, BudgetQuantity.Reception], []),
        (BudgetQuantity.Vehicles, [BudgetQuantity.VehiclePurchase, BudgetQuantity.VehicleRunning], []),
    ];

    public static IEnumerable<Rule> All =>
    [
        new("narrative.parts", RuleCategory.Arithmetic, Severity.Error, "正文各部分之和＝正文整体", "parts stated in the text add up to their whole",
            "部门决算（预算）情况说明", Parts),
        new("narrative.small-firms", RuleCategory.Logic, Severity.Error, "中小企业中标、成交的金额之和不大于政府采购总额", "contracts of small firms are not above all procurement",
            "政府采购支出情况", SmallFirms),
        new("narrative.structure", RuleCategory.Arithmetic, Severity.Error, "支出结构：各类之和＝总额", "the classes of the structure add up to the total",
            "一般公共预算财政拨款支出决算结构情况", Structure),
        new("narrative.items", RuleCategory.Arithmetic, Severity.Error, "具体情况：各项年初预算之和＝年初预算总额", "initial budgets of the items add up to the stated total",
            "一般公共预算财政拨款支出决算具体情况", Items),
        new("narrative.list-sum", RuleCategory.Arithmetic, Severity.Warning, "“主要包括”所列金额之和不大于所属经费", "amounts listed as parts are not above their whole",
            "一般公共预算财政拨款基本支出情况说明", Lists),
        new("narrative.counts", RuleCategory.Logic, Severity.Error, "各用途车辆之和＝车辆总数", "vehicles by use add up to their number", "国有资产占有使用情况说明", Vehicles),
        new("narrative.count-part", RuleCategory.Logic, Severity.Error, "“其中”的数量不大于整体", "a number that is part of another is not above it", "部门概况与情况说明",
            CountParts),
        new("narrative.count-sum", RuleCategory.Arithmetic, Severity.Warning, "括号中或“其中”逐项列出的数量，与所属数量只差一点的，应当相等",
            "numbers listed as parts of a number that they all but add up to add up to it", "部门概况与项目说明", CountSums),
    ];

    private static void Parts(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            foreach (var (whole, required, optional) in Wholes)
            {
                if (claim.Subject.Quantity != whole
                    || text.RoleOf(claim.Subject) is not (FigureRole.Main or FigureRole.Budget)
                    || NarrativeIndex.Money(claim.Amount) is not { } total)
                    continue;
                if (place.Section.Kind is SectionKind.GovernmentFunds or SectionKind.StateCapital) continue;
                var parts = PartsOf(text, place, claim, whole, required.Concat(optional).ToArray());
                if (!Array.TrueForAll(required, q => parts.Exists(p => p.Subject.Quantity == q))) continue;
                Judge(run, place, NarrativeIndex.NameOf(claim.Subject), total, parts.ConvertAll(p => (p.Subject.Name, NarrativeIndex.Money(p.Amount)!.Value)),
                    Severity.Error);
            }
        }
    }

    /// <summary>What is stated as parts behind a whole, each thing once, up to the next statement of the whole.</summary>
    private static List<AmountClaim> PartsOf(NarrativeIndex text, TextClaim place, AmountClaim claim, BudgetQuantity whole, BudgetQuantity[] known)
    {
        var parts = new List<AmountClaim>();
        var role = text.RoleOf(claim.Subject);
        for (var i = place.Number + 1; i < text.Claims.Length && text.Claims[i].Section == place.Section; i++)
        {
            if (text.Claims[i] is not { InReason: false, Claim: AmountClaim part } || NarrativeIndex.Money(part.Amount) is null) continue;
            if (part.Subject.Quantity == whole && text.RoleOf(part.Subject) == role) break;
            if (text.RoleOf(part.Subject) != role || parts.Exists(p => NarrativeIndex.SameThing(p.Subject, part.Subject))) continue;
            var named = whole is BudgetQuantity.Income or BudgetQuantity.Expenditure
                && part.Subject.Quantity == BudgetQuantity.Other
                && part.Subject.Within == claim.Subject.Name;
            if (named || known.Contains(part.Subject.Quantity)) parts.Add(part);
        }
        return parts;
    }

    /// <summary>What small firms won in reserved and in other projects, together, is part of all procurement.</summary>
    private static void SmallFirms(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var section in text.Narrative.OfKind(SectionKind.Procurement))
        {
            var claims = text.Claims.Where(c => c.Section == section
                && !c.InReason
                && c.Claim is AmountClaim a
                && NarrativeIndex.Money(a.Amount) is not null).ToList();
            var parts = claims.FindAll(c => ((AmountClaim)c.Claim).Subject.Within?.Contains("由中小企业", StringComparison.Ordinal) == true);
            var whole = claims.Find(c => ((AmountClaim)c.Claim).Subject is { Quantity: BudgetQuantity.Procurement } s && text.RoleOf(s) == FigureRole.Main);
            if (parts.Count < 2 || whole is null || parts[0].Claim.Span == parts[1].Claim.Span) continue;
            var total = NarrativeIndex.Money(((AmountClaim)whole.Claim).Amount)!.Value;
            var amounts = parts.ConvertAll(p => (((AmountClaim)p.Claim).Subject.Name, NarrativeIndex.Money(((AmountClaim)p.Claim).Amount)!.Value));
            if (amounts.Sum(a => a.Value.Yuan) <= total.Yuan + total.HalfStep + amounts.Sum(a => a.Value.HalfStep)) run.Hold();
            else Judge(run, parts[^1], "中小企业供应商中标或成交的采购金额之和大于政府采购总额：政府采购", total, amounts, Severity.Error);
        }
    }

    private static void Structure(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var section in text.Narrative.OfKind(SectionKind.GeneralPublicStructure))
        {
            var claims = text.Claims.Where(c => c.Section == section && !c.InReason && c.Claim is AmountClaim)
                .Select(c => (Place: c, Claim: (AmountClaim)c.Claim))
                .ToList();
            var whole = claims.Find(c => c.Claim.Subject.Quantity is BudgetQuantity.GeneralPublicExpenditure or BudgetQuantity.FiscalExpenditure
                && text.RoleOf(c.Claim.Subject) == FigureRole.Main);
            var classes = claims.Where(c => c.Claim.Subject is { Quantity: BudgetQuantity.Function, Path.Count: 1 }
                && text.RoleOf(c.Claim.Subject) == FigureRole.Main
                && NarrativeIndex.Money(c.Claim.Amount) is not null)
                .DistinctBy(c => c.Claim.Subject.Path[0]).ToList();
            if (whole.Place is null || NarrativeIndex.Money(whole.Claim.Amount) is not { } total || classes.Count < 2) continue;
            var complete = run.Index.Filled(StatementKind.GeneralPublic) is { } table
                && table.Codes.Ordered.Count(l => table.Lines[l].Code!.Length == 3 && table.Schemes[l] == CodeScheme.Functional) == classes.Count;
            Judge(run, whole.Place, NarrativeIndex.NameOf(whole.Claim.Subject), total,
                classes.ConvertAll(c => (c.Claim.Subject.Name, NarrativeIndex.Money(c.Claim.Amount)!.Value)), complete ? Severity.Error : Severity.Warning);
        }
    }

    private static void Items(RuleRun run)
    {
        var text = run.Index.Text;
        if (run.Index.IsBudget) return;
        foreach (var section in text.Narrative.OfKind(SectionKind.GeneralPublicItems))
        {
            var claims = text.Claims.Where(c => c.Section == section && !c.InReason && c.Claim is AmountClaim a && NarrativeIndex.Money(a.Amount) is not null)
                .Select(c => (Place: c, Claim: (AmountClaim)c.Claim))
                .ToList();
            var budget = claims.Find(c => IsWhole(c.Claim.Subject) && text.RoleOf(c.Claim.Subject) == FigureRole.Budget);
            var actual = claims.Find(c => IsWhole(c.Claim.Subject) && text.RoleOf(c.Claim.Subject) == FigureRole.Main);
            if (budget.Place is null || actual.Place is null) continue;
            var items = claims.Where(c => c.Claim.Subject.Quantity == BudgetQuantity.Function).ToList();
            var depth = items.Count == 0 ? 0 : items.Max(c => c.Claim.Subject.Path.Count);
            var budgets = Distinct(items, depth, c => text.RoleOf(c) == FigureRole.Budget && c.Measure == budget.Claim.Subject.Measure);
            var actuals = Distinct(items, depth, c => text.RoleOf(c) == FigureRole.Main);
            if (budgets.Count < 2) continue;
            var complete = actuals.Count == budgets.Count && Verdict(NarrativeIndex.Money(actual.Claim.Amount)!.Value, actuals) != Model.Verdict.Violated;
            if (!complete)
            {
                run.Skip("各项决算之和与总额不符，可能没有列全");
                continue;
            }
            Judge(run, budget.Place, NarrativeIndex.NameOf(budget.Claim.Subject), NarrativeIndex.Money(budget.Claim.Amount)!.Value, budgets, Severity.Error);
        }

        static bool IsWhole(ClaimSubject subject) => subject.Quantity is BudgetQuantity.GeneralPublicExpenditure or BudgetQuantity.FiscalExpenditure;

        static List<(string, Amount)> Distinct(List<(TextClaim Place, AmountClaim Claim)> items, int depth, Func<ClaimSubject, bool> fits) =>
            [.. items.Where(c => c.Claim.Subject.Path.Count == depth && fits(c.Claim.Subject))
                .DistinctBy(c => c.Claim.Subject.Path)
                .Select(c => (c.Claim.Subject.Name, NarrativeIndex.Money(c.Claim.Amount)!.Value))];
    }

    private static void Lists(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, list) in text.Of<ListClaim>())
        {
            if (list.Role != ListRole.Parts
                || list.Subject is not { Quantity: BudgetQuantity.Personnel or BudgetQuantity.PublicUse } subject
                || list.Items.Count < 2)
                continue;
            var parts = list.Items.Where(i => i.Amount is { } a && NarrativeIndex.Money(a) is not null)
                .Select(i => (i.Name, NarrativeIndex.Money(i.Amount!.Value)!.Value))
                .ToList();
            if (parts.Count != list.Items.Count || text.Stated(place, subject, FigureRole.Main) is not { } whole) continue;
            var sum = Sum(parts, whole.Amount.Unit);
            if ((list.IsOpen || parts.Count < 2) && sum < whole.Amount.Value)
            {
                run.Hold();
                continue;
            }
            Judge(run, place, subject.Name, whole.Amount, parts, Severity.Warning);
        }
    }

    private static Verdict Verdict(Amount total, List<(string Name, Amount Amount)> parts)
    {
        var gap = Math.Abs(parts.Sum(p => p.Amount.Yuan) - total.Yuan);
        return gap == 0 ? Model.Verdict.Exact : gap <= Bound(total, parts) ? Model.Verdict.Rounded : Model.Verdict.Violated;
    }

    /// <summary>How far the sum may be off, in 元. 0万元 beside 3.25万元 is nothing, not some thousand.</summary>
    private static decimal Bound(Amount total, List<(string Name, Amount Amount)> parts) =>
        total.HalfStep + parts.Where(p => p.Amount.Value != 0 || p.Amount.HalfStep <= total.HalfStep).Sum(p => p.Amount.HalfStep);

    private static decimal Sum(List<(string Name, Amount Amount)> parts, Unit unit) => parts.Sum(p => p.Amount.In(unit).Value);

    private static void Judge(RuleRun run, TextClaim place, string name, Amount total, List<(string Name, Amount Amount)> parts, Severity severity)
    {
        var verdict = Verdict(total, parts);
        run.Score(verdict, rule =>
        {
            var sum = Sum(parts, total.Unit);
            var gap = total.Value - sum;
            var bound = Report.Trim(Bound(total, parts) / total.Unit.YuanPerUnit);
            var shown = parts.Where(p => p.Amount.Value != 0).Take(14).Select(p => p.Amount.Format());
            var terms = string.Join("+", shown) + (parts.Count(p => p.Amount.Value != 0) > 14 ? "+…" : "");
            var rounded = verdict == Model.Verdict.Rounded;
            return TextFinding.Of(rule, place, name,
                $"{name} {total} {(rounded ? "≈" : "≠")} {terms} = {TextFinding.Number(sum)}：差 {TextFinding.Number(Math.Abs(gap))}，{(rounded ? "四舍五入可以解释" : "超出四舍五入")}（界 ±{TextFinding.Number(bound)}）",
                $"{name} {total}, its parts {terms} = {TextFinding.Number(sum)}: off by {TextFinding.Number(Math.Abs(gap))}, {(rounded ? "within" : "beyond")} rounding (±{TextFinding.Number(bound)})",
                TextFinding.Number(sum), total.Format(), severity, verdict, difference: gap, tolerance: bound, unit: total.Unit);
        });
    }

    private static void Vehicles(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, claim) in text.Of<CountClaim>())
        {
            if (claim.Subject.Quantity != BudgetQuantity.VehicleCount) continue;
            var parts = text.Claims.Where(c => c.SentenceNumber == place.SentenceNumber
                && c.Claim is CountClaim p
                && p.Subject.Within == claim.Subject.Name
                && p.Count.Unit == claim.Count.Unit)
                .Select(c => (CountClaim)c.Claim)
                .ToList();
            if (parts.Count < 2) continue;
            var sum = parts.Sum(p => p.Count.Value);
            // two uses may be but some of them, never more than all
            if (parts.Count == 2 && sum < claim.Count.Value) run.Skip("车辆用途没有列全");
            else if (sum == claim.Count.Value) run.Hold();
            else
                run.Score(Model.Verdict.Violated,
                    rule => TextFinding.Of(rule, place, claim.Subject.Name,
                        $"{claim.Subject.Name} {claim.Count} ≠ {string.Join("+", parts.Select(p => p.Count.Format()))} = {TextFinding.Number(sum)}",
                $"{claim.Subject.Name} {claim.Count}, by use {TextFinding.Number(sum)}", TextFinding.Number(sum), claim.Count.Format(),
                difference: claim.Count.Value - sum, unit: claim.Count.Unit));
        }
    }

    private static string Of(Amount count) => count.Unit.Name is "人" or "人次" or "名" ? "人数" : "数";

    private static void CountParts(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var place in text.Claims)
        {
            if (place.Claim is not CountClaim { Subject.Within: { } within } part
                || place.Section.Kind is SectionKind.KeyWork or SectionKind.Annex or SectionKind.Glossary)
                continue;
            var wholes = text.Claims.Where(c => c.SentenceNumber == place.SentenceNumber
                && c.Number < place.Number
                && c.Claim is CountClaim w
                && w.Subject.Name == within
                && w.Count.Unit == part.Count.Unit).ToList();
            if (wholes.Count != 1) continue;
            var whole = (CountClaim)wholes[0].Claim;
            if (part.Count.Value <= whole.Count.Value) run.Hold();
            else
                run.Score(Model.Verdict.Violated,
                    rule => TextFinding.Of(rule, place, part.Subject.Name,
                        $"{part.Subject.Name}{Of(part.Count)}大于所属的{whole.Subject.Name}{Of(part.Count)}：{part.Count.Format()} > {whole.Count.Format()}",
                $"{whole.Subject.Name} {whole.Count}, of which {part.Subject.Name} {part.Count}: the part is above the whole", whole.Count.Format(),
                part.Count.Format(), difference: part.Count.Value - whole.Count.Value, unit: part.Count.Unit));
        }
    }

    /// <summary>Numbers in one bracket that miss the number before it by less than two in a hundred: a slip, since parts that overlap or leave something out
    /// miss it by more.</summary>
    private static void CountSums(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var place in text.Claims)
        {
            if (place.InReason
                || place.Claim is not CountClaim whole
                || whole.Count.Value == 0
                || place.Section.Kind is SectionKind.Annex or SectionKind.Glossary)
                continue;
            Staff(run, place, whole);
            var open = whole.Span.End;
            var sentence = place.Sentence.Text;
            if (open >= sentence.Length || sentence[open] != '（' || sentence.IndexOf('）', open) is not (var close and > 0)) continue;
            var parts = place.Sentence.Claims.OfType<CountClaim>()
                .Where(p => p.Span.Start > open && p.Span.End <= close && p.Count.Unit == whole.Count.Unit)
                .ToList();
            if (parts.Count < 2) continue;
            var sum = parts.Sum(p => p.Count.Value);
            if (sum == whole.Count.Value) run.Hold();
            else if (Math.Abs(sum - whole.Count.Value) * 50 > Math.Abs(whole.Count.Value)) run.Skip("括号中的数量不是全部，或有重叠");
            else
            {
                run.Score(Model.Verdict.Violated,
                    rule => TextFinding.Of(rule, place, whole.Subject.Name,
                        $"{whole.Subject.Name} {whole.Count} ≠ {string.Join("+", parts.Select(p => p.Count.Format()))} = {TextFinding.Number(sum)}：只差 {TextFinding.Number(Math.Abs(sum - whole.Count.Value))}",
                    $"{whole.Subject.Name} {whole.Count}, its parts {TextFinding.Number(sum)}", TextFinding.Number(sum), whole.Count.Format(),
                    difference: whole.Count.Value - sum, unit: whole.Count.Unit));
            }
        }
    }

    /// <summary>Kinds of posts or people of which both being named leaves little out.</summary>
    private static readonly (string First, string Second)[] Kinds = [("行政", "事业"), ("离休", "退休"), ("专项编制", "事业")];

    /// <summary>实有人员85人，其中行政0人、事业84人: kinds of people that are more than all, or all but a few.</summary>
    private static void Staff(RuleRun run, TextClaim place, CountClaim whole)
    {
        if (whole.Count.Unit.Name is not ("人" or "名") || place.Section.Kind is not (SectionKind.Staffing or SectionKind.Units or SectionKind.Duties)) return;
        var sentence = place.Sentence.Text;
        var end = sentence.IndexOf('；', whole.Span.End) is var stop and >= 0 ? stop : sentence.Length; // what follows is another number
        var parts = place.Sentence.Claims.OfType<CountClaim>()
            .Where(p => p.Span.Start > whole.Span.Start && p.Span.Start < end && p.Subject.Within == whole.Subject.Name && p.Count.Unit == whole.Count.Unit
                && Depth(sentence, p.Span.Start) == Depth(sentence, whole.Span.Start))
            .ToList();
        if (!Array.Exists(Kinds, k => parts.Exists(p => Names(p, k.First)) && parts.Exists(p => Names(p, k.Second)))) return;
        var sum = parts.Sum(p => p.Count.Value);
        if (sum == whole.Count.Value) run.Hold();
        else if (sum < whole.Count.Value && (whole.Count.Value - sum) * 50 > whole.Count.Value) run.Skip("括号中的数量不是全部，或有重叠");
        else
        {
            run.Score(Model.Verdict.Violated,
                rule => TextFinding.Of(rule, place, whole.Subject.Name,
                    $"{whole.Subject.Name} {whole.Count} ≠ {string.Join("+", parts.Select(p => p.Count.Format()))} = {TextFinding.Number(sum)}：差 {TextFinding.Number(Math.Abs(sum - whole.Count.Value))}",
                    $"{whole.Subject.Name} {whole.Count}, its parts {TextFinding.Number(sum)}", TextFinding.Number(sum), whole.Count.Format(),
                    difference: whole.Count.Value - sum, unit: whole.Count.Unit));
        }
    }

    private static bool Names(CountClaim part, string kind) => part.Subject.Name.Contains(kind, StringComparison.Ordinal);

    /// <summary>How many brackets are open there.</summary>
    private static int Depth(string text, int at) => text.AsSpan(0, at).Count('（') - text.AsSpan(0, at).Count('）');
}
