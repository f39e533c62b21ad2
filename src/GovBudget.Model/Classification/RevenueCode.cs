using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GovBudget.Model;

/// <summary>A code of the 收入分类, where money comes from: 103 非税收入, 10304 行政事业性收费收入.</summary>
/// <remarks>
/// A small immutable value of three (类), five (款), seven (项) or nine (目) digits beginning with 1; equal when the digits are. Sorts as official tables print: a
/// parent before its children.
/// <c>default</c> is no code: <see cref="Number"/> 0, <see cref="Level"/> <see cref="SubjectLevel.None"/>, no parent, empty text, before all others.
/// Thread-safe.
/// Being a code does not mean being in use: the year's catalog of subjects knows that.
/// </remarks>
public readonly record struct RevenueCode : ISubjectCode<RevenueCode>
{
    private readonly int _key;

    private RevenueCode(int key) => _key = key;

    /// <inheritdoc/>
    public static SubjectScheme Scheme => SubjectScheme.Revenue;

    /// <inheritdoc/>
    public int Number => CodeGrammar.Number(_key);

    /// <inheritdoc/>
    public SubjectLevel Level => CodeGrammar.Level(_key);

    /// <inheritdoc/>
    public RevenueCode? Parent => Level > SubjectLevel.Class ? new RevenueCode(CodeGrammar.Truncate(_key, Level - 1)) : null;

    /// <inheritdoc/>
    public IEnumerable<RevenueCode> Ancestors
    {
        get { for (var up = Parent; up is { } code; up = code.Parent) yield return code; }
    }

    int ISubjectCode<RevenueCode>.Key => _key;

    static RevenueCode ISubjectCode<RevenueCode>.FromKey(int key) => new(key);

    /// <inheritdoc/>
    public RevenueCode? AtLevel(SubjectLevel level) =>
        level >= SubjectLevel.Class && level <= Level ? new RevenueCode(CodeGrammar.Truncate(_key, level)) : null;

    /// <inheritdoc/>
    public bool IsAncestorOf(RevenueCode other) => CodeGrammar.IsAncestor(_key, other._key);

    /// <summary>Reads a code from one cell: <c>103</c>, <c>10304</c>, <c>1030401</c>, <c>103040101</c>, full-width digits too. White space may stand anywhere;
    /// between levels it
    /// gives a single digit its lost zero back (<c>103 4 1</c> is 1030401). Trailing pairs of zeros are filling (<c>1030400</c> is 10304).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The code, or why the text is none: blank, a character that is no digit, a wrong number of digits, another scheme's first digit, a level
    /// 00.</returns>
    public static ParseResult<RevenueCode> Read(string? text) => Result(CodeGrammar.Revenue.Read(text.AsSpan(), out var error), error);

    /// <summary>Reads a code from the cells of its levels: <c>"103", "04", "01"</c>, <c>"103", "4", "1"</c>, <c>"103", "10304", "1030401"</c>. Each cell holds
    /// its own level's digits, with or without the leading zero, or the digits
    /// of all levels so far; trailing cells may be blank, 0 or 00.</summary>
    /// <param name="parts">The cells, highest level first; null is a blank cell.</param>
    /// <returns>The code, or why the cells make none.</returns>
    public static ParseResult<RevenueCode> FromParts(params ReadOnlySpan<string?> parts) => Result(CodeGrammar.Revenue.Read(parts, out var error), error);

    /// <summary>The code written there.</summary>
    /// <exception cref="FormatException">There is none; the message says why.</exception>
    public static RevenueCode Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), null);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static RevenueCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static RevenueCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Result(CodeGrammar.Revenue.Read(s, out var error), error).GetValueOrThrow();

    /// <summary>The code written there, if one is.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out RevenueCode result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string, out RevenueCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RevenueCode result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string, out RevenueCode)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RevenueCode result)
    {
        result = new(CodeGrammar.Revenue.Read(s, out var error));
        return error is null;
    }

    /// <inheritdoc/>
    public int CompareTo(RevenueCode other) => _key.CompareTo(other._key);

    /// <summary>Whether the left code is printed before the right one.</summary>
    public static bool operator <(RevenueCode left, RevenueCode right) => left._key < right._key;

    /// <summary>Whether the left code is printed after the right one.</summary>
    public static bool operator >(RevenueCode left, RevenueCode right) => left._key > right._key;

    /// <summary>Whether the left code is the right one or printed before it.</summary>
    public static bool operator <=(RevenueCode left, RevenueCode right) => left._key <= right._key;

    /// <summary>Whether the left code is the right one or printed after it.</summary>
    public static bool operator >=(RevenueCode left, RevenueCode right) => left._key >= right._key;

    /// <summary>The digits, without separators; empty for <c>default</c>.</summary>
    public override string ToString() => _key == 0 ? "" : Number.ToString(CultureInfo.InvariantCulture);

    private static ParseResult<RevenueCode> Result(int key, string? error) =>
        error is null ? ParseResult<RevenueCode>.Of(new(key)) : ParseResult<RevenueCode>.Fail(error);
}
