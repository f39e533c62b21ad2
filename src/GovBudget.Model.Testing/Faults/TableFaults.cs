using System.Globalization;

namespace GovBudget.Model.Testing;

/// <summary>Faults of codes, labels, headings and notes of tables, and of tables as a whole.</summary>
internal static class TableFaults
{
    public static IEnumerable<Fault> All =>
    [
        Lines("codes.duplicate", "一个科目编码列了两行", (s, l, i) => IsItem(s, l) && i > 0 && s.AllLines[i - 1].Code is { Length: 7 },
            (_, lines, i) => Replaced(lines, i, lines[i] with { Code = lines[i - 1].Code })),
        Lines("codes.missing-parent", "漏列款级科目", (s, l, _) => s.Kind is StatementKind.Expenditure or StatementKind.GeneralPublic && l.Code is { Length: 5 },
            (_, lines, i) => lines.Where((_, k) => k != i)),
        Lines("codes.order", "科目没有按编码顺序排列", (s, l, i) => IsItem(s, l) && i > 0 && s.AllLines[i - 1].Code is { Length: 7 },
            (_, lines, i) => [.. lines.Take(i - 1), lines[i], lines[i - 1], .. lines.Skip(i + 1)]),
        new("codes.rows-shifted", "科目比金额错上一行", FaultReach.Document, document =>
            from s in Enumerable.Range(0, document.Statements.Count)
            where document.Statements[s].Kind == StatementKind.GeneralPublic
                && document.Statements.FirstOrDefault(x => x.Kind == StatementKind.Expenditure) is { } whole
                && SlipsWouldTell(document.Statements[s].AllLines, whole.AllLines)
            select (Func<BudgetDocument>)(() => Edits.WithLines(document, s, Slipped))),
        Lines("codes.name", "科目名称与编码不符", (s, l, _) => IsItem(s, l) && s.Year is >= SubjectCatalog.FirstYear and <= SubjectCatalog.LastYear,
            (document, lines, i) => Replaced(lines, i, lines[i] with { Label = OtherName(document, lines[i]) })),
        new("names.fund", "资金来源的名称与总表差一个字", FaultReach.Document, document =>
            from s in Enumerable.Range(0, document.Summary.On(LineSide.Income).Any(l => l.Name == "财政专户管理资金收入") ? document.Statements.Count : 0)
            where document.Statements[s].Kind == StatementKind.FiscalSummary
            from l in Enumerable.Range(0, document.Statements[s].AllLines.Count)
                .Where(i => document.Statements[s].AllLines[i] is { Side: LineSide.Income, Label: ['（', '三', ..] })
                .Take(1)
            select (Func<BudgetDocument>)(() => Edits.WithLines(document, s,
                lines => [.. lines.Take(l + 1), new FiscalSummaryLine { Label = "（四）财政转专户管理资金收入", Side = LineSide.Income }, .. lines.Skip(l + 1)]))),
        Heading("heading.unit", "表头没有金额单位", s => s.Kind is not (StatementKind.Statistics or StatementKind.Other) && HasFigures(s),
            s => s.WithLines(s.AllLines.Select(l => l with { Figures = l.Figures.Select((_,
                a) => a.Unit == s.Unit ? new Amount(a.Value, Unit.None) : a) })) with { Unit = Unit.None }),
        Heading("heading.organisation", "表头没有部门名称", s => s.Organisation is not null && s.Kind != StatementKind.Other, s => s with { Organisation = null }),
        new("heading.year", "表名的年度没有更新", FaultReach.Document, document =>
            from s in Enumerable.Range(0, document.Statements.Count)
            let year = Text(document.Year ?? 0)
            where document.Statements[s].Kind != StatementKind.Other && document.Statements[s].Title.Contains(year, StringComparison.Ordinal)
            select (Func<BudgetDocument>)(() => Edits.WithStatement(document, s,
                x => x with { Title = x.Title.Replace(year, Text(document.Year!.Value - 1), StringComparison.Ordinal), Year = document.Year - 1 }))),
        new("heading.label-order", "两张表的表号颠倒", FaultReach.Document, document =>
            from s in Enumerable.Range(0, Math.Max(0, document.Statements.Count - 1))
            let a = document.Statements[s]
            let b = document.Statements[s + 1]
            where a.Kind != StatementKind.Other && b.Kind != StatementKind.Other && a.Label is not null && b.Label is not null && a.Label != b.Label
            select (Func<BudgetDocument>)(() => Edits.WithStatement(Edits.WithStatement(document, s, x => x with { Label = b.Label }), s + 1,
                x => x with { Label = a.Label }))),
        Lines("heading.row-numbers", "行次跳号", (s, l, i) => s.Kind == StatementKind.Statistics && l.RowNumber is not null && i > 2,
            (_, lines,
                i) => lines.Select((l, k) => k >= i && l.RowNumber is { } n ? l with { RowNumber = Text(int.Parse(n, CultureInfo.InvariantCulture) + 1) } : l)),
        Heading("notes.empty-table", "空表没有说明", s => s.IsEmpty && s.Notes.Any(IsEmptyNote),
            s => s with { Notes = s.Notes.Where(n => !IsEmptyNote(n)).ToValueList() }),
        Heading("notes.contradiction", "有数的表注明本表为空表", s => HasFigures(s) && s.Year is not null,
            s => s with { Notes = [.. s.Notes, $"本部门{Text(s.Year!.Value)}年无相关收支，故本表为空表。"] }),
        Heading("notes.instruction", "表下留有模板的填写提示", s => HasFigures(s), s => s with { Notes = [.. s.Notes, "无相关收支的，仍保留该表格式，并在本表下方作下述说明："] }),
        new("printed.fund-header", "国有资本经营预算表的表注沿用政府性基金表的", FaultReach.Document, document =>
            from s in Enumerable.Range(0, document.Statements.Count)
            where document.Statements[s].Kind == StatementKind.StateCapital && HasFigures(document.Statements[s])
            select (Func<BudgetDocument>)(() => Edits.WithStatement(document, s, x => x with { Notes = ["注：本表反映部门本年度政府性基金预算财政拨款支出情况。"] }))),
        Heading("complete.tables", "缺少规定公开的表", s => s.Kind is StatementKind.Income or StatementKind.Expenditure or StatementKind.FiscalSummary, _ => null),
    ];

    /// <summary>Each subject with the figures of the next, the last one gone.</summary>
    private static IEnumerable<StatementLine> Slipped(IReadOnlyList<StatementLine> lines)
    {
        var coded = Enumerable.Range(0, lines.Count).Where(i => lines[i].Code is not null).ToList();
        return Enumerable.Range(0, lines.Count)
            .Where(i => i != coded[^1])
            .Select(i => lines[i].Code is null ? lines[i] : lines[i] with { Figures = lines[coded[coded.IndexOf(i) + 1]].Figures });
    }

    /// <summary>Whether enough subjects have figures of their own, the same as among all spending, and other ones than the next.</summary>
    private static bool SlipsWouldTell(IReadOnlyList<StatementLine> lines, IReadOnlyList<StatementLine> whole)
    {
        var own = lines.Where(l => l.Code is not null).ToList();
        return own.Select(l => l.Code).Distinct().Count() == own.Count
            && own.All(l => whole.Count(w => w.Code == l.Code && Parts(w).SequenceEqual(Parts(l))) == 1)
            && own.Zip(own.Skip(1))
                .SkipWhile(p => Parts(p.Second).First() <= Parts(p.First).First())
                .Count(p => !Parts(p.First).SequenceEqual(Parts(p.Second))) >= 4;

        static IEnumerable<decimal> Parts(StatementLine line) => new[] { Column.Total, Column.Basic, Column.Project }.Select(c => line.Figures[c]?.Value ?? 0);
    }

    private static bool IsItem(Statement statement, StatementLine line) =>
        statement.Kind is StatementKind.Expenditure or StatementKind.GeneralPublic && line.Code is { Length: 7 } && line.FunctionalCode is not null;

    private static bool HasFigures(Statement statement) => statement.AllLines.Any(l => l.Figures.Any(f => f.Value is { Unit.IsMoney: true, Value: not 0 }));

    private static bool IsEmptyNote(string note) => note.Contains("空表", StringComparison.Ordinal);

    private static string OtherName(BudgetDocument document, StatementLine line)
    {
        var code = line.Code!;
        return SubjectCatalog.For(document.Year!.Value).All(SubjectScheme.Functional)
            .Where(s => s.Level == SubjectLevel.Item
                && s.Code != code
                && s.Code.StartsWith(code[..3], StringComparison.Ordinal)
                && s.Name.Length > 3
                && s.Name != line.Name
                && !line.Name.Contains(s.Name, StringComparison.Ordinal)
                && !s.Name.Contains(line.Name, StringComparison.Ordinal))
            .Select(s => s.Name).FirstOrDefault("国家统一规定之外的支出");
    }

    private static IEnumerable<StatementLine> Replaced(IReadOnlyList<StatementLine> lines, int at,
        StatementLine line) => lines.Select((l, i) => i == at ? line : l);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Fault Lines(
        string rule, string name, Func<Statement, StatementLine, int, bool> fits,
        Func<BudgetDocument, IReadOnlyList<StatementLine>, int, IEnumerable<StatementLine>> change) =>
        new(rule, name, FaultReach.Document, document =>
            from s in Enumerable.Range(0, document.Statements.Count)
            from l in Enumerable.Range(0, document.Statements[s].AllLines.Count).Where(i => fits(document.Statements[s], document.Statements[s].AllLines[i], i))
            select (Func<BudgetDocument>)(() => Edits.WithLines(document, s, lines => change(document, lines, l))));

    private static Fault Heading(string rule, string name, Func<Statement, bool> fits, Func<Statement, Statement?> change) =>
        new(rule, name, FaultReach.Document, document =>
            from s in Enumerable.Range(0, document.Statements.Count)
            where fits(document.Statements[s])
            select (Func<BudgetDocument>)(() => Edits.WithStatement(document, s, change)));
}
