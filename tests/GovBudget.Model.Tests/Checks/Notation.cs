using System.Globalization;

namespace GovBudget.Model.Tests.Checks;

/// <summary>Documents in a few lines: what examples of rules are written in.</summary>
/// <remarks>
/// First line: 决算 or 预算, year, organisation. <c># Kind</c> begins a table (万元 unless <c>@单位</c> says otherwise); <c>@标题 @表号 @部门 @年 @注 @栏</c> are its heading.
/// <c># 正文</c> begins the running text, a paragraph a line, to the end. A row is <c>[收|支|途] [code] label: [column=]figure …</c>; a bare figure stands in the
/// table's one column.
/// </remarks>
internal static class Notation
{
    private static readonly Dictionary<string, Func<Statement>> Kinds = new()
    {
        ["Summary"] = () => new SummaryStatement(),
        ["Income"] = () => new IncomeStatement(),
        ["Expenditure"] = () => new ExpenditureStatement(),
        ["FiscalSummary"] = () => new FiscalSummaryStatement(),
        ["GeneralPublic"] = () => new GeneralPublicStatement(),
        ["Basic"] = () => new BasicExpenditureStatement(),
        ["GovernmentFund"] = () => new GovernmentFundStatement(),
        ["StateCapital"] = () => new StateCapitalStatement(),
        ["ThreePublic"] = () => new ThreePublicStatement(),
        ["MeetingTraining"] = () => new MeetingTrainingStatement(),
        ["Operating"] = () => new OperatingStatement(),
        ["Statistics"] = () => new DisclosureStatistics(),
        ["Projects"] = () => new ProjectStatement(),
        ["FiscalExpenditure"] = () => new FiscalExpenditureStatement(),
        ["FiscalBasic"] = () => new FiscalBasicStatement(),
        ["Procurement"] = () => new ProcurementStatement(),
        ["Other"] = () => new OtherTable(),
    };

    public static BudgetDocument Parse(string notation)
    {
        var lines = notation.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToArray();
        var head = lines[0].Split(' ');
        var year = int.Parse(head[1], CultureInfo.InvariantCulture);
        var statements = new List<Statement>();
        Statement? statement = null;
        var rows = new List<StatementLine>();
        var text = Array.IndexOf(lines, "# 正文");
        var paragraphs = text < 0 ? [] : lines[(text + 1)..];
        foreach (var line in (text < 0 ? lines : lines[..text]).Skip(1).Append("#"))
        {
            if (line.StartsWith('#'))
            {
                if (statement is not null) statements.Add(statement.WithLines(rows));
                rows = [];
                statement = line.Length > 1 ? Kinds[line[1..].Trim()]() with { Unit = Unit.WanYuan, Organisation = head[2], Year = year } : null;
            }
            else if (line.StartsWith('@'))
                statement = Heading(statement!, line.Split(' ', 2)[0], line.Contains(' ', StringComparison.Ordinal) ? line.Split(' ', 2)[1] : "");
            else rows.Add(Row(line, statement!));
        }
        BudgetDocument document = head[0] == "预算" ? new DepartmentBudget() : new FinalAccounts();
        return document with
        {
            Year = year,
            Organisation = head[2],
            Statements = statements.ToValueList(),
            Paragraphs = paragraphs.ToValueList(),
            TablesAt = 0
        };
    }

    private static Statement Heading(Statement statement, string key, string value) => key switch
    {
        "@标题" => statement with { Title = value },
        "@表号" => statement with { Label = value },
        "@部门" => statement with { Organisation = value.Length == 0 ? null : value },
        "@年" => statement with { Year = int.Parse(value, CultureInfo.InvariantCulture) },
        "@单位" => statement with { Unit = Unit.Of(value) },
        "@注" => statement with { Notes = [.. statement.Notes, value] },
        "@栏" => statement with { Columns = value.Split(' ').ToValueList() },
        _ => throw new FormatException(key),
    };

    private static StatementLine Row(string line, Statement statement)
    {
        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        var (stub, figures) = colon < 0 ? (line.TrimEnd(':'), "") : (line[..colon], line[(colon + 2)..]);
        var side = stub.Length < 2 || stub[1] != ' '
            ? LineSide.None
            : stub[0] switch { '收' => LineSide.Income, '支' => LineSide.Expenditure, '途' => LineSide.Purpose, _ => LineSide.None };
        if (side != LineSide.None) stub = stub[2..];
        string? number = null;
        if (stub.StartsWith('行') && stub.Split(' ')[0][1..] is var n && n.All(char.IsAsciiDigit)) (number, stub) = (n, stub[(n.Length + 2)..]);
        var parts = stub.Split(' ', 2);
        var code = parts[0].Length > 0 && parts[0].All(char.IsAsciiLetterOrDigit) ? parts[0] : null;
        var label = code is null ? stub : parts.Length > 1 ? parts[1] : "";
        var result = default(Figures);
        foreach (var figure in figures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = figure.LastIndexOf('=');
            var column = equals >= 0
                ? figure[..equals]
                : side switch { LineSide.Income => "收入", LineSide.None => statement.Kind == StatementKind.Statistics ? "统计数" : "金额", _ => "支出" };
            var value = figure[(equals + 1)..];
            result = value switch
            {
                "" =>
                result,
                "—" =>
                    result.WithDash(
                        column),
                _ =>
                            result.With(column, value.EndsWith('辆') ? Amount.Parse(value[..^1], Unit.Vehicle) : Amount.Parse(value, statement.Unit))
            };
        }
        return new StatementLine { Label = label, Code = code, Side = side, RowNumber = number, Figures = result };
    }
}
