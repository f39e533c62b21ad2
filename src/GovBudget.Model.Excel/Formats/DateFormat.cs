using System.Globalization;
using System.Text;

namespace GovBudget.Model.Excel.Formats;

/// <summary>Days and times of day: a serial number counts days from 1900 (with a 29 February that never was) or from 1904.</summary>
internal static class DateFormat
{
    private const decimal LastSerial = 2958466;
    private static readonly DateTime Epoch1900 = new(1899, 12, 30);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1);

    /// <summary>The moment of a serial number; null where there is none (negative, beyond the year 9999).</summary>
    public static DateTime? Moment(decimal serial, bool date1904)
    {
        if (serial < 0 || serial >= LastSerial - (date1904 ? 1462 : 0)) return null;
        if (date1904) return Epoch1904.AddTicks(Ticks(serial));
        return Epoch1900.AddTicks(Ticks(serial < 60 ? serial + 1 : serial));
    }

    /// <summary>The serial number of a moment, counted from 1900.</summary>
    public static decimal Serial(DateTime moment)
    {
        var days = (moment - Epoch1900).Ticks / (decimal)TimeSpan.TicksPerDay;
        return days < 61 ? days - 1 : days;
    }

    public static string? Format(List<FormatToken> tokens, decimal serial, bool date1904)
    {
        if (Moment(serial, date1904) is not { } moment) return null;
        var elapsed = TimeSpan.FromTicks(Ticks(serial));
        var halfDay = tokens.Exists(t => t.Kind == TokenKind.HalfDay);
        var hour = halfDay ? (moment.Hour + 11) % 12 + 1 : moment.Hour;
        var output = new StringBuilder();
        foreach (var (kind, text) in tokens)
        {
            output.Append(kind switch
            {
                TokenKind.Year => text is "y" or "yy" ? Padded(moment.Year % 100, 2) : Padded(moment.Year, 4),
                TokenKind.Month when text.Length <= 2 => Padded(moment.Month, text.Length),
                TokenKind.Month => Month(moment, text.Length),
                TokenKind.Day when text.Length <= 2 => Padded(moment.Day, text.Length),
                TokenKind.Day => moment.ToString(text.Length == 3 ? "ddd" : "dddd", CultureInfo.InvariantCulture),
                TokenKind.Weekday => (text.Length == 3 ? "" : "星期") + "日一二三四五六"[(int)moment.DayOfWeek],
                TokenKind.Hour => Padded(hour, text.Length),
                TokenKind.Minute => Padded(moment.Minute, text.Length),
                TokenKind.Second => Padded(moment.Second, text.Length),
                TokenKind.ElapsedHours => Padded((long)elapsed.TotalHours, text.Length),
                TokenKind.ElapsedMinutes => Padded((long)elapsed.TotalMinutes, text.Length),
                TokenKind.ElapsedSeconds => Padded((long)elapsed.TotalSeconds, text.Length),
                TokenKind.HalfDay => text.Split('/')[moment.Hour < 12 ? 0 : 1],
                TokenKind.Digit => "0",
                _ => text,
            });
        }

        return output.ToString();
    }

    private static string Month(DateTime moment, int letters) => letters switch
    {
        3 => moment.ToString("MMM", CultureInfo.InvariantCulture),
        4 => moment.ToString("MMMM", CultureInfo.InvariantCulture),
        _ => moment.ToString("MMM", CultureInfo.InvariantCulture)[..1],
    };

    /// <summary>To the second, as cells show it: a stored time is seldom exact.</summary>
    private static long Ticks(decimal days) => (long)decimal.Round(days * 86400, MidpointRounding.AwayFromZero) * TimeSpan.TicksPerSecond;

    private static string Padded(long value, int digits) => value.ToString("D" + Math.Min(digits, 4), CultureInfo.InvariantCulture);
}
