namespace GovBudget.Model.Forms;

/// <summary>The blocks of money in a performance form: execution, funds and spending, projects.</summary>
internal static class FormBlocks
{
    /// <summary>预算执行情况. The first line's points stand beside the block where no other line has any.</summary>
    public static void Execution(FormSheet sheet, ValueList<ExecutionRow> rows)
    {
        if (rows.Count == 0) return;
        var unit = UnitOf(rows.SelectMany(r => (Amount?[])[r.InitialBudget, r.RequestedBudget, r.Budget, r.Executed, r.Remaining]));
        var points = rows.Skip(1).All(r => r.Weight is null) ? rows[0].Weight : null;
        var requested = rows.Any(r => r.RequestedBudget is not null);
        List<FormColumn<ExecutionRow>> columns = [new("", r => r.Name) { IsWide = true }];
        if (requested)
        {
            columns.Add(Money(FormField.RequestedBudget, r => r.RequestedBudget) with { Group = PerformanceLabels.NameOf(FormField.InitialBudget) });
            columns.Add(Money(FormField.PlannedBudget, r => r.InitialBudget) with { Group = PerformanceLabels.NameOf(FormField.InitialBudget) });
        }
        else if (rows.Any(r => r.InitialBudget is not null))
        {
            columns.Add(Money(FormField.InitialBudget, r => r.InitialBudget));
        }
        columns.Add(Money(FormField.Budget, r => r.Budget, "（A）"));
        columns.Add(Money(FormField.Executed, r => r.Executed, "（B）"));
        if (rows.Any(r => r.Remaining is not null)) columns.Add(Money(FormField.Remaining, r => r.Remaining));
        columns.Add(Of<ExecutionRow>(FormField.Rate, r => r.Rate, Unit.None, "（B/A）"));
        if (points is null && rows.Any(r => r.Weight is not null)) columns.Add(Of<ExecutionRow>(FormField.Weight, r => r.Weight, Unit.None));
        columns.Add(Of<ExecutionRow>(FormField.Score, r => r.Score, Unit.None));
        if (rows.Any(r => r.DeviationReason is not null)) columns.Add(new("偏差原因分析及改进措施", r => r.DeviationReason) { IsWide = true, Look = CellLook.Left });
        sheet.Block(WithUnit("预算执行情况", unit) + (points is { } p ? $"({p.Format()}分)" : ""), columns, rows);

        FormColumn<ExecutionRow> Money(FormField field, Func<ExecutionRow, Amount?> amount, string mark = "") => Of(field, amount, unit, mark);
    }

    /// <summary>Sources of money or kinds of spending, with their share and other years. A group that all lines share stands beside the block, several stand
    /// inside it.</summary>
    public static void Funds(FormSheet sheet, string side, string name, string amount, string years, ValueList<GoalFundLine> lines)
    {
        if (lines.Count == 0) return;
        var unit = UnitOf(lines.SelectMany(l => l.OtherYears.Select(y => y.Amount).Prepend(l.Amount)));
        var groups = lines.Select(l => l.Group).Distinct().ToList();
        List<FormColumn<GoalFundLine>> columns = groups.Count == 1
            ? [new(name, l => l.Name) { IsWide = true, Look = CellLook.Left }]
            : [new(name, l => l.Group) { IsMerged = true }, new(null, l => l.Name) { IsWide = true }];
        var isBare = groups is [{ Length: 0 }]; // without a label beside it: then the amounts say their unit
        columns.Add(Of<GoalFundLine>(FormField.FundAmount, l => l.Amount, unit) with { Header = isBare ? WithUnit(amount, unit) : amount });
        if (lines.Any(l => l.Share is not null)) columns.Add(Of<GoalFundLine>(FormField.FundShare, l => l.Share, Unit.None));
        foreach (var year in lines.SelectMany(l => l.OtherYears.Select(y => y.Label)).Distinct())
            columns.Add(
                new(year,
                    l => l.OtherYears.FirstOrDefault(y => y.Label == year)?.Amount is { } a
                        ? Figure(a, unit)
                        : null)
                { Group = years, Look = CellLook.Figure });
        sheet.Block(isBare ? null : WithUnit(groups is [var only] ? only : side, unit), columns, lines);
    }

    /// <summary>项目支出情况.</summary>
    public static void Projects(FormSheet sheet, ValueList<GoalProjectLine> lines)
    {
        if (lines.Count == 0) return;
        var unit = UnitOf(lines.SelectMany(l => (Amount?[])[l.TotalBudget, l.YearBudget]));
        sheet.Block(
            WithUnit("项目支出情况", unit),
            [
                new(PerformanceLabels.NameOf(FormField.ProjectName), l => l.Name) { IsWide = true },
                new(PerformanceLabels.NameOf(FormField.ProjectCategory), l => l.Category),
                Of<GoalProjectLine>(FormField.TotalBudget, l => l.TotalBudget, unit),
                Of<GoalProjectLine>(FormField.ProjectYearBudget, l => l.YearBudget, unit),
                new(PerformanceLabels.NameOf(FormField.Purpose), l => l.Purpose) { IsWide = true },
            ],
            lines);
    }

    /// <summary>A column of figures.</summary>
    /// <param name="field">Which; its name heads the column.</param>
    /// <param name="amount">A line's figure.</param>
    /// <param name="unit">The unit that figures bear without saying so.</param>
    /// <param name="mark">What stands behind the name: （A）.</param>
    public static FormColumn<T> Of<T>(FormField field, Func<T, Amount?> amount, Unit unit, string mark = "") =>
        new(PerformanceLabels.NameOf(field) + mark, line => amount(line) is { } a ? Figure(a, unit) : null) { Look = CellLook.Figure };

    /// <summary>The label with the unit of its figures, where that is one of money.</summary>
    public static string WithUnit(string label, Unit unit) => unit.IsMoney ? $"{label}（{unit.Name}）" : label;

    /// <summary>A figure as printed; with its unit where that is not the one it would be read in.</summary>
    public static string Figure(Amount amount, Unit unit) =>
        amount.Format(thousands: amount.Unit == Unit.Yuan || (amount.Unit == Unit.None && amount.Value >= 10_000))
            + (amount.Unit == unit ? "" : amount.Unit.Name);

    private static Unit UnitOf(IEnumerable<Amount?> amounts) => amounts.FirstOrDefault(a => a is { Unit.IsMoney: true })?.Unit ?? Unit.None;
}
