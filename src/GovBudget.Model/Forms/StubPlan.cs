namespace GovBudget.Model.Forms;

/// <summary>Which columns of a group say what a row is: code columns (one, or one a level), the label's column or columns, and those that only add
/// words.</summary>
/// <param name="Code">Columns of the code, highest level first; empty where rows have none.</param>
/// <param name="UnitCode">Columns of the unit's code, which stands in where a row has no subject code.</param>
/// <param name="Names">Columns of the label, outermost level first.</param>
/// <param name="RowNumber">Columns of 行次 or 序号.</param>
/// <param name="Words">Columns whose text is kept beside the line.</param>
internal sealed record StubPlan(
    ValueList<TableColumn> Code, ValueList<TableColumn> UnitCode, ValueList<TableColumn> Names, ValueList<TableColumn> RowNumber, ValueList<TableColumn> Words)
{
    public bool HasLabel => Code.Count + UnitCode.Count + Names.Count > 0;

    /// <summary>Plans a group's stub for a form (null: a table that no form knows).</summary>
    public static StubPlan Of(ColumnGroup group, Form? form)
    {
        var families = group.Of(ColumnRole.Code)
            .GroupBy(c => c.Header)
            .Select(g => g.ToValueList())
            .ToList();
        var numbers = group.Of(ColumnRole.RowNumber).ToValueList();
        if (families.Count == 0 && form?.Rows != RowKind.Project)
        {
            // without codes, all word columns before the figures are levels of the label
            var levels = group.Columns.TakeWhile(c => c.Role != ColumnRole.Value).Where(c => c.Role is ColumnRole.Name or ColumnRole.Text).ToValueList();
            if (levels.Count == 0) levels = group.Of(ColumnRole.Name).ToValueList();
            return new StubPlan(default, default, levels, numbers, Rest(group, levels));
        }
        var subject = families.FirstOrDefault(f => IsSubject(f, form));
        if (subject.Count == 0) subject = families.Find(f => !IsUnit(f)) is { Count: > 0 } other ? other : families.FirstOrDefault();
        var unit = families.Find(f => IsUnit(f) && f != subject);
        var names = group.Of(ColumnRole.Name).ToList();
        var name = form?.Rows == RowKind.Project
            ? names.Find(c => Says(c, "项目名称")) ?? names.Find(c => Says(c, "项目") && !Says(c, "分类") && !Says(c, "类别")) ?? names.LastOrDefault()
            : names.Find(c => subject.Count == 0 || c.Index > subject[^1].Index) ?? names.FirstOrDefault();
        name ??= group.Columns.TakeWhile(c => c.Role != ColumnRole.Value).LastOrDefault(c => c.Role == ColumnRole.Text
            && (subject.Count == 0 || c.Index > subject[^1].Index));
        ValueList<TableColumn> label = name is null ? default : [name];
        var taken = subject.Concat(label).ToValueList();
        return new StubPlan(subject, unit, label, numbers, Rest(group, taken));
    }

    private static ValueList<TableColumn> Rest(ColumnGroup group, ValueList<TableColumn> taken) =>
        group.Columns.Where(c => c.Role is not (ColumnRole.Value or ColumnRole.RowNumber) && !taken.Contains(c)).ToValueList();

    private static bool IsUnit(ValueList<TableColumn> family) => (Says(family[0], "单位") || Says(family[0], "部门（")) && !Says(family[0], "科目");

    private static bool IsSubject(ValueList<TableColumn> family, Form? form) => form?.Rows switch
    {
        RowKind.Economic => Says(family[0], "部门预算") || Says(family[0], "部门经济") || (Says(family[0], "经济") && !Says(family[0], "政府")),
        RowKind.Project => Says(family[0], "项目"),
        _ => Says(family[0], "功能") || (Says(family[0], "科目") && !Says(family[0], "政府")),
    };

    private static bool Says(TableColumn column, string word) => Label.Fold(column.Header).Contains(word, StringComparison.Ordinal);
}
