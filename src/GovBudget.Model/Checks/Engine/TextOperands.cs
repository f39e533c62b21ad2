namespace GovBudget.Model.Checks;

/// <summary>The figures that a ratio, a change or a comparison in the text is about.</summary>
internal sealed class TextOperands(DocumentIndex index)
{
    /// <summary>Words of headers of another year that are no amounts of the same thing.</summary>
    private static readonly string[] NoAmount = ["比", "增减", "结转"];

    private readonly NarrativeTables _tables = new(index);

    /// <summary>
    /// The amounts a subject may have had in the author's hands: the one stated before in the section, and the tables' where that one contradicts them; else
    /// the tables'; else the
    /// one stated in the section that is about it. The first is the likeliest; empty where none is known.
    /// </summary>
    public List<Amount> Main(TextClaim at, ClaimSubject subject)
    {
        var stated = index.Text.Stated(at, subject, FigureRole.Main)?.Amount;
        return With(stated, Tables(at, subject, FigureRole.Main), at, subject);
    }

    /// <summary>What a share may be taken of: the whole of its section, or of everything.</summary>
    public List<Amount> Whole(TextClaim at, ClaimSubject subject)
    {
        var result = Main(at, subject);
        if (subject.Quantity is BudgetQuantity.Expenditure or BudgetQuantity.Income)
        {
            var home = subject.Quantity == BudgetQuantity.Expenditure ? SectionKind.Expenditure : SectionKind.Income;
            foreach (var term in _tables.Find(home, subject, FigureRole.Main))
                if (term.Amount is { Unit.IsMoney: true } amount && !result.Exists(a => a.SameSize(amount))) result.Add(amount);
        }
        return result;
    }

    /// <summary>As <see cref="Main"/>, of the budget of that measure.</summary>
    public List<Amount> Budget(TextClaim at, ClaimSubject subject, FigureMeasure measure)
    {
        var text = index.Text;
        var stated = text.Stated(at, subject, c => text.RoleOf(c.Subject) == FigureRole.Budget && Fits(c.Subject.Measure, measure))?.Amount;
        var result = With(stated, Tables(at, subject, FigureRole.Budget), null, subject);
        return result;
    }

    /// <summary>The budgets of a subject that its sentence states before, the latest first: 年初预算 and 调整预算, of which a rate of execution may be
    /// either's.</summary>
    public List<Amount> Budgets(TextClaim at, ClaimSubject subject)
    {
        var result = new List<Amount>();
        foreach (var claim in at.Sentence.Claims.OfType<AmountClaim>().Reverse())
        {
            if (claim.Span.Start < at.Claim.Span.Start
                && NarrativeIndex.SameThing(claim.Subject, subject)
                && index.Text.RoleOf(claim.Subject) == FigureRole.Budget
                && NarrativeIndex.Money(claim.Amount) is { } amount)
                result.Add(amount);
        }
        return result;
    }

    /// <summary>Another year's amount of a subject, stated in the section.</summary>
    public Amount? OtherYear(TextClaim at, ClaimSubject subject, ComparisonBasis basis)
    {
        var own = index.Year;
        return index.Text.Stated(at, subject, c =>
            (c.Subject.IsPreviousYear
                ? basis.IsPreviousYear || basis.Year == own - 1
                : c.Subject.Year is { } year && year != own && (basis.Year is null || basis.Year == year))
            && (basis.Measure == c.Subject.Measure || basis.Measure == FigureMeasure.Unstated || c.Subject.Measure == FigureMeasure.Unstated))?.Amount;
    }

    /// <summary>Another year's amount of a subject, printed beside this year's in the table that the text restates (2024年执行数 | 2025年预算数).</summary>
    public Amount? TabledYear(TextClaim at, ClaimSubject subject, ComparisonBasis basis)
    {
        if (!NarrativeIndex.Restates(at.Section.Kind)) return null;
        // 一般公共预算当年拨款 is what the table by subject spends
        if (subject.Quantity == BudgetQuantity.GeneralPublicIncome) subject = ClaimSubject.Of(BudgetQuantity.GeneralPublicExpenditure);
        foreach (var term in _tables.Find(at.Section.Kind, subject, FigureRole.Main))
        {
            var statement = index.Statements[term.Cell.Statement];
            var columns = Array.FindAll(statement.Columns, c => IsThatYear(c, term.Cell.Column, basis));
            if (columns is [var column] && statement.Lines[term.Cell.Line].Figures[column] is { Unit.IsMoney: true } amount) return amount;
        }
        return null;
    }

    /// <summary>Whether a column prints for the other year what the own column prints for the document's.</summary>
    private bool IsThatYear(string column, string own, ComparisonBasis basis)
    {
        var cut = column.IndexOf('/', StringComparison.Ordinal);
        var (period, part) = cut < 0 ? (column, "") : (column[..cut], column[(cut + 1)..]);
        var year = basis.Year ?? index.Year - 1;
        var isNamed = period.StartsWith($"{year}年", StringComparison.Ordinal)
            || (year == index.Year - 1 && period.StartsWith("上年", StringComparison.Ordinal));
        if (year is null || !isNamed || Array.Exists(NoAmount, w => period.Contains(w, StringComparison.Ordinal))) return false;
        var executed = period.Contains("执行", StringComparison.Ordinal) || period.Contains("决算", StringComparison.Ordinal);
        var measured = basis.Measure switch
        {
            FigureMeasure.Unstated => true,
            FigureMeasure.Execution or FigureMeasure.Actual => executed,
            _ => period.Contains("预算", StringComparison.Ordinal) && !executed,
        };
        return measured && (part == own || own.EndsWith('/' + part, StringComparison.Ordinal) || (part is "" or "合计" or "小计" && own is "合计" or "金额"));
    }

    private static bool Fits(FigureMeasure stated, FigureMeasure wanted) =>
        stated == wanted || stated == FigureMeasure.Budget || wanted is FigureMeasure.Budget or FigureMeasure.Unstated;

    private List<Amount> With(Amount? stated, List<Amount> tables, TextClaim? at, ClaimSubject subject)
    {
        var result = new List<Amount>();
        if (stated is { } amount)
        {
            // 4万元 where the table prints 4.00: one size, of which the table says more
            var finer = tables.FindIndex(t => t.SameSize(amount) && t.HalfStep < amount.HalfStep);
            if (finer >= 0) return [tables[finer].In(amount.Unit)];
            result.Add(amount);
            foreach (var table in tables) if (TextFinding.Compare(amount, table) == Verdict.Violated) result.Add(table);
            return tables.Exists(t => TextFinding.Compare(amount, t) != Verdict.Violated) ? [amount] : result;
        }
        result.AddRange(tables);
        if (result.Count == 0 && at is not null && HomeOf(subject.Quantity) is { } home)
        {
            foreach (var (place, claim) in index.Text.Of<AmountClaim>())
            {
                if (place.Section.Kind != home || !NarrativeIndex.SameThing(claim.Subject, subject) || index.Text.RoleOf(claim.Subject) != FigureRole.Main)
                    continue;
                if (NarrativeIndex.Money(claim.Amount) is { } money) result.Add(money);
                break;
            }
        }
        return result;
    }

    private List<Amount> Tables(TextClaim at, ClaimSubject subject, FigureRole role)
    {
        var section = NarrativeIndex.Restates(at.Section.Kind) ? subject.Quantity switch
        {
            BudgetQuantity.Expenditure when at.Section.Kind is not (SectionKind.GovernmentFunds or SectionKind.StateCapital or SectionKind.FiscalOverview) =>
                SectionKind.Expenditure,
            BudgetQuantity.Income when at.Section.Kind is not (SectionKind.GovernmentFunds or SectionKind.StateCapital or SectionKind.FiscalOverview) =>
                SectionKind.Income,
            _ => at.Section.Kind,
        } : SectionKind.Explanation;
        var result = new List<Amount>();
        foreach (var term in _tables.Find(section, subject, role))
        {
            if (term.Amount is { Unit.IsMoney: true } amount && !result.Exists(a => a.SameSize(amount))) result.Add(amount);
        }
        return result;
    }

    private static SectionKind? HomeOf(BudgetQuantity quantity) => quantity switch
    {
        BudgetQuantity.Expenditure => SectionKind.Expenditure,
        BudgetQuantity.Income => SectionKind.Income,
        BudgetQuantity.FiscalTotal => SectionKind.FiscalOverview,
        BudgetQuantity.GrandTotal => SectionKind.Overview,
        BudgetQuantity.Procurement => SectionKind.Procurement,
        _ => null,
    };
}
