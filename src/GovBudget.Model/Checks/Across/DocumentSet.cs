namespace GovBudget.Model.Checks;

/// <summary>Documents of a set: which belong together, and the rules across them.</summary>
internal static class DocumentSet
{
    private const int ShortestName = 4;

    public static SetReport Check(DocumentIndex[] documents, Rule[] rules)
    {
        var relations = Relate(documents);
        var findings = new List<Finding>();
        var coverage = new List<RuleCoverage>();
        foreach (var rule in rules.Where(r => r.Across is not null))
        {
            var total = new RuleCoverage(rule, 0, 0, 0, 0, default);
            foreach (var (kind, first, seconds) in Groups(relations))
            {
                var run = new RuleRun(documents[seconds[^1]]);
                var one = run.Execute(rule, r => rule.Across!(new AcrossRun(r, kind, documents[first], [.. seconds.Select(s => documents[s])])));
                var document = kind == DocumentRelationKind.DepartmentAndUnit ? first : seconds[^1];
                findings.AddRange(run.Findings.Select(f => f with { Document = document }));
                total = total with
                {
                    Exact = total.Exact + one.Exact,
                    Rounded = total.Rounded + one.Rounded,
                    Violated = total.Violated + one.Violated,
                    NotEvaluated = total.NotEvaluated + one.NotEvaluated,
                    Reasons = total.Reasons.Concat(one.Reasons)
                        .GroupBy(r => r.Key)
                        .Select(g => new KeyValuePair<string, int>(g.Key, g.Sum(r => r.Value)))
                        .ToValueList(),
                };
            }
            coverage.Add(total);
        }
        return new SetReport { Relations = relations.ToValueList(), Findings = findings.ToValueList(), Coverage = coverage.ToValueList() };
    }

    /// <summary>A department with all its units at once, other relations one by one.</summary>
    private static IEnumerable<(DocumentRelationKind Kind, int First, int[] Seconds)> Groups(List<DocumentRelation> relations) =>
        relations.Where(r => r.Kind != DocumentRelationKind.DepartmentAndUnit).Select(r => (r.Kind, r.First, new[] { r.Second }))
            .Concat(relations.Where(r => r.Kind == DocumentRelationKind.DepartmentAndUnit)
            .GroupBy(r => r.First)
            .Select(g => (DocumentRelationKind.DepartmentAndUnit, g.Key, g.Select(r => r.Second).ToArray())));

    private static List<DocumentRelation> Relate(DocumentIndex[] documents)
    {
        var relations = new List<DocumentRelation>();
        for (var a = 0; a < documents.Length; a++)
        {
            for (var b = 0; b < documents.Length; b++)
            {
                if (a != b
                    && Relation(documents[a], documents[b]) is { } kind
                    && !relations.Exists(r => r.Kind == kind && r.Second == b && r.First != a && IsCopy(documents[r.First], documents[a])))
                    relations.Add(new DocumentRelation(kind, a, b));
            }
        }
        return relations;
    }

    private static DocumentRelationKind? Relation(DocumentIndex first, DocumentIndex second)
    {
        if (first.Year is not { } year || second.Year is not { } other) return null;
        if (Same(first, second))
        {
            return (other - year, first.IsBudget, second.IsBudget) switch
            {
                (0, true, false) => DocumentRelationKind.BudgetAndAccounts,
                (1, _, true) or (1, false, false) => DocumentRelationKind.YearBefore,
                _ => null,
            };
        }
        return year == other && first.IsBudget == second.IsBudget && Names(first, second) ? DocumentRelationKind.DepartmentAndUnit : null;
    }

    private static bool Same(DocumentIndex a, DocumentIndex b) => Name(a) is { Length: >= ShortestName } name && name == Name(b);

    /// <summary>Whether two documents are of one department, year and kind: the first stands for both.</summary>
    private static bool IsCopy(DocumentIndex a, DocumentIndex b) => a.IsBudget == b.IsBudget && a.Year == b.Year && Same(a, b);

    private static string Name(DocumentIndex index) => Label.Fold(index.Document.Organisation);

    /// <summary>Whether a department's document names the other's organisation among its units.</summary>
    private static bool Names(DocumentIndex department, DocumentIndex unit)
    {
        if (Name(unit) is not { Length: >= ShortestName } name || Name(department).Contains(name, StringComparison.Ordinal)) return false;
        return department.Document.UnitsCovered.Any(u => Label.Fold(u).Contains(name, StringComparison.Ordinal))
            || department.Text.Narrative.OfKind(SectionKind.Units).Any(s => s.Paragraphs.Any(p => Label.Fold(p.Text).Contains(name, StringComparison.Ordinal)));
    }
}
