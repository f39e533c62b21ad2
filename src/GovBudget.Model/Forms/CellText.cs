using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>What a cell's text may be.</summary>
internal static partial class CellText
{
    /// <summary>Whether the text is a figure, e.g. <c>1,202.95</c>, <c>（1.00）</c>, <c>36.7%</c>.</summary>
    public static bool IsFigure(string text) => Amount.TryParse(text, default, out _);

    /// <summary>Whether a figure stood here that cannot be read: printed <c>####</c>, or printed over another.</summary>
    public static bool IsSpoilt(string text) => text.Length > 1 && (text[0] == '\uFFFD' || (text[0] == '#' && text.AsSpan().Trim().IndexOfAnyExcept('#') < 0));

    /// <summary>Whether a number with decimals stands in the text.</summary>
    public static bool HoldsDecimals(string text) => Decimals().IsMatch(text);

    /// <summary>Whether the text is <c>—</c>, <c>——</c>, <c>-</c> …: not applicable.</summary>
    public static bool IsDash(string text)
    {
        var any = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (c is not ('—' or '-' or '－' or '–' or '─' or '−' or '⸺' or '⸻' or '―' or '一' or '/' or '╱')) return false;
            any = true;
        }
        return any;
    }

    /// <summary>Whether the text is a subject code as printed in one cell: 3, 5 or 7 digits, or a unit's or project's longer code.</summary>
    public static bool IsCode(string text)
    {
        var compact = Label.Squeeze(text);
        return compact.Length >= 2 && Code().IsMatch(compact);
    }

    /// <summary>Whether the text is a column number (栏次): <c>1</c>, <c>3=4+5</c>, <c>(2)</c>.</summary>
    public static int? ColumnNumber(string text) =>
        Index().Match(Label.Fold(text)) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^(\d{2,7}|[A-Z]?\d{5,}[A-Z0-9\-]*|\d{3}-?\d{3,})$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\d\.\d")]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^（?(\d{1,2})）?(?:栏?=.*)?$")]
    private static partial Regex Index();
}
