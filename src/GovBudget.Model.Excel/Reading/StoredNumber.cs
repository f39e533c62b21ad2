using System.Globalization;

namespace GovBudget.Model.Excel.Reading;

/// <summary>Stored numbers as decimals without the noise of binary fractions: 9.800000000000001 is 9.8, since a cell holds 15 digits.</summary>
internal static class StoredNumber
{
    /// <summary>The number of a text such as <c>236.71</c> or <c>1.5E-3</c>; null where it is none or too large for a decimal.</summary>
    public static decimal? Parse(string text)
    {
        if (text.Length <= 15
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact))
        {
            return exact;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? From(value) : null;
    }

    /// <summary>That number to 15 digits; null where it is too large for a decimal.</summary>
    public static decimal? From(double value) =>
        decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
