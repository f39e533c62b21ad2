using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Letters of one line that stand apart from the rest of it: what a cell of a table without rules looks like.</summary>
internal sealed record TextChunk(string Text, Box Box, IReadOnlyList<Letter> Letters)
{
    private const double Gap = 0.6, FigureGap = 0.4, OrdinalGap = 0.2;
    private const int LongestOrdinal = 6;

    /// <summary>A number, or a dash for none.</summary>
    public bool IsFigure { get; } = Script.IsNumberOrDash(Text);

    /// <summary>A number.</summary>
    public bool IsNumber { get; } = Script.IsNumber(Text);

    /// <summary>A number printed as amounts are: with decimals or thousands.</summary>
    public bool IsAmount => IsNumber && Text.AsSpan().IndexOfAny(".．,，") >= 0;

    public double Baseline => Letters[0].Baseline;

    public double Em => Letters[0].FontSize;

    /// <summary>The pieces of a line.</summary>
    public static List<TextChunk> Split(List<Letter> line, PdfLayoutOptions options)
    {
        var chunks = new List<TextChunk>();
        int start = 0;
        for (int i = 1; i <= line.Count; i++)
        {
            if (i < line.Count && !StandsApart(line[i - 1], line[i]) && !BeginsAfterFigure(line, i)) continue;
            chunks.Add(Of(line.GetRange(start, i - start), options));
            start = i;
        }
        return chunks;
    }

    /// <summary>Letters of a line as one piece.</summary>
    public static TextChunk Of(IReadOnlyList<Letter> letters, PdfLayoutOptions options)
    {
        var box = letters[0].Box;
        foreach (var letter in letters) box = box.Union(letter.Box);
        return new TextChunk(Spacing.LineText(letters, options), box, letters);
    }

    /// <summary>Whether a label with its ordinal (二、外交支出) begins close behind a figure: that of the table's other half.</summary>
    private static bool BeginsAfterFigure(List<Letter> line, int at)
    {
        var (left, right) = (line[at - 1], line[at]);
        return char.IsAsciiDigit(left.Text[^1])
            && !char.IsAsciiDigit(right.Text[0])
            && right.Box.X0 - left.Box.X1 > OrdinalGap * Math.Min(left.FontSize, right.FontSize)
            && Script.BeginsWithOrdinal(string.Concat(line.Skip(at).Take(LongestOrdinal).Select(letter => letter.Text)));
    }

    private static bool StandsApart(in Letter left, in Letter right)
    {
        double gap = right.Box.X0 - left.Box.X1, em = Math.Min(left.FontSize, right.FontSize);
        bool figure = char.IsAsciiDigit(left.Text[^1]) || char.IsAsciiDigit(right.Text[0]);
        return gap > (figure ? FigureGap : Gap) * em;
    }
}

/// <summary>A line of text across the page, in pieces.</summary>
internal sealed partial record TextRow(double Baseline, double Em, IReadOnlyList<TextChunk> Chunks)
{
    private const int LongestMark = 2;

    /// <summary>The rectangle around its letters.</summary>
    public Box Box { get; } = Chunks.Skip(1).Aggregate(Chunks[0].Box, (box, chunk) => box.Union(chunk.Box));

    /// <summary>Whether it holds figures, or an amount beside something else.</summary>
    public bool IsTabular { get; } = Chunks.Count >= 2
        && Chunks.Any(chunk => chunk.IsNumber)
        && (Chunks.Any(chunk => chunk.IsAmount) || Chunks.Count(chunk => chunk.IsFigure) >= 2);

    /// <summary>Whether it numbers the columns: 1 2 3 … beside short marks.</summary>
    public bool IsIndex { get; } = NumbersColumns(Chunks);

    /// <summary>Whether it is what stands above or below a table: a title, a unit line, a sentence.</summary>
    public bool IsOutside { get; } = StandsOutside(Chunks);

    /// <summary>The lines of a page's upright words, from top to bottom.</summary>
    public static List<TextRow> Of(IReadOnlyList<Word> words, PdfLayoutOptions options)
    {
        var letters = words.Where(word => word.Direction == TextDirection.Right).SelectMany(word => word.Letters).ToList();
        var rows = LetterRows.Group(letters, 0.5).ConvertAll(line => new TextRow(line[0].Baseline, line[0].FontSize, TextChunk.Split(line, options)));
        rows.Sort((a, b) => a.Baseline.CompareTo(b.Baseline));
        return rows;
    }

    private static bool NumbersColumns(IReadOnlyList<TextChunk> chunks)
    {
        int expected = 1;
        foreach (var chunk in chunks)
            if (chunk.Text == expected.ToString(System.Globalization.CultureInfo.InvariantCulture)
                || FormulaPattern().Match(chunk.Text) is { Success: true } match && match.Groups[1].Value == $"{expected}")
                expected++;
            else if (chunk.Text.Length > LongestMark || char.IsAsciiDigit(chunk.Text[0])) return false;
        return expected > 2;
    }

    private static bool StandsOutside(IReadOnlyList<TextChunk> chunks)
    {
        string text = string.Concat(chunks.Select(chunk => chunk.Text));
        return text.Contains('。', StringComparison.Ordinal) || IsTitle(text) || chunks.Any(chunk => IsLabel(chunk.Text));
    }

    /// <summary>Whether a line reads like the title of a table.</summary>
    public static bool IsTitle(string text) => TitlePattern().IsMatch(text);

    /// <summary>Whether a line begins with a label (部门：…).</summary>
    public static bool IsLabel(string text) => LabelPattern().IsMatch(text);

    /// <summary>A column numbered with its sum: 3=1+2.</summary>
    [GeneratedRegex(@"^(\d{1,2})\s*[=＝][\d+＋\-－—()（）…\s]+$")]
    private static partial Regex FormulaPattern();

    [GeneratedRegex(@"表(?:[（(].{1,12}[）)])?$")]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"^(?!其中)[^：:]{1,10}[：:]|^[（(]?单位\s|^(?:注|备注|说明)[：:]")]
    private static partial Regex LabelPattern();
}
