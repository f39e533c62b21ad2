namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds watermarks that run level: letters much larger than the page's, printed over or under its text.</summary>
internal static class LargeWatermark
{
    private const double MuchLarger = 2.2, SameLine = 0.1;

    /// <summary>The letters without such lines; what those say is added to <paramref name="watermark"/>.</summary>
    public static List<Letter> Without(List<Letter> letters, System.Text.StringBuilder watermark)
    {
        if (letters.Count == 0) return letters;
        var sizes = letters.ConvertAll(letter => letter.FontSize);
        sizes.Sort();
        double limit = MuchLarger * sizes[sizes.Count / 2];
        var large = letters.FindAll(letter => letter.FontSize > limit);
        if (large.Count == 0) return letters;
        var over = new HashSet<(int Line, int Size)>();
        foreach (var letter in letters)
        {
            if (letter.FontSize > limit) continue;
            foreach (var other in large)
                if (other.Box.Contains(letter.Box.CenterX, letter.Box.CenterY)) over.Add(Line(other));
        }
        if (over.Count == 0) return letters;
        foreach (var letter in large)
            if (over.Contains(Line(letter))) watermark.Append(letter.Text);
        return letters.FindAll(letter => letter.FontSize <= limit || !over.Contains(Line(letter)));
    }

    private static (int Line, int Size) Line(in Letter letter) =>
        ((int)Math.Round(letter.Baseline / (SameLine * letter.FontSize)), (int)Math.Round(10 * letter.FontSize));
}
