using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Tests.Analysis;

/// <summary>Draws a page for tests: text at a place, rules, frames, tables.</summary>
internal sealed class PageSketch(int number = 1, double width = 600, double height = 800)
{
    private readonly List<Letter> _letters = [];
    private readonly List<Mark> _marks = [];

    /// <summary>How wide a character is set: Chinese one em, anything else half.</summary>
    public static double Advance(char c, double size) => c >= '\u2E80' || c is '“' or '”' or '—' or '…' ? size : size / 2;

    public static double Width(string text, double size) => text.Sum(c => Advance(c, size));

    public PageSketch Text(double x, double baseline, string text, double size = 10, bool bold = false, double spacing = 0, bool visible = true,
        UnicodeSource source = UnicodeSource.Stated)
    {
        foreach (char c in text)
        {
            double advance = Advance(c, size);
            _letters.Add(new Letter(c.ToString(), new Box(x, baseline - 0.88 * size, x + advance, baseline + 0.12 * size), baseline, size, TextDirection.Right)
            {
                Bold = bold,
                Visible = visible,
                Source = source,
            });
            x += advance + spacing;
        }
        return this;
    }

    public PageSketch Right(double right, double baseline, string text, double size = 10) => Text(right - Width(text, size), baseline, text, size);

    public PageSketch Center(double center, double baseline, string text, double size = 10,
        bool bold = false) => Text(center - Width(text, size) / 2, baseline, text, size, bold);

    /// <summary>Letters one under another, as vertical writing sets them.</summary>
    public PageSketch Down(double x, double top, string text, double size = 10)
    {
        foreach (char c in text)
        {
            _letters.Add(new Letter(c.ToString(), new Box(x, top, x + size, top + size), x + size / 2, size, TextDirection.Vertical));
            top += size;
        }
        return this;
    }

    public PageSketch Add(Letter letter)
    {
        _letters.Add(letter);
        return this;
    }

    public PageSketch Across(double y, double from, double to, double thickness = 0.5, MarkKind kind = MarkKind.Stroke)
    {
        _marks.Add(new Mark(kind, new Box(from, y - thickness / 2, to, y + thickness / 2)));
        return this;
    }

    public PageSketch Vertical(double x, double from, double to, double thickness = 0.5, MarkKind kind = MarkKind.Stroke)
    {
        _marks.Add(new Mark(kind, new Box(x - thickness / 2, from, x + thickness / 2, to)));
        return this;
    }

    public PageSketch Fill(Box box, double luminance = 0, MarkKind kind = MarkKind.Fill)
    {
        _marks.Add(new Mark(kind, box, luminance));
        return this;
    }

    /// <summary>All rules of a table.</summary>
    public PageSketch Rules(double[] xs, double[] ys)
    {
        foreach (double y in ys) Across(y, xs[0], xs[^1]);
        foreach (double x in xs) Vertical(x, ys[0], ys[^1]);
        return this;
    }

    /// <summary>A fully ruled table; rows are 20 points high, text stands left in its cell, figures right.</summary>
    public PageSketch Table(double[] xs, double top, params string[][] rows)
    {
        double[] ys = [.. Enumerable.Range(0, rows.Length + 1).Select(i => top + 20 * i)];
        return Rules(xs, ys).Rows(xs, top, rows);
    }

    public PageSketch Rows(double[] xs, double top, params string[][] rows)
    {
        for (int r = 0; r < rows.Length; r++)
            for (int c = 0; c < rows[r].Length; c++)
            {
                string text = rows[r][c];
                if (text.Length == 0) continue;
                if (char.IsAsciiDigit(text[^1]) && text.Contains('.')) Right(xs[c + 1] - 3, top + 20 * r + 13, text);
                else Text(xs[c] + 3, top + 20 * r + 13, text);
            }
        return this;
    }

    public PageContent Page() => new(number, width, height, _letters, _marks, []);

    public DocumentLayout Layout() => PdfLayout.FromPages([Page()]);

    public static DocumentLayout Layout(params PageSketch[] pages) => PdfLayout.FromPages(pages.Select(page => page.Page()));
}

internal static class LayoutReading
{
    public static IReadOnlyList<Grid> Grids(this DocumentLayout layout) => [.. layout.Blocks.OfType<Grid>()];

    public static Grid Grid(this DocumentLayout layout) => Assert.Single(layout.Grids());

    public static IReadOnlyList<Paragraph> Paragraphs(this DocumentLayout layout) => [.. layout.Blocks.OfType<Paragraph>()];

    public static string[] Texts(this DocumentLayout layout) => [.. layout.Paragraphs().Select(paragraph => paragraph.Text)];

    /// <summary>The text of the cell that covers a place; null where none does.</summary>
    public static string? At(this Grid grid, int row, int column) => grid.CellAt(row, column)?.Text;

    public static GridCell? CellAt(this Grid grid, int row, int column) => grid.Cells.FirstOrDefault(cell =>
        cell.Row <= row && row < cell.Row + cell.RowSpan && cell.Column <= column && column < cell.Column + cell.ColumnSpan);

    public static string[] Row(this Grid grid, int row) => [.. Enumerable.Range(0, grid.ColumnCount).Select(column => grid.At(row, column) ?? "")];
}
