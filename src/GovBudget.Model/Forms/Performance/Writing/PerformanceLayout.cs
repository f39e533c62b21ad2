using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>Sets a performance form (绩效目标表, 绩效自评表) in the official look: labels and columns by the names under which <see cref="PerformanceReader"/> finds
/// them.</summary>
internal static class PerformanceLayout
{
    private const double TitleSize = 16;

    /// <summary>The form with its title, the lines above it and the notes under it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="organisation">Whose document it stands in.</param>
    /// <param name="place">The page it stands on.</param>
    public static List<LayoutBlock> Write(PerformanceForm form, string? organisation, Place place)
    {
        var notes = form.Notes?.Split('\n') ?? [];
        var notesBelow = notes.Select((note, i) => NoteText.IsBelow(note, i > 0)).All(below => below);
        var sheet = new FormSheet(place);
        Head(sheet, form, organisation);
        switch (form)
        {
            case DepartmentSelfEvaluation evaluation:
                if (evaluation.BasicTotal is not null || evaluation.ProjectTotal is not null)
                    sheet.Labels(MoneyPair(FormField.BasicTotal, evaluation.BasicTotal), MoneyPair(FormField.ProjectTotal, evaluation.ProjectTotal));
                break;
            case DepartmentGoals goals:
                FormBlocks.Funds(sheet, "部门总体资金情况", "总体资金情况", "当年金额", "近两年收支金额", goals.Funds);
                Labels(sheet, (FormField.Duties, goals.Duties), (FormField.Tasks, goals.Tasks));
                FormBlocks.Projects(sheet, goals.Projects);
                break;
            case ProjectGoals goals:
                Labels(sheet, (FormField.Reason, goals.Reason), (FormField.Content, goals.Content));
                if (goals.TotalBudget is not null || goals.YearBudget is not null)
                    sheet.Labels(Pair(FormField.TotalBudget, goals.TotalBudget), MoneyPair(FormField.YearBudget, goals.YearBudget));
                Labels(sheet, (FormField.BudgetHistory, goals.BudgetHistory));
                FormBlocks.Funds(sheet, "项目资金来源", PerformanceLabels.NameOf(FormField.FundName), PerformanceLabels.NameOf(FormField.FundAmount), "近两年金额",
                    goals.Funds);
                FormBlocks.Funds(sheet, "项目支出明细预算", PerformanceLabels.NameOf(FormField.SpendingName), PerformanceLabels.NameOf(FormField.FundAmount), "近两年金额",
                    goals.Spending);
                sheet.Labels((PerformanceLabels.NameOf(FormField.OverallGoal), Words(goals.OverallGoal))); // filled in or not it ends the blocks of money
                break;
        }
        if (form is SelfEvaluation executed) FormBlocks.Execution(sheet, executed.Execution);
        new GoalBlocks(sheet, form).Write();
        if (form is SelfEvaluation scored)
        {
            if (scored.Grade is { } grade) sheet.Labels(Pair(FormField.Grade, grade));
            sheet.Labels((PerformanceLabels.NameOf(FormField.DeviationReason), Words(scored.DeviationReason)));
            sheet.Labels((PerformanceLabels.NameOf(FormField.Improvement), Words(scored.Improvement)));
        }
        if (form.Analysis.Count > 0) Analysis(sheet, form);
        if (!notesBelow) sheet.Labels((PerformanceLabels.NameOf(FormField.Notes), Words(form.Notes)));
        var blocks = new List<LayoutBlock>(Above(form, organisation, place));
        if (sheet.ToGrid() is { } grid) blocks.Add(grid);
        if (notesBelow) blocks.AddRange(notes.Select(note => new Paragraph(note, place)));
        return blocks;
    }

    /// <summary>The title; the year where the title does not say it; who filled the form in and when.</summary>
    private static IEnumerable<Paragraph> Above(PerformanceForm form, string? organisation, Place place)
    {
        var title = form.Title ?? form.KindName;
        yield return new Paragraph(title, place) { Centered = true, Bold = true, FontSize = TitleSize };
        if (form.Year is { } year && new TableHeading().With(title).Year is null) yield return new Paragraph($"（{year}年度）", place) { Centered = true };
        var who = StandsAbove(form, organisation) ? $"单位名称：{form.Organisation}" : "";
        var when = form.ReportDate is { } date ? $"{PerformanceLabels.NameOf(FormField.ReportDate)}：{date}" : "";
        if (who.Length + when.Length > 0) yield return new Paragraph($"{who}\t\t{when}".TrimEnd('\t'), place);
    }

    /// <summary>Whether the line above the form names who filled it in: where that is the department whose document it is, which any table may name.</summary>
    private static bool StandsAbove(PerformanceForm form,
        string? organisation) => form is SelfEvaluation && form.Organisation is { } name && name == organisation;

    private static void Head(FormSheet sheet, PerformanceForm form, string? organisation)
    {
        switch (form)
        {
            case DepartmentSelfEvaluation or DepartmentGoals:
                sheet.Labels(Pair(FormField.DepartmentName, form.Subject));
                if (form.Organisation is { } other && !StandsAbove(form, organisation)) sheet.Labels(("填报单位", new FormValue(other)));
                break;
            case ProjectSelfEvaluation project:
                Project(sheet, form, project.ProjectCode, project.Department);
                break;
            case ProjectGoals project:
                Project(sheet, form, project.ProjectCode, project.Department);
                break;
        }
        var asked = form is DepartmentGoals or ProjectGoals;
        if (asked || form.Contact is not null || form.Phone is not null)
            sheet.Labels((form is ProjectGoals ? "项目负责人" : PerformanceLabels.NameOf(FormField.Contact), Value(form.Contact)),
                Pair(FormField.Phone, form.Phone));
        var categories = form switch { ProjectGoals goals => goals.Categories, ProjectSelfEvaluation evaluation => evaluation.Categories, _ => default };
        foreach (var group in categories) sheet.Labels((group.Name, new FormValue(CheckBoxes.Print(group.Boxes), CellLook.Left)));
    }

    private static void Project(FormSheet sheet, PerformanceForm form, string? code, string? department)
    {
        if (code is not null || form is ProjectGoals) sheet.Labels(Pair(FormField.ProjectName, form.Subject), Pair(FormField.ProjectCode, code));
        else sheet.Labels(Pair(FormField.ProjectName, form.Subject));
        sheet.Labels(Pair(FormField.Department, department), Pair(FormField.Organisation, form.Organisation));
    }

    private static void Analysis(FormSheet sheet, PerformanceForm form)
    {
        // Beside one label where each is a text of its own; what bears the name of a part of the form stands under it alone.
        if (form.Analysis.Count > 1 && form.Analysis.All(t => PerformanceLabels.Labelling(t.Name) is null))
            sheet.Beside(form is SelfEvaluation ? "自评结果分析" : "项目绩效分析", form.Analysis);
        else foreach (var text in form.Analysis) sheet.Labels((text.Name, Words(text.Text)));
    }

    private static void Labels(FormSheet sheet, params ReadOnlySpan<(FormField Field, string? Text)> rows)
    {
        foreach (var (field, text) in rows)
        {
            if (text is not null) sheet.Labels((PerformanceLabels.NameOf(field), Words(text)));
        }
    }

    private static (string Label, FormValue? Value) Pair(FormField field, string? text) => (PerformanceLabels.NameOf(field), Value(text));

    private static (string Label, FormValue? Value) MoneyPair(FormField field, Amount? amount) => (
        FormBlocks.WithUnit(PerformanceLabels.NameOf(field), amount?.Unit ?? Unit.None),
        amount is { } money ? new FormValue(FormBlocks.Figure(money, money.Unit.IsMoney ? money.Unit : Unit.None), CellLook.Figure) : null);

    private static FormValue? Value(string? text) => text is null ? null : new FormValue(text);

    private static FormValue? Words(string? text) => text is null ? null : new FormValue(text, CellLook.Left);
}
