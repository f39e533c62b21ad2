namespace GovBudget.Model.Checks;

/// <summary>“三公” items as rows of a table of other things too (机构运行信息表: 三公, 机关运行经费, 车辆, 政府采购 in one).</summary>
internal static class ThreePublicRows
{
    /// <summary>The table with such rows; null where the document has none.</summary>
    public static StatementIndex? In(DocumentIndex index) => Array.Find(index.Statements, s => s.Kind is StatementKind.Other or StatementKind.Statistics
        && LineOf(s, BudgetQuantity.Vehicles) >= 0 && LineOf(s, BudgetQuantity.Reception) >= 0);

    /// <summary>The figure of an item, of its budget or its account; null where it is not printed.</summary>
    public static Term? Of(DocumentIndex index, BudgetQuantity quantity, string measure)
    {
        if (In(index) is not { } table || LineOf(table, quantity) is not (>= 0 and var line)) return null;
        var column = Array.Find(table.Columns, c => c.Contains(measure, StringComparison.Ordinal));
        return column is null || table.Lines[line].Figures[column] is null ? null : table.Term(line, column);
    }

    private static int LineOf(StatementIndex table, BudgetQuantity quantity)
    {
        for (var i = 0; i < table.Lines.Length; i++)
        {
            if (BudgetQuantities.Find(table.Name(i)) == quantity && table.Lines[i].Figures.Any(f => f.Value is not null)) return i;
        }
        return quantity == BudgetQuantity.ThreePublic ? Array.FindIndex(table.Lines, l => Label.Fold(l.Name) is "支出合计") : -1;
    }
}
