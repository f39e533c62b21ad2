using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Editions of the forms: which a document has, how it is written in each, and that it comes back.</summary>
public class FormEditionTests
{
    public static TheoryData<string> Ids => [.. FormEdition.All.Select(e => e.Id)];

    [Theory]
    [InlineData(DocumentKind.FinalAccounts, 2017, null, "accounts-2016")]
    [InlineData(DocumentKind.FinalAccounts, 2019, "湖北", "accounts-2019")]
    [InlineData(DocumentKind.FinalAccounts, 2021, null, "accounts-2020")]
    [InlineData(DocumentKind.FinalAccounts, null, null, "accounts-2022")]
    [InlineData(DocumentKind.FinalAccounts, 2010, null, "accounts-2016")]
    [InlineData(DocumentKind.Budget, 2024, "湖北省", "budget-hubei")]
    [InlineData(DocumentKind.Budget, 2018, "湖北省", "budget-2016")]
    [InlineData(DocumentKind.Budget, 2019, "江苏省高级人民法院", "budget-jiangsu")]
    [InlineData(DocumentKind.Budget, 2023, "江苏", "budget-jiangsu-2022")]
    [InlineData(DocumentKind.Budget, 2024, "上海市普陀区财政局", "budget-shanghai")]
    [InlineData(DocumentKind.Budget, 2024, null, "budget-2020")]
    public void Year_and_province_tell_the_edition(DocumentKind kind, int? year, string? province, string id)
    {
        Assert.Equal(id, FormEdition.For(kind, year, province).Id);
        Assert.Same(FormEdition.Find(id), FormEdition.For(kind, year, province));
    }

    /// <summary>What an edition calls its tables and columns is what reading makes of them.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Titles_and_columns_of_an_edition_read_as_its_tables(string id)
    {
        var edition = FormEdition.Find(id)!;
        foreach (var table in edition.Tables)
        {
            var sample = Make(edition, table);
            var reading = DocumentReader.Read(DocumentWriter.Write(sample, edition: edition));
            var read = Assert.Single(reading.Document.Statements);
            Assert.Equal((table.Kind, table.Label, table.Columns), (read.Kind, read.Label, read.Columns));
            Assert.Equal(sample.Statements[0], read);
            Assert.Empty(reading.Unplaced);
        }
    }

    [Fact]
    public void A_document_is_written_in_its_own_edition_and_comes_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Arb.From(from document in DocumentGenerators.Document from pick in Gen.Choose(0, 99) select (document, pick)), drawn =>
        {
            var editions = FormEdition.All.Where(e => e.Kind == drawn.document.Kind).ToList();
            var edition = editions[drawn.pick % editions.Count];
            var arranged = edition.Arrange(drawn.document with { Year = drawn.document.Year });
            var shown = DocumentReader.Read(DocumentWriter.Write(arranged, edition: edition));
            Assert.Null(DocumentDifference.Between(arranged, shown.Document));
            Assert.Empty(shown.Unplaced);
            if (edition.Covers(drawn.document.Year!.Value) && drawn.document.Kind == DocumentKind.FinalAccounts) Assert.Same(edition, FormEdition.Of(arranged));
        }));

    [Fact]
    public void Accounts_of_2019_bear_the_words_and_numbers_of_2019()
    {
        var document = FormEdition.For(DocumentKind.FinalAccounts,
            2019).Arrange(DocumentGenerators.FinalAccounts.Sample(20).First(d => d.Year is not null && d.Has<ThreePublicStatement>()) with { Year = 2019 });
        var layout = DocumentWriter.Write(document);
        var texts = layout.Blocks.OfType<Grid>().SelectMany(g => g.Cells).Select(c => c.Text).ToHashSet();
        Assert.Contains("公务用车购置及运行费", texts);
        Assert.DoesNotContain("公务用车购置及运行维护费", texts);
        var labels = document.Statements.Where(s => FormEdition.Find("accounts-2019")!.Table(s.Kind) is not null).Select(s => (s.Kind, s.Label)).ToList();
        Assert.Contains((StatementKind.ThreePublic, "公开07表"), labels);
        Assert.Contains((StatementKind.GovernmentFund, "公开08表"), labels);
        Assert.Equal(labels, labels.OrderBy(l => l.Label, StringComparer.Ordinal));
    }

    [Fact]
    public void An_edition_is_of_one_family() => Assert.Throws<ArgumentException>(() => FormEdition.Find("budget-hubei")!.Arrange(new FinalAccounts()));

    [Fact]
    public void Editions_of_a_family_and_province_do_not_overlap()
    {
        foreach (var family in FormEdition.All.GroupBy(e => (e.Kind, e.Province)))
        {
            foreach (var year in Enumerable.Range(2016, 15)) Assert.True(family.Count(e => e.Covers(year)) <= 1, $"{family.Key} {year}");
        }
        Assert.Equal(FormEdition.All.Count, FormEdition.All.DistinctBy(e => e.Id).Count());
    }

    /// <summary>A document of one table: a line with a figure in every column.</summary>
    private static BudgetDocument Make(FormEdition edition, EditionTable table)
    {
        var year = edition.FirstYear;
        var sided = table.Kind is StatementKind.Summary or StatementKind.FiscalSummary;
        Figures Of(IEnumerable<string> columns) =>
            columns.Select((c, i) => (c, i)).Aggregate(default(Figures), (f, p) => f.With(p.c, new Amount(p.i + 1.25m, Unit.WanYuan)));
        var income = table.Columns.Where(c => c == "收入").ToList();
        List<StatementLine> lines = sided
            ? [
                .. table.IncomeRows.Select(row => new StatementLine { Label = row, Side = LineSide.Income, Figures = Of(income) }),
                .. (table.IncomeRows.Count > 0
                    ? []
                    : new[] { "收入合计" }).Select(row => new StatementLine { Label = row, Side = LineSide.Income, Figures = Of(income) }),
                .. table.ExpenditureSums.DefaultIfEmpty(
                    "支出合计").Select(row => new StatementLine { Label = row, Side = LineSide.Expenditure, Figures = Of(table.Columns.Except(income)) }),
            ]
            : table.Lines == EditionLines.Labels
            ? [.. table.IncomeRows.Select(r => new StatementLine { Path = [.. r.Split('/').SkipLast(1)], Label = r.Split('/')[^1],
                Figures = Of(table.Columns) })]
            : table.Kind is StatementKind.ThreePublic or StatementKind.MeetingTraining ? [new StatementLine { Figures = Of(table.Columns) }]
            : table.Kind is StatementKind.Procurement ? [new StatementLine { Label = "合计", Figures = Of(table.Columns) }]
            : table.Kind is StatementKind.Projects ? [new StatementLine { Code = "42010024301T000000101", Label = "执法办案", Figures = Of(table.Columns) }]
            : [new StatementLine { Code = table.Kind is StatementKind.Basic or StatementKind.FiscalBasic or StatementKind.Operating ? "302" : "201",
                Label = table.Kind is StatementKind.Basic or StatementKind.FiscalBasic or StatementKind.Operating ? "商品和服务支出" : "一般公共服务支出",
                Figures = Of(table.Columns) }];
        Statement statement = Empty(table.Kind) with { Title = table.Title, Label = table.Label, Unit = Unit.WanYuan, Columns = table.Columns };
        statement = statement.WithLines(lines);
        return edition.Kind == DocumentKind.Budget
            ? new DepartmentBudget
            {
                Title = $"{year}年清江市财政局部门预算",
                Organisation = "清江市财政局",
                Year = year,
                Statements = [statement with { Organisation = "清江市财政局" }]
            }
            : new FinalAccounts
            {
                Title = $"{year}年度清江市财政局部门决算",
                Organisation = "清江市财政局",
                Year = year,
                Statements = [statement with { Organisation = "清江市财政局" }]
            };
    }

    private static Statement Empty(StatementKind kind) => kind switch
    {
        StatementKind.Summary => new SummaryStatement(),
        StatementKind.Income => new IncomeStatement(),
        StatementKind.Expenditure => new ExpenditureStatement(),
        StatementKind.FiscalSummary => new FiscalSummaryStatement(),
        StatementKind.GeneralPublic => new GeneralPublicStatement(),
        StatementKind.Basic => new BasicExpenditureStatement(),
        StatementKind.GovernmentFund => new GovernmentFundStatement(),
        StatementKind.StateCapital => new StateCapitalStatement(),
        StatementKind.ThreePublic => new ThreePublicStatement(),
        StatementKind.MeetingTraining => new MeetingTrainingStatement(),
        StatementKind.Operating => new OperatingStatement(),
        StatementKind.Procurement => new ProcurementStatement(),
        StatementKind.Projects => new ProjectStatement(),
        StatementKind.FiscalExpenditure => new FiscalExpenditureStatement(),
        StatementKind.FiscalBasic => new FiscalBasicStatement(),
        _ => new OtherTable(),
    };
}
