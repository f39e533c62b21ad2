namespace GovBudget.Model;

/// <summary>What the summary lines of two-sided tables are called, in the words that the editions of the forms use.</summary>
public sealed class LineLabel
{
    private readonly HashSet<string> _names;

    private LineLabel(params string[] names)
    {
        Name = names[0];
        _names = [.. names.Select(Label.Fold)];
    }

    /// <summary>本年收入合计.</summary>
    public static LineLabel YearIncome { get; } = new("本年收入合计", "当年收入小计", "本年收入小计", "当年收入合计", "本年收入", "当年收入");

    /// <summary>本年支出合计.</summary>
    public static LineLabel YearExpenditure { get; } = new("本年支出合计", "当年支出小计", "本年支出小计", "当年支出合计", "本年支出", "当年支出");

    /// <summary>使用非财政拨款结余（和专用结余）; 用事业基金弥补收支差额 until 2019.</summary>
    public static LineLabel UsedReserves { get; } = new("使用非财政拨款结余", "使用非财政拨款结余和专用结余", "使用非财政拨款结余（含专用结余）", "使用非财政拨款结余（和专用结余）", "用事业基金弥补收支差额", "使用专用结余");

    /// <summary>年初结转和结余; 上年结转 in budgets.</summary>
    public static LineLabel Opening { get; } = new("年初结转和结余", "上年结转结余", "上年结转", "上年结转和结余", "上年结转资金", "年初财政拨款结转和结余", "年初结转结余");

    /// <summary>结余分配.</summary>
    public static LineLabel Distribution { get; } = new("结余分配");

    /// <summary>年末结转和结余; 结转下年 in budgets.</summary>
    public static LineLabel Closing { get; } = new("年末结转和结余", "年终结转结余", "结转下年", "结转下年资金", "年终结转和结余", "年末财政拨款结转和结余", "年末结转结余");

    /// <summary>总计 of the income side.</summary>
    public static LineLabel IncomeTotal { get; } = new("总计", "收入总计", "收入合计", "合计");

    /// <summary>总计 of the expenditure side.</summary>
    public static LineLabel ExpenditureTotal { get; } = new("总计", "支出总计", "支出合计", "合计");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LineLabel> All { get; } =
        [YearIncome, YearExpenditure, UsedReserves, Opening, Distribution, Closing, IncomeTotal, ExpenditureTotal];

    /// <summary>The name that the national form uses.</summary>
    public string Name { get; }

    /// <summary>Whether a name, folded and without ordinal, is one of the names.</summary>
    internal bool Names(string folded) => _names.Contains(folded);

    /// <summary>Whether the line is called by one of the names.</summary>
    public bool Matches(StatementLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _names.Contains(Label.Fold(line.Name));
    }

    /// <summary>The first line called so; null where there is none.</summary>
    public TLine? FindIn<TLine>(IEnumerable<TLine> lines)
        where TLine : StatementLine => lines.FirstOrDefault(Matches);
}
