namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Gives ruled grids the rows below their last rule: added to a spreadsheet without borders, their amounts stand in the table's columns.</summary>
internal static class BareRows
{
    private const double Near = 3, Lowest = 1.7, SameLine = 0.5;
    private const int FewestRows = 3, FewestAmounts = 2;

    /// <summary>The grids with such rows; their words are left out of <paramref name="rest"/>.</summary>
    public static List<PageGrid> Append(List<PageGrid> grids, IReadOnlyList<Word> words, PdfLayoutOptions options, out IReadOnlyList<Word> rest)
    {
        var left = words.ToList();
        var found = grids.ConvertAll(grid =>
        {
            double limit = grids.Where(other => other.Box.Y0 > grid.Box.Y0).Select(other => other.Box.Y0).DefaultIfEmpty(double.PositiveInfinity).Min();
            while (left.Count > 0 && !grid.OpenBottom && grid.RowCount >= FewestRows && Next(grid, left, limit, options) is var (longer, line))
            {
                grid = longer;
                left.RemoveAll(line.Contains);
            }
            return grid;
        });
        rest = left.Count == words.Count ? words : left;
        return found;
    }

    private static (PageGrid Grid, HashSet<Word> Line)? Next(PageGrid grid, List<Word> words, double limit, PdfLayoutOptions options)
    {
        var box = grid.Box;
        var heights = grid.Rows.Zip(grid.Rows.Skip(1), (a, b) => b - a).Order().ToList();
        double usual = heights[heights.Count / 2];
        var below = words.Where(word => Middle(word) > box.Y1 && Middle(word) < Math.Min(limit, box.Y1 + Lowest * usual)).OrderBy(Middle).ToList();
        if (below.Count == 0) return null;
        var line = below.Where(word => Middle(word) - Middle(below[0]) < SameLine * word.FontSize).OrderBy(word => word.Box.X0).ToHashSet();
        if (line.Any(word => word.Direction != TextDirection.Right || word.Box.X0 < box.X0 - Near || word.Box.X1 > box.X1 + Near)) return null;

        var at = box with { Y0 = box.Y1, Y1 = Math.Max(Middle(below[0]) + usual / 2, line.Max(word => word.Box.Y1)) };
        var row = new PageCell(grid.RowCount, 0, 1, grid.ColumnCount, at, "", [.. line.SelectMany(word => word.Letters)]);
        if (MissingRules.Parts(grid, row, options) is not { } parts) return null;
        int amounts = parts.Count(part => MissingRules.IsAmount(part.Text) && part.Text.AsSpan().ContainsAny('.', ','));
        if (amounts < FewestAmounts && !(amounts == 1 && line.Any(word => word.Text.EndsWith('计')))) return null;
        return (grid with { Rows = [.. grid.Rows, at.Y1], Cells = [.. grid.Cells, .. parts], Kind = GridKind.PartlyRuled }, line);
    }

    private static double Middle(Word word) => LetterRows.Middle(word.Letters[0]);
}
