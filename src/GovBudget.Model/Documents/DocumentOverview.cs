using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace GovBudget.Model;

/// <summary>What a document's text says about the department itself: duties, units, people, level, day of publication. Only what is stated; each with the
/// paragraph that states it.</summary>
public sealed partial record DocumentOverview
{
    private const int LongestName = 50;
    private const int CoverParagraphs = 3;

    /// <summary>主要职能（职责), one entry a paragraph.</summary>
    public ValueList<string> Duties { get; init; }

    /// <summary>For each duty the index of its paragraph in <see cref="BudgetDocument.Paragraphs"/>.</summary>
    public ValueList<int> DutiesAt { get; init; }

    /// <summary>The units that the document covers, as its text lists them, without ordinals and remarks.</summary>
    public ValueList<string> UnitsCovered { get; init; }

    /// <summary>For each unit the index of its paragraph.</summary>
    public ValueList<int> UnitsAt { get; init; }

    /// <summary>Posts and people; null where none are stated.</summary>
    public Staffing? Staffing { get; init; }

    /// <summary>The index of the first paragraph that states people; null where none does.</summary>
    public int? StaffingAt { get; init; }

    /// <summary>The day of publication: named as such, or standing alone before the first heading.</summary>
    public LocalDate? PublishedOn { get; init; }

    /// <summary>The index of its paragraph; null where no day is stated.</summary>
    public int? PublishedAt { get; init; }

    /// <summary>The level that the department's name states (省…厅, …区…局, …街道办事处); unknown where it leaves it open (a 市 may be a prefecture or a
    /// county).</summary>
    public AdministrativeLevel Level { get; init; }

    /// <summary>Reads what a document's paragraphs and its department's name say.</summary>
    /// <param name="document">A document.</param>
    public static DocumentOverview Of(BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parts = Parts(document.Paragraphs);
        var duties = Section(parts, SectionKind.Duties);
        var units = Units(Section(parts, SectionKind.Units)).ToList();
        var people = Section(parts, SectionKind.Staffing).Concat(Section(parts, SectionKind.Units)).ToList();
        var staffing = people.Aggregate(new Staffing(), (s, p) => People(s, p.Text));
        var published = Published(parts, document.Year);
        return new DocumentOverview
        {
            Duties = duties.Select(d => d.Text.Trim()).ToValueList(),
            DutiesAt = duties.Select(d => d.Index).ToValueList(),
            UnitsCovered = units.Select(u => u.Name).ToValueList(),
            UnitsAt = units.Select(u => u.Index).ToValueList(),
            Staffing = staffing == new Staffing() ? null : staffing,
            StaffingAt = staffing == new Staffing() ? null : people.First(p => People(new Staffing(), p.Text) != new Staffing()).Index,
            PublishedOn = published?.Day,
            PublishedAt = published?.Index,
            Level = LevelOf(document.Organisation),
        };
    }

    /// <summary>The document with what its text says about the department; what the text does not say stays as it is.</summary>
    /// <param name="document">A document.</param>
    public static T Fill<T>(T document)
        where T : BudgetDocument
    {
        var overview = Of(document);
        return document with
        {
            Duties = overview.Duties.Count > 0 ? overview.Duties : document.Duties,
            UnitsCovered = overview.UnitsCovered.Count > 0 ? overview.UnitsCovered : document.UnitsCovered,
            Staffing = overview.Staffing ?? document.Staffing,
            PublishedOn = overview.PublishedOn ?? document.PublishedOn,
            Level = overview.Level == AdministrativeLevel.Unknown ? document.Level : overview.Level,
        };
    }

    /// <summary>The level of government that a department's name states.</summary>
    /// <param name="organisation">The full name, e.g. 某某省高级人民法院; null gives unknown.</param>
    public static AdministrativeLevel LevelOf(string? organisation)
    {
        var name = Label.Fold(organisation);
        return Township().IsMatch(name) ? AdministrativeLevel.Township
            : County().IsMatch(name) ? AdministrativeLevel.County
            : Province().IsMatch(name) ? AdministrativeLevel.Province
            : Prefecture().IsMatch(name) ? AdministrativeLevel.Prefecture
            : Central().IsMatch(name) ? AdministrativeLevel.Central
            : AdministrativeLevel.Unknown;
    }

    private readonly record struct Part(int Index, string Text, Heading? Heading);

    /// <summary>The paragraphs, headings told apart; nothing is read of what the others claim.</summary>
    private static List<Part> Parts(ValueList<string> paragraphs)
    {
        var sections = new List<SectionBuilder> { SectionBuilder.Preface };
        var parts = new List<Part>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            foreach (var line in paragraphs[i].Split('\n'))
            {
                var clean = NarrativeTextCleaner.Clean(line);
                if (clean.Length == 0) continue;
                var heading = Headings.Read(clean, sections);
                if (heading is not null) sections.Add(new SectionBuilder(heading, new Sentence("", 1), sections[^1]));
                parts.Add(new Part(i, line, heading));
            }
        }
        return parts;
    }

    /// <summary>The first section of that kind that holds text: its paragraphs, the headings inside included, up to the next heading that is not below its
    /// own.</summary>
    private static List<Part> Section(List<Part> parts, SectionKind kind)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Heading is not { Level: <= 3 } heading || heading.Kind != kind || !Announces(heading)) continue;
            var body = parts.Skip(i + 1).TakeWhile(p => p.Heading is null || p.Heading.Level > heading.Level).ToList();
            if (body.Exists(p => p.Heading is null)) return body;
        }
        return [];
    }

    /// <summary>概况 holds all of these sections and is none of them.</summary>
    private static bool Announces(Heading heading) => !heading.Title.EndsWith("概况", StringComparison.Ordinal);

    /// <summary>The units listed: below a line that announces them (…单位包括：), or behind it in its own sentence.</summary>
    private static IEnumerable<(string Name, int Index)> Units(List<Part> parts)
    {
        var listing = false;
        foreach (var part in parts)
        {
            var text = NarrativeTextCleaner.Clean(part.Text).TrimEnd('。', '；', '：', '、');
            if (NarrativeTextCleaner.Clean(part.Text) is [.., '：'] || Announcement().IsMatch(text))
            {
                listing = ListsUnits().IsMatch(text);
                continue;
            }
            if (listing && UnitName(text) is { } listed)
            {
                yield return (listed, part.Index);
                continue;
            }
            listing = false;
            if (InSentence().Match(text) is not { Success: true } match) continue;
            foreach (var name in Separator().Split(match.Groups[1].Value).Select(UnitName).TakeWhile(name => name is not null))
                yield return (name!, part.Index);
        }
    }

    /// <summary>The unit that an item of a list names, without ordinal and remark; null where it reads like a sentence.</summary>
    private static string? UnitName(string item)
    {
        var text = item[ListMarker.Length(item, 0)..];
        var end = text.IndexOfAny(['，', '：', '；', '。']);
        var name = (end < 0 ? text : text[..end]).Trim();
        return name.Length is >= 3 and <= LongestName && NamesUnit().IsMatch(name) ? name : null;
    }

    private static Staffing People(Staffing known, string paragraph)
    {
        var text = NarrativeTextCleaner.Clean(paragraph);
        return new Staffing
        {
            Posts = known.Posts ?? Heads(Posts().Match(text)),
            Serving = known.Serving ?? Heads(Serving().Match(text)),
            RetiredVeterans = known.RetiredVeterans ?? Heads(Veterans().Match(text)),
            Retired = known.Retired ?? Heads(Pensioners().Match(text)),
        };
    }

    private static int? Heads(Match match) =>
        match.Success
            && decimal.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var heads)
            && heads == decimal.Truncate(heads)
            ? (int)heads
            : null;

    private static (LocalDate Day, int Index)? Published(List<Part> parts, int? year)
    {
        var cover = parts.TakeWhile(p => p.Heading is null).Take(CoverParagraphs).Select(p => p.Index).ToHashSet();
        foreach (var part in parts)
        {
            var text = NarrativeTextCleaner.Clean(part.Text);
            var match = NamedDay().Match(text);
            if (!match.Success && cover.Contains(part.Index)) match = BareDay().Match(text);
            if (match.Success && Day(match) is { } day && (year is not { } y || Math.Abs(day.Year - y) <= 2)) return (day, part.Index);
        }
        return null;
    }

    private static LocalDate? Day(Match match)
    {
        int Number(int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (year, month, day) = (Number(1), Number(2), Number(3));
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    [GeneratedRegex(@"(?:街道|街道办事处|镇|乡|镇人民政府|乡人民政府|民族乡)(?:（.*）)?$|街道(?:办事处|党工委)|(?:镇|乡)(?:人民政府|党委)")]
    private static partial Regex Township();

    [GeneratedRegex(@"(?<!自治|特别行政|开发|保税|合作|试验|示范|园|新|矿|景|管理|保护|高新|经济)(?:(?<=[^省市])区|(?<=市.{1,6})新区)(?!域|划|块|间)(?=.{2})|(?<=.)县(?!级)(?=.{2})|(?<=.)(?:自治旗|旗)(?=.{2})")]
    private static partial Regex County();

    [GeneratedRegex(@"^(?:中国共产党|中共)?\p{IsCJKUnifiedIdeographs}{2,3}省(?!.*(?:市|州|盟|地区))|^(?:中国共产党|中共)?(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区(?!.*(?:市|州|盟|地区))|^(?:中国共产党|中共)?(?:北京|天津|上海|重庆)市")]
    private static partial Regex Province();

    [GeneratedRegex(@"自治州(?!.*(?:县|市))|(?<=.)盟(?=.{2})|(?<=省.{1,6}|自治区.{1,6})地区(?=.{2})")]
    private static partial Regex Prefecture();

    [GeneratedRegex(@"^(?:国家|中央|中华人民共和国|全国|最高人民|国务院)")]
    private static partial Regex Central();

    [GeneratedRegex(@"单位(?:范围)?(?:具体)?(?:包括|如下|有|为|是)$|包括(?:以下单位)?$|如下$|(?:具体|分别)(?:包括|有|是|为)$")]
    private static partial Regex Announcement();

    [GeneratedRegex(@"单位|具体包括")]
    private static partial Regex ListsUnits();

    [GeneratedRegex(@"单位(?:范围)?(?:具体)?(?:包括|有|如下|分别是|分别为)：?([^。]{3,})")]
    private static partial Regex InSentence();

    [GeneratedRegex(@"、|，|；|和(?=下属)|以及")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?!.*(?:\d|决算$|预算$|其中|负责|职责)).*(?:局|厅|委员会|委|办公室|办|院|中心|部|会|所|站|队|校|园|馆|社|府|处|署|街道|镇|乡|大学|学院|中学|小学|公司|机关|本级|本部|服务中心)(?:（[^（）]{1,20}）)?(?:本级|机关|本部)?$")]
    private static partial Regex NamesUnit();

    [GeneratedRegex(@"(?<!行政|事业|工勤|参公|公务员|机关)(?:总编制|编制总数|核定编制|人员编制|编制)(?:人员|人数|总数|数)?(?:共计|合计|总计|共有|共|为|：)?(\d+(?:\.0+)?)(?:人|名|个)")]
    private static partial Regex Posts();

    [GeneratedRegex(@"(?:在职实有人数|实有在职人数|实有在编人数|在编在岗人员|在职人员|在职人数|在编人员|实有人员|实有人数|(?<=现)有在职人员|实有)(?:总数|人数|数)?(?:共计|合计|总计|共有|共|为|：)?(\d+(?:\.0+)?)(?:人|名)")]
    private static partial Regex Serving();

    [GeneratedRegex(@"离休(?:人员|干部)?(?:人数)?(?:共计|合计|共有|共|为|：)?(\d+(?:\.0+)?)(?:人|名)")]
    private static partial Regex Veterans();

    [GeneratedRegex(@"(?<!离)退休(?:人员|干部)?(?:人数)?(?:共计|合计|共有|共|为|：)?(\d+(?:\.0+)?)(?:人|名)")]
    private static partial Regex Pensioners();

    [GeneratedRegex(@"(?:公开|发布|公布)(?:时间|日期)(?:为|：)?(\d{4})[年\-./](\d{1,2})[月\-./](\d{1,2})日?")]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"^(\d{4})年(\d{1,2})月(\d{1,2})日$")]
    private static partial Regex BareDay();
}
