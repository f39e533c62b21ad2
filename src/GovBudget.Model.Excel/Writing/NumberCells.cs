using System.Globalization;
using GovBudget.Model.Excel.Formats;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Writing;

/// <summary>How a printed number is stored: a value, and the format that prints exactly its text.</summary>
internal readonly record struct NumberCell(decimal Value, string Format);

/// <summary>Decides how numbers are stored, remembering the formats it has met.</summary>
internal sealed class NumberCells
{
    /// <summary>Digits that a cell keeps.</summary>
    private const int StoredDigits = 15;

    private static readonly string[] Places = [.. Enumerable.Range(0, StoredDigits + 1).Select(n => n == 0 ? "" : "." + new string('0', n))];
    private static readonly decimal[] Tens = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];
    private readonly Dictionary<string, NumberFormat> _formats = [];

    /// <summary>The number a cell stands for; null where it has to be written as text to look the same.</summary>
    public NumberCell? Of(GridCell cell)
    {
        if (cell.Style != CellStyle.Number && cell.Stored is null) return null;
        if (cell.Text.Length == 0) return cell.Stored is { } hidden && Keeps(hidden) ? new(hidden, ";;;") : null;
        if (Plain(cell.Text) is { } plain)
        {
            if (cell.Stored is { } stored && Keeps(stored) && Prints(plain.Format, stored, cell.Text)) return plain with { Value = stored };
            if (Keeps(plain.Value) && Prints(plain.Format, plain.Value, cell.Text)) return plain;
        }

        return cell.Stored is { } other && Keeps(other) && Spelled(cell.Text) is { } spelled && Prints(spelled, other, cell.Text) ? new(other, spelled) : null;
    }

    /// <summary>A text such as <c>1,202.95</c> or <c>36.70%</c> as value and format.</summary>
    private static NumberCell? Plain(string text)
    {
        var percent = text.EndsWith('%');
        var digits = percent ? text[..^1] : text;
        if (digits.Length is 0 or > 30 || !digits.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')) return null;
        if (!decimal.TryParse(
            digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            return null;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (decimals > StoredDigits) return null;
        var format = (digits.Contains(',', StringComparison.Ordinal) ? "#,##0" : "0") + Places[decimals] + (percent ? "%" : "");
        return new(percent ? value / 100 : value, format);
    }

    /// <summary>A format that prints the text whatever the number: an accountant's dash for zero, a bracketed negative.</summary>
    private static string? Spelled(string text) =>
        text.Length > 60 || text.AsSpan().IndexOfAny("\"\n") >= 0 || text.Trim() != text ? null : $"\"{text}\";\"{text}\";\"{text}\"";

    private bool Prints(string code, decimal value, string text)
    {
        if (!_formats.TryGetValue(code, out var format)) _formats.Add(code, format = NumberFormat.Parse(code));
        return format.Format(value) == text;
    }

    private static bool Keeps(decimal value) =>
        (value.Scale < 10 && Math.Abs(value) < 1_000_000_000_000_000m / Tens[value.Scale]) || Reading.StoredNumber.From((double)value) == value;
}
