using System.Globalization;

namespace GovBudget.Model;

/// <summary>A heading as read.</summary>
internal sealed record Heading(string Ordinal, string Title, int Level, SectionKind Kind, int? Year);

/// <summary>Tells headings from paragraphs.</summary>
internal static class Headings
{
    private const int LongestTitle = 60;

    /// <summary>The heading that a cleaned line is; null where it is a paragraph.</summary>
    /// <param name="clean">The line.</param>
    /// <param name="before">The sections read so far, at least the preface.</param>
    public static Heading? Read(string clean, IReadOnlyList<SectionBuilder> before)
    {
        if (clean.Length > LongestTitle) return null;
        var marker = clean[..ListMarker.Length(clean, 0)];
        var level = Level(marker);
        var rest = clean[marker.Length..].TrimEnd('。', '：', '.', '　');
        if (rest.Length == 0 && level != 1) return null;
        if (rest.IndexOfAny(['，', '；', '。', '：', '%']) >= 0 || Lexer.Lex(rest).Any(t => t.Kind is TokenKind.Figure or TokenKind.Absence)) return null;
        var parent = level == 0 ? SectionKind.Other : ParentOf(level, before)?.Kind ?? SectionKind.Other;
        var (title, year) = TitleAndYear(rest);
        var kind = SectionKinds.Find(title, parent);
        if (level == 0)
        {
            if (kind is null || clean.EndsWith('。') || clean.EndsWith('：') || !EndsLikeTitle(title)) return null;
            level = 1;
        }
        else if (level == 1) kind ??= SectionKind.Explanation;
        else if (InList(before, level)) return null;
        else if (level == 4 && (kind is null || !EndsLikeTitle(title))) return null;
        else if (kind is null && (clean.EndsWith('；') || FunctionalPath.Read(title) is null && clean.EndsWith('。') && level > 2)) return null;
        return new Heading(marker.Trim('、', '.', '-'), title, level, kind ?? parent, year);
    }

    /// <summary>A line, cut before a heading that stands at its end (…据实安排支出。六、基本支出决算情况说明): a paragraph that fills its last line hides where the next one
    /// begins.</summary>
    /// <param name="line">The line as printed.</param>
    /// <param name="before">The sections read so far.</param>
    public static IEnumerable<string> Apart(string line, IReadOnlyList<SectionBuilder> before)
    {
        var stop = line.TrimEnd().TrimEnd('。').LastIndexOf('。');
        if (stop < 0) return [line];
        var tail = NarrativeTextCleaner.Clean(line[(stop + 1)..]);
        return Level(tail[..ListMarker.Length(tail, 0)]) is 2 or 3 && Read(tail, before) is { } heading
            && SectionKinds.Find(heading.Title, SectionKind.Other) is not null && EndsLikeTitle(heading.Title)
            ? [line[..(stop + 1)], line[(stop + 1)..]]
            : [line];
    }

    /// <summary>Entries of a glossary and lines of duties are numbered like headings but are none.</summary>
    private static bool InList(IReadOnlyList<SectionBuilder> before, int level) =>
        before[^1] is { } current
            && (SectionKinds.IsStructural(current.Kind) || (current.Kind == SectionKind.Duties && level >= current.Level && level > 2))
            && level > 1
        && (current.Kind != SectionKind.Annex || level > 2);

    private static SectionBuilder? ParentOf(int level, IReadOnlyList<SectionBuilder> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Level < level) return before[i];
        }
        return null;
    }

    private static int Level(string marker) => marker switch
    {
        "" => 0,
        ['第', ..] => 1,
        ['（', _, ..] => marker.Any(char.IsAsciiDigit) ? 5 : 3,
        _ when marker.Any(c => char.IsAsciiDigit(c) || c is >= '①' and <= '⑳') => 4,
        _ => 2,
    };

    private static bool EndsLikeTitle(string title) =>
        new[] { "说明", "情况", "职能", "职责", "解释", "设置", "概况", "构成", "表", "附件", "目录", "范围" }.Any(end => title.EndsWith(end, StringComparison.Ordinal))
        || title.EndsWith("（部门）主要职能", StringComparison.Ordinal);

    private static (string Title, int? Year) TitleAndYear(string text)
    {
        int? year = null;
        foreach (var token in Lexer.Lex(text))
        {
            if (token.Kind == TokenKind.Year) year ??= token.Year;
        }
        if (year is { } y)
        {
            foreach (var suffix in new[] { "年度", "年", "度" })
            {
                var word = y.ToString(CultureInfo.InvariantCulture) + suffix;
                if (text.StartsWith(word, StringComparison.Ordinal)) return (text[word.Length..], year);
            }
        }
        return (text, year);
    }
}

/// <summary>A section while it is read.</summary>
internal sealed class SectionBuilder(Heading heading, Sentence line, SectionBuilder? previous)
{
    private readonly List<NarrativeText> _paragraphs = [];
    private readonly List<Sentence> _sentences = [];
    private readonly NarrativeContext _context = new()
    {
        ClassName = FunctionalPath.Read(heading.Title)?.Names[0]
        ?? (previous?.Level < heading.Level ? previous?._context.ClassName : null),
        Heading = SubjectResolver.ThreePublicItem(heading.Title),
        Item = SubjectResolver.ThreePublicItem(heading.Title),
    };

    public static SectionBuilder Preface => new(new Heading("", "", 0, SectionKind.Other, null), new Sentence("", 1), null);

    public int Level => heading.Level;

    public SectionKind Kind => heading.Kind;

    public bool HasText => _paragraphs.Count > 0;

    public void Add(NarrativeText text, string clean)
    {
        _paragraphs.Add(text);
        var within = _context.Enter(Lexer.Lex(clean)[0]);
        var sentences = NarrativeReader.SentencesOf(clean, text.Page, _context, within);
        if (Kind == SectionKind.Glossary) sentences[0] = Glossary.WithDefinition(sentences[0], clean);
        _sentences.AddRange(sentences);
    }

    public NarrativeSection Build() => new(line, heading.Ordinal, heading.Title, heading.Level, heading.Kind)
    {
        Year = heading.Year,
        Paragraphs = _paragraphs.ToValueList(),
        Sentences = _sentences.ToValueList(),
    };
}

/// <summary>Entries of 名词解释.</summary>
internal static class Glossary
{
    /// <summary>The sentence with the definition that it opens instead of the lists and reasons that its words look like.</summary>
    public static Sentence WithDefinition(Sentence sentence, string paragraph)
    {
        var kept = sentence.Claims.Where(c => c is not (ListClaim or ReasonClaim or AbsenceClaim));
        var marker = ListMarker.Length(paragraph, 0);
        var colon = paragraph.IndexOf('：', marker);
        var path = FunctionalPath.Read(paragraph[marker..]);
        var end = colon >= 0 && paragraph.AsSpan(marker, colon - marker).IndexOfAny("，。") < 0 ? colon
            : path is { } p ? paragraph.Length - p.After.Length
            : -1;
        if (end <= marker) return sentence with { Claims = kept.ToValueList() };
        var term = SubjectResolver.Resolve(paragraph[marker..end]);
        if (term.Quantity != BudgetQuantity.Function) term = term with { Name = paragraph[marker..end] };
        var text = paragraph[end..].TrimStart('：', '，', '”', '。');
        var definition = new DefinitionClaim(term, text) { Span = new TextSpan(0, Math.Min(sentence.Text.Length, end)), Page = sentence.Page };
        return sentence with { Claims = kept.Prepend(definition).ToValueList() };
    }
}
