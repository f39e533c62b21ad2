namespace GovBudget.Model.Pdf.Content;

/// <summary>Replaces what glyphs say by what the producer says they mean (ActualText).</summary>
internal static class ActualText
{
    private const int LongestMerged = 8;
    private const int MostLetters = 4096;

    /// <summary>Applies a text to the letters painted since an index: letter by letter where the counts agree; as one letter where a few stand on a line; else
    /// not at all.</summary>
    public static void Apply(List<Letter> letters, int first, string text)
    {
        int count = letters.Count - first;
        text = Fonts.UnicodeFolding.Fold(text.Replace("\u200B", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal));
        if (count is <= 0 or > MostLetters || text.Length == 0 || Same(letters, first, text)) return;
        var runes = new List<string>();
        foreach (var rune in text.EnumerateRunes()) runes.Add(rune.ToString());
        if (runes.Count == count)
        {
            for (int i = 0; i < count; i++) letters[first + i] = letters[first + i] with { Text = runes[i], Source = UnicodeSource.Stated };
            return;
        }

        if (count > LongestMerged || !OnOneLine(letters, first)) return;
        var box = letters[first].Box;
        for (int i = first + 1; i < letters.Count; i++) box = box.Union(letters[i].Box);
        letters[first] = letters[first] with { Text = text, Box = box, Source = UnicodeSource.Stated };
        letters.RemoveRange(first + 1, count - 1);
    }

    /// <summary>Whether the letters say the same already, white space aside.</summary>
    private static bool Same(List<Letter> letters, int first, string text)
    {
        int at = 0;
        for (int i = first; i < letters.Count; i++)
        {
            foreach (char c in letters[i].Text)
            {
                if (char.IsWhiteSpace(c)) continue;
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
                if (at >= text.Length || text[at++] != c) return false;
            }
        }

        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at == text.Length;
    }

    private static bool OnOneLine(List<Letter> letters, int first)
    {
        for (int i = first + 1; i < letters.Count; i++)
        {
            if (Math.Abs(letters[i].Baseline - letters[first].Baseline) > 0.3 * letters[first].FontSize || letters[i].Direction != letters[first].Direction)
                return false;
        }

        return true;
    }
}
