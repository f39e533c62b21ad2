using FsCheck;
using FsCheck.Fluent;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Testing;

/// <summary>An <see cref="Arbitrary{T}"/> for every public type of the model from amounts to documents, with shrinking where a simpler value means
/// something.</summary>
/// <remarks>Parts of documents are drawn from whole valid documents, so that they look like what is printed; what reading and checking give is made by reading
/// and checking them.</remarks>
public static class Arbitraries
{
    private const int FirstYear = 2017, LastYear = 2026;

    private static readonly Gen<BudgetDocument> Whole = DocumentGenerators.Whole;

    private static readonly Gen<int> Year = Gen.Choose(FirstYear, LastYear);

    private static readonly string[] Words = ["达标", "应保尽保", "全覆盖", "持续完善", "显著提升"];

    /// <summary>元, 万元, 亿元, %, counts, and none.</summary>
    public static Arbitrary<Unit> Unit { get; } = Gen.Elements(Model.Unit.Yuan, Model.Unit.WanYuan, Model.Unit.YiYuan, Model.Unit.Percent, Model.Unit.Vehicle,
        Model.Unit.Set, Model.Unit.None).ToArbitrary();

    /// <summary>Printed figures; simpler ones have fewer decimals and digits.</summary>
    public static Arbitrary<Amount> Amount { get; } = Arb.From(LedgerGenerators.Amount, Shrink);

    /// <summary>What printed figures admit, and sums of it.</summary>
    public static Arbitrary<AmountInterval> AmountInterval { get; } = Gen.OneOf(
        LedgerGenerators.Amount.Select(Model.AmountInterval.Of),
        LedgerGenerators.Amount.Select(Model.AmountInterval.Exactly),
        from amount in LedgerGenerators.Amount
        from more in LedgerGenerators.Amount
        select Model.AmountInterval.Of(amount)
            + Model.AmountInterval.Of(more.In(amount.Unit))).ToArbitrary();

    /// <summary>Functional codes that departments spend on; a simpler one is its parent.</summary>
    public static Arbitrary<FunctionalCode> FunctionalCode { get; } = Arb.From(from year in Year
                                                                               from code in LedgerGenerators.FunctionalCode(
        year)
                                                                               select code, code => code.Ancestors);

    /// <summary>Economic codes; a simpler one is its parent.</summary>
    public static Arbitrary<EconomicCode> EconomicCode { get; } = Arb.From(from year in Year from code in LedgerGenerators.EconomicCode(year) select code,
        code => code.Ancestors);

    /// <summary>Codes of 政府预算支出经济分类.</summary>
    public static Arbitrary<GovernmentEconomicCode> GovernmentEconomicCode { get; } = Codes<GovernmentEconomicCode>(SubjectScheme.GovernmentEconomic,
        s => s.CodeAs<GovernmentEconomicCode>());

    /// <summary>Codes of 收入分类.</summary>
    public static Arbitrary<RevenueCode> RevenueCode { get; } = Codes<RevenueCode>(SubjectScheme.Revenue, s => s.CodeAs<RevenueCode>());

    /// <summary>Entries of the classifications of any year.</summary>
    public static Arbitrary<Subject> Subject { get; } =
        (from year in Year
         from scheme in Gen.Elements(Enum.GetValues<SubjectScheme>())
         let all = SubjectCatalog.For(year)
            .All(scheme)
            .ToArray()
         where all.Length > 0
         from subject in Gen.Elements(all)
         select subject).ToArbitrary();

    /// <summary>Targets of performance indicators: at least, at most, equal, ranges, words.</summary>
    public static Arbitrary<Target> Target { get; } = (
        from form in Gen.Elements("≥{0}%", "≤{0}%", ">{0}人", "<{0}%", "={0}%", "{0}次", "{0}-{1}次", "{0}%～{1}%", "", "优/良")
        from low in Gen.Choose(1, 90)
        from more in Gen.Choose(1, 9)
        from word in Gen.Elements(Words)
        select Model.Target.Parse(
            form.Length == 0 ? word : string.Format(System.Globalization.CultureInfo.InvariantCulture, form, low, low + more))).ToArbitrary();

    /// <summary>The figures of a line by column; simpler ones have a column less.</summary>
    public static Arbitrary<Figures> Figures { get; } = Arb.From(
        Lines<StatementLine>().Select(l => l.Figures), figures => figures.Select(f => figures.Without(f.Key)));

    /// <summary>“三公” figures.</summary>
    public static Arbitrary<ThreePublicFigures> ThreePublicFigures { get; } = Whole.Where(d => d.Has<ThreePublicStatement>())
        .Select(d => d.ThreePublic.Budget)
        .ToArbitrary();

    /// <summary>Posts and people.</summary>
    public static Arbitrary<Staffing> Staffing { get; } = (
        from posts in Gen.Choose(0, 500)
        from serving in Gen.Choose(0, 500)
        from retired in Gen.Choose(0, 300)
        from known in Gen.Elements(true, false)
        select new Staffing { Posts = posts, Serving = serving, Retired = known ? retired : null }).ToArbitrary();

    /// <summary>Lines of any table.</summary>
    public static Arbitrary<StatementLine> StatementLine { get; } = Line<StatementLine>();

    /// <summary>Tables of all kinds; simpler ones have a line, a figure or a note less.</summary>
    public static Arbitrary<Statement> Statement { get; } = Arb.From(Parts(d => d.Statements), DocumentShrinker.Shrink);

    /// <summary>Tables that no form knows.</summary>
    public static Arbitrary<OtherTable> OtherTable { get; } = Arb.From(from year in Year from table in TableGenerators.Other(year) select table,
        t => DocumentShrinker.Shrink(t).OfType<OtherTable>());

    /// <summary>Indicators of goals and self-evaluations.</summary>
    public static Arbitrary<Indicator> Indicator { get; } = Parts(d => d.Performance.SelectMany(f => f.Indicators)).ToArbitrary();

    /// <summary>Goals; simpler ones have an indicator less.</summary>
    public static Arbitrary<Goal> Goal { get; } = Arb.From(
        Parts(d => d.Performance.SelectMany(f => f.Goals)),
        goal => goal.Indicators.Select((_, i) => goal with { Indicators = goal.Indicators.Where((_, k) => k != i).ToValueList() }));

    /// <summary>Rows of budget execution.</summary>
    public static Arbitrary<ExecutionRow> ExecutionRow { get; } = Parts(d => d.Performance.OfType<SelfEvaluation>().SelectMany(f => f.Execution)).ToArbitrary();

    /// <summary>Lines of funds of goal tables.</summary>
    public static Arbitrary<GoalFundLine> GoalFundLine { get; } = Parts(d => d.Performance.OfType<DepartmentGoals>().SelectMany(f => f.Funds)).ToArbitrary();

    /// <summary>Projects of a department's goal table.</summary>
    public static Arbitrary<GoalProjectLine> GoalProjectLine { get; } = Parts(d => d.Performance.OfType<DepartmentGoals>().SelectMany(f => f.Projects)).ToArbitrary();

    /// <summary>Performance forms of all four kinds; simpler ones have a goal less.</summary>
    public static Arbitrary<PerformanceForm> PerformanceForm { get; } = Form<PerformanceForm>();

    /// <summary>Final accounts, whole; simpler ones have a table, a line, a paragraph or a form less.</summary>
    public static Arbitrary<FinalAccounts> FinalAccounts { get; } = Arb.From(Whole.Where(d => d is FinalAccounts).Select(d => (FinalAccounts)d),
        d => DocumentShrinker.Shrink(d).OfType<FinalAccounts>());

    /// <summary>Budgets, whole; simpler ones have a table, a line, a paragraph or a form less.</summary>
    public static Arbitrary<DepartmentBudget> DepartmentBudget { get; } = Arb.From(Whole.Where(d => d is DepartmentBudget).Select(d => (DepartmentBudget)d),
        d => DocumentShrinker.Shrink(d).OfType<DepartmentBudget>());

    /// <summary>Whole documents of both kinds; simpler ones have a table, a line, a paragraph or a form less.</summary>
    public static Arbitrary<BudgetDocument> BudgetDocument { get; } = Arb.From(Whole, DocumentShrinker.Shrink);

    /// <summary>Rules of the catalog.</summary>
    public static Arbitrary<Rule> Rule { get; } = Gen.Elements(RuleCatalog.All.ToArray()).ToArbitrary();

    /// <summary>Rules of scoring.</summary>
    public static Arbitrary<ScoringRule> ScoringRule { get; } = Gen.Elements(Model.ScoringRule.Known.ToArray()).ToArbitrary();

    /// <summary>The books of one year; simpler ones are without the year before.</summary>
    public static Arbitrary<Books> Books { get; } = Arb.From(Year.SelectMany(year => BooksGenerators.Any(year)),
        books => books.Last is null ? [] : [books with { Last = null }]);

    /// <summary>Ledgers; simpler ones stay balanced.</summary>
    public static Arbitrary<Ledger> Ledger { get; } = Arb.From(Year.SelectMany(year => LedgerGenerators.Ledger(year)), LedgerShrinker.Shrink);

    /// <summary>Faults of single documents.</summary>
    public static Arbitrary<Fault> Fault { get; } = Gen.Elements(Faults.All.Where(f => f.Beside is null).ToArray()).ToArbitrary();

    /// <summary>Documents with one fault.</summary>
    public static Arbitrary<FaultyDocument> FaultyDocument { get; } =
        (from fault in Gen.Elements(Faults.All.ToArray())
         from seed in Gen.Choose(0,
            int.MaxValue)
         from year in Gen.Choose(2019, LastYear)
         select GenerateFaulty.Document(fault.Rule, seed, year)).ToArbitrary();

    /// <summary>Layouts as writers make them.</summary>
    public static Arbitrary<DocumentLayout> DocumentLayout { get; } = Whole.Select(d => DocumentWriter.Write(d)).ToArbitrary();

    /// <summary>What the reader gives for written documents.</summary>
    public static Arbitrary<Reading> Reading { get; } = Whole.Select(d => DocumentReader.Read(DocumentWriter.Write(d))).ToArbitrary();

    /// <summary>Running texts, understood.</summary>
    public static Arbitrary<Narrative> Narrative { get; } = Whole.Select(d => d.ReadNarrative()).ToArbitrary();

    /// <summary>Claims of running texts.</summary>
    public static Arbitrary<Claim> Claim { get; } = Parts(d => d.ReadNarrative().Sections.SelectMany(s => s.Sentences).SelectMany(s => s.Claims)).ToArbitrary();

    /// <summary>Facts of documents.</summary>
    public static Arbitrary<Fact> Fact { get; } = Parts(d => Model.Fact.Of(d)).ToArbitrary();

    /// <summary>What checking gives for documents with one fault.</summary>
    public static Arbitrary<CheckReport> CheckReport { get; } = FaultyDocument.Generator.Select(f => Checker.Default.Check(f.Document)).ToArbitrary();

    /// <summary>All of these, on top of FsCheck's own.</summary>
    public static IArbMap Map { get; } = Merged();

    /// <summary>Statements of one type; simpler ones have a line, a figure or a note less.</summary>
    /// <typeparam name="T">The type of statement.</typeparam>
    public static Arbitrary<T> StatementOf<T>()
        where T : Statement => Arb.From(Parts(d => d.Statements.OfType<T>()), s => DocumentShrinker.Shrink(s).OfType<T>());

    /// <summary>Lines of one type; simpler ones have a figure less.</summary>
    /// <typeparam name="T">The type of line.</typeparam>
    public static Arbitrary<T> Line<T>()
        where T : StatementLine => Arb.From(Lines<T>(), line => line.Figures.Select(f => line with { Figures = line.Figures.Without(f.Key) }));

    /// <summary>Performance forms of one type; simpler ones have a goal less.</summary>
    /// <typeparam name="T">The type of form.</typeparam>
    public static Arbitrary<T> Form<T>()
        where T : PerformanceForm =>
            Arb.From(Parts(d => d.Performance.OfType<T>()),
                form => form.Goals.Select((_, i) => form with { Goals = form.Goals.Where((_, k) => k != i).ToValueList() }));

    private static Gen<T> Lines<T>()
        where T : StatementLine => Parts<T>(d => d.Statements.SelectMany(s => s.AllLines).OfType<T>());

    /// <summary>One of the parts of a document that has any.</summary>
    private static Gen<T> Parts<T>(Func<BudgetDocument, IEnumerable<T>> of) =>
        from parts in Whole.Select(d => of(d).ToArray()).Where(p => p.Length > 0)
        from part in Gen.Elements(parts)
        select part;

    private static Arbitrary<T> Codes<T>(SubjectScheme scheme, Func<Subject, T> code) =>
        (from year in Gen.Choose(2018,
            LastYear)
         from subject in Gen.Elements(SubjectCatalog.For(year).All(scheme).ToArray())
         select code(subject)).ToArbitrary();

    private static IEnumerable<Amount> Shrink(Amount amount)
    {
        if (amount.Value == 0) yield break;
        yield return new Amount(0m, amount.Unit).RoundTo(amount.Decimals);
        if (amount.Decimals > 0) yield return new Amount(decimal.Truncate(amount.Value), amount.Unit);
        if (amount.Value < 0) yield return new Amount(-amount.Value, amount.Unit).RoundTo(amount.Decimals);
        if (Math.Abs(amount.Value) >= 2) yield return new Amount(Math.Round(amount.Value / 2, amount.Decimals), amount.Unit).RoundTo(amount.Decimals);
    }

    private static IArbMap Merged() => ArbMap.Default
        .MergeArb(Unit)
        .MergeArb(Amount)
        .MergeArb(AmountInterval)
        .MergeArb(FunctionalCode)
        .MergeArb(EconomicCode)
        .MergeArb(GovernmentEconomicCode)
        .MergeArb(RevenueCode)
        .MergeArb(Subject)
        .MergeArb(Figures).MergeArb(ThreePublicFigures).MergeArb(Staffing).MergeArb(StatementLine).MergeArb(Statement).MergeArb(OtherTable)
        .MergeArb(StatementOf<SummaryStatement>())
        .MergeArb(StatementOf<IncomeStatement>())
        .MergeArb(StatementOf<ExpenditureStatement>())
        .MergeArb(StatementOf<FiscalSummaryStatement>())
        .MergeArb(StatementOf<GeneralPublicStatement>())
        .MergeArb(StatementOf<BasicExpenditureStatement>())
        .MergeArb(StatementOf<GovernmentFundStatement>())
        .MergeArb(StatementOf<StateCapitalStatement>())
        .MergeArb(StatementOf<ThreePublicStatement>())
        .MergeArb(StatementOf<DisclosureStatistics>())
        .MergeArb(StatementOf<ProjectStatement>())
        .MergeArb(StatementOf<MeetingTrainingStatement>())
        .MergeArb(StatementOf<OperatingStatement>())
        .MergeArb(StatementOf<ProcurementStatement>())
        .MergeArb(StatementOf<FiscalExpenditureStatement>())
        .MergeArb(StatementOf<FiscalBasicStatement>())
        .MergeArb(Line<SummaryLine>())
        .MergeArb(Line<IncomeLine>())
        .MergeArb(Line<ExpenditureLine>())
        .MergeArb(Line<FiscalSummaryLine>())
        .MergeArb(Line<GeneralPublicLine>())
        .MergeArb(Line<BasicExpenditureLine>())
        .MergeArb(Line<FundLine>()).MergeArb(Line<StatisticLine>()).MergeArb(Line<ProjectLine>()).MergeArb(Line<AmountLine>())
        .MergeArb(Target).MergeArb(Indicator).MergeArb(Goal).MergeArb(ExecutionRow).MergeArb(GoalFundLine).MergeArb(GoalProjectLine).MergeArb(PerformanceForm)
        .MergeArb(Form<DepartmentGoals>())
        .MergeArb(Form<ProjectGoals>())
        .MergeArb(Form<SelfEvaluation>())
        .MergeArb(Form<DepartmentSelfEvaluation>())
        .MergeArb(Form<ProjectSelfEvaluation>())
        .MergeArb(FinalAccounts)
        .MergeArb(DepartmentBudget)
        .MergeArb(BudgetDocument)
        .MergeArb(Rule)
        .MergeArb(ScoringRule)
        .MergeArb(Books)
        .MergeArb(Ledger)
        .MergeArb(Fault)
        .MergeArb(FaultyDocument)
        .MergeArb(DocumentLayout).MergeArb(Reading).MergeArb(Narrative).MergeArb(Claim).MergeArb(Fact).MergeArb(CheckReport);
}
