using System.Text;
using GovBudget.Model.Interactive.Views;

namespace GovBudget.Model.Interactive.Writers;

/// <summary>Views as Markdown (tables as GitHub has them); what Markdown gives a meaning is escaped.</summary>
internal static class MarkdownWriter
{
    public static string Write(View view)
    {
        var parts = view.Blocks.Select(Write).Where(p => p.Length > 0);
        return string.Join("\n\n", parts) + "\n";
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' or '\r' => escaped.Append(' '),
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '|' or '\\' or '*' or '_' or '`' or '[' or ']' or '~' or '#' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    private static string Write(Block block) => block switch
    {
        HeadingBlock heading => $"## {Escape(heading.Text)}{(string.IsNullOrEmpty(heading.Note) ? "" : "\n\n" + Escape(heading.Note))}",
        LineBlock { Tone: Tone.Error or Tone.Warning } line => $"**{Escape(line.Text)}**",
        LineBlock line => Escape(line.Text),
        ChartBlock chart => Write(ChartView.Table(chart.Chart)),
        FormBlock form => string.Join("\n\n", form.Parts.Select(Write)),
        TableBlock table => Write(table),
        _ => "",
    };

    private static string Write(TableBlock table)
    {
        var lines = new List<string>();
        if (table.Title is { } title) lines.AddRange([$"### {Escape(title)}{(string.IsNullOrEmpty(table.Note) ? "" : $" （{Escape(table.Note)}）")}", ""]);
        if (table.Rows.Count > 0)
        {
            var flat = FlatTable.Of(table);
            lines.Add(Row(flat.Header));
            lines.Add("|" + string.Concat(flat.IsNumber.Select(n => n ? " ---: |" : " --- |")));
            lines.AddRange(flat.Rows.Select(Row));
        }
        lines.AddRange(table.Notes.SelectMany(n => new[] { "", Escape(n) }));
        return string.Join('\n', lines);
    }

    private static string Row(string[] cells) => "|" + string.Concat(cells.Select(c => $" {Escape(c)} |"));
}
