namespace GovBudget.Model.Tests.Checks;

/// <summary>What checking the examples reports, word for word: each finding's figures, place, weight and sentence, and how often every rule held or could not
/// judge. The pages beside this file were read; a change of a rule shows there as a difference to be read again.</summary>
public class ReportTests
{
    [Fact]
    public void Tables() => Compare("tables", page =>
    {
        foreach (var group in RuleExamples.Tables.GroupBy(e => e.Document))
        {
            var holds = Check(group.Key);
            page.Title($"成立：{group.Key.Split('\n')[0].Trim()}");
            page.Write(holds);
            foreach (var example in group)
            {
                page.Title($"{example.Rule}：{example.Before} ⇒ {example.After}");
                page.Write(Check(RuleExamples.Apply(example)), holds);
            }
        }
    });

    [Fact]
    public void Narrative() => Compare("narrative", page =>
    {
        foreach (var group in NarrativeExamples.All.GroupBy(e => e.Document))
        {
            var holds = Check(group.Key);
            page.Title($"成立：{group.Key.Split('\n')[0].Trim()}");
            page.Write(holds);
            foreach (var example in group)
            {
                page.Title($"{example.Rule}：{example.Before} ⇒ {example.After}");
                page.Write(Check(RuleExamples.Apply(example)), holds);
            }
        }
    });

    [Fact]
    public void Provinces() => Compare("provinces", page =>
    {
        foreach (var (name, (table, before, after)) in ProvincialTablesTests.Cases)
        {
            var holds = Check(table);
            page.Title(name);
            page.Write(holds);
            page.Title($"{before} ⇒ {after}");
            page.Write(Check(table.ReplaceLineEndings("\n").Replace(before, after, StringComparison.Ordinal)), holds);
        }
    });

    [Fact]
    public void Across() => Compare("across", page =>
    {
        page.Title("成立");
        page.Write(Checker.Default.CheckTogether(AcrossTests.Documents(t => t)));
        foreach (var (id, (before, after)) in AcrossTests.Changes)
        {
            page.Title($"{id}：{before} ⇒ {after}");
            page.Write(Checker.Default.CheckTogether(AcrossTests.Documents(t => t.Replace(before, after, StringComparison.Ordinal))));
        }
        foreach (var (before, after) in AcrossTests.Others)
        {
            page.Title($"{before} ⇒ {after}");
            page.Write(Checker.Default.CheckTogether(AcrossTests.Documents(t => t.Replace(before, after, StringComparison.Ordinal))));
        }
    });

    [Fact]
    public void Performance() => Compare("performance", page =>
    {
        foreach (var (id, (holds, fails)) in PerformanceRulesTests.Examples)
        {
            var checker = new Checker([RuleCatalog.Find(id)]);
            page.Title($"{id}：成立");
            page.Write(checker.Check(holds));
            page.Title($"{id}：不成立");
            page.Write(checker.Check(fails));
        }
        var all = new Checker(RuleCatalog.All.Where(r => r.Id.StartsWith("performance.", StringComparison.Ordinal)));
        var examples = PerformanceRulesTests.Examples.Values.SelectMany(e => new[] { e.Holds, e.Fails });
        foreach (var document in examples.Concat(PerformanceRulesTests.Others).Distinct())
        {
            page.Title(string.Join('、', document.Performance.Select(f => $"{f.KindName}{f.Subject}")));
            page.Write(all.Check(document));
        }
    });

    [Fact]
    public void Pages() => Compare("pages", page =>
    {
        foreach (var (name, layout) in PrintedRulesTests.Examples.Concat(ContentsRulesTests.Examples))
        {
            page.Title(name);
            page.Write(Checker.Default.Check(DocumentReader.Read(layout)));
        }
    });

    [Theory]
    [InlineData("accounts")]
    [InlineData("budget")]
    public void Sentences(string file) => Compare($"sentences-{file}", page =>
    {
        CheckReport? without = null;
        foreach (var sentence in SentenceTests.All(file + ".txt"))
        {
            without ??= Check(sentence.Before);
            page.Title(sentence.Text);
            page.Write(Check(sentence.Before + sentence.With(-1)), without);
            for (var wrong = 0; wrong < sentence.Choices; wrong++)
            {
                foreach (var f in Check(sentence.Before + sentence.With(wrong)).Findings)
                {
                    var said = f.Message.Split("。原文：")[0];
                    page.Line($"{wrong} {f.Severity} {f.Rule.Id} 应 ‹{f.Expected}› 实 ‹{f.Actual}› {said}");
                }
            }
        }
    });

    private static CheckReport Check(string document) => Checker.Default.Check(Notation.Parse(document));

    internal static void Compare(string name, Action<ReportPage> write)
    {
        var page = new ReportPage();
        write(page);
        Repository.AssertUpToDate($"tests/GovBudget.Model.Tests/Checks/Reports/{name}.txt", page.ToString());
    }
}
