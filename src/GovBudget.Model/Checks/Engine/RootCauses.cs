namespace GovBudget.Model.Checks;

/// <summary>Finds the figures behind failures: one that several share and that one other value would mend, one off by a power of ten, one that stands in its
/// neighbour's cell.</summary>
internal static class RootCauses
{
    private static readonly decimal[] Powers =
        [0.000001m, 0.00001m, 0.0001m, 0.001m, 0.01m, 0.1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m];

    public static (List<Finding> Findings, List<RootCause> Causes) Group(DocumentIndex index, RuleRun run, Rule[] rules)
    {
        var causes = new List<RootCause>();
        if (run.Failures.Count == 0) return (run.Findings, causes);
        var open = run.Failures.ToList();
        var held = Held(index, rules, open);
        while (Best(open, held) is { } best)
        {
            var cause = Word(index, best);
            var first = true;
            foreach (var failure in best.Failures)
            {
                var finding = run.Findings[failure.Finding];
                var severity = !first ? Severity.Info : cause.Kind == SuspicionKind.Shared ? finding.Severity : Lower(finding.Severity, Severity.Warning);
                run.Findings[failure.Finding] = finding with { Cause = causes.Count, Severity = severity };
                first = false;
                open.Remove(failure);
            }
            causes.Add(cause);
        }
        foreach (var failure in open.ToList())
        {
            if (!open.Contains(failure) || Lonely(index, failure, open) is not var (cause, followers)) continue;
            var finding = run.Findings[failure.Finding];
            run.Findings[failure.Finding] = finding with { Cause = causes.Count, Severity = Lower(finding.Severity, Severity.Warning) };
            foreach (var follower in followers)
            {
                run.Findings[follower.Finding] = run.Findings[follower.Finding] with { Cause = causes.Count, Severity = Severity.Info };
                open.Remove(follower);
            }
            causes.Add(cause);
        }
        return (run.Findings, causes);
    }

    private sealed record Suspect(Term Figure, decimal Low, decimal High, List<Failure> Failures, int Held);

    private static Severity Lower(Severity severity, Severity most) => severity > most ? most : severity;

    /// <summary>How often each figure of a failure also stands in identities that hold: an innocent one does.</summary>
    private static Dictionary<Cell, int> Held(DocumentIndex index, Rule[] rules, List<Failure> failures)
    {
        var counts = new Dictionary<Cell, int>();
        foreach (var failure in failures)
        {
            foreach (var term in failure.Left.Concat(failure.Right)) counts[term.Cell] = 0;
        }
        var again = new RuleRun(index)
        {
            OnHeld = (left, right, _) =>
            {
                foreach (var term in left) if (counts.TryGetValue(term.Cell, out var n)) counts[term.Cell] = n + 1;
                foreach (var term in right) if (counts.TryGetValue(term.Cell, out var n)) counts[term.Cell] = n + 1;
            },
        };
        foreach (var rule in rules) again.Execute(rule);
        return counts;
    }

    /// <summary>The figure that stands in most failures, two or more, all of which one value would mend; of several the one that holds least
    /// elsewhere.</summary>
    private static Suspect? Best(List<Failure> open, Dictionary<Cell, int> held)
    {
        Suspect? best = null;
        foreach (var figure in open.SelectMany(f => f.Left.Concat(f.Right)).DistinctBy(t => t.Cell))
        {
            decimal low = decimal.MinValue, high = decimal.MaxValue;
            var failures = new List<Failure>();
            foreach (var failure in open)
            {
                if (Implied(failure, figure.Cell) is not var (l, h)) continue;
                var (newLow, newHigh) = (Math.Max(low, l), Math.Min(high, h));
                if (newLow > newHigh) continue;
                (low, high) = (newLow, newHigh);
                failures.Add(failure);
            }
            if (failures.Count < 2) continue;
            var suspect = new Suspect(figure, low, high, failures, held.GetValueOrDefault(figure.Cell));
            if (best is null || (failures.Count, -suspect.Held).CompareTo((best.Failures.Count, -best.Held)) > 0) best = suspect;
        }
        return best;
    }

    /// <summary>Between which sizes, in 元, a figure would mend a failure; null where it is no part of it.</summary>
    private static (decimal Low, decimal High)? Implied(Failure failure, Cell cell)
    {
        var rest = 0m;
        var bound = 0m;
        var weight = 0;
        foreach (var (terms, sign) in new[] { (failure.Left, 1), (failure.Right, -1) })
        {
            foreach (var term in terms)
            {
                if (term.Cell == cell) weight += sign * term.Weight;
                else if (term.Amount is { } a) rest += sign * term.Weight * Size(a);
                if (term.Amount is { } printed) bound += Math.Abs(term.Weight) * RuleRun.HalfStep(printed);
            }
        }
        if (weight == 0) return null;
        var value = -rest / weight;
        if (failure.Relation == Relation.Equal) return (value - bound, value + bound);
        return weight > 0 ? (decimal.MinValue, value + bound) : (value - bound, decimal.MaxValue);
    }

    private static decimal Size(Amount amount) => amount.Unit.IsMoney ? amount.Yuan : amount.Value;

    private static RootCause Word(DocumentIndex index, Suspect suspect)
    {
        var equal = suspect.Failures.Find(f => f.Relation == Relation.Equal);
        var nearest = equal is null ? Size(suspect.Figure.Amount ?? default) : Centre(equal, suspect.Figure.Cell);
        var implied = Math.Clamp(nearest, suspect.Low, suspect.High);
        var kind = equal is not null && IsOutOfScale(suspect.Figure, implied, suspect.High - suspect.Low) ? SuspicionKind.Scale : SuspicionKind.Shared;
        return Cause(index, suspect.Figure, implied, kind, suspect.Failures.Count);
    }

    private static decimal Centre(Failure failure, Cell cell) => Implied(failure, cell) is var (low, high) ? (low + high) / 2 : 0;

    /// <summary>A single failure whose figure is off by a power of ten, or stands next door; with the failure of the cell where it stands instead.</summary>
    private static (RootCause Cause, List<Failure> Followers)? Lonely(DocumentIndex index, Failure failure, List<Failure> open)
    {
        if (failure.Relation != Relation.Equal) return null;
        foreach (var term in failure.Left.Concat(failure.Right))
        {
            if (Implied(failure, term.Cell) is not var (low, high)) continue;
            var implied = (low + high) / 2;
            if (term.Amount is not null)
            {
                if (IsOutOfScale(term, implied, high - low)) return (Cause(index, term, implied, SuspicionKind.Scale, 1), []);
            }
            else if (implied != 0 && Neighbour(index, term.Cell, implied, high - low) is { } next)
            {
                var followers = open.FindAll(f => f != failure && Implied(f, next) is var (l, h) && l <= 0 && h >= 0);
                if (followers.Count > 0) return (Cause(index, term, implied, SuspicionKind.Shifted, 1), followers);
            }
        }
        return null;
    }

    /// <summary>Whether the figure times a power of ten is what is wanted.</summary>
    private static bool IsOutOfScale(Term figure, decimal implied, decimal width)
    {
        if (figure.Amount is not { } amount) return false;
        return Array.Exists(Powers, power =>
        {
            var slack = width / 2 + RuleRun.HalfStep(amount) * power;
            return slack * 20 < Math.Abs(implied) && Math.Abs(Size(amount) * power - implied) <= slack;
        });
    }

    /// <summary>The cell beside a blank one that holds the value wanted in it; null where neither does.</summary>
    private static Cell? Neighbour(DocumentIndex index, Cell cell, decimal implied, decimal width)
    {
        var statement = index.Statements[cell.Statement];
        var at = Array.IndexOf(statement.Columns, cell.Column);
        foreach (var next in new[] { at - 1, at + 1 })
        {
            if (at < 0 || next < 0 || next >= statement.Columns.Length) continue;
            var column = statement.Columns[next];
            if (statement.Lines[cell.Line].Figures[column] is { Value: not 0 } amount && Math.Abs(Size(amount) - implied) <= width / 2)
                return cell with { Column = column };
        }
        return null;
    }

    private static RootCause Cause(DocumentIndex index, Term figure, decimal impliedYuan, SuspicionKind kind, int count)
    {
        var statement = index.Statements[figure.Cell.Statement];
        var unit = figure.Amount?.Unit ?? statement.Statement.Unit;
        var decimals = figure.Amount?.Decimals ?? 2;
        var implied = Math.Round(unit.IsMoney ? impliedYuan / unit.YuanPerUnit : impliedYuan, decimals, MidpointRounding.AwayFromZero);
        var name = $"{Report.Where(statement)}{Report.NameOf(index, figure, figure.Cell.Statement)}";
        var printed = figure.Amount is { } a ? a.Format() : "空白";
        var printedEnglish = figure.Amount is { } b ? b.Format() : "blank";
        var wanted = Report.Format(implied, decimals);
        var (message, english) = kind switch
        {
            SuspicionKind.Scale => (
                $"{name} 印作 {printed}，若为 {wanted} 则平：数量级不同，疑为单位或小数点有误，或读取有误，请先核对原件",
                $"{name} is printed {printedEnglish}; {wanted} would balance: off by a power of ten, so unit or decimal point may be wrong or misread; look at the page first"),
            SuspicionKind.Shifted => (
                $"{name} 为 {printed}，相邻一格的 {wanted} 正合：疑为错列或读取有误，请先核对原件",
                $"{name} is {printedEnglish}; the {wanted} next to it would balance: columns may be shifted or misread; look at the page first"),
            _ => (
                $"{name} 印作 {printed}，若为 {wanted} 则 {count} 处同时相符：同一数字引起",
                $"{name} is printed {printedEnglish}; {wanted} would mend {count} findings at once: one figure is behind them"),
        };
        return new RootCause(kind, index.Operand(figure, true), implied, message, english);
    }
}
