namespace GovBudget.Model.Checks;

/// <summary>The hierarchy of the codes of a table: each line's nearest printed ancestor, per unit where the table goes unit by unit.</summary>
internal sealed class CodeTree
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    public CodeTree(StatementIndex statement)
    {
        var lines = statement.Lines;
        Segment = new int[lines.Length];
        Parent = new int[lines.Length];
        Duplicate = new bool[lines.Length];
        _firstChild = new int[lines.Length];
        _nextSibling = new int[lines.Length];
        Array.Fill(Parent, -1);
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        var units = new List<int>();
        var order = new List<int>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsUnit(statement, i)) units.Add(i);
            Segment[i] = units.Count;
            if (IsSubject(statement.Schemes[i])) order.Add(i);
        }
        Units = [.. units];
        order.Sort((a, b) => Compare(lines, Segment, a, b));
        Ordered = [.. order];
        Span<int> stack = stackalloc int[3]; // 类 款 项
        Span<int> last = stackalloc int[3];
        var depth = 0;
        foreach (var i in Ordered)
        {
            while (depth > 0 && !(Segment[stack[depth - 1]] == Segment[i] && IsBelow(lines[i].Code!, lines[stack[depth - 1]].Code!))) depth--;
            if (depth > 0)
            {
                var parent = stack[depth - 1];
                Parent[i] = parent;
                if (_firstChild[parent] < 0) _firstChild[parent] = i;
                else _nextSibling[last[depth - 1]] = i;
                last[depth - 1] = i;
            }
            stack[depth++] = i;
        }
        for (var k = 1; k < Ordered.Length; k++)
        {
            int a = Ordered[k - 1], b = Ordered[k];
            if (Segment[a] != Segment[b] || lines[a].Code != lines[b].Code) continue;
            Duplicate[a] = Duplicate[b] = HasDuplicates = true;
        }
    }

    /// <summary>The coded lines, by unit, then code.</summary>
    public int[] Ordered { get; }

    /// <summary>For each line, which unit's part of the table it stands in; 0 before the first unit.</summary>
    public int[] Segment { get; }

    /// <summary>For each line, its nearest printed ancestor; −1 where none is printed.</summary>
    public int[] Parent { get; }

    /// <summary>For each line, whether its code stands twice in its unit's part.</summary>
    public bool[] Duplicate { get; }

    public bool HasDuplicates { get; }

    /// <summary>Lines that name a unit and begin its part of the table.</summary>
    public int[] Units { get; }

    public int FirstChild(int line) => _firstChild[line];

    public int NextSibling(int line) => _nextSibling[line];

    /// <summary>Whether the code stands below the other.</summary>
    public static bool IsBelow(string code, string above) => code.Length > above.Length && code.StartsWith(above, StringComparison.Ordinal);

    private static bool IsSubject(CodeScheme scheme) => scheme is CodeScheme.Functional or CodeScheme.Economic or CodeScheme.GovernmentEconomic;

    /// <summary>A line between coded ones that has figures but no subject's code: a unit and its subtotal.</summary>
    private static bool IsUnit(StatementIndex statement, int line)
    {
        if (IsSubject(statement.Schemes[line]) || line == statement.Total || statement.Lines[line].Figures.Count == 0) return false;
        if (statement.Kind is not (StatementKind.Income or StatementKind.Expenditure or StatementKind.GeneralPublic or StatementKind.GovernmentFund
            or StatementKind.StateCapital or StatementKind.FiscalExpenditure or StatementKind.Other)) return false;
        var name = statement.Name(line);
        return name.Length > 0
            && !name.EndsWith("合计", StringComparison.Ordinal)
            && !name.EndsWith("总计", StringComparison.Ordinal)
            && !name.EndsWith("小计", StringComparison.Ordinal);
    }

    private static int Compare(StatementLine[] lines, int[] segment, int a, int b)
    {
        var order = segment[a].CompareTo(segment[b]);
        if (order == 0) order = string.CompareOrdinal(lines[a].Code, lines[b].Code);
        return order != 0 ? order : a.CompareTo(b);
    }
}
