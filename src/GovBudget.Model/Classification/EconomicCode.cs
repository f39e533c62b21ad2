using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GovBudget.Model;

/// <summary>A code of the 部门预算支出经济分类, what a department spends money on: 302 商品和服务支出, 30201 办公费.</summary>
/// <remarks>
/// A small immutable value of three (类) or five (款) digits beginning with 3; equal when the digits are. Sorts as official tables print: a parent before its
/// children.
/// <c>default</c> is no code: <see cref="Number"/> 0, <see cref="Level"/> <see cref="SubjectLevel.None"/>, no parent, empty text, before all others.
/// Thread-safe.
/// Being a code does not mean being in use: the year's catalog of subjects knows that.
/// </remarks>
public readonly record struct EconomicCode : ISubjectCode<EconomicCode>
{
    private readonly int _key;

    private EconomicCode(int key) => _key = key;

    /// <inheritdoc/>
    public static SubjectScheme Scheme => SubjectScheme.Economic;

    /// <inheritdoc/>
    public int Number => CodeGrammar.Number(_key);

    /// <inheritdoc/>
    public SubjectLevel Level => CodeGrammar.Level(_key);

    /// <inheritdoc/>
    public EconomicCode? Parent => Level > SubjectLevel.Class ? new EconomicCode(CodeGrammar.Truncate(_key, Level - 1)) : null;

    /// <inheritdoc/>
    public IEnumerable<EconomicCode> Ancestors
    {
        get { for (var up = Parent; up is { } code; up = code.Parent) yield return code; }
    }

    int ISubjectCode<EconomicCode>.Key => _key;

    static EconomicCode ISubjectCode<EconomicCode>.FromKey(int key) => new(key);

    /// <inheritdoc/>
    public EconomicCode? AtLevel(SubjectLevel level) =>
        level >= SubjectLevel.Class && level <= Level ? new EconomicCode(CodeGrammar.Truncate(_key, level)) : null;

    /// <inheritdoc/>
    public bool IsAncestorOf(EconomicCode other) => CodeGrammar.IsAncestor(_key, other._key);

    /// <summary>Reads a code from one cell: <c>302</c>, <c>30201</c>, <c>302 01</c>, full-width digits too. White space may stand anywhere; between levels it
    /// gives a single digit its lost zero back (<c>302 1</c> is 30201). Trailing pairs of zeros are filling (<c>30200</c> is 302).</summary>
    /// <param name="text">The text.</param>
    /// <returns>The code, or why the text is none: blank, a character that is no digit, a wrong number of digits, another scheme's first digit, a level
    /// 00.</returns>
    public static ParseResult<EconomicCode> Read(string? text) => Result(CodeGrammar.Economic.Read(text.AsSpan(), out var error), error);

    /// <summary>Reads a code from the cells of its levels: <c>"302", "01"</c>, <c>"302", "1"</c>, <c>"302", "30201"</c>. Each cell holds its own level's
    /// digits, with or without the leading zero, or the digits
    /// of all levels so far; trailing cells may be blank, 0 or 00.</summary>
    /// <param name="parts">The cells, highest level first; null is a blank cell.</param>
    /// <returns>The code, or why the cells make none.</returns>
    public static ParseResult<EconomicCode> FromParts(params ReadOnlySpan<string?> parts) => Result(CodeGrammar.Economic.Read(parts, out var error), error);

    /// <summary>The code written there.</summary>
    /// <exception cref="FormatException">There is none; the message says why.</exception>
    public static EconomicCode Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), null);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static EconomicCode Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static EconomicCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Result(CodeGrammar.Economic.Read(s, out var error), error).GetValueOrThrow();

    /// <summary>The code written there, if one is.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out EconomicCode result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string, out EconomicCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        out EconomicCode result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string, out EconomicCode)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out EconomicCode result)
    {
        result = new(CodeGrammar.Economic.Read(s, out var error));
        return error is null;
    }

    /// <inheritdoc/>
    public int CompareTo(EconomicCode other) => _key.CompareTo(other._key);

    /// <summary>Whether the left code is printed before the right one.</summary>
    public static bool operator <(EconomicCode left, EconomicCode right) => left._key < right._key;

    /// <summary>Whether the left code is printed after the right one.</summary>
    public static bool operator >(EconomicCode left, EconomicCode right) => left._key > right._key;

    /// <summary>Whether the left code is the right one or printed before it.</summary>
    public static bool operator <=(EconomicCode left, EconomicCode right) => left._key <= right._key;

    /// <summary>Whether the left code is the right one or printed after it.</summary>
    public static bool operator >=(EconomicCode left, EconomicCode right) => left._key >= right._key;

    /// <summary>The digits, without separators; empty for <c>default</c>.</summary>
    public override string ToString() => _key == 0 ? "" : Number.ToString(CultureInfo.InvariantCulture);

    private static ParseResult<EconomicCode> Result(int key, string? error) =>
        error is null ? ParseResult<EconomicCode>.Of(new(key)) : ParseResult<EconomicCode>.Fail(error);
}
