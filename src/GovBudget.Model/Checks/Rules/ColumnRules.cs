using static GovBudget.Model.Checks.Combinators;

namespace GovBudget.Model.Checks;

/// <summary>Sums over the columns of a row: what the forms print below themselves as “1栏各行＝（2＋3＋…）栏各行”.</summary>
internal static class ColumnRules
{
    private static readonly (string Id, StatementKind Kind, Severity Severity, string Title, string English, string Source, string[] Parts)[] Forms =
    [
        ("income.columns", StatementKind.Income, Severity.Error, "收入表各行：合计＝各项收入之和", "income table, every row: total = sum of the kinds of income",
            "公开02表注：1栏各行＝（2＋3＋4＋5＋6＋7）栏各行；部门收入总表", ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]),
        ("expenditure.columns", StatementKind.Expenditure, Severity.Error, "支出表各行：合计＝基本支出＋项目支出＋上缴上级支出＋经营支出＋对附属单位补助支出",
            "expenditure table, every row: total = basic + project + remitted + business + subsidies to subordinates",
            "公开03表注：1栏各行＝（2＋3＋4＋5＋6）栏各行；部门支出总表", ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]),
        ("fiscal.columns", StatementKind.FiscalSummary, Severity.Error, "财政拨款总表各行：支出合计＝一般公共预算＋政府性基金预算＋国有资本经营预算",
            "appropriation summary, every row: total = sum over the three funds",
            "公开04表栏次关系；财政拨款收支总表", [Column.FiscalGeneralPublic.Path, Column.FiscalGovernmentFund.Path, Column.FiscalStateCapital.Path]),
        ("general.columns", StatementKind.GeneralPublic, Severity.Error, "一般公共预算支出表各行：合计＝基本支出＋项目支出",
            "general public budget, every row: total = basic + project",
            "公开05表注：1栏各行＝（2＋3）栏各行；一般公共预算支出表", ["基本支出", "项目支出"]),
        ("basic.columns", StatementKind.Basic, Severity.Error, "一般公共预算基本支出表各行：合计＝人员经费＋公用经费", "basic expenditure, every row: total = personnel + operations",
            "一般公共预算基本支出表栏次关系", ["人员经费", "公用经费"]),
        ("government-fund.columns", StatementKind.GovernmentFund, Severity.Error, "政府性基金表各行：本年支出小计＝基本支出＋项目支出",
            "government funds, every row: expenditure = basic + project",
            "公开07表注：3栏各行＝（4＋5）栏各行；政府性基金预算支出表", []),
        ("state-capital.columns", StatementKind.StateCapital, Severity.Error, "国有资本经营预算表各行：合计＝基本支出＋项目支出",
            "state capital budget, every row: total = basic + project",
            "公开08表注：1栏各行＝（2＋3）栏各行；国有资本经营预算支出表", []),
        ("project.columns", StatementKind.Projects, Severity.Error, "项目支出表各行：合计＝各资金来源之和", "projects, every row: total = sum of the sources of funds",
            "项目支出表栏次关系", []),
        ("meeting.columns", StatementKind.MeetingTraining, Severity.Error, "“三公”经费、会议费、培训费表：合计＝各项之和，小计＝所属各项之和",
            "three-public, meetings and training: totals and subtotals = sums of their columns",
            "“三公”经费、会议费、培训费支出表栏次关系", []),
        ("other.columns", StatementKind.Other, Severity.Warning, "其他表各行：合计、小计＝表头所属各栏之和",
            "other tables, every row: totals and subtotals = sums of the columns below them in the header", "表头层次", []),
    ];

    public static IEnumerable<Rule> All =>
        Forms.Select(f => new Rule(f.Id, RuleCategory.Arithmetic, f.Severity, f.Title, f.English, f.Source, ColumnSums(f.Kind, f.Parts)))
        .Append(new Rule("government-fund.closing", RuleCategory.Arithmetic, Severity.Error, "政府性基金表各行：年末结转和结余＝年初结转和结余＋本年收入－本年支出",
            "government funds, every row: closing = opening + income − expenditure", "公开07表注：6栏各行＝（1＋2－3）栏各行", Closing(StatementKind.GovernmentFund)))
        .Append(new Rule("state-capital.closing", RuleCategory.Arithmetic, Severity.Error, "国有资本经营预算收支表各行：年末结转和结余＝年初结转和结余＋本年收入－本年支出",
            "state capital budget, every row: closing = opening + income − expenditure", "国有资本经营预算财政拨款收入支出决算表栏次关系", Closing(StatementKind.StateCapital)));

    private static Action<RuleRun> Closing(StatementKind kind) => run =>
    {
        if (run.Index.IsBudget) return;
        foreach (var statement in run.Index.Statements)
        {
            if (statement.Kind != kind
                || !statement.HasColumn(Column.Closing.Path)
                || !statement.HasColumn(Column.YearIncome.Path)
                || !statement.HasColumn(Column.YearTotal.Path))
                continue;
            for (var line = 0; line < statement.Lines.Length; line++)
            {
                if (statement.Lines[line].Figures.Count == 0) continue;
                run.Left.Add(statement.Term(line, Column.Closing.Path));
                run.Right.Add(statement.Term(line, Column.Opening.Path));
                run.Right.Add(statement.Term(line, Column.YearIncome.Path));
                run.Right.Add(statement.Term(line, Column.YearTotal.Path, -1));
                run.Balance();
            }
        }
    };
}
