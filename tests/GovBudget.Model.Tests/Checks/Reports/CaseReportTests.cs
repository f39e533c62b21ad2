namespace GovBudget.Model.Tests.Checks;

/// <summary>Small documents, each right or wrong in a way of its own, and what is reported of them. <c>Cases/*.txt</c> holds them: <c>=== </c> and what is
/// particular, then a document as in <see cref="Notation"/>, or one of the examples with changes (<c>before ⇒ after</c>, ⏎ for a line's end).</summary>
public class CaseReportTests
{
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["@accounts"] = ExampleDocuments.Accounts,
        ["@budget"] = ExampleDocuments.Budget,
        ["@purpose"] = ExampleDocuments.ByPurpose,
        ["@text"] = NarrativeExamples.Accounts,
    };

    [Theory]
    [InlineData("tables")]
    [InlineData("rows")]
    [InlineData("prose")]
    [InlineData("text")]
    public void Cases(string name) => ReportTests.Compare($"cases-{name}", page =>
    {
        foreach (var (title, text, than) in Read(name))
        {
            page.Title(title);
            page.Write(Checker.Default.Check(Notation.Parse(text)), than is null ? null : Checker.Default.Check(Notation.Parse(than)));
        }
    });

    private static IEnumerable<(string Title, string Text, string? Than)> Read(string name)
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "tests", "GovBudget.Model.Tests", "Checks", "Cases", $"{name}.txt")).ReplaceLineEndings("\n");
        foreach (var part in file.Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n');
            if (!Examples.TryGetValue(lines[1], out var example))
            {
                yield return (lines[0], string.Join('\n', lines[1..]), null);
                continue;
            }
            var text = example = example.ReplaceLineEndings("\n");
            foreach (var change in lines[2..].Where(l => l.Contains('⇒', StringComparison.Ordinal)))
            {
                var sides = change.Replace('⏎', '\n').Split('⇒');
                var (before, after) = (sides[0][..^1], sides[1].Length > 0 ? sides[1][1..] : "");
                Assert.True(text.Contains(before, StringComparison.Ordinal), $"{lines[0]}: “{before}” is not in the example");
                text = text.Replace(before, after, StringComparison.Ordinal);
            }
            yield return (lines[0], text, example);
        }
    }
}
