using GovBudget.Model.Checks;
using GovBudget.Model.Layout;

namespace GovBudget.Model;

/// <summary>Holds recognised figures against the identities of their tables: confirms those that balance, flags the others that are unsure.</summary>
internal static class RecognitionReview
{
    /// <summary>Recognition at least this sure stands without an identity, 0 to 1.</summary>
    private const double Sure = 0.8;

    /// <summary>The reading with its recognised figures judged; the same instance where nothing was recognised.</summary>
    public static Reading Apply(Reading reading)
    {
        var sureness = RecognisedCells.Of(reading.Layout);
        if (sureness.IsEmpty) return reading;
        var evidence = Evidence.Of(reading);
        var figures = new List<RecognisedFigure>();
        var document = reading.Document;
        var subjects = SubjectCatalog.For(Math.Clamp(document.Year ?? SubjectCatalog.LastYear, SubjectCatalog.FirstYear, SubjectCatalog.LastYear));
        for (var s = 0; s < document.Statements.Count; s++)
        {
            var lines = document.Statements[s].AllLines;
            var named = lines.Select((line, l) => NamesItself(lines, l, subjects)).ToArray();
            for (var l = 0; l < lines.Count; l++)
            {
                foreach (var (column, amount) in lines[l].Figures)
                {
                    if (reading.Provenance.Of(s, l, column) is not { } place || sureness.At(place) is not { } sure) continue;
                    var (status, reason) = document.Statements[s].Kind == StatementKind.Other
                        ? (RecognitionStatus.Doubtful, "所在的表不是认得的公开表，表名可能识别有误")
                        : Judge(evidence, new Cell(s, l, column), sure, named[l]);
                    figures.Add(new RecognisedFigure(s, l, column, amount, sure.All, status, reason, place));
                }
            }
        }
        return reading with { Recognised = figures.ToValueList(), Diagnostics = [.. reading.Diagnostics, .. Notes(reading, figures)] };
    }

    private static (RecognitionStatus Status, string Reason) Judge(Evidence evidence, Cell cell, CellSureness sure, bool named)
    {
        if (sure.Row < Sure && !named) return (RecognitionStatus.Doubtful, "所在行的名称或编码识别不确定");
        if (sure.Column < Sure) return (RecognitionStatus.Doubtful, "所在列的表头识别不确定");
        if (evidence.Confirmed.Contains(cell)) return (RecognitionStatus.Confirmed, "");
        if (evidence.Broken.Contains(cell)) return (RecognitionStatus.Doubtful, "与表中其他数字不相符");
        return sure.Figure < Sure ? (RecognitionStatus.Doubtful, "数字识别不确定") : (RecognitionStatus.Read, "");
    }

    /// <summary>Whether a line's code and name, read apart, are those of one subject, and no slip could make them another's: the name is of one code only, or
    /// the code stands below its parent.</summary>
    private static bool NamesItself(IReadOnlyList<StatementLine> lines, int at, SubjectCatalog subjects)
    {
        if (Agreeing(lines[at], subjects) is not { } subject) return false;
        var code = lines[at].Code!;
        if (subjects.All(subject.Scheme).Count(other => other.Name == subject.Name) == 1) return true;
        for (var l = at - 1; l >= 0; l--)
        {
            if (lines[l].Code is not { } above || above.Length >= code.Length) continue;
            return above.Length == code.Length - 2 && code.StartsWith(above, StringComparison.Ordinal) && Agreeing(lines[l], subjects) is not null;
        }
        return false;
    }

    /// <summary>The subject that both the code and the name of a line mean.</summary>
    private static Subject? Agreeing(StatementLine line, SubjectCatalog subjects) =>
        line.Code is { } code && subjects.Find(code) is { } subject && Label.Same(subject.Name, line.Label) ? subject : null;

    private static IEnumerable<LayoutDiagnostic> Notes(Reading reading, List<RecognisedFigure> figures)
    {
        foreach (var page in figures.GroupBy(f => f.Place.Page))
        {
            int confirmed = page.Count(f => f.Status == RecognitionStatus.Confirmed), doubtful = page.Count(f => f.Status == RecognitionStatus.Doubtful);
            yield return new LayoutDiagnostic($"由图片识别出 {page.Count()} 个数字：{confirmed} 个经勾稽关系确认，{doubtful} 个存疑", new Place(page.Key));
        }
        foreach (var figure in figures.Where(f => f.Status == RecognitionStatus.Doubtful))
        {
            var statement = reading.Document.Statements[figure.Statement];
            var line = statement.AllLines[figure.Line];
            var name = $"{Fact.TableName(statement, reading.Document)}·{line.Code}{line.ItemPath}·{figure.Column}";
            yield return new LayoutDiagnostic($"识别存疑，请核对原图：{name} {(figure.Amount is { } a ? a.ToString() : "—")}（{figure.Reason}）", figure.Place,
                IsLoss: true);
        }
    }

    /// <summary>What the identities say of the figures.</summary>
    private sealed record Evidence(HashSet<Cell> Confirmed, HashSet<Cell> Broken)
    {
        public static Evidence Of(Reading reading)
        {
            var confirmed = new HashSet<Cell>();
            var run = new RuleRun(new DocumentIndex(reading.Document, reading))
            {
                OnHeld = (left, right, _) => Confirm(left, right, confirmed),
            };
            foreach (var rule in Checker.Default.Rules.Where(rule => rule.Category is RuleCategory.Arithmetic or RuleCategory.CrossTable)) run.Execute(rule);
            var broken = run.Failures.SelectMany(f => f.Left.Concat(f.Right)).Where(t => t.Amount is not null).Select(t => t.Cell).ToHashSet();
            return new Evidence(confirmed, broken);
        }

        /// <summary>A sum of different figures that balances to the last digit. Equal figures prove nothing of each other: what is printed alike is misread
        /// alike.</summary>
        private static void Confirm(List<Term> left, List<Term> right, HashSet<Cell> confirmed)
        {
            var printed = left.Concat(right).Where(t => t.Amount is { Value: not 0 }).ToList();
            if (printed.Count < 3 || printed.Select(t => Math.Abs(t.Amount!.Value.Value)).Distinct().Count() < 3) return;
            if (Sum(left) - Sum(right) != 0) return;
            foreach (var term in left.Concat(right)) if (term.Amount is not null) confirmed.Add(term.Cell);
        }

        private static decimal Sum(List<Term> terms) =>
            terms.Sum(t => t.Amount is { } a ? t.Weight * a.Value * (a.Unit.IsMoney ? a.Unit.YuanPerUnit : 1m) : 0m);
    }
}
