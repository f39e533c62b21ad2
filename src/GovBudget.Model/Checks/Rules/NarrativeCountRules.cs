namespace GovBudget.Model.Checks;

/// <summary>Three-public spending and the numbers that go with it: groups abroad, cars bought and held, guests received.</summary>
internal static class NarrativeCountRules
{
    private const string Prescribed = "财政部《地方预决算公开操作规程》（财预〔2016〕143号）：决算说明因公出国（境）团组数及人数，公务用车购置数及保有量，国内公务接待的批次、人数";

    private const int FirstYear = 2016;

    /// <summary>Yuan below which a zero leaves nothing that guests could have been received with: 0.00 万元, not 0 万元.</summary>
    private const decimal Nothing = 50m;

    /// <summary>An item of 三公 with its numbers.</summary>
    /// <param name="Quantity">The money.</param>
    /// <param name="Counted">What is counted for it.</param>
    /// <param name="Words">Words of which one stands where a number is given.</param>
    /// <param name="Needed">The numbers that are prescribed, in Chinese.</param>
    /// <param name="FreeIfNone">Whether nothing may have been spent on what is counted: others pay for journeys and cars stand idle.</param>
    private sealed record Item(BudgetQuantity Quantity, BudgetQuantity[] Counted, string[] Words, string Needed, bool FreeIfNone);

    private static readonly Item[] Items =
    [
        new(BudgetQuantity.Abroad, [BudgetQuantity.GroupsAbroad], ["团组", "人次", "出国（境）人数"], "因公出国（境）团组数和人数", true),
        new(BudgetQuantity.VehiclePurchase, [BudgetQuantity.VehiclesBought], ["辆"], "公务用车购置数", false),
        new(BudgetQuantity.VehicleRunning, [BudgetQuantity.VehiclesHeld], ["保有", "辆"], "公务用车保有量", true),
        new(BudgetQuantity.Reception, [BudgetQuantity.DomesticReception, BudgetQuantity.Reception], ["批次", "批", "人次"], "国内公务接待的批次和人数", false),
    ];

    public static IEnumerable<Rule> All =>
    [
        new("narrative.three-public-counts", RuleCategory.Completeness, Severity.Warning, "有“三公”经费支出的，说明出国团组、车辆和接待的数量",
            "three-public spending comes with the number of groups, cars and guests", Prescribed, Missing),
        new("narrative.counts-and-money", RuleCategory.Logic, Severity.Warning, "有“三公”经费支出的数量不全为0，没有支出的没有数量",
            "where money was spent the numbers are not all zero, where none was they are", Prescribed, Contradicting),
    ];

    private static void Missing(RuleRun run)
    {
        if (run.Index.IsBudget || run.Index.Year is null or < FirstYear) return;
        var (text, tables) = (run.Index.Text, new NarrativeTables(run.Index));
        // a statement of 三公 alone may stand beside the numbers
        var sections = text.Narrative.Sections.Where(s => s.Sentences.Any(x => x.HasFigures)).Select(s => s.Kind).ToHashSet();
        if (!sections.Overlaps(ThreePublic) || !sections.Overlaps(Explained)) return;
        var said = text.Narrative.Sections.Where(s => NarrativeIndex.Restates(s.Kind)).SelectMany(s => s.Sentences).Select(s => s.Text).ToList();
        foreach (var item in Items)
        {
            if (Spent(run, tables, item) is not { } spent)
            {
                run.Skip("支出没有说明");
                continue;
            }
            if (spent.Value <= 0) continue;
            if (said.Exists(s => item.Words.Any(w => s.Contains(w, StringComparison.Ordinal))))
            {
                run.Hold();
                continue;
            }
            var here = Array.FindAll(text.Claims, c => IsThreePublic(c.Section.Kind));
            if ((Array.Find(here, c => c.Claim is AmountClaim a && a.Subject.Quantity == item.Quantity) ?? here.FirstOrDefault()) is { } at)
            {
                run.Score(Verdict.Violated, rule => TextFinding.Of(rule, at, BudgetQuantities.NameOf(item.Quantity),
                    $"{BudgetQuantities.NameOf(item.Quantity)} {spent}，没有说明{item.Needed}",
                    $"{BudgetQuantities.NameOf(item.Quantity)} {spent}, but the numbers prescribed with it are not given", item.Needed, "（没有说明）"));
            }
        }
    }

    private static void Contradicting(RuleRun run)
    {
        if (run.Index.IsBudget) return;
        var (text, tables) = (run.Index.Text, new NarrativeTables(run.Index));
        foreach (var item in Items)
        {
            var counts = text.Of<CountClaim>()
                .Where(c => IsThreePublic(c.Place.Section.Kind)
                    && item.Counted.Contains(c.Claim.Subject.Quantity)
                    && text.RoleOf(c.Claim.Subject) == FigureRole.Main
                    && text.IsOwn(c.Claim.Subject))
                .ToList();
            if (counts.Count == 0) continue;
            if (Spent(run, tables, item) is not { } spent)
            {
                run.Skip("支出没有说明");
                continue;
            }
            var name = BudgetQuantities.NameOf(item.Quantity);
            if (spent.Value > 0 && counts.TrueForAll(c => c.Claim.Count.Value == 0))
            {
                var (place, claim) = counts[0];
                run.Score(Verdict.Violated, rule => TextFinding.Of(rule, place, name, $"{name} {spent}，数量却是 {claim.Count}",
                    $"{name} {spent}, but the number is {claim.Count}", "大于0", claim.Count.Format()));
            }
            else if (spent.Value == 0 && spent.HalfStep <= Nothing && !item.FreeIfNone && counts.Find(c => c.Claim.Count.Value > 0) is { Place: { } at, Claim: { } counted })
            {
                run.Score(Verdict.Violated, rule => TextFinding.Of(rule, at, name, $"{name} {spent}，数量却是 {counted.Count}",
                    $"{name} {spent}, but the number is {counted.Count}", "0", counted.Count.Format()));
            }
            else run.Hold();
        }
    }

    private static readonly SectionKind[] ThreePublic = [SectionKind.ThreePublic, SectionKind.ThreePublicItems];

    private static readonly SectionKind[] Explained = [SectionKind.Overview, SectionKind.Income, SectionKind.Expenditure];

    private static bool IsThreePublic(SectionKind kind) => kind is SectionKind.ThreePublic or SectionKind.ThreePublicItems;

    /// <summary>What was spent: as the table prints it, else as the sections say; null where neither does.</summary>
    private static Amount? Spent(RuleRun run, NarrativeTables tables, Item item)
    {
        var text = run.Index.Text;
        var subject = ClaimSubject.Of(item.Quantity);
        foreach (var term in tables.Find(SectionKind.ThreePublic, subject, FigureRole.Main)) if (term.Amount is { Unit.IsMoney: true } printed) return printed;
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            if (IsThreePublic(place.Section.Kind)
                && claim.Subject.Quantity == item.Quantity
                && text.RoleOf(claim.Subject) == FigureRole.Main
                && text.IsOwn(claim.Subject)
                && NarrativeIndex.Money(claim.Amount) is { } amount)
                return amount;
        }
        return null;
    }
}
