using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing.Tests;

/// <summary>The documents of these tests, by number: whole ones, of all kinds, editions and years.</summary>
internal static class Sample
{
    public static BudgetDocument Document(int number) => DocumentGenerators.Whole.Sample(1, new Rnd((ulong)number), 50).First();

    /// <summary>The numbers of one of several parts that run side by side.</summary>
    public static IEnumerable<int> Numbers(int part, int parts, int count) => Enumerable.Range(0, count).Where(n => n % parts == part);
}
