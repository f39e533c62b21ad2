namespace GovBudget.Model.Checks;

/// <summary>Which figures of the tables a claim may restate, by subject and section; several where editions differ, none where it cannot be told.</summary>
internal sealed class NarrativeTables(DocumentIndex index)
{
    private static readonly string[] General = ["一般公共预算"];

    private readonly List<Term> _found = [];

    private string Side => index.IsBudget ? "预算数/" : "决算数/";

    /// <summary>The figures, the likeliest first.</summary>
    /// <param name="section">The section of the claim.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="role">Which figure of it.</param>
    public IReadOnlyList<Term> Find(SectionKind section, ClaimSubject subject, FigureRole role)
    {
        _found.Clear();
        if (!Belongs(section, subject.Quantity)) return [];
        if (subject.Code is { } code && role == FigureRole.Main) Coded(section, code);
        else if (role == FigureRole.Main) Main(section, subject);
        else if (role == FigureRole.Budget) ThreePublic(subject.Quantity, "预算数/");
        return [.. _found.DistinctBy(t => t.Cell)];
    }

    /// <summary>The figures of a code: in the tables of the general public budget by function, by economic subject (of basic expenditure where the section is about
    /// it, else of all), in whichever of them the code stands once.</summary>
    private void Coded(SectionKind section, string code)
    {
        var basic = section == SectionKind.BasicExpenditure;
        foreach (var statement in index.Statements)
        {
            var isBasic = statement.Kind is StatementKind.Basic or StatementKind.FiscalBasic
                || (statement.Kind == StatementKind.Other && statement.Statement.Title.Contains("基本支出", StringComparison.Ordinal));
            var isGeneral = statement.Kind is StatementKind.GeneralPublic or StatementKind.Expenditure or StatementKind.FiscalExpenditure
                || (statement.Kind == StatementKind.Other && statement.Statement.Title.Contains("支出", StringComparison.Ordinal)
                    && !statement.Statement.Title.Contains("项目", StringComparison.Ordinal));
            if (!(basic ? isBasic : isGeneral && !isBasic) || Array.FindAll(statement.Lines, l => l.Code == code).Length != 1) continue;
            var column = statement.HasColumn(Column.Total.Path) ? Column.Total.Path : statement.HasColumn(Column.Amount.Path) ? Column.Amount.Path : null;
            if (column is not null) Add(statement, statement.LineOf(code), column);
        }
    }

    /// <summary>Whether a section speaks of that quantity of the whole department: 支出 under 公务接待费 is not 本年支出合计.</summary>
    private static bool Belongs(SectionKind section, BudgetQuantity quantity) => section switch
    {
        SectionKind.ThreePublic or SectionKind.ThreePublicItems =>
            quantity is BudgetQuantity.ThreePublic or BudgetQuantity.Abroad or BudgetQuantity.Vehicles or BudgetQuantity.VehiclePurchase
            or BudgetQuantity.VehicleRunning
            or BudgetQuantity.Reception or BudgetQuantity.Meetings or BudgetQuantity.Training or BudgetQuantity.AgencyOperation,
        SectionKind.AgencyOperation => quantity is BudgetQuantity.AgencyOperation,
        SectionKind.Procurement =>
            quantity is BudgetQuantity.Procurement or BudgetQuantity.ProcurementGoods or BudgetQuantity.ProcurementWorks or BudgetQuantity.ProcurementServices,
        SectionKind.PurchasedServices or SectionKind.Assets => false,
        SectionKind.BasicExpenditure =>
            quantity is not (BudgetQuantity.Income
                or BudgetQuantity.IncomeTotal
                or BudgetQuantity.Expenditure
                or BudgetQuantity.ExpenditureTotal
                or BudgetQuantity.GrandTotal),
        SectionKind.OtherMatters =>
            quantity is not (BudgetQuantity.Income or BudgetQuantity.IncomeTotal or BudgetQuantity.Expenditure or BudgetQuantity.ExpenditureTotal
            or BudgetQuantity.FiscalIncome or BudgetQuantity.FiscalExpenditure or BudgetQuantity.BasicExpenditure or BudgetQuantity.ProjectExpenditure
            or BudgetQuantity.GeneralPublicIncome or BudgetQuantity.GeneralPublicExpenditure),
        _ => true,
    };

    /// <summary>What the table that restates the subject is; null where it has none or prints no figures.</summary>
    private StatementIndex? Filled(StatementKind kind) => index.Filled(kind);

    private void Main(SectionKind section, ClaimSubject subject)
    {
        var general = section is SectionKind.GeneralPublic or SectionKind.GeneralPublicItems or SectionKind.GeneralPublicStructure
            || subject.Within is { } w && w.StartsWith("一般公共预算", StringComparison.Ordinal);
        var fiscal = section is SectionKind.FiscalOverview or SectionKind.FiscalExpenditure
            || subject.Within is { } f && f.StartsWith("财政拨款", StringComparison.Ordinal);
        var basic = section == SectionKind.BasicExpenditure
            || (subject.Within == "基本支出" && (section is not (SectionKind.Expenditure or SectionKind.Overview or SectionKind.Explanation) || BasicIsGeneral()));
        switch (section)
        {
            case SectionKind.GovernmentFunds when subject.Quantity == BudgetQuantity.Function:
                Function(StatementKind.GovernmentFund, subject.Path);
                return;
            case SectionKind.StateCapital when subject.Quantity == BudgetQuantity.Function:
                Function(StatementKind.StateCapital, subject.Path);
                return;
            case SectionKind.GovernmentFunds:
                Fund(StatementKind.GovernmentFund, subject.Quantity, BudgetQuantity.GovernmentFunds);
                return;
            case SectionKind.ProjectExpenditure when subject.Quantity != BudgetQuantity.ProjectExpenditure:
                return;
            case SectionKind.StateCapital:
                Fund(StatementKind.StateCapital, subject.Quantity, BudgetQuantity.StateCapital);
                return;
        }
        switch (subject.Quantity)
        {
            case BudgetQuantity.GrandTotal:
                Total(StatementKind.Summary, LineSide.Income);
                Total(StatementKind.Summary, LineSide.Expenditure);
                break;
            case BudgetQuantity.IncomeTotal:
                Total(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Income);
                Year(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Income);
                if (!fiscal) Coded(StatementKind.Income, "合计");
                break;
            case BudgetQuantity.ExpenditureTotal:
                Total(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Expenditure);
                Year(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Expenditure);
                if (!fiscal) Coded(StatementKind.Expenditure, "合计");
                break;
            case BudgetQuantity.Income when !general:
                Year(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Income);
                if (index.IsBudget) Total(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Income);
                if (!fiscal) Coded(StatementKind.Income, "合计", "本年收入/小计");
                break;
            case BudgetQuantity.Expenditure when !general:
                Year(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Expenditure);
                if (index.IsBudget) Total(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, LineSide.Expenditure);
                if (!fiscal) Coded(StatementKind.Expenditure, "合计");
                break;
            case BudgetQuantity.FiscalTotal:
                Total(StatementKind.FiscalSummary, LineSide.Income);
                Total(StatementKind.FiscalSummary, LineSide.Expenditure);
                break;
            case BudgetQuantity.FiscalIncome:
                Year(StatementKind.FiscalSummary, LineSide.Income);
                Coded(StatementKind.Income, "财政拨款收入");
                Total(StatementKind.FiscalSummary, LineSide.Income);
                break;
            case BudgetQuantity.FiscalExpenditure:
                Year(StatementKind.FiscalSummary, LineSide.Expenditure);
                Total(StatementKind.FiscalSummary, LineSide.Expenditure);
                Coded(StatementKind.FiscalExpenditure, "合计", "金额");
                if (general) Coded(StatementKind.GeneralPublic, "合计", "金额");
                break;
            case BudgetQuantity.GeneralPublicIncome:
                Named(StatementKind.FiscalSummary, LineSide.Income, Column.IncomeSide.Path, General);
                Named(StatementKind.Summary, LineSide.Income, Column.IncomeSide.Path, General);
                if (index.IsBudget) Total(StatementKind.FiscalSummary, LineSide.Income, Column.FiscalGeneralPublic.Path);
                break;
            case BudgetQuantity.GeneralPublicExpenditure:
                Coded(StatementKind.GeneralPublic, "合计", "金额");
                Year(StatementKind.FiscalSummary, LineSide.Expenditure, Column.FiscalGeneralPublic.Path);
                if (index.IsBudget) Total(StatementKind.FiscalSummary, LineSide.Expenditure, Column.FiscalGeneralPublic.Path);
                break;
            case BudgetQuantity.GovernmentFunds or BudgetQuantity.StateCapital when fiscal:
                Year(StatementKind.FiscalSummary, LineSide.Expenditure,
                    subject.Quantity == BudgetQuantity.GovernmentFunds ? Column.FiscalGovernmentFund.Path : Column.FiscalStateCapital.Path);
                Named(StatementKind.FiscalSummary, LineSide.Income, Column.IncomeSide.Path,
                    subject.Quantity == BudgetQuantity.GovernmentFunds ? ["政府性基金"] : ["国有资本经营"]);
                break;
            case BudgetQuantity.SuperiorSubsidy
                or BudgetQuantity.InstitutionalIncome
                or BudgetQuantity.OperatingIncome
                or BudgetQuantity.SubordinateRemittance
                or BudgetQuantity.OtherIncome
                when section is SectionKind.Income or SectionKind.Overview or SectionKind.Explanation:
                Coded(StatementKind.Income, BudgetQuantities.NameOf(subject.Quantity));
                Named(StatementKind.Summary, LineSide.Income, Column.IncomeSide.Path, [BudgetQuantities.NameOf(subject.Quantity)]);
                break;
            case BudgetQuantity.BasicExpenditure or BudgetQuantity.ProjectExpenditure:
                Kinds(BudgetQuantities.NameOf(subject.Quantity), general || basic, fiscal, basic, section);
                break;
            case BudgetQuantity.RemittanceToSuperior
                or BudgetQuantity.OperatingExpenditure
                or BudgetQuantity.SubsidyToSubordinates when section is SectionKind.Expenditure:
                Coded(StatementKind.Expenditure, BudgetQuantities.NameOf(subject.Quantity));
                break;
            case BudgetQuantity.Personnel or BudgetQuantity.PublicUse when basic:
                Groups(BudgetQuantities.NameOf(subject.Quantity));
                break;
            case BudgetQuantity.OpeningBalance
                or BudgetQuantity.ClosingBalance when section is SectionKind.Overview or SectionKind.FiscalOverview:
                if (index.IsBudget && subject.Quantity == BudgetQuantity.OpeningBalance) CarriedOver();
                else if (!index.IsBudget) Balance(fiscal ? StatementKind.FiscalSummary : StatementKind.Summary, subject.Quantity == BudgetQuantity.OpeningBalance);
                break;
            case BudgetQuantity.AgencyOperation:
                Named(StatementKind.Statistics, LineSide.None, Column.Statistic.Path, ["机关运行经费"]);
                ThreePublic(subject.Quantity, Side);
                Coded(StatementKind.Operating, "机关运行经费支出", "机关运行经费", "金额", "合计");
                break;
            case BudgetQuantity.Procurement
                or BudgetQuantity.ProcurementGoods
                or BudgetQuantity.ProcurementWorks
                or BudgetQuantity.ProcurementServices when section is SectionKind.Procurement:
                Named(StatementKind.Statistics, LineSide.None, Column.Statistic.Path,
                    subject.Quantity == BudgetQuantity.Procurement ? ["政府采购支出合计", "政府采购支出总额"] : [BudgetQuantities.NameOf(subject.Quantity)]);
                break;
            case BudgetQuantity.Function when section is not (SectionKind.BasicExpenditure or SectionKind.OtherMatters):
                Function(section, subject.Path, general);
                break;
            default:
                if (section is SectionKind.ThreePublic or SectionKind.ThreePublicItems or SectionKind.Explanation or SectionKind.OtherMatters)
                    ThreePublic(subject.Quantity, Side);
                break;
        }
    }

    /// <summary>Whether all basic expenditure comes from the general public budget, so that its detail is that of the whole.</summary>
    private bool BasicIsGeneral()
    {
        var (all, general) = (new List<Term>(), new List<Term>());
        return Filled(StatementKind.Expenditure) is { } expenditure && Filled(StatementKind.GeneralPublic) is { } part
            && Combinators.AddTotal(index, expenditure, all, Column.Basic.Path)
            && Combinators.AddTotal(index, part, general, Column.Basic.Path)
            && RuleRun.Try(all, general) is Verdict.Exact or Verdict.Rounded;
    }

    /// <summary>Whether the document has the table and it holds blanks and dashes alone.</summary>
    private bool IsBlank(StatementKind kind) => index.Of(kind) is { } table && Array.TrueForAll(table.Lines, l => l.Figures.All(f => f.Value is null));

    private void Add(StatementIndex statement, int line, string column)
    {
        if (line >= 0) _found.Add(statement.Term(line, column));
    }

    private void Total(StatementKind kind, LineSide side, string? column = null)
    {
        if (Filled(kind) is not { } statement || statement.OutlineOf(side) is not { GrandTotal: >= 0 } outline) return;
        Add(statement, outline.Lines[outline.GrandTotal], column ?? statement.ColumnOf(side));
    }

    private void Year(StatementKind kind, LineSide side, string? column = null)
    {
        if (Filled(kind) is not { } statement || statement.OutlineOf(side) is not { YearTotal: >= 0 } outline) return;
        Add(statement, outline.Lines[outline.YearTotal], column ?? statement.ColumnOf(side));
    }

    /// <summary>The total of a coded table in the first of the columns that it has.</summary>
    private void Coded(StatementKind kind, params ReadOnlySpan<string> columns)
    {
        var terms = new List<Term>();
        if (Filled(kind) is { } statement && Combinators.AddTotal(index, statement, terms, columns) && terms.Count == 1) _found.Add(terms[0]);
    }

    /// <summary>The first line whose name holds one of the words and, for funds, is no carry-over.</summary>
    private void Named(StatementKind kind, LineSide side, string column, string[] words)
    {
        if (Filled(kind) is not { } statement || !statement.HasColumn(column)) return;
        for (var line = 0; line < statement.Lines.Length; line++)
        {
            if (statement.Lines[line].Side != side) continue;
            var name = statement.Name(line);
            if (LineLabel.Opening.Names(name) || LineLabel.YearIncome.Names(name)) continue;
            if (!Array.Exists(words, w => name.StartsWith(w, StringComparison.Ordinal))
                || (kind == StatementKind.Statistics && statement.Lines[line].Figures[column] is null))
                continue;
            Add(statement, line, column);
            return;
        }
    }

    private void Balance(StatementKind kind, bool opening)
    {
        if (Filled(kind) is not { } statement) return;
        var side = opening ? LineSide.Income : LineSide.Expenditure;
        var outline = statement.OutlineOf(side);
        var label = opening ? LineLabel.Opening : LineLabel.Closing;
        foreach (var line in outline.Lines) if (label.Names(statement.Name(line))) Add(statement, line, statement.ColumnOf(side));
    }

    /// <summary>上年结转 of a budget, of everything and of each fund below it, in either summary.</summary>
    private void CarriedOver()
    {
        foreach (var kind in (ReadOnlySpan<StatementKind>)[StatementKind.Summary, StatementKind.FiscalSummary])
        {
            if (Filled(kind) is not { } statement) continue;
            var outline = statement.OutlineOf(LineSide.Income);
            var after = false;
            for (var k = 0; k < outline.Lines.Length && k != outline.GrandTotal; k++)
            {
                var line = outline.Lines[k];
                after |= LineLabel.Opening.Names(statement.Name(line));
                if (after && statement.Lines[line].Figures[Column.IncomeSide] is not null) Add(statement, line, Column.IncomeSide.Path);
            }
        }
    }

    /// <summary>基本支出 or 项目支出: of the general public budget, of appropriations, or of everything.</summary>
    private void Kinds(string name, bool general, bool fiscal, bool basic, SectionKind section)
    {
        // an empty table: there is none, whatever other funds spend
        if ((basic && name == "基本支出" && IsBlank(StatementKind.Basic)) || (general && IsBlank(StatementKind.GeneralPublic))) return;
        if (general || section is SectionKind.Explanation or SectionKind.Overview or SectionKind.ProjectExpenditure) Coded(StatementKind.GeneralPublic, name);
        if (basic && name == "基本支出") Coded(StatementKind.Basic, "合计", "金额");
        if ((general && !basic) || fiscal || index.IsBudget)
        {
            Coded(StatementKind.FiscalExpenditure, name);
            Named(StatementKind.FiscalSummary, LineSide.Purpose, Column.ExpenditureSide.Path, [name]);
            if (name == "基本支出") Coded(StatementKind.FiscalBasic, "合计", "金额");
        }
        if ((!general && !fiscal) || index.IsBudget)
        {
            Coded(StatementKind.Expenditure, name);
            Named(StatementKind.Expenditure, LineSide.None, Column.Amount.Path, [name]); // a table of 基本支出 and 项目支出 as rows
            Named(StatementKind.Summary, LineSide.Purpose, Column.ExpenditureSide.Path, [name]);
            Named(StatementKind.Summary, LineSide.Expenditure, Column.ExpenditureSide.Path, [name]);
            if (!basic && section is not SectionKind.Expenditure) Coded(StatementKind.GeneralPublic, name);
        }
    }

    /// <summary>人员经费 and 公用经费: a column, or a row of totals.</summary>
    private void Groups(string name)
    {
        Coded(StatementKind.Basic, name);
        if (Filled(StatementKind.Basic) is { } basic)
        {
            for (var line = 0; line < basic.Lines.Length; line++)
            {
                if (basic.Name(line) == name + "合计" || basic.Name(line) == name)
                    Add(basic, line, basic.HasColumn(Column.Amount.Path) ? Column.Amount.Path : Column.Total.Path);
            }
        }
        Coded(StatementKind.GeneralPublic, "基本支出/" + name);
        if (index.IsBudget) Coded(StatementKind.FiscalBasic, name);
    }

    private void Fund(StatementKind kind, BudgetQuantity quantity, BudgetQuantity own)
    {
        if (quantity is BudgetQuantity.Income || quantity == own) Coded(kind, Column.YearIncome.Path);
        if (quantity is BudgetQuantity.Expenditure || quantity == own) Coded(kind, Column.YearTotal.Path, "合计");
        if (quantity is BudgetQuantity.OpeningBalance) Coded(kind, Column.Opening.Path);
        if (quantity is BudgetQuantity.ClosingBalance) Coded(kind, Column.Closing.Path);
    }

    private void ThreePublic(BudgetQuantity quantity, string part)
    {
        var item = quantity switch
        {
            BudgetQuantity.ThreePublic => "合计",
            BudgetQuantity.Abroad => "因公出国（境）费",
            BudgetQuantity.Vehicles => "公务用车购置及运行维护费",
            BudgetQuantity.VehiclePurchase => "公务用车购置费",
            BudgetQuantity.VehicleRunning => "公务用车运行维护费",
            BudgetQuantity.Reception => "公务接待费",
            BudgetQuantity.AgencyOperation => "机关运行经费",
            _ => null,
        };
        if (item is not null && index.Of(StatementKind.ThreePublic) is { } table && table.HasColumn(part + item))
        {
            var line = table.Total >= 0 ? table.Total : table.Lines.Length == 1 ? 0 : -1;
            Add(table, line, part + item);
        }
        else if (item is not null && index.Of(StatementKind.ThreePublic) is null && ThreePublicRows.Of(index, quantity, part[..2]) is { } row) _found.Add(row);
        if (!index.IsBudget || Filled(StatementKind.MeetingTraining) is not { } meeting) return;
        var at = meeting.Total >= 0 ? meeting.Total : meeting.Lines.Length == 1 ? 0 : -1;
        foreach (var column in meeting.Columns)
        {
            var parts = column.Split('/');
            var last = parts[^1] is "小计" or "合计" && parts.Length > 1 ? parts[^2] : parts[^1];
            var wanted = quantity switch { BudgetQuantity.ThreePublic => "三公", BudgetQuantity.Meetings => "会议费", BudgetQuantity.Training => "培训费", _ => item };
            if (wanted is not null && wanted != "合计" && BudgetQuantities.Plain(last).StartsWith(wanted, StringComparison.Ordinal)) Add(meeting, at, column);
        }
    }

    private void Function(SectionKind section, ValueList<string> path, bool general)
    {
        if (general || index.IsBudget) Function(StatementKind.GeneralPublic, path);
        if (!general)
        {
            Function(StatementKind.FiscalExpenditure, path);
            Function(StatementKind.Expenditure, path);
            if (path.Count == 1)
            {
                foreach (var kind in (ReadOnlySpan<StatementKind>)[StatementKind.Summary, StatementKind.FiscalSummary])
                {
                    if (Filled(kind) is { } summary && summary.LineNamed(path[0], LineSide.Expenditure) is var line and >= 0)
                        Add(summary, line, summary.ColumnOf(LineSide.Expenditure));
                }
            }
        }
        if (section is SectionKind.FiscalOverview) _found.RemoveAll(t => index.Statements[t.Cell.Statement].Kind == StatementKind.Expenditure);
    }

    private void Function(StatementKind kind, ValueList<string> path)
    {
        if (Filled(kind) is not { } statement) return;
        var column = statement.HasColumn(Column.YearTotal.Path) ? Column.YearTotal.Path : statement.WholeColumn;
        if (!statement.HasColumn(column) || statement.Codes.HasDuplicates || statement.Codes.Units.Length > 0) return;
        var lines = SubjectLines.Find(statement, path);
        if (lines.Count == 1) Add(statement, lines[0], column);
    }
}
