using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>Which figure of a subject a claim states.</summary>
internal enum FigureRole
{
    /// <summary>The figure the document is about: 决算 of final accounts, 预算 of budgets.</summary>
    Main,

    /// <summary>The budget that final accounts quote.</summary>
    Budget,

    /// <summary>Another year's.</summary>
    OtherYear,

    /// <summary>执行数 without a year and the like: not said clearly enough.</summary>
    Unclear,
}

/// <summary>A claim with its place in the text.</summary>
internal sealed record TextClaim(int Number, NarrativeSection Section, Sentence Sentence, int SentenceNumber, Claim Claim, bool InReason)
{
    public Place? Place => On(Math.Max(Claim.Page, Sentence.Page));

    /// <summary>A sentence, or the part of it, that a finding is about and that states nothing.</summary>
    public static TextClaim At(NarrativeSection section, Sentence sentence, TextSpan span = default) =>
        new(-1, section, sentence, -1, new DateClaim(default) { Span = span }, false);

    /// <summary>A page as a place; null where it is not known.</summary>
    public static Place? On(int page) => page > 0 ? new Place(page) : null;
}

/// <summary>The text of a document prepared for checking: its claims in order, and which figure each states.</summary>
internal sealed class NarrativeIndex
{
    /// <summary>Sections whose sentences restate the tables of the year; the others tell of duties, work and terms.</summary>
    private static readonly HashSet<SectionKind> Restating =
    [
        SectionKind.Explanation, SectionKind.Overview, SectionKind.Income, SectionKind.Expenditure, SectionKind.FiscalOverview, SectionKind.FiscalExpenditure,
        SectionKind.GeneralPublic, SectionKind.GeneralPublicStructure, SectionKind.GeneralPublicItems, SectionKind.BasicExpenditure,
        SectionKind.ProjectExpenditure,
        SectionKind.ThreePublic, SectionKind.ThreePublicItems, SectionKind.GovernmentFunds, SectionKind.StateCapital, SectionKind.AgencyOperation,
        SectionKind.Procurement, SectionKind.PurchasedServices, SectionKind.Assets, SectionKind.OtherMatters,
    ];

    private readonly DocumentIndex _index;

    public NarrativeIndex(DocumentIndex index)
    {
        _index = index;
        var places = index.Reading?.Provenance;
        Narrative = index.Document.ReadNarrative(i => places?.OfParagraph(i)?.Page ?? 0);
        var claims = new List<TextClaim>();
        var number = 0;
        foreach (var section in Narrative.Sections)
        {
            foreach (var sentence in section.Sentences.Prepend(section.Heading))
            {
                foreach (var claim in sentence.Claims)
                {
                    var inReason = claim is not ReasonClaim
                        && sentence.Claims.Any(c => c is ReasonClaim r && r.Span.Start <= claim.Span.Start && claim.Span.End <= r.Span.End);
                    claims.Add(new TextClaim(claims.Count, section, sentence, number, claim, inReason));
                }
                number++;
            }
        }
        Claims = [.. claims];
    }

    public Narrative Narrative { get; }

    public TextClaim[] Claims { get; }

    /// <summary>The claims of a type in sections that restate the tables, reasons left out.</summary>
    public IEnumerable<(TextClaim Place, T Claim)> Of<T>()
        where T : Claim
    {
        foreach (var claim in Claims)
        {
            if (claim.Claim is T typed && !claim.InReason && Restating.Contains(claim.Section.Kind)) yield return (claim, typed);
        }
    }

    public static bool Restates(SectionKind kind) => Restating.Contains(kind);

    /// <summary>Which figure the subject means.</summary>
    public FigureRole RoleOf(ClaimSubject subject)
    {
        if (subject.IsPreviousYear || (subject.Year is { } year && _index.Year is { } own && year != own)) return FigureRole.OtherYear;
        return subject.Measure switch
        {
            FigureMeasure.Unstated => FigureRole.Main,
            FigureMeasure.Actual => _index.IsBudget ? FigureRole.Unclear : FigureRole.Main,
            FigureMeasure.Execution => FigureRole.Unclear,
            _ => _index.IsBudget ? FigureRole.Main : FigureRole.Budget,
        };
    }

    /// <summary>Whether a change is measured against another year than the document's.</summary>
    public bool IsOtherYear(ComparisonBasis basis) => basis.IsPreviousYear || (basis.Year is { } year && year != _index.Year);

    private const string Levels = "省市县区旗州镇乡盟";

    /// <summary>How organisations are called whose accounts are those of an area.</summary>
    private static readonly string[] Governs = ["政府", "镇", "乡", "街道", "办事处", "管委会", "财政局", "财政厅"];

    /// <summary>The level of the area that 全镇, 镇本级, 市级 speak of; null where the words speak of none.</summary>
    private static char? AreaOf(string owner) => owner switch
    {
        ['全', var level, ..] when Levels.Contains(level, StringComparison.Ordinal) => level,
        [var level, '级' or '本' or '财', ..] when Levels.Contains(level, StringComparison.Ordinal) => level,
        _ => null,
    };

    /// <summary>Whether the figure belongs to the document's own organisation.</summary>
    public bool IsOwn(ClaimSubject subject)
    {
        if (subject.Owner is not { } owner || owner[0] is '本' or '我' || _index.Document.Organisation is not { } own) return true;
        if (AreaOf(owner) is { } level)
        {
            return own.LastIndexOfAny([.. Levels]) is var at and >= 0
                && own[at] == level
                && Governs.Any(end => own.EndsWith(end, StringComparison.Ordinal));
        }
        return own.Contains(owner, StringComparison.Ordinal)
            || owner.Contains(own, StringComparison.Ordinal)
            || own.EndsWith(owner[^Math.Min(4, owner.Length)..], StringComparison.Ordinal);
    }

    /// <summary>Whether both name the same thing, whichever figure of it.</summary>
    public static bool SameThing(ClaimSubject a, ClaimSubject b) =>
        a.Quantity == b.Quantity && (a.Quantity is not (BudgetQuantity.Other or BudgetQuantity.Function) || (a.Name == b.Name && a.Path == b.Path));

    /// <summary>The amount of a subject that was stated last before the claim (or beside it in the same sentence), within the section.</summary>
    public (TextClaim Place, Amount Amount)? Stated(TextClaim at, ClaimSubject subject, FigureRole role) => Stated(at, subject, c => RoleOf(c.Subject) == role);

    /// <summary>As above, for the amounts that fit.</summary>
    public (TextClaim Place, Amount Amount)? Stated(TextClaim at, ClaimSubject subject, Func<AmountClaim, bool> fits)
    {
        for (var i = at.Number - 1; i >= 0 && Claims[i].Section == at.Section; i--)
        {
            if (Fits(Claims[i]) is { } amount) return (Claims[i], amount);
        }
        for (var i = at.Number + 1; i < Claims.Length && Claims[i].SentenceNumber == at.SentenceNumber; i++)
        {
            if (Fits(Claims[i]) is { } amount) return (Claims[i], amount);
        }
        return null;

        Amount? Fits(TextClaim other) =>
            !other.InReason && other.Claim is AmountClaim claim && SameThing(claim.Subject, subject) && Money(claim.Amount) is { } amount && fits(claim)
                ? amount
                : null;
    }

    /// <summary>The figure as money; a bare 万 is 万元. Null where it is none.</summary>
    public static Amount? Money(Amount amount) => amount.Unit.IsMoney ? amount : amount.Unit.Name == "万" ? new Amount(amount.Value, Unit.WanYuan) : null;

    /// <summary>The figure as a percentage, its sign there or not.</summary>
    public static Amount Percent(Amount amount) => new(amount.Value, Unit.Percent);

    /// <summary>What a subject is called in findings.</summary>
    public static string NameOf(ClaimSubject subject) =>
        (subject.Path.Count > 0 ? string.Join('/', subject.Path) : subject.Name) + subject.Measure switch
        {
            FigureMeasure.InitialBudget => "年初预算",
            FigureMeasure.AnnualBudget => "全年预算",
            FigureMeasure.Budget => "预算",
            FigureMeasure.Execution => "执行数",
            FigureMeasure.Actual => "决算",
            _ => "",
        };
}
