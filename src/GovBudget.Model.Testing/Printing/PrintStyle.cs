namespace GovBudget.Model.Testing;

/// <summary>What tables print where nothing was received or spent.</summary>
public enum ZeroStyle
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>0.00.</summary>
    Printed,

    /// <summary>——, in the columns of the line where they do not apply.</summary>
    Dash,
}

/// <summary>How a document is printed from its ledger.</summary>
/// <remarks>Immutable; <see cref="Default"/> prints in 万元 with two decimals and leaves blank what is nothing.</remarks>
public sealed record PrintStyle
{
    /// <summary>万元, two decimals, blanks.</summary>
    public static PrintStyle Default { get; } = new();

    /// <summary>元 or 万元.</summary>
    public Unit Unit { get; init; } = Unit.WanYuan;

    /// <summary>Printed decimals, 0 to 6.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>What stands where nothing is.</summary>
    public ZeroStyle Zeros { get; init; }

    /// <summary>As <see cref="Default"/>, with running text and performance forms.</summary>
    public static PrintStyle Whole { get; } = new() { Text = true, Performance = true };

    /// <summary>In the tables of which edition of the forms, whether or not it is that of the year. Documents of the other family are printed in that of the
    /// same province and their year. Null for Hubei's budgets, which have projects and goals, and the national accounts of the year.</summary>
    public FormEdition? Edition { get; init; }

    /// <summary>The edition in which a document is printed.</summary>
    /// <param name="kind">Budget or final accounts.</param>
    /// <param name="year">Its year.</param>
    public FormEdition EditionOf(DocumentKind kind, int year) =>
        Edition is { } own
            ? own.Kind == kind ? own : FormEdition.For(kind, year, own.Province)
            : FormEdition.For(kind, kind == DocumentKind.Budget ? null : year, "湖北");

    /// <summary>Whether the year stands in the tables' titles; else in the line above them.</summary>
    public bool YearInTitle { get; init; } = true;

    /// <summary>Whether all functional classes have a line in the summary tables; else only those with money.</summary>
    public bool AllClasses { get; init; } = true;

    /// <summary>Whether all economic codes have a line in the basic expenditure table; else only those with money.</summary>
    public bool AllEconomicCodes { get; init; }

    /// <summary>Whether the document has a cover with a title.</summary>
    public bool Cover { get; init; } = true;

    /// <summary>Whether tables carry their notes.</summary>
    public bool Notes { get; init; } = true;

    /// <summary>Whether the state capital table of final accounts has balances and income beside expenditure, as some provinces print it.</summary>
    public bool StateCapitalBalances { get; init; }

    /// <summary>Whether final accounts have a table of procurement, operating funds and vehicles (决算公开相关信息统计表) behind those prescribed, as some provinces print
    /// it.</summary>
    public bool Statistics { get; init; } = true;

    /// <summary>Whether a budget has a table by government economic code (政府预算支出经济分类) behind those prescribed.</summary>
    public bool GovernmentEconomic { get; init; }

    /// <summary>Whether the general public table of a budget has last year's budget beside this year's, where it parts 基本支出 and 项目支出; needs the books of the
    /// year before.</summary>
    public bool LastYearColumns { get; init; }

    /// <summary>Whether the document has its running text (部门概况, 情况说明, 名词解释); else tables alone.</summary>
    public bool Text { get; init; }

    /// <summary>Whether the document has its performance forms: goals with a budget that has a project table, self-evaluations with final accounts.</summary>
    public bool Performance { get; init; }

    /// <summary>The rule that self-evaluations are scored by.</summary>
    public ScoringRule Scoring { get; init; } = ScoringRule.National;

    /// <summary>Any number: which of several phrasings the running text has.</summary>
    public int Wording { get; init; }

    /// <summary>The figure of an amount in 元, rounded half away from zero; null where it is left blank.</summary>
    internal Amount? Print(decimal yuan) => yuan == 0 && Zeros != ZeroStyle.Printed ? null : Amount.OfYuan(yuan).In(Unit).RoundTo(Decimals);

    /// <summary>The figures of a line; columns that are nothing are blank, 0.00 or — as the style says.</summary>
    internal Figures Figures(IEnumerable<(string Column, decimal Yuan)> amounts) => amounts.Aggregate(
        default(Figures), (figures, a) => a.Yuan == 0 && Zeros == ZeroStyle.Dash ? figures.WithDash(a.Column) : figures.With(a.Column, Print(a.Yuan)));
}
