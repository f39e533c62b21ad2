namespace GovBudget.Model;

/// <summary>A line with one amount.</summary>
public sealed record AmountLine : StatementLine
{
    /// <summary>金额.</summary>
    public Amount? Amount { get => Figures[Column.Amount]; init => Figures = Figures.With(Column.Amount, value); }
}

/// <summary>财政拨款支出表: all funds by functional code (budgets of some provinces).</summary>
public sealed record FiscalExpenditureStatement : Statement<AmountLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.FiscalExpenditure;
}

/// <summary>财政拨款基本支出表: all funds by economic code (budgets of some provinces).</summary>
public sealed record FiscalBasicStatement : Statement<AmountLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.FiscalBasic;
}

/// <summary>机关运行经费支出（决算）表, by economic code.</summary>
public sealed record OperatingStatement : Statement<AmountLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Operating;
}

/// <summary>“三公”经费、会议费、培训费支出表: its columns are its printed header paths, since its 合计 holds more than 三公.</summary>
public sealed record MeetingTrainingStatement : Statement<StatementLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.MeetingTraining;
}

/// <summary>政府采购情况表, 政府采购预算表.</summary>
public sealed record ProcurementStatement : Statement<StatementLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Procurement;
}

/// <summary>A line of 决算公开相关信息统计表: an amount of money or a count, in the unit that its label or section names.</summary>
public sealed record StatisticLine : StatementLine
{
    /// <summary>统计数.</summary>
    public Amount? Statistic { get => Figures[Column.Statistic]; init => Figures = Figures.With(Column.Statistic, value); }
}

/// <summary>决算公开相关信息统计表（公开10）: procurement, operating funds, vehicles by use, equipment.</summary>
public sealed record DisclosureStatistics : Statement<StatisticLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Statistics;
}

/// <summary>A line of 项目支出表: a project, or a subtotal by unit or category.</summary>
public sealed record ProjectLine : StatementLine
{
    /// <summary>合计 over the sources of funds.</summary>
    public Amount? Total { get => Figures[Column.Total]; init => Figures = Figures.With(Column.Total, value); }
}

/// <summary>项目支出表（表10）: projects by source of funds.</summary>
public sealed record ProjectStatement : Statement<ProjectLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Projects;
}
