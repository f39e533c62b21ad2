namespace GovBudget.Model;

/// <summary>Patterns of change and of lists.</summary>
internal static partial class Grammar
{
    private static readonly (string Word, ChangeDirection Direction)[] RateNouns =
        [("增幅", ChangeDirection.Up), ("升幅", ChangeDirection.Up), ("增长率", ChangeDirection.Up), ("增长比例", ChangeDirection.Up), ("降幅", ChangeDirection.Down),
            ("减幅", ChangeDirection.Down), ("下降率", ChangeDirection.Down), ("减少率", ChangeDirection.Down), ("（减）幅", ChangeDirection.Down),
            ("（增）幅", ChangeDirection.Up), ("增加率", ChangeDirection.Up), ("增速", ChangeDirection.Up)];

    private static int Change(ClaimParser p, int i)
    {
        var at = SkipParticle(p, i + 1);
        if (!Is(p, at, TokenKind.Figure) || p.Subject(p.Phrase) is not { } subject) return -1;
        if (p.Phrase.Count == 0) subject = p.LatestYearOf(subject);
        if (at > i + 1 && p.Tokens[i + 1].Text == "为" && p.Tokens[at].IsMoney)
        {
            // 减少为0.00万元: what it became, not by how much
            p.Add(p.StartOf(i), at, new ChangeClaim(subject, p.Basis, p.Tokens[i].Direction, null, null, null));
            p.Add(p.StartOf(i), at, new AmountClaim(subject, p.Tokens[at].Amount));
            p.MarkRead(at);
            p.Named(subject);
            return at + 1;
        }
        return ChangeFrom(p, i, at, subject, p.StartOf(i));
    }

    /// <summary>增加人员经费 1408.29 万元: the words behind the verb name what changed.</summary>
    private static int ChangeOfNamed(ClaimParser p, int i)
    {
        var at = SkipWords(p, i + 1);
        if (at == i + 1 || at > i + 3 || At(p, at) is not { Kind: TokenKind.Figure } figure || figure.IsPercent) return -1;
        var words = p.Tokens[(i + 1)..at];
        if (SubjectResolver.Resolve(words) is not { IsPronoun: false, Subject.Name.Length: > 0 and <= 40 } named) return -1;
        var outer = SubjectResolver.Resolve(p.Phrase);
        var subject = named.Subject with { Within = outer.IsPronoun ? null : outer.Subject.Name };
        return ChangeFrom(p, i, at, subject, p.StartOf(i));
    }

    private static int ChangeFrom(ClaimParser p, int verb, int figureAt, ClaimSubject subject, int start)
    {
        var direction = p.Tokens[verb].Direction;
        var figure = p.Tokens[figureAt];
        Amount? by = null, rate = null;
        ChangeDirection? rateDirection = null;
        var last = figureAt;
        p.MarkRead(figureAt);
        if (figure.Amount.Unit == Unit.Percent)
        {
            (rate, rateDirection) = (figure.Amount, direction);
            // 下降10%，减少0.50万元: the rate first
            if (Is(p, figureAt + 1, TokenKind.Comma)
                && Is(p, figureAt + 2, TokenKind.Direction)
                && SkipParticle(p, figureAt + 3) is var behind
                && At(p, behind)?.IsMoney == true)
            {
                (by, direction, last) = (p.Tokens[behind].Amount, p.Tokens[figureAt + 2].Direction, behind);
                p.MarkRead(last);
            }
        }
        else
        {
            by = figure.Amount;
            if (Rate(p, figureAt + 1) is { } found)
            {
                (rate, rateDirection, last) = (p.Tokens[found.At].Amount, found.Direction, found.At);
                p.MarkRead(last);
            }
        }
        var basis = p.Basis;
        p.Add(start, last, new ChangeClaim(subject, basis, direction, by, rateDirection, rate));
        p.Named(subject with { Measure = subject.Measure });
        return last + 1;
    }

    /// <summary>，下降17.6% or （增长 5%） or （17.6%） or ，增幅为5%.</summary>
    private static (int At, ChangeDirection Direction)? Rate(ClaimParser p, int i)
    {
        if (At(p, i)?.Kind is not (TokenKind.Comma or TokenKind.Pause or TokenKind.Open)) return null;
        if (Is(p, i + 1, TokenKind.Basis)
            && Is(p, i + 2, TokenKind.Direction)
            && p.Basis is { IsOtherYear: true }
            && p.Tokens[i + 1].Basis is { IsPreviousYear: true, Measure: FigureMeasure.Unstated })
            i++;
        if (Is(p, i + 1, TokenKind.Direction))
        {
            var at = SkipParticle(p, i + 2);
            return At(p, at)?.IsPercent == true ? (at, p.Tokens[i + 1].Direction) : null;
        }
        if (Is(p, i, TokenKind.Open) && At(p, i + 1)?.IsPercent == true && Is(p, i + 2, TokenKind.Close) && p.Tokens[i - 2].Kind == TokenKind.Direction)
            return (i + 1, p.Tokens[i - 2].Direction);
        if (!Is(p, i + 1, TokenKind.Text) || At(p, i + 2)?.IsPercent != true) return null;
        var noun = RateNouns.FirstOrDefault(n => p.Tokens[i + 1].Text.StartsWith(n.Word, StringComparison.Ordinal)
            && p.Tokens[i + 1].Text.Length <= n.Word.Length + 2);
        return noun.Word is null ? null : (i + 2, noun.Direction);
    }

    private static int SkipParticle(ClaimParser p, int i) =>
        At(p, i) is { Kind: TokenKind.Text, Text: "了" or "约" or "为" or "了约" or "幅度为" or "约为" or "比例为" or "率为" } ? i + 1 : i;

    private static int Unchanged(ClaimParser p, int i)
    {
        var token = p.Tokens[i];
        var basisHere = i > 0
            && (p.Tokens[i - 1].Kind == TokenKind.Basis || (i > 1 && p.Tokens[i - 2].Kind == TokenKind.Basis && p.Tokens[i - 1].Text is "，" or "保持" or "基本"));
        if (!basisHere && !token.Text.EndsWith("持平", StringComparison.Ordinal) && token.Text != "零增长") return -1;
        if (p.LastClaim is ChangeClaim { Direction: ChangeDirection.Flat } && p.Phrase.Count == 0 && i > 0 && p.Tokens[i - 1].Kind == TokenKind.Comma)
        {
            p.Extend(i);
            return i + 1;
        }
        if (p.Subject(p.Phrase) is not { } subject) return -1;
        var basis = basisHere ? p.Tokens[i - 1].Basis ?? p.Tokens[i - 2].Basis : p.Basis;
        var start = p.Phrase.Count > 0 ? p.Phrase[0].Start : basisHere ? p.Tokens[p.Tokens[i - 1].Basis is null ? i - 2 : i - 1].Start : token.Start;
        if (basis is { IsOtherYear: false })
            p.Add(start, i, new ComparisonClaim(subject, token.About ? FigureOrder.AboutEqual : FigureOrder.Equal, basis));
        else p.Add(start, i, new ChangeClaim(subject, basis, ChangeDirection.Flat, null, null, null));
        p.Named(subject);
        return i + 1;
    }

    /// <summary>Items behind 包括 or 用于, or behind the colon after an amount: words, each with or without an amount.</summary>
    private static int List(ClaimParser p, int i)
    {
        var head = p.Tokens[i];
        var role = head.Kind == TokenKind.UsedFor ? ListRole.Purposes : ListRole.Parts;
        if (p.InReason && head.Kind != TokenKind.Colon) return -1;
        var subject = p.Phrase.Count > 0 && SubjectResolver.Resolve(p.Phrase) is { IsPronoun: false } resolved
            ? p.Subject(p.Phrase) : p.Last ?? p.Subject([]);
        var at = i + 1;
        while (Is(p, at, TokenKind.Colon)) at++;
        if (head.Kind == TokenKind.Includes && at > i + 1 && p.Last is not null && SharesFollowAmounts(p, at))
        {
            p.OpenParts(); // 包括：财政拨款收入3300.00万元，占收入合计的97.06%: parts with their shares, as behind 其中
            return at;
        }
        var (items, read, end) = Items(p, at);
        if (items.Count == 0 || (head.Kind == TokenKind.Includes && EndsInTotal(items))) return -1;
        if (items.Count == 1 && items[0].Name.EndsWith("方面", StringComparison.Ordinal))
        {
            p.Within = subject;
            p.ClearWords();
            return end;
        }
        var open = items[^1].Name.EndsWith('等');
        if (open) items[^1] = items[^1] with { Name = items[^1].Name[..^1] };
        else open = At(p, end)?.Text.StartsWith('等') == true; // 办公费15.50万元、公务接待费0.50万元等
        p.Add(head.Kind == TokenKind.Colon ? p.Tokens[i + 1].Start : p.StartOf(i), end - 1, new ListClaim(subject, role, items.ToValueList(), open));
        foreach (var figure in read) p.MarkRead(figure);
        p.ClearWords();
        if (role != ListRole.Parts || items[^1].Amount is null || !Is(p, end, TokenKind.Colon) || !MoneyAfterWords(p, end + 1)) return end;
        p.Named(SubjectResolver.Resolve(items[^1].Name));
        return List(p, end);
    }

    /// <summary>Whether words, their amount and its share stand there.</summary>
    private static bool SharesFollowAmounts(ClaimParser p, int i) =>
        MoneyAfterWords(p, i) && SkipWords(p, i) is var figure && Is(p, figure + 1, TokenKind.Comma) && Is(p, figure + 2, TokenKind.Share);

    /// <summary>包括行政单位、事业单位和其他单位使用财政拨款安排“三公”经费支出8万元: no list of amounts, the last words go on to the total.</summary>
    private static bool EndsInTotal(List<ListItem> items) =>
        items.Count > 1
        && items[^1].Amount is not null
        && items.Count(i => i.Amount is not null) == 1
        && BudgetQuantities.Find(items[^1].Name) == BudgetQuantity.Other
        && SubjectResolver.Resolve(items[^1].Name).Quantity is >= BudgetQuantity.ThreePublic and <= BudgetQuantity.Procurement;

    private static (List<ListItem> Items, List<int> Read, int End) Items(ClaimParser p, int at)
    {
        var items = new List<ListItem>();
        var read = new List<int>();
        while (true)
        {
            var first = at;
            while (At(p,
                at) is
                {
                    Kind: not (TokenKind.Figure or TokenKind.Comma or TokenKind.Pause or TokenKind.Semicolon or TokenKind.Stop or TokenKind.Colon
                    or TokenKind.Open or TokenKind.Close or TokenKind.Reason or TokenKind.UsedFor or TokenKind.Includes or TokenKind.Basis)
                })
                at++;
            if (at == first) break;
            var name = string.Concat(p.Tokens[
                first..at].Where(t => t.Kind != TokenKind.Marker && !(t.Kind == TokenKind.Year && t.Start == p.Tokens[first].Start)).Select(t => t.Text));
            if (name.Length == 0) break;
            if (At(p, at)?.IsMoney == true)
            {
                items.Add(new ListItem(SubjectResolver.Trim(name), p.Tokens[at].Amount));
                read.Add(at++);
            }
            else if (Is(p, at, TokenKind.Figure)) return items.Count > 0 ? (items, read, first) : ([], [], first);
            else items.Add(new ListItem(name));
            if (Is(p, at, TokenKind.Pause) || (read.Count > 0 && Is(p, at, TokenKind.Comma) && MoneyAfterWords(p, at + 1))
                || (read.Count > 0
                    && Is(p, at, TokenKind.Semicolon)
                    && MoneyAfterWords(p, at + 1)
                    && At(p, SkipWords(p, at + 1) + 1)?.Kind is null or TokenKind.Stop or TokenKind.Semicolon))
            {
                at++;
                continue;
            }
            break;
        }
        while (at > 0 && p.Tokens[at - 1].Kind is TokenKind.Pause) at--;
        return (items, read, at);
    }
}
