namespace GovBudget.Model.Testing;

/// <summary>What the words of official forms stand for: columns and rows of tables as sums over the books.</summary>
internal static class FormWords
{
    private static readonly string[] Totals = ["合计", "小计", "总计", "金额"];

    private static readonly Dictionary<string, SpendingKind> Kinds = new()
    {
        ["基本支出"] = SpendingKind.Basic,
        ["上缴上级支出"] = SpendingKind.ToSuperior,
        ["经营支出"] = SpendingKind.Business,
        ["对附属单位补助支出"] = SpendingKind.ToSubordinate,
    };

    private const string RestOfSpending = "项目支出";

    /// <summary>Words of sources, the first that occurs counts; those without a source are of money that the books do not have.</summary>
    private static readonly (string Word, FundSource[] Sources)[] Sources =
    [
        ("财政专户", []), ("非财政拨款", []), ("国有资本", [FundSource.StateCapital]), ("政府性基金", [FundSource.GovernmentFund]), ("一般公共预算", [FundSource.GeneralPublic]),
        ("公共财政", [FundSource.GeneralPublic]),
        ("财政拨款", [FundSource.GeneralPublic, FundSource.GovernmentFund, FundSource.StateCapital]), ("上级补助", [FundSource.SuperiorSubsidy]),
        ("经营", [FundSource.Business]),
        ("附属单位", [FundSource.SubordinateRemittance]), ("事业收入", [FundSource.Institutional]),
    ];

    private static readonly string[] RestOfSources = ["其他", "单位资金"];

    /// <summary>The columns of a table of lines.</summary>
    /// <param name="paths">Their canonical paths.</param>
    /// <param name="isIncome">Whether the table is about what comes in; else about what is spent.</param>
    public static Measure[] Columns(IReadOnlyCollection<string> paths, bool isIncome)
    {
        var opens = paths.Any(p => StageOf(p.Split('/')) is Stage.Opening);
        return [.. paths.Select(path => new Measure(path, Column(path.Split('/'))))];

        Func<Flow, int> Column(string[] parts)
        {
            if (Closes(parts[0])) return Closing;
            var stage = StageOf(parts);
            var beside = paths.Select(p => p.Split('/')).Where(p => StageOf(p) == stage).SelectMany(p => p).ToList();
            var kept = parts.Select(part => Part(part, beside)).ToList();
            bool IsShown(Flow f) => stage is { } own ? f.Stage == own
                : !isIncome ? f.Stage == Stage.Spending
                : f.Stage == Stage.Income || (opens && f.Stage == Stage.Opening && Array.TrueForAll(parts, Totals.Contains));
            return f => IsShown(f) && kept.TrueForAll(k => k(f)) ? 1 : 0;
        }
    }

    /// <summary>The rows of what comes in: sources, what was carried over, sums.</summary>
    /// <param name="labels">Their labels, inner ones behind <c>/</c>.</param>
    public static Measure[] IncomeRows(IReadOnlyCollection<string> labels)
    {
        var opens = labels.Any(l => Opens(Label.Name(l)));
        var stage = Stage.Income;
        return [.. labels.Select(Row)];

        Measure Row(string label)
        {
            var names = label.Split('/').Select(l => Label.Name(l).Replace("其中：", "", StringComparison.Ordinal)).ToArray();
            if (Opens(names[0])) return new(label, StageIs(stage = Stage.Opening));
            if (names[0].StartsWith("本年收入", StringComparison.Ordinal) || names[0].StartsWith("当年收入", StringComparison.Ordinal))
                return new(label, StageIs(stage = Stage.Income));
            if (names[0] is "总计" or "收入总计" or "收入合计") return new(label, f => f.Stage == Stage.Income || (opens && f.Stage == Stage.Opening) ? 1 : 0);
            if (!Array.Exists(names, IsSource)) return new(label, _ => 0); // 使用非财政拨款结余, which the books do not have
            var own = stage;
            var kept = names.Select((name,
                level) => Part(name,
                    labels.Select(l => l.Split('/'))
                        .Where(l => l.Length > level && l.Take(level).SequenceEqual(label.Split('/').Take(level)))
                        .Select(l => l[level]))).ToList();
            return new(label, f => f.Stage == own && kept.TrueForAll(k => k(f)) ? 1 : 0);
        }
    }

    /// <summary>A sum on the expenditure side: what is spent, left, or both.</summary>
    public static Measure ExpenditureSum(string label)
    {
        var name = Label.Name(label);
        return new(label, Closes(name) ? Closing
            : name is "总计" or "支出总计" or "支出合计" ? f => f.Stage is Stage.Income or Stage.Opening ? 1 : 0
            : name.StartsWith("本年支出", StringComparison.Ordinal) || name.StartsWith("当年支出", StringComparison.Ordinal) ? StageIs(Stage.Spending)
            : _ => 0); // 结余分配, which the books do not have
    }

    /// <summary>Rows of what money is spent as.</summary>
    public static Measure[] UseRows(IReadOnlyCollection<string> labels) =>
        [.. Columns([.. labels.Select(Label.Name)], isIncome: false).Zip(labels, (use, label) => use with { Name = label })];

    /// <summary>Which entries belong in a column of a table of two sides: those of its fund, all in 合计.</summary>
    /// <param name="path">The column's canonical path.</param>
    public static Func<Flow, bool> Fund(string path) => Part(path.Split('/')[^1], []);

    /// <summary>Whether one of the labels is of that source, or of that source alone.</summary>
    public static bool Names(IEnumerable<string> labels, FundSource source,
        bool alone = false) => labels.Any(l => SourcesOf(l) is { } sources && sources.Contains(source) && !(alone && sources.Length > 1));

    /// <summary>Whether one of the labels is of what was carried over.</summary>
    public static bool NamesOpening(IEnumerable<string> labels) => labels.Any(l => Opens(Label.Name(l)));

    private static int Closing(Flow flow) => flow.Stage == Stage.Spending ? -1 : 1;

    private static Func<Flow, int> StageIs(Stage stage) => f => f.Stage == stage ? 1 : 0;

    private static bool Opens(string name) => name.StartsWith("年初", StringComparison.Ordinal) || name.StartsWith("上年", StringComparison.Ordinal);

    private static bool Closes(string name) =>
        name.StartsWith("年末", StringComparison.Ordinal) || name.StartsWith("年终", StringComparison.Ordinal) || name.StartsWith("结转下年", StringComparison.Ordinal);

    private static Stage? StageOf(string[] parts) =>
        Opens(parts[0]) ? Stage.Opening : parts[0] == "本年收入" ? Stage.Income : parts[0] == "本年支出" ? Stage.Spending : null;

    private static FundSource[]? SourcesOf(string word) => Array.Find(Sources, s => word.Contains(s.Word, StringComparison.Ordinal)).Sources;

    private static bool IsRest(string word) => Array.Exists(RestOfSources, r => word.StartsWith(r, StringComparison.Ordinal));

    private static bool IsSource(string word) => SourcesOf(word) is not null || IsRest(word);

    /// <summary>Which entries a word keeps; others tell what is left for 其他 and 项目支出.</summary>
    private static Func<Flow, bool> Part(string word, IEnumerable<string> others)
    {
        if (Kinds.TryGetValue(word, out var kind)) return f => f.Spent?.Kind == kind;
        if (word == RestOfSpending)
        {
            var claimed = others.Where(Kinds.ContainsKey).Select(o => Kinds[o]).ToHashSet();
            return f => f.Spent is { } spent && !claimed.Contains(spent.Kind);
        }
        if (word == "人员经费") return f => f.IsPersonnel;
        if (word == "公用经费") return f => f.Spent is not null && !f.IsPersonnel;
        if (word == "单位预留机动经费") return _ => false;
        if (IsRest(word))
        {
            var claimed = others.Select(SourcesOf).OfType<FundSource[]>().SelectMany(s => s).ToHashSet();
            return f => !claimed.Contains(f.Source);
        }
        return SourcesOf(word) is { } sources ? f => sources.Contains(f.Source) : _ => true;
    }
}
