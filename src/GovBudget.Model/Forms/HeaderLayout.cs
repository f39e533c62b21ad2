using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Sets header paths as cells: what neighbouring columns share is merged across, what ends early reaches down.</summary>
internal static class HeaderLayout
{
    /// <summary>The rows that the header takes.</summary>
    public static int Depth(IEnumerable<PlannedColumn> columns) => columns.Max(c => c.Header.Count);

    /// <summary>The header's cells.</summary>
    /// <param name="columns">The columns, left to right.</param>
    /// <param name="place">Where the table stands.</param>
    public static IEnumerable<GridCell> Cells(IReadOnlyList<PlannedColumn> columns, Place place)
    {
        var depth = Depth(columns);
        var starts = columns.Select((_, i) => columns.Take(i).Sum(c => c.Width)).ToArray();
        for (var level = 0; level < depth; level++)
        {
            for (var c = 0; c < columns.Count;)
            {
                var end = c + 1;
                while (end < columns.Count && IsShared(columns[c], columns[end], level)) end++;
                if (level < columns[c].Header.Count)
                {
                    yield return new GridCell(level, starts[c], columns[c].Header[level], place)
                    {
                        RowSpan = level == columns[c].Header.Count - 1 ? depth - level : 1,
                        ColumnSpan = columns.Skip(c).Take(end - c).Sum(x => x.Width),
                        Style = CellStyle.Header,
                    };
                }
                c = end;
            }
        }
    }

    private static bool IsShared(PlannedColumn left, PlannedColumn right, int level) =>
        level < left.Header.Count && level < right.Header.Count
        && (level == left.Header.Count - 1) == (level == right.Header.Count - 1)
        && left.Header.AsSpan()[..(level + 1)].SequenceEqual(right.Header.AsSpan()[..(level + 1)])
        && (level < left.Header.Count - 1 || left.Role == right.Role);
}
