using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>What stands above a table: title, label, organisation, year, unit; gathered from lines of text in any order.</summary>
internal sealed partial record TableHeading
{
    public string Title { get; init; } = "";

    public string? Label { get; init; }

    public string? Organisation { get; init; }

    public int? Year { get; init; }

    public Unit Unit { get; init; }

    /// <summary>Whether a text can stand above a table: is a title, label, organisation, year, date or unit line.</summary>
    public static bool IsHeadingText(string text)
    {
        if (text.Contains('\t', StringComparison.Ordinal)) return text.Split('\t').All(IsHeadingText);
        var folded = GovBudget.Model.Label.Fold(text);
        return folded.Length == 0 || IsTitle(text) || LabelText().IsMatch(folded) || UnitText().IsMatch(folded)
            || (OrganisationText().IsMatch(folded) && folded.Length < 60) || YearOnly().IsMatch(folded);
    }

    /// <summary>Whether a text reads like a table's title: short, ends in 表 (or 表 and a remark in brackets).</summary>
    public static bool IsTitle(string text)
    {
        var folded = GovBudget.Model.Label.Fold(text);
        if (folded.Length is < 3 or > 70) return false;
        return TitleText().IsMatch(folded) && !LabelText().IsMatch(folded) && !folded.Contains('。', StringComparison.Ordinal) && !NoTitle().IsMatch(folded);
    }

    /// <summary>The department or unit that a line above a table is by itself (303某某局); null where it is none.</summary>
    public static string? BareOrganisation(string text) =>
        BareOrganisationText().Match(GovBudget.Model.Label.Fold(text)) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The heading with what that text adds; texts nearer to the table come first and win.</summary>
    public TableHeading With(string text)
    {
        // what stands left, in the middle and right
        if (text.Contains('\t', StringComparison.Ordinal)) return text.Split('\t').Aggregate(this, (heading, part) => heading.With(part));
        var folded = GovBudget.Model.Label.Fold(text);
        if (folded.Length == 0) return this;
        var heading = this;
        // title and unit line run together
        if (heading.Title.Length == 0 && !IsTitle(text) && TitleBeforeUnit().Match(text) is { Success: true } lead && IsTitle(lead.Value))
            heading = heading.With(lead.Value);
        if (heading.Title.Length == 0 && IsTitle(text))
        {
            heading = heading with { Title = text.Trim() };
            if (TitleLabel().Match(folded) is { Success: true } inTitle) heading = heading with { Label = heading.Label ?? inTitle.Groups[1].Value };
        }
        if (LabelText().IsMatch(folded)) heading = heading with { Label = heading.Label ?? text.Trim() };
        if (heading.Unit == Unit.None && UnitText().Match(folded) is { Success: true } unit) heading = heading with { Unit = Unit.Of(unit.Groups[1].Value) };
        heading = heading with { Organisation = heading.Organisation ?? OrganisationIn(text) };
        if (heading.Year is null && YearText().Match(folded) is { Success: true } year)
        {
            heading = heading with { Year = int.Parse(year.Groups[1].ValueSpan, CultureInfo.InvariantCulture) };
        }
        return heading;
    }

    /// <summary>The department or unit that a line above a table names (部门：…); null where it names none.</summary>
    public static string? OrganisationIn(string text) =>
        OrganisationText().Match(GovBudget.Model.Label.Fold(text)) is { Success: true } match && !Unit.Of(match.Groups[1].Value).IsMoney
            ? match.Groups[1].Value
            : null;

    /// <summary>The title's own words: without ordinal, year, organisation and label.</summary>
    public static string Core(string title, string? organisation)
    {
        var core = GovBudget.Model.Label.Fold(GovBudget.Model.Label.Name(title));
        core = YearPrefix().Replace(TitleLabelPrefix().Replace(core, ""), "");
        if (!string.IsNullOrEmpty(organisation)) core = core.Replace(GovBudget.Model.Label.Fold(organisation), "", StringComparison.Ordinal);
        core = YearPrefix().Replace(core, "");
        return TitleLabelSuffix().Replace(core, "");
    }

    [GeneratedRegex(@"^.{2,60}?表(?:（[^（）]*）)?\s*(?=(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?[:：\uFFFD]|金额单位)")]
    private static partial Regex TitleBeforeUnit();

    [GeneratedRegex(@"表(?:[-－—]{1,2}[\p{L}、]{2,20})?(（[^（）]*）)*$")]
    private static partial Regex TitleText();

    [GeneratedRegex(@"目录|空表|^(?:注|备注|说明)：|^附表$|^第.{1,3}部分|如下表|见表|^表$|（续表）?$")]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"^(?:\p{L}{0,8}公开|附件?|财决|预算|决算|批复|部门|[A-Z]{1,4})?表?[\d一二三四五六七八九十]{1,3}(?:[-－—]\d{1,2})?表?：?$")]
    private static partial Regex LabelText();

    [GeneratedRegex(@"（((?:\p{L}{0,4}公开)?表?\d{1,2}(?:-\d{1,2})?表?)）$")]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@"（(?:\p{L}{0,4}公开)?表?\d{1,2}(?:-\d{1,2})?表?）$")]
    private static partial Regex TitleLabelSuffix();

    [GeneratedRegex(@"^(?:附件\d*：?)?(?:(?:\p{L}{0,6}公开|附|财决|预算|决算|部门)?(?:表[\d一二三四五六七八九十]{1,3}(?!般公共)(?:[-－—.]\d{1,2})*|[\d一二三四五六七八九十]{1,3}(?:[-－—]\d{1,2})?表)[：、.]?)(?=..)")]
    private static partial Regex TitleLabelPrefix();

    [GeneratedRegex(@"单位(?:为)?[：\uFFFD]?(?:人民币)?(亿元|百万元|万元|千元|元)")]
    private static partial Regex UnitText();

    [GeneratedRegex(@"(?:部门|单位|机构)(?:/单位|（单位）|\(单位\))?(?:名称|全称)?(?:（(?:盖章|公章|签章|章)）)?[：\uFFFD]((?:(?!金额单位|单位：|\d{4}年).)+)")]
    private static partial Regex OrganisationText();

    [GeneratedRegex(@"^(?:\d{3,9}[-_－—]?)?(\p{IsCJKUnifiedIdeographs}{1,30}(?:局|厅|委员会|委|办公室|办|院|中心|部|会|所|站|队|校|馆|社|府|处|署|街道|镇|乡|大学|公司)(?:（[^（）]{1,12}）)?)$")]
    private static partial Regex BareOrganisationText();

    [GeneratedRegex(@"^（?(?:19|20)\d\d年度?）?$|^(?:日期|填报日期|编制日期|打印日期|填表日期).*$|^第\d+页.*$")]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"((?:19|20)\d\d)年")]
    private static partial Regex YearText();

    [GeneratedRegex(@"^(?:(?:19|20)\d\d年度?|关于|附件\d*：?)")]
    private static partial Regex YearPrefix();
}
