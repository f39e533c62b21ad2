using System.Globalization;

namespace GovBudget.Model.Excel.Formats;

/// <summary>A number without a format: at most eleven places with the decimal point, as a wide cell shows it. Integers are never cut short.</summary>
internal static class GeneralFormat
{
    private const int Places = 11;

    public static string Format(decimal value)
    {
        var size = Math.Abs(value);
        var integerDigits = 1;
        for (var bound = 10m; size >= bound && integerDigits < 28; bound *= 10) integerDigits++;
        var rounded = decimal.Round(value, Math.Max(0, Places - 1 - integerDigits), MidpointRounding.AwayFromZero);
        return rounded == 0 && value != 0
            ? ((double)value).ToString("0.#####E+00", CultureInfo.InvariantCulture)
            : rounded.ToString("0.############################", CultureInfo.InvariantCulture);
    }
}
