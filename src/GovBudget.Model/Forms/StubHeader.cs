namespace GovBudget.Model.Forms;

/// <summary>What stands above the codes and labels of a table: header paths, and whether the code's column is ruled into 类 款 项.</summary>
internal sealed record StubHeader(ValueList<string> Code, ValueList<string> Name, bool Levels = false)
{
    private static readonly StubHeader Plain = new(["科目编码"], ["科目名称"]);
    private static readonly StubHeader Labels = new(["科目编码"], ["项目"]);
    private static readonly StubHeader Units = new(["单位编码"], ["单位名称"]);
    private static readonly StubHeader Departments = new(["部门（单位）代码"], ["部门（单位）名称"]);
    private static readonly StubHeader Functional = new(["项目", "功能分类科目编码"], ["项目", "科目名称"], Levels: true);
    private static readonly StubHeader Economic = new(["科目代码"], ["科目名称"]);
    private static readonly StubHeader BudgetEconomic = new(["部门预算支出经济分类科目", "科目编码"], ["部门预算支出经济分类科目", "科目名称"]);
    private static readonly StubHeader Projects = new(["项目编码"], ["项目名称"]);

    /// <summary>The words of the national form.</summary>
    /// <param name="form">The form; null for a table that no form knows.</param>
    /// <param name="kind">Budget or final accounts.</param>
    /// <param name="lines">The lines, for what their codes are.</param>
    public static StubHeader Of(Form? form, DocumentKind kind, IReadOnlyList<StatementLine> lines)
    {
        var budget = kind == DocumentKind.Budget;
        var subjects = lines.All(line => line.Code is null || line.FunctionalCode is not null);
        return form?.Rows switch
        {
            RowKind.Functional when lines.Any(line => line.Path.Count > 0) => Labels,
            RowKind.Functional => subjects ? budget ? Plain : Functional : Departments,
            RowKind.Economic => budget ? BudgetEconomic : Economic,
            RowKind.Project => Projects,
            RowKind.Single => Units,
            _ => Labels,
        };
    }
}
