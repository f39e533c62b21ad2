using System.Globalization;

namespace GovBudget.Model;

/// <summary>What a rule gives, and why.</summary>
/// <param name="Points">The points by the printed figures; null where the rule leaves a range (words) or cannot be applied.</param>
/// <param name="Admits">Every score that the printed figures admit, their rounding included; null where the rule cannot be applied.</param>
/// <param name="Explanation">The arithmetic, or why there is none, in Chinese.</param>
public sealed record ScoreOutcome(decimal? Points, AmountInterval? Admits, string Explanation)
{
    internal static ScoreOutcome None(string why) => new(null, null, why);

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
