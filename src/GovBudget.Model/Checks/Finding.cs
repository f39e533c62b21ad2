using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>A printed figure that takes part in a finding.</summary>
/// <param name="Table">Canonical name of its table.</param>
/// <param name="Code">Its row's code; empty where there is none.</param>
/// <param name="Item">Its row's label.</param>
/// <param name="Column">Its canonical column path.</param>
/// <param name="Amount">The figure; null where the cell is blank (counted as nothing).</param>
/// <param name="Weight">What it is multiplied with in the identity: 1, or −1 where it is taken off.</param>
/// <param name="IsLeft">Whether it stands on the left of the identity: what is printed, against what follows from the rest.</param>
/// <param name="Place">Where it stands; null where unknown.</param>
public sealed record FindingOperand(string Table, string Code, string Item, string Column, Amount? Amount, int Weight, bool IsLeft, Place? Place)
{
    /// <summary>The operand for people: row, column and figure.</summary>
    public override string ToString() =>
        $"{Table} {Code}{(Code.Length > 0 && Item.Length > 0 ? " " : "")}{Item} {Column} {(Amount is { } a ? a.ToString() : "（空）")}{(Place is { } p ? $"（{p}）" : "")}";
}

/// <summary>Something that a rule found: what is wrong (or off by rounding), where, and the arithmetic behind it.</summary>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary><see cref="GovBudget.Model.Verdict.Violated"/> or <see cref="GovBudget.Model.Verdict.Rounded"/>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What it weighs: the rule's severity, less where it follows from another finding or the figure itself is suspect.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Canonical name of the table; empty where it is about the document.</summary>
    public string Table { get; init; } = "";

    /// <summary>Code of the row; empty where there is none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Label of the row; empty where there is none.</summary>
    public string Item { get; init; } = "";

    /// <summary>Canonical column path; empty where there is none.</summary>
    public string Column { get; init; } = "";

    /// <summary>Where the figure stands; null where unknown.</summary>
    public Place? Place { get; init; }

    /// <summary>What would be right: a figure in the unit of the table with its decimals, or words.</summary>
    public string? Expected { get; init; }

    /// <summary>What is printed.</summary>
    public string? Actual { get; init; }

    /// <summary>Printed less expected, in the unit of the table; null where nothing is counted.</summary>
    public decimal? Difference { get; init; }

    /// <summary>How much rounding explains at most, in the unit of the table; null where nothing is counted.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>The unit of <see cref="Difference"/> and <see cref="Tolerance"/>.</summary>
    public Unit Unit { get; init; }

    /// <summary>Every figure of the identity, left side first.</summary>
    public ValueList<FindingOperand> Operands { get; init; }

    /// <summary>The finding as a sentence, in Chinese.</summary>
    public required string Message { get; init; }

    /// <summary>The finding as a sentence, in English (names stay Chinese).</summary>
    public required string EnglishMessage { get; init; }

    /// <summary>Index of its root cause in <see cref="CheckReport.Causes"/>; null where it stands alone.</summary>
    public int? Cause { get; init; }

    /// <summary>Of findings across documents: the index of the document that it stands in; null otherwise.</summary>
    public int? Document { get; init; }

    /// <summary>Where the rule is printed or prescribed.</summary>
    public string Source => Rule.Source;

    /// <summary>1-based page or sheet; null where unknown.</summary>
    public int? Page => Place?.Page;

    /// <summary>Severity, place and message.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"[{Names.Of(Severity)}] {(Place is { } p ? $"{p} " : "")}{Message}（{Rule.Id}）");
}

/// <summary>Why a figure is suspected.</summary>
public enum SuspicionKind
{
    /// <summary>Several identities fail on this figure and one other value would mend them all.</summary>
    Shared,

    /// <summary>The value that would mend the identity is this one times a power of ten: a unit or a decimal point went wrong, or was misread.</summary>
    Scale,

    /// <summary>The value that would mend the identity stands in the neighbouring cell: columns may be shifted, or were misread.</summary>
    Shifted,
}

/// <summary>One figure behind one finding or several.</summary>
/// <param name="Kind">Why it is suspected.</param>
/// <param name="Figure">The figure with its place.</param>
/// <param name="Implied">The value that would mend the findings, in the unit of the table.</param>
/// <param name="Message">The suspicion as a sentence, in Chinese.</param>
/// <param name="EnglishMessage">The suspicion as a sentence, in English.</param>
public sealed record RootCause(SuspicionKind Kind, FindingOperand Figure, decimal Implied, string Message, string EnglishMessage);

/// <summary>What enumerations are called in the contract and in messages.</summary>
internal static class Names
{
    public static string Of(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    public static string Chinese(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" };

    /// <summary>Where something stands: a page, or a sheet's number with its cell.</summary>
    public static string Of(Place place, bool english) =>
        !english ? place.ToString()
        : place.Page == 0 ? "the whole file"
        : string.Create(CultureInfo.InvariantCulture, $"page {place.Page}{(place.Cell is { } cell ? $", cell {cell}" : "")}");

    public static string Of(RuleCategory category) => category switch
    {
        RuleCategory.Arithmetic => "arithmetic",
        RuleCategory.CrossTable => "cross-table",
        RuleCategory.Classification => "classification",
        RuleCategory.Completeness => "completeness",
        RuleCategory.Template => "template",
        RuleCategory.AcrossDocuments => "across-documents",
        _ => "logic",
    };

    public static string Chinese(RuleCategory category) => category switch
    {
        RuleCategory.Arithmetic => "表内算术",
        RuleCategory.CrossTable => "表间勾稽",
        RuleCategory.Classification => "科目",
        RuleCategory.Completeness => "完整性",
        RuleCategory.Template => "模板",
        RuleCategory.AcrossDocuments => "跨文件",
        _ => "逻辑",
    };
}
