using System.Text;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Decides from the gaps between letters where a space is meant.</summary>
internal static class Spacing
{
    /// <summary>Whether the gap between two letters of a line parts words.</summary>
    public static bool IsGap(in Letter left, in Letter right, PdfLayoutOptions options)
    {
        double gap = LetterRows.Start(right) - LetterRows.End(left), size = Math.Min(left.FontSize, right.FontSize);
        bool a = Script.IsChinese(left.Text[^1]), b = Script.IsChinese(right.Text[0]);
        double limit = a && b ? options.ChineseGap : a || b ? options.MixedGap : options.LatinGap;
        return gap > limit * size || gap < -1.2 * size;
    }

    /// <summary>The text of a line of letters, a space where words part, letter-spaced labels (当 年 收 入) squeezed.</summary>
    public static string LineText(IReadOnlyList<Letter> line, PdfLayoutOptions options)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        for (int i = 0; i < line.Count; i++)
        {
            if (i > 0 && IsGap(line[i - 1], line[i], options))
            {
                tokens.Add(token.ToString());
                token.Clear();
            }
            token.Append(line[i].Text);
        }
        tokens.Add(token.ToString());
        return Squeeze(tokens);
    }

    private static string Squeeze(List<string> tokens)
    {
        if (tokens.Count == 1) return tokens[0];
        var text = new StringBuilder(tokens[0]);
        for (int i = 1; i < tokens.Count; i++)
        {
            bool single = IsSingle(tokens[i - 1]) || IsSingle(tokens[i]);
            bool chinese = Script.IsChinese(tokens[i - 1][^1]) && Script.IsChinese(tokens[i][0]);
            if (!(single && chinese)) text.Append(' ');
            text.Append(tokens[i]);
        }
        return text.ToString();
    }

    private static bool IsSingle(string token) => token.Length == 1 && Script.IsIdeograph(token[0]);
}
