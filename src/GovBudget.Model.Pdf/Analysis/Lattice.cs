using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>A rectangle of a lattice that no rule divides.</summary>
/// <param name="Row">0-based row of its upper left corner.</param>
/// <param name="Column">0-based column of its upper left corner.</param>
/// <param name="RowSpan">Rows it spans.</param>
/// <param name="ColumnSpan">Columns it spans.</param>
public readonly record struct LatticeCell(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>Rules that meet, as a lattice: column and row lines, and the cells between them.</summary>
/// <param name="Columns">x of the column lines, ascending.</param>
/// <param name="Rows">y of the row lines, ascending.</param>
/// <param name="Cells">The cells, by row, then column.</param>
public sealed record Lattice(IReadOnlyList<double> Columns, IReadOnlyList<double> Rows, IReadOnlyList<LatticeCell> Cells)
{
    /// <summary>Whether its columns run on above the first rule (a row cut by the page break).</summary>
    public bool OpenTop { get; init; }

    /// <summary>Whether its columns run on below the last rule.</summary>
    public bool OpenBottom { get; init; }

    /// <summary>Its outline.</summary>
    public Box Box => new(Columns[0], Rows[0], Columns[^1], Rows[^1]);

    /// <summary>The outline of a cell.</summary>
    public Box BoxOf(LatticeCell cell) =>
        new(Columns[cell.Column], Rows[cell.Row], Columns[cell.Column + cell.ColumnSpan], Rows[cell.Row + cell.RowSpan]);
}

/// <summary>Finds lattices among rules.</summary>
public static class LatticeFinder
{
    private const double OpenSide = 8, OpenEnd = 4, LowestRow = 6;

    /// <summary>The lattices of a page, from top to bottom.</summary>
    public static IReadOnlyList<Lattice> Find(IReadOnlyList<RulingEdge> edges, PdfLayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(options);
        var across = edges.Where(edge => edge.Horizontal).ToArray();
        var down = edges.Where(edge => !edge.Horizontal).OrderBy(edge => edge.Position).ToArray();
        var lattices = new List<Lattice>();
        foreach (var (h, v) in Components(across, down, options.RuleTouch))
            if (Build(h, v, options) is { } lattice) lattices.Add(lattice);
        lattices.Sort((a, b) => (Math.Round(a.Box.Y0 / 3), a.Box.X0).CompareTo((Math.Round(b.Box.Y0 / 3), b.Box.X0)));
        return lattices;
    }

    private static List<(List<RulingEdge> Across, List<RulingEdge> Down)> Components(RulingEdge[] across, RulingEdge[] down, double touch)
    {
        var sets = new DisjointSets(across.Length + down.Length);
        var positions = Array.ConvertAll(down, edge => edge.Position);
        for (int i = 0; i < across.Length; i++)
        {
            var h = across[i];
            int k = Array.BinarySearch(positions, h.From - touch);
            for (k = k < 0 ? ~k : k; k < down.Length && positions[k] <= h.To + touch; k++)
                if (h.Position >= down[k].From - touch && h.Position <= down[k].To + touch) sets.Join(i, across.Length + k);
        }
        var found = new Dictionary<int, (List<RulingEdge> Across, List<RulingEdge> Down)>();
        for (int i = 0; i < across.Length + down.Length; i++)
        {
            int root = sets.Find(i);
            if (!found.TryGetValue(root, out var lists)) found[root] = lists = ([], []);
            if (i < across.Length) lists.Across.Add(across[i]);
            else lists.Down.Add(down[i - across.Length]);
        }
        return [.. found.Values];
    }

    private static Lattice? Build(List<RulingEdge> across, List<RulingEdge> down, PdfLayoutOptions options)
    {
        if (across.Count == 0 || down.Count == 0 || across.Count + down.Count < 3) return null;
        var rows = Cluster(across.Select(edge => edge.Position), options.RuleSnap);
        var columns = Cluster(down.Select(edge => edge.Position), options.RuleSnap);

        // Tables without their outer left or right border reach as far as their rules do.
        double left = across.Min(edge => edge.From), right = across.Max(edge => edge.To);
        bool openLeft = across.Count(edge => edge.From < columns[0] - OpenSide) >= 2, openRight = across.Count(edge => edge.To > columns[^1] + OpenSide) >= 2;
        if (openLeft) columns.Insert(0, left);
        if (openRight) columns.Add(right);

        // A row cut by the page break may lack its outer rule: then its column lines, the outer ones at least, run on.
        bool openTop = RunsOn(down, columns, edge => edge.From < rows[0] - OpenEnd, edge => edge.From < rows[0] + options.RuleSnap);
        bool openBottom = RunsOn(down, columns, edge => edge.To > rows[^1] + OpenEnd, edge => edge.To > rows[^1] - options.RuleSnap);
        // One without borders left and right has none above and below either: any column line that runs on shows a row.
        bool borderless = openLeft && openRight;
        if (openTop || borderless && down.Exists(edge => edge.From < rows[0] - LowestRow)) rows.Insert(0, down.Min(edge => edge.From));
        if (openBottom || borderless && down.Exists(edge => edge.To > rows[^1] + LowestRow)) rows.Add(down.Max(edge => edge.To));
        if (rows.Count < 2 || columns.Count < 2) return null;
        return new Lattice(columns, rows, Cells(across, down, columns, rows)) { OpenTop = openTop, OpenBottom = openBottom };
    }

    private static bool RunsOn(List<RulingEdge> down, List<double> columns, Func<RulingEdge, bool> beyond, Func<RulingEdge, bool> atEnd)
    {
        var open = down.FindAll(edge => beyond(edge));
        bool outer = open.Exists(edge => Math.Abs(edge.Position - columns[0]) < OpenEnd)
            && open.Exists(edge => Math.Abs(edge.Position - columns[^1]) < OpenEnd);
        return outer || open.Count * 2 > down.Count(atEnd);
    }

    private static List<double> Cluster(IEnumerable<double> values, double tolerance)
    {
        var sorted = values.Order().ToList();
        var clusters = new List<double>();
        for (int i = 0, j; i < sorted.Count; i = j)
        {
            j = i + 1;
            while (j < sorted.Count && sorted[j] - sorted[i] <= tolerance) j++;
            clusters.Add((sorted[i] + sorted[j - 1]) / 2);
        }
        return clusters;
    }

    private static List<LatticeCell> Cells(List<RulingEdge> across, List<RulingEdge> down, List<double> columns, List<double> rows)
    {
        int rowCount = rows.Count - 1, columnCount = columns.Count - 1;
        var above = new bool[rowCount + 1, columnCount];
        var before = new bool[rowCount, columnCount + 1];
        foreach (var edge in across)
        {
            int row = Nearest(rows, edge.Position);
            for (int c = 0; c < columnCount; c++)
                if (Covers(edge, columns[c], columns[c + 1])) above[row, c] = true;
        }
        foreach (var edge in down)
        {
            int column = Nearest(columns, edge.Position);
            for (int r = 0; r < rowCount; r++)
                if (Covers(edge, rows[r], rows[r + 1])) before[r, column] = true;
        }
        var sets = new DisjointSets(rowCount * columnCount);
        for (int r = 0; r < rowCount; r++)
            for (int c = 0; c < columnCount; c++)
            {
                if (c + 1 < columnCount && !before[r, c + 1]) sets.Join(r * columnCount + c, r * columnCount + c + 1);
                if (r + 1 < rowCount && !above[r + 1, c]) sets.Join(r * columnCount + c, (r + 1) * columnCount + c);
            }
        var cells = new List<LatticeCell>();
        foreach (var group in Enumerable.Range(0, rowCount * columnCount).GroupBy(sets.Find))
            AddRectangles(group.ToList(), columnCount, before, cells);
        cells.Sort((a, b) => a.Row != b.Row ? a.Row - b.Row : a.Column - b.Column);
        return cells;
    }

    private static bool Covers(RulingEdge edge, double from, double to)
    {
        double middle = (from + to) / 2;
        return edge.From <= middle && edge.To >= middle;
    }

    /// <summary>A region that no rule divides: one cell where it is a rectangle, otherwise the strips of its rows, equal ones joined.</summary>
    private static void AddRectangles(List<int> region, int columnCount, bool[,] before, List<LatticeCell> cells)
    {
        int top = region.Min(i => i / columnCount), bottom = region.Max(i => i / columnCount);
        int left = region.Min(i => i % columnCount), right = region.Max(i => i % columnCount);
        if ((bottom - top + 1) * (right - left + 1) == region.Count)
        {
            cells.Add(new LatticeCell(top, left, bottom - top + 1, right - left + 1));
            return;
        }
        var open = new List<LatticeCell>();
        foreach (var row in region.GroupBy(i => i / columnCount, i => i % columnCount).OrderBy(row => row.Key))
        {
            var next = new List<LatticeCell>();
            var columns = row.Order().ToList();
            for (int i = 0, j; i < columns.Count; i = j)
            {
                j = i + 1;
                while (j < columns.Count && columns[j] == columns[j - 1] + 1 && !before[row.Key, columns[j]]) j++;
                int known = open.FindIndex(cell => cell.Column == columns[i] && cell.ColumnSpan == j - i && cell.Row + cell.RowSpan == row.Key);
                if (known < 0)
                    next.Add(new LatticeCell(row.Key, columns[i], 1, j - i));
                else
                {
                    next.Add(open[known] with { RowSpan = open[known].RowSpan + 1 });
                    open.RemoveAt(known);
                }
            }
            cells.AddRange(open);
            open = next;
        }
        cells.AddRange(open);
    }

    internal static int Nearest(IReadOnlyList<double> sorted, double value)
    {
        int best = 0;
        for (int i = 1; i < sorted.Count; i++)
            if (Math.Abs(sorted[i] - value) < Math.Abs(sorted[best] - value)) best = i;
        return best;
    }
}
