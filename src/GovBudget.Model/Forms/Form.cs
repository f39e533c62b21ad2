namespace GovBudget.Model.Forms;

/// <summary>How the rows of a form are identified.</summary>
internal enum RowKind
{
    /// <summary>By functional code and name.</summary>
    Functional,

    /// <summary>By economic code and name.</summary>
    Economic,

    /// <summary>By label.</summary>
    Labelled,

    /// <summary>Income beside expenditure, by label.</summary>
    TwoSided,

    /// <summary>One row without a label, or a row per unit.</summary>
    Single,

    /// <summary>By the code of a unit or project.</summary>
    Project,
}

/// <summary>A column of a form with the headers it is printed under.</summary>
/// <param name="Column">The column.</param>
/// <param name="Headers">Header paths in the words of the editions, beside the column's own path.</param>
internal sealed record FormColumn(Column Column, params string[] Headers)
{
    /// <summary>The header path that the national form of final accounts prints; null where it is the column's own.</summary>
    public string? Accounts { get; init; }

    /// <summary>The header path that the national form of budgets prints; null where it is the column's own.</summary>
    public string? Budget { get; init; }

    /// <summary>The header path to print.</summary>
    public string Printed(DocumentKind kind) => (kind == DocumentKind.Budget ? Budget : Accounts) ?? Column.Path;
}

/// <summary>One official form: what it is called in each family, how it is recognised, how its rows are identified, its columns and what they are called. The
/// one place where a form is declared.</summary>
/// <param name="Kind">The statement it is read into.</param>
/// <param name="AccountsName">Canonical name in final accounts.</param>
/// <param name="BudgetName">Canonical name in budgets.</param>
/// <param name="Rows">How rows are identified.</param>
/// <param name="Make">An empty statement of its type.</param>
/// <param name="Titles">What its title says, the first form wins that fits: words that all occur, words after <c>!</c> that do not.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record Form(
    StatementKind Kind,
    string AccountsName,
    string BudgetName,
    RowKind Rows,
    Func<Statement> Make,
    string[] Titles,
    FormColumn[] Columns)
{
    /// <summary>Last parts of a header path that say no more than the parts before them.</summary>
    private static readonly string[] Sums = ["/小计", "/合计", "/金额"];

    private Dictionary<string, Column>? _headers;

    /// <summary>Last parts of column paths that are printed under another one: part, and what it is printed under.</summary>
    public (string Part, string Under)[] Nested { get; init; } = [];

    /// <summary>Canonical name in that family.</summary>
    public string Name(DocumentKind kind) => kind == DocumentKind.Budget ? BudgetName : AccountsName;

    /// <summary>Whether a title (its core, folded) is that of this form.</summary>
    public bool Fits(string title) => Titles.Any(rule => rule.Split(' ').All(word =>
        word[0] == '!' ? !title.Contains(word[1..], StringComparison.Ordinal) : title.Contains(word, StringComparison.Ordinal)));

    /// <summary>The column printed under that folded header path; null where the form knows none.</summary>
    public Column? ColumnUnder(string header)
    {
        _headers ??= Columns
            .SelectMany(c => c.Headers.Prepend(c.Column.Path).Select(h => (Header: Label.Fold(h), c.Column)))
            .DistinctBy(p => p.Header)
            .ToDictionary(p => p.Header, p => p.Column);
        return _headers.GetValueOrDefault(header)
            ?? (Sums.FirstOrDefault(s => header.EndsWith(s, StringComparison.Ordinal)) is { } sum ? _headers.GetValueOrDefault(header[..^sum.Length]) : null);
    }
}
