using Microsoft.DotNet.Interactive.Formatting;

namespace GovBudget.Model.Interactive.Tests;

/// <summary>The formatter that notebooks use finds how values show themselves.</summary>
public class NotebookConventionTests
{
    public static TheoryData<string> Mimes => ["text/html", "text/markdown", "text/plain"];

    [Theory]
    [MemberData(nameof(Mimes))]
    public void Every_value_shows_itself(string mime)
    {
        var report = Checker.Default.Check(Gallery.Broken);
        var sheet = ScoringRule.For(Gallery.Form).Evaluate(Gallery.Form);
        var reading = Gallery.Read(Repository.Sample("final-accounts-2023.xlsx"));
        (object Value, string[] Expected)[] values =
        [
            (Gallery.Accounts, [Gallery.Accounts.ToHtml(), Gallery.Accounts.ToMarkdown(), Gallery.Accounts.ToText()]),
            (Gallery.Budget, [Gallery.Budget.ToHtml(), Gallery.Budget.ToMarkdown(), Gallery.Budget.ToText()]),
            (reading, [reading.ToHtml(), reading.ToMarkdown(), reading.ToText()]),
            (Gallery.Cells, [Gallery.Cells.ToHtml(), Gallery.Cells.ToMarkdown(), Gallery.Cells.ToText()]),
            (report, [report.ToHtml(), report.ToMarkdown(), report.ToText()]),
            (report.Findings[0], [report.Findings[0].ToHtml(), report.Findings[0].ToMarkdown(), report.Findings[0].ToText()]),
            (sheet, [sheet.ToHtml(), sheet.ToMarkdown(), sheet.ToText()]),
            (Gallery.Form, [Gallery.Form.ToHtml(), Gallery.Form.ToMarkdown(), Gallery.Form.ToText()]),
            (Charts.Scores(sheet), [Charts.Scores(sheet).ToHtml(), Charts.Scores(sheet).ToMarkdown(), Charts.Scores(sheet).ToText()]),
            (Amount.OfWan(1.50m), [Amount.OfWan(1.50m).ToHtml(), Amount.OfWan(1.50m).ToMarkdown(), Amount.OfWan(1.50m).ToText()]),
        ];
        var which = Mimes.Select(row => row.Data).ToList().IndexOf(mime);
        foreach (var (value, expected) in values) Assert.Equal(expected[which], value.ToDisplayString(mime));
    }

    [Fact]
    public void Html_is_preferred()
    {
        foreach (var type in new[] { typeof(FinalAccounts), typeof(ExpenditureStatement), typeof(OtherTable), typeof(CheckReport), typeof(ScoreSheet),
            typeof(ProjectGoals), typeof(Chart), typeof(Amount) })
        {
            Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(type).First());
        }
    }

    [Fact]
    public void Charts_show_themselves_as_Vega_Lite_where_asked() =>
        Assert.Equal(Charts.Structure(Gallery.Accounts).ToVegaLite(), Charts.Structure(Gallery.Accounts).ToDisplayString("application/vnd.vegalite.v5+json"));
}
