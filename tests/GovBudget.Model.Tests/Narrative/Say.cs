namespace GovBudget.Model.Tests;

/// <summary>Short ways to write expected claims down.</summary>
internal static class Say
{
    public static ClaimSubject Of(BudgetQuantity quantity, FigureMeasure measure = default, int? year = null, string? within = null, string? owner = null) =>
        ClaimSubject.Of(quantity) with { Measure = measure, Year = year, Within = within, Owner = owner };

    public static ClaimSubject Named(string name, FigureMeasure measure = default, int? year = null, string? within = null, string? owner = null) =>
        new(BudgetQuantity.Other, name) { Measure = measure, Year = year, Within = within, Owner = owner };

    public static ClaimSubject Item(FigureMeasure measure, params string[] path) =>
        new(BudgetQuantity.Function, path[^1]) { Path = path.ToValueList(), Measure = measure };

    public static Amount Wan(string figure) => Amount.Parse(figure, Unit.WanYuan);

    public static Amount Percent(string figure) => Amount.Parse(figure, Unit.Percent);

    public static Amount Count(string figure, string unit) => Amount.Parse(figure, Unit.Of(unit));

    /// <summary>The claims of a paragraph without their places.</summary>
    public static Claim[] Claims(string paragraph) => [.. NarrativeReader.ReadParagraph(paragraph).SelectMany(s => s.Claims).Select(Placeless)];

    public static Narrative Read(IEnumerable<NarrativeText> texts) => NarrativeReader.Read(texts, TestContext.Current.CancellationToken);

    /// <summary>The claims of several paragraphs without their places.</summary>
    public static Claim[] Claims(params string[] paragraphs) =>
        [.. Read(paragraphs.Select(p => new NarrativeText(p, 1))).Claims.Select(Placeless)];

    public static Claim Placeless(Claim claim) => claim with { Span = default, Page = 0 };
}
