using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GovBudget.Model.Interactive.Writers;

/// <summary>Charts as Vega-Lite 5 specifications, their data inside.</summary>
internal static class VegaLiteWriter
{
    public const string MimeType = "application/vnd.vegalite.v5+json";

    public static string Write(Chart chart)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
            json.WriteString("title", chart.Title);
            json.WriteStartObject("data");
            json.WriteStartArray("values");
            Values(json, chart);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("mark", "bar");
            json.WriteStartObject("encoding");
            Encoding(json, chart);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Values(Utf8JsonWriter json, Chart chart)
    {
        var sum = 0m;
        for (var r = 0; r < chart.Rows.Count; r++)
        {
            var row = chart.Rows[r];
            for (var s = 0; s < row.Values.Count; s++)
            {
                if (row.Values[s] is not { } amount) continue;
                json.WriteStartObject();
                if (row.Group.Length > 0) json.WriteString("group", row.Group);
                json.WriteString("label", row.Label);
                json.WriteString("series", chart.Series[s]);
                json.WriteNumber("value", amount.Value);
                json.WriteString("printed", amount.ToString());
                if (chart.Kind == ChartKind.Waterfall)
                {
                    var from = r == chart.Rows.Count - 1 ? 0 : sum;
                    json.WriteNumber("start", from);
                    json.WriteNumber("end", from + amount.Value);
                }
                json.WriteEndObject();
            }
            sum += row.Values.Count > 0 ? row.Values[0]?.Value ?? 0 : 0;
        }
    }

    private static void Encoding(Utf8JsonWriter json, Chart chart)
    {
        var waterfall = chart.Kind == ChartKind.Waterfall;
        Channel(json, "y", "label", "nominal", null, sorted: false);
        Channel(json, "x", waterfall ? "start" : "value", "quantitative", chart.Unit.Name);
        if (waterfall)
        {
            json.WriteStartObject("x2");
            json.WriteString("field", "end");
            json.WriteEndObject();
        }
        if (chart.Series.Count > 1)
        {
            Channel(json, "color", "series", "nominal", null, sorted: false);
            Channel(json, "yOffset", "series", "nominal", null, sorted: false);
        }
        if (chart.Rows.Any(row => row.Group.Length > 0)) Channel(json, "row", "group", "nominal", null, sorted: false);
        json.WriteStartObject("tooltip");
        json.WriteString("field", "printed");
        json.WriteEndObject();
    }

    private static void Channel(Utf8JsonWriter json, string name, string field, string type, string? title, bool sorted = true)
    {
        json.WriteStartObject(name);
        json.WriteString("field", field);
        json.WriteString("type", type);
        if (string.IsNullOrEmpty(title)) json.WriteNull("title");
        else json.WriteString("title", title);
        if (!sorted) json.WriteNull("sort");
        json.WriteEndObject();
    }
}
