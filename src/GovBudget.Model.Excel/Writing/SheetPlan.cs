using GovBudget.Model.Excel.Reading;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Writing;

/// <summary>A block and the sheet row it begins in, from 0.</summary>
internal readonly record struct PlacedBlock(LayoutBlock Block, int Row);

/// <summary>Where the blocks of a page go on its sheet, how wide its columns are, which rows repeat in print.</summary>
internal sealed class SheetPlan
{
    private const double MinWidth = 6, MaxWidth = 40, MaxHeaderWidth = 16;

    private SheetPlan(List<PlacedBlock> blocks, double[] widths, int rows, (int From, int To)? headerRows) =>
        (Blocks, Widths, RowCount, HeaderRows) = (blocks, widths, rows, headerRows);

    public List<PlacedBlock> Blocks { get; }

    /// <summary>Column widths in characters.</summary>
    public double[] Widths { get; }

    public int RowCount { get; }

    /// <summary>The header rows of the first grid, from 0, both inside.</summary>
    public (int From, int To)? HeaderRows { get; }

    public static SheetPlan For(IEnumerable<LayoutBlock> blocks)
    {
        var placed = new List<PlacedBlock>();
        var row = 0;
        LayoutBlock? previous = null;
        foreach (var block in blocks)
        {
            if (block is Grid { RowCount: 0 } or Picture) continue;
            if (block is Grid && previous is Grid) row++;
            placed.Add(new(block, row));
            row += block is Grid grid ? grid.RowCount : 1;
            previous = block;
        }

        var columns = placed.Select(b => b.Block is Grid g ? g.ColumnCount : 1).DefaultIfEmpty(1).Max();
        if (row > CellAddress.MaxRows || columns > CellAddress.MaxColumns)
        {
            throw new ArgumentException($"工作表有 {row} 行 {columns} 列，超出 Excel 的 {CellAddress.MaxRows} 行 {CellAddress.MaxColumns} 列");
        }

        var first = placed.FirstOrDefault(b => b.Block is Grid);
        (int, int)? header = null;
        if (first.Block is Grid table && HeaderDepth(table) is > 0 and var depth && depth < table.RowCount) header = (first.Row, first.Row + depth - 1);
        return new(placed, ColumnWidths(placed, columns), row, header);
    }

    /// <summary>How many characters wide a text stands; Chinese ones count two.</summary>
    public static int DisplayWidth(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text) width += c is >= '\u1100' and not (>= '\uFF61' and <= '\uFFDC') && !char.IsLowSurrogate(c) ? 2 : 1;
        return width;
    }

    /// <summary>How many lines a text takes in that width.</summary>
    public static int Lines(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n')) lines += Math.Max(1, (int)Math.Ceiling(DisplayWidth(text.AsSpan()[line]) / Math.Max(1, width - 1)));
        return lines;
    }

    /// <summary>Rows at the head of a grid that hold headers and nothing else.</summary>
    private static int HeaderDepth(Grid grid)
    {
        var firstOther = grid.RowCount;
        var depth = 0;
        foreach (var cell in grid.Cells)
        {
            if (cell.Style != CellStyle.Header && cell.Text.Length > 0) firstOther = Math.Min(firstOther, cell.Row);
        }

        foreach (var cell in grid.Cells)
        {
            if (cell.Style == CellStyle.Header && cell.Row < firstOther) depth = Math.Max(depth, cell.Row + cell.RowSpan);
        }

        return depth;
    }

    private static double[] ColumnWidths(List<PlacedBlock> blocks, int columns)
    {
        var widths = new double[columns];
        foreach (var grid in blocks.Select(b => b.Block).OfType<Grid>())
        {
            foreach (var cell in grid.Cells)
            {
                if (cell.ColumnSpan > 1 || cell.Column >= columns) continue;
                var most = cell.Style == CellStyle.Header ? MaxHeaderWidth : MaxWidth;
                foreach (var line in cell.Text.AsSpan().Split('\n'))
                {
                    widths[cell.Column] = Math.Max(widths[cell.Column], Math.Min(most, DisplayWidth(cell.Text.AsSpan()[line]) + 2));
                }
            }
        }

        for (var c = 0; c < columns; c++) widths[c] = Math.Max(MinWidth, widths[c]);
        if (columns == 1) widths[0] = Math.Max(80, widths[0]);
        return widths;
    }
}
