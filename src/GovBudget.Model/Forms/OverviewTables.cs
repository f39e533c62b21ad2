using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Where what is said about the department itself stands.</summary>
internal sealed record OverviewPlaces
{
    public ValueList<Place> Duties { get; init; }

    public ValueList<Place> Units { get; init; }

    public Place? Staffing { get; init; }

    public Place? Publication { get; init; }
}

/// <summary>Tables in the text that no form knows but that say who the department is: its units, its posts and people.</summary>
internal sealed class OverviewTables
{
    private static readonly string[] UnitHeaders = ["单位名称", "单位全称", "预算单位名称", "决算单位名称", "预算单位", "决算单位", "下属单位名称", "部门（单位）名称"];

    /// <summary>What a column of heads is called: words that all occur, words after <c>!</c> that do not.</summary>
    private static readonly (string Words, Func<Staffing, int, Staffing> Set)[] Heads =
    [
        ("编制 !实有 !在职 !行政 !事业 !工勤 !参公", (s, n) => s with { Posts = s.Posts ?? n }),
        ("实有 !离 !退", (s, n) => s with { Serving = s.Serving ?? n }),
        ("在职 !离 !退 !行政 !事业", (s, n) => s with { Serving = s.Serving ?? n }),
        ("离休 !退", (s, n) => s with { RetiredVeterans = s.RetiredVeterans ?? n }),
        ("退休 !离", (s, n) => s with { Retired = s.Retired ?? n }),
    ];

    private readonly List<(string Name, Place Place)> _units = [];
    private Staffing _staffing = new();
    private Place? _staffingAt;

    /// <summary>Takes what such a table says; tells whether nothing else stands in it.</summary>
    public bool Take(FoundTable table)
    {
        var (grid, header) = (table.Grid, table.Header);
        var columns = header.Groups.SelectMany(g => g.Columns).ToList();
        if (columns.Find(c => c.Path.Count > 0 && UnitHeaders.Contains(Label.Fold(c.Path[^1]))) is { } names)
        {
            for (var r = header.BodyRow; r < grid.RowCount; r++)
            {
                if (grid.At(r, names.Index) is not { } cell
                    || !grid.BeginsIn(cell, r)
                    || IsSum(cell.Text)
                    || CellText.IsFigure(cell.Text)
                    || string.IsNullOrWhiteSpace(cell.Text))
                    continue;
                _units.Add((Label.Squeeze(cell.Text), cell.Place));
            }
        }
        var heads = columns.Select(c => (c.Index, Set: Heads.FirstOrDefault(h => Says(Label.Fold(c.Header), h.Words)).Set))
            .Where(c => c.Set is not null)
            .ToList();
        var rows = Enumerable.Range(header.BodyRow, grid.RowCount - header.BodyRow).Where(r => grid.Filled(r).Any()).ToList();
        var row = rows.Count == 1 ? rows[0] : rows.Where(r => grid.Filled(r).Any(c => IsSum(c.Text))).FirstOrDefault(-1);
        if (heads.Count == 0 || row < 0) return false;
        foreach (var (index, set) in heads)
        {
            if (!int.TryParse(Label.Squeeze(grid.Text(row, index)), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                out var count))
                continue;
            _staffing = set(_staffing, count);
            _staffingAt ??= grid.PlaceOf(row);
        }
        return columns.TrueForAll(c => c.Role != ColumnRole.Value || heads.Exists(h => h.Index == c.Index)) && rows.Count == 1;
    }

    /// <summary>The document with what its text leaves to tables, and where everything stands.</summary>
    public (BudgetDocument Document, OverviewPlaces Places) Fill(BudgetDocument document, DocumentOverview overview, List<FoundText> text)
    {
        var fromTable = document.UnitsCovered.Count == 0;
        return (
            document with
            {
                UnitsCovered = fromTable ? _units.Select(u => u.Name).Distinct().ToValueList() : document.UnitsCovered,
                Staffing = document.Staffing ?? (_staffingAt is null ? null : _staffing),
            },
            new OverviewPlaces
            {
                Duties = overview.DutiesAt.Select(i => text[i].Place).ToValueList(),
                Units = fromTable
                    ? _units.DistinctBy(u => u.Name).Select(u => u.Place).ToValueList()
                    : overview.UnitsAt.Select(i => text[i].Place).ToValueList(),
                Staffing = overview.StaffingAt is { } people ? text[people].Place : _staffingAt,
                Publication = overview.PublishedAt is { } day ? text[day].Place : null,
            });
    }

    /// <summary>The units as a table behind the text before the tables, where that text does not list them itself and does not end in what would be taken for
    /// the table's title.</summary>
    public static IEnumerable<Grid> Print(BudgetDocument document, Place place)
    {
        if (document.UnitsCovered.Count == 0
            || DocumentOverview.Of(document).UnitsCovered.Count > 0
            || TableHeading.IsHeadingText(document.Paragraphs[Math.Min(document.TablesAt, document.Paragraphs.Count) - 1]))
            yield break;
        var cells = new List<GridCell> { new(0, 0, "序号", place) { Style = CellStyle.Header }, new(0, 1, "单位名称", place) { Style = CellStyle.Header } };
        for (var i = 0; i < document.UnitsCovered.Count; i++)
        {
            cells.Add(new GridCell(i + 1, 0, (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), place) { Style = CellStyle.Header });
            cells.Add(new GridCell(i + 1, 1, document.UnitsCovered[i], place));
        }
        yield return new Grid(cells.ToValueList(), document.UnitsCovered.Count + 1, 2, place);
    }

    private static bool IsSum(string text) => Label.Fold(text) is "合计" or "总计" or "小计";

    private static bool Says(string header, string words) =>
        words.Split(' ').All(word => word[0] == '!' ? !header.Contains(word[1..], StringComparison.Ordinal) : header.Contains(word, StringComparison.Ordinal));
}
