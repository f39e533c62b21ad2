using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>Sets recognised words out as letters.</summary>
internal static class RecognisedLetters
{
    private const double ChineseInk = 0.92, FigureInk = 0.7, Descent = 0.1;

    /// <summary>The letters of a line, evenly spaced over its ink, half-width ones half as wide: the places that recognisers give for words overlap.</summary>
    public static IEnumerable<Letter> Of(ReadLine line, PictureScale scale)
    {
        if (line.Words.Count == 0) yield break;
        foreach (var row in line.IsBlock ? Rows(line.Words) : [line.Words.ToList()])
        {
            var ink = scale.ToPage(line.IsBlock ? Around(row) : line.Box);
            bool chinese = row.Exists(word => word.Text.Any(c => c > 0x2E80));
            double size = Math.Max(ink.Height / (chinese ? ChineseInk : FigureInk), 1), baseline = chinese ? ink.Y1 - (Descent * size) : ink.Y1;
            double total = row.Sum(word => word.Text.Sum(Weight)), x = ink.X0;
            foreach (var word in row)
            {
                foreach (char letter in word.Text)
                {
                    double width = ink.Width * Weight(letter) / total;
                    yield return new Letter(letter.ToString(), new Box(x, baseline - (0.88 * size), x + width, baseline + (0.12 * size)), baseline, size,
                        TextDirection.Right)
                    {
                        Source = UnicodeSource.Recognised,
                        Confidence = word.Confidence,
                    };
                    x += width;
                }
            }
        }
    }

    private static PixelBox Around(List<RecognisedWord> row) =>
        new(row.Min(word => word.Box.Left), row.Min(word => word.Box.Top), row.Max(word => word.Box.Right), row.Max(word => word.Box.Bottom));

    /// <summary>The words of a block, row by row.</summary>
    private static IEnumerable<List<RecognisedWord>> Rows(IReadOnlyList<RecognisedWord> words)
    {
        var row = new List<RecognisedWord>();
        foreach (var word in words)
        {
            if (row.Count > 0 && word.Box.Left < row[^1].Box.Left && word.Box.Top + word.Box.Bottom > row[^1].Box.Top + row[^1].Box.Bottom)
            {
                yield return row;
                row = [];
            }

            row.Add(word);
        }

        if (row.Count > 0) yield return row;
    }

    private static double Weight(char letter) => letter < 0x2E80 ? 1 : 2;
}
