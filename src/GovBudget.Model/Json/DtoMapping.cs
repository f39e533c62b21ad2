using System.Text.Json;
using GovBudget.Model.Forms;
using NodaTime;

namespace GovBudget.Model.Json;

/// <summary>Model ⇄ what JSON lays out.</summary>
internal static class DtoMapping
{
    public static DocumentDto ToDto(BudgetDocument document) => new()
    {
        SchemaVersion = DocumentJson.SchemaVersion,
        Kind = document.Kind,
        Organisation = document.Organisation,
        Level = document.Level == AdministrativeLevel.Unknown ? null : document.Level,
        Year = document.Year,
        Title = document.Title,
        PublishedOn = document.PublishedOn is { } day ? new DateOnly(day.Year, day.Month, day.Day) : null,
        Duties = OrNull(document.Duties),
        UnitsCovered = OrNull(document.UnitsCovered),
        Staffing = document.Staffing is { } s
            ? new StaffingDto { Posts = s.Posts, Serving = s.Serving, RetiredVeterans = s.RetiredVeterans, Retired = s.Retired }
            : null,
        Paragraphs = OrNull(document.Paragraphs),
        TablesAt = document.TablesAt == 0 ? null : document.TablesAt,
        Statements = [.. document.Statements.Select(ToDto)],
        Performance = document.Performance.Count == 0 ? null : [.. document.Performance.Select(PerformanceMapping.ToDto)],
    };

    public static BudgetDocument ToModel(DocumentDto dto)
    {
        BudgetDocument document = dto.Kind == DocumentKind.Budget ? new DepartmentBudget() : new FinalAccounts();
        return document with
        {
            Organisation = dto.Organisation,
            Level = dto.Level ?? AdministrativeLevel.Unknown,
            Year = dto.Year,
            Title = dto.Title,
            PublishedOn = dto.PublishedOn is { } day ? new LocalDate(day.Year, day.Month, day.Day) : null,
            Duties = (dto.Duties ?? []).ToValueList(),
            UnitsCovered = (dto.UnitsCovered ?? []).ToValueList(),
            Staffing = dto.Staffing is { } s
                ? new Staffing { Posts = s.Posts, Serving = s.Serving, RetiredVeterans = s.RetiredVeterans, Retired = s.Retired }
                : null,
            Paragraphs = (dto.Paragraphs ?? []).ToValueList(),
            TablesAt = dto.TablesAt ?? 0,
            Statements = dto.Statements.Select(ToModel).ToValueList(),
            Performance = (dto.Performance ?? []).Select(PerformanceMapping.ToModel).ToValueList(),
        };
    }

    private static StatementDto ToDto(Statement statement)
    {
        var names = ColumnNames.Of(statement.Kind);
        return new StatementDto
        {
            Kind = statement.Kind,
            Title = statement.Title.Length == 0 ? null : statement.Title,
            Label = statement.Label,
            Organisation = statement.Organisation,
            Year = statement.Year,
            Unit = statement.Unit == Unit.None ? null : statement.Unit.Name,
            Columns = OrNull(statement.Columns.Select(names.ToJson).ToValueList()),
            Lines = [.. statement.AllLines.Select(line => ToDto(line, statement.Unit, names))],
            Notes = OrNull(statement.Notes),
        };
    }

    private static Statement ToModel(StatementDto dto)
    {
        var names = ColumnNames.Of(dto.Kind);
        var unit = Unit.Of(dto.Unit ?? "");
        var statement = (OfficialForms.Of(dto.Kind)?.Make() ?? new OtherTable()) with
        {
            Title = dto.Title ?? "",
            Label = dto.Label,
            Organisation = dto.Organisation,
            Year = dto.Year,
            Unit = unit,
            Columns = (dto.Columns ?? []).Select(names.ToPath).ToValueList(),
            Notes = (dto.Notes ?? []).ToValueList(),
        };
        return statement.WithLines(dto.Lines.Select(line => ToModel(line, unit, names)));
    }

    private static LineDto ToDto(StatementLine line, Unit unit, ColumnNames names) => new()
    {
        Side = line.Side == LineSide.None ? null : line.Side,
        RowNumber = line.RowNumber,
        Code = line.Code,
        Path = OrNull(line.Path),
        Label = line.Label.Length == 0 ? null : line.Label,
        Figures = line.Figures.Count == 0 ? null : line.Figures.ToDictionary(
            f => names.ToJson(f.Key),
            f => f.Value is { } amount ? new FigureDto(amount.Value, amount.Unit == unit ? null : amount.Unit.Name) : default),
        Texts = line.Texts.Count == 0 ? null : [.. line.Texts.Select(t => new TextDto(t.Key, t.Value))],
    };

    private static StatementLine ToModel(LineDto dto, Unit unit, ColumnNames names)
    {
        var figures = default(Figures);
        foreach (var (name, figure) in dto.Figures ?? [])
        {
            var path = names.ToPath(name);
            if (path.Length == 0) throw new JsonException("列名不能为空。");
            figures = figure.Value is { } value
                ? figures.With(path, new Amount(value, figure.Unit is null ? unit : Unit.Of(figure.Unit)))
                : figures.WithDash(path);
        }
        return new StatementLine
        {
            Side = dto.Side ?? LineSide.None,
            RowNumber = dto.RowNumber,
            Code = dto.Code,
            Path = (dto.Path ?? []).ToValueList(),
            Label = dto.Label ?? "",
            Figures = figures,
            Texts = (dto.Texts ?? []).Select(t => KeyValuePair.Create(t.Header, t.Text)).ToValueList(),
        };
    }

    private static string[]? OrNull(ValueList<string> list) => list.Count == 0 ? null : [.. list];
}

/// <summary>The JSON names of a statement's columns: those that its form declares; another column goes by its printed path.</summary>
internal sealed class ColumnNames
{
    private static readonly Dictionary<StatementKind, ColumnNames> Known =
        Enum.GetValues<StatementKind>().ToDictionary(kind => kind, kind => new ColumnNames(OfficialForms.Of(kind)));

    private readonly Dictionary<string, string> _toJson;
    private readonly Dictionary<string, string> _toPath;

    private ColumnNames(Form? form)
    {
        IEnumerable<(string Path, string Json)> columns = form switch
        {
            null => [],
            { Kind: StatementKind.ThreePublic } => ThreePublicStatement.ColumnNames,
            { Rows: RowKind.TwoSided } =>
                form.Columns.Select(c => c.Column).Append(Column.IncomeSide).Append(Column.ExpenditureSide).Select(c => (c.Path, c.JsonName)),
            _ => form.Columns.Select(c => (c.Column.Path, c.Column.JsonName)),
        };
        _toJson = columns.ToDictionary(c => c.Path, c => c.Json);
        _toPath = _toJson.ToDictionary(c => c.Value, c => c.Key);
    }

    public static ColumnNames Of(StatementKind kind) => Known[kind];

    public string ToJson(string path) => _toJson.GetValueOrDefault(path, path);

    public string ToPath(string json) => _toPath.GetValueOrDefault(json, json);
}
