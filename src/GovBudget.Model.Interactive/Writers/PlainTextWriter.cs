using System.Text;
using GovBudget.Model.Interactive.Views;

namespace GovBudget.Model.Interactive.Writers;

/// <summary>Views as plain text: columns set for a fixed-width font in which Chinese is two wide.</summary>
internal static class PlainTextWriter
{
    public static string Write(View view) => string.Join('\n', view.Blocks.Select(Write).Where(p => p.Length > 0)) + "\n";

    /// <summary>How many columns of a terminal a text takes.</summary>
    public static int Width(string text) =>
        text.EnumerateRunes().Sum(r => Rune.GetUnicodeCategory(r) is System.Globalization.UnicodeCategory.NonSpacingMark ? 0 : IsWide(r.Value) ? 2 : 1);

    private static bool IsWide(int code) =>
        code is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF01 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFD;

    private static string Write(Block block) => block switch
    {
        HeadingBlock heading => $"{heading.Text}{(string.IsNullOrEmpty(heading.Note) ? "" : "\n" + heading.Note)}",
        LineBlock line => line.Text,
        ChartBlock chart => Write(ChartView.Table(chart.Chart)),
        FormBlock form => string.Join('\n', form.Parts.Select(Write)),
        TableBlock table => Write(table),
        _ => "",
    };

    private static string Write(TableBlock table)
    {
        var lines = new List<string>();
        if (table.Title is { } title) lines.AddRange(["", string.IsNullOrEmpty(table.Note) ? title : $"{title} {table.Note}"]);
        if (table.Rows.Count > 0)
        {
            var flat = FlatTable.Of(table);
            var cells = flat.Rows.Prepend(flat.Header).Select(row => row.Select(c => c.ReplaceLineEndings(" ")).ToArray()).ToList();
            var widths = Enumerable.Range(0, flat.Header.Length).Select(c => cells.Max(row => Width(row[c]))).ToArray();
            lines.AddRange(cells.Select(row => string.Join("  ", row.Select((text, c) => Pad(text, widths[c], flat.IsNumber[c]))).TrimEnd()));
            lines.Insert(lines.Count - flat.Rows.Count, new string('-', widths.Sum() + ((widths.Length - 1) * 2)));
        }
        lines.AddRange(table.Notes);
        return string.Join('\n', lines);
    }

    private static string Pad(string text, int width, bool right)
    {
        var blanks = new string(' ', width - Width(text));
        return right ? blanks + text : text + blanks;
    }
}
