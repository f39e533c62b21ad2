namespace GovBudget.Model.Checks;

/// <summary>Subjects that the text names against those of the tables.</summary>
internal static class NarrativeSubjectRules
{
    public static IEnumerable<Rule> All =>
    [
        new("narrative.subject-name", RuleCategory.Classification, Severity.Warning, "正文所写类、款、项的名称＝表中同一科目的名称",
            "class, section and item named in the text are those of the table", "一般公共预算财政拨款支出情况说明与公开05表；预算同", Names),
        new("narrative.subject-missing", RuleCategory.Completeness, Severity.Warning, "表中有数的项级科目，具体情况都应说明", "every item of the table is explained",
            "一般公共预算财政拨款支出决算具体情况与公开05表", Missing),
        new("narrative.listed-subjects", RuleCategory.CrossTable, Severity.Warning, "“主要包括”所列科目在基本支出表中有数，有数的科目都列出",
            "subjects listed under personnel and operations are those that the basic expenditure table prints",
            "一般公共预算财政拨款基本支出情况说明与公开06表；预算同", Listed),
        new("narrative.glossary-subjects", RuleCategory.CrossTable, Severity.Warning, "名词解释的功能科目是本部门表中的科目",
            "functional subjects of the glossary are those of the tables", "名词解释与支出表", Glossary),
    ];

    private static void Names(RuleRun run)
    {
        ClassNames(run);
        var text = run.Index.Text;
        var seen = new HashSet<string>();
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            if (claim.Subject is not { Quantity: BudgetQuantity.Function, Path.Count: 3 } subject
                || text.RoleOf(subject) != FigureRole.Main
                || NarrativeIndex.Money(claim.Amount) is not { } amount)
                continue;
            if (place.Section.Kind is not (SectionKind.GeneralPublicItems
                or SectionKind.GeneralPublic
                or SectionKind.Explanation
                or SectionKind.FiscalExpenditure
                or SectionKind.Overview))
                continue;
            if (Table(run.Index, place.Section.Kind) is not { } table || !seen.Add(string.Join('/', subject.Path))) continue;
            if (SubjectLines.Find(table, subject.Path).Count > 0)
            {
                run.Hold();
                continue;
            }
            var column = table.WholeColumn;
            var same = table.Codes.Ordered.Where(l => table.Schemes[l] == CodeScheme.Functional
                && table.Lines[l].Code!.Length == 7
                && table.Lines[l].Figures[column] is { Unit.IsMoney: true } a
                && TextFinding.Compare(amount, a) != Verdict.Violated).ToList();
            var leaf = SubjectLines.FindLeaf(table, subject.Path);
            var line = leaf.Count == 1
                ? leaf[0]
                : same.Count == 1 ? same[0] : leaf.Count > 1 && leaf.Intersect(same).Take(2).ToArray() is [var only] ? only : -1;
            if (line < 0)
            {
                if (leaf.Count == 0 && same.Count == 0)
                    run.Score(Verdict.Violated,
                        rule => TextFinding.Of(rule, place, subject.Name, $"{table.Table}没有科目“{string.Join('/', subject.Path)}”",
                            $"the table has no such subject", "", string.Join('/', subject.Path), table: table.Table));
                else run.Skip("同名或同额的科目不止一个");
                continue;
            }
            var (printed, expected) = Differences(table, line, subject.Path);
            if (printed.Length == 0)
            {
                run.Hold();
                continue;
            }
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, subject.Name, $"正文“{printed}”与{table.Table} {table.Lines[line].Code}“{expected}”不一致（{amount}）",
                    $"the text names {printed}, the table {table.Lines[line].Code} {expected}", expected, printed, table: table.Table));
        }
    }

    /// <summary>Classes listed by name alone (“文化体育与传媒支出”82.51万元): the amount says which is meant.</summary>
    private static void ClassNames(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var (place, claim) in text.Of<AmountClaim>())
        {
            if (place.Section.Kind != SectionKind.GeneralPublicStructure
                || claim.Subject is not { Within: not null, Quantity: BudgetQuantity.Other or BudgetQuantity.Function } subject
                || text.RoleOf(subject) != FigureRole.Main)
                continue;
            if ((subject.Path.Count == 0 ? subject.Name : subject.Path.Count == 1 ? subject.Path[0] : null) is not { } name
                || NarrativeIndex.Money(claim.Amount) is not { Value: not 0 } amount
                || Table(run.Index, place.Section.Kind) is not { } table)
                continue;
            var column = table.WholeColumn;
            var classes = table.Codes.Ordered.Where(l => table.Schemes[l] == CodeScheme.Functional && table.Lines[l].Code!.Length == 3).ToList();
            if (classes.Exists(l => SubjectLines.Same(table.Name(l), name)))
            {
                run.Hold();
                continue;
            }
            var meant = classes.Where(l => table.Lines[l].Figures[column] is { Unit.IsMoney: true } a
                && TextFinding.Compare(amount, a) == Verdict.Exact).ToList();
            if (meant is not [var line] || !AreAlike(name, table.Name(line))) continue;
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, name, $"正文“{name}”与{table.Table} {table.Lines[line].Code}“{table.Lines[line].Name}”不一致（{amount}）",
                    $"the text names {name}, the table {table.Lines[line].Code} {table.Lines[line].Name}", table.Lines[line].Name, name, table: table.Table));
        }
    }

    /// <summary>Whether two names share most characters of the shorter: 医疗卫生与计划生育支出, 卫生健康支出.</summary>
    private static bool AreAlike(string a, string b) => a.Intersect(b).Count() * 2 > Math.Min(a.Distinct().Count(), b.Distinct().Count());

    private static (string Printed, string Expected) Differences(StatementIndex table, int line, ValueList<string> path)
    {
        var (printed, expected) = (new List<string>(), new List<string>());
        for (var level = 0; level < 3; level++)
        {
            var at = level == 2 ? line : SubjectLines.Ancestor(table, line, level);
            if (at < 0 || SubjectLines.Same(table.Name(at), path[level])) continue;
            var mark = level switch { 0 => "（类）", 1 => "（款）", _ => "（项）" };
            printed.Add(path[level] + mark);
            expected.Add(table.Lines[at].Name + mark);
        }
        return (string.Join("", printed), string.Join("", expected));
    }

    /// <summary>The table by functional code that a section explains; null where it goes by unit or prints no figures.</summary>
    private static StatementIndex? Table(DocumentIndex index, SectionKind section)
    {
        var table = section is SectionKind.FiscalExpenditure
            ? index.Filled(StatementKind.FiscalExpenditure)
            : index.Filled(StatementKind.GeneralPublic) ?? index.Filled(StatementKind.FiscalExpenditure);
        if (section is SectionKind.Explanation && index.Filled(StatementKind.FiscalExpenditure) is { } fiscal) table = fiscal;
        return table is { Codes.Units.Length: 0, Codes.HasDuplicates: false, Shifted: null } && table.Codes.Ordered.Any(l => table.Lines[l].Code!.Length == 7)
            ? table
            : null;
    }

    private static void Missing(RuleRun run)
    {
        var text = run.Index.Text;
        foreach (var section in text.Narrative.OfKind(SectionKind.GeneralPublicItems))
        {
            if (run.Index.IsBudget || Table(run.Index, section.Kind) is not { } table) continue;
            var column = table.WholeColumn;
            var claims = text.Claims.Where(c => c.Section == section
                && c.Claim is AmountClaim { Subject: { Quantity: BudgetQuantity.Function, Path.Count: 3 } })
                .Select(c => (AmountClaim)c.Claim)
                .ToList();
            if (claims.Count == 0) continue;
            var items = table.Codes.Ordered.Where(l => table.Schemes[l] == CodeScheme.Functional
                && table.Lines[l].Code!.Length == 7
                && table.Lines[l].Figures[column] is { Value: not 0, Unit.IsMoney: true }).ToList();
            var missing = items.Where(l => !claims.Exists(c => SubjectLines.Same(table.Name(l), c.Subject.Path[2])
                || (NarrativeIndex.Money(c.Amount) is { } a && TextFinding.Compare(a, table.Lines[l].Figures[column]!.Value) != Verdict.Violated))).ToList();
            if (missing.Count * 3 > items.Count)
            {
                run.Skip("多数科目没有读到，不作判断");
                continue;
            }
            if (missing.Count == 0) run.Hold();
            foreach (var line in missing)
            {
                var (place, code, name, amount) = (text.Claims.First(c => c.Section == section), table.Lines[line].Code, table.Lines[line].Name,
                    table.Lines[line].Figures[column]!.Value);
                run.Score(Verdict.Violated,
                    rule => TextFinding.Of(rule, place, name, $"{table.Table} {code} {name} {amount} 没有说明", $"{code} {name} {amount} is not explained",
                        $"{code} {name}", "（无）", table: table.Table));
            }
        }
    }

    private static void Listed(RuleRun run)
    {
        var text = run.Index.Text;
        if (run.Index.Filled(StatementKind.Basic) is not { } basic) return;
        if (!basic.Codes.Ordered.Any(l => basic.Schemes[l] == CodeScheme.Economic && basic.Lines[l].Code!.Length == 5))
        {
            run.Skip("基本支出表没有款级经济科目");
            return;
        }
        foreach (var (place, list) in text.Of<ListClaim>())
        {
            if (place.Section.Kind != SectionKind.BasicExpenditure || list.Items.Count < 3) continue;
            var group = list.Subject?.Quantity switch
            {
                BudgetQuantity.Personnel => true,
                BudgetQuantity.PublicUse => false,
                BudgetQuantity.Other when list.Subject!.Name is "工资福利支出" or "对个人和家庭的补助" => true,
                _ => (bool?)null,
            };
            if (group is not { } personnel) continue;
            var matched = new HashSet<int>();
            var empty = new List<string>();
            var known = 0;
            foreach (var item in list.Items)
            {
                var line = EconomicLine(basic, item.Name, personnel, exact: false);
                if (line >= 0) matched.Add(line);
                if (line >= 0) known++;
                if ((line < 0 && IsKnownName(run.Index, item.Name)) || (line >= 0 && Figure(basic, line) is not { Value: not 0 }))
                    empty.Add(line >= 0 ? $"{basic.Lines[line].Code} {item.Name}" : item.Name);
            }
            if (known * 2 < list.Items.Count)
            {
                run.Skip("所列多数不是表中的科目，不作判断");
                continue;
            }
            var quantity = list.Subject!.Quantity;
            var missing = list.IsOpen || quantity is not (BudgetQuantity.Personnel or BudgetQuantity.PublicUse) ? [] : basic.Codes.Ordered
                .Where(l => basic.Lines[l].Code!.Length == 5
                    && basic.Schemes[l] == CodeScheme.Economic
                    && IsPersonnel(basic, l) == personnel
                    && Figure(basic, l) is { Value: not 0 }
                    && !matched.Contains(l))
                .Select(l => (Name: $"{basic.Lines[l].Code} {basic.Lines[l].Name}", Figure(basic, l)!.Value)).ToList();
            if (empty.Count == 0 && missing.Count == 0)
            {
                run.Hold();
                continue;
            }
            var name = list.Subject.Name;
            var said = empty.Count > 0 ? $"所列{string.Join('、', empty)}在{basic.Table}中没有数" : "";
            var unsaid = missing.Count > 0 ? $"没有列出{basic.Table}有数的{string.Join('、', missing.Select(m => $"{m.Name}（{m.Value.Format()}）"))}" : "";
            IEnumerable<string> English()
            {
                if (empty.Count > 0) yield return $"listed, but without a figure in {basic.Table}: {string.Join(", ", empty)}";
                if (missing.Count > 0)
                    yield return $"with a figure in {basic.Table}, but not listed: {string.Join(", ", missing.Select(m => $"{m.Name} ({m.Value.Format()})"))}";
            }
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, name, $"{name}{said}{(said.Length > 0 && unsaid.Length > 0 ? "；" : "")}{unsaid}",
                    $"{name}: {string.Join("; ", English())}",
                "表中有数："
                    + string.Join('、',
                        basic.Codes.Ordered.Where(l => basic.Lines[l].Code!.Length == 5
                            && basic.Schemes[l] == CodeScheme.Economic
                            && IsPersonnel(basic, l) == personnel
                            && IsOfClass(basic, l, list.Subject.Name)
                            && Figure(basic, l) is { Value: not 0 }).Select(l => $"{basic.Lines[l].Code} {basic.Lines[l].Name}")),
                            empty.Count > 0 ? string.Join('、', empty) : "（未列出）", empty.Count == 0 ? Severity.Info : null, table: basic.Table));
        }
    }

    private static Amount? Figure(StatementIndex basic, int line) => basic.Lines[line].Figures[Column.Amount] ?? basic.Lines[line].Figures[Column.Total];

    /// <summary>Whether the subject belongs to the class that the text names; any does where it names none.</summary>
    private static bool IsOfClass(StatementIndex basic, int line, string name) => name switch
    {
        "工资福利支出" => basic.Lines[line].Code!.StartsWith("301", StringComparison.Ordinal),
        "对个人和家庭的补助" => basic.Lines[line].Code!.StartsWith("303", StringComparison.Ordinal),
        _ => true,
    };

    private static bool IsPersonnel(StatementIndex basic,
        int line) => basic.Lines[line].Code!.StartsWith("301", StringComparison.Ordinal) || basic.Lines[line].Code!.StartsWith("303", StringComparison.Ordinal);

    private static bool IsKnownName(DocumentIndex index, string name) =>
        index.Year is { } year && SubjectCatalog.For(year).All(SubjectScheme.Economic).Any(s => s.Code.Length == 5 && SubjectLines.Same(s.Name, name));

    /// <summary>The 款 of the basic expenditure table that a listed name means; −1 where none, or more than one.</summary>
    public static int EconomicLine(StatementIndex basic, string name, bool personnel, bool exact)
    {
        var wanted = SubjectName.Fold(name);
        var found = -1;
        var length = 0;
        foreach (var line in basic.Codes.Ordered)
        {
            if (basic.Schemes[line] != CodeScheme.Economic || basic.Lines[line].Code!.Length != 5 || IsPersonnel(basic, line) != personnel) continue;
            var own = SubjectName.Fold(basic.Name(line));
            if (own == wanted || SubjectName.Stem(own) == SubjectName.Stem(wanted)) return line;
            var damaged = SubjectName.Compare(wanted, own).Verdict is NameVerdict.Damaged;
            var embedded = !exact && (wanted.EndsWith(own, StringComparison.Ordinal) || wanted.EndsWith(SubjectName.Stem(own), StringComparison.Ordinal));
            if (!(damaged || embedded) || own.Length <= length) continue;
            (found, length) = (line, own.Length);
        }
        return found;
    }

    private static void Glossary(RuleRun run)
    {
        var text = run.Index.Text;
        var tables = run.Index.Statements.Where(s => s.HasFigures && s.Codes.Ordered.Any(l => s.Schemes[l] == CodeScheme.Functional)).ToList();
        var names = tables.SelectMany(t => t.Codes.Ordered.Where(l => t.Schemes[
            l] == CodeScheme.Functional).Select(l => (Name: SubjectLines.Plain(t.Name(l)), t.Lines[l].Code!.Length))).ToHashSet();
        // where the tables are pictures, the classes that the text shares the money out to stand for them
        var classes = tables.Count == 0 ? Classes(text) : [];
        if (tables.Count == 0 && classes.Count == 0) return;
        foreach (var section in text.Narrative.OfKind(SectionKind.Glossary))
        {
            var terms = text.Claims.Where(c => c.Section == section && c.Claim is DefinitionClaim)
                .Select(c => (Place: c, ((DefinitionClaim)c.Claim).Term))
                .ToList();
            foreach (var (place, term) in terms.Where(t => t.Term is { Quantity: BudgetQuantity.Function, Path.Count: > 0 and <= 3 }))
            {
                if (tables.Count == 0)
                {
                    if (term.Path.Count == 3) Judge(run, place, string.Join('/', term.Path), classes.Contains(SubjectLines.Plain(term.Path[0])));
                    continue;
                }
                // one entry may explain several items at once
                var known = term.Path[^1].Split('、', '及', '和').Append(term.Path[^1]).Any(n => HasName(names, n))
                    && !(HasName(names, term.Path[0], 5) && !HasName(names, term.Path[0], 3) && term.Path.Count > 1);
                Judge(run, place, string.Join('/', term.Path), known);
            }
            // a plain list of the functional subjects used, recognised by most of it being in the tables
            var plain = terms.Where(t => t.Term.Quantity == BudgetQuantity.Other && IsFunctionalName(run.Index, t.Term.Name)).ToList();
            var found = plain.Where(t => HasName(names, t.Term.Name)).ToList();
            if (found.Count < 3 || found.Count * 2 <= plain.Count) continue;
            foreach (var (place, term) in plain) Judge(run, place, term.Name, HasName(names, term.Name));
            if (tables.Count == 0) continue;
            var words = SubjectName.Fold(string.Concat(section.Paragraphs.Select(p => p.Text)));
            var table = tables.Find(t => t.Kind == StatementKind.Expenditure) ?? tables[0];
            var missing = table.Codes.Ordered.Where(l => table.Schemes[l] == CodeScheme.Functional
                && !words.Contains(SubjectLines.Plain(table.Name(l)), StringComparison.Ordinal)).ToList();
            if (missing.Count == 0 || missing.Count * 2 > table.Codes.Ordered.Length) continue;
            var list = string.Join('、', missing.Select(l => $"{table.Lines[l].Code} {table.Lines[l].Name}"));
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, found[0].Place, "", $"{table.Table}的{list}在名词解释的科目中没有列出",
                    $"subjects of the table that the glossary leaves out: {list}", list, "（未列）", table: table.Table));
        }
    }

    /// <summary>The classes among which the text shares out the general public budget, with their shares; none where it does not.</summary>
    private static HashSet<string> Classes(NarrativeIndex text) =>
        [.. text.Of<ShareClaim>()
            .Where(c => c.Place.Section.Kind == SectionKind.GeneralPublicStructure && c.Claim.Part is { Quantity: BudgetQuantity.Function, Path.Count: 1 })
            .Select(c => SubjectLines.Plain(c.Claim.Part.Path[0]))];

    private static bool HasName(HashSet<(string Name, int Length)> names, string name, int length = 0) =>
        SubjectLines.Plain(name) is var plain
            && (length > 0 ? names.Contains((plain, length)) : names.Contains((plain, 3)) || names.Contains((plain, 5)) || names.Contains((plain, 7)));

    private static bool IsFunctionalName(DocumentIndex index, string name) =>
        index.Year is { } year && name.Length > 3 && SubjectCatalog.For(year).All(SubjectScheme.Functional).Any(s => SubjectLines.Same(s.Name, name));

    private static void Judge(RuleRun run, TextClaim place, string name, bool known)
    {
        if (known) run.Hold();
        else
            run.Score(Verdict.Violated,
                rule => TextFinding.Of(rule, place, name, $"名词解释的科目“{name}”在支出表中没有", $"the glossary's subject {name} is in no expenditure table",
                    "本部门表中的科目", name));
    }
}
