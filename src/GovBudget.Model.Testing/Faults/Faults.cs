namespace GovBudget.Model.Testing;

/// <summary>The named faults, one for every rule of the catalog that a document can break.</summary>
public static class Faults
{
    /// <summary>Rules that no document can break, and why: what they look at stands on the page alone.</summary>
    public static IReadOnlyDictionary<string, string> OfThePage { get; } = new Dictionary<string, string>
    {
        ["printed.code"] = "只有版面能看出编码少印一位：读入文件时编码已按本意补齐",
        ["printed.figure"] = "只有版面能印出不是数字的文字：文件的模型里只有金额",
        ["complete.contents"] = "只有版面有目录：文件的模型不存目录",
        ["performance.header-twice"] = "只有版面能看出表头印了两行：绩效表的模型里没有表头",
    };

    /// <summary>Every fault, in the order of the catalog.</summary>
    public static IReadOnlyList<Fault> All { get; } = InOrder([.. FigureFaults.All, .. TableFaults.All, .. TextFaults.All, .. PerformanceFaults.All,
        .. AcrossFaults.All]);

    /// <summary>The fault that breaks a rule.</summary>
    /// <param name="rule">The rule's id: <c>summary.balance</c>.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id, or no document can break it (<see cref="OfThePage"/>).</exception>
    public static Fault For(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return All.FirstOrDefault(f => f.Rule == rule)
            ?? throw new KeyNotFoundException(OfThePage.TryGetValue(rule, out var why) ? $"规则“{rule}”不能由文件内容触发：{why}。" : $"没有规则“{rule}”的错误样例。");
    }

    /// <summary>The fault that breaks a rule.</summary>
    /// <param name="rule">A rule of <see cref="RuleCatalog"/>.</param>
    /// <exception cref="KeyNotFoundException">No document can break it (<see cref="OfThePage"/>).</exception>
    public static Fault For(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return For(rule.Id);
    }

    private static Fault[] InOrder(Fault[] faults)
    {
        var order = RuleCatalog.All.Select((rule, i) => (rule.Id, i)).ToDictionary(r => r.Id, r => r.i);
        return [.. faults.OrderBy(f => order.GetValueOrDefault(f.Rule, int.MaxValue))];
    }
}
