namespace GovBudget.Model.Interactive.Views;

/// <summary>What a value looks like, before it is HTML, Markdown or text: blocks in order.</summary>
internal sealed record View(IReadOnlyList<Block> Blocks);

/// <summary>One thing in a view.</summary>
internal abstract record Block;

/// <summary>A heading with a remark beside it.</summary>
internal sealed record HeadingBlock(string Text, string? Note = null) : Block;

/// <summary>A line of text.</summary>
internal sealed record LineBlock(string Text, Tone Tone = Tone.None) : Block;

/// <summary>A chart.</summary>
internal sealed record ChartBlock(Chart Chart) : Block;

/// <summary>A form: as printed where spans can be shown, else its tables and texts one after the other.</summary>
internal sealed record FormBlock(TableBlock Printed, IReadOnlyList<TableBlock> Parts) : Block;

/// <summary>A table: rows of cells as HTML has them, places under a span left out.</summary>
/// <param name="Title">Its name; null where a heading says it.</param>
/// <param name="Note">A remark beside the name: label, place, unit.</param>
/// <param name="Rows">The rows, header first.</param>
/// <param name="HeaderRows">How many of the rows are header.</param>
internal sealed record TableBlock(string? Title, string? Note, IReadOnlyList<IReadOnlyList<ViewCell>> Rows, int HeaderRows) : Block
{
    /// <summary>Whether the table can be folded away and, if so, whether it begins open; null where it cannot.</summary>
    public bool? Open { get; init; }

    /// <summary>Lines below the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A table of one header row.</summary>
    public static TableBlock Of(string? title, IEnumerable<string> header, IEnumerable<IReadOnlyList<ViewCell>> rows, string? note = null) =>
        new(title, note, [[.. header.Select(h => new ViewCell(h, CellRole.Header))], .. rows], 1);

    /// <summary>The cell that covers each place, by row and column; its text counts where it begins.</summary>
    public (ViewCell Cell, bool Begins)[,] Places()
    {
        var columns = Rows.Count == 0 ? 0 : Rows[0].Sum(c => c.ColumnSpan);
        var places = new (ViewCell? Cell, bool Begins)[Rows.Count, columns];
        for (var r = 0; r < Rows.Count; r++)
        {
            var at = 0;
            foreach (var cell in Rows[r])
            {
                while (at < columns && places[r, at].Cell is not null) at++;
                for (var i = r; i < Math.Min(Rows.Count, r + cell.RowSpan); i++)
                {
                    for (var j = at; j < Math.Min(columns, at + cell.ColumnSpan); j++) places[i, j] = (cell, i == r && j == at);
                }
            }
        }
        var all = new (ViewCell, bool)[Rows.Count, columns];
        for (var r = 0; r < Rows.Count; r++)
        {
            for (var c = 0; c < columns; c++) all[r, c] = places[r, c] is (ViewCell cell, var begins) ? (cell, begins) : (ViewCell.Blank, true);
        }
        return all;
    }
}

/// <summary>A cell of a table in a view.</summary>
internal sealed record ViewCell(string Text, CellRole Role = CellRole.Text, Tone Tone = Tone.None)
{
    public static readonly ViewCell Blank = new("");

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>A figure with its printed decimals; blank where there is none.</summary>
    public static ViewCell Figure(Amount? amount, bool withUnit = false) =>
        amount is { } a ? new(withUnit ? a.ToString() : a.Format(thousands: true), CellRole.Number) : Blank;

    /// <summary>A text; blank where there is none.</summary>
    public static ViewCell Of(string? text, Tone tone = Tone.None) => string.IsNullOrEmpty(text) ? Blank : new(text, CellRole.Text, tone);
}

/// <summary>What stands in a cell.</summary>
internal enum CellRole
{
    Text,
    Header,
    Number,

    /// <summary>— : not applicable, neither blank nor 0.</summary>
    Dash,
}

/// <summary>What a line or cell says about what it shows.</summary>
internal enum Tone
{
    None,
    Error,
    Warning,
    Info,
    Good,
    Dim,
}
