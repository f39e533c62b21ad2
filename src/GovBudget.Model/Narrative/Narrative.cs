namespace GovBudget.Model;

/// <summary>A paragraph of running text as the narrative reader takes it: wrapped lines joined; no tables, contents, page numbers or running headers.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Page">1-based page (or sheet) on which it begins.</param>
public readonly record struct NarrativeText(string Text, int Page);

/// <summary>A stretch of a sentence.</summary>
/// <param name="Start">0-based index of its first character in <see cref="Sentence.Text"/>.</param>
/// <param name="Length">Its length in characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The index after its last character.</summary>
    public int End => Start + Length;
}

/// <summary>The text of a document (情况说明, 编制说明, 名词解释 …) in sections, with every typed statement found in it.</summary>
/// <param name="Sections">The sections in reading order, one after the other; <see cref="NarrativeSection.Level"/> tells which holds which.</param>
public sealed record Narrative(ValueList<NarrativeSection> Sections)
{
    /// <summary>Every claim with the section and sentence it stands in, in reading order; those of headings included.</summary>
    public IEnumerable<PlacedClaim> PlacedClaims =>
        from section in Sections
        from sentence in section.Sentences.Prepend(section.Heading)
        from claim in sentence.Claims
        select new PlacedClaim(section, sentence, claim);

    /// <summary>Every claim, in reading order.</summary>
    public IEnumerable<Claim> Claims => PlacedClaims.Select(s => s.Claim);

    /// <summary>The sentences that hold at least one figure (amount, percentage, count).</summary>
    public IEnumerable<Sentence> FigureSentences => Sections.SelectMany(s => s.Sentences).Where(s => s.HasFigures);

    /// <summary>The sentences of which at least one figure is in no claim.</summary>
    public IEnumerable<Sentence> Unparsed => FigureSentences.Where(s => !s.IsParsed);

    /// <summary>The share of figure-bearing sentences all of whose figures are in claims, 0 to 1; 1 where no sentence holds a figure.</summary>
    public double ParsedShare
    {
        get
        {
            var (all, parsed) = (0, 0);
            foreach (var sentence in FigureSentences)
            {
                all++;
                if (sentence.IsParsed) parsed++;
            }
            return all == 0 ? 1 : (double)parsed / all;
        }
    }

    /// <summary>The sections of a kind.</summary>
    /// <param name="kind">The kind wanted.</param>
    public IEnumerable<NarrativeSection> OfKind(SectionKind kind) => Sections.Where(s => s.Kind == kind);
}

/// <summary>A claim and where it stands.</summary>
/// <param name="Section">The section.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Claim">The claim.</param>
public sealed record PlacedClaim(NarrativeSection Section, Sentence Sentence, Claim Claim);

/// <summary>A heading and the text below it, up to the next heading.</summary>
/// <param name="Heading">The heading line as a sentence (its claims are template leftovers); empty for text before the first heading.</param>
/// <param name="Ordinal">The ordinal printed before the title: <c>第三部分</c>, <c>五</c>, <c>（三）</c>, <c>1</c>; empty where none.</param>
/// <param name="Title">The title without ordinal, year and trailing punctuation.</param>
/// <param name="Level">1 for 第三部分 and unnumbered titles, 2 for 五、, 3 for （三）, 4 for 1.; 0 for text before the first heading.</param>
/// <param name="Kind">What it is about; a title that does not say so has the kind of the section that holds it.</param>
public sealed record NarrativeSection(Sentence Heading, string Ordinal, string Title, int Level, SectionKind Kind)
{
    /// <summary>The year printed in the heading, if any.</summary>
    public int? Year { get; init; }

    /// <summary>The paragraphs as they were given.</summary>
    public ValueList<NarrativeText> Paragraphs { get; init; }

    /// <summary>The sentences of the paragraphs.</summary>
    public ValueList<Sentence> Sentences { get; init; }
}

/// <summary>A sentence with what it claims.</summary>
/// <param name="Text">The sentence as read: white space removed, digits half width, brackets and punctuation full width.</param>
/// <param name="Page">1-based page on which its paragraph begins.</param>
/// <param name="Claims">The claims found, by place.</param>
public sealed record Sentence(string Text, int Page, ValueList<Claim> Claims = default)
{
    /// <summary>Where its figures stand (amounts, percentages, counts; neither years and dates nor ordinals).</summary>
    public ValueList<TextSpan> Figures { get; init; }

    /// <summary>The figures that no claim holds.</summary>
    public ValueList<TextSpan> Unread { get; init; }

    /// <summary>Whether it holds a figure.</summary>
    public bool HasFigures => Figures.Count > 0;

    /// <summary>Whether it holds figures and all of them are in claims.</summary>
    public bool IsParsed => HasFigures && Unread.Count == 0;
}
