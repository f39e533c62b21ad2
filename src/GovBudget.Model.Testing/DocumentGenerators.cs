using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing;

/// <summary>Draws whole documents that are right: all tables are views of the same books, so every identity holds within rounding.</summary>
public static class DocumentGenerators
{
    /// <summary>Ways to print: units, decimals, blanks, editions.</summary>
    public static Gen<PrintStyle> Style { get; } =
        from yuan in Gen.Elements(false, false, true)
        from decimals in Gen.Frequency((8, Gen.Constant(2)), (1, Gen.Constant(4)), (1, Gen.Constant(6)))
        from zeros in Gen.Elements(ZeroStyle.Blank, ZeroStyle.Blank, ZeroStyle.Printed, ZeroStyle.Dash)
        from edition in Gen.Elements(BudgetEdition.Hubei, BudgetEdition.Jiangsu)
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
            YearInTitle = yearInTitle,
            AllClasses = allClasses,
            AllEconomicCodes = allCodes,
            Cover = cover,
            Notes = notes,
        };

    /// <summary>Final accounts of 2019 to 2025.</summary>
    public static Gen<FinalAccounts> FinalAccounts { get; } =
        from ledger in AnyLedger
        from style in Style
        select Generate.Print(ledger, style);

    /// <summary>Years with a complete catalog.</summary>
    private static Gen<Ledger> AnyLedger => from year in Gen.Choose(2019, 2025) from ledger in LedgerGenerators.Ledger(year) select ledger;

    /// <summary>Statements of one type out of whole documents, from those families that print it.</summary>
    /// <typeparam name="T">The type of statement.</typeparam>
    public static Gen<T> Statement<T>()
        where T : Statement => FinalAccounts.Where(d => d.Statements.OfType<T>().Any()).Select(d => d.Statements.OfType<T>().First());
}
