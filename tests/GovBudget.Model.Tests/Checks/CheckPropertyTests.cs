using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Checks;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Checks;

public class CheckPropertyTests
{
    /// <summary>Rules that a form lets hold in more than one way (with or without carry-over, with or without lines that it does not call parts): one broken
    /// figure may leave another way open.</summary>
    private static readonly string[] SeveralWays = ["cross.income-total", "cross.expenditure-total", "cross.general-total", "cross.government-fund",
        "cross.state-capital", "cross.fiscal-income", "cross.fiscal-expenditure", "summary.year-total", "summary.grand-total", "codes.total-row"];

    /// <summary>Right documents that explain their empty tables.</summary>
    private static Gen<BudgetDocument> Documents { get; } =
        from seed in Gen.Choose(0, int.MaxValue)
        from year in Gen.Choose(2019, 2025)
        from style in DocumentGenerators.Style
        from budget in Gen.Elements(true, false)
        select budget
            ? (BudgetDocument)Generate.Budget(seed, year, style with { Notes = true })
            : Generate.FinalAccounts(seed, year, style with { Notes = true });

    /// <summary>What generated documents leave open: some empty tables do not say why, and budgets plan 三公 apart from basic expenditure and in one edition omit
    /// tables of funds.</summary>
    private static readonly string[] LeftOpen = ["three-public.basic", "complete.tables", "notes.empty-table"];

    [Fact]
    public void A_right_document_has_no_finding_above_a_remark()
    {
        Always.Holds(Documents, document =>
        {
            Assert.Empty(AboveRemarks(document));
        });
    }

    [Fact]
    public void Rounding_a_right_document_keeps_it_right()
    {
        var exact = from document in Documents where document.Statements.All(s => s.Unit == Unit.Yuan) select document;
        Always.Holds(exact, document =>
        {
            var rounded = WithAmounts(document, a => a.Unit == Unit.Yuan ? a.In(Unit.WanYuan).RoundTo(2) : a);
            Assert.Empty(AboveRemarks(rounded));
        });
    }

    [Fact]
    public void Verdicts_do_not_depend_on_the_order_of_tables()
    {
        var cases = from document in Documents from order in Gen.Shuffle(Enumerable.Range(0, document.Statements.Count).ToArray()) select (document, order);
        Always.Holds(cases,
            c => Assert.Equal(Verdicts(c.document), Verdicts(c.document with { Statements = c.order.Select(i => c.document.Statements[i]).ToValueList() })));
    }

    [Fact]
    public void Verdicts_do_not_depend_on_the_unit()
    {
        var exact = from document in Documents
                    where document.Statements.All(s => s.Unit == Unit.Yuan)
            && Identities(document).Count > 0
                    from broken in Broken(document)
                    select broken.Document;
        Always.Holds(exact, document => Assert.Equal(Verdicts(document), Verdicts(WithAmounts(document, a => a.Unit == Unit.Yuan ? a.In(Unit.WanYuan) : a))));
    }

    [Fact]
    public void A_broken_figure_is_reported_by_its_rules_and_no_others()
    {
        Always.Holds(Documents.Where(d => Identities(d).Count > 0).SelectMany(Broken), broken =>
        {
            var run = new RuleRun(new DocumentIndex(broken.Document, null));
            foreach (var rule in RuleCatalog.All.Where(r => !LeftOpen.Contains(r.Id))) run.Execute(rule);
            Assert.NotEmpty(run.Failures);
            var strangers = run.Failures.Where(f => f.Left.Concat(f.Right).All(t => t.Cell != broken.Cell)
                && !SeveralWays.Contains(run.Findings[f.Finding].Rule.Id)).Select(f => run.Findings[f.Finding].Message);
            Assert.True(!strangers.Any(), $"{broken.Rule} {broken.Cell}: {string.Join('\n', strangers)}");
            Assert.True(SeveralWays.Contains(broken.Rule.Id) || run.Failures.Exists(f => run.Findings[f.Finding].Rule == broken.Rule),
                $"{broken.Rule} {broken.Cell}");
        });
    }

    [Fact]
    public void A_figure_off_within_the_bound_is_not()
    {
        Always.Holds(Documents.Where(d => Identities(d).Count > 0).SelectMany(d => Held(d, 0.4m)), nudged =>
        {
            var run = new RuleRun(new DocumentIndex(nudged.Document, null));
            run.Execute(nudged.Rule);
            Assert.DoesNotContain(run.Failures, f => f.Left.Concat(f.Right).Select(t => t.Cell).Order(Cells).SequenceEqual(nudged.Identity.Order(Cells)));
        });
    }

    private static string[] AboveRemarks(BudgetDocument document) =>
        [.. Checker.Default.Check(document).Findings.Where(f => f.Severity > Severity.Info && !LeftOpen.Contains(f.Rule.Id)).Select(f => f.ToString())];

    private static Comparer<Cell> Cells { get; } = Comparer<Cell>.Create((a, b) =>
        (a.Statement, a.Line).CompareTo((b.Statement, b.Line)) is var order and not 0 ? order : string.CompareOrdinal(a.Column, b.Column));

    internal sealed record Case(BudgetDocument Document, Rule Rule, Cell Cell, Cell[] Identity);

    /// <summary>A document with one printed figure of one equality moved far beyond what rounding explains.</summary>
    private static Gen<Case> Broken(BudgetDocument document) => Held(document, null);

    /// <summary>A document with one printed figure of one exact equality moved: by that part of its bound, or beyond it and by no power of ten.</summary>
    private static Gen<Case> Held(BudgetDocument document, decimal? part)
    {
        var identities = Identities(document);
        return from identity in Gen.Elements(identities.ToArray())
               from term in Gen.Elements(identity.Terms.Where(t => t.Amount is { Value: not 0 }).ToArray())
               from times in Gen.Choose(3, 9)
               select Move(document, identity.Rule, identity.Terms, term, part, times);
    }

    /// <summary>The equalities that a document's tables balance in to the last digit, with something in them.</summary>
    private static List<(Rule Rule, Term[] Terms)> Identities(BudgetDocument document)
    {
        var identities = new List<(Rule Rule, Term[] Terms)>();
        var index = new DocumentIndex(document, null);
        foreach (var rule in RuleCatalog.All)
        {
            // at most: one side may move
            if (rule.Id is "three-public.basic"
                or "cross.operating"
                or "cross.fiscal-class"
                or "cross.fiscal-part"
                or "cross.general-part"
                or "cross.general-of-fiscal")
                continue;
            var run = new RuleRun(index)
            {
                OnHeld = (left, right, relation) =>
                {
                    Term[] terms = [.. left, .. right];
                    if (relation == Relation.Equal && terms.Any(t => t.Amount is { Value: not 0 }) && Sum(left) == Sum(right)) identities.Add((rule, terms));
                },
            };
            run.Execute(rule);
        }
        return identities;

        static decimal Sum(List<Term> terms) => terms.Sum(t => t.Amount is { } a ? t.Weight * (a.Unit.IsMoney ? a.Yuan : a.Value) : 0m);
    }

    private static Case Move(BudgetDocument document, Rule rule, Term[] terms, Term term, decimal? part, int times)
    {
        var amount = term.Amount!.Value;
        var bound = terms.Sum(t => t.Amount is { } a ? RuleRun.HalfStep(a) : 0m) / (amount.Unit.IsMoney ? amount.Unit.YuanPerUnit : 1m);
        var step = part is { } p ? bound * p : (bound * 2 * times) + (amount.Decimals == 0 ? 1 : 0) + (Math.Abs(amount.Value) * 0.37m);
        var moved = new Amount(amount.Value + step, amount.Unit).RoundTo(amount.Decimals);
        var changed = document with
        {
            Statements = document.Statements.Select((s, i) => i != term.Cell.Statement ? s
                : s.WithLines(s.AllLines.Select((l,
                    k) => k != term.Cell.Line ? l : l with { Figures = l.Figures.With(term.Cell.Column, moved) }))).ToValueList(),
        };
        return new Case(changed, rule, term.Cell, [.. terms.Select(t => t.Cell)]);
    }

    private static BudgetDocument WithAmounts(BudgetDocument document, Func<Amount, Amount> change) => document with
    {
        Statements = document.Statements.Select(s => s.WithLines(s.AllLines.Select(l => l with { Figures = l.Figures.Select((_, a) => change(a)) })) with
        {
            Unit = s.Unit == Unit.Yuan ? Unit.WanYuan : s.Unit,
        }).ToValueList(),
    };

    private static string Verdicts(BudgetDocument document) => string.Join('\n', Checker.Default.Check(document).Coverage
        .Where(c => c.Rule.Id is not ("heading.label-order" or "names.fund")).Select(c => $"{c.Rule} {c.Exact} {c.Rounded} {c.Violated} {c.NotEvaluated}"));
}
