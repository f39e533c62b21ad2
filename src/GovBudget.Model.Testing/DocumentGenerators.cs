using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Draws whole documents that are right: all tables are views of the same books, so every identity holds within rounding.</summary>
public static class DocumentGenerators
{
    private const int LastYear = 2026;

    /// <summary>Ways to print: units, decimals, blanks, editions.</summary>
    public static Gen<PrintStyle> Style { get; } =
        from yuan in Gen.Elements(false, false, true)
        from decimals in Gen.Frequency((8, Gen.Constant(2)), (1, Gen.Constant(4)), (1, Gen.Constant(6)))
        from zeros in Gen.Elements(ZeroStyle.Blank, ZeroStyle.Blank, ZeroStyle.Printed, ZeroStyle.Dash)
        from edition in Gen.Elements(FormEdition.All.Prepend(null).ToArray())
        from statistics in Gen.Elements(true, false)
        from yearInTitle in Gen.Elements(true, false)
        from allClasses in Gen.Elements(true, false)
        from allCodes in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from cover in Gen.Elements(true, false)
        from notes in Gen.Elements(true, false)
        select new PrintStyle
        {
            Unit = yuan ? Unit.Yuan : Unit.WanYuan,
            Decimals = yuan ? 2 : decimals,
            Zeros = zeros,
            Edition = edition,
            Statistics = statistics,
            YearInTitle = yearInTitle,
            AllClasses = allClasses,
            AllEconomicCodes = allCodes,
            Cover = cover,
            Notes = notes,
        };

    /// <summary>Final accounts of 2019 to 2025.</summary>
    public static Gen<FinalAccounts> FinalAccounts { get; } =
        from books in Books
        from style in Style
        select Generate.PrintFinalAccounts(books, style);

    /// <summary>Budgets of 2019 to 2025, in every edition.</summary>
    public static Gen<DepartmentBudget> Budget { get; } =
        from books in Books
        from style in Style
        select Generate.PrintBudget(books, style);

    /// <summary>Budgets and final accounts.</summary>
    public static Gen<BudgetDocument> Document { get; } = Gen.OneOf(FinalAccounts.Select(d => (BudgetDocument)d), Budget.Select(d => (BudgetDocument)d));

    /// <summary>Whole documents: tables, running text and performance forms, in every edition of the forms, of 2016 to 2026.</summary>
    public static Gen<BudgetDocument> Whole { get; } =
        from edition in Gen.Elements(FormEdition.All.ToArray())
        from year in Gen.Choose(edition.FirstYear, edition.LastYear ?? LastYear)
        from lines in Gen.Choose(4, 12)
        from books in BooksGenerators.Any(year, lines)
        from style in Style
        from wording in Gen.Choose(0, int.MaxValue)
        from balances in Gen.Elements(true, false)
        from economic in Gen.Elements(true, false)
        from scoring in Gen.Elements(ScoringRule.Known.ToArray())
        let whole = style with
        {
            Edition = edition,
            Text = true,
            Performance = true,
            Wording = wording,
            StateCapitalBalances = balances,
            GovernmentEconomic = economic,
            Scoring = scoring
        }
        select edition.Kind == DocumentKind.Budget ? (BudgetDocument)Generate.PrintBudget(books, whole) : Generate.PrintFinalAccounts(books, whole);

    private static Gen<Books> Books => from year in Gen.Choose(2019, 2025) from books in BooksGenerators.Any(year) select books;

    /// <summary>Statements of one type out of whole documents of the families that print it.</summary>
    /// <typeparam name="T">The type of statement: any but <see cref="OtherTable"/>, for which there is <see cref="TableGenerators.Other"/>.</typeparam>
    public static Gen<T> Statement<T>()
        where T : Statement => Document.Where(d => d.Statements.OfType<T>().Any()).Select(d => d.Statements.OfType<T>().First());

    /// <summary>Documents that are simpler in one respect each: a statement, line, figure or note less. They need not be right any more.</summary>
    public static Arbitrary<BudgetDocument> WithShrinking { get; } = Arb.From(Document, DocumentShrinker.Shrink);
}
