namespace GovBudget.Model.Testing;

/// <summary>Faults that show beside another document: faults of a figure or a sentence, of which another rule of the same name across documents
/// speaks.</summary>
internal static class AcrossFaults
{
    public static IEnumerable<Fault> All =>
    [
        Beside(DocumentRelationKind.YearBefore,
            FigureFaults.Wrong("across.opening-balance", "年初结转和结余与上年决算的年末结转和结余不符", StatementKind.Summary,
                (d, l) => d.Kind == DocumentKind.FinalAccounts && l.Name == "年初结转和结余")),
        Beside(DocumentRelationKind.YearBefore,
            FigureFaults.Wrong("across.last-year-columns", "表中所列上年预算数与上年预算不符", StatementKind.GeneralPublic,
                (d, l) => l.IsTotal && d.GeneralPublic.Columns.Contains(Column(d)), Column)),
        Beside(DocumentRelationKind.YearBefore,
            TextFaults.Wrong("across.quoted-last-year", "正文所引上年数与上年决算不符", $@"^\d{{4}}年度收、支总计均为{TextFaults.Figure}(?=万元。\d{{4}}年度收、支总计均为)")),
        Beside(DocumentRelationKind.YearBefore,
            TextFaults.Wrong("across.change", "正文所说增减额与上年决算不符", $@"(?<=与\d{{4}}年度相比，(?:收、支总计各|收入总计)(?:增加|减少)){TextFaults.Figure}(?=万元)")),
        Beside(DocumentRelationKind.BudgetAndAccounts,
            TextFaults.Wrong("across.quoted-budget", "所引年初预算与年初部门预算不符", $@"(?<=一般公共预算财政拨款支出年初预算为){TextFaults.Figure}(?=万元)",
                fits: m => m.Groups["n"].Value != "0.00")),
        Beside(DocumentRelationKind.BudgetAndAccounts,
            FigureFaults.Wrong("across.three-public-budget", "“三公”经费的预算数与年初部门预算不符", StatementKind.ThreePublic, (d, _) => d.Kind == DocumentKind.FinalAccounts,
                _ => "预算数/公务接待费")),
        Beside(DocumentRelationKind.DepartmentAndUnit,
            FigureFaults.Lowered("across.units", "部门支出小于所属单位之和", StatementKind.Expenditure, l => l.IsTotal, (_, _, column) => column == "合计",
                (_, l, column) => l[column])),
    ];

    private static string Column(BudgetDocument document) => $"{((document.Year ?? 0) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}年预算数";

    private static Fault Beside(DocumentRelationKind relation, Fault fault) => fault.With(relation);
}
