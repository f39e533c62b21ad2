namespace GovBudget.Model;

/// <summary>Finds what a form left in a sentence.</summary>
internal static class Leftovers
{
    public static IEnumerable<TemplateLeftover> Find(IReadOnlyList<Token> tokens, string text, int page)
    {
        var origin = tokens.Count > 0 ? tokens[0].Start : 0;
        foreach (var token in tokens)
        {
            if (token is { Kind: TokenKind.Direction, Direction: ChangeDirection.Undecided } or { Kind: TokenKind.Order, Order: FigureOrder.Undecided })
                yield return new TemplateLeftover(LeftoverKind.Choice,
                    token.Text)
                { Span = new TextSpan(token.Start - origin, token.Text.Length), Page = page };
            if (token.Kind == TokenKind.Text && MissingNumber(token, text, origin) is { } missing)
                yield return new TemplateLeftover(LeftoverKind.MissingNumber, text.Substring(missing.Start, missing.Length)) { Span = missing, Page = page };
        }
        foreach (var (words, kind) in Lexicon.Leftovers)
        {
            if (text.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 && !IsDefinition(text, at + words.Length))
                yield return new TemplateLeftover(kind, words) { Span = new TextSpan(at, words.Length), Page = page };
        }
        for (var i = 0; i < text.Length;)
        {
            var run = i + 1;
            while (run < text.Length && text[run] == text[i]) run++;
            var kind = Kind(text, i, run - i);
            if (kind is { } found) yield return new TemplateLeftover(found, text[i..run]) { Span = new TextSpan(i, run - i), Page = page };
            i = run;
        }
    }

    private static LeftoverKind? Kind(string text, int at, int length) => text[at] switch
    {
        'X' or 'x' or '×' or '╳'
            or '*' or '＊' or '○' when length >= 2 && !LatinAround(text, at, length) && !(text[at] == '○' && NumeralAround(text, at, length)) =>
            LeftoverKind.Placeholder,
        '_' or '＿' when length >= 2 => LeftoverKind.Placeholder,
        '。' or '，' or '、' or '；' when length == 2 => LeftoverKind.DoubledPunctuation,
        _ => null,
    };

    /// <summary>二○○九年 is a year.</summary>
    private static bool NumeralAround(string text, int at, int length) =>
        (at > 0 && "一二三四五六七八九十第".Contains(text[at - 1], StringComparison.Ordinal))
            || (at + length < text.Length && "一二三四五六七八九年".Contains(text[at + length], StringComparison.Ordinal));

    private static bool LatinAround(string text, int at, int length) =>
        (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || (at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length]));

    /// <summary>其他专用名词：… with an explanation is no leftover.</summary>
    private static bool IsDefinition(string text, int at) => at + 4 < text.Length && text[at] == '：';

    /// <summary>万元 or % behind words instead of a number, before a boundary: the words and the unit.</summary>
    private static TextSpan? MissingNumber(Token token, string text, int origin)
    {
        foreach (var unit in new[] { "万元", "%" })
        {
            var at = token.Text.IndexOf(unit, StringComparison.Ordinal);
            if (at < 0 || (at == 0 && token.Start == origin)) continue;
            var start = token.Start - origin;
            var end = start + at + unit.Length;
            var before = start + at > 0 ? text[start + at - 1] : '：';
            if (before is not (>= '一' and <= '龥') and not '）' and not '”') continue;
            if (before is '余' && start + at > 1 && "十百千万".Contains(text[start + at - 2], StringComparison.Ordinal)) continue;
            if (before is '几' or '数' or '十' or '百' or '千' or '亿' or '近' or '逾' or '超' or '每' or '上' or '成' or '单' or '位' or '元' or '按' or '以') continue;
            if (end < text.Length && text[end] is not ('，' or '。' or '；' or '、' or '）' or '：')) continue;
            return new TextSpan(start, end - start);
        }
        return null;
    }
}
