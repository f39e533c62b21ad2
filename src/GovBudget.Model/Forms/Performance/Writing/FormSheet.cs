using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>A performance form while it is set: bands of rows, each parted into columns of its own, brought onto one lattice at the end. The first column holds
/// the labels at the side.</summary>
internal sealed class FormSheet(Place place)
{
    private const int LeastColumns = 4;
    private readonly List<Band> _bands = [];
    private int _rows;

    private sealed record Piece(int Row, int Rows, int From, int To, string Text, CellStyle Style, decimal? Stored);

    /// <param name="Row">Its first row.</param>
    /// <param name="Rows">How many rows it takes.</param>
    /// <param name="Side">What stands at the side; null where its columns begin at the left edge.</param>
    /// <param name="Wide">Of each of its columns, whether it takes room to spare.</param>
    /// <param name="Pieces">Its cells.</param>
    private sealed record Band(int Row, int Rows, string? Side, bool[] Wide, List<Piece> Pieces);

    /// <summary>A row of labels with their values; a value that is null is a blank cell.</summary>
    public void Labels(params ReadOnlySpan<(string Label, FormValue? Value)> pairs)
    {
        var wide = new bool[(2 * pairs.Length) - 1];
        var pieces = new List<Piece>();
        for (var i = 0; i < pairs.Length; i++)
        {
            if (i > 0) pieces.Add(new Piece(0, 1, (2 * i) - 1, 2 * i, pairs[i].Label, CellStyle.Header, null));
            wide[2 * i] = true;
            pieces.Add(PieceOf(pairs[i].Value, 0, 2 * i));
        }
        Add(1, pairs[0].Label, wide, pieces);
    }

    /// <summary>Rows of a name and a text each, beside one label.</summary>
    public void Beside(string side, IReadOnlyList<NamedText> texts) =>
        Add(texts.Count, side, [false, true, true, true],
            [.. texts.SelectMany((t, i) => (Piece[])[new(i, 1, 0, 1, t.Name, CellStyle.Header, null), new(i, 1, 1, 4, t.Text, CellStyle.Text, null)])]);

    /// <summary>Texts side by side under their labels.</summary>
    public void Across(string side, IReadOnlyList<(string Label, string? Text)> texts) => Add(
        2,
        side,
        [.. texts.Select(_ => true)],
        [.. texts.SelectMany((t,
            i) => (Piece[])[new(0, 1, i, i + 1, t.Label, CellStyle.Header, null), new(1, 1, i, i + 1, t.Text ?? "", CellStyle.Text, null)])]);

    /// <summary>A row that is one cell.</summary>
    public void Row(string text) => Add(1, null, [true], [new Piece(0, 1, 0, 1, text, CellStyle.Header, null)]);

    /// <summary>A block of lines under a header.</summary>
    /// <param name="side">What stands beside it; null for nothing.</param>
    /// <param name="columns">Its columns, left to right.</param>
    /// <param name="lines">Its lines, one at least.</param>
    public void Block<T>(string? side, IReadOnlyList<FormColumn<T>> columns, IReadOnlyList<T> lines)
    {
        var depth = columns.Any(c => c.Group is not null) ? 2 : 1;
        var pieces = Headers(columns, depth);
        var merged = new Piece?[columns.Count];
        for (var r = 0; r < lines.Count; r++)
        {
            var apart = false; // what stands right of a new cell is new as well
            for (var c = 0; c < columns.Count; c++)
            {
                var text = columns[c].Text(lines[r]) ?? "";
                if (columns[c].IsMerged && !apart && text.Length > 0 && merged[c] is { } above && above.Text == text)
                {
                    pieces.Remove(above);
                    pieces.Add(merged[c] = above with { Rows = above.Rows + 1 });
                    continue;
                }
                apart |= columns[c].IsMerged;
                pieces.Add(merged[c] = PieceOf(text, columns[c].Look, depth + r, c, c + 1));
            }
        }
        Add(depth + lines.Count, side, [.. columns.Select(c => c.IsWide)], pieces);
    }

    /// <summary>A row under a block, with cells in some of its columns and a label over what stands left of them.</summary>
    public void Sum<T>(string label, IReadOnlyList<FormColumn<T>> columns, IReadOnlyList<(int Column, string? Text)> cells)
    {
        var first = cells.Min(c => c.Column);
        var pieces = Enumerable.Range(first, columns.Count - first)
            .Select(c => PieceOf(cells.FirstOrDefault(x => x.Column == c).Text ?? "", CellLook.Figure, 0, c, c + 1))
            .ToList();
        if (first > 0) pieces.Insert(0, new Piece(0, 1, -1, first, label, CellStyle.Header, null));
        Add(1, first > 0 ? "" : label, [.. columns.Select(c => c.IsWide)], pieces);
    }

    /// <summary>The form as a grid; null where it has no rows.</summary>
    public Grid? ToGrid()
    {
        if (_rows == 0) return null;
        var width = Math.Max(LeastColumns, _bands.Max(b => b.Wide.Length - (b.Side is null ? 1 : 0)));
        var cells = new List<GridCell>();
        foreach (var band in _bands)
        {
            var left = band.Side is null ? 0 : 1;
            var starts = Starts(band.Wide, left, width + 1);
            if (band.Side is { Length: > 0 } side) cells.Add(new GridCell(band.Row, 0, side, place) { RowSpan = band.Rows, Style = CellStyle.Header });
            foreach (var piece in band.Pieces)
            {
                var from = piece.From < 0 ? 0 : starts[piece.From];
                cells.Add(
                    new GridCell(band.Row + piece.Row, from, piece.Text,
                        place)
                    { RowSpan = piece.Rows, ColumnSpan = starts[piece.To] - from, Style = piece.Style, Stored = piece.Stored });
            }
        }
        return new Grid(cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToValueList(), _rows, width + 1, place);
    }

    private void Add(int rows, string? side, bool[] wide, List<Piece> pieces)
    {
        _bands.Add(new Band(_rows, rows, side, wide, pieces));
        _rows += rows;
    }

    private static List<Piece> Headers<T>(IReadOnlyList<FormColumn<T>> columns, int depth)
    {
        var pieces = new List<Piece>();
        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].Header is not { } header) continue;
            if (columns[c].Group is not { } group)
            {
                var over = columns.Skip(c + 1).TakeWhile(next => next.Header is null).Count();
                pieces.Add(new Piece(0, depth, c, c + 1 + over, header, CellStyle.Header, null));
                continue;
            }
            pieces.Add(new Piece(1, 1, c, c + 1, header, CellStyle.Header, null));
            if (c > 0 && columns[c - 1].Group == group) continue;
            var end = c + 1;
            while (end < columns.Count && columns[end].Group == group) end++;
            pieces.Add(new Piece(0, 1, c, end, group, CellStyle.Header, null));
        }
        return pieces;
    }

    private static Piece PieceOf(FormValue? value, int row, int column) => PieceOf(value?.Text ?? "", value?.Look ?? CellLook.Middle, row, column, column + 1);

    private static Piece PieceOf(string text, CellLook look, int row, int from, int to) => new(
        row,
        1,
        from,
        to,
        text,
        look == CellLook.Left ? CellStyle.Text : CellStyle.Middle,
        look == CellLook.Figure && Amount.TryParse(text, default, out var figure) ? (figure.Unit == Unit.Percent ? figure.Value / 100 : figure.Value) : null);

    /// <summary>Where each column begins, and where the last one ends: each takes one column of the lattice, and what is left goes to the wide ones in
    /// turn.</summary>
    private static int[] Starts(bool[] wide, int from, int to)
    {
        var spans = wide.Select(_ => 1).ToArray();
        var takers = Enumerable.Range(0, wide.Length).Where(i => wide[i]).DefaultIfEmpty(0).ToArray();
        for (int left = to - from - wide.Length, next = 0; left > 0; left--, next++) spans[takers[next % takers.Length]]++;
        var starts = new int[wide.Length + 1];
        starts[0] = from;
        for (var i = 0; i < wide.Length; i++) starts[i + 1] = starts[i] + spans[i];
        return starts;
    }
}

/// <summary>A value beside a label.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Look">How it is set.</param>
internal sealed record FormValue(string Text, CellLook Look = CellLook.Middle);
