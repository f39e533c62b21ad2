namespace GovBudget.Model;

/// <summary>The four official performance forms.</summary>
public enum PerformanceFormKind
{
    /// <summary>整体绩效目标表.</summary>
    DepartmentGoals,

    /// <summary>项目绩效目标表.</summary>
    ProjectGoals,

    /// <summary>整体绩效自评表.</summary>
    DepartmentSelfEvaluation,

    /// <summary>项目绩效自评表.</summary>
    ProjectSelfEvaluation,
}

/// <summary>A performance form: goals stated with a budget, or a self-evaluation published with final accounts.</summary>
/// <remarks>Immutable records, equal when all parts are. What a form does not print is null or empty.</remarks>
/// <param name="Subject">Whose form it is: the department's name, or the project's (项目名称).</param>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public abstract record PerformanceForm(string Subject)
{
    /// <summary>Which of the four forms this is.</summary>
    public abstract PerformanceFormKind Kind { get; }

    /// <summary>The form's name in listings: 整体绩效目标表, 项目绩效目标表, 整体绩效自评表, 项目绩效自评表.</summary>
    public string KindName => Kind switch
    {
        PerformanceFormKind.DepartmentGoals => "整体绩效目标表",
        PerformanceFormKind.ProjectGoals => "项目绩效目标表",
        PerformanceFormKind.DepartmentSelfEvaluation => "整体绩效自评表",
        _ => "项目绩效自评表",
    };

    /// <summary>For people and debuggers: which form, whose, how many indicators.</summary>
    public sealed override string ToString() => $"{KindName} {Subject}（{Goals.Sum(g => g.Indicators.Count)} 个指标）";

    /// <summary>The title above the form, as printed.</summary>
    public string? Title { get; init; }

    /// <summary>单位名称, 预算单位, 项目实施单位: who filled it in.</summary>
    public string? Organisation { get; init; }

    /// <summary>The year that the form is about.</summary>
    public int? Year { get; init; }

    /// <summary>填报日期, as printed.</summary>
    public string? ReportDate { get; init; }

    /// <summary>填报人, 项目负责人.</summary>
    public string? Contact { get; init; }

    /// <summary>联系电话.</summary>
    public string? Phone { get; init; }

    /// <summary>The goals with their indicators, in the form's order.</summary>
    public ValueList<Goal> Goals { get; init; }

    /// <summary>项目绩效分析 and further texts under their printed names, in the form's order.</summary>
    public ValueList<NamedText> Analysis { get; init; }

    /// <summary>备注 and 填表说明 printed under the form.</summary>
    public string? Notes { get; init; }

    /// <summary>All indicators, in the form's order.</summary>
    public IEnumerable<Indicator> Indicators => Goals.SelectMany(g => g.Indicators);
}

/// <summary>整体绩效目标表 (also 部门整体支出绩效目标表): what a department aims at with its whole budget.</summary>
/// <param name="Subject">部门（单位）名称.</param>
public sealed record DepartmentGoals(string Subject) : PerformanceForm(Subject)
{
    /// <inheritdoc/>
    public override PerformanceFormKind Kind => PerformanceFormKind.DepartmentGoals;

    /// <summary>部门总体资金情况: 收入构成 and 支出构成, with the two years before.</summary>
    public ValueList<GoalFundLine> Funds { get; init; }

    /// <summary>部门职能概述.</summary>
    public string? Duties { get; init; }

    /// <summary>年度工作任务.</summary>
    public string? Tasks { get; init; }

    /// <summary>项目支出情况.</summary>
    public ValueList<GoalProjectLine> Projects { get; init; }
}

/// <summary>项目绩效目标表 (also 项目支出绩效目标表): what a project aims at.</summary>
/// <param name="Subject">项目名称.</param>
public sealed record ProjectGoals(string Subject) : PerformanceForm(Subject)
{
    /// <inheritdoc/>
    public override PerformanceFormKind Kind => PerformanceFormKind.ProjectGoals;

    /// <summary>项目代码.</summary>
    public string? ProjectCode { get; init; }

    /// <summary>项目主管部门.</summary>
    public string? Department { get; init; }

    /// <summary>项目类别, 项目属性, 项目类型: the boxes, ticked or not.</summary>
    public ValueList<CheckBoxGroup> Categories { get; init; }

    /// <summary>项目申请理由, 立项依据.</summary>
    public string? Reason { get; init; }

    /// <summary>项目主要内容.</summary>
    public string? Content { get; init; }

    /// <summary>项目总预算, as printed: often words (资金来源：本级一般公共预算17.00万元).</summary>
    public string? TotalBudget { get; init; }

    /// <summary>项目当年预算.</summary>
    public Amount? YearBudget { get; init; }

    /// <summary>项目前两年预算及当年预算变动情况.</summary>
    public string? BudgetHistory { get; init; }

    /// <summary>项目资金来源: 合计, then each source.</summary>
    public ValueList<GoalFundLine> Funds { get; init; }

    /// <summary>项目支出明细预算: 合计, then each item.</summary>
    public ValueList<GoalFundLine> Spending { get; init; }

    /// <summary>项目绩效总目标, 实施期目标.</summary>
    public string? OverallGoal { get; init; }
}
