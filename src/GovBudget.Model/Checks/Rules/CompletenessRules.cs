namespace GovBudget.Model.Checks;

/// <summary>Which tables a document of its kind and year must hold.</summary>
internal static class CompletenessRules
{
    private const int Recognised = 3;

    /// <summary>How many of the prescribed tables must have been recognised before another is firmly said to be missing.</summary>
    private const int Sure = 5;

    /// <summary>Since when the set of tables is what it is.</summary>
    private const int Settled = 2018;

    /// <summary>A required table, since when, and what other tables say that it would state.</summary>
    private sealed record Required(StatementKind Kind, string Accounts, string Budget, int Since, Severity Severity, StatementKind[] Instead);

    private static readonly Required[] Tables =
    [
        new(StatementKind.Summary, "收入支出决算总表", "收支预算总表", 0, Severity.Error, []),
        new(StatementKind.Income, "收入决算表", "收入预算总表", 0, Severity.Error, []),
        new(StatementKind.Expenditure, "支出决算表", "支出预算总表", 0, Severity.Error, []),
        new(StatementKind.FiscalSummary, "财政拨款收入支出决算总表", "财政拨款收支预算总表", 0, Severity.Error, []),
        new(StatementKind.GeneralPublic, "一般公共预算财政拨款支出决算表", "一般公共预算支出表", 0, Severity.Error, []),
        new(StatementKind.Basic, "一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出表", 0, Severity.Error, []),
        new(StatementKind.GovernmentFund, "政府性基金预算财政拨款收入支出决算表", "政府性基金预算支出表", 0, Severity.Error, []),
        new(StatementKind.ThreePublic, "财政拨款“三公”经费支出决算表", "“三公”经费预算表", 0, Severity.Error, [StatementKind.MeetingTraining]),
        new(StatementKind.StateCapital, "国有资本经营预算财政拨款支出决算表", "国有资本经营预算支出表", 2021, Severity.Warning, []),
    ];

    public static IEnumerable<Rule> All =>
    [
        new("complete.tables", RuleCategory.Completeness, Severity.Error, "文件应有其种类和年度规定公开的各张表", "a document holds the tables prescribed for its kind and year",
            "《地方预决算公开操作规程》；部门决算公开参考样式", Check),
    ];

    private static void Check(RuleRun run)
    {
        var index = run.Index;
        if (Tables.Count(t => index.Of(t.Kind) is not null) < Recognised)
        {
            run.Skip("读到的规定表格不足三张：表格可能是图片，或在另一文件");
            return;
        }
        var pictures = index.Reading?.Diagnostics.Any(d => d.IsLoss) ?? false;
        // an edition that prints tables of its own may print this one under another name
        var sure = Tables.Count(t => index.Of(t.Kind) is not null) >= Sure
            && index.Year >= Settled
            && !Array.Exists(index.Statements, s => s.Kind == StatementKind.Other && s.HasFigures);
        foreach (var table in Tables)
        {
            if (index.Year is not { } year ? table.Since > 0 : year < table.Since) continue;
            if (index.Of(table.Kind) is not null || Array.Exists(table.Instead, k => index.Of(k) is not null)
                || (table.Kind == StatementKind.ThreePublic && ThreePublicRows.In(index) is not null))
            {
                run.Hold();
                continue;
            }
            if (pictures || index.Reading?.MayBePictured(table.Kind) == true)
            {
                run.Skip("文件有未能读出的部分，缺表未判断");
                continue;
            }
            var name = index.IsBudget ? table.Budget : table.Accounts;
            var implied = Implied(index, table.Kind);
            run.Violate(null, -1, $"缺《{name}》{(implied.Length > 0 ? $"：按其他表，其合计应为{implied}" : "")}",
                $"{name} is missing{(implied.Length > 0 ? $"; by other tables it would add up to {implied}" : "")}",
                $"《{name}》{(implied.Length > 0 ? $"（{implied}）" : "")}", "无此表", severity: sure ? table.Severity : Severity.Warning);
        }
    }

    /// <summary>What other tables say that a missing one would add up to.</summary>
    private static string Implied(DocumentIndex index, StatementKind kind)
    {
        var parts = new List<string>();
        if (kind is StatementKind.Expenditure or StatementKind.Income && index.Filled(StatementKind.Summary) is { } summary)
        {
            var side = kind == StatementKind.Income ? LineSide.Income : LineSide.Expenditure;
            var outline = summary.OutlineOf(side);
            var at = outline.YearTotal >= 0 ? outline.YearTotal : outline.GrandTotal;
            var column = side == LineSide.Income ? Column.IncomeSide.Path : Column.ExpenditureSide.Path;
            if (at >= 0 && summary.Lines[outline.Lines[at]].Figures[column] is { } total) parts.Add($"{total}（{summary.Table}）");
        }
        if (kind == StatementKind.Expenditure && index.Filled(StatementKind.GeneralPublic) is { } general)
        {
            foreach (var column in (ReadOnlySpan<string>)[Column.Basic.Path, Column.Project.Path])
            {
                var terms = new List<Term>();
                if (!Combinators.AddTotal(index, general, terms, column)
                    || terms.Find(t => t.Amount is not null).Amount is not { } first
                    || terms.Exists(t => t.Amount is { } a && a.Unit.IsMoney != first.Unit.IsMoney))
                    continue;
                parts.Add($"其中一般公共预算财政拨款{column} {Report.Format(Report.Sum(terms, first.Unit), first.Decimals)} {first.Unit}");
            }
        }
        return string.Join('，', parts);
    }
}
