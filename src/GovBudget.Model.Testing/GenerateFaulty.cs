namespace GovBudget.Model.Testing;

/// <summary>Makes documents with one named fault from a seed.</summary>
public static class GenerateFaulty
{
    private const int Attempts = 60;

    /// <summary>A document with the fault of that rule: of the given kind and style, or of the first of each that the rule applies to.</summary>
    /// <param name="rule">The id of a rule: <c>summary.balance</c>.</param>
    /// <param name="seed">Any number: the same one gives the same document.</param>
    /// <param name="year">The year.</param>
    /// <param name="kind">Budget or final accounts; whichever the rule applies to where null.</param>
    /// <param name="style">How it is printed; whole documents, in whichever tables the rule applies to, where null. Its <see cref="PrintStyle.Wording"/> may be
    /// taken further where a phrasing does not say what is to be broken.</param>
    /// <param name="lines">How many subjects (项) the department spends on, at most; those of a typical department are never left out.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id, or no document can break it (<see cref="Faults.OfThePage"/>).</exception>
    /// <exception cref="ArgumentException">Documents of that kind, year and style have nothing that could be broken so.</exception>
    public static FaultyDocument Document(string rule, int seed, int year, DocumentKind? kind = null, PrintStyle? style = null, int lines = 6)
    {
        var fault = Faults.For(rule);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var own = unchecked(seed + (attempt * 7919));
            var books = attempt % 4 == 3 ? Generate.AnyBooks(own, year, lines) : Generate.Books(own, year, lines);
            foreach (var (valid, print) in Documents(books, unchecked((style?.Wording ?? seed) + attempt), kind, style))
            {
                if (Others(fault, books, valid, print) is not { } others || fault.TryApply(valid, own) is not { } document) continue;
                return new FaultyDocument(fault, valid, document) { Others = others };
            }
        }
        throw new ArgumentException($"{year} 年的{(kind is { } k ? k == DocumentKind.Budget ? "部门预算" : "部门决算" : "文件")}里没有可以制造“{fault.Name}”（{fault.Rule}）的地方。",
            nameof(rule));
    }

    /// <summary>What the fault needs to be seen beside; null where the books have no such documents.</summary>
    private static ValueList<BudgetDocument>? Others(Fault fault, Books books, BudgetDocument valid,
        Func<Books, DocumentKind, BudgetDocument> print) => fault.Beside switch
        {
            null => default(ValueList<BudgetDocument>),
            DocumentRelationKind.YearBefore => books.Last is { } last ? [print(last, valid.Kind)] : null,
            DocumentRelationKind.BudgetAndAccounts => valid.Kind == DocumentKind.FinalAccounts ? [print(books, DocumentKind.Budget)] : null,
            _ =>
                books.Actual.Units.Count > 1
                    ? books.OfUnits().Where(u => u.Plan.Spending.Count > 0 && u.Actual.Spending.Count > 0).Select(u => print(u, valid.Kind)).ToValueList()
                    : null,
        };

    private static IEnumerable<(BudgetDocument Valid, Func<Books, DocumentKind, BudgetDocument> Print)> Documents(Books books, int wording, DocumentKind? kind,
        PrintStyle? style)
    {
        if (kind is not DocumentKind.Budget)
        {
            foreach (var balances in style is null ? new[] { false, true } : [style.StateCapitalBalances])
            {
                var own = (style
                    ?? PrintStyle.Whole with
                    {
                        StateCapitalBalances = balances,
                        Scoring = wording % 2 == 0 ? ScoringRule.Hubei : ScoringRule.National
                    }) with
                { Wording = wording };
                yield return (Generate.PrintFinalAccounts(books, own), (b, k) => Print(b, k, own));
            }
        }
        if (kind is DocumentKind.FinalAccounts) yield break;
        foreach (var edition in style is null ? Editions(books.Year) : [style.Edition])
        {
            foreach (var columns in style is null ? new[] { false, true } : [style.LastYearColumns])
            {
                var own = (style
                    ?? PrintStyle.Whole with { Edition = edition, GovernmentEconomic = true, LastYearColumns = columns }) with
                { Wording = wording };
                yield return (Generate.PrintBudget(books, own), (b, k) => Print(b, k, own));
            }
        }
    }

    /// <summary>The editions of budgets: the one that is printed where none is asked for, those of the year, the others.</summary>
    private static IEnumerable<FormEdition?> Editions(int year) =>
        FormEdition.All.Where(e => e.Kind == DocumentKind.Budget)
            .OrderByDescending(e => e == PrintStyle.Default.EditionOf(DocumentKind.Budget, year))
            .ThenByDescending(e => e.Covers(year));

    private static BudgetDocument Print(Books books, DocumentKind kind,
        PrintStyle style) => kind == DocumentKind.Budget ? Generate.PrintBudget(books, style) : Generate.PrintFinalAccounts(books, style);
}
