using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovBudget.Packages.Tests;

/// <summary>Notebooks (nbformat 4): their cells run, their outputs as a host would save them.</summary>
internal static class Notebook
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n"
    };

    /// <summary>The notebook with the outputs that its cells give now.</summary>
    public static async Task<string> Run(string notebook)
    {
        var root = JsonNode.Parse(notebook)!;
        var host = new ScriptHost();
        var count = 0;
        foreach (var cell in root["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code"))
        {
            var code = string.Concat(cell!["source"]!.AsArray().Select(l => (string)l!));
            var (output, value) = await host.Run(code);
            Promises.AssertKept("cell", code, output);
            cell["execution_count"] = ++count;
            var outputs = new JsonArray();
            if (output.Length > 0) outputs.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = Lines(output) });
            if (value is not null)
                outputs.Add(
                    new JsonObject
                    {
                        ["data"] = Data(value),
                        ["execution_count"] = count,
                        ["metadata"] = new JsonObject(),
                        ["output_type"] = "execute_result"
                    });
            cell["outputs"] = outputs;
        }
        return root.ToJsonString(Json) + "\n";
    }

    private static JsonObject Data(object value)
    {
        var data = new JsonObject();
        foreach (var (mime, text) in Formatted(value)) data[mime] = mime.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : Lines(text);
        return data;
    }

    /// <summary>How a value shows itself by the convention of notebooks; as text where it does not.</summary>
    private static List<(string Mime, string Text)> Formatted(object value)
    {
        var source = value.GetType().GetCustomAttributes(inherit: true).FirstOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        if (source is null) return [("text/plain", value.ToString() ?? "")];
        var type = (Type)source.GetType().GetProperty("FormatterSourceType")!.GetValue(source)!;
        var formatters = (IEnumerable<object>)type.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(type), null)!;
        return formatters.Select(f => (Mime: (string)f.GetType().GetProperty("MimeType")!.GetValue(f)!, Text: Format(f, value)))
            .Where(f => f.Text is not null && f.Mime != "text/markdown")
            .Select(f => (f.Mime, f.Text!))
            .ToList();
    }

    private static string? Format(object formatter, object value)
    {
        using var writer = new StringWriter();
        return (bool)formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!.Invoke(formatter, [value, writer])!
            ? writer.ToString()
            : null;
    }

    private static JsonArray Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. lines.Select((l, i) => (JsonNode)(i < lines.Length - 1 ? l + "\n" : l)).Where(l => ((string)l!).Length > 0)];
    }
}
