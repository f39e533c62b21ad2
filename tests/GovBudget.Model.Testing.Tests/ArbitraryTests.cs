using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace GovBudget.Model.Testing.Tests;

/// <summary>There is an arbitrary for every public type that documents are made of, and shrinking makes values simpler.</summary>
public class ArbitraryTests
{
    /// <summary>Public types without an arbitrary of their own, and why.</summary>
    private static readonly Dictionary<string, string[]> Without = new()
    {
        [
            "declared once, in the library"] = ["Column", "LineLabel", "SubjectCatalog", "PartWeight", "WordBands", "GradeScale", "Checker", "FormEdition",
                "EditionTable"],
        [
            "small parts of others"] = ["CheckBox", "CheckBoxGroup", "NamedText", "YearAmount", "YearValue", "ValueList`1", "NarrativeText", "TextSpan",
                "ClaimSubject", "ListItem", "ComparisonBasis", "NarrativeSection", "Sentence"],
        ["kinds of a type that has one"] =
        [
            "AbsenceClaim", "AmountClaim", "ChangeClaim", "ComparisonClaim", "CompletionClaim", "CountClaim", "DateClaim", "DefinitionClaim", "ListClaim",
            "ReasonClaim", "ShareClaim", "TemplateLeftover",
            "AtLeast", "AtMost", "Between", "Equal", "LessThan", "MoreThan", "OneOf", "Words", "Statement`1",
        ],
        ["results, made by asking"] =
        [
            "DocumentOverview", "Finding", "FindingOperand", "RootCause", "RoundingNote", "RuleCoverage", "SetReport", "DocumentRelation", "FiscalRecord",
            "IndicatorListing", "NameMatch", "ExpectedName", "ParseResult`1", "PerformanceResult", "PicturedTable",
            "PlacedClaim", "Provenance", "RecognisedFigure", "ReportLine", "ScoreOutcome", "ScoreSheet", "ScoreStep", "SubjectChange", "SubjectNode",
            "SubjectTranslation`1", "UnplacedText", "WeighedIndicator", "EmbeddedReading",
        ],
    };

    [Fact]
    public void Every_type_that_documents_are_made_of_has_one()
    {
        var known = typeof(Arbitraries).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => p.PropertyType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Arbitrary<>))
            .Select(t => t.GetGenericArguments()[0].Name)
            .Concat(typeof(BudgetDocument).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract
                && (typeof(Statement).IsAssignableFrom(t) || typeof(StatementLine).IsAssignableFrom(t) || typeof(PerformanceForm).IsAssignableFrom(t)))
            .Select(t => t.Name))
            .Append(nameof(SelfEvaluation)).ToHashSet();
        var lacking = typeof(BudgetDocument).Assembly.GetExportedTypes()
            .Where(t => t.Namespace == "GovBudget.Model"
                && !t.IsEnum
                && !t.IsInterface
                && !(t.IsAbstract && t.IsSealed)
                && !typeof(Exception).IsAssignableFrom(t)
                && !typeof(Delegate).IsAssignableFrom(t))
            .Select(t => t.Name).Except(known).Except(Without.Values.SelectMany(n => n)).Order(StringComparer.Ordinal);
        Assert.Empty(lacking);
    }

    [Fact]
    public void The_map_serves_properties_over_any_of_them()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(30);
        Check.One(config, Arbitraries.Map.ArbFor<SummaryStatement>().Generator.ToArbitrary().ForAll(s => s.IncomeTotal == s.ExpenditureTotal));
        Check.One(config, Arbitraries.Map.ArbFor<DepartmentGoals>().Generator.ToArbitrary().ForAll(f => f.Indicators.Any()));
        Check.One(config,
            Arbitraries.Map.ArbFor<Amount>().Generator.ToArbitrary().ForAll(a => AmountInterval.Of(a).Contains(a.Unit.IsMoney ? a.Yuan : a.Value)));
        Check.One(config, Arbitraries.Map.ArbFor<FunctionalCode>().Generator.ToArbitrary().ForAll(c => c.ToString().Length == 7));
        Check.One(config, Arbitraries.Map.ArbFor<ProjectLine>().Generator.ToArbitrary().ForAll(l => l.Figures.Count > 0));
    }

    [Fact]
    public void Shrinking_gives_other_and_simpler_values()
    {
        var document = Sample.Document(12);
        var simpler = DocumentShrinker.Shrink(document).ToList();
        Assert.DoesNotContain(document, simpler);
        Assert.All(simpler, s => Assert.True(Size(s) < Size(document)));
        var amount = new Amount(12.34m, Unit.WanYuan);
        Assert.All(Arbitraries.Amount.Shrinker(amount), a => Assert.True(Math.Abs(a.Value) < 12.34m));
        Assert.Empty(Arbitraries.Amount.Shrinker(new Amount(0m, Unit.WanYuan)));

        static int Size(BudgetDocument d) =>
            d.Paragraphs.Count + d.Performance.Count + d.Statements.Sum(s => 1 + s.Notes.Count + s.AllLines.Sum(l => 1 + l.Figures.Count));
    }

    [Fact]
    public void Simpler_books_still_give_valid_documents()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var ledger = Generate.Ledger(seed, 2023);
            foreach (var simpler in LedgerShrinker.Shrink(ledger).Take(12))
            {
                Assert.NotEqual(ledger, simpler);
                var findings = Checker.Default.Check(Generate.PrintFinalAccounts(simpler)).Findings.Where(f => f.Severity > Severity.Info);
                Assert.Empty(findings);
            }
        }
    }
}

/// <summary>Shorter ways to say a property.</summary>
internal static class Properties
{
    public static Property ForAll<T>(this Arbitrary<T> arbitrary, Func<T, bool> holds) => Prop.ForAll(arbitrary, holds);
}
