namespace GovBudget.Model;

/// <summary>What a claim is about.</summary>
/// <remarks>The section that the claim stands in belongs to the meaning: 基本支出 under 一般公共预算财政拨款基本支出 is not that of 支出决算.</remarks>
/// <param name="Quantity">The canonical quantity; <see cref="BudgetQuantity.Other"/> where the name is none of the table's.</param>
/// <param name="Name">The canonical name, or for <see cref="BudgetQuantity.Other"/> the printed one.</param>
public sealed record ClaimSubject(BudgetQuantity Quantity, string Name)
{
    /// <summary>For <see cref="BudgetQuantity.Function"/>: the names of 类, 款, 项 from the outermost; else empty.</summary>
    public ValueList<string> Path { get; init; }

    /// <summary>The code printed behind the name (商品和服务支出（302））: 3, 5 or 7 digits; null where none is.</summary>
    public string? Code { get; init; }

    /// <summary>Which figure of it: budget, final account …</summary>
    public FigureMeasure Measure { get; init; }

    /// <summary>The year printed with it; null where none is, which mostly means the document's own.</summary>
    public int? Year { get; init; }

    /// <summary>Whether the words say 上年 (去年, 上年度): another year, without its number.</summary>
    public bool IsPreviousYear { get; init; }

    /// <summary>What it is said to be part of (其中 …, … 中), by name; null where nothing is.</summary>
    public string? Within { get; init; }

    /// <summary>Whose it is, where a department or unit is named: 某市财政局, 本单位; null where none is.</summary>
    public string? Owner { get; init; }

    /// <summary>A canonical quantity with its name.</summary>
    public static ClaimSubject Of(BudgetQuantity quantity) => new(quantity, BudgetQuantities.NameOf(quantity));
}

/// <summary>Which figure of a quantity is meant.</summary>
public enum FigureMeasure
{
    /// <summary>Not said: the figure the document is about.</summary>
    Unstated,

    /// <summary>年初预算.</summary>
    InitialBudget,

    /// <summary>全年预算, 调整后预算.</summary>
    AnnualBudget,

    /// <summary>预算, without saying which.</summary>
    Budget,

    /// <summary>执行数, 预算执行数.</summary>
    Execution,

    /// <summary>决算.</summary>
    Actual,
}

/// <summary>What a figure is compared with: a year, a measure, or both.</summary>
/// <param name="Year">The year printed (2022); null where it is 上年 or the same year.</param>
/// <param name="IsPreviousYear">Whether the text says 上年 (去年, 上一年度, 同比).</param>
/// <param name="Measure">The measure named: 2023 年<b>预算执行数</b>, <b>年初预算</b>.</param>
public sealed record ComparisonBasis(int? Year, bool IsPreviousYear, FigureMeasure Measure)
{
    /// <summary>That year.</summary>
    public static ComparisonBasis OfYear(int year, FigureMeasure measure = FigureMeasure.Unstated) => new(year, false, measure);

    /// <summary>上年.</summary>
    public static ComparisonBasis LastYear(FigureMeasure measure = FigureMeasure.Unstated) => new(null, true, measure);

    /// <summary>Another measure of the same year.</summary>
    public static ComparisonBasis Of(FigureMeasure measure) => new(null, false, measure);

    /// <summary>Whether it is another year.</summary>
    public bool IsOtherYear => Year is not null || IsPreviousYear;
}
