using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Letters that are painted in parts, or whose font states what they cannot be.</summary>
public sealed class LetterTests
{
    private static readonly double[] Xs = [50, 200, 350];

    private static PageSketch Row(string label, string figure) => new PageSketch().Rules(Xs, [100, 120]).Text(52, 113, label).Right(348, 113, figure);

    [Fact]
    public void TheStrokesOfABoldLettersOutlineAreNoRules()
    {
        var page = Row("科目名称", "1,202.95").Text(100, 80, "支出表", 20, bold: true);
        // the bars of 表, painted as strokes
        foreach (double y in (double[])[66, 70, 74, 78]) page.Across(y, 142, 158);
        page.Vertical(150, 64, 79).Vertical(143, 66, 79).Vertical(157, 66, 79);
        var layout = page.Layout();
        Assert.Single(layout.Blocks.OfType<Grid>());
        Assert.Contains(layout.Blocks.OfType<Paragraph>(), paragraph => paragraph.Text == "支出表");
    }

    [Fact]
    public void ALetterAsWideAsAnIdeographIsNoDigit()
    {
        var page = Row("一", "1,202.95");
        page.Add(Wide("1", 62)).Text(72, 113, "财政拨款收入").Add(Wide("Ā", 132)).Text(142, 113, "支出");
        var layout = page.Layout();
        Assert.Equal("一\uFFFD财政拨款收入\uFFFD支出", layout.Grid().At(0, 0));
        Assert.Equal("1,202.95", layout.Grid().At(0, 1));
        Assert.Contains(layout.Diagnostics, diagnostic => diagnostic.IsLoss && diagnostic.Message.StartsWith("2 个字符无法识别", StringComparison.Ordinal));
    }

    [Fact]
    public void DigitsPrintedFullWidthAreDigits()
    {
        var page = Row("年", "1,202.95");
        for (int i = 0; i < 4; i++) page.Add(Wide("2023"[i].ToString(), 70 + 10 * i));
        Assert.Contains("2023", page.Layout().Grid().At(0, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void WidthsThatTheLettersThemselvesBelieAreNotBelieved()
    {
        var page = Row("年", "1,202.95");
        foreach (int x in (int[])[62, 82, 102]) page.Add(Wide("1", x)).Text(x + 5, 113, "年");
        Assert.Equal("年1年1年1年", page.Layout().Grid().At(0, 0));
    }

    [Theory]
    [InlineData("一般公共预算拨", "款收入", 127, "一般公共预算拨款收入")]
    [InlineData("款收入", "一般公共预算拨", 99, "一般公共预算拨款收入")]
    [InlineData("985.604", "100", 127, "985.604100")]
    [InlineData("985.604", "985.604", 113, "985.604")]
    [InlineData("985.604", "100", 150, "985.604")]
    public void ALineThatItsRowIsTooLowForIsReadAndNamed(string shown, string clipped, double baseline, string whole)
    {
        double right = 56 + Math.Max(PageSketch.Width(shown, 10), PageSketch.Width(clipped, 10)), x = 52;
        var page = new PageSketch().Rules([50, right, 350], [100, 120]).Text(52, 113, shown).Right(348, 113, "1.00");
        foreach (char c in clipped)
        {
            double width = PageSketch.Advance(c, 10);
            page.Add(new Letter(c.ToString(), new Box(x, baseline - 9, x + width, baseline + 1), baseline, 10, TextDirection.Right)
            {
                Visible = false,
                Clip = new Box(50, 100, right, 120),
            });
            x += width;
        }
        var layout = page.Layout();
        Assert.Equal(whole, layout.Grid().At(0, 0));
        Assert.Equal(whole != shown, layout.Diagnostics.Any(note => note.Message.StartsWith("单元格太小", StringComparison.Ordinal)));
    }

    [Fact]
    public void ATitleCutByItsCellIsReadWhole()
    {
        var page = Row("科目名称", "1,202.95").Text(150, 90, "财政拨款收入支", 15);
        double x = 150 + PageSketch.Width("财政拨款收入支", 15);
        foreach (char c in "出决算表")
        {
            page.Add(new Letter(c.ToString(), new Box(x, 76, x + 15, 92), 90, 15, TextDirection.Right) { Visible = false, Clip = new Box(50, 70, 255, 95) });
            x += 15;
        }
        var layout = page.Layout();
        Assert.Equal("财政拨款收入支出决算表", Assert.Single(layout.Paragraphs()).Text);
        Assert.Contains(layout.Diagnostics, note => note.Message.StartsWith("“出决算表”被裁去", StringComparison.Ordinal));
    }

    [Fact]
    public void AClippedLetterUnderAShownOneIsNotReadTwice()
    {
        var page = Row("科目名称", "1,202.95");
        double x = 52;
        foreach (char c in "科目名称")
        {
            page.Add(new Letter(c.ToString(), new Box(x, 104, x + 10, 114), 113, 10, TextDirection.Right)
            {
                Visible = false,
                Clip = new Box(200, 100, 350, 120),
            });
            x += 10;
        }
        Assert.Equal(["科目名称", "1,202.95"], page.Layout().Grid().Row(0));
    }

    [Theory]
    [InlineData(130, false)]
    [InlineData(60, true)]
    public void LargeLettersOverATableAreAWatermark(double baseline, bool kept)
    {
        var page = Row("科目名称", "1,202.95").Text(60, baseline, "财政公开", 60);
        var layout = page.Layout();
        Assert.Equal(["科目名称", "1,202.95"], layout.Grid().Row(0));
        Assert.Equal(kept, layout.Paragraphs().Any(paragraph => paragraph.Text == "财政公开"));
        Assert.Equal(!kept, layout.Diagnostics.Any(note => note.Message.Contains("“财政公开”（水印）", StringComparison.Ordinal)));
    }

    [Fact]
    public void FiguresThatTouchGoToTheirCells()
    {
        double[] xs = [50, 100, 164, 224, 275];
        var page = new PageSketch().Rules(xs, [100, 120]).Text(52, 113, "合计").Text(101, 113, "56,128,702.006,878,152.0050,550.00");
        Assert.Equal(["合计", "56,128,702.00", "6,878,152.00", "50,550.00"], page.Layout().Grid().Row(0));
    }

    private static Letter Wide(string text, double x) => new(text, new Box(x, 104, x + 10, 114), 113, 10, TextDirection.Right);
}
