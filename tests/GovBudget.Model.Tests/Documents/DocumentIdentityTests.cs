using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Documents;

/// <summary>Whose document it is, and of which year, as covers print it.</summary>
public class DocumentIdentityTests
{
    [Theory]
    [InlineData("某市某区财政局2024年度部门决算")]
    [InlineData("某市某区财政局|2024年度|部门决算")]
    [InlineData("某市某区财政局2024年度部门决|算")] // broken where the line was full
    [InlineData("某市某区|财政局 2024|年度部门决算")]
    [InlineData("2024年度|某市某区财政局|部门决算公开说明")]
    public void A_cover_may_break_anywhere(string cover)
    {
        var document = DocumentReader.Read(
            new DocumentLayout { Pages = [new LayoutPage(1)], Blocks = [.. cover.Split('|').Select(line => new Paragraph(line, new Place(1)))] }).Document;
        Assert.Equal((DocumentKind.FinalAccounts, 2024, "某市某区财政局"), (document.Kind, document.Year, document.Organisation));
    }
}
