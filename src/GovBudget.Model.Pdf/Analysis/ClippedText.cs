using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Gives cells back the lines that did not fit into their rows: a text that wraps in a row of fixed height is painted whole, but clipped to the cell.</summary>
internal static class ClippedText
{
    private const double Near = 3, NextLine = 0.6, LastLine = 2.2;

    /// <summary>The grids with the clipped lines that go on right below or above what a cell shows; each cell is named in <paramref name="notes"/>.</summary>
    public static List<PageGrid> Restore(List<PageGrid> grids, IReadOnlyList<Letter> clipped, PdfLayoutOptions options, List<LayoutDiagnostic> notes) =>
        clipped.Count == 0 ? grids : grids.ConvertAll(grid => Restore(grid, clipped, options, notes));

    private static PageGrid Restore(PageGrid grid, IReadOnlyList<Letter> clipped, PdfLayoutOptions options, List<LayoutDiagnostic> notes)
    {
        PageCell[]? cells = null;
        for (int i = 0; i < grid.Cells.Count; i++)
        {
            var cell = grid.Cells[i];
            if (cell.Letters.Count == 0) continue;
            var lost = clipped.Where(letter => IsOf(letter, cell)).ToList();
            if (lost.Count == 0) continue;
            var added = Adjoining(cell.Letters, CellText.Lines(lost));
            if (added.Count == 0) continue;
            cells ??= [.. grid.Cells];
            List<Letter> all = [.. cell.Letters, .. added];
            cells[i] = cell with { Letters = all, Text = CellText.Of(all, cell.Box, options) };
            notes.Add(new LayoutDiagnostic($"行高不足，“{cells[i].Text}”中的“{string.Concat(added.Select(letter => letter.Text))}”未印出，按文件所载计入",
                new Place(grid.Page, cell.Box)));
        }
        return cells is null ? grid : grid with { Cells = cells };
    }

    /// <summary>Whether a letter is clipped to the cell, and stands in its width.</summary>
    private static bool IsOf(in Letter letter, PageCell cell) =>
        letter.Clip is { } clip && clip.Height > 0 && clip.Width > 0
        && clip.X0 > cell.Box.X0 - Near && clip.X1 < cell.Box.X1 + Near && clip.Y0 > cell.Box.Y0 - Near && clip.Y1 < cell.Box.Y1 + Near
        && letter.Direction == TextDirection.Right && letter.Box.X0 > cell.Box.X0 - Near && letter.Box.X1 < cell.Box.X1 + Near
        && Math.Abs(letter.FontSize - cell.Letters[0].FontSize) < 0.1 * letter.FontSize;

    /// <summary>The letters of the lines that follow the shown ones downwards and upwards, line by line.</summary>
    private static List<Letter> Adjoining(IReadOnlyList<Letter> shown, List<List<Letter>> lines)
    {
        double em = shown[0].FontSize, low = shown.Max(letter => letter.Baseline), high = shown.Min(letter => letter.Baseline);
        var added = new List<Letter>();
        foreach (var line in lines.OrderBy(line => line[0].Baseline))
            if (line[0].Baseline - low > NextLine * em && line[0].Baseline - low < LastLine * em)
            {
                added.AddRange(line);
                low = line[0].Baseline;
            }
        foreach (var line in lines.OrderByDescending(line => line[0].Baseline))
            if (high - line[0].Baseline > NextLine * em && high - line[0].Baseline < LastLine * em)
            {
                added.AddRange(line);
                high = line[0].Baseline;
            }
        return added;
    }
}
