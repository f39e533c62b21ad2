using System.Globalization;

namespace GovBudget.Model.Checks;

/// <summary>Words findings about the text: the sentence, what it says, what follows, the arithmetic.</summary>
internal static class TextFinding
{
    private const int Quoted = 60;

    /// <summary>A finding about a claim.</summary>
    public static Finding Of(
        Rule rule, TextClaim at, string item, string message, string english, string? expected = null, string? actual = null, Severity? severity = null,
        Verdict verdict = Verdict.Violated,
        string table = "", string column = "", decimal? difference = null, decimal? tolerance = null, Unit unit = default,
        ValueList<FindingOperand> operands = default) => new()
        {
            Rule = rule,
            Verdict = verdict,
            Severity = verdict == Verdict.Rounded ? Severity.Info : severity ?? rule.Severity,
            Table = table,
            Item = item,
            Column = column,
            Place = at.Place,
            Expected = expected,
            Actual = actual,
            Difference = difference,
            Tolerance = tolerance,
            Unit = unit,
            Operands = operands,
            Message = $"{Where(at)}{message}。原文：“{Quote(at)}”",
            EnglishMessage = $"{Where(at)}{english}. Text: “{Quote(at)}”",
        };

    /// <summary>The heading above the sentence.</summary>
    public static string Where(TextClaim at)
    {
        var section = at.Section;
        if (section.Title.Length == 0) return "";
        var title = section.Title.Length > 24 ? section.Title[..24] + "…" : section.Title;
        return $"“{(section.Ordinal.Length > 0 && !section.Ordinal.StartsWith('（') ? section.Ordinal + "、" : section.Ordinal)}{title}”：";
    }

    /// <summary>The sentence, or the part of it around the claim where it is long.</summary>
    public static string Quote(TextClaim at)
    {
        var text = at.Sentence.Text;
        if (text.Length <= Quoted) return text;
        var span = at.Claim.Span;
        var start = Math.Clamp(span.Start - 8, 0, text.Length);
        var end = Math.Clamp(Math.Max(span.End + 4, start + Quoted), start, text.Length);
        if (end - start > 2 * Quoted) end = start + 2 * Quoted;
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }

    /// <summary>The beginning of a sentence quoted beside another.</summary>
    public static string Shortened(string text) => text.Length <= Quoted ? text : text[..Quoted] + "…";

    /// <summary>A ratio as a percentage interval with two more decimals than the printed one.</summary>
    public static string PercentOf(AmountInterval ratio, int decimals)
    {
        var low = Math.Round(ratio.Low * 100, Math.Min(decimals + 2, 8));
        var high = Math.Round(ratio.High * 100, Math.Min(decimals + 2, 8));
        return low == high ? $"{Number(low)}%" : $"{Number(low)}%–{Number(high)}%";
    }

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A table's figure as the text would print it: in its unit, with no more decimals than it has.</summary>
    public static Amount Printed(Amount figure, Amount stated)
    {
        var same = figure.In(stated.Unit);
        return figure.Unit == stated.Unit || same.Decimals <= stated.Decimals
            ? same
            : new Amount(Math.Round(same.Value, stated.Decimals, MidpointRounding.AwayFromZero), stated.Unit);
    }

    /// <summary>A value in the unit of a printed figure, with its decimals.</summary>
    public static string Format(decimal value,
        int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>How two printed figures of one size stand to each other.</summary>
    public static Verdict Compare(Amount left, Amount right)
    {
        if (left.SameSize(right)) return Verdict.Exact;
        var gap = Math.Abs(left.Yuan - right.Yuan);
        if (gap <= Math.Max(left.HalfStep, right.HalfStep)) return Verdict.Exact; // the coarser figure is the finer one rounded
        return gap <= left.HalfStep + right.HalfStep ? Verdict.Rounded : Verdict.Violated;
    }
}
