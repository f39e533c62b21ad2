using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>How a grid was recognised.</summary>
public enum GridKind
{
    /// <summary>All cells are bounded by rules.</summary>
    Ruled,

    /// <summary>Rules bound it; some rows or columns were borrowed from the text.</summary>
    PartlyRuled,

    /// <summary>No rules: text aligned in columns.</summary>
    Aligned,
}

/// <summary>A cell of a grid on one page.</summary>
/// <param name="Row">0-based row of its upper left corner.</param>
/// <param name="Column">0-based column of its upper left corner.</param>
/// <param name="RowSpan">Rows it spans.</param>
/// <param name="ColumnSpan">Columns it spans.</param>
/// <param name="Box">Its outline.</param>
/// <param name="Text">Its text, wrapped lines joined.</param>
/// <param name="Letters">Its letters.</param>
public sealed record PageCell(int Row, int Column, int RowSpan, int ColumnSpan, Box Box, string Text, IReadOnlyList<Letter> Letters)
{
    /// <summary>1-based page that it stands on; null where that is its grid's.</summary>
    public int? Page { get; init; }
}

/// <summary>A grid, or a part of one, on one page.</summary>
/// <param name="Page">1-based page number.</param>
/// <param name="Kind">How it was recognised.</param>
/// <param name="Columns">x of the column lines, ascending.</param>
/// <param name="Rows">y of the row lines, ascending.</param>
/// <param name="Cells">The cells, by row, then column.</param>
public sealed record PageGrid(int Page, GridKind Kind, IReadOnlyList<double> Columns, IReadOnlyList<double> Rows, IReadOnlyList<PageCell> Cells)
{
    /// <summary>Whether its first row is cut by the page's head.</summary>
    public bool OpenTop { get; init; }

    /// <summary>Whether its last row is cut by the page's foot.</summary>
    public bool OpenBottom { get; init; }

    /// <summary>The lines that it was made of, where no rules part its columns.</summary>
    internal AlignedTable? Aligned { get; init; }

    /// <summary>Number of rows.</summary>
    public int RowCount => Rows.Count - 1;

    /// <summary>Number of columns.</summary>
    public int ColumnCount => Columns.Count - 1;

    /// <summary>Its outline.</summary>
    public Box Box => new(Columns[0], Rows[0], Columns[^1], Rows[^1]);

    /// <summary>Whether any cell holds text.</summary>
    public bool HasText => Cells.Any(cell => cell.Text.Length > 0);
}
