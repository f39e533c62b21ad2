using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Gives cells and titles back what did not fit: a text too long for its cell, or too high for its row, is painted whole, but clipped to the
/// cell.</summary>
internal static class ClippedText
{
    private const double Near = 3, NextLine = 0.6, LastLine = 2.2, SameLine = 0.1, Touch = 0.3, Overlap = 0.3;

    /// <summary>The grids with the clipped letters that go on with what a cell shows; each cell is named in <paramref name="notes"/>.</summary>
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
            var added = Adjoining(cell, lost);
            if (added.Count == 0) continue;
            cells ??= [.. grid.Cells];
            List<Letter> all = [.. cell.Letters, .. added];
            cells[i] = cell with { Letters = all, Text = CellText.Of(all, cell.Box, options) };
            notes.Add(new LayoutDiagnostic($"单元格太小，“{cells[i].Text}”中的“{string.Concat(added.Select(letter => letter.Text))}”未印出，按文件所载计入",
                new Place(grid.Page, cell.Box)));
        }
        return cells is null ? grid : grid with { Cells = cells };
    }

    /// <summary>Whether a letter is clipped to the cell, and of the size of its text.</summary>
    private static bool IsOf(in Letter letter, PageCell cell) =>
        letter.Clip is { } clip && clip.Height > 0 && clip.Width > 0
        && clip.X0 > cell.Box.X0 - Near && clip.X1 < cell.Box.X1 + Near && clip.Y0 > cell.Box.Y0 - Near && clip.Y1 < cell.Box.Y1 + Near
        && letter.Direction == TextDirection.Right && IsAlike(letter, cell.Letters[0]);

    private static bool IsAlike(in Letter a, in Letter b) => Math.Abs(a.FontSize - b.FontSize) < 0.1 * a.FontSize;

    /// <summary>The letters that go on with what is shown: on its lines to the left and right, then line by line downwards and upwards.</summary>
    private static List<Letter> Adjoining(PageCell cell, List<Letter> lost)
    {
        var added = Beside(cell.Letters, lost);
        double em = cell.Letters[0].FontSize, low = cell.Letters.Max(letter => letter.Baseline), high = cell.Letters.Min(letter => letter.Baseline);
        var inside = lost.Where(letter => letter.Box.X0 > cell.Box.X0 - Near && letter.Box.X1 < cell.Box.X1 + Near && !added.Contains(letter)).ToList();
        var lines = CellText.Lines(inside);
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

    /// <summary>Words outside all grids with the clipped letters that go on with them on their lines.</summary>
    public static IReadOnlyList<Word> Restore(IReadOnlyList<Word> words, IReadOnlyList<PageGrid> grids, IReadOnlyList<Letter> clipped, int page,
        PdfLayoutOptions options, List<LayoutDiagnostic> notes)
    {
        var outside = clipped.Where(letter => letter.Direction == TextDirection.Right
            && !grids.Any(grid => letter.Box.CenterY > grid.Box.Y0 && letter.Box.CenterY < grid.Box.Y1)).ToList();
        if (outside.Count == 0) return words;
        var shown = words.SelectMany(word => word.Letters).ToList();
        var added = Beside(shown, outside);
        if (added.Count == 0) return words;
        foreach (var line in LetterRows.Group(added, 0.5))
            notes.Add(new LayoutDiagnostic($"“{string.Concat(line.Select(letter => letter.Text))}”被裁去而未印出，按文件所载计入",
                new Place(page, line.Skip(1).Aggregate(line[0].Box, (box, letter) => box.Union(letter.Box)))));
        return WordFinder.Find([.. shown, .. added], options);
    }

    /// <summary>The clipped letters that touch shown ones, or one another, on their line, where nothing else is shown.</summary>
    private static List<Letter> Beside(IReadOnlyList<Letter> shown, List<Letter> lost)
    {
        var added = new List<Letter>();
        foreach (var letter in lost.OrderBy(letter => letter.Box.X0)) Add(letter);
        foreach (var letter in lost.OrderByDescending(letter => letter.Box.X0)) Add(letter);
        return added;

        void Add(in Letter letter)
        {
            if (added.Contains(letter)) return;
            bool touches = false;
            if (IsFree(letter, shown, ref touches) && IsFree(letter, added, ref touches) && touches) added.Add(letter);
        }
    }

    /// <summary>Whether none of the letters stands where this one does; and whether one of its line touches it.</summary>
    private static bool IsFree(in Letter letter, IReadOnlyList<Letter> others, ref bool touches)
    {
        double line = SameLine * letter.FontSize, touch = Touch * letter.FontSize;
        for (int i = 0; i < others.Count; i++)
        {
            var other = others[i];
            if (Math.Abs(other.Baseline - letter.Baseline) > line || other.Direction != TextDirection.Right || !IsAlike(letter, other)) continue;
            if (Math.Min(other.Box.X1, letter.Box.X1) - Math.Max(other.Box.X0, letter.Box.X0) > Overlap * letter.Box.Width) return false;
            touches |= Math.Abs(letter.Box.X0 - other.Box.X1) < touch || Math.Abs(other.Box.X0 - letter.Box.X1) < touch;
        }
        return true;
    }
}
