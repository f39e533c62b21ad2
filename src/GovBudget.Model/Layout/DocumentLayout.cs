namespace GovBudget.Model.Layout;

/// <summary>A document as a reader sees it: paragraphs, grids and pictures in reading order, each with its place. What every format is read into and printed
/// from.</summary>
public sealed record DocumentLayout
{
    /// <summary>The pages of a PDF or the sheets of a workbook, in order.</summary>
    public ValueList<LayoutPage> Pages { get; init; }

    /// <summary>Paragraphs, grids and pictures in reading order. A grid that runs over several pages is one block; its cells know their pages.</summary>
    public ValueList<LayoutBlock> Blocks { get; init; }

    /// <summary>What went wrong on the way, or was left out on purpose (hidden sheets, text outside the page).</summary>
    public ValueList<LayoutDiagnostic> Diagnostics { get; init; }
}

/// <summary>A page of a PDF or a sheet of a workbook.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Name">The sheet's name; null for a page.</param>
/// <param name="Width">Width in points as a reader sees it (rotation applied); 0 for a sheet.</param>
/// <param name="Height">Height in points; 0 for a sheet.</param>
public sealed record LayoutPage(int Number, string? Name = null, double Width = 0, double Height = 0);

/// <summary>One thing on a page.</summary>
/// <param name="Place">Where it stands; where it begins, if it runs over several pages.</param>
public abstract record LayoutBlock(Place Place);

/// <summary>What part a paragraph plays on its page.</summary>
public enum ParagraphRole
{
    /// <summary>Running text, a heading, a line above or below a table.</summary>
    Body,

    /// <summary>A line repeated at the head of the pages.</summary>
    RunningHeader,

    /// <summary>A line repeated at the foot of the pages.</summary>
    RunningFooter,

    /// <summary>A page number.</summary>
    PageNumber,

    /// <summary>A line of a table of contents (ends in leaders and a page number, or stands in a list of such lines).</summary>
    Contents,
}

/// <summary>A paragraph of text, its wrapped lines joined.</summary>
/// <param name="Text">The text; wrapped lines are joined, line breaks set on purpose are <c>\n</c>. For writing: a line's tabs part what stands left, in the
/// middle and right.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Paragraph(string Text, Place Place) : LayoutBlock(Place)
{
    /// <summary>What part it plays on the page.</summary>
    public ParagraphRole Role { get; init; }

    /// <summary>The commonest letter size in points; 0 where unknown.</summary>
    public double FontSize { get; init; }

    /// <summary>Whether it is centred on its page or sheet.</summary>
    public bool Centered { get; init; }

    /// <summary>Whether it is printed bold.</summary>
    public bool Bold { get; init; }
}

/// <summary>A picture. Where it is large, a table may stand in it.</summary>
/// <param name="Place">Where it stands.</param>
public sealed record Picture(Place Place) : LayoutBlock(Place);

/// <summary>A table as printed: cells with spans over rows and columns.</summary>
/// <param name="Cells">The cells, by row, then column; a place that no cell covers is blank. No two cells overlap.</param>
/// <param name="RowCount">Number of rows.</param>
/// <param name="ColumnCount">Number of columns.</param>
/// <param name="Place">Where it stands; where it begins, if it runs over several pages.</param>
public sealed record Grid(ValueList<GridCell> Cells, int RowCount, int ColumnCount, Place Place) : LayoutBlock(Place);

/// <summary>A cell of a grid.</summary>
/// <param name="Row">0-based row of its upper left corner.</param>
/// <param name="Column">0-based column of its upper left corner.</param>
/// <param name="Text">The text as printed; wrapped lines are joined, line breaks set on purpose are <c>\n</c>; empty for a blank cell.</param>
/// <param name="Place">Where it stands.</param>
public sealed record GridCell(int Row, int Column, string Text, Place Place)
{
    /// <summary>Rows it spans, at least 1.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Columns it spans, at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>In a workbook: the number stored, of which <see cref="Text"/> is the printed form; null for text.</summary>
    public decimal? Stored { get; init; }

    /// <summary>How sure the text is, 0 to 1; below 1 where letters were recognised from a picture or guessed.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>For writing: how the cell is set. Ignored by readers.</summary>
    public CellStyle Style { get; init; } = CellStyle.Text;

    /// <summary>For writing: the cells of the same grid whose numbers add up to this one's; empty where it is no sum. Ignored by readers.</summary>
    public ValueList<GridSpot> SumOf { get; init; }
}

/// <summary>A place in a grid.</summary>
/// <param name="Row">0-based row.</param>
/// <param name="Column">0-based column.</param>
public readonly record struct GridSpot(int Row, int Column);

/// <summary>How a cell is set when a layout is printed.</summary>
public enum CellStyle
{
    /// <summary>Text, left.</summary>
    Text,

    /// <summary>Header or total label, centred.</summary>
    Header,

    /// <summary>A number, right.</summary>
    Number,

    /// <summary>Text or a number in the middle: what a performance form states.</summary>
    Middle,
}

/// <summary>Something worth knowing about how a document was read: what, where, what would be right.</summary>
/// <param name="Message">The message, in Chinese.</param>
/// <param name="Place">Where.</param>
/// <param name="IsLoss">Whether something that stands in the document could not be read.</param>
public sealed record LayoutDiagnostic(string Message, Place Place, bool IsLoss = false)
{
    /// <summary>Message and place.</summary>
    public override string ToString() => $"{Place}：{Message}";
}
