using System.Globalization;
using System.Text.RegularExpressions;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Whose document it is, of which year and family: from the tables' headings first, then from the cover.</summary>
internal sealed partial record DocumentIdentity(DocumentKind Kind, int? Year, string? Organisation, string? Title, int CoverParagraphs)
{
    public static DocumentIdentity Of(DocumentLayout layout, FoundParts parts)
    {
        var tables = parts.Tables;
        var cover = Cover(layout).Where(t => t.Length < 60).Select(Label.Squeeze).Take(30).ToList();
        var titles = tables.Select(t => Label.Fold(t.Heading.Title)).Where(t => t.Length > 0).ToList();
        var accounts = titles.Count(t => t.Contains("决算", StringComparison.Ordinal));
        var budget = titles.Count(t => t.Contains("预算", StringComparison.Ordinal) && !t.Contains("决算", StringComparison.Ordinal));
        // a long one breaks anywhere
        var titleLines = Enumerable.Range(1, Math.Min(8, cover.Count)).FirstOrDefault(n => CoverTitle().IsMatch(Label.Fold(string.Concat(cover.Take(n)))));
        var coverTitle = titleLines == 0 ? null : cover[titleLines - 1];
        var kind = accounts > 0 ? DocumentKind.FinalAccounts
            : coverTitle is not null && CoverTitle().Match(Label.Fold(string.Concat(cover.Take(titleLines)))).Value.Contains("决算", StringComparison.Ordinal)
            ? DocumentKind.FinalAccounts
            : budget > 0 || coverTitle is not null ? DocumentKind.Budget
            : cover.Exists(t => t.Contains("决算", StringComparison.Ordinal)) ? DocumentKind.FinalAccounts : DocumentKind.Budget;
        var organisation = MostCommon(tables.Select(t => t.Heading.Organisation));
        var year = MostCommon(tables.Where(t => !t.IsPerformance).Select(t => t.Heading.Year?.ToString(CultureInfo.InvariantCulture)));
        if (coverTitle is not null && CoverYear().Match(string.Concat(cover.Take(8))) is { Success: true } match) year = match.Groups[1].Value;
        year ??= cover.Select(t => CoverYear().Match(t)).FirstOrDefault(m => m.Success)?.Groups[1].Value;
        year ??= ColumnYear(tables, kind);
        var coverText = coverTitle is null ? null : string.Concat(cover.Take(titleLines));
        organisation ??= cover.Select(TableHeading.OrganisationIn).FirstOrDefault(o => o is not null);
        organisation ??= coverText is null ? null : NullIfEmpty(CoverRest().Replace(coverText, ""));
        return new DocumentIdentity(kind, year is null ? null : int.Parse(year, CultureInfo.InvariantCulture), organisation, coverText,
            CoverLength(parts.Text, coverTitle));
    }

    /// <summary>How many paragraphs make the cover: up to its title, and the lines on the same page that name department and year.</summary>
    private static int CoverLength(List<FoundText> text, string? coverTitle)
    {
        var length = coverTitle is null ? 0 : text.Take(30).ToList().FindIndex(t => Label.Squeeze(t.Text) == coverTitle) + 1;
        while (length < text.Count && text[length].Place.Page == text[0].Place.Page && TableHeading.IsHeadingText(text[length].Text)) length++;
        return length;
    }

    /// <summary>The texts of the first two pages: paragraphs and, in a workbook, the cells of a sheet that holds one column.</summary>
    private static IEnumerable<string> Cover(DocumentLayout layout) =>
        layout.Blocks.TakeWhile(b => b.Place.Page <= (layout.Pages is [var first, ..] ? first.Number : 1) + 1).SelectMany(b => b switch
    {
        Paragraph { Role: ParagraphRole.Body } paragraph => [paragraph.Text],
        Grid { ColumnCount: 1 } grid => grid.Cells.Select(c => c.Text),
        _ => Enumerable.Empty<string>(),
    });

    private static string? MostCommon(IEnumerable<string?> values) =>
        values.Where(v => !string.IsNullOrEmpty(v)).GroupBy(v => v).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;

    /// <summary>The latest year that columns name as the year of the budget (2024年预算数) or the accounts, where neither cover nor title says it.</summary>
    private static string? ColumnYear(List<FoundTable> tables, DocumentKind kind) => tables
        .SelectMany(t => t.Header.Groups).SelectMany(g => g.Columns).SelectMany(c => c.Path)
        .Select(part => ColumnMeasure().Match(part))
        .Where(m => m.Success && m.Groups[2].Value == (kind == DocumentKind.Budget ? "预算" : "决算"))
        .Select(m => m.Groups[1].Value).Max(StringComparer.Ordinal);

    /// <summary>Whether a line names a year and a budget or accounts, as a cover does.</summary>
    public static bool IsCoverTitle(string squeezed) => CoverYear().IsMatch(squeezed) && CoverTitle().IsMatch(Label.Fold(squeezed));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"(?:部门|单位)?(?:预算|决算)(?:公开)?(?:说明|情况)?(?:（.*）)?$")]
    private static partial Regex CoverTitle();

    [GeneratedRegex(@"((?:19|20)\d\d)年")]
    private static partial Regex CoverYear();

    [GeneratedRegex(@"^((?:19|20)\d\d)年度?(?:部门|单位)?(预算|决算)数?$")]
    private static partial Regex ColumnMeasure();

    [GeneratedRegex(@"(?:19|20)\d\d年度?|(?:部门|单位)?(?:综合)?(?:预算|决算)(?:信息)?(?:公开)?.*$|附件\d*")]
    private static partial Regex CoverRest();
}
