using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>A table with what stands above it.</summary>
/// <param name="Heading">Title, label, organisation, year, unit.</param>
/// <param name="Grid">Its rows, heading rows left out.</param>
/// <param name="Header">Its header.</param>
internal sealed record FoundTable(TableHeading Heading, GridMatrix Grid, TableHeader Header)
{
    /// <summary>Notes in paragraphs right below it, or between its title and it.</summary>
    public ValueList<string> NotesBelow { get; init; }

    /// <summary>The texts above it, those nearest first.</summary>
    public ValueList<string> Above { get; init; }

    /// <summary>Whether it is a performance form (绩效目标表, 绩效自评表), which another reader takes.</summary>
    public bool IsPerformance { get; init; } = PerformanceLabels.LooksLike(Grid, IsPerformanceTitle(Heading.Title));

    public static bool IsPerformanceTitle(string title)
    {
        var folded = Label.Fold(title);
        return folded.Contains("绩效", StringComparison.Ordinal) || folded.Contains("自评", StringComparison.Ordinal);
    }
}

/// <summary>A paragraph that stands neither in nor right above or below a table.</summary>
internal sealed record FoundText(string Text, Place Place);

/// <summary>What a layout holds: tables, and the running text around them.</summary>
/// <param name="Tables">The tables in reading order.</param>
/// <param name="Text">The paragraphs in reading order.</param>
/// <param name="TablesAt">How many paragraphs stand before the first table.</param>
internal sealed record FoundParts(List<FoundTable> Tables, List<FoundText> Text, int TablesAt);

/// <summary>Finds the tables of a layout: cuts grids that hold several, joins those that go on without a title, and gathers what stands above each.</summary>
internal static class TableFinder
{
    private const int ParagraphsAbove = 8;

    public static FoundParts Find(DocumentLayout layout)
    {
        var found = new List<FoundTable>();
        var text = new List<FoundText>();
        var above = new List<FoundText>();
        int? tablesAt = null;
        var sheets = layout.Pages.Where(p => p.Name is not null).Select(p => p.Number).ToHashSet();
        var page = 0;
        foreach (var block in layout.Blocks)
        {
            // page numbers of the pages that a table runs over stand between it and its notes
            if (block is Paragraph { Role: not ParagraphRole.Body }) continue;
            if (block.Place.Page != page && sheets.Contains(page)) Flush(); // what stands on a sheet belongs to its tables
            var isBelow = block.Place.Page == page && above.Count == 0 && found.Count > 0;
            page = block.Place.Page;
            switch (block)
            {
                case Paragraph { Role: ParagraphRole.Body } paragraph when isBelow && NoteText.IsBelow(paragraph.Text, found[^1].NotesBelow.Count > 0):
                    found[^1] = found[^1] with { NotesBelow = [.. found[^1].NotesBelow, paragraph.Text.Trim()] };
                    break;
                case Paragraph { Role: ParagraphRole.Body } paragraph:
                    above.Add(new FoundText(paragraph.Text, paragraph.Place));
                    break;
                case Grid { ColumnCount: 1 } box: // running text in a frame, or on a sheet of its own
                    page = box.Cells.Select(c => c.Place.Page).DefaultIfEmpty(page).Max();
                    above.AddRange(box.Cells.Where(c => !string.IsNullOrWhiteSpace(c.Text)).Select(c => new FoundText(c.Text, c.Place)));
                    break;
                case Grid grid:
                    page = grid.Cells.Select(c => c.Place.Page).DefaultIfEmpty(page).Max();
                    foreach (var part in GridMatrix.Of(grid).SideBySide(IsKnownTitle)
                        .SelectMany((panel, p) => Split(panel, p == 0 ? SheetName(layout, grid) : null)))
                    {
                        var used = Add(found, part, above);
                        above.RemoveRange(above.Count - used, used);
                        Flush();
                        if (found.Count > 0) tablesAt ??= text.Count;
                    }
                    break;
            }
        }
        Flush();
        return new FoundParts(found, text, tablesAt ?? text.Count);

        void Flush()
        {
            text.AddRange(above);
            above.Clear();
        }
    }

    private static string? SheetName(DocumentLayout layout, Grid grid) => layout.Pages.FirstOrDefault(p => p.Number == grid.Place.Page)?.Name;

    /// <summary>Adds a table or joins it to the last; tells how many of the texts above are its heading.</summary>
    private static int Add(List<FoundTable> found, (GridMatrix Grid, int Body, string? Sheet) part, List<FoundText> above)
    {
        var (grid, bodyFrom, sheet) = part;
        var heading = new TableHeading();
        var lines = new List<string>();
        for (var r = bodyFrom - 1; r >= 0; r--)
        {
            foreach (var cell in grid.Filled(r).Where(c => grid.BeginsIn(c, r)).Reverse())
            {
                heading = TableHeading.IsHeadingText(cell.Text)
                    ? heading.With(cell.Text)
                    : heading with { Organisation = heading.Organisation ?? TableHeading.BareOrganisation(cell.Text) };
                lines.Add(cell.Text);
            }
        }
        (heading, var used) = WithParagraphs(heading, above);
        var notes = above.TakeLast(used).Where(t => !TableHeading.IsHeadingText(t.Text) && NoteText.IsAbove(t.Text)).Select(t => t.Text.Trim()).ToValueList();
        if (heading.Title.Length == 0 && sheet is not null && TableHeading.IsTitle(sheet)) heading = heading.With(sheet);
        var rows = grid.Rows(bodyFrom, grid.RowCount);
        if (rows.RowCount == 0) return 0; // headings without a table
        if (heading.Title.Length == 0 && found.Count > 0 && sheet is null && Continues(found[^1], rows))
        {
            found[^1] = Append(found[^1], rows);
            return used;
        }
        lines.AddRange(above.TakeLast(used).Reverse().Select(t => t.Text));
        found.Add(new FoundTable(heading, rows, TableHeader.Find(rows, 0)) { Above = lines.ToValueList(), NotesBelow = notes });
        return used;
    }

    /// <summary>Reads upwards from the table until a text that cannot stand above one.</summary>
    private static (TableHeading Heading, int Used) WithParagraphs(TableHeading heading, List<FoundText> above)
    {
        var used = 0;
        for (var i = above.Count - 1; i >= 0 && i >= above.Count - ParagraphsAbove; i--)
        {
            var text = above[i].Text;
            if (!TableHeading.IsHeadingText(text))
            {
                if (heading.Title.Length == 0 && NoteText.IsAbove(text) && HasTitleAbove(above, i)) continue;
                if (heading.Title.Length > 0 || TableHeading.BareOrganisation(text) is not { } organisation || !HasTitleAbove(above, i)) break;
                heading = heading with { Organisation = heading.Organisation ?? organisation };
                continue;
            }
            // what stands on the page before the title belongs to something else
            if (heading.Title.Length > 0 && (TableHeading.IsTitle(text) || (i + 1 < above.Count && above[i].Place.Page < above[i + 1].Place.Page))) break;
            var joined = i > 0 && TableHeading.IsTitle(text) && OfficialForms.ForTitle(TableHeading.Core(text, null)) is null
                && !FoundTable.IsPerformanceTitle(text) && TableHeading.IsTitle(above[i - 1].Text + text)
                && OfficialForms.ForTitle(TableHeading.Core(above[i - 1].Text + text, null)) is not null;
            heading = heading.With(joined ? above[i - 1].Text + text : text);
            if (joined) i--;
            used = above.Count - i;
        }
        return (heading, used);
    }

    /// <summary>Whether the texts right above are heading lines up to a table's title.</summary>
    private static bool HasTitleAbove(List<FoundText> above, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3 && TableHeading.IsHeadingText(above[i].Text); i--)
        {
            if (TableHeading.IsTitle(above[i].Text)) return true;
        }
        return false;
    }

    /// <summary>Cuts a grid where a title row follows a body, and skips the heading rows of each part.</summary>
    private static IEnumerable<(GridMatrix Grid, int Body, string? Sheet)> Split(GridMatrix grid, string? sheet)
    {
        var start = 0;
        var inBody = false;
        for (var r = 0; r < grid.RowCount; r++)
        {
            var isTitle = IsTitleRow(grid, r);
            if (isTitle && inBody)
            {
                var end = r;
                while (end > start && IsHeadingRow(grid, end - 1) && grid.Filled(end - 1).Any()) end--;
                yield return Part(grid.Rows(start, end), sheet);
                start = end;
                inBody = false;
            }
            else if (!isTitle && !IsHeadingRow(grid, r))
            {
                inBody = true;
            }
        }
        if (start < grid.RowCount) yield return Part(grid.Rows(start, grid.RowCount), start == 0 ? sheet : null);
    }

    private static (GridMatrix, int, string?) Part(GridMatrix grid, string? sheet)
    {
        grid = grid.WithoutJoinedColumns();
        var body = 0;
        while (body < grid.RowCount && (IsHeadingRow(grid, body) || (body > 0 && NamesOrganisation(grid, body)))) body++;
        return (grid, body, sheet);
    }

    private static bool IsKnownTitle(string text) => TableHeading.IsTitle(text)
        && (OfficialForms.ForTitle(TableHeading.Core(text, null)) is not null || FoundTable.IsPerformanceTitle(text));

    private static bool IsTitleRow(GridMatrix grid, int row)
    {
        var filled = grid.Filled(row).ToList();
        return filled.Count == 1 && (filled[0].ColumnSpan > 1 || grid.ColumnCount == 1) && grid.BeginsIn(filled[0], row) && TableHeading.IsTitle(filled[0].Text)
            && (IsKnownTitle(filled[0].Text) || filled[0].ColumnSpan * 2 > grid.ColumnCount);
    }

    private static bool IsHeadingRow(GridMatrix grid, int row)
    {
        var filled = grid.Filled(row).ToList();
        return filled.All(c => TableHeading.IsHeadingText(c.Text))
            && (filled.Count != 1 || !Label.HasOrdinal(filled[0].Text) || TableHeading.IsTitle(filled[0].Text));
    }

    /// <summary>Whether a row below the title holds the department's bare name, alone or beside other heading texts.</summary>
    private static bool NamesOrganisation(GridMatrix grid, int row) =>
        grid.Filled(row).All(c => TableHeading.IsHeadingText(c.Text) || TableHeading.BareOrganisation(c.Text) is not null) && !grid.Filled(row).Skip(2).Any();

    private static bool Continues(FoundTable previous, GridMatrix rows) =>
        previous.Grid.ColumnCount == rows.ColumnCount
            && (TableHeader.Find(rows, 0) is { } header && (header.BodyRow == header.FirstRow || SameHeader(previous, rows, header)));

    private static bool SameHeader(FoundTable previous, GridMatrix rows, TableHeader header) =>
        Enumerable.Range(0,
            rows.ColumnCount).All(c => Label.Fold(rows.Text(header.FirstRow, c)) == Label.Fold(previous.Grid.Text(previous.Header.FirstRow, c)));

    private static FoundTable Append(FoundTable table, GridMatrix rows)
    {
        var cells = new List<GridCell>();
        void Take(GridMatrix matrix, int offset)
        {
            var seen = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
            for (var r = 0; r < matrix.RowCount; r++)
            {
                for (var c = 0; c < matrix.ColumnCount; c++)
                {
                    if (matrix.At(r, c) is { } cell && seen.Add(cell))
                        cells.Add(cell with { Row = r + offset, RowSpan = Math.Min(cell.RowSpan, matrix.RowCount - r) });
                }
            }
        }
        Take(table.Grid, 0);
        Take(rows, table.Grid.RowCount);
        var grid = GridMatrix.Of(new Grid(cells.ToValueList(), table.Grid.RowCount + rows.RowCount, rows.ColumnCount, table.Grid.Grid.Place));
        return table with { Grid = grid, Header = TableHeader.Find(grid, 0) };
    }
}
