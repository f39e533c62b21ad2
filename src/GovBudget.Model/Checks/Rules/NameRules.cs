namespace GovBudget.Model.Checks;

/// <summary>Names: of codes against the year's catalog, of sources of funds against each other.</summary>
internal static class NameRules
{
    public static IEnumerable<Rule> All =>
    [
        new("codes.name", RuleCategory.Classification, Severity.Error, "科目名称与当年政府收支分类科目一致", "a code bears its name in the catalog of the year",
            "财政部当年《政府收支分类科目》", Names),
        new("names.fund", RuleCategory.Classification, Severity.Warning, "同一资金来源在各表中名称一致", "a source of funds is called alike in all tables",
            "部门收支总表与收入总表", Funds),
    ];

    private static void Names(RuleRun run)
    {
        if (run.Index.Year is not { } year)
        {
            if (Array.Exists(run.Index.Statements, s => s.Codes.Ordered.Length > 0)) run.Skip("不知道文件的年度");
            return;
        }
        if (year is < SubjectCatalog.FirstYear or > SubjectCatalog.LastYear)
        {
            run.Skip($"科目目录不含 {year} 年");
            return;
        }
        var catalog = SubjectCatalog.For(year);
        var seen = new HashSet<(string, string)>();
        foreach (var statement in run.Index.Statements)
        {
            for (var i = 0; i < statement.Lines.Length; i++)
            {
                if (statement.Schemes[i] is CodeScheme.None or CodeScheme.Other || statement.Name(i).Length == 0) continue;
                var (code, label) = (statement.Lines[i].Code!, SubjectName(statement, statement.Lines[i]));
                if (catalog.Find(code) is { } known && known.Name == label)
                {
                    run.Hold();
                    continue;
                }
                if (!seen.Add((code, label))) continue; // one slip, copied from table to table
                var match = statement.Schemes[i] switch
                {
                    CodeScheme.Functional when FunctionalCode.TryParse(code, null, out var c) => catalog.MatchName(c, label),
                    CodeScheme.Economic when EconomicCode.TryParse(code, null, out var c) => catalog.MatchName(c, label),
                    CodeScheme.GovernmentEconomic when GovernmentEconomicCode.TryParse(code, null, out var c) => catalog.MatchName(c, label),
                    _ => null,
                };
                if (match is null || match.Verdict == NameVerdict.Unknown) run.Skip("科目目录没有该编码");
                else if (match.Matches) run.Hold();
                else Report(run, statement, i, match, year);
            }
        }
    }

    /// <summary>What the code is called: the label, or in a list of projects the 科目名称 beside the project's name.</summary>
    private static string SubjectName(StatementIndex statement, StatementLine line) =>
        statement.Kind == StatementKind.Projects
        && line.Texts.FirstOrDefault(t => t.Key.Contains("科目名称", StringComparison.Ordinal)).Value is { Length: > 0 } subject
            ? subject
            : line.Label;

    private static void Report(RuleRun run, StatementIndex statement, int line, NameMatch match, int year)
    {
        var code = statement.Lines[line].Code!;
        var (expected, hint) = match switch
        {
            { Verdict: NameVerdict.OtherYear, Subject: { } past } => (match.Expected?.Name ?? "当年名称", $"（{past.From}–{past.To} 年的名称）"),
            { Subject: { } other } => (match.Expected?.Name ?? "", $"（{other.Code} 的名称）"),
            _ => (match.Expected?.Name ?? "", ""),
        };
        run.Violate(statement, line, $"{Checks.Report.Where(statement)}{code} 印作“{match.Printed}”{hint}，{year} 年应为“{expected}”",
            $"{Checks.Report.Where(statement)}{code} is called “{match.Printed}”; in {year} it is “{expected}”", expected, match.Printed,
            severity: match is { IsCertain: true, Verdict: NameVerdict.Different, Subject: not null } ? Severity.Error : Severity.Warning);
    }

    /// <summary>A name that is another table's with a letter more or less: one of the two is a slip.</summary>
    private static void Funds(RuleRun run)
    {
        var names = new List<(StatementIndex Statement, int Line, string Name)>();
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind is not (StatementKind.Summary or StatementKind.FiscalSummary or StatementKind.Income)) continue;
            for (var i = 0; i < statement.Lines.Length; i++)
            {
                var line = statement.Lines[i];
                if (line.Side is LineSide.Expenditure or LineSide.Purpose || statement.Schemes[i] != CodeScheme.None) continue;
                Add(statement, i, statement.Name(i));
                foreach (var part in line.Path.AsSpan()) Add(statement, i, Label.Fold(Label.Name(part)));
            }
        }
        foreach (var later in names)
        {
            var near = names.Find(n => n.Statement.Number < later.Statement.Number && OneLetterLonger(later.Name, n.Name));
            if (near.Name is null) near = names.Find(n => n.Statement.Number < later.Statement.Number && OneLetterLonger(n.Name, later.Name));
            if (near.Name is null || names.Exists(n => n.Statement == near.Statement && n.Name == later.Name))
            {
                run.Hold();
                continue;
            }
            var other = near.Statement.Statement.Label ?? near.Statement.Table;
            run.Violate(later.Statement, later.Line, $"{Checks.Report.Where(later.Statement)}“{later.Name}”：资金名称与{other}不符，{other}作“{near.Name}”，只差一字",
                $"{Checks.Report.Where(later.Statement)}“{later.Name}” and “{near.Name}” of {near.Statement.Table} differ by one letter", near.Name,
                later.Name);
        }

        void Add(StatementIndex statement, int line, string name)
        {
            if (name.Length >= 6 && !names.Exists(n => n.Statement == statement && n.Name == name)) names.Add((statement, line, name));
        }
    }

    /// <summary>Whether the longer name is the shorter with one letter put in before its end; a letter more at the end is another kind of name.</summary>
    private static bool OneLetterLonger(string longer, string shorter)
    {
        if (longer.Length != shorter.Length + 1) return false;
        var i = 0;
        while (i < shorter.Length && longer[i] == shorter[i]) i++;
        return i > 0 && i < shorter.Length && longer.AsSpan(i + 1).SequenceEqual(shorter.AsSpan(i));
    }
}
