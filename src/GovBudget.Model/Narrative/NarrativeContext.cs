namespace GovBudget.Model;

/// <summary>What is carried from paragraph to paragraph of a section: the elided subjects.</summary>
internal sealed class NarrativeContext
{
    private readonly Dictionary<string, ClaimSubject?> _withinByStyle = [];
    private string _style = "";
    private string _pendingStyle = "";

    /// <summary>The item a paragraph is about: 社会保障和就业支出（类）… , a project.</summary>
    public ClaimSubject? Item { get; set; }

    /// <summary>What the line above, no more than an ordinal and a name, announced; until the next ordinal.</summary>
    public ClaimSubject? Heading { get; set; }

    /// <summary>The subjects of the amounts stated last, in order.</summary>
    public List<ClaimSubject> Stated { get; set; } = [];

    /// <summary>The 类 named last; a heading may name it for the paragraphs below.</summary>
    public string? ClassName { get; set; }

    /// <summary>The subject of the last claim.</summary>
    public ClaimSubject? Last { get; set; }

    /// <summary>What was last compared with.</summary>
    public ComparisonBasis? Basis { get; set; }

    /// <summary>What a paragraph that ended in 其中： announced the parts of.</summary>
    public ClaimSubject? Pending
    {
        get;
        set
        {
            field = value;
            _pendingStyle = _style;
        }
    }

    /// <summary>The whole that the sentence before ended with some parts of: what is said next without a subject is said of it.</summary>
    public ClaimSubject? Parted { get; set; }

    /// <summary>What the paragraph that begins with that ordinal is part of.</summary>
    public ClaimSubject? Enter(Token? first)
    {
        if (first?.Kind is not TokenKind.Marker)
        {
            if (first?.Kind is TokenKind.Year) (Item, Pending) = (Heading, null);
            return Pending;
        }
        Item = Parted = Heading = null;
        _style = ListMarker.Style(first.Text);
        // 1.基本支出…其中： and then 2.项目支出: no part of the first
        if (Pending is not null && _style != _pendingStyle) _withinByStyle[_style] = Pending;
        Pending = null;
        return _withinByStyle.GetValueOrDefault(_style);
    }
}
