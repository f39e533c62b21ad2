using System.Text.Json;

namespace GovBudget.Model.Json;

/// <summary>Performance forms ⇄ what JSON lays out.</summary>
internal static class PerformanceMapping
{
    public static PerformanceDto ToDto(PerformanceForm form)
    {
        var (goals, project, evaluation) = (form as DepartmentGoals, form as ProjectGoals, form as SelfEvaluation);
        var (department, own) = (form as DepartmentSelfEvaluation, form as ProjectSelfEvaluation);
        return new PerformanceDto
        {
            Kind = form.Kind,
            Subject = form.Subject,
            Title = form.Title,
            Organisation = form.Organisation,
            Year = form.Year,
            ReportDate = form.ReportDate,
            Contact = form.Contact,
            Phone = form.Phone,
            ProjectCode = project?.ProjectCode ?? own?.ProjectCode,
            Department = project?.Department ?? own?.Department,
            Categories = Array(project?.Categories ?? own?.Categories ?? default,
                g => new CheckBoxGroupDto(g.Name, [.. g.Boxes.Select(b => new CheckBoxDto(b.Label, b.IsTicked))])),
            Reason = project?.Reason,
            Content = project?.Content,
            TotalBudget = project?.TotalBudget,
            YearBudget = ToDto(project?.YearBudget),
            BudgetHistory = project?.BudgetHistory,
            Duties = goals?.Duties,
            Tasks = goals?.Tasks,
            Funds = Array(project?.Funds ?? goals?.Funds ?? default, ToDto),
            Spending = Array(project?.Spending ?? default, ToDto),
            Projects = Array(goals?.Projects ?? default,
                p => new ProjectLineDto
                {
                    Name = OrNull(p.Name),
                    Category = p.Category,
                    TotalBudget = ToDto(p.TotalBudget),
                    YearBudget = ToDto(p.YearBudget),
                    Purpose = p.Purpose
                }),
            OverallGoal = project?.OverallGoal,
            BasicTotal = ToDto(department?.BasicTotal),
            ProjectTotal = ToDto(department?.ProjectTotal),
            Execution = Array(evaluation?.Execution ?? default, ToDto),
            AnnualGoal = own?.AnnualGoal,
            Achievement = own?.Achievement,
            Goals = Array(form.Goals, ToDto),
            Total = ToDto(evaluation?.Total),
            WeightTotal = ToDto(evaluation?.WeightTotal),
            Grade = evaluation?.Grade,
            DeviationReason = evaluation?.DeviationReason,
            Improvement = evaluation?.Improvement,
            Analysis = Array(form.Analysis, a => new NamedTextDto(a.Name, a.Text)),
            Notes = form.Notes,
        };
    }

    public static PerformanceForm ToModel(PerformanceDto dto)
    {
        PerformanceForm form = dto.Kind switch
        {
            PerformanceFormKind.DepartmentGoals =>
                new DepartmentGoals(
                    dto.Subject)
                { Funds = List(dto.Funds, ToModel), Duties = dto.Duties, Tasks = dto.Tasks, Projects = List(dto.Projects, ToModel) },
            PerformanceFormKind.ProjectGoals => new ProjectGoals(dto.Subject)
            {
                ProjectCode = dto.ProjectCode,
                Department = dto.Department,
                Categories = List(dto.Categories, ToModel),
                Reason = dto.Reason,
                Content = dto.Content,
                TotalBudget = dto.TotalBudget,
                YearBudget = ToModel(dto.YearBudget),
                BudgetHistory = dto.BudgetHistory,
                Funds = List(dto.Funds, ToModel),
                Spending = List(dto.Spending, ToModel),
                OverallGoal = dto.OverallGoal,
            },
            PerformanceFormKind.DepartmentSelfEvaluation =>
                new DepartmentSelfEvaluation(dto.Subject) { BasicTotal = ToModel(dto.BasicTotal), ProjectTotal = ToModel(dto.ProjectTotal) },
            _ => new ProjectSelfEvaluation(dto.Subject)
            {
                ProjectCode = dto.ProjectCode,
                Department = dto.Department,
                Categories = List(dto.Categories, ToModel),
                AnnualGoal = dto.AnnualGoal,
                Achievement = dto.Achievement,
            },
        };
        if (form is SelfEvaluation evaluation)
        {
            form = evaluation with
            {
                Execution = List(dto.Execution, ToModel),
                Total = ToModel(dto.Total),
                WeightTotal = ToModel(dto.WeightTotal),
                Grade = dto.Grade,
                DeviationReason = dto.DeviationReason,
                Improvement = dto.Improvement,
            };
        }
        return form with
        {
            Title = dto.Title,
            Organisation = dto.Organisation,
            Year = dto.Year,
            ReportDate = dto.ReportDate,
            Contact = dto.Contact,
            Phone = dto.Phone,
            Goals = List(dto.Goals, ToModel),
            Analysis = List(dto.Analysis, a => new NamedText(a.Name, a.Text)),
            Notes = dto.Notes,
        };
    }

    private static FundLineDto ToDto(GoalFundLine line) => new()
    {
        Group = OrNull(line.Group),
        Name = OrNull(line.Name),
        Amount = ToDto(line.Amount),
        Share = ToDto(line.Share),
        OtherYears = Array(line.OtherYears, y => new YearAmountDto(y.Label) { Amount = ToDto(y.Amount) }),
    };

    private static GoalFundLine ToModel(FundLineDto dto) => new(dto.Group ?? "", dto.Name ?? "", ToModel(dto.Amount))
    {
        Share = ToModel(dto.Share),
        OtherYears = List(dto.OtherYears, y => new YearAmount(y.Label, ToModel(y.Amount))),
    };

    private static GoalProjectLine ToModel(ProjectLineDto dto) =>
        new(dto.Name ?? "", dto.Category, ToModel(dto.TotalBudget), ToModel(dto.YearBudget), dto.Purpose);

    private static CheckBoxGroup ToModel(CheckBoxGroupDto dto) => new(dto.Name, dto.Boxes.Select(b => new CheckBox(b.Label, b.Ticked)).ToValueList());

    private static ExecutionDto ToDto(ExecutionRow row) => new()
    {
        Name = OrNull(row.Name),
        InitialBudget = ToDto(row.InitialBudget),
        RequestedBudget = ToDto(row.RequestedBudget),
        Budget = ToDto(row.Budget),
        Executed = ToDto(row.Executed),
        Remaining = ToDto(row.Remaining),
        Rate = ToDto(row.Rate),
        Weight = ToDto(row.Weight),
        Score = ToDto(row.Score),
        DeviationReason = row.DeviationReason,
    };

    private static ExecutionRow ToModel(ExecutionDto dto) => new(dto.Name ?? "")
    {
        InitialBudget = ToModel(dto.InitialBudget),
        RequestedBudget = ToModel(dto.RequestedBudget),
        Budget = ToModel(dto.Budget),
        Executed = ToModel(dto.Executed),
        Remaining = ToModel(dto.Remaining),
        Rate = ToModel(dto.Rate),
        Weight = ToModel(dto.Weight),
        Score = ToModel(dto.Score),
        DeviationReason = dto.DeviationReason,
    };

    private static GoalDto ToDto(Goal goal) => new()
    {
        Term = goal.Term,
        Label = OrNull(goal.Label),
        Text = OrNull(goal.Text),
        Weight = ToDto(goal.Weight),
        Achievement = goal.Achievement,
        Indicators = Array(goal.Indicators, ToDto),
    };

    private static Goal ToModel(GoalDto dto) => new(dto.Term, dto.Label ?? "", dto.Text ?? "")
    {
        Weight = ToModel(dto.Weight),
        Achievement = dto.Achievement,
        Indicators = List(dto.Indicators, ToModel),
    };

    private static IndicatorDto ToDto(Indicator indicator) => new()
    {
        Level1 = OrNull(indicator.Level1),
        Level2 = OrNull(indicator.Level2),
        Name = indicator.Name,
        Target = indicator.Target?.Text,
        AdjustedTarget = indicator.AdjustedTarget?.Text,
        Achieved = indicator.Achieved?.Text,
        Weight = ToDto(indicator.Weight),
        Score = ToDto(indicator.Score),
        ScoreText = indicator.ScoreText,
        DeviationReason = indicator.DeviationReason,
        Basis = indicator.Basis,
        OtherYears = Array(indicator.OtherYears, y => new YearValueDto(y.Label, y.Value.Text)),
    };

    private static Indicator ToModel(IndicatorDto dto) => new(dto.Level1 ?? "", dto.Level2 ?? "", dto.Name)
    {
        Target = ToTarget(dto.Target),
        AdjustedTarget = ToTarget(dto.AdjustedTarget),
        Achieved = ToTarget(dto.Achieved),
        Weight = ToModel(dto.Weight),
        Score = ToModel(dto.Score),
        ScoreText = dto.ScoreText,
        DeviationReason = dto.DeviationReason,
        Basis = dto.Basis,
        OtherYears = List(dto.OtherYears, y => new YearValue(y.Label, ToTarget(y.Value)!)),
    };

    private static Target? ToTarget(string? text)
    {
        if (text is null) return null;
        return Target.TryParse(text, out var target) ? target : throw new JsonException("指标值不能为空白。");
    }

    private static FigureDto? ToDto(Amount? amount) => amount is { } a ? new FigureDto(a.Value, a.Unit == Unit.None ? null : a.Unit.Name) : null;

    private static Amount? ToModel(FigureDto? figure)
    {
        if (figure is not { } f) return null;
        return f.Value is { } value
            ? new Amount(value, f.Unit is null ? Unit.None : Unit.Of(f.Unit))
            : throw new JsonException("应为数字或 {\"value\":…,\"unit\":…}。");
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static TDto[]? Array<T, TDto>(ValueList<T> list, Func<T, TDto> map) => list.Count == 0 ? null : [.. list.Select(map)];

    private static ValueList<T> List<TDto, T>(TDto[]? items, Func<TDto, T> map) => (items ?? []).Select(map).ToValueList();
}
