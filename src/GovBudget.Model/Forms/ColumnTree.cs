using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>A column of a table with the columns that it is the sum of, told from the header paths: 合计 over all, 小计 over its group.</summary>
internal sealed record ColumnSum(string Total, string[] Parts);

/// <summary>The sums that a table's header states.</summary>
internal sealed partial class ColumnTree
{
    private static readonly string[] TotalNames = ["合计", "小计", "总计"];

    private ColumnTree(ColumnSum[] sums) => Sums = sums;

    public ColumnSum[] Sums { get; }

    public static ColumnTree Of(string[] columns)
    {
        if (columns.Length < 3) return new([]);
        var usable = new List<string[]>(columns.Length);
        foreach (var column in columns) if (!Excluded().IsMatch(column)) usable.Add(column.Split('/'));
        var sums = new List<ColumnSum>();
        Collect(usable, [], sums);
        return new([.. sums]);
    }

    private static void Collect(List<string[]> columns, string[] prefix, List<ColumnSum> sums)
    {
        var depth = prefix.Length;
        string? total = null;
        var own = string.Join('/', prefix);
        var groups = new List<string>();
        foreach (var column in columns)
        {
            if (!StartsWith(column, prefix)) continue;
            if (column.Length == depth) total ??= own;
            else if (column.Length == depth + 1 && Array.IndexOf(TotalNames, column[depth]) >= 0) total ??= string.Join('/', column);
            else if (!groups.Contains(column[depth])) groups.Add(column[depth]);
        }
        foreach (var group in groups) Collect(columns, [.. prefix, group], sums);
        if (total is null) return;
        var parts = new List<string>();
        foreach (var group in groups) AddParts(columns, [.. prefix, group], parts);
        if (parts.Count >= 2) sums.Add(new ColumnSum(total, [.. parts]));
    }

    /// <summary>A group counts by its own column, else by its subtotal, else by its parts.</summary>
    private static void AddParts(List<string[]> columns, string[] prefix, List<string> parts)
    {
        var below = columns.FindAll(c => StartsWith(c, prefix));
        var own = below.Find(c => c.Length == prefix.Length)
            ?? below.Find(c => c.Length == prefix.Length + 1 && Array.IndexOf(TotalNames, c[^1]) >= 0);
        if (own is not null)
        {
            parts.Add(string.Join('/', own));
            return;
        }
        foreach (var name in below.Select(c => c[prefix.Length]).Distinct()) AddParts(columns, [.. prefix, name], parts);
    }

    private static bool StartsWith(string[] path, string[] prefix)
    {
        if (path.Length < prefix.Length) return false;
        for (var i = 0; i < prefix.Length; i++) if (path[i] != prefix[i]) return false;
        return true;
    }

    [GeneratedRegex(@"(?:19|20)\d\d年|增减|比上|较上|%|％|占比|比例|比率|其中|人数|人均|数量|单价|台数|面积|第\d+列")]
    private static partial Regex Excluded();
}
