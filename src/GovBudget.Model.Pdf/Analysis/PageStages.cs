using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Every stage of the analysis of one page, kept so that it can be drawn and tested.</summary>
/// <param name="Number">1-based page number.</param>
/// <param name="Width">Width of the upright page in points.</param>
/// <param name="Height">Height of the upright page in points.</param>
public sealed record PageStages(int Number, double Width, double Height)
{
    /// <summary>The letters that carry text.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }

    /// <summary>The letters grouped into words.</summary>
    public required IReadOnlyList<Word> Words { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<RulingEdge> Edges { get; init; }

    /// <summary>The lattices that rules form.</summary>
    public required IReadOnlyList<Lattice> Lattices { get; init; }

    /// <summary>The grids with their text, from top to bottom.</summary>
    public required IReadOnlyList<PageGrid> Grids { get; init; }

    /// <summary>The lines of text outside the grids, from top to bottom.</summary>
    public required IReadOnlyList<TextLine> Lines { get; init; }

    /// <summary>Where large images stand.</summary>
    public required IReadOnlyList<Box> Pictures { get; init; }

    /// <summary>The two pages that stand on it side by side; null where it is one page.</summary>
    internal (PageStages Left, PageStages Right)? Sides { get; init; }

    /// <summary>What was left out or could not be read.</summary>
    public required IReadOnlyList<LayoutDiagnostic> Diagnostics { get; init; }
}

/// <summary>Runs the stages of one page, each a pure function of the ones before.</summary>
public static class PageAnalyzer
{
    private const double LowCell = 60, PageEdge = 1, SettingShare = 0.3;
    private const int SettingRows = 6, SettingCells = 10;

    /// <summary>All stages of a page.</summary>
    public static PageStages Analyze(PageContent page, PdfLayoutOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        options ??= PdfLayoutOptions.Default;
        var upright = PageTurn.Upright(page);
        var stages = AnalyzeOne(upright, options);
        return PagesOnSheet.Part(upright) is var (left, right) ? stages with { Sides = (Side(left), Side(right)) } : stages;

        PageStages Side(PageContent side) => AnalyzeOne(side, options) with { Letters = [], Words = [], Edges = [], Lattices = [] };
    }

    private static PageStages AnalyzeOne(PageContent upright, PdfLayoutOptions options)
    {
        var clean = LetterCleaner.Clean(upright, options);
        var words = WordFinder.Find(clean.Letters, options);
        var marks = OutlineFilter.Without(upright.Marks, clean.Letters);
        var edges = RulingFinder.Find(marks, options);
        var lattices = LatticeFinder.Find(edges, options);
        var ruled = GridFiller.Fill(upright.Number,
            [.. lattices.Where(lattice => IsTable(lattice) && !IsSetting(lattice, lattices) && !AlignedGridFinder.IsFrame(lattice, words, options))],
            words, options, out var rest);
        var notes = new List<LayoutDiagnostic>();
        // frames that cross
        ruled = [.. ruled.Where(grid => grid.HasText || !ruled.Any(other => other.HasText && Meet(grid.Box, other.Box)))];
        var grids = ClippedText.Restore(ruled.Select(grid => GridRefiner.Refine(grid, options)).ToList(), clean.Clipped, options, notes);
        grids = BareRows.Append(grids, rest, options, out rest);
        rest = ClippedText.Restore(rest, grids, clean.Clipped, upright.Number, options, notes);
        var loose = edges.Concat(TintFinder.Find(marks, options)).Where(edge => !grids.Exists(grid => Holds(grid.Box, edge, options.RuleSnap)));
        var aligned = AlignedGridFinder.Find(upright.Number, rest, loose, upright.Width, options, out rest);
        if (aligned.Count > 0)
        {
            grids.AddRange(aligned);
            grids.Sort((a, b) => a.Box.Y0.CompareTo(b.Box.Y0));
        }
        return new PageStages(upright.Number, upright.Width, upright.Height)
        {
            Letters = clean.Letters,
            Words = words,
            Edges = edges,
            Lattices = lattices,
            Grids = grids,
            Lines = LineFinder.Find(upright.Number, rest, edges, options),
            Pictures = PictureFinder.Find(upright, options),
            Diagnostics = [.. Diagnose(upright, clean, grids), .. notes],
        };
    }

    /// <summary>A frame around text, or around other tables, is no table; a single low cell may be the last row of one.</summary>
    private static bool IsTable(Lattice lattice) => lattice.Cells.Count > 1 || lattice.Box.Height < LowCell;

    /// <summary>Whether a lattice is but the setting of another one: a cell of it holds that, and it has few others, of heading or between frames.</summary>
    private static bool IsSetting(Lattice outer, IReadOnlyList<Lattice> lattices) =>
        outer.Rows.Count - 1 <= SettingRows && outer.Cells.Count <= SettingCells
        && lattices.Any(inner => !ReferenceEquals(inner, outer) && inner.Cells.Count > 1 && outer.Cells.Any(cell =>
            outer.BoxOf(cell) is var box
            && (cell.ColumnSpan == outer.Columns.Count - 1
                || inner.Cells.Count > outer.Cells.Count && inner.Box.Width * inner.Box.Height > SettingShare * outer.Box.Width * outer.Box.Height)
            && box.X0 <= inner.Box.X0 && box.X1 >= inner.Box.X1 && box.Y0 <= inner.Box.Y0 && box.Y1 >= inner.Box.Y1));

    private static bool Meet(Box a, Box b) => a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1;

    private static bool Holds(Box box, RulingEdge edge, double near) => edge.Horizontal
        && edge.Position > box.Y0 - near && edge.Position < box.Y1 + near && edge.From > box.X0 - near && edge.To < box.X1 + near;

    private static List<LayoutDiagnostic> Diagnose(PageContent page, CleanLetters clean, List<PageGrid> grids)
    {
        var place = new Place(page.Number);
        var found = new List<LayoutDiagnostic>(page.Diagnostics);
        if (clean.Hidden > 0) found.Add(new LayoutDiagnostic($"{clean.Hidden} 个不可见的字符未计入", place));
        if (clean.Aslant.Length > 0) found.Add(new LayoutDiagnostic($"斜印或大字叠印的“{clean.Aslant}”（水印）未计入正文", place));
        if (clean.Unknown > 0) found.Add(new LayoutDiagnostic($"{clean.Unknown} 个字符无法识别（字体未给出对应的文字）", place, true));
        if (page.LettersOutside > 0 && grids.Find(grid => grid.Box.X0 < PageEdge || grid.Box.X1 > page.Width - PageEdge) is { } cut)
            found.Add(new LayoutDiagnostic($"表格印到页面边缘，页外另有 {page.LettersOutside} 个文字未读取：可能有列印在页外", new Place(page.Number, cut.Box), true));
        foreach (var cell in grids.SelectMany(grid => grid.Cells))
            if (cell.Text.StartsWith(Overprint.Mark))
                found.Add(new LayoutDiagnostic($"单元格的字叠印在一起，无法分辨：“{cell.Text[1..]}”", new Place(page.Number, cell.Box), true));
            else if (cell.Text.Length > 1 && cell.Text.All(c => c == '#'))
                found.Add(new LayoutDiagnostic($"单元格只印出“{cell.Text}”，原数因列宽不足已丢失", new Place(page.Number, cell.Box), true));
        return found;
    }
}
