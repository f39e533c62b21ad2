using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Engine;

/// <summary>What content operators paint, on a page of 200 × 100 points.</summary>
public class ContentTests
{
    private static PageContent Page(string content, string resources = "/Font << /F1 5 0 R >>", string page = "/MediaBox [0 0 200 100]") =>
        PdfBuilder.Read(PdfBuilder.OnePage(content, resources, page).Build());

    private static string Text(string content) => PdfBuilder.Text(Page(content));

    private static void At(Letter letter, double x, double baseline)
    {
        Assert.Equal(x, letter.Box.X0, 6);
        Assert.Equal(baseline, letter.Baseline, 6);
    }

    private static Box Rounded(Box box) => new(Math.Round(box.X0, 6), Math.Round(box.Y0, 6), Math.Round(box.X1, 6), Math.Round(box.Y1, 6));

    [Fact]
    public void Letters_advance_by_width_spacing_and_scale()
    {
        var page = Page("BT /F1 10 Tf 2 Tc 3 Tw 50 Tz 1 0 0 1 20 50 Tm (0 0) Tj ET");
        At(page.Letters[0], 20, 50);
        At(page.Letters[1], 20 + ((5.56 + 2) / 2), 50);
        At(page.Letters[2], 20 + ((5.56 + 2 + 2.78 + 2 + 3) / 2), 50);
        Assert.Equal(2.78, page.Letters[0].Box.Width, 6);
    }

    [Fact]
    public void Text_operators_move_as_prescribed()
    {
        var page = Page("BT /F1 10 Tf 12 TL 20 80 Td (a) Tj T* (b) Tj (c) ' 5 1 (d) \" 10 -5 TD (e) Tj T* (f) Tj [(g) -1000 (h)] TJ 3 Ts (i) Tj ET");
        Assert.Equal("abcdefghi", PdfBuilder.Text(page));
        double[] baselines = [20, 32, 44, 56, 61, 66, 66, 66, 63];
        Assert.Equal(baselines, page.Letters.Select(l => Math.Round(l.Baseline, 6)));
        Assert.Equal(30, page.Letters[4].Box.X0, 6);
        Assert.Equal(page.Letters[6].Box.X1 + 1 + 10, page.Letters[7].Box.X0, 6); // character spacing 1 from the " operator
    }

    [Theory]
    [InlineData("1 0 0 1 50 50 Tm", false)]
    [InlineData("0 1 -1 0 50 50 Tm", false)]
    [InlineData("0.9998 0.0175 -0.0175 0.9998 50 50 Tm", false)]
    [InlineData("1 0 0.33 1 50 50 Tm", false)]
    [InlineData("0.866 0.5 -0.5 0.866 50 50 Tm", true)]
    [InlineData("0.5 -0.866 0.866 0.5 50 50 Tm", true)]
    public void LinesThatRunAslantAreTold(string matrix, bool oblique) =>
        Assert.Equal(oblique, Page($"BT /F1 10 Tf {matrix} (0) Tj ET").Letters.Single().Oblique);

    [Theory]
    [InlineData("1 0 0 1 50 50 Tm", TextDirection.Right, 50)]
    [InlineData("0 1 -1 0 50 50 Tm", TextDirection.Up, 50)]
    [InlineData("-1 0 0 -1 50 50 Tm", TextDirection.Left, 50)]
    [InlineData("0 -1 1 0 50 50 Tm", TextDirection.Down, 50)]
    public void Directions(string matrix, TextDirection direction, double baseline)
    {
        var letter = Page($"BT /F1 10 Tf {matrix} (H) Tj ET").Letters[0];
        Assert.Equal((direction, baseline, 10), (letter.Direction, letter.Baseline, Math.Round(letter.FontSize, 6)));
    }

    [Theory]
    [InlineData("/MediaBox [0 0 200 100]", 200, 100, 20, 50, TextDirection.Right)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 90", 100, 200, 50, 20, TextDirection.Down)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate 180", 200, 100, 180, 50, TextDirection.Left)]
    [InlineData("/MediaBox [0 0 200 100] /Rotate -90", 100, 200, 50, 180, TextDirection.Up)]
    [InlineData("/MediaBox [0 0 200 100] /CropBox [10 20 110 95]", 100, 75, 10, 45, TextDirection.Right)]
    [InlineData("/MediaBox [200 100 0 0] /UserUnit 2", 400, 200, 40, 100, TextDirection.Right)]
    public void Page_geometry(string page, double width, double height, double x, double y, TextDirection direction)
    {
        var content = Page("BT /F1 10 Tf 20 50 Td (H) Tj ET", page: page);
        var letter = content.Letters[0];
        Assert.Equal((width, height, direction), (content.Width, content.Height, letter.Direction));
        bool upright = direction is TextDirection.Right or TextDirection.Left;
        Assert.Equal(upright ? y : x, letter.Baseline, 6);
        double start = direction switch
        {
            TextDirection.Right =>
            letter.Box.X0,
            TextDirection.Left => letter.Box.X1,
            TextDirection.Down => letter.Box.Y0,
            _ => letter.Box.Y1
        };
        Assert.Equal(upright ? x : y, start, 6);
    }

    [Fact]
    public void Text_outside_the_page_is_left_out_and_counted()
    {
        var page = Page("BT /F1 10 Tf 20 50 Td (in) Tj 0 -60 Td (out) Tj ET");
        Assert.Equal("in", PdfBuilder.Text(page));
        Assert.Contains(page.Diagnostics, d => !d.IsLoss && d.Message.Contains('3', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3 Tr", false)]
    [InlineData("7 Tr", false)]
    [InlineData("0 Tr", true)]
    [InlineData("2 Tr", true)]
    public void Render_modes(string mode, bool visible)
    {
        var letter = Page($"BT /F1 10 Tf {mode} 20 50 Td (H) Tj ET").Letters[0];
        Assert.Equal((visible, mode == "2 Tr"), (letter.Visible, letter.Bold));
    }

    [Fact]
    public void Text_clipped_away_is_invisible_until_the_clip_is_restored()
    {
        var page = Page("q 20 40 30 20 re W n BT /F1 10 Tf 20 50 Td (a) Tj 100 0 Td (b) Tj ET Q BT /F1 10 Tf 120 50 Td (c) Tj ET");
        Assert.Equal([true, false, true], page.Letters.Select(l => l.Visible));
    }

    [Fact]
    public void ActualText_replaces_what_glyphs_say()
    {
        Assert.Equal("一", Text("/Span << /ActualText <FEFF4E00> >> BDC BT /F1 10 Tf 20 50 Td (x) Tj ET EMC"));
        Assert.Equal("abc", Text("/Span << /ActualText (abc) >> BDC BT /F1 10 Tf 20 50 Td (xyz) Tj ET EMC"));
        Assert.Equal("office", Text("BT /F1 10 Tf 20 50 Td (o) Tj /Span << /ActualText (ffi) >> BDC (x) Tj EMC (ce) Tj ET"));
        Assert.Equal("long text here stays", Text("/P << /ActualText (something else entirely) >> BDC BT /F1 8 Tf 20 50 Td (long text here stays) Tj ET EMC"));
        Assert.Equal("kept", Text("/Span << /ActualText () >> BDC BT /F1 10 Tf 20 50 Td (kept) Tj ET EMC"));
    }

    [Fact]
    public void Optional_content_that_is_off_is_not_read()
    {
        var file = PdfBuilder.OnePage("/OC /Off BDC BT /F1 10 Tf 20 50 Td (no) Tj ET 0 0 9 9 re f EMC /OC /On BDC BT /F1 10 Tf 20 50 Td (yes) Tj ET EMC /X Do /OC /None BDC BT /F1 10 Tf (no) Tj ET EMC",
            "/Font << /F1 5 0 R >> /Properties << /Off 6 0 R /On 7 0 R /None << /Type /OCMD /OCGs [6 0 R 7 0 R] /P /AllOn >> >> /XObject << /X 8 0 R >>")
            .Object(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >> >>")
            .Object(6, "<< /Type /OCG /Name (a) >>").Object(7, "<< /Type /OCG /Name (b) >>")
            .Stream(8, "/Type /XObject /Subtype /Form /BBox [0 0 200 100] /OC 6 0 R", "BT /F1 10 Tf 20 50 Td (no) Tj ET");
        var page = PdfBuilder.Read(file.Build());
        Assert.Equal("yes", PdfBuilder.Text(page));
        Assert.Empty(page.Marks);
    }

    [Fact]
    public void Forms_have_matrix_clip_and_the_resources_of_their_page()
    {
        var page = PdfBuilder.Read(PdfBuilder.OnePage("q 1 0 0 1 10 0 cm /X Do Q BT /F1 10 Tf 20 20 Td (z) Tj ET",
            "/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>")
            .Stream(6, "/Type /XObject /Subtype /Form /Matrix [1 0 0 1 5 0] /BBox [0 0 50 100]",
                "BT /F1 10 Tf 20 50 Td (a) Tj 60 0 Td (b) Tj ET 0 0 500 10 re f")
            .Build());
        Assert.Equal("abz", PdfBuilder.Text(page));
        At(page.Letters[0], 35, 50);
        Assert.Equal([true, false, true], page.Letters.Select(l => l.Visible));
        Assert.Equal(new Box(15, 90, 65, 100), Rounded(page.Marks[0].Box));
    }

    [Fact]
    public void Annotations_paint_their_appearance_in_their_rectangle()
    {
        var page = PdfBuilder.Read(PdfBuilder.OnePage("",
            page: "/MediaBox [0 0 200 100] /Annots [6 0 R << /Subtype /Widget /F 2 /Rect [0 0 9 9] /AP << /N 7 0 R >> >>]")
            .Object(6, "<< /Subtype /Widget /Rect [100 40 140 60] /AS /On /AP << /N << /On 7 0 R /Off 8 0 R >> >> >>")
            .Stream(7, "/Subtype /Form /BBox [0 0 20 10] /Resources << /Font << /F1 5 0 R >> >>", "BT /F1 5 Tf 0 5 Td (v) Tj ET")
            .Stream(8, "/Subtype /Form /BBox [0 0 20 10]", "").Build());
        Assert.Equal("v", PdfBuilder.Text(page));
        At(page.Letters[0], 100, 50);
        Assert.Equal(10, page.Letters[0].FontSize, 6);
    }

    [Theory]
    [InlineData("2 w 10 20 m 110 20 l S", 10, 79, 110, 81)]
    [InlineData("2 w 10 20 m 10 70 l S", 9, 30, 11, 80)]
    [InlineData("q 2 0 0 2 0 0 cm 1 w 5 10 m 55 10 l S Q", 10, 79, 110, 81)]
    [InlineData("2 w 2 J [3 3] 0 d 10 20 m 110 20 l S", 9, 79, 111, 81)]
    [InlineData("0 w 10 20 m 110 20 l S", 10, 80, 110, 80)]
    [InlineData("2 w 150 20 m 300 20 l S", 150, 79, 200, 81)]
    public void Strokes(string content, double x0, double y0, double x1, double y1)
    {
        var mark = Assert.Single(Page(content).Marks);
        Assert.Equal((MarkKind.Stroke, new Box(x0, y0, x1, y1)), (mark.Kind, Rounded(mark.Box)));
    }

    [Fact]
    public void A_stroked_rectangle_is_four_strokes_and_slanted_lines_are_none()
    {
        Assert.Equal(4, Page("10 10 50 50 re S").Marks.Count(m => m.Kind == MarkKind.Stroke));
        Assert.Empty(Page("10 10 m 60 60 l S 0 0 m 10 10 20 30 50 50 c S").Marks);
    }

    [Theory]
    [InlineData("10 20 100 0.5 re f", 10, 79.5, 110, 80)]
    [InlineData("10 20 m 110 20 l 110 20.5 l 10 20.5 l h f", 10, 79.5, 110, 80)]
    [InlineData("110 20.5 -100 -0.5 re f", 10, 79.5, 110, 80)]
    [InlineData("q 0 1 -1 0 110 20 cm 0 0 0.5 100 re f* Q", 10, 79.5, 110, 80)]
    public void Filled_rectangles_however_drawn(string content, double x0, double y0, double x1, double y1)
    {
        var mark = Assert.Single(Page(content).Marks);
        Assert.Equal((MarkKind.Fill, new Box(x0, y0, x1, y1)), (mark.Kind, Rounded(mark.Box)));
    }

    [Fact]
    public void A_frame_of_two_rectangles_is_its_four_sides()
    {
        var marks = Page("10 10 100 50 re 11 11 98 48 re f*").Marks;
        Assert.Equal(4, marks.Count);
        Assert.All(marks, m => Assert.True(Math.Min(m.Box.Width, m.Box.Height) < 1.01));
        Assert.Equal(300 - 4, marks.Sum(m => m.Box.Width * m.Box.Height), 6);
    }

    [Fact]
    public void A_sheet_with_many_holes_is_the_bars_between_them()
    {
        string holes = string.Concat(Enumerable.Range(0, 30).Select(i => $"{11 + (10 * (i % 6))} {11 + (10 * (i / 6))} 9 9 re "));
        var marks = Page($"10 10 61 51 re {holes} f*").Marks;
        Assert.All(marks, m => Assert.True(Math.Min(m.Box.Width, m.Box.Height) < 1.01));
        Assert.Equal((61 * 51) - (30 * 81), marks.Sum(m => m.Box.Width * m.Box.Height), 6);
    }

    [Theory]
    [InlineData("10 50 m 510 51 l S", 1)]
    [InlineData("50 10 m 51.2 510 l S", 1)]
    [InlineData("10 50 m 510 56 l S", 0)]
    public void A_long_line_hardly_aslant_is_a_stroke(string content, int strokes) =>
        Assert.Equal(strokes, PdfBuilder.Read(PdfBuilder.OnePage(content).Build()).Marks.Count);

    [Fact]
    public void Shapes_that_are_no_rectangles_leave_no_rectangle()
    {
        Assert.Empty(Page("10 10 m 60 10 l 35 60 l h f").Marks);
        Assert.Equal(2, Page("10 10 m 60 10 l 60 30 l 30 30 l 30 60 l 10 60 l h f").Marks.Count);
    }

    [Theory]
    [InlineData("0.25 g", 0.25)]
    [InlineData("1 1 1 rg", 1)]
    [InlineData("0 1 0 rg", 0.587)]
    [InlineData("0 0 0 1 k", 0)]
    [InlineData("/CS1 cs 1 scn", 0)]
    [InlineData("/CS2 cs 1 scn", 1)]
    [InlineData("/CS3 cs 1 1 1 scn", 1)]
    [InlineData("/Pattern cs /P1 scn", 0.5)]
    public void Luminance(string color, double expected)
    {
        var page = Page($"{color} 10 10 50 50 re f",
            "/ColorSpace << /CS1 [/Separation /Black /DeviceGray 9 0 R] /CS2 [/Indexed /DeviceRGB 1 <000000FFFFFF>] /CS3 [/CalRGB << >>] >>");
        Assert.Equal(expected, page.Marks[0].Luminance, 6);
    }

    [Fact]
    public void Images_are_placed_and_a_single_pixel_is_a_fill()
    {
        var page = PdfBuilder.Read(PdfBuilder.OnePage("q 100 0 0 50 10 20 cm /I Do Q q 100 0 0 0.5 10 10 cm /P Do Q q 20 0 0 20 150 10 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u0001EI\u0002 EI Q BT /F1 10 Tf 5 5 Td (after) Tj ET",
            "/Font << /F1 5 0 R >> /XObject << /I 6 0 R /P 7 0 R >>")
            .Stream(6, "/Subtype /Image /Width 20 /Height 20", "x")
            .Stream(7, "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\u00FF")
            .Build());
        Assert.Equal([MarkKind.Image, MarkKind.Fill, MarkKind.Image], page.Marks.Select(m => m.Kind));
        Assert.Equal(new Box(10, 30, 110, 80), page.Marks[0].Box);
        Assert.Equal(1, page.Marks[1].Luminance);
        Assert.Equal("after", PdfBuilder.Text(page));
    }

    [Fact]
    public void Content_in_several_streams_is_one()
    {
        var file = PdfBuilder.OnePage("", page: "/MediaBox [0 0 200 100] /Contents [6 0 R 7 0 R 99 0 R]")
            .Stream(6, "", "BT /F1 10 Tf 20 50")
            .Stream(7, "", "Td (x) Tj ET");
        file.Object(3, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /MediaBox [0 0 200 100] /Contents [6 0 R 7 0 R 99 0 R] >>");
        var page = PdfBuilder.Read(file.Build());
        Assert.Equal("x", PdfBuilder.Text(page));
        Assert.Contains(page.Diagnostics, d => d.IsLoss);
    }

    [Fact]
    public void Forms_that_multiply_stop_at_the_limit()
    {
        var builder = PdfBuilder.OnePage("/X Do", "/XObject << /X 10 0 R >>");
        for (int i = 10; i < 22; i++)
        {
            builder.Stream(i, $"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {i + 1} 0 R >> >>", string.Concat(Enumerable.Repeat("/X Do ", 30)));
        }

        builder.Stream(22, "/Subtype /Form /BBox [0 0 9 9]", "0 0 m 9 9 l n");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var page = PdfFile.Open(builder.Build()).GetPage(1, TestContext.Current.CancellationToken);
        Assert.Contains(page.Diagnostics, d => d.IsLoss && d.Message.Contains("上限", StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }
}
