using System.Globalization;
using System.Text;
using GovBudget.Model.Interactive.Views;

namespace GovBudget.Model.Interactive.Writers;

/// <summary>Views as HTML that stands by itself in any page: one element with its style inside, everything escaped, a line to a row.</summary>
internal static class HtmlWriter
{
    public static string Write(View view)
    {
        var html = new StringBuilder($"<div class=\"govbudget\"><style>{HtmlStyle.Css}</style>\n");
        foreach (var block in view.Blocks) Write(html, block);
        return html.Append("</div>").ToString();
    }

    /// <summary>The text with what HTML and XML give a meaning replaced; control characters, which neither can hold, left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t')) continue;
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                html.Append("<p class=\"gb-h\">").Append(Escape(heading.Text)).Append(Note(heading.Note)).Append("</p>\n");
                break;
            case LineBlock line:
                html.Append("<p").Append(Class(Tones.Of(line.Tone))).Append('>').Append(Escape(line.Text)).Append("</p>\n");
                break;
            case ChartBlock chart:
                html.Append("<div class=\"gb-scroll\">").Append(SvgWriter.Write(chart.Chart)).Append("</div>\n");
                break;
            case FormBlock form:
                Write(html, form.Printed);
                break;
            case TableBlock table:
                Write(html, table);
                break;
        }
    }

    private static void Write(StringBuilder html, TableBlock table)
    {
        var title = table.Title is null ? "" : $"{Escape(table.Title)}{Note(table.Note)}";
        if (table.Open is { } open) html.Append(open ? "<details open=\"\">" : "<details>").Append("<summary>").Append(title).Append("</summary>\n");
        else if (title.Length > 0) html.Append("<p class=\"gb-t\">").Append(title).Append("</p>\n");
        if (table.Rows.Count > 0)
        {
            html.Append("<div class=\"gb-scroll\"><table>");
            if (table.HeaderRows > 0) Write(html, "thead", table.Rows.Take(table.HeaderRows), isHeader: true);
            Write(html, "tbody", table.Rows.Skip(table.HeaderRows), isHeader: false);
            html.Append("</table></div>\n");
        }
        foreach (var note in table.Notes) html.Append("<p class=\"gb-dim\">").Append(Escape(note)).Append("</p>\n");
        if (table.Open is not null) html.Append("</details>\n");
    }

    private static void Write(StringBuilder html, string part, IEnumerable<IReadOnlyList<ViewCell>> rows, bool isHeader)
    {
        html.Append('<').Append(part).Append('>');
        foreach (var row in rows)
        {
            html.Append("\n<tr>");
            foreach (var cell in row)
            {
                var tag = isHeader || cell.Role == CellRole.Header ? "th" : "td";
                html.Append('<').Append(tag).Append(Class(Role(cell.Role), Tones.Of(cell.Tone)));
                Span(html, "rowspan", cell.RowSpan);
                Span(html, "colspan", cell.ColumnSpan);
                html.Append('>').Append(Escape(cell.Text)).Append("</").Append(tag).Append('>');
            }
            html.Append("</tr>");
        }
        html.Append("</").Append(part).Append('>');
    }

    private static void Span(StringBuilder html, string name, int span)
    {
        if (span > 1) html.Append(CultureInfo.InvariantCulture, $" {name}=\"{span}\"");
    }

    private static string Note(string? note) => string.IsNullOrEmpty(note) ? "" : $" <small>{Escape(note)}</small>";

    private static string Role(CellRole role) => role switch { CellRole.Number => "gb-n", CellRole.Dash => "gb-d", _ => "" };

    private static string Class(params ReadOnlySpan<string> names)
    {
        var all = string.Join(' ', names.ToArray().Where(n => n.Length > 0));
        return all.Length == 0 ? "" : $" class=\"{all}\"";
    }
}

/// <summary>The CSS classes of tones.</summary>
internal static class Tones
{
    public static string Of(Tone tone) => tone switch
    {
        Tone.Error => "gb-error",
        Tone.Warning => "gb-warning",
        Tone.Info => "gb-info",
        Tone.Good => "gb-good",
        Tone.Dim => "gb-dim",
        _ => "",
    };
}
