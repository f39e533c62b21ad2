using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GovBudget.Model.Tests.Classification;

/// <summary>The catalog's data files: their order and shape, what holds for every year, how fast they load, and how much they hold.</summary>
public sealed class SubjectDataTests
{
    private static readonly int[] Years = [.. Enumerable.Range(SubjectCatalog.FirstYear, SubjectCatalog.LastYear - SubjectCatalog.FirstYear + 1)];
    private static readonly SubjectScheme[] Schemes = Enum.GetValues<SubjectScheme>();
    private static readonly string[] Names = ["revenue", "functional", "economic", "government"];

    [Fact]
    public void Entries_are_in_order_and_well_formed()
    {
        var last = (Key: 0, To: 0);
        foreach (var subject in SubjectTable.Instance.Subjects)
        {
            var key = SubjectCatalog.KeyOf(subject.Code);
            Assert.True(key != 0, $"{subject}: no code");
            Assert.True(key > last.Key || (key == last.Key && subject.From > last.To), $"{subject}: out of order, or two names in one year");
            Assert.True(SubjectCatalog.FirstYear <= subject.From && subject.From <= subject.To && subject.To <= SubjectCatalog.LastYear, $"{subject}: years");
            Assert.Equal((int)subject.Scheme, subject.Code[0] - '0');
            Assert.Equal(subject.Name.Trim(), subject.Name);
            Assert.NotEmpty(subject.Name);
            last = (key, subject.To);
        }
    }

    [Fact]
    public void Data_lines_have_the_columns_named_in_their_header()
    {
        foreach (var (file, header) in new[] { ("revenue", "code,name,from,to,source,note"), ("functional", "code,name,from,to,source,note"),
            ("economic", "code,name,from,to,source,note"), ("government", "code,name,from,to,source,note"), ("successors", "code,successor,year,source,note"),
            ("correspondence", "government,economic,source,note") })
        {
            using var stream = typeof(SubjectCatalog).Assembly.GetManifestResourceStream($"GovBudget.Model.Classification.{file}.csv")!;
            using var reader = new StreamReader(stream);
            var lines = reader.ReadToEnd().TrimEnd('\n').Split('\n');
            Assert.Equal(header, lines[0]);
            var source = Array.IndexOf(header.Split(','), "source");
            foreach (var line in lines)
            {
                var cells = line.Split(',');
                Assert.Equal(header.Split(',').Length, cells.Length);
                Assert.Contains(cells[source], (string[])["source", "document", "regulation", "general"]);
                Assert.True(cells[source] == "general" || cells[^1].Length > 0, $"{line}: says not what supports it");
            }
        }
    }

    [Fact]
    public void A_code_has_one_name_a_year_and_its_parents_are_there()
    {
        foreach (var catalog in Years.Select(SubjectCatalog.For))
        {
            foreach (var scheme in Schemes)
            {
                var all = catalog.All(scheme).ToList();
                Assert.Equal(all.Count, all.Select(s => s.Code).Distinct().Count());
                foreach (var subject in all)
                {
                    Assert.Same(subject, catalog.Find(subject.Code));
                    Assert.True(subject.Level == SubjectLevel.Class || catalog.Find(subject.Code[..^2]) is not null, $"{catalog.Year} {subject}: no parent");
                }
            }
        }
    }

    [Fact]
    public void Siblings_have_different_names()
    {
        // The same words for 309 and 310, or 2089901 before and 2089999 after, are no siblings of one year.
        foreach (var catalog in Years.Select(SubjectCatalog.For))
            foreach (var family in Schemes.SelectMany(catalog.All).Where(s => s.Level > SubjectLevel.Class).GroupBy(s => s.Code[..^2]))
                Assert.Equal(family.Count(), family.Select(s => SubjectName.Fold(s.Name)).Distinct().Count());
    }

    [Fact]
    public void Class_names_tell_classes_apart()
    {
        foreach (var catalog in Years.Select(SubjectCatalog.For))
            foreach (var year in Years)
                foreach (var subject in SubjectCatalog.For(year).All(SubjectScheme.Functional).Where(s => s.Level == SubjectLevel.Class))
                    Assert.Equal(subject.Code, catalog.ClassByName(subject.Name).ToString());
    }

    [Fact]
    public void Links_name_known_codes_in_their_years()
    {
        foreach (var link in SubjectTable.Instance.Links)
        {
            Assert.InRange(link.Year, SubjectCatalog.FirstYear + 1, SubjectCatalog.LastYear);
            if (link.From != 0) Assert.True(SubjectTable.Instance.Find(link.From, link.Year - 1) is not null, $"{link}: nothing there before");
            if (link.To != 0) Assert.True(SubjectTable.Instance.Find(link.To, link.Year) is not null, $"{link}: nothing there after");
            if (link.From != 0 && SubjectTable.Instance.Find(link.From, link.Year) is { } still)
                Assert.NotEqual(SubjectTable.Instance.Find(link.From, link.Year - 1)!.Name, still.Name);
        }
    }

    [Fact]
    public void Correspondence_names_known_codes()
    {
        foreach (var pair in SubjectTable.Instance.Pairs)
        {
            Assert.NotEmpty(SubjectTable.Instance.Of(pair.Government).ToArray());
            Assert.NotEmpty(SubjectTable.Instance.Of(pair.Economic).ToArray());
        }
        // Every department 款 since 2018 is kept under some government code, but those that came later or are spread over several.
        var catalog = SubjectCatalog.For(2019);
        var lone = catalog.All(SubjectScheme.Economic)
            .Where(s => s.Level == SubjectLevel.Section && catalog.Correspondents(s.CodeAs<EconomicCode>()).Count == 0)
            .Select(s => s.Code);
        Assert.Empty(lone);
    }

    [Fact]
    public void Loads_in_less_than_five_milliseconds()
    {
        SubjectTable.Load();
        var best = Enumerable.Range(0, 9).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            SubjectTable.Load();
            return watch.Elapsed;
        });
        Assert.True(best < TimeSpan.FromMilliseconds(5), $"{best.TotalMilliseconds} ms");
    }

    [Fact]
    public void Lookup_does_not_allocate()
    {
        var catalog = SubjectCatalog.For(2024);
        var codes = catalog.All(SubjectScheme.Functional).Select(s => s.CodeAs<FunctionalCode>()).ToArray();
        Look();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Look();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(codes.Length, found);

        int Look()
        {
            var count = 0;
            foreach (var code in codes) if (catalog.Find(code) is not null) count++;
            return count;
        }
    }

    [Fact]
    public void The_guide_states_the_counts()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "subjects.md"));
        Assert.Contains(Counts(), guide, StringComparison.Ordinal);
        Assert.Contains(Sources(), guide, StringComparison.Ordinal);
    }

    /// <summary>Entries a scheme and level a year, as the guide's table has it.</summary>
    private static string Counts()
    {
        var text = new StringBuilder("| 分类 | 级 |");
        foreach (var year in Years) text.Append(CultureInfo.InvariantCulture, $" {year} |");
        text.Append("\n| --- | --- |").Append(string.Concat(Years.Select(_ => " --: |"))).Append('\n');
        foreach (var (scheme, name) in new[] { (SubjectScheme.Functional, "支出功能分类"), (SubjectScheme.Economic, "部门预算支出经济分类"),
            (SubjectScheme.GovernmentEconomic, "政府预算支出经济分类"), (SubjectScheme.Revenue, "收入分类") })
        {
            foreach (var (level, word) in new[] { (SubjectLevel.Class, "类"), (SubjectLevel.Section, "款"), (SubjectLevel.Item, "项") })
            {
                var counts = Years.Select(y => SubjectCatalog.For(y).All(scheme).Count(s => s.Level == level)).ToArray();
                if (counts.Any(c => c > 0)) text.Append(CultureInfo.InvariantCulture, $"| {name} | {word} | {string.Join(" | ", counts)} |\n");
            }
        }
        return text.ToString();
    }

    /// <summary>Data lines a file and provenance, as the guide's table has it.</summary>
    private static string Sources()
    {
        var text = new StringBuilder("| 文件 | document | regulation | general | 合计 |\n| --- | --: | --: | --: | --: |\n");
        foreach (var (scheme, name) in Schemes.Zip(Names))
        {
            var entries = SubjectTable.Instance.Subjects.Where(s => s.Scheme == scheme).ToList();
            int Of(SubjectProvenance provenance) => entries.Count(s => s.Provenance == provenance);
            text.Append(CultureInfo.InvariantCulture,
                $"| {name}.csv | {Of(SubjectProvenance.Document)} | {Of(SubjectProvenance.Regulation)} | {Of(SubjectProvenance.General)} | {entries.Count} |\n");
        }
        return text.ToString();
    }
}
