using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Classification;

/// <summary>What the catalog answers: names, years, expected names, matching, labels, correspondence, moves and search.</summary>
public sealed class SubjectCatalogTests
{
    [Theory]
    [InlineData(2019, "20805", "行政事业单位离退休")]
    [InlineData(2020, "20805", "行政事业单位养老支出")]
    [InlineData(2018, "207", "文化体育与传媒支出")]
    [InlineData(2019, "207", "文化旅游体育与传媒支出")]
    [InlineData(2018, "210", "医疗卫生与计划生育支出")]
    [InlineData(2023, "210", "卫生健康支出")]
    [InlineData(2018, "220", "国土海洋气象等支出")]
    [InlineData(2023, "220", "自然资源海洋气象等支出")]
    [InlineData(2023, "215", "资源勘探工业信息等支出")]
    [InlineData(2018, "215", "资源勘探信息等支出")]
    [InlineData(2023, "2101103", "公务员医疗补助")]
    [InlineData(2023, "2101505", "医疗保障政策管理")]
    [InlineData(2018, "21015", null)]
    [InlineData(2018, "224", null)]
    [InlineData(2020, "234", "抗疫特别国债安排的支出")]
    [InlineData(2019, "234", null)]
    [InlineData(2017, "30311", "住房公积金")]
    [InlineData(2018, "30311", null)]
    [InlineData(2024, "30311", "代缴社会保险费")]
    [InlineData(2024, "50201", "办公经费")]
    [InlineData(2017, "501", null)]
    [InlineData(2024, "103", "非税收入")]
    [InlineData(2024, "2080505 ", "机关事业单位基本养老保险缴费支出")]
    [InlineData(2024, "999", null)]
    [InlineData(2024, "", null)]
    [InlineData(2024, "42011124043T000000100", null)]
    public void Knows_names_by_year(int year, string code, string? name) => Assert.Equal(name, SubjectCatalog.For(year).Find(code)?.Name);

    [Theory]
    [InlineData(2010, 2017)]
    [InlineData(2018, 2018)]
    [InlineData(2040, 2026)]
    public void Clamps_years(int asked, int given) => Assert.Equal(given, SubjectCatalog.For(asked).Year);

    [Fact]
    public void Knows_children()
    {
        var children = SubjectCatalog.For(2023).Children(FunctionalCode.Parse("22102")).Select(s => s.Name);
        Assert.Equal(["住房公积金", "提租补贴", "购房补贴"], children);
        Assert.All(SubjectCatalog.For(2023).Children(FunctionalCode.Parse("208")), s => Assert.Equal(SubjectLevel.Section, s.Level));
    }

    [Theory]
    [InlineData("2080505", "机关事业单位基本养老保险缴费支出", NameConfidence.Established)]
    [InlineData("2240101", "行政运行", NameConfidence.General)]
    [InlineData("2110250", null, null)]
    [InlineData("2100150", "事业运行", NameConfidence.Rule)]
    [InlineData("2023401", null, null)]
    [InlineData("2101303", null, null)]
    [InlineData("2109950", null, null)]
    [InlineData("2120699", "其他建设市场管理与监督支出", NameConfidence.Rule)]
    [InlineData("208", "社会保障和就业支出", NameConfidence.Established)]
    public void Expects_names(string code, string? name, NameConfidence? confidence)
    {
        var expected = SubjectCatalog.For(2023).ExpectedName(FunctionalCode.Parse(code));
        Assert.Equal(name, expected?.Name);
        Assert.Equal(confidence, expected?.Confidence);
    }

    [Theory]
    [InlineData("2080505", "机关事业单位基本养老保险缴费支出", NameVerdict.Same, 0)]
    [InlineData("2080505", "机关事业单位 基本养老\n保险缴费支出", NameVerdict.Folded, 0)]
    [InlineData("2080505", "机关事业单位基本养老保险缴费支出（项）", NameVerdict.Folded, 0)]
    [InlineData("208", "八、社会保障和就业支出", NameVerdict.Folded, 0)]
    [InlineData("208", "社会保障和就业", NameVerdict.Abbreviated, 2)]
    [InlineData("216", "商业服务业支出", NameVerdict.Abbreviated, 1)]
    [InlineData("2080505", "机关事业单位基本养老保险缴", NameVerdict.Damaged, 3)]
    [InlineData("2080505", "机关事业单位基本养老险缴费支出", NameVerdict.Damaged, 1)]
    [InlineData("2080505", "机关事业单位基本养老保?缴费支出", NameVerdict.Damaged, 1)]
    [InlineData("20805", "行政事业单位离退休", NameVerdict.OtherYear, 0)]
    [InlineData("2200199", "其他国土资源事务支出", NameVerdict.OtherYear, 0)]
    [InlineData("2040502", "一般行政事务管理", NameVerdict.Different, 4)]
    [InlineData("2101101", "事业单位医疗", NameVerdict.Different, 2)]
    [InlineData("2080599", "机关事业单位退休人员活动费支出", NameVerdict.Different, 11)]
    [InlineData("2100150", "事业运行", NameVerdict.Same, 0)]
    [InlineData("2101303", "任何名称", NameVerdict.Unknown, 0)]
    [InlineData("208", "", NameVerdict.Different, 9)]
    [InlineData("208", null, NameVerdict.Different, 9)]
    public void Matches_names_and_says_how_far(string code, string? printed, NameVerdict verdict, int distance)
    {
        var match = SubjectCatalog.For(2024).MatchName(FunctionalCode.Parse(code), printed);
        Assert.Equal((verdict, distance), (match.Verdict, match.Distance));
        Assert.Equal(printed ?? "", match.Printed);
    }

    [Fact]
    public void Only_established_names_make_errors()
    {
        var catalog = SubjectCatalog.For(2024);
        Assert.True(catalog.MatchName(FunctionalCode.Parse("20805"), "行政事业单位离退休").IsCertain);
        Assert.False(catalog.MatchName(FunctionalCode.Parse("2240102"), "机关服务").IsCertain);
        Assert.Equal(NameVerdict.Different, catalog.MatchName(FunctionalCode.Parse("2240102"), "机关服务").Verdict);
        Assert.False(catalog.MatchName(FunctionalCode.Parse("20805"), "行政事业单位养老支出").IsCertain);
        Assert.Equal("2101102", catalog.MatchName(FunctionalCode.Parse("2101101"), "事业单位医疗").Subject?.Code);
    }

    [Theory]
    [InlineData(2023, "21305", "巩固脱贫衔接乡村振兴", NameVerdict.Same)]
    [InlineData(2024, "21305", "巩固脱贫衔接 乡村振兴", NameVerdict.Folded)]
    [InlineData(2026, "21305", "巩固脱贫衔接乡村振兴", NameVerdict.OtherYear)]
    [InlineData(2020, "2040607", "公共法律服务", NameVerdict.Same)]
    [InlineData(2020, "2040607", "法律援助", NameVerdict.Same)]
    [InlineData(2024, "2040607", "法律援助", NameVerdict.OtherYear)]
    public void Approximate_years_are_taken_widely(int year, string code, string printed, NameVerdict verdict) =>
        Assert.Equal(verdict, SubjectCatalog.For(year).MatchName(FunctionalCode.Parse(code), printed).Verdict);

    [Fact]
    public void Spacing_and_brackets_never_matter()
    {
        var cases =
            from subject in Gen.Elements(Everything)
            from at in Gen.Choose(0, subject.Name.Length)
            from noise in Gen.Elements(" ", "\n", "　", "\u200B", "“", "·")
            select (Subject: subject, Printed: subject.Name.Insert(at, noise).Replace('（', '('));
        Always.Holds(cases, c => Match(c.Subject, c.Printed).Verdict == NameVerdict.Folded);
    }

    [Fact]
    public void A_lost_last_character_is_forgiven_but_not_a_replaced_one()
    {
        var cases =
            from subject in Gen.Elements(Everything.Where(s => SubjectName.Fold(s.Name).Length >= 4).ToArray())
            from at in Gen.Choose(0, SubjectName.Fold(subject.Name).Length - 1)
            select (Subject: subject, At: at);
        Always.Holds(cases, c =>
        {
            var name = SubjectName.Fold(c.Subject.Name);
            var replaced = name.Remove(c.At, 1).Insert(c.At, "龘");
            return Match(c.Subject, name[..^1]) is { Matches: true } or { Subject: not null, Verdict: NameVerdict.Different or NameVerdict.OtherYear }
                && Match(c.Subject, replaced) is { Verdict: NameVerdict.Different, Distance: >= 1 };
        });
    }

    private static Subject[] Everything { get; } = [.. Enum.GetValues<SubjectScheme>().SelectMany(SubjectCatalog.For(2024).All)];

    private static NameMatch Match(Subject subject, string printed) => subject.Scheme switch
    {
        SubjectScheme.Functional => SubjectCatalog.For(2024).MatchName(subject.CodeAs<FunctionalCode>(), printed),
        SubjectScheme.Economic => SubjectCatalog.For(2024).MatchName(subject.CodeAs<EconomicCode>(), printed),
        SubjectScheme.GovernmentEconomic => SubjectCatalog.For(2024).MatchName(subject.CodeAs<GovernmentEconomicCode>(), printed),
        _ => SubjectCatalog.For(2024).MatchName(subject.CodeAs<RevenueCode>(), printed),
    };

    [Theory]
    [InlineData("30213", "维修(护)费", NameVerdict.Folded)]
    [InlineData("30212", "因公出国（境）费用", NameVerdict.Same)]
    [InlineData("30212", "因公出国(境)费", NameVerdict.Damaged)]
    [InlineData("30399", "其他对个人和家庭的补助支出", NameVerdict.Abbreviated)]
    [InlineData("30201", "印刷费", NameVerdict.Different)]
    public void Matches_economic_names(string code, string printed, NameVerdict verdict) =>
        Assert.Equal(verdict, SubjectCatalog.For(2024).MatchName(EconomicCode.Parse(code), printed).Verdict);

    [Theory]
    [InlineData("社会保障和就业支出", "208")]
    [InlineData("八、社会保障和就业支出", "208")]
    [InlineData("二十一、 自然资源海洋气象等支出", "220")]
    [InlineData("医疗卫生与计划生育支出", "210")]
    [InlineData("文化体育与传媒支出", "207")]
    [InlineData("国土海洋气象等支出", "220")]
    [InlineData("资源勘探信息等支出", "215")]
    [InlineData("资源勘探工业信息等支出", "215")]
    [InlineData("公共安全", "204")]
    [InlineData("住房保障（类）支出", "221")]
    [InlineData("商业服务业支出", "216")]
    [InlineData("其他支出", "229")]
    [InlineData("抗疫特别国债安排的支出", "234")]
    [InlineData("本年支出合计", null)]
    [InlineData("基本支出", null)]
    [InlineData("结余分配", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Knows_classes_by_label(string? label, string? code) => Assert.Equal(code, SubjectCatalog.For(2021).ClassByName(label)?.ToString());

    [Fact]
    public void Finds_children_by_name()
    {
        var catalog = SubjectCatalog.For(2023);
        Assert.Equal("20805", catalog.ChildByName(FunctionalCode.Parse("208"), "行政事业单位养老支出（款）")?.Code);
        Assert.Equal("20805", catalog.ChildByName(FunctionalCode.Parse("208"), "行政事业单位离退休")?.Code);
        Assert.Equal("22102", catalog.ChildByName(FunctionalCode.Parse("221"), "住房改革")?.Code);
        Assert.Null(catalog.ChildByName(FunctionalCode.Parse("221"), "住房保障支出"));
        Assert.Null(catalog.ChildByName(FunctionalCode.Parse("221"), " "));
    }

    [Fact]
    public void Knows_both_economic_classifications_of_an_expense()
    {
        var catalog = SubjectCatalog.For(2024);
        Assert.Equal(["50101", "50501"], catalog.Correspondents(EconomicCode.Parse("30101")).Select(c => c.ToString()));
        Assert.Equal(["50208", "50502"], catalog.Correspondents(EconomicCode.Parse("30231")).Select(c => c.ToString()));
        Assert.Equal(["50303", "50601"], catalog.Correspondents(EconomicCode.Parse("31013")).Select(c => c.ToString()));
        Assert.Equal(["30101", "30102", "30103"], catalog.Correspondents(GovernmentEconomicCode.Parse("50101")).Select(c => c.ToString()));
        Assert.Equal(12, catalog.Correspondents(GovernmentEconomicCode.Parse("501")).Count);
        Assert.Empty(SubjectCatalog.For(2017).Correspondents(EconomicCode.Parse("30101")));
    }

    [Theory]
    [InlineData("20805", 2019, 2020, TranslationKind.Renamed, "20805")]
    [InlineData("20805", 2020, 2024, TranslationKind.Same, "20805")]
    [InlineData("2080504", 2019, 2023, TranslationKind.Moved, "2080501")]
    [InlineData("2080501", 2020, 2019, TranslationKind.Moved, "2080501 2080504")]
    [InlineData("2089901", 2020, 2021, TranslationKind.Moved, "2089999")]
    [InlineData("2089999", 2024, 2018, TranslationKind.Moved, "2089901")]
    [InlineData("2299901", 2019, 2026, TranslationKind.Moved, "2299999")]
    [InlineData("2109901", 2018, 2021, TranslationKind.Moved, "2109999")]
    [InlineData("20117", 2018, 2019, TranslationKind.Moved, "20138")]
    [InlineData("2011702", 2018, 2019, TranslationKind.Moved, "2013802")]
    [InlineData("2011709", 2018, 2019, TranslationKind.MovedCoarsely, "20138")]
    [InlineData("2200406", 2018, 2020, TranslationKind.Moved, "2240506")]
    [InlineData("2011008", 2020, 2021, TranslationKind.Moved, "2080116")]
    [InlineData("2011002", 2018, 2022, TranslationKind.Moved, "2080102")]
    [InlineData("234", 2020, 2019, TranslationKind.Ended, "")]
    [InlineData("21306", 2018, 2024, TranslationKind.Ended, "")]
    [InlineData("2080508", 2018, 2024, TranslationKind.Unknown, "")]
    [InlineData("201", 1999, 2099, TranslationKind.Same, "201")]
    public void Translates_functional_codes(string code, int from, int to, TranslationKind kind, string codes)
    {
        var translation = SubjectCatalog.Translate(FunctionalCode.Parse(code), from, to);
        Assert.Equal((kind, codes), (translation.Kind, string.Join(' ', translation.Codes)));
    }

    [Theory]
    [InlineData("30311", 2017, 2018, TranslationKind.Moved, "30113")]
    [InlineData("30311", 2017, 2024, TranslationKind.Moved, "30113")]
    [InlineData("30311", 2024, 2017, TranslationKind.Ended, "")]
    [InlineData("30104", 2017, 2019, TranslationKind.Moved, "30112")]
    [InlineData("30102", 2018, 2017, TranslationKind.Moved, "30102 30312 30313 30314 30315")]
    [InlineData("307", 2017, 2018, TranslationKind.Renamed, "307")]
    public void Translates_economic_codes(string code, int from, int to, TranslationKind kind, string codes)
    {
        var translation = SubjectCatalog.Translate(EconomicCode.Parse(code), from, to);
        Assert.Equal((kind, codes), (translation.Kind, string.Join(' ', translation.Codes)));
    }

    [Fact]
    public void A_code_is_itself_in_its_own_year()
    {
        var codes = Enumerable.Range(SubjectCatalog.FirstYear, 10)
            .SelectMany(y => SubjectCatalog.For(y).All(SubjectScheme.Functional).Select(s => (Year: y, Code: s.CodeAs<FunctionalCode>())))
            .ToArray();
        Always.Holds(Gen.Elements(codes), c =>
        {
            var same = SubjectCatalog.Translate(c.Code, c.Year, c.Year);
            return same.Kind == TranslationKind.Same && same.Codes.Single() == c.Code
                && SubjectCatalog.For(c.Year).MatchName(c.Code, SubjectCatalog.For(c.Year).Find(c.Code)!.Name).Verdict == NameVerdict.Same;
        });
    }

    [Fact]
    public void Translations_stand_in_the_year_told_and_lead_back_where_the_code_stayed()
    {
        var codes = Enumerable.Range(SubjectCatalog.FirstYear, 10)
            .SelectMany(y => SubjectCatalog.For(y).All(SubjectScheme.Functional).Select(s => (Year: y, Code: s.CodeAs<FunctionalCode>())))
            .ToArray();
        var cases =
            from c in Gen.Elements(codes)
            from other in Gen.Choose(SubjectCatalog.FirstYear, SubjectCatalog.LastYear)
            select (c.Year, c.Code, Other: other);
        Always.Holds(cases, c =>
        {
            var there = SubjectCatalog.Translate(c.Code, c.Year, c.Other);
            var stands = there.Codes.All(code => SubjectCatalog.For(c.Other).Find(code) is not null);
            var ended = there.Kind == TranslationKind.Ended == (there.Codes.Count == 0);
            var stayed = there.Kind is not (TranslationKind.Same or TranslationKind.Renamed)
                || SubjectCatalog.Translate(c.Code, c.Other, c.Year).Codes.Contains(c.Code);
            return stands && ended && stayed;
        });
    }

    [Fact]
    public void Lists_what_changed()
    {
        var changes = SubjectCatalog.Changes(2020);
        var renamed = Assert.Single(changes, c => c.Before?.Code == "20805");
        Assert.Equal(("行政事业单位离退休", "行政事业单位养老支出"), (renamed.Before!.Name, renamed.After!.Name));
        Assert.Equal("2080501", Assert.Single(Assert.Single(changes, c => c.Before?.Code == "2080504").Successors).Code);
        Assert.Null(Assert.Single(changes, c => c.After?.Code == "234").Before);
        Assert.Contains(SubjectCatalog.Changes(2019), c => c.After?.Code == "21015" && c.Before is null);
        Assert.Contains(SubjectCatalog.Changes(2019), c => c.Before?.Code == "20115" && c.After is null && c.Successors.Single().Code == "20138");
        Assert.Empty(SubjectCatalog.Changes(SubjectCatalog.FirstYear));
    }

    [Fact]
    public void Searches_in_chinese_and_shows_where_it_stands()
    {
        var trees = SubjectCatalog.For(2023).Search("医疗 保障");
        Assert.All(trees, t => Assert.Equal(SubjectLevel.Class, t.Subject.Level));
        var section = trees.SelectMany(t => t.Flatten()).Single(n => n.Subject.Code == "21015");
        Assert.True(section.IsMatch);
        Assert.False(trees.Single(t => t.Subject.Code == "210").IsMatch);
        Assert.Equal(["2101505", "2101506", "2101599"], section.Children.Select(c => c.Subject.Code));
    }

    [Fact]
    public void Searches_by_prefix()
    {
        var nodes = SubjectCatalog.For(2023).Search("22102").SelectMany(t => t.Flatten()).ToList();
        Assert.Equal(["221", "22102", "2210201", "2210202", "2210203"], nodes.Select(n => n.Subject.Code));
        Assert.Equal([false, true, true, true, true], nodes.Select(n => n.IsMatch));
        Assert.Equal("30231", SubjectCatalog.For(2023).Search("公务用车 运行", SubjectScheme.Economic).Single().Children.Single().Subject.Code);
        Assert.Empty(SubjectCatalog.For(2023).Search("没有这样的科目"));
        Assert.Empty(SubjectCatalog.For(2023).Search("  "));
    }
}
