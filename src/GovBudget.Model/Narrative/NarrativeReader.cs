namespace GovBudget.Model;

/// <summary>Reads the running text of a document into sections, sentences and claims.</summary>
/// <remarks>
/// A grammar over tokens: text is brought to one way of writing, cut into tokens by one table of words, and read by a list of patterns, each with an example.
/// What the
/// words leave out (the subject before 年初预算为, the total before 其中) is carried over from what was said before. What no pattern reads is listed
/// (<see cref="Narrative.Unparsed"/>), never guessed. Pure and thread-safe.
/// </remarks>
public static class NarrativeReader
{
    /// <summary>The sentence patterns that are understood, each with an example of what it reads.</summary>
    public static IReadOnlyList<(string Name, string Example)> Patterns { get; } = [.. Grammar.Rules.Select(r => (r.Name, r.Example))];

    /// <summary>Reads paragraphs.</summary>
    /// <param name="texts">The paragraphs in reading order, without tables, contents, page numbers and running headers.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Narrative Read(IEnumerable<NarrativeText> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var sections = new List<SectionBuilder> { SectionBuilder.Preface };
        foreach (var paragraph in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in paragraph.Text.Split('\n').SelectMany(l => Headings.Apart(l, sections)))
            {
                var text = new NarrativeText(line, paragraph.Page);
                var clean = NarrativeTextCleaner.Clean(line);
                if (clean.Length == 0) continue;
                var current = sections[^1];
                if (Headings.Read(clean, sections) is { } heading)
                    sections.Add(new SectionBuilder(heading, SentencesOf(clean, paragraph.Page, new NarrativeContext(), null)[0], current));
                else current.Add(text, clean);
            }
        }
        return new Narrative(sections.Where(s => s.Level > 0 || s.HasText).Select(s => s.Build()).ToValueList());
    }

    /// <summary>Reads a single paragraph outside any section, for looking at what a sentence says.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="page">Its page.</param>
    public static ValueList<Sentence> ReadParagraph(string text, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SentencesOf(NarrativeTextCleaner.Clean(text), page, new NarrativeContext(), null).ToValueList();
    }

    /// <summary>The sentences of a cleaned paragraph.</summary>
    internal static List<Sentence> SentencesOf(string clean, int page, NarrativeContext context, ClaimSubject? within)
    {
        var sentences = new List<Sentence>();
        var tokens = new List<Token>();
        var lexed = Lexer.Lex(clean);
        for (var i = 0; i < lexed.Count; i++)
        {
            var token = lexed[i];
            // …维护费400万元，比上年增加0万元。）比上年: a stop before the bracket closes ends no sentence
            if (token.Kind is TokenKind.Stop
                && i + 1 < lexed.Count
                && lexed[i + 1].Kind == TokenKind.Close
                && tokens.Count(t => t.Kind == TokenKind.Open) > tokens.Count(t => t.Kind == TokenKind.Close))
            {
                tokens.Add(token);
                continue;
            }
            var closes = token.Kind is TokenKind.Stop || (token.Kind == TokenKind.Close && tokens.Count == 0);
            if (closes && tokens.Count == 0 && sentences.Count > 0)
            {
                sentences[^1] = Extended(sentences[^1], token, page);
                continue;
            }
            tokens.Add(token);
            if (token.Kind is TokenKind.Stop) Close();
        }
        if (tokens.Count > 0) Close();
        return sentences;

        void Close()
        {
            sentences.Add(ClaimParser.Read(tokens, context, within, page));
            within = null;
            tokens = [];
        }
    }

    /// <summary>A sentence with the punctuation that was set behind its end: 。。.</summary>
    private static Sentence Extended(Sentence sentence, Token token, int page)
    {
        var text = sentence.Text + token.Text;
        if (!text.EndsWith("。。", StringComparison.Ordinal)) return sentence with { Text = text };
        var doubled = new TemplateLeftover(LeftoverKind.DoubledPunctuation, "。。") { Span = new TextSpan(text.Length - 2, 2), Page = page };
        return sentence with { Text = text, Claims = sentence.Claims.Append(doubled).ToValueList() };
    }
}
