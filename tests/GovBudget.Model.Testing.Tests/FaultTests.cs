namespace GovBudget.Model.Testing.Tests;

/// <summary>Every rule of the catalog has a fault, and reports it: of the model, and through every format.</summary>
public class FaultTests
{
    public static TheoryData<string> Rules => [.. Faults.All.Select(f => f.Rule)];

    [Fact]
    public void Every_rule_of_the_catalog_has_one_fault_or_a_reason()
    {
        Assert.Empty(RuleCatalog.All.Select(r => r.Id).Except(Faults.All.Select(f => f.Rule)).Except(Faults.OfThePage.Keys));
        Assert.Equal(Faults.All.Count, Faults.All.Select(f => f.Rule).Distinct().Count());
        Assert.Empty(Faults.All.Select(f => f.Rule).Concat(Faults.OfThePage.Keys).Except(RuleCatalog.All.Select(r => r.Id)));
        Assert.Empty(Faults.OfThePage.Keys.Intersect(Faults.All.Select(f => f.Rule)));
        Assert.All(Faults.All, f => Assert.True(f.Name.Length > 3));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_reports_its_fault_and_nothing_before(string rule)
    {
        Checker alone = new([RuleCatalog.Find(rule)]);
        foreach (var (seed, year, checker) in new[] { (1, 2023, alone), (20, OfStateCapital.Contains(rule) ? 2021 : 2019, alone),
            (300, 2025, Checker.Default) })
        {
            var faulty = GenerateFaulty.Document(rule, seed, year);
            Assert.NotEmpty(faulty.Places);
            Assert.DoesNotContain(faulty.CheckValid(checker), f => f.Verdict == Verdict.Violated && f.Severity > Severity.Info);
            Assert.True(Reports(faulty.Check(checker), rule), $"seed {seed}: {string.Join("; ", faulty.Places)}");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_changed_figure_is_behind_every_finding_of_its_fault(string rule)
    {
        if (Faults.For(rule).Reach != FaultReach.Figure) return;
        var faulty = GenerateFaulty.Document(rule, 4, 2024,
            style: PrintStyle.Default with { Edition = EditionOf(rule, 2024), GovernmentEconomic = true, StateCapitalBalances = true });
        var place = Assert.Single(faulty.Places);
        foreach (var finding in Checker.Default.Check(
            faulty.Document).Findings.Where(f => f.Severity > Severity.Info && f.Operands.Count > 0 && !SeveralWays.Contains(f.Rule.Id)))
        {
            Assert.True(finding.Operands.Any(o => o.Column == place.Column && o.Code == (place.Code ?? "") && o.Item == place.Item), $"{place}\n{finding}");
        }
    }

    public static TheoryData<string> Editions => [.. FormEdition.All.Select(e => e.Id)];

    /// <summary>In the tables of every edition: what of its documents can be broken is reported.</summary>
    [Theory]
    [MemberData(nameof(Editions))]
    public void Faults_are_reported_in_every_edition(string id)
    {
        var edition = FormEdition.Find(id)!;
        var applied = 0;
        foreach (var seed in (int[])[3, 8])
        {
            var year = Math.Min(edition.LastYear ?? 2025, edition.FirstYear + seed - 3);
            var style = PrintStyle.Whole with { Edition = edition, Wording = seed };
            var books = Generate.Books(seed, year, 8);
            BudgetDocument valid = edition.Kind == DocumentKind.Budget ? Generate.PrintBudget(books, style) : Generate.PrintFinalAccounts(books, style);
            Assert.Same(edition, FormEdition.Of(valid));
            foreach (var fault in Faults.All.Where(f => f.Beside is null))
            {
                if (fault.TryApply(valid, seed) is not { } broken) continue;
                Assert.True(Reports(new Checker([RuleCatalog.Find(fault.Rule)]).Check(broken).Findings, fault.Rule),
                    $"{fault} in {seed}: {string.Join("; ", FaultPlace.Between(valid, broken))}");
                applied++;
            }
        }
        Assert.True(applied > 60, $"{applied} faults");
    }

    /// <summary>Rules of the state capital budget, which generated departments have since 2020.</summary>
    private static readonly string[] OfStateCapital = ["state-capital.columns", "state-capital.closing", "cross.state-capital", "narrative.absence",
        "printed.fund-header"];

    /// <summary>Rules that a form lets hold in more than one way: where one way is broken, another may be reported.</summary>
    private static readonly string[] SeveralWays = ["cross.income-total", "cross.expenditure-total", "cross.general-total", "cross.fiscal-expenditure",
        "summary.year-total", "summary.grand-total", "codes.total-row"];

    /// <summary>The edition of budgets in which the rule can be broken; null where it is final accounts.</summary>
    private static FormEdition? EditionOf(string rule, int year) => FormEdition.All.FirstOrDefault(e => e.Kind == DocumentKind.Budget
        && Faults.For(
            rule).TryApply(Generate.PrintBudget(Generate.Books(4, year), PrintStyle.Default with { Edition = e, GovernmentEconomic = true })) is not null);

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_reports_its_fault_through_json(string rule) => ReportsThrough("json", rule);

    private static void ReportsThrough(string format, string rule)
    {
        var through = Format.Of(format);
        if (!through.KeepsPerformance && rule.StartsWith("performance.", StringComparison.Ordinal)) return;
        var faulty = GenerateFaulty.Document(rule, 11, 2024);
        var checker = new Checker([RuleCatalog.Find(rule)]);
        var reading = through.Through(through.Kept(faulty.Document));
        var findings = faulty.Others.Count == 0
            ? checker.Check(reading).Findings
            : checker.CheckTogether([reading, .. faulty.Others.Select(o => through.Through(through.Kept(o)))]).Findings;
        Assert.True(Reports(findings, rule), $"{string.Join("; ", faulty.Places)}");
    }

    internal static bool Reports(IEnumerable<Finding> findings, string rule) => findings.Any(f => f.Rule.Id == rule && f.Verdict == Verdict.Violated);

    /// <summary>As above through workbooks: a class of its own, so that it runs beside the others.</summary>
    public class ThroughWorkbooks
    {
        public static TheoryData<string> Rules => FaultTests.Rules;

        [Theory]
        [MemberData(nameof(Rules))]
        public void The_rule_reports_its_fault_through_a_workbook(string rule) => ReportsThrough("xlsx", rule);
    }

    /// <summary>As above through printed pages.</summary>
    public class ThroughPages
    {
        public static TheoryData<string> Rules => FaultTests.Rules;

        [Theory]
        [MemberData(nameof(Rules))]
        public void The_rule_reports_its_fault_through_a_printed_page(string rule) => ReportsThrough("pdf", rule);
    }

    [Fact]
    public void Faults_that_no_document_can_show_say_why()
    {
        Assert.Contains("版面", Assert.Throws<KeyNotFoundException>(() => Faults.For("printed.code")).Message, StringComparison.Ordinal);
        Assert.Contains("none.such", Assert.Throws<KeyNotFoundException>(() => Faults.For("none.such")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Faults.For("narrative.date-year").Apply(Generate.PrintFinalAccounts(Generate.Books(1, 2023))));
        Assert.Throws<ArgumentException>(() => GenerateFaulty.Document("narrative.date-year", 1, 2023, DocumentKind.Budget));
    }
}
