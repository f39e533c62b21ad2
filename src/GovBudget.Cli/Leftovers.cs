using GovBudget.Model;

namespace GovBudget.Cli;

/// <summary>What a reading could not take, on stderr: losses and texts without a place.</summary>
internal static class Leftovers
{
    public static void Report(string file, Reading reading)
    {
        foreach (var diagnostic in reading.Diagnostics.Where(d => d.IsLoss)) Console.Error.WriteLine($"{file}: {diagnostic}");
        foreach (var unplaced in reading.Unplaced) Console.Error.WriteLine($"{file}: {unplaced}");
    }
}
