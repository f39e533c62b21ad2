using GovBudget.Model.Layout;
using GovBudget.Model.Pdf;

namespace GovBudget.Model.Testing.Tests;

/// <summary>Documents bound in one file come apart as they were, and a single document never does.</summary>
public class BoundDocumentsTests
{
    private const int Count = 100;

    [Fact]
    public void Two_documents_bound_together_come_apart_as_they_were()
    {
        var parted = 0;
        for (var n = 0; n < Count; n++)
        {
            var (first, second) = (Pages(Sample.Document(n)), Pages(Sample.Document(n + 1)));
            var whole = DocumentReader.Read(Bind(first, second));
            var parts = whole.Parts();
            if (parts.Count == 1) continue;
            parted++;
            Assert.Equal([first.Document, second.Document], parts.Select(p => p.Document));
            Assert.Equal(first.Layout.Pages.Count + 1, parts[1].Layout.Blocks[0].Place.Page);
            Assert.Equal(Figures(whole), parts.Sum(Figures));
        }
        Assert.True(parted >= Count * 9 / 10, $"{parted} of {Count} came apart");
    }

    [Fact]
    public void A_department_and_two_units_of_one_printed_file_are_each_checked_by_themselves()
    {
        var layouts = Enumerable.Range(0, 3).Select(n => Printed(Generate.FinalAccounts(n, 2023))).ToList();
        var whole = DocumentReader.Read(layouts.Aggregate(Bind));
        Assert.Equal(layouts.Select(l => DocumentReader.Read(l).Document.Organisation), whole.Parts().Select(p => p.Document.Organisation));
        var together = Checker.Default.Check(whole);
        var alone = whole.Parts().Select(Checker.Default.Check).ToList();
        Assert.False(together.HasErrors, string.Join('\n', together.Findings));
        Assert.Equal(alone.Sum(r => r.Coverage.Sum(c => c.Exact)), together.Coverage.Sum(c => c.Exact));
        Assert.Equal(alone.SelectMany(r => r.Findings.Select(f => f.Message)), together.Findings.Select(f => f.Message));
    }

    [Fact]
    public void What_was_recognised_and_what_was_lost_goes_with_its_document()
    {
        var (first, second) = (Pages(Generate.FinalAccounts(1, 2023)), Pages(Generate.FinalAccounts(2, 2023)));
        var count = first.Document.Statements.Count;
        var whole = DocumentReader.Read(Bind(first, second));
        var figures = new[] { 0, count, whole.Document.Statements.Count - 1 }
            .Select(s => new RecognisedFigure(s, 0, "金额", null, 0.5, RecognitionStatus.Doubtful, "", whole.Provenance.Of(s)!.Value));
        var losses = new[] { 1, first.Layout.Pages.Count + 1 }.Select(page => new LayoutDiagnostic($"第 {page} 页缺一块", new Place(page), IsLoss: true));
        var parts = (whole with { Recognised = figures.ToValueList(), Diagnostics = losses.ToValueList() }).Parts();
        Assert.Equal([[0], [0, second.Document.Statements.Count - 1]], parts.Select(p => p.Recognised.Select(f => f.Statement)));
        Assert.All(parts, p => Assert.All(p.Recognised, f => Assert.Equal(f.Place, p.Provenance.Of(f.Statement))));
        Assert.Equal([["第 1 页缺一块"], [$"第 {first.Layout.Pages.Count + 1} 页缺一块"]], parts.Select(p => p.Diagnostics.Select(d => d.Message)));
    }

    [Fact]
    public void A_single_document_stays_whole()
    {
        for (var n = 0; n < Count; n++)
        {
            var reading = Pages(Sample.Document(n));
            Assert.Same(reading, Assert.Single(reading.Parts()));
        }
    }

    private static Reading Pages(BudgetDocument document) => DocumentReader.Read(DocumentWriter.Write(document));

    private static DocumentLayout Printed(BudgetDocument document)
    {
        using var stream = new MemoryStream();
        PdfFormat.Write(document, stream, new PdfWriteOptions { EmbedFonts = false });
        return PdfFormat.Read(stream.ToArray(), ignoreEmbedded: true).Layout;
    }

    private static int Figures(Reading reading) => Fact.Of(reading).Count();

    private static DocumentLayout Bind(Reading first, Reading second) => Bind(first.Layout, second.Layout);

    private static DocumentLayout Bind(DocumentLayout first, DocumentLayout second)
    {
        var pages = first.Pages.Count;
        return new DocumentLayout
        {
            Pages = first.Pages.Concat(second.Pages.Select(p => p with { Number = p.Number + pages })).ToValueList(),
            Blocks = first.Blocks.Concat(second.Blocks.Select(b => Moved(b, pages))).ToValueList(),
        };
    }

    private static LayoutBlock Moved(LayoutBlock block, int pages) => block switch
    {
        Grid grid => grid with
        {
            Place = Moved(grid.Place, pages),
            Cells = grid.Cells.Select(c => c with { Place = Moved(c.Place, pages) }).ToValueList(),
        },
        _ => block with { Place = Moved(block.Place, pages) },
    };

    private static Place Moved(Place place, int pages) => place with { Page = place.Page + pages };
}
