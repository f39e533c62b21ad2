namespace GovBudget.Model.Testing;

/// <summary>A document with one fault, beside the valid one that it was made from.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Valid">The document as it was.</param>
/// <param name="Document">The document with the fault.</param>
public sealed record FaultyDocument(Fault Fault, BudgetDocument Valid, BudgetDocument Document)
{
    /// <summary>The documents that it must be set beside where the fault breaks a rule across documents (<see cref="Fault.Beside"/>): last year's, the budget
    /// of the year, the units'. They are valid.</summary>
    public ValueList<BudgetDocument> Others { get; init; }

    /// <summary>What a checker finds in the faulty document, by itself and beside the others.</summary>
    /// <param name="checker">The checker; that of all rules where null.</param>
    public IEnumerable<Finding> Check(Checker? checker = null) => Check(Document, checker ?? Checker.Default);

    /// <summary>What a checker finds in the valid document, by itself and beside the others.</summary>
    /// <param name="checker">The checker; that of all rules where null.</param>
    public IEnumerable<Finding> CheckValid(Checker? checker = null) => Check(Valid, checker ?? Checker.Default);

    private IEnumerable<Finding> Check(BudgetDocument document, Checker checker) =>
        checker.Check(document).Findings.Concat(Others.Count == 0 ? [] : checker.CheckTogether([document, .. Others]).Findings);

    /// <summary>Where the two differ: where a finding is to be expected.</summary>
    public ValueList<FaultPlace> Places => FaultPlace.Between(Valid, Document);
}

/// <summary>Something that a fault changed. What does not apply is null.</summary>
public sealed record FaultPlace
{
    /// <summary>The title of the table.</summary>
    public string? Table { get; init; }

    /// <summary>The code of the row.</summary>
    public string? Code { get; init; }

    /// <summary>The label of the row.</summary>
    public string? Item { get; init; }

    /// <summary>The column of the figure, as a canonical path.</summary>
    public string? Column { get; init; }

    /// <summary>The paragraph of the running text, as it was.</summary>
    public string? Paragraph { get; init; }

    /// <summary>The performance form: its kind and its subject.</summary>
    public string? Form { get; init; }

    /// <summary>What stood there, where it is a figure.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there now.</summary>
    public string? After { get; init; }

    /// <summary>Where two documents differ, tables first; a table, a row or a paragraph that came or went is one place.</summary>
    public static ValueList<FaultPlace> Between(BudgetDocument before, BudgetDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. Tables(before, after), .. Paragraphs(before, after), .. Forms(before, after)];
    }

    private static IEnumerable<FaultPlace> Tables(BudgetDocument before, BudgetDocument after)
    {
        if (before.Statements.Count != after.Statements.Count)
        {
            foreach (var gone in before.Statements.Except(after.Statements)) yield return new FaultPlace { Table = gone.Title };
            yield break;
        }
        foreach (var (a, b) in before.Statements.Zip(after.Statements).Where(p => p.First != p.Second))
        {
            var lines = Lines(a, b).ToList();
            foreach (var line in lines) yield return line;
            if (lines.Count == 0) yield return new FaultPlace { Table = a.Title };
        }
    }

    private static IEnumerable<FaultPlace> Lines(Statement before, Statement after)
    {
        if (before.AllLines.Count != after.AllLines.Count)
        {
            foreach (var line in before.AllLines.Except(after.AllLines).Concat(after.AllLines.Except(before.AllLines))) yield return Row(before, line);
            yield break;
        }
        foreach (var (a, b) in before.AllLines.Zip(after.AllLines).Where(p => p.First != p.Second))
        {
            var figures = a.Figures.Select(f => f.Key).Union(b.Figures.Select(f => f.Key)).Where(c => a.Figures[c] != b.Figures[c]).ToList();
            foreach (var column in figures)
                yield return Row(before, a) with { Column = column, Before = a.Figures[column]?.ToString(), After = b.Figures[column]?.ToString() };
            if (figures.Count == 0) yield return Row(before, a) with { Before = $"{a.Code} {a.Label}".Trim(), After = $"{b.Code} {b.Label}".Trim() };
        }
    }

    private static FaultPlace Row(Statement statement, StatementLine line) => new() { Table = statement.Title, Code = line.Code, Item = line.ItemPath };

    private static IEnumerable<FaultPlace> Paragraphs(BudgetDocument before, BudgetDocument after) => before.Paragraphs.Count == after.Paragraphs.Count
        ? before.Paragraphs.Zip(after.Paragraphs).Where(p => p.First != p.Second).Select(p => new FaultPlace { Paragraph = p.First, After = p.Second })
        : before.Paragraphs.Except(after.Paragraphs).Concat(after.Paragraphs.Except(before.Paragraphs)).Select(p => new FaultPlace { Paragraph = p });

    private static IEnumerable<FaultPlace> Forms(BudgetDocument before, BudgetDocument after) => before.Performance.Count == after.Performance.Count
        ? before.Performance.Zip(after.Performance)
            .Where(p => p.First != p.Second)
            .Select(p => new FaultPlace { Form = $"{p.First.KindName} {p.First.Subject}" })
        : before.Performance.Except(after.Performance).Select(f => new FaultPlace { Form = $"{f.KindName} {f.Subject}" });
}
