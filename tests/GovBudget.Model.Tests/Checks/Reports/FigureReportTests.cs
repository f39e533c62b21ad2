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

    /// <summary>Words of sentences and what may stand there instead.</summary>
    private static readonly (string Word, string Other)[] Words =
    [
        ("增加", "减少"), ("增长", "下降"), ("减少", "增加"), ("下降", "增长"), ("持平", "增加"), ("大于", "小于"), ("小于", "等于"), ("2023年", "2022年"), ("2022年", "2021年"),
        ("2024年", "2023年"), ("上年", "年初预算"), ("年初预算", "全年预算"), ("万元", "元"), ("万元", "万"), ("%", ""), ("，", "。"), ("。", "，"), ("其中", "包括"), ("占", "为"),
        ("主要", ""), ("无", "有"), ("决算", "预算"), ("公务", "其他"), ("支出", "收入"),
    ];

    /// <summary>Sentences with one word or the last digit of one number changed, and under another heading, over the same tables.</summary>
    [Theory]
    [InlineData("accounts")]
    [InlineData("budget")]
    public void Words_of_sentences(string file) => ReportTests.Compare($"words-{file}", page =>
    {
        foreach (var sentence in SentenceTests.All(file + ".txt"))
        {
            var text = sentence.With(-1);
            var whole = Check(sentence.Before + text);
            page.Title(text);
            foreach (var (word, other) in Words)
            {
                if (text.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
                    Say($"{word}→{other}", sentence.Before + text[..at] + other + text[(at + word.Length)..]);
            }
            foreach (Match number in Number().Matches(text))
            {
                var last = number.Index + number.Length - 1;
                Say($"‹{number.Value}›", $"{sentence.Before}{text[..last]}{(text[last] == '9' ? '8' : (char)(text[last] + 1))}{text[(last + 1)..]}");
            }

            void Say(string change, string changed)
            {
                if (Differences(whole, Check(changed)) is var said && said != "无") page.Line($"{change}：{said}");
            }
        }
    });

    /// <summary>Sentences over the example's tables with every figure nought, with every figure blank, without a unit, and under another heading.</summary>
    [Theory]
    [InlineData("accounts", "收支总体情况说明")]
    [InlineData("budget", "其他重要事项情况说明")]
    public void Sentences_over_other_tables(string file, string heading) => ReportTests.Compare($"other-tables-{file}", page =>
    {
        foreach (var sentence in SentenceTests.All(file + ".txt"))
        {
            page.Title(sentence.With(-1));
            var document = Notation.Parse(sentence.Before + sentence.With(-1));
            var own = Of(document);
            Say("零", Amounts(document, a => new Amount(0m, a.Unit).RoundTo(a.Decimals)));
            Say("空", Amounts(document, _ => null));
            Say("无单位", Amounts(document, a => new Amount(a.Value, Unit.None)));
            Say(heading, document with
            {
                Paragraphs = document.Paragraphs.Select(p => p.StartsWith("一、", StringComparison.Ordinal) ? $"一、{heading}" : p).ToValueList(),
            });

            // what the sentence alone brings, where that is not what it brings over its own tables
            void Say(string change, BudgetDocument changed)
            {
                var said = Of(changed);
                var other = said.Except(own).Concat(own.Where(rule => !said.Contains(rule)).Select(rule => $"不再 {rule}")).ToList();
                if (other.Count > 0) page.Line($"{change}：{string.Join('，', other)}");
            }

            static string[] Of(BudgetDocument document) =>
                Differences(Checker.Default.Check(document with { Paragraphs = default }), Checker.Default.Check(document)).Split('，');
        }
    });

    private static CheckReport Check(string document) => Checker.Default.Check(Notation.Parse(document));

    private static BudgetDocument Amounts(BudgetDocument document, Func<Amount, Amount?> change) => document with
    {
        Statements = document.Statements.Select(s => s.WithLines(s.AllLines.Select(l => l with
        {
            Figures = l.Figures.Aggregate(l.Figures, (figures, f) => f.Value is { } a ? figures.With(f.Key, change(a)) : figures),
        }))).ToValueList(),
    };

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
