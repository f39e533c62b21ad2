using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>What a labelled cell of a performance form (绩效目标表, 绩效自评表) is about.</summary>
internal enum FormField
{
    ProjectName, DepartmentName, Organisation, Department, ProjectCode, Contact, Phone, ReportDate,
    BasicTotal, ProjectTotal, Reason, Content, TotalBudget, YearBudget, BudgetHistory, Duties, Tasks, OverallGoal,
    DeviationReason, Improvement, Total, Grade, Notes,
    Achievement,
    Level1, Level2, IndicatorName, Target, AdjustedTarget, Achieved, Weight, Score, Basis, Nature, MeasureUnit, GoalName, Remark,
    InitialBudget, RequestedBudget, PlannedBudget, Budget, Executed, Remaining, Rate,
    FundName, SpendingName, FundAmount, FundShare,
    ProjectCategory, ProjectYearBudget, Purpose,
    Heading,
}

/// <summary>A label as printed: its own words, and what its brackets say.</summary>
/// <param name="Core">The words, folded, without ordinal, brackets and colon.</param>
/// <param name="Unit">The unit of money in its brackets (万元), or <see cref="Unit.None"/>.</param>
/// <param name="Points">The points in its brackets (20分); null where there are none.</param>
internal readonly record struct FormLabel(string Core, Unit Unit, Amount? Points);

/// <summary>The labels of performance forms and what they are called in the forms of ministries and provinces: one declaration for reading and writing. The
/// first name is the one written.</summary>
internal static partial class PerformanceLabels
{
    private const int LongestLabel = 24;

    private static readonly (FormField Field, string[] Names)[] All =
    [
        (FormField.ProjectName, ["项目名称", "项目支出名称", "专项名称", "专项资金名称", "政策名称", "项目政策名称"]),
        (FormField.DepartmentName, ["单位名称", "部门名称", "部门单位名称", "预算部门名称", "预算部门", "部门", "单位"]),
        (FormField.Organisation, ["项目实施单位", "项目执行单位", "预算单位", "实施单位", "执行单位", "填报单位", "项目单位", "资金使用单位", "承担单位", "项目承担单位"]),
        (FormField.Department, ["主管部门", "项目主管部门", "主管部门及代码", "项目主管部门及代码", "主管单位", "业务主管部门"]),
        (FormField.ProjectCode, ["项目代码", "项目编码", "项目编号"]),
        (FormField.Contact, ["填报人", "项目负责人", "联系人", "负责人", "填表人", "项目联系人"]),
        (FormField.Phone, ["联系电话", "电话", "联系人电话"]),
        (FormField.ReportDate, ["填报日期", "填报时间", "填表日期", "填表时间", "自评时间", "自评日期"]),
        (FormField.BasicTotal, ["基本支出总额"]),
        (FormField.ProjectTotal, ["项目支出总额"]),
        (FormField.Reason, ["项目申请理由", "立项依据", "项目立项依据", "申请理由", "设立依据", "项目设立依据"]),
        (FormField.Content, ["项目主要内容", "项目概况", "项目内容", "项目概述", "项目基本情况", "主要内容"]),
        (FormField.TotalBudget, ["项目总预算", "项目预算总额"]),
        (FormField.YearBudget, ["项目当年预算", "当年预算", "项目本年度预算", "本年度预算"]),
        (FormField.BudgetHistory, ["项目前两年预算及当年预算变动情况", "前两年预算及当年预算变动情况"]),
        (FormField.Duties, ["部门职能概述", "部门职能", "部门职责", "主要职能", "部门主要职能", "单位职能概述"]),
        (FormField.Tasks, ["年度工作任务", "年度主要任务", "年度重点工作", "年度主要工作任务", "年度重点工作任务"]),
        (FormField.OverallGoal, ["项目绩效目标", "项目总体目标", "项目总目标", "项目绩效总体目标"]),
        (FormField.DeviationReason,
            ["偏差大或目标未完成原因分析", "偏差原因分析及改进措施", "偏差大或目标未完成原因", "偏差原因分析", "偏差原因", "未完成原因分析", "未完成原因分析及改进措施", "未完成原因及改进措施", "偏差原因及改进措施", "未完成原因和改进措施", "未完成原因",
                "原因", "扣分原因", "扣分原因分析", "偏差说明", "得分说明", "未达标原因分析", "未完成或偏离原因", "偏差原因分析与改进措施", "扣分原因及改进措施"]),
        (FormField.Improvement, ["改进措施及结果应用方案", "改进措施", "结果应用方案"]),
        (FormField.Total, ["总分", "自评总分", "总得分", "自评得分", "得分合计", "综合得分", "合计", "总计", "合计得分"]),
        (FormField.Grade, ["自评等级", "评价等级", "等级", "评价等次", "自评等次", "等次", "绩效等级", "自评结论", "评价结论"]),
        (FormField.Notes, ["备注", "注", "说明", "填表说明", "填报说明", "其他需要说明事项", "其他需要说明的事项", "需要说明的事项", "其他说明"]),
        (FormField.Achievement, ["实际完成情况", "全年实际完成情况", "目标完成情况", "年度目标完成情况", "全年完成情况", "完成情况", "目标实际完成情况", "年度总体目标完成情况"]),
        (FormField.Level1, ["一级指标"]),
        (FormField.Level2, ["二级指标"]),
        (FormField.IndicatorName, ["三级指标", "指标名称", "指标内容", "具体指标", "绩效指标名称", "三级指标名称", "四级指标"]),
        (FormField.Target,
            ["指标值", "年初目标值", "年初指标值", "年度指标值", "目标值", "预期当年实现值", "预计当年实现", "预计当年实现值", "当年预期", "年度目标值", "绩效指标值", "计划指标值", "预期指标值", "指标目标值", "计划值", "全年目标值",
                "当年指标值", "预期值", "绩效目标值", "计划完成值", "年初设定指标值", "年初设定值"]),
        (FormField.AdjustedTarget, ["调整后指标值", "调整后目标值", "调整值", "调整后年度指标值"]),
        (FormField.Achieved, ["实际完成值", "全年实际值", "全年完成值", "实际完成指标值", "实际值", "完成值", "全年实际完成值", "年度完成值", "全年实际完成", "实际完成情况", "完成情况", "全年完成情况", "全年实际完成情况", "实际完成指标"]),
        (FormField.Weight, ["分值", "权重", "指标权重", "指标分值", "分值权重", "标准分", "权重分值", "权重分", "标准分值", "满分", "满分值", "设定分值", "分数", "执行率权重"]),
        (FormField.Score, ["得分", "自评得分", "自评分", "评分", "自评分值", "实际得分", "评价得分", "自评分数", "单位自评分", "单位自评得分", "指标得分", "执行率得分"]),
        (FormField.Basis,
            ["指标值确定依据", "绩效标准", "指标确定依据", "指标值依据", "确定依据", "指标解释", "评分标准", "评价标准", "指标说明", "指标说明及评分标准", "评分细则", "评分办法", "计分标准", "评分规则", "赋分标准", "计分方法", "考核标准",
                "指标说明和评分标准"]),
        (FormField.Nature, ["指标性质", "指标方向", "指标属性", "计算符号", "比较符", "符号", "指标类型", "运算符号", "指标符号", "条件符号", "方向"]),
        (FormField.MeasureUnit, ["计量单位", "度量单位", "指标单位", "指标值单位", "指标度量单位", "单位"]),
        (FormField.GoalName, ["目标名称", "年度绩效目标", "绩效目标", "年度目标", "总体目标", "项目绩效目标", "年度总体目标", "总体绩效目标"]),
        (FormField.Remark, ["备注", "说明"]),
        (FormField.InitialBudget, ["年初预算数", "年初预算", "年初预算金额"]),
        (FormField.RequestedBudget, ["目标申报数"]),
        (FormField.PlannedBudget, ["预算编制数"]),
        (FormField.Budget, ["预算数", "全年预算数", "全年预算", "调整后预算数", "调整预算数", "调整后预算", "预算金额", "预算总额", "全年预算金额", "实际到位数", "资金到位数"]),
        (FormField.Executed,
            ["执行数", "全年执行数", "全年支出", "实际支出", "实际支出数", "执行金额", "支出数", "实际执行数", "全年执行", "全年执行金额", "预算执行数", "预算支出数", "全年支出数", "实际执行", "资金执行数", "年度执行数"]),
        (FormField.Remaining, ["资金结余", "资金结转结余", "结余", "结转结余", "结余数", "资金结转余"]),
        (FormField.Rate, ["执行率", "预算执行率", "执行率B/A", "执行进度"]),
        (FormField.FundName, ["资金来源项目", "总体资金情况", "资金来源", "项目", "资金情况", "收入来源", "支出构成", "预算资金来源"]),
        (FormField.SpendingName, ["项目支出明细", "支出明细", "支出项目", "明细项目", "支出内容", "支出明细项目"]),
        (FormField.FundAmount, ["金额", "当年金额", "预算金额", "年度金额", "本年金额", "当年预算金额"]),
        (FormField.FundShare, ["占比", "比例", "所占比例", "占比%"]),
        (FormField.ProjectCategory, ["项目类别", "项目类型", "项目属性", "项目性质"]),
        (FormField.ProjectYearBudget, ["项目本年度预算", "本年度预算", "当年预算", "项目当年预算", "项目年度预算"]),
        (FormField.Purpose, ["项目主要支出方向和用途", "主要支出方向和用途", "支出方向和用途", "主要用途"]),
        (FormField.Heading, ["名称", "目标说明", "项目绩效总目标", "整体绩效目标", "项目绩效分析", "自评结果分析", "项目支出情况", "部门总体资金情况", "项目资金来源", "项目支出明细预算", "总体目标说明", "部门整体绩效目标", "绩效指标表"]),
    ];

    /// <summary>Fields whose value stands in the cell right of the label.</summary>
    private static readonly FormField[] Labelled =
    [
        FormField.ProjectName, FormField.DepartmentName, FormField.Organisation, FormField.Department, FormField.ProjectCode, FormField.Contact,
        FormField.Phone,
        FormField.ReportDate, FormField.BasicTotal, FormField.ProjectTotal, FormField.Reason, FormField.Content, FormField.TotalBudget, FormField.YearBudget,
        FormField.BudgetHistory, FormField.Duties, FormField.Tasks, FormField.OverallGoal, FormField.DeviationReason, FormField.Improvement, FormField.Total,
        FormField.Grade, FormField.Notes,
    ];

    private static readonly Dictionary<FormField, HashSet<string>> Names = All.ToDictionary(a => a.Field, a => a.Names.ToHashSet(StringComparer.Ordinal));

    private static readonly Dictionary<string, FormField> ByName = Labelled.SelectMany(f => Names[f].Select(n => (n, f)))
        .GroupBy(p => p.n)
        .ToDictionary(g => g.Key, g => g.First().f, StringComparer.Ordinal);

    /// <summary>The name under which that field is written.</summary>
    public static string NameOf(FormField field) => All.First(a => a.Field == field).Names[0];

    /// <summary>What a cell says as a label.</summary>
    public static FormLabel Of(string text)
    {
        var folded = Label.Fold(Label.Name(text));
        var (unit, points) = (Unit.None, (Amount?)null);
        foreach (Match bracket in Brackets().Matches(folded))
        {
            if (MoneyText().Match(bracket.Value) is { Success: true } money) unit = Unit.Of(money.Value);
            if (PointsText().Match(bracket.Value) is { Success: true } match)
                points = new Amount(decimal.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Unit.None);
        }
        var core = Brackets().Replace(folded, "").Trim('：', '。', '、', '*', '%', '％');
        return new FormLabel(core.Length > LongestLabel ? "" : core, unit, points);
    }

    /// <summary>Whether the cell is a label of that field.</summary>
    public static bool Is(string text, FormField field) => Names[field].Contains(Of(text).Core);

    /// <summary>Whether the cell is a label of one of those fields.</summary>
    public static bool IsAny(string text, params ReadOnlySpan<FormField> fields)
    {
        var core = Of(text).Core;
        if (core.Length == 0) return false;
        foreach (var field in fields)
        {
            if (Names[field].Contains(core)) return true;
        }
        return false;
    }

    /// <summary>The field whose value stands right of that label; null where the text is no such label.</summary>
    public static FormField? Labelling(string text) => Of(text).Core is { Length: > 0 } core && ByName.TryGetValue(core, out var field) ? field : null;

    /// <summary>Whether the cell names a goal (年度目标1, 长期绩效目标, 年度总体目标), and of which term.</summary>
    public static GoalTerm? GoalOf(string text) => Of(text).Core is { Length: > 0 } core && GoalText().IsMatch(core) ? TermOf(core) : null;

    /// <summary>Whether the cell stands at the side of a block of indicators or is the title of one (年度绩效指标, 长期绩效目标表), and of which term; null where it is
    /// not.</summary>
    public static GoalTerm? SectionOf(string text) => Of(text).Core is { Length: > 0 } core && SectionText().IsMatch(core) ? TermOf(core) : null;

    /// <summary>Whether the name of a goal carries a number: then the points behind it are its own, not those of all goals.</summary>
    public static bool IsNumbered(string goal) => goal.Length > 0 && (char.IsAsciiDigit(goal[^1]) || "一二三四五六七八九十".Contains(goal[^1], StringComparison.Ordinal));

    /// <summary>Whether a row is the header of indicators: two of the three levels are named in it.</summary>
    public static bool IsIndicatorHeader(IEnumerable<string> texts)
    {
        var found = new HashSet<FormField>();
        foreach (var text in texts)
        {
            if (!text.Contains('指', StringComparison.Ordinal) || text.Length > LongestLabel) continue;
            foreach (var field in (FormField[])[FormField.Level1, FormField.Level2, FormField.IndicatorName])
            {
                if (Is(text, field)) found.Add(field);
            }
        }
        return found.Count >= 2 || (found.Contains(FormField.IndicatorName) && IsFlatHeader(texts));
    }

    /// <summary>指标名称 | 指标性质 | 指标值 | 计量单位 | 全年完成值 | 指标权重 | 指标得分: indicators without levels, told by their targets and what judges them.</summary>
    private static bool IsFlatHeader(IEnumerable<string> texts)
    {
        var list = texts.Where(t => t.Length <= LongestLabel).ToList();
        return list.Exists(t => Is(t, FormField.Target))
            && list.Exists(t => Is(t, FormField.Nature) || Is(t, FormField.Achieved))
            && list.Exists(t => Is(t, FormField.Weight) || Is(t, FormField.Score));
    }

    /// <summary>Whether a grid is a performance form: it has a header of indicators, or its title says so and it has the form's labels.</summary>
    public static bool LooksLike(GridMatrix grid, bool titled)
    {
        var labels = new HashSet<FormField>();
        for (var r = 0; r < grid.RowCount; r++)
        {
            var texts = grid.Filled(r).Where(c => grid.BeginsIn(c, r)).Select(c => c.Text).ToList();
            if (IsIndicatorHeader(texts)) return true;
            if (!titled) continue;
            foreach (var text in texts)
            {
                if (Labelling(text) is { } field) labels.Add(field);
                if (GoalOf(text) is not null || SectionOf(text) is not null) labels.Add(FormField.GoalName);
            }
            if (labels.Count >= 2) return true;
        }
        return false;
    }

    private static GoalTerm TermOf(string core) => LongTermText().IsMatch(core) ? GoalTerm.LongTerm : GoalTerm.Annual;

    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Brackets();

    [GeneratedRegex("亿元|百万元|万元|千元|元")]
    private static partial Regex MoneyText();

    [GeneratedRegex(@"^（?(\d{1,3}(?:\.\d+)?)分")]
    private static partial Regex PointsText();

    [GeneratedRegex(@"^(?:项目)?(?:年度|长期|长效|中长期|中期|实施期|当年|本年|年初|预期)?(?:设定|预期|总体)?(?:绩效)?(?:总体)?目标\d{0,2}[一二三四五六七八九十]?$")]
    private static partial Regex GoalText();

    [GeneratedRegex("^(?:年度|长期|长效|中长期|中期|实施期)?(?:绩效)?指标(?:表|体系)?$|^(?:年度|长期|长效|中长期|中期|实施期)(?:绩效)?目标表$")]
    private static partial Regex SectionText();

    [GeneratedRegex("长期|长效|中期|实施期")]
    private static partial Regex LongTermText();
}
