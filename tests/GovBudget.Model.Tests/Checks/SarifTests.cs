using System.Text.Json;

namespace GovBudget.Model.Tests.Checks;

/// <summary>What SARIF 2.1.0 demands of a log, stated rule by rule (OASIS, §3.13 and after).</summary>
public class SarifTests
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    public static TheoryData<string> Examples => [.. RuleExamples.All.Select(e => e.Rule)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_log_keeps_the_format_whatever_was_found(string rule)
    {
        var report = Checker.Default.Check(Notation.Parse(RuleExamples.Apply(RuleExamples.All.Single(e => e.Rule == rule))));
        foreach (var english in new[] { false, true })
        {
            using var json = JsonDocument.Parse(SarifReport.Write([new("决算 #1?.pdf", report), new("C:\\数据\\b.xlsx", report),
                new("/数据/c.xlsx", report)], english));
            Log(json.RootElement, report.Findings.Count * 3);
        }
    }

    [Fact]
    public void An_empty_log_is_a_log() => Log(JsonDocument.Parse(SarifReport.Write([])).RootElement, 0);

    private static void Log(JsonElement log, int results)
    {
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.True(Uri.IsWellFormedUriString(log.GetProperty("$schema").GetString(), UriKind.Absolute));
        Only(log, "$schema", "version", "runs");
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        Only(run, "tool", "columnKind", "results");
        Assert.Contains(run.GetProperty("columnKind").GetString(), (string[])["utf16CodeUnits", "unicodeCodePoints"]);
        Only(run.GetProperty("tool"), "driver");
        var driver = run.GetProperty("tool").GetProperty("driver");
        Only(driver, "name", "semanticVersion", "rules");
        Assert.NotEqual("", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", driver.GetProperty("semanticVersion").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(r => r.GetProperty("id").GetString()).Distinct().Count()); // uniqueItems
        foreach (var rule in rules)
        {
            Only(rule, "id", "shortDescription", "help", "defaultConfiguration", "properties");
            Message(rule.GetProperty("shortDescription"));
            Message(rule.GetProperty("help"));
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
        }
        Assert.Equal(results, run.GetProperty("results").GetArrayLength());
        foreach (var result in run.GetProperty("results").EnumerateArray()) Result(result, rules);
    }

    private static void Result(JsonElement result, List<JsonElement> rules)
    {
        Only(result, "ruleId", "ruleIndex", "level", "message", "locations", "properties");
        Assert.Equal(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), Levels);
        Message(result.GetProperty("message"));
        var location = Assert.Single(result.GetProperty("locations").EnumerateArray());
        Only(location, "physicalLocation", "logicalLocations", "message");
        if (result.GetProperty("properties").TryGetProperty("page", out var page))
            Assert.Contains(page.ToString(), location.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        var uri = location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.RelativeOrAbsolute), uri);
        Assert.DoesNotContain("\\", uri, StringComparison.Ordinal);
        var logical = Assert.Single(location.GetProperty("logicalLocations").EnumerateArray());
        Only(logical, "fullyQualifiedName", "kind");
        Assert.NotEqual("", logical.GetProperty("fullyQualifiedName").GetString());
        Assert.Equal(JsonValueKind.Object, result.GetProperty("properties").ValueKind);
    }

    private static void Message(JsonElement message)
    {
        Only(message, "text");
        Assert.NotEqual("", message.GetProperty("text").GetString());
    }

    /// <summary>The schema allows no properties beside its own (additionalProperties: false).</summary>
    private static void Only(JsonElement element, params string[] names) => Assert.Empty(element.EnumerateObject().Select(p => p.Name).Except(names));
}
