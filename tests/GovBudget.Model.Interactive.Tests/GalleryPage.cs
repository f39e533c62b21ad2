using System.Text;

namespace GovBudget.Model.Interactive.Tests;

/// <summary>Everything that shows itself on one page, to be looked at: written where GOVBUDGET_GALLERY names a file.</summary>
public class GalleryPage
{
    [Fact]
    public void Is_written_where_asked_for()
    {
        var path = Environment.GetEnvironmentVariable("GOVBUDGET_GALLERY");
        Assert.SkipUnless(path is { Length: > 0 }, "GOVBUDGET_GALLERY names no file");
        var sheet = ScoringRule.For(Gallery.Form).Evaluate(Gallery.Form);
        string[] parts =
        [
            Gallery.Accounts.ToHtml(), Gallery.Budget.BasicExpenditure.ToHtml(), Gallery.Accounts.FiscalSummary.ToHtml(),
            Gallery.Accounts.ThreePublic.ToHtml(), Gallery.Cells.ToHtml(), Checker.Default.Check(Gallery.Broken).ToHtml(), sheet.ToHtml(),
            Gallery.Form.ToHtml(),
            Charts.Structure(Gallery.Accounts).ToHtml(), Charts.Expenditure(Gallery.Accounts, Gallery.Budget with { Year = 2024 }).ToHtml(),
            Charts.ThreePublic(Gallery.Accounts).ToHtml(), Amount.OfWan(1202.50m).ToHtml(),
        ];
        File.WriteAllText(path, $"<!doctype html><meta charset=\"utf-8\"><title>gallery</title><body>{string.Join("<hr>", parts)}", Encoding.UTF8);
    }
}
