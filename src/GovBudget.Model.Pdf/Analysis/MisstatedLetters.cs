namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Letters whose font states a text that they cannot be: broken ToUnicode maps (of Ghostscript 10.0, among others) name a narrow Latin letter or a
/// digit for a glyph that is as wide as an ideograph. What such a glyph is, nobody can say.</summary>
internal static class MisstatedLetters
{
    private const double Full = 0.97, Narrow = 0.75, Beside = 0.9, SameLine = 0.2;
    private const int Witnesses = 3, MostClose = 4;

    // letters of Latin-1 and Latin Extended that Chinese fonts have as wide as ideographs (pinyin, signs of GB 2312)
    private const string WideInChinese = "¤§¨°±·×÷àáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜǹɑɡ";

    /// <summary>The letters, misstated ones unknown; the same list where there are none. Nothing is said of pages whose widths are not to be trusted, or whose
    /// digits are all wide.</summary>
    public static List<Letter> MarkUnknown(List<Letter> letters)
    {
        int narrow = 0, wide = 0, close = 0;
        for (int i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            if (letter.Text.Length != 1) continue;
            if (char.IsAsciiDigit(letter.Text[0]) && letter.Box.Width < Narrow * letter.FontSize) narrow++;
            if (!IsSuspect(letter)) continue;
            wide++;
            // the next letter stands in it: its width is not its own, or it is a sign of punctuation that is set close
            if (i + 1 < letters.Count && IsNext(letter, letters[i + 1], 0.3, Beside)) close++;
        }
        if (wide <= MostClose * close || narrow < Witnesses) return letters;
        var marked = new List<Letter>(letters);
        for (int i = 0; i < letters.Count; i++)
            if (IsSuspect(letters[i]) && !IsInRun(letters, i)) marked[i] = letters[i] with { Text = "\uFFFD", Source = UnicodeSource.Unknown };
        return marked;
    }

    private static bool IsSuspect(in Letter letter)
    {
        if (letter.Text.Length != 1 || letter.Source != UnicodeSource.Stated || letter.Direction != TextDirection.Right) return false;
        double width = letter.Box.Width / letter.FontSize;
        if (!(width is > Full and < 1.03)) return false;
        char c = letter.Text[0];
        return char.IsAsciiDigit(c)
            || char.IsAsciiLetter(c) && c is not ('W' or 'M' or 'm' or 'w')
            || c is '|' or '`' or '{' or '}' or '_' or '^' or '\\'
            || c is >= '\u00A1' and <= '\u024F' and not ('Æ' or 'Œ' or '©' or '®' or '¼' or '½' or '¾') && !WideInChinese.Contains(c, StringComparison.Ordinal);
    }

    /// <summary>Whether it stands beside another such letter of its kind: digits printed full width stand together.</summary>
    private static bool IsInRun(List<Letter> letters, int at)
    {
        if (!char.IsAsciiLetterOrDigit(letters[at].Text[0])) return false;
        return at > 0 && IsLike(letters[at - 1], letters[at], letters[at - 1]) || at + 1 < letters.Count && IsLike(letters[at], letters[at + 1], letters[at + 1]);

        static bool IsLike(in Letter left, in Letter right, in Letter other) =>
            IsSuspect(other) && char.IsAsciiLetterOrDigit(other.Text[0]) && IsNext(left, right, Beside, 1.5);
    }

    /// <summary>Whether the second letter begins that far behind the beginning of the first, in units of its size, on its line.</summary>
    private static bool IsNext(in Letter first, in Letter second, double from, double to)
    {
        double gap = (second.Box.X0 - first.Box.X0) / first.FontSize;
        return Math.Abs(second.Baseline - first.Baseline) < SameLine * first.FontSize && gap > from && gap < to;
    }
}
