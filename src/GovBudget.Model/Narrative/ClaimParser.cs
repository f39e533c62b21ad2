namespace GovBudget.Model;

/// <summary>Reads the claims of one sentence: at each token the first rule of <see cref="Grammar.Rules"/> that fits is applied.</summary>
internal sealed partial class ClaimParser
{
    private readonly NarrativeContext _context;
    private readonly int _origin;
    private readonly int _page;
    private readonly HashSet<int> _read = [];
    private readonly List<Claim> _claims = [];
    private readonly Stack<(ClaimSubject? Last, ClaimSubject? Within)> _brackets = new();
    private ClaimSubject? _lastBeforeReason;
    private ClaimSubject? _outerWithin;
    private ClaimSubject? _parts;
    private bool _partsEndAtSemicolon;
    private bool _partsBySemicolon;
    private (int? Year, bool IsPreviousYear)? _said;

    private ClaimParser(List<Token> tokens, NarrativeContext context, int page)
    {
        Tokens = tokens;
        _context = context;
        _origin = tokens[0].Start;
        _page = page;
    }

    public List<Token> Tokens { get; }

    /// <summary>The words since the last boundary: what the next figure is about.</summary>
    public List<Token> Phrase { get; } = [];

    /// <summary>The clause before, where it held no figure.</summary>
    public string PendingText { get; set; } = "";

    /// <summary>What changes are compared with: what this sentence says, or in a reason what was said last.</summary>
    public ComparisonBasis? Basis
    {
        get => field ?? (InReason || Tokens[0].Kind == TokenKind.AmongThem ? _context.Basis : null);
        set => _context.Basis = field = value;
    }

    public ClaimSubject? Within { get; set; }

    public bool InReason { get; private set; }

    /// <summary>Whether a claim of this sentence named what the next words may leave out.</summary>
    public bool NamedHere { get; private set; }

    public ClaimSubject? Last => _context.Last;

    /// <summary>The subjects of the values that this sentence gave in order: what further values in order are of.</summary>
    public List<ClaimSubject>? Ordered { get; set; }

    /// <summary>The whole that percentages listed behind it are shares of: 占比分别为：教育支出45%，….</summary>
    public ClaimSubject? SharesOf { get; set; }

    /// <summary>As many things side by side as were stated last: those given in order in this sentence, else those of one whole; null where they are not so
    /// many.</summary>
    public List<ClaimSubject>? Siblings(int count)
    {
        if (Ordered is { } ordered) return ordered.Count == count ? ordered : null;
        var stated = _claims.OfType<AmountClaim>().Select(c => c.Subject).Distinct().ToList();
        if (stated.Count == 0) stated = _context.Stated;
        if (stated.Count == 0) return null;
        var within = stated[^1].Within;
        var side = stated.Where(s => s.Within == within).ToList();
        if (side.Count > count && within is null) side = [.. side.Where(s => !stated.Exists(o => o.Within == s.Name))];
        return side.Count == count ? [.. side.Select(s => s with { Measure = FigureMeasure.Unstated })] : null;
    }

    /// <summary>Reads a sentence.</summary>
    /// <param name="tokens">Its tokens, at least one.</param>
    /// <param name="context">What was said before; changed by what is said here.</param>
    /// <param name="within">What the sentence's amounts are parts of, from a line before.</param>
    /// <param name="page">Its page.</param>
    public static Sentence Read(List<Token> tokens, NarrativeContext context, ClaimSubject? within, int page)
    {
        var parser = new ClaimParser(tokens, context, page) { Within = within };
        parser.Run();
        var text = string.Concat(tokens.Select(t => t.Text));
        parser._claims.AddRange(Leftovers.Find(tokens, text, page));
        var figures = tokens.Select((t, i) => (Token: t, Index: i)).Where(t => t.Token.Kind == TokenKind.Figure).ToList();
        return new Sentence(text, page, parser._claims.OrderBy(c => c.Span.Start).ToValueList())
        {
            Figures = figures.Select(f => parser.Span(f.Index, f.Index)).ToValueList(),
            Unread = figures.Where(f => !parser._read.Contains(f.Index)).Select(f => parser.Span(f.Index, f.Index)).ToValueList(),
        };
    }

    private void Run()
    {
        for (var i = 0; i < Tokens.Count;)
        {
            var next = -1;
            foreach (var rule in Grammar.RulesFor(Tokens[i].Kind))
            {
                next = rule.Apply(this, i);
                if (next > i) break;
            }
            i = next > i ? next : Pass(i);
        }
        EndReason();
        _context.Parted = _parts is { } whole && Within == whole && _claims.Count(c => c is AmountClaim or ChangeClaim && WithinOf(c) == whole.Name) > 1
            ? whole
            : null;
        var stated = _claims.OfType<AmountClaim>().Select(c => c.Subject).Distinct().ToList();
        if (stated.Count > 0) _context.Stated = stated;
        if (_claims.Count == 0) NoteHeading();
        if (Tokens[^1].Kind == TokenKind.Colon) _context.Pending = Within ?? (Tokens.Count > 1 && Tokens[^2].Kind == TokenKind.Includes ? Last : null);
    }

    private static string? WithinOf(Claim claim) => claim switch { AmountClaim a => a.Subject.Within, ChangeClaim c => c.Subject.Within, _ => null };

    /// <summary>A line that is no more than an ordinal and a name is a heading: what is said below it is said of that.</summary>
    private void NoteHeading()
    {
        if (Tokens[0].Kind != TokenKind.Marker || Tokens.Count > 5 || Tokens[^1].Kind is TokenKind.Stop or TokenKind.Colon || Phrase.Count == 0) return;
        if (SubjectResolver.ThreePublicItem(PhraseText()) is { } named) _context.Heading = _context.Item = _context.Last = named;
    }

    /// <summary>Goes over a token that no rule took.</summary>
    private int Pass(int i)
    {
        var token = Tokens[i];
        switch (token.Kind)
        {
            case TokenKind.Comma when Phrase.Count > 0 && Phrase.All(t => t.Kind == TokenKind.Year):
                break;
            case TokenKind.Includes or TokenKind.UsedFor:
                Phrase.Clear();
                break;
            case TokenKind.Comma:
                if (IsPartBehind(i) && !_partsBySemicolon) _partsEndAtSemicolon = true;
                var clause = PhraseText();
                if (GroupedThing(clause) is { } grouped) Within = _context.Last = grouped;
                if (FunctionalPath.Read(clause) is { After.Length: 0 }) NoteItem(i); // …（款）行政运行（项），年初预算为56万元，…
                if (Phrase.Any(t => t.Kind == TokenKind.Text)) PendingText = PendingText.Length > 0 ? PendingText + "，" + clause : clause;
                Phrase.Clear();
                break;
            case TokenKind.Pause when Phrase.Count > 0:
                Phrase.Add(token with { Kind = TokenKind.Text });
                break;
            case TokenKind.Pause when i > 0 && Tokens[i - 1].Kind == TokenKind.Figure && _brackets.Count == 0:
                _partsEndAtSemicolon = true;
                break;
            case TokenKind.Semicolon:
                if (_partsEndAtSemicolon) Within = _outerWithin;
                else _partsBySemicolon = true;
                _partsEndAtSemicolon = false;
                if (InReason && !(i + 1 < Tokens.Count && Tokens[i + 1].Kind == TokenKind.Marker)) EndReason();
                ClearWords();
                break;
            case TokenKind.Colon or TokenKind.Stop:
                NoteItem(i);
                ClearWords();
                break;
            case TokenKind.Open:
                NoteItem(i);
                _brackets.Push((Last, Within));
                ClearWords();
                break;
            case TokenKind.Close:
                if (_brackets.TryPop(out var saved)) (_context.Last, Within) = saved;
                ClearWords();
                break;
            case TokenKind.Marker or TokenKind.Pause:
                break;
            case TokenKind.Figure:
                ClearWords();
                break;
            default:
                Phrase.Add(token with { Kind = token.Kind == TokenKind.Year ? TokenKind.Year : TokenKind.Text });
                break;
        }
        return i + 1;
    }

    /// <summary>按政府采购资金类型划分, 财政拨款支出按功能分类: what the amounts that follow are parts of; null where it says no such thing.</summary>
    private static ClaimSubject? GroupedThing(string clause)
    {
        var by = clause.IndexOf('按');
        if (by < 0 || clause.Length - by < 4 || !clause.AsSpan(by).ContainsAny("分类型看") || !"分类型看成".Contains(clause[^1], StringComparison.Ordinal)) return null;
        if (by > 2) return SubjectResolver.Resolve(clause[..by]) is { Quantity: not BudgetQuantity.Other } before ? before : null;
        for (var length = clause.Length - by - 2; length > 2; length--)
            if (BudgetQuantities.Find(clause.Substring(by + 1, length)) is var quantity and not BudgetQuantity.Other) return ClaimSubject.Of(quantity);
        return null;
    }

    /// <summary>Parts set apart by commas or pauses leave the semicolon to end them: 其中人员经费5万元，公用经费3万元；项目经费 ….</summary>
    private bool IsPartBehind(int comma) =>
        comma > 0 && comma + 2 < Tokens.Count && Tokens[comma - 1].IsMoney && Tokens[comma + 1].Kind == TokenKind.Text && Tokens[comma + 2].IsMoney
        && SubjectResolver.Resolve(Tokens.GetRange(comma + 1, 1)) is { IsPronoun: false };

    /// <summary>What follows are parts of the subject named last.</summary>
    public void OpenParts()
    {
        _outerWithin = Within;
        _partsEndAtSemicolon = _partsBySemicolon = false;
        Within = Last;
        if (_brackets.Count == 0) _parts = Last;
        ClearWords();
    }

    public void ClearWords()
    {
        Phrase.Clear();
        PendingText = "";
    }

    public string PhraseText() => string.Concat(Phrase.Select(t => t.Text));

    /// <summary>Where the words that lead to a token begin.</summary>
    public int StartOf(int token) => Phrase.Count > 0 ? Phrase[0].Start : Tokens[token].Start;

    public TextSpan Span(int first, int last) => new(Tokens[first].Start - _origin, Tokens[last].End - Tokens[first].Start);

    /// <summary>Adds a claim that begins at that character and ends with that token.</summary>
    public void Add(int start, int last, Claim claim) =>
        _claims.Add(claim with { Span = new TextSpan(start - _origin, Tokens[last].End - start), Page = _page });

    public void MarkRead(params ReadOnlySpan<int> tokens)
    {
        foreach (var token in tokens) _read.Add(token);
    }

    public void Extend(int last)
    {
        if (_claims.Count > 0) _claims[^1] = _claims[^1] with { Span = _claims[^1].Span with { Length = Tokens[last].End - _origin - _claims[^1].Span.Start } };
    }

    public Claim? LastClaim => _claims.Count > 0 ? _claims[^1] : null;

    /// <summary>Remembers what was just spoken of, and forgets the words used up.</summary>
    public void Named(ClaimSubject subject)
    {
        _context.Last = subject;
        NamedHere = true;
        if (!InReason && _context.Item is { } item && subject.Name != item.Name && subject.Within != item.Name) _context.Item = null;
        if (subject.Quantity == BudgetQuantity.Function && !InReason)
        {
            _context.Item = subject;
            _context.ClassName = subject.Path[0];
        }
        ClearWords();
    }

    /// <summary>2022年度收入总计120万元，支出总计120万元: the year said first is that of what follows in the sentence, until another is said.</summary>
    public ClaimSubject InTheYearSaid(ClaimSubject subject)
    {
        if (subject.Year is not null || subject.IsPreviousYear)
        {
            _said = (subject.Year, subject.IsPreviousYear);
            return subject;
        }
        if (_said is not var (year, previous) || InReason || subject.Quantity is BudgetQuantity.Other or BudgetQuantity.Function) return subject;
        var words = PhraseText();
        return words.Contains("本年", StringComparison.Ordinal)
            || words.Contains("当年", StringComparison.Ordinal)
            || words.Contains("今年", StringComparison.Ordinal)
            ? subject
            : subject with { Year = year, IsPreviousYear = previous };
    }

    /// <summary>Of 2023年收入 …，上年收入 …，增加 … it is this year's that changed: the subject as the sentence states it of the later year.</summary>
    public ClaimSubject LatestYearOf(ClaimSubject subject)
    {
        if (subject.Year is null && !subject.IsPreviousYear) return subject;
        foreach (var claim in _claims.OfType<AmountClaim>().Reverse())
        {
            var other = claim.Subject;
            if (other.Quantity != subject.Quantity
                || other.Name != subject.Name
                || other.Path != subject.Path
                || other.Measure != subject.Measure
                || other.IsPreviousYear)
                continue;
            if (subject.IsPreviousYear || (other.Year is { } later && later > subject.Year)) return other;
        }
        return subject;
    }

    /// <param name="subject">What the reason is given for; null where that is what was spoken of.</param>
    public void BeginReason(ClaimSubject? subject = null)
    {
        if (!InReason) _lastBeforeReason = subject ?? Last;
        InReason = true;
        ClearWords();
    }

    public void EndReason()
    {
        if (InReason) _context.Last = _lastBeforeReason;
        InReason = false;
    }

    /// <summary>Whether nothing but an ordinal stands before the words that end there.</summary>
    private bool IsAlone(int stop)
    {
        var i = stop - 1;
        while (i >= 0 && Tokens[i].IsWords) i--;
        if (i >= 0 && Tokens[i].Kind == TokenKind.Marker) i--;
        return i < 0 || Tokens[i].Kind is TokenKind.Colon or TokenKind.Semicolon;
    }

    /// <summary>Words that end without a figure may name the item that the next sentences are about.</summary>
    /// <param name="stop">The token that ends them.</param>
    private void NoteItem(int stop)
    {
        if (Phrase.Count == 0 || InReason) return;
        var text = PhraseText();
        var named = SubjectResolver.Resolve(Phrase).Subject;
        if (named.Quantity == BudgetQuantity.Function)
        {
            _context.Item = Settled(named, text) with { Measure = FigureMeasure.Unstated };
            if (FunctionalPath.BeginsWithClass(text)) _context.ClassName = named.Path[0];
            _context.Last = _context.Item;
        }
        else if (named.Quantity != BudgetQuantity.Other && Tokens[stop].Kind is TokenKind.Colon or TokenKind.Stop && IsAlone(stop))
        {
            _context.Last = _context.Item = named with { Measure = FigureMeasure.Unstated }; // 2、公务接待费。2022年决算数…
        }
        else if (text.EndsWith("自评综述", StringComparison.Ordinal) || text.EndsWith("绩效评价综述", StringComparison.Ordinal))
        {
            var end = text.LastIndexOf("绩效", StringComparison.Ordinal);
            var name = text[..end];
            _context.Last = _context.Item = new ClaimSubject(BudgetQuantity.Other,
                name.EndsWith("项目", StringComparison.Ordinal) && name.Length > 2 ? name[..^2] : name);
        }
    }
}
