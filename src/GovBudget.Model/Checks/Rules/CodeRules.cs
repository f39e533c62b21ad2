using static GovBudget.Model.Checks.Combinators;

namespace GovBudget.Model.Checks;

/// <summary>Coded tables: 类＝Σ款＝Σ项, the 合计 row, order, duplicates, missing parents, personnel and operations.</summary>
internal static class CodeRules
{
    public static IEnumerable<Rule> All =>
    [
        new("codes.functional-roll-up", RuleCategory.Arithmetic, Severity.Error, "功能分类：类＝所属款之和，款＝所属项之和，各金额栏同",
            "functional codes: a parent's figure = sum of its children, in every money column",
            "支出功能分类科目层级；决算报表编制说明", RollUp(CodeScheme.Functional)),
        new("codes.economic-roll-up", RuleCategory.Arithmetic, Severity.Error, "部门经济分类：类＝所属款之和，各金额栏同",
            "economic codes: a class = sum of its items, in every money column", "部门预算支出经济分类科目层级；公开06表", RollUp(CodeScheme.Economic)),
        new("codes.government-economic-roll-up", RuleCategory.Arithmetic, Severity.Error, "政府经济分类：类＝所属款之和，各金额栏同",
            "government economic codes: a class = sum of its items, in every money column",
            "政府预算支出经济分类科目层级", RollUp(CodeScheme.GovernmentEconomic)),
        new("codes.total-row", RuleCategory.Arithmetic, Severity.Error, "合计行＝各类之和（按单位列示的，＝各单位之和），各金额栏同",
            "total row = sum of the classes (or units), in every money column", "公开02、03、05、06表合计行", TotalRow),
        new("basic.personnel", RuleCategory.Arithmetic, Severity.Error, "人员经费合计＝301工资福利支出＋303对个人和家庭的补助", "personnel total = 301 + 303", "公开06表；部门预算支出经济分类",
            run => GroupTotal(run, "人员经费", true)),
        new("basic.operations", RuleCategory.Arithmetic, Severity.Error, "公用经费合计＝301、303以外各类之和", "operations total = all classes but 301 and 303",
            "公开06表；部门预算支出经济分类", run => GroupTotal(run, "公用经费", false)),
        new("codes.duplicate", RuleCategory.Classification, Severity.Warning, "同一表（同一单位）内科目编码不重复", "no code stands twice in a table (of one unit)", "政府收支分类科目",
            Duplicates),
        new("codes.missing-parent", RuleCategory.Classification, Severity.Warning, "列出下级科目的，上级科目也应列出", "where a code is printed, so is its parent",
            "政府收支分类科目；决算公开表按类款项列示", MissingParents),
        new("codes.rows-shifted", RuleCategory.Classification, Severity.Error, "科目与金额同行对应，没有错行", "subjects stand beside their own figures",
            "支出决算表与一般公共预算财政拨款支出决算表同一科目各栏", Shifted),
        new("codes.order", RuleCategory.Classification, Severity.Info, "科目按编码顺序排列", "codes stand in ascending order", "政府收支分类科目", Order),
    ];

    private static void GroupTotal(RuleRun run, string name, bool personnel)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind is not (StatementKind.Basic or StatementKind.FiscalBasic) || !statement.HasFigures) continue;
            var line = statement.LineNamed(name + "合计");
            if (line < 0) line = statement.LineNamed(name);
            if (line < 0) continue;
            foreach (var column in statement.Columns)
            {
                if (!IsSummed(column) || column is "人员经费" or "公用经费") continue;
                run.Left.Add(statement.Term(line, column));
                foreach (var root in statement.Codes.Ordered)
                {
                    if (statement.Schemes[root] != CodeScheme.Economic || statement.Codes.Parent[root] >= 0) continue;
                    if (statement.Lines[root].Code![..3] is "301" or "303" == personnel) run.Right.Add(statement.Term(root, column));
                }
                run.Balance();
            }
        }
    }

    private static void Shifted(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Shifted is not { } shifted)
            {
                if (statement.Kind is StatementKind.GeneralPublic or StatementKind.FiscalExpenditure && statement.HasFigures) run.Hold();
                continue;
            }
            var examples = shifted.Rows.Where(r => r.Meant >= 0)
                .Take(2)
                .Select(r => $"“{Name(statement, r.Line)}”行印的是“{Name(shifted.By, r.Meant)}”的金额")
                .ToList();
            var first = shifted.Rows[0].Line;
            run.Violate(
                statement,
                first,
                $"{Report.Where(statement)}自“{Name(statement, first)}”起 {shifted.Rows.Length} 行科目与金额错行（对照{shifted.By.Table}：{string.Join("，", examples)}），或读取有误，请先核对原件；这些行不再参与其他检查",
                $"{Report.Where(statement)}from {statement.Lines[first].Code} on, {shifted.Rows.Length} subjects stand beside other subjects' figures (compare {shifted.By.Table}), or were misread; these rows are left out of other checks");
        }

        static string Name(StatementIndex table, int line) => $"{table.Lines[line].Code} {table.Lines[line].Name}";
    }

    private static void Duplicates(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            var codes = statement.Codes;
            if (codes.Ordered.Length == 0 || statement.Kind is StatementKind.Procurement or StatementKind.Projects) continue;
            // Without parent rows a table may go unit by unit with the unit in a column of its own.
            if (codes.HasDuplicates && (codes.Units.Length > 0 || !Array.Exists(codes.Parent, p => p >= 0)))
            {
                run.Skip("按单位列示，编码可重复");
                continue;
            }
            if (!codes.HasDuplicates)
            {
                run.Hold();
                continue;
            }
            foreach (var group in codes.Ordered.Where(i => codes.Duplicate[i]).GroupBy(i => statement.Lines[i].Code!))
            {
                var last = group.Last();
                run.Violate(statement, last, $"{Report.Where(statement)}编码 {group.Key} 列了 {group.Count()} 行（{string.Join('、', group.Select(statement.Name))}）",
                    $"{Report.Where(statement)}code {group.Key} stands in {group.Count()} rows", "1",
                    group.Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private static void MissingParents(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            var codes = statement.Codes;
            if (codes.Ordered.Length == 0
                || codes.Units.Length > 0
                || statement.Kind is StatementKind.Procurement or StatementKind.Projects or StatementKind.Other)
                continue;
            if (!Array.Exists(codes.Parent, p => p >= 0)) continue; // a table that prints no hierarchy at all
            foreach (var line in codes.Ordered)
            {
                var code = statement.Lines[line].Code!;
                if (code.Length == 3) continue;
                var parent = codes.Parent[line] >= 0 ? statement.Lines[codes.Parent[line]].Code! : "";
                if (parent.Length == code.Length - 2) run.Hold();
                else
                {
                    run.Violate(statement, line, $"{Report.Where(statement)}{code} {statement.Name(line)} 的上级科目 {code[..^2]} 未列出",
                        $"{Report.Where(statement)}the parent {code[..^2]} of {code} is not printed", code[..^2], "（缺）");
                }
            }
        }
    }

    private static void Order(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Codes.Units.Length > 0
                || statement.Kind is StatementKind.Basic or StatementKind.Projects or StatementKind.Procurement or StatementKind.Other)
                continue;
            string? previous = null;
            for (var i = 0; i < statement.Lines.Length; i++)
            {
                if (statement.Schemes[i] is CodeScheme.None or CodeScheme.Other) continue;
                var code = statement.Lines[i].Code!;
                if (previous is not null && string.CompareOrdinal(previous, code) > 0)
                {
                    run.Violate(statement, i, $"{Report.Where(statement)}{code} {statement.Name(i)} 排在 {previous} 之后，未按编码顺序",
                        $"{Report.Where(statement)}{code} stands after {previous}", actual: code);
                }
                else if (previous is not null) run.Hold();
                previous = code;
            }
        }
    }
}
