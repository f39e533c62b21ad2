using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Figures printed over one another, as where a text that wraps does not fit its row: nobody can say what stands there.</summary>
internal static class Overprint
{
    /// <summary>Stands before the text of a cell whose figures are printed over one another, so that it is no figure.</summary>
    public const char Mark = '\uFFFD';

    private const double SameLine = 0.55, Inset = 0.2, Least = 0.3;
    private const int FewestLetters = 2;

    /// <summary>The letters, those of figures that stand over or under others marked; the same list where there are none.</summary>
    public static List<Letter> Find(List<Letter> letters)
    {
        var over = new HashSet<Box>();
        foreach (var row in LetterRows.Group(letters, SameLine))
            for (int i = 1; i < row.Count; i++)
                if (Covers(row[i - 1], row[i]))
                {
                    over.Add(row[i - 1].Box);
                    over.Add(row[i].Box);
                }
        return over.Count < FewestLetters ? letters : letters.ConvertAll(letter => over.Contains(letter.Box) ? letter with { Overprinted = true } : letter);
    }

    /// <summary>The text of a cell, marked where its figures are printed over one another.</summary>
    public static string Marked(string text, IReadOnlyList<Letter> letters)
    {
        int over = 0;
        foreach (var letter in letters)
            if (letter.Overprinted && Script.IsFigure(letter.Text[0])) over++;
        return over < FewestLetters ? text : Mark + text;
    }

    /// <summary>Whether a good part of a letter stands over or under another.</summary>
    private static bool Covers(in Letter a, in Letter b)
    {
        if (a.Direction != TextDirection.Right || a.Source == UnicodeSource.Recognised || b.Source == UnicodeSource.Recognised) return false;
        double first = a.Box.Width, second = b.Box.Width, least = (1 - 2 * Inset) * Math.Min(first, second);
        if (!(least > 0)) return false;
        double low = Math.Max(a.Box.X0 + Inset * first, b.Box.X0 + Inset * second), high = Math.Min(a.Box.X1 - Inset * first, b.Box.X1 - Inset * second);
        return high - low > Least * least;
    }
}
