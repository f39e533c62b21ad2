namespace GovBudget.Model;

/// <summary>A pattern of the grammar.</summary>
/// <param name="Head">The token it begins at.</param>
/// <param name="Name">What it reads.</param>
/// <param name="Example">Text that it reads.</param>
/// <param name="Apply">Reads it there; the index of the next token, or −1 where it does not fit.</param>
internal sealed record GrammarRule(TokenKind Head, string Name, string Example, Func<ClaimParser, int, int> Apply);

/// <summary>The sentence patterns.</summary>
internal static partial class Grammar
{
    public static readonly GrammarRule[] Rules =
    [
        new(TokenKind.Basis, "compared with", "与2022年度相比，支出合计减少50.66万元", SetBasis),
        new(TokenKind.AmongThem, "parts follow", "支出合计236.71万元，其中：基本支出185.55万元", OpenParts),
        new(TokenKind.Respectively, "values in the order of names", "基本支出、项目支出分别为100万元、50万元", Respectively),
        new(TokenKind.Direction, "change by amount or rate", "支出合计减少50.66万元，下降17.6%", Change),
        new(TokenKind.Direction, "change of a part named behind", "增加人员经费1408.29万元", ChangeOfNamed),
        new(TokenKind.Flat, "no change", "比2023年预算持平", Unchanged),
        new(TokenKind.Order, "larger or smaller", "决算数小于预算数", Compare),
        new(TokenKind.Share, "share", "占本年支出78.4%", Share),
        new(TokenKind.Complete, "completion", "完成年初预算的132.6%", Complete),
        new(TokenKind.Includes, "list of parts", "主要包括：办公费、水费", List),
        new(TokenKind.UsedFor, "list of purposes", "主要用于在职人员医疗保险", List),
        new(TokenKind.Reason, "reason", "主要原因是人员调出", Reason),
        new(TokenKind.Absence, "there is none", "本部门无机关运行经费", Absence),
        new(TokenKind.Date, "as of", "截至2023年12月31日", AsOf),
        new(TokenKind.Figure, "what it was and became", "公用经费由上年的20万元增加到25万元", FromTo),
        new(TokenKind.Figure, "rate of change named", "机关运行经费由30万元下降至24万元，降幅20%", RateNamed),
        new(TokenKind.Figure, "degree of execution", "项目支出100万元，预算执行率95%", Executed),
        new(TokenKind.Figure, "count", "共有车辆0辆", Count),
        new(TokenKind.Figure, "amount", "基本支出185.55万元", Amount),
    ];

    private static readonly GrammarRule[][] ByHead =
        [.. Enum.GetValues<TokenKind>().Order().Select(kind => Rules.Where(r => r.Head == kind).ToArray())];

    public static GrammarRule[] RulesFor(TokenKind head) => ByHead[(int)head];

    private static Token? At(ClaimParser p, int i) => i >= 0 && i < p.Tokens.Count ? p.Tokens[i] : null;

    private static bool Is(ClaimParser p, int i, TokenKind kind) => At(p, i)?.Kind == kind;

    private static int SetBasis(ClaimParser p, int i)
    {
        p.Basis = p.Tokens[i].Basis;
        return i + 1;
    }

    private static int OpenParts(ClaimParser p, int i)
    {
        if (p.Last is null || p.InReason) return -1;
        p.OpenParts();
        return i + 1;
    }

    private static int Amount(ClaimParser p, int i)
    {
        if (Compared(p, i) is var afterCompared and > 0) return afterCompared;
        if (p.Tokens[i].Amount.Unit == Unit.None || p.Phrase is [{ } only] && (Lexicon.IsDirection(only.Text) || only.Text is "较" or "比" or "与")) return -1;
        if (SubjectBefore(p, i, p.Phrase) is not { Name.Length: > 0 } subject) return -1;
        if (p.SharesOf is { } shared && p.Tokens[i].Amount.Unit == Unit.Percent)
        {
            p.Add(p.StartOf(i), i, new ShareClaim(subject, shared, p.Tokens[i].Amount));
            p.MarkRead(i);
            p.ClearWords();
            return i + 1;
        }
        if (Lexicon.Gaps.Contains(subject.Name) && p.Last is { } differing)
        {
            p.Add(p.StartOf(i), i, new AmountClaim(subject with { Within = differing.Name }, p.Tokens[i].Amount));
            p.MarkRead(i);
            p.ClearWords();
            return i + 1;
        }
        subject = p.InTheYearSaid(p.PartOfWhole(subject));
        var amount = p.Tokens[i].Amount;
        p.Add(p.StartOf(i), i, new AmountClaim(subject, amount));
        p.MarkRead(i);
        if (amount.Unit == Unit.Percent && subject.Quantity == BudgetQuantity.Other && subject.Name.EndsWith('率'))
        {
            p.ClearWords(); // a rate is nothing that the next words could be about
            return i + 1;
        }
        p.Named(subject);
        if (!Is(p, i + 1, TokenKind.Colon) || At(p, i + 2)?.IsWords != true || !MoneyAfterWords(p, i + 2)) return i + 1;
        var first = SkipWords(p, i + 2);
        if (!Is(p, first + 1, TokenKind.Comma) || !Is(p, first + 2, TokenKind.Share)) return List(p, i + 1);
        // parts with their shares: a list of claims, not of items
        p.OpenParts();
        return i + 2;
    }

    /// <summary>比年初预算数5.00万元减少1.00万元, 比上年累计支出285万元下降34万元, 较上年2.08减少0.03万元: the figure compared with, not another of the subject.</summary>
    private static int Compared(ClaimParser p, int i)
    {
        var at = i - 1;
        while (At(p, at)?.IsWords == true) at--;
        if (At(p, at) is not { Kind: TokenKind.Basis, Basis: { } basis } token) return -1;
        var before = p.Phrase.Where(t => t.Start < token.Start).ToList();
        if ((before.Count > 0 ? p.Subject(before) : p.Last) is not { } subject) return -1;
        var amount = p.Tokens[i].Amount;
        var changed = Is(p, i + 1, TokenKind.Direction);
        if (amount.Unit == Unit.None)
        {
            // the unit stands behind the change
            if (!changed || At(p, SkipParticle(p, i + 2)) is not { IsMoney: true } change) return -1;
            amount = new Amount(amount.Value, change.Amount.Unit);
        }
        else if (!p.Tokens[i].IsMoney) return -1;
        var measure = basis.Measure;
        if (at + 1 < i)
        {
            var words = p.Tokens[(at + 1)..i];
            var named = SubjectResolver.Resolve(words);
            if (!changed || !basis.IsOtherYear || (!named.IsPronoun && named.Subject.Quantity == BudgetQuantity.Other)) return -1;
            if (!named.IsPronoun && !(words is [{ Text: "支出" }] && before.Count + (p.NamedHere ? 1 : 0) > 0)) subject = named.Subject;
            if (measure == FigureMeasure.Unstated) measure = named.Subject.Measure;
        }
        p.Add(token.Start, i, new AmountClaim(subject with { Measure = measure, Year = basis.Year, IsPreviousYear = basis.IsPreviousYear }, amount));
        p.MarkRead(i);
        p.Phrase.RemoveAll(t => t.Start > token.Start);
        return At(p, i + 1) is { Kind: TokenKind.Text, Text: "相比" or "相比较" or "比较" or "对比" or "的" } ? i + 2 : i + 1;
    }

    private static int Count(ClaimParser p, int i)
    {
        var token = p.Tokens[i];
        if (token.IsMoney || token.IsPercent) return -1;
        var counted = Is(p, i + 1, TokenKind.Text) && p.Tokens[i + 1].Text is { Length: <= 14 } text && !text.StartsWith('（') && EndsClause(p, i + 2)
            ? p.Tokens[i + 1]
            : null;
        var words = p.Phrase.ToList();
        if (counted is not null && words.Count > 0 && SubjectResolver.Resolve(words) is { IsPronoun: false, Subject.Quantity: not BudgetQuantity.Other })
            counted = null;
        if (counted is not null) words = [.. words.Skip(words.FindLastIndex(w => w.Text == "、") + 1), counted];
        if ((SubjectBefore(p, i, words) ?? Following(p, i)) is not { Name.Length: > 0 } subject) return -1;
        subject = Numbered(subject, token.Amount.Unit.Name);
        p.Add(p.StartOf(i), counted is null ? i : i + 1, new CountClaim(subject, token.Amount));
        p.MarkRead(i);
        p.Named(subject);
        return counted is null ? i + 1 : i + 2;
    }

    /// <summary>公务用车购置6辆 counts cars, 因公出国（境）1个 counts groups: not the money of that name.</summary>
    private static ClaimSubject Numbered(ClaimSubject subject, string unit) => (subject.Quantity, unit) switch
    {
        (BudgetQuantity.VehiclePurchase, "辆" or "台") => Other(subject, BudgetQuantity.VehiclesBought),
        (BudgetQuantity.Abroad, "个" or "批" or "批次" or "次" or "人次" or "人") => Other(subject, BudgetQuantity.GroupsAbroad),
        _ => subject,
    };

    /// <summary>What is counted, where only the words behind the number say so: 本部门2个预算单位开展了 ….</summary>
    private static ClaimSubject? Following(ClaimParser p, int i) =>
        Is(p, i + 1, TokenKind.Text) && p.Tokens[i + 1].Text[0] != '（'
            ? new ClaimSubject(BudgetQuantity.Other, p.Tokens[i + 1].Text) { Owner = SubjectResolver.Resolve(p.Phrase).Subject.Owner }
            : null;

    /// <summary>The subject of a figure: what the words before it name, or the clause before a comma that stands right before it.</summary>
    /// <remarks>A figure without words is another of what this sentence spoke of; a percentage without words says nothing of what.</remarks>
    private static ClaimSubject? SubjectBefore(ClaimParser p, int i, List<Token> words)
    {
        if (words.Count > 0) return p.Subject(words);
        if (Is(p, i - 1, TokenKind.Colon) && !p.NamedHere && p.Tokens[i].IsMoney) return p.Subject([]); // 1.因公出国（境）费：0万元
        if (Is(p, i - 1, TokenKind.Comma) && p.PendingText.Length > 0) return SubjectResolver.Resolve(p.PendingText);
        return p.NamedHere && !p.Tokens[i].IsPercent ? p.Last : null;
    }

    private static int Share(ClaimParser p, int i)
    {
        var end = SkipWords(p, i + 1);
        if (SharesFollow(p, i) is var after and > 0) return after;
        var at = MoneyOf(p, end);
        if (At(p, at) is not { IsPercent: true } percent) return -1;
        var part = p.Phrase.Count > 0 && SubjectResolver.Resolve(p.Phrase) is { IsPronoun: false } ? p.Subject(p.Phrase) : p.Last ?? p.Subject([]);
        if (part is null) return -1;
        var whole = WholeOf(p, i + 1, end);
        if (p.Phrase.Count == 0 && p.Ordered is { } ordered && Series(p, at) is { Count: > 1 } each && each.Count == ordered.Count)
        {
            for (var n = 0; n < each.Count; n++) p.Add(p.StartOf(i), each[n], new ShareClaim(ordered[n], whole, p.Tokens[each[n]].Amount));
            p.MarkRead([.. each]);
            return each[^1] + 1;
        }
        if (at > end && whole is not null) AddAmount(p, i + 1, end, whole);
        p.Add(p.StartOf(i), at, new ShareClaim(part, whole, percent.Amount));
        p.MarkRead(at);
        p.Named(part);
        return at + 1;
    }

    /// <summary>财政拨款支出占比分别为：教育支出45%，…: what follows are shares of it.</summary>
    private static int SharesFollow(ClaimParser p, int i)
    {
        var at = i + 1;
        while (Is(p, at, TokenKind.Respectively) || (At(p, at) is { Kind: TokenKind.Text } words && Lexicon.ListHeads.Contains(words.Text))) at++;
        if (!Is(p, at, TokenKind.Colon) || (p.Phrase.Count > 0 ? p.Subject(p.Phrase) : p.Last) is not { } whole) return -1;
        p.SharesOf = whole;
        p.Named(whole);
        return at + 1;
    }

    /// <summary>占支出合计127万元的66%, 完成预算12.02万元的100%: the place of the percentage behind the amount that it is taken of; the same place where no amount stands
    /// there.</summary>
    private static int MoneyOf(ClaimParser p, int i) => At(p, i)?.IsMoney == true && At(p, i + 1) is { Kind: TokenKind.Text, Text: "的" } ? i + 2 : i;

    private static void AddAmount(ClaimParser p, int first, int figure, ClaimSubject subject)
    {
        p.Add(p.Tokens[first].Start, figure, new AmountClaim(subject, p.Tokens[figure].Amount));
        p.MarkRead(figure);
    }

    /// <summary>What the words behind 占 name; the total that the part belongs to where there are none.</summary>
    private static ClaimSubject? WholeOf(ClaimParser p, int first, int end)
    {
        if (first == end || string.Concat(p.Tokens[first..end].Select(t => t.Text)) is "比" or "比为" or "比例为") return p.Within;
        var resolved = SubjectResolver.Resolve(p.Tokens[first..end]);
        return resolved.IsPronoun ? p.Last is { } last ? last with { Measure = resolved.Subject.Measure } : null : resolved.Subject;
    }

    private static int Complete(ClaimParser p, int i)
    {
        var end = SkipWords(p, i + 1);
        var at = MoneyOf(p, end);
        var percent = At(p, at) is { IsPercent: true } found ? found : null;
        if (percent is null && !(end > i + 1 && At(p, end)?.IsMoney == true && At(p, end + 1) is { Kind: TokenKind.Text } next && next.Text.StartsWith('的')))
            return -1;
        var words = SubjectResolver.Trim(string.Concat(p.Tokens[(i + 1)..end].Select(t => t.Text)));
        var (rest, of) = SubjectResolver.CutMeasure(words);
        if (SubjectResolver.Trim(rest).Length > 0) return -1;
        if (p.Tokens[i].Text is ['为', .., '的'] named) of = SubjectResolver.CutMeasure(named[1..^1]).Measure;
        if (percent is null && of == FigureMeasure.Unstated) return -1;
        var subject = p.Phrase.Count > 0 && SubjectResolver.Resolve(p.Phrase) is { IsPronoun: false } ? p.Subject(p.Phrase) : p.Last ?? p.Subject([]);
        if (subject is null) return -1;
        if (at > end || percent is null) AddAmount(p, i + 1, end, subject with { Measure = of == FigureMeasure.Unstated ? FigureMeasure.Budget : of });
        if (percent is null)
        {
            p.Named(subject); // 完成预算0万元的--%
            return end + 1;
        }
        p.Add(p.StartOf(i), at, new CompletionClaim(subject, of, percent.Amount));
        p.MarkRead(at);
        p.Named(subject);
        return at + 1;
    }

    private static int Compare(ClaimParser p, int i)
    {
        var end = SkipWords(p, i + 1);
        if (end == i + 1) return -1;
        var text = string.Concat(p.Tokens[(i + 1)..end].Select(t => t.Text));
        if (BasisReader.Read("比" + SubjectResolver.Trim(text) + "相比", 0) is not { } basis || SubjectResolver.Trim(text).Length + 3 != basis.Length) return -1;
        if (p.Subject(p.Phrase) is not { } subject) return -1;
        p.Add(p.StartOf(i), end - 1, new ComparisonClaim(subject, p.Tokens[i].Order, basis.Basis));
        var start = p.StartOf(i);
        p.Named(subject);
        if (At(p, end)?.IsMoney != true || p.Tokens[i].Order is not (FigureOrder.Greater or FigureOrder.Less)) return end;
        // 决算数大于预算数55.93万元: by so much
        p.Add(start, end,
            new ChangeClaim(subject, basis.Basis, p.Tokens[i].Order == FigureOrder.Greater ? ChangeDirection.Up : ChangeDirection.Down, p.Tokens[end].Amount,
                null, null));
        p.MarkRead(end);
        return end + 1;
    }

    private static int Reason(ClaimParser p, int i)
    {
        var words = p.Phrase.ToList();
        while (words.Count > 0 && (words[^1].Text == "的" || Lexicon.Words.Any(w => w.Kind == TokenKind.Direction && words[^1].Text == w.Word)))
            words.RemoveAt(words.Count - 1);
        if (words.Count > 0) words[^1] = words[^1] with { Text = WithoutChange(words[^1].Text) };
        var named = words.Count > 0 && SubjectResolver.Resolve(words) is { IsPronoun: false, Subject.Quantity: not BudgetQuantity.Other };
        var subject = named ? p.Subject(words) : p.Last;
        var start = p.StartOf(i);
        var first = i + 1;
        while (first < p.Tokens.Count && p.Tokens[first].Kind == TokenKind.Colon) first++;
        var end = first;
        while (end < p.Tokens.Count && p.Tokens[end].Kind != TokenKind.Stop && !(p.Tokens[end].Kind == TokenKind.AmongThem && Is(p, end + 1, TokenKind.Colon))
            && !(p.Tokens[end].Kind == TokenKind.Semicolon && !Is(p, end + 1, TokenKind.Marker))) end++;
        var text = string.Concat(p.Tokens[first..end].Select(t => t.Text)).TrimStart('是', '：').TrimEnd('，');
        p.Add(start, Math.Max(i, end - 1), new ReasonClaim(subject, text));
        p.BeginReason(named ? subject : null);
        return first;
    }

    /// <summary>“三公”经费预算增减变化的 names “三公”经费预算.</summary>
    private static string WithoutChange(string text)
    {
        var end = new[] { "增减变化", "增减变动", "变化情况", "变动情况", "变化", "变动" }.FirstOrDefault(w => text.TrimEnd('的').EndsWith(w, StringComparison.Ordinal));
        return end is null || text.TrimEnd('的').Length == end.Length ? text : text.TrimEnd('的')[..^end.Length];
    }

    private static int Absence(ClaimParser p, int i)
    {
        var end = i + 1;
        while (end < p.Tokens.Count && p.Tokens[end].Kind is not (TokenKind.Stop or TokenKind.Semicolon or TokenKind.Comma or TokenKind.Close)) end++;
        var text = string.Concat(p.Tokens[(i + 1)..end].Select(t => t.Text));
        var before = SubjectResolver.Resolve(WithoutThisYear(p.Phrase)).Subject;
        if (p.Phrase.Count > 0 && before.Name.Length > 0 && !before.Name.StartsWith('因') && before.Owner is null && p.InReason) return -1;
        var subject = Denied(text) with { Year = before.Year, Owner = before.Owner };
        p.Add(p.StartOf(i), end - 1, new AbsenceClaim(subject));
        p.ClearWords();
        return end;
    }

    /// <summary>本单位当年 names 本单位.</summary>
    private static List<Token> WithoutThisYear(List<Token> words)
    {
        var word = words.Count == 0 ? null : new[] { "当年度", "当年", "本年度", "本年", "今年" }.FirstOrDefault(w => words[^1].Text.EndsWith(w, StringComparison.Ordinal));
        return word is null ? words : [.. words[..^1], words[^1] with { Text = words[^1].Text[..^word.Length] }];
    }

    /// <summary>The kind of money that is denied; its words may name both income and expenditure.</summary>
    private static ClaimSubject Denied(string text)
    {
        var plain = BudgetQuantities.Plain(text);
        (string Word, BudgetQuantity Quantity)[] kinds =
        [
            ("政府性基金", BudgetQuantity.GovernmentFunds), ("国有资本", BudgetQuantity.StateCapital), ("机关运行", BudgetQuantity.AgencyOperation),
            ("因公出国", BudgetQuantity.Abroad), ("出国（境）", BudgetQuantity.Abroad), ("公务用车购置及运行", BudgetQuantity.Vehicles),
            ("公务用车购置", BudgetQuantity.VehiclePurchase), ("公务用车运行", BudgetQuantity.VehicleRunning),
            ("公务接待", BudgetQuantity.Reception), ("三公", BudgetQuantity.ThreePublic), ("政府采购", BudgetQuantity.Procurement),
            ("上年结转", BudgetQuantity.OpeningBalance), ("项目支出", BudgetQuantity.ProjectExpenditure),
        ];
        foreach (var (word, quantity) in kinds)
        {
            if (plain.Contains(word, StringComparison.Ordinal)) return ClaimSubject.Of(quantity);
        }
        return new ClaimSubject(BudgetQuantity.Other, text);
    }

    private static int AsOf(ClaimParser p, int i)
    {
        p.Add(p.Tokens[i].Start, i, new DateClaim(p.Tokens[i].Date));
        p.ClearWords();
        return i + 1;
    }

    private static int SkipWords(ClaimParser p, int i)
    {
        while (At(p, i)?.IsWords == true) i++;
        return i;
    }

    private static bool MoneyAfterWords(ClaimParser p, int i) => SkipWords(p, i) is var at && at > i && At(p, at)?.IsMoney == true;

    private static bool EndsClause(ClaimParser p, int i) =>
        At(p, i)?.Kind is null or TokenKind.Comma or TokenKind.Pause or TokenKind.Semicolon or TokenKind.Stop or TokenKind.Close or TokenKind.Colon;
}
