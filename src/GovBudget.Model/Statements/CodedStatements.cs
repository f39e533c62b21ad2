namespace GovBudget.Model;

/// <summary>A line of 收入（决算）表: income by functional code or, in budgets of some provinces, by unit.</summary>
public sealed record IncomeLine : StatementLine
{
    /// <summary>合计 (本年收入合计).</summary>
    public Amount? Total { get => Figures[Column.Total]; init => Figures = Figures.With(Column.Total, value); }

    /// <summary>财政拨款收入.</summary>
    public Amount? FiscalAppropriation { get => Figures[Column.FiscalAppropriation]; init => Figures = Figures.With(Column.FiscalAppropriation, value); }

    /// <summary>上级补助收入.</summary>
    public Amount? SuperiorSubsidy { get => Figures[Column.SuperiorSubsidy]; init => Figures = Figures.With(Column.SuperiorSubsidy, value); }

    /// <summary>事业收入.</summary>
    public Amount? InstitutionalIncome { get => Figures[Column.InstitutionalIncome]; init => Figures = Figures.With(Column.InstitutionalIncome, value); }

    /// <summary>经营收入.</summary>
    public Amount? BusinessIncome { get => Figures[Column.BusinessIncome]; init => Figures = Figures.With(Column.BusinessIncome, value); }

    /// <summary>附属单位上缴收入.</summary>
    public Amount? SubordinateRemittance { get => Figures[Column.SubordinateRemittance]; init => Figures = Figures.With(Column.SubordinateRemittance, value); }

    /// <summary>其他收入.</summary>
    public Amount? OtherIncome { get => Figures[Column.OtherIncome]; init => Figures = Figures.With(Column.OtherIncome, value); }
}

/// <summary>收入决算表（公开02）, 收入预算总表（表2）.</summary>
public sealed record IncomeStatement : Statement<IncomeLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Income;

    /// <summary>合计 of the 合计 row; null where the table prints none.</summary>
    public Amount? Total => TotalLine?.Total;
}

/// <summary>A line of 支出（决算）表: expenditure by functional code.</summary>
public sealed record ExpenditureLine : StatementLine
{
    /// <summary>合计 (本年支出合计).</summary>
    public Amount? Total { get => Figures[Column.Total]; init => Figures = Figures.With(Column.Total, value); }

    /// <summary>基本支出.</summary>
    public Amount? Basic { get => Figures[Column.Basic]; init => Figures = Figures.With(Column.Basic, value); }

    /// <summary>项目支出.</summary>
    public Amount? Project { get => Figures[Column.Project]; init => Figures = Figures.With(Column.Project, value); }

    /// <summary>上缴上级支出.</summary>
    public Amount? ToSuperior { get => Figures[Column.ToSuperior]; init => Figures = Figures.With(Column.ToSuperior, value); }

    /// <summary>经营支出.</summary>
    public Amount? Business { get => Figures[Column.Business]; init => Figures = Figures.With(Column.Business, value); }

    /// <summary>对附属单位补助支出.</summary>
    public Amount? ToSubordinate { get => Figures[Column.ToSubordinate]; init => Figures = Figures.With(Column.ToSubordinate, value); }
}

/// <summary>支出决算表（公开03）, 支出预算总表（表3）.</summary>
public sealed record ExpenditureStatement : Statement<ExpenditureLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Expenditure;

    /// <summary>合计 of the 合计 row; null where the table prints none.</summary>
    public Amount? Total => TotalLine?.Total;
}

/// <summary>A line of 一般公共预算（财政拨款）支出表: expenditure by functional code, split into basic and project.</summary>
public sealed record GeneralPublicLine : StatementLine
{
    /// <summary>合计 (小计).</summary>
    public Amount? Total { get => Figures[Column.Total]; init => Figures = Figures.With(Column.Total, value); }

    /// <summary>基本支出.</summary>
    public Amount? Basic { get => Figures[Column.Basic]; init => Figures = Figures.With(Column.Basic, value); }

    /// <summary>基本支出/人员经费, where printed (budgets).</summary>
    public Amount? BasicPersonnel { get => Figures[Column.BasicPersonnel]; init => Figures = Figures.With(Column.BasicPersonnel, value); }

    /// <summary>基本支出/公用经费, where printed (budgets).</summary>
    public Amount? BasicPublic { get => Figures[Column.BasicPublic]; init => Figures = Figures.With(Column.BasicPublic, value); }

    /// <summary>项目支出.</summary>
    public Amount? Project { get => Figures[Column.Project]; init => Figures = Figures.With(Column.Project, value); }

    /// <summary>金额, where the table has this one column only.</summary>
    public Amount? Amount { get => Figures[Column.Amount]; init => Figures = Figures.With(Column.Amount, value); }
}

/// <summary>一般公共预算财政拨款支出决算表（公开05）, 一般公共预算支出表（表5）.</summary>
public sealed record GeneralPublicStatement : Statement<GeneralPublicLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.GeneralPublic;

    /// <summary>合计 (金额) of the 合计 row; null where the table prints none.</summary>
    public Amount? Total => TotalLine is { } line ? line.Total ?? line.Amount : null;
}

/// <summary>A line of 一般公共预算（财政拨款）基本支出表: basic expenditure by economic code.</summary>
public sealed record BasicExpenditureLine : StatementLine
{
    /// <summary>金额: the one column of final accounts and of some budgets.</summary>
    public Amount? Amount { get => Figures[Column.Amount]; init => Figures = Figures.With(Column.Amount, value); }

    /// <summary>合计 (budgets).</summary>
    public Amount? Total { get => Figures[Column.Total]; init => Figures = Figures.With(Column.Total, value); }

    /// <summary>人员经费 (budgets).</summary>
    public Amount? Personnel { get => Figures[Column.Personnel]; init => Figures = Figures.With(Column.Personnel, value); }

    /// <summary>公用经费 (budgets).</summary>
    public Amount? Public { get => Figures[Column.Public]; init => Figures = Figures.With(Column.Public, value); }
}

/// <summary>一般公共预算财政拨款基本支出决算表（公开06）, 一般公共预算基本支出表（表6）. Column groups side by side are read group after group.</summary>
public sealed record BasicExpenditureStatement : Statement<BasicExpenditureLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.Basic;
}

/// <summary>A line of 政府性基金 and 国有资本经营预算 tables, by functional code.</summary>
public sealed record FundLine : StatementLine
{
    /// <summary>年初结转和结余.</summary>
    public Amount? Opening { get => Figures[Column.Opening]; init => Figures = Figures.With(Column.Opening, value); }

    /// <summary>本年收入.</summary>
    public Amount? Income { get => Figures[Column.YearIncome]; init => Figures = Figures.With(Column.YearIncome, value); }

    /// <summary>本年支出/合计.</summary>
    public Amount? Total { get => Figures[Column.YearTotal]; init => Figures = Figures.With(Column.YearTotal, value); }

    /// <summary>本年支出/基本支出.</summary>
    public Amount? Basic { get => Figures[Column.YearBasic]; init => Figures = Figures.With(Column.YearBasic, value); }

    /// <summary>本年支出/项目支出.</summary>
    public Amount? Project { get => Figures[Column.YearProject]; init => Figures = Figures.With(Column.YearProject, value); }

    /// <summary>年末结转和结余.</summary>
    public Amount? Closing { get => Figures[Column.Closing]; init => Figures = Figures.With(Column.Closing, value); }
}

/// <summary>政府性基金预算财政拨款收入支出决算表（公开07）, 政府性基金预算支出表（表8）.</summary>
public sealed record GovernmentFundStatement : Statement<FundLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.GovernmentFund;
}

/// <summary>国有资本经营预算财政拨款支出决算表（公开08）, 国有资本经营预算支出表（表9）.</summary>
public sealed record StateCapitalStatement : Statement<FundLine>
{
    /// <inheritdoc/>
    public override StatementKind Kind => StatementKind.StateCapital;
}
