namespace GovBudget.Model;

/// <summary>The subjects (科目) of one budget year: functional, department economic, government economic and revenue codes with their names.</summary>
/// <remarks>
/// Compiled from this library's data files, in which every entry says how it is known (<see cref="SubjectProvenance"/>). Complete for functional and economic
/// 类 and 款 as far as known; of 项 it holds those that departments use. A code that it lacks is unknown, not wrong. Immutable and thread-safe.
/// </remarks>
public sealed partial class SubjectCatalog
{
    /// <summary>The first year with a catalog, the last one before the economic classification was reformed.</summary>
    public const int FirstYear = 2017;

    /// <summary>The last year with a catalog.</summary>
    public const int LastYear = 2026;

    private static readonly SubjectCatalog?[] Years = new SubjectCatalog?[LastYear - FirstYear + 1];

    private readonly SubjectTable _table = SubjectTable.Instance;

    private readonly Lazy<Dictionary<string, FunctionalCode>> _classes;

    private SubjectCatalog(int year)
    {
        Year = year;
        _classes = new(ClassNames);
    }

    /// <summary>The year whose subjects these are.</summary>
    public int Year { get; }

    /// <summary>The catalog of a budget year.</summary>
    /// <param name="year">The year of the document; before <see cref="FirstYear"/> that one's catalog is given, after <see cref="LastYear"/> that one's.
    /// <see cref="Year"/> tells.</param>
    public static SubjectCatalog For(int year)
    {
        year = Math.Clamp(year, FirstYear, LastYear);
        return Years[year - FirstYear] ??= new(year);
    }

    /// <summary>The entry of a code; null where the catalog of this year lacks it. Does not allocate.</summary>
    public Subject? Find<T>(T code) where T : struct, ISubjectCode<T> => _table.Find(code.Key, Year);

    /// <summary>The entry of a code of any scheme, written as digits; null where it is no code or the catalog lacks it.</summary>
    public Subject? Find(string? code) => KeyOf(code) is var key and not 0 ? _table.Find(key, Year) : null;

    /// <summary>All entries of one scheme, as official tables print them: each parent before its children.</summary>
    public IEnumerable<Subject> All(SubjectScheme scheme) => _table.Subjects.Where(s => s.Scheme == scheme && s.IsValidIn(Year));

    /// <summary>The entries one level below a code.</summary>
    public IEnumerable<Subject> Children<T>(T code) where T : struct, ISubjectCode<T> =>
        _table.Below(code.Key).ToArray().Where(s => s.IsValidIn(Year) && s.Level == code.Level + 1);

    /// <summary>The entries of every year for one code, earliest first: how it was renamed.</summary>
    public static IReadOnlyList<Subject> History<T>(T code) where T : struct, ISubjectCode<T> => SubjectTable.Instance.Of(code.Key).ToArray();

    /// <summary>
    /// The name that a code should bear: the catalog's, else the one that follows from how 项 are numbered (01 行政运行, 02 一般行政管理事务, 03 机关服务,
    /// 50 事业运行, 99 其他…支出) where its neighbours follow it; null where neither says.
    /// </summary>
    public ExpectedName? ExpectedName<T>(T code) where T : struct, ISubjectCode<T>
    {
        if (Find(code) is { } subject) return Expected(subject);
        if (code.Level <= SubjectLevel.Class || T.Scheme is SubjectScheme.Revenue || code.Parent is not { } up || Find(up) is not { } parent) return null;
        var suffix = code.Key / CodeGrammar.Weight(code.Level) % 100;
        if (suffix == 99) return new(parent.Name.StartsWith("其他", StringComparison.Ordinal) ? parent.Name : $"其他{Trunk(parent.Name)}支出", NameConfidence.Rule);
        if (T.Scheme != SubjectScheme.Functional || code.Level != SubjectLevel.Item) return null;
        var first = _table.Find(up.Key + CodeGrammar.Weight(SubjectLevel.Item), Year);
        var administrative = first is { Name: "行政运行" } || (first is null && !Children(up).Any());
        return suffix switch
        {
            1 when administrative => new("行政运行", NameConfidence.Rule),
            2 when administrative => new("一般行政管理事务", NameConfidence.Rule),
            3 when administrative => new("机关服务", NameConfidence.Rule),
            50 when administrative => new("事业运行", NameConfidence.Rule),
            _ => null,
        };
    }

    /// <summary>Compares a printed name with the name of a code in this year and says how far it had to be forgiven.</summary>
    /// <remarks>A name whose years are approximate is accepted up to two years before and after them. Characters lost are forgiven, characters replaced are
    /// not:
    /// 事业单位医疗 is not 行政单位医疗; and the name of a sibling is never a damaged form of another.</remarks>
    /// <param name="code">The code printed beside the name.</param>
    /// <param name="printed">The name as printed.</param>
    public NameMatch MatchName<T>(T code, string? printed) where T : struct, ISubjectCode<T>
    {
        printed ??= "";
        var expected = ExpectedName(code);
        var own = Find(code);
        if (expected is { } name && name.Name == printed) return new(NameVerdict.Same, printed, expected, own, 0);
        var folded = SubjectName.Fold(printed);
        if (expected is { } known)
        {
            var (verdict, distance) = SubjectName.Compare(folded, SubjectName.Fold(known.Name));
            if (verdict == NameVerdict.Folded) return new(verdict, printed, expected, own, 0);
            if (Namesake(code, folded) is { } other) return new(NameVerdict.Different, printed, expected, other, distance);
            if (verdict is NameVerdict.Abbreviated or NameVerdict.Damaged) return new(verdict, printed, expected, own, distance);
            return OtherYear(code, printed, folded, expected) ?? new(NameVerdict.Different, printed, expected, null, distance);
        }
        return OtherYear(code, printed, folded, null) ?? new(NameVerdict.Unknown, printed, null, null, 0);
    }

    /// <summary>
    /// The functional 类 of a label of a summary table: <c>八、社会保障和就业支出</c> → 208. This year's names first, then those of other years, each also
    /// without the last 支出; null where the label names none.
    /// </summary>
    public FunctionalCode? ClassByName(string? label)
    {
        var folded = SubjectName.Fold(label);
        return folded.Length > 0 && (_classes.Value.TryGetValue(folded, out var code) || _classes.Value.TryGetValue(SubjectName.Stem(folded), out code))
            ? code
            : null;
    }

    /// <summary>
    /// The entry directly below a code that bears a name, as narrative text gives it (行政事业单位养老支出（款）): this year's, else another year's, each also
    /// without the last 支出; null where none does.
    /// </summary>
    public Subject? ChildByName<T>(T parent, string? name) where T : struct, ISubjectCode<T>
    {
        var folded = SubjectName.Fold(name);
        if (folded.Length == 0) return null;
        var below = _table.Below(parent.Key).ToArray().Where(s => s.Level == parent.Level + 1).OrderByDescending(s => s.IsValidIn(Year)).ToList();
        return below.Find(s => SubjectName.Fold(s.Name) == folded) ?? below.Find(s => SubjectName.Stem(SubjectName.Fold(s.Name)) == SubjectName.Stem(folded));
    }

    internal static int KeyOf(string? code) => (SubjectScheme)(string.IsNullOrWhiteSpace(code) ? 0 : Digit(code)) switch
    {
        SubjectScheme.Revenue => CodeGrammar.Revenue.Read(code, out _),
        SubjectScheme.Functional => CodeGrammar.Functional.Read(code, out _),
        SubjectScheme.Economic => CodeGrammar.Economic.Read(code, out _),
        SubjectScheme.GovernmentEconomic => CodeGrammar.GovernmentEconomic.Read(code, out _),
        _ => 0,
    };

    private static int Digit(string text)
    {
        var c = text.AsSpan().TrimStart()[0];
        return c is >= '０' and <= '９' ? c - '０' : c - '0';
    }

    private static ExpectedName Expected(Subject subject) =>
        new(subject.Name, subject.Provenance == SubjectProvenance.General ? NameConfidence.General : NameConfidence.Established);

    private static string Trunk(string name) => name.EndsWith("支出", StringComparison.Ordinal) ? name[..^2] : name;

    /// <summary>The match with a name of another year; where that one's years are approximate, they reach up to two years further.</summary>
    private NameMatch? OtherYear<T>(T code, string printed, string folded, ExpectedName? expected) where T : struct, ISubjectCode<T>
    {
        foreach (var subject in _table.Of(code.Key))
        {
            if (SubjectName.Fold(subject.Name) != folded) continue;
            return subject.YearsApproximate && subject.From - 2 <= Year && Year <= subject.To + 2
                ? new(subject.Name == printed ? NameVerdict.Same : NameVerdict.Folded, printed, Expected(subject), subject, 0)
                : new(NameVerdict.OtherYear, printed, expected, subject, 0);
        }
        return null;
    }

    /// <summary>The sibling of a code that bears a name.</summary>
    private Subject? Namesake<T>(T code, string folded) where T : struct, ISubjectCode<T> =>
        code.Parent is { } up ? Children(up).FirstOrDefault(s => s.Code != code.ToString() && SubjectName.Fold(s.Name) == folded) : null;

    /// <summary>Folded names and stems of the functional 类: those of this year, then those of others.</summary>
    private Dictionary<string, FunctionalCode> ClassNames()
    {
        var names = new Dictionary<string, FunctionalCode>();
        var classes = _table.Subjects.Where(s => s is { Scheme: SubjectScheme.Functional, Level: SubjectLevel.Class })
            .OrderByDescending(s => s.IsValidIn(Year))
            .ToList();
        foreach (var entry in classes) names.TryAdd(SubjectName.Fold(entry.Name), entry.CodeAs<FunctionalCode>());
        foreach (var entry in classes) names.TryAdd(SubjectName.Stem(SubjectName.Fold(entry.Name)), entry.CodeAs<FunctionalCode>());
        return names;
    }
}
