using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Whatever stands on a page: nothing lost, nothing invented, no two cells on one place.</summary>
public sealed class LayoutProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<PageSketch> AnyPage =
        from texts in Gen.Choose(0, 25)
        from rules in Gen.Choose(0, 25)
        from seed in Gen.Choose(0, int.MaxValue)
        select Scatter(texts, rules, new Random(seed));

    /// <summary>Texts and rules strewn over a page, on a coarse raster so that they meet.</summary>
    private static PageSketch Scatter(int texts, int rules, Random random)
    {
        var page = new PageSketch();
        for (int i = 0; i < rules; i++)
        {
            double a = 20 * random.Next(0, 28), b = a + 20 * random.Next(1, 20), at = 20 * random.Next(1, 28) + random.NextDouble();
            _ = random.Next(2) == 0 ? page.Across(at, a, Math.Min(b, 600)) : page.Vertical(at, a, b);
        }
        // Each text on a line of its own, so that none is taken for another's fake bold.
        for (int i = 0; i < texts; i++)
            page.Text(10 + 10 * random.Next(0, 50), 20 + 30 * i, random.Next(4) switch { 0 => "1,234.56", 1 => "合计", 2 => "机关事业单位支出", _ => "98.7" },
                8 + random.Next(8));
        return page;
    }

    private static string Sorted(IEnumerable<char> characters) => string.Concat(characters.Where(c => !char.IsWhiteSpace(c)).Order());

    [Fact]
    public void NothingIsLostAndNothingInvented() => Check.One(Thorough, Prop.ForAll(AnyPage.ToArbitrary(), page =>
    {
        var content = page.Page();
        var layout = PdfLayout.FromPages([content]);
        string read = Sorted(layout.Blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => paragraph.Text,
            Grid grid => grid.Cells.SelectMany(cell => cell.Text),
            _ => [],
        }));
        return read == Sorted(content.Letters.SelectMany(letter => letter.Text));
    }));

    [Fact]
    public void CellsLieInTheirGridAndNeverOnOneAnother() => Check.One(Thorough, Prop.ForAll(AnyPage.ToArbitrary(), page =>
    {
        foreach (var grid in page.Layout().Grids())
        {
            var taken = new HashSet<(int, int)>();
            foreach (var cell in grid.Cells)
                for (int r = cell.Row; r < cell.Row + cell.RowSpan; r++)
                    for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                        if (r < 0 || r >= grid.RowCount || c < 0 || c >= grid.ColumnCount || !taken.Add((r, c))) return false;
        }
        return true;
    }));

    [Fact]
    public void ThreePagesOfAnythingStillLoseNothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(AnyPage.Three().ToArbitrary(), pages =>
    {
        var contents = new[] { pages.Item1.Page(), pages.Item2.Page() with { Number = 2 }, pages.Item3.Page() with { Number = 3 } };
        var layout = PdfLayout.FromPages(contents);
        // A header row that is repeated may be dropped with its text; figures may not.
        int read = layout.Blocks.Sum(block => block switch
        {
            Paragraph p =>
            p.Text.Count(char.IsAsciiDigit),
            Grid g => g.Cells.Sum(cell => cell.Text.Count(char.IsAsciiDigit)),
            _ => 0
        });
        return read == contents.Sum(page => page.Letters.Count(letter => char.IsAsciiDigit(letter.Text[0])));
    }));

    [Fact]
    public void TheOrderOfPaintingDoesNotMatter() => Check.One(Thorough, Prop.ForAll(AnyPage.ToArbitrary(), page =>
    {
        var content = page.Page();
        var reversed = content with { Marks = [.. content.Marks.Reverse()], Letters = [.. content.Letters.Reverse()] };
        return PdfLayout.FromPages([content]).Blocks == PdfLayout.FromPages([reversed]).Blocks;
    }));
}
