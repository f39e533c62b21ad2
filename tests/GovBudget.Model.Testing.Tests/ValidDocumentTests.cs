namespace GovBudget.Model.Testing.Tests;

/// <summary>Generated documents are right: no finding above a remark, whole as they are.</summary>
public class ValidDocumentTests
{
    [Fact]
    public void Whole_documents_have_no_finding_above_a_remark()
    {
        for (var n = 1000; n < 1160; n++)
        {
            var findings = Checker.Default.Check(Sample.Document(n)).Findings.Where(f => f.Severity > Severity.Info).Select(f => f.ToString()).ToList();
            Assert.True(findings.Count == 0, $"document {n}: {string.Join('\n', findings)}");
        }
    }

    [Fact]
    public void They_make_every_rule_run_that_a_document_can_break()
    {
        var idle = Faults.All.Where(f => f.Beside is null).Select(f => f.Rule).ToHashSet();
        for (var seed = 0; seed < 12 && idle.Count > 0; seed++)
        {
            var books = Generate.Books(seed, 2019 + (seed % 7), 8);
            var style = PrintStyle.Whole with { Wording = seed, StateCapitalBalances = true, GovernmentEconomic = true };
            foreach (var document in (BudgetDocument[])[Generate.PrintFinalAccounts(books, style), Generate.PrintBudget(books, style),
                .. FormEdition.All.Where(e => e.Covers(books.Year)).Select(e => Generate.PrintBudget(books, style with { Edition = e }))])
            {
                idle.ExceptWith(Checker.Default.Check(document).Coverage.Where(c => c.Exact + c.Rounded > 0).Select(c => c.Rule.Id));
            }
        }
        Assert.Empty(idle.Except(OnlyOutsideTypical));
    }

    /// <summary>What typical departments give no occasion for: they have no empty tables.</summary>
    private static readonly string[] OnlyOutsideTypical = ["notes.empty-table"];

    [Theory]
    [InlineData(7)]
    [InlineData(19)]
    [InlineData(23)]
    public void Documents_of_consecutive_years_agree(int seed)
    {
        var years = Generate.Years(seed, 2020, 4);
        Assert.Equal([2020, 2021, 2022, 2023], years.Select(y => y.Year));
        var printed = PrintStyle.Default with { Unit = Unit.Yuan, Zeros = ZeroStyle.Printed };
        foreach (var (before, after) in years.Zip(years.Skip(1)))
        {
            Assert.Equal(Generate.PrintFinalAccounts(before, printed).Summary.Closing, Generate.PrintFinalAccounts(after, printed).Summary.Opening);
            Assert.Equal(before.Actual, after.Last!.Actual);
        }
        var style = PrintStyle.Whole with { LastYearColumns = true, Wording = seed };
        var documents = years.SelectMany(y => (BudgetDocument[])[Generate.PrintBudget(y, style), Generate.PrintFinalAccounts(y, style),
            .. y.Actual.Units.Count == 1 ? [] : y.OfUnits().Select(u => Generate.PrintFinalAccounts(u, style))]).ToList();
        var report = Checker.Default.CheckTogether(documents);
        Assert.DoesNotContain(report.Findings, f => f.Severity > Severity.Info);
        Assert.True(report.Coverage.Sum(c => c.Exact + c.Rounded) > 100);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(19)]
    public void The_accounts_quote_the_budget_of_their_year(int seed)
    {
        var books = Generate.Books(seed, 2023);
        var style = PrintStyle.Whole with { Zeros = ZeroStyle.Printed };
        var (budget, accounts) = (Generate.PrintBudget(books, style), Generate.PrintFinalAccounts(books, style));
        Assert.Equal(budget.ThreePublic.Budget, accounts.ThreePublic.Budget);
        var planned = budget.GeneralPublic.Total!.Value;
        Assert.Contains(accounts.Paragraphs, p => p.Contains($"一般公共预算财政拨款支出年初预算为{planned.Format()}万元", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_document()
    {
        Assert.Equal(Sample.Document(5), Sample.Document(5));
        Assert.Equal(GenerateFaulty.Document("summary.balance", 5, 2023).Document, GenerateFaulty.Document("summary.balance", 5, 2023).Document);
        Assert.NotEqual(Sample.Document(5), Sample.Document(6));
    }
}
