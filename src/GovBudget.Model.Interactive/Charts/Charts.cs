using System.Globalization;
using GovBudget.Model.Interactive.Views;

namespace GovBudget.Model.Interactive;

/// <summary>Charts of documents. Figures stand as printed; a chart has one unit, that of its first figure, and figures that are no money or not printed are
/// left out.</summary>
public static class Charts
{
    private static readonly LineLabel[] Sums = [LineLabel.YearIncome, LineLabel.YearExpenditure, LineLabel.IncomeTotal, LineLabel.ExpenditureTotal];

    /// <summary>What a department's money comes from and goes to: the lines of 收入支出总表 (财政拨款收入支出总表 where there is none), without its sums and without lines of
    /// 0.</summary>
    /// <param name="document">The document.</param>
    public static Chart Structure(BudgetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lines = Sides(document).Where(l => !Array.Exists(Sums, s => s.Matches(l.Line)) && l.Amount.Value != 0).ToList();
        var unit = UnitOf(lines.Select(l => l.Amount));
        return new Chart(
            $"{DocumentView.Name(document)}收支构成", ChartKind.Bars, unit, ["金额"],
            lines.Select(l => new ChartRow(l.Side == LineSide.Income ? "收入" : "支出", l.Line.Name, [In(l.Amount, unit)]))
                .Where(r => r.Values[0] is not null)
                .ToValueList());
    }

    /// <summary>Expenditure by class and in all, side by side: the years of one department, or its budget and its final accounts (预算与决算对比).</summary>
    /// <param name="documents">The documents, in the order of the series.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Chart Expenditure(params IReadOnlyList<BudgetDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0) throw new ArgumentException("没有可比较的文件。", nameof(documents));
        var sides = documents.Select(d => Sides(d).Where(l => l.Side == LineSide.Expenditure && !LineLabel.ExpenditureTotal.Matches(l.Line)).ToList()).ToList();
        var unit = UnitOf(sides.SelectMany(s => s.Select(l => l.Amount)));
        var labels = sides.SelectMany(s => s.Select(l => Key(l.Line))).Distinct()
            .OrderBy(label => Array.Exists(Sums, s => s.Name == label)).ToList();
        var rows = labels.Select(label => new ChartRow("", label,
            sides.Select(s => s.FirstOrDefault(l => Key(l.Line) == label) is { Line: not null } line ? In(line.Amount, unit) : null).ToValueList()));
        return new Chart("支出对比", ChartKind.Bars, unit, SeriesOf(documents), rows.Where(r => r.Values.Any(v => v is { Value: not 0 })).ToValueList());
    }

    /// <summary>“三公”经费: budget against actual of one document, or its course over several (预算数 of budgets, 决算数 of final accounts).</summary>
    /// <param name="documents">One document or more, in the order of the series.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Chart ThreePublic(params IReadOnlyList<BudgetDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0) throw new ArgumentException("没有可比较的文件。", nameof(documents));
        var series = documents.Count == 1
            ? new[] { (Name: ThreePublicStatement.BudgetPart, Figures: documents[0].ThreePublic.Budget),
                (Name: ThreePublicStatement.ActualPart, Figures: documents[0].ThreePublic.Actual) }
            : [.. documents.Zip(SeriesOf(documents), (d, name) => (Name: name, Figures: d is FinalAccounts ? d.ThreePublic.Actual : d.ThreePublic.Budget))];
        (string Name, Func<ThreePublicFigures, Amount?> Get)[] items =
        [
            ("合计", f => f.Total), ("因公出国（境）费", f => f.Abroad), ("公务用车购置费", f => f.VehiclePurchase), ("公务用车运行维护费", f => f.VehicleOperation),
            ("公务接待费", f => f.Reception),
        ];
        var unit = UnitOf(series.SelectMany(s => items.Select(i => i.Get(s.Figures))).OfType<Amount>());
        return new Chart(
            documents.Count == 1 ? $"{DocumentView.Name(documents[0])}“三公”经费" : "“三公”经费对比", ChartKind.Bars, unit, series.Select(s => s.Name).ToValueList(),
            items.Select(i => new ChartRow("", i.Name, series.Select(s => i.Get(s.Figures) is { } a ? In(a, unit) : null).ToValueList())).ToValueList());
    }

    /// <summary>How a self-evaluation's printed points add up: a bar for each step beside the points it could have earned, marked by what the rule says; then
    /// the printed total.</summary>
    /// <param name="sheet">The score sheet.</param>
    public static Chart Scores(ScoreSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var rows = sheet.Steps.Select(s => new ChartRow("", s.Name, [s.Printed, s.Weight is { } w ? new Amount(w, Unit.None) : null], MarkOf(s.Verdict)));
        return new Chart($"{sheet.Subject}得分", ChartKind.Waterfall, Unit.None, ["得分", "分值"], [.. rows, new ChartRow("", "总分", [sheet.PrintedTotal, null])]);
    }

    private static ChartMark MarkOf(PerformanceVerdict verdict) => verdict switch
    {
        PerformanceVerdict.Exact or PerformanceVerdict.Rounded => ChartMark.Right,
        PerformanceVerdict.Violated => ChartMark.Wrong,
        _ => ChartMark.Open,
    };

    /// <summary>The lines with a figure of both sides; sub-items (其中) left out.</summary>
    private static IEnumerable<(LineSide Side, StatementLine Line, Amount Amount)> Sides(BudgetDocument document)
    {
        IEnumerable<(LineSide Side, StatementLine Line, Amount? Amount)> lines = document.Has<SummaryStatement>()
            ? document.Summary.Lines.Select(l => (l.Side, (StatementLine)l, l.Amount))
            : document.FiscalSummary.Lines.Select(l => (l.Side, (StatementLine)l, l.Side == LineSide.Income ? l.Income : l.Total));
        return lines.Where(l => l is { Side: LineSide.Income or LineSide.Expenditure, Amount: not null }
            && !l.Line.Name.StartsWith("其中", StringComparison.Ordinal))
            .Select(l => (l.Side, l.Line, l.Amount!.Value));
    }

    /// <summary>What a line is called in every edition of the form.</summary>
    private static string Key(StatementLine line) => LineLabel.All.FirstOrDefault(l => l.Matches(line))?.Name ?? Label.Fold(line.Name);

    private static Unit UnitOf(IEnumerable<Amount> amounts) => amounts.Select(a => a.Unit).FirstOrDefault(u => u.IsMoney, Unit.WanYuan);

    private static Amount? In(Amount amount, Unit unit) => amount.Unit.IsMoney ? amount.In(unit) : null;

    /// <summary>Year and family; the department too where documents of one year and family stand side by side.</summary>
    private static ValueList<string> SeriesOf(IReadOnlyList<BudgetDocument> documents)
    {
        var names = documents.Select(d => $"{d.Year?.ToString(CultureInfo.InvariantCulture)}{(d.Kind == DocumentKind.Budget ? "预算" : "决算")}").ToList();
        return names.Distinct().Count() == names.Count ? names.ToValueList() : documents.Select(DocumentView.Name).ToValueList();
    }
}
