using System.Globalization;
using System.Text;

namespace GovBudget.Model;

public static partial class RuleCatalog
{
    /// <summary>The catalog as Markdown: what <c>docs/rules.md</c> holds.</summary>
    /// <param name="example">An example of each rule, as one line of Markdown; null where there is none.</param>
    public static string ToMarkdown(Func<Rule, string?>? example = null)
    {
        var text = new StringBuilder();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # 检查规则（{All.Count} 条）

            由规则目录生成，并由测试保持一致：改了规则之后，以 `GOVBUDGET_REGENERATE=1` 运行测试即重写本文件。

            每条规则的结论是：相符、尾差（四舍五入可以解释，只作提示）、不符、未判断（附原因）、不适用。印出的数 v 有 d 位小数，表示 [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ] 中的某个数；等式两边的区间不相交才算不符。


            """).ReplaceLineEndings("\n"));
        foreach (var category in All.Select(r => r.Category).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Names.Chinese(category)} {Names.Of(category)}\n\n");
            foreach (var rule in All.Where(r => r.Category == category))
            {
                text.Append(CultureInfo.InvariantCulture, $"### `{rule.Id}`\n\n{rule.Title}  \n{rule.EnglishTitle}\n\n");
                text.Append(CultureInfo.InvariantCulture, $"- 级别：{Names.Chinese(rule.Severity)}（{Names.Of(rule.Severity)}）\n- 依据：{rule.Source}\n");
                if (example?.Invoke(rule) is { } shown) text.Append(CultureInfo.InvariantCulture, $"- 例：{shown}\n");
                text.Append('\n');
            }
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }
}
