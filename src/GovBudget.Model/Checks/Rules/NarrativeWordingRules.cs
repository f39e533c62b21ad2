namespace GovBudget.Model.Checks;

/// <summary>Reasons and purposes: there where they must be, and about the right thing.</summary>
internal static class NarrativeWordingRules
{
    private static readonly string[] Up = ["增加", "增长", "提高", "上升"];

    private static readonly string[] Down = ["减少", "下降", "降低"];

    /// <summary>A reason that is nothing but thrift lowers what it explains.</summary>
    private static readonly string[] Thrift = ["压减", "压缩", "厉行节约", "严控", "严格控制", "从严控制", "过紧日子"];

    private static readonly string[] Money = ["经费", "支出", "费用", "预算", "项目", "资金"];

    public static IEnumerable<Rule> All =>
    [
        new("narrative.reason-missing", RuleCategory.Completeness, Severity.Warning, "决算与预算有差异的科目都说明原因",
            "every item that deviates from its budget gives a reason", "一般公共预算财政拨款支出决算具体情况", Missing),
        new("narrative.reason-direction", RuleCategory.Logic, Severity.Warning, "原因所说增减与数字方向一致", "a reason points the same way as the figures", "部门决算（预算）情况说明",
            Directions),
        new("narrative.reason-without-change", RuleCategory.Template, Severity.Warning, "有主要原因，就应有与上年比较的增减数", "a reason for a change comes with the change",
            "机关运行经费、政府采购情况说明", WithoutChange),
        new("narrative.copied-text", RuleCategory.Template, Severity.Warning, "用途和原因说的是本科目", "purpose and reason are about the item itself",
            "一般公共预算财政拨款支出情况说明", Copied),
        new("narrative.missing-object", RuleCategory.Template, Severity.Warning, "“贯彻执行”“贯彻落实”之后写明贯彻什么", "what is carried out is named",
            "部门职责", MissingObject),
    ];

    private static readonly string[] Bodies = ["部门", "单位", "机关", "机构", "政府"];

    private static readonly string[] CarriedOut =
    [
        "政策", "法律", "法规", "规章", "规定", "决策", "决定", "决议", "部署", "精神", "要求", "方针", "制度", "任务", "意见", "规划", "计划", "工作", "标准", "办法", "措施", "思想", "路线", "指示",
        "战略", "条例", "方案", "职责", "职能", "责任",
    ];

    /// <summary>The words after 贯彻 end with those who decide, and what they decided is nowhere named.</summary>
    private static void MissingObject(RuleRun run)
    {
        foreach (var sentence in run.Index.Text.Narrative.Sections.SelectMany(s => s.Sentences))
        {
            var at = Math.Max(sentence.Text.LastIndexOf("贯彻执行", StringComparison.Ordinal), sentence.Text.LastIndexOf("贯彻落实", StringComparison.Ordinal));
            if (at < 0) continue;
            var after = sentence.Text[(at + 4)..].TrimEnd('。', '；', '，', '、');
            if (Array.Exists(CarriedOut, w => after.Contains(w, StringComparison.Ordinal)) || !Array.Exists(Bodies, b => after.EndsWith(b, StringComparison.Ordinal))) run.Hold();
            else
            {
                var said = TextFinding.Shortened(sentence.Text);
                run.Record(Verdict.Violated, "", sentence.Text.Substring(at, 4), $"“{said}”：{sentence.Text.Substring(at, 4)}之后没有写贯彻什么（政策、法规、决策部署……），句子不完整",
                    $"“{said}” does not say what is carried out", "", said, TextClaim.On(sentence.Page));
            }
        }
    }

    /// <summary>An item explained in a section: its subject, and its claims up to the next item.</summary>
    private sealed record Item(ClaimSubject Subject, TextClaim Place, List<TextClaim> Claims);

    private static IEnumerable<List<Item>> ItemsBySection(RuleRun run)
    {
        foreach (var group in run.Index.Text.Claims.GroupBy(c => c.Section))
        {
            if (group.Key.Kind is not (SectionKind.GeneralPublicItems or SectionKind.GeneralPublic or SectionKind.Explanation or SectionKind.FiscalExpenditure))
                continue;
            var items = new List<Item>();
            foreach (var claim in group)
            {
                var subject = claim.Claim switch
                {
                    AmountClaim { Subject.Quantity: BudgetQuantity.Function } c => c.Subject,
                    ListClaim { Subject.Quantity: BudgetQuantity.Function, Role: ListRole.Purposes } c => c.Subject,
                    _ => null,
                };
                if (subject is not null && (items.Count == 0 || !NarrativeIndex.SameThing(items[^1].Subject, subject))) items.Add(new Item(subject, claim, []));
                if (items.Count > 0) items[^1].Claims.Add(claim);
            }
            if (items.Count > 1) yield return items;
        }
    }

    private static void Missing(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var items in ItemsBySection(run))
        {
            if (items[0].Place.Section.Kind != SectionKind.GeneralPublicItems) continue;
            var deviating = new List<(Item Item, Amount Budget, Amount Actual, bool Explained)>();
            foreach (var item in items)
            {
                var amounts = item.Claims.Where(c => !c.InReason && c.Claim is AmountClaim).Select(c => (AmountClaim)c.Claim).ToList();
                var budget = amounts.Find(a => text.RoleOf(a.Subject) == FigureRole.Budget);
                var actual = amounts.Find(a => text.RoleOf(a.Subject) == FigureRole.Main);
                if (budget is null
                    || actual is null
                    || NarrativeIndex.Money(budget.Amount) is not { } b
                    || NarrativeIndex.Money(actual.Amount) is not { } a
                    || TextFinding.Compare(b, a) != Verdict.Violated)
                    continue;
                deviating.Add((item, b, a, item.Claims.Exists(c => c.Claim is ReasonClaim { Text.Length: > 0 })));
            }
            var explained = deviating.Count(d => d.Explained);
            if (deviating.Count == 0) continue;
            if (explained < 3 || (deviating.Count - explained) * 2 > explained)
            {
                if (explained < deviating.Count) run.Skip("多数科目没有逐项说明原因，可能另有说明");
                else run.Hold();
                continue;
            }
            foreach (var (item, budget, actual, has) in deviating)
            {
                if (has)
                {
                    run.Hold();
                    continue;
                }
                var order = actual > budget ? "大于" : "小于";
                run.Score(Verdict.Violated, rule => TextFinding.Of(rule, item.Claims.Find(c => c.Claim is AmountClaim) ?? item.Place, item.Subject.Name,
                    $"{item.Subject.Name}决算 {actual.Format()} {order}预算 {budget.Format()}，没有说明原因，其余 {explained} 项都有",
                    $"{item.Subject.Name} {actual.Format()} deviates from its budget {budget.Format()} without a reason", $"支出决算数{order}年初预算数的主要原因：…", "缺"));
            }
        }
    }

    /// <summary>A reason of one clause that says some money rose (fell) for a change the other way.</summary>
    private static void Directions(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, reason) in text.Of<ReasonClaim>())
        {
            var direction = Claimed(reason.Text);
            if (reason.Subject is not { } subject || direction == ChangeDirection.Flat) continue;
            ChangeDirection? said = null;
            for (var i = place.Number - 1; i >= 0 && text.Claims[i].Section == place.Section && text.Claims[i].SentenceNumber >= place.SentenceNumber - 2; i--)
            {
                if (text.Claims[i] is not { InReason: false } before) continue;
                said = before.Claim switch
                {
                    ChangeClaim c when NarrativeIndex.SameThing(c.Subject, subject) => c.Direction == ChangeDirection.Undecided ? c.RateDirection : c.Direction,
                    ComparisonClaim { Order: FigureOrder.Greater } c when NarrativeIndex.SameThing(c.Subject, subject) => ChangeDirection.Up,
                    ComparisonClaim { Order: FigureOrder.Less } c when NarrativeIndex.SameThing(c.Subject, subject) => ChangeDirection.Down,
                    _ => null,
                };
                if (said is not null) break;
            }
            if (said is not (ChangeDirection.Up or ChangeDirection.Down)) continue;
            if (said == direction) run.Hold();
            else
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, subject.Name, $"{subject.Name}说{Word(said.Value)}，原因却是“{reason.Text}”",
                        $"{subject.Name} moves one way, the reason the other: {reason.Text}", Swap(reason.Text, direction), reason.Text));
        }
    }

    private static ChangeDirection Claimed(string reason)
    {
        if (reason.Length > 40 || reason.IndexOfAny(['，', '；', '。', '、']) >= 0) return ChangeDirection.Flat;
        foreach (var (words, direction) in new[] { (Up, ChangeDirection.Up), (Down, ChangeDirection.Down) })
        {
            foreach (var word in words)
            {
                if (reason.EndsWith(word, StringComparison.Ordinal) && Array.Exists(Money, m => reason.EndsWith(m + word, StringComparison.Ordinal)))
                    return direction;
            }
        }
        return Array.Exists(Thrift, t => reason.StartsWith(t, StringComparison.Ordinal)) ? ChangeDirection.Down : ChangeDirection.Flat;
    }

    private static string Swap(string reason, ChangeDirection direction)
    {
        var word = Array.Find(direction == ChangeDirection.Up ? Up : Down, w => reason.EndsWith(w, StringComparison.Ordinal)) ?? "";
        return word.Length == 0 ? "增加的原因" : reason[..^word.Length] + (direction == ChangeDirection.Up ? "减少" : "增加");
    }

    private static string Word(ChangeDirection direction) => direction == ChangeDirection.Up ? "增加" : "减少";

    private static void WithoutChange(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var section in text.Narrative.Sections)
        {
            if (section.Kind is not (SectionKind.AgencyOperation or SectionKind.Procurement)) continue;
            var claims = text.Claims.Where(c => c.Section == section).ToList();
            if (claims.Find(c => c.Claim is ReasonClaim) is not { } reason) continue;
            if (claims.Exists(c => c.Claim is ChangeClaim or ComparisonClaim)
                || section.Sentences.Any(s => Array.Exists([.. Up, .. Down, "持平", "一致", "相同"], w => s.Text.Contains(w, StringComparison.Ordinal))))
            {
                run.Hold();
                continue;
            }
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, reason, section.Title, $"{section.Title}只有“主要原因”，没有与上年比较的增减数",
                    "a reason is given, but no change that it explains", "比上年增加（减少）…", "（缺）"));
        }
    }

    private static void Copied(RuleRun run)
    {
        foreach (var items in ItemsBySection(run))
        {
            var names = new Dictionary<string, Item>();
            foreach (var item in items)
            {
                if (item.Subject.Path.Count != 3) continue;
                foreach (var name in OwnNames(item.Subject)) names.TryAdd(name, item);
            }
            for (var i = 0; i < items.Count; i++)
            {
                var item = items[i];
                if (item.Subject.Path.Count != 3) continue;
                foreach (var claim in item.Claims)
                {
                    var said = claim.Claim switch
                    {
                        ReasonClaim r => Stripped(r.Text),
                        ListClaim { Role: ListRole.Purposes } l => string.Join('、', l.Items.Select(n => n.Name)),
                        _ => null,
                    };
                    if (said is not { Length: > 3 }) continue;
                    var folded = SubjectName.Fold(said);
                    if (OwnNames(item.Subject).Contains(folded)) continue;
                    var other = names.TryGetValue(folded, out var owner) && owner.Subject.Path[2] != item.Subject.Path[2] ? owner
                        : claim.Claim is ListClaim
                            && i > 0
                            && items[i - 1].Subject is { Path: { Count: 3 } before }
                            && before[0] != item.Subject.Path[0]
                            && Purpose(items[i - 1]) == said
                        ? items[i - 1]
                        : null;
                    if (other is null)
                    {
                        run.Hold();
                        continue;
                    }
                    var kind = claim.Claim is ReasonClaim ? "原因" : "用途";
                    run.Score(Verdict.Violated,
                        rule => TextFinding.Of(rule, claim, item.Subject.Name, $"{item.Subject.Name}的{kind}“{said}”照抄“{other.Subject.Name}”",
                            $"the {(claim.Claim is ReasonClaim ? "reason" : "purpose")} of {item.Subject.Name} is that of {other.Subject.Name}",
                            item.Subject.Name, said));
                }
            }
        }

        static string? Purpose(Item item) =>
            item.Claims.Select(c => c.Claim).OfType<ListClaim>().FirstOrDefault(l => l.Role == ListRole.Purposes) is { } list
                ? string.Join('、', list.Items.Select(n => n.Name))
                : null;
    }

    /// <summary>项, and 款 with 项: how items are called in their own text.</summary>
    private static string[] OwnNames(ClaimSubject subject) =>
        [SubjectName.Fold(subject.Path[2]), SubjectName.Fold(subject.Path[1] + subject.Path[2]), SubjectName.Fold(subject.Path[2] + "支出")];

    /// <summary>The reason without 经费增加 and the like.</summary>
    private static string Stripped(string reason)
    {
        foreach (var end in new[] { "保持不变", "持平", "增加", "减少", "增长", "下降" }) if (reason.EndsWith(end, StringComparison.Ordinal)) reason = reason[..^end.Length];
        return reason.EndsWith("经费", StringComparison.Ordinal) ? reason[..^2] : reason;
    }
}
