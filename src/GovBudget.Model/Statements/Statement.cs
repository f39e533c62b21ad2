namespace GovBudget.Model;

/// <summary>An official table as published: its heading, the columns it prints, its lines and notes.</summary>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public abstract record Statement
{
    /// <summary>Which official table it is.</summary>
    public abstract StatementKind Kind { get; }

    /// <summary>The title as printed, e.g. <c>2023年度收入支出决算总表</c>; empty where the document prints none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The table label as printed, e.g. <c>公开01表</c>, <c>表1</c>.</summary>
    public string? Label { get; init; }

    /// <summary>The department or unit named above the table.</summary>
    public string? Organisation { get; init; }

    /// <summary>The year in title or heading.</summary>
    public int? Year { get; init; }

    /// <summary>The unit declared above the table; <see cref="GovBudget.Model.Unit.None"/> where none is.</summary>
    public Unit Unit { get; init; }

    /// <summary>The money columns that the table prints, canonical paths in printed order; a column may be there though all its cells are blank.</summary>
    public ValueList<string> Columns { get; init; }

    /// <summary>Notes printed inside or right below the table, as printed, e.g. that it is empty and why.</summary>
    public ValueList<string> Notes { get; init; }

    /// <summary>All lines in printed order, whatever their type.</summary>
    public abstract IReadOnlyList<StatementLine> AllLines { get; }

    /// <summary>Whether no line prints a figure (空表).</summary>
    public bool IsEmpty => AllLines.All(line => line.Figures.Count == 0);

    /// <summary>For people and debuggers: title, label, how many lines, unit.</summary>
    public sealed override string ToString() =>
        $"{(Title.Length > 0 ? Title : Kind.ToString())}{(Label is null ? "" : $" {Label}")}（{AllLines.Count} 行{(Unit == Unit.None ? "" : $"，单位：{Unit}")}）";

    /// <summary>The same statement with those lines, retyped as its own.</summary>
    /// <param name="lines">Lines of any type.</param>
    public abstract Statement WithLines(IEnumerable<StatementLine> lines);
}

/// <summary>A statement whose lines are of one type.</summary>
/// <typeparam name="TLine">The type of its lines.</typeparam>
public abstract record Statement<TLine> : Statement
    where TLine : StatementLine, new()
{
    /// <summary>The lines in printed order; sides of two-sided tables one after the other.</summary>
    public ValueList<TLine> Lines { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementLine> AllLines => Lines;

    /// <summary>The line of that code.</summary>
    /// <param name="code">A code as printed, joined: <c>2101501</c>, <c>30201</c>.</param>
    /// <exception cref="KeyNotFoundException">No line has that code.</exception>
    public TLine this[string code] => Find(code)
        ?? throw new KeyNotFoundException($"“{(Title.Length > 0 ? Title : Kind.ToString())}”没有编码为 {code} 的行。");

    /// <summary>The grand total of a coded table (合计); null where the table prints none.</summary>
    public TLine? TotalLine
    {
        get
        {
            foreach (var line in Lines)
            {
                if (line.IsTotal) return line;
            }
            return null;
        }
    }

    /// <summary>The first line of that code or, failing that, of that name; null where there is none.</summary>
    /// <param name="codeOrName">A code (<c>2101501</c>) or a label without its ordinal (<c>住房保障支出</c>).</param>
    public TLine? Find(string codeOrName)
    {
        foreach (var line in Lines)
        {
            if (line.Code == codeOrName) return line;
        }
        foreach (var line in Lines)
        {
            if (GovBudget.Model.Label.Same(line.Label, codeOrName)) return line;
        }
        return null;
    }

    /// <summary>The lines of one side, in printed order.</summary>
    public IEnumerable<TLine> On(LineSide side) => Lines.Where(line => line.Side == side);

    /// <inheritdoc/>
    public override Statement WithLines(IEnumerable<StatementLine> lines) => this with
    {
        Lines = lines.Select(line => line as TLine ?? new TLine
        {
            Label = line.Label,
            Code = line.Code,
            RowNumber = line.RowNumber,
            Side = line.Side,
            Path = line.Path,
            Figures = line.Figures,
            Texts = line.Texts,
        }).ToValueList(),
    };
}

/// <summary>A table that no form knows, kept whole: title, header paths as columns, rows as lines.</summary>
public sealed record OtherTable : Statement<StatementLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Other;
}
