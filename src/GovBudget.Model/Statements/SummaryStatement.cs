namespace GovBudget.Model;

/// <summary>A line of 收入支出总表: one source of income or one class of expenditure.</summary>
public sealed record SummaryLine : StatementLine
{
    /// <summary>The amount (金额, 决算数, 预算数).</summary>
    public Amount? Amount
    {
        get => Figures[Column];
        init => Figures = Figures.With(Column, value);
    }

    private Column Column => Side == LineSide.Income ? GovBudget.Model.Column.IncomeSide : GovBudget.Model.Column.ExpenditureSide;
}

/// <summary>收入支出决算总表（公开01）, 收支预算总表（表1）: sources of income beside classes of expenditure.</summary>
public sealed record SummaryStatement : Statement<SummaryLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Summary;

    /// <summary>The income side.</summary>
    public IEnumerable<SummaryLine> Income => On(LineSide.Income);

    /// <summary>The expenditure side, by functional class.</summary>
    public IEnumerable<SummaryLine> Expenditure => On(LineSide.Expenditure);

    /// <summary>本年收入合计.</summary>
    public Amount? YearIncome => LineLabel.YearIncome.FindIn(Income)?.Amount;

    /// <summary>本年支出合计.</summary>
    public Amount? YearExpenditure => LineLabel.YearExpenditure.FindIn(Expenditure)?.Amount;

    /// <summary>年初结转和结余.</summary>
    public Amount? Opening => LineLabel.Opening.FindIn(Income)?.Amount;

    /// <summary>年末结转和结余.</summary>
    public Amount? Closing => LineLabel.Closing.FindIn(Expenditure)?.Amount;

    /// <summary>总计 of the income side.</summary>
    public Amount? IncomeTotal => LineLabel.IncomeTotal.FindIn(Income)?.Amount;

    /// <summary>总计 of the expenditure side.</summary>
    public Amount? ExpenditureTotal => LineLabel.ExpenditureTotal.FindIn(Expenditure)?.Amount;
}

/// <summary>A line of 财政拨款收入支出总表: appropriation received, or expenditure by fund.</summary>
public sealed record FiscalSummaryLine : StatementLine
{
    /// <summary>收入: the appropriation (income side).</summary>
    public Amount? Income
    {
        get => Figures[Column.IncomeSide];
        init => Figures = Figures.With(Column.IncomeSide, value);
    }

    /// <summary>支出/合计.</summary>
    public Amount? Total
    {
        get => Figures[Column.FiscalTotal];
        init => Figures = Figures.With(Column.FiscalTotal, value);
    }

    /// <summary>支出/一般公共预算财政拨款.</summary>
    public Amount? GeneralPublic
    {
        get => Figures[Column.FiscalGeneralPublic];
        init => Figures = Figures.With(Column.FiscalGeneralPublic, value);
    }

    /// <summary>支出/政府性基金预算财政拨款.</summary>
    public Amount? GovernmentFund
    {
        get => Figures[Column.FiscalGovernmentFund];
        init => Figures = Figures.With(Column.FiscalGovernmentFund, value);
    }

    /// <summary>支出/国有资本经营预算财政拨款.</summary>
    public Amount? StateCapital
    {
        get => Figures[Column.FiscalStateCapital];
        init => Figures = Figures.With(Column.FiscalStateCapital, value);
    }
}

/// <summary>财政拨款收入支出决算总表（公开04）, 财政拨款收支预算总表（表4）: appropriations by fund.</summary>
public sealed record FiscalSummaryStatement : Statement<FiscalSummaryLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.FiscalSummary;

    /// <summary>The income side.</summary>
    public IEnumerable<FiscalSummaryLine> Income => On(LineSide.Income);

    /// <summary>The expenditure side.</summary>
    public IEnumerable<FiscalSummaryLine> Expenditure => On(LineSide.Expenditure);

    /// <summary>本年收入合计.</summary>
    public Amount? YearIncome => LineLabel.YearIncome.FindIn(Income)?.Income;

    /// <summary>本年支出合计, all funds.</summary>
    public Amount? YearExpenditure => LineLabel.YearExpenditure.FindIn(Expenditure)?.Total;
}
