using System.Buffers;

namespace GovBudget.Model.Checks;

/// <summary>Changes against another year or the budget: amount, rate and direction.</summary>
internal static class NarrativeChangeRules
{
    private const decimal Near = 0.05m;

    /// <summary>How many points off 100 % a degree of completion may be of what is said to equal its budget.</summary>
    private const decimal NearFull = 1;

    private static readonly SearchValues<string> LeftOut = SearchValues.Create(["剔除", "扣除", "不考虑", "若不含", "如不含"], StringComparison.Ordinal);

    public static IEnumerable<Rule> All =>
    [
        new("narrative.growth", RuleCategory.Logic, Severity.Error, "增减率＝增减额÷上年数", "a rate of change = change ÷ last year's figure", "部门决算（预算）情况说明", Growth),
        new("narrative.growth-from-zero", RuleCategory.Logic, Severity.Error, "上年为 0 时没有增减率", "there is no growth from zero", "部门决算（预算）情况说明", FromZero),
        new("narrative.change", RuleCategory.Logic, Severity.Error, "增减额＝本年数－上年数（或决算数－预算数）", "a change = this year's figure − last year's", "部门决算（预算）情况说明",
            Difference),
        new("narrative.direction", RuleCategory.Logic, Severity.Error, "“增加”“减少”“持平”“大于”“小于”与数字一致", "words of direction agree with the figures",
            "部门决算（预算）情况说明", Direction),
    ];

    /// <summary>A change with its operands: this year's figures (the likeliest first), and the other figure where the text states it.</summary>
    private sealed record Change(TextClaim Place, ChangeClaim Claim, List<Amount> Current, Amount? Before)
    {
        /// <summary>Whether the other figure is that of a table, not of the text.</summary>
        public bool IsTabled { get; init; }

        public string Name => NarrativeIndex.NameOf(Claim.Subject);

        public Amount? By => Claim.By is { } by ? NarrativeIndex.Money(by) : null;

        public ChangeDirection RateWay => Claim.RateDirection is { } rate and not ChangeDirection.Undecided ? rate : Way;

        public ChangeDirection Way => Claim.Direction == ChangeDirection.Undecided && Claim.RateDirection is { } rate ? rate : Claim.Direction;
    }

    private static IEnumerable<Change> Changes(RuleRun run)
    {
        var operands = new TextOperands(run.Index);
        var text = run.Index.Text;
        foreach (var (place, claim) in text.Of<ChangeClaim>())
        {
            if (text.RoleOf(claim.Subject) != FigureRole.Main || !text.IsOwn(claim.Subject)) continue;
            if (LeavesOut(place.Sentence.Text.AsSpan(0, claim.Span.Start)))
            {
                run.Skip("剔除某些因素后比较");
                continue;
            }
            Amount? before = claim.Against switch
            {
                null => null,
                var basis when text.IsOtherYear(basis) => operands.OtherYear(place, claim.Subject, basis),
                _ when run.Index.IsBudget => null,
                _ => operands.Budget(place, claim.Subject, claim.Against.Measure) is [var budget, ..] ? budget : null,
            };
            var tabled = before is null && claim.Against is { } other && text.IsOtherYear(other) ? operands.TabledYear(place, claim.Subject, other) : null;
            yield return new Change(place, claim, operands.Main(place, claim.Subject), before ?? tabled) { IsTabled = tabled is not null };
        }
    }

    /// <summary>如果剔除这一因素，支出比上年减少933.78万元: neither figure compared is the one that is stated.</summary>
    private static bool LeavesOut(ReadOnlySpan<char> lead) => lead.ContainsAny(LeftOut);

    private static decimal Sign(ChangeDirection direction) => direction == ChangeDirection.Down ? -1 : 1;

    private static void Growth(RuleRun run)
    {
        foreach (var change in Changes(run))
        {
            if (change.Claim.Rate is not { } printed) continue;
            if (change.Place.Sentence.Text.Contains("口径", StringComparison.Ordinal))
            {
                run.Skip("按另一口径比较");
                continue;
            }
            var rate = NarrativeIndex.Percent(printed);
            var stated = AmountInterval.Of(rate) * Sign(change.RateWay);
            var tries = Ratios(change).ToList();
            if (tries.Count == 0)
            {
                run.Skip("本年数或增减额没有说明");
                continue;
            }
            var first = tries[0];
            if (first.Before == 0) continue;
            var evaluated = tries.Where(t => t.Ratio is not null).ToList();
            if (evaluated.Count == 0) run.Skip("上年数太小，四舍五入后不能算增减率");
            else if (evaluated.FindIndex(t => t.Ratio!.Value.Meets(stated)) is var fit and >= 0)
            {
                run.Hold();
                if (evaluated[fit].Before + evaluated[fit].By != first.Before + first.By) Mended(run, change, rate, evaluated[fit]);
            }
            else if (FitsTheWhole(change, stated)) run.Hold();
            else if (change.Way == ChangeDirection.Undecided && evaluated.Exists(t => (-t.Ratio!.Value).Meets(stated))) run.Hold();
            else Report(run, change, rate, evaluated[0]);
        }
    }

    /// <summary>The change fits the table's figure, not the one that the text states: a hint which of them is wrong.</summary>
    private static void Mended(RuleRun run, Change change, Amount rate, (AmountInterval? Ratio, decimal Before, decimal By, Unit Unit) fit)
    {
        var (stated, table) = (change.Current[0],
            change.Current.Find(c => c.In(fit.Unit).Value == fit.Before + fit.By) is { Value: not 0 } found ? found : change.Current[1]);
        run.Score(Verdict.Rounded, rule => TextFinding.Of(rule, change.Place, change.Name,
            $"{change.Name}增减 {TextFinding.Number(Math.Abs(fit.By))}、{rate.Format()}% 与表中 {table.In(fit.Unit).Format()} 相符，与正文 {stated.Format()} 不符",
            $"the change of {change.Name} fits the table's {table.In(fit.Unit).Format()}, not the text's {stated.Format()}",
            table.In(fit.Unit).Format(), stated.Format(), verdict: Verdict.Rounded));
    }

    /// <summary>经费总预算37万元，其中：基本支出1万元，项目支出36万元，同比增加27万元，增长265%: whether the change behind the parts is that of the whole.</summary>
    private static bool FitsTheWhole(Change change, AmountInterval stated)
    {
        if (change.Claim.Subject.Within is not { } within || change.By is not { } by) return false;
        return change.Place.Sentence.Claims.OfType<AmountClaim>()
            .Where(c => c.Subject.Name == within && c.Span.Start < change.Claim.Span.Start)
            .Select(c => NarrativeIndex.Money(c.Amount))
            .Any(whole => whole is { } amount && Exact(amount, by, Sign(change.Way)) is { } ratio && ratio.Meets(stated));
    }

    private static void Report(RuleRun run, Change change, Amount rate, (AmountInterval? Ratio, decimal Before, decimal By, Unit Unit) first)
    {
        var value = first.By / first.Before * 100;
        var decimals = rate.Decimals;
        var expected = $"{TextFinding.Format(Math.Round(Math.Abs(value), decimals, MidpointRounding.AwayFromZero), decimals)}%";
        var actual = $"{rate.Format()}%";
        var wrongWay = value != 0 && rate.Value != 0 && Math.Sign(value) != Math.Sign(Sign(change.RateWay));
        run.Score(Verdict.Violated, rule => TextFinding.Of(rule, change.Place, change.Name,
            $"{change.Name}增减率 {actual} 应为 {(wrongWay ? value > 0 ? "增长 " : "下降 " : "")}{expected}：{TextFinding.Number(first.By)} ÷ {TextFinding.Number(first.Before)} = {TextFinding.PercentOf(first.Ratio!.Value, decimals)}，与印出的 {actual}（±{TextFinding.Number(Amount.Half(decimals))}）不相交",
            $"rate of change of {change.Name} {actual} should be {expected}: {TextFinding.Number(first.By)} ÷ {TextFinding.Number(first.Before)} = {TextFinding.PercentOf(first.Ratio!.Value, decimals)}",
            expected, actual, difference: GovBudget.Model.Checks.Report.Trim(Math.Round(rate.Value - Math.Abs(value), 6)),
            tolerance: Math.Round(first.Ratio!.Value.Width * 50 + Amount.Half(decimals), 6), unit: Unit.Percent));
    }

    /// <summary>The rates that the operands imply: from the change and this year's figure, else from both years'.</summary>
    private static IEnumerable<(AmountInterval? Ratio, decimal Before, decimal By, Unit Unit)> Ratios(Change change)
    {
        if (change.Way == ChangeDirection.Flat) yield break;
        foreach (var current in change.Current)
        {
            if (change.Before is { } before)
            {
                var unit = before.Unit;
                // (current − before) ÷ before = current ÷ before − 1, the tighter of the two
                var ratio = AmountInterval.Of(current).Over(AmountInterval.Of(before)) is { } quotient
                    ? quotient - AmountInterval.Exactly(1m)
                    : (AmountInterval?)null;
                yield return (ratio, before.Value, current.In(unit).Value - before.Value, unit);
                if (!change.IsTabled) continue;
            }
            if (change.By is not { } by) continue;
            foreach (var sign in change.Way == ChangeDirection.Undecided ? [1m, -1m] : (decimal[])[Sign(change.Way)])
            {
                var then = current.In(by.Unit).Value - sign * by.Value;
                if (then >= 0) yield return (Exact(current, by, sign), then, sign * by.Value, by.Unit);
            }
        }
    }

    /// <summary>by ÷ (current − by): monotone in both, so its ends are at the ends of the operands; null where the figure before may have been
    /// nought.</summary>
    private static AmountInterval? Exact(Amount current, Amount by, decimal sign)
    {
        var (c, b) = (AmountInterval.Of(current), AmountInterval.Of(by) * sign);
        var values = new List<decimal>();
        foreach (var x in (ReadOnlySpan<decimal>)[c.Low, c.High])
        {
            foreach (var y in (ReadOnlySpan<decimal>)[b.Low, b.High])
            {
                if (x - y <= 0) return null;
                values.Add(y / (x - y));
            }
        }
        return AmountInterval.Between(values.Min(), values.Max());
    }

    private static void FromZero(RuleRun run)
    {
        foreach (var change in Changes(run))
        {
            if (change.Claim.Rate is not { } rate || change.Current.Count == 0 || change.Way == ChangeDirection.Down) continue;
            var current = change.Current[0];
            var zero = change.Before is { } before ? before.Value == 0 && current.Value != 0 : change.By is { Value: not 0 } by && by.SameSize(current);
            if (!zero)
            {
                run.Hold();
                continue;
            }
            var actual = $"{rate.Format()}%";
            run.Score(Verdict.Violated, rule => TextFinding.Of(rule, change.Place, change.Name,
                $"{change.Name}上年为 0（{(change.Before is { } b ? b.Format() : $"{current.Format()} − {change.By!.Value.Format()} = {TextFinding.Format(0, current.Decimals)}")}），由零增长至 {current.Format()} 写成增长 {actual}：基数为 0，增长率无意义",
                $"{change.Name} grew from zero, so {actual} is no number", "不适用（上年为0）", actual));
        }
    }

    private static void Difference(RuleRun run)
    {
        foreach (var change in Changes(run))
        {
            if (change.By is not { } by || change.Current.Count == 0 || change.Way == ChangeDirection.Flat) continue;
            if (change.Before is null) MoreThanAll(run, change, by);
            if (change.Before is not { } before) continue;
            var printed = AmountInterval.Of(by);
            if (change.Current.Exists(c => (AmountInterval.Of(c) - AmountInterval.Of(before)).Meets(printed)
                || (AmountInterval.Of(before) - AmountInterval.Of(c)).Meets(printed)))
            {
                run.Hold();
                continue;
            }
            var current = change.Current[0];
            var expected = Math.Abs(current.In(by.Unit).Value - before.In(by.Unit).Value);
            var bound = (current.HalfStep + before.HalfStep + by.HalfStep) / by.Unit.YuanPerUnit;
            run.Score(Verdict.Violated, rule => TextFinding.Of(rule, change.Place, change.Name,
                $"{change.Name}增减额 {by} 应为 {TextFinding.Number(expected)}：{current.Format()} 与 {before.Format()} 之差，超出四舍五入（界 ±{TextFinding.Number(GovBudget.Model.Checks.Report.Trim(bound))}）",
                $"change of {change.Name} {by} should be {TextFinding.Number(expected)}: the difference of {current.Format()} and {before.Format()}",
                TextFinding.Number(expected), by.Format(), difference: by.Value - expected, tolerance: GovBudget.Model.Checks.Report.Trim(bound),
                unit: by.Unit));
        }
    }

    /// <summary>收入903.79万元，其中一般公共预算拨款收入903.79万元、政府性基金拨款收入0万元，较上年增加35.20万元: what stands behind the parts may be said of what they are
    /// parts of.</summary>
    private static bool IsOfTheWhole(Change change, Amount by) =>
        change.Claim.Subject.Within is { } within
        && change.Place.Sentence.Claims.OfType<AmountClaim>().Any(c => c.Subject.Name == within && c.Span.Start < change.Claim.Span.Start
            && NarrativeIndex.Money(c.Amount) is { } whole && whole.Yuan >= by.Yuan);

    /// <summary>Whether the sentence itself, not the reason that it gives (主要原因是与上年持平), goes on to say that the subject stayed the same against what it was
    /// compared with.</summary>
    private static bool Takes(ChangeClaim flat, ChangeClaim change, Sentence sentence) =>
        flat.Direction == ChangeDirection.Flat && flat.Subject.Name == change.Subject.Name && flat.Span.Start > change.Span.Start
        && (change.Against is null || change.Against.IsOtherYear) == (flat.Against is null || flat.Against.IsOtherYear)
        && !sentence.Claims.OfType<ReasonClaim>().Any(r => r.Span.Start <= flat.Span.Start && flat.Span.End <= r.Span.End);

    /// <summary>An increase above this year's figure: last year's would be below nothing.</summary>
    private static void MoreThanAll(RuleRun run, Change change, Amount by)
    {
        if (change.Way != ChangeDirection.Up || change.Claim.Subject.Quantity == BudgetQuantity.Other || change.Current.Exists(c => c.Value < 0)) return;
        if (change.Current.Exists(c => by.Yuan - by.HalfStep <= c.Yuan + c.HalfStep))
        {
            run.Hold();
            return;
        }
        if (IsOfTheWhole(change, by))
        {
            run.Skip("增减可能说的是整体");
            return;
        }
        var current = change.Current[0];
        run.Score(Verdict.Violated,
            rule => TextFinding.Of(rule, change.Place, change.Name, $"{change.Name}增加 {by} 大于本年数 {current}：上年数不能为负",
                $"{change.Name} rises by {by}, above this year's {current}: last year's cannot be below nothing",
            $"不大于 {current.In(by.Unit).Format()}", by.Format(), difference: by.Value - current.In(by.Unit).Value, unit: by.Unit));
    }

    /// <summary>完成年初预算的112.3%，决算数小于年初预算数: the words against the degree of completion, where the amounts are not stated. Null where neither speaks of the
    /// other.</summary>
    private static bool? AgreesWithCompletion(NarrativeIndex text, TextClaim place, ComparisonClaim claim)
    {
        bool? agrees = null;
        foreach (var other in text.Claims)
        {
            if (other.InReason || Math.Abs(other.SentenceNumber - place.SentenceNumber) > 1 || other.Section != place.Section || other.Number > place.Number)
                continue;
            if (other.Claim is not CompletionClaim done || !NarrativeIndex.SameThing(done.Subject, claim.Subject)) continue;
            var of = done.Of == FigureMeasure.Unstated ? FigureMeasure.Budget : done.Of;
            // 预算数 may be either budget's: 完成年初预算的107.3%，决算数大于预算数
            if (of != claim.Right.Measure && claim.Right.Measure != FigureMeasure.Budget) continue;
            var percent = NarrativeIndex.Percent(done.Percent);
            var half = Amount.Half(percent.Decimals);
            agrees = (agrees ?? false) || claim.Order switch
            {
                FigureOrder.Greater => percent.Value + half >= 100,
                FigureOrder.Less => percent.Value - half <= 100,
                FigureOrder.Equal => Math.Abs(percent.Value - 100) <= NearFull + half,
                _ => true,
            };
        }
        return agrees;
    }

    private static void Direction(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var change in Changes(run))
        {
            var claim = change.Claim;
            if (claim is { By.Value: > 0, Rate.Value: > 0, RateDirection: { } rate }
                && (claim.Direction, rate) is (ChangeDirection.Up, ChangeDirection.Down) or (ChangeDirection.Down, ChangeDirection.Up))
            {
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, change.Place, change.Name, $"{change.Name}前说{Word(claim.Direction)}，后说{Word(rate)}",
                        $"{change.Name} both rises and falls", Word(claim.Direction), Word(rate)));
                continue;
            }
            if (change.Before is not { } before || change.Current.Count == 0 || claim.Direction == ChangeDirection.Undecided) continue;
            var order = claim.Direction switch { ChangeDirection.Up => FigureOrder.Greater, ChangeDirection.Down => FigureOrder.Less, _ => FigureOrder.Equal };
            Compare(run, change.Place, change.Name, order, change.Current, before, "本年数",
                claim.Against is { } against && text.IsOtherYear(against) ? "上年数" : "预算数", change.By is { Value: 0 } || claim.Rate is { Value: 0 });
        }
        foreach (var (place, claim) in text.Of<ChangeClaim>())
        {
            // 减少 0 万元，与上年持平: the form's word was left beside the right one
            if (claim is not { Direction: ChangeDirection.Up or ChangeDirection.Down, By: null or { Value: 0 }, Rate: null or { Value: 0 } }) continue;
            if (!place.Sentence.Claims.OfType<ChangeClaim>().Any(c => Takes(c, claim, place.Sentence))) continue;
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, claim.Subject.Name,
                    $"{claim.Subject.Name}前说{Word(claim.Direction)}{(claim.By is { } nothing ? $" {nothing}" : "")}，后说持平",
                    $"{claim.Subject.Name} both changes by nothing and stays the same", "持平", Word(claim.Direction), Severity.Warning));
        }
        var operands = new TextOperands(run.Index);
        foreach (var (place, claim) in text.Of<ComparisonClaim>())
        {
            if (run.Index.IsBudget || text.IsOtherYear(claim.Right) || claim.Order == FigureOrder.Undecided || text.RoleOf(claim.Subject) != FigureRole.Main)
                continue;
            var actuals = operands.Main(place, claim.Subject);
            if (actuals.Count == 0 || operands.Budget(place, claim.Subject, claim.Right.Measure) is not [var budget, ..])
            {
                if (AgreesWithCompletion(text, place, claim) is not { } agrees) run.Skip("决算数或预算数没有说明");
                else if (agrees) run.Hold();
                else Contradicted(run, place, claim);
                continue;
            }
            Compare(run, place, claim.Subject.Name, claim.Order, actuals, budget, "决算数", "预算数", false);
        }
    }

    private static void Compare(RuleRun run, TextClaim place, string name, FigureOrder order, List<Amount> left, Amount right, string leftName,
        string rightName, bool nothing)
    {
        if (left.Exists(l => Holds(order, l, right)) || (nothing && left.Exists(l => l.SameSize(right))))
        {
            run.Hold();
            return;
        }
        var a = left[0];
        var near = a.SameSize(right) || Math.Abs(a.Yuan - right.Yuan) <= Near * Math.Max(Math.Abs(a.Yuan), Math.Abs(right.Yuan));
        var within = TextFinding.Compare(a, right) != Verdict.Violated;
        var severity = order switch
        {
            FigureOrder.AboutEqual => near ? Severity.Info : Severity.Warning,
            FigureOrder.Equal when Math.Abs(a.Yuan - right.Yuan) <= 0.01m * Math.Abs(right.Yuan) => Severity.Warning,
            _ => within ? Severity.Warning : Severity.Error,
        };
        if (severity == Severity.Info)
        {
            run.Hold();
            return;
        }
        var truth = a > right ? "大于" : a < right ? "小于" : "等于";
        var said = order switch { FigureOrder.Greater => "大于", FigureOrder.Less => "小于", FigureOrder.AboutEqual => "基本持平于", _ => "等于" };
        var gap = a.In(right.Unit).Value - right.Value;
        run.Score(Verdict.Violated,
            rule => TextFinding.Of(rule, place, name,
                $"{name}说{leftName}{said}{rightName}，而 {a.Format()} {truth} {right.Format()}（差 {TextFinding.Number(gap)}）",
            $"{name}: the text says {said}, but {a.Format()} against {right.Format()} is {truth}", $"{leftName}{truth}{rightName}",
            $"{leftName}{said}{rightName}", severity, difference: gap, unit: right.Unit));
    }

    private static void Contradicted(RuleRun run, TextClaim place, ComparisonClaim claim)
    {
        var (said, truth) = claim.Order switch { FigureOrder.Greater => ("大于", "小于"), FigureOrder.Less => ("小于", "大于"), _ => ("等于", "不等于") };
        var percent = claim.Order switch { FigureOrder.Greater => "不到", FigureOrder.Less => "超过", _ => "不是" };
        run.Score(Verdict.Violated,
            rule => TextFinding.Of(rule, place, claim.Subject.Name,
                $"{claim.Subject.Name}说决算数{said}预算数，完成预算的百分比却{percent} 100%",
            $"{claim.Subject.Name}: the text says {said}, against its degree of completion", $"决算数{truth}预算数", $"决算数{said}预算数"));
    }

    private static bool Holds(FigureOrder order, Amount left, Amount right) => order switch
    {
        FigureOrder.Greater => left > right,
        FigureOrder.Less => left < right,
        _ => TextFinding.Compare(left, right) != Verdict.Violated,
    };

    private static string Word(ChangeDirection direction) =>
        direction switch { ChangeDirection.Up => "增加", ChangeDirection.Down => "减少", ChangeDirection.Flat => "持平", _ => "未定" };
}
