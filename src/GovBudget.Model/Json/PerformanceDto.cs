namespace GovBudget.Model.Json;

/// <summary>A performance form as JSON lays it out; what its kind has not is missing. Amounts are numbers, or objects with a unit; targets are the printed
/// text.</summary>
internal sealed record PerformanceDto
{
    public required PerformanceFormKind Kind { get; init; }

    public required string Subject { get; init; }

    public string? Title { get; init; }

    public string? Organisation { get; init; }

    public int? Year { get; init; }

    public string? ReportDate { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? ProjectCode { get; init; }

    public string? Department { get; init; }

    public CheckBoxGroupDto[]? Categories { get; init; }

    public string? Reason { get; init; }

    public string? Content { get; init; }

    public string? TotalBudget { get; init; }

    public FigureDto? YearBudget { get; init; }

    public string? BudgetHistory { get; init; }

    public string? Duties { get; init; }

    public string? Tasks { get; init; }

    public FundLineDto[]? Funds { get; init; }

    public FundLineDto[]? Spending { get; init; }

    public ProjectLineDto[]? Projects { get; init; }

    public string? OverallGoal { get; init; }

    public FigureDto? BasicTotal { get; init; }

    public FigureDto? ProjectTotal { get; init; }

    public ExecutionDto[]? Execution { get; init; }

    public string? AnnualGoal { get; init; }

    public string? Achievement { get; init; }

    public GoalDto[]? Goals { get; init; }

    public FigureDto? Total { get; init; }

    public FigureDto? WeightTotal { get; init; }

    public string? Grade { get; init; }

    public string? DeviationReason { get; init; }

    public string? Improvement { get; init; }

    public NamedTextDto[]? Analysis { get; init; }

    public string? Notes { get; init; }
}

internal sealed record CheckBoxGroupDto(string Name, CheckBoxDto[] Boxes);

internal sealed record CheckBoxDto(string Label, bool Ticked);

internal sealed record NamedTextDto(string Name, string Text);

internal sealed record FundLineDto
{
    public string? Group { get; init; }

    public string? Name { get; init; }

    public FigureDto? Amount { get; init; }

    public FigureDto? Share { get; init; }

    public YearAmountDto[]? OtherYears { get; init; }
}

internal sealed record YearAmountDto(string Label)
{
    public FigureDto? Amount { get; init; }
}

internal sealed record ProjectLineDto
{
    public string? Name { get; init; }

    public string? Category { get; init; }

    public FigureDto? TotalBudget { get; init; }

    public FigureDto? YearBudget { get; init; }

    public string? Purpose { get; init; }
}

internal sealed record ExecutionDto
{
    public string? Name { get; init; }

    public FigureDto? InitialBudget { get; init; }

    public FigureDto? RequestedBudget { get; init; }

    public FigureDto? Budget { get; init; }

    public FigureDto? Executed { get; init; }

    public FigureDto? Remaining { get; init; }

    public FigureDto? Rate { get; init; }

    public FigureDto? Weight { get; init; }

    public FigureDto? Score { get; init; }

    public string? DeviationReason { get; init; }
}

internal sealed record GoalDto
{
    public required GoalTerm Term { get; init; }

    public string? Label { get; init; }

    public string? Text { get; init; }

    public FigureDto? Weight { get; init; }

    public string? Achievement { get; init; }

    public IndicatorDto[]? Indicators { get; init; }
}

internal sealed record IndicatorDto
{
    public string? Level1 { get; init; }

    public string? Level2 { get; init; }

    public required string Name { get; init; }

    public string? Target { get; init; }

    public string? AdjustedTarget { get; init; }

    public string? Achieved { get; init; }

    public FigureDto? Weight { get; init; }

    public FigureDto? Score { get; init; }

    public string? ScoreText { get; init; }

    public string? DeviationReason { get; init; }

    public string? Basis { get; init; }

    public YearValueDto[]? OtherYears { get; init; }
}

internal sealed record YearValueDto(string Label, string Value);
