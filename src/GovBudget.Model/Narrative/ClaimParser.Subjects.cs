namespace GovBudget.Model;

/// <summary>What the words before a figure name.</summary>
internal sealed partial class ClaimParser
{
    /// <summary>The subject that the words name; what they leave out is taken from what was said before. Null where nothing names one.</summary>
    public ClaimSubject? Subject(IReadOnlyList<Token> words)
    {
        if (words.Count == 0)
        {
            if (PendingText.Length > 0 && (InReason || !NamedHere)) return Settled(SubjectResolver.Resolve(WithoutDirection(PendingText)));
            if (!NamedHere && !InReason && Tokens[0].Kind == TokenKind.Basis && _context.Parted is { } parted) return parted;
            return NamedHere ? Last : _context.Item ?? Last;
        }
        var resolved = SubjectResolver.Resolve(words);
        var subject = resolved.Subject;
        if (!resolved.IsPronoun
            && subject is { Quantity: BudgetQuantity.Expenditure, Year: null, IsPreviousYear: false, Owner: null }
            && NamedHere
            && !InReason
            && Last is { } spent
            && IsSpent(spent.Quantity)
            && IsBareExpenditure(words))
            return (spent.Quantity == BudgetQuantity.VehiclesBought ? Renamed(spent, BudgetQuantity.VehiclePurchase) : spent) with
            {
                Measure = subject.Measure
            };
        if (!resolved.IsPronoun
            && subject.Quantity == BudgetQuantity.Expenditure
            && !NamedHere
            && !InReason
            && _context.Heading is { } below
            && IsBareExpenditure([.. words.Where(w => w.Kind != TokenKind.Year)]))
            return below with { Measure = subject.Measure, Year = subject.Year };
        if (resolved.IsPronoun
            && IsIncome((NamedHere ? Last : _context.Item ?? Last)?.Quantity)
            && words[^1].Text.StartsWith("支出", StringComparison.Ordinal)
            && !InReason)
            // 2.2016年支出决算205万元, after the income
            return Settled(
                ClaimSubject.Of(
                    BudgetQuantity.Expenditure) with
                {
                    Measure = subject.Measure,
                    Year = subject.Year,
                    IsPreviousYear = subject.IsPreviousYear,
                    Owner = subject.Owner
                });
        if (resolved.IsPronoun)
        {
            if (InReason && PendingText.Length > 0 && subject.Measure == FigureMeasure.Unstated) return Subject([]);
            if (!InReason
                && !NamedHere
                && _context.Parted is { } parted
                && (subject.Measure != FigureMeasure.Unstated || words[^1].Text.EndsWith("口径", StringComparison.Ordinal)))
                return parted with
                {
                    Measure = subject.Measure,
                    Year = subject.Year,
                    IsPreviousYear = subject.IsPreviousYear,
                    Owner = subject.Owner ?? parted.Owner
                };
            if ((InReason ? _lastBeforeReason : NamedHere ? Last : _context.Item ?? Last) is not { } before)
                return string.Concat(words.Where(w => w.Kind == TokenKind.Text).Select(w => w.Text)).StartsWith("项目", StringComparison.Ordinal)
                    ? subject with { Name = "项目" }
                    : null;
            return before with
            {
                Measure = subject.Measure,
                Year = subject.Year,
                IsPreviousYear = subject.IsPreviousYear,
                Owner = subject.Owner ?? before.Owner
            };
        }
        return Settled(subject, string.Concat(words.Select(w => w.Text)));
    }

    /// <summary>接待24批次，210人次，支出2.05万元: what that thing cost.</summary>
    private static bool IsSpent(BudgetQuantity quantity) =>
        quantity is >= BudgetQuantity.ThreePublic
            and <= BudgetQuantity.ProcurementSmallMicro
            or BudgetQuantity.VehiclesBought
            or BudgetQuantity.GroupsAbroad
            or BudgetQuantity.GuestGroups
            or BudgetQuantity.Function;

    private static bool IsBareExpenditure(IReadOnlyList<Token> words) =>
        words is [{ Kind: TokenKind.Text } word] && SubjectResolver.Trim(word.Text) is "支出" or "总支出" or "共计支出" or "合计支出" or "全年支出";

    private static ClaimSubject Renamed(ClaimSubject subject, BudgetQuantity quantity) =>
        subject with { Quantity = quantity, Name = BudgetQuantities.NameOf(quantity) };

    private static bool IsIncome(BudgetQuantity? quantity) =>
        quantity is BudgetQuantity.Income or BudgetQuantity.IncomeTotal or BudgetQuantity.FiscalIncome or BudgetQuantity.GeneralPublicIncome
            or BudgetQuantity.OtherIncome or BudgetQuantity.InstitutionalIncome or BudgetQuantity.OperatingIncome or BudgetQuantity.SuperiorSubsidy;

    /// <summary>A part as its whole allows: nothing is a part of itself, and 公务接待费 is no part of 公务用车购置及运行维护费.</summary>
    public ClaimSubject PartOfWhole(ClaimSubject part)
    {
        if (Within is not { } whole || part.Within != whole.Name) return part;
        if (part.Quantity == BudgetQuantity.Other) return Short(part, whole);
        if (whole.Quantity == BudgetQuantity.Vehicles && part.Quantity is BudgetQuantity.Abroad or BudgetQuantity.Reception)
        {
            Within = _outerWithin;
            return part with { Within = Within?.Name };
        }
        if (whole.Quantity != part.Quantity || part.Quantity == BudgetQuantity.Function) return part;
        if (part.Quantity is not (BudgetQuantity.Income or BudgetQuantity.Expenditure)
            || _claims.FindLastIndex(c => c is AmountClaim a && a.Subject == whole) is not (var at and >= 0))
            return part with { Quantity = BudgetQuantity.Other, Name = PhraseText() is { Length: > 0 } words ? words : part.Name };
        // 总收入581万元，其中本年收入390万元: the first was everything, not the year's
        var total = ClaimSubject.Of(part.Quantity == BudgetQuantity.Income ? BudgetQuantity.IncomeTotal : BudgetQuantity.ExpenditureTotal);
        var raised = whole with { Quantity = total.Quantity, Name = total.Name };
        _claims[at] = (AmountClaim)_claims[at] with { Subject = raised };
        if (_parts == whole) _parts = raised;
        Within = raised;
        return part with { Within = raised.Name };
    }

    /// <summary>Names that only their whole makes known: 财政拨款 of 收入, 运行维护费 of 公务用车购置及运行维护费.</summary>
    private static ClaimSubject Short(ClaimSubject part, ClaimSubject whole) => (whole.Quantity, part.Name) switch
    {
        (BudgetQuantity.Income or BudgetQuantity.IncomeTotal, "财政拨款") => Renamed(part, BudgetQuantity.FiscalIncome),
        (BudgetQuantity.Vehicles, "运行维护费" or "运行费" or "运行维护" or "运维费") => Renamed(part, BudgetQuantity.VehicleRunning),
        (BudgetQuantity.Vehicles, "购置费" or "购置经费" or "购置") => Renamed(part, BudgetQuantity.VehiclePurchase),
        _ => part,
    };

    private ClaimSubject Settled(ClaimSubject subject, string words = "")
    {
        if (subject.Quantity == BudgetQuantity.Function && subject.Path.Count < 3 && _context.ClassName is { } name && !FunctionalPath.BeginsWithClass(words))
            subject = subject with { Path = subject.Path.Prepend(name).ToValueList() };
        if (NamedHere && Last is { } project && (subject.Name is "资金" or "金额" || subject.Name.StartsWith("涉及", StringComparison.Ordinal)))
            return subject with { Within = project.Name };
        if (PendingText is "中" && !InReason && Last is { } stated)
        {
            Within = stated; // 支出488万元中，财政拨款支出…
            return subject with { Within = stated.Name, Year = subject.Year ?? stated.Year };
        }
        if (PendingText.EndsWith('中') && !InReason)
        {
            var whole = SubjectResolver.Resolve(Lexer.Lex(PendingText[..^1]).Where(t => t.IsWords).ToList()).Subject;
            if (whole.Quantity != BudgetQuantity.Other) Within = whole;
            return subject with
            {
                Within = whole.Name.Length > 0 ? whole.Name : PendingText[..^1],
                Year = subject.Year ?? whole.Year,
                Owner = subject.Owner ?? whole.Owner
            };
        }
        if (PendingText.EndsWith('的') && subject.Quantity == BudgetQuantity.Other && !InReason) return subject with { Within = PendingText };
        if (subject is { Quantity: BudgetQuantity.Other, Name: "一般公共预算财政拨款" }
            && Last is { Quantity: BudgetQuantity.GeneralPublicIncome or BudgetQuantity.GeneralPublicExpenditure } general)
            return Renamed(subject, general.Quantity);
        if (subject is { Quantity: BudgetQuantity.Other, Name: "运行维护费" or "运行费" or "购置费" or "购置经费" }
            && Last is { Quantity: BudgetQuantity.Vehicles or BudgetQuantity.VehicleRunning or BudgetQuantity.VehiclePurchase })
            return Short(subject, ClaimSubject.Of(BudgetQuantity.Vehicles));
        if (Within is not null && Within.Name == subject.Name && subject.Quantity >= BudgetQuantity.ThreePublic) return subject;
        return Within is null || subject.Within is not null || subject.Quantity == BudgetQuantity.Function ? subject : subject with { Within = Within.Name };
    }

    /// <summary>项目支出增加 names 项目支出.</summary>
    private static string WithoutDirection(string text)
    {
        var word = Lexicon.Words.FirstOrDefault(w => w.Kind == TokenKind.Direction && text.EndsWith(w.Word, StringComparison.Ordinal)).Word;
        return word is null ? text : text[..^word.Length];
    }
}
