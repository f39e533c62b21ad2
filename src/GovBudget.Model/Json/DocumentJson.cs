using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GovBudget.Model.Json;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>Documents as JSON: camelCase, amounts as numbers with their printed decimals, <c>schemaVersion</c>, unknown members refused with their path. The
/// schema is <see cref="Schema"/>.</summary>
public static class DocumentJson
{
    /// <summary>The version of the layout of the JSON; a reader refuses another major version.</summary>
    public const string SchemaVersion = "1.0";

    private static readonly JsonSerializerOptions Compact = Options(indented: false);
    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    /// <summary>Writes a document as JSON text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="indented">Whether to break lines and indent.</param>
    public static string Write(BudgetDocument document, bool indented = true)
    {
        using var stream = new MemoryStream();
        Write(document, stream, indented);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a document as UTF-8 JSON.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="indented">Whether to break lines and indent.</param>
    public static void Write(BudgetDocument document, Stream stream, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(document);
        JsonSerializer.Serialize(stream, DtoMapping.ToDto(document), (indented ? Indented : Compact).GetTypeInfo(typeof(DocumentDto)));
    }

    /// <summary>Reads a document from JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="UnreadableDocumentException">It is no such JSON: the message names the member's path and what would be right.</exception>
    public static BudgetDocument Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Reads a document from UTF-8 JSON.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="UnreadableDocumentException">It is no such JSON: the message names the member's path and what would be right.</exception>
    public static BudgetDocument Read(Stream stream)
    {
        try
        {
            var dto = (DocumentDto?)JsonSerializer.Deserialize(stream, Compact.GetTypeInfo(typeof(DocumentDto))) ?? throw new JsonException("文件为 null。");
            if (dto.SchemaVersion.Split('.')[0] != SchemaVersion.Split('.')[0])
            {
                throw new UnreadableDocumentException($"schemaVersion 为“{dto.SchemaVersion}”；本版本只读 {SchemaVersion}。") { Reason = UnreadableReason.WrongType };
            }
            return DtoMapping.ToModel(dto);
        }
        catch (JsonException error)
        {
            throw new UnreadableDocumentException($"JSON 有误，位于 {error.Path ?? "$"}（第 {(error.LineNumber ?? 0) + 1} 行）：{Explain(error)}",
                error)
            { Reason = UnreadableReason.WrongType };
        }
    }

    /// <summary>What the serializer found, in Chinese where it is one of its usual findings.</summary>
    private static string Explain(JsonException error)
    {
        var quoted = error.Message.Split('\'') is { Length: > 2 } parts ? parts[1] : "";
        if (error.InnerException is JsonException) return "不是合法的 JSON 文本";
        if (error.Message.Contains("could not be mapped to any", StringComparison.Ordinal)) return $"没有名为“{quoted}”的成员；应为本库写出的文件，成员见 document.schema.json";
        if (error.Message.Contains("missing required", StringComparison.Ordinal))
            return $"缺少必须有的成员（{error.Message[(error.Message.LastIndexOf(':') + 1)..].Trim(' ', '.')}）";
        return error.Message.Contains("could not be converted", StringComparison.Ordinal) ? "值的类型不对；各成员的类型见 document.schema.json" : error.Message;
    }

    /// <summary>The JSON Schema (2020-12) of the documents that <see cref="Write(BudgetDocument, bool)"/> makes.</summary>
    public static string Schema()
    {
        var node = Indented.GetJsonSchemaAsNode(typeof(DocumentDto), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, schema) => context.TypeInfo.Type == typeof(FigureDto) ? FigureSchema() : schema,
        });
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "GovBudget.Model document",
            ["description"] = $"部门预算、部门决算（schemaVersion {SchemaVersion}）",
        };
        foreach (var (name, value) in node.AsObject()) root[name] = value?.DeepClone();
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject FigureSchema() => new()
    {
        ["description"] = "以表的单位计的数字（保留印刷的小数位）；“—”为不适用；单位不同时为对象",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number" },
            new JsonObject { ["const"] = FigureDto.Dash },
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "number" }, ["unit"] = new JsonObject { ["type"] = "string" } },
                ["required"] = new JsonArray("value", "unit"),
                ["additionalProperties"] = false,
            }),
    };

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions(DocumentJsonContext.Default.Options)
        {
            TypeInfoResolver = DocumentJsonContext.Default,
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.Converters.Add(new JsonStringEnumConverter<DocumentKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<StatementKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<LineSide>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<AdministrativeLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<PerformanceFormKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<GoalTerm>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }
}
