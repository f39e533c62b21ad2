using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Content;
using GovBudget.Model.Pdf.Recognition;
using GovBudget.Model.Pdf.Tests.Engine;

namespace GovBudget.Model.Pdf.Tests.Recognition;

/// <summary>Pixels out of the file, rules and lines out of pixels: what needs no recogniser.</summary>
public class PictureTests
{
    private static readonly int[] s_columns = [20, 220, 420], s_rows = [40, 100, 160, 220];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/DeviceRGB", 8, "FF0000 00FF00 FFFFFF 000000", "4C 95 FF 00")]
    [InlineData("/DeviceGray", 8, "00 40 80 FF", "00 40 80 FF")]
    [InlineData("/DeviceGray", 1, "40 80", "00 FF FF 00")]
    [InlineData("[/Indexed /DeviceRGB 3 <000000FFFFFF800000008000>]", 2, "10 B0", "00 FF 26 4B")]
    [InlineData("/DeviceCMYK", 8, "00000000 000000FF FF000000 00FFFF00", "FF 00 B3 4C")]
    public void SamplesBecomeGrey(string space, int bits, string data, string expected)
    {
        byte[] samples = Convert.FromHexString(data.Replace(" ", "", StringComparison.Ordinal));
        var bitmap = ImageOf($"/Width 2 /Height 2 /BitsPerComponent {bits} /ColorSpace {space} /Filter /FlateDecode", PdfBuilder.Deflate(samples)).ToGray();
        Assert.NotNull(bitmap);
        Assert.Equal(expected,
            string.Join(' ',
                bitmap.Row(0).ToArray().Concat(bitmap.Row(1).ToArray()).Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-1.3)]
    [InlineData(3.1)]
    public void APageLaidAskewIsLevelled(double degrees)
    {
        double slope = Math.Tan(degrees * Math.PI / 180);
        var bitmap = new GrayBitmap(900, 700);
        for (int line = 0; line < 6; line++)
            for (int x = 100; x < 800; x++)
            {
                int y = 150 + (line * 60) + (int)Math.Round((x - 450) * slope);
                for (int thick = 0; thick < 3; thick++) bitmap[x, y + thick] = 0;
            }
        Assert.InRange(Deskew.Angle(bitmap), degrees - 0.06, degrees + 0.06);
        var level = Deskew.Level(bitmap);
        Assert.Equal(degrees == 0, ReferenceEquals(level, bitmap));
        Assert.InRange(Enumerable.Range(0, level.Height).Count(y => level.Row(y)[300..600].ToArray().Count(pixel => pixel < 128) > 250), 12, 24);
    }

    [Fact]
    public void APictureWithoutInkIsLeftAsItIs()
    {
        var bitmap = new GrayBitmap(50, 50);
        Assert.Same(bitmap, Deskew.Level(bitmap));
    }

    [Fact]
    public void DecodeArrayTurnsInkToPaper() =>
        Assert.Equal(255, ImageOf("/Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Decode [1 0]", [0, 255]).ToGray()![0, 0]);

    [Theory]
    [InlineData("/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode")]
    [InlineData("/Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray")]
    [InlineData("/Width 2 /Height 2 /BitsPerComponent 7 /ColorSpace /DeviceGray")]
    [InlineData("/Width 2000000 /Height 2000000 /BitsPerComponent 8 /ColorSpace /DeviceGray")]
    public void WhatCannotBeDecodedIsNoPicture(string entries) => Assert.Null(ImageOf(entries, [1, 2, 3, 4]).ToGray());

    [Fact]
    public void PicturesAreTurnedAsThePageShowsThem()
    {
        var stored = new GrayBitmap(2, 2) { [0, 0] = 1, [1, 0] = 2, [0, 1] = 3, [1, 1] = 4 };
        (Matrix Map, int[] Shown)[] cases =
        [
            (new(10, 0, 0, -10, 0, 10), [1, 2, 3, 4]), // as stored
            (new(-10, 0, 0, -10, 10, 10), [2, 1, 4, 3]), // mirrored
            (new(10, 0, 0, 10, 0, 0), [3, 4, 1, 2]), // upside down, mirrored
            (new(0, 10, 10, 0, 0, 0), [3, 1, 4, 2]), // turned clockwise
            (new(0, -10, -10, 0, 10, 10), [2, 4, 1, 3]), // turned counter-clockwise
        ];
        foreach (var (map, shown) in cases)
        {
            var turned = ImageSamples.Turn(stored, map);
            Assert.NotNull(turned);
            Assert.Equal(shown, new int[] { turned[0, 0], turned[1, 0], turned[0, 1], turned[1, 1] });
        }

        Assert.Null(ImageSamples.Turn(stored, new Matrix(7, 7, -7, 7, 0, 0)));
    }

    [Fact]
    public void RulesOfATableAreFoundAndStrokesOfLettersAreNot()
    {
        var bitmap = Bitmaps.Table(460, 260, s_columns, s_rows);
        Bitmaps.Word(bitmap, 60, 60, 3);
        Bitmaps.Fill(bitmap, 300, 70, 330, 73); // 一
        var rules = PictureRules.Find(bitmap, Scale(bitmap), 128, PdfLayoutOptions.Default);
        var lattice = Assert.Single(rules.Lattices);
        Assert.Equal((3, 4), (lattice.Columns.Count, lattice.Rows.Count));
        Assert.Equal(6, lattice.Cells.Count);
        Assert.Equal(7, rules.Edges.Count);
        Assert.Equal(s_columns[1] + 1, lattice.Columns[1] * 200 / 72, 0.5);
    }

    [Fact]
    public void FilledAreasAreNoRules()
    {
        var bitmap = new GrayBitmap(400, 400);
        Bitmaps.Fill(bitmap, 50, 50, 350, 350);
        Assert.Empty(PictureRules.Find(bitmap, Scale(bitmap), 128, PdfLayoutOptions.Default).Edges);
    }

    [Fact]
    public void LinesAreFoundByTheirInk()
    {
        var bitmap = new GrayBitmap(400, 200);
        Bitmaps.Word(bitmap, 20, 20, 4);
        Bitmaps.Fill(bitmap, 20, 80, 60, 84); // 二: two strokes, one line
        Bitmaps.Fill(bitmap, 16, 98, 64, 102);
        Bitmaps.Word(bitmap, 20, 140, 2);
        Bitmaps.Word(bitmap, 300, 140, 2);
        var lines = new PictureLines(bitmap, 128);
        Assert.Equal([20, 80, 140], lines.Find([new PixelBox(0, 0, 400, 200)], _ => false)[0].Select(line => line.Box.Top));
        Assert.Equal([new PixelBox(20, 140, 42, 164), new PixelBox(300, 140, 322, 164)],
            lines.Find([new PixelBox(0, 0, 400, 200)], _ => true)[0].Skip(2).Select(line => line.Box));
        Assert.Equal(4, lines.Pieces(new PixelBox(20, 20, 70, 44)));
    }

    [Theory]
    [InlineData("544.55", 0.9, "544.55", 0.8, 6, "544.55", 0.98)]
    [InlineData("544.55", 0.9, "544.56", 0.8, 6, "544.55", 0.3)]
    [InlineData("5A4.55", 0.9, "544.55", 0.8, 6, "544.55", 0.7)]
    [InlineData("44.55", 0.9, "44.55", 0.9, 6, "44.55", 0.5)]
    public void TwoReadingsMakeOneFigure(string chinese, double sure, string figure, double surer, int pieces, string text, double confidence)
    {
        var decided = PictureText.Decide((chinese, sure), (figure, surer), pieces);
        Assert.NotNull(decided);
        Assert.Equal(text, decided.Value.Text);
        Assert.Equal(confidence, decided.Value.Confidence, 3);
    }

    [Fact]
    public void WordsAreNoFigure() => Assert.Null(PictureText.Decide(("合计", 0.9), ("4-", 0.4), 2));

    [Fact]
    public void APictureOfATableGoesTheWayOfAPrintedOne()
    {
        var bitmap = Bitmaps.Table(460, 260, s_columns, s_rows);
        for (int row = 0; row < 3; row++)
        {
            Bitmaps.Word(bitmap, 40, 58 + (60 * row), 5 + row);
            Bitmaps.Word(bitmap, 260, 58 + (60 * row), 4);
        }

        var page = new PageContent(3, 400, 400, [], [new Mark(MarkKind.Image, Place(bitmap))], []);
        var fake = new FakeRecogniser((picture, kind) => picture.Width > 110 ? kind == TextKind.Figure ? "" : "一般公共服务" : "1.23");
        var read = PictureReader.Read(page, bitmap, Place(bitmap), fake, PdfLayoutOptions.Default, Cancel);
        Assert.All(read.Letters, letter => Assert.Equal((UnicodeSource.Recognised, true), (letter.Source, letter.Confidence < 1)));
        var grid = Assert.Single(PdfLayout.FromPages([read], cancellationToken: Cancel).Blocks.OfType<Grid>());
        Assert.Equal((3, 2), (grid.RowCount, grid.ColumnCount));
        Assert.All(grid.Cells, cell => Assert.Equal(cell.Column == 0 ? "一般公共服务" : "1.23", cell.Text));
        Assert.All(grid.Cells, cell => Assert.InRange(cell.Confidence, 0.01, 0.99));
    }

    [Fact]
    public void WhatCannotBeReadIsReported()
    {
        var bitmap = Bitmaps.Table(460, 260, s_columns, s_rows);
        foreach (int x in (int[])[40, 260])
            for (int row = 0; row < 3; row++) Bitmaps.Word(bitmap, x, 58 + (60 * row), 4);
        var page = new PageContent(3, 400, 400, [], [], []);
        var read = PictureReader.Read(page, bitmap, Place(bitmap), new FakeRecogniser((_, _) => ""), PdfLayoutOptions.Default, Cancel);
        Assert.Empty(read.Letters);
        Assert.Contains(read.Diagnostics, d => d.IsLoss && d.Message.Contains("6 处", StringComparison.Ordinal) && d.Place.Page == 3);
    }

    [Fact]
    public void AChartStaysAPicture()
    {
        var bitmap = Bitmaps.Table(460, 260, [20, 420], [40, 220]);
        Bitmaps.Fill(bitmap, 100, 80, 200, 180);
        var page = new PageContent(3, 400, 400, [], [], []);
        Assert.Same(page, PictureReader.Read(page, bitmap, Place(bitmap), new FakeRecogniser((_, _) => "图"), PdfLayoutOptions.Default, Cancel));
    }

    [Fact]
    public void TheTableOfTesseractIsParsed()
    {
        const string Table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t90\t50\t-1\t\n"
            + "5\t1\t1\t1\t1\t1\t12\t10\t40\t30\t96.5\t合计\n1\t2\t0\t0\t0\t0\t0\t0\t90\t50\t-1\t\n5\t3\t1\t1\t1\t1\t12\t10\t40\t30\t55\t\"1\"\n5\t9\t1\t1\t1\t1\t1\t1\t1\t1\t55\tx\n5\t2\tbroken";
        var words = Tesseract.Parse(Table, 3);
        Assert.Equal(new RecognisedWord("合计", new PixelBox(12, 10, 52, 40), 0.965), Assert.Single(words[0]));
        Assert.Empty(words[1]);
        Assert.Equal("\"1\"", Assert.Single(words[2]).Text);
    }

    [Fact]
    public void AProgramThatIsNotThereIsNoRecogniser() => Assert.Null(Tesseract.Find("no-such-program-here"));

    [Fact]
    public void AGreyMapFileGivesBackItsPixels()
    {
        var bitmap = new GrayBitmap(3, 2) { [1, 1] = 7 };
        var again = PageRenderer.Parse(bitmap.ToPgm());
        Assert.NotNull(again);
        Assert.Equal((3, 2, 7, 255), (again.Width, again.Height, again[1, 1], again[0, 0]));
        Assert.Null(PageRenderer.Parse("P5 3 2 255 ab"u8));
        Assert.Null(PageRenderer.Parse("P6\n1 1\n255\nabc"u8));
    }

    private static PageImage ImageOf(string entries, byte[] data)
    {
        var page = PdfBuilder.Read(PdfBuilder.OnePage("q 100 0 0 50 20 30 cm /Im Do Q", "/XObject << /Im 6 0 R >>")
            .Stream(6, "/Type /XObject /Subtype /Image " + entries, data)
            .Build());
        var image = Assert.Single(page.Images);
        Assert.Equal(new Box(20, 20, 120, 70), image.Box);
        return image;
    }

    private static Box Place(GrayBitmap bitmap) => new(0, 0, bitmap.Width * 72 / 200.0, bitmap.Height * 72 / 200.0);

    private static PictureScale Scale(GrayBitmap bitmap) => PictureScale.Of(bitmap, Place(bitmap));
}
