using System.Globalization;
using System.Net;
using System.Text;
using GovBudget.Model;

namespace GovBudget.Cli.Corpus;

/// <summary>The one-page report of a corpus run: HTML without anything to load, light and dark.</summary>
internal static class CorpusReport
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1d2733;--soft:#66717e;--line:#dfe4ea;--bar:#3b77bc;--bar2:#9dbbdd;--error:#c0392b;--warning:#b9770e;--page:#fff}
        @media(prefers-color-scheme:dark){:root{--ink:#e4e8ed;--soft:#98a3af;--line:#353d47;--bar:#6ea3df;--bar2:#3c5878;--error:#ee7c70;--warning:#e0ad4f;--page:#15191e}}
        body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--page);max-width:62rem;margin:2.5rem auto;padding:0 1.2rem}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2.4rem}
        .key{display:flex;flex-wrap:wrap;gap:.4rem 2.4rem}.key b{display:block;font-size:1.5rem;font-weight:600}.key span,.soft{color:var(--soft)}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        th{font-weight:600;color:var(--soft)}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.error{color:var(--error)}.warning{color:var(--warning)}
        svg{max-width:100%;height:auto}svg text{font-size:12px;fill:var(--ink)}.a{fill:var(--bar)}.b{fill:var(--bar2)}
        """;

    public static string Of(CorpusSummary summary, CorpusSettings settings)
    {
        var html = new StringBuilder();
        html.Append(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>语料检查报告</title>\n<style>\n")
            .Append(Style)
            .Append("\n</style></head><body>\n");
        html.Append(CultureInfo.InvariantCulture,
            $"<h1>部门预算、部门决算语料检查报告</h1>\n<p class=\"soft\">{Text(settings.Folder)}{(settings.Shard == "0/1" ? "" : $"，分片 {settings.Shard}")}</p>\n");
        html.Append("<div class=\"key\">");
        Key("文件", summary.Files);
        Key("读到的文件", summary.Read);
        Key("官方表格", summary.Sum("tables"));
        Key("数字", summary.Sum("facts"));
        Key("有错误的文件", summary.WithErrors);
        Key("错误", summary.Sum("errors"));
        Key("警告", summary.Sum("warnings"));
        html.Append("</div>\n");
        if (summary.Doubles > 0) html.Append(CultureInfo.InvariantCulture, $"<p>其中 {summary.Doubles} 个文件与另一文件内容相同（files.csv 的 sha256 列）。</p>\n");
        Years(html, summary);
        Coverage(html, summary);
        Rules(html, summary);
        Rows(html, "错误最多的文件", ["文件", "部门（单位）", "错误"], summary.MostErrors.Select(e => (string[])[e.File, e.Department, Number(e.Errors)]));
        Rows(html, $"未读的文件（{summary.Files - summary.Read} 个{(summary.Files - summary.Read > summary.NotRead.Count ? $"，前 {summary.NotRead.Count} 个" : "")}）",
            ["文件", "原因"], summary.NotRead.Select(e => (string[])[e.File, e.Reason]));
        return html.Append("</body></html>\n").ToString();

        void Key(string name, long value) => html.Append(CultureInfo.InvariantCulture, $"<div><b>{Number(value)}</b><span>{name}</span></div>");
    }

    private static void Years(StringBuilder html, CorpusSummary summary)
    {
        if (summary.Years.Count == 0) return;
        const int Left = 48, Width = 640, Row = 22;
        var most = summary.Years.Values.Max(y => y.Budgets + y.Accounts);
        html.Append(CultureInfo.InvariantCulture,
            $"<h2>年度</h2>\n<svg viewBox=\"0 0 800 {summary.Years.Count * Row}\" width=\"800\" role=\"img\" aria-label=\"各年度文件数\">");
        var y = 0;
        foreach (var (year, (budgets, accounts)) in summary.Years)
        {
            double Length(int count) => (double)count * Width / most;
            var (first, second) = (Length(budgets), Length(accounts));
            html.Append(CultureInfo.InvariantCulture,
                $"<text x=\"0\" y=\"{y + 15}\">{year}</text><rect class=\"a\" x=\"{Left}\" y=\"{y + 3}\" width=\"{first:0.#}\" height=\"16\"/><rect class=\"b\" x=\"{Left + first:0.#}\" y=\"{y + 3}\" width=\"{second:0.#}\" height=\"16\"/><text x=\"{Left + first + second + 6:0.#}\" y=\"{y + 15}\">{budgets} + {accounts}</text>");
            y += Row;
        }
        html.Append("</svg>\n<p class=\"soft\">深色：部门预算；浅色：部门决算。</p>\n");
    }

    private static void Coverage(StringBuilder html, CorpusSummary summary)
    {
        (string Name, string Column)[] verdicts = [("分毫不差", "exact"), ("仅有尾差", "rounded"), ("不成立", "violated"), ("未能核对", "not_evaluated")];
        var all = verdicts.Sum(v => summary.Sum(v.Column));
        if (all == 0) return;
        Rows(html, "勾稽关系", ["结果", "个数", "占比"], verdicts.Select(v => (string[])[v.Name, Number(summary.Sum(v.Column)), Share(summary.Sum(v.Column), all)]));
        if (summary.Sum("unplaced") + summary.Sum("pictured") > 0)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<p>未能归位的文字 {Number(summary.Sum("unplaced"))} 处；以图片形式公开、未读的表格 {Number(summary.Sum("pictured"))} 张。</p>\n");
        }
    }

    private static void Rules(StringBuilder html, CorpusSummary summary)
    {
        if (summary.Rules.Count == 0) return;
        html.Append(
            "<h2>最常见的发现</h2>\n<div class=\"wide\"><table><tr><th>规则</th><th>名称</th><th class=\"n\">文件</th><th>占已读文件</th><th class=\"n\">次数</th></tr>\n");
        var titles = RuleCatalog.All.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal);
        foreach (var (id, (findings, documents, severity, _)) in summary.Rules.OrderByDescending(r => r.Value.Documents)
            .ThenByDescending(r => r.Value.Findings)
            .ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            var share = 100.0 * documents / Math.Max(summary.Read, 1);
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td class=\"{severity}\">{Text(id)}</td><td>{Text(titles.GetValueOrDefault(id, ""))}</td><td class=\"n\">{Number(documents)}</td><td><svg viewBox=\"0 0 160 14\" width=\"160\"><rect class=\"a\" y=\"2\" width=\"{share:0.#}\" height=\"10\"/><text x=\"{share + 5:0.#}\" y=\"11\">{share:0.0}%</text></svg></td><td class=\"n\">{Number(findings)}</td></tr>\n");
        }
        html.Append("</table></div>\n");
    }

    private static void Rows(StringBuilder html, string title, string[] header, IEnumerable<string[]> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        static bool IsNumber(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '%');
        var numbers = header.Select((_, i) => list.TrueForAll(row => IsNumber(row[i]))).ToArray();
        string Row(string[] cells,
            string tag) => "<tr>" + string.Concat(cells.Select((c, i) => $"<{tag}{(numbers[i] ? " class=\"n\"" : "")}>{Text(c)}</{tag}>")) + "</tr>\n";
        html.Append("<h2>").Append(Text(title)).Append("</h2>\n<div class=\"wide\"><table>").Append(Row(header, "th"));
        foreach (var row in list) html.Append(Row(row, "td"));
        html.Append("</table></div>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
