using System.Globalization;

namespace GovBudget.Model;

/// <summary>One indicator of a performance form as a row: the public contract of <c>govbudget indicators</c>.</summary>
/// <param name="Form">整体绩效目标表, 项目绩效目标表, 整体绩效自评表 or 项目绩效自评表.</param>
/// <param name="Subject">The department's or the project's name.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Weight">Its points: its own, or those of a numbered goal (年度绩效目标1（20分）) whose only indicator it is; null where the form states none for
/// it.</param>
/// <param name="Page">1-based PDF page or sheet number; null where unknown.</param>
public sealed record IndicatorListing(string Form, string Subject, Indicator Indicator, Amount? Weight, int? Page)
{
    /// <summary>The header line of the CSV form.</summary>
    public const string CsvHeader = "form,subject,level1,level2,indicator,target,actual,weight,score,page";

    /// <summary>The indicators of a document, in printed order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="provenance">Where they stood, for the pages.</param>
    public static IEnumerable<IndicatorListing> Of(BudgetDocument document, Provenance? provenance = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        for (var f = 0; f < document.Performance.Count; f++)
        {
            var form = document.Performance[f];
            var at = 0;
            foreach (var goal in form.Goals)
            {
                foreach (var indicator in goal.Indicators)
                {
                    yield return new IndicatorListing(form.KindName, form.Subject, indicator, Points(goal, indicator), provenance?.OfIndicator(f, at++)?.Page);
                }
            }
        }
    }

    /// <summary>The indicators of a reading, in printed order, with their pages.</summary>
    /// <param name="reading">What reading a document gave.</param>
    public static IEnumerable<IndicatorListing> Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Of(reading.Document, reading.Provenance);
    }

    /// <summary>For people and debuggers.</summary>
    public override string ToString() => $"{Form} {Subject} {Indicator}";

    /// <summary>The row as CSV (RFC 4180).</summary>
    public string ToCsv() => string.Join(',',
        Fact.Quote(Form), Fact.Quote(Subject), Fact.Quote(Indicator.Level1), Fact.Quote(Indicator.Level2), Fact.Quote(Indicator.Name),
        Fact.Quote(Indicator.Target?.Text ?? ""), Fact.Quote(Indicator.Achieved?.Text ?? ""), Weight?.Format() ?? "", Indicator.Score?.Format() ?? "",
        Page?.ToString(CultureInfo.InvariantCulture) ?? "");

    // 年度绩效目标（80分） without a number are the points of all goals together.
    private static Amount? Points(Goal goal, Indicator indicator) => indicator.Weight ?? (goal.IsNumbered ? goal.WeightOf(indicator) : null);
}
