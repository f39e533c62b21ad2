using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Carries the columns of tables without column rules over page breaks: what goes on at the head of a page is read in the columns that the page before
/// shows.</summary>
internal static class AlignedPages
{
    private const double SameEdge = 3, LoneShare = 0.5;

    /// <summary>The pages, with lines that go on a table made part of it and its further parts read in its columns.</summary>
    public static IReadOnlyList<PageStages> Join(IReadOnlyList<PageStages> pages, IReadOnlyDictionary<TextLine, ParagraphRole> furniture,
        PdfLayoutOptions options)
    {
        if (!pages.Any(page => page.Grids.Any(grid => grid.Kind == GridKind.Aligned))) return pages;
        var joined = pages.ToList();
        for (int i = 0; i + 1 < joined.Count; i++)
        {
            if (joined[i].Grids.Count == 0 || joined[i].Grids[^1] is not { Kind: GridKind.Aligned, Aligned: { } table } last) continue;
            if (joined[i].Lines.Any(line => !furniture.ContainsKey(line) && line.Box.CenterY > last.Box.Y1 && !Continuation.PointsOn(line.Text))) continue;
            if (GoOn(last, table, joined[i + 1], furniture, options) is { } next) joined[i + 1] = next;
        }
        return joined;
    }

    private static PageStages? GoOn(PageGrid last, AlignedTable table, PageStages next, IReadOnlyDictionary<TextLine, ParagraphRole> furniture,
        PdfLayoutOptions options)
    {
        var grid = next.Grids.Count > 0 ? next.Grids[0] : null;
        double limit = grid?.Box.Y0 ?? double.PositiveInfinity;
        var above = next.Lines.Where(line => !furniture.ContainsKey(line) && line.Box.CenterY < limit).ToList();
        var rows = TextRow.Of(WordFinder.Find([.. above.SelectMany(line => line.Letters)], options), options);
        if (rows.Count > 0 && rows[0].IsOutside) return null;
        int again = rows.Zip(table.Rows.Take(table.Body)).TakeWhile(pair => Text(pair.First) == Text(pair.Second)).Count();
        int fitting = again + rows.Skip(again).TakeWhile(row => Fits(row, table, options)).Count();
        while (fitting > 0 && !rows[fitting - 1].IsTabular) fitting--;
        var part = grid?.Aligned is { } own && fitting == rows.Count ? own : null;
        if (part is not null && !part.Rows.Skip(part.Body).All(row => Fits(row, table, options))) part = null;
        if (part is null && fitting == 0) return null;
        List<TextRow> taken = [.. rows.Take(fitting), .. part?.Rows ?? []];
        int repeated = taken.Zip(table.Rows).TakeWhile(pair => Text(pair.First) == Text(pair.Second)).Count();
        var (header, body) = fitting == 0 ? (part!.Header, part.Body) : repeated >= table.Body ? (table.Header, table.Body) : (0, 0);
        var whole = new AlignedTable(next.Number, taken, header, body, part?.Bands ?? RuleBands.None);
        var built = whole.Build(table.Columns, options);
        if (built.ColumnCount != last.ColumnCount) return null;
        var letters = taken.SelectMany(row => row.Chunks).SelectMany(chunk => chunk.Letters).ToHashSet();
        return next with
        {
            Grids = [InColumns(built, last), .. part is null ? next.Grids : next.Grids.Skip(1)],
            Lines = [.. next.Lines.Where(line => !letters.Contains(line.Letters[0]))],
        };
    }

    private static string Text(TextRow row) => string.Join('|', row.Chunks.Select(chunk => chunk.Text));

    /// <summary>Whether a line's texts stand in the table's columns, its figures aligned with those above.</summary>
    private static bool Fits(TextRow row, AlignedTable table, PdfLayoutOptions options)
    {
        if (row.IsOutside) return false;
        var columns = table.Columns.ToList();
        var texts = AlignedRows.Texts(row, 0, columns, options);
        if (texts.Exists(text => text.Chunk.IsFigure
            && !InGroup(text)
            && (text.From != text.To || !IsAligned(text.Chunk.Box, columns[text.From]) && !table.IsBlank(text.From))))
            return false;
        return texts.Count(text => text.From != text.To && !InGroup(text)) <= 1
            && (row.Chunks.Count > 1 || row.Box.Width < LoneShare * (columns[^1].To - columns[0].From));

        bool InGroup(AlignedText text) => columns[text.From].Group != 0 && columns[text.To].Group == columns[text.From].Group;
    }

    private static bool IsAligned(Box box, Extent column) => box.X0 > column.From - SameEdge && box.X1 < column.To + SameEdge
        || Math.Abs(box.X1 - column.To) < SameEdge || Math.Abs(box.X0 - column.From) < SameEdge || Math.Abs(box.CenterX - column.Center) < SameEdge;

    /// <summary>The part with the column lines of the first, so that both are seen to be one table.</summary>
    private static PageGrid InColumns(PageGrid part, PageGrid first) => part with
    {
        Columns = first.Columns,
        Cells = [.. part.Cells.Select(cell => cell with { Box = cell.Box with { X0 = first.Columns[cell.Column],
            X1 = first.Columns[cell.Column + cell.ColumnSpan] } })],
    };
}
