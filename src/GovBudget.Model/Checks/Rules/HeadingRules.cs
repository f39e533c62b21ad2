using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Checks;

/// <summary>What stands above and below tables: unit, department, year, label, row numbers, notes.</summary>
internal static partial class HeadingRules
{
    public static IEnumerable<Rule> All =>
    [
        new("heading.unit", RuleCategory.Template, Severity.Warning, "有金额的表应注明金额单位", "a table with money names its unit", "决算公开表、预算公开表表头“单位：万元”", Units),
        new("heading.organisation", RuleCategory.Template, Severity.Warning, "各表表头均列部门（单位）名称，且为同一部门", "every table names its department, the same one",
            "决算公开表、预算公开表表头“部门：”", Organisations),
        new("heading.year", RuleCategory.Template, Severity.Warning, "各表标题的年度与文件年度一致", "titles of tables name the document's year", "决算公开表、预算公开表标题", Years),
        new("heading.label-order", RuleCategory.Template, Severity.Warning, "表号不重复，并按顺序排列", "labels of tables ascend without repetition", "决算公开表、预算公开表表号",
            LabelOrder),
        new("heading.row-numbers", RuleCategory.Template, Severity.Warning, "行次连续", "row numbers have no gaps", "决算公开表行次", RowNumbers),
        new("notes.empty-table", RuleCategory.Template, Severity.Warning, "空表应有空表说明", "an empty table says that and why it is empty",
            "《地方预决算公开操作规程》：无相关收支的公开空表并予以说明", EmptyTables),
        new("notes.contradiction", RuleCategory.Template, Severity.Error, "有数的表不应注明“本表为空表”“本表无数据”", "a table with figures does not say that it is empty",
            "空表说明", Contradictions),
        new("notes.instruction", RuleCategory.Template, Severity.Warning, "表下不留模板的填写提示和未替换的占位符",
            "no instructions or placeholders of the template are left at a table", "公开模板的填写说明", Instructions),
    ];

    private static IEnumerable<StatementIndex> Official(RuleRun run) => run.Index.Statements.Where(s => s.Kind != StatementKind.Other);

    private static void Units(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            if (!statement.HasFigures || statement.Kind is StatementKind.Statistics or StatementKind.Other) continue;
            var bare = Array.FindIndex(statement.Lines, l => l.Figures.Any(f => f.Value is { } a && a.Unit == Unit.None));
            if (bare < 0) run.Hold();
            else run.Violate(statement, -1, $"{Report.Where(statement)}有金额而未注明单位", $"{Report.Where(statement)}prints money without a unit", "单位：元（或万元）", "（无）");
        }
    }

    private static void Organisations(RuleRun run)
    {
        var statements = Official(run).ToList();
        var named = statements.Where(s => !string.IsNullOrEmpty(s.Statement.Organisation)).ToList();
        if (named.Count < 3 || named.Count * 2 <= statements.Count) return;
        var usual = named.GroupBy(s => Label.Fold(s.Statement.Organisation)).OrderByDescending(g => g.Count()).First();
        foreach (var statement in statements)
        {
            var name = Label.Fold(statement.Statement.Organisation);
            if (name.Length == 0)
            {
                run.Violate(statement, -1, $"{Report.Where(statement)}表头缺部门行，其余 {named.Count} 张表均有“{usual.Key}”",
                    $"{Report.Where(statement)}does not name its department; the other {named.Count} tables do", usual.Key, "（无）");
            }
            else if (name == usual.Key || name.Contains(usual.Key, StringComparison.Ordinal) || usual.Key.Contains(name, StringComparison.Ordinal)) run.Hold();
            else
            {
                run.Violate(statement, -1, $"{Report.Where(statement)}表头的部门为“{name}”，其余各表为“{usual.Key}”",
                    $"{Report.Where(statement)}names “{name}”, other tables “{usual.Key}”", usual.Key, name);
            }
        }
    }

    private static void Years(RuleRun run)
    {
        if (run.Index.Document.Year is not { } year) return;
        foreach (var statement in Official(run))
        {
            if (statement.Statement.Year is not { } own || TitleYear().Match(Label.Fold(statement.Statement.Title)) is not { Success: true } match) continue;
            own = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (own == year) run.Hold();
            else
                run.Violate(statement, -1, $"{Report.Where(statement)}标题为 {own} 年，文件为 {year} 年",
                    $"{Report.Where(statement)}is titled {own}, the document is of {year}", Text(year), Text(own));
        }
    }

    private static void LabelOrder(RuleRun run)
    {
        var previous = -1;
        string? before = null;
        foreach (var statement in Official(run))
        {
            if (statement.Statement.Label is not { } label || LabelNumber().Match(Label.Fold(label)) is not { Success: true } match) continue;
            if (match.Groups[2].Success) continue; // 表12-1: parts of one table
            var number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (previous >= 0 && number <= previous)
            {
                run.Violate(statement, -1, $"表号顺序错乱：{label}（{statement.Table}）排在{before}之后", $"{label} ({statement.Table}) stands after {before}",
                    actual: $"{before}、{label}");
            }
            else if (previous >= 0) run.Hold();
            (previous, before) = (Math.Max(previous, number), number >= previous ? label : before);
        }
    }

    private static void RowNumbers(RuleRun run)
    {
        foreach (var statement in Official(run))
        {
            // these number rows of the full form and leave unused ones out
            if (statement.Kind is StatementKind.Summary or StatementKind.FiscalSummary) continue;
            var previous = -1;
            for (var i = 0; i < statement.Lines.Length; i++)
            {
                if (!int.TryParse(statement.Lines[i].RowNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
                if (previous < 0 || number == previous + 1) run.Hold();
                else
                    run.Violate(statement, i, $"{Report.Where(statement)}行次由 {previous} 跳到 {number}",
                        $"{Report.Where(statement)}row numbers jump from {previous} to {number}", Text(previous + 1), Text(number));
                previous = number;
            }
        }
    }

    private static void EmptyTables(RuleRun run)
    {
        foreach (var statement in Official(run))
        {
            if (statement.HasFigures) continue;
            if (run.Index.TextsBelow(statement).Any(n => EmptyNote().IsMatch(Label.Fold(n)) && !Instruction().IsMatch(Label.Fold(n)))) run.Hold();
            else
                run.Violate(statement, -1, $"{Report.Where(statement)}表中没有数字，表下也无空表说明", $"{Report.Where(statement)}is empty and does not say why", "空表说明", "无");
        }
    }

    private static void Contradictions(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            foreach (var note in run.Index.TextsBelow(statement))
            {
                if (!ClaimsEmpty().IsMatch(Label.Fold(note)) || SpeaksOfAnother(statement, note)) continue;
                var line = Array.FindIndex(statement.Lines, l => l.Figures.Any(f => f.Value is { Value: not 0 }));
                if (line < 0)
                {
                    run.Hold();
                    continue;
                }
                var figures = string.Join('、',
                    statement.Lines.SelectMany(l => l.Figures).Where(f => f.Value is { Value: not 0 }).Take(4).Select(f => $"{f.Key} {f.Value}"));
                run.Violate(statement, line, $"{Report.Where(statement)}表中有数（{figures}），却注“{note.Trim()}”",
                    $"{Report.Where(statement)}prints figures ({figures}) and says “{note.Trim()}”", "无此注", note.Trim(),
                    severity: statement.Statement.Notes.Contains(note) ? null : Severity.Warning);
            }
        }
    }

    /// <summary>Whether a note names a fund that is not the table's: it belongs to the table above or below.</summary>
    private static bool SpeaksOfAnother(StatementIndex statement, string note) =>
        (note.Contains("政府性基金", StringComparison.Ordinal) && statement.Kind is not StatementKind.GovernmentFund)
        || (note.Contains("国有资本", StringComparison.Ordinal) && statement.Kind is not StatementKind.StateCapital)
        || (note.Contains("三公", StringComparison.Ordinal) && statement.Kind is not (StatementKind.ThreePublic or StatementKind.MeetingTraining));

    private static void Instructions(RuleRun run)
    {
        foreach (var statement in run.Index.Statements)
        {
            foreach (var text in run.Index.TextsBelow(statement).Prepend(statement.Statement.Organisation ?? "").Prepend(statement.Statement.Title))
            {
                if (text.Length == 0) continue;
                var folded = Label.Fold(text);
                if (Instruction().Match(folded) is { Success: true } instruction)
                {
                    run.Violate(statement, -1, $"{Report.Where(statement)}模板提示语未删除：“{text.Trim()}”",
                        $"{Report.Where(statement)}keeps an instruction of the template: “{text.Trim()}”", "删除", text.Trim());
                }
                else if (Placeholder().Match(folded) is { Success: true } placeholder)
                {
                    run.Violate(statement, -1, $"{Report.Where(statement)}占位符“{placeholder.Value}”未替换：{text.Trim()}",
                        $"{Report.Where(statement)}keeps a placeholder: “{text.Trim()}”", "实际名称或数字", text.Trim());
                }
                else run.Hold();
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"((?:19|20)\d\d)年")]
    private static partial Regex TitleYear();

    [GeneratedRegex(@"(\d{1,2})(-\d{1,2})?表?$")]
    private static partial Regex LabelNumber();

    [GeneratedRegex("无|没有|未发生|未安排|空表|不涉及|为零|为0")]
    private static partial Regex EmptyNote();

    [GeneratedRegex("本表(?:为|系)?空表|此表(?:为|系)?空表|本表无数据|此表无数据|本表无数|本表没有数据")]
    private static partial Regex ClaimsEmpty();

    [GeneratedRegex("仍保留该表格式|作下述说明|作如下说明：$|请(?:在此|在表下)?(?:填写|填列)|填写说明|（如无.{0,12}请|删除本(?:行|段)|此处填")]
    private static partial Regex Instruction();

    [GeneratedRegex("[XxＸ×]{2,}|某某|□{2,}|_{2,}")]
    private static partial Regex Placeholder();
}
