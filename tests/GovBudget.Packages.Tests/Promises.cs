namespace GovBudget.Packages.Tests;

/// <summary>What code says that it prints: <c>// → text</c> at the end of a line.</summary>
internal static class Promises
{
    private const string Mark = "// → ";

    /// <summary>The promises of a piece of code, in order.</summary>
    public static List<string> In(string code) =>
        [.. code.Split('\n')
            .Where(l => l.Contains(Mark, StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim())];

    /// <summary>Every promise is a line that was printed, in that order.</summary>
    public static void AssertKept(string where, string code, string output)
    {
        var lines = new Queue<string>(output.Split('\n').Select(l => l.Trim()));
        foreach (var promise in In(code))
        {
            while (lines.Count > 0 && lines.Peek() != promise) lines.Dequeue();
            Assert.True(lines.Count > 0, $"{where}: “{promise}” was not printed; what was:\n{output}");
            lines.Dequeue();
        }
    }
}
