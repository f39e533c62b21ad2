namespace GovBudget.Model.Tests.Checks;

public class ExampleDocumentsTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { "accounts", ExampleDocuments.Accounts },
        { "budget", ExampleDocuments.Budget },
        { "by purpose", ExampleDocuments.ByPurpose },
        { "with text", NarrativeExamples.Accounts },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_consistent_document_has_no_findings(string name, string text)
    {
        var report = Checker.Default.Check(Notation.Parse(text));
        Assert.True(report.Findings.Count == 0, $"{name}:\n{string.Join('\n', report.Findings)}");
    }
}
