using FsCheck.Fluent;

namespace GovBudget.Model.Tests.Checks;

/// <summary>Text that nobody would write: clauses of real sentences in any order, under any heading, over tables in any unit. Checking says something of it, or
/// nothing, and never fails.</summary>
public class AnyTextTests
{
    private static readonly string[] Lines = [.. new[] { "accounts.txt",
        "budget.txt" }.SelectMany(f => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Checks", "Narrative", "Sentences", f))).Where(l => l.Length > 0)];

    private static readonly string[] Headings = [.. Lines.Where(l => l[0] == '#').Select(l => l.TrimStart('#', ' ')).Distinct()];

    private static readonly string[] Clauses = [.. Lines.Where(l => l[0] != '#')
        .SelectMany(l => System.Text.RegularExpressions.Regex.Replace(l, @"\[([^\]|]*)\|[^\]]*\]", "$1").Split('，', '；', '。', '：'))
        .Where(c => c.Length > 0)
        .Distinct()];

    private static readonly string[] Ends = ["，", "，", "；", "。", "：", "、", "（", "）", "，其中：", "，占", "万元", "%", "比上年", "增加（减少）"];

    [Fact]
    public void Checking_never_fails()
    {
        var clause = from text in Gen.Elements(Clauses) from end in Gen.Elements(Ends) select text + end;
        var paragraph = from clauses in clause.ArrayOf() select string.Concat(clauses);
        var section = from heading in Gen.Elements(Headings) from first in paragraph from second in paragraph select $"一、{heading}\n{first}\n{second}";
        var cases = from document in Gen.Elements(ExampleDocuments.Accounts, ExampleDocuments.Budget, ExampleDocuments.ByPurpose)
                    from unit in Gen.Elements("万元", "元", "亿元", "辆", "")
                    from first in section
                    from second in section
                    select document.Replace("@标题", unit == "万元" ? "@标题" : $"@单位 {unit}\n@标题", StringComparison.Ordinal)
                        + $"\n# 正文\n第三部分 情况说明\n{first}\n{second}";
        Always.Holds(cases, text =>
        {
            var document = Notation.Parse(text);
            var report = Checker.Default.Check(document);
            Assert.All(report.Findings, f => Assert.True(f.Message.Length > 0 && f.EnglishMessage.Length > 0));
            Checker.Default.CheckTogether([document, document with { Year = document.Year - 1 }]);
        });
    }
}
