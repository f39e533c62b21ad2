using System.Text.Json;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Tests.Checks;

/// <summary>A report with a finding of every shape, as text, JSON and SARIF: what is written of each, to the letter.</summary>
public class OutputTests
{
    private static readonly Rule Balance = RuleCatalog.Find("summary.balance");

    private static readonly FindingOperand Cell = new("支出决算表", "208", "社会保障和就业支出", "合计", Amount.OfWan(30.00m), 1, true, new Place(3));

    private static readonly CheckReport Report = new()
    {
        Findings =
        [
            Of(Severity.Info, Verdict.Rounded, "支出决算表", "尾差", "rounding") with { Difference = -0.01m, Tolerance = 0.015m, Unit = Unit.WanYuan },
            Of(Severity.Warning, Verdict.Violated, "", "没有目录", "no contents"),
            Of(Severity.Warning, Verdict.Violated, "支出决算表", "相邻两格", "neighbours") with { Cause = 0, Place = new Place(0) },
            Of(Severity.Error, Verdict.Violated, "支出决算表", "不平", "does not balance") with
            {
                Code = "208", Item = "社会保障和就业支出", Column = "合计", Cause = 0, Expected = "31.00", Actual = "30.00", Difference = -1m, Tolerance = 0.02m,
                Unit = Unit.WanYuan, Place = new Place(3, Sheet: "表1", Cell: "B7"),
                Operands = [Cell, Cell with { IsLeft = false, Code = "", Amount = null, Place = null }, Cell with { IsLeft = false, Item = "", Weight = -1 }],
            },
            Of(Severity.Info, Verdict.Violated, "支出决算表", "次序", "order") with { Place = new Place(4) },
        ],
        Causes = [new RootCause(SuspicionKind.Shared, Cell, 31.00m, "同一数字引起", "one figure is behind them")],
        Coverage =
        [
            new RuleCoverage(Balance, 5, 1, 2, 3, [new("不知道文件的年度", 2), new("收入表没有合计", 1)]),
            new RuleCoverage(RuleCatalog.Find("codes.order"), 0, 0, 0, 0, default),
            new RuleCoverage(RuleCatalog.Find("codes.name"), 7, 0, 1, 0, default),
        ],
        RoundingNotes = [new RoundingNote("支出决算表", 1, 0.01m, Unit.WanYuan), new RoundingNote("", 2, 0.02m, Unit.Yuan)],
    };

    [Fact]
    public void Text_in_chinese() => Assert.Equal(
        """
        （全文）
          警告 没有目录（summary.balance）
        支出决算表
          同一数字引起
          错误 工作表“表1”B7 不平（summary.balance）
          警告 整个文件 相邻两格（summary.balance）
          提示 第 4 页 次序（summary.balance）
        支出决算表：1 处尾差，最大 0.01万元，四舍五入可以解释
        （全文）：2 处尾差，最大 0.02元，四舍五入可以解释
        规则 3 条，适用 2 条：相符 12 处，尾差 1 处，不符 3 处，未判断 3 处
          未判断：总表：收入总计＝支出总计：不知道文件的年度（2 处）
          未判断：总表：收入总计＝支出总计：收入表没有合计（1 处）
        """, Text(english: false, explain: false), ignoreLineEndingDifferences: true);

    [Fact]
    public void Text_in_english() => Assert.Equal(
        """
        (document)
          warning no contents (summary.balance)
        支出决算表
          one figure is behind them
          error page 3, cell B7 does not balance (summary.balance)
          warning the whole file neighbours (summary.balance)
          info page 4 order (summary.balance)
        支出决算表: 1 rounding difference, at most 0.01 万元
        (document): 2 rounding differences, at most 0.02 元
        2 of 3 rules apply: 12 exact, 1 rounded, 3 violated, 3 not evaluated
          not evaluated: summary tables: total income = total expenditure: the document's year is not known (2)
          not evaluated: summary tables: total income = total expenditure: the income table has no total (1)
        """, Text(english: true, explain: false), ignoreLineEndingDifferences: true);

    [Fact]
    public void Text_with_operands_lists_rounding_too() => Assert.Equal(
        """
        支出决算表
          同一数字引起
          错误 工作表“表1”B7 不平（summary.balance）
              = 支出决算表 208 社会保障和就业支出 合计 30.00 万元（第 3 页）
              + 支出决算表 社会保障和就业支出 合计 （空）
              − 支出决算表 208 合计 30.00 万元（第 3 页）
              依据：公开01表注：4、6栏各行之和
          警告 整个文件 相邻两格（summary.balance）
              依据：公开01表注：4、6栏各行之和
          提示 尾差（summary.balance）
              依据：公开01表注：4、6栏各行之和
          提示 第 4 页 次序（summary.balance）
              依据：公开01表注：4、6栏各行之和
        （全文）
          警告 没有目录（summary.balance）
              依据：公开01表注：4、6栏各行之和
        """.Replace("公开01表注：4、6栏各行之和", Balance.Source, StringComparison.Ordinal),
        string.Join('\n', Text(english: false, explain: true).Split('\n')[..^3]), ignoreLineEndingDifferences: true);

    [Fact]
    public void Json()
    {
        using var json = JsonDocument.Parse(FindingsJson.Write(Report.Findings, indented: false));
        var findings = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(
            """{"rule":"summary.balance","severity":"error","table":"支出决算表","code":"208","item":"社会保障和就业支出","column":"合计","page":3,"""
            + "\"expected\":\"31.00\",\"actual\":\"30.00\",\"tolerance\":0.02,\"message\":\"不平\","
            + $"\"source\":\"{Balance.Source}\",\"verdict\":\"violated\",\"cause\":0}}", findings[3].GetRawText());
        Assert.Equal(("rounded", false), (findings[0].GetProperty("verdict").GetString(), findings[0].TryGetProperty("cause", out _)));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (findings[1].GetProperty("page").ValueKind, findings[1].GetProperty("tolerance").ValueKind));
        Assert.Contains("\n", FindingsJson.Write(Report.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "不平——同一数字引起", "工作表“表1”B7", "整个文件")]
    [InlineData(true, "does not balance — one figure is behind them", "page 3, cell B7", "the whole file")]
    public void Sarif(bool english, string message, string place, string file)
    {
        using var json = JsonDocument.Parse(SarifReport.Write([new("a b.pdf", Report), new("/x/y.pdf", Report)], english));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(3, rules.GetArrayLength());
        Assert.Equal(english ? Balance.EnglishTitle : Balance.Title, rules[0].GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.Equal(["error", "note", "error"], rules.EnumerateArray().Select(r => r.GetProperty("defaultConfiguration").GetProperty("level").GetString()));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["note", "warning", "warning", "error", "note"], results.Take(5).Select(r => r.GetProperty("level").GetString()));
        var (whole, error) = (results[2], results[3]);
        Assert.Equal(message, error.GetProperty("message").GetProperty("text").GetString());
        string Said(JsonElement result) => result.GetProperty("locations")[0].GetProperty("message").GetProperty("text").GetString()!;
        Assert.Equal((place, file), (Said(error), Said(whole)));
        Assert.Equal(english ? "page 4" : "第 4 页", Said(results[4]));
        Assert.False(results[1].GetProperty("locations")[0].TryGetProperty("message", out _));
        Assert.Equal("document", Name(results[1]));
        Assert.Equal("支出决算表/208/社会保障和就业支出/合计", Name(error));
        Assert.Equal("""{"page":3,"cell":"B7","expected":"31.00","actual":"30.00","tolerance":"0.02"}""",
            JsonSerializer.Serialize(error.GetProperty("properties")));
        Assert.Equal(["a%20b.pdf", "file:///x/y.pdf"],
            results.Select(r => r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!)
                .Distinct());

        static string? Name(JsonElement result) =>
            result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString();
    }

    [Fact]
    public void A_report_says_what_it_holds()
    {
        Assert.Equal("1 处错误，2 处警告，1 处提示，1 处尾差", Report.ToString());
        Assert.Equal((Severity.Error, true), (Report.Worst, Report.HasErrors));
        var mild = Report with { Findings = [Report.Findings[0], Report.Findings[1]] };
        Assert.Equal((Severity.Warning, false), (mild.Worst, mild.HasErrors));
        Assert.Null((Report with { Findings = [] }).Worst);
        Assert.Equal("[error] 工作表“表1”B7 不平（summary.balance）", Report.Findings[3].ToString());
        Assert.Equal("[warning] 没有目录（summary.balance）", Report.Findings[1].ToString());
        Assert.Equal("支出决算表 208 合计 30.00 万元（第 3 页）", Report.Findings[3].Operands[2].ToString());
    }

    [Theory]
    [InlineData(1, 1, 1, 1, Verdict.Violated)]
    [InlineData(1, 1, 0, 1, Verdict.Rounded)]
    [InlineData(1, 0, 0, 1, Verdict.Exact)]
    [InlineData(0, 0, 0, 1, Verdict.NotEvaluated)]
    [InlineData(0, 0, 0, 0, Verdict.NotApplicable)]
    public void A_rule_comes_out_as_the_worst_of_its_verdicts(int exact, int rounded, int violated, int skipped, Verdict verdict) =>
        Assert.Equal(verdict, new RuleCoverage(Balance, exact, rounded, violated, skipped, default).Verdict);

    [Fact]
    public void Rounding_notes_tell_the_largest_difference_of_each_table()
    {
        var report = Checker.Default.Check(Notation.Parse("""
            决算 2023 某局
            # Expenditure
            208 甲: 合计=10.01 基本支出=4.00 项目支出=6.00
            210 乙: 合计=20.00 基本支出=8.01 项目支出=12.00
            212 丙: 合计=30.05 基本支出=15.04 项目支出=14.99 经营支出=0.00
            # GeneralPublic
            208 甲: 合计=10.01 基本支出=4.00 项目支出=6.00
            """));
        Assert.Equal([("支出决算表", 3, 0.02m), ("一般公共预算财政拨款支出决算表", 1, 0.01m)], report.RoundingNotes.Select(n => (n.Table, n.Count, n.Largest)));
        Assert.Empty(Checker.Default.Check(Notation.Parse("决算 2023 某局\n# Expenditure\n208 甲: 合计=10.00 基本支出=4.00 项目支出=6.00")).RoundingNotes);
    }

    [Fact]
    public void Nothing_is_no_document()
    {
        Assert.Throws<ArgumentNullException>(() => new Checker(null!));
        Assert.Throws<ArgumentNullException>(() => Checker.Default.Check((BudgetDocument)null!));
        Assert.Throws<ArgumentNullException>(() => Checker.Default.Check((Reading)null!));
        Assert.Equal("readings", Assert.Throws<ArgumentNullException>(() => Checker.Default.CheckTogether((IReadOnlyList<Reading>)null!)).ParamName);
        Assert.Equal("documents", Assert.Throws<ArgumentNullException>(() => Checker.Default.CheckTogether((IReadOnlyList<BudgetDocument>)null!)).ParamName);
        Assert.Equal("report", Assert.Throws<ArgumentNullException>(() => ReportText.Lines(null!).ToList()).ParamName);
        Assert.Equal("findings", Assert.Throws<ArgumentNullException>(() => FindingsJson.Write(null!)).ParamName);
        Assert.Equal("reports", Assert.Throws<ArgumentNullException>(() => SarifReport.Write(null!)).ParamName);
    }

    private static Finding Of(Severity severity, Verdict verdict, string table, string message, string english) =>
        new() { Rule = Balance, Verdict = verdict, Severity = severity, Table = table, Message = message, EnglishMessage = english };

    private static string Text(bool english, bool explain) => string.Join('\n', ReportText.Lines(Report, english, explain));
}
