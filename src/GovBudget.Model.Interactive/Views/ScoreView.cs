using System.Globalization;

namespace GovBudget.Model.Interactive.Views;

/// <summary>Score sheets: the waterfall of points, then every step with what the rule gives and why.</summary>
internal static class ScoreView
{
    public static View Of(ScoreSheet sheet) => new(
    [
        new HeadingBlock(sheet.Subject, $"{sheet.Rule.Name}（{sheet.Rule.Source}）"),
        new ChartBlock(Charts.Scores(sheet)),
        TableBlock.Of(null, ["指标", "分值", "印", "应得", "判断", "算法"], sheet.Steps.Select(Row).Append(Total(sheet))),
    ]);

    /// <summary>The tone of a verdict.</summary>
    public static Tone ToneOf(PerformanceVerdict verdict) => verdict switch
    {
        PerformanceVerdict.Exact or PerformanceVerdict.Rounded => Tone.Good,
        PerformanceVerdict.Violated => Tone.Error,
        _ => Tone.Dim,
    };

    private static IReadOnlyList<ViewCell> Row(ScoreStep step) =>
    [
        ViewCell.Of(step.Name), Number(step.Weight is { } weight ? Show(weight) : ""), ViewCell.Figure(step.Printed),
        Number(Expected(step.Outcome.Points, step.Outcome.Admits)),
        ViewCell.Of(Name(step.Verdict), ToneOf(step.Verdict)), ViewCell.Of(step.Outcome.Explanation, Tone.Dim),
    ];

    private static IReadOnlyList<ViewCell> Total(ScoreSheet sheet) =>
    [
        new("总分", CellRole.Header), ViewCell.Blank, ViewCell.Figure(sheet.PrintedTotal), Number(Expected(sheet.Points, sheet.Admits)), ViewCell.Blank,
        ViewCell.Of(sheet.Grade is { } grade ? $"等级“{GradeScale.NameOf(grade)}”" : null),
    ];

    private static string Name(PerformanceVerdict verdict) => verdict switch
    {
        PerformanceVerdict.Exact => "相符",
        PerformanceVerdict.Rounded => "相符（舍入或区间内）",
        PerformanceVerdict.Violated => "不符",
        _ => "无法判断",
    };

    private static ViewCell Number(string text) => text.Length == 0 ? ViewCell.Blank : new(text, CellRole.Number);

    private static string Expected(decimal? points, AmountInterval? admits) =>
        points is { } exact ? Show(exact) : admits is { } range ? range.IsExact ? Show(range.Low) : $"{Show(range.Low)}–{Show(range.High)}" : "—";

    private static string Show(decimal number) => Math.Round(number, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);
}
