using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Performance;

/// <summary>Performance forms set in the official look read as themselves.</summary>
public class WrittenFormTests
{
    [Fact]
    public void Forms_come_back() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(FormGen.Document.ToArbitrary(), ComesBack));

    [Fact]
    public void Hand_made_evaluations_come_back()
    {
        foreach (var form in (SelfEvaluation[])[SelfEvaluations.Department000, SelfEvaluations.Insurance000, SelfEvaluations.Offices000,
            SelfEvaluations.Subsidy002, SelfEvaluations.Department004, SelfEvaluations.Supervision004, SelfEvaluations.Relief004])
        {
            var document = new FinalAccounts { Organisation = "武汉市某局", Year = form.Year ?? 2023, Title = "2023年度武汉市某局部门决算", Performance = [form] };
            var read = Assert.Single(DocumentReader.Read(DocumentWriter.Write(document)).Document.Performance);
            var rows = form.Execution.Select(r => r with { Name = r.Name.TrimEnd(':') }).ToValueList(); // no colon is kept
            Assert.Equal(form with { Title = read.Title, Year = read.Year, Execution = rows }, read);
        }
    }

    [Fact]
    public void A_form_stands_under_its_title_with_its_notes_below()
    {
        var form = SelfEvaluations.Department000 with { Title = "2023年度部门整体绩效自评表", Organisation = "某局", ReportDate = "2024.6.21", Notes = "备注：\n1.预算数为调整后预算。" };
        var blocks = DocumentWriter.Write(form, "某局", new Place(1)).ToList();
        Assert.Equal(["2023年度部门整体绩效自评表", "单位名称：某局\t\t填报日期：2024.6.21"], blocks.TakeWhile(b => b is Paragraph).Cast<Paragraph>().Select(p => p.Text));
        Assert.Equal(["备注：", "1.预算数为调整后预算。"], blocks.SkipWhile(b => b is not Grid).Skip(1).Cast<Paragraph>().Select(p => p.Text));
        var grid = Assert.Single(blocks.OfType<Grid>());
        Assert.DoesNotContain(grid.Cells,
            a => grid.Cells.Any(b => !ReferenceEquals(a, b)
                && a.Row < b.Row + b.RowSpan
                && b.Row < a.Row + a.RowSpan
                && a.Column < b.Column + b.ColumnSpan
                && b.Column < a.Column + a.ColumnSpan));
    }

    private static void ComesBack(BudgetDocument document)
    {
        var reading = DocumentReader.Read(DocumentWriter.Write(document));
        Assert.Equal(DocumentJson.Write(document), DocumentJson.Write(reading.Document)); // JSON shows where they part
        Assert.Equal(document, reading.Document);
        Assert.Empty(reading.Unplaced);
    }
}
