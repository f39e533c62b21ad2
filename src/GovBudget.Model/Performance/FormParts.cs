namespace GovBudget.Model;

/// <summary>One line of money of a goal table: a source, a kind of spending, or their 合计.</summary>
/// <param name="Group">The block it stands in: <c>收入构成</c>, <c>支出构成</c>, <c>项目资金来源</c>; empty where there is but one.</param>
/// <param name="Name">The line as printed: <c>1.一般公共预算财政拨款收入</c>, <c>其中：申请当年预算拨款</c>, <c>合计</c>.</param>
/// <param name="Amount">The amount of the form's year; null where the cell is blank.</param>
public sealed record GoalFundLine(string Group, string Name, Amount? Amount)
{
    /// <summary>占比, in %.</summary>
    public Amount? Share { get; init; }

    /// <summary>Amounts of other years, in the form's order.</summary>
    public ValueList<YearAmount> OtherYears { get; init; }
}

/// <summary>An amount of another year.</summary>
/// <param name="Label">The column's name as printed: <c>2022年</c>.</param>
/// <param name="Amount">The amount; null where the cell is blank.</param>
public sealed record YearAmount(string Label, Amount? Amount);

/// <summary>One project in a department's goal table (项目支出情况).</summary>
/// <param name="Name">项目名称.</param>
/// <param name="Category">项目类别 (一般目标类, 特殊目标类).</param>
/// <param name="TotalBudget">项目总预算.</param>
/// <param name="YearBudget">项目本年度预算.</param>
/// <param name="Purpose">项目主要支出方向和用途.</param>
public sealed record GoalProjectLine(string Name, string? Category, Amount? TotalBudget, Amount? YearBudget, string? Purpose);

/// <summary>A row of boxes to tick: 项目类别, 项目属性, 项目类型.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Boxes">The answers offered, in the form's order.</param>
public sealed record CheckBoxGroup(string Name, ValueList<CheckBox> Boxes)
{
    /// <summary>The answers that are ticked; a form should have one.</summary>
    public IEnumerable<string> Ticked => Boxes.Where(b => b.IsTicked).Select(b => b.Label);
}

/// <summary>A box: ☑ or □ and what stands beside it.</summary>
/// <param name="Label">The answer, without its ordinal: <c>部门预算项目</c>.</param>
/// <param name="IsTicked">Whether it is ticked.</param>
public sealed record CheckBox(string Label, bool IsTicked);

/// <summary>One row of 预算执行情况 (项目资金, 预算安排及执行进度): the whole, or one source of it.</summary>
/// <param name="Name">The row as printed: <c>部门整体支出总额</c>, <c>年度财政资金总额</c>, <c>资金总额</c>, <c>其中：财政拨款</c>.</param>
public sealed record ExecutionRow(string Name)
{
    /// <summary>年初预算数, in money.</summary>
    public Amount? InitialBudget { get; init; }

    /// <summary>目标申报数: what was asked for with the goals, in money.</summary>
    public Amount? RequestedBudget { get; init; }

    /// <summary>预算数（A）, 全年预算数: the adjusted budget with what was carried over, in money.</summary>
    public Amount? Budget { get; init; }

    /// <summary>执行数（B）, 全年执行数: what was spent, in money.</summary>
    public Amount? Executed { get; init; }

    /// <summary>资金结（转）余, in money.</summary>
    public Amount? Remaining { get; init; }

    /// <summary>执行率（B/A）, in %, printed sign or not.</summary>
    public Amount? Rate { get; init; }

    /// <summary>分值: 20 in Hubei's forms, 10 in the national one.</summary>
    public Amount? Weight { get; init; }

    /// <summary>得分.</summary>
    public Amount? Score { get; init; }

    /// <summary>偏差原因分析及改进措施 of this row.</summary>
    public string? DeviationReason { get; init; }
}
