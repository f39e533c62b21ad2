using System.Globalization;

namespace GovBudget.Model;

/// <summary>One amount of a department's revenue or expenditure at its most detailed functional code: what fiscal data tools load. Nothing is counted twice:
/// classes and groups that the table itself breaks down are left out.</summary>
/// <param name="Direction">Revenue (from 收入表) or expenditure (from 支出表).</param>
/// <param name="Phase">Approved (部门预算) or executed (部门决算).</param>
/// <param name="Code">Functional code, 3 to 7 digits.</param>
/// <param name="Name">The subject's name as printed.</param>
/// <param name="Nature">The column: 基本支出, 项目支出 …, 财政拨款收入, 事业收入 …; 合计 where the table splits no further, or not in the columns of the form.</param>
/// <param name="Amount">The figure as printed.</param>
/// <param name="Balances">Whether the detailed lines add up, within rounding, to the table's 合计; null where it prints none. Where false, some lines are sums of
/// others that the codes do not show, or a figure is wrong.</param>
public sealed record FiscalRecord(FiscalDirection Direction, FiscalPhase Phase, FunctionalCode Code, string Name, string Nature, Amount Amount, bool? Balances)
{
    private static readonly Column[] ExpenditureNatures = [Column.Basic, Column.Project, Column.ToSuperior, Column.Business, Column.ToSubordinate];

    private static readonly Column[] RevenueSources =
        [Column.FiscalAppropriation, Column.SuperiorSubsidy, Column.InstitutionalIncome, Column.BusinessIncome, Column.SubordinateRemittance,
            Column.OtherIncome];

    /// <summary>The records of a document: revenue, then expenditure, in printed order.</summary>
    /// <param name="document">The document.</param>
    public static IEnumerable<FiscalRecord> Of(BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var phase = document.Kind == DocumentKind.Budget ? FiscalPhase.Approved : FiscalPhase.Executed;
        return Of(document.Income, FiscalDirection.Revenue, phase,
            RevenueSources).Concat(Of(document.Expenditure, FiscalDirection.Expenditure, phase, ExpenditureNatures));
    }

    private static IEnumerable<FiscalRecord> Of<TLine>(Statement<TLine> statement, FiscalDirection direction, FiscalPhase phase, Column[] natures)
        where TLine : StatementLine, new()
    {
        var coded = statement.Lines.Where(line => line.FunctionalCode is not null).ToList();
        var broken = coded.SelectMany(line => Ancestors(line.Code!)).ToHashSet(StringComparer.Ordinal);
        var leaves = coded.Where(line => !broken.Contains(line.Code!)).ToList();
        var split = natures.Where(nature => leaves.Exists(line => line.Figures[nature] is not null)).ToArray();
        var total = statement.TotalLine?.Figures[Column.Total];
        bool? Adds(Column[] columns) => Balance(leaves.SelectMany(line => columns.Select(column => line.Figures[column])), total);
        // columns of another edition stand beside those known: only their sum is whole
        Column[] columns = split.Length > 0 && Adds(split) != false ? split : [Column.Total];
        var balances = Adds(columns);
        foreach (var line in leaves)
        {
            foreach (var column in columns)
            {
                if (line.Figures[column] is { Unit.IsMoney: true } amount)
                    yield return new(direction, phase, line.FunctionalCode!.Value, line.Name, column.Path, amount, balances);
            }
        }
    }

    private static IEnumerable<string> Ancestors(string code)
    {
        for (var length = 3; length < code.Length; length += 2) yield return code[..length];
    }

    private static bool? Balance(IEnumerable<Amount?> parts, Amount? total)
    {
        if (total is not { Unit.IsMoney: true } whole) return null;
        decimal sum = 0, slack = whole.HalfStep;
        foreach (var part in parts)
        {
            if (part is not { Unit.IsMoney: true } amount) continue;
            sum += amount.Yuan;
            slack += amount.HalfStep;
        }
        return Math.Abs(sum - whole.Yuan) <= slack;
    }

    /// <summary>For people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Direction} {Phase} {Code} {Name} {Nature} {Amount}");
}

/// <summary>Which way the money goes.</summary>
public enum FiscalDirection
{
    /// <summary>收入.</summary>
    Revenue,

    /// <summary>支出.</summary>
    Expenditure,
}

/// <summary>Where in the budget cycle an amount stands.</summary>
public enum FiscalPhase
{
    /// <summary>预算, before the year.</summary>
    Approved,

    /// <summary>决算, after the year.</summary>
    Executed,
}
