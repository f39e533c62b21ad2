using System.Text.RegularExpressions;

namespace GovBudget.Model.Tests.Checks;

/// <summary>Sentences in the wordings of many provinces, each restating the tables of an example document.</summary>
/// <remarks>In <c>Sentences/*.txt</c> <c># </c> is the section, <c>## </c> a section within it, and <c>[81.00|84.00]</c> a word that is right as its first and
/// wrong as its second.</remarks>
public partial class SentenceTests
{
    private static readonly (string File, string Document, string Part)[] Files =
    [
        ("accounts.txt", ExampleDocuments.Accounts, "青山区医疗保障局2023年度部门决算情况说明"),
        ("budget.txt", ExampleDocuments.Budget, "江城市医疗保障局2024年部门预算情况说明"),
    ];

    /// <summary>A sentence by itself leaves items of the table unexplained.</summary>
    private const string NotAlone = "narrative.subject-missing";

    public static TheoryData<string> Names => [.. Files.Select(f => f.File)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_that_agrees_with_the_tables_is_not_accused(string file)
    {
        var accused = All(file).Select(s => (s.Text, Findings: s.Check(-1)))
            .Where(s => s.Findings.Count > 0)
            .Select(s => $"{s.Text}\n  {string.Join("\n  ", s.Findings)}");
        Assert.Empty(accused);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sentence_with_one_word_wrong_is_reported(string file)
    {
        var unseen = All(file).SelectMany(s => Enumerable.Range(0, s.Choices).Where(k => s.Check(k).Count == 0).Select(k => s.With(k)));
        Assert.Empty(unseen);
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Files.Sum(f => All(f.File).Count()) >= 150);

    internal static IEnumerable<Marked> All(string file)
    {
        var (_, document, part) = Files.Single(f => f.File == file);
        var (section, inner) = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Checks", "Narrative", "Sentences", file)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) inner = line[3..];
            else if (line.StartsWith("# ", StringComparison.Ordinal)) (section, inner) = (line[2..], "");
            else if (line.Length > 0) yield return new Marked($"{document}\n# 正文\n第三部分 {part}\n一、{section}\n{(inner.Length > 0 ? $"（一）{inner}\n" : "")}", line);
        }
    }

    internal sealed record Marked(string Before, string Text)
    {
        public int Choices => Choice().Count(Text);

        public string With(int wrong)
        {
            var at = 0;
            return Choice().Replace(Text, match => match.Groups[at++ == wrong ? 2 : 1].Value);
        }

        public List<Finding> Check(int wrong) =>
            [.. Checker.Default.Check(Notation.Parse(Before + With(wrong))).Findings.Where(f => f.Severity > Severity.Info && f.Rule.Id != NotAlone)];
    }

    [GeneratedRegex(@"\[([^\]|]*)\|([^\]]*)\]")]
    private static partial Regex Choice();
}
