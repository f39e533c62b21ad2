using NodaTime;

namespace GovBudget.Model;

/// <summary>Which of the two families a document belongs to.</summary>
public enum DocumentKind
{
    /// <summary>部门预算, before the year.</summary>
    Budget,

    /// <summary>部门决算, after the year.</summary>
    FinalAccounts,
}

/// <summary>The level of government that a department belongs to.</summary>
public enum AdministrativeLevel
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>中央.</summary>
    Central,

    /// <summary>省（自治区、直辖市）.</summary>
    Province,

    /// <summary>市（地区、州）.</summary>
    Prefecture,

    /// <summary>县（区、县级市）.</summary>
    County,

    /// <summary>乡镇（街道）.</summary>
    Township,
}

/// <summary>What a department publishes for one year: its budget or its final accounts. Immutable; equal when everything in it is.</summary>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = ["text/html"])]
public abstract record BudgetDocument
{
    /// <summary>For people and debuggers: <c>某市某区财政局 2023 年度部门决算（9 张表）</c>.</summary>
    public sealed override string ToString() => FormattableString.Invariant(
        $"{Organisation ?? "单位不详"} {(Year is { } year ? $"{year} 年度" : "年度不详")}{(Kind == DocumentKind.Budget ? "部门预算" : "部门决算")}（{Statements.Count} 张表）");

    /// <summary>Budget or final accounts.</summary>
    public abstract DocumentKind Kind { get; }

    /// <summary>The department or unit that publishes.</summary>
    public string? Organisation { get; init; }

    /// <summary>Its level of government.</summary>
    public AdministrativeLevel Level { get; init; }

    /// <summary>The budget year.</summary>
    public int? Year { get; init; }

    /// <summary>The document's title as printed on the cover.</summary>
    public string? Title { get; init; }

    /// <summary>The day of publication, where the document states one.</summary>
    public LocalDate? PublishedOn { get; init; }

    /// <summary>主要职能（职责): what the department does, one entry a paragraph.</summary>
    public ValueList<string> Duties { get; init; }

    /// <summary>单位构成: the units that the document covers, as listed.</summary>
    public ValueList<string> UnitsCovered { get; init; }

    /// <summary>人员情况, where stated.</summary>
    public Staffing? Staffing { get; init; }

    /// <summary>The running text around the tables (情况说明, 名词解释 …), one entry a paragraph or heading; cover, contents, page numbers and what stands right above
    /// or below a table left out.</summary>
    public ValueList<string> Paragraphs { get; init; }

    /// <summary>How many of the <see cref="Paragraphs"/> stand before the first table.</summary>
    public int TablesAt { get; init; }

    /// <summary>The official tables, in printed order.</summary>
    public ValueList<Statement> Statements { get; init; }

    /// <summary>The text understood: sections, sentences, and what they claim.</summary>
    /// <param name="page">The page of a paragraph by its index, where known; 1 where not given.</param>
    public Narrative ReadNarrative(Func<int, int>? page = null) =>
        NarrativeReader.Read(Paragraphs.Select((text, i) => new NarrativeText(text, page?.Invoke(i) ?? 1)));

    /// <summary>The performance forms (绩效目标表, 绩效自评表), in printed order.</summary>
    public ValueList<PerformanceForm> Performance { get; init; }

    /// <summary>The first statement of that type; an empty one where the document prints none (ask <see cref="Has{T}"/>).</summary>
    public T Get<T>()
        where T : Statement, new() => Statements.OfType<T>().FirstOrDefault() ?? new T();

    /// <summary>Whether the document prints a statement of that type.</summary>
    public bool Has<T>()
        where T : Statement => Statements.OfType<T>().Any();

    /// <summary>收入支出总表; empty where there is none.</summary>
    public SummaryStatement Summary => Get<SummaryStatement>();

    /// <summary>收入表; empty where there is none.</summary>
    public IncomeStatement Income => Get<IncomeStatement>();

    /// <summary>支出表; empty where there is none.</summary>
    public ExpenditureStatement Expenditure => Get<ExpenditureStatement>();

    /// <summary>财政拨款收入支出总表; empty where there is none.</summary>
    public FiscalSummaryStatement FiscalSummary => Get<FiscalSummaryStatement>();

    /// <summary>一般公共预算（财政拨款）支出表; empty where there is none.</summary>
    public GeneralPublicStatement GeneralPublic => Get<GeneralPublicStatement>();

    /// <summary>一般公共预算（财政拨款）基本支出表; empty where there is none.</summary>
    public BasicExpenditureStatement BasicExpenditure => Get<BasicExpenditureStatement>();

    /// <summary>政府性基金预算表; empty where there is none.</summary>
    public GovernmentFundStatement GovernmentFund => Get<GovernmentFundStatement>();

    /// <summary>国有资本经营预算表; empty where there is none.</summary>
    public StateCapitalStatement StateCapital => Get<StateCapitalStatement>();

    /// <summary>“三公”经费表; empty where there is none.</summary>
    public ThreePublicStatement ThreePublic => Get<ThreePublicStatement>();

    /// <summary>Tables that no form knows, kept whole.</summary>
    public IEnumerable<OtherTable> OtherTables => Statements.OfType<OtherTable>();
}

/// <summary>部门决算: what a department received and spent.</summary>
public sealed record FinalAccounts : BudgetDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.FinalAccounts;

    /// <summary>决算公开相关信息统计表; empty where there is none.</summary>
    public DisclosureStatistics Statistics => Get<DisclosureStatistics>();
}

/// <summary>部门预算: what a department may receive and spend.</summary>
public sealed record DepartmentBudget : BudgetDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Budget;

    /// <summary>项目支出表; empty where there is none.</summary>
    public ProjectStatement Projects => Get<ProjectStatement>();
}

/// <summary>人员情况: posts and people, in heads.</summary>
public sealed record Staffing
{
    /// <summary>编制: posts.</summary>
    public int? Posts { get; init; }

    /// <summary>实有（在职）人数.</summary>
    public int? Serving { get; init; }

    /// <summary>离休人数.</summary>
    public int? RetiredVeterans { get; init; }

    /// <summary>退休人数.</summary>
    public int? Retired { get; init; }
}
