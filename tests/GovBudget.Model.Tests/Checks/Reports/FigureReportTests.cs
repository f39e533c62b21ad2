using System.Text.RegularExpressions;

namespace GovBudget.Model.Tests.Checks;

/// <summary>What guards each printed figure: the examples with one row left out, one figure off by its last digit, far off or blank, one sentence left out, one
/// number of the text changed; and which rules then come out otherwise.</summary>
/// <remarks>A page says of each rule how many identities more or less came out exact (=), rounded (≈), violated (≠) or could not be judged (?), and what the
/// findings weigh (E, W, i).</remarks>
public partial class FigureReportTests
{
    public static TheoryData<string> Tables => [.. Documents.Keys];

    private static readonly Dictionary<string, string> Documents = new()
    {
        ["accounts"] = ExampleDocuments.Accounts,
        ["budget"] = ExampleDocuments.Budget,
        ["by-purpose"] = ExampleDocuments.ByPurpose,
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Figures_of_tables(string name) => ReportTests.Compare($"figures-{name}", page =>
    {
        var document = Notation.Parse(Documents[name]);
        var whole = Checker.Default.Check(document);
        foreach (var (statement, s) in document.Statements.Select((t, i) => (t, i)))
        {
            page.Title(statement.Title);
            page.Line($"缺表：{Difference(document with { Statements = [.. document.Statements.Where((_, i) => i != s)] })}");
            foreach (var (line, l) in statement.AllLines.Select((t, i) => (t, i)))
            {
                page.Line($"{line.Code} {line.Label}".Trim() + $"：缺行 {Difference(With(statement.AllLines.Where((_, i) => i != l)))}");
                foreach (var (column, value) in line.Figures)
                {
                    if (value is not { } amount) continue;
                    var step = amount.Decimals == 0 ? 1m : 0.01m;
                    page.Line($"{column} {amount.Format()}：尾差 {Figure(column, amount.Value + step)}", $"改 {Figure(column, (amount.Value * 1.37m) + 3)}",
                        $"空 {Figure(column, null)}");
                }

                string Figure(string column, decimal? changed) => Difference(With(statement.AllLines.Select((other, i) => i != l ? other : other with
                {
                    Figures = changed is { } c
                        ? other.Figures.With(column, new Amount(c, other.Figures[column]!.Value.Unit).RoundTo(other.Figures[column]!.Value.Decimals))
                        : other.Figures.Without(column),
                })));
            }

            BudgetDocument With(IEnumerable<StatementLine> lines) =>
                document with { Statements = [.. document.Statements.Select((t, i) => i == s ? t.WithLines(lines) : t)] };
        }

        string Difference(BudgetDocument changed) => Differences(whole, Checker.Default.Check(changed));
    });

    [Fact]
    public void Figures_of_the_text() => ReportTests.Compare("figures-text", page =>
    {
        var document = Notation.Parse(NarrativeExamples.Accounts);
        var whole = Checker.Default.Check(document);
        foreach (var (paragraph, p) in document.Paragraphs.Select((t, i) => (t, i)))
        {
            page.Title(paragraph);
            page.Line($"缺段：{Difference(document.Paragraphs.Where((_, i) => i != p))}");
            foreach (Match number in Number().Matches(paragraph))
            {
                var text = number.Value;
                var last = text[^1] == '9' ? '8' : (char)(text[^1] + 1);
                var point = text.IndexOf('.', StringComparison.Ordinal);
                page.Line($"{paragraph[Math.Max(0, number.Index - 8)..number.Index]}‹{text}›：末位 {With(text[..^1] + last)}",
                    $"十倍 {With(text.Insert(point < 0 ? text.Length : point, "7"))}");

                string With(string other)
                {
                    var changed = string.Concat(paragraph.AsSpan(0, number.Index), other, paragraph.AsSpan(number.Index + text.Length));
                    return Difference(document.Paragraphs.Select((t, i) => i == p ? changed : t));
                }
            }
        }

        string Difference(IEnumerable<string> paragraphs) =>
            Differences(whole, Checker.Default.Check(document with { Paragraphs = paragraphs.ToValueList() }));
    });

    [GeneratedRegex(@"[0-9][0-9.]*[0-9]|[0-9]")]
    private static partial Regex Number();

    private static string Differences(CheckReport whole, CheckReport changed)
    {
        var rules = new List<string>();
        for (var i = 0; i < whole.Coverage.Count; i++)
        {
            var (a, b) = (whole.Coverage[i], changed.Coverage[i]);
            var counts = Count("=", b.Exact - a.Exact) + Count("≈", b.Rounded - a.Rounded) + Count("≠", b.Violated - a.Violated)
                + Count("?", b.NotEvaluated - a.NotEvaluated);
            var weights = string.Concat(changed.Findings.Where(f => f.Rule == b.Rule)
                .Select(f => f.Severity switch { Severity.Error => 'E', Severity.Warning => 'W', _ => 'i' }));
            if (counts.Length == 0 && (weights.Length == 0 || whole.Findings.Any(f => f.Rule == b.Rule))) continue;
            rules.Add($"{b.Rule.Id} {counts}{(weights.Length > 0 ? $" {weights}" : "")}");
        }
        if (changed.Causes.Count > 0)
            rules.Add(string.Join('、', changed.Causes.Select(c => $"{c.Kind} {c.Figure.Code}{c.Figure.Item}·{c.Figure.Column}→{c.Implied}")));
        return rules.Count == 0 ? "无" : string.Join("，", rules);
    }

    private static string Count(string sign, int difference) => difference == 0 ? "" : FormattableString.Invariant($"{sign}{difference:+0;-0}");
}
