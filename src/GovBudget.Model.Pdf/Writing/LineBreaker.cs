using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Breaks text into lines: as much on each as fits, no punctuation at the beginning of a line, words and numbers whole.</summary>
internal static class LineBreaker
{
    private const int LongestGlued = 8;

    /// <summary>A piece that stays on one line, and whether a space stands before it.</summary>
    private readonly record struct Piece(string Text, bool Spaced);

    /// <summary>The lines of a text.</summary>
    /// <param name="text">The text; <c>\n</c> breaks the line.</param>
    /// <param name="fonts">What measures.</param>
    /// <param name="width">The width of a line, in ems.</param>
    /// <param name="first">The width of the first line, in ems; null where it is like the others.</param>
    /// <param name="keepSpaces">Whether a space is kept on its line, other than between words of Latin letters: at the end of a line nobody sees it.</param>
    public static List<string> Break(string text, FontSet fonts, double width, double? first = null, bool keepSpaces = false)
    {
        var lines = new List<string>();
        foreach (string part in text.Split('\n'))
        {
            string line = "";
            double length = 0;
            foreach (var piece in keepSpaces ? Glued(Pieces(part)) : Pieces(part))
            {
                string joined = piece.Spaced && line.Length > 0 ? $"{line} {piece.Text}" : line + piece.Text;
                double next = piece.Spaced && line.Length > 0 ? fonts.Width(joined) : length + fonts.Width(piece.Text);
                if (line.Length > 0 && next > Room())
                {
                    lines.Add(line);
                    (line, length) = ("", 0);
                    (joined, next) = (piece.Text, fonts.Width(piece.Text));
                }
                (line, length) = (joined, next);
                while (length > Room() && line.Length > 1)
                {
                    int count = Fitting(line, fonts, Room());
                    lines.Add(line[..count]);
                    line = line[count..];
                    length = fonts.Width(line);
                }
            }
            lines.Add(line);
        }
        return lines;

        double Room() => lines.Count == 0 ? first ?? width : width;
    }

    /// <summary>The widest piece of a text that stays on one line, in ems.</summary>
    public static double WidestPiece(string text,
        FontSet fonts) => text.Split('\n').SelectMany(Pieces).Select(piece => fonts.Width(piece.Text)).DefaultIfEmpty(0).Max();

    /// <summary>The first piece of a text.</summary>
    public static string FirstPiece(string text) => Pieces(text).Select(piece => piece.Text).FirstOrDefault() ?? "";

    private static IEnumerable<Piece> Glued(IEnumerable<Piece> pieces)
    {
        Piece? open = null;
        foreach (var piece in pieces)
        {
            bool glue = open is { } left
                && piece.Spaced
                && left.Text.Length <= LongestGlued
                && !(char.IsAsciiLetter(left.Text[^1]) && char.IsAsciiLetter(piece.Text[0]));
            if (!glue && open is { } whole) yield return whole;
            open = glue ? new Piece($"{open!.Value.Text} {piece.Text}", open.Value.Spaced) : piece;
        }
        if (open is { } last) yield return last;
    }

    private static IEnumerable<Piece> Pieces(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            bool spaced = false;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                spaced = true;
                i++;
            }
            if (i == text.Length) yield break;
            int start = i++;
            bool chinese = Script.IsChinese(text[start]);
            if (char.IsHighSurrogate(text[start]) && i < text.Length) i++;
            while (i < text.Length && !char.IsWhiteSpace(text[i])
                && (Script.NeverBegins(text[i]) || (!chinese && !Script.IsChinese(text[i])) || "（(“《".Contains(text[i - 1], StringComparison.Ordinal))) i++;
            if (i < text.Length && char.IsLowSurrogate(text[i])) i++;
            yield return new Piece(text[start..i], spaced);
        }
    }

    /// <summary>How many characters of a piece wider than the line stand on it, at least one.</summary>
    private static int Fitting(string text, FontSet fonts, double room)
    {
        int count = char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
        while (count < text.Length)
        {
            int next = count + (char.IsHighSurrogate(text[count]) && count + 1 < text.Length ? 2 : 1);
            if (fonts.Width(text[..next]) > room) break;
            count = next;
        }
        return count;
    }
}
