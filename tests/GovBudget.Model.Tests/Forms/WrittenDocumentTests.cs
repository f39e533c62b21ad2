using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;
using GovBudget.Model.Testing;

namespace GovBudget.Model.Tests.Forms;

/// <summary>Documents set in the official look read as themselves.</summary>
public class WrittenDocumentTests
{
    [Fact]
    public void Budgets_and_final_accounts_come_back() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(DocumentGenerators.WithShrinking, ComesBack));

    [Fact]
    public void Tables_that_no_form_knows_come_back() => Always.Holds(
        from year in Gen.Choose(2019, 2025)
        from table in TableGenerators.Other(year)
        from budget in Gen.Elements(true, false)
        select budget
            ? new DepartmentBudget { Organisation = table.Organisation, Year = year, Title = $"{year}年清江市财政局部门预算", Statements = [table] }
            : (BudgetDocument)new FinalAccounts { Organisation = table.Organisation, Year = year, Title = $"{year}年度清江市财政局部门决算", Statements = [table] },
        ComesBack);

    [Fact]
    public void Generated_documents_are_right() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Arb.From(DocumentGenerators.Document),
        document => Assert.Equal("", string.Join('\n', Checker.Default.Check(document).Findings.Where(finding => finding.Severity != Severity.Info)))));

    [Fact]
    public void Headings_of_tables_and_the_day_stand_where_documents_print_them()
    {
        var tables = Generate.FinalAccounts(7, 2023);
        var document = tables with
        {
            Paragraphs = ["2024年9月10日", "第一部分 概况", "第二部分 2023年度部门决算表", "一、收入支出决算总表", "二、收入决算表", "三、支出决算表", "第三部分 情况说明"],
            TablesAt = 4,
        };
        var layout = DocumentWriter.Write(document, leads: true);
        int PageOf(string text) => layout.Blocks.OfType<Paragraph>().First(p => p.Text == text).Place.Page;
        int TableOf(int statement) => layout.Blocks.OfType<Paragraph>().First(p => p.Text == document.Statements[statement].Title).Place.Page;
        Assert.Equal(1, PageOf("2024年9月10日"));
        Assert.Equal((TableOf(0), TableOf(0), TableOf(1), TableOf(2)),
            (PageOf("第二部分 2023年度部门决算表"), PageOf("一、收入支出决算总表"), PageOf("二、收入决算表"), PageOf("三、支出决算表")));
        Assert.True(PageOf("第一部分 概况") < TableOf(0));
        var read = DocumentReader.Read(layout).Document;
        Assert.Equal((document.Paragraphs, document.TablesAt), (read.Paragraphs, read.TablesAt));
    }

    private static void ComesBack(BudgetDocument document)
    {
        var reading = DocumentReader.Read(DocumentWriter.Write(document));
        Assert.Null(DocumentDifference.Between(document, reading.Document));
        Assert.Empty(reading.Unplaced);
    }
}
