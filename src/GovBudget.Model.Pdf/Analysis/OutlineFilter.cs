using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Leaves out the marks that are part of letters: producers paint a bold letter as text and the strokes of its outline over it.</summary>
internal static class OutlineFilter
{
    private const double Slack = 0.05;

    /// <summary>The marks without those that lie inside the box of one letter; the same list where there are none.</summary>
    public static IReadOnlyList<Mark> Without(IReadOnlyList<Mark> marks, IReadOnlyList<Letter> letters)
    {
        double largest = 0;
        foreach (var letter in letters) largest = Math.Max(largest, Math.Max(letter.Box.Width, letter.Box.Height));
        if (!(largest > 0) || !marks.Any(mark => MayBelong(mark, largest))) return marks;
        var cells = new Dictionary<(int X, int Y), List<Box>>();
        foreach (var letter in letters)
        {
            double slack = Slack * letter.FontSize;
            var box = new Box(letter.Box.X0 - slack, letter.Box.Y0 - slack, letter.Box.X1 + slack, letter.Box.Y1 + slack);
            for (int x = Cell(box.X0, largest); x <= Cell(box.X1, largest); x++)
                for (int y = Cell(box.Y0, largest); y <= Cell(box.Y1, largest); y++)
                {
                    if (!cells.TryGetValue((x, y), out var here)) cells[(x, y)] = here = [];
                    here.Add(box);
                }
        }
        var kept = marks.Where(mark => !MayBelong(mark, largest) || !IsInside(mark.Box, cells, largest)).ToList();
        return kept.Count == marks.Count ? marks : kept;
    }

    /// <summary>A stroke no longer than a letter is wide. Fills are left alone: dotted rules are made of them.</summary>
    private static bool MayBelong(in Mark mark, double largest) =>
        mark.Kind == MarkKind.Stroke && Math.Max(mark.Box.Width, mark.Box.Height) <= largest * (1 + 2 * Slack);

    private static bool IsInside(in Box mark, Dictionary<(int X, int Y), List<Box>> cells, double largest)
    {
        if (!cells.TryGetValue((Cell(mark.CenterX, largest), Cell(mark.CenterY, largest)), out var boxes)) return false;
        foreach (var box in boxes)
            if (mark.X0 >= box.X0 && mark.X1 <= box.X1 && mark.Y0 >= box.Y0 && mark.Y1 <= box.Y1) return true;
        return false;
    }

    private static int Cell(double at, double size) => (int)Math.Floor(at / size);
}
