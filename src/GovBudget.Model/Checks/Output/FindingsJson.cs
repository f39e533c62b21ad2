using System.Text.Json;

namespace GovBudget.Model;

/// <summary>Findings as JSON: the public contract of <c>govbudget check --format json</c>. Keys are only ever added.</summary>
public static class FindingsJson
{
    /// <summary>Writes findings as one array.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="indented">Whether to break lines.</param>
    public static string Write(IEnumerable<Finding> findings, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonOutput.Options(indented)))
        {
            writer.WriteStartArray();
            foreach (var finding in findings) Write(writer, finding);
            writer.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes one finding as an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="finding">The finding.</param>
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(finding);
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule.Id);
        writer.WriteString("severity", Names.Of(finding.Severity));
        writer.WriteString("table", finding.Table);
        writer.WriteString("code", finding.Code);
        writer.WriteString("item", finding.Item);
        writer.WriteString("column", finding.Column);
        if (finding.Page is { } page) writer.WriteNumber("page", page);
        else writer.WriteNull("page");
        writer.WriteString("expected", finding.Expected);
        writer.WriteString("actual", finding.Actual);
        if (finding.Tolerance is { } tolerance) writer.WriteNumber("tolerance", tolerance);
        else writer.WriteNull("tolerance");
        writer.WriteString("message", finding.Message);
        writer.WriteString("source", finding.Source);
        writer.WriteString("verdict", finding.Verdict == Verdict.Rounded ? "rounded" : "violated");
        if (finding.Cause is { } cause) writer.WriteNumber("cause", cause);
        writer.WriteEndObject();
    }
}

/// <summary>How JSON is written here: Chinese as it is.</summary>
internal static class JsonOutput
{
    public static JsonWriterOptions Options(bool indented) =>
        new() { Indented = indented, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
