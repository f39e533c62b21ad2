namespace GovBudget.Model.Checks;

/// <summary>Shares and degrees of completion in the text, recomputed from what their operands admit.</summary>
internal static class NarrativeRatioRules
{
    public static IEnumerable<Rule> All =>
    [
        new("narrative.share", RuleCategory.Logic, Severity.Error, "占比＝部分÷整体", "a share = part ÷ whole", "部门决算（预算）情况说明", Shares),
        new("narrative.completion", RuleCategory.Logic, Severity.Error, "完成预算的百分比＝决算÷预算", "completion = final account ÷ budget", "部门决算情况说明", Completions),
        new("narrative.percent-of-zero", RuleCategory.Logic, Severity.Error, "整体或预算为 0 时没有百分比", "there is no percentage of zero", "部门决算（预算）情况说明", OfZero),
    ];

    private static void Shares(RuleRun run)
    {
        var operands = new TextOperands(run.Index);
        foreach (var (place, claim) in Claims<ShareClaim>(run))
        {
            if (run.Index.Text.RoleOf(claim.Part) == FigureRole.OtherYear)
            {
                run.Skip("说的是其他年度");
                continue;
            }
            if (Operands(run.Index, operands, place, claim) is not var (parts, wholes) || parts.Count == 0 || wholes.Count == 0)
            {
                run.Skip("部分或整体的金额没有说明");
                continue;
            }
            if (wholes[0].Value == 0) continue;
            var name = $"{claim.Part.Name}占{WholeName(claim)}";
            Ratio(run, place, name, claim.Percent, parts, wholes);
        }
    }

    private static string WholeName(ShareClaim claim) => claim.Whole?.Name ?? BudgetQuantities.NameOf(BudgetQuantity.GeneralPublicExpenditure);

    private static (List<Amount> Parts, List<Amount> Wholes)? Operands(DocumentIndex index, TextOperands operands, TextClaim place, ShareClaim claim)
    {
        if (claim.Whole is null && place.Section.Kind == SectionKind.GeneralPublicStructure)
        {
            // 结构情况 says the whole: all the expenditure, or of budgets the funds of the year
            List<Amount> wholes =
            [
                .. operands.Whole(place, ClaimSubject.Of(BudgetQuantity.GeneralPublicExpenditure)),
                .. operands.Main(place, ClaimSubject.Of(BudgetQuantity.GeneralPublicIncome)),
            ];
            return (Parts(index, operands, place, claim.Part), wholes);
        }
        if (claim.Whole is not { } whole || (NarrativeIndex.SameThing(whole, claim.Part) && whole.Within == claim.Part.Within)) return null;
        return (Parts(index, operands, place, claim.Part), operands.Whole(place, whole));
    }

    /// <summary>What the part may have been: stated, or of the subject of that name.</summary>
    private static List<Amount> Parts(DocumentIndex index, TextOperands operands, TextClaim place, ClaimSubject part)
    {
        var stated = operands.Main(place, part);
        var resolved = NarrativeAmountRules.Resolve(index, place, part);
        if (resolved == part) return stated;
        foreach (var amount in operands.Main(place, resolved)) if (!stated.Exists(a => a.SameSize(amount))) stated.Add(amount);
        return stated;
    }

    private static void Completions(RuleRun run)
    {
        var operands = new TextOperands(run.Index);
        foreach (var (place, claim) in Claims<CompletionClaim>(run))
        {
            var (actuals, budgets) = (Actual(run, operands, place, claim), Budget(run, operands, place, claim));
            if (actuals.Count == 0 || budgets.Count == 0)
            {
                run.Skip("决算数或预算数没有说明");
                continue;
            }
            if (budgets[0].Value == 0) continue;
            Ratio(run, place, $"{claim.Subject.Name}完成{OfName(claim.Of)}", claim.Percent, actuals, budgets);
        }
    }

    /// <summary>What was carried out: of the measure named (执行数 in 绩效 sections), else the final account.</summary>
    private static List<Amount> Actual(RuleRun run, TextOperands operands, TextClaim place, CompletionClaim claim) =>
        claim.Subject.Measure == FigureMeasure.Execution
            ? run.Index.Text.Stated(place, claim.Subject, c => c.Subject.Measure == FigureMeasure.Execution) is { } stated ? [stated.Amount] : []
            : operands.Main(place, claim.Subject);

    private static List<Amount> Budget(RuleRun run, TextOperands operands, TextClaim place, CompletionClaim claim)
    {
        if (run.Index.IsBudget) return [];
        if (claim.Of == FigureMeasure.Unstated && operands.Budgets(place, claim.Subject) is { Count: > 1 } several) return several;
        var stated = operands.Budget(place, claim.Subject, claim.Of);
        return stated.Count > 0 ? stated : Implied(run, operands, place, claim);
    }

    /// <summary>决算数大于预算数55.93万元: the budget that the sentence gives by its distance from the final account, where it is the same budget.</summary>
    private static List<Amount> Implied(RuleRun run, TextOperands operands, TextClaim place, CompletionClaim claim)
    {
        foreach (var other in run.Index.Text.Claims)
        {
            if (other.SentenceNumber != place.SentenceNumber
                || other.InReason
                || other.Claim is not ChangeClaim { By: { } printed, Against: { IsOtherYear: false } against } change
                || !NarrativeIndex.SameThing(change.Subject, claim.Subject))
                continue;
            if (against.Measure != claim.Of && against.Measure != FigureMeasure.Budget) continue;
            if (NarrativeIndex.Money(printed) is not { } by
                || change.Direction is not (ChangeDirection.Up or ChangeDirection.Down)
                || operands.Main(place, claim.Subject) is not [var actual, ..])
                continue;
            var budget = actual.In(by.Unit).Value - (change.Direction == ChangeDirection.Up ? by.Value : -by.Value);
            return budget > 0 ? [new Amount(budget, by.Unit)] : [];
        }
        return [];
    }

    private static string OfName(FigureMeasure measure) =>
        measure switch { FigureMeasure.InitialBudget => "年初预算", FigureMeasure.AnnualBudget => "全年预算", _ => "预算" };

    /// <summary>The printed percentage against every pair of operands; the first pair is reported.</summary>
    private static void Ratio(RuleRun run, TextClaim place, string name, Amount printed, List<Amount> parts, List<Amount> wholes)
    {
        var percent = NarrativeIndex.Percent(printed);
        var stated = AmountInterval.Of(percent);
        (Amount Part, Amount Whole, AmountInterval Ratio)? first = null, rounded = null;
        foreach (var part in parts)
        {
            foreach (var whole in wholes)
            {
                if (AmountInterval.Of(part).Over(AmountInterval.Of(whole)) is not { } ratio) continue;
                first ??= (part, whole, ratio);
                if (!stated.Meets(ratio)) continue;
                if (Math.Round(part.Yuan / whole.Yuan * 100, percent.Decimals, MidpointRounding.AwayFromZero) == percent.Value)
                {
                    run.Hold();
                    return;
                }
                rounded ??= (part, whole, ratio);
            }
        }
        if ((rounded ?? first) is not var (p, w, r))
        {
            run.Skip("整体太小，四舍五入后不能算百分比");
            return;
        }
        var value = p.Yuan / w.Yuan * 100;
        var expected = $"{TextFinding.Format(Math.Round(value, percent.Decimals, MidpointRounding.AwayFromZero), percent.Decimals)}%";
        var actual = $"{percent.Format()}%";
        var bound = Report.Trim((r.High - r.Low) / 2 * 100 + Amount.Half(percent.Decimals));
        var (verdict, note, noteEnglish) = rounded is null
            ? (Verdict.Violated, $"与印出的 {actual}（±{TextFinding.Number(Amount.Half(percent.Decimals))}）不相交", "")
            : (Verdict.Rounded, "四舍五入可以解释", ", within rounding");
        run.Score(verdict, rule => TextFinding.Of(rule, place, name,
            $"{name} {actual} 应为 {expected}：{p.Format()} ÷ {w.Format()} = {TextFinding.PercentOf(r, percent.Decimals)}，{note}",
            $"{name} {actual} should be {expected}: {p.Format()} ÷ {w.Format()} = {TextFinding.PercentOf(r, percent.Decimals)}{noteEnglish}", expected, actual,
            verdict: verdict,
            difference: Report.Trim(percent.Value - Math.Round(value, 6)), tolerance: Math.Round(bound, 6), unit: Unit.Percent));
    }

    private static void OfZero(RuleRun run)
    {
        var operands = new TextOperands(run.Index);
        foreach (var (place, claim) in Claims<CompletionClaim>(run))
        {
            var actuals = Actual(run, operands, place, claim);
            var budgets = Budget(run, operands, place, claim);
            if (budgets.Count == 0 && BlankBudget(run.Index, place, claim)) budgets.Add(new Amount(0m, Unit.WanYuan));
            if (budgets.Count == 0 && actuals.Count > 0 && actuals[0].Value == 0 && Rest(run, operands, place, claim))
                budgets.Add(new Amount(0.00m, Unit.WanYuan));
            if (actuals.Count == 0 || budgets.Count == 0) continue;
            Judge(run, place, claim.Subject.Name, actuals[0], budgets[0], claim.Percent, $"预算为 0 仍写完成{OfName(claim.Of)}的");
        }
        foreach (var (place, claim) in Claims<ShareClaim>(run))
        {
            if (Operands(run.Index, operands, place, claim) is not var (parts, wholes) || parts.Count == 0 || wholes.Count == 0) continue;
            Judge(run, place, claim.Part.Name, parts[0], wholes[0], claim.Percent, $"{WholeName(claim)}为 0 仍写占其");
        }
    }

    private static void Judge(RuleRun run, TextClaim place, string name, Amount part, Amount whole, Amount printed, string said)
    {
        if (whole.Value != 0)
        {
            run.Hold();
            return;
        }
        // nothing of nothing is a habit of the forms; something of nothing cannot be
        var severity = part.Value == 0 ? Severity.Warning : Severity.Error;
        var actual = $"{printed.Format()}%";
        run.Score(Verdict.Violated,
            rule => TextFinding.Of(rule, place, name, $"{name}{said} {actual}：{part.Format()}/{whole.Format()} 无意义",
                $"{name} {actual}: {part.Format()}/{whole.Format()} is no number",
            "不适用", actual, severity));
    }

    /// <summary>Whether the 三公 table prints a budget column for the item and nothing in it.</summary>
    private static bool BlankBudget(DocumentIndex index, TextClaim place, CompletionClaim claim)
    {
        if (!NarrativeIndex.Restates(place.Section.Kind)) return false;
        if (index.Of(StatementKind.ThreePublic) is { HasFigures: false }
            && claim.Subject.Quantity is BudgetQuantity.Abroad or BudgetQuantity.Vehicles or BudgetQuantity.Reception)
            return true;
        var terms = new NarrativeTables(index).Find(place.Section.Kind, claim.Subject, FigureRole.Budget);
        return terms.Count > 0 && terms.All(t => t.Amount is null);
    }

    /// <summary>Whether the total 三公 budget is used up by the other items of it, as far as their actual amounts and degrees of completion tell.</summary>
    private static bool Rest(RuleRun run, TextOperands operands, TextClaim place, CompletionClaim claim)
    {
        BudgetQuantity[] items = [BudgetQuantity.Abroad, BudgetQuantity.Vehicles, BudgetQuantity.Reception];
        if (!items.Contains(claim.Subject.Quantity)) return false;
        if (operands.Budget(place, ClaimSubject.Of(BudgetQuantity.ThreePublic), claim.Of) is not [var total, ..]) return false;
        foreach (var other in run.Index.Text.Claims)
        {
            if (other.Section != place.Section
                || other.Claim is not CompletionClaim c
                || !items.Contains(c.Subject.Quantity)
                || c.Subject.Quantity == claim.Subject.Quantity
                || c.Percent.Value == 0)
                continue;
            if (operands.Main(other, c.Subject) is not [var actual, ..] || actual.Value == 0) continue;
            var implied = AmountInterval.Of(actual).Over(AmountInterval.Of(NarrativeIndex.Percent(c.Percent)));
            // the other item's budget, printed like the total, can only be the total itself
            if (implied is { } i && i.Meets(AmountInterval.Of(total)) && Math.Abs(actual.Yuan / (c.Percent.Value / 100) - total.Yuan) <= total.HalfStep)
                return true;
        }
        return false;
    }

    /// <summary>Claims of a type wherever their operands stand beside them.</summary>
    private static IEnumerable<(TextClaim Place, T Claim)> Claims<T>(RuleRun run)
        where T : Claim
    {
        foreach (var claim in run.Index.Text.Claims)
        {
            if (claim.Claim is T typed
                && !claim.InReason
                && claim.Section.Kind is not (SectionKind.Glossary or SectionKind.Contents or SectionKind.Tables or SectionKind.Annex or SectionKind.KeyWork))
                yield return (claim, typed);
        }
    }
}
