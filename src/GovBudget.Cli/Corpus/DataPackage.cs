using System.Text.Json.Nodes;

namespace GovBudget.Cli.Corpus;

/// <summary><c>datapackage.json</c>: what the result tables hold, as a Fiscal Data Package (Frictionless), so that tools made for fiscal data load
/// them.</summary>
internal static class DataPackage
{
    public static string Of(CorpusSummary summary)
    {
        var years = summary.Years.Keys.Order().ToList();
        var package = new JsonObject
        {
            ["profile"] = "fiscal-data-package",
            ["name"] = "departmental-budgets-and-final-accounts",
            ["title"] = "部门预算、部门决算",
            ["countryCode"] = "CN",
            ["granularity"] = "aggregated",
        };
        if (years.Count > 0) package["fiscalPeriod"] = new JsonObject { ["start"] = $"{years[0]:0000}-01-01", ["end"] = $"{years[^1]:0000}-12-31" };
        package["resources"] = new JsonArray([.. CorpusTable.All.OrderByDescending(t => t == CorpusTable.Fiscal).Select(Resource)]);
        package["model"] = Model();
        return package.ToJsonString(new(CorpusJson.Options) { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    private static JsonNode Resource(CorpusTable table) => new JsonObject
    {
        ["name"] = table.Name,
        ["title"] = table.Title,
        ["path"] = table.FileName,
        ["profile"] = "tabular-data-resource",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["schema"] = new JsonObject
        {
            [
                "fields"] = new JsonArray([.. table.Fields.Select(f => (JsonNode)new JsonObject { ["name"] = f.Name, ["type"] = f.Type,
                    ["description"] = f.Description })]),
        },
    };

    private static JsonObject Model()
    {
        static JsonObject Measure(string source, string direction, string phase) => new()
        {
            ["source"] = source,
            ["resource"] = CorpusTable.Fiscal.Name,
            ["currency"] = "CNY",
            ["factor"] = 1,
            ["direction"] = direction,
            ["phase"] = phase,
        };
        return new()
        {
            ["measures"] = new JsonObject
            {
                ["approved_revenue"] = Measure("approved_revenue", "revenue", "approved"),
                ["approved_expenditure"] = Measure("approved_expenditure", "expenditure", "approved"),
                ["executed_revenue"] = Measure("executed_revenue", "revenue", "executed"),
                ["executed_expenditure"] = Measure("executed_expenditure", "expenditure", "executed"),
            },
            ["dimensions"] = new JsonObject
            {
                ["year"] = Dimension("datetime", null, ("year", null, null)),
                ["department"] = Dimension("classification", "administrative", ("department", null, null)),
                [
                    "function"] = Dimension("classification", "functional", ("functional_code", "functional_class", null), ("functional_class", null, null),
                        ("functional_name", null, "functional_code")),
                ["nature"] = Dimension("classification", "economic", ("nature", null, null)),
                ["document"] = Dimension("fact", null, ("file", null, null)),
            },
        };
    }

    private static JsonObject Dimension(string type, string? classification, params (string Name, string? Parent, string? LabelFor)[] attributes)
    {
        var dimension = new JsonObject { ["dimensionType"] = type };
        if (classification is not null) dimension["classificationType"] = classification;
        dimension["primaryKey"] = attributes[0].Name;
        var list = new JsonObject();
        foreach (var (name, parent, labelFor) in attributes)
        {
            var attribute = new JsonObject { ["source"] = name, ["resource"] = CorpusTable.Fiscal.Name };
            if (parent is not null) attribute["parent"] = parent;
            if (labelFor is not null) attribute["labelfor"] = labelFor;
            list[name] = attribute;
        }
        dimension["attributes"] = list;
        return dimension;
    }
}
