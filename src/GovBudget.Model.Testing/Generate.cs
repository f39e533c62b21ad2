using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Makes valid documents from a seed: the same seed, year and style always give the same document.</summary>
public static class Generate
{
    private const int Size = 50;

    /// <summary>The books that a seed stands for.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="year">The budget year.</param>
    /// <param name="lines">How many subjects (项) the department spends on, at most.</param>
    public static Ledger Ledger(int seed, int year, int lines = 6) => LedgerGenerators.Ledger(year, lines).Sample(1, new Rnd((ulong)seed), Size).First();

    /// <summary>Valid final accounts.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="year">The year of the accounts.</param>
    /// <param name="style">How they are printed; <see cref="PrintStyle.Default"/> where null.</param>
    /// <param name="lines">How many subjects (项) the department spends on, at most.</param>
    public static FinalAccounts FinalAccounts(int seed, int year, PrintStyle? style = null,
        int lines = 6) => PrintFinalAccounts(AnyBooks(seed, year, lines), style);

    /// <summary>A valid budget.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="year">The year of the budget.</param>
    /// <param name="style">How it is printed, and in which edition; <see cref="PrintStyle.Default"/> where null.</param>
    /// <param name="lines">How many subjects (项) the department spends on, at most.</param>
    public static DepartmentBudget Budget(int seed, int year, PrintStyle? style = null, int lines = 6) => PrintBudget(AnyBooks(seed, year, lines), style);

    /// <summary>The books of a typical department, with its plan and the year before.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="year">The budget year.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most; those of a typical department are never left out.</param>
    public static Books Books(int seed, int year, int lines = 6) => BooksGenerators.Typical(year, lines).Sample(1, new Rnd((ulong)seed), Size).First();

    /// <summary>The books of any department, typical or not: funds that it has not, empty tables, odd subjects.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="year">The budget year.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most.</param>
    public static Books AnyBooks(int seed, int year, int lines = 6) => BooksGenerators.Any(year, lines).Sample(1, new Rnd((ulong)seed), Size).First();

    /// <summary>Consecutive years of one typical department, the earliest first: its documents agree with each other.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="first">The first year.</param>
    /// <param name="count">How many years, at least one.</param>
    /// <param name="lines">How many subjects (项) it spends on, at most; those of a typical department are never left out.</param>
    public static ValueList<Books> Years(int seed, int first, int count, int lines = 6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return BooksGenerators.TypicalYears(first, count, lines).Sample(1, new Rnd((ulong)seed), Size).First();
    }

    /// <summary>Books printed as a budget: what is planned.</summary>
    /// <param name="books">The books.</param>
    /// <param name="style">How they are printed, and in which edition; <see cref="PrintStyle.Default"/> where null.</param>
    public static DepartmentBudget PrintBudget(Books books, PrintStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(books);
        style ??= PrintStyle.Default;
        var edition = style.EditionOf(DocumentKind.Budget, books.Year);
        books = books.ShownIn(edition);
        var tables = PrintBudget(books.Plan, books.Last?.Plan, edition, style);
        if (style.Performance) tables = tables with { Performance = GoalForms.Of(tables, books, new Wording(style.Wording)) };
        if (!style.Text) return tables;
        var (paragraphs, tablesAt) = GeneralText.WithFrame(BudgetText.Write(books, tables, new Wording(style.Wording)), tables, new Wording(style.Wording));
        return DocumentOverview.Fill(tables with { Paragraphs = paragraphs, TablesAt = tablesAt });
    }

    /// <summary>Books printed as final accounts: what came of the plan.</summary>
    /// <param name="books">The books.</param>
    /// <param name="style">How they are printed; <see cref="PrintStyle.Default"/> where null.</param>
    public static FinalAccounts PrintFinalAccounts(Books books, PrintStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(books);
        style ??= PrintStyle.Default;
        var edition = style.EditionOf(DocumentKind.FinalAccounts, books.Year);
        books = books.ShownIn(edition);
        var tables = PrintFinalAccounts(books.Actual, edition, style);
        if (style.Performance) tables = tables with { Performance = EvaluationForms.Of(books, style.Scoring, new Wording(style.Wording)) };
        if (!style.Text) return tables;
        var (paragraphs, tablesAt) = GeneralText.WithFrame(AccountsText.Write(books, new Wording(style.Wording), tables.Performance), tables,
            new Wording(style.Wording));
        return DocumentOverview.Fill(tables with { Paragraphs = paragraphs, TablesAt = tablesAt });
    }

    /// <summary>Books printed as a budget.</summary>
    /// <param name="ledger">The books: what is planned.</param>
    /// <param name="style">How they are printed, and in which edition; <see cref="PrintStyle.Default"/> where null.</param>
    public static DepartmentBudget PrintBudget(Ledger ledger, PrintStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        style ??= PrintStyle.Default;
        var edition = style.EditionOf(DocumentKind.Budget, ledger.Year);
        return PrintBudget(ledger.ShownIn(edition), null, edition, style);
    }

    private static DepartmentBudget PrintBudget(Ledger ledger, Ledger? last, FormEdition edition,
        PrintStyle style) => DocumentOverview.Fill(new DepartmentBudget
        {
            Organisation = ledger.Organisation,
            Year = ledger.Year,
            Title = style.Cover ? $"{ledger.Year}年{ledger.Organisation}部门预算" : null,
            Statements = EditionPrinter.Print(ledger, last, edition, style),
        });

    /// <summary>Books printed as final accounts.</summary>
    /// <param name="ledger">The books.</param>
    /// <param name="style">How they are printed; <see cref="PrintStyle.Default"/> where null.</param>
    public static FinalAccounts PrintFinalAccounts(Ledger ledger, PrintStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        style ??= PrintStyle.Default;
        var edition = style.EditionOf(DocumentKind.FinalAccounts, ledger.Year);
        return PrintFinalAccounts(ledger.ShownIn(edition), edition, style);
    }

    private static FinalAccounts PrintFinalAccounts(Ledger ledger, FormEdition edition, PrintStyle style) => DocumentOverview.Fill(new FinalAccounts
    {
        Organisation = ledger.Organisation,
        Year = ledger.Year,
        Title = style.Cover ? $"{ledger.Year}年度{ledger.Organisation}部门决算" : null,
        Statements = EditionPrinter.Print(ledger, null, edition, style),
    });
}
