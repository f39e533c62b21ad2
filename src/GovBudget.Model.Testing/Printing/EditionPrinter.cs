using System.Globalization;
using static GovBudget.Model.StatementKind;

namespace GovBudget.Model.Testing;

/// <summary>Prints books in the tables of an edition of the forms: which tables, columns and rows there are says the edition, what stands in them say the
/// books.</summary>
internal sealed class EditionPrinter
{
    private const int FirstGovernmentEconomic = 2018, FirstStateCapital = 2020;

    private static readonly string[] WithBalances = ["年初结转和结余", "本年收入", "本年支出/合计", "本年支出/基本支出", "本年支出/项目支出", "年末结转和结余"];

    private readonly Ledger _ledger;
    private readonly Ledger? _last;
    private readonly PrintStyle _style;
    private readonly FormEdition _edition;
    private readonly TableParts _parts;
    private readonly List<Flow> _flows;

    private EditionPrinter(Ledger ledger, Ledger? last, FormEdition edition, PrintStyle style)
    {
        (_ledger, _last, _edition, _style, _parts) = (ledger, last, edition, style, new TableParts(SubjectPool.Of(ledger.Year), style));
        _flows = [.. Flow.Of(ledger)];
    }

    /// <summary>The tables, and behind them those that the style asks for and no form prescribes.</summary>
    /// <param name="ledger">The books.</param>
    /// <param name="last">Those of the year before, where tables may show them.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="style">Units, decimals, blanks.</param>
    public static ValueList<Statement> Print(Ledger ledger, Ledger? last, FormEdition edition, PrintStyle style)
    {
        var printer = new EditionPrinter(ledger, last, edition, style);
        return [.. edition.Tables.Concat(printer.Funds()).Select(printer.Print),
            .. printer.Further().Select((s, i) => printer.Headed(s, printer.LabelOf(edition.Tables.Count + printer.Funds().Count() + i + 1)))];
    }

    private bool IsAccounts => _edition.Kind == DocumentKind.FinalAccounts;

    private string Year => _ledger.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Tables of funds that are prescribed and that the edition lacks, as the national one prints them.</summary>
    private IEnumerable<EditionTable> Funds() => new[] { GovernmentFund, StateCapital }
        .Where(kind => _edition.Table(kind) is null
            && (kind == GovernmentFund || _ledger.Year > FirstStateCapital || Of(kind).Any(f => f.Stage == Stage.Spending)))
        .Select((kind, i) => FormEdition.For(_edition.Kind, null).Table(kind)! with { Label = LabelOf(_edition.Tables.Count + i + 1) });

    private IEnumerable<Statement> Further()
    {
        if (IsAccounts && _style.Statistics) yield return OtherParts.Statistics(_ledger, _style);
        if (!IsAccounts && _style.GovernmentEconomic && _ledger.Year >= FirstGovernmentEconomic && Of(GeneralPublic).ToList() is { Count: > 0 } flows)
            yield return OtherParts.GovernmentEconomic(flows, _parts);
    }

    private Statement Print(EditionTable table)
    {
        if (IsAccounts && _style.StateCapitalBalances && table.Kind == StateCapital)
        {
            table = table with
            {
                Title = table.Title.Replace("支出", "收入支出", StringComparison.Ordinal),
                Columns = [.. WithBalances],
                Notes = [.. table.Notes.Select(n => n.Replace("支出情况", "收入、支出及结转和结余情况", StringComparison.Ordinal))]
            };
        }
        if (!IsAccounts && _style.LastYearColumns && _last is not null && table.Kind == GeneralPublic && table.Columns.Contains("基本支出"))
        {
            table = table with { Columns = [LastYear, .. table.Columns] };
        }
        var flows = Of(table.Kind).ToList();
        Statement statement = table.Kind switch
        {
            Summary => new SummaryStatement { Lines = _parts.Sides<SummaryLine>(table, flows, IsAccounts) },
            FiscalSummary => new FiscalSummaryStatement { Lines = _parts.Sides<FiscalSummaryLine>(table, flows, IsAccounts) },
            Income => new IncomeStatement { Lines = Lines<IncomeLine>(table, flows) },
            Expenditure => new ExpenditureStatement { Lines = Lines<ExpenditureLine>(table, flows) },
            GeneralPublic => new GeneralPublicStatement { Lines = Lines<GeneralPublicLine>(table, flows) },
            FiscalExpenditure => new FiscalExpenditureStatement { Lines = Lines<AmountLine>(table, flows) },
            GovernmentFund => new GovernmentFundStatement { Lines = Lines<FundLine>(table, flows) },
            StateCapital => new StateCapitalStatement { Lines = Lines<FundLine>(table, flows) },
            Basic => new BasicExpenditureStatement { Lines = _parts.ByEconomicCode<BasicExpenditureLine>(flows, Measures(table), IsAccounts) },
            FiscalBasic => new FiscalBasicStatement { Lines = _parts.ByEconomicCode<AmountLine>(flows, Measures(table), false) },
            Operating => new OperatingStatement { Lines = _parts.ByEconomicCode<AmountLine>(flows, Measures(table), false) },
            ThreePublic => new ThreePublicStatement { Lines = ThreePublicParts.Lines(_ledger, table.Columns, _style) },
            MeetingTraining => new MeetingTrainingStatement { Lines = ThreePublicParts.Lines(_ledger, table.Columns, _style) },
            Projects => new ProjectStatement { Lines = OtherParts.Projects(_ledger, flows, Measures(table), _parts) },
            Procurement => new ProcurementStatement { Lines = OtherParts.Procurement(_ledger, _style) },
            _ => throw new InvalidOperationException($"No books tell what stands in “{table.Title}”."),
        };
        return Headed(statement with { Title = table.Title, Columns = table.Columns, Notes = table.Notes }, table.Label);
    }

    private Measure[] Measures(EditionTable table)
    {
        var measures = FormWords.Columns(table.Columns, table.Kind == Income);
        return table.Columns[0] == LastYear ? [new Measure(LastYear, f => f.Stage == Stage.LastYear ? 1 : 0), .. measures[1..]] : measures;
    }

    private string LastYear => $"{(_ledger.Year - 1).ToString(CultureInfo.InvariantCulture)}年预算数";

    /// <summary>The entries that a table is about.</summary>
    private IEnumerable<Flow> Of(StatementKind kind) => kind switch
    {
        FiscalSummary or FiscalExpenditure => _flows.Where(f => f.IsFiscal),
        FiscalBasic => _flows.Where(f => f.IsFiscal && f.IsBasic),
        GovernmentFund => _flows.Where(f => f.Source == FundSource.GovernmentFund),
        StateCapital => _flows.Where(f => f.Source == FundSource.StateCapital),
        GeneralPublic => _flows.Where(f => f is { Source: FundSource.GeneralPublic, Stage: Stage.Spending }).Concat(OfLastYear()),
        Basic => _flows.Where(f => f.Source == FundSource.GeneralPublic && f.IsBasic),
        Operating => _flows.Where(f => f.Source == FundSource.GeneralPublic && f.IsBasic && !f.IsPersonnel),
        Projects => _flows.Where(f => f.Spent is { Kind: SpendingKind.Project }),
        _ => _flows,
    };

    private IEnumerable<Flow> OfLastYear() => !IsAccounts && _style.LastYearColumns && _last is not null
        ? Flow.Of(_last)
            .Where(f => f is { Source: FundSource.GeneralPublic, Stage: Stage.Spending } && _parts.Pool.Knows(f.Item))
            .Select(f => f with { Stage = Stage.LastYear })
        : [];

    private ValueList<TLine> Lines<TLine>(EditionTable table, List<Flow> flows)
        where TLine : StatementLine, new()
    {
        var measures = Measures(table);
        return table.Lines switch
        {
            EditionLines.Single => [new TLine { Figures = _parts.Sums(flows, measures) }],
            EditionLines.Labels => [.. FormWords.IncomeRows(table.IncomeRows).Select(r => new TLine
            {
                Path = [.. r.Name.Split('/')[..^1]],
                Label = r.Name.Split('/')[^1],
                Figures = _style.Figures([(table.Columns[0], r.Sum(flows))]),
            })],
            EditionLines.Units =>
            [
                new TLine { Label = "合计", Figures = _parts.Sums(flows, measures) },
                new TLine { Code = _ledger.Units[0].Code[..3], Label = _ledger.Organisation, Figures = _parts.Sums(flows, measures) },
                .. _ledger.Units.Select((u, i) => new TLine { Code = u.Code, Label = u.Name, Figures = _parts.Sums(flows.Where(f => f.Unit == i), measures) }),
            ],
            _ =>
                _parts.ByFunction<TLine>(flows.Where(f => measures.Any(m => m.Of(f) != 0)), measures,
                    keepEmpty: IsAccounts || table.Kind is not (GovernmentFund or StateCapital)),
        };
    }

    private string? LabelOf(int number)
    {
        if (_edition.Tables[^1].Label is not { } last) return null;
        var digits = last.Where(char.IsAsciiDigit).Count();
        return last.Replace(string.Concat(last.Where(char.IsAsciiDigit)), number.ToString(new string('0', digits), CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    /// <summary>The statement under its heading, with its notes and why it is empty.</summary>
    private Statement Headed(Statement statement, string? label) => statement with
    {
        Title = _style.YearInTitle ? $"{Year}{(IsAccounts ? "年度" : "年")}{statement.Title}" : statement.Title,
        Label = label,
        Organisation = _ledger.Organisation,
        Year = _ledger.Year,
        Unit = _style.Unit,
        Notes = [.. _style.Notes ? statement.Notes : [], .. IsEmpty(statement) ? [$"本部门{Year}年无相关收支，故本表为空表。"] : Array.Empty<string>()],
    };

    private static bool IsEmpty(Statement statement) => statement.AllLines.All(line => line.Figures.All(figure => figure.Value is null));
}
