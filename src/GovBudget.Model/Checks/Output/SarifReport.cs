using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GovBudget.Model;

/// <summary>A report as SARIF 2.1.0, the OASIS format that code hosts and editors show: one run, every rule of the report, a result per finding.</summary>
public static class SarifReport
{
    /// <summary>The schema that the output follows.</summary>
    public const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes reports with the files they are of.</summary>
    /// <param name="reports">File paths as given, and their reports.</param>
    /// <param name="english">Whether messages are in English; names stay Chinese.</param>
    public static string Write(IEnumerable<KeyValuePair<string, CheckReport>> reports, bool english = false)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var all = reports.ToList();
        var rules = all.SelectMany(r => r.Value.Coverage.Select(c => c.Rule)).Distinct().ToList();
        var indexes = rules.Select((rule, i) => (rule, i)).ToDictionary(p => p.rule, p => p.i);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonOutput.Options(true)))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            Tool(writer, rules, english);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartArray("results");
            foreach (var (file, report) in all)
            {
                foreach (var finding in report.Findings) Result(writer, file, report, finding, indexes[finding.Rule], english);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Tool(Utf8JsonWriter writer, List<Rule> rules, bool english)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "govbudget");
        writer.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version?.ToString(3) ?? "1.0.0");
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            Text(writer, "shortDescription", english ? rule.EnglishTitle : rule.Title);
            Text(writer, "help", rule.Source);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteString("category", Names.Of(rule.Category));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter writer, string file, CheckReport report, Finding finding, int rule, bool english)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule.Id);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", Level(finding.Severity));
        var message = english ? finding.EnglishMessage : finding.Message;
        if (finding.Cause is { } cause) message += english ? $" — {report.Causes[cause].EnglishMessage}" : $"——{report.Causes[cause].Message}";
        Text(writer, "message", message);
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", UriOf(file));
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (finding.Place is { } place) Text(writer, "message", Names.Of(place, english));
        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("fullyQualifiedName",
            string.Join('/', new[] { finding.Table, finding.Code, finding.Item, finding.Column }.Where(p => p.Length > 0).DefaultIfEmpty("document")));
        writer.WriteString("kind", "element");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        if (finding.Page is { } page) writer.WriteNumber("page", page);
        if (finding.Place?.Cell is { } cell) writer.WriteString("cell", cell);
        writer.WriteString("expected", finding.Expected);
        writer.WriteString("actual", finding.Actual);
        if (finding.Tolerance is { } tolerance) writer.WriteString("tolerance", tolerance.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A relative path as a relative reference, a rooted one (of either kind of system) as a file URI.</summary>
    private static string UriOf(string file)
    {
        var path = file.Replace('\\', '/');
        var isDrive = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';
        var escaped = (isDrive ? path[..2] : "") + Uri.EscapeDataString(isDrive ? path[2..] : path).Replace("%2F", "/", StringComparison.Ordinal);
        return isDrive ? "file:///" + escaped : path.StartsWith('/') ? "file://" + escaped : escaped;
    }

    private static void Text(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
