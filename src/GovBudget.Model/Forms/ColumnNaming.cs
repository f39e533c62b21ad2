using System.Globalization;
using System.Text.RegularExpressions;

namespace GovBudget.Model.Forms;

/// <summary>The canonical name of a value column.</summary>
internal sealed record ColumnName(string Path);

/// <summary>Finds the canonical name of each value column from its header path: by the form's aliases, else as printed.</summary>
internal sealed partial class ColumnNaming(Form? form, DocumentKind kind, int? year)
{
    /// <summary>The names of a group's value columns, by column index.</summary>
    public Dictionary<int, ColumnName> Name(ColumnGroup group, LineSide side)
    {
        var values = group.Of(ColumnRole.Value).ToList();
        var stubRoots = group.Columns.Where(c => c.Role != ColumnRole.Value).SelectMany(c => c.Path).Select(Label.Fold).ToHashSet();
        var result = new Dictionary<int, ColumnName>();
        var root = values.Count > 1 && values.All(c => c.Path.Count > 1 && c.Path[0] == values[0].Path[0]) ? 1 : 0; // a root over all columns tells none apart
        var own = values.Select(c => c with { Path = c.Path.Skip(root).ToValueList() }).ToList();
        foreach (var column in own) result[column.Index] = new ColumnName(Resolve(column, side, stubRoots, values.Count));
        foreach (var rivals in own.GroupBy(c => result[c.Index].Path)
            .Where(g => g.Count() > 1 || (g.Key == Column.Amount.Path && result.Values.Any(n => n.Path == Column.Total.Path)))
            .ToList())
        {
            var nearest = rivals.OrderBy(Distance).ThenBy(c => c.Index).ToList();
            var taken = (rivals.Key == Column.Amount.Path && result.Values.Any(n => n.Path == Column.Total.Path))
                // 基本支出 below each of two funds is of neither
                || (nearest.Count > 1 && !NamesColumn(nearest[0]) && Distance(nearest[0]) == Distance(nearest[1]));
            foreach (var column in nearest.Skip(taken ? 0 : 1)) result[column.Index] = new ColumnName(AsPrinted(column, side));
        }
        NameSum(result);
        return result;
    }

    /// <summary>An amount beside columns that are its parts (本年预算数 | 其中：基本支出 | 项目支出) is their sum.</summary>
    private void NameSum(Dictionary<int, ColumnName> names)
    {
        if (form is null || form.Columns.All(c => c.Column != Column.Total) || names.Values.Any(n => n.Path == Column.Total.Path)) return;
        var amounts = names.Where(n => n.Value.Path == Column.Amount.Path).ToList();
        if (amounts.Count == 1 && names.Values.Any(n => n.Path != Column.Amount.Path && form.Columns.Any(c => c.Column.Path == n.Path)))
            names[amounts[0].Key] = new ColumnName(Column.Total.Path);
    }

    /// <summary>How far a header is from naming the canonical column itself: first what the document is about (决算数 in accounts), then what says more than 金额,
    /// then the outer before the inner.</summary>
    private int Distance(TableColumn column)
    {
        var header = Label.Fold(column.Header);
        var measure = kind == DocumentKind.Budget ? "预算" : "决算";
        var leaf = column.Path.Count == 0 ? "" : Label.Fold(column.Path[^1]);
        return (leaf.Contains(measure, StringComparison.Ordinal) ? 0 : 1_000)
            + (NamesColumn(column) ? 0 : 500)
            + (OfficialForms.AmountHeaders.Contains(header) ? 100 : 0)
            + column.Path.Count;
    }

    /// <summary>Whether the whole header path is one that the form knows.</summary>
    private bool NamesColumn(TableColumn column) =>
        form?.ColumnUnder(Label.Fold(string.Join('/', column.Path.Select(WithoutOwnYear).Where(p => p.Length > 0)))) is not null;

    /// <summary>The header path in the form's own words, under its side where the table has two.</summary>
    private string AsPrinted(TableColumn column, LineSide side)
    {
        var parts = column.Path.Select(WithoutOwnYear).Where(p => p.Length > 0).ToList();
        if (parts.Count == 0) parts.Add(Numbered(column));
        if (form?.Rows != RowKind.TwoSided) return string.Join('/', parts);
        while (parts.Count > 1 && Label.Fold(parts[0]) is "收入" or "支出") parts.RemoveAt(0);
        return string.Join('/', parts.Prepend(side == LineSide.Income ? Column.IncomeSide.Path : Column.ExpenditureSide.Path));
    }

    /// <summary>What a column without a header is called.</summary>
    private static string Numbered(TableColumn column) => $"第{(column.Index + 1).ToString(CultureInfo.InvariantCulture)}列";

    /// <summary>The unit of a figure: what its column says, what its label says, else the table's.</summary>
    public Unit UnitOf(TableColumn column, string label, Unit declared)
    {
        var header = Label.Fold(column.Header);
        if (header.Contains('%', StringComparison.Ordinal) || header.Contains('％', StringComparison.Ordinal) || header.EndsWith("占比", StringComparison.Ordinal))
            return Unit.Percent;
        if (HeaderUnit().Match(header) is { Success: true } match) return Unit.Of(match.Groups[1].Value);
        var folded = Label.Fold(label);
        if (form?.Kind == StatementKind.ThreePublic && ThreePublicNaming.CountedIn(folded) is { } counted) return counted;
        if (form is not (null or { Rows: RowKind.Labelled })) return declared;
        if (LabelUnit().Match(folded) is { Success: true } stated)
            return stated.Groups[1].Value is "台" or "套" or "台、套" or "台套" ? Unit.Set : Unit.Of(stated.Groups[1].Value);
        if (form?.Kind != StatementKind.Statistics) return declared;
        if (folded.Contains("用车", StringComparison.Ordinal)
            || folded.Contains("车辆", StringComparison.Ordinal) && !folded.Contains("不含车辆", StringComparison.Ordinal))
            return Unit.Vehicle;
        return folded.Contains("设备", StringComparison.Ordinal) ? Unit.Set : declared;
    }

    private string Resolve(TableColumn column, LineSide side, HashSet<string> stubRoots, int valueCount)
    {
        var parts = column.Path.Select(WithoutOwnYear).Where(p => p.Length > 0).ToList();
        if (form?.Kind == StatementKind.ThreePublic) return ThreePublicNaming.Column(parts, parts.Find(IsOtherPeriod), kind);
        if (form?.Rows == RowKind.TwoSided) return TwoSided(parts, side);
        // a root over labels and figures names the group, not the column
        if (parts.Count > 1 && stubRoots.Contains(Label.Fold(parts[0])) && Known(parts[1..]) is { } inner) return inner.Path;
        if (Known(parts) is { } known) return known.Path;
        var other = parts.FindIndex(IsOtherPeriod);
        if (other >= 0 && Known(parts[(other + 1)..]) is { } below) return $"{parts[other]}/{below.Path}";
        if (parts.Count == 0) return valueCount == 1 ? Column.Amount.Path : Numbered(column);
        while (parts.Count > 1 && stubRoots.Contains(Label.Fold(parts[0])) && Label.Fold(parts[0]) is "项目" or "内容") parts.RemoveAt(0);
        return valueCount == 1 && parts.Count == 1 && !IsOtherPeriod(parts[0]) && MoneyHeader().IsMatch(Label.Fold(parts[0]))
            ? Column.Amount.Path
            : string.Join('/', parts);
    }

    /// <summary>The form's column under those header parts, outer parts that add nothing left off.</summary>
    private Column? Known(List<string> parts)
    {
        if (parts.Count > 0) parts = [.. parts.SkipLast(1), OfWhich().Replace(parts[^1], "")];
        for (var skip = 0; skip < parts.Count; skip++)
        {
            if (parts.Take(skip).Any(IsOtherPeriod) || (skip > 0 && NamesFunds(parts.Take(skip)))) return null;
            if (form?.ColumnUnder(Label.Fold(string.Join('/', parts.Skip(skip)))) is { } known) return known;
        }
        return null;
    }

    /// <summary>Whether header parts tell a fund or carry-over apart, so that the part below must not be taken alone.</summary>
    private bool NamesFunds(IEnumerable<string> parts) => form?.Kind is StatementKind.Income or StatementKind.Projects
        || (form?.Kind is StatementKind.FiscalExpenditure or StatementKind.Expenditure && parts.Any(NamesFund))
        || parts.Any(p => p.Contains("结转", StringComparison.Ordinal) || p.Contains("其中", StringComparison.Ordinal));

    private static bool NamesFund(string part) =>
        part.Contains("一般公共预算", StringComparison.Ordinal) || part.Contains("政府性基金", StringComparison.Ordinal)
        || part.Contains("国有资本经营", StringComparison.Ordinal);

    private string TwoSided(List<string> parts, LineSide side)
    {
        var root = side == LineSide.Income ? Column.IncomeSide.Path : Column.ExpenditureSide.Path;
        for (var skip = 0; skip < parts.Count; skip++)
        {
            if (parts.Take(skip).Any(IsOtherPeriod)) break;
            var header = Label.Fold(string.Join('/', parts.Skip(skip)));
            if (OfficialForms.AmountHeaders.Contains(header) || header is "合计" or "小计")
            {
                if (side == LineSide.Expenditure && form!.ColumnUnder(header) is { } total) return total.Path;
                return root;
            }
            if (side == LineSide.Expenditure && form!.ColumnUnder(header) is { } known) return known.Path;
        }
        while (parts.Count > 0 && Label.Fold(parts[0]) is "收入" or "支出") parts.RemoveAt(0);
        return parts.Count == 0 ? root : $"{root}/{string.Join('/', parts)}";
    }

    /// <summary>A header part without the document's own year (2024年预算数 → 预算数).</summary>
    private string WithoutOwnYear(string part)
    {
        part = UnitSuffix().Replace(Label.Squeeze(part), "");
        if (part is "其中" or "其中：" or "其中:") return "";
        return year is { } own && OwnYear().Match(part) is { Success: true } match && match.Groups[1].Value == own.ToString(CultureInfo.InvariantCulture)
            ? match.Groups[2].Value
            : part;
    }

    /// <summary>Whether a header part names another year or a change against one.</summary>
    private static bool IsOtherPeriod(string part) => OtherPeriod().IsMatch(part);

    [GeneratedRegex(@"^((?:19|20)\d\d)年度?((?:(?!比|较|增减|(?:19|20)\d\d).)*)$")]
    private static partial Regex OwnYear();

    [GeneratedRegex(@"(?:19|20)\d\d年|上年(?!结转|结余)|去年|前年|增减|比上|较上|同比")]
    private static partial Regex OtherPeriod();

    [GeneratedRegex(@"^其中[：:](?=.)")]
    private static partial Regex OfWhich();

    [GeneratedRegex(@"(?:金额|预算数?|决算数?|执行数|支出数|收入数|预算安排数|总额)$")]
    private static partial Regex MoneyHeader();

    [GeneratedRegex(@"（单位：(?:亿元|万元|千元|元)）$|（(?:亿元|万元|千元|元)）$|\((?:亿元|万元|千元|元)\)$")]
    private static partial Regex UnitSuffix();

    [GeneratedRegex(@"（(?:单位：)?(亿元|万元|千元|元|辆|台（套）|人|个|人次|批次)）")]
    private static partial Regex HeaderUnit();

    [GeneratedRegex(@"（(辆|台、套|台套|台|套|个|人|人次|批次|批|次|万元|元|平方米)）")]
    private static partial Regex LabelUnit();
}
