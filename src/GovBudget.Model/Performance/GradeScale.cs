namespace GovBudget.Model;

/// <summary>The four grades of an evaluation, best last.</summary>
public enum Grade
{
    /// <summary>差, 不合格.</summary>
    Poor,

    /// <summary>中, 合格.</summary>
    Fair,

    /// <summary>良.</summary>
    Good,

    /// <summary>优.</summary>
    Excellent,
}

/// <summary>From which total on each grade is given, out of 100 points.</summary>
/// <param name="Source">The regulation it stands in.</param>
/// <param name="Excellent">The least total of 优.</param>
/// <param name="Good">The least total of 良.</param>
/// <param name="Fair">The least total of 中; below it is 差.</param>
public sealed record GradeScale(string Source, decimal Excellent, decimal Good, decimal Fair)
{
    /// <summary>90 and more 优, 80 and more 良, 60 and more 中, else 差.</summary>
    public static GradeScale National { get; } = new("财政部《项目支出绩效评价管理办法》（财预〔2020〕10号）", 90m, 80m, 60m);

    /// <summary>The grade of a total.</summary>
    /// <param name="total">Points, of 100.</param>
    public Grade Of(decimal total) =>
        total >= Excellent ? Grade.Excellent : total >= Good ? Grade.Good : total >= Fair ? Grade.Fair : Grade.Poor;

    /// <summary>The totals that have that grade, of 0 to <paramref name="full"/>.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="full">The most points one can have, above <see cref="Excellent"/>.</param>
    public AmountInterval TotalsOf(Grade grade, decimal full = 100m) => grade switch
    {
        Grade.Excellent => AmountInterval.Between(Excellent, full),
        Grade.Good => AmountInterval.Between(Good, Excellent, highOpen: true),
        Grade.Fair => AmountInterval.Between(Fair, Good, highOpen: true),
        _ => AmountInterval.Between(0m, Fair, highOpen: true),
    };

    /// <summary>The grade of that printed name (优, 优秀, 良, 良好, 中, 合格, 差, 不合格); null where it is none.</summary>
    public static Grade? Parse(string? name) => TargetPattern.Fold(name ?? "").Trim('“', '”', '"') switch
    {
        "优" or "优秀" => Grade.Excellent,
        "良" or "良好" => Grade.Good,
        "中" or "一般" or "合格" => Grade.Fair,
        "差" or "较差" or "不合格" => Grade.Poor,
        _ => null,
    };

    /// <summary>The grade's printed name: 优, 良, 中, 差.</summary>
    public static string NameOf(Grade grade) => grade switch
    {
        Grade.Excellent => "优",
        Grade.Good => "良",
        Grade.Fair => "中",
        _ => "差",
    };
}
