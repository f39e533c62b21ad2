using System.Globalization;

namespace GovBudget.Model;

/// <summary>What a rule gives, and why.</summary>
/// <param name="Points">The points by the printed figures; null where the rule leaves a range (words) or cannot be applied.</param>
/// <param name="Admits">Every score that the printed figures admit, their rounding included; null where the rule cannot be applied.</param>
/// <param name="Explanation">The arithmetic, or why there is none, in Chinese.</param>
/// <param name="EnglishExplanation">The same in English; names and what is printed stay Chinese.</param>
public sealed record ScoreOutcome(decimal? Points, AmountInterval? Admits, string Explanation, string EnglishExplanation)
{
    internal ScoreOutcome(decimal? points, AmountInterval? admits, Wording why)
        : this(points, admits, why.Chinese, why.English)
    {
    }

    internal Wording Why => new(Explanation, EnglishExplanation);

    internal static ScoreOutcome None(string why, string english) => new(null, null, why, english);

    /// <summary>A number for eyes: at most four decimals, no zeros at the end.</summary>
    internal static string Show(decimal number) => Math.Round(number, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>How far words were achieved (定性指标的三档).</summary>
public enum WordsOutcome
{
    /// <summary>达成预期指标.</summary>
    Achieved,

    /// <summary>部分达成预期指标并具有一定效果.</summary>
    Partly,

    /// <summary>未达成预期指标且效果较差.</summary>
    NotAchieved,
}
