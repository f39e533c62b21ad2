namespace GovBudget.Model;

/// <summary>The goal tables of one document set against each other: pure functions that give only what does not fit.</summary>
/// <remarks>Indicators are the same when their names are, white space and width aside. Words are compared as words, quantities as quantities (1 is
/// 100%).</remarks>
public static class GoalChecks
{
    private sealed record Line(PerformanceForm Form, GoalTerm Term, Indicator Indicator)
    {
        public string Place => $"{Form.Subject}/{(Term == GoalTerm.Annual ? "年度" : "长期")}/{Indicator.Path}";
    }

    /// <summary>Everything in which the forms contradict themselves or one another; figures too large to compare are passed over.</summary>
    /// <param name="forms">The goal tables of one department: its own and its projects'.</param>
    public static IEnumerable<PerformanceResult> Compare(IReadOnlyList<PerformanceForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var lines = forms
            .Where(f => f is DepartmentGoals or ProjectGoals)
            .SelectMany(f => f.Goals.SelectMany(g => g.Indicators.Select(i => new Line(f, g.Term, i))))
            .GroupBy(l => TargetPattern.Fold(l.Indicator.Name), StringComparer.Ordinal);
        return lines.SelectMany(same => Same([.. same]));
    }

    private static IEnumerable<PerformanceResult> Same(Line[] lines)
    {
        foreach (var form in lines.GroupBy(l => l.Form).Where(g => g.Count() > 1))
        {
            var longTerm = form.FirstOrDefault(l => l.Term == GoalTerm.LongTerm);
            foreach (var annual in form.Where(l => l.Term == GoalTerm.Annual))
            {
                if (longTerm is null) continue;
                var (ours, theirs) = (annual.Indicator.Target, longTerm.Indicator.Target);
                if (IsBelow(ours, theirs)) yield return Found(PerformanceCheck.AnnualNotBelowLongTerm, annual, longTerm, ours, theirs);
                if (LevelsDiffer(annual, longTerm)) yield return Levels(annual, longTerm);
            }
        }
        foreach (var whole in lines.Where(l => l.Form is DepartmentGoals))
        {
            foreach (var part in lines.Where(l => l.Form is ProjectGoals && l.Term == whole.Term))
            {
                if (LevelsDiffer(whole, part)) yield return Levels(whole, part);
                var (ours, theirs) = (whole.Indicator.Target, part.Indicator.Target);
                if (Contradiction(ours, theirs) is { } check) yield return Found(check, whole, part, ours, theirs);
                foreach (var result in OtherYears(whole, part)) yield return result;
            }
        }
    }

    // Columns of other years stand in order, whatever they are called (前年, 2022年).
    private static IEnumerable<PerformanceResult> OtherYears(Line whole, Line part)
    {
        var (ours, theirs) = (whole.Indicator.OtherYears, part.Indicator.OtherYears);
        if (ours.Count != theirs.Count) yield break;
        for (var i = 0; i < ours.Count; i++)
        {
            if (Contradiction(ours[i].Value, theirs[i].Value) is not { } check) continue;
            var kind = check == PerformanceCheck.SameIndicatorTarget ? PerformanceCheck.SameIndicatorOtherYears : check;
            yield return Found(kind, whole, part, ours[i].Value, theirs[i].Value, $"{ours[i].Label}：");
        }
    }

    /// <summary>A rate differs between the department and its project, or the department counts less than the project alone.</summary>
    private static PerformanceCheck? Contradiction(Target? whole, Target? part)
    {
        if (whole?.Figure is not { } ours || part?.Figure is not { } theirs || Aligned(ours, theirs) is not { } aligned) return null;
        if (Quantities.IsRelative(ours) || Quantities.IsRelative(theirs))
            return aligned.Left.Meets(aligned.Right) ? null : PerformanceCheck.SameIndicatorTarget;
        return whole.Direction == TargetDirection.Positive && aligned.Left.High < aligned.Right.Low ? PerformanceCheck.WholeNotBelowPart : null;
    }

    private static bool IsBelow(Target? annual, Target? longTerm) =>
        annual is { Direction: TargetDirection.Positive, Figure: { } ours }
        && longTerm is { Direction: TargetDirection.Positive, Figure: { } theirs }
        && (Quantities.IsRelative(ours) || Quantities.IsRelative(theirs))
        && Aligned(ours, theirs) is { } aligned
        && aligned.Left.High < aligned.Right.Low;

    private static (AmountInterval Left, AmountInterval Right)? Aligned(Amount left, Amount right)
    {
        try
        {
            return Quantities.Align(left, right);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool LevelsDiffer(Line a, Line b) =>
        a.Indicator.Level2.Length > 0 && b.Indicator.Level2.Length > 0 && Short(a.Indicator.Level2) != Short(b.Indicator.Level2);

    // 满意度指标 and 服务对象满意度指标 are one.
    private static string Short(string level) => level.Contains("满意度", StringComparison.Ordinal) ? "满意度" : level.Replace("指标", "", StringComparison.Ordinal);

    private static PerformanceResult Levels(Line a, Line b) => new(PerformanceCheck.SameIndicatorLevel, a.Place, PerformanceVerdict.Violated,
        $"{a.Place} 列“{a.Indicator.Level2}”，{b.Place} 列“{b.Indicator.Level2}”",
        $"{a.Place} is under “{a.Indicator.Level2}”, {b.Place} under “{b.Indicator.Level2}”");

    private static PerformanceResult Found(PerformanceCheck check, Line a, Line b, Target? ours, Target? theirs, string label = "") =>
        new(check, a.Place, PerformanceVerdict.Violated, $"{label}{a.Place} 为“{ours}”，{b.Place} 为“{theirs}”",
            $"{label}{a.Place} is “{ours}”, {b.Place} is “{theirs}”")
        { Actual = ours?.Figure };
}
