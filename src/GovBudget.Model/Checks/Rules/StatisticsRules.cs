namespace GovBudget.Model.Checks;

/// <summary>决算公开相关信息统计表 and tables of procurement: parts by kind, vehicles by use.</summary>
internal static class StatisticsRules
{
    private static readonly string[] Kinds = ["货物", "工程", "服务"];

    public static IEnumerable<Rule> All =>
    [
        new("statistics.procurement", RuleCategory.Arithmetic, Severity.Error, "政府采购支出合计＝货物＋工程＋服务", "procurement = goods + works + services",
            "公开10表 政府采购情况；政府采购情况表", Procurement),
        new("statistics.vehicles", RuleCategory.Arithmetic, Severity.Error, "车辆数合计＝各类用车之和", "vehicles = sum over their uses", "公开10表 国有资产占用情况", Vehicles),
    ];

    private static void Procurement(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind is not (StatementKind.Statistics or StatementKind.Procurement) || !statement.HasFigures) continue;
            for (var i = 1; i + 2 < statement.Lines.Length; i++)
            {
                if (!Is(statement, i, 0) || !Is(statement, i + 1, 1) || !Is(statement, i + 2, 2)) continue;
                var name = statement.Name(i - 1);
                if (!name.EndsWith("合计", StringComparison.Ordinal)
                    && !name.Contains("采购支出", StringComparison.Ordinal)
                    && !name.EndsWith("总额", StringComparison.Ordinal))
                    continue;
                foreach (var column in statement.Columns)
                {
                    if (!Combinators.IsSummed(column) || column.Contains("其中", StringComparison.Ordinal)) continue;
                    run.Left.Add(statement.Term(i - 1, column));
                    for (var k = 0; k < 3; k++) run.Right.Add(statement.Term(i + k, column));
                    run.Balance();
                }
            }
        }

        static bool Is(StatementIndex statement, int line, int kind) =>
            statement.Name(line) is var name && name.Contains(Kinds[kind], StringComparison.Ordinal) && name.Length <= 12;
    }

    private static void Vehicles(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind is not (StatementKind.Statistics or StatementKind.Other) || !statement.HasFigures) continue;
            for (var i = 0; i < statement.Lines.Length; i++)
            {
                var name = statement.Name(i);
                if (!name.Contains("车辆", StringComparison.Ordinal)
                    || !(name.Contains("合计", StringComparison.Ordinal)
                        || name.Contains("总数", StringComparison.Ordinal)
                        || name.Contains("小计", StringComparison.Ordinal)))
                    continue;
                foreach (var column in statement.Columns)
                {
                    if (!Combinators.IsSummed(column)) continue;
                    run.Left.Add(statement.Term(i, column));
                    for (var use = i
                        + 1; use < statement.Lines.Length
                            && statement.Name(use) is var n
                            && n.Contains('车')
                            && !n.Contains("设备", StringComparison.Ordinal); use++)
                    {
                        if (!n.StartsWith("其中", StringComparison.Ordinal)) run.Right.Add(statement.Term(use, column));
                    }
                    run.Balance();
                }
            }
        }
    }
}
