namespace GovBudget.Model.Excel.Reading;

/// <summary>A rectangle of cells, from 0, both ends inside.</summary>
internal readonly record struct CellArea(int Row, int Column, int LastRow, int LastColumn);

/// <summary>Addresses as workbooks write them: <c>C5</c>, <c>A1:F3</c>.</summary>
internal static class CellAddress
{
    public const int MaxRows = 1_048_576;
    public const int MaxColumns = 16_384;

    private static readonly string[] Letters = Enumerable.Range(0, 256).Select(Spell).ToArray();

    /// <summary>The address of a cell counted from 0.</summary>
    public static string Format(int row, int column)
    {
        var letters = ColumnName(column);
        Span<char> buffer = stackalloc char[12];
        letters.CopyTo(buffer);
        (row + 1).TryFormat(buffer[letters.Length..], out var digits, default, System.Globalization.CultureInfo.InvariantCulture);
        return new string(buffer[..(letters.Length + digits)]);
    }

    /// <summary>The letters of a column counted from 0.</summary>
    public static string ColumnName(int column) => column < Letters.Length ? Letters[column] : Spell(column);

    /// <summary>Reads <c>C5</c> or <c>$C$5</c>; false where it is no address within a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        row = column = 0;
        var i = 0;
        if (i < text.Length && text[i] == '$') i++;
        var start = i;
        for (; i < text.Length && char.IsAsciiLetter(text[i]) && i - start < 4; i++) column = column * 26 + (text[i] & 31);
        if (i == start) return false;
        if (i < text.Length && text[i] == '$') i++;
        start = i;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && i - start < 8; i++) row = row * 10 + (text[i] - '0');
        if (i == start || i != text.Length || row is < 1 or > MaxRows || column is < 1 or > MaxColumns) return false;
        row--;
        column--;
        return true;
    }

    /// <summary>Reads <c>A1:F3</c> or <c>A1</c>.</summary>
    public static bool TryParseArea(ReadOnlySpan<char> text, out CellArea area)
    {
        area = default;
        var colon = text.IndexOf(':');
        var first = colon < 0 ? text : text[..colon];
        var second = colon < 0 ? text : text[(colon + 1)..];
        if (!TryParse(first, out var row, out var column) || !TryParse(second, out var lastRow, out var lastColumn)) return false;
        area = new(Math.Min(row, lastRow), Math.Min(column, lastColumn), Math.Max(row, lastRow), Math.Max(column, lastColumn));
        return true;
    }

    private static string Spell(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
