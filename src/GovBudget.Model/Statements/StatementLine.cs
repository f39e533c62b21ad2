namespace GovBudget.Model;

/// <summary>On which side of a two-sided table (收入支出总表) a line stands.</summary>
public enum LineSide
{
    /// <summary>The table has no sides.</summary>
    None,

    /// <summary>收入.</summary>
    Income,

    /// <summary>支出, by functional class (按功能分类).</summary>
    Expenditure,

    /// <summary>支出, by use (按支出用途: 基本支出, 项目支出 …), where a table prints a third group.</summary>
    Purpose,
}

/// <summary>A line of an official table: what it is called, its code, and its figures by column.</summary>
/// <remarks>The typed lines (<see cref="ExpenditureLine"/> …) name the columns of their form; a column that no form names is reached with the
/// indexer.</remarks>
public record StatementLine
{
    /// <summary>The label as printed, ordinal included, e.g. <c>八、社会保障和就业支出</c>; wrapped lines joined. Empty where the row has none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The label's own words, without white space and ordinals; <c>合计</c> for the grand total of a coded table.</summary>
    public string Name => GovBudget.Model.Label.Name(Label);

    /// <summary>Code as printed, parts joined (<c>201 06 01</c> → <c>2010601</c>): functional, economic, unit or project code; null where the row has
    /// none.</summary>
    public string? Code { get; init; }

    /// <summary>行次, where the form numbers its rows.</summary>
    public string? RowNumber { get; init; }

    /// <summary>On which side of a two-sided table the line stands.</summary>
    public LineSide Side { get; init; }

    /// <summary>Where a row's label stands in several cells: the labels before <see cref="Label"/>, outermost first, blank-continued cells filled
    /// down.</summary>
    public ValueList<string> Path { get; init; }

    /// <summary>The figures by column path.</summary>
    public Figures Figures { get; init; }

    /// <summary>Texts in columns that hold words (项目单位, 备注 …), as header path and text.</summary>
    public ValueList<KeyValuePair<string, string>> Texts { get; init; }

    /// <summary>The amount in a column by its canonical path; null where it is blank or printed <c>—</c>.</summary>
    public Amount? this[string column] => Figures[column];

    /// <summary>The functional code, where the line's code is one.</summary>
    public FunctionalCode? FunctionalCode => GovBudget.Model.FunctionalCode.TryParse(Code, null, out var code) ? code : null;

    /// <summary>The economic code, where the line's code is one.</summary>
    public EconomicCode? EconomicCode => GovBudget.Model.EconomicCode.TryParse(Code, null, out var code) ? code : null;

    /// <summary>Whether this is the grand total of a coded table (合计, without a code).</summary>
    public bool IsTotal => Code is null && Path.Count == 0 && Name is "合计" or "总计";

    /// <summary>For people and debuggers: <c>2101501 行政运行：合计 137.05 万元</c>.</summary>
    public sealed override string ToString() => $"{(Code is null ? "" : $"{Code} ")}{ItemPath}{(Figures.Count == 0 ? "" : $"：{Figures}")}";

    /// <summary>The line's identity in <c>govbudget facts</c>: its name, after its path where it has one.</summary>
    public string ItemPath => Path.Count == 0 ? Name : string.Join('/', Path.Append(Label).Select(GovBudget.Model.Label.Name).Where(p => p.Length > 0));
}
