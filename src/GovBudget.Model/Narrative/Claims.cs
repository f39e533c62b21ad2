using NodaTime;

namespace GovBudget.Model;

/// <summary>Something that a sentence states and that can be checked. A closed set: the sealed records below.</summary>
public abstract record Claim
{
    /// <summary>Where in the sentence it is said.</summary>
    public TextSpan Span { get; init; }

    /// <summary>1-based page on which its paragraph begins.</summary>
    public int Page { get; init; }
}

/// <summary>A subject has that size: <c>财政拨款收入 236.71 万元</c>, <c>支出决算为 15.99 万元</c> (<see cref="ClaimSubject.Measure"/> says which figure), <c>满意度
/// 100%</c>.</summary>
/// <param name="Subject">What is stated.</param>
/// <param name="Amount">The figure with its printed decimals and unit; the unit is <c>万</c> where 元 is missing.</param>
public sealed record AmountClaim(ClaimSubject Subject, Amount Amount) : Claim;

/// <summary>A part is that share of a whole: <c>基本支出 185.55 万元，占本年支出 78.4%</c>.</summary>
/// <param name="Part">The part.</param>
/// <param name="Whole">The whole, named or understood (其中 …, 占比 …); null where neither.</param>
/// <param name="Percent">The percentage; its unit is <see cref="Unit.None"/> where the sign is missing.</param>
public sealed record ShareClaim(ClaimSubject Part, ClaimSubject? Whole, Amount Percent) : Claim;

/// <summary>A subject rose, fell or stayed: <c>与 2022 年度相比，收入合计减少 50.66 万元，下降 17.6%</c>, <c>比2023年预算持平</c>.</summary>
/// <param name="Subject">What changed.</param>
/// <param name="Against">What it is compared with; null where the text does not say.</param>
/// <param name="Direction">The word before the absolute change, or before the rate where there is no absolute change.</param>
/// <param name="By">The absolute change, as printed; null where not stated.</param>
/// <param name="RateDirection">The word before the rate; null where no rate is stated.</param>
/// <param name="Rate">The rate of change; its unit is <see cref="Unit.None"/> where the sign is missing; null where not stated.</param>
public sealed record ChangeClaim(
    ClaimSubject Subject, ComparisonBasis? Against, ChangeDirection Direction, Amount? By, ChangeDirection? RateDirection, Amount? Rate)
    : Claim;

/// <summary>A budget was carried out to that degree: <c>完成年初预算的 132.6%</c>.</summary>
/// <param name="Subject">What was carried out.</param>
/// <param name="Of">The budget named: <see cref="FigureMeasure.InitialBudget"/>, <see cref="FigureMeasure.AnnualBudget"/> or
/// <see cref="FigureMeasure.Budget"/>; <see cref="FigureMeasure.Unstated"/> where none is.</param>
/// <param name="Percent">The percentage; its unit is <see cref="Unit.None"/> where the sign is missing.</param>
public sealed record CompletionClaim(ClaimSubject Subject, FigureMeasure Of, Amount Percent) : Claim;

/// <summary>One figure of a subject is larger than, smaller than or equal to another: <c>决算数小于预算数</c>, <c>决算数与预算数基本持平</c>.</summary>
/// <param name="Subject">What is compared, with the measure on the left.</param>
/// <param name="Order">How the left stands to the right.</param>
/// <param name="Right">The measure (and year) on the right.</param>
public sealed record ComparisonClaim(ClaimSubject Subject, FigureOrder Order, ComparisonBasis Right) : Claim;

/// <summary>A reason given: <c>主要原因是 2023 年 5 月调出 1 人</c>.</summary>
/// <param name="Subject">What it explains; null where nothing was said before.</param>
/// <param name="Text">The reason; empty where the words 主要原因 stand alone.</param>
public sealed record ReasonClaim(ClaimSubject? Subject, string Text) : Claim;

/// <summary>A number of things: <c>1 批次 13 人次</c>, <c>共有车辆 0 辆</c>, <c>项目 2 个</c>.</summary>
/// <param name="Subject">What is counted.</param>
/// <param name="Count">The number with the measure word as unit.</param>
public sealed record CountClaim(ClaimSubject Subject, Amount Count) : Claim;

/// <summary>A list: <c>主要包括：基本工资 29.16 万元、津贴补贴 27.05 万元</c>, <c>主要用于：在职人员基本医疗保险费</c>.</summary>
/// <param name="Subject">What consists of the items, or is used for them; null where nothing was said before.</param>
/// <param name="Role">Whether the items are parts or purposes.</param>
/// <param name="Items">The items in order.</param>
/// <param name="IsOpen">Whether it ends in 等 (and so on).</param>
public sealed record ListClaim(ClaimSubject? Subject, ListRole Role, ValueList<ListItem> Items, bool IsOpen) : Claim;

/// <summary>An item of a list.</summary>
/// <param name="Name">Its name as printed.</param>
/// <param name="Amount">Its amount; null where only named.</param>
public sealed record ListItem(string Name, Amount? Amount = null);

/// <summary>There is none of it: <c>本单位 2023 年无政府性基金预算财政拨款收入支出</c>.</summary>
/// <param name="Subject">What there is none of.</param>
public sealed record AbsenceClaim(ClaimSubject Subject) : Claim;

/// <summary>The day a state is given for: <c>截至 2023 年 12 月 31 日</c>.</summary>
/// <param name="Date">The day.</param>
public sealed record DateClaim(LocalDate Date) : Claim;

/// <summary>A term explained: <c>基本支出：指为保障机构正常运转 …</c>, <c>2101501 行政运行（项）：反映 …</c>.</summary>
/// <param name="Term">The term; of a functional subject with its path.</param>
/// <param name="Text">The explanation; empty where there is none.</param>
public sealed record DefinitionClaim(ClaimSubject Term, string Text) : Claim;

/// <summary>A piece of the form that nobody filled in or struck out.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What stands there, e.g. <c>增加（减少）</c>, <c>XX</c>, <c>年初结转和结余万元</c>.</param>
public sealed record TemplateLeftover(LeftoverKind Kind, string Text) : Claim;

/// <summary>Which way something changed.</summary>
public enum ChangeDirection
{
    /// <summary>增加, 增长, 上升.</summary>
    Up,

    /// <summary>减少, 下降, 降低.</summary>
    Down,

    /// <summary>持平, 零增长, 一致.</summary>
    Flat,

    /// <summary>Both words of the form still stand: 增加（减少）.</summary>
    Undecided,
}

/// <summary>How a figure stands to another.</summary>
public enum FigureOrder
{
    /// <summary>小于, 低于.</summary>
    Less,

    /// <summary>等于, 持平, 一致.</summary>
    Equal,

    /// <summary>基本持平.</summary>
    AboutEqual,

    /// <summary>大于, 高于.</summary>
    Greater,

    /// <summary>Both words of the form still stand: 大于（小于）.</summary>
    Undecided,
}

/// <summary>What the items of a list are.</summary>
public enum ListRole
{
    /// <summary>Parts: 包括, 主要包括.</summary>
    Parts,

    /// <summary>Purposes: 用于, 主要用于.</summary>
    Purposes,
}

/// <summary>Kinds of template leftovers.</summary>
public enum LeftoverKind
{
    /// <summary>A choice not made: 增加（减少）, 大于（小于）.</summary>
    Choice,

    /// <summary>A blank not filled: XX, ××, ____, 其他专用名词, 重点工作事项标题.</summary>
    Placeholder,

    /// <summary>A unit without its number: 年初结转和结余　万元.</summary>
    MissingNumber,

    /// <summary>An instruction to the author: 仍保留该表格式 ….</summary>
    Instruction,

    /// <summary>Punctuation twice: 。。.</summary>
    DoubledPunctuation,
}
