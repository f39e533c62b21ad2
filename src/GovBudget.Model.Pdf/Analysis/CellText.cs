using System.Text;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>The text of a cell: its lines joined where they were wrapped, parted by <c>\n</c> where the break was set on purpose.</summary>
internal static class CellText
{
    private const double Padding = 12;

    public static string Of(IReadOnlyList<Letter> letters, Box cell, PdfLayoutOptions options)
    {
        if (letters.Count == 0) return "";
        var lines = Lines(letters);
        if (lines.Count == 1) return Overprint.Marked(Spacing.LineText(lines[0], options), letters);
        var text = new StringBuilder();
        var texts = lines.ConvertAll(line => Spacing.LineText(line, options));
        bool oneByOne = texts.TrueForAll(line => line.Length == 1);
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(oneByOne ? "" : Joint(lines[i - 1], texts[i - 1], lines[i], texts[i], cell, options));
            text.Append(texts[i]);
        }
        return Overprint.Marked(text.ToString(), letters);
    }

    /// <summary>The lines of a cell's letters, from top to bottom; letters of another direction come last.</summary>
    public static List<List<Letter>> Lines(IReadOnlyList<Letter> letters) => LetterRows.Group(letters, 0.5);

    private static string Joint(List<Letter> upper, string upperText, List<Letter> lower, string lowerText, Box cell, PdfLayoutOptions options)
    {
        bool number = Script.IsFigure(upperText[^1]) && Script.IsFigure(lowerText[0]);
        if (number && Script.IsNumber(upperText) && Script.IsNumber(lowerText) && upperText.Contains('.', StringComparison.Ordinal)
            && Decimals(upperText) >= 2 && Decimals(lowerText) == Decimals(upperText)) return "\n";
        double across = upper[0].Direction is TextDirection.Right or TextDirection.Left ? cell.Width : cell.Height;
        double length = LetterRows.End(upper[^1]) - LetterRows.Start(upper[0]);
        if (across - length > FirstToken(lower, options) + Padding) return "\n";
        return char.IsAsciiLetter(upperText[^1]) && char.IsAsciiLetter(lowerText[0]) ? " " : "";
    }

    private static int Decimals(string number)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : number.Length - point - 1;
    }

    /// <summary>How much room the first unbreakable piece of a line takes: a Chinese letter with what may not begin a line after it, or a whole Latin
    /// word.</summary>
    internal static double FirstToken(IReadOnlyList<Letter> line, PdfLayoutOptions options)
    {
        int i = 1;
        bool chinese = Script.IsChinese(line[0].Text[0]);
        while (i < line.Count && !Spacing.IsGap(line[i - 1], line[i], options)
            && (Script.NeverBegins(line[i].Text[0])
                || !chinese && !Script.IsChinese(line[i].Text[0])
                || "（(“《".Contains(line[i - 1].Text[0], StringComparison.Ordinal)))
            i++;
        return LetterRows.End(line[i - 1]) - LetterRows.Start(line[0]);
    }
}
