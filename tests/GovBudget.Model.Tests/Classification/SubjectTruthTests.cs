using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Tests.Classification;

/// <summary>Every code and name that the published documents print is in the catalog of their year.</summary>
public sealed partial class SubjectTruthTests
{
    /// <summary>What the seeds are, which their folders do not say.</summary>
    private static readonly Dictionary<string, string> Seeds = new()
    {
        ["000"] = "决算2023",
        ["001"] = "预算2024",
        ["002"] = "决算2023",
        ["003"] = "决算2019",
        ["004"] = "决算2021",
    };

    /// <summary>What the seeds' text prints that the catalog has otherwise, and why.</summary>
    private static readonly Dictionary<string, string> OtherwiseInText = new()
    {
        ["住房保障支出/住房改革支出/房租补贴"] = "a slip of the document: 2210202 is 提租补贴, as its own tables print",
        ["住房保障支出/住房改革支出/住房公积金及提租补贴"] = "two 项 in one phrase",
    };

    [Fact]
    public void Every_code_and_name_of_the_tables_is_found_for_its_year()
    {
        var seen = 0;
        foreach (var (document, code, name) in Printed())
        {
            var catalog = SubjectCatalog.For(Year(document));
            var verdict = code[0] == '2'
                ? catalog.MatchName(FunctionalCode.Parse(code), name).Verdict
                : catalog.MatchName(EconomicCode.Parse(code), name).Verdict;
            Assert.True(verdict is NameVerdict.Same or NameVerdict.Folded, $"{document} {code} {name}: {verdict}");
            seen++;
        }
        Assert.True(seen > 500, $"only {seen} codes seen");
    }

    [Fact]
    public void Entries_said_to_stand_in_documents_do()
    {
        var printed = Printed().Select(p => (p.Document, p.Code)).ToHashSet();
        var labels = Labels().ToHashSet();
        var years = printed.Select(p => p.Document).ToHashSet();
        var document = 0;
        foreach (var subject in SubjectTable.Instance.Subjects.Where(s => s.Provenance == SubjectProvenance.Document))
        {
            foreach (var source in subject.Note.Split('；')[0].Split(' '))
            {
                Assert.Contains(source, years);
                // The labels of summary tables in the documents' text give 类 without their codes.
                Assert.True(printed.Contains((source, subject.Code))
                    || (subject.Level == SubjectLevel.Class
                        && (labels.Contains((source, subject.Name))
                            || source.StartsWith("预算", StringComparison.Ordinal)
                            || source.StartsWith("决算2024", StringComparison.Ordinal))), $"{subject}: not in {source}");
                Assert.True(subject.IsValidIn(Year(source)), $"{subject}: not valid in {source}");
            }
            document++;
        }
        Assert.True(document > 200, $"only {document} entries");
    }

    [Fact]
    public void Class_labels_of_the_summary_tables_are_known()
    {
        var labels = Labels().ToList();
        Assert.True(labels.Count > 60, $"only {labels.Count} labels");
        foreach (var (document, name) in labels) Assert.True(SubjectCatalog.For(Year(document)).ClassByName(name) is not null, $"{document} {name}");
    }

    [Fact]
    public void Names_in_the_seeds_text_lead_to_codes()
    {
        var seen = 0;
        foreach (var (seed, document) in Seeds)
        {
            var text = File.ReadAllText(Shared.Files("seeds", seed + "*.txt").Single()).ReplaceLineEndings("");
            var catalog = SubjectCatalog.For(Year(document));
            foreach (Match match in Path().Matches(text))
            {
                var path = string.Join('/', match.Groups.Cast<Group>().Skip(1).Select(g => g.Value));
                var found = catalog.ClassByName(match.Groups[1].Value) is { } top
                    && catalog.ChildByName(top, match.Groups[2].Value) is { } section
                    && catalog.ChildByName(section.CodeAs<FunctionalCode>(), match.Groups[3].Value) is not null;
                Assert.True(found != OtherwiseInText.ContainsKey(path), $"{document} {path}: {(found ? "found, though listed as not" : "not found")}");
                seen++;
            }
        }
        Assert.True(seen > 20, $"only {seen} names seen");
    }

    private static IEnumerable<(string Document, string Code, string Name)> Printed()
    {
        foreach (var file in Shared.Files("truth", "facts.csv"))
        {
            var document = Document(System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)!));
            foreach (var cells in File.ReadLines(file).Skip(1).Select(l => l.Split(',')).DistinctBy(c => (c[1], c[2])))
                if (Code().IsMatch(cells[1])) yield return (document, cells[1], cells[2]);
        }
    }

    private static IEnumerable<(string Document, string Name)> Labels()
    {
        foreach (var (seed, document) in Seeds)
        {
            var text = File.ReadAllText(Shared.Files("seeds", seed + "*.txt").Single());
            foreach (Match match in Label().Matches(text))
                if (match.Groups[1].Value is not ("基本支出" or "项目支出" or "本年支出")) yield return (document, match.Groups[1].Value);
        }
    }

    private static string Document(string folder) =>
        folder.StartsWith("rebuilt-", StringComparison.Ordinal) ? Seeds[folder[^3..]]
        : (folder.StartsWith("accounts", StringComparison.Ordinal) ? "决算" : "预算") + folder.Split('-')[1];

    private static int Year(string document) => int.Parse(document.AsSpan(^4..), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[23]\d{2}(\d{2}){0,2}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"[一二三四五六七八九十]+、\s*([^\s|<（]{2,16}支出)(?=[\s|<]|$)")]
    private static partial Regex Label();

    [GeneratedRegex(@"([\p{L}]+)[（(]类[）)]\s*([\p{L}（）、]+)[（(]款[）)]\s*([\p{L}（）、]+)[（(]项[）)]")]
    private static partial Regex Path();
}
