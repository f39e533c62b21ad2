using GovBudget.Model.Layout;

namespace GovBudget.Model.Forms;

/// <summary>A form while it is read: everything found so far, in printed order.</summary>
internal sealed class FormDraft(TableHeading heading, IReadOnlyList<string> above, Place place)
{
    private readonly List<GoalDraft> _goals = [];

    public sealed class GoalDraft(GoalTerm term, string label, string text)
    {
        public GoalTerm Term => term;

        public string Label => label;

        public string Text { get; set; } = text;

        public Amount? Weight { get; init; }

        public string? Achievement { get; set; }

        public List<(Indicator Indicator, Place Place)> Indicators { get; } = [];

        public Goal ToGoal() =>
            new(term, label, Text) { Weight = Weight, Achievement = Achievement, Indicators = Indicators.Select(i => i.Indicator).ToValueList() };
    }

    public string Title => heading.Title;

    public TableHeading Heading => heading;

    public Place Place => place;

    public Dictionary<FormField, (string Text, Unit Unit, Place Place)> Texts { get; } = [];

    public List<CheckBoxGroup> Categories { get; } = [];

    public List<ExecutionRow> Execution { get; } = [];

    public List<GoalFundLine> Funds { get; } = [];

    public List<GoalFundLine> Spending { get; } = [];

    public List<GoalProjectLine> Projects { get; } = [];

    public List<NamedText> Analysis { get; } = [];

    public List<string> Notes { get; } = [];

    public List<UnplacedText> Unplaced { get; } = [];

    public Amount? Total { get; set; }

    public Amount? WeightTotal { get; set; }

    /// <summary>Whether a column or label was met that only self-evaluations have.</summary>
    public bool IsEvaluation { get; set; }

    /// <summary>The term that the blocks' names say, for goals that have no name of their own.</summary>
    public GoalTerm Term { get; set; }

    public GoalDraft? Current => _goals.Count == 0 ? null : _goals[^1];

    public bool HasIndicators => _goals.Exists(g => g.Indicators.Count > 0);

    public bool IsEmpty => Texts.Count == 0 && !HasIndicators && Execution.Count == 0 && Funds.Count == 0 && Projects.Count == 0 && _goals.Count == 0;

    public void Begin(GoalDraft goal)
    {
        Term = goal.Term;
        _goals.Add(goal);
    }

    /// <summary>Gives a goal that has nothing yet its name.</summary>
    public void Replace(GoalDraft goal, string label, string text,
        Amount? weight) => _goals[_goals.IndexOf(goal)] = new GoalDraft(goal.Term, label, text) { Weight = weight };

    public void Add(Indicator indicator, Place where)
    {
        if (Current is null || Current.Term != Term) _goals.Add(new GoalDraft(Term, "", ""));
        Current!.Indicators.Add((indicator, where));
    }

    /// <summary>A labelled text; what is said again otherwise is kept under its label.</summary>
    public void Set(FormField field, string label, string text, Unit unit, Place where)
    {
        if (text.Length == 0) return;
        if (!Texts.TryAdd(field, (text, unit, where)) && Texts[field].Text != text) Analysis.Add(new NamedText(label, text));
    }

    public PerformanceReading Build(DocumentIdentity identity)
    {
        var places = _goals.SelectMany(g => g.Indicators.Select(i => i.Place)).ToValueList();
        return new PerformanceReading(Form(identity), place, places, Unplaced.ToValueList());
    }

    private PerformanceForm Form(DocumentIdentity identity)
    {
        var title = Label.Fold(heading.Title);
        var evaluation = IsEvaluation || (title.Contains("自评", StringComparison.Ordinal) && !HasIndicators);
        var whole = title.Contains("整体", StringComparison.Ordinal)
            || (!Texts.ContainsKey(FormField.ProjectName) && !title.Contains("项目", StringComparison.Ordinal));
        var subject = whole
            ? Text(FormField.DepartmentName) ?? Text(FormField.Organisation) ?? heading.Organisation ?? identity.Organisation ?? ""
            : Text(FormField.ProjectName) ?? "";
        PerformanceForm form = (evaluation, whole) switch
        {
            (true, true) => new DepartmentSelfEvaluation(subject)
            {
                BasicTotal = Money(FormField.BasicTotal),
                ProjectTotal = Money(FormField.ProjectTotal),
            },
            (true, false) => new ProjectSelfEvaluation(subject)
            {
                ProjectCode = Text(FormField.ProjectCode),
                Department = Text(FormField.Department),
                Categories = Categories.ToValueList(),
            },
            (false, true) => new DepartmentGoals(subject)
            {
                Funds = Funds.ToValueList(),
                Duties = Text(FormField.Duties),
                Tasks = Text(FormField.Tasks),
                Projects = Projects.ToValueList(),
            },
            _ => new ProjectGoals(subject)
            {
                ProjectCode = Text(FormField.ProjectCode),
                Department = Text(FormField.Department),
                Categories = Categories.ToValueList(),
                Reason = Text(FormField.Reason),
                Content = Text(FormField.Content),
                TotalBudget = Text(FormField.TotalBudget),
                YearBudget = Money(FormField.YearBudget),
                BudgetHistory = Text(FormField.BudgetHistory),
                Funds = Funds.ToValueList(),
                Spending = Spending.ToValueList(),
                OverallGoal = Text(FormField.OverallGoal),
            },
        };
        var goals = _goals.Select(g => g.ToGoal()).ToValueList();
        // The one goal of a project stands apart from its indicators.
        if (form is ProjectSelfEvaluation project && goals is [{ Term: GoalTerm.Annual, Weight: null, IsNumbered: false, Text.Length: > 0 } words])
        {
            goals = words.Indicators.Count == 0 ? default : [new Goal(GoalTerm.Annual, "", "") { Indicators = words.Indicators }];
            form = project with { AnnualGoal = words.Text, Achievement = words.Achievement };
        }
        if (form is SelfEvaluation self)
        {
            form = self with
            {
                Execution = Execution.ToValueList(),
                Total = Total,
                WeightTotal = WeightTotal,
                Grade = Text(FormField.Grade),
                DeviationReason = Text(FormField.DeviationReason),
                Improvement = Text(FormField.Improvement),
            };
        }
        Strays(form);
        return form with
        {
            Title = heading.Title.Length == 0 ? null : heading.Title,
            Organisation = Text(FormField.Organisation) ?? (whole ? heading.Organisation : Text(FormField.DepartmentName) ?? heading.Organisation),
            Year = new TableHeading().With(heading.Title).Year ?? YearAbove() ?? identity.Year,
            ReportDate = Text(FormField.ReportDate) ?? DateAbove(),
            Contact = Text(FormField.Contact),
            Phone = Text(FormField.Phone),
            Goals = goals,
            Analysis = Analysis.ToValueList(),
            Notes = Notes.Count == 0 ? null : string.Join('\n', Notes),
        };
    }

    // What this kind of form has no property for stays under its label.
    private void Strays(PerformanceForm form)
    {
        FormField[] foreign = form switch
        {
            DepartmentSelfEvaluation => [FormField.Department, FormField.ProjectCode, .. GoalTexts],
            ProjectSelfEvaluation => [FormField.BasicTotal, FormField.ProjectTotal, .. GoalTexts],
            DepartmentGoals =>
                [FormField.Department, FormField.ProjectCode, FormField.BasicTotal, FormField.ProjectTotal, FormField.Reason, FormField.Content,
                    FormField.TotalBudget,
                FormField.YearBudget, FormField.BudgetHistory, FormField.OverallGoal, .. Evaluated],
            _ => [FormField.BasicTotal, FormField.ProjectTotal, FormField.Duties, FormField.Tasks, .. Evaluated],
        };
        foreach (var field in foreign)
        {
            if (Texts.TryGetValue(field, out var text)) Analysis.Add(new NamedText(PerformanceLabels.NameOf(field), text.Text));
        }
        var lines = form is SelfEvaluation
            ? Funds.Concat(Spending).Select(f => (f.Name, f.Amount))
            : Execution.Select(e => (e.Name, Amount: e.Budget ?? e.Executed));
        foreach (var (name, amount) in lines)
        {
            if (amount is { } a) Analysis.Add(new NamedText(name, a.ToString()));
        }
    }

    private static readonly FormField[] GoalTexts =
        [FormField.Reason, FormField.Content, FormField.TotalBudget, FormField.YearBudget, FormField.BudgetHistory, FormField.OverallGoal, FormField.Duties,
            FormField.Tasks];

    private static readonly FormField[] Evaluated = [FormField.Grade, FormField.DeviationReason, FormField.Improvement];

    private string? Text(FormField field) => Texts.TryGetValue(field, out var text) ? text.Text : null;

    private Amount? Money(FormField field)
    {
        if (!Texts.TryGetValue(field, out var text)) return null;
        var unit = text.Unit == Unit.None ? heading.Unit : text.Unit;
        if (Amount.TryParse(text.Text, unit, out var amount)) return amount;
        if (!CellText.IsDash(text.Text)) Unplaced.Add(new UnplacedText(text.Text, $"“{PerformanceLabels.NameOf(field)}”应为数字", text.Place, heading.Title));
        return null;
    }

    // A line of its own (2023年度), not the day it was filled in.
    private int? YearAbove() =>
        above.Where(t => !t.AsSpan().ContainsAny('：', ':', '日')).Select(t => new TableHeading().With(t).Year).FirstOrDefault(y => y is not null);

    private string? DateAbove()
    {
        foreach (var line in above.SelectMany(text => text.Split('\t')))
        {
            var at = line.AsSpan().IndexOfAny('：', ':');
            if (at > 0 && PerformanceLabels.Is(line[..at], FormField.ReportDate) && line[(at + 1)..].Trim() is { Length: > 0 } date) return date;
        }
        return null;
    }
}

/// <summary>A performance form read from a grid, with the places of its indicators, and what could not be placed.</summary>
internal sealed record PerformanceReading(PerformanceForm Form, Place Place, ValueList<Place> Indicators, ValueList<UnplacedText> Unplaced);
