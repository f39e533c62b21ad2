using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Analysis;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>How a table is set on a paper: letter size, column widths, row heights, the lines of each cell.</summary>
internal sealed class GridPlan
{
    /// <summary>Room at each side of a cell's text, in points.</summary>
    public const double Padding = 3;

    private const double MinimumColumn = 16, SmallestByChoice = 8, FigureColumn = 9, LongUpright = 18, HeadingRoom = 90, ComfortableText = 12, ComfortableMiddle = 7, ComfortableHeader = 4.5, NarrowText = 5, NarrowHeader = 2;
    private static readonly double[] s_sizes = [10.5, 10, 9.5, 9, 8.5, 8];
    private static readonly double[] s_small = [7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4, 3.5, 3];

    private double _pages;

    private GridPlan(Grid grid, double size, double[] columns) => (Grid, Size, Columns) = (grid, size, columns);

    public Grid Grid { get; }

    /// <summary>The letter size in points.</summary>
    public double Size { get; }

    /// <summary>The widths of the columns in points.</summary>
    public double[] Columns { get; }

    /// <summary>The heights of the rows in points.</summary>
    public double[] Rows { get; private set; } = [];

    /// <summary>How many rows head the table and are repeated on every page.</summary>
    public int HeaderRows { get; private set; }

    /// <summary>The lines of each cell, with their letter size.</summary>
    public Dictionary<GridCell, (List<string> Lines, double Size)> Texts { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Distance of baselines, in letter sizes.</summary>
    public static double LineHeight => 1.25;

    /// <summary>The narrowest paper on which the table stands comfortably, or else fits at all; upright where a long table takes fewer pages so; an index in
    /// <see cref="Paper.Sizes"/>.</summary>
    public static int PaperFor(Grid grid, FontSet fonts)
    {
        var measures = new Measures(grid, fonts);
        if (Fits(measures.Comfortable, 0, 9)) return 0;
        int wide = 1;
        while (wide < Paper.Sizes.Count - 1 && !Fits(measures.Comfortable, wide, 8) && !Fits(measures.Least, wide, 7)) wide++;
        return grid.RowCount > LongUpright
            && Fits(measures.Least, 0, SmallestByChoice)
            && Make(grid, Paper.Sizes[0], fonts, Body(0))._pages < Make(grid, Paper.Sizes[wide], fonts, Body(wide))._pages
            ? 0
            : wide;

        static double Body(int paper) => Paper.Sizes[paper].Bottom - Paper.Sizes[paper].Top - HeadingRoom;

        static bool Fits(double[] ems, int paper, double size) => ems.Sum(width => ColumnWidth(width, size)) <= Paper.Sizes[paper].TextWidth;
    }

    /// <summary>Sets a table on a paper: in the largest letters of those with which it takes the fewest pages.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="fonts">What measures.</param>
    /// <param name="room">The height that the first part may take, so that a table that nearly fits a page is set a little tighter.</param>
    /// <exception cref="InvalidOperationException">A row does not fit any page even in the smallest letters.</exception>
    public static GridPlan Make(Grid grid, Paper paper, FontSet fonts, double room)
    {
        var measures = new Measures(grid, fonts);
        double page = paper.Bottom - paper.Top;
        GridPlan? best = null;
        foreach (double size in s_sizes.Concat(s_small))
        {
            bool comfortable = measures.Comfortable.Sum(width => ColumnWidth(width, size)) <= paper.TextWidth;
            bool fits = measures.Least.Sum(width => ColumnWidth(width, size)) <= paper.TextWidth;
            if (best is not null && size < SmallestByChoice) break;
            if (!comfortable && (size > SmallestByChoice || !fits) && size > s_small[^1]) continue;
            var plan = new GridPlan(grid, size, Widths(measures, size, paper.TextWidth));
            plan.SetRows(fonts, room, page);
            bool rowsFit = plan.Rows.Take(plan.HeaderRows).Sum() + plan.Rows.Skip(plan.HeaderRows).DefaultIfEmpty(0).Max() <= page;
            if (rowsFit && (best is null || plan._pages < best._pages)) best = plan;
        }
        if (best is not null) return best;
        throw new InvalidOperationException($"表格有一行文字过多，最小字号也排不进一页（{grid.RowCount} 行 {grid.ColumnCount} 列）；请拆分该单元格。");
    }

    private static double ColumnWidth(double ems, double size) => Math.Max(MinimumColumn, (ems * size) + (2 * Padding) + 0.5);

    /// <summary>What each column asks for, in ems: the least that keeps numbers whole, what looks well, and what needs no wrapping.</summary>
    private sealed class Measures
    {
        public Measures(Grid grid, FontSet fonts)
        {
            (Least, Comfortable, Full) = (Zeros(), Zeros(), Zeros());
            foreach (var cell in grid.Cells.OrderBy(cell => cell.ColumnSpan))
            {
                if (cell.Text.Length == 0) continue;
                double full = cell.Text.Split('\n').Max(fonts.Width), piece = LineBreaker.WidestPiece(cell.Text, fonts);
                bool header = cell.Style == CellStyle.Header;
                Raise(Least, cell, Math.Min(full, Math.Max(piece, header ? NarrowHeader : NarrowText)));
                Raise(Comfortable, cell,
                    Math.Min(full, Math.Max(piece, header ? ComfortableHeader : cell.Style == CellStyle.Middle ? ComfortableMiddle : ComfortableText)));
                Raise(Full, cell, header ? Math.Min(full, Math.Max(piece, 2 * ComfortableHeader)) : full);
            }
            Generous = [.. Full.Select((width, column) => HoldsFigures(grid, column) ? Math.Max(width, FigureColumn) : width)];

            double[] Zeros() => new double[grid.ColumnCount];
        }

        public double[] Least { get; }

        public double[] Comfortable { get; }

        public double[] Full { get; }

        /// <summary>With room to spare: columns of figures alike, filled or blank.</summary>
        public double[] Generous { get; }

        private static bool HoldsFigures(Grid grid, int column)
        {
            var cells = grid.Cells.Where(cell => cell.Column == column && cell.ColumnSpan == 1 && cell.Text.Length > 0).ToList();
            int header = cells.FindIndex(cell => cell.Style != CellStyle.Header);
            return cells.Count > 0 && (header < 0 ? cells.Count < 4 : cells.Skip(header).All(cell => IsFigure(cell) || cell.Style == CellStyle.Header));
        }

        private static void Raise(double[] widths, GridCell cell, double needed)
        {
            double held = 0;
            for (int c = 0; c < cell.ColumnSpan; c++) held += widths[cell.Column + c];
            if (held >= needed) return;
            double share = (needed - held) / cell.ColumnSpan;
            for (int c = 0; c < cell.ColumnSpan; c++) widths[cell.Column + c] += share;
        }
    }

    /// <summary>Widths that fill the paper, between what is needed and what there is room for.</summary>
    private static double[] Widths(Measures measures, double size, double total)
    {
        double[][] levels = [Of(measures.Least), Of(measures.Comfortable), Of(measures.Full), Of(measures.Generous)];
        if (levels[0].Sum() >= total) return Scaled(levels[0]);
        for (int i = 1; i < levels.Length; i++)
            if (levels[i].Sum() >= total) return Between(levels[i - 1], levels[i]);
        return Scaled(levels[^1]);

        double[] Scaled(double[] widths) => [.. widths.Select(width => width * total / widths.Sum())];
        double[] Of(double[] ems) => [.. ems.Select(width => ColumnWidth(width, size))];
        double[] Between(double[] low, double[] high)
        {
            double share = (total - low.Sum()) / Math.Max(0.001, high.Sum() - low.Sum());
            return [.. low.Zip(high, (a, b) => a + ((Math.Max(a, b) - a) * share))];
        }
    }

    private void SetRows(FontSet fonts, double room, double page)
    {
        foreach (var cell in Grid.Cells)
            if (cell.Text.Length > 0) Texts[cell] = Lines(cell, fonts);
        var needed = new double[Grid.RowCount];
        foreach (var cell in Grid.Cells.OrderBy(cell => cell.RowSpan))
        {
            if (!Texts.TryGetValue(cell, out var text)) continue;
            double height = (text.Lines.Count * text.Size * LineHeight) + 4, held = 0;
            int end = Math.Min(Grid.RowCount, cell.Row + cell.RowSpan);
            for (int r = cell.Row; r < end; r++) held += needed[r];
            for (int r = cell.Row; r < end && held < height; r++) needed[r] += (height - held) / (end - cell.Row);
        }
        HeaderRows = CountHeaderRows();

        // The tallest rows with which the table takes no more pages than with the lowest.
        double low = Math.Max(10.5, Size * 1.4), row = Size * 2.1;
        _pages = Pages(low);
        while (row > low && Pages(row) > _pages) row -= 0.25;
        Rows = [.. needed.Select(height => Math.Max(height, Math.Max(row, low)))];

        double Pages(double least)
        {
            double all = needed.Sum(height => Math.Max(height, least)), head = needed.Take(HeaderRows).Sum(height => Math.Max(height, least));
            return all <= room ? 1 : 1 + Math.Ceiling((all - room) / Math.Max(least, page - head - least));
        }
    }

    /// <summary>The lines of a cell. Where a break set on purpose would look like a wrapped line, the letters are made smaller until it does not.</summary>
    private (List<string> Lines, double Size) Lines(GridCell cell, FontSet fonts)
    {
        double width = Columns.Skip(cell.Column).Take(cell.ColumnSpan).Sum();
        for (double size = Size; ; size *= 0.92)
        {
            double room = (width - (2 * Padding)) / size;
            var lines = LineBreaker.Break(cell.Text, fonts, room);
            if (size < Size * 0.6 || !cell.Text.Contains('\n', StringComparison.Ordinal)) return (lines, size);
            var parts = cell.Text.Split('\n').Select(part => LineBreaker.Break(part, fonts, room)).ToList();
            bool clear = true;
            for (int i = 0; i + 1 < parts.Count; i++)
                clear &= width - (fonts.Width(parts[i][^1]) * size) > (fonts.Width(LineBreaker.FirstPiece(parts[i + 1][0])) * size) + 12.5;
            if (clear) return (lines, size);
        }
    }

    /// <summary>The rows from the top in which every text is set as a header.</summary>
    private int CountHeaderRows()
    {
        int rows = 0;
        for (int r = 0; r < Grid.RowCount; r++)
        {
            var cells = Grid.Cells.Where(cell => cell.Row == r).ToList();
            if (cells.Exists(cell => cell.Text.Length > 0 && cell.Style != CellStyle.Header) || (!cells.Exists(cell => cell.Text.Length > 0) && rows == 0))
                break;
            rows = r + 1;
        }
        // A merged header cell that reaches into the body would be cut on every page.
        while (rows > 0 && Grid.Cells.Any(cell => cell.Row < rows && cell.Row + cell.RowSpan > rows)) rows--;
        return rows < Grid.RowCount && rows <= 8 ? rows : 0;
    }

    /// <summary>Whether a cell's text is a figure, which stands right.</summary>
    public static bool IsFigure(GridCell cell) => cell.Style == CellStyle.Number
        || (cell.Style == CellStyle.Text && Script.IsNumber(cell.Text) && cell.Text.AsSpan().IndexOfAny(".,%") >= 0);
}
