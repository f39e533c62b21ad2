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
    public static FinalAccounts FinalAccounts(int seed, int year, PrintStyle? style = null, int lines = 6) => PrintFinalAccounts(Ledger(seed, year, lines), style);

    /// <summary>A valid budget.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="year">The year of the budget.</param>
    /// <param name="style">How it is printed, and in which province's tables; <see cref="PrintStyle.Default"/> where null.</param>
    /// <param name="lines">How many subjects (项) the department spends on, at most.</param>
    public static DepartmentBudget Budget(int seed, int year, PrintStyle? style = null, int lines = 6) => PrintBudget(Ledger(seed, year, lines), style);

    /// <summary>Books printed as a budget.</summary>
    /// <param name="ledger">The books: what is planned.</param>
    /// <param name="style">How they are printed, and in which province's tables; <see cref="PrintStyle.Default"/> where null.</param>
    public static DepartmentBudget PrintBudget(Ledger ledger, PrintStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        style ??= PrintStyle.Default;
        return new DepartmentBudget
        {
            Organisation = ledger.Organisation,
            Year = ledger.Year,
            Title = style.Cover ? $"{ledger.Year}年{ledger.Organisation}部门预算" : null,
            Statements = style.Edition == BudgetEdition.Jiangsu ? JiangsuBudgetPrinter.Print(ledger, style) : HubeiBudgetPrinter.Print(ledger, style),
        };
    }

    /// <summary>Books printed as final accounts.</summary>
    /// <param name="ledger">The books.</param>
    /// <param name="style">How they are printed; <see cref="PrintStyle.Default"/> where null.</param>
    public static FinalAccounts PrintFinalAccounts(Ledger ledger, PrintStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return FinalAccountsPrinter.Print(ledger, style ?? PrintStyle.Default);
    }
}
