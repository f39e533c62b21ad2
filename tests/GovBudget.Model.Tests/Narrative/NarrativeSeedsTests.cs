using static GovBudget.Model.Tests.Say;
using Q = GovBudget.Model.BudgetQuantity;

namespace GovBudget.Model.Tests;

/// <summary>Published documents: how much of them is understood, and that their known faults are among the claims.</summary>
public sealed class NarrativeSeedsTests
{
    [Theory]
    [InlineData("000_fb578f3f35c8f0a6.txt", 68, 1.0, 1.0)]
    [InlineData("001_697358ee9d9e0519.txt", 33, 0.969, 0.92)]
    [InlineData("002_957c36ad5378e025.txt", 48, 1.0, 1.0)]
    [InlineData("003_481c4379775f1b71.txt", 47, 1.0, 1.0)]
    [InlineData("004_0c430760a36af160.txt", 54, 1.0, 0.90)]
    public void Parsed_share(string seed, int sentences, double share, double withTables)
    {
        var narrative = Seed(seed);
        var text = narrative with { Sections = narrative.Sections.Where(s => s.Kind is not (SectionKind.Tables or SectionKind.Annex)).ToValueList() };
        Assert.Equal(sentences, text.FigureSentences.Count());
        Assert.True(text.ParsedShare >= share, $"{text.ParsedShare:P2}: {string.Join("\n", text.Unparsed.Select(s => s.Text))}");
        Assert.True(narrative.ParsedShare >= withTables, $"With the tables that the dump runs into its text: {narrative.ParsedShare:P2}");
    }

    [Fact]
    public void Every_section_of_the_national_form_is_recognised() => Assert.Equal(
        [
            SectionKind.Explanation, SectionKind.Overview, SectionKind.Income, SectionKind.Expenditure, SectionKind.FiscalOverview,
            SectionKind.GeneralPublic, SectionKind.GeneralPublic, SectionKind.GeneralPublicStructure, SectionKind.GeneralPublicItems,
            SectionKind.BasicExpenditure,
            SectionKind.GovernmentFunds, SectionKind.StateCapital, SectionKind.ThreePublic, SectionKind.ThreePublic, SectionKind.ThreePublicItems,
            SectionKind.AgencyOperation, SectionKind.Procurement, SectionKind.Assets, SectionKind.Performance, SectionKind.Performance,
            SectionKind.Performance, SectionKind.Performance,
            SectionKind.KeyWork, SectionKind.Glossary, SectionKind.Annex,
        ],
        Seed("000_fb578f3f35c8f0a6.txt").Sections.SkipWhile(s => s.Ordinal != "第六部分")
            .Skip(1)
            .SkipWhile(s => s.Ordinal != "第三部分")
            .Select(s => s.Kind)
            .TakeWhile(k => k != SectionKind.Annex)
            .Append(SectionKind.Annex));

    [Fact]
    public void Share_trimmed_to_add_up_to_100()
    {
        var (section, claim) = Find<ShareClaim>("000_fb578f3f35c8f0a6.txt", c => c.Part.Name == "卫生健康支出");
        Assert.Equal(SectionKind.GeneralPublicStructure, section.Kind);
        Assert.Equal((Percent("85.7"), Q.GeneralPublicExpenditure), (claim.Percent, claim.Whole!.Quantity));
    }

    [Fact]
    public void Number_left_out()
    {
        var (section, claim) = Find<TemplateLeftover>("000_fb578f3f35c8f0a6.txt", c => c.Kind == LeftoverKind.MissingNumber);
        Assert.Equal((SectionKind.GovernmentFunds, "政府性基金预算财政拨款年初结转和结余万元"), (section.Kind, claim.Text));
    }

    [Fact]
    public void Reason_that_one_item_lacks()
    {
        var items = Seed(
            "000_fb578f3f35c8f0a6.txt").OfKind(SectionKind.GeneralPublicItems).Single(s => s.Sentences.Count > 0).Sentences.SelectMany(s => s.Claims).ToList();
        var deviating = items.OfType<CompletionClaim>().Where(c => c.Subject.Quantity == Q.Function && c.Percent.Value != 100).Select(c => c.Subject.Name);
        var explained = items.OfType<ReasonClaim>().Select(c => c.Subject!.Name);
        Assert.Equal(["行政运行"], deviating.Except(explained));
    }

    [Fact]
    public void Increase_that_differs_between_two_sections()
    {
        var changes = Seed("002_957c36ad5378e025.txt").PlacedClaims.Where(p => p.Claim is ChangeClaim { Against.IsPreviousYear: true, By: not null });
        Assert.Contains(changes, p => p is { Section.Kind: SectionKind.Overview, Claim: ChangeClaim { By.Value: 99.89m, Subject.Quantity: Q.IncomeTotal } });
        Assert.Contains(changes,
            p => p is { Section.Kind: SectionKind.FiscalOverview, Claim: ChangeClaim { By.Value: 99.92m, Subject.Quantity: Q.FiscalIncome } });
    }

    [Fact]
    public void Choice_not_made_and_growth_from_nothing()
    {
        var (section, claim) = Find<ChangeClaim>("003_481c4379775f1b71.txt", c => c.Direction == ChangeDirection.Undecided);
        Assert.Equal(SectionKind.Overview, section.Kind);
        Assert.Equal(new ChangeClaim(Of(Q.GrandTotal), ComparisonBasis.OfYear(2018), ChangeDirection.Undecided, Wan("109.39"), ChangeDirection.Undecided,
            Percent("0")), Placeless(claim));
    }

    [Fact]
    public void Share_of_procurement_that_its_own_figures_deny()
    {
        var (_, share) = Find<ShareClaim>("004_0c430760a36af160.txt", c => c.Part.Quantity == Q.ProcurementSmallMedium);
        var (_, part) = Find<AmountClaim>("004_0c430760a36af160.txt", c => c.Subject.Quantity == Q.ProcurementSmallMedium);
        var (_, whole) = Find<AmountClaim>("004_0c430760a36af160.txt", c => c.Subject.Quantity == share.Whole!.Quantity);
        Assert.Equal((Wan("340.17"), Wan("340.17"), Percent("98.38")), (part.Amount, whole.Amount, share.Percent));
    }

    private static (NarrativeSection Section, T Claim) Find<T>(string seed, Func<T, bool> wanted) where T : Claim =>
        Seed(seed).PlacedClaims.Where(p => p.Claim is T claim && wanted(claim)).Select(p => (p.Section, (T)p.Claim)).First();

    private static Narrative Seed(string name) => Read(TextDump.Read(Assert.Single(Shared.Files("seeds", name))));
}
