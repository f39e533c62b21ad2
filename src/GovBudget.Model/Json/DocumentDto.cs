using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovBudget.Model.Json;

/// <summary>The document as JSON lays it out. Members missing mean: not printed.</summary>
internal sealed record DocumentDto
{
    public required string SchemaVersion { get; init; }

    public required DocumentKind Kind { get; init; }

    public string? Organisation { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public int? Year { get; init; }

    public string? Title { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string[]? Duties { get; init; }

    public string[]? UnitsCovered { get; init; }

    public StaffingDto? Staffing { get; init; }

    public string[]? Paragraphs { get; init; }

    public int? TablesAt { get; init; }

    public required StatementDto[] Statements { get; init; }

    public PerformanceDto[]? Performance { get; init; }
}

internal sealed record StaffingDto
{
    public int? Posts { get; init; }

    public int? Serving { get; init; }

    public int? RetiredVeterans { get; init; }

    public int? Retired { get; init; }
}

internal sealed record StatementDto
{
    public required StatementKind Kind { get; init; }

    public string? Title { get; init; }

    public string? Label { get; init; }

    public string? Organisation { get; init; }

    public int? Year { get; init; }

    public string? Unit { get; init; }

    public string[]? Columns { get; init; }

    public required LineDto[] Lines { get; init; }

    public string[]? Notes { get; init; }
}

internal sealed record LineDto
{
    public LineSide? Side { get; init; }

    public string? RowNumber { get; init; }

    public string? Code { get; init; }

    public string[]? Path { get; init; }

    public string? Label { get; init; }

    public Dictionary<string, FigureDto>? Figures { get; init; }

    public TextDto[]? Texts { get; init; }
}

internal sealed record TextDto(string Header, string Text);

/// <summary>A figure: a number in the statement's unit, <c>"—"</c>, or an object with a unit of its own.</summary>
[JsonConverter(typeof(FigureConverter))]
internal readonly record struct FigureDto(decimal? Value, string? Unit)
{
    public const string Dash = "—";
}

internal sealed class FigureConverter : JsonConverter<FigureDto>
{
    public override FigureDto Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return new FigureDto(Number(ref reader), null);
            case JsonTokenType.String when reader.ValueTextEquals(FigureDto.Dash):
                return default;
            case JsonTokenType.StartObject:
                decimal? value = null;
                string? unit = null;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isValue = reader.ValueTextEquals("value"u8);
                    if (!isValue && !reader.ValueTextEquals("unit"u8)) throw new JsonException($"未知成员“{reader.GetString()}”：数字对象只有 value 与 unit。");
                    reader.Read();
                    if (isValue) value = reader.TokenType == JsonTokenType.Number ? Number(ref reader) : throw new JsonException("value 应为数字。");
                    else unit = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("unit 应为文字。");
                }
                return value is null || unit is null ? throw new JsonException("数字对象应有 value 与 unit。") : new FigureDto(value, unit);
            default:
                throw new JsonException("应为数字、\"—\" 或 {\"value\":…,\"unit\":…}。");
        }
    }

    public override void Write(Utf8JsonWriter writer, FigureDto value, JsonSerializerOptions options)
    {
        if (value.Value is not { } number)
        {
            writer.WriteStringValue(FigureDto.Dash);
        }
        else if (value.Unit is null)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteNumber("value", number);
            writer.WriteString("unit", value.Unit);
            writer.WriteEndObject();
        }
    }

    private static decimal Number(ref Utf8JsonReader reader) =>
        reader.TryGetDecimal(out var value) ? value : throw new JsonException("数字超出 28 位有效数字。");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    MaxDepth = 16,
    NewLine = "\n")]
[JsonSerializable(typeof(DocumentDto))]
internal sealed partial class DocumentJsonContext : JsonSerializerContext;
