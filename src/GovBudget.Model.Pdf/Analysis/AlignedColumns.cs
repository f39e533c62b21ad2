namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A stretch along a line.</summary>
internal readonly record struct Extent(double From, double To)
{
    /// <summary>The header column over several of which texts of the body run whole (类 款 项 over one code); 0 for none.</summary>
    public int Group { get; init; }

    public double Center => (From + To) / 2;

    public double Width => To - From;

    public double Overlap(Extent other) => Math.Min(To, other.To) - Math.Max(From, other.From);

    /// <summary>How far apart they are; 0 where they overlap.</summary>
    public double Distance(Extent other) => Math.Max(0, -Overlap(other));

    public Extent Union(Extent other) => this with { From = Math.Min(From, other.From), To = Math.Max(To, other.To) };
}

/// <summary>Finds the columns of rows of text by the white that runs down between them.</summary>
internal static class AlignedColumns
{
    private const double NarrowestRiver = 0.25, WordGap = 0.4, LoneShare = 0.35, Bridged = 0.1;
    private const int FewestInside = 3;

    /// <summary>The columns, from left to right. A row in ten may bridge two of them (合计 over code and name) where both hold rows of their own.</summary>
    public static List<Extent> Find(IReadOnlyList<TextRow> rows)
    {
        var pieces = new List<Extent>();
        double width = rows.Max(row => row.Box.X1) - rows.Min(row => row.Box.X0);
        // A lone text is the rest of a cell, unless it is a line across the table.
        foreach (var row in rows.Where(row => row.Chunks.Count > 1 || row.Box.Width < LoneShare * width))
            foreach (var chunk in row.Chunks) AddPieces(chunk.Letters, pieces);
        if (pieces.Count == 0) return [];
        double river = NarrowestRiver * rows[0].Em;
        int bridges = (int)(Bridged * rows.Count(row => row.Chunks.Count > 1));
        var columns = new List<Extent>();
        Split(pieces, river, bridges, columns);
        return columns;
    }

    /// <summary>The stretches of a text without white between them; a figure and words that nearly touch are two.</summary>
    private static void AddPieces(IReadOnlyList<Letter> letters, List<Extent> pieces)
    {
        int start = 0;
        for (int i = 1; i <= letters.Count; i++)
        {
            if (i < letters.Count)
            {
                double gap = letters[i].Box.X0 - letters[i - 1].Box.X1;
                bool changes = Script.IsFigure(letters[i - 1].Text[^1]) != Script.IsFigure(letters[i].Text[0]);
                if (gap < (changes ? NarrowestRiver : WordGap) * letters[i].FontSize) continue;
            }
            pieces.Add(new Extent(letters[start].Box.X0, letters[i - 1].Box.X1));
            start = i;
        }
    }

    private static void Split(List<Extent> pieces, double river, int bridges, List<Extent> columns)
    {
        if (Cut(pieces, river, bridges) is not { } cut)
        {
            columns.Add(pieces.Aggregate((a, b) => a.Union(b)));
            return;
        }
        Split(pieces.FindAll(piece => piece.To <= cut.From), river, bridges, columns);
        Split(pieces.FindAll(piece => piece.From >= cut.To), river, bridges, columns);
    }

    /// <summary>The clearest white between pieces; null where there is none.</summary>
    private static Extent? Cut(List<Extent> pieces, double river, int bridges)
    {
        var ends = new List<(double X, int Step)>(2 * pieces.Count);
        foreach (var piece in pieces) ends.AddRange([(piece.From, 1), (piece.To, -1)]);
        ends.Sort((a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Step - b.Step);
        Extent? best = null;
        int least = bridges + 1, open = 0;
        for (int i = 0; i + 1 < ends.Count; i++)
        {
            open += ends[i].Step;
            if (open >= least || ends[i + 1].X - ends[i].X < river) continue;
            var white = new Extent(ends[i].X, ends[i + 1].X);
            int left = pieces.Count(piece => piece.To <= white.From), right = pieces.Count(piece => piece.From >= white.To);
            if (left == 0 || right == 0 || open > 0 && Math.Min(left, right) < Math.Max(FewestInside, 2 * open)) continue;
            (best, least) = (white, open);
            if (open == 0) break;
        }
        return best;
    }
}

/// <summary>What the body of a table says of its columns.</summary>
internal sealed class BodyText
{
    private const double Apart = 15;
    private readonly List<List<AlignedText>> _rows;

    public BodyText(IEnumerable<TextRow> rows, List<Extent> columns, PdfLayoutOptions options)
    {
        _rows = [.. rows.Select(row => AlignedRows.Texts(row, 0, columns, options))];
        int right = 0, left = 0;
        foreach (var column in _rows.SelectMany(row => row).Where(text => text.Chunk.IsAmount).GroupBy(text => text.From))
        {
            double ends = column.Max(text => text.Chunk.Box.X1) - column.Min(text => text.Chunk.Box.X1), begins = column.Max(text => text.Chunk.Box.X0) - column.Min(text => text.Chunk.Box.X0);
            if (begins > 2 * ends + 1) right++;
            else if (ends > 2 * begins + 1) left++;
        }
        Side = right.CompareTo(left);
    }

    /// <summary>Where amounts stand in their columns: 1 right, -1 left, 0 where that cannot be told.</summary>
    public int Side { get; }

    /// <summary>Whether most of a column's texts are amounts.</summary>
    public bool HoldsAmounts(Extent column)
    {
        var texts = _rows.SelectMany(row => row).Where(text => column.Overlap(new Extent(text.Chunk.Box.X0, text.Chunk.Box.X1)) > 0).ToList();
        return 2 * texts.Count(text => text.Chunk.IsAmount) > texts.Count;
    }

    /// <summary>Whether two columns of figures that stand close are never both filled in a row.</summary>
    public bool NeverMeet(Extent a, Extent b)
    {
        bool figures = false, other = false;
        foreach (var row in _rows)
        {
            bool first = Fills(row, a), second = Fills(row, b);
            if (first && second) return false;
            other |= second;
            figures |= first && row.Exists(text => text.Chunk.IsFigure && Touches(text, a));
        }
        return figures && other && a.Distance(b) < Apart * _rows[0][0].Chunk.Em;

        static bool Fills(List<AlignedText> row, Extent column) => row.Exists(text => Touches(text, column));
        static bool Touches(AlignedText text, Extent column) => column.Overlap(new Extent(text.Chunk.Box.X0, text.Chunk.Box.X1)) > 0;
    }
}
