namespace GovBudget.Model;

/// <summary>Scores 定性指标: which of the three bands what is written as achieved falls in.</summary>
internal static class WordScoring
{
    private static readonly string[] Partly = ["部分", "基本"];

    private static readonly string[] NotAchieved = ["未", "没有", "尚未"];

    private static readonly string[] Achieved = ["达成", "完成", "已完成", "全部完成", "达标", "已达", "达到", "实现", "已实现"];

    public static ScoreOutcome Score(WordBands bands, Target target, Target achieved, decimal weight)
    {
        var what = new Wording($"定性指标，目标“{target}”，完成“{achieved}”：", $"in words, target “{target}”, achieved “{achieved}”: ");
        if (OutcomeOf(target, achieved) is not { } outcome) return new(null, null, what + new Wording("看不出属于哪一档", "which of the bands is not clear"));
        var admits = bands.Admits(outcome, weight);
        var name = outcome switch
        {
            WordsOutcome.Achieved => new Wording("达成预期指标", "achieved"),
            WordsOutcome.Partly => new Wording("部分达成预期指标", "achieved in part"),
            _ => new Wording("未达成预期指标", "not achieved"),
        };
        var (low, high) = (ScoreOutcome.Show(admits.Low), ScoreOutcome.Show(admits.High));
        return new ScoreOutcome(null, admits, what + name + new Wording(
            $"，得分在 {low} 至 {high}{(admits.HighOpen ? "（不含）" : " ")}之间", $", so {low} to {(admits.HighOpen ? "less than " : "")}{high}"));
    }

    private static WordsOutcome? OutcomeOf(Target target, Target achieved)
    {
        var said = TargetPattern.Fold(achieved.Text);
        if (said == TargetPattern.Fold(target.Text)) return WordsOutcome.Achieved;
        if (target is Target.OneOf choice && choice.Choices.Contains(said)) return WordsOutcome.Achieved;
        if (achieved.IsQuantity) return null;
        if (Begins(said, Partly)) return WordsOutcome.Partly;
        if (Begins(said, NotAchieved)) return WordsOutcome.NotAchieved;
        // 完成80% is no statement that all was achieved.
        return Begins(said, Achieved) && !said.Any(char.IsAsciiDigit) ? WordsOutcome.Achieved : null;
    }

    private static bool Begins(string text, string[] words) => words.Any(w => text.StartsWith(w, StringComparison.Ordinal));
}
