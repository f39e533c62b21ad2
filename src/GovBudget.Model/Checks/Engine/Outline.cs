namespace GovBudget.Model.Checks;

/// <summary>What a line of a two-sided table is.</summary>
internal enum LineRole : byte
{
    /// <summary>A source of income or a class of expenditure.</summary>
    Item,

    /// <summary>A part of the item above it (其中, a deeper ordinal).</summary>
    Detail,

    /// <summary>A line without ordinal among lines that have one: item or detail, the form does not say.</summary>
    Loose,

    /// <summary>本年收入合计, 本年支出合计.</summary>
    YearTotal,

    /// <summary>使用非财政拨款结余, 年初结转和结余, 结余分配, 年末结转和结余.</summary>
    Balance,

    /// <summary>总计.</summary>
    GrandTotal,
}

/// <summary>One side of a two-sided table: its items by their ordinals (一、 over （一） over 1.), and its totals by their names.</summary>
internal sealed class Outline
{
    private readonly StatementIndex _statement;

    public Outline(StatementIndex statement, LineSide side)
    {
        _statement = statement;
        var members = new List<int>();
        for (var i = 0; i < statement.Lines.Length; i++) if (statement.Lines[i].Side == side) members.Add(i);
        Lines = [.. members];
        Roles = new LineRole[Lines.Length];
        Depths = new int[Lines.Length];
        Side = side;
        YearTotal = GrandTotal = -1;
        Span<int> styles = stackalloc int[5];
        var depth = 0;
        var anyOrdinal = false;
        foreach (var line in Lines) anyOrdinal = anyOrdinal || Label.HasOrdinal(statement.Lines[line].Label);
        for (var k = 0; k < Lines.Length; k++)
        {
            var style = StyleOf(statement.Lines[Lines[k]].Label);
            if (style > 0)
            {
                var at = styles[..depth].IndexOf(style);
                if (at >= 0) depth = at + 1;
                else styles[depth++] = style;
                Depths[k] = depth;
            }
            Roles[k] = RoleOf(k, style, anyOrdinal);
        }
    }

    public LineSide Side { get; }

    /// <summary>The side's lines, as indexes into the statement.</summary>
    public int[] Lines { get; }

    public LineRole[] Roles { get; }

    /// <summary>How deep each line's ordinal stands, from 1; 0 without ordinal.</summary>
    public int[] Depths { get; }

    /// <summary>Position of 本年合计 in <see cref="Lines"/>; −1 where there is none.</summary>
    public int YearTotal { get; private set; }

    /// <summary>Position of 总计 in <see cref="Lines"/>; −1 where there is none.</summary>
    public int GrandTotal { get; private set; }

    public string Name(int position) => _statement.Name(Lines[position]);

    /// <summary>Where the parts of the 本年合计 stand: before it, or below it where it has an ordinal and they a deeper one.</summary>
    public (int From, int To) ItemsOf(int total)
    {
        if (Depths[total] == 0) return (0, total);
        var to = total + 1;
        while (to < Lines.Length && Depths[to] > Depths[total]) to++;
        return to > total + 1 ? (total + 1, to) : (0, total);
    }

    private LineRole RoleOf(int position, int style, bool anyOrdinal)
    {
        var name = Name(position);
        var line = _statement.Lines[Lines[position]];
        if (name.StartsWith("其中", StringComparison.Ordinal)) return LineRole.Detail;
        if (LineLabel.UsedReserves.Names(name) || LineLabel.Opening.Names(name) || LineLabel.Distribution.Names(name) || LineLabel.Closing.Names(name))
            return LineRole.Balance;
        if ((Side == LineSide.Income ? LineLabel.YearIncome : LineLabel.YearExpenditure).Names(name) && YearTotal < 0)
        {
            YearTotal = position;
            return LineRole.YearTotal;
        }
        if ((Side == LineSide.Income ? LineLabel.IncomeTotal : LineLabel.ExpenditureTotal).Names(name) && line.Path.Count == 0)
        {
            GrandTotal = position;
            return LineRole.GrandTotal;
        }
        if (style == 0) return anyOrdinal ? LineRole.Loose : LineRole.Item;
        return Depths[position] > 1 ? LineRole.Detail : LineRole.Item;
    }

    /// <summary>一、 （一） 1. （1） ①; 0 without ordinal.</summary>
    private static int StyleOf(string label)
    {
        if (!Label.HasOrdinal(label)) return 0;
        var text = Label.Squeeze(label);
        return text[0] switch
        {
            '（' or '(' => char.IsDigit(text[1]) ? 4 : 2,
            >= '①' and <= '⑳' => 5,
            var first => char.IsDigit(first) ? 3 : 1,
        };
    }
}
