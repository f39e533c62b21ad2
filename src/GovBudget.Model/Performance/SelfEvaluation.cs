namespace GovBudget.Model;

/// <summary>A self-evaluation (绩效自评表): what was spent and achieved, and the points given for it.</summary>
/// <param name="Subject">The department's or the project's name.</param>
public abstract record SelfEvaluation(string Subject) : PerformanceForm(Subject)
{
    /// <summary>预算执行情况: the whole first, then its sources where the form lists them.</summary>
    public ValueList<ExecutionRow> Execution { get; init; }

    /// <summary>总分.</summary>
    public Amount? Total { get; init; }

    /// <summary>分值 of the row of 总分, where the form prints one.</summary>
    public Amount? WeightTotal { get; init; }

    /// <summary>自评等级 as printed: <c>优</c>, <c>良</c>, <c>中</c>, <c>差</c>; <c>合格</c>, <c>不合格</c>.</summary>
    public string? Grade { get; init; }

    /// <summary>偏差大或目标未完成原因分析.</summary>
    public string? DeviationReason { get; init; }

    /// <summary>改进措施及结果应用方案.</summary>
    public string? Improvement { get; init; }

    /// <summary>The row that the execution score is given for: the one named a total (总额, 合计), else the first; null where there is none.</summary>
    public ExecutionRow? ExecutionTotal =>
        Execution.FirstOrDefault(r => r.Name.Contains("总额", StringComparison.Ordinal) || r.Name.Contains("合计", StringComparison.Ordinal))
        ?? (Execution.Count > 0 ? Execution[0] : null);
}

/// <summary>整体绩效自评表 (also 部门整体绩效自评表, 部门整体支出绩效自评表).</summary>
/// <param name="Subject">单位名称.</param>
public sealed record DepartmentSelfEvaluation(string Subject) : SelfEvaluation(Subject)
{
    /// <inheritdoc/>
    public override PerformanceFormKind Kind => PerformanceFormKind.DepartmentSelfEvaluation;

    /// <summary>基本支出总额.</summary>
    public Amount? BasicTotal { get; init; }

    /// <summary>项目支出总额.</summary>
    public Amount? ProjectTotal { get; init; }
}

/// <summary>项目绩效自评表 (also 项目支出绩效自评表).</summary>
/// <param name="Subject">项目名称.</param>
public sealed record ProjectSelfEvaluation(string Subject) : SelfEvaluation(Subject)
{
    /// <inheritdoc/>
    public override PerformanceFormKind Kind => PerformanceFormKind.ProjectSelfEvaluation;

    /// <summary>项目代码.</summary>
    public string? ProjectCode { get; init; }

    /// <summary>主管部门（及代码）.</summary>
    public string? Department { get; init; }

    /// <summary>项目类别, 项目属性, 项目类型: the boxes, ticked or not.</summary>
    public ValueList<CheckBoxGroup> Categories { get; init; }

    /// <summary>项目年度绩效目标 in words, where it stands apart from the indicators.</summary>
    public string? AnnualGoal { get; init; }

    /// <summary>实际完成情况 in words, where it stands apart from the indicators.</summary>
    public string? Achievement { get; init; }
}

/// <summary>A text under its heading.</summary>
/// <param name="Name">The heading: <c>产出情况</c>, <c>主要经验做法</c>.</param>
/// <param name="Text">The text.</param>
public sealed record NamedText(string Name, string Text);
