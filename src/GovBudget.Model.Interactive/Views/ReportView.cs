using System.Globalization;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Findings and reports of checks.</summary>
internal static class ReportView
{
    private static readonly string[] Columns = ["级别", "位置", "表", "发现", "应为", "印为", "规则"];

    public static View Of(CheckReport report)
    {
        var shown = report.Findings.Where(f => f.Verdict != Verdict.Rounded).ToList();
        var counts = string.Join('，', new[] { Severity.Error, Severity.Warning, Severity.Info }.Select(s => $"{shown.Count(f => f.Severity == s)} 处{Name(s)}"));
        return new(
        [
            new HeadingBlock(report.HasErrors ? "发现错误" : "未发现错误", counts),
            .. report.Causes.Select(c => new LineBlock(c.Message, Tone.Warning)),
            .. shown.Count > 0 ? new Block[] { Table(shown.OrderByDescending(f => f.Severity)) } : [],
            .. report.RoundingNotes.Select(n => new LineBlock(n.ToString(), Tone.Dim)),
            new LineBlock(Coverage(report), Tone.Dim),
        ]);
    }

    public static View Of(IEnumerable<Finding> findings) => new([Table(findings)]);

    /// <summary>One finding: what is wrong, and the figures of its identity.</summary>
    public static View Of(Finding finding) => new(
    [
        new LineBlock(finding.ToString(), ToneOf(finding.Severity)),
        .. finding.Operands.Count > 0 ? new Block[] { Operands(finding) } : [],
        new LineBlock($"依据：{finding.Source}", Tone.Dim),
    ]);

    private static TableBlock Operands(Finding finding) =>
        TableBlock.Of(null, ["", "表", "编码", "项目", "栏", "数字", "位置"], finding.Operands.Select(o => (IReadOnlyList<ViewCell>)
    [
        ViewCell.Of(o.IsLeft ? "=" : o.Weight < 0 ? "−" : "+"), ViewCell.Of(o.Table), ViewCell.Of(o.Code), ViewCell.Of(o.Item), ViewCell.Of(o.Column),
        ViewCell.Figure(o.Amount, withUnit: true), ViewCell.Of(o.Place?.ToString()),
    ]));

    private static TableBlock Table(IEnumerable<Finding> findings) => TableBlock.Of(null, Columns, findings.Select(f => (IReadOnlyList<ViewCell>)
    [
        ViewCell.Of(Name(f.Severity), ToneOf(f.Severity)), ViewCell.Of(f.Place?.ToString()), ViewCell.Of(f.Table.Length > 0 ? f.Table : "（全文）"),
        ViewCell.Of(f.Message),
        Value(f.Expected), Value(f.Actual), ViewCell.Of(f.Rule.Id, Tone.Dim),
    ]));

    private static ViewCell Value(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? new ViewCell(text!, CellRole.Number) : ViewCell.Of(text);

    private static string Coverage(CheckReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"规则 {report.Coverage.Count} 条，适用 {report.Coverage.Count(c => c.Verdict != Verdict.NotApplicable)} 条：相符 {report.Coverage.Sum(c => c.Exact)} 处，尾差 {report.Coverage.Sum(c => c.Rounded)} 处，不符 {report.Coverage.Sum(c => c.Violated)} 处，未判断 {report.Coverage.Sum(c => c.NotEvaluated)} 处");

    private static string Name(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" };

    private static Tone ToneOf(Severity severity) => severity switch { Severity.Error => Tone.Error, Severity.Warning => Tone.Warning, _ => Tone.Info };
}
