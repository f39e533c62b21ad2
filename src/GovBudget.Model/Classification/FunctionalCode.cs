using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GovBudget.Model;

/// <summary>A code of the 支出功能分类, what money is spent for: 208 社会保障和就业支出, 20805 行政事业单位养老支出, 2080505 机关事业单位基本养老保险缴费支出.</summary>
/// <remarks>
/// A small immutable value of three (类), five (款) or seven (项) digits beginning with 2; equal when the digits are. Sorts as official tables print: a parent
/// before its children.
/// <c>default</c> is no code: <see cref="Number"/> 0, <see cref="Level"/> <see cref="SubjectLevel.None"/>, no parent, empty text, before all others.
/// Thread-safe.
/// Being a code does not mean being in use: the year's catalog of subjects knows that.
/// </remarks>
public readonly record struct FunctionalCode : ISubjectCode<FunctionalCode>
{
    private readonly int _key;

    private FunctionalCode(int key) => _key = key;

    /// <inheritdoc/>
    public static SubjectScheme Scheme => SubjectScheme.Functional;

    /// <inheritdoc/>
    public int Number => CodeGrammar.Number(_key);

    /// <inheritdoc/>
    public SubjectLevel Level => CodeGrammar.Level(_key);

    /// <inheritdoc/>
    public FunctionalCode? Parent => Level > SubjectLevel.Class ? new FunctionalCode(CodeGrammar.Truncate(_key, Level - 1)) : null;

    /// <inheritdoc/>
    public IEnumerable<FunctionalCode> Ancestors
    {
        get { for (var up = Parent; up is { } code; up = code.Parent) yield return code; }
    }

    int ISubjectCode<FunctionalCode>.Key => _key;

    static FunctionalCode ISubjectCode<FunctionalCode>.FromKey(int key) => new(key);

    /// <inheritdoc/>
    public FunctionalCode? AtLevel(SubjectLevel level) =>
        level >= SubjectLevel.Class && level <= Level ? new FunctionalCode(CodeGrammar.Truncate(_key, level)) : null;

    /// <inheritdoc/>
    public bool IsAncestorOf(FunctionalCode other) => CodeGrammar.IsAncestor(_key, other._key);

    /// <summary>Reads a code from one cell: <c>208</c>, <c>20805</c>, <c>2080505</c>, <c>208 05 05</c>, full-width digits too. White space may stand anywhere;
    /// between levels it
    /// gives a single digit its lost zero back (<c>208 5 5</c> is 2080505). Trailing pairs of zeros are filling (<c>2080500</c> is 20805).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The code, or why the text is none: blank, a character that is no digit, a wrong number of digits, another scheme's first digit, a level
    /// 00.</returns>
    public static ParseResult<FunctionalCode> Read(string? text) => Result(CodeGrammar.Functional.Read(text.AsSpan(), out var error), error);

    /// <summary>Reads a code from the cells of its levels: <c>"201", "06", "01"</c>, <c>"201", "6", "1"</c>, <c>"201", "20106", "2010601"</c>. Each cell holds
    /// its own level's digits, with or without the leading zero, or the digits
    /// of all levels so far; trailing cells may be blank, 0 or 00.</summary>
    /// <param name="parts">The cells, highest level first; null is a blank cell.</param>
    /// <returns>The code, or why the cells make none.</returns>
    public static ParseResult<FunctionalCode> FromParts(params ReadOnlySpan<string?> parts) => Result(CodeGrammar.Functional.Read(parts, out var error), error);

    /// <summary>The code written there.</summary>
    /// <exception cref="FormatException">There is none; the message says why.</exception>
    public static FunctionalCode Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), null);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static FunctionalCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static FunctionalCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Result(CodeGrammar.Functional.Read(s, out var error), error).GetValueOrThrow();

    /// <summary>The code written there, if one is.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out FunctionalCode result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string, out FunctionalCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        out FunctionalCode result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string, out FunctionalCode)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out FunctionalCode result)
    {
        result = new(CodeGrammar.Functional.Read(s, out var error));
        return error is null;
    }

    /// <inheritdoc/>
    public int CompareTo(FunctionalCode other) => _key.CompareTo(other._key);

    /// <summary>Whether the left code is printed before the right one.</summary>
    public static bool operator <(FunctionalCode left, FunctionalCode right) => left._key < right._key;

    /// <summary>Whether the left code is printed after the right one.</summary>
    public static bool operator >(FunctionalCode left, FunctionalCode right) => left._key > right._key;

    /// <summary>Whether the left code is the right one or printed before it.</summary>
    public static bool operator <=(FunctionalCode left, FunctionalCode right) => left._key <= right._key;

    /// <summary>Whether the left code is the right one or printed after it.</summary>
    public static bool operator >=(FunctionalCode left, FunctionalCode right) => left._key >= right._key;

    /// <summary>The digits, without separators; empty for <c>default</c>.</summary>
    public override string ToString() => _key == 0 ? "" : Number.ToString(CultureInfo.InvariantCulture);

    private static ParseResult<FunctionalCode> Result(int key, string? error) =>
        error is null ? ParseResult<FunctionalCode>.Of(new(key)) : ParseResult<FunctionalCode>.Fail(error);
}
