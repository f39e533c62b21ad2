namespace GovBudget.Model;

/// <summary>What became of a code.</summary>
public enum TranslationKind
{
    /// <summary>The catalog has no entry for the code in the first year.</summary>
    Unknown,

    /// <summary>The code and its name stayed.</summary>
    Same,

    /// <summary>The code stayed, its name changed.</summary>
    Renamed,

    /// <summary>It became one or more other codes.</summary>
    Moved,

    /// <summary>Its 款 became another; which 项 of that it is now is not known, so the 款 is given.</summary>
    MovedCoarsely,

    /// <summary>It ended, or had not begun, and no other code is known to stand for it.</summary>
    Ended,
}

/// <summary>What a code of one year is in another.</summary>
/// <typeparam name="T">The code type.</typeparam>
/// <param name="Kind">What became of it.</param>
/// <param name="Codes">The codes; one where it stayed, none where it ended or is unknown.</param>
public sealed record SubjectTranslation<T>(TranslationKind Kind, ValueList<T> Codes) where T : struct, ISubjectCode<T>;

/// <summary>What changed for one code at the beginning of a year.</summary>
/// <param name="Year">The first year of the change.</param>
/// <param name="Before">The entry until then; null where the code is new.</param>
/// <param name="After">The entry since; null where the code ended.</param>
/// <param name="Successors">The entries that stand for an ended code.</param>
public sealed record SubjectChange(int Year, Subject? Before, Subject? After, ValueList<Subject> Successors)
{
    /// <summary>Whether the years are approximate.</summary>
    public bool Approximate => Before?.YearsApproximate == true || After?.YearsApproximate == true;
}

public sealed partial class SubjectCatalog
{
    /// <summary>What a code of one year is in another, earlier or later one: through renames, moves between 款 and 类, merged and split codes.</summary>
    /// <param name="code">The code.</param>
    /// <param name="fromYear">The year it was used in.</param>
    /// <param name="toYear">The year to tell it for.</param>
    public static SubjectTranslation<T> Translate<T>(T code, int fromYear, int toYear) where T : struct, ISubjectCode<T>
    {
        int from = For(fromYear).Year, to = For(toYear).Year;
        var table = SubjectTable.Instance;
        if (table.Find(code.Key, from) is not { } start) return new(TranslationKind.Unknown, default);
        var keys = new List<int> { code.Key };
        var coarse = false;
        var step = Math.Sign(to - from);
        for (var year = from; year != to; year += step)
            keys = [.. keys.SelectMany(key => Step(table, key, year, year + step, ref coarse)).Distinct().Order()];
        // A year between that nothing is known of leaves a code as it is; an end year without an entry does not.
        var codes = keys.Where(key => table.Find(key, to) is not null).Select(T.FromKey).ToValueList();
        var kind = codes.Count == 0 ? TranslationKind.Ended
            : coarse ? TranslationKind.MovedCoarsely
            : codes.Count > 1 || !codes[0].Equals(code) ? TranslationKind.Moved
            : table.Find(code.Key, to)!.Name == start.Name ? TranslationKind.Same
            : TranslationKind.Renamed;
        return new(kind, codes);
    }

    /// <summary>What changed at the beginning of a year, in printed order: codes begun, ended or renamed. Of codes whose years are not known to meet, nothing
    /// is said;
    /// where years are approximate, <see cref="SubjectChange.Approximate"/> says so.</summary>
    /// <param name="year">The first year of the change, from <see cref="FirstYear"/> + 1.</param>
    public static IReadOnlyList<SubjectChange> Changes(int year)
    {
        var table = SubjectTable.Instance;
        var changes = new List<SubjectChange>();
        if (year <= FirstYear || year > LastYear) return changes;
        Subject? last = null;
        foreach (var subject in table.Subjects)
        {
            if (subject.Code == last?.Code) continue;
            last = subject;
            var key = Subject.KeyOf(subject.Code);
            var history = table.Of(key);
            Subject? before = table.Find(key, year - 1), after = table.Find(key, year);
            if (before == after) continue;
            // A gap in what is known is no change.
            if (before is null && history[0] != after && !table.Links.Any(l => l.To == key && l.Year == year)) continue;
            if (after is null && history[^1] != before && !table.Links.Any(l => l.From == key && l.Year == year)) continue;
            var successors = after is null
                ? table.Links.Where(l => l.From == key && l.Year == year).Select(l => table.Find(l.To, year)).OfType<Subject>().ToValueList()
                : default;
            changes.Add(new(year, before, after, successors));
        }
        return changes;
    }

    private static List<int> Step(SubjectTable table, int key, int year, int next, ref bool coarse)
    {
        var forward = next > year;
        var at = forward ? next : year;
        var links = table.Links.Where(l => l.Year == at && (forward ? l.From : l.To) == key).ToList();
        if (links.Count > 0)
        {
            var others = links.Select(l => forward ? l.To : l.From).Where(k => k != 0).ToList();
            // Back from a code that took others in, it is itself too, if it was there.
            if (!forward && table.Find(key, next) is not null) others.Add(key);
            return others;
        }
        if (table.Find(key, next) is not null || CodeGrammar.Level(key) <= SubjectLevel.Section || !EndsWith(table, key, next, forward)) return [key];
        // An item without a link of its own goes with its section: to the same name there, else to the section as a whole.
        var section = CodeGrammar.Truncate(key, SubjectLevel.Section);
        var sections = table.Links.Where(l => l.Year == at && (forward ? l.From : l.To) == section)
            .Select(l => forward ? l.To : l.From)
            .Where(k => k != 0)
            .ToList();
        if (sections.Count == 0) return [key];
        var moved = new List<int>();
        foreach (var target in sections)
        {
            var same = target + (key - section);
            if (CodeGrammar.Level(target) == SubjectLevel.Section && table.Find(same, next)?.Name == table.Find(key, year)?.Name) moved.Add(same);
            else
            {
                moved.Add(target);
                coarse = true;
            }
        }
        return moved;
    }

    /// <summary>Whether nothing of a code is known from that year on, in that direction.</summary>
    private static bool EndsWith(SubjectTable table, int key, int year, bool forward)
    {
        foreach (var subject in table.Of(key)) if (forward ? subject.To >= year : subject.From <= year) return false;
        return true;
    }
}
