using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Makes one grid of the parts of a table that runs over pages.</summary>
internal sealed class TableBuilder
{
    /// <summary>The room that word processors leave between a text and the sides of its cell, both together, in points.</summary>
    private const double WrapPadding = 12;

    private readonly PdfLayoutOptions _options;
    private readonly PageGrid _first;
    private readonly List<double> _columns;
    private readonly List<Draft> _cells = [];
    private PageGrid _last;
    private int _rows;

    private TableBuilder(PageGrid first, IEnumerable<PageGrid> all, PdfLayoutOptions options)
    {
        (_first, _last, _options) = (first, first, options);
        _columns = [.. first.Columns];
        foreach (var part in all)
            foreach (double x in part.Columns)
                if (!_columns.Exists(known => Math.Abs(known - Own(part, x)) <= options.ColumnShift)) _columns.Add(Own(part, x));
        _columns.Sort();
    }

    /// <summary>The grid that the parts print together.</summary>
    public static Grid Build(IReadOnlyList<GridPart> chain, PdfLayoutOptions options)
    {
        var first = chain[0].Grid;
        var parts = chain.Select(part => Settled(part.Grid, first)).ToList();
        var builder = new TableBuilder(first, parts, options);
        builder.Append(first, 0);
        foreach (var part in parts.Skip(1)) builder.Continue(part);
        return builder.ToGrid();
    }

    /// <summary>A part with the column lines of the first, where it has as many and hardly others.</summary>
    private static PageGrid Settled(PageGrid part, PageGrid first) => !ReferenceEquals(part, first) && GridJoiner.AlikeColumns(first, part)
        ? part with { Columns = [.. first.Columns.Select(x => x - first.Columns[0] + part.Columns[0])] }
        : part;

    /// <summary>The grid of chains that stand side by side.</summary>
    public static Grid BuildBeside(IReadOnlyList<IReadOnlyList<GridPart>> chains, PdfLayoutOptions options) =>
        Build([.. chains[0].Select((part, i) => part with { Grid = Wide([.. chains.Select(chain => chain[i].Grid)]) })], options);

    /// <summary>Grids that stand side by side as one, with the rows of the first.</summary>
    private static PageGrid Wide(IReadOnlyList<PageGrid> grids)
    {
        var columns = grids[0].Columns.ToList();
        var cells = grids[0].Cells.ToList();
        foreach (var grid in grids.Skip(1))
        {
            int shift = columns.Count - 1;
            double x = columns[^1] - grid.Columns[0];
            columns.AddRange(grid.Columns.Skip(1).Select(column => column + x));
            cells.AddRange(grid.Cells.Select(cell =>
            {
                int from = LatticeFinder.Nearest(grids[0].Rows,
                    grid.Rows[cell.Row]), to = LatticeFinder.Nearest(grids[0].Rows, grid.Rows[cell.Row + cell.RowSpan]);
                return cell with { Row = from, RowSpan = Math.Max(1, to - from), Column = cell.Column + shift, Page = grid.Page };
            }));
        }
        return grids[0] with { Columns = columns, Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)] };
    }

    private sealed class Draft
    {
        public required int Row { get; init; }

        public required int Column { get; init; }

        public required int RowSpan { get; set; }

        public required int ColumnSpan { get; init; }

        public required string Text { get; set; }

        public required PageCell Source { get; init; }

        public required int Page { get; init; }

        public double Confidence { get; set; }

        public int End => Row + RowSpan;
    }

    /// <summary>An x of a part in the first part's coordinates: the pages of a table may lie shifted.</summary>
    private double Own(PageGrid part, double x) => x - part.Columns[0] + _first.Columns[0];

    private void Continue(PageGrid part)
    {
        part = GridRefiner.SplitColumns(Widen(part), _columns.ConvertAll(x => x - _first.Columns[0] + part.Columns[0]), _options);
        int skip = GridJoiner.RepeatedRows(_first, part, _options);
        while (skip < part.RowCount && IsBlankRow(part, skip)) skip++;
        if (skip == part.RowCount) return;
        DropBlankEnd();
        bool cut = IsCut(part, skip);
        if (cut)
        {
            MergeRow(part, skip);
            skip++;
        }
        else
        {
            ExtendSpans(part, skip);
        }
        Append(part, skip);
        _last = part;
    }

    /// <summary>The part with this table's columns for its own.</summary>
    private PageGrid Widen(PageGrid part)
    {
        var columns = _columns.ConvertAll(x => x - _first.Columns[0] + part.Columns[0]);
        var cells = part.Cells.Select(cell =>
        {
            int from = LatticeFinder.Nearest(columns,
                part.Columns[cell.Column]), to = LatticeFinder.Nearest(columns, part.Columns[cell.Column + cell.ColumnSpan]);
            return cell with { Column = from, ColumnSpan = Math.Max(1, to - from) };
        }).ToList();
        return part with { Columns = columns, Cells = cells };
    }

    private void Append(PageGrid part, int skip)
    {
        var wide = part.Columns.Count == _columns.Count ? part : Widen(part);
        foreach (var cell in wide.Cells)
        {
            if (cell.Row + cell.RowSpan <= skip || cell.Row < skip && cell.Text.Length == 0) continue;
            int row = Math.Max(cell.Row, skip);
            _cells.Add(new Draft
            {
                Row = _rows + row - skip,
                Column = cell.Column,
                RowSpan = cell.Row + cell.RowSpan - row,
                ColumnSpan = cell.ColumnSpan,
                Text = cell.Text,
                Source = cell,
                Page = cell.Page ?? part.Page,
                Confidence = Sureness.Of(cell.Letters),
            });
        }
        _rows += wide.RowCount - skip;
    }

    private static bool IsBlankRow(PageGrid part, int row) =>
        !part.Cells.Any(cell => cell.Row <= row && cell.Row + cell.RowSpan > row && (cell.Text.Length > 0 || cell.RowSpan > 1));

    /// <summary>An empty row before the break is what a row left behind that moved to the next page.</summary>
    private void DropBlankEnd()
    {
        while (_rows > 1)
        {
            var end = _cells.FindAll(cell => cell.End == _rows);
            if (end.Exists(cell => cell.Text.Length > 0 || cell.RowSpan > 1)) return;
            _cells.RemoveAll(cell => cell.End == _rows);
            _rows--;
        }
    }

    /// <summary>Whether the part's first row is the rest of the table's last: both are open at the break, or the wrapped label runs on while other cells have
    /// nothing more.</summary>
    private bool IsCut(PageGrid part, int row)
    {
        var upper = _cells.FindAll(cell => cell.End == _rows);
        var lower = part.Cells.Where(cell => cell.Row <= row && cell.Row + cell.RowSpan > row).ToList();
        bool open = _last.OpenBottom && part.OpenTop;
        int emptied = 0, continued = 0;
        foreach (var cell in lower)
        {
            var match = upper.Find(candidate => candidate.Column == cell.Column && candidate.ColumnSpan == cell.ColumnSpan);
            if (match is null)
            {
                if (cell.Text.Length > 0 || !open) return false;
                continue;
            }
            if (cell.Text.Length == 0)
            {
                if (match.Text.Length > 0) emptied++;
                continue;
            }
            if (match.Text.Length == 0) continue;
            if (Script.IsNumber(cell.Text) && Script.IsNumber(match.Text))
            {
                if (!IsWrapped(match, cell)) return false;
                continued++;
                continue;
            }
            if (!open && (Script.BeginsWithOrdinal(cell.Text) || !IsFull(match.Source, cell))) return false;
            continued++;
        }
        return open ? continued > 0 || emptied > 0 : emptied > 0 && continued > 0;
    }

    /// <summary>Whether the cell's last line leaves no room for what the next page begins with.</summary>
    private bool IsFull(PageCell upper, PageCell lower)
    {
        if (upper.Letters.Count == 0 || lower.Letters.Count == 0) return false;
        var line = CellText.Lines(upper.Letters)[^1];
        double used = LetterRows.End(line[^1]) - LetterRows.Start(line[0]);
        return upper.Box.Width - used < CellText.FirstToken(CellText.Lines(lower.Letters)[0], _options) + 1.2 * line[0].FontSize + 6;
    }

    /// <summary>Whether a figure fills its cell and the next page begins with the digits that it lacks, as where a row is broken within its lines.</summary>
    private static bool IsWrapped(Draft upper, PageCell lower)
    {
        if (upper.Source.Letters.Count == 0 || lower.Text.AsSpan().ContainsAnyExceptInRange('0', '9') || !upper.Text.Contains('.', StringComparison.Ordinal))
            return false;
        var line = CellText.Lines(upper.Source.Letters)[^1];
        double used = LetterRows.End(line[^1]) - LetterRows.Start(line[0]);
        return upper.Source.Box.Width - used < lower.Letters[0].Box.Width + WrapPadding;
    }

    private void MergeRow(PageGrid part, int row)
    {
        foreach (var cell in part.Cells.Where(cell => cell.Row <= row && cell.Row + cell.RowSpan > row))
        {
            var match = _cells.Find(candidate => candidate.End == _rows && candidate.Column == cell.Column && candidate.ColumnSpan == cell.ColumnSpan);
            if (match is null) continue;
            if (match.Text.Length == 0 && cell.Text.Length > 0)
            {
                // The figure stands on the next page: so does its place.
                int at = _cells.IndexOf(match);
                _cells[at] = new Draft
                {
                    Row = match.Row,
                    Column = match.Column,
                    RowSpan = match.RowSpan,
                    ColumnSpan = match.ColumnSpan,
                    Text = cell.Text,
                    Source = cell,
                    Page = cell.Page ?? part.Page,
                    Confidence = Sureness.Of(cell.Letters),
                };
                match = _cells[at];
            }
            else if (cell.Text.Length > 0)
            {
                bool words = char.IsAsciiLetter(match.Text[^1]) && char.IsAsciiLetter(cell.Text[0]);
                match.Text += words ? " " + cell.Text : cell.Text;
                match.Confidence = Math.Min(match.Confidence, Sureness.Of(cell.Letters));
            }
            match.RowSpan += cell.RowSpan - 1 - (row - cell.Row);
        }
    }

    /// <summary>A merged cell cut by the break: its empty rest belongs to it.</summary>
    private void ExtendSpans(PageGrid part, int row)
    {
        if (!part.OpenTop) return;
        foreach (var cell in part.Cells.Where(cell => cell.Row == row && cell.Text.Length == 0 && cell.RowSpan > 1))
        {
            var match = _cells.Find(candidate => candidate.End == _rows && candidate.Column == cell.Column && candidate.ColumnSpan == cell.ColumnSpan);
            if (match is { Text.Length: > 0 }) match.RowSpan += cell.RowSpan;
        }
    }

    private Grid ToGrid()
    {
        _cells.Sort((a, b) => a.Row != b.Row ? a.Row - b.Row : a.Column - b.Column);
        var taken = new bool[_rows, _columns.Count - 1];
        var cells = new List<GridCell>(_cells.Count);
        foreach (var cell in _cells)
        {
            if (taken[cell.Row, cell.Column]) continue;
            for (int r = cell.Row; r < Math.Min(cell.End, _rows); r++)
                for (int c = cell.Column; c < cell.Column + cell.ColumnSpan; c++) taken[r, c] = true;
            cells.Add(new GridCell(cell.Row, cell.Column, cell.Text, new Place(cell.Page, cell.Source.Box))
            {
                RowSpan = cell.RowSpan,
                ColumnSpan = cell.ColumnSpan,
                Confidence = cell.Confidence,
            });
        }
        return new Grid(cells.ToValueList(), _rows, _columns.Count - 1, new Place(_first.Page, _first.Box));
    }
}

/// <summary>How sure a text is, by how its letters were read.</summary>
internal static class Sureness
{
    public static double Of(IReadOnlyList<Letter> letters)
    {
        double sure = 1;
        foreach (var letter in letters)
            sure = Math.Min(sure, letter.Source switch
            {
                UnicodeSource.Guessed => 0.5,
                UnicodeSource.Recognised => Math.Min(letter.Confidence, 0.99),
                UnicodeSource.Unknown => 0,
                _ => 1,
            });
        return sure;
    }
}
