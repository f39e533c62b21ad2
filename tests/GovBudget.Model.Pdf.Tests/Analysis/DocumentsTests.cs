using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Published and rebuilt documents: their tables as counted on the rendered pages, some of their cells, and every figure.</summary>
public sealed partial class DocumentsTests
{
    /// <summary>A document: its tables as "pages rows×columns", and cells as "table: row, column = text" (all from 0).</summary>
    public sealed record Expectation(string File, string Tables, params (int Table, int Row, int Column, string Text)[] Cells)
    {
        public override string ToString() => File;
    }

    public static TheoryData<Expectation> Documents => new(
        new Expectation("corpus/accounts-2024-shanghai-putuo-planning.pdf",
            "6 6×3, 7 30×4, 8-9 27×9, 10-11 27×8, 12-13 32×7, 14-15 27×5, 16 40×6, 17 5×12, 18 6×8, 19 6×8",
            (1, 26, 3, "9759.38"), (2, 7, 1, "机关事业单位基本养老保险缴费支出"), (2, 26, 0, "2210203"), (4, 16, 2, "十五、商业服务业等支出"), (5, 26, 0, "合计"), (5, 26, 4, "4381.74"),
            (7, 4, 10, "2.85")),
        new Expectation("corpus/accounts-2024-shanghai-putuo-social-work.pdf",
            "4 3×3, 5 32×4, 6-7 20×9, 8-9 20×8, 10-11 34×7, 12 20×5, 13 40×6, 14 5×12, 15 6×8, 16 6×8",
            (1, 31, 1, "307.82"), (2, 19, 1, "购房补贴"), (2, 19, 2, "11.72"), (4, 33, 4, "307.82"), (6, 39, 5, "10.23")),
        new Expectation("corpus/accounts-2024-shanghai-putuo-finance-altered.pdf",
            "6 4×3, 7 32×4, 8-9 23×11, 10-11 34×7, 12 24×7, 13-14 42×8, 15 5×12, 16 12×10, 17 12×10",
            (2, 3, 3, "合计"), (2, 6, 0, "201"), (2, 6, 1, "06"), (2, 6, 2, "01"), (2, 6, 10, "0.01"), (2, 22, 3, "购房补贴"), (5, 41, 0, "人员经费合计"),
            (5, 41, 7, "184.65")),
        new Expectation("corpus/budget-2025-shanghai-putuo-commerce.pdf",
            "9 16×4, 10-11 34×9, 12-13 34×7, 14 16×7, 15-16 34×7, 17 11×7, 18 11×7, 19-20 34×6, 21 4×7",
            (0, 15, 1, "371,514,655.00"), (1, 16, 3, "机关事业单位基本养老保险缴费支出"), (4, 33, 6, "351,684,000.00"), (7, 0, 0, "项目"), (8, 3, 2, "1.00"),
            (8, 3, 6, "171.01")),
        new Expectation("corpus/budget-2024-shanghai-putuo-wanli.pdf",
            "10 16×4, 11-15 70×9, 16-20 70×7, 21 16×7, 22-26 70×7, 27 15×7, 28 15×7, 29-30 35×6, 31 4×7",
            (1, 69, 0, "合计"), (1, 69, 4, "156,211,123"), (2, 69, 6, "56,505,103"), (4, 3, 0, "201"), (4, 69, 5, "99,706,020"), (8, 3, 3, "46.56"),
            (8, 3, 4, "25")),
        new Expectation("corpus/budget-2017-jiangsu-cppcc-tables.pdf",
            "1 26×6, 2 16×3, 3 2×5, 4 7×4, 5 16×3, 6 28×3, 7 5×3, 8 16×3, 9 28×3, 10 16×3, 11 4×9, 12-13 41×6",
            (0, 25, 5, "9,146.79"), (2, 1, 3, "106.84"), (5, 27, 0, "30312"), (10, 3, 7, "1,094.62"), (11, 5, 3, "便携式计算机（20万以下）"), (11, 40, 5, "6.00")),
        new Expectation("corpus/budget-2017-jiangsu-high-court.pdf",
            "11-12 26×6, 12-13 16×3, 13 2×5, 13 7×4, 13-14 17×3, 14 34×3, 15 2×3, 15 17×3, 15-16 34×3, 16-17 19×3, 17 4×9, 17-18 54×6",
            (0, 25, 1, "28,849.38"), (1, 9, 0, "其他资金"), (1, 13, 0, "其他资金"), (4, 16, 2, "1,959.99"), (10, 3, 8, "1,701.25"), (11, 20, 2, "信息网络及软件购置更新"),
            (11, 20, 5, "606.00"), (11, 53, 5, "40.00")),
        new Expectation("corpus/budget-2019-jiangsu-npc-tables-rotated.pdf",
            "1 27×6, 2 15×3, 3 2×5, 4 7×4, 5 22×3, 6 26×3, 7 22×3, 8 26×3, 9 4×9, 10 5×3, 11 13×3, 12-13 27×6",
            (0, 3, 3, "13,907.78"), (0, 10, 2, "八、社会保障和就业支出"), (4, 1, 0, "合计"), (8, 3, 0, "2,600.71"), (11, 26, 5, "410.40")),
        new Expectation("rebuilt/000/chromium.pdf",
            "6 34×6, 7 20×11, 8 20×10, 9 36×9, 10 21×7, 11 31×9, 12 7×10, 13 8×7, 14 5×12, 23-24 8×4, 28 19×7, 29 18×6, 30 18×7",
            (0, 33, 5, "236.71"), (3, 5, 0, "二、政府性基金预算财政拨款"), (3, 4, 2, "236.71"), (5, 30, 2, "167.44"), (10, 2, 0, "预算执行情况\n(万元)\n(20分)"),
            (10, 1, 2, "1,855,514.37")),
        new Expectation("rebuilt/001/chromium.pdf",
            "4-5 29×4, 6 5×19, 7 22×8, 8 29×4, 9 23×7, 10 31×5, 11 3×5, 11 3×5, 11 4×6, 12 9×12, 13-15 36×8, 16-18 52×9, 19-20 33×8, 21-22 48×8",
            (1, 4, 18, "0.00"), (1, 3, 2, "991.65"), (4, 22, 2, "3.78"), (6, 2, 0, "本部门2024年无政府性基金预算收支"), (9, 6, 0, "42011124043T000000100")),
        new Expectation("rebuilt/002/chromium.pdf",
            "7-8 34×6, 9 9×9, 10 9×8, 11-12 35×9, 13 9×5, 14-15 31×12, 16 7×8, 17 7×5, 18 5×12, 19 21×3, 25-26 25×10",
            (0, 33, 2, "2673.01"), (5, 7, 8, "———"), (5, 24, 10, "对民间非营利组织和群众性自治组织补贴"), (9, 20, 0, "（二）单价100万元（含）以上设备（不含车辆）"), (10, 9, 6, "=17820")),
        new Expectation("rebuilt/003/chromium.pdf",
            "5 30×6, 6 21×11, 7-8 21×10, 9 33×8, 10 18×7, 11 30×9, 12 5×12, 13 6×10, 24-25 7×4",
            (0, 3, 2, "108.81"), (8, 6, 0, "6")),
        new Expectation("rebuilt/004/chromium.pdf", "22-23 3×4, 28 14×7, 30 12×7, 31 12×7",
            (0, 1, 1, "基金监管"), (1, 3, 4, "544.54"), (1, 3, 5, "96.95%")));

    private static DocumentLayout Read(string file) =>
        PdfLayout.Read(PdfFile.Open(Path.Combine(Shared.Require(), file)), null, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Documents))]
    public void TablesAreThoseOnThePages(Expectation document)
    {
        var grids = Read(document.File).Grids();
        Assert.Equal(document.Tables, string.Join(", ", grids.Select(Shape)));
        foreach (var (table, row, column, text) in document.Cells) Assert.Equal((table, row, column, text), (table, row, column, grids[table].At(row, column)));
    }

    private static string Shape(Grid grid)
    {
        int last = grid.Cells.Max(cell => cell.Place.Page);
        string pages = last == grid.Place.Page ? $"{last}" : $"{grid.Place.Page}-{last}";
        return $"{pages} {grid.RowCount}×{grid.ColumnCount}";
    }

    /// <summary>Every hand-checked fact stands in a cell of its own on the page where it is printed.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryTrueFactStandsInACellOfItsPage(Expectation document)
    {
        string name = document.File.StartsWith("rebuilt", StringComparison.Ordinal)
            ? "rebuilt-" + document.File.Split('/')[1]
            : Path.GetFileNameWithoutExtension(document.File);
        string truth = Path.Combine(Shared.Require(), "truth", name, "facts.csv");
        Assert.SkipUnless(File.Exists(truth), "No truth for this document.");
        // The tables of this one are pictures: none of their figures may appear as read.
        bool pictures = name == "rebuilt-004";
        var cells = Read(document.File).Grids()
            .SelectMany(grid => grid.Cells)
            .GroupBy(cell => (cell.Place.Page, cell.Text.Replace(",", "", StringComparison.Ordinal)))
            .ToDictionary(group => group.Key, group => group.Count());
        var missing = new List<string>();
        int facts = 0;
        foreach (string line in File.ReadLines(truth).Skip(1))
        {
            string[] fields = line.Split(',');
            var key = (int.Parse(fields[^1], CultureInfo.InvariantCulture), fields[^3]);
            facts++;
            if (cells.GetValueOrDefault(key) > 0) cells[key]--;
            else missing.Add(line);
        }
        if (pictures) Assert.Equal(facts, missing.Count);
        else Assert.Empty(missing);
    }

    /// <summary>Figures with decimals, taken from the letters as painted, against those of the layout: nothing lost, nothing twice.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryFigureIsReadOnce(Expectation document)
    {
        var file = PdfFile.Open(Path.Combine(Shared.Require(), document.File));
        var pages = Enumerable.Range(1, file.PageCount).Select(number => file.GetPage(number, TestContext.Current.CancellationToken)).ToList();
        var layout = PdfLayout.FromPages(pages, null, TestContext.Current.CancellationToken);
        var painted = pages.SelectMany(page => Figures(Painted(page))).Order(StringComparer.Ordinal).ToList();
        var read = layout.Blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => Figures(paragraph.Text),
            Grid grid => grid.Cells.SelectMany(cell => Figures(cell.Text)),
            _ => [],
        }).Order(StringComparer.Ordinal).ToList();
        // A figure wrapped in its cell (0.0 over 0) is painted as a shorter one.
        var lost = Without(painted, read);
        var invented = Without(read, painted);
        Assert.Equal(lost.Count, invented.Count);
        Assert.All(lost.Zip(invented), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.True(document.File == "rebuilt/001/chromium.pdf" || lost.Count == 0, string.Join(' ', lost));
        Assert.NotEmpty(painted);
    }

    private static List<string> Without(IEnumerable<string> all, IEnumerable<string> taken)
    {
        var counts = taken.GroupBy(text => text).ToDictionary(group => group.Key, group => group.Count());
        return [.. all.Where(text => counts.GetValueOrDefault(text) == 0 || counts[text]-- <= 0)];
    }

    private static IEnumerable<string> Figures(string text) => FigurePattern().Matches(text).Select(match => match.Value);

    private static string Painted(PageContent page)
    {
        var text = new StringBuilder();
        Letter? before = null;
        foreach (var letter in page.Letters)
        {
            if (!letter.Visible) continue;
            bool turned = letter.Direction is TextDirection.Up or TextDirection.Down;
            double gap = before is not { } last ? 0 : turned ? Math.Max(letter.Box.Y0 - last.Box.Y1, last.Box.Y0 - letter.Box.Y1) : letter.Box.X0 - last.Box.X1;
            if (before is { } other && (Math.Abs(other.Baseline - letter.Baseline) > 0.3 * letter.FontSize || Math.Abs(gap) > 0.3 * letter.FontSize))
                text.Append(' ');
            text.Append(letter.Text);
            before = letter;
        }
        return text.ToString();
    }

    [Fact]
    public void TitleAndUnitStandRightBeforeTheirGrid()
    {
        var blocks = Read("rebuilt/002/chromium.pdf").Blocks;
        int grid = blocks.ToList().FindIndex(block => block is Grid { Place.Page: 9 });
        Assert.Equal(["收入决算表", "公开02表", "部门名称：朔州市朔城区医疗保险服务中心", "2023年度", "金额单位：万元"],
            blocks.Take(grid).TakeLast(5).Select(block => Assert.IsType<Paragraph>(block).Text));
    }

    [Fact]
    public void TablesGivenAsPicturesAreReportedAsPictures()
    {
        var pictures = Read("rebuilt/004/chromium.pdf").Blocks.OfType<Picture>().Select(picture => picture.Place.Page).ToList();
        Assert.Superset(new HashSet<int> { 5, 6, 7, 8, 9, 10, 11, 12, 13 }, pictures.ToHashSet());
    }

    [Fact]
    public void ContentsWithDottedLeaders()
    {
        var contents = Read("rebuilt/002/chromium.pdf").Paragraphs().Where(paragraph => paragraph.Role == ParagraphRole.Contents).ToList();
        Assert.Equal(["目录", "第一部分 概况……1"], contents.Take(2).Select(paragraph => paragraph.Text));
        Assert.All(contents, paragraph => Assert.Equal(2, paragraph.Place.Page));
        Assert.Equal(28, contents.Count);
    }

    [GeneratedRegex(@"\d[\d,]*\.\d+")]
    private static partial Regex FigurePattern();
}
