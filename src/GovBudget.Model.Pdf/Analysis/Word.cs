using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Letters that stand together on a line without a gap.</summary>
/// <param name="Text">Their text.</param>
/// <param name="Box">The rectangle around them.</param>
/// <param name="Letters">The letters, in reading order.</param>
public sealed record Word(string Text, Box Box, IReadOnlyList<Letter> Letters)
{
    /// <summary>Where its text runs.</summary>
    public TextDirection Direction => Letters[0].Direction;

    /// <summary>Size of its first letter in points.</summary>
    public double FontSize => Letters[0].FontSize;

    internal static Word Of(IReadOnlyList<Letter> letters)
    {
        var box = letters[0].Box;
        for (int i = 1; i < letters.Count; i++) box = box.Union(letters[i].Box);
        return new Word(string.Concat(letters.Select(letter => letter.Text)), box, letters);
    }
}

/// <summary>Groups letters into words, by baseline and gap.</summary>
public static class WordFinder
{
    /// <summary>The words of a page, line by line.</summary>
    public static IReadOnlyList<Word> Find(IReadOnlyList<Letter> letters, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(options);
        var words = new List<Word>(letters.Count / 4 + 1);
        foreach (var run in LetterRows.Group(letters, 0.3))
        {
            var current = new List<Letter>();
            foreach (var letter in run)
            {
                if (current.Count > 0 && Spacing.IsGap(current[^1], letter, options))
                {
                    words.Add(Word.Of(current));
                    current = [];
                }
                current.Add(letter);
            }
            if (current.Count > 0) words.Add(Word.Of(current));
        }
        return words;
    }
}
