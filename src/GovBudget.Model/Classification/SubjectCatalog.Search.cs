namespace GovBudget.Model;

/// <summary>A subject in a tree of search results.</summary>
/// <param name="Subject">The entry.</param>
/// <param name="IsMatch">Whether it answers the search itself; false where it only leads to entries below that do.</param>
/// <param name="Children">The entries below.</param>
public sealed record SubjectNode(Subject Subject, bool IsMatch, ValueList<SubjectNode> Children)
{
    /// <summary>This entry and those below, as official tables print them.</summary>
    public IEnumerable<SubjectNode> Flatten() => Children.SelectMany(c => c.Flatten()).Prepend(this);
}

public sealed partial class SubjectCatalog
{
    /// <summary>
    /// Searches names and codes: digits find the codes that begin so, words the names that hold all of them (<c>医疗</c>, <c>养老 补助</c>), whatever the
    /// spacing and brackets. What is found comes as trees, each match under its 类 and 款; a 类 or 款 found brings nothing below it but further matches.
    /// </summary>
    /// <param name="text">Digits or words, separated by white space; all must fit.</param>
    /// <param name="scheme">One scheme only; null for all four.</param>
    public IReadOnlyList<SubjectNode> Search(string text, SubjectScheme? scheme = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SubjectName.Fold).Where(w => w.Length > 0).ToArray();
        if (words.Length == 0) return [];
        var candidates = (scheme is { } one ? All(one) : Enum.GetValues<SubjectScheme>().SelectMany(All)).ToList();
        var matches = candidates.Where(s => Array.TrueForAll(words, w => Fits(s, w))).Select(s => s.Code).ToHashSet();
        var wanted = matches.SelectMany(c => Enumerable.Range(0, (c.Length - 1) / 2).Select(i => c[..(3 + (2 * i))])).ToHashSet();
        var shown = candidates.Where(s => wanted.Contains(s.Code)).ToList();
        var next = 0;
        return Tree(shown, ref next, "", matches);
    }

    private static bool Fits(Subject subject, string word) =>
        char.IsAsciiDigit(word[0])
            ? subject.Code.StartsWith(word, StringComparison.Ordinal)
            : SubjectName.Fold(subject.Name).Contains(word, StringComparison.Ordinal);

    private static List<SubjectNode> Tree(List<Subject> shown, ref int next, string under, HashSet<string> matches)
    {
        var nodes = new List<SubjectNode>();
        while (next < shown.Count && shown[next].Code.StartsWith(under, StringComparison.Ordinal))
        {
            var subject = shown[next++];
            nodes.Add(new(subject, matches.Contains(subject.Code), Tree(shown, ref next, subject.Code, matches).ToValueList()));
        }
        return nodes;
    }
}
