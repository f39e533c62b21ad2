using System.Text.RegularExpressions;

namespace GovBudget.Model.Checks;

/// <summary>What the form, last year's document or another level's left in the text.</summary>
internal static partial class NarrativeTemplateRules
{
    public static IEnumerable<Rule> All =>
    [
        new("narrative.leftover", RuleCategory.Template, Severity.Error, "模板的占位、选择和提示语都已改完",
            "nothing of the form's placeholders, choices and instructions is left", "部门决算（预算）公开模板", Leftovers),
        new("narrative.percent-sign", RuleCategory.Template, Severity.Error, "百分比带百分号", "percentages have their sign", "部门决算（预算）情况说明", PercentSigns),
        new("narrative.unit", RuleCategory.Template, Severity.Warning, "金额单位完整", "amounts have their whole unit", "部门决算（预算）情况说明", Units),
        new("narrative.heading-year", RuleCategory.Template, Severity.Error, "标题的年度＝文件的年度", "years in headings are the document's", "部门决算（预算）公开模板",
            HeadingYears),
        new("narrative.date-year", RuleCategory.Template, Severity.Error, "“截至…12月31日”是决算年度的年末", "“as of 31 December” is the end of the year accounted for",
            "国有资产占有使用情况说明、“三公”经费情况说明", Dates),
        new("narrative.level", RuleCategory.Template, Severity.Warning, "名词解释说的是本级财政", "the glossary speaks of the document's own level of government",
            "名词解释", Levels),
        new("narrative.organisation", RuleCategory.Template, Severity.Warning, "部门名称前后一致", "the department is called alike throughout", "封面、标题与情况说明",
            Organisations),
    ];

    private static void Leftovers(RuleRun run)
    {
        foreach (var section in run.Index.Text.Narrative.Sections)
        {
            if (!section.Sentences.Prepend(section.Heading).Any(s => s.Claims.Any(c => c is TemplateLeftover))) run.Hold();
        }
        foreach (var place in run.Index.Text.Claims)
        {
            if (place.Claim is not TemplateLeftover leftover || place.Section.Kind == SectionKind.Contents) continue;
            var (what, english, severity) = leftover.Kind switch
            {
                LeftoverKind.Choice => ("选择没有做完", "a choice is not made", place.Sentence.HasFigures ? Severity.Error : Severity.Warning),
                LeftoverKind.Placeholder => ("占位没有填", "a placeholder is not filled", Severity.Error),
                LeftoverKind.MissingNumber => ("缺数字", "a number is missing", Severity.Error),
                LeftoverKind.Instruction => ("填写提示没有删除", "an instruction is left", Severity.Warning),
                _ => ("标点重复", "doubled punctuation", Severity.Info),
            };
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, Subject(place), $"模板{what}：“{leftover.Text}”", $"{english}: {leftover.Text}", Fix(place, leftover),
                    leftover.Text, severity));
        }
    }

    private static string Subject(TextClaim place) =>
        place.Sentence.Claims.OfType<ChangeClaim>().FirstOrDefault(c => c.Span.Start <= place.Claim.Span.Start
            && place.Claim.Span.End <= c.Span.End)?.Subject.Name
            ?? "";

    /// <summary>What a choice should have become, where the change around it says so.</summary>
    private static string? Fix(TextClaim place, TemplateLeftover leftover)
    {
        if (leftover.Kind != LeftoverKind.Choice) return leftover.Kind is LeftoverKind.DoubledPunctuation ? leftover.Text[..1] : null;
        var change = place.Sentence.Claims.OfType<ChangeClaim>().FirstOrDefault(c => c.Span.Start <= place.Claim.Span.Start
            && place.Claim.Span.End <= c.Span.End);
        if (change is null) return null;
        var direction = change.Direction != ChangeDirection.Undecided ? change.Direction : change.RateDirection ?? ChangeDirection.Undecided;
        return (change.By, direction) switch
        {
            ({ Value: 0 }, _) => "持平",
            (_, ChangeDirection.Up) => "增加（增长）",
            (_, ChangeDirection.Down) => "减少（下降）",
            _ => null,
        };
    }

    private static void PercentSigns(RuleRun run)
    {
        foreach (var place in run.Index.Text.Claims)
        {
            var (name, figure) = place.Claim switch
            {
                ShareClaim c => (c.Part.Name, c.Percent),
                CompletionClaim c => (c.Subject.Name, c.Percent),
                ChangeClaim { Rate: { } rate } c => (c.Subject.Name, rate),
                _ => ("", new Amount(0, Unit.Percent)),
            };
            if (name.Length == 0) continue;
            if (figure.Unit == Unit.Percent) run.Hold();
            else
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, name, $"{name}的百分比 {figure.Format()} 缺百分号", $"{figure.Format()} lacks its per cent sign",
                        $"{figure.Format()}%", figure.Format()));
        }
    }

    private static void Units(RuleRun run)
    {
        foreach (var group in run.Index.Text.Of<AmountClaim>().GroupBy(c => c.Place.Section))
        {
            var wrong = group.Where(c => c.Claim.Amount.Unit.Name == "万").ToList();
            if (wrong.Count == 0)
            {
                run.Hold();
                continue;
            }
            var (place, claim) = wrong[0];
            var more = wrong.Count > 1 ? $"（本节共 {wrong.Count} 处）" : "";
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, claim.Subject.Name, $"{claim.Subject.Name} {claim.Amount.Format()}万 的单位缺“元”{more}",
                    $"{claim.Amount.Format()}万 lacks 元; {wrong.Count} in this section", $"{claim.Amount.Format()}万元", $"{claim.Amount.Format()}万"));
        }
    }

    private static void HeadingYears(RuleRun run)
    {
        if (run.Index.Year is not { } own) return;
        var text = run.Index.Text;
        ContentsYears(run, own);
        foreach (var section in text.Narrative.Sections)
        {
            if (MaimedYear().Match(section.Heading.Text) is { Success: true } maimed)
                run.Violate(null, -1, $"标题的年度“{maimed.Value}”不是四位数，应为“{own}年度”：{section.Heading.Text}",
                    $"the heading's year {maimed.Value} has not four digits", $"{own}年度", maimed.Value,
                    place: TextClaim.On(section.Heading.Page));
            if (section.Year is not { } year
                || SpeaksOfAnotherYear(section.Heading.Text, run.Index.IsBudget)
                || section.Kind is SectionKind.KeyWork or SectionKind.Other or SectionKind.Performance or SectionKind.Duties or SectionKind.Annex)
                continue;
            if (year == own) run.Hold();
            else if (Math.Abs(year - own) == 1)
            {
                var place = TextClaim.At(section, section.Heading);
                var severity = BearsOwnYear(section) ? (Severity?)null : Severity.Warning;
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, section.Title, $"标题写作 {year} 年度，文件是 {own} 年度", $"the heading says {year}, the document is of {own}",
                        section.Heading.Text.Replace($"{year}", $"{own}", StringComparison.Ordinal), section.Heading.Text, severity));
            }
        }

        // firmly only where another heading of the kind bears the right year
        bool BearsOwnYear(NarrativeSection section) => text.Narrative.Sections.Any(s => s != section && s.Year == own && s.Level <= section.Level);
    }

    /// <summary>Years in the table of contents: of four digits, and the document's where other entries bear it.</summary>
    private static void ContentsYears(RuleRun run, int own)
    {
        if (run.Index.Reading is not { } reading) return;
        var entries = reading.Layout.Blocks.OfType<Layout.Paragraph>()
            .Where(p => p.Role == Layout.ParagraphRole.Contents)
            .SelectMany(p => p.Text.Split('\n').Select(line => (Line: Label.Squeeze(line), p.Place)))
            .ToList();
        var bearsOwn = entries.Exists(e => e.Line.Contains($"{own}年", StringComparison.Ordinal));
        foreach (var (line, place) in entries)
        {
            if (MaimedYear().Match(line) is { Success: true } maimed)
                run.Violate(null, -1, $"目录的年度“{maimed.Value}”不是四位数，应为“{own}年度”：{line}", $"a year in the contents has not four digits: {maimed.Value}",
                    $"{own}年度", maimed.Value, place: place);
            else if (bearsOwn
                && WholeYear().Match(line) is { Success: true } whole
                && int.Parse(whole.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var year
                && Math.Abs(year - own) == 1
                && !SpeaksOfAnotherYear(line, run.Index.IsBudget))
                run.Violate(null, -1, $"目录写作 {year} 年度，文件是 {own} 年度：{line}", $"the contents say {year}, the document is of {own}", $"{own}年度", $"{year}年度",
                    place: place);
        }
    }

    // Not the page number of the entry before, run together with the year of the next: ……22023年度
    [GeneratedRegex(@"(?<![\d.．…·•])(?:\d{3}|\d{5})\s*年度", RegexOptions.CultureInvariant)]
    private static partial Regex MaimedYear();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)年度", RegexOptions.CultureInvariant)]
    private static partial Regex WholeYear();

    /// <summary>上年执行情况, 2024年预算安排 in accounts of 2023: headings that mean the other year.</summary>
    private static bool SpeaksOfAnotherYear(string heading, bool budget) =>
        heading.Contains("执行情况", StringComparison.Ordinal)
            || heading.Contains("上年", StringComparison.Ordinal)
            || heading.Contains("对比", StringComparison.Ordinal)
            || heading.Contains("总结", StringComparison.Ordinal)
        || heading.Contains("计划", StringComparison.Ordinal)
        || heading.Contains("打算", StringComparison.Ordinal)
        || heading.Contains("安排情况", StringComparison.Ordinal)
        || (budget ? heading.Contains("决算", StringComparison.Ordinal) : heading.Contains("预算编制", StringComparison.Ordinal));

    private static void Dates(RuleRun run)
    {
        if (run.Index.IsBudget || run.Index.Year is not { } own) return;
        foreach (var (place, claim) in run.Index.Text.Of<DateClaim>())
        {
            if (claim.Date is not { Month: 12, Day: 31 }
                || place.Section.Kind is not (SectionKind.Assets or SectionKind.ThreePublic or SectionKind.ThreePublicItems or SectionKind.OtherMatters))
                continue;
            if (claim.Date.Year == own) run.Hold();
            else
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, "截至日期",
                        $"截止日期写错{(Math.Abs(claim.Date.Year - own) == 1 ? "一" : Math.Abs(claim.Date.Year - own).ToString(System.Globalization.CultureInfo.InvariantCulture))}年：截至{claim.Date.Year}年12月31日，文件是 {own} 年度决算", $"as of 31 December {claim.Date.Year}, in accounts of {own}", $"截至{own}年12月31日", $"截至{claim.Date.Year}年12月31日"));
        }
    }

    [GeneratedRegex("(?<![本各上下两])[市省](级|直)(财政|部门|预算|单位|行政)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherLevel();

    [GeneratedRegex("[一-龥]{2,8}[区县](?!域)[一-龥]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex District();

    /// <summary>A district's document that defines its terms by the city's or the province's money.</summary>
    private static void Levels(RuleRun run)
    {
        var document = run.Index.Document;
        if (document.Organisation is not { } organisation) return;
        var name = $"{organisation} {document.Title}";
        var district = document.Level is AdministrativeLevel.County or AdministrativeLevel.Township
            || (document.Level == AdministrativeLevel.Unknown
                && District().IsMatch(organisation)
                && !name.Contains("自治区", StringComparison.Ordinal)
                && !organisation.Contains("地区", StringComparison.Ordinal)
                && !organisation.Contains("开发区", StringComparison.Ordinal));
        if (!district) return;
        foreach (var section in run.Index.Text.Narrative.OfKind(SectionKind.Glossary))
        {
            foreach (var sentence in section.Sentences)
            {
                var found = OtherLevel().Matches(sentence.Text);
                if (found.Count == 0 || sentence.Text.Contains("区级", StringComparison.Ordinal) || sentence.Text.Contains("县级", StringComparison.Ordinal))
                {
                    run.Hold();
                    continue;
                }
                var words = string.Join('、', found.Select(m => m.Value).Distinct());
                var level = organisation.Contains('县', StringComparison.Ordinal) ? "县" : "区";
                var place = TextClaim.At(section, sentence, new TextSpan(found[0].Index, found[0].Length));
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, "",
                        $"{level}级部门的名词解释写作“{words}”，应为“{words.Replace("市", level, StringComparison.Ordinal).Replace("省", level, StringComparison.Ordinal)}”",
                        $"a district's glossary speaks of {words}",
                    words.Replace("市", level, StringComparison.Ordinal).Replace("省", level, StringComparison.Ordinal), words));
            }
        }
    }

    /// <summary>Names in headings and sentences that are the department's but for a few characters.</summary>
    private static void Organisations(RuleRun run)
    {
        if (run.Index.Document.Organisation is not { Length: >= 6 } own) return;
        var text = run.Index.Text;
        var reported = new HashSet<string>();
        foreach (var section in text.Narrative.Sections)
        {
            if (section.Level != 1 || section.Year is not { } year || section.Kind is not (SectionKind.Tables or SectionKind.Explanation or SectionKind.Units))
                continue;
            var title = section.Heading.Text;
            var at = title.IndexOf(year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (at <= 4) continue;
            var name = title[..at];
            var part = name.IndexOf("部分", StringComparison.Ordinal);
            if (part >= 0 && name[0] == '第') name = name[(part + 2)..];
            Judge(name, TextClaim.At(section, section.Heading));
        }
        foreach (var place in text.Claims)
        {
            var owner = place.Claim switch
            {
                AmountClaim c =>
                c.Subject.Owner,
                AbsenceClaim c => c.Subject.Owner,
                CountClaim c => c.Subject.Owner,
                ChangeClaim c => c.Subject.Owner,
                _ => null
            };
            if (owner is not null && NarrativeIndex.Restates(place.Section.Kind)) Judge(owner, place);
        }

        void Judge(string name, TextClaim place)
        {
            if (name.Length < 6
                || own.Contains(name, StringComparison.Ordinal)
                || name.Contains(own, StringComparison.Ordinal)
                || name[0] is '本' or '我'
                || name.Contains("XX", StringComparison.OrdinalIgnoreCase)
                || name.Contains('×', StringComparison.Ordinal))
            {
                if (name == own) run.Hold();
                return;
            }
            // an abbreviation leaves whole words out at the front; a slip keeps both ends
            if (name[..2] != own[..2] || name[^2..] != own[^2..] || !Near(name, own) || !reported.Add($"{name}@{place.Section.Ordinal}{place.Section.Title}"))
                return;
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, name, $"部门名称“{name}”与“{own}”不一致", $"the department is called {name}, elsewhere {own}", own, name));
        }
    }

    /// <summary>Whether one name follows from the other by a few characters changed, lost or added: at most a third.</summary>
    private static bool Near(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1] * 3 <= Math.Max(a.Length, b.Length);
    }
}
