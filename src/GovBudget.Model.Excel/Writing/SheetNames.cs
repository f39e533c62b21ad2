using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Writing;

/// <summary>Names that a workbook accepts: at most 31 characters, none of <c>[]:*?/\</c>, no two alike.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    public static List<string> For(IEnumerable<LayoutPage> pages)
    {
        var names = new List<string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
        {
            var wanted = Accepted(page.Name is { Length: > 0 } given ? given : $"第{page.Number.ToString(CultureInfo.InvariantCulture)}页");
            var name = Cut(wanted, MaxLength);
            for (var n = 2; !taken.Add(name); n++)
            {
                var suffix = $"({n.ToString(CultureInfo.InvariantCulture)})";
                name = Cut(wanted, MaxLength - suffix.Length) + suffix;
            }

            names.Add(name);
        }

        return names;
    }

    private static string Accepted(string name)
    {
        var accepted = string.Concat(name.Select(c => c switch
        {
            '[' => '［',
            ']' => '］',
            ':' => '：',
            '*' => '＊',
            '?' => '？',
            '/' => '／',
            '\\' => '＼',
            < ' ' => ' ',
            _ => c,
        })).Trim('\'', ' ');
        return accepted.Length == 0 ? "工作表" : accepted;
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length) return name;
        return char.IsHighSurrogate(name[length - 1]) ? name[..(length - 1)] : name[..length];
    }
}
