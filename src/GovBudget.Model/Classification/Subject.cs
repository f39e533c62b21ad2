namespace GovBudget.Model;

/// <summary>How an entry of the catalog is known.</summary>
public enum SubjectProvenance
{
    /// <summary>Known in general, seen in no document or text here: a name that differs from it deserves a warning at most.</summary>
    General,

    /// <summary>Prescribed by a text of the Ministry of Finance, which the entry's note names.</summary>
    Regulation,

    /// <summary>Printed, code or label and name, in a published budget or account; the note says of which kind and year (<c>决算2023 预算2024</c>).</summary>
    Document,
}

/// <summary>One name of one code, with the years for which it is vouched for.</summary>
/// <remarks>
/// The years are budget years, inclusive. They are those known: that a year is outside does not prove that the name was not in use then.
/// Immutable; equal when all parts are.
/// </remarks>
/// <param name="Scheme">The classification.</param>
/// <param name="Code">The digits, without separators.</param>
/// <param name="Name">The official name.</param>
/// <param name="From">The first year.</param>
/// <param name="To">The last year.</param>
/// <param name="Provenance">How the entry is known.</param>
/// <param name="Note">What supports it: documents' kinds and years, or the text that prescribes it; <c>年份约</c> where first or last year are
/// approximate.</param>
public sealed record Subject(SubjectScheme Scheme, string Code, string Name, int From, int To, SubjectProvenance Provenance, string Note)
{
    /// <summary>How deep the code stands.</summary>
    public SubjectLevel Level { get; } = (SubjectLevel)((Code.Length - 1) / 2);

    /// <summary>Whether <see cref="From"/> or <see cref="To"/> may be off by a year or two.</summary>
    public bool YearsApproximate => Note.Contains("年份约", StringComparison.Ordinal);

    /// <summary>The code as a value of its type.</summary>
    /// <exception cref="FormatException">The code is one of another scheme.</exception>
    public T CodeAs<T>() where T : struct, ISubjectCode<T> => T.Parse(Code, null);

    /// <summary>Whether the name is vouched for in that year.</summary>
    public bool IsValidIn(int year) => From <= year && year <= To;

    /// <summary>The code and the name, as tables print them.</summary>
    public override string ToString() => $"{Code} {Name}";

    /// <summary>The key of well-formed digits; 0 for none.</summary>
    internal static int KeyOf(ReadOnlySpan<char> code)
    {
        var key = 0;
        for (var i = 0; i < 9; i++) key = (key * 10) + (i < code.Length ? code[i] - '0' : 0);
        return key;
    }
}
