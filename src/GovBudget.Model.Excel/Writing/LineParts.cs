using Across = DocumentFormat.OpenXml.Spreadsheet.HorizontalAlignmentValues;

namespace GovBudget.Model.Excel.Writing;

/// <summary>A part of a line of text and the columns that it is set over, both inside.</summary>
internal readonly record struct LinePart(string Text, int From, int To, Across Across);

/// <summary>Sets a line over the columns of a sheet: tabs part what stands left, in the middle and right.</summary>
internal static class LineParts
{
    public static LinePart[] Of(string text, int columns)
    {
        var parts = text.Split('\t');
        if (parts.Length is 1 or > 3 || columns == 1) return [new(string.Join(' ', parts.Where(p => p.Length > 0)), 0, columns - 1, Across.Left)];
        var (left, middle, right) = (parts[0], parts[1], parts.Length > 2 ? parts[2] : "");
        if (left.Length + middle.Length == 0) return [new(right, 0, columns - 1, Across.Right)];
        if (middle.Length > 0 && columns == 2) (middle, right) = ("", $"{middle} {right}".TrimEnd());
        if (middle.Length + right.Length == 0) return [new(left, 0, columns - 1, Across.Left)];
        var side = Math.Max(1, columns / 3);
        if (middle.Length == 0) return [new(left, 0, columns - side - 1, Across.Left), new(right, columns - side, columns - 1, Across.Right)];
        return [new(left, 0, columns - (2 * side) - 1, Across.Left), new(middle, columns - (2 * side), columns - side - 1, Across.Center),
            new(right, columns - side, columns - 1, Across.Right)];
    }
}
