namespace GovBudget.Model;

/// <summary>Values in the order of names, and values that became others.</summary>
internal static partial class Grammar
{
    private static readonly string[] Ands = ["和", "与", "及", "以及"];

    private static readonly string[] Became =
    [
        "增加到", "增加至", "增长到", "增长至", "提高到", "提高至", "上升到", "上升至", "减少到", "减少至", "下降到", "下降至", "降低到", "降低至", "压减到", "压减至", "降到", "降至", "减至", "增至",
        "调整为", "调整到", "调整至",
    ];

    private static readonly (string End, FigureMeasure Of)[] Rates =
    [
        ("年初预算执行率", FigureMeasure.InitialBudget), ("全年预算执行率", FigureMeasure.AnnualBudget), ("调整预算执行率", FigureMeasure.AnnualBudget),
        ("预算执行率", FigureMeasure.Unstated), ("预算完成率", FigureMeasure.Unstated), ("执行率", FigureMeasure.Unstated),
    ];

    /// <summary>基本支出、项目支出分别为100万元、50万元; 与上年相比，分别减少2万元、1万元; 收、支总计各减少1.2，2.5万元: each name has its own value.</summary>
    private static int Respectively(ClaimParser p, int i)
    {
        var at = i + 1;
        while (Is(p, at, TokenKind.Basis)) p.Basis = p.Tokens[at++].Basis;
        var head = At(p, at);
        var (first, whole, of) = (at, (ClaimSubject?)null, FigureMeasure.Unstated);
        switch (head?.Kind)
        {
            case TokenKind.Direction:
                first = SkipParticle(p, at + 1);
                break;
            case TokenKind.Share:
                first = SkipWords(p, at + 1);
                whole = WholeOf(p, at + 1, first);
                break;
            case TokenKind.Complete:
                first = SkipWords(p, at + 1);
                of = SubjectResolver.CutMeasure(SubjectResolver.Trim(string.Concat(p.Tokens[(at + 1)..first].Select(t => t.Text)))).Measure;
                break;
        }
        var values = Series(p, first);
        if (values.Count < 2) return -1;
        var end = values[^1] + 1;
        if ((p.Phrase.Count > 0 ? Names(p, values.Count) : p.Siblings(values.Count)) is not { } subjects)
        {
            p.ClearWords(); // whose they are is not said: left unread
            return end;
        }
        var start = p.StartOf(i);
        var (rates, rateWay, last) = head?.Kind == TokenKind.Direction ? RatesBehind(p, end, values.Count) : ([], null, end - 1);
        for (var n = 0; n < values.Count; n++)
        {
            var amount = p.Tokens[values[n]].Amount;
            var subject = subjects[n];
            Claim claim = head?.Kind switch
            {
                TokenKind.Direction when amount.Unit == Unit.Percent => new ChangeClaim(subject, p.Basis, head.Direction, null, head.Direction, amount),
                TokenKind.Direction => new ChangeClaim(subject, p.Basis, head.Direction, amount, rateWay, rates.Count > 0 ? p.Tokens[rates[n]].Amount : null),
                TokenKind.Share => new ShareClaim(subject, whole, amount),
                TokenKind.Complete => new CompletionClaim(subject, of, amount),
                _ when p.Tokens[values[n]].IsMoney || p.Tokens[values[n]].IsPercent => new AmountClaim(subject, amount),
                _ => new CountClaim(subject, amount),
            };
            p.Add(start, values[n], claim);
            p.MarkRead(values[n]);
            if (rates.Count > 0) p.MarkRead(rates[n]);
        }
        p.Ordered = subjects;
        p.Named(subjects[^1]);
        return last + 1;
    }

    /// <summary>，分别下降5%、3% behind as many changes.</summary>
    private static (List<int> Rates, ChangeDirection? Way, int Last) RatesBehind(ClaimParser p, int at, int count)
    {
        var i = at;
        if (At(p, i)?.Kind is TokenKind.Comma or TokenKind.Pause) i++;
        if (Is(p, i, TokenKind.Respectively)) i++;
        if (At(p, i) is not { Kind: TokenKind.Direction } way) return ([], null, at - 1);
        var rates = Series(p, SkipParticle(p, i + 1));
        return rates.Count == count && rates.TrueForAll(r => p.Tokens[r].IsPercent) ? (rates, way.Direction, rates[^1]) : ([], null, at - 1);
    }

    /// <summary>The places of figures of one kind that stand side by side: 0万元、5万元和3万元.</summary>
    private static List<int> Series(ClaimParser p, int at)
    {
        List<int> found = [];
        while (At(p, at) is { Kind: TokenKind.Figure } figure && (found.Count == 0 || Alike(p.Tokens[found[0]], figure)))
        {
            found.Add(at);
            var joined = At(p, at + 1)?.Kind is TokenKind.Pause or TokenKind.Comma || (At(p, at + 1) is { Kind: TokenKind.Text } and && Ands.Contains(and.Text));
            if (!joined) break;
            at += 2;
        }
        return found;
    }

    private static bool Alike(Token a, Token b) => a.IsMoney ? b.IsMoney : a.IsPercent ? b.IsPercent : !b.IsMoney && !b.IsPercent;

    /// <summary>The subjects that the words before name, as many as there are values; null where they name another number.</summary>
    private static List<ClaimSubject>? Names(ClaimParser p, int count)
    {
        var pieces = new List<List<Token>> { new() };
        foreach (var word in p.Phrase)
        {
            if (word.Text == "、") pieces.Add([]);
            else pieces[^1].Add(word);
        }
        pieces.RemoveAll(w => w.Count == 0);
        if (pieces.Count > 1 && pieces[^1] is [.., { Kind: TokenKind.Text } end] && Counted(end.Text) is var counted and > 0)
            pieces[^1][^1] = end with { Text = end.Text[..^counted] };
        while (pieces.Count < count && Parted(pieces[^1]) is var (left, right))
        {
            pieces[^1] = left;
            pieces.Add(right);
        }
        List<ClaimSubject> subjects = [];
        foreach (var piece in pieces)
        {
            var resolved = SubjectResolver.Resolve(piece);
            if (resolved.IsPronoun && subjects.Count == 0)
            {
                if (p.Last is not { } last) return null;
                var own = resolved.Subject;
                subjects.Add(last with { Measure = own.Measure, Year = own.Year, IsPreviousYear = own.IsPreviousYear });
            }
            else if (resolved.IsPronoun) subjects.Add(subjects[^1] with { Measure = resolved.Subject.Measure });
            else if (pieces.Count == 1 && count == 2 && Sides(resolved.Subject) is { } sides) subjects.AddRange(sides);
            else subjects.Add(p.Subject(piece) ?? resolved.Subject);
        }
        if (subjects.Count != count) return null;
        // 基本支出、项目支出年初预算分别为: the measure said last is that of all
        var (measure, year) = (subjects[^1].Measure, subjects[0].Year);
        return [.. subjects
            .Select(s => s.Measure == FigureMeasure.Unstated ? s with { Measure = measure, Year = s.Year ?? year } : s)
            .Select(s => p.InTheYearSaid(p.PartOfWhole(s)))];
    }

    /// <summary>How many characters at the end count what was named: 公务接待费三项, 项目支出两项支出.</summary>
    private static int Counted(string text)
    {
        var at = text.LastIndexOf('项');
        if (at < 3 || !"两二三四五六".Contains(text[at - 1], StringComparison.Ordinal)) return 0;
        return text[(at + 1)..] is "" or "经费" or "支出" or "费用" or "合计" or "收入" ? text.Length - at + 1 : 0;
    }

    /// <summary>收、支总计 are two.</summary>
    private static ClaimSubject[]? Sides(ClaimSubject both) => both.Quantity switch
    {
        BudgetQuantity.GrandTotal => [Other(both, BudgetQuantity.IncomeTotal), Other(both, BudgetQuantity.ExpenditureTotal)],
        BudgetQuantity.FiscalTotal => [Other(both, BudgetQuantity.FiscalIncome), Other(both, BudgetQuantity.FiscalExpenditure)],
        _ => null,
    };

    private static ClaimSubject Other(ClaimSubject subject, BudgetQuantity quantity) =>
        subject with { Quantity = quantity, Name = BudgetQuantities.NameOf(quantity) };

    /// <summary>A和B: the words before and behind the last 和 that leaves a known name or a measure on either side, else the last at all.</summary>
    private static (List<Token> Left, List<Token> Right)? Parted(List<Token> words)
    {
        for (var w = words.Count - 1; w >= 0; w--)
        {
            if (words[w].Kind != TokenKind.Text) continue;
            var text = words[w].Text;
            foreach (var and in new[] { "以及", "和", "与", "及" })
            {
                var at = text.LastIndexOf(and, StringComparison.Ordinal);
                if (at < 0 || (at == 0 && w == 0) || at + and.Length == text.Length) continue;
                var behind = at + and.Length;
                List<Token> left = [.. words[..w]];
                List<Token> right = [words[w] with { Text = text[behind..], Start = words[w].Start + behind }, .. words[(w + 1)..]];
                if (at > 0) left.Add(words[w] with { Text = text[..at] });
                return (left, right);
            }
        }
        return null;
    }

    /// <summary>“三公”经费由2022年的10万元减少到8万元: what it was and what it became.</summary>
    private static int FromTo(ClaimParser p, int i)
    {
        if (!p.Tokens[i].IsMoney || p.Phrase.Count == 0) return -1;
        if (At(p, i + 1) is not { Kind: TokenKind.Text } became
            || Became.FirstOrDefault(w => became.Text.StartsWith(w, StringComparison.Ordinal)) is not { } word)
            return -1;
        var to = SkipWords(p, i + 1);
        if (At(p, to)?.IsMoney != true) return -1;
        var words = p.Phrase.FindLastIndex(t => t.Kind == TokenKind.Text && t.Text.AsSpan().IndexOfAny('由', '从') >= 0);
        if (words < 0) return -1;
        var cut = p.Phrase[words].Text.LastIndexOfAny(['由', '从']);
        List<Token> name = [.. p.Phrase[..words]];
        if (cut > 0) name.Add(p.Phrase[words] with { Text = p.Phrase[words].Text[..cut] });
        if ((name.Count > 0 ? p.Subject(name) : p.Last) is not { } subject) return -1;
        var before = p.Phrase[words].Text[(cut + 1)..] + string.Concat(p.Phrase.Skip(words + 1).Select(t => t.Text));
        before = SubjectResolver.Trim(before);
        if (before.Length == 0 && word[0] == '调') return -1;
        var named = before.Length > 0 ? BasisReader.Read("比" + before + "相比", 0)?.Basis : p.Basis ?? ComparisonBasis.LastYear();
        if (named is not { } basis) return -1;
        var start = p.StartOf(i);
        var was = subject with { Measure = basis.Measure, Year = basis.Year, IsPreviousYear = basis.IsPreviousYear };
        p.Add(start, i, new AmountClaim(was, p.Tokens[i].Amount));
        var direction = word[0] is '增' or '提' or '上' ? ChangeDirection.Up : word[0] is '调' ? (ChangeDirection?)null : ChangeDirection.Down;
        p.Add(start, to, new AmountClaim(subject, p.Tokens[to].Amount));
        if (direction is { } way) p.Add(start, to, new ChangeClaim(subject, basis, way, null, null, null));
        p.MarkRead(i, to);
        p.Basis = basis;
        p.Named(subject);
        return to + 1;
    }

    /// <summary>，降幅20% behind what became what.</summary>
    private static int RateNamed(ClaimParser p, int i)
    {
        if (!p.Tokens[i].IsPercent || !p.NamedHere || p.Last is not { } subject) return -1;
        var text = SubjectResolver.Trim(p.PhraseText());
        var (noun, direction) = RateNouns.FirstOrDefault(n => n.Word == text);
        if (noun is null) return -1;
        p.Add(p.StartOf(i), i, new ChangeClaim(subject, p.Basis, direction, null, direction, p.Tokens[i].Amount));
        p.MarkRead(i);
        p.Named(subject);
        return i + 1;
    }

    /// <summary>预算执行率95%: the degree to which the budget of what was spoken of was carried out.</summary>
    private static int Executed(ClaimParser p, int i)
    {
        if (p.Tokens[i].Amount.Unit != Unit.Percent || p.Phrase.Count == 0 || p.InReason) return -1;
        var text = SubjectResolver.Trim(p.PhraseText());
        var (end, of) = Array.Find(Rates, r => text.EndsWith(r.End, StringComparison.Ordinal));
        if (end is null || text.Contains("指标", StringComparison.Ordinal)) return -1;
        var subject = text.Length == end.Length ? p.NamedHere ? p.Last : null : SubjectResolver.Resolve(text[..^end.Length]);
        if (subject is null or { Quantity: BudgetQuantity.Other }) return -1;
        p.Add(p.StartOf(i), i, new CompletionClaim(subject, of, p.Tokens[i].Amount));
        p.MarkRead(i);
        p.Named(subject);
        return i + 1;
    }
}
