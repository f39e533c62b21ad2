using GovBudget.Model.Forms;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Checks;

/// <summary>What only the printed table shows: header words copied from another table, codes printed wrongly that reading has put right.</summary>
internal static class PrintedRules
{
    /// <summary>Tables of one fund, and the words of the others' headers.</summary>
    private static readonly (StatementKind Kind, string Own, string[] Others)[] Funds =
    [
        (StatementKind.GovernmentFund, "政府性基金预算", ["国有资本经营", "一般公共预算"]),
        (StatementKind.StateCapital, "国有资本经营预算", ["政府性基金", "一般公共预算"]),
        (StatementKind.GeneralPublic, "一般公共预算", ["国有资本经营", "政府性基金"]),
    ];

    public static IEnumerable<Rule> All =>
    [
        new("printed.fund-header", RuleCategory.Template, Severity.Error, "表头、表注所称的资金与表名一致", "header and notes speak of the fund that the table is about",
            "政府性基金、国有资本经营预算、一般公共预算各表格式", Headers),
        new("printed.code", RuleCategory.Classification, Severity.Warning, "类、款、项编码分别为三位、两位、两位数",
            "class, section and item are printed with three, two and two digits", "《政府收支分类科目》编码规则", Codes),
        new("printed.figure", RuleCategory.Template, Severity.Error, "金额栏印的是数字", "amount columns print figures", "《地方预决算公开操作规程》", Figures),
    ];

    private static void Headers(RuleRun run)
    {
        foreach (var (kind, own, others) in Funds)
        {
            foreach (var statement in run.Index.Statements)
            {
                if (statement.Kind != kind) continue;
                foreach (var note in statement.Statement.Notes.AsSpan())
                    if (note.Contains("反映", StringComparison.Ordinal)) Judge(run, statement, own, others, note, "表注", null);
                if (run.Index.TableOf(statement) is not { } table)
                {
                    run.Skip("没有版面，未看表头");
                    continue;
                }
                var seen = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
                // a table of several funds names each of them
                var names = Enumerable.Range(table.Header.FirstRow, table.Header.BodyRow - table.Header.FirstRow)
                    .SelectMany(r => table.Grid.Filled(r))
                    .Select(c => Label.Fold(c.Text))
                    .ToList();
                if (names.Exists(n => n.Contains(own[..5], StringComparison.Ordinal)))
                {
                    run.Hold();
                    continue;
                }
                for (var r = table.Header.FirstRow; r < table.Header.BodyRow; r++)
                {
                    foreach (var cell in table.Grid.Filled(r)) if (seen.Add(cell)) Judge(run, statement, own, others, cell.Text, "表头", cell.Place);
                }
            }
        }
    }

    private static void Judge(RuleRun run, StatementIndex statement, string own, string[] others, string text, string where, Place? place)
    {
        var folded = Label.Fold(text);
        if (!folded.Contains("支出", StringComparison.Ordinal)
            && !folded.Contains("收入", StringComparison.Ordinal)
            && !folded.Contains("收支", StringComparison.Ordinal))
            return;
        var other = folded.Contains(own[..5], StringComparison.Ordinal)
            || folded.Contains("不含", StringComparison.Ordinal)
            || folded.Contains("包括", StringComparison.Ordinal)
            ? null
            : Array.Find(others, o => folded.Contains(o, StringComparison.Ordinal));
        if (other is null)
        {
            run.Hold();
            return;
        }
        var right = folded.Replace(other, own, StringComparison.Ordinal).Replace("预算预算", "预算", StringComparison.Ordinal);
        run.Violate(statement, -1, $"{Report.Where(statement)}{where}印“{text.Trim()}”，应为“{right}”：沿用了其他表的{where}",
            $"{Report.Where(statement)}says “{text.Trim()}” where it should say “{right}”: copied from another table", right, text.Trim(), place: place);
    }

    private static void Codes(RuleRun run)
    {
        if (run.Index.Reading is null) return;
        foreach (var statement in run.Index.Statements)
        {
            if (run.Index.TableOf(statement) is not { } table) continue;
            foreach (var group in table.Header.Groups)
            {
                // side by side: what follows the name is another classification
                var columns = group.Columns.SkipWhile(c => c.Role != ColumnRole.Code).TakeWhile(c => c.Role == ColumnRole.Code).ToArray();
                if (columns.Length is < 2 or > 3) continue;
                for (var r = table.Header.BodyRow; r < table.Grid.RowCount; r++)
                {
                    var cells = columns.Select(c => table.Grid.At(r, c.Index)).ToArray();
                    if (cells[0] is not { } first || !table.Grid.BeginsIn(first, r) || !IsDigits(first.Text, out var head) || head.Length != 3) continue;
                    for (var level = 1; level < cells.Length; level++)
                    {
                        if (cells[level] is not { } cell || ReferenceEquals(cell, first) || !IsDigits(cell.Text, out var part)) continue;
                        if (part.Length == 2) run.Hold();
                        else if (part.Length == 1) Wrong(run, statement, cells!, level, part, cell.Place);
                    }
                }
            }
        }
    }

    /// <summary>What an amount column prints that is no figure: ####, #REF!, 1.202.95. Words (见附件) may be meant.</summary>
    private static void Figures(RuleRun run)
    {
        if (run.Index.Reading is not { } reading) return;
        foreach (var statement in run.Index.Statements)
        {
            if (statement.HasFigures && statement.Unreadable.Length == 0) run.Hold();
            foreach (var (line, column) in statement.Unreadable)
            {
                var place = reading.Provenance.Of(statement.Number, line, column);
                if (reading.Unplaced.FirstOrDefault(u => u.Place == place && u.Table == statement.Statement.Title) is not { } unplaced) continue;
                var text = unplaced.Text.Trim();
                var (why, reason) = text.StartsWith('#')
                    ? text.All(c => c == '#') ? ("列宽不足，数字没有印出来", "the column is too narrow for the figure") : ("公式出错，没有结果", "the formula has failed")
                    : ("不是数字", "is no figure");
                run.Violate(statement, line, $"{Report.Where(statement)}{statement.Lines[line].ItemPath}·{column}印作“{text}”：{why}，读者看不到金额",
                    $"{Report.Where(statement)}{statement.Lines[line].ItemPath}·{column} prints “{text}”: {reason}",
                    actual: text, column: column, place: place, severity: text.Any(c => char.IsAsciiDigit(c) || c == '#') ? null : Severity.Warning);
            }
        }
    }

    private static void Wrong(RuleRun run, StatementIndex statement, GridCell[] cells, int level, string part, Place place)
    {
        var printed = string.Join(' ', cells.Take(level + 1).Select(c => Label.Squeeze(c?.Text)));
        var joined = string.Concat(cells.Take(level).Select(c => Label.Squeeze(c?.Text))) + part.PadLeft(2, '0');
        var line = statement.LineOf(joined);
        var name = line >= 0 ? statement.Name(line) : "";
        run.Violate(statement, line, $"{Report.Where(statement)}{name}的{(level == 1 ? "款" : "项")}级编码印作“{part}”（{printed}），应为两位：{joined}",
            $"{Report.Where(statement)}{name}: the {(level == 1 ? "section" : "item")} code is printed “{part}” ({printed}); it has two digits: {joined}",
            joined, printed, place: place);
    }

    private static bool IsDigits(string text, out string digits)
    {
        digits = Label.Squeeze(text);
        return digits.Length > 0 && digits.All(char.IsAsciiDigit);
    }
}
