namespace GovBudget.Packages.Tests;

/// <summary>The public surface is reviewed like code: docs/api lists it, and a change to it shows there.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Libraries =>
        ["GovBudget.Model", "GovBudget.Model.Excel", "GovBudget.Model.Pdf", "GovBudget.Model.Testing", "GovBudget.Model.Interactive"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_reviewed_one(string library)
    {
        var surface = PublicApi.Of(System.Reflection.Assembly.Load(library));
        Assert.Contains($" {library}.", surface, StringComparison.Ordinal);
        Repository.AssertUpToDate($"docs/api/{library}.txt", surface);
    }
}
