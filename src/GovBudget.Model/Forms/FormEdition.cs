using System.Globalization;
using GovBudget.Model.Forms;

namespace GovBudget.Model;

/// <summary>A set of official tables as a province, or the whole country, prints it in certain years: which tables, in which order, under which labels and
/// titles, with which columns, rows and words.</summary>
/// <remarks>
/// All editions read into the same statements and columns; an edition says how they are printed. Editions are data: <see cref="All"/> lists them. Sources are
/// the forms that the
/// Ministry of Finance prescribes for publishing budgets and final accounts each year, and the published tables of the provinces.
/// </remarks>
public sealed record FormEdition
{
    /// <summary>Its name in code and on the command line, e.g. <c>accounts-2016</c>, <c>budget-hubei</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people (Chinese).</summary>
    public required string Name { get; init; }

    /// <summary>Budget or final accounts.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The province that prints it, e.g. <c>江苏</c>; null for the national edition.</summary>
    public string? Province { get; init; }

    /// <summary>The first budget year of documents printed so.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last budget year; null while it is in use.</summary>
    public int? LastYear { get; init; }

    /// <summary>Its tables in printed order.</summary>
    public ValueList<EditionTable> Tables { get; init; }

    /// <summary>Whether the table label (公开01表) stands above the title, at the left; else below it, at the right.</summary>
    public bool LabelAbove { get; init; }

    /// <summary>Whether a row below the header numbers the columns (栏次).</summary>
    public bool NumbersColumns { get; init; }

    /// <summary>What stands before the department's name, e.g. <c>部门</c>.</summary>
    public string OrganisationWord { get; init; } = "部门";

    /// <summary>What stands before the unit of money, e.g. <c>金额单位</c>.</summary>
    public string UnitWord { get; init; } = "单位";

    /// <summary>All editions; provincial ones before the national one of the same family.</summary>
    public static IReadOnlyList<FormEdition> All => FormEditions.All;

    /// <summary>The edition of that name; null where there is none.</summary>
    /// <param name="id">E.g. <c>accounts-2016</c>.</param>
    public static FormEdition? Find(string id) => All.FirstOrDefault(e => e.Id == id);

    /// <summary>The edition in which documents of a year are printed: the province's own where one is known, else the national one.</summary>
    /// <param name="kind">Budget or final accounts.</param>
    /// <param name="year">The budget year; null for the latest edition. Before the first edition that one is given.</param>
    /// <param name="province">The province, with or without 省 or 市, or a text that names it (某某省高级人民法院); null for the national edition.</param>
    public static FormEdition For(DocumentKind kind, int? year, string? province = null)
    {
        var family = All.Where(e => e.Kind == kind
            && (e.Province is null || (province is not null && province.Contains(e.Province, StringComparison.Ordinal)))).ToList();
        return family.Find(e => year is null ? e.LastYear is null : e.Covers(year.Value)) ?? family.Where(e => e.Province is null).MinBy(e => e.FirstYear)!;
    }

    /// <summary>The document's own edition: the one whose labels and titles its tables bear; where they do not tell, the one of its year and of the province
    /// that its department's name begins with.</summary>
    /// <param name="document">A document.</param>
    public static FormEdition Of(BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var usual = For(document.Kind, document.Year, document.Organisation);
        var titles = document.Statements.Select(s => (s.Kind, s.Label, Title: TableHeading.Core(s.Title, s.Organisation ?? document.Organisation))).ToList();
        return All
            .Where(e => e.Kind == document.Kind && (document.Year is not { } year || e.Covers(year)))
            .OrderByDescending(e => titles.Count(t => e.Table(t.Kind) is { } table
                && (table.Label is not null && table.Label == t.Label)
                && Label.Same(table.Title, t.Title)))
            .ThenByDescending(e => titles.Count(t => e.Table(t.Kind) is { } table && Label.Same(table.Title, t.Title)))
            .ThenByDescending(e => e == usual)
            .FirstOrDefault(usual);
    }

    /// <summary>Whether documents of that year are printed so.</summary>
    public bool Covers(int year) => year >= FirstYear && (LastYear is not { } last || year <= last);

    /// <summary>Its table of that kind; null where it has none.</summary>
    public EditionTable? Table(StatementKind kind) => Tables.FirstOrDefault(t => t.Kind == kind);

    /// <summary>The same document under this edition's labels and titles, its tables in this edition's order and those that it lacks behind them. Columns,
    /// lines and figures stay as they are.</summary>
    /// <param name="document">A document of the same family.</param>
    /// <exception cref="ArgumentException">The document is of the other family.</exception>
    public T Arrange<T>(T document)
        where T : BudgetDocument
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Kind != Kind) throw new ArgumentException($"“{Name}”不适用于该类文件。", nameof(document));
        var order = Tables.Select(t => t.Kind).ToList();
        return document with
        {
            Statements = document.Statements
                .Select(s => Table(s.Kind) is { } table ? s with { Label = table.Label, Title = WithYear(s.Title, table.Title) } : s)
                .OrderBy(s => order.IndexOf(s.Kind) is var at and >= 0 ? at : order.Count)
                .ToValueList(),
        };

        string WithYear(string printed, string title) => printed.Length > 4 && printed.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? string.Create(CultureInfo.InvariantCulture, $"{printed.AsSpan(0, 4)}{(Kind == DocumentKind.Budget ? "年" : "年度")}{title}") : title;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What the lines of an edition's table are of, where editions differ.</summary>
public enum EditionLines
{
    /// <summary>What the official form says: subjects, projects, labels …</summary>
    AsForm,

    /// <summary>The department and its units.</summary>
    Units,

    /// <summary>Labels, one in another: <see cref="EditionTable.IncomeRows"/>.</summary>
    Labels,

    /// <summary>One line for the whole department.</summary>
    Single,
}

/// <summary>A table of an edition.</summary>
/// <param name="Kind">The statement it is read into.</param>
/// <param name="Label">Its label, e.g. <c>公开01表</c>; null where the edition prints none.</param>
/// <param name="Title">Its title without year.</param>
/// <param name="Columns">Canonical paths of its columns, in printed order.</param>
public sealed record EditionTable(StatementKind Kind, string? Label, string Title, ValueList<string> Columns)
{
    /// <summary>What its lines are of.</summary>
    public EditionLines Lines { get; init; }

    /// <summary>Of a table of two sides: labels of the income side, sums included, in printed order. Of an income table of labels: its lines, labels in one
    /// another parted by <c>/</c>.</summary>
    public ValueList<string> IncomeRows { get; init; }

    /// <summary>Of a table of two sides: what stands above the functional classes, which are then numbered （一）（二） and not 一、二、; null where nothing
    /// does.</summary>
    public string? ExpenditureHead { get; init; }

    /// <summary>Of a table of two sides: labels of the sums below the functional classes, in printed order.</summary>
    public ValueList<string> ExpenditureSums { get; init; }

    /// <summary>Of a table with a third group, by use (按支出用途): its labels in printed order.</summary>
    public ValueList<string> UseRows { get; init; }

    /// <summary>The notes printed below it.</summary>
    public ValueList<string> Notes { get; init; }

    /// <summary>Parts of headers that this edition words otherwise than the canonical column does: part and printed words.</summary>
    public ValueList<KeyValuePair<string, string>> Words { get; init; }

    /// <summary>What this edition prints for a part of a header.</summary>
    /// <param name="part">A part of a canonical column path.</param>
    public string Printed(string part)
    {
        foreach (var (canonical, printed) in Words)
        {
            if (canonical == part) return printed;
        }
        return part;
    }
}
