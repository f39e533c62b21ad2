using GovBudget.Model.Layout;

namespace GovBudget.Model.Pdf.Analysis;

/// <summary>Documents printed or scanned two pages a sheet: each sheet is read as its left page, then its right one; places stay those of the sheet.</summary>
internal static class PagesOnSheet
{
    private const double Landscape = 1.2, Gutter = 0.015, Background = 0.9, MostSheets = 0.6;
    private const int FewestLetters = 20, FewestSheets = 2;

    /// <summary>The two pages of a sheet; null where something crosses its middle, or one side is all but empty.</summary>
    public static (PageContent Left, PageContent Right)? Part(PageContent sheet)
    {
        double middle = sheet.Width / 2, from = middle - Gutter * sheet.Width, to = middle + Gutter * sheet.Width;
        if (sheet.Width < Landscape * sheet.Height) return null;
        int left = 0, right = 0;
        foreach (var letter in sheet.Letters)
        {
            if (!letter.Visible || letter.Oblique || Script.IsBlank(letter.Text)) continue;
            if (letter.Box.X1 > from && letter.Box.X0 < to) return null;
            if (letter.Box.X1 < middle) left++;
            else right++;
        }
        if (left < FewestLetters || right < FewestLetters) return null;
        foreach (var mark in sheet.Marks)
            if (mark.Box.X1 > from && mark.Box.X0 < to && !IsBackground(mark, sheet)) return null;
        return (Side(sheet, 0, middle), Side(sheet, middle, middle));
    }

    private static bool IsBackground(in Mark mark, PageContent sheet) =>
        mark.Kind == MarkKind.Fill && mark.Box.Width > Background * sheet.Width && mark.Box.Height > Background * sheet.Height;

    private static PageContent Side(PageContent sheet, double from, double width)
    {
        return sheet with
        {
            Width = width,
            Letters = [.. sheet.Letters.Where(letter => IsIn(letter.Box)).Select(letter => letter with
            {
                Box = Shift(letter.Box, -from),
                Baseline = letter.Direction is TextDirection.Right or TextDirection.Left ? letter.Baseline : letter.Baseline - from,
                Clip = letter.Clip is { } clip ? Shift(clip, -from) : null,
            })],
            Marks = [.. sheet.Marks.Where(mark => IsIn(mark.Box) && !IsBackground(mark, sheet)).Select(mark => mark with { Box = Shift(mark.Box, -from) })],
            Images = [],
            Diagnostics = from > 0 ? [] : sheet.Diagnostics,
        };

        bool IsIn(Box box) => box.CenterX >= from && box.CenterX < from + width;
    }

    private static Box Shift(Box box, double x) => new(box.X0 + x, box.Y0, box.X1 + x, box.Y1);

    /// <summary>Whether a document is printed so: most of its pages that hold anything are sheets of two.</summary>
    public static bool Is(IReadOnlyList<PageStages> pages)
    {
        int sheets = pages.Count(page => page.Sides is not null);
        return sheets >= FewestSheets && sheets >= MostSheets * pages.Count(page => page.Grids.Count > 0 || page.Lines.Count > 0);
    }

    /// <summary>The layout of sheets, composed of their pages one after the other.</summary>
    public static DocumentLayout Compose(IReadOnlyList<PageStages> sheets, PdfLayoutOptions options)
    {
        var pages = new List<PageStages>();
        var origin = new List<(int Sheet, double X)> { default };
        foreach (var sheet in sheets)
            foreach (var (page, x) in sheet.Sides is { } sides ? [(sides.Left, 0.0), (sides.Right, sheet.Width / 2)] : new[] { (sheet, 0.0) })
            {
                pages.Add(Numbered(page, origin.Count));
                origin.Add((sheet.Number, x));
            }
        var layout = new LayoutComposer(pages, options).Compose();
        return layout with
        {
            Pages = sheets.Select(sheet => new LayoutPage(sheet.Number, null, sheet.Width, sheet.Height)).ToValueList(),
            Blocks = layout.Blocks.Select(block => block switch
            {
                Grid grid => grid with
                {
                    Cells = grid.Cells.Select(cell => cell with { Place = OnSheet(cell.Place) }).ToValueList(),
                    Place = OnSheet(grid.Place),
                },
                _ => block with { Place = OnSheet(block.Place) },
            }).ToValueList(),
            Diagnostics = layout.Diagnostics.Select(note => note with { Place = OnSheet(note.Place) }).ToValueList(),
        };

        Place OnSheet(Place place) => place with { Page = origin[place.Page].Sheet, Box = place.Box is { } box ? Shift(box, origin[place.Page].X) : null };
    }

    private static PageStages Numbered(PageStages page, int number) => page with
    {
        Number = number,
        Grids = [.. page.Grids.Select(grid => grid with { Page = number })],
        Lines = [.. page.Lines.Select(line => line with { Page = number })],
        Diagnostics = [.. page.Diagnostics.Select(note => note with { Place = note.Place with { Page = number } })],
    };
}
