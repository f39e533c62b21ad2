using System.Text;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>The letters of a page that carry text, and how many were left out.</summary>
/// <param name="Letters">Visible letters, blanks and doubles removed, in painting order.</param>
/// <param name="Hidden">Letters that are not painted.</param>
/// <param name="Doubled">Letters painted a second time on the same spot (fake bold).</param>
/// <param name="Unknown">Letters whose text was not found.</param>
public sealed record CleanLetters(IReadOnlyList<Letter> Letters, int Hidden, int Doubled, int Unknown)
{
    /// <summary>The text printed aslant or in much larger letters over that of the page (a watermark), left out of the letters.</summary>
    public string Aslant { get; init; } = "";

    /// <summary>The letters among the hidden that only a clip hides.</summary>
    internal IReadOnlyList<Letter> Clipped { get; init; } = [];
}

/// <summary>Leaves out blanks, hidden letters, fake-bold doubles and watermarks that run aslant.</summary>
public static class LetterCleaner
{
    private const double Bucket = 4;

    /// <summary>How many visible letters, in a hidden one, a recognised scan may have: a page number or a note stamped on it.</summary>
    private const double MostStamped = 0.1;

    /// <summary>The letters that carry the page's text. Where all text is hidden behind an image of the page (a recognised scan), it is kept.</summary>
    public static CleanLetters Clean(PageContent page, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(options);
        bool keepHidden = IsScan(page);
        var kept = new List<Letter>(page.Letters.Count);
        var seen = new Dictionary<(int X, int Y), List<Letter>>();
        var aslant = new StringBuilder();
        bool keepAslant = IsAslant(page);
        var clipped = new List<Letter>();
        int hidden = 0, doubled = 0;
        foreach (var letter in page.Letters)
        {
            if (Script.IsBlank(letter.Text)) continue;
            if (!letter.Visible && !keepHidden)
            {
                hidden++;
                if (letter.Clip is not null) clipped.Add(letter);
                continue;
            }
            if (letter.Oblique && !keepAslant)
            {
                aslant.Append(letter.Text);
                continue;
            }
            if (IsDouble(letter, seen, options))
            {
                doubled++;
                continue;
            }
            kept.Add(letter);
        }
        kept = LargeWatermark.Without(kept, aslant);
        kept = MisstatedLetters.MarkUnknown(kept);
        return new CleanLetters(Overprint.Find(kept), hidden, doubled, kept.Count(letter => letter.Source == UnicodeSource.Unknown))
        {
            Aslant = aslant.ToString(),
            Clipped = clipped,
        };
    }

    /// <summary>Whether the page's own text runs aslant.</summary>
    private static bool IsAslant(PageContent page)
    {
        int aslant = 0, all = 0;
        foreach (var letter in page.Letters)
        {
            if (Script.IsBlank(letter.Text)) continue;
            all++;
            if (letter.Oblique) aslant++;
        }
        return 2 * aslant > all;
    }

    private static bool IsScan(PageContent page)
    {
        int visible = 0, hidden = 0;
        foreach (var letter in page.Letters)
        {
            if (Script.IsBlank(letter.Text)) continue;
            if (letter.Visible) visible++;
            else hidden++;
        }
        if (visible > MostStamped * hidden) return false;
        double covered = 0;
        foreach (var mark in page.Marks)
            if (mark.Kind == MarkKind.Image) covered += mark.Box.Width * mark.Box.Height;
        return covered > 0.5 * page.Width * page.Height;
    }

    private static bool IsDouble(Letter letter, Dictionary<(int X, int Y), List<Letter>> seen, PdfLayoutOptions options)
    {
        double x = letter.Box.CenterX, y = letter.Box.CenterY, near = options.DoubleOffset * letter.FontSize;
        int column = (int)Math.Floor(x / Bucket), row = (int)Math.Floor(y / Bucket), reach = 1 + (int)(near / Bucket);
        for (int i = column - reach; i <= column + reach; i++)
            for (int j = row - reach; j <= row + reach; j++)
                if (seen.TryGetValue((i, j), out var others))
                    foreach (var other in others)
                        if (other.Text == letter.Text && Math.Abs(other.Box.CenterX - x) < near && Math.Abs(other.Box.CenterY - y) < near
                            && Math.Abs(other.FontSize - letter.FontSize) < 0.1 * letter.FontSize)
                            return true;
        if (!seen.TryGetValue((column, row), out var here)) seen[(column, row)] = here = new List<Letter>(1);
        here.Add(letter);
        return false;
    }
}
